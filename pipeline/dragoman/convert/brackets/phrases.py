"""What translators and archivists write in brackets, as a table: the longest and surest first.

Each entry says what it makes of a bracket, and shows an example of its kind. Patterns are matched
against the text within the bracket, blanks run together, in any case.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dragoman.convert.brackets.phrase_parts import EDITORIAL, HAND, Phrase, phrase
from dragoman.convert.brackets.phrases_of_loss import DOUBTS, GAPS
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
    # a hand, a stamp, a seal: before gaps, for what they report may be illegible
    phrase(
        C.PHYSICAL,
        "stamp",
        r"^(?:\w+ ){0,3}(?:rubber[- ])?stamp(?:ed)?\b(?! (?:duty|collect))",
        "stamp: RECEIVED",
        "Soviet and GDR files",
    ),
    phrase(
        C.PHYSICAL,
        "seal",
        r"^(?:(?:official|round|wax|embossed|large|red|state) ){0,2}seals?\b(?:$|[ :,.]| of)",
        "seal of the Ministry",
        "Mongolian and Korean files",
    ),
    phrase(
        C.PHYSICAL,
        "marginal",
        r"\b(?:in|on) (?:the )?(?:\w+[- ]){0,2}margins?\b|^margin(?:al|alia)?\b|\bmarginal (?:note|remark|"
        r"comment)",
        "handwritten in the margin: why?",
        "Soviet files",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        rf"^(?:\w+ ){{0,2}}{HAND}\b",
        "handwritten: to the archive",
        "Soviet files",
    ),
    phrase(
        C.PHYSICAL,
        "marginal",
        r"^[^:]{0,40}\b(?:upper|lower|top|bottom|left|right)(?:[ -](?:left|right))?(?:[ -]hand)? "
        r"(?:corner|edge|side of the page)\b",
        "resolution across the top left corner: …",
        "Soviet files",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?:double |twice )?(?:underlined|underscored|two vertical lines|vertical lines?|crossed out|"
        r"circled|struck (?:out|through)|ticked|check ?mark|tick|"
        r"initialled|initialed|initials?(?: of .*)?|paraph(?: of .*)?|resolution:.*|visa:.*)",
        "underlined twice",
        "Soviet files",
    ),
    # how and where words were put on the page, whatever they are
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?!.*\b(?:translator|editor|author)\b)(?:(?:hand|type)-?)?(?:written|typed|added|inserted|"
        r"scribbled|scrawled|"
        r"noted|pencilled|penciled|inscribed|stapled|pasted|glued|marked|drawn|"
        r"struck)\b[^.:]{0,40}?\b(?:across|over|at the|"
        r"above|below|beneath|beside|under|upon|along|"
        r"on (?:the )?(?:first |last |back|reverse|cover|top|page|sheet|envelope|file|same)|"
        r"in (?:capitals|capital letters|block letters|red|blue|green|(?:\w+ )?(?:pencil|ink|crayon)))",
        "written across the first page: to the archive",
        "Soviet and GDR files",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?:an? |the )?(?:\w+ ){0,3}(?:letterhead|emblem|coat of arms|thumb-?print|finger-?print|"
        r"watermark|doodle|"
        r"(?:vertical|wavy|horizontal) lines?|exclamation (?:mark|point)s?|question marks?|underlining|"
        r"pencil marks?|"
        r"arrow|asterisk)\b(?:$|[ :,.])",
        "letterhead of the Ministry",
        "GDR, Polish files",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?:\w+ )?(?:pencil(?:led)?|ink|pen|crayon|ball-?point) (?:note|mark|remark|cross|line|stroke|"
        r"addition|correction|comment|"
        r"tick|date|number)s?\b|^(?:resolution|annotation|visa|minute|endorsement|docket|superscription|"
        r"inscription)"
        r"(?: (?:of|by|from|in|at|on) [^:]{2,40})?\s?:",
        "pencil note: why?",
        "Soviet files",
    ),
    phrase(C.PHYSICAL, "seal", r"^l\. ?s\.$", "L.S.", "diplomatic notes"),
    phrase(
        C.PHYSICAL,
        "marginal",
        r"^(?:on|at|across|along|over) (?:the )?(?:\w+ )?(?:reverse|back|verso|top|bottom|foot|head|"
        r"envelope|cover|left|right)"
        r"(?: side)?(?: of (?:the )?(?:\w+ )?(?:page|sheet|document|letter|text|note|envelope))?\s?:|"
        r"^(?:on|at|across|along|over) (?:the )?(?:\w+ )?(?:reverse|back|verso|top|bottom|foot|head|edge)"
        r" of (?:the )?(?:\w+ )?(?:page|sheet|document|letter|text|note|envelope)\b",
        "at the foot of the page: agreed",
        "Soviet files",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?:correct(?:ed|ion)|changed|altered|amended|replaced|inserted|added|insertion|addition)\b.{0,30}"
        r"\b(?:by hand|in (?:ink|pencil|manuscript)|above the line|handwritten)\b",
        "corrected by hand to 14",
        "Soviet files",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?!.*\b(?:translator|editor|on the (?:one|other) hand)\b)[^:]{0,80}\b(?:pencil|ink|crayon|"
        r"handwriting|"
        r"handwritten|hand|margin|stamp|corner|reverse|cover|envelope|letterhead|above the line|across the|"
        r"scribbled|inscription|"
        r"inscribed)\b[^:]{0,60}: ?\S",
        "at the top, in the minister’s hand: agreed",
        "Soviet files",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?:the )?(?:(?:whole|entire|last|first|next|preceding|following) )?(?:words?|sentences?|"
        r"paragraphs?|lines?|passages?|"
        r"names?|text|figures?) (?:(?:is|are|was|were) )?(?:underlined|crossed out|struck out|marked|"
        r"circled|ticked|bracketed|"
        r"encircled|highlighted)\b.{0,60}$",
        "sentence underlined in red",
        "Soviet files",
    ),
    phrase(
        C.PHYSICAL,
        "stamp",
        r"^(?:received|registered|entered|logged|filed|forwarded|dispatched) (?:in|at|by|on|from|under|"
        r"with)\b.{2,80}$",
        "received in the registry on 3 May",
        "GDR files, telegrams",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"\b(?:in|by) (?:(?:an?|the) ?)?(?:other|another|same|unknown|unidentified|different|second)? "
        r"?hand\b",
        "on the back, in another hand: …",
        "Soviet files",
    ),
    phrase(
        C.PHYSICAL,
        "stamp",
        r"^(?:\w*stempel|pieczęć|pieczątka|bélyegző|pechat['’]|штамп|печать)\b",
        "Eingangsstempel",
        "GDR, Polish, Hungarian files",
    ),
    phrase(
        C.PHYSICAL,
        "signature",
        r"^(?:unterschrift|gez\.|podpis['’]?|aláírás|gar[iy]n üseg|подпись)(?!\w)[^.]{0,40}$",
        "gez. Nauck",
        "GDR, Polish, Hungarian files",
    ),
    phrase(
        C.PHYSICAL,
        "signature",
        r"^(?:(?:own |personal |handwritten |original |no |two |three |both |illegible |unreadable "
        r")*signatures?|signed|signature:? .{0,60}|"
        r"/?signed/?[:,]? .{0,60}|signed by .{0,60}|s/|sgd\.?|podpis|m\. ?p\.|manu propria|"
        r"signatures? follow)[.:]?$",
        "Signature",
        "Mongolian files",
    ),
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
    # the editor's or translator's own words
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
    phrase(
        C.COMMENT,
        "",
        r"^(?:general |loud |stormy |prolonged |brief |a )*(?:laugh(?:s|ter|ing)|applause|pause|silence|"
        r"commotion|"
        r"animation|interruption|recess|break|toasts?|noise|exclamations?)(?: in the .*)?[.!]?$",
        "laughter",
        "verbatim records",
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:(?:he|she|they) )?(?:laughs?|smil(?:es|ing)|nods|interrupts|interrupting|reads|shows|hands "
        r"over|points|gestures|pauses|rises|"
        r"turning to|addressing|looking at|to [A-Z]\w+[:.]?$)\b.*$",
        "turning to Dorjsuren",
        "verbatim records",
        7,
    ),
    phrase(
        C.COMMENT,
        "",
        r"^(?:speaks |spoken |said |says |written |replies |answers |continues )?(?:in|into) (?:russian|"
        r"english|mongolian|chinese|german|polish|hungarian|korean|french|latin|cyrillic)(?: in (?:the "
        r")?original)?[.:,]?$",
        "in Russian",
        "verbatim records",
    ),
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
        "see document 12",
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
    phrase(C.GLOSS, "", r"^or(?: else)?: [^?？]+$", "or: kept dry", "translated memoranda"),
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


@lru_cache(maxsize=8192)
def phrase_in(inner: str) -> Phrase | None:
    """Return the first phrase of the table that the text of a bracket holds, or None."""
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
