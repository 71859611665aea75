// What the pages that lead into the edition do: filters beside a list, pictures that show their middle. All of it can be done without.
"use strict";

(() => {
  /** Where there is room, the filters stand open beside the list; elsewhere they fold. With the keys, what a search finds comes
   * before the filters beside it, which may be many. */
  function unfoldFilters() {
    const fold = document.querySelector(".narrow");
    if (!fold) return;
    const wide = matchMedia("(min-width: 56rem)");
    const isSearch = document.documentElement.matches(".search-page");
    const fit = () => {
      fold.open = wide.matches;
      if (isSearch) fold.parentElement[wide.matches ? "append" : "prepend"](fold);
    };
    wide.addEventListener("change", fit);
    fit();
  }

  /** A picture that is wider than its frame shows its middle first; the course of time its end. */
  function centrePictures() {
    for (const frame of document.querySelectorAll(".frame")) {
      const rest = frame.scrollWidth - frame.clientWidth;
      frame.scrollLeft = document.documentElement.matches(".index-page") ? rest : rest / 2;
    }
  }

  unfoldFilters();
  centrePictures();
})();
