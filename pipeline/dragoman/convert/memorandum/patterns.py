"""What the lines of a memorandum look like, as tables; each entry says where its like was seen.

All patterns are matched against one line with blanks run together, never against more than
`HEAD_OF_LINE` characters of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dragoman.source import SourceText, Span

HEAD_OF_LINE: Final = 300


def head_of(source: SourceText, span: Span) -> str:
    """Return the first characters of a span with blanks run together, for matching a line's form."""
    return " ".join(source.text[span.start : min(span.end, span.start + HEAD_OF_LINE)].split())


# Keys of an archive's printout, in the spelling of the print; the second set is that of older pages.
ARCHIVE_KEYS: Final = (
    "Original Language",
    "Original Uploaded Date",
    "Original Archive",
    "Document Number",
    "Document ID",
    "Record ID",
    "Persistent URL",
    "Permanent link",
    "Citation",
    "Summary",
    "Credits",
    "Contents",
    "Rights",
    "Donors",
    "Subjects",
    "Creator",
    "Contributor",
    "Contributors",
    "Scan",
    "Transcription",
    "Translation",
)
CARD_KEYS: Final = (
    "Title",
    "Author",
    "Date",
    "Source",
    "Description",
    "Language",
    "Translator",
    "Translated by",
    "Collection",
    "Archive",
    "Repository",
    "Place",
    "Type",
    "Format",
    "Pages",
    "Keywords",
    "Abstract",
    "Obtained by",
)
KEY_LINE: Final = re.compile(
    r"^(?P<key>"
    + "|".join(re.escape(k) for k in sorted(ARCHIVE_KEYS + CARD_KEYS, key=len, reverse=True))
    + r")"
    r"\s?:(?=\s|$)"
)

