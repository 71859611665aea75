"""Personal names as memoranda print them: initials and surname, or names that are no English words."""

from __future__ import annotations

import re
from typing import Final

from dragoman.convert.brackets.lexicon import is_common_english, is_english
from dragoman.convert.brackets.words import ENGLISH_ABBREVIATIONS, NAME_PARTS, ROLES, TITLES
from dragoman.convert.memorandum.letters import SMALL
from dragoman.convert.memorandum.native_forms import COURTESIES, OFFICES, WORDS_OF_NOTES
from dragoman.convert.memorandum.native_names import hangul_names, signs_in_hangul

_INITIAL: Final = (
    r"(?!(?:Dr|Mr|Ms|Mrs|Prof|Gen|Col|Cde|Com|St|No|Nr|Dep|Vol|Art)\.)"
    rf"(?:[^\W\d_{SMALL}]\.|[A-Z][a-z]{{1,2}}\.)"
)
_SURNAME: Final = rf"[^\W\d_{SMALL}][^\W\d_]+(?:[-’'][^\W\d_]+)*"
_PARTICLE: Final = r"(?:de|van|von|der|al|bin)\s"
INITIALED: Final = re.compile(
    # Not in the midst of letters: "U.S.S.R. Embassy".
    rf"(?<![^\W_])(?<!(?<![^\W_])[^\W\d_{SMALL}]\.)(?:{_SURNAME}\s)?(?:{_INITIAL}(?:\s?[-–]?\s?)){{1,3}}(?:{_PARTICLE})?{_SURNAME}"
)
# “ОРЛОВУ П. А.”: Russian papers have the initials behind the surname, too.
_INITIALS_LAST: Final = re.compile(
    r"(?<!\w)[А-ЯЁӨҮ][А-Яа-яЁёӨҮөү]+(?:-[А-Яа-яЁё]+)?\s(?:[А-ЯЁӨҮ]\.\s?){1,2}(?=[,;)\s]|$)(?!\s?[А-ЯЁӨҮ])"
)
# “МНР”, “ЦК”: letters that stand for a state or a body.
_LETTERS_OF_A_BODY: Final = re.compile("[А-ЯЁӨҮ]{2,5}")
_CAPITALISED: Final = re.compile(_SURNAME)
_TITLED: Final = re.compile(
    r"(?<!\w)(?:[Cc]omrade|Mrs?\.?|Ms\.?|Dr\.?|Com\.|Cde\.?)\s"
    rf"(?P<name>[^\W\d_{SMALL}][\w’'-]+(?:\s[^\W\d_{SMALL}][\w’'-]+)?)$"
)
_HONORIFIC: Final = re.compile(
    r"(?:(?:comrades?|cde|com|messrs|mr|mrs|miss|ms|dr|prof|gen|col|maj|capt|amb)\.?|general|colonel|major|captain|"
    r"professor|secretary|"
    r"ambassador|academician|marshal|genossin|genosse|gen|herr|frau|тов|т|товарищ|нөхөр|tow|towarzysz)\.?\s",
    re.IGNORECASE,
)
_JOINING: Final = r"(?:and|und|и|i|és|et|a|și|şi|та|болон|нар)"
_COURTEOUS: Final = re.compile(
    rf"(?:^|(?<=[,;:(\d]\s)|(?<=\s){_JOINING}\s|(?<=[–—-]\s))"
    r"(?:[Cc]omrade|Cde\.?|Com\.|Mrs?\.?|Ms\.?|Dr\.?|Gen(?:osse|ossen|ossin)?\.?|Herrn?|Frau|"
    r"[Тт]ов(?:\.|арищ\w*)|[Тт]\.|[Гг]-н|[Tt]ow(?:\.|arzysz\w*)|[Pp]an(?:em|i)?|[Tt]ov(?:\.|ar[ăa][șş]\w*)|[Ss]oudruh\w*|[Ss]\.|"
    r"MM?\.|Mme|нөхөр|ноён)\s"
    rf"(?P<name>{_SURNAME}(?:\s{_SURNAME})?)(?=\s?(?:[,(;:]|\.?$)|\s{_JOINING}\s)"
)
# "comrades Novák, Dvořák and Beneš"
_SEVERAL: Final = re.compile(
    rf"\b(?:[Cc]omrades|[Тт]оварищи|[Mm]essrs\.?|тт\.)\s"
    rf"(?P<names>{_SURNAME}(?:,\s{_SURNAME})*(?:,?\s{_JOINING}\s{_SURNAME})?)(?=[,;:.)]|$)"
)
_JOINS: Final = frozenset(("-", "–", "—", "/", "and", "with", "и", "und", "i", "et"))

