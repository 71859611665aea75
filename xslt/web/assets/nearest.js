// For a query that finds nothing: names of the registers that sound like its words. Of another transliteration, of another alphabet, misspelled.
"use strict";

/** Queries in which words have become names that sound like them, the nearest first. Needs sought.js. */
function nearestQueries(query, names) {
  // Whoever wrote it: sibilants with what stands about them are one, so are vowels. “Wereschtschagin”, “Vereščagin”, “Верещагин” are “varasagan”.
  const soundOf = (word) => Sought.folded(word)
    .replace(/[а-яіє]/g, (letter) => "abvgdeszaaklmnoprstufhsssshahaaaaa"["абвгдежзийклмнопрстуфхцчшщъыьэюяіє".indexOf(letter)])
    .replace(/[tdscxzjqh]*[scxzq][tdscxzjqh]*/g, "s")
    .replace(/kh/g, "h").replace(/w/g, "v").replace(/(.)h/g, "$1")
    .replace(/[aeiouyj]+/g, "a").replace(/(.)\1+/g, "$1");

  /** How many letters are to be put in, taken out or exchanged to make one of the other, as far as that is allowed. */
  const steps = (one, other, limit) => {
    if (!one || !other) return one.length + other.length;
    const a = one.slice(1), b = other.slice(1);
    if (one[0] === other[0]) return steps(a, b, limit);
    return limit ? 1 + Math.min(steps(a, other, limit - 1), steps(one, b, limit - 1), steps(a, b, limit - 1)) : 9;
  };

  const sounds = [...new Set(names.join(" ").match(Sought.word))].map((word) => [word, soundOf(word)]);
  const nearest = (word, rank) => {
    const sound = soundOf(word);
    const limit = sound.length > 11 ? 2 : +(sound.length > 5);
    const found = sounds.map(([name, other]) => [name, steps(sound, other, limit)]).sort((a, b) => a[1] - b[1]);
    // What sounds the same is meant, and nothing that only resembles it.
    const near = found.filter(([, far]) => sound[2] && far <= (found[0][1] && limit));
    return (near[rank] ?? near[0] ?? [word])[0];
  };
  const made = [0, 1, 2, 3, 4].map((rank) => query.replace(Sought.word, (word) => nearest(word, rank)));
  return [...new Set(made)].filter((one) => Sought.folded(one) !== Sought.folded(query));
}
