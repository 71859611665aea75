"""The teiHeader of a document: what the edition says of all, and what was read of this one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Final

from lxml import etree
from lxml.builder import ElementMaker

from dragoman import __version__
from dragoman.document import Correspondent, DateValue, Document, Metadata
from dragoman.tei.characters import holdable
from dragoman.tei.languages import language_name
from dragoman.tei.ns import NSMAP, TEI, XML_ID


def _append_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + holdable(text)
    else:
        element.text = (element.text or "") + holdable(text)


def _set_attributes(element: etree._Element, attributes: Mapping[str, str]) -> None:
    for name, value in attributes.items():
        element.set(name, holdable(value))


_WORD: Final = re.compile(r"[a-z0-9]+")

# Every text and every attribute's value of a header goes through these two.
_E: Final = ElementMaker(namespace=TEI, nsmap={None: TEI}, typemap={str: _append_text, dict: _set_attributes})

KINDS: Final = {
    "memorandum": "memorandum of conversation",
    "telegram": "telegram",
    "catalogue": "catalogue of documents",
    "search-results": "results of a search",
}

_SETTING: Final = "setting"

_OFFSET: Final = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")
_LOCAL_TIME: Final = (
    "Times without an offset are those of the place where the conversation was held: "
    "the source does not say by which clock."
)

_AUTHORITIES: Final = (
    ("person", "people.xml", "A person in the edition's authority file."),
    ("place", "places.xml", "A place in the edition's authority file."),
    ("org", "organizations.xml", "An organisation in the edition's authority file."),
)


def header_element(document: Document, edition: etree._Element, unholdable: Sequence[str]) -> etree._Element:
    """Return the header of a document, indented.

    edition: the root of tei/edition.xml; unholdable: the characters of the transcript
    that XML cannot hold and for which the text has a ``g``.
    """
    header = _E.teiHeader(
        _file_description(document, edition),
        _encoding_description(document, edition, unholdable),
        _profile_description(document.metadata, document.kind),
        _E.revisionDesc(
            _E.change(
                f"Converted from {document.source.name.rpartition('/')[2]} by dragoman {__version__}.",
                who="#dragoman",
                status="draft",
            ),
            status="draft",
        ),
    )
    etree.indent(header, " ", level=1)
    return header


def _copies(edition: etree._Element, path: str) -> list[etree._Element]:
    copies = [deepcopy(element) for element in edition.iterfind(path, NSMAP)]
    for copy in copies:
        copy.tail = None
    return copies


def _file_description(document: Document, edition: etree._Element) -> etree._Element:
    metadata = document.metadata
    title = _E.titleStmt(_E.title(metadata.title, type="main"))
    responsible = _copies(edition, "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:respStmt")
    translators = [one for one in responsible if _id_of(one).startswith("translator")]
    others = [one for one in responsible if one not in translators]
    # Only a translated text has a translator to answer for it.
    if document.kind == "memorandum":
        title.extend(_translators(document, translators))
    title.extend(others)
    if all(_id_of(one) != "editor" for one in others):
        title.append(_responsible("editor", "encoding and annotation", "the editors"))
    title.append(_responsible("dragoman", "conversion from the transcript", "dragoman"))
    publication = _copies(edition, "tei:teiHeader/tei:fileDesc/tei:publicationStmt")
    banners = _copies(edition, "tei:teiHeader/tei:fileDesc/tei:notesStmt/tei:note[@type='banner']")
    return _E.fileDesc(
        title,
        *(publication or [_E.publicationStmt(_E.p("Unpublished."))]),
        *([_E.notesStmt(*banners)] if banners else []),
        _source_description(document),
    )


def _id_of(element: etree._Element) -> str:
    return element.get(XML_ID) or ""


def _translators(document: Document, known: Sequence[etree._Element]) -> list[etree._Element]:
    """Return the statements of those who translated this document; the first is ``translator``.

    It is whom the transcript names; else whom the edition gives the document to (the
    documents are listed in ``respStmt/@corresp``); else all translators without such a list.
    """
    named = document.metadata.translator
    if named:
        # A transcript may say more than the name (“B. Uyanga, Ulaanbaatar”).
        chosen = [one for one in known if one.findtext("tei:name", "", NSMAP) in named][:1]
        chosen = chosen or [_responsible("translator", "translation", named)]
    else:
        target = f"documents/{document.id}.xml"
        chosen = [one for one in known if target in (one.get("corresp") or "").split()]
        chosen = chosen or [one for one in known if one.get("corresp") is None]
        chosen = chosen or [_responsible("translator", "translation", "not named")]
    chosen[0].set(XML_ID, "translator")
    for one in chosen:
        one.attrib.pop("corresp", None)
    return chosen


def _responsible(identifier: str, what: str, who: str) -> etree._Element:
    return _E.respStmt(_E.resp(what), _E.name(who), {XML_ID: identifier})


def _source_description(document: Document) -> etree._Element:
    metadata, source = document.metadata, document.source
    described = _E.sourceDesc()
    if metadata.repository or metadata.identifiers or metadata.collection:
        described.append(_manuscript(metadata))
    else:
        described.append(_E.bibl(metadata.citation or metadata.title, {XML_ID: "source"}))
    name = source.name.rpartition("/")[2]
    transcript = _E.bibl(
        _E.ref(name, target=f"../sources/{_as_pointer(name)}"),
        " ",
        _E.idno(source.sha256, type="sha256"),
        " ",
        _E.idno(source.encoding, type="encoding"),
        {"type": "transcript", XML_ID: "transcript"},
    )
    described.append(transcript)
    return described


def _as_pointer(name: str) -> str:
    return name.replace("%", "%25").replace(" ", "%20")


def _manuscript(metadata: Metadata) -> etree._Element:
    identifier = _E.msIdentifier()
    if metadata.repository:
        identifier.append(_E.repository(metadata.repository))
    if metadata.collection:
        identifier.append(_E.collection(metadata.collection))
    for index, number in enumerate(metadata.identifiers):
        idno = _E.idno(number.value, type=number.type)
        identifier.append(_E.altIdentifier(_E.idno(number.value), type=number.type) if index else idno)
    described = _E.msDesc(identifier, {XML_ID: "source"})
    if metadata.citation:
        described.append(_E.additional(_E.listBibl(_E.bibl(metadata.citation))))
    return described


def _encoding_description(
    document: Document, edition: etree._Element, unholdable: Sequence[str]
) -> etree._Element:
    principles = _copies(edition, "tei:teiHeader/tei:encodingDesc/tei:editorialDecl")
    if _has_local_time(document.metadata):
        principles = principles or [_E.editorialDecl()]
        values = principles[0].find("tei:stdVals", NSMAP)
        if values is None:
            values = _E.stdVals()
            principles[0].append(values)
        values.append(_E.p(_LOCAL_TIME))
    description = _E.encodingDesc(*principles)
    description.append(
        _E.listPrefixDef(
            *(
                _E.prefixDef(
                    _E.p(meaning),
                    ident=prefix,
                    matchPattern="([a-z0-9\\-]+)",
                    replacementPattern=f"../authorities/{file}#$1",
                )
                for prefix, file, meaning in _AUTHORITIES
            )
        )
    )
    description.append(_class_declaration(document))
    if unholdable:
        description.append(_characters(unholdable))
    description.append(
        _E.appInfo(_E.application(_E.label("dragoman"), ident="dragoman", version=__version__))
    )
    return description


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


def _class_declaration(document: Document) -> etree._Element:
    declaration = _E.classDecl(
        _taxonomy("kinds", f"kind-{document.kind}", KINDS.get(document.kind, document.kind))
    )
    classification = document.metadata.classification
    if classification:
        declaration.append(
            _taxonomy("classifications", _classification_id(classification), classification.capitalize())
        )
    if document.metadata.tags:
        named = _E.bibl("TAGS: Traffic Analysis by Geography and Subject, State Department")
        declaration.append(_E.taxonomy(named, {XML_ID: "tags"}))
    return declaration


def _taxonomy(identifier: str, category: str, description: str) -> etree._Element:
    entry = _E.category(_E.catDesc(description), {XML_ID: category})
    return _E.taxonomy(entry, {XML_ID: identifier})


def _classification_id(classification: str) -> str:
    # An id has to be a name, and a misspelt classification can hold any character.
    return "-".join(("classification", *_WORD.findall(classification.lower())))


def _characters(unholdable: Sequence[str]) -> etree._Element:
    declared = _E.charDecl()
    for character in unholdable:
        code = f"U{ord(character):04X}"
        meaning = _E.note(f"U+{code[1:]}, a character of the transcript that XML cannot hold")
        declared.append(_E.char(meaning, {XML_ID: code}))
    return declared


def _date(value: DateValue) -> etree._Element:
    kind = {"type": value.kind} if value.kind else {}
    return _E.date(value.text, value.attributes() | kind)


def _profile_description(metadata: Metadata, kind: str) -> etree._Element:
    profile = _E.profileDesc()
    if metadata.abstract:
        profile.append(_E.abstract(_E.p(metadata.abstract)))
    dates = [metadata.date] if metadata.date else []
    dates.extend(date for date in metadata.dates if date not in dates and date.kind != _SETTING)
    if dates:
        profile.append(_E.creation(*(_date(date) for date in dates)))
    profile.append(_languages(metadata))
    if metadata.participants:
        profile.append(_participants(metadata))
    if metadata.place or (kind == "memorandum" and metadata.date):
        profile.append(_setting(metadata))
    profile.append(_text_class(metadata, kind))
    if metadata.correspondents:
        profile.append(_correspondence(metadata))
    return profile


def _languages(metadata: Metadata) -> etree._Element:
    usage = _E.langUsage(_language(metadata.language, "text"))
    if metadata.original_language:
        usage.append(_language(metadata.original_language, "original"))
    usage.extend(_language(tag, "terms") for tag in metadata.term_languages)
    return usage


def _language(tag: str, role: str) -> etree._Element:
    return _E.language(language_name(tag), ident=tag, n=role)


def _participants(metadata: Metadata) -> etree._Element:
    people = _E.listPerson()
    for participant in metadata.participants:
        side = {"n": participant.side} if participant.side else {}
        person = _E.person(_E.persName(participant.name), {"role": participant.part or "attendee"} | side)
        if participant.role:
            person.append(_E.occupation(participant.role))
        people.append(person)
    return _E.particDesc(people)


def _setting(metadata: Metadata) -> etree._Element:
    setting = _E.setting()
    if metadata.place:
        setting.append(_E.placeName(metadata.place))
    # A record of a conversation may give its hours beside its date.
    when = next((date for date in metadata.dates if date.kind == _SETTING), metadata.date)
    if when:
        setting.append(_date(replace(when, kind="")))
    return _E.settingDesc(setting)


def _text_class(metadata: Metadata, kind: str) -> etree._Element:
    text_class = _E.textClass(_E.catRef(scheme="#kinds", target=f"#kind-{kind}"))
    if metadata.classification:
        target = f"#{_classification_id(metadata.classification)}"
        text_class.append(_E.catRef(scheme="#classifications", target=target))
    if metadata.tags:
        text_class.append(_E.keywords(*(_E.term(tag, type="TAGS") for tag in metadata.tags), scheme="#tags"))
    if metadata.keywords:
        text_class.append(_E.keywords(*(_E.term(word) for word in metadata.keywords)))
    return text_class


def _correspondence(metadata: Metadata) -> etree._Element:
    described = _E.correspDesc(*(_action(one) for one in metadata.correspondents))
    if metadata.precedence:
        transmitted = _E.correspAction(_E.note(metadata.precedence, type="precedence"), type="transmitted")
        described.append(transmitted)
    if metadata.references:
        described.append(_E.correspContext(*(_E.ref(text, type="reference") for text in metadata.references)))
    if metadata.medium:
        described.append(_E.note(metadata.medium, type="medium"))
    return described


def _action(correspondent: Correspondent) -> etree._Element:
    subtype = {"subtype": correspondent.subtype} if correspondent.subtype else {}
    name = _E.persName if correspondent.kind == "person" else _E.orgName
    action = _E.correspAction(name(correspondent.name), {"type": correspondent.action} | subtype)
    if correspondent.place:
        action.append(_E.placeName(correspondent.place))
    if correspondent.date:
        action.append(_date(correspondent.date))
    return action
