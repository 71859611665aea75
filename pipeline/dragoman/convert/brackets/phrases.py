"""What translators and archivists write in brackets, as a table: the longest and surest first.

Each entry says what it makes of a bracket, and shows an example of its kind. Patterns are matched
against the text within the bracket, blanks run together, in any case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dragoman.convert.brackets.verdict import BracketClass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A known wording: the class and subtype it stands for, how sure, an example, where seen."""

    kind: BracketClass
    subtype: str
    pattern: re.Pattern[str]
    weight: float
    example: str
    seen: str


def _phrase(
    kind: BracketClass, subtype: str, pattern: str, example: str, seen: str, weight: float = 10
) -> Phrase:
    return Phrase(kind, subtype, re.compile(pattern, re.IGNORECASE), weight, example, seen)


_NUMBER = (
    r"(?:\d+(?:\s?[½¼¾]|\.\d+)?|½|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half "
    r"a|half|"
    r"several|some|few|a few|many|remaining|next|previous|last|first|following|entire|whole|rest|"
    r"remainder|less than \d+|more than \d+|approximately \w+|about \w+)"
)
_UNIT = (
    r"(?:lines?|words?|pages?|paragraphs?|sentences?|letters?|characters?|names?|surnames?|passages?|"
    r"sections?|sheets?|leaf|leaves|columns?|syllables?|phrases?|figures?|numbers?|dates?|signatures?|"
    r"parts?|portions?|text|document|page|fragments?|place names?)"
)
_LOST = (
    r"(?:illegible|unreadable|blotted(?: out)?|inked over|erased|scratched out|washed out|stained|worn away|"
    r"unclear|unintelligible|undecipherable|indecipherable|unreadably|smudged|blurred|"
    r"faded|obscured|not legible|not clear|not readable|hardly legible|cannot be read|inaudible)"
)
_MISSING = (
    r"(?:missing|lost|torn off|torn|cut off|cut out|burn(?:t|ed)|damaged|omitted|left out|"
    r"not translated|not copied|not found|destroyed|absent|wanting|not preserved|skipped)"
)
_WITHHELD = (
    r"(?:not declassified|still classified|declassification denied|excised|redacted|sanitized|sanitised|"
    r"deleted|blacked out|withheld|crossed out by the censor|blackened|security deletion)"
)
_HAND = (
    r"(?:hand-?written|in (?:pencil|ink|red|blue|green)(?: (?:pencil|ink))?|by hand|in (?:an)?other "
    r"hand|manuscript)"
)
_EDITORIAL = (
    r"(?:translator|transl|trans|tr|tn|t\.n|n\.t|editor|ed|eds|archivist|typist|note|author|"
    r"compiler|publisher)"
)
_C = BracketClass

