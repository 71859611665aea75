"""What translators write in brackets about what cannot be read, is not there, or is in doubt.

Two tables of wordings in the order in which they are tried; `phrases` holds the rest.
"""

from __future__ import annotations

from typing import Final

from dragoman.convert.brackets.phrase_parts import (
    ABSENT,
    LOST,
    MISSING,
    NUMBER,
    PART,
    UNIT,
    WITHHELD,
    Phrase,
    phrase,
)
from dragoman.convert.brackets.verdict import BracketClass as C

DOUBTS: Final[tuple[Phrase, ...]] = (
    # a doubt that says what it doubts: before gaps, for a doubtful reading is one all the same
    phrase(
        C.UNCERTAIN,
        "doubt",
        r"^(?:(?:the )?(?:first |last |given |family |second |place ?)?(?:spelling|reading|transliteration|"
        r"transcription|identification|identity|name|"
        r"word|term|sum|number|signature|rank|title|"
        r"date|place|year|figure)(?: (?:of|in) [^.]{2,30})? (?:is |was )?)(?:uncertain|doubtful|"
        r"conjectural|unsure|not certain|tentative|questionable|unverified)\.?$",
        "reading doubtful",
        "translated memoranda",
    ),
    phrase(
        C.UNCERTAIN,
        "reading",
        rf"^(?:[\w’'-]+ ){{0,4}}{LOST}[,;:]? ?[–—-]? ?(?:perhaps|possibly|probably|maybe|presumably|may be|"
        rf"might be)\b",
        "illegible, probably the dam",
        "translated memoranda",
    ),
    phrase(
        C.UNCERTAIN,
        "doubt",
        r"^(?:an? |the )?(?:uncertain|doubtful|conjectural|tentative|questionable|dubious|presumed|"
        r"alternative|unclear) "
        r"(?:reading|spelling|name|date|word|figure|transcription|identification|translation|rendering|"
        r"meaning)"
        r"\b.{0,40}$",
        "uncertain reading",
        "translated memoranda",
    ),
    phrase(
        C.UNCERTAIN,
        "doubt",
        r"^(?:the )?(?:meaning|sense|translation|reference)(?: (?:of|here) .{2,30})?(?: is)? "
        r"(?:unclear|uncertain|doubtful|not clear|obscure)\b.{0,40}$",
        "meaning unclear",
        "translated memoranda",
    ),
    phrase(
        C.UNCERTAIN,
        "doubt",
        r"^(?:uncertain|doubtful|conjectur(?:al|e)|tentative|not certain|unsure|dubious|sp\.? ?\?|"
        r"(?:(?:the )?(?:\w+ )?(?:name|word|figure|number|date|reading|rank|title|place) (?:is )?)?"
        r"(?:hard|difficult) to (?:read|make out|decipher)\b.{0,40})\.?$",
        "doubtful",
        "translated memoranda",
    ),
    phrase(
        C.UNCERTAIN,
        "reading",
        r"^(?:(?:(?:the )?(?:name|word|figure|source|text|original|signature) )?(?:could|may|might|can)"
        r"(?: also)? (?:be read|be|read|mean|say)|looks like|reads like|(?:seems|"
        r"appears) to (?:be|read|say)|"
        r"or (?:possibly|perhaps|maybe)|alternatively|also possible|less likely)\b:? .{1,60}$",
        "could also be read Tömör",
        "translated memoranda",
    ),
    phrase(
        C.UNCERTAIN,
        "reading",
        rf"^(?:(?:uncertain|doubtful|conjectur(?:al|e)|(?:best |my )?guess|(?:my |our )?reading|"
        rf"{LOST}) ?[:;] .{{1,60}}|"
        rf"(?:[\w’'-]+ ){{0,4}}(?:{MISSING}|{ABSENT})[,;:] ?(?:perhaps|possibly|probably|"
        rf"presumably)\b.{{1,60}})$",
        "unclear: Tömör",
        "translated memoranda",
    ),
    phrase(
        C.UNCERTAIN,
        "doubt",
        r"^(?:[\w’'-]+ ){0,3}(?:guessed|reconstructed|restored|inferred|conjectured)"
        r"(?: (?:from|by|in|after|according)\b.{0,60})?\.?$|"
        r"^(?:if (?:read|heard|transcribed|rendered) (?:correctly|rightly)|(?:as|so) far as (?:legible|"
        r"can be (?:read|seen|made "
        r"out|heard)))\b.{0,30}$|^from (?:the )?context\.?$",
        "inferred from the context",
        "translated memoranda",
    ),
    phrase(
        C.UNCERTAIN,
        "reading",
        r"^\d[\d.,]* (?:or|/) \d[\d.,]*\??$|^(?-i:[^\W\d_a-z][\w’'-]*) or (?-i:[^\W\d_a-z][\w’'-]*)\??$",
        "17 or 19",
        "translated memoranda",
    ),
    phrase(
        C.UNCERTAIN,
        "doubt",
        r"^(?:(?:the )?(?:identity|person|place|name|word|town|river|title|office) )?(?:(?:is|was|has|"
        r"could) )?"
        r"(?:not|un)(?: be(?:en)?)? ?(?:further )?(?:identified|established|verified|confirmed|ascertained|"
        r"identifiable|verifiable)\.?$",
        "place not identified",
        "translated memoranda",
        7,
    ),
    phrase(
        C.UNCERTAIN,
        "doubt",
        r"^(?:it is )?(?:un|not )(?:clear|certain|known) (?:whether|if|who|which|what)\b.{2,80}$",
        "unclear whether this is the minister",
        "translated memoranda",
    ),
    # two readings
    phrase(
        C.UNCERTAIN,
        "reading",
        rf"^(?:or|perhaps|possibly|probably)[:,]? [^;]{{1,50}}(?:[?？]$|; .*\b{LOST}\b)|^or \d[\d.,]*(?:$|"
        rf"[;,] )",
        "or 47; the figure is overwritten",
        "translated memoranda",
    ),
    phrase(
        C.UNCERTAIN,
        "reading",
        rf"[?？].{{0,40}}\b{LOST}\b",
        "“too young”? the word is blurred",
        "translated memoranda",
    ),
    # names that were heard and not read
    phrase(
        C.UNCERTAIN,
        "doubt",
        r"^(?:(?:name|spelling|spelled|spelt|transcribed|rendered|given|written) )?(?:phonetic(?:ally)?|"
        r"so heard|"
        r"phon\.|as heard|"
        r"by ear|from hearing)(?: (?:spelling|rendering|transcription))?(?: (?:only|on|over|by|"
        r"through)\b.{0,30})?\.?$",
        "phonetic",
        "telegrams, translated memoranda",
    ),
)

