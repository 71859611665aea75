// The reading choices, before anything is drawn: from the address, else as remembered. They are attributes of the html element.
"use strict";
(() => {
  const html = document.documentElement;
  const names = ["view", "languages", "notes", "reading", "names", "terms", "furniture"];
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
