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
  // A phrase is a name as it stands, and its words are not those of others.
  const called = new Sought(asked.replace(/"[^"]* [^"]*"/g, ""));
  for (const link of document.querySelectorAll(".side li > a:first-child")) {
    const href = link.getAttribute("href");
    const others = link.parentElement.querySelector(".variants")?.textContent.replace(/\S+ /, "") ?? "";
    // A person by any word of a name, a place or a body by a whole one.
    if (!called.isNamed(`${link.textContent}, ${others}`.split(href.includes("people.html#") ? " " : ", "))) continue;
    for (const name of article.querySelectorAll("a.name")) {
      if (name.getAttribute("href") !== href) continue;
      const range = new Range();
      range.selectNodeContents(name);
      ranges.push(range);
    }
  }
  CSS.highlights.set("sought", new Highlight(...ranges));
})();
