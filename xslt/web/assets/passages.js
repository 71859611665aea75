// What the search shows of a document that it found: its title, the passages with what was sought lit. Needs sought.js, search.js.
"use strict";

/** Whether a word that was hit is one that was asked for, or a form of it: the index also gives “and” for “a”. */
function isAsked(word, sought) {
  const parts = (word?.match(Sought.word) ?? []).map(Sought.folded);
  // “U.S.” is “us”.
  parts.push(parts.join(""));
  const isOf = (part, stem) => (stem.length < 3 ? part === stem : isForm(part, stem) || Sought.meant(part, stem));
  return /\p{Script=Han}/u.test(word) || [...sought.terms, ...sought.compounds].flat().some((stem) => parts.some((part) => isOf(part, stem)));
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
  // What else a name is called stands up to the next. A person is meant by any word of it.
  const isNamed = (anchor) => sought.isNamed(text.slice(anchor.location, anchors[anchors.indexOf(anchor) + 1]?.location).join(glue).split(anchor.id.endsWith("~") ? " " : ";"));
  // Of a phrase the index knows the first place in a page.
  const phrases = sought.terms.filter((term) => term.length > 1).flatMap((term) => placesOf(term, text, 0, text.length));
  for (const location of new Set([...data.weighted_locations.map((hit) => hit.location), ...phrases])) {
    let anchor = anchors.findLast((candidate) => candidate.location <= location);
    const [, below, name] = /^~([^~]*)~?(.*)/su.exec(anchor?.id ?? "") ?? [];
    const isMeant = !name || isNamed(anchor);
    if (below) anchor = anchors.find(({ id }) => id === below);
    else if (!isAsked(text[location], sought)) continue;
    const key = anchor?.id ?? "";
    const passage = found.get(key) ?? { id: key, start: anchor?.location ?? 0, end: anchor ? endOf(anchor) : text.length, hits: new Set(), names: new Set(), isMeant: false };
    passage.isMeant ||= isMeant;
    if (!below) passage.hits.add(location);
    else if (name && isMeant) passage.names.add(name);
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
  // Of a name that is not meant a word was found: shown where there is nothing else.
  const passages = [...found.values()].sort((a, b) => b.hits.size - a.hits.size);
  const meant = passages.filter(({ isMeant }) => isMeant);
  return meant.length ? meant : passages;
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
  // As the page of the search can lead to it.
  const url = data.url.replace(/^.*?(documents\/)/, "$1");
  // The document lights the forms that were found in it, too.
  const stems = sought.terms.flat();
  const forms = query.includes('"') ? [] : wordsFound(data).filter((word) => word.length > 3 && stems.some((stem) => !Sought.meant(word, stem) && isForm(word, stem)));
  const passages = query ? passagesOf(data, sought) : [];
  const names = new Set(passages.flatMap((passage) => [...passage.names].map((name) => `"${name.replace(/["~]/g, " ").trim()}"`)));
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
