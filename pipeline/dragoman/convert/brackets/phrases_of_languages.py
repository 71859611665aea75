"""What stands in brackets in papers in their own language: gaps, slips, hands and stamps.

`NATIVE` may be met in any document. `NATIVE_ALONE` is for documents in the language itself: its words are
short, or mean something else in another language.
"""

from __future__ import annotations

from typing import Final

from dragoman.convert.brackets.phrase_parts import Phrase, phrase
from dragoman.convert.brackets.verdict import BracketClass as C

_SEEN: Final = "papers in their own language"
# Nothing that was learnt from English translations speaks against these words.
_SURE: Final = 14

NATIVE: Final[tuple[Phrase, ...]] = (
    phrase(
        C.GAP,
        "illegible",
        r"^(?:(?:одно|два|три|\d+) )?(?:слов\w? |подпись )?(?:неразборчив\w*|нрзб\.?|не читается)$|"
        r"^(?:(?:нэг|хоёр|\d+) үг )?(?:гаргацгүй|уншигдахгүй)\b.{0,20}$|"
        r"^(?:字迹)?(?:不清|不明|模糊|难辨|無法辨認|无法辨认)$|^(?:판독 불가|판독불가)$|"
        r"^(?:(?:ein|zwei|\d+) worte? )?(?:unleserlich\w*|nicht lesbar)$|"
        r"^(?:(?:słowo|dwa słowa) )?nieczytelne$|^(?:(?:egy|két) szó )?olvashatatlan$|^illisible$",
        "неразборчиво",
        _SEEN,
        _SURE,
    ),
    phrase(
        C.GAP,
        "missing",
        r"^(?:пропуск|пропущено|строка отсутствует|лист отсутствует|缺|缺字|原缺|缺页|fehlt|auslassung|"
        r"(?:eine )?zeile fehlt|(?:eine )?seite fehlt|brak (?:słowa|strony|wiersza)|hiányzik|"
        r"дутуу)\b.{0,20}$",
        "пропуск",
        _SEEN,
        _SURE,
    ),
    phrase(
        C.SIC,
        "",
        r"^(?:так в (?:тексте|документе|оригинале|подлиннике)|原文如此|如此|원문대로|эх бичигт ийм|"
        r"so im (?:original|text)|tak w (?:oryginale|tekście)|így az eredetiben|"
        r"ainsi dans l[’']original)!?\.?$",
        "так в тексте",
        _SEEN,
        _SURE,
    ),
    phrase(
        C.PHYSICAL,
        "signature",
        r"^(?:подпись|подписи|гарын үсэг|签名|簽名|签字|서명|unterschrift|gez\.?|podpis|aláírás|podepsán\w?|"
        r"semnat|semnătur[aă]|signée?(?: ?:.{0,60})?)$",
        "подпись",
        _SEEN,
        _SURE,
    ),
    phrase(
        C.PHYSICAL,
        "stamp",
        r"^(?:штамп|печать|тамга|印|印章|盖章|stempel|pieczęć|bélyegző)\b.{0,60}$",
        "штамп",
        _SEEN,
        _SURE,
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?:от руки|рукописная пометка|помета|резолюция|гараар бичсэн|手写|手書|批示|handschriftlich|"
        r"handschriftl\.|odręcznie|kézírással)\b.{0,200}$",
        "от руки: согласен",
        _SEEN,
        _SURE,
    ),
)

