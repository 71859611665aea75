"""What translators and archivists write in brackets, as a table: the longest and surest first.

Each entry says what it makes of a bracket, and shows an example of its kind. Patterns are matched
against the text within the bracket, blanks run together, in any case.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dragoman.convert.brackets.phrase_parts import EDITORIAL, Phrase, phrase
from dragoman.convert.brackets.phrases_of_hands import HANDS
from dragoman.convert.brackets.phrases_of_languages import NATIVE
from dragoman.convert.brackets.phrases_of_loss import DOUBTS, GAPS
from dragoman.convert.brackets.phrases_of_scenes import SCENES
from dragoman.convert.brackets.phrases_of_slips import SLIPS
from dragoman.convert.brackets.verdict import BracketClass as C

PHRASES: Final[tuple[Phrase, ...]] = (
    # the editor or translator by name: whatever it then speaks of
    phrase(
        C.COMMENT,
        "",
        rf"^{EDITORIAL}(?:['’]?s)?\.?['’]?s?\.? ?(?:note|remark|comment|addition)?s?\.?(?: by the \w+)? "
        rf"?[:–—-] ?\S",
        "Translator’s note: …",
        "translated memoranda",
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:this|the (?:preceding|following|present|attached)) (?:note|document|letter|text|record|report|"
        r"telegram|page|paragraph|passage|sentence) (?:is|was|has|had|appears|seems|begins|ends)\b",
        "This page was typed on another machine",
        "collections",
    ),
    *SLIPS,
    phrase(
        C.PHYSICAL,
        "signature",
        r"^(?:illegible |unreadable )?(?:signature|initials)\b",
        "Signature: “N. N.”, struck out",
        "Mongolian files",
    ),
    *DOUBTS,
    *NATIVE,
    *HANDS,
    *GAPS,
    # a note by its number: before the comments, which begin with "see" too
    phrase(
        C.REFERENCE,
        "note",
        r"^(?:see |cf\.? )?(?:(?:above|below),? )?(?:fn\.?|foot-?note|note|n\.|"
        r"endnote)\s?(?:no\. ?)?(?:\d{1,3}|(?-i:[a-z]))"
        r"(?:,? (?:above|below))?(?: (?:in|of) (?:the )?(?:original|source|document|text))?\.?$",
        "note 3",
        "translated memoranda",
    ),
    phrase(
        C.REFERENCE,
        "page",
        r"^(?:(?:new|next|second|third|last|\d{1,3}(?:st|nd|rd|th)) (?:page|sheet|leaf|folio)|page break|"
        r"verso|recto|"
        r"reverse(?: side)?|overleaf|back of (?:the )?(?:page|sheet)|new page begins)\.?$|"
        r"^\d{1,3}\. ?(?:o|old|oldal|lap|str)\.?$|^[-–—/|] ?\d{1,4} ?[-–—/|]$|^[/|] ?\d{1,4}$|^\d{1,4} ?[/|"
        r"]$|"
        r"^(?:here )?(?:begins|ends|starts|follows) (?:page|sheet|folio|leaf) ?\d+\b.{0,40}$|^p\. ?t\. ?o\.$|"
        r"^(?:the )?(?:original|orig\.?|typescript|manuscript|ms\.?|archival|printed) (?:page|p\.|pp\.|"
        r"sheet|folio|fol\.) ?\d+"
        r"\b.{0,30}$|^page (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b.{0,20}$",
        "next page",
        "translated memoranda",
    ),
    phrase(
        C.REFERENCE,
        "see",
        r"^(?:document|doc\.?|annex|attachment|enclosure|appendix|supplement|tab|exhibit|reference|"
        r"ref\.?) ?(?:no\.? ?)?"
        r"(?:\d{1,4}|(?-i:[A-Z]|[IVX]{1,5}))\.?$",
        "annex 2",
        "translated memoranda",
    ),
    phrase(
        C.REFERENCE,
        "see",
        r"^(?:see|cf\.?) (?:the )?(?:attachment|annex|enclosure|appendix|supplement|tab|page|p\.|paragraph|"
        r"section|point|"
        r"item|table|sheet|folio) ?(?:no\. ?)?(?:\d{1,4}|[A-Z]|[IVX]{1,5})\.?$",
        "see attachment 2",
        "translated memoranda",
    ),
    phrase(
        C.REFERENCE,
        "see",
        r"^(?:see |cf\.? )?(?:ibid(?:em)?|op\. ?cit|loc\. ?cit)\.?(?:,? .{1,20})?$|"
        r"^(?:see|cf\.?|compare) (?:above|below|overleaf)(?:,? (?:at )?(?:p\.|pp\.|pages?|note|point|"
        r"para\.?|paragraph|item|section)"
        r" ?\d+)?\.?$|^(?:see|cf\.?|compare) (?:also )?(?:p\.|pp\.|pages?|note|fn\.?|footnote|point|"
        r"para\.?|paragraph|item|§) ?\d+"
        r"(?:[-–]\d+)?(?:,? (?:above|below))?\.?$",
        "ibid.",
        "collections",
    ),
    phrase(
        C.REFERENCE,
        "shelfmark",
        r"^(?:source|archive|shelfmark|provenance) ?: ?.{4,160}\d.{0,60}$",
        "source: ZPA, DY 12/IV 3",
        "collections",
    ),
    # an archive's letters, two numbers at least, and an abbreviation before or after one of them
    phrase(
        C.REFERENCE,
        "shelfmark",
        r"^(?-i:[^\W\d_a-z]{2})(?=\D*\d+\D+\d)(?=.*(?:(?:^|[ ,;])[^\W\d_]{1,5}\. ?\d|(?:^|[ ,;])(?:fond|"
        r"opis|delo|dy|rg|"
        r"box|folder|bestand|film|zespół|dosja) ?\d|\d\.? ?(?:ő\. ?e|f|k)\.))[^“”?!\[\]]{6,140}$|"
        r"^(?-i:AVP ?RF|RGANI|RGASPI|GARF|TsKhSD|SAPMO|BArch|PA ?AA|MfAA|BStU|AMSZ|AAN|MOL|MNL|ÚV KSČ|ANIC|"
        r"TsDA|AQPPV|"
        r"NARA|TNA)\b[^“”?!\[\]]{0,100}\d[^“”?!\[\]]{0,40}$",
        "ZPA, DY 12/IV 3, Bl. 4",
        "GDR, Hungarian, Soviet files",
    ),
    phrase(
        C.REFERENCE,
        "page",
        r"^(?:verso|recto|reverse|back) of (?:the )?(?:page|folio|fol\.|sheet|leaf)\b.{0,12}$|"
        r"^(?:continue[sd]|cont\.|carried over)\b.{0,30}\b(?:page|p\.|sheet|folio)\b.{0,10}$|"
        r"^(?:fol(?:io)?s?|ff?|bl|l|ll)\.? ?\d{1,4} ?[rvab](?: ?[-–] ?\d{0,4} ?[rvab])?\.?$",
        "verso of folio 12",
        "translated memoranda",
    ),
    phrase(
        C.REFERENCE,
        "see",
        r"^(?:see|cf\.?) (?:the )?(?:attached |enclosed )?(?:attachment|annex|enclosure|appendix|map|table|"
        r"list|sketch|note|"
        r"footnote)\.?$|^(?:ref\.?|re|reference|our|your)\b.{0,20}\b(?:tel(?:egram)?|no|nr|letter|cable|"
        r"despatch)\b"
        r"\.? ?(?:no\.? ?)?\d+.{0,20}$",
        "see the annex",
        "translated memoranda",
    ),
    phrase(C.REFERENCE, "note", r"^[¹²³⁰⁴-⁹]{1,3}$", "²", "translated memoranda"),
    # it points to a place by its number, or by its day, and says no more
    phrase(
        C.REFERENCE,
        "see",
        r"^(?:(?:on|for|about|concerning|regarding) [^.;:]{2,30},? )?(?:see|cf\.?|compare|vide|vgl\.?)"
        r"(?: also| further| above| below| ibid\.?)*,? (?=[^;!?]*\d)(?!.*\. [A-Z])(?:[^.;!?]|\.(?= ?[\w§]))"
        r"{2,90}\.?$",
        "see protocol 14, item 3",
        "collections",
    ),
    phrase(
        C.REFERENCE,
        "see",
        r"^(?:(?:the )?(?:document|doc\.?|annex|attachment|enclosure|appendix|supplement|tab|exhibit|note|"
        r"foot-?note|item|section|paragraph|table|list|folder|file|protocol|record|telegram|letter) ?"
        r"(?:nos?\.? ?|nr\.? ?|№ ?)?(?:\d{1,5}|(?-i:[A-Z]|[IVX]{1,5})),? (?:above|below|overleaf|attached|"
        r"enclosed|(?:to|of|in) (?:the|this|our|their|his|my)\b.{2,60})\.?)$",
        "annex 3 to the minutes",
        "translated memoranda",
    ),
    phrase(
        C.REFERENCE,
        "see",
        r"^(?:(?:our|your|their|my|his) )?(?:telegram|tel\.|cable|letter|despatch|dispatch|note|report|"
        r"circular|"
        r"memorandum|airgram)(?: (?:nos?\.?|nr\.?|№|number))? ?№?\d+(?:[/-]\w+)*"
        r"(?:,? (?:of|from|dated) .{3,30})?\.?$",
        "telegram 214 of 3 May",
        "translated memoranda",
        8,
    ),
    phrase(
        C.REFERENCE,
        "see",
        r"^(?:ref\.|re:|with reference to) ?(?:to )?(?:our|your|my|the|their)\b.{3,60}\d.{0,20}$",
        "ref. our letter of 4 May",
        "telegrams",
    ),
    phrase(
        C.REFERENCE,
        "shelfmark",
        r"^(?:(?:new|old|former|present|current|archival|archive) )*(?:call ?number|shelf ?mark|"
        r"(?:inventory|file|folder|reference|accession|catalogue) (?:number|no\.?|mark))s? ?:? "
        r".{0,40}\d.{0,40}$",
        "old call number: 12/77",
        "collections",
    ),
    phrase(
        C.REFERENCE,
        "see",
        r"^(?:above|below),? (?:at )?(?:pp?\.|pages?|note|point|item|section|paragraph) ?\d+(?:[-–]\d+)?\.?$|"
        r"^(?:pp?\.|pages?|note|point|item|section|paragraph|nos?\.|nr\.|№) ?\d+(?:[-–]\d+)?,? "
        r"(?:above|below|(?:of|on|in) (?:the|this|our|their)\b.{2,50})\.?$",
        "item 4 on the agenda",
        "translated memoranda",
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:foot|end|marginal )?-?note in (?:the )?(?:original|source|document|text|manuscript|"
        r"typescript)\.?$|"
        r"^(?:not )?(?:attached|enclosed|appended)\.?$",
        "note in the original",
        "translated memoranda",
    ),
    # the editor's or translator's own words
    phrase(
        C.COMMENT,
        "",
        r"^(?:an? )?(?:untranslatable )?(?:pun|play on words|wordplay|allusion to)\b.{0,60}$|"
        r"^(?:unsigned|hand-?shakes?)\.?$",
        "a play on words",
        "translated memoranda",
    ),
    # said of the whole document
    phrase(
        C.COMMENT,
        "",
        r"^(?:undated|untitled|no (?:date|heading|title|salutation))\.?$",
        "undated",
        "translated memoranda",
        12,
    ),
    phrase(
        C.COMMENT,
        "",
        r"[-–—,.] ?(?:trans(?:l|lator)?|tr|ed(?:itor)?s?|t\.n)\.?$",
        "he means the dam – transl.",
        "translated memoranda",
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:\w+ ){0,3}(?:attached|enclosed|appended|not reproduced)\b.{3,}|^(?:contains|attached|"
        r"attachment|enclosed|enclosure|follows|there follows|appended)\b.{8,}",
        "Contains a report on …",
        "collections",
    ),
    *SCENES,
    phrase(
        C.COMMENT,
        "",
        r"^(?:emphasis|italics|underlining|capitals) (?:in|added|mine|by)\b.*$",
        "emphasis added",
        "translations",
        9,
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:see|cf\.|compare|document \d+|for the .* see)\b.{3,}",
        "see also the discussion of the dam",
        "collections",
        8,
    ),
    phrase(
        C.COMMENT,
        "",
        r"\b(?:not to be confused with|reference is to|refers to|is meant|he means|they mean)\b",
        "not to be confused with the minister",
        "translated memoranda",
    ),
    # meanings
    phrase(
        C.GLOSS,
        "",
        r"^(?:i\. ?e\.,?|that is(?: to say)?,|namely,|viz\.,?|in other words,?) ?.{3,}",
        "that is, the dam",
        "translated memoranda",
    ),
    phrase(C.GLOSS, "", r"^or(?: else)?: [^?？]+$", "or: kept dry", "translated memoranda", 12),
    phrase(
        C.GLOSS,
        "",
        r"^(?:now|today|present-day|formerly|later|then) (?-i:[A-Z])",
        "now Ulaanbaatar",
        "translated memoranda",
    ),
    phrase(
        C.GLOSS,
        "",
        r"^(?:i\.? ?e\.|that is|that is to say|namely|viz\.?|meaning|means|literally|lit\.|in other words|"
        r"or:? |also (?:known|called)|a\.?k\.?a\.?|known as|today|today['’]s|now:? |nowadays|present-day|"
        r"formerly|equivalent|approximately|"
        r"a (?:kind|type|sort|form) of|=)",
        "i.e. the dam",
        "translated memoranda",
        8,
    ),
    phrase(
        C.GLOSS,
        "",
        r"^(?:(?:the )?(?:abbreviation|acronym) (?:of|for)|abbr\.)",
        "abbreviation of …",
        "translated memoranda",
        8,
    ),
    # pages and folios
    phrase(
        C.REFERENCE,
        "page",
        r"^(?:(?:the )?(?:start|begin|beginning|end|top|bottom|foot) of )?(?:page|pages|pg\.?|p\.|pp\.|"
        r"fol(?:io)?\.?|list|str\.|blatt|bl\.|"
        r"seite|strona|oldal|k\.|karta|стр\.|с\.|л\.|лист|l\.|ll\.|ff?\.|"
        r"s\.|sheet|leaf|khuudas)\s?(?:no\.? ?)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
        r"(?:,?\s?(?:ob(?:orot)?\.?|verso|recto|[rvab]))?(?: (?:of|/) \d{1,4}| (?:of|"
        r"in) (?:the )?[a-z][\w ]{2,50})?"
        r"(?: (?:begins|ends|follows))?\.?$",
        "page 3",
        "translated memoranda",
    ),
    phrase(C.REFERENCE, "note", r"^(?:[*†‡]{1,3}|i{1,3}|iv|vi{0,3}|ix)$", "*", "translated memoranda", 7),
)


_DOTS_ASIDE: Final = re.compile(r"^(?:…|\.{3}) ?(?=\w)|(?<=\w) ?(?:…|\.{3})$")


@lru_cache(maxsize=8192)
def phrase_in(inner: str) -> Phrase | None:
    """Return the first phrase of the table that the text of a bracket holds, or None.

    Dots on either side of the words are passed over: ``[… two pages missing …]``.
    """
    inner = _DOTS_ASIDE.sub("", inner) or inner
    return next((entry for entry in PHRASES if entry.pattern.search(inner)), None)


# "[Rus.: uroven’]", "[in Mongolian: khudal]", "[Chinese huaqiao]"
LABELLED_TERM: Final = re.compile(
    r"^(?:in )?(?:the )?(?P<label>[A-Za-z]+)\.?(?: (?:term|word|original|"
    r"text))?\s?(?P<colon>[:–—-])?\s+(?P<term>\S.*)$"
)
# "[bar’dag, lit. holding tight]"
TERM_WITH_MEANING: Final = re.compile(
    r"^(?P<term>[^,;:=–—]+?)\s?(?:[,;:=–—]\s?|\s)(?:lit(?:erally|\.)|meaning|i\.e\.|=)", re.IGNORECASE
)
