"""What translators write in brackets about hands, stamps, seals and signatures on the page.

The table is tried before that of gaps, for what a hand has written may be illegible.
"""

from __future__ import annotations

from typing import Final

from dragoman.convert.brackets.phrase_parts import HAND, Phrase, phrase
from dragoman.convert.brackets.verdict import BracketClass as C

HANDS: Final[tuple[Phrase, ...]] = (
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
    # with what stands there: nothing else looks like that
    phrase(
        C.PHYSICAL,
        "marginal",
        r"^(?:hand-?written |written |noted? |remark )?(?:in|on) the (?:\w+[- ]){0,2}margins?\b[^:]{0,60}: .",
        "in the left margin, in pencil: why?",
        "Soviet files",
        12,
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
        r"initialled|initialed|initials(?: of .*)?|paraph(?: of .*)?|resolution:.*|visa:.*)"
        r"(?!\w| (?:that|the|this|these|his|her|its|their|our|an?|how|why)\b)",
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
    # words that somebody wrote beside others
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?!.*\b(?:translator|editor)\b)(?:(?:an?|the|this|two|three|some|further) )?(?:[\w’'-]+ ){0,2}"
        r"(?:comments?|notes?|notations?|remarks?|words?|sentences?|inscriptions?|annotations?|additions?|"
        r"corrections?|resolutions?|figures?|names?|dates?|instructions?)\b[^:]{0,40}? (?:written|added|"
        r"inserted|entered|pencilled|penciled|scribbled|scrawled|noted|typed|stamped|inscribed) "
        r"(?:\w+ )?(?:beside|above|below|beneath|next to|across|alongside|over|under|between|on|at|in|by) "
        r"[^:]{0,40}\b(?:paragraphs?|lines?|pages?|margins?|text|words?|names?|titles?|headings?|document|"
        r"sheet|letterhead|signature|hand|ink|pencil)\b",
        "the next words were added below the last line",
        "Chinese, Soviet files",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?:an? |the |some |two |three )?(?:\w+ ){0,2}(?:scribbles?|scrawls?|squiggles?|flourish(?:es)?|"
        r"initials|paraphs?|monograms?)\b(?:$|[ ,.:;])",
        "a scribble, perhaps initials",
        "Soviet, Polish files",
    ),
    phrase(
        C.PHYSICAL,
        "signature",
        r"^(?:an? |the )?(?:facsimiles?|photocopy|photograph|traces?|imprint|impression) of (?:an? |the )?"
        r"(?:\w+ ){0,2}(?:signatures?|seals?|stamps?|handwriting|initials)\b|"
        r"^(?:an? |the )?(?:\w+ ){0,2}signatures? (?:follows?|below|beneath|above|at|on|in|of|is|are|over|"
        r"under)\b",
        "facsimile of the signature",
        "collections",
    ),
    phrase(
        C.PHYSICAL,
        "stamp",
        r"^(?:an? |the )?(?:\w+ ){0,1}(?:postmark|franking|cachet|imprint)s?\b(?:$|[ :,.])",
        "postmark: Sofia",
        "letters",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^in (?:[\w-]+ ){0,2}\w+(?:['’]s|s['’]) (?:own )?(?:hand|handwriting)\b|"
        r"^in the (?:hand|handwriting) of\b|"
        r"^(?:the )?(?:handwriting|autograph) (?:of|by)\b.{2,60}$|^(?:(?:all )?typed|typewritten|"
        r"mimeographed|carbon copy|in (?:capitals|capital letters|block letters|bold|manuscript))\.?$|"
        r"^(?:an? |the )?(?:ink|coffee|grease|rust|water) (?:stain|spot|blot|mark)s?\b.{0,40}$",
        "handwriting of the minister",
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
        r"inscribed)\b[^:]{0,60}:",
        "at the top, in the minister’s hand: agreed",
        "Soviet files",
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?!.*\b(?:il|un|not )(?:legible|readable)\b)(?:the )?(?:(?:whole|entire|last|first|next|"
        r"preceding|following) )?(?:words?|sentences?|"
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
)
