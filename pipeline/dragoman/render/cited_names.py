"""Names of editors and translators as citations need them: as they are read, and as they are sorted.

Which part of a name is the surname the markup says (``surname``, ``forename``, ``nameLink``, ``genName``,
``addName``, ``roleName``). It is never guessed: of “Nagy Ida”, “B. Uyanga” and “Archive of Lamps” no rule
knows it, and a name that is sorted wrongly is worse than one that stands as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

# Of whom a statement of responsibility or an ``editor`` speaks.
NAMES: Final = frozenset(("persName", "orgName", "name"))
_PARTS: Final = frozenset(("surname", "forename", "nameLink", "genName", "addName", "roleName"))
_COMMA: Final = re.compile("[,，、]")
_WORD: Final = re.compile(r"\w")
# A statement may say that nobody is named, “translator not named in the source”, or only what was done, “the
# editors”: “trans. not named” is no citation, and a register of translators would list a person of that name.
_NOBODY: Final = re.compile(
    r"""
    .*\b(?:not|nowhere)\ (?:named|known|identified|stated|given|recorded|signed)\b .*
    | .*\b(?:un(?:named|known|identified)|anonymous)(?:\ (?:translat|edit)(?:ors?|ress))?
    | (?:translator|editor)s?,?\ (?:un(?:named|known|identified)|anonymous)\b .*
    | (?:the\ )?(?:translator|editor)s?
    | .*\b(?:nicht\ (?:genannt|bekannt|angegeben)|un(?:genannt|bekannt)(?:er?|en)?)\b .*
    | (?:(?:der|die)\ )?(?:übersetzer|herausgeber)(?:in|innen)?
    | .*\bне\ ?(?:назван|указан|извест)\w* .*
    | (?:переводчик|редактор|издател)\w*
    | .*\b(?:non\ (?:nommée?|indiquée?|identifiée?)|inconnue?|anonyme)\b .*
    | (?:(?:le|la|les)\ |l[’'])?(?:traduct(?:eur|rice)|édit(?:eur|rice))s?
    | .*(?:未署名|不详|不詳|未详|佚名|未注明) .*
    | n\.\ ?n\.
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# What a particle ends with that is one word with the name: d’Alembert, al-Masri.
_JOINED: Final = ("'", "’", "-", "‑")


@dataclass(frozen=True, slots=True)
class CitedName:
    """A name as it is read; "" for the parts that its markup does not tell.

    family, given, particle (von der), suffix (Jr.): as in CSL; without a family the name is one whole.
    has_comma: a comma stands before the suffix; is_family_first: where the name is read, too (Nagy Imre).
    """

    read: str
    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    has_comma: bool = False
    is_family_first: bool = False
    is_body: bool = False

    @property
    def surname(self) -> str:
        """The family with its particle; "" of a name that is one whole."""
        return linked(self.particle, self.family)

    @property
    def sorted(self) -> str:
        """The name as lists have it: “von der Heide, Anna, Jr.”.

        Of a body, programs would take what stands before a comma for the surname: “Quill and Sons Ltd.”.
        """
        if self.is_body:
            return _COMMA.sub("", self.read)
        return ", ".join(filter(None, (self.surname, self.given, self.suffix))) or self.read

    @property
    def family_first(self) -> str:
        """The name with the family before the given name, and no comma between: “Quill Ada”, “马尔一”."""
        if not self.given or self.is_family_first:
            return self.read
        return ", ".join(filter(None, (f"{self.surname} {self.given}", self.suffix)))


def names_in(holder: etree._Element) -> Iterator[CitedName]:
    """Yield the names that a ``respStmt`` or an ``editor`` has, which may be a name itself.

    None is empty, or says that nobody is named (“not named in the source”).
    """
    found = [child for child in holder if _kind(child) in NAMES]
    if not found and _kind(holder) != "respStmt":
        found = [holder]
    for name in found:
        if (cited := cited_name(name)).read and not _is_nobody(cited):
            yield cited


def _is_nobody(name: CitedName) -> bool:
    """Whether a name is none. One with a family is somebody's, and so is a body: “The Unknown Press”."""
    return not (name.family or name.is_body) and bool(_NOBODY.fullmatch(name.read))


def cited_name(element: etree._Element) -> CitedName:
    """Return the name that an element holds, in TEI or as a summary has it (prepare/summary.xsl)."""
    pieces = [piece for piece in _pieces(element) if piece.text]
    whole = _joined(pieces)
    if _kind(element) == "orgName" or element.get("kind") == "orgName":
        return CitedName(whole, is_body=True)
    return _in_parts(pieces) or CitedName(whole)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of a name's text, with the part of a name that it is; "" for what is none."""

    part: str
    text: str


def _pieces(element: etree._Element) -> Iterator[_Piece]:
    yield _Piece("", element.text or "")
    for child in element:
        if (kind := _kind(child)) in _PARTS:
            yield _Piece(kind, "".join(child.itertext()))
        elif kind:
            yield from _pieces(child)
        yield _Piece("", child.tail or "")


def _in_parts(pieces: Sequence[_Piece]) -> CitedName | None:
    """Return the name whose parts are told; None where they are not, or words beside them are no part."""
    surnames = [place for place, piece in enumerate(pieces) if piece.part == "surname"]
    if not surnames or not _are_told(pieces, surnames):
        return None
    first, last = surnames[0], surnames[-1]
    owners: list[str] = []
    for place, piece in enumerate(pieces):
        is_behind = place > last and "given" in owners
        owners.append("family" if first <= place <= last else _owner(piece, is_behind=is_behind))
    _share_points(pieces, owners)
    family, given, particle, suffix = (
        _joined([piece if owner == wanted else _BLANK for piece, owner in zip(pieces, owners, strict=True)])
        for wanted in ("family", "given", "particle", "suffix")
    )
    is_behind = "given" in owners[last:]
    is_inverted = is_behind and _has_comma(pieces[last + 1 : owners.index("given") + 1])
    has_comma = "suffix" in owners and _has_comma(pieces[: owners.index("suffix")][-1:])
    named = f"{given} {linked(particle, family)}".strip()
    natural = f"{named}{',' if has_comma else ''} {suffix}".strip()
    as_written = _joined([_BLANK if piece.part == "roleName" else piece for piece in pieces])
    return CitedName(
        read=natural if is_inverted else as_written,
        family=family,
        given=given,
        particle=particle,
        suffix=suffix,
        has_comma=has_comma,
        is_family_first=is_behind and not is_inverted,
    )


def _are_told(pieces: Sequence[_Piece], surnames: Sequence[int]) -> bool:
    """Whether the surnames stand together and no words are beside the parts but one run, the given name."""
    loose = [piece.text for piece in pieces if not piece.part and _WORD.search(piece.text)]
    is_one_run = not loose or (len(loose) == 1 and not _COMMA.search(loose[0].strip(" \t\n,，、")))
    has_forename = any(piece.part == "forename" for piece in pieces)
    between = pieces[surnames[0] : surnames[-1] + 1]
    return is_one_run and not (loose and has_forename) and all(map(_may_link, between))


def _has_comma(pieces: Sequence[_Piece]) -> bool:
    """Whether what is no part has a comma before its first word."""
    loose = "".join(piece.text for piece in pieces if not piece.part)
    return bool(_COMMA.search(_WORD.split(loose, maxsplit=1)[0]))


_BLANK: Final = _Piece("", " ")


def _owner(piece: _Piece, *, is_behind: bool) -> str:
    """Return what a piece outside the surnames belongs to, "" for points and titles.

    is_behind: it stands after a given name and the family, as “the Elder” does.
    """
    if piece.part == "addName":
        return "suffix" if is_behind else "given"
    if not piece.part:
        return "given" if _WORD.search(piece.text) else ""
    return {"forename": "given", "nameLink": "particle", "genName": "suffix"}.get(piece.part, "")


def _may_link(piece: _Piece) -> bool:
    """Whether a piece may stand between two surnames: “Ortega y Gasset”, “Quill-Marl”."""
    return piece.part in ("surname", "nameLink") or not (_WORD.search(piece.text) or "(" in piece.text)


def _share_points(pieces: Sequence[_Piece], owners: list[str]) -> None:
    """Give a hyphen or a blank between two pieces of one part to that part: “Anna-Maria”, “明明”."""
    for place in range(1, len(pieces) - 1):
        if not owners[place] and not pieces[place].part and owners[place - 1] == owners[place + 1]:
            owners[place] = owners[place - 1]


def _joined(pieces: Sequence[_Piece]) -> str:
    return " ".join("".join(piece.text for piece in pieces).split()).strip(" ,，、")


def linked(particle: str, family: str) -> str:
    """Return a family with its particle before it: “von der Heide”, “d’Alembert”."""
    between = "" if not particle or particle.endswith(_JOINED) else " "
    return f"{particle}{between}{family}" if family else ""


def _kind(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
