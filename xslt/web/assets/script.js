// What a page does beyond being read: choices, notes where they are called, cards of names. All of it can be done without.
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
  // “toggle” would come for the opening, too, and later.
  popup.addEventListener("beforetoggle", () => {
    caller.removeAttribute("aria-expanded");
    if (popup.contains(document.activeElement) || document.activeElement === document.body) caller.focus({ preventScroll: true });
  }, { once: true });
  popup.focus({ preventScroll: true });
}

const made = (name, properties) => Object.assign(document.createElement(name), properties);

const named = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));

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
    const note = named(call.hash);
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
    const note = named(call.hash);
    if (!note?.querySelector(".said")) continue;
    const side = document.createElement("span");
    side.className = `sidenote ${["translator", "editor", "author"].find((name) => call.classList.contains(name)) ?? ""}`;
    side.append(call.textContent.trim(), " ", ...contentOf(note).childNodes);
    call.after(side);
  }
}

function openCards() {
  const sideBar = document.querySelector(".side");
  const side = [...document.querySelectorAll(".side li > a:first-child")];
  const cardOf = (address) => {
    const listed = side.find((link) => link.getAttribute("href") === address);
    const card = listed?.parentElement.querySelector("div");
    if (!card || card.popover) return card;
    card.className = "card";
    card.popover = "auto";
    card.tabIndex = -1;
    const name = document.createElement("b");
    name.append(listed.textContent);
    if (listed.lang) name.lang = listed.lang;
    card.prepend(name);
    const link = document.createElement("a");
    link.href = address;
    const more = card.lastElementChild;
    link.append(...more.childNodes);
    more.append(link);
    return card;
  };
  document.addEventListener("click", (event) => {
    const name = event.target.closest?.("a.name");
    const card = name && !name.closest(".side") && cardOf(name.getAttribute("href"));
    if (!card?.showPopover || !plain(event)) return;
    event.preventDefault();
    for (const old of card.querySelectorAll(".within, .here")) old.remove();
    const within = (name.dataset.within ?? "").split(" ").map((address) => side.find((link) => link.getAttribute("href") === address)).filter(Boolean);
    if (within.length) {
      const also = made("p", { className: "within" });
      for (const listed of within) also.append(made("a", { href: listed.getAttribute("href"), textContent: listed.textContent }));
      card.append(also);
    }
    const here = [...document.querySelectorAll("article a.name[id]")].filter((other) => other.getAttribute("href") === name.getAttribute("href"));
    if (here.length > 1) {
      const others = made("p", { className: "here" });
      others.append(sideBar.getAttribute("aria-label"), ":");
      here.forEach((other, number) => {
        const link = made("a", { href: `#${other.id}`, textContent: number + 1 });
        if (other === name) link.setAttribute("aria-current", "true");
        link.addEventListener("click", () => card.hidePopover());
        others.append(" ", link);
      });
      card.lastElementChild.before(others);
    }
    open(card, name);
  });
}

/** The citation of a paragraph or an entry opens at its mark; an address that leads to one fills the citation box with it. */
function citeParts() {
  const box = document.querySelector(".citing");
  if (!box) return;
  /** What an address leads to: its number, undefined where it cannot be cited, and what it is. */
  const partAt = (hash) => {
    const entry = named(hash)?.querySelector(":scope > .anchor")?.dataset.n;
    return { hash, number: entry || /^#p(\d+)$/.exec(hash)?.[1], kind: entry ? "entry" : "paragraph" };
  };
  const pinned = (element, { hash, number, kind }) => {
    for (const pin of element.querySelectorAll("[data-paragraph]")) {
      pin.textContent = number ? pin.dataset[kind].replace("{}", number) : "";
      const rest = pin.nextSibling;
      if (rest) rest.data = rest.data.replace(/(https?:[^#]*?)(#.*?)?([.。]?)$/, `$1${number ? hash : ""}$3`);
    }
    return element;
  };
  const follow = () => pinned(box, partAt(location.hash));
  addEventListener("hashchange", follow);
  follow();
  const popup = document.createElement("div");
  popup.popover = "auto";
  popup.tabIndex = -1;
  popup.className = "popup cite";
  popup.setAttribute("role", "dialog");
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.(".popup.cite button");
    if (button) {
      const range = getSelection();
      range.selectAllChildren(button.previousElementSibling);
      // From disk the clipboard may be refused; what is to be copied is selected then.
      await navigator.clipboard?.writeText(button.previousElementSibling.textContent).then(() => { button.textContent = box.dataset.copied; }, () => {});
      return;
    }
    const anchor = event.target.closest?.(".text a.anchor");
    if (!anchor || !plain(event) || !popup.showPopover) return;
    const part = partAt(anchor.hash);
    if (!part.number) return;
    const lines = [...box.querySelectorAll("dd")].map((said) => {
      const line = document.createElement("p");
      line.append(...pinned(said.cloneNode(true), part).childNodes);
      return [said.previousElementSibling.textContent, line];
    });
    if (/^http/.test(location.protocol)) lines.push(["", made("p", { textContent: anchor.href })]);
    const copies = lines.map(([style, line]) => [
      made("small", { textContent: style }), line,
      made("button", { type: "button", textContent: box.dataset.copy }),
    ]);
    const title = box.dataset[part.kind].replace("{}", part.number);
    popup.setAttribute("aria-label", title);
    popup.replaceChildren(made("b", { textContent: title }), ...copies.flat());
    document.body.append(popup);
    // The address names the part before the popup has the focus, which the way there would take; the text does not move.
    event.preventDefault();
    const top = scrollY;
    location.hash = anchor.hash;
    scrollTo({ top, behavior: "instant" });
    open(popup, anchor);
  });
}

/** Beside the text to read, the sheet shows the place that is being read; on a phone, where it stands below it, too. */
function followReader(sheet, pairs) {
  const follow = () => {
    if (html.dataset.view !== "both") return;
    const line = innerHeight / 4;
    const [read, sent] = pairs.find(([element]) => element.getBoundingClientRect().bottom > line) ?? pairs.at(-1);
    const from = read.getBoundingClientRect();
    const to = sent.getBoundingClientRect();
    const frame = sheet.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (line - from.top) / (from.height || 1)));
    sheet.scrollTop += to.top + share * to.height - frame.top - Math.max(line - frame.top, frame.height / 4);
  };
  addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  addEventListener("resize", follow);
  return follow;
}

