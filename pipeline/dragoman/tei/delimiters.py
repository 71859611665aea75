"""The delimiters that ``@rend`` stands for.

Brackets that are printed round a word in the transcript are not text of the word. They
vanish into a token of ``@rend`` and come back from it when the transcript is read out
of the document. This table is the only place that knows them.
"""

from __future__ import annotations

from typing import Final

DELIMITERS: Final[dict[str, tuple[str, str]]] = {
    "brackets": ("[", "]"),
    "parentheses": ("(", ")"),
    "braces": ("{", "}"),
    "angle-brackets": ("<", ">"),
    "fullwidth-brackets": ("［", "］"),
    "fullwidth-parentheses": ("（", "）"),
    "lenticular-brackets": ("【", "】"),
    "tortoise-brackets": ("〔", "〕"),
    "slashes": ("/", "/"),
    "asterisks": ("**", "**"),
    "underscores": ("_", "_"),
    "bullet": ("•", ""),
    "hyphen-bullet": ("-", ""),
    "dash-bullet": ("–", ""),
    "asterisk-bullet": ("*", ""),
    "middle-dot-bullet": ("·", ""),
}

REND_OF: Final[dict[tuple[str, str], str]] = {pair: token for token, pair in DELIMITERS.items()}


def delimiters(rend: str | None) -> tuple[str, str]:
    """Return what stands before and after an element with this ``@rend``; outermost first."""
    if not rend:
        return "", ""
    pairs = [DELIMITERS[token] for token in rend.split() if token in DELIMITERS]
    return "".join(p[0] for p in pairs), "".join(p[1] for p in reversed(pairs))
