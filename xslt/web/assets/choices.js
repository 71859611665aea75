// The reading choices, before anything is drawn: from the address, else as remembered. They are attributes of the html element.
"use strict";
(() => {
  const names = ["view", "languages", "notes", "reading", "names", "terms", "furniture"];
  if (location.protocol === "file:") document.documentElement.dataset.disk = "";
  const asked = new URLSearchParams(location.search);
  for (const name of names) {
    let value = asked.get(name);
    try {
      value ??= localStorage.getItem(`choice.${name}`);
    } catch {
      // A page opened from disk may have no storage.
    }
    if (value && /^[a-z]+$/.test(value)) document.documentElement.dataset[name] = value;
  }
})();
