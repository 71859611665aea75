"""What the lines below the text of a memorandum look like, as tables; see `patterns`."""

from __future__ import annotations

import re
from typing import Final

from dragoman.convert.memorandum import native_forms as native
from dragoman.convert.memorandum.patterns import Cue, cue

# Lines after the last paragraph.
ATTENDANCE: Final = re.compile(
    r"^[(\[]?(?:the |this |our )?(?:meeting|conversation|talks?|discussion|reception|audience|negotiations?|"
    r"session|visit|exchange)\b"
    r".{0,120}?\b(?:lasted|went on|continued|took place|was held|were held|ended|began|started|concluded|"
    r"was attended|"
    r"were attended|passed|proceeded|took \w+ (?:minutes|hours)|adjourned|was adjourned|"
    r"was closed|closed|broke up)\b"
    r"|^(?:also )?(?:present|attending|participating|in attendance|taking part)\b.{0,40}\b(?:at the|in the|"
    r"were|was)\b"
    r"|\b(?:was|were) (?:also )?present at the (?:meeting|conversation|talks?|discussion)\b"
    rf"|^{native.end_of(native.any_of(native.ATTENDANCE))}",
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
    cue(
        "acquainted",
        r"^(?:acquainted|have acquainted|familiari[sz]ed|seen|read|approved|taken note|for "
        r"information|noted)\b\s?:?(?:$|\s[A-Z\[(/].{0,160}$|.{0,60}\d{4}.{0,40}$)",
        "ACQUAINTED",
        "Mongolian files",
    ),
    cue(
        "notes-taken",
        r"^(?:(?:the )?(?:notes?|minutes|record|protocol|conversation|talks?|transcript)(?: "
        r"of (?:the )?\w+)? )?(?:were |was )?"
        r"(?:taken|recorded|written down|written|kept|noted down|noted|drawn up|compiled|prepared|"
        r"transcribed|drafted|transmitted|reported|translated|interpreted|typed)"
        r"(?: down)? by\b.{0,120}$|^(?:wrote|took|noted) (?:it )?down\s?:.{0,120}$|"
        r"^(?:took|kept) (?:the )?(?:minutes|notes)\s?:.{0,120}$|^notes\s?:\s(?-i:[^\W\d_a-z]\.).{2,60}$",
        "Notes taken by",
        "Mongolian and Soviet files",
    ),
    cue(
        "notes-taken",
        r"^(?:recorded|note-?taker|record-?keeper|interpreter|translator|interpreted|"
        r"translated|typed|secretary|minutes)\s?:.{0,120}$",
        "Interpreter: …",
        "GDR files",
    ),
    cue(
        "acquainted",
        rf"^{native.end_of(native.any_of(native.ACQUAINTED))}\s?[:：]?.{{0,80}}$",
        "ТАНИЛЦСАН:",
        "papers in their own language",
    ),
    cue(
        "notes-taken",
        rf"^{native.any_of(native.NOTES_TAKEN)}.{{0,100}}$",
        "Беседу записал",
        "papers in their own language",
    ),
    cue(
        "salute",
        # Particles of Korean are written together with their word.
        rf"^{native.any_of(native.VALEDICTIONS)}(?:\b|(?<=[\u3400-\u9fff\uac00-\ud7a3])).{{0,80}}$",
        "С уважением",
        "papers in their own language",
    ),
    cue(
        "signed",
        r"^(?:gez\.|подп\.|подписал[аи]?|podpisał|\(–\)|/–/)\s.{1,80}$",
        "gez. Lorenz",
        "papers in their own language",
    ),
    cue(
        "signed",
        r"^(?:\(ss\)|ss|/ss/)\s(?-i:[^\W\d_a-z]).{1,80}$",
        "(ss) N. Popa",
        "Romanian files",
    ),
    cue(
        "signed",
        r"^(?:the )?(?:ambassador|minister|charg[eé] d[’']affaires(?: a\. ?i\.)?|consul|director|chairman|"
        r"secretary|head of (?:the )?(?:department|delegation|mission)|minister counsell?or)\s?:$",
        "AMBASSADOR:",
        "Bulgarian files",
    ),
    cue(
        "signed",
        r"^(?:on behalf|in the name|by order|for and on behalf) of the (?-i:[a-z])[\w ]{3,60}:$",
        "on behalf of the collective:",
        "letters of many",
    ),
    cue(
        "signed",
        r"^(?:(?:first|general|second) )?(?:secretary|chairman|president|minister|ambassador|director)\s?:\s"
        r"(?-i:[^\W\d_a-z])[\w’' -]{1,30}$",
        "First Secretary: Bold",
        "minutes",
    ),
    cue("signed", r"^/.{1,70}/(?:\s+/.{1,70}/)*$", "/D. Yondon/", "Mongolian files"),
    cue(
        "signed",
        r"^(?:signed|signature|sign[ée]|gezeichnet|подписано|semnat|podpisano|s/|sgd\.?|\(signed\)|/s/)\s?[:,]?(?:\s.{0,100})?$",
        "Signed: …",
        "translations",
    ),
    cue(
        "signed",
        r"^(?:for|on behalf of) the .{3,60}\b(?:side|delegation|government|ministry|"
        r"party)\b[^.]{0,80}$",
        "For the Soviet side        For the Mongolian side",
        "protocols",
    ),
    cue(
        "signed",
        r"^(?:for|by (?:direction|order) of) the (?:(?-i:[A-Z])[\w’'-]+ ?){1,4}:$",
        "For the Consul:",
        "despatches",
    ),
    cue(
        "reference",
        r"^(?:enclosures?|attachments?|encls?\.?)\s?:\s(?-i:[A-Z\d]).{2,100}(?<![.;,:])$|"
        r"^(?:enclosures?|attachments?)\s?:\s\d{1,3} \w{3,20}(?: \w{2,20}){0,3}\.$",
        "Enclosure: Gauge readings",
        "despatches",
    ),
    cue(
        "reference",
        r"^to (?:the|his|her) (?-i:(?:[A-Z][\w’'-]+|of|for|and|the|in)(?: |$)){1,10}$",
        "To the Ministry of Waterways",
        "diplomatic notes",
    ),
    cue(
        "physical",
        r"^(?:[(（](?:signature|signed|seal|stamp|unterschrift|подпись|печать|гарын үсэг|签字|签名|"
        r"podpis|aláírás)\b[^)）]{0,60}[)）]\s*)+$",
        "(signature)   (signature)",
        "translations",
    ),
    cue(
        "salute",
        r"^I (?:have|am|remain)(?: the honou?r to be)?,? (?:sir|etc|&c|dear|my lord)\b.{0,60}$|"
        r"^(?:with (?:(?:best|warm|kind|comradely|communist|cordial|fraternal|respectful|"
        r"friendly|deep|socialist|party|brotherly|sincere|revolutionary) )*"
        r"(?:regards|greetings?|respects?|wishes|compliments)|respectfully|sincerely|yours|faithfully|very "
        r"truly|cordially)\b.{0,80}$",
        "With comradely greetings,",
        "letters",
    ),
    cue(
        "reference",
        r"^(?:cc|copies|copy|distribution|distributed to|circulated|to the file|typed|"
        r"printed|[0-9]+ copies)\b\s?(?:to|:|no\b|in\b).{0,200}$|"
        r"^(?:sent|distributed|copied) to(?:\s?:|\s(?:comrs?|com|comrades?|cdes?)\b).{0,200}$",
        "Distribution: …",
        "Soviet files",
    ),
    cue(
        "reference",
        r"^(?:верно|отп\.|отпечатано|разослано|рассылка|исп\.|in \d+ ausfertigungen|verteiler|f\.d\.r\.|"
        r"抄送|抄报|抄報|印发|印發|分送|rozdzielnik|odbito|kapják|készült|rozdělovník|výtisk|exemplar nr\.|"
        r"copies? ?:|destinataires? ?:|diffusion ?:|difuzare ?:|хувь ?:|사본 ?:|배포 ?:)"
        r"(?:\b|(?<=[\u3400-\u9fff.:]))\s?[:：]?.{0,120}$",
        "Отп. 3 экз.",
        "papers in their own language",
    ),
    cue(
        "reference",
        r"^(?:приложени[ея]|хавсралт|anlagen?|annexes?|pi[èe]ces? jointes?|załączniki?|melléklet(?:ek)?|"
        r"příloh[ay]|anex[aăe]|附件|부록|첨부)\s?[:：]\s?\S.{0,100}(?<![;,:])$",
        "Приложение: на 2 листах",
        "papers in their own language",
    ),
    cue(
        "reference",
        r"^[\[(]?(?:АВП ?РФ|РГАНИ|РГАСПИ|ГАРФ|АП ?РФ|AVPRF|RGANI|RGASPI|GARF|"
        r"APRF)[.,]?\s(?:Ф|F|fond)\.?\s?\d.{0,140}$",
        "АВП РФ. Ф. 0111. Оп. 45.",
        "Russian editions",
    ),
    cue(
        "reference",
        r"^(?:enclosures?|attachments?|annex(?:es)?|encls?\.?|anlagen?)\.?$",
        "Attachment",
        "GDR files",
    ),
    cue("reference", r"^(?:no\.|nr\.?|№|ref\.?)\s?\S{1,40}$", "No. 112/s", "Soviet files"),
    cue(
        "reference",
        r"^(?:sent|copied|distributed|typed|printed|made) (?:to|in) \w{1,8} (?:addresse?e?s|copies)\b"
        r".{0,60}$",
        "Sent to 5 addresses:",
        "Soviet files",
    ),
    cue(
        "reference",
        r"^\d{1,2}\.?\s?[–—-]\s(?:(?-i:Com\.|Comrades?|Cde\.?)|to)\s.{1,60}(?<![.;])$",
        "2 - Com. Petrov",
        "Soviet files",
    ),
    cue(
        "reference", r"^(?:no\.|nr\.?|№)\s?\d{1,3}\s?[–—-]\s\S.{1,80}$", "No. 1 – Com. Gromov", "Soviet files"
    ),
    cue(
        "reference",
        r"^(?:(?:true|certified|verified) (?:copy|translation)\b.{0,100}|"
        r"(?:correct|verified|true)\s?:\s.{1,80})$",
        "True copy: …",
        "Soviet files",
    ),
)

# What heads a list below the signatures, and how its items begin.
LIST_HEAD: Final = re.compile(
    r"(?:(?:Enclosures|Attachments|Annexe?s|Appendices|Distribution(?: list)?|Circulation|Recipients|"
    r"Copies(?: (?:sent )?to)?|Sent to|Addressees|"
    r"Verteiler|Anlagen?|Рассылка|Разослано|Rozdzielnik|Kapják|抄送)\s?[:：]|"
    r"\d{1,3} cop(?:\.|ies)\s[a-z]{1,4}(?:/[a-z]{1,4})+\.?|"
    r"(?:Typed |Printed |Made )?(?:in )?\d{1,3} copies"
    r"(?: (?:were )?(?:typed|printed|made))?[.:]?)",
    re.IGNORECASE,
)
LIST_ITEM: Final = re.compile(
    r"(?:no\.?\s?)?\d{1,3}(?:-\d{1,3})?(?:[.)]|\s?[–—x×-])\s|[–—•*-]\s|cc\b", re.IGNORECASE
)

# Lines of a closing that stand by themselves however the text is set.
LONE_CUES: Final = tuple(
    cue for cue in CLOSER_CUES if cue.role in ("acquainted", "notes-taken", "signed", "physical")
)
