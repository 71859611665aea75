"""Who is named in the heading of a record in its own language, in the case in which the text has the name.

“ЗАПИСЬ БЕСЕДЫ с послом Ц. БОЛДОМ”, “Notatka z rozmowy z D. Bazarem”: a heading inflects the names. Where
the text has the word without the ending, that is the name; otherwise it stays as it is printed.
"""

from __future__ import annotations

import re
from typing import Final

from dragoman.convert.memorandum.names import people_in
from dragoman.convert.memorandum.native_names import han_names, hangul_names

# Endings of names, the longest first: Russian and Bulgarian, Mongolian, Polish and Czech, Hungarian, German.
_ENDINGS: Final = tuple(
    sorted(
        (
            "ого его ому ему ым им ом ем ой ей ою ею а я у ю е ы и ийн ын тай той тэй д т г "
            "em iem ego emu ym im ą ę a y i owi u ie ovi ou ého ému ým ém e "
            "val vel nak nek ról ről tól től t s es"
        ).split(),
        key=lambda ending: (-len(ending), ending),
    )
)
_SHORTEST: Final = 3
_HAN: Final = re.compile(
    r"(?P<first>.{2,30}?)(?:接见|接見|会见|會見|同|与|與|和|跟)(?P<second>.{2,30}?)(?:的)?(?:谈|談|会|會|座)"
)
_HANGUL: Final = re.compile(
    r"(?P<first>.{2,40}?)(?:와|과|및)\s(?P<second>.{2,40}?)(?:의|간의)?\s(?:담화|대화|회담|면담|접견)"
)


def names_of_title(title: str, text: str) -> list[str]:
    """Return the names in a heading in its own language; ``text``: the transcript, for their plain form."""
    for signs, names in ((_HAN, han_names), (_HANGUL, hangul_names)):
        if found := signs.match(title):
            pieces = [found["first"], found["second"]]
            return [piece[start:end] for piece in pieces for start, end in names(piece)[-1:]]
    return [plain_form(title[start:end], text) for start, end in people_in(title)]


def plain_form(name: str, text: str) -> str:
    """Return a name without the ending of its surname, where the text has the surname so; else as it is."""
    surname = re.search(r"[^\W\d_]+$", name.rstrip(" ."))
    if surname is None or len(surname[0]) <= _SHORTEST:
        return name
    word = surname[0].casefold()
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    # “БОЛД” of a heading in capitals is “Болд” as well.
    for stem in (*stems, *([word] if surname[0].isupper() else [])):
        if len(stem) < _SHORTEST:
            continue
        for seen in re.finditer(rf"(?<![^\W_]){re.escape(stem)}(?![^\W_])", text, re.IGNORECASE):
            if seen[0].istitle():
                return f"{name[: surname.start()]}{seen[0]}"
    return name
