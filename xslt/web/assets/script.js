// What a page does beyond being read: choices, notes where they are called, cards of names, facets. All of it can be done without.
"use strict";

const html = document.documentElement;

/** Put an element beside another, inside the window. */
function place(popup, beside) {
  const box = beside.getClientRects()[0] ?? beside.getBoundingClientRect();
  const { width, height } = popup.getBoundingClientRect();
  const left = Math.max(16, Math.min(box.left, html.clientWidth - width - 16));
  const below = box.bottom + 8;
  const top = below + height > innerHeight && box.top - height - 8 > 0 ? box.top - height - 8 : below;
  popup.style.left = `${left + scrollX}px`;
  popup.style.top = `${top + scrollY}px`;
}

/** Open a popup beside what called it; the focus comes back there. */
function open(popup, caller) {
  popup.showPopover({ source: caller });
  place(popup, caller);
  caller.setAttribute("aria-expanded", "true");
  popup.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    caller.removeAttribute("aria-expanded");
    if (popup.contains(document.activeElement) || document.activeElement === document.body) caller.focus({ preventScroll: true });
  }, { once: true });
  popup.focus({ preventScroll: true });
}

const plain = (event) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The content of a note, without the ids and the calls that stand in the original. */
function contentOf(note) {
  const said = note.querySelector(".said").cloneNode(true);
  for (const element of said.querySelectorAll("[id]")) element.removeAttribute("id");
  return said;
}

function openNotes() {
  const popup = document.createElement("div");
  popup.popover = "auto";
  popup.tabIndex = -1;
  popup.setAttribute("role", "note");
  document.body.append(popup);
  document.addEventListener("click", (event) => {
    const call = event.target.closest?.("a.call");
    if (!call || !plain(event) || !popup.showPopover) return;
    const note = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (!note?.querySelector(".said")) return;
    event.preventDefault();
    popup.hidePopover();
    popup.className = `popup ${[...call.classList].filter((name) => name !== "call").join(" ")}`;
    popup.replaceChildren(contentOf(note));
    popup.setAttribute("aria-label", call.getAttribute("aria-label") ?? call.textContent);
    open(popup, call);
  });
}

/** In the margin, a note that is called stands beside its call. */
function setSidenotes() {
  if (html.dataset.notes !== "margin" || document.querySelector(".sidenote")) return;
  for (const call of document.querySelectorAll(".text a.call")) {
    const note = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (!note?.querySelector(".said")) continue;
    const side = document.createElement("span");
    side.className = `sidenote ${["translator", "editor", "author"].find((name) => call.classList.contains(name)) ?? ""}`;
    side.append(call.textContent.trim(), " ", ...contentOf(note).childNodes);
    call.after(side);
  }
}

function openCards() {
  const kinds = { people: "person", places: "place", organizations: "org" };
  const cardOf = (address) => {
    const [, kind, id] = /(\w+)\.html#(.+)$/.exec(address ?? "") ?? [];
    const card = kind && document.getElementById(`ui:${kinds[kind]}:${decodeURIComponent(id)}`);
    if (!card || card.popover) return card;
    card.popover = "auto";
    card.tabIndex = -1;
    const link = document.createElement("a");
    link.href = address;
    const more = card.querySelector(".more");
    link.append(...more.childNodes);
    more.append(link);
    return card;
  };
  document.addEventListener("click", (event) => {
    const name = event.target.closest?.("a.name");
    const card = name && cardOf(name.getAttribute("href"));
    if (!card?.showPopover || !plain(event)) return;
    event.preventDefault();
    open(card, name);
  });
}

/** The choices of a page: shown as they stand, remembered, and said in the address. */
function keepChoices() {
  const form = document.querySelector("form.choices");
  if (!form) return;
  for (const input of form.elements) {
    if (!input.name) continue;
    const value = html.dataset[input.name];
    if (value) input.checked = input.value === value;
  }
  setSidenotes();
  form.addEventListener("change", ({ target }) => {
    const value = target.type === "checkbox" ? (target.checked ? target.value : "") : target.value;
    const isDefault = value === "" || target.defaultChecked;
    html.dataset[target.name] = value;
    const address = new URL(location.href);
    if (isDefault) address.searchParams.delete(target.name);
    else address.searchParams.set(target.name, value);
    try {
      history.replaceState(null, "", address);
      localStorage.setItem(`choice.${target.name}`, value);
    } catch {
      // From disk, an address or a memory may be refused; the choice holds for this page.
    }
    setSidenotes();
  });
}

/** The facets of the calendar: what is chosen within one adds up, between two it narrows. */
function chooseFacets() {
  const form = document.getElementById("ui:facets");
  if (!form) return;
  const items = [...document.querySelectorAll(".calendar li[data-kind]")];
  const tally = document.getElementById("ui:tally");
  const key = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const several = ["people", "places"];
  const valuesOf = (item, name) => (several.includes(name) ? (item.dataset[name] ?? "").split(" ") : [item.dataset[key(name)] ?? ""]);
  const chosen = () => {
    const facets = new Map();
    for (const { name, value } of form.querySelectorAll("input:checked")) facets.set(name, (facets.get(name) ?? []).concat(value));
    return facets;
  };
  const passes = (item, facets, except) => [...facets].every(([name, values]) => name === except || valuesOf(item, name).some((value) => values.includes(value)));
  const show = () => {
    const facets = chosen();
    let seen = 0;
    for (const item of items) {
      item.hidden = !passes(item, facets);
      if (!item.hidden) seen += 1;
    }
    for (const section of document.querySelectorAll(".calendar .year")) section.hidden = facets.size > 0 && !section.querySelector("li[data-kind]:not([hidden])");
    for (const fieldset of form.querySelectorAll("fieldset")) {
      const name = fieldset.dataset.facet;
      const counts = new Map();
      for (const item of items) if (passes(item, facets, name)) for (const value of valuesOf(item, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
      for (const input of fieldset.querySelectorAll("input")) {
        const count = counts.get(input.value) ?? 0;
        input.closest("label").querySelector("small").textContent = count;
        input.closest("label").classList.toggle("none", count === 0);
      }
    }
    tally.textContent = facets.size ? `${seen} / ${items.length}` : "";
  };
  const asked = new URLSearchParams(location.search);
  for (const input of form.querySelectorAll("input")) {
    input.checked = asked.getAll(input.name).includes(input.value);
    if (input.checked) input.closest("details")?.setAttribute("open", "");
  }
  form.addEventListener("change", () => {
    const query = new URLSearchParams([...chosen()].flatMap(([name, values]) => values.map((value) => [name, value])));
    try {
      history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
    } catch {
      // From disk the address may be refused.
    }
    show();
  });
  show();
}

/** What is pointed to is seen: folds that hide it open. */
function openFolds() {
  const reveal = () => {
    if (!location.hash) return;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (target?.matches(".register .entry")) for (const fold of target.querySelectorAll("details")) fold.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();
}

/** The words that a search led here for are lit where they stand; nothing of the page is changed for it. */
function lightWords() {
  const asked = new URLSearchParams(location.search).get("light");
  const text = document.querySelector("article");
  if (!asked || !text || !CSS.highlights) return;
  const fold = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const stems = asked.split(/\s+/).map(fold).filter((word) => word.length > 1).map((word) => (word.length > 5 ? word.slice(0, -2) : word));
  const ranges = [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const { 0: word, index } of walker.currentNode.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      if (!stems.some((stem) => fold(word).startsWith(stem))) continue;
      const range = new Range();
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set("sought", new Highlight(...ranges));
}

openNotes();
openCards();
lightWords();
keepChoices();
chooseFacets();
openFolds();