SLASHED: Final = re.compile(r"(?:^|(?<=\s))/(?P<name>[^/\n]{2,80})/(?=\s|$)", re.MULTILINE)
# What may stand before the name of who signs: "1.XII.62  CHERVONENKO".
DATED: Final = re.compile(r"\s*\d{1,2}[./](?:\d{1,2}|[IVX]{1,4})[./]\d{2,4}\s+")
# “J. Novák v. r.”: in his own hand.
OWN_HAND: Final = r"\s(?:v\.\s?r|s\.\s?k|m\.\s?p|e\.\s?h)\."
_SIGNED_NAME: Final = re.compile(
    r"\s*\(?(?:(?:(?:Dr|Prof|Eng|Gen|Col|Com|Mrs?)\.|Comrade|Mrs?)\s)?"
    rf"(?P<name>[^\W\d_{SMALL}][\w’'.\[\]-]*(?:\s[^\W\d_{SMALL}][\w’'.\[\]-]*){{0,3}})\)?"
    rf"(?:{OWN_HAND}|\s*[\[(（][^\[\]()（）\n]{{1,60}}[\])）])?\s*(?:,|$)"
)
# "[Signed] Brissac", "(signed) Brissac"
_REMARK_BEFORE: Final = re.compile(
    r"\s*(?:[\[(（][^\[\]()（）\n]{1,60}[\])）]|gez\.|(?:[Ss]igned|[Ss]ign[ée]|[Gg]ezeichnet|[Ss]emnat)\s?:|sgd\.?\s?:?|\(ss\)|подп\.|podpisał\w?|/[-–—]/)\s*(?=[^\W\d_])"
)
_LONE_WORD: Final = re.compile(
    rf"\s*(?:[\[(][^\[\]()\n]{{1,60}}[\])]\s*)?(?P<name>[^\W\d_{SMALL}][^\W\d_]+(?:[-’'][^\W\d_]+)*)\s*(?:\n|,|$)"
)
# They say that somebody signed, and not who.
_SIGNING: Final = frozenset("signed signature signatures sgd seal stamp for copy original".split())
_COURTESIES_OF_MANY: Final = frozenset(("comrades", "messrs", "messrs."))
_BULLET: Final = re.compile(r"(?:[-–—•*]|\d{1,2}[.)])\s+")
# "from the Chinese side – Liu Wei, Wang Da"
SIDE_LEAD: Final = re.compile(
    r"(?:from|on|for) the (?P<side>[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,2}) side\s?[:,–—-]\s+", re.IGNORECASE
)
# "Second Secretary Dorj": the office stands before the name, and nothing else of it behind.
_OFFICE_LEAD: Final = re.compile(
    rf"(?:(?:{'|'.join(sorted(TITLES))}|first|second|third|vice|deputy|press|military|cultural|commercial)\s)+"
    rf"(?-i:(?=[^\W\d_{SMALL}][\w’'-]+(?:\s[^\W\d_{SMALL}][\w’'-]+)?(?:[,;]|$)))",
    re.IGNORECASE,
)
_PIECE: Final = re.compile(r"(?:[^,;]+)(?:[,;]\s+|$)")
_PLAIN: Final = re.compile(rf"{_SURNAME}(?:\s{_SURNAME}){{0,2}}(?=\s?(?:[,(;\[]|$|\sand\s|\s[–—-]\s))")

