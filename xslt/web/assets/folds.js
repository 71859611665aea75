// What is pointed to is seen, what is printed, and what was seen before: folds that hide it open.
"use strict";

(() => {
  // Who comes back finds open what was open; a browser that has forgotten the page would show it closed.
  const folds = [...document.querySelectorAll("main details")];
  for (const number of history.state?.folds ?? []) folds[number]?.setAttribute("open", "");
  addEventListener("toggle", ({ target }) => {
    if (folds.includes(target)) history.replaceState({ ...history.state, folds: [...folds.keys()].filter((number) => folds[number].open) }, "");
  }, true);
  const reveal = () => {
    if (!location.hash) return;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (target?.matches(".register .entry")) for (const fold of target.querySelectorAll("details")) fold.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();
  // On paper nothing can be opened.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
})();
