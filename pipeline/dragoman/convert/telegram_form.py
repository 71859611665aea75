"""By what a telegram of a French or German service is told: its heading, and words before its lines."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dragoman.source import SourceText

# What such a telegram calls itself, and what every such word has in small letters.
HEADING: Final = re.compile(
    r"(?:t ?[ée] ?l ?[ée] ?g ?r ?a ?m ?m ?e|(?:[a-zäöü]{2,12}-?)?telegramm|fernschreiben)\b"
    r"(?:[^.:]|(?<=n[or])\.){0,48}$",
    re.IGNORECASE,
)
_WORDS: Final = ("legramm", "légramm", "g r a m m", "fernschreiben")
KEYS: Final = (
    ("from", r"de|exp[ée]diteur|von|absender"),
    ("to", r"[àa]|destinataires?|an|empf[äa]nger"),
    ("info", r"(?:pour )?info(?:rmation)?|copie(?: [àa])?|zur kenntnis|nachrichtlich"),
    ("subject", r"objet|betr(?:eff|ifft|\.)?"),
    ("reference", r"r[ée]f(?:[ée]rences?|\.)?|bezug"),
    ("date", r"date|datum"),
    ("message-number", r"num[ée]ro|n[o°º]\.?|nr\.?|nummer|lfd\. ?nr\."),
    ("distribution", r"diffusion|distribution|verteiler"),
    ("operating-signal", r"urgence|degr[ée] d['’]urgence|priorit[ée]|dringlichkeit(?:sstufe)?"),
    ("classification", r"classification|geheimhaltungsgrad"),
)
KEY: Final = re.compile(
    rf"(?:{'|'.join(f'(?P<k{at}>{words})' for at, (_, words) in enumerate(KEYS))})\s?[:：]\s*(?=\S)",
    re.IGNORECASE,
)
_TOLD: Final = frozenset(("from", "to", "subject"))
_TOP: Final = 2_000
_TOP_LINES: Final = 24
_FEWEST_TOLD: Final = 2


@lru_cache(maxsize=4)
def is_keyed_telegram(source: SourceText) -> bool:
    """Return True for a telegram that calls itself one in French or German and has such a header."""
    top = source.text[:_TOP]
    small = top.casefold()
    if not any(word in small for word in _WORDS):
        return False
    lines = [line for raw in top.split("\n") if (line := raw.strip())][:_TOP_LINES]
    told = {at: kind for at, line in enumerate(lines) if (kind := kind_by_key(line)) in _TOLD}
    # Below the header of a note it is a heading of the text: the telegram is what the note is about.
    heads = (HEADING.match(line) for line in lines[: max(told, default=0)])
    return len(set(told.values())) >= _FEWEST_TOLD and any(heads)


def kind_by_key(text: str) -> str:
    """Return what the word before the colon says that a line is, "" where it says nothing."""
    key = KEY.match(text)
    return KEYS[int((key.lastgroup or "k0")[1:])][0] if key else ""
