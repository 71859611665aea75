// The search page. Pagefind searches; needs sought.js. What only some questions need comes with them: passages.js, nearest.js, disk.js.
"use strict";

/** The words of a page as the index counts them, and what stands between them. */
function wordsOf(data) {
  // Where words are not parted by blanks, the index parts them by a mark that is seen by nobody.
  const isMarked = data.raw_content?.includes("\u200b");
  const text = isMarked ? data.raw_content.replaceAll("&lt;", "<").replaceAll("&gt;", ">").split("\u200b") : data.content.split(/\s+/g);
  return { text, glue: isMarked ? "" : " " };
}

/** The words that the index found for a query, without their marks. */
function wordsFound(data) {
  const { text } = wordsOf(data);
  return [...new Set(data.weighted_locations.flatMap(({ location }) => text[location]?.match(Sought.word) ?? []).map(Sought.folded))];
}

/** Whether a word is another form of one that was asked for: “meet” of “meeting”. */
function isForm(word, stem) {
  const same = [...stem].findIndex((letter, at) => letter !== word[at]);
  return same < 0 || (same > 2 && same >= Math.min(stem.length / 2, stem.length - 4));
}

function element(name, content, attributes = {}) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...[content].flat());
  return made;
}

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

  const scripts = {};
  const loaded = (name) => (scripts[name] ??= new Promise((resolve, reject) => {
    document.head.append(element("script", [], { src: `assets/${name}.js` }));
    Object.assign(document.head.lastChild, { onload: resolve, onerror: reject });
  }));

  /** Pagefind over http: a module beside the page. */
  async function openServed(base, options) {
    const pagefind = await import(`${base}pagefind.js`);
    await pagefind.options(options);
    await pagefind.init();
    return pagefind;
  }

  async function open() {
    const isDisk = location.protocol === "file:";
    if (isDisk) await loaded("disk");
    const base = isDisk ? "https://disk.invalid/pagefind/" : new URL("pagefind/", document.baseURI).href;
    const options = { baseUrl: isDisk ? "./" : new URL(".", document.baseURI).pathname };
    const pagefind = await (isDisk ? pagefindFromDisk(base) : openServed(base, options));
    // The index of a large edition has several parts: the first says how many.
    const { parts } = await (await fetch(`${base}parts.json`)).json();
    // All at once: on a slow line each is waited for longer than it takes. They keep their order.
    await Promise.all(Array.from({ length: parts - 1 }, (_, number) => pagefind.mergeIndex(`${base}${number + 2}/`, options)));
    // Only once the filters are loaded does an answer come with their counts.
    await pagefind.filters();
    return pagefind;
  }

  const opened = () => (engine ??= open());

  /** Whether a page was found by what was asked for: of a word that it does not know, the index takes the first letters (“do” of “dorzsuren”). */
  function isMeant(data, query) {
    const found = wordsFound(data);
    return new Sought(query).terms.flat().every((stem) => stem.length < 3 || /\p{Script=Han}/u.test(stem) || found.some((word) => isForm(word, stem)));
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
    const [, ...found] = await Promise.all([loaded("passages"), ...results.slice(from, to).map((result) => result.data())]);
    if (mine !== turn) return;
    list.append(...found.map((data) => shown(data, query)));
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