GAPS: Final[tuple[Phrase, ...]] = (
    # what is not there
    phrase(
        C.GAP,
        "ellipsis",
        r"^[\s.…·*_–—-]*(?:\.\s*\.|…|–\s*–|—|_\s*_|\*\s*\*|-\s*-)[\s.…·*_–—-]*$",
        "…",
        "everywhere",
    ),
    phrase(
        C.GAP,
        "ellipsis",
        r"^(?:etc\.? )?(?:omission|ellipsis|passage omitted|(?:three )?dots|suspension points|(?:row|"
        r"line) of dots|dashes)(?: in (?:the )?(?:original|document|text))?\.?$",
        "omission in original",
        "FRUS",
    ),
    phrase(C.GAP, "not-declassified", rf"\b{WITHHELD}\b", "two lines not declassified", "FRUS"),
    phrase(
        C.GAP,
        "blank",
        r"^(?:\w+ ){0,3}left (?:blank|empty|open)(?: for .{2,40})?$|"
        r"^(?:left |space left |a )?blank(?: (?:space|in (?:the )?(?:original|text)|page|line))?\.?$|"
        r"^(?:an? )?(?:empty|blank) (?:lines?|pages?|space)(?: (?:of|for|in|left|here|on)\b.{0,40})?\.?$|"
        r"^(?:an? )?(?:blank|space|empty space)(?: (?:of|for|in|left|here)\b.{0,40})?\.?$",
        "blank in original",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "illegible",
        rf"^(?:{NUMBER} )?(?:\w+ ){{0,3}}{LOST}(?: (?:{UNIT}|text|handwriting|signature|passage))?(?: "
        rf"(?:in|on|here|at|due|because|by|under|beneath|behind|from|through|after|owing|as|since)\b.*)?"
        rf"\.?$",
        "two words illegible",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "illegible",
        rf"^(?:[\w’'-]+,? ){{1,8}}{LOST}\.?$",
        "a word in another script, not legible",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "missing",
        rf"^(?:the )?(?:{NUMBER} )?(?:of )?(?:the )?(?:{PART} )?(?:of )?(?:the )?(?:{UNIT})(?: "
        rf"\d+(?:\s?[-–]\s?\d+)?)?(?: (?:of|and) (?:the )?{UNIT})?(?: (?:is|"
        rf"are|was|were|has been))? {MISSING}(?: (?:in|from|here|at|of|due|by|because).*)?\.?$",
        "one line missing",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "missing",
        r"^(?:an? |the )?(?:\w+ ){0,3}(?:gap|lacuna|hole|(?:ink )?blot|tear|stain|omission|excision|"
        r"deletion|lacunae|"
        r"(?:break|interruption) in (?:the )?(?:tape|text|recording|record|transmission|original))s?"
        r"(?: (?:in|of|on|here|at|from)\b.{0,60})?\.?$",
        "a hole in the paper",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "missing",
        r"^(?:torn|cut|broken|burn(?:t|ed)|ripped|eaten|worn|rotted|charred)(?: (?:off|away|out|through|by|"
        r"at|here))+\b.{0,40}$|"
        r"^(?:(?:water|fire|mou?ld|moisture|damp|insect|mouse)[ -])?(?:damaged?|eaten)\b.{0,30}$",
        "torn off at the fold",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "missing",
        r"^(?:omitted|left out|not reproduced|cut) here (?:is|are)\b.{3,}$",
        "omitted here is a list of guests",
        "FRUS",
    ),
    phrase(
        C.GAP,
        "missing",
        rf"^(?:{NUMBER} )?(?:the )?{UNIT} (?:on|about|concerning|from|between|"
        rf"with) [\w ,’'-]{{2,60}} {MISSING}"
        rf"\.?$|^(?:the )?(?:tape|recording|microphone|sound|transcript|line) (?:runs out|ends|stops|fails|"
        rf"breaks off|cuts out|goes silent|is (?:changed|turned|interrupted|lost)|lost|changes?)\b.{{0,30}}$",
        "paragraph on fishing omitted",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "missing",
        r"^(?!(?:he|she|it|they|we|i|was|were|is|are|be|been|has|have|had|which|and|that|who|not)\b)"
        r"(?:[\w’'-]+,? ){1,8}omitted\.?$",
        "items 2 to 5 omitted",
        "collections",
    ),
    # said of a part of a page it is a gap, of a barn it is not
    phrase(
        C.GAP,
        "missing",
        rf"^(?!.*\bwhich\b)(?:{NUMBER} )?(?:of )?(?:the )?(?:[\w’'-]+ ){{0,3}}{UNIT} (?:[\w’'-]+ ){{0,5}}"
        rf"(?:(?:is|are|was|were|has been|have been) {MISSING}\b|(?:has|have) not (?:yet )?"
        r"(?:been (?:found|located|preserved|traced)|survived|come down|reached us)\b).{0,60}$",
        "the last line of the page is cut off",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "missing",
        r"^(?!.*\bwhich\b)(?:[\w’'-]+,? ){1,12}(?:is|are|was|were|has been|have been) (?:omitted|left out|"
        r"not (?:translated|reproduced|transcribed|copied|included|printed))"
        r"(?: (?:here|in|from|at|by|for)\b.{0,60})?\.?$|"
        r"^(?:[\w’'-]+,? ){1,8}(?:omitted|left out) (?:here|(?:in|from) (?:the|this) (?:translation|copy|"
        r"printed text|record|transcript|publication))\.?$",
        "a table of prices is omitted in this translation",
        "collections",
    ),
    phrase(
        C.GAP,
        "missing",
        rf"^(?:[\w’'-]+,? ){{1,8}}{ABSENT}(?: (?:in|from|here|at|due|because|by)\b.{{0,60}})?\.?$",
        "sum not given",
        "translated memoranda",
    ),
    phrase(C.GAP, "missing", rf"^{ABSENT}\.?$", "not stated", "translated memoranda"),
    phrase(
        C.GAP,
        "missing",
        r"^no (?:[\w’'-]+ ){1,3}(?:recorded|given|stated|noted|named|preserved|taken|transcribed)\.?$|"
        r"^nothing (?:more |further |else )?(?:is |was )?(?:recorded|noted|transcribed|preserved)\b.{0,40}$",
        "no answer recorded",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "missing",
        r"^(?:not (?:transcribed|recorded|taken down|minuted|translated|rendered|copied)|untranslated|"
        r"omitted)"
        r"(?:[:;,–—-] ?.{2,80}| (?:here|in) .{2,60})?\.?$",
        "not transcribed: greetings",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "missing",
        rf"^(?:missing|torn)(?: {UNIT})?\.?$|^{NUMBER} missing {UNIT}$|^remainder of .*(?:missing|torn|"
        rf"not).*$",
        "missing page",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "missing",
        rf"^{NUMBER} {UNIT} \w+ (?:out|off|over)\b.{{0,40}}$",
        "two words crossed out beyond reading",
        "translated memoranda",
    ),
    phrase(
        C.GAP,
        "missing",
        rf"^{NUMBER} {UNIT} \w+\.?$",
        "one word smeared",
        "translated memoranda",
        7,
    ),
    phrase(
        C.GAP,
        "missing",
        r"^(?:(?:the |this )?(?:text|document|page|manuscript|record|typescript|copy|sentence|paragraph|"
        r"letter|note|line|transcript|tape) )?(?:breaks? off|ends|stops|is cut off|is interrupted|"
        r"is incomplete|incomplete)(?: (?:here|abruptly|at this point|in mid-?sentence))?\.?$",
        "the record stops here",
        "translated memoranda",
    ),
    phrase(C.GAP, "illegible", r"^(?:x{2,}|\?{2,})$", "xxx", "translated memoranda", 7),
)
