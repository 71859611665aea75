// What a search has found, in a passage and in a document: words, phrases, forms without diacritics, parts of Chinese words, other names.
"use strict";

/** Where a search has found something: the terms of its query, and the places in words where they stand. */
class Sought {
  // Letters that are no base letter with a mark (as in render/search.py).
  static letters = { ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ħ: "h", ı: "i", ŋ: "ng" };

  static word = /[\p{L}\p{M}\p{N}]+(?:[’‘'´][\p{L}\p{M}\p{N}]+)*/gu;

  /** A word as the index has it beside its own form. */
  static folded(word) {
    return word.toLowerCase().replace(/[łøđðþæœßħıŋ]/g, (letter) => Sought.letters[letter]).normalize("NFD").replace(/[\p{M}’‘ʼʻʿʾ'´]/gu, "");
  }

  /** Each term a list of words: one, or those of a phrase. The parts of a compound may also stand as one word. */
  constructor(query) {
    const written = (query.match(/"[^"]+"|[^\s"]+/g) ?? []).map((term) => [term.startsWith('"'), (term.match(Sought.word) ?? []).map(Sought.folded)]);
    this.terms = written.flatMap(([isPhrase, words]) => (isPhrase ? [words] : words.map((word) => [word]))).filter((words) => words.length);
    this.compounds = written.filter(([isPhrase, words]) => !isPhrase && words.length > 1).map(([, words]) => [words.join("")]);
  }

  /** What of a word is meant by a word of the query: [from, to], or nothing. Endings differ; short words have none. */
  static meant(word, stem) {
    if (/\p{Script=Han}/u.test(stem)) {
      const from = word.indexOf(stem);
      return from < 0 ? undefined : [from, from + stem.length];
    }
    const form = Sought.folded(word);
    const isMeant = stem.length < 4 ? form === stem : form.startsWith(stem.length > 5 ? stem.slice(0, -2) : stem);
    return isMeant ? [0, word.length] : undefined;
  }

  /** The places of a term in a row of words: [number of the word, from, to] for each of its words. */
  static places(term, words) {
    return words.flatMap((_, start) => {
      const places = term.map((stem, number) => words[start + number] && Sought.meant(words[start + number], stem));
      return places.every(Boolean) ? places.map(([from, to], number) => [start + number, from, to]) : [];
    });
  }

  /** Whether one of these forms of a name is meant, all its words: “river” is not “Selenga River”. “of” says nothing, unless nothing else was asked for; a letter or a Han character alone (“河”) names nobody. */
  isNamed(forms) {
    const stems = this.terms.flat();
    const isLong = (one) => one.length > 3 || /\p{Script=Han}/u.test(one);
    const isMeant = (word) => word[1] && stems.some((stem) => Sought.meant(word, stem));
    return forms.map((form) => form.match(Sought.word) ?? [""]).some((words) => words.every(isMeant) && (words.some(isLong) || !stems.some(isLong)));
  }

  /** The places of all terms. */
  in(words) {
    return [...this.terms, ...this.compounds].flatMap((term) => Sought.places(term, words));
  }
}
