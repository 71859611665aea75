// The search page. Pagefind searches; needs sought.js.
"use strict";

(() => {
  const form = document.querySelector("form.search");
  const [input, list, tally, filterBox] = ["query", "results", "count", "filters"].map((name) => document.getElementById(`ui:${name}`));
  const words = form.dataset;
  const order = ["kind", "year", "classification", "people", "places", "original-language", "status"];
  const chosen = new Map(order.map((name) => [name, new Set()]));
  // The forms of the phrase are those of the interface's language: one, few, many.
  const { lang } = document.documentElement;
  const plural = new Intl.PluralRules(lang);
  const forms = { one: words.foundOne, few: words.foundFew };
  const counted = (number) => (forms[plural.select(number)] ?? words.foundMany).replace("{}", number.toLocaleString(lang));
  // Answers wait for their typeface, so that no line of them breaks again; but not long.
  const faces = Promise.race([document.fonts.ready, new Promise((waited) => { setTimeout(waited, 1500); })]);
  // Who comes back finds as many answers as before, at the place that was left.
  const left = { top: 0, shown: 0, ...history.state };
  let engine;
  let turn = 0;

  /** Pagefind over http: a module beside the page. */
  async function openServed() {
    const base = new URL("pagefind/", document.baseURI).href;
    const pagefind = await import(`${base}pagefind.js`);
    const options = { baseUrl: new URL(".", document.baseURI).pathname };
    await pagefind.options(options);
    await pagefind.init();
    return joined(pagefind, base, options);
  }

  /** The index of a large edition has several parts: the first says how many. */
  async function joined(pagefind, base, options) {
    const { parts } = await (await fetch(`${base}parts.json`)).json();
    // All at once: on a slow line each is waited for longer than it takes. They keep their order.
    await Promise.all(Array.from({ length: parts - 1 }, (_, number) => pagefind.mergeIndex(`${base}${number + 2}/`, options)));
    return pagefind;
  }

  const loaded = (name) => new Promise((resolve, reject) => {
    document.head.append(element("script", [], { src: `assets/${name}.js` }));
    Object.assign(document.head.lastChild, { onload: resolve, onerror: reject });
  });

  /** Pagefind from disk (disk.js). */
  async function openDisk() {
    const base = "https://disk.invalid/pagefind/";
    await loaded("disk");
    return joined(await pagefindFromDisk(base), base, { baseUrl: "./" });
  }

  // Only once the filters are loaded does an answer come with their counts.
  const opened = () => (engine ??= (location.protocol === "file:" ? openDisk() : openServed()).then(async (pagefind) => {
    await pagefind.filters();
    return pagefind;
  }));

  /** The address of a page as this page can lead to it. */
  const relative = (url) => url.replace(/^.*?(documents\/)/, "$1");

  /** The words of a page as the index counts them, and what stands between them. */
  function wordsOf(data) {
    // Where words are not parted by blanks, the index parts them by a mark that is seen by nobody.
    const isMarked = data.raw_content?.includes("\u200b");
    const text = isMarked ? data.raw_content.replaceAll("&lt;", "<").replaceAll("&gt;", ">").split("\u200b") : data.content.split(/\s+/g);
    return { text, glue: isMarked ? "" : " " };
  }

  /** The words that the index found for a query, without their marks. */
  const wordsFound = (data) => {
    const { text } = wordsOf(data);
    return [...new Set(data.weighted_locations.flatMap(({ location }) => text[location]?.match(Sought.word) ?? []).map(Sought.folded))];
  };

  /** Whether a word is another form of one that was asked for: “meet” of “meeting”. */
  function isForm(word, stem) {
    const same = [...stem].findIndex((letter, at) => letter !== word[at]);
    return same < 0 || (same > 2 && same >= Math.min(stem.length / 2, stem.length - 4));
  }

  /** Whether a word that was hit is one that was asked for, or a form of it: the index also gives “and” for “a”. */
  function isAsked(word, sought) {
    const parts = (word?.match(Sought.word) ?? []).map(Sought.folded);
    // “U.S.” is “us”.
    parts.push(parts.join(""));
    const isOf = (part, stem) => (stem.length < 3 ? part === stem : isForm(part, stem) || Sought.meant(part, stem));
    return /\p{Script=Han}/u.test(word) || [...sought.terms, ...sought.compounds].flat().some((stem) => parts.some((part) => isOf(part, stem)));
  }

  /** Whether a page was found by what was asked for: of a word that it does not know, the index takes the first letters (“do” of “dorzsuren”). */
  function isMeant(data, query) {
    const found = wordsFound(data);
    return new Sought(query).terms.flat().every((stem) => stem.length < 3 || /\p{Script=Han}/u.test(stem) || found.some((word) => isForm(word, stem)));
  }

  /** The places of words that follow each other, in a stretch of the words of the page. */
  function placesOf(term, text, start, end) {
    const row = text.slice(start, end).flatMap((word, number) => (word.match(Sought.word) ?? []).map((part) => [part, start + number]));
    return Sought.places(term, row.map(([part]) => part)).map(([number]) => row[number][1]);
  }

  /** The paragraphs of a page that were hit, with their words and the places of the hits among them. */
  function passagesOf(data, sought) {
    const { text, glue } = wordsOf(data);
    const anchors = data.anchors.filter(({ id, element }) => id.startsWith("~") || ["p", "li", "div", "h1"].includes(element)).sort((a, b) => a.location - b.location);
    // A speaker's name is a short paragraph: what is said goes with it; a note or an item does not. Below the first "~" stand other names.
    const last = anchors.find(({ id }) => id.startsWith("~"))?.location ?? text.length;
    const endOf = (anchor) => Math.min(last, anchors.find(({ location, element }) => location > anchor.location && (element === "li" || text.slice(anchor.location, location).join(glue).length > 40))?.location ?? last);
    const found = new Map();
    // Of a phrase the index knows the first place in a page.
    const phrases = sought.terms.filter((term) => term.length > 1).flatMap((term) => placesOf(term, text, 0, text.length));
    for (const location of new Set([...data.weighted_locations.map((hit) => hit.location), ...phrases])) {
      let anchor = anchors.findLast((candidate) => candidate.location <= location);
      const [, below, name] = /^~([^~]*)~?(.*)/su.exec(anchor?.id ?? "") ?? [];
      if (below) anchor = anchors.find(({ id }) => id === below);
      else if (!isAsked(text[location], sought)) continue;
      const key = anchor?.id ?? "";
      const passage = found.get(key) ?? { id: key, start: anchor?.location ?? 0, end: anchor ? endOf(anchor) : text.length, hits: new Set(), names: new Set() };
      if (!below) passage.hits.add(location);
      else if (name && sought.isTelling(text[location] ?? "")) passage.names.add(name);
      found.set(key, passage);
    }
    for (const passage of found.values()) {
      // Found by another name: the one that stands here is lit.
      for (const name of passage.names) for (const at of placesOf((name.match(Sought.word) ?? []).map(Sought.folded), text, passage.start, passage.end)) passage.hits.add(at);
      // Found by a form that stands below the text: without diacritics, or a part of a Chinese word.
      if (!passage.hits.size) for (let at = passage.start; at < passage.end; at++) if (sought.in(text[at].match(Sought.word) ?? []).length) passage.hits.add(at);
      const first = passage.hits.size ? Math.min(...passage.hits) : passage.start;
      const from = Math.max(passage.start, first - 14);
      const to = Math.min(passage.end, from + 38);
      // The index knows the first of some places only; the document lights all of them.
      const lit = new Set([...passage.hits, ...[...sought.terms, ...sought.compounds].flatMap((term) => placesOf(term, text, from, to))]);
      passage.pieces = text.slice(from, to).map((word, number) => ({ word: word + glue, lit: lit.has(from + number) }));
      passage.before = from > passage.start;
      // What is cut off does not leave its comma behind.
      if (passage.before) passage.pieces[0].word = passage.pieces[0].word.replace(/^[^\p{L}\p{N}[(“„«‘]+/u, "");
      passage.after = to < passage.end;
    }
    return [...found.values()].sort((a, b) => b.hits.size - a.hits.size);
  }

  function element(name, content, attributes = {}) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...[content].flat());
    return made;
  }

  /** A word that was hit, lit without the points and brackets about it. */
  function lightened(word, sought) {
    const part = /\p{Script=Han}/u.test(word) && sought.in([word])[0];
    if (part) return [word.slice(0, part[1]), element("mark", word.slice(part[1], part[2])), word.slice(part[2])];
    const [, before, letters, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word);
    return letters ? [before, element("mark", letters), after] : word;
  }

  /** The language of what is quoted, where the page has another: an attribute, for who hears it. */
  function languageOf(data, id) {
    const lang = data.meta.other?.split(";").map((part) => part.split(" ")).find((part) => part.indexOf(id) > 0)?.[0] ?? data.meta.lang;
    return lang ? { lang } : {};
  }

  function shown(data, query) {
    const sought = new Sought(query);
    const url = relative(data.url);
    // The document lights the forms that were found in it, too.
    const stems = sought.terms.flat();
    const forms = query.includes('"') ? [] : wordsFound(data).filter((word) => word.length > 3 && stems.some((stem) => !Sought.meant(word, stem) && isForm(word, stem)));
    const passages = query ? passagesOf(data, sought) : [];
    const names = new Set(passages.flatMap((passage) => [...passage.names].map((name) => `"${name.replaceAll('"', " ")}"`)));
    const light = `?light=${encodeURIComponent([query, ...forms.slice(0, 6), ...[...names].slice(0, 6)].join(" "))}`;
    // A title that says day and year, in whatever form, needs them no second time.
    const said = (number) => data.meta.title.match(/\d+/g)?.includes(number);
    const date = data.meta.date?.replace(/\d+月/, "").match(/\d+/g)?.every(said) ? "" : data.meta.date;
    const about = [data.filters?.kind?.[0], date].filter(Boolean).join(" · ");
    const title = data.meta.title.replace(/[.\s]+$/, "");
    const item = element("li", [element("h2", element("a", title, { href: url, ...(data.meta["title-lang"] && { lang: data.meta["title-lang"] }) })), element("p", about, { class: "when" })]);
    for (const passage of passages.slice(0, 3)) {
      const pieces = passage.pieces.flatMap(({ word, lit }) => (lit ? lightened(word, sought) : word));
      const link = element("a", [passage.before ? "… " : "", ...pieces, passage.after ? "…" : ""], { href: url + light + (passage.id && `#${encodeURIComponent(passage.id)}`) });
      item.append(element("p", link, { class: "passage", ...languageOf(data, passage.id) }));
    }
    return item;
  }

  function showFilters(counts) {
    const open = new Set([...filterBox.querySelectorAll("details[open]")].map((fold) => fold.dataset.name));
    // Whoever chooses with the keys stays where the choice was made.
    const { name: heldName, value: held } = filterBox.contains(document.activeElement) ? document.activeElement : {};
    filterBox.replaceChildren(...order.filter((name) => counts[name]).map((name) => {
      const values = counts[name];
      const options = Object.entries(values).filter(([value, count]) => count > 0 || chosen.get(name).has(value)).sort((a, b) => (name === "year" ? a[0].localeCompare(b[0]) : b[1] - a[1] || a[0].localeCompare(b[0])));
      const labels = options.map(([value, count]) => {
        const box = element("input", [], { type: "checkbox", name, value, autocomplete: "off" });
        box.checked = chosen.get(name).has(value);
        return element("label", [box, element("span", value), " ", element("small", String(count))]);
      });
      const field = element("fieldset", [element("legend", form.getAttribute(`data-facet-${name}`)), ...labels.slice(0, 6)]);
      if (labels.length > 6) {
        const fold = element("details", [element("summary", words.more.replace("{}", labels.length - 6)), ...labels.slice(6)], { "data-name": name });
        fold.open = open.has(name);
        field.append(fold);
      }
      return options.length ? field : "";
    }));
    [...filterBox.querySelectorAll("input")].find(({ name, value }) => name === heldName && value === held)?.focus({ preventScroll: true });
  }

  /** Where nothing was found: queries with names that sound like what was asked for. */
  async function offerNearest(query, mine) {
    const { people = {}, places = {} } = await (await opened()).filters();
    await loaded("nearest");
    const near = nearestQueries(query, Object.keys({ ...people, ...places }));
    if (mine !== turn || !near.length) return;
    const links = near.flatMap((one) => [" ", element("a", one, { href: `?${new URLSearchParams({ q: one })}` })]);
    tally.append(element("span", [words.nearest, ...links]));
  }

  async function search() {
    const mine = ++turn;
    const query = input.value.trim();
    const filters = Object.fromEntries([...chosen].filter(([, values]) => values.size).map(([name, values]) => [name, { any: [...values] }]));
    const address = new URLSearchParams([...(query ? [["q", query]] : []), ...[...chosen].flatMap(([name, values]) => [...values].map((value) => [name, value]))]);
    try {
      history.replaceState(null, "", location.pathname + (address.size ? `?${address}` : ""));
    } catch {
      // From disk the address may be refused.
    }
    const pagefind = await opened();
    if (!query && !Object.keys(filters).length) {
      list.replaceChildren();
      tally.textContent = "";
      showFilters(await pagefind.filters());
      return;
    }
    let answer = await pagefind.search(query || null, { filters });
    if (query && answer.results.length && !isMeant(await answer.results[0].data(), query)) answer = { results: [] };
    await faces;
    if (mine !== turn) return;
    showFilters(answer.filters && Object.keys(answer.filters).length ? answer.filters : await pagefind.filters());
    tally.textContent = counted(answer.results.length);
    list.replaceChildren();
    await (answer.results.length ? more(answer.results, 0, query, mine) : offerNearest(query, mine));
  }

  async function more(results, from, query, mine) {
    const to = Math.max(from + 20, mine + from < 2 ? left.shown : 0);
    const loaded = await Promise.all(results.slice(from, to).map((result) => result.data()));
    if (mine !== turn) return;
    list.append(...loaded.map((data) => shown(data, query)));
    if (left.top && mine + from < 2) scrollTo({ top: left.top, behavior: "instant" });
    if (results.length > to) {
      const button = element("button", words.more.replace("{}", results.length - to), { type: "button" });
      const item = element("li", button);
      button.addEventListener("click", () => {
        item.remove();
        more(results, to, query, mine);
      });
      list.append(item);
    }
  }

  list.addEventListener("click", () => history.replaceState({ top: scrollY, shown: list.querySelectorAll("h2").length }, ""));
  const asked = new URLSearchParams(location.search);
  input.value = asked.get("q") ?? "";
  // What others put into an address narrows nothing.
  for (const [name, value] of asked) chosen.get(name)?.add(value);
  let pause;
  const fail = (error) => {
    tally.textContent = words.failed;
    console.error(error);
  };
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => search().catch(fail), 180);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search().catch(fail);
  });
  filterBox.addEventListener("change", ({ target }) => {
    chosen.get(target.name)[target.checked ? "add" : "delete"](target.value);
    search().catch(fail);
  });
  search().catch(fail);
})();
