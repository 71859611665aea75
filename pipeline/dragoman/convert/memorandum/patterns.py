"""What the lines of a memorandum look like, as tables; each entry says where its like was seen.

All patterns are matched against one line with blanks run together, never against more than
`HEAD_OF_LINE` characters of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dragoman.convert.memorandum import native_forms as native
from dragoman.source import SourceText, Span

HEAD_OF_LINE: Final = 300


def head_of(source: SourceText, span: Span) -> str:
    """Return the first characters of a span with blanks run together, for matching a line's form."""
    text = source.text[span.start : min(span.end, span.start + HEAD_OF_LINE)]
    # Most lines have single blanks already. (No blank but the plain one is printable.)
    if "  " not in text and text.isprintable():
        return text.strip(" ")
    return " ".join(text.split())


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


def cue(role: str, pattern: str, example: str, seen: str, flags: re.RegexFlag = re.IGNORECASE) -> Cue:
    """Return the cue of a pattern."""
    return Cue(role, re.compile(pattern, flags), example, seen)


_GENRE = (
    r"(?:memorandum|memoranda|memo|record|minutes|notes?|report|account|protocol|transcript|stenogram|"
    r"stenographic|"
    r"verbatim|summary|letter|telegram|cable|ciphered telegram|cipher telegram|telegramme|excerpts?|"
    r"extracts?|"
    r"conversation|conversations|meeting|talks?|discussion|negotiations?|information|informational|aide[- "
    r"]m[eé]moire|"
    r"diary|journal|entry|reception|audience|note verbale|message|speech|statement|resolution|decision|"
    r"instructions?|despatch|dispatch|airgram|circular|communiqu[eé]|declaration|appeal|theses)"
)
TITLE_CUE: Final = re.compile(
    rf"^(?:top secret |secret |urgent |the |a |brief |short |official |confidential |draft |oral |from the |"
    rf"(?:unofficial )?translation of (?:the )?|"
    r"(?:soviet|russian|mongolian|chinese|german|gdr|polish|hungarian|korean|romanian|bulgarian|"
    r"czechoslovak|albanian) )*"
    rf"{_GENRE}\b(?=.{{0,60}}\b(?:of|on|between|with|from|to|by|about|regarding|no\.?|conversation|"
    rf"record)\b|[^.,:;]{{0,40}}$)"
    rf"|^(?:{native.any_of(native.TITLES)}|{native.any_of(native.LETTER_TITLES)})"
    rf"|^(?:spravka|zapis[ʹ’']?|zapiska|donesenie|soobshchenie|informatsiia|tezisy|temdeglel|notatka|pismo)"
    rf"\b[^\[\]]{{0,40}}\[[^\[\]]{{3,80}}\]$"
    rf"|^[^\[\].:;,]{{3,60}}\s\[(?:[^\[\]/]{{2,40}}/\s?)?{_GENRE}\b[^\[\]]{{0,80}}\]$",
    re.IGNORECASE,
)
# A heading in the language in which the paper was written: of a record, of a letter.
NATIVE_TITLE: Final = re.compile(rf"^{native.any_of(native.TITLES)}", re.IGNORECASE)
NATIVE_LETTER_TITLE: Final = re.compile(rf"^{native.any_of(native.LETTER_TITLES)}", re.IGNORECASE)
SPACED_HEADING: Final = re.compile(
    r"^(?:[^\W\d_]\s{1,4}){3,}[^\W\d_](?:\s+(?:(?:of|on|with|and|the|über|mit|der|des|ze|de|cu)\s+)?[^\W\d_])*[.:]?$"
)

_NATIVE_PARTICIPANTS: Final = native.any_of(native.PARTICIPANTS)
_NATIVE_KEY: Final = r"(?=[^:：\n]{1,60}[:：])"

