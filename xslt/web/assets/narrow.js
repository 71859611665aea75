// Where there is room, the filters stand open beside the list; elsewhere they fold.
"use strict";

(() => {
  const fold = document.querySelector(".narrow");
  if (!fold) return;
  const wide = matchMedia("(min-width: 56rem)");
  const fit = () => {
    fold.open = wide.matches;
    // With the keys, what a search finds comes before the filters beside it, which may be many.
    if (document.querySelector("form.search")) fold.parentElement[wide.matches ? "append" : "prepend"](fold);
  };
  wide.addEventListener("change", fit);
  fit();
})();
