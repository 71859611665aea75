// What was searched for, lit in a document. Needs sought.js.
"use strict";

(() => {
  const asked = new URLSearchParams(location.search).get("light");
  const article = document.querySelector("article");
  if (!asked || !article || !CSS.highlights) return;
  const sought = new Sought(asked);
  const found = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) for (const { 0: word, index } of walker.currentNode.data.matchAll(Sought.word)) found.push({ node: walker.currentNode, word, index });
  const ranges = sought.in(found.map(({ word }) => word)).map(([number, from, to]) => {
    const { node, index } = found[number];
    const range = new Range();
    range.setStart(node, index + from);
    range.setEnd(node, index + to);
    return range;
  });
  // Who was sought by another name is lit under the one that stands here.
  for (const link of document.querySelectorAll(".side li > a:first-child")) {
    const names = `${link.textContent} ${link.parentElement.querySelector(".variants")?.textContent ?? ""}`.match(Sought.word) ?? [];
    if (!sought.terms.every((term) => Sought.places(term, names).length)) continue;
    for (const name of article.querySelectorAll("a.name")) {
      if (name.getAttribute("href") !== link.getAttribute("href")) continue;
      const range = new Range();
      range.selectNodeContents(name);
      ranges.push(range);
    }
  }
  CSS.highlights.set("sought", new Highlight(...ranges));
})();
