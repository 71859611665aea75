"""What verbatim records say in brackets of the scene: who laughs, rises, turns to whom, speaks what.

Nobody supplies *laughter* to complete a sentence: such a word settles the matter. A *pause* or a *break*
may be what a sentence lacks; where a sentence has ended before it, it is not (`evidence.known_phrase`).
"""

from __future__ import annotations

from typing import Final

from dragoman.convert.brackets.phrase_parts import Phrase, phrase
from dragoman.convert.brackets.verdict import BracketClass as C

SEEN: Final = "verbatim records"
_DEGREE: Final = (
    r"(?:(?:general|loud|stormy|prolonged|brief|a|an|long|short|light|some|much|great|lively|renewed|"
    r"further|continued|sustained|thunderous|nervous|scattered|mild|warm|slight|sudden|awkward|"
    r"unanimous|tense),? )*"
)
_WHERE: Final = r"(?: (?:in|from|of|on|among|at|by) .*)?"
_WHO: Final = (
    r"(?:(?:he|she|they|all|both|everyone|everybody|(?:the )?(?-i:[A-Z])[\w’'-]+|the \w+)(?: also)? )"
)

SCENES: Final[tuple[Phrase, ...]] = (
    phrase(
        C.COMMENT,
        "",
        rf"^{_DEGREE}(?:laugh(?:s|ter|ing)?|applause|ovation|hilarity|mirth|merriment|cheers|cheering|"
        r"booing|catcalls|hisses|chuckles?|commotion|uproar|tumult|cross-?talk|"
        rf"animation in the (?:hall|room)){_WHERE}(?:[,;] .{{1,60}})?[.!]?$",
        "laughter",
        SEEN,
        12,
    ),
    phrase(
        C.COMMENT,
        "",
        rf"^{_DEGREE}(?:pause|silence|amusement|stir(?:ring)?|"
        r"agitation|excitement|unrest|murmurs?|murmuring|"
        r"whispers?|whispering|shouts?|shouting|sighs?|coughs?|movement|approval|"
        r"assent|dissent|consternation|disorder|disturbance|interjections?|"
        rf"animation|interruption|recess|break|toasts?|noise|exclamations?){_WHERE}[.!]?$",
        "a long pause",
        SEEN,
    ),
    phrase(
        C.COMMENT,
        "",
        rf"^{_WHO}(?:laughs?|smiles?|nods?|applauds?|sighs?|coughs?|rises?|stands?(?: up)?|bows?|drinks?)"
        r"(?:(?:,| and| at| to| in| from) .{1,60})?[.!]?$",
        "the Minister smiles",
        SEEN,
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:(?:he|she|they) )?(?:laughs?|smil(?:es|ing)|nods|interrupts|interrupting|reads|shows|hands "
        r"over|points|gestures|pauses|rises|"
        r"turning to|addressing|looking at|to (?-i:[A-Z])\w+[:.]$)\b.*$",
        "turning to Dorjsuren",
        SEEN,
        7,
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:the |a )?(?:bell|telephone|phone|alarm|siren|clock) (?:rings?|ringing|strikes|sounds)"
        r"\b.{0,40}$",
        "the telephone rings",
        SEEN,
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:a )?(?:voices?|shouts?|cr(?:y|ies)|calls?) from (?:the )?(?:floor|hall|audience|gallery|back|"
        r"room|rostrum|presidium)\b.{0,40}$",
        "voices from the floor",
        SEEN,
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:a )?(?:break|recess|adjournment|intermission) (?:for|until) .{1,40}$",
        "break for lunch",
        SEEN,
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:the )?interpreter (?:repeats|translates|interprets|corrects|asks|hesitates|explains)\b.{0,60}$",
        "the interpreter repeats the question",
        SEEN,
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:speaks |speaking |spoken |said |says |written |replies |answers |continues )?(?:in|"
        r"into) (?:russian|"
        r"english|mongolian|chinese|german|polish|hungarian|korean|french|latin|cyrillic)(?: in (?:the "
        r")?original)?[.:,]?$",
        "in Russian",
        SEEN,
    ),
)