PHRASES: Final[tuple[Phrase, ...]] = (
    # the editor or translator by name: whatever it then speaks of
    _phrase(
        _C.COMMENT,
        "",
        rf"^{_EDITORIAL}(?:['’]?s)?\.?['’]?s?\.? ?(?:note|remark|comment|addition)?s?\.?(?: by the \w+)? "
        rf"?[:–—-] ?\S",
        "Translator’s note: …",
        "translated memoranda",
    ),
    _phrase(
        _C.COMMENT,
        "",
        r"^(?:this|the (?:preceding|following|present|attached)) (?:note|document|letter|text|record|report|"
        r"telegram|page|paragraph|passage|sentence) (?:is|was|has|had|appears|seems|begins|ends)\b",
        "This page was typed on another machine",
        "collections",
    ),
    # sic
    _phrase(_C.SIC, "", r"^sic\b", "sic, should be …", "translated memoranda"),
    _phrase(
        _C.SIC,
        "",
        r"^(?:so|thus|as)(?: written)? in (?:the )?[\w ]{4,40}\b(?:;.{0,80})?\.?$",
        "so in original",
        "FRUS",
    ),
    _phrase(
        _C.SIC,
        "",
        r"^(?:!|recte\b.*|read: .*|correctly: .*|should (?:be|read):? .*)$",
        "recte Kyakhta",
        "translated memoranda",
        9,
    ),
    _phrase(
        _C.PHYSICAL,
        "signature",
        r"^(?:illegible |unreadable )?(?:signature|initials)\b",
        "Signature: “N. N.”, struck out",
        "Mongolian files",
    ),
    # a doubt that says what it doubts: before gaps, for a doubtful reading is one all the same
    _phrase(
        _C.UNCERTAIN,
        "doubt",
        r"^(?:(?:the )?(?:spelling|reading|transliteration|transcription|identification|identity|name|"
        r"date|place|year|figure)(?: (?:of|in) [^.]{2,30})? (?:is |was )?)(?:uncertain|doubtful|"
        r"conjectural|unsure|not certain|tentative|questionable|unverified)\.?$",
        "reading doubtful",
        "translated memoranda",
    ),
    _phrase(
        _C.UNCERTAIN,
        "reading",
        rf"^{_LOST}[,;:]? ?[–—-]? ?(?:perhaps|possibly|probably|maybe|presumably|may be|might be)\b",
        "illegible, probably the dam",
        "translated memoranda",
    ),
    # a hand, a stamp, a seal: before gaps, for what they report may be illegible
    _phrase(
        _C.PHYSICAL,
        "stamp",
        r"^(?:\w+ ){0,3}(?:rubber[- ])?stamp(?:ed)?\b(?! (?:duty|collect))",
        "stamp: RECEIVED",
        "Soviet and GDR files",
    ),
    _phrase(
        _C.PHYSICAL,
        "seal",
        r"^(?:(?:official|round|wax|embossed|large|red|state) ){0,2}seals?\b(?:$|[ :,.]| of)",
        "seal of the Ministry",
        "Mongolian and Korean files",
    ),
    _phrase(
        _C.PHYSICAL,
        "marginal",
        r"\b(?:in|on) (?:the )?(?:\w+[- ]){0,2}margins?\b|^margin(?:al|alia)?\b|\bmarginal (?:note|remark|"
        r"comment)",
        "handwritten in the margin: why?",
        "Soviet files",
    ),
    _phrase(
        _C.PHYSICAL,
        "handwritten",
        rf"^(?:\w+ ){{0,2}}{_HAND}\b",
        "handwritten: to the archive",
        "Soviet files",
    ),
    _phrase(
        _C.PHYSICAL,
        "marginal",
        r"^[^:]{0,40}\b(?:upper|lower|top|bottom|left|right)(?:[ -](?:left|right))?(?:[ -]hand)? "
        r"(?:corner|edge|side of the page)\b",
        "resolution across the top left corner: …",
        "Soviet files",
    ),
    _phrase(
        _C.PHYSICAL,
        "handwritten",
        r"^(?:double |twice )?(?:underlined|underscored|two vertical lines|vertical lines?|crossed out|"
        r"circled|struck (?:out|through)|ticked|check ?mark|tick|"
        r"initialled|initialed|initials?(?: of .*)?|paraph(?: of .*)?|resolution:.*|visa:.*)",
        "underlined twice",
        "Soviet files",
    ),
    _phrase(
        _C.PHYSICAL,
        "handwritten",
        r"\b(?:in|by) (?:(?:an?|the) ?)?(?:other|another|same|unknown|unidentified|different|second)? "
        r"?hand\b",
        "on the back, in another hand: …",
        "Soviet files",
    ),
    _phrase(
        _C.PHYSICAL,
        "stamp",
        r"^(?:\w*stempel|pieczęć|pieczątka|bélyegző|pechat['’]|штамп|печать)\b",
        "Eingangsstempel",
        "GDR, Polish, Hungarian files",
    ),
    _phrase(
        _C.PHYSICAL,
        "signature",
        r"^(?:unterschrift|gez\.|podpis['’]?|aláírás|gar[iy]n üseg|подпись)(?!\w)[^.]{0,40}$",
        "gez. Nauck",
        "GDR, Polish, Hungarian files",
    ),
    _phrase(
        _C.PHYSICAL,
        "signature",
        r"^(?:(?:own |personal |handwritten |original |no |two |three |both |illegible |unreadable "
        r")*signatures?|signed|signature:? .{0,60}|"
        r"/?signed/?[:,]? .{0,60}|signed by .{0,60}|s/|podpis|m\. ?p\.)[.:]?$",
        "Signature",
        "Mongolian files",
    ),
    # what is not there
    _phrase(
        _C.GAP,
        "ellipsis",
        r"^[\s.…·*_–—-]*(?:\.\s*\.|…|–\s*–|—|_\s*_|\*\s*\*|-\s*-)[\s.…·*_–—-]*$",
        "…",
        "everywhere",
    ),
    _phrase(
        _C.GAP,
        "ellipsis",
        r"^(?:etc\.? )?(?:omission|ellipsis|passage omitted)(?: in (?:the )?(?:original|document|text))?\.?$",
        "omission in original",
        "FRUS",
    ),
    _phrase(_C.GAP, "not-declassified", rf"\b{_WITHHELD}\b", "two lines not declassified", "FRUS"),
    _phrase(
        _C.GAP,
        "blank",
        r"^(?:\w+ ){0,3}left (?:blank|empty|open)(?: for .{2,40})?$|"
        r"^(?:left |space left |a )?blank(?: (?:space|in (?:the )?(?:original|text)|page|line))?\.?$|"
        r"^(?:empty|blank) (?:line|page|space)$",
        "blank in original",
        "translated memoranda",
    ),
    _phrase(
        _C.GAP,
        "illegible",
        rf"^(?:{_NUMBER} )?(?:\w+ ){{0,3}}{_LOST}(?: (?:{_UNIT}|text|handwriting|signature|passage))?(?: "
        rf"(?:in|on|here|at|due|because).*)?\.?$",
        "two words illegible",
        "translated memoranda",
    ),
    _phrase(
        _C.GAP,
        "illegible",
        rf"^(?:[\w’'-]+,? ){{1,8}}{_LOST}\.?$",
        "a word in another script, not legible",
        "translated memoranda",
    ),
    _phrase(
        _C.GAP,
        "missing",
        rf"^(?:the )?(?:{_NUMBER} )?(?:of )?(?:the )?(?:{_UNIT})(?: \d+)?(?: of (?:the )?{_UNIT})?(?: (?:is|"
        rf"are|was|were|has been))? {_MISSING}(?: (?:in|from|here|at|of|due|by|because).*)?\.?$",
        "one line missing",
        "translated memoranda",
    ),
    _phrase(
        _C.GAP,
        "missing",
        rf"^(?:missing|torn)(?: {_UNIT})?\.?$|^{_NUMBER} missing {_UNIT}$|^remainder of .*(?:missing|torn|"
        rf"not).*$",
        "missing page",
        "translated memoranda",
    ),
    _phrase(
        _C.GAP,
        "missing",
        rf"^{_NUMBER} {_UNIT} \w+ (?:out|off|over)\b.{{0,40}}$",
        "two words crossed out beyond reading",
        "translated memoranda",
    ),
    _phrase(
        _C.GAP,
        "missing",
        rf"^{_NUMBER} {_UNIT} \w+\.?$",
        "one word smeared",
        "translated memoranda",
        7,
    ),
    _phrase(
        _C.GAP,
        "missing",
        r"^(?:(?:the |this )?(?:text|document|page|manuscript|record|typescript|copy|sentence|paragraph|"
        r"letter|note|line|transcript|tape) )?(?:breaks? off|ends|stops|is cut off|is interrupted|"
        r"is incomplete|incomplete)(?: (?:here|abruptly|at this point|in mid-?sentence))?\.?$",
        "the record stops here",
        "translated memoranda",
    ),
    _phrase(_C.GAP, "illegible", r"^(?:x{2,}|\?{2,})$", "xxx", "translated memoranda", 7),
    # a note by its number: before the comments, which begin with "see" too
    _phrase(
        _C.REFERENCE,
        "note",
        r"^(?:see )?(?:fn\.?|foot-?note|note|n\.|endnote)\s?\d{1,3}(?: (?:above|below))?\.?$",
        "note 3",
        "translated memoranda",
    ),
    # the editor's or translator's own words
    _phrase(
        _C.COMMENT,
        "",
        r"[-–—,.] ?(?:trans(?:l|lator)?|tr|ed(?:itor)?s?|t\.n)\.?$",
        "he means the dam – transl.",
        "translated memoranda",
    ),
    _phrase(
        _C.COMMENT,
        "",
        r"^(?:\w+ ){0,3}(?:attached|enclosed|appended|not reproduced)\b.{3,}|^(?:contains|attached|"
        r"attachment|enclosed|enclosure|follows|there follows|appended)\b.{8,}",
        "Contains a report on …",
        "collections",
    ),
    _phrase(
        _C.COMMENT,
        "",
        r"^(?:general |loud |stormy |prolonged |brief |a )*(?:laugh(?:s|ter|ing)|applause|pause|silence|"
        r"commotion|"
        r"animation|interruption|recess|break|toasts?|noise|exclamations?)(?: in the .*)?[.!]?$",
        "laughter",
        "verbatim records",
    ),
    _phrase(
        _C.COMMENT,
        "",
        r"^(?:(?:he|she|they) )?(?:laughs?|smil(?:es|ing)|nods|interrupts|interrupting|reads|shows|hands "
        r"over|points|gestures|pauses|rises|"
        r"turning to|addressing|looking at|to [A-Z]\w+[:.]?$)\b.*$",
        "turning to Dorjsuren",
        "verbatim records",
        7,
    ),
    _phrase(
        _C.COMMENT,
        "",
        r"^(?:speaks |spoken |said |says |written |replies |answers |continues )?(?:in|into) (?:russian|"
        r"english|mongolian|chinese|german|polish|hungarian|korean|french|latin|cyrillic)(?: in (?:the "
        r")?original)?[.:,]?$",
        "in Russian",
        "verbatim records",
    ),
    _phrase(
        _C.COMMENT,
        "",
        r"^(?:emphasis|italics|underlining|capitals) (?:in|added|mine|by)\b.*$",
        "emphasis added",
        "translations",
        9,
    ),
    _phrase(
        _C.COMMENT,
        "",
        r"^(?:see|cf\.|compare|document \d+|for the .* see)\b.{3,}",
        "see document 12",
        "collections",
        8,
    ),
    _phrase(
        _C.COMMENT,
        "",
        r"\b(?:not to be confused with|reference is to|refers to|is meant|he means|they mean)\b",
        "not to be confused with the minister",
        "translated memoranda",
    ),
    # meanings
    _phrase(_C.GLOSS, "", r"^or(?: else)?: ", "or: kept dry", "translated memoranda"),
    _phrase(
        _C.GLOSS,
        "",
        r"^(?:now|today|present-day|formerly|later|then) (?-i:[A-Z])",
        "now Ulaanbaatar",
        "translated memoranda",
    ),
    _phrase(
        _C.GLOSS,
        "",
        r"^(?:i\.? ?e\.|that is|that is to say|namely|viz\.?|meaning|means|literally|lit\.|in other words|"
        r"or:? |also (?:known|called)|a\.?k\.?a\.?|known as|today|today['’]s|now:? |nowadays|present-day|"
        r"formerly|equivalent|approximately|"
        r"a (?:kind|type|sort|form) of|=)",
        "i.e. the dam",
        "translated memoranda",
        8,
    ),
    _phrase(
        _C.GLOSS,
        "",
        r"^(?:(?:the )?(?:abbreviation|acronym) (?:of|for)|abbr\.)",
        "abbreviation of …",
        "translated memoranda",
        8,
    ),
    # pages and folios
    _phrase(
        _C.REFERENCE,
        "page",
        r"^(?:start of |begin(?:ning)? of |end of )?(?:page|pages|pg\.?|p\.|pp\.|fol(?:io)?\.?|list|str\.|"
        r"s\.|sheet|leaf|khuudas)\s?(?:no\.? ?)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
        r"(?:\s?(?:ob(?:orot)?\.?|verso|recto|[rvab]))?(?: (?:of|/) \d{1,4})?(?: (?:begins|ends))?\.?$",
        "page 3",
        "translated memoranda",
    ),
    _phrase(_C.REFERENCE, "note", r"^(?:[*†‡]{1,3}|i{1,3}|iv|vi{0,3}|ix)$", "*", "translated memoranda", 7),
)


@lru_cache(maxsize=8192)
def phrase_in(inner: str) -> Phrase | None:
    """Return the first phrase of the table that the text of a bracket holds, or None."""
    return next((phrase for phrase in PHRASES if phrase.pattern.search(inner)), None)


# "[Rus.: uroven’]", "[in Mongolian: khudal]", "[Chinese huaqiao]"
LABELLED_TERM: Final = re.compile(
    r"^(?:in )?(?:the )?(?P<label>[A-Za-z]+)\.?(?: (?:term|word|original|"
    r"text))?\s?(?P<colon>[:–—-])?\s+(?P<term>\S.*)$"
)
# "[bar’dag, lit. holding tight]"
TERM_WITH_MEANING: Final = re.compile(
    r"^(?P<term>[^,;:=–—]+?)\s?(?:[,;:=–—]\s?|\s)(?:lit(?:erally|\.)|meaning|i\.e\.|=)", re.IGNORECASE
)