# Given names that lists of English words have.
_GIVEN_NAMES: Final = frozenset(
    """
    abdul adam agnes ahmad ahmed albert alexander alexei alfred ali alice amy andre andrei anna anton
    antonio arthur barbara bela benjamin bernard boris brian bruno carl carlo carlos catherine charles
    claude colin daniel david dennis dieter dietrich donald dora dorothy edgar edith edward edwin elena
    elisabeth elizabeth ellen emil emily emma enrico eric erica erich erik ernest ernst erwin eva felix
    fernando fidel francisco francois frank fritz george gerald gerhard giovanni giuseppe gregory greta
    gunnar gunter gunther gustav hafiz hans harold heinrich heinz helen helena helmut henrik henry
    herbert hermann horst hugh hugo hussein ian igor ilse indira inge ingrid irene ivan jacques james
    jane janet jean jeanne joan john jorge jose josef joseph joyce juan judith julia julian karl karol
    katherine keith kenneth khalid klaus krishna kurt lajos lars laura leo leon leonard leonid louis
    lucy ludwig luigi luis magda manfred manuel marco margaret maria marie mario mark martha martin mary
    max maxim michael michel miguel mikhail milan milos mohamed mohammad muhammad natalia natasha neil
    nicholas nikolai nils nina olaf olga omar oscar oskar osman otto patrick paul pedro peter philip
    pierre pius pyotr rachel ralph raul raymond richard robert roger rolf roman ronald rosa roy rudolf
    ruth samuel sandor sarah sergei sidney siegfried simon sophia stanley stefan stephen susan sven
    tatiana thomas tibor ursula vera victor viktor vladimir walter werner wilhelm william wolfgang yuri
    yves
    """.split()
)
# Letters that stand for a state or a body and look like initials: "U.S. Minister" is nobody's name.
_CAPITALS_OF_A_NAME: Final = 2
_STATES: Final = frozenset(
    "UN US UK USA USSR SSR MPR PRC DPRK PDRK GDR FRG ROK DRV SRV PPR HPR CSSR EEC EC WHO ILO FAO UAR".split()
)
# “R.P. Mongole”: so Romanian papers write of a people's republic.
_PEOPLES_REPUBLIC: Final = re.compile(
    r"R\.\s?[PSD]\.\s?(?:[FR]\.\s?)?(?:Mongol|Chinez|Ungar|Polon|Bulgar|Român|Alban|Sovietic|Cehoslovac|German|"
    r"Coreen|Vietnam|Iugoslav)\w*$"
)
# Bodies and states by their letters: no name of anybody ends with them.
_ABBREVIATED: Final = (
    ENGLISH_ABBREVIATIONS | _STATES | frozenset(("RSFSR", "PZPR", "MSZMP", "CPCz", "CPCZ", "BCP", "RCP"))
)
# What the name of a body ends with. With two initials before it, it is no surname.
_BODIES: Final = frozenset(
    """
    academy agency army assembly association bank board bureau centre center charter commission committee
    company conference congress consulate corporation council delegation department directorate division
    embassy federation fleet force forces foundation fund government headquarters institute legation library
    mission ministry office organization organisation parliament party politburo presidium press programme
    program secretariat section security senate service society staff station trust union university
    """.split()
)
_BODY_WORD: Final = "|".join(map(str.capitalize, sorted(_BODIES)))
BODY: Final = re.compile(
    rf"(?<![\w.])(?:[^\W\d_{SMALL}]\.\s?){{2,5}}(?:\s?{_SURNAME}){{0,3}}\s(?:{_BODY_WORD})\b"
)
# Posts that are nobody's name: “Desk Officer”.
_POSTS: Final = frozenset(
    "officer adviser advisor specialist official clerk desk staff aide expert notetaker".split()
)
# With these a sentence begins, and no surname is one of them.
_OPENERS: Final = frozenset(
    """
    The He She It They We You This That These Those His Her Its Our Their In On At From By For With To And But
    Or If When Then There Here Both All No Not After Before As An So What Who How Why Also Only
    """.split()
)
_OFFICIAL: Final = TITLES | ROLES | NAME_PARTS
_NO_FIRST_NAMES: Final = COURTESIES | WORDS_OF_NOTES | _OFFICIAL | OFFICES


def names_in(text: str, limit: int = 4000) -> list[tuple[int, int]]:
    """Return start and end of the names in ``text`` that are sure: those with initials.

    ``P. A. Vereshchagin``, ``D. Gotov``, ``Mikhail S. Kapitsa``; ``T.O. Brusnikina``.
    """
    matches = [*INITIALED.finditer(text[:limit])]
    if not text.isascii():
        matches = _apart([*_INITIALS_LAST.finditer(text[:limit]), *matches])
    found = (_without_title(text, match.start(), match.end()) for match in matches)
    return [
        (start, end)
        for start, end in found
        if not (
            _is_body(text[start:end]) or _is_sentence_end(text[start:end]) or _is_short_form(text[start:end])
        )
    ]


