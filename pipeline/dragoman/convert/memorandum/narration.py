"""Paragraphs of a dialogue that report what was done and are nobody's words."""

from __future__ import annotations

import re
from typing import Final

from dragoman.convert.memorandum.closing_patterns import ATTENDANCE

_EVENT: Final = (
    r"(?:conversation|meeting|talks?|reception|dinner|lunch(?:eon)?|breakfast|supper|exchange|discussion|"
    r"visit|"
    r"session|break|recess|toasts?|negotiations?|tour|ceremony|signing)"
)
_SIDE: Final = (
    r"(?:(?:the |both |(?:the )?two )?(?:[A-Z][\w’'-]+ )?(?:sides?|delegations?|parties|guests?|hosts?|"
    r"participants|interlocutors|delegates|visitors)|those present|the members of (?:the|both) \w+|"
    r"(?:comrade|mr\.?|the (?:ambassador|minister|chairman|interpreter)) ?[\w’'.-]*|he|she|they)"
)
_DID: Final = (
    r"(?:\w+(?:ed|en)|said|told|gave|went|took|spoke|rose|left|read|put|thought|saw|met|drank|made|began|sat)"
)
# What only a narrator says: when in the course of the meeting something was done, and by whom.
_REPORTS: Final = (
    # “After the talk the guests were shown the lock.”
    re.compile(
        rf"(?:(?:shortly |immediately |soon )?(?:after|following|during|before|at the (?:end|beginning|close|"
        rf"conclusion|start) of|in the course of|in conclusion of|with this,? ) ?(?:the|this|that|our|a) "
        rf"(?:[\w-]+ )?{_EVENT}\b|at this point,? |in conclusion of the |"
        rf"(?:after|following) (?:this|that|which),? {_SIDE} {_DID}\b)",
        re.IGNORECASE,
    ),
    # “The two sides then turned to the dam.”
    re.compile(
        r"(?:the two|both|the) (?:sides|delegations|parties|interlocutors|heads of (?:the|both) delegations) "
        r"(?:then|also|next|agreed|exchanged|turned|discussed|expressed|signed|parted|took leave|decided to "
        r"(?:continue|meet|adjourn|break))\b",
        re.IGNORECASE,
    ),
    # “In reply, the Mongolian side declared that …”
    re.compile(
        rf"(?:in (?:reply|response|answer|turn|his turn|her turn)|replying|answering|responding|thereupon|"
        rf"then|next|thereafter|afterwards?|hereupon),? {_SIDE} {_DID}\b",
        re.IGNORECASE,
    ),
    # “A dinner was given”, “A break of ten minutes followed.”
    re.compile(
        rf"(?:a|the|this) (?:[\w-]+ )?{_EVENT}\b.{{0,60}}?\b(?:was|were|followed|took place|ended|"
        r"lasted|began|closed|broke up|adjourned)\b",
        re.IGNORECASE,
    ),
    # “It was decided:”, and the decisions.
    re.compile(
        r"(?:it (?:was|has been) (?:unanimously )?(?:decided|agreed|resolved|noted|established)\b|"
        r"(?:decisions?|resolutions?|decided|resolved)\s?:)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:those present|the (?:guests|participants|interlocutors|members of (?:the|both) \w+)) "
        rf"(?:were |then |also )?{_DID}\b",
        re.IGNORECASE,
    ),
)
# Who speaks says “I” and “you”; a narrator of such records says “I” only where he is a speaker himself.
_OF_A_SPEAKER: Final = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Uu]s|[Mm]e|[Yy]our|[Mm]ine|[Oo]urs|[Yy]ours)\b|[?]"
)
_QUOTED: Final = re.compile(r"“[^”]{1,300}”|\"[^\"]{1,300}\"")


def is_report(text: str) -> bool:
    """Return True for a paragraph that tells what was done at the meeting, who was there, how it ended.

    A paragraph with “I”, “we” or “you” outside quotation marks may be speech and is none.
    """
    line = " ".join(text.split())
    if _OF_A_SPEAKER.search(_QUOTED.sub(" ", line)):
        return False
    return ATTENDANCE.match(line) is not None or any(form.match(line) for form in _REPORTS)