# Lines between the heading and the first paragraph, the most telling first.
OPENER_CUES: Final[tuple[Cue, ...]] = (
    cue(
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
    cue(
        "classification",
        rf"^(?:\W?\s?)?{native.end_of(native.any_of(native.CLASSIFICATIONS))}(?!\s[^\W\d_]{{4,}}\s[^\W\d_])"
        r"[^:：。]{0,60}$",
        "Сов. секретно. Экз. № 2",
        "papers in their own language",
    ),
    cue(
        "classification",
        r"^(?:security |secrecy )?classification\s?:\s\S.{0,60}$",
        "Classification: SECRET",
        "Romanian telegrams",
    ),
    cue(
        "reference",
        r"^(?:received|decoded|deciphered|encoded|registered|dispatched|transmitted)\s?:\s\S.{0,60}$",
        "Decoded: 8:00, Kos",
        "Polish telegrams",
    ),
    cue(
        "reference",
        rf"^(?:{native.SUBJECTS}|bezug|hiv\. ?szám|na č\. ?j\.|réf|на №)\s?:\s\S.{{0,200}}$",
        "Bezug: Ihr Schreiben vom 3.5.1962",
        "papers in their own language",
    ),
    cue(
        "reference",
        r"^(?:category|urgency|precedence|priority|degree of urgency|character|"
        r"type of message)\s?:\s\S.{0,60}$",
        "Category: Urgent",
        "Romanian telegrams",
    ),
    cue(
        "reference",
        r"^(?:экз\.?|экземпляр|исх\.?|вх\.?|дело|фонд|ф\.|лист\w?|ausf(?:ertigung|\.)|(?:[1-9]\. )?exemplar|"
        r"az\.|aktenzeichen|egz\.?|ügyiratszám|készült|хувь|编号|編號|文号|文號|第)\s?[:：]?\s?(?:№|nr\.?|no\.?)?\s?\d.{0,60}$",
        "Экз. № 2",
        "papers in their own language",
    ),
    cue(
        "reference",
        rf"^{native.any_of(native.CHAIRS)}\s?[:：]\s?(?-i:[^\W\d_a-zа-џ]).{{1,60}}$",
        "Председатель: П. А. Орлов",
        "minutes",
    ),
    cue(
        "addressee",
        r"^(?:товарищу|тов\.)\s(?-i:[^\W\d_a-zа-џ]).{2,60}$|"
        rf"^{_NATIVE_KEY}{native.any_of(native.ADDRESSEES)}\s?[:：]\s?(?-i:[^\W\d_a-zа-џ]).{{1,90}}$",
        "Товарищу ОРЛОВУ П. А.",
        "papers in their own language",
    ),
    cue(
        "sender",
        rf"^{_NATIVE_KEY}{native.any_of(native.SENDERS)}\s?[:：]\s?(?-i:[^\W\d_a-zа-џ]).{{1,90}}$",
        "От кого: П. А. Орлов",
        "papers in their own language",
    ),
    cue(
        "reference",
        r"\b(?:fond|f\.|opis|op\.|delo|d\.|dans|kh/n|khuudas|listy?|ll?\.|bestand|signatur|"
        r"sapmo|barch|"
        r"mol|avprf|rgani|rgaspi|tsk|ksh|ügyirat|zespół|sygn\.?|file|folder|box|record group)\.?[ -]?\w?\d",
        "fond 3, dans 1",
        "archives of East and West",
    ),
    cue(
        "classification",
        r"^(?:making (?:of )?copies|copying|reproduction) (?:is )?(?:strictly )?(?:prohibited|forbidden)\b"
        r".{0,60}$|^(?:not to be (?:copied|reproduced)|to be returned|no copies)\b.{0,60}$",
        "Making copies is prohibited",
        "translated telegrams",
    ),
    cue(
        "reference",
        r"^(?:chair(?:man|woman|person|ed by)?|presiding|(?:recording )?secretary)\s?:\s"
        r"(?-i:(?:(?:Comrade|Com\.|Mrs?\.|Dr\.)\s)?(?:[^\W\d_a-z]\.\s?){1,3}[^\W\d_a-z][\w’'-]+)"
        r"(?:, .{1,60})?$",
        "Chairman: D. Bold",
        "minutes",
    ),
    cue(
        "reference",
        r"^(?:copy|ekz\.?|exemplar|ex\.|no\.|nr\.?|№|nº|n°|ref(?:erence)?\.?(?: no\.?)?|"
        r"registration|reg\. no|"
        r"outgoing|incoming|issue|distribution|cc)(?!\w)[ .:№#]*\S{0,40}.{0,80}$",
        "Copy No. 2",
        "Soviet files",
    ),
    cue(
        "reference",
        r"^(?:source|archive|original|obtained|translated (?:from|by|for)|translation|"
        r"translator|subject|"
        r"re|regarding|document)\b.{0,20}(?:[:.]|\bby\b|\bfrom\b).*$",
        "Translated from Mongolian by …",
        "printouts",
    ),
    cue(
        "reference",
        r"^(?:number|administrator|official in charge|rapporteur|referent|prepared by|typed by|enclosures?)"
        r"\s?:\s\S.{0,120}$",
        "Administrator: J. Kiss",
        "Hungarian files",
    ),
    cue(
        "reference",
        r"\b(?:translated (?:from|by)|typescript|manuscript copy|carbon copy)\b",
        "Typescript, in Hungarian. Translated by …",
        "printouts",
    ),
    cue(
        "reference",
        r"^from (?:the )?(?:official |personal |working |service )?(?:journal|diary|notes|notebook|files?) of"
        r"\b.{2,120}(?<![.:;])$",
        "From the journal of P. A. Orlov",
        "Soviet files",
    ),
    cue(
        "reference",
        r"^(?:(?:very |most )?urgent|immediate|flash|priority|out of turn|vne ocheredi|"
        r"special(?: no\.? ?\S{1,12})?|by cable|by courier|en clair|ciphered|deciphered|[.,;] ?)+[.!]?$",
        "Urgent",
        "translated telegrams",
    ),
    cue(
        "addressee",
        r"^(?:to|for|addressed to|addressee|via|copy to|information to)\s?:?\s(?:the |comrades? |com\. )*"
        r"(?-i:[^\W\d_a-z])(?:[^.:;!?]|(?-i:(?<=\b[A-Z])|(?<=\b[A-Z][a-z]))\.){1,90}$",
        "To Moscow, to Comrade A.N. Gromov",
        "letters, translated telegrams",
    ),
    cue(
        "sender",
        r"^from(?:\s?:\s|\s(?=comrades?\s|com\.\s|mr\.?\s))(?-i:(?=[^\W\d_a-z]))[^:;!?]{2,120}$",
        "From: D. Maidar, Ulan Bator",
        "letters",
    ),
    cue(
        "sender",
        r"^from\s(?-i:[^\W\d_a-z])[\w’'-]+(?:\s(?-i:[^\W\d_a-z])[\w’'-]+){0,2}$",
        "From Peking",
        "translated telegrams",
    ),
    cue(
        "reference",
        r"^(?:the )?(?:central |state |national |political )*archives?\b.*[,.]",
        "Archive of the Ministry, …",
        "printouts",
    ),
)

DATELINE_KEY: Final = re.compile(
    r"^(?:date|place|time|time and place|date and place|venue|location)\s?:"
    r"|^(?:received|dispatched|transmitted|sent)\b(?=.{0,40}\b(?:18|19|20)\d\d\b).{4,60}(?<![;:])$"
    rf"|^{_NATIVE_KEY}{native.any_of(native.DATELINES)}\s?[:：]",
    re.I,
)

PARTICIPANTS_HEAD: Final = re.compile(
    r"^(?:(?:also )?present(?: (?:were|at the (?:meeting|conversation|talks?)))?"
    r"(?: (?:on|from|for) the (?:[A-Z][\w’'-]+[ -]){1,4}side)?|participants?|"
    r"participating|attending|taking part(?: in the (?:conversation|talks?|meeting|negotiations))?|"
    r"attended by|in attendance|those present|list of participants|in the presence of|interpreters?|"
    r"note-?takers?|record-?keepers?|recorders?|stenographers?|"
    r"interpretation|"
    r"observers?|guests?|members? of the delegations?|delegations?|"
    r"(?:on|from|for) the (?:[A-Z][\w’'-]+[ -]){1,4}side|(?:[A-Z][\w’'-]+[ -]){1,3}(?:side|delegation|"
    r"participants))"
    r"(?: were(?: present)?)?(?: \([^)]{1,40}\))?\s?:(?=\s|$)"
    rf"|^{_NATIVE_KEY}{_NATIVE_PARTICIPANTS}(?: (?:были|были также|нь))?\s?(?::(?=\s|$)|：)",
    re.IGNORECASE,
)
NATIVE_PARTICIPANTS_HEAD: Final = re.compile(rf"^{_NATIVE_PARTICIPANTS}\s?[:：]", re.IGNORECASE)
SALUTE: Final = re.compile(
    r"^(?:dear|esteemed|respected|highly esteemed|your excellency|excellency|comrades?|"
    r"honou?rable|mr\.? (?:president|chairman|minister|ambassador|secretary))\b.{0,70}[,!:]$"
    r"|^(?:my )?dear\b[^.?]{2,60}$"
    r"|^(?:my )?(?:dear|esteemed|respected|most esteemed)\s(?:comrade|mr|sir|madam|friend|general|president)"
    r"\b.{0,180}!$"
    rf"|^{native.end_of(native.any_of(native.SALUTES))}.{{0,70}}[,!:，！：]$",
    re.I,
)
NATIVE_SALUTE: Final = re.compile(
    rf"^{native.end_of(native.any_of(native.SALUTES))}.{{0,70}}[,!:，！：]$", re.IGNORECASE
)

# "To: A. N. Orlov", "From: D. Bold": the two together make a letter or a paper sent within an office.
FROM_LINE: Final = re.compile(
    rf"^(?:from|{native.any_of(native.SENDERS)})\s?(?::\s+|：)(?-i:[^\W\d_a-zа-џ])", re.IGNORECASE
)
TO_LINE: Final = re.compile(
    rf"^(?:to|for|addressee|{native.any_of(native.ADDRESSEES)})\s?(?::\s+|：)(?-i:[^\W\d_a-zа-џ])",
    re.IGNORECASE,
)

# The body or the man to whom a paper goes, on a line of its own, and the words with which one is sent.
BODY_ADDRESSED: Final = re.compile(
    r"^(?:(?:в )?(?:цк (?:кпсс|мнрп|вкп)|совет министров|совнарком|политбюро|секретариат цк|мид "
    r"\w+)\b.{0,40}|(?:товарищу|тов\.)\s\w.{2,60}|"
    r"(?:to )?(?:the )?(?:cc (?:of the )?(?:cpsu|sed|pzpr|mprp)|central committee of the|council of "
    r"ministers|secretariat of the|politburo)\b.{0,60}|to comrade\s\w.{2,60})(?<![.:;!?])$",
    re.IGNORECASE,
)
FORWARDING: Final = re.compile(
    r"^(?:(?:направля|представля|посыла|препровожда|докладыва|сообща|пересыла)(?:ем|ю)\b|"
    r"(?:i|we) (?:herewith |hereby )?(?:(?:am |are )?(?:send|forward|submitt?|transmitt?|enclos)"
    r"(?:e|ing)?)\b|(?:herewith|attached|enclosed) (?:is|are|please|we|i)\b)",
    re.IGNORECASE,
)

JOURNAL: Final = re.compile(
    r"from (?:the )?(?:official |personal |working |service )?(?:journal|diary|notebook) of\b"
    r"|из (?:служебного |рабочего )?дневника\b|z (?:deníku|dziennika)\b|aus dem (?:dienst)?tagebuch\b",
    re.IGNORECASE,
)
# A paper without a title whose subject line says that it is of a talk.
SUBJECT_OF_A_TALK: Final = re.compile(
    r"(?:subject|re|regarding)\s?:\s.{0,80}\b(?:conversations?|meeting|talks?|visit|discussion|negotiations|reception)\b",
    re.IGNORECASE,
)

NOTES_HEAD: Final = re.compile(
    r"^(?:(?:translator['’]?s?|editor['’]?s?|author['’]?s?|end|foot)[ -]?)?(?:notes?|footnotes?|endnotes?|"
    r"remarks|annotations)"
    rf"(?: to the (?:translation|text|document))?\s?:?$|^{native.any_of(native.NOTES_HEADS)}\s?[:：]?$",
    re.IGNORECASE,
)
NOTE_ITEM: Final = re.compile(
    r"^(?P<number>\[(?:\d{1,3}|[*†‡]{1,3})\]\.?|\((?:\d{1,3})\)|\d{1,3}[.)]|\d{1,3}|[*†‡]{1,3})\s+(?=\S)"
)

PAGE_LINE: Final = re.compile(
    r"^(?:[-–—]\s?(?P<dashed>\d{1,4})\s?[-–—]|(?:page|p\.|pg\.?|list|l\.)\s?(?P<named>\d{1,4})(?:\s?(?:of|"
    r"/)\s?\d{1,4})?|"
    r"(?P<bare>\d{1,4})|(?P<of>\d{1,3})\s?/\s?\d{1,3}|\[(?:page|p\.|pg\.?)\s?(?P<bracketed>\d{1,4})\]|"
    r"\[(?P<number>\d{1,3})\])$",
    re.IGNORECASE,
)