# The wordings by what they say; the alternatives of one language on a line of their own.
NATIVE_ALONE: Final[tuple[Phrase, ...]] = (
    phrase(
        C.COMMENT,
        "",
        r"^(?:прим(?:\.|ечани[ея]\b)|ред\.|пояснение\b).{2,}|"
        r"^(?:(?:орчуулагч|хянагч)ийн )?тайлбар\b.{2,}|"
        r"^(?:译者?|譯者?|编者?|編者?)?注\s?[:：].+|^(?:역|편집자 )?주\s?[:：].+|"
        r"^anm(?:\.|erkung(?:en)?\b).{2,}|^hinweis d\w*\b.+|"
        r"^(?:przyp(?:\.|is\b)|uwaga (?:tłum|red)).{2,}|"
        r"^(?:a )?(?:szerk(?:\.|esztői?)|ford(?:\.|ítói?)) megj\w*\.?.{2,}|"
        r"^n\. ?d\. ?(?:t|l\. ?[rt]|[ée])\b.{2,}|^note d(?:e |u |es )(?:l[’'])?(?:é?dit|trad|transcr|"
        r"réd)\w*\b.+|"
        r"^pozn(?:\.|ámka\b).{2,}|"
        r"^(?:име[ею]тся в виду|речь идет|gemeint (?:ist|sind)|chodzi o|il s[’']agit d|"
        r"jde o|este vorba de)\b.{2,}|"
        r"^n(?:ota|\.) ?(?:trad|red|ed|n)\w*\.?.{2,}",
        "прим. ред.: …",
        _SEEN,
    ),
    phrase(
        C.REFERENCE,
        "page",
        r"^(?:сс?\.|стр\.|лл?\.|лист|х\.|хуудас|ss?\.|s(?:eite|trona|trana)|bl(?:att|\.)|str\.|k\.|ark\.|"
        r"pp?\.|pages?|feuillet|f\.|ff\.|pag(?:ina|\.)|fila)\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
        r"(?:\s?(?:об\.?|rev\.?|v\.?|verso|oldal))?\.?$|"
        r"^\d{1,4}\. ?(?:old(?:al|\.)|lap|strana|х(?:уудас|\.))$|^第\s?\d{1,4}\s?[页頁]$|^\d{1,4}\s?쪽$",
        "л. 14 об.",
        _SEEN,
    ),
    phrase(
        C.REFERENCE,
        "see",
        r"^(?:см\.|ср\.|смотри|үз(?:\.|нэ үү)|参见|參見|见|見|参看|참조|vgl\.|siehe|s\. (?:oben|unten|anlage|"
        r"dok)|zob\.|por\.|patrz|lásd|ld\.|vö\.|voir|cf\.|viz|srov\.|vezi|v\.)\s?.{1,80}$",
        "см. док. № 12",
        _SEEN,
    ),
    phrase(
        C.PHYSICAL,
        "signature",
        r"^(?:\w+ )?подпис(?:ь|и)\b(?! стор).{0,40}$|^подписал\w?\b.{0,40}$|^гарын үсэг\b.{0,30}$|"
        r"^(?:签名|簽名|签字|簽字|署名).{0,10}$|^(?:서명|수표).{0,10}$|"
        r"^(?:\w+ )?(?:unterschrift(?:en)?|paraph\w*|unterzeichnet|gez\.)\b.{0,40}$|"
        r"^(?:\w+ )?(?:podpis(?:y|ał|án)?|parafa)\b.{0,40}$|^(?:\w+ )?aláír(?:ás|ása|ta)\b.{0,30}$|"
        r"^(?:sign[ée]e?|signature|paraphe)\b.{0,60}$|"
        r"^(?:semn(?:at|ează)|semnătur[aăi])\b.{0,40}$",
        "подпись неразборчива",
        _SEEN,
    ),
    phrase(
        C.GAP,
        "illegible",
        r"^(?:[^.:;]{0,30}\s)?(?:неразборчив\w*|нрзб\.?|нечитаем\w*|не читается|не прочит\w+)$|"
        r"^(?:[^.:;]{0,30}\s)?(?:гаргацгүй|уншигдахгүй|тодорхойгүй бичигдсэн)$|"
        r"^.{0,8}(?:不清|不明|模糊|难辨|難辨|无法辨认|無法辨認)$|^(?:.{0,8} )?판독\s?불가(?:능)?$|"
        r"^(?:[^.:;]{0,30}\s)?(?:unleserlich\w*|nicht lesbar|unlesbar\w*|nicht zu entziffern)$|"
        r"^(?:[^.:;]{0,30}\s)?nieczyteln\w+(?: \w+)?$|^(?:[^.:;]{0,30}\s)?olvashatatlan(?: \w+)?$|"
        r"^(?:[^.:;]{0,30}\s)?(?:illisibles?|indéchiffrables?)$|"
        r"^(?:[^.:;]{0,30}\s)?neč(?:iteln|itelné)\w*(?: \w+)?$|"
        r"^(?:[^.:;]{0,30}\s)?(?:ilizibil\w*|indescifrabil\w*)$",
        "слово неразборчиво",
        _SEEN,
    ),
    phrase(
        C.GAP,
        "missing",
        r"^(?:пропуск|пропущен\w+|(?:далее )?(?:[^.:;]{1,30} )?(?:отсутству\w+|утрачен\w*|утерян\w*|"
        r"опущен\w*))"
        r"(?: .{0,20})?$|^(?:[^.:;]{1,20} )?(?:дутуу|байхгүй)$|^(?:原)?缺.{0,6}$|"
        r"^(?:下|以下)?(?:略|残缺|殘缺)$|"
        r"^(?:중략|하략|누락)$|"
        r"^(?:[^.:;]{1,25} )?(?:fehl(?:t|en|end\w*)|verloren|abgerissen|ausgelassen)$|"
        r"^(?:text)?(?:lücke|auslassung)(?: .{0,20})?$|"
        r"^brak(?:uje)? .{2,20}$|^(?:luka|opuszczon\w+|pominięt\w+)(?: .{0,20})?$|"
        r"^(?:[^.:;]{1,20} )?hiány(?:zik|oz\w*)(?: .{0,20})?$|^kihagyás.{0,20}$|"
        r"^(?:lacune|coupure|passage manquant|(?:il )?manque(?:nt)?)(?: .{0,25})?$|"
        r"^(?:[^.:;]{1,20} )manquante?s?$|"
        r"^(?:chyb[íě]\w*|vynecháno|mezera)(?: .{0,20})?$|^(?:lips(?:ă|ește|esc|a)|omis\w*|lacună)(?: "
        r".{0,20})?$",
        "лист 3 отсутствует",
        _SEEN,
    ),
    phrase(
        C.SIC,
        "",
        r"^(?:так(?: в \w+)?|sic|原文(?:如此)?|원문대로|эх\w* (?:бичигт |эхэд )?ийм|"
        r"so(?: in der vorlage| im \w+)?|tak(?:to)?(?: v?w? ?\w+)?|így(?: az? \w+)?|ainsi(?: dans l[’']\w+)?|"
        r"așa(?: în \w+)?)[!！]{1,3}$|"
        r"^(?:так в \w+|so (?:im|in der) \w+|tak(?:to)? (?:w|v) \w+|így az? \w+|ainsi dans (?:l[’']|le )\w+|"
        r"așa în \w+)\.?$",
        "так в тексте",
        _SEEN,
    ),
    phrase(
        C.PHYSICAL,
        "stamp",
        r"^(?:\w+ )?(?:штамп|печать)\b.{0,80}$|^(?:\w+ )?тамга\b.{0,40}$|^(?:公|印|盖|蓋|图)章.{0,20}$|"
        r"^印.{0,10}$|^(?:직인|도장).{0,20}$|"
        r"^(?:\w+)?(?:stempel|siegel)\b.{0,80}$|^(?:\w+ )?(?:pieczęć|pieczątka|stempel)\b.{0,60}$|"
        r"^(?:\w+ )?(?:bélyegző|pecsét)\b.{0,60}$|^(?:cachet|tampon|timbre|sceau)\b.{0,60}$|"
        r"^(?:\w+ )?razítko\b.{0,60}$|^(?:ștampil[aă]|sigiliu)\w*\b.{0,60}$",
        "штамп",
        _SEEN,
    ),
    phrase(
        C.PHYSICAL,
        "handwritten",
        r"^(?:от руки|рукопис\w+|помет(?:а|ка)|надпись|резолюция|на полях|вписано|приписано|"
        r"зачеркнуто)\b.{0,200}$|"
        r"^(?:гараар|цаасны захад)\b.{0,200}$|^(?:手写|手書|批示|批语|批語|旁注|眉批).{0,200}$|"
        r"^(?:자필|손으로).{0,200}$|"
        r"^(?:handschriftl(?:ich\w*|\.)|(?:hs|hschr)\.|am rande?|randbemerkung|randvermerk|gestrichen|"
        r"eigenhändig\w*)\b.{0,200}$|"
        r"^(?:odręczn\w+|na marginesie|dopis\w+|skreślon\w+)\b.{0,200}$|"
        r"^(?:kézír\w+|kézzel|széljegyzet|a margón)\b.{0,200}$|"
        r"^(?:en marge|annotation|(?:mention |note )?manuscrite?|à la main|biffé|rayé)\b.{0,200}$|"
        r"^(?:rukou|rukopisn\w+|na okraji|připsáno)\b.{0,200}$|"
        r"^(?:adnot\w+|olograf\w*|scris de mână|rezoluți\w+|pe margine)\b.{0,200}$",
        "от руки: согласен",
        _SEEN,
    ),
    phrase(
        C.UNCERTAIN,
        "reading",
        r"^(?:вероятно|возможно|видимо|по-видимому|предположительно|должно быть|магадгүй|或为|아마|"
        r"vermutlich|wahrscheinlich|wohl|möglicherweise|vielleicht|prawdopodobnie|zapewne|być może|"
        r"przypuszczalnie|valószínűleg|talán|feltehetően|probablement|sans doute|peut-être|vraisemblablement|"
        r"pravděpodobně|patrně|zřejmě|snad|probabil|poate)\b.{2,60}$|"
        r"^(?:可能是?|疑为|疑為|疑).{1,12}$",
        "вероятно, весной",
        _SEEN,
    ),
    phrase(
        C.GLOSS,
        "",
        r"^(?:т\. ?е\.|то есть|ныне|бывш\w+|өөрөөр хэлбэл|即|就是|즉|d\. ?h\.|das hei(?:ß|ss)t|heute|tj\.|"
        r"to (?:jest|znaczy)|tzn\.|obecnie|dziś|azaz|vagyis|ma:|c[’']est-à-dire|soit|aujourd[’']hui|"
        r"to jest|tedy|nyní|adică|astăzi)\s?.{2,}",
        "т. е. плотина",
        _SEEN,
    ),
)