# Keys that a transcriber or an archive's printout puts below the text, too.
END_KEY: Final = re.compile(
    r"(?:Original Language|Original Archive|Language|Citation|Document Number|Document ID|Record ID|"
    r"Translated by|Translator)\s?:(?=[^\S\n]+\S)"
)
SITE_LINE: Final = re.compile(
    r"^(?:digital archive(?: international history declassified)?|international history declassified|"
    r"(?:https?://|www\.)\S+|[\w.-]+\.(?:org|gov|edu|net)(?:/\S*)?|cold war international history project|"
    r"this document was made possible .*|wilson center|specimen archive printout.*|"
    r"(?-i:(?:The )?(?:[A-Z][\w’'.-]*,? (?:of |for |and |the |on )*){1,6}"
    r"(?:Digital|Online|Electronic|Virtual) (?:Archives?|Collections?|Library|Repository|Reading Room)))$",
    re.IGNORECASE,
)
SPECIMEN_LINE: Final = re.compile(r"^SPECIMEN\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of line and what it is; ``example`` as it was met, ``seen`` where."""

    role: str
    pattern: re.Pattern[str]
    example: str
    seen: str


def _cue(role: str, pattern: str, example: str, seen: str, flags: re.RegexFlag = re.IGNORECASE) -> Cue:
    return Cue(role, re.compile(pattern, flags), example, seen)


_GENRE = (
    r"(?:memorandum|memoranda|memo|record|minutes|notes?|report|account|protocol|transcript|stenogram|"
    r"stenographic|"
    r"verbatim|summary|letter|telegram|cable|ciphered telegram|cipher telegram|telegramme|excerpts?|"
    r"extracts?|"
    r"conversation|conversations|meeting|talks?|discussion|negotiations?|information|informational|aide[- "
    r"]m[eé]moire|"
    r"diary|journal|entry|reception|audience|note verbale|message|speech|statement|resolution|decision|"
    r"instructions?)"
)
TITLE_CUE: Final = re.compile(
    rf"^(?:top secret |secret |the |a |brief |short |official |confidential |draft |oral |from the |"
    rf"(?:unofficial )?translation of (?:the )?|"
    r"(?:soviet|russian|mongolian|chinese|german|gdr|polish|hungarian|korean|romanian|bulgarian|"
    r"czechoslovak|albanian) )*"
    rf"{_GENRE}\b(?=.{{0,60}}\b(?:of|on|between|with|from|to|by|about|regarding|no\.?|conversation|"
    rf"record)\b|[^.,:;]{{0,40}}$)",
    re.IGNORECASE,
)
SPACED_HEADING: Final = re.compile(r"^(?:[^\W\d_]\s{1,4}){3,}[^\W\d_](?:\s+[^\W\d_])*[.:]?$")

# Lines between the heading and the first paragraph, the most telling first.
OPENER_CUES: Final[tuple[Cue, ...]] = (
    _cue(
        "classification",
        r"^(?:\W?\s?)?(?:top[- ]?secret|strictly (?:secret|confidential)|secret|"
        r"confidential|"
        r"for official use(?: only)?|limited official use|unclassified|of special importance|top priority|"
        r"s\s?e\s?c\s?r\s?e\s?t|c o n f i d e n t i a l|t o p  ?s e c r e t|sov\.? ?sekretno|sekretno|"
        r"streng geheim|geheim|"
        r"vertraulich|tajne|titkos|szigorúan titkos)\b(?!\s[a-z])[^:]{0,120}$",
        "Confidential. Copy No. 3",
        "Soviet files",
    ),
    _cue(
        "reference",
        r"\b(?:fond|f\.|opis|op\.|delo|d\.|dans|kh/n|khuudas|listy?|ll?\.|bestand|signatur|"
        r"sapmo|barch|"
        r"mol|avprf|rgani|rgaspi|tsk|ksh|ügyirat|zespół|sygn\.?|file|folder|box|record group)\.?[ -]?\w?\d",
        "fond 3, dans 1",
        "archives of East and West",
    ),
    _cue(
        "classification",
        r"^(?:making (?:of )?copies|copying|reproduction) (?:is )?(?:strictly )?(?:prohibited|forbidden)\b"
        r".{0,60}$|^(?:not to be (?:copied|reproduced)|to be returned|no copies)\b.{0,60}$",
        "Making copies is prohibited",
        "translated telegrams",
    ),
    _cue(
        "reference",
        r"^(?:chair(?:man|woman|person|ed by)?|presiding|(?:recording )?secretary)\s?:\s"
        r"(?-i:(?:(?:Comrade|Com\.|Mrs?\.|Dr\.)\s)?(?:[^\W\d_a-z]\.\s?){1,3}[^\W\d_a-z][\w’'-]+)"
        r"(?:, .{1,60})?$",
        "Chairman: D. Bold",
        "minutes",
    ),
    _cue(
        "reference",
        r"^(?:copy|ekz\.?|exemplar|ex\.|no\.|nr\.?|№|ref(?:erence)?\.?(?: no\.?)?|"
        r"registration|reg\. no|"
        r"outgoing|incoming|issue|distribution|cc)(?!\w)[ .:№#]*\S{0,40}.{0,80}$",
        "Copy No. 2",
        "Soviet files",
    ),
    _cue(
        "reference",
        r"^(?:source|archive|original|obtained|translated (?:from|by|for)|translation|"
        r"translator|subject|"
        r"re|regarding|document)\b.{0,20}(?:[:.]|\bby\b|\bfrom\b).*$",
        "Translated from Mongolian by …",
        "printouts",
    ),
    _cue(
        "reference",
        r"^(?:number|administrator|official in charge|rapporteur|referent|prepared by|typed by|enclosures?)"
        r"\s?:\s\S.{0,120}$",
        "Administrator: J. Kiss",
        "Hungarian files",
    ),
    _cue(
        "reference",
        r"\b(?:translated (?:from|by)|typescript|manuscript copy|carbon copy)\b",
        "Typescript, in Hungarian. Translated by …",
        "printouts",
    ),
    _cue(
        "reference",
        r"^from (?:the )?(?:official |personal |working |service )?(?:journal|diary|notes|notebook|files?) of"
        r"\b.{2,120}(?<![.:;])$",
        "From the journal of P. A. Orlov",
        "Soviet files",
    ),
    _cue(
        "reference",
        r"^(?:(?:very |most )?urgent|immediate|flash|priority|out of turn|vne ocheredi|"
        r"special(?: no\.? ?\S{1,12})?|by cable|by courier|en clair|ciphered|deciphered)[.!]?$",
        "Urgent",
        "translated telegrams",
    ),
    _cue(
        "addressee",
        r"^(?:to|for|addressed to|addressee|via|copy to|information to)\s?:?\s(?:the |comrades? |com\. )*"
        r"(?-i:[^\W\d_a-z])(?:[^.:;!?]|(?-i:(?<=\b[A-Z])|(?<=\b[A-Z][a-z]))\.){1,90}$",
        "To Moscow, to Comrade A.N. Gromov",
        "letters, translated telegrams",
    ),
    _cue(
        "sender",
        r"^from(?:\s?:\s|\s(?=comrades?\s|com\.\s|mr\.?\s))(?-i:(?=[^\W\d_a-z]))[^:;!?]{2,120}$",
        "From: D. Maidar, Ulan Bator",
        "letters",
    ),
    _cue(
        "sender",
        r"^from\s(?-i:[^\W\d_a-z])[\w’'-]+(?:\s(?-i:[^\W\d_a-z])[\w’'-]+){0,2}$",
        "From Peking",
        "translated telegrams",
    ),
    _cue(
        "reference",
        r"^(?:the )?(?:central |state |national |political )*archives?\b.*[,.]",
        "Archive of the Ministry, …",
        "printouts",
    ),
)

DATELINE_KEY: Final = re.compile(
    r"^(?:date|place|time|time and place|date and place|venue|location)\s?:"
    r"|^(?:received|dispatched|transmitted|sent)\b(?=.{0,40}\b(?:18|19|20)\d\d\b).{4,60}(?<![;:])$",
    re.I,
)

PARTICIPANTS_HEAD: Final = re.compile(
    r"^(?:(?:also )?present(?: (?:were|at the (?:meeting|conversation|talks?)))?"
    r"(?: (?:on|from|for) the (?:[A-Z][\w’'-]+[ -]){1,4}side)?|participants?|"
    r"participating|attending|"
    r"attended by|in attendance|those present|list of participants|in the presence of|interpreters?|"
    r"interpretation|"
    r"observers?|guests?|members? of the delegations?|delegations?|"
    r"(?:on|from|for) the (?:[A-Z][\w’'-]+[ -]){1,4}side|(?:[A-Z][\w’'-]+[ -]){1,3}(?:side|delegation|"
    r"participants))"
    r"(?: were(?: present)?)?(?: \([^)]{1,40}\))?\s?:(?=\s|$)",
    re.IGNORECASE,
)
SALUTE: Final = re.compile(
    r"^(?:dear|esteemed|respected|highly esteemed|your excellency|excellency|comrades?|"
    r"honou?rable|mr\.? (?:president|chairman|minister|ambassador|secretary))\b.{0,70}[,!:]$"
    r"|^(?:my )?dear\b[^.?]{2,60}$",
    re.I,
)

# "To: A. N. Orlov", "From: D. Bold": the two together make a letter or a paper sent within an office.
FROM_LINE: Final = re.compile(r"^from\s?:\s+(?-i:[^\W\d_a-z])", re.IGNORECASE)
TO_LINE: Final = re.compile(r"^(?:to|for|addressee)\s?:\s+(?-i:[^\W\d_a-z])", re.IGNORECASE)

# Lines after the last paragraph.
ATTENDANCE: Final = re.compile(
    r"^(?:the |this |our )?(?:meeting|conversation|talks?|discussion|reception|audience|negotiations?|"
    r"session|visit|exchange)\b"
    r".{0,120}?\b(?:lasted|went on|continued|took place|was held|were held|ended|began|started|concluded|"
    r"was attended|"
    r"were attended|passed|proceeded)\b"
    r"|^(?:also )?(?:present|attending|participating|in attendance|taking part)\b.{0,40}\b(?:at the|in the|"
    r"were|was)\b"
    r"|\b(?:was|were) (?:also )?present at the (?:meeting|conversation|talks?|discussion)\b",
    re.IGNORECASE,
)
# What heads a text sent with a document; "Attachment: 3 pages" says only that there is one.
ENCLOSURE_HEAD: Final = re.compile(
    r"^(?:\[?(?:Annex|ANNEX|Attachment|ATTACHMENT|Enclosure|ENCLOSURE|Appendix|APPENDIX|Supplement|SUPPLEMENT|"
    r"Addendum|ADDENDUM)(?:\s(?:No\.?\s?)?(?:\d{1,2}|[IVX]{1,4}|[A-Z]))?\]?)"
    r"(?:[.:]?$|\s?[:.–—-]\s(?![\d]+ (?:pages?|sheets?|copies|copy)\b|(?:as|see)\b).{1,120}(?<![.;,])$|"
    r"\s(?:to|of) the\s.{1,100}(?<![.;,])$)"
)
POSTSCRIPT: Final = re.compile(r"^P\.?\s?(?:P\.?\s?)?S\.?(?=[\s:–-])")
CLOSER_CUES: Final[tuple[Cue, ...]] = (
    _cue(
        "acquainted",
        r"^(?:acquainted|have acquainted|familiari[sz]ed|seen|read|approved|taken note|for "
        r"information|noted)\b\s?:?(?:$|\s[A-Z\[(/].{0,160}$|.{0,60}\d{4}.{0,40}$)",
        "ACQUAINTED",
        "Mongolian files",
    ),
    _cue(
        "notes-taken",
        r"^(?:(?:the )?(?:notes?|minutes|record|protocol|conversation|talks?|transcript)(?: "
        r"of (?:the )?\w+)? )?(?:were |was )?"
        r"(?:taken|recorded|written down|written|kept|noted down|noted|drawn up|compiled|prepared|"
        r"transcribed|drafted|transmitted|reported|translated|interpreted|typed)"
        r"(?: down)? by\b.{0,120}$",
        "Notes taken by",
        "Mongolian and Soviet files",
    ),
    _cue(
        "notes-taken",
        r"^(?:recorded|note-?taker|record-?keeper|interpreter|translator|interpreted|"
        r"translated|typed|secretary|minutes)\s?:.{0,120}$",
        "Interpreter: …",
        "GDR files",
    ),
    _cue("signed", r"^/.{1,70}/(?:\s+/.{1,70}/)*$", "/D. Yondon/", "Mongolian files"),
    _cue(
        "signed",
        r"^(?:signed|signature|s/|sgd\.?|\(signed\)|/s/)\s?[:,]?\s.{0,100}$",
        "Signed: …",
        "translations",
    ),
    _cue(
        "signed",
        r"^(?:for|on behalf of) the .{3,60}\b(?:side|delegation|government|ministry|"
        r"party)\b[^.]{0,80}$",
        "For the Soviet side        For the Mongolian side",
        "protocols",
    ),
    _cue(
        "signed",
        r"^(?:for|by (?:direction|order) of) the (?:(?-i:[A-Z])[\w’'-]+ ?){1,4}:$",
        "For the Consul:",
        "despatches",
    ),
    _cue(
        "reference",
        r"^(?:enclosures?|attachments?|encls?\.?)\s?:\s(?-i:[A-Z\d]).{2,100}(?<![.;,:])$",
        "Enclosure: Gauge readings",
        "despatches",
    ),
    _cue(
        "reference",
        r"^to (?:the|his|her) (?-i:(?:[A-Z][\w’'-]+|of|for|and|the|in)(?: |$)){1,10}$",
        "To the Ministry of Waterways",
        "diplomatic notes",
    ),
    _cue("physical", r"^\((?:signature|signed|seal|stamp)\b[^)]{0,60}\)$", "(signature)", "translations"),
    _cue(
        "salute",
        r"^(?:with (?:(?:best|warm|kind|comradely|communist|cordial|fraternal|respectful|"
        r"friendly|deep) )*"
        r"(?:regards|greetings?|respects?|wishes|compliments)|respectfully|sincerely|yours|faithfully|very "
        r"truly|cordially)\b.{0,80}$",
        "With comradely greetings,",
        "letters",
    ),
    _cue(
        "reference",
        r"^(?:cc|copies|copy|sent to|distribution|distributed to|circulated|to the file|typed|"
        r"printed|[0-9]+ copies)\b\s?(?:to|:|no\b|in\b).{0,200}$",
        "Distribution: …",
        "Soviet files",
    ),
    _cue("reference", r"^(?:no\.|nr\.?|№|ref\.?)\s?\S{1,40}$", "No. 112/s", "Soviet files"),
    _cue(
        "reference",
        r"^(?:sent|copied|distributed|typed|printed|made) (?:to|in) \w{1,8} (?:addresse?e?s|copies)\b"
        r".{0,60}$",
        "Sent to 5 addresses:",
        "Soviet files",
    ),
    _cue(
        "reference",
        r"^\d{1,2}\.?\s?[–—-]\s(?:(?-i:Com\.|Comrades?|Cde\.?)|to)\s.{1,60}(?<![.;])$",
        "2 - Com. Petrov",
        "Soviet files",
    ),
    _cue(
        "reference", r"^(?:no\.|nr\.?|№)\s?\d{1,3}\s?[–—-]\s\S.{1,80}$", "No. 1 – Com. Gromov", "Soviet files"
    ),
    _cue(
        "reference",
        r"^(?:(?:true|certified|verified) (?:copy|translation)\b.{0,100}|(?:correct|verified)\s?:\s.{1,80})$",
        "True copy: …",
        "Soviet files",
    ),
)

# What heads a list below the signatures, and how its items begin.
LIST_HEAD: Final = re.compile(
    r"(?:(?:Enclosures|Attachments|Annexe?s|Appendices|Distribution(?: list)?|Circulation|Recipients|"
    r"Copies(?: (?:sent )?to)?|Sent to|Addressees)\s?:|(?:Typed |Printed |Made )?(?:in )?\d{1,3} copies"
    r"(?: (?:were )?(?:typed|printed|made))?[.:]?)",
    re.IGNORECASE,
)
LIST_ITEM: Final = re.compile(r"(?:no\.?\s?)?\d{1,3}(?:[.)]|\s?[–—-])\s|[–—•*-]\s|cc\b", re.IGNORECASE)

# Lines of a closing that stand by themselves however the text is set.
LONE_CUES: Final = tuple(
    cue for cue in CLOSER_CUES if cue.role in ("acquainted", "notes-taken", "signed", "physical")
)

NOTES_HEAD: Final = re.compile(
    r"^(?:(?:translator['’]?s?|editor['’]?s?|author['’]?s?|end|foot)[ -]?)?(?:notes?|footnotes?|endnotes?|"
    r"remarks|annotations)"
    r"(?: to the (?:translation|text|document))?\s?:?$",
    re.IGNORECASE,
)
NOTE_ITEM: Final = re.compile(
    r"^(?P<number>\[(?:\d{1,3}|[*†‡]{1,3})\]|\((?:\d{1,3})\)|\d{1,3}[.)]|\d{1,3}|[*†‡]{1,3})\s+(?=\S)"
)

PAGE_LINE: Final = re.compile(
    r"^(?:[-–—]\s?(?P<dashed>\d{1,4})\s?[-–—]|(?:page|p\.|pg\.?|list|l\.)\s?(?P<named>\d{1,4})(?:\s?(?:of|"
    r"/)\s?\d{1,4})?|"
    r"(?P<bare>\d{1,4})|(?P<of>\d{1,3})\s?/\s?\d{1,3}|\[(?:page|p\.|pg\.?)\s?(?P<bracketed>\d{1,4})\]|"
    r"\[(?P<number>\d{1,3})\])$",
    re.IGNORECASE,
)
