// What is to be known before anything is drawn: whether the page lies on a disk; the reading choices, from the address, else as remembered. They are attributes of the html element.
"use strict";
(() => {
  const html = document.documentElement;
  const names = ["view", "languages", "notes", "reading", "names", "terms", "furniture"];
  // Served, a register asks early for the face of its passages, which is taken only if it has come when they are drawn (ways.css).
  // The page itself cannot ask: from disk, the browser refuses to load a font ahead, and says so.
  if (location.protocol === "file:") html.dataset.disk = "";
  else if (html.matches(".register-page")) {
    const href = new URL("serif.woff2", document.currentScript.src);
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "font", crossOrigin: "", href }));
  }
  const asked = new URLSearchParams(location.search);
  for (const name of names) {
    let value = asked.get(name);
    try {
      value ??= localStorage.getItem(`choice.${name}`);
    } catch {
      // A page opened from disk may have no storage.
    }
    if (value && /^[a-z]+$/.test(value)) html.dataset[name] = value;
  }
  // Two texts beside each other want the room that names and notes have otherwise.
  const makeRoom = () => html.classList.toggle("two", html.matches('.telegram[data-view="both"], .parallel:not([data-languages="translation"], [data-languages="original"])'));
  makeRoom();
  document.addEventListener("change", makeRoom);
})();
