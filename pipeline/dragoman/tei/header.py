"""The teiHeader of a document: what the edition says of all, and what was read of this one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dragoman import __version__
from dragoman.document import Correspondent, DateValue, Document, Metadata, Participant
from dragoman.tei.ids import in_latin_letters
from dragoman.tei.languages import language_name
from dragoman.tei.letterhead import Letterhead
from dragoman.tei.markup import block, empty, leaf

_WORD: Final = re.compile(r"[a-z0-9]+")

KINDS: Final = {
    "memorandum": "memorandum of conversation",
    "letter": "letter",
    "telegram": "telegram",
    "catalogue": "catalogue of documents",
    "search-results": "results of a search",
}

_TRANSLATED: Final = frozenset(("memorandum", "letter"))

_SETTING: Final = "setting"

_OFFSET: Final = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")

_AUTHORITIES: Final = (
    ("person", "people.xml", "A person in the edition's authority file."),
    ("place", "places.xml", "A place in the edition's authority file."),
    ("org", "organizations.xml", "An organisation in the edition's authority file."),
)


def _responsible(identifier: str, what: str, who: str) -> str:
    return block(4, "respStmt", (leaf("resp", what), leaf("name", who)), xml_id=identifier)


# Parts that no document changes.
_EDITOR: Final = _responsible("editor", "encoding and annotation", "the editors")
_PROGRAM: Final = _responsible("dragoman", "conversion from the transcript", "dragoman")
_UNPUBLISHED: Final = block(3, "publicationStmt", (leaf("p", "Unpublished."),))
_PREFIXES: Final = block(
    3,
    "listPrefixDef",
    [
        block(
            4,
            "prefixDef",
            (leaf("p", meaning),),
            ident=prefix,
            matchPattern="([a-z0-9\\-]+)",
            replacementPattern=f"../authorities/{file}#$1",
        )
        for prefix, file, meaning in _AUTHORITIES
    ],
)
_APPLICATION: Final = block(
    3,
    "appInfo",
    (block(4, "application", (leaf("label", "dragoman"),), ident="dragoman", version=__version__),),
)
_TAGS: Final = block(
    4,
    "taxonomy",
    (leaf("bibl", "TAGS: Traffic Analysis by Geography and Subject, State Department"),),
    xml_id="tags",
)


def header_markup(document: Document, letterhead: Letterhead, unholdable: Sequence[str]) -> str:
    """Return the header of a document as markup, laid out for a child of ``TEI``.

    letterhead: what the edition says in every header; unholdable: the characters of the transcript
    that XML cannot hold and for which the text has a ``g``.
    """
    change = leaf(
        "change",
        f"Converted from {_file_name(document)} by dragoman {__version__}.",
        who="#dragoman",
        status="draft",
    )
    parts = (
        _file_description(document, letterhead),
        _encoding_description(document, letterhead, unholdable),
        _profile_description(document.metadata, document.kind),
        block(2, "revisionDesc", (change,), status="draft"),
    )
    return block(1, "teiHeader", parts)


def _file_name(document: Document) -> str:
    return document.source.name.rpartition("/")[2]


def _file_description(document: Document, letterhead: Letterhead) -> str:
    title = [leaf("title", document.metadata.title, type="main")]
    # Only a translated text has a translator to answer for it.
    if document.kind in _TRANSLATED:
        title.extend(_translators(document, letterhead))
    title.extend(letterhead.responsible)
    if not letterhead.has_editor:
        title.append(_EDITOR)
    title.append(_PROGRAM)
    parts = [block(3, "titleStmt", title), *(letterhead.publication or (_UNPUBLISHED,))]
    if letterhead.banners:
        parts.append(block(3, "notesStmt", letterhead.banners))
    parts.append(_source_description(document))
    return block(2, "fileDesc", parts)


def _translators(document: Document, letterhead: Letterhead) -> list[str]:
    """Return the statements of those who translated this document; the first is ``translator``.

    It is whom the transcript names; else whom the edition gives the document to (the
    documents are listed in ``respStmt/@corresp``); else all translators without such a list.
    """
    known, named = letterhead.translators, document.metadata.translator
    if named:
        # A transcript may say more than the name (“B. Uyanga, Ulaanbaatar”).
        chosen = [one for one in known if one.name in named][:1]
    else:
        target = f"documents/{document.id}.xml"
        chosen = [one for one in known if one.documents is not None and target in one.documents]
        chosen = chosen or [one for one in known if one.documents is None]
    if not chosen:
        return [_responsible("translator", "translation", named or "not named")]
    return [chosen[0].as_first, *(one.as_other for one in chosen[1:])]


def _source_description(document: Document) -> str:
    metadata, source = document.metadata, document.source
    if metadata.repository or metadata.identifiers or metadata.collection:
        described = _manuscript(metadata)
    else:
        described = leaf("bibl", metadata.citation or metadata.title, xml_id="source")
    name = _file_name(document)
    transcript = block(
        4,
        "bibl",
        (
            leaf("ref", name, target=f"../sources/{_as_pointer(name)}"),
            leaf("idno", source.sha256, type="sha256"),
            leaf("idno", source.encoding, type="encoding"),
        ),
        type="transcript",
        xml_id="transcript",
    )
    return block(3, "sourceDesc", (described, transcript))


def _as_pointer(name: str) -> str:
    return name.replace("%", "%25").replace(" ", "%20")


def _manuscript(metadata: Metadata) -> str:
    parts: list[str] = []
    if metadata.repository:
        parts.append(leaf("repository", metadata.repository))
    if metadata.collection:
        parts.append(leaf("collection", metadata.collection))
    for index, number in enumerate(metadata.identifiers):
        if index:
            idno = leaf("idno", number.value)
            parts.append(block(6, "altIdentifier", (idno,), type=number.type))
        else:
            parts.append(leaf("idno", number.value, type=number.type))
    described = [block(5, "msIdentifier", parts)]
    if metadata.citation:
        cited = block(6, "listBibl", (leaf("bibl", metadata.citation),))
        described.append(block(5, "additional", (cited,)))
    return block(4, "msDesc", described, xml_id="source")


def _encoding_description(document: Document, letterhead: Letterhead, unholdable: Sequence[str]) -> str:
    is_local = _has_local_time(document.metadata)
    principles = letterhead.principles_with_local_time if is_local else letterhead.principles
    metadata = document.metadata
    classes = _class_declaration(document.kind, metadata.classification, bool(metadata.tags))
    parts = [*principles, _PREFIXES, classes]
    if unholdable:
        parts.append(_characters(unholdable))
    parts.append(_APPLICATION)
    return block(2, "encodingDesc", parts)


def _has_local_time(metadata: Metadata) -> bool:
    """Return True when the source gives an hour and not the offset of its clock."""
    dates = [date for date in (metadata.date, *metadata.dates) if date is not None]
    values = [
        value
        for date in dates
        for value in (date.when, date.from_, date.to, date.not_before, date.not_after)
        if "T" in value
    ]
    return any(not _OFFSET.search(value) for value in values)


# Documents of one edition have few kinds, classifications and languages.
@lru_cache(maxsize=256)
def _class_declaration(kind: str, classification: str, has_tags: bool) -> str:
    taxonomies = [_taxonomy("kinds", f"kind-{kind}", KINDS.get(kind, kind))]
    if classification:
        taxonomies.append(
            _taxonomy("classifications", _classification_id(classification), classification.capitalize())
        )
    if has_tags:
        taxonomies.append(_TAGS)
    return block(3, "classDecl", taxonomies)


def _taxonomy(identifier: str, category: str, description: str) -> str:
    entry = block(5, "category", (leaf("catDesc", description),), xml_id=category)
    return block(4, "taxonomy", (entry,), xml_id=identifier)


def _classification_id(classification: str) -> str:
    # An id has to be a name, and a misspelt classification can hold any character.
    return "-".join(("classification", *_WORD.findall(in_latin_letters(classification).lower())))


def _characters(unholdable: Sequence[str]) -> str:
    declared: list[str] = []
    for character in unholdable:
        code = f"U{ord(character):04X}"
        meaning = leaf("note", f"U+{code[1:]}, a character of the transcript that XML cannot hold")
        declared.append(block(4, "char", (meaning,), xml_id=code))
    return block(3, "charDecl", declared)


def _date(value: DateValue) -> str:
    kind = {"type": value.kind} if value.kind else {}
    return leaf("date", value.text, **value.attributes(), **kind)


def _profile_description(metadata: Metadata, kind: str) -> str:
    parts: list[str] = []
    if metadata.abstract:
        parts.append(block(3, "abstract", (leaf("p", metadata.abstract),)))
    dates = [metadata.date] if metadata.date else []
    dates.extend(date for date in metadata.dates if date not in dates and date.kind != _SETTING)
    if dates:
        parts.append(block(3, "creation", [_date(date) for date in dates]))
    parts.append(_languages(metadata))
    if metadata.participants:
        people = block(4, "listPerson", [_person(one) for one in metadata.participants])
        parts.append(block(3, "particDesc", (people,)))
    # Where a letter was written is said of its sender.
    is_sent = kind == "letter" and any(one.action == "sent" for one in metadata.correspondents)
    if not is_sent and (metadata.place or (kind == "memorandum" and metadata.date)):
        parts.append(_setting(metadata))
    parts.append(_text_class(metadata, kind))
    if metadata.correspondents:
        parts.append(_correspondence(metadata))
    return block(2, "profileDesc", parts)


def _languages(metadata: Metadata) -> str:
    languages = [_language(metadata.language, "text")]
    if metadata.original_language:
        languages.append(_language(metadata.original_language, "original"))
    languages.extend(_language(tag, "terms") for tag in metadata.term_languages)
    return block(3, "langUsage", languages)


@lru_cache(maxsize=256)
def _language(tag: str, role: str) -> str:
    return leaf("language", language_name(tag), ident=tag, n=role)


def _person(participant: Participant) -> str:
    parts = [leaf("persName", participant.name)]
    if participant.role:
        parts.append(leaf("occupation", participant.role))
    side = {"n": participant.side} if participant.side else {}
    return block(5, "person", parts, role=participant.part or "attendee", **side)


def _setting(metadata: Metadata) -> str:
    parts: list[str] = []
    if metadata.place:
        parts.append(leaf("placeName", metadata.place))
    # A record of a conversation may give its hours beside its date.
    when = next((date for date in metadata.dates if date.kind == _SETTING), metadata.date)
    if when:
        parts.append(_date(replace(when, kind="")))
    return block(3, "settingDesc", (block(4, "setting", parts),))


def _text_class(metadata: Metadata, kind: str) -> str:
    parts = [empty("catRef", scheme="#kinds", target=f"#kind-{kind}")]
    if metadata.classification:
        target = f"#{_classification_id(metadata.classification)}"
        parts.append(empty("catRef", scheme="#classifications", target=target))
    if metadata.tags:
        tags = [leaf("term", tag, type="TAGS") for tag in metadata.tags]
        parts.append(block(4, "keywords", tags, scheme="#tags"))
    if metadata.keywords:
        parts.append(block(4, "keywords", [leaf("term", word) for word in metadata.keywords]))
    return block(3, "textClass", parts)


def _correspondence(metadata: Metadata) -> str:
    parts = [_action(one) for one in metadata.correspondents]
    if metadata.precedence:
        precedence = leaf("note", metadata.precedence, type="precedence")
        parts.append(block(4, "correspAction", (precedence,), type="transmitted"))
    if metadata.references:
        cited = [leaf("ref", text, type="reference") for text in metadata.references]
        parts.append(block(4, "correspContext", cited))
    if metadata.medium:
        parts.append(leaf("note", metadata.medium, type="medium"))
    return block(3, "correspDesc", parts)


def _action(correspondent: Correspondent) -> str:
    subtype = {"subtype": correspondent.subtype} if correspondent.subtype else {}
    parts = [leaf("persName" if correspondent.kind == "person" else "orgName", correspondent.name)]
    if correspondent.place:
        parts.append(leaf("placeName", correspondent.place))
    if correspondent.date:
        parts.append(_date(correspondent.date))
    return block(4, "correspAction", parts, type=correspondent.action, **subtype)