def _apart(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the matches in the order of the text, without those that an earlier of the list overlaps."""
    kept: list[re.Match[str]] = []
    for match in matches:
        if all(match.end() <= one.start() or one.end() <= match.start() for one in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start())


def people_in(text: str, limit: int = 4000) -> list[tuple[int, int]]:
    """Return start and end of the names that are sure: with initials, or with a word of courtesy before."""
    found = names_in(text, limit)
    more = [
        (start, end)
        for start, end in courteous_names(text[:limit])
        if all(end <= first or last <= start for first, last in found)
    ]
    return sorted([*found, *more]) if more else found


def courteous_names(text: str) -> list[tuple[int, int]]:
    """Return start and end of the names of a list that each stand behind a courtesy: ``Gen. Lorenz``."""
    several = [
        (listed.start("names") + name.start(), listed.start("names") + name.end())
        for listed in _SEVERAL.finditer(text)
        for name in re.finditer(_SURNAME, listed["names"])
    ]
    return several + [
        match.span("name")
        for match in _COURTEOUS.finditer(text)
        if _OFFICIAL.isdisjoint(match["name"].lower().split())
        and match["name"].split()[-1].lower() not in _BODIES | OFFICES
    ]


def is_pair(line: str) -> bool:
    """Return True for two names and nothing else but what joins them: ``P. A. Gusev — Ts. Bold``."""
    found = names_in(line, 120)
    if len(found) != 2:
        return False
    (start, end), (first, last) = found
    return not line[:start].strip() and not line[last:].strip() and line[end:first].strip() in _JOINS


def bodies_in(text: str, limit: int = 4000) -> list[tuple[int, int]]:
    """Return start and end of the bodies whose names begin with letters: ``U.N. Secretariat``."""
    return [match.span() for match in BODY.finditer(text[:limit])]


def ends_as_body(words: str) -> bool:
    """Return True for words that end as the name of a body does: ``Foreign Ministry``."""
    return words.rpartition(" ")[2].lower() in _BODIES


def _is_body(name: str) -> bool:
    """Return True for a body or an office that has the form of initials and surname: ``U.S. Embassy``."""
    letters, words = re.findall(rf"([^\W\d_{SMALL}])\.", name), re.findall(r"[^\W\d_]{3,}", name)
    last = words[-1].lower() if words else ""
    if len(letters) < 2 or not last:
        return False
    return (
        last in _BODIES
        or ("".join(letters) in _STATES and is_common_english(last))
        or _PEOPLES_REPUBLIC.match(name) is not None
    )


def _is_short_form(words: str) -> bool:
    """Return True for “Abt.-Ltr”: three letters at most and no vowel make no surname."""
    last = re.search(r"[^\W\d_]+$", words)
    return (
        last is not None
        and len(last[0]) < 4
        and last[0].isascii()
        and not re.search("[aeiouy]", last[0], re.I)
    )


def _is_sentence_end(words: str) -> bool:
    """Return True for “Pak. The”: a short name that ends a sentence, and the first word of the next."""
    first, _, last = words.rpartition(" ")
    return last in _OPENERS and re.search(r"[^\W\d_]{2}\.$", first) is not None


def _without_title(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a word of an office that the pattern took for a first name: "Republic D. Yondon"."""
    first = re.match(rf"{_SURNAME}\s", text[start:end])
    if text[end - 1] == ".":
        # “ОРЛОВУ П. А.” is all name.
        return start, end
    word = first[0].strip() if first else ""
    if first and (
        is_english(word)
        or word.isupper()
        or sum(map(str.isupper, word)) > _CAPITALS_OF_A_NAME
        or word.lower() in _NO_FIRST_NAMES
    ):
        start += first.end()
    return start, end


def name_at_end(text: str) -> tuple[int, int] | None:
    """Return start and end of the name that ends ``text``, after the words of an office; or None."""
    stripped = text.rstrip(" ,.;:")
    with_initials = names_in(stripped)
    if with_initials and with_initials[-1][1] == len(stripped):
        return with_initials[-1]
    titled = _TITLED.search(stripped)
    if titled and _OFFICIAL.isdisjoint(titled["name"].lower().split()):
        # "Mr. White", "Comrade Li Wen": names that English has as words too.
        return titled.span("name")
    words = list(re.finditer(r"\S+", stripped))
    first = len(words)
    while first > 0 and len(words) - first < 3:
        word = words[first - 1][0]
        if not _CAPITALISED.fullmatch(word) or word.lower() in _OFFICIAL | COURTESIES:
            break
        if _LETTERS_OF_A_BODY.fullmatch(word) or word in _ABBREVIATED:
            break
        if is_english(word) and (first == len(words) or word.lower() not in _GIVEN_NAMES):
            break
        first -= 1
    return (words[first].start(), len(stripped)) if first < len(words) else None


def signature_names(text: str) -> list[tuple[int, int]]:
    """Return start and end of the names of a signature: in slashes, with initials, or its last line.

    ``/Kh. Bold/``; ``P. A. Petrov     D. Bold``; ``K[azimierz] Wilk, Ambassador``.
    """
    slashed = [
        match.span("name")
        for match in SLASHED.finditer(text)
        if match["name"].strip().lower() not in _SIGNING
    ]
    if slashed:
        return slashed
    if found := names_in(text):
        return found
    if signs_in_hangul(text):
        return hangul_names(text)
    end = len(text.rstrip())
    while end > 0:
        # An office may stand below the name.
        start = text.rfind("\n", 0, end) + 1
        dated = DATED.match(text, start, end)
        remark = _REMARK_BEFORE.match(text, dated.end() if dated else start, end)
        at = remark.end() if remark else dated.end() if dated else start
        match = _SIGNED_NAME.match(text, at, end)
        plain = match["name"].replace("[", "").replace("]", "") if match else ""
        words = plain.split()
        if match and not all(map(is_common_english, words)) and words[-1].lower() not in _BODIES | OFFICES:
            return [match.span("name")]
        end = start - 1
    return []


def signed_names(text: str) -> list[tuple[int, int]]:
    """Return what `signature_names` finds, or else the one word that signs: ``Young``, an office below it.

    For lines that are known to be a signature: only then is a word that English has somebody's name.
    """
    if found := signature_names(text):
        return found
    match = _LONE_WORD.match(text)
    if match is None:
        return []
    low = match["name"].lower()
    return [] if low in _SIGNING | _BODIES | OFFICES | _OFFICIAL else [match.span("name")]


def begins_with_name(line: str) -> bool:
    """Return True for a line of a list of people: a name, then a comma, a parenthesis or nothing."""
    text = SIDE_LEAD.sub("", re.sub(r"^(?:[-–—•*]|\d{1,2}[.)])\s+", "", line), count=1)
    honorific = _HONORIFIC.match(text)
    if honorific:
        text = text[honorific.end() :]
    found = names_in(text[:80]) or bodies_in(text[:80])
    if found and found[0][0] == 0:
        after = text[found[0][1] :].lstrip()
        return after[:1] in ("", ",", "(", ";", "–", "—", "-", "[") or after.startswith("and ")
    plain = re.match(rf"{_SURNAME}(?:\s{_SURNAME}){{0,2}}(?=\s?(?:,|\(|;|$|\[))", text)
    if not plain:
        return False
    words = plain[0].split()
    return bool(honorific) or len(words) > 1 or not is_english(words[0]) or _has_office(text, plain.end())


def _has_office(line: str, at: int) -> bool:
    """Return True where an office follows a word, which is then a name: ``Weiss, Secretary of State``."""
    office = re.compile(r",\s+(?:(?:the|State|First|Second|Deputy)\s+)?([^\W\d_]+)").match(line, at)
    return office is not None and office[1].lower() in _OFFICIAL


def plain_names(line: str) -> list[tuple[int, int]]:
    """Return start and end of names without initials in a line of a list: ``Leonid Orlov, Anna Weiss``.

    The first word of the line begins a name; a further one follows a comma or “and” and is no office.
    """
    at = 0
    courtesy = ""
    for lead in (_BULLET, SIDE_LEAD, _OFFICE_LEAD, _HONORIFIC):
        if ahead := lead.match(line, at):
            at = ahead.end()
            courtesy = ahead[0].strip().lower() if lead in (_OFFICE_LEAD, _HONORIFIC) else ""
    # "Comrades Kowal, Wilk": each word is a name. "Mr. Brown": a name that is a word of English.
    is_all = courtesy in _COURTESIES_OF_MANY
    found: list[tuple[int, int]] = []
    for piece in _PIECE.finditer(line, at):
        again = _HONORIFIC.match(line, piece.start())
        name = _PLAIN.match(line, again.end() if again else piece.start())
        if name is None or not name[0]:
            break
        words = name[0].lower().split()
        is_office = not (_OFFICIAL | _POSTS).isdisjoint(words) or words[-1] in _BODIES
        is_name = (
            is_all or again is not None or (not found and (courtesy != "" or _has_office(line, name.end())))
        )
        if is_office or (len(words) == 1 and (found or is_english(words[0])) and not is_name):
            break
        found.append(name.span())
    return found


def surname_of(name: str) -> str:
    """Return what names are compared by: the last word, in lower case, without marks."""
    words = re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", name)
    return words[-1].lower() if words else ""
