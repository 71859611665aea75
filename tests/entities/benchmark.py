"""Print how many documents a second are annotated, and matched alone, at 100, 1,000 and 50,000 names.

    python tests/entities/benchmark.py

A document is one of about a thousand words with forty names; the names known are invented.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from itertools import product

from entity_builders import document, person

from dragoman.entities.annotate import annotate
from dragoman.entities.matcher import Matcher
from dragoman.entities.model import Authorities
from dragoman.entities.reading import read
from dragoman.entities.tokens import tokenize
from dragoman.tei.parse import parse

SIZES = (100, 1_000, 50_000)
DOCUMENTS = 20
_STARTS = ("Bor", "Dan", "Gal", "Kar", "Lev", "Mar", "Nor", "Pet", "Rad", "Sel", "Tar", "Vol", "Zim")
_MIDDLES = ("a", "an", "el", "en", "ik", "im", "ol", "on", "ub", "ur", "yt")
_ENDS = ("ov", "in", "sky", "enko", "idze", "yan", "bat", "sen", "man", "ev", "uk", "ich")
_GIVEN = ("Anna", "Boris", "Carl", "David", "Emil", "Frank", "Georg", "Hans", "Igor", "Karl", "Lev", "Oleg")


def invented_names(count: int) -> list[str]:
    """Return different invented names, always the same ones."""
    surnames = ["".join(parts) for parts in product(_STARTS, _MIDDLES, _MIDDLES, _ENDS)]
    random.Random(1).shuffle(surnames)
    return [f"{given} {surname}" for given, surname in product(_GIVEN, surnames)][:count]


def invented_documents(names: list[str]) -> list[bytes]:
    """Return documents that mention some of the names."""
    chance = random.Random(2)
    made = []
    for _ in range(DOCUMENTS):
        paragraphs = []
        for number in range(20):
            first, second = chance.choice(names), chance.choice(names)
            words = "the river rose and the commission met to speak of it for a long time " * 3
            paragraphs.append(f'<p xml:id="p{number}">{first} said that {words} and {second} agreed.</p>')
        made.append(document("".join(paragraphs)))
    return made


def per_second(work: Callable[[], None], count: int) -> float:
    """Return how many of ``count`` pieces of work are done in a second of one processor."""
    started = time.process_time()
    work()
    return count / (time.process_time() - started)


def main() -> None:
    """Print the table."""
    print(f"{'names':>8} {'automaton':>12} {'matching':>16} {'annotating':>16}")
    for size in SIZES:
        names = invented_names(size)
        own = Authorities.of(person(f"p{number}", name) for number, name in enumerate(names))
        documents = invented_documents(names)
        started = time.perf_counter()
        matcher = Matcher(own)
        built = time.perf_counter() - started
        blocks = [[tokenize(b) for b in read(parse(octets, "d")).blocks] for octets in documents]

        def match(matcher: Matcher = matcher, blocks: list = blocks) -> None:
            for tokens in (tokens for found in blocks for tokens in found):
                list(matcher.hits(tokens))

        def tag(matcher: Matcher = matcher, own: Authorities = own, documents: list = documents) -> None:
            for octets in documents:
                annotate(octets, "d.xml", own, matcher=matcher)

        annotate(documents[0], "d.xml", own, matcher=matcher)  # reads the lists of words, once a process
        match_rate, tag_rate = per_second(match, DOCUMENTS), per_second(tag, DOCUMENTS)
        print(f"{size:>8,} {built:>10.2f} s {match_rate:>9,.0f} docs/s {tag_rate:>9,.1f} docs/s")


if __name__ == "__main__":
    main()