let follow;
// Each block of the text to read with the same as it was sent.
let pairs = [];

/** A telegram as it was sent: the text once more, line by line, with all that reading leaves out. */
function showAsSent() {
  const sheet = document.querySelector(".sheet");
  if (!sheet || !["sent", "both"].includes(html.dataset.view)) return;
  if (follow) {
    follow();
    return;
  }
  const copy = document.querySelector(".text").cloneNode(true);
  const blocks = [...copy.querySelectorAll(".p, .opener, .closer")];
  for (const call of copy.querySelectorAll("a.call:not(.editor)")) {
    const said = named(call.hash)?.querySelector(".said");
    call.replaceWith(call.dataset.open ?? "", said?.textContent.trim() ?? "", call.dataset.close ?? "");
  }
  for (const element of copy.querySelectorAll(".anchor, .attributes, .back, .facsimile, .reg, .sidenote, .supplied.ev, a.call")) element.remove();
  for (const element of copy.querySelectorAll("a, [id]")) {
    if (element.matches("a:not(.pb)")) element.replaceWith(...element.childNodes);
    for (const name of ["id", "href"]) element.removeAttribute(name);
  }
  sheet.append(...copy.childNodes);
  const read = document.querySelectorAll(".text :is(.p, .opener, .closer)");
  pairs = blocks.map((block, number) => [read[number], block]).filter(([, block]) => sheet.contains(block));
  follow = followReader(sheet, pairs);
  follow();
}

/** An address may lead to what a choice hides: the same place as it was sent is shown, or what stands about it. */
function showTarget() {
  const target = named(location.hash);
  if (!target || target.getClientRects().length) return;
  let seen = (html.dataset.view === "sent" && pairs.find(([read]) => read.contains(target))?.[1]) || target;
  while (!seen.getClientRects().length) seen = seen.parentElement;
  seen.scrollIntoView();
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
  showAsSent();
  form.addEventListener("change", ({ target }) => {
    const value = target.type === "checkbox" ? (target.checked ? target.value : "") : target.value;
    const isDefault = value === "" || target.defaultChecked;
    html.dataset[target.name] = value;
    const address = new URL(location.href);
    if (isDefault) address.searchParams.delete(target.name);
    else address.searchParams.set(target.name, value);
    try {
      history.replaceState(history.state, "", address);
      localStorage.setItem(`choice.${target.name}`, value);
    } catch {
      // From disk, an address or a memory may be refused; the choice holds for this page.
    }
    setSidenotes();
    showAsSent();
  });
}

/** Who comes from a search finds its words lit; nobody else needs the script for that. */
function lightWords() {
  if (!new URLSearchParams(location.search).has("light")) return;
  for (const name of ["sought", "light"]) {
    const script = made("script", { src: `${document.body.dataset.root}assets/${name}.js`, async: false });
    document.head.append(script);
  }
}

openNotes();
openCards();
citeParts();
lightWords();
keepChoices();
showTarget();
addEventListener("hashchange", showTarget);
