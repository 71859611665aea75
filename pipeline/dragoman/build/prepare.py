"""Steps 5 to 7: what lists need to know of each document, who is named where, and the registers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Final

from lxml import etree

from dragoman.build.builder import Builder, SourceFile, inputs_of
from dragoman.build.document_pictures import addresses_json
from dragoman.build.files import digest, read_bytes, scratch_file
from dragoman.build.stages import IN_TURN, Product, Stage
from dragoman.build.workers import WORTH_A_POOL
from dragoman.diagnostics import Diagnostic, Place, Rule, Severity
from dragoman.edition import packaged
from dragoman.entities.authority import read_authorities
from dragoman.entities.document_passages import REGISTERS, TERMS, passages_file, passages_in, terms_in
from dragoman.entities.mentions import mentions_of
from dragoman.entities.model import Authorities, Kind
from dragoman.entities.register import entity_entries, term_entries
from dragoman.entities.register_parts import MOST_TOGETHER, Part, divided
from dragoman.errors import FaultyEdition, UnusableInput
from dragoman.render.web_assets import LANGUAGES, interface_language, language_files
from dragoman.render.web_context import trimmed
from dragoman.tei.ids import document_id, give_id, lead_to_ids, names_files_by_ids
from dragoman.tei.ns import NSMAP, XML_LANG, local_name, tei
from dragoman.tei.parse import DOCTYPE, MALFORMED, parse
from dragoman.validate.integrity import shared_addresses
from dragoman.validate.wellformed import parsed
from dragoman.xslt import Constant, Parameter, written

NO_DOCUMENT = Rule(
    "BLD001",
    Severity.ERROR,
    "a file in tei/documents is no TEI document",
    "A page, a register entry and a chapter are made of a TEI element with a header and a text.",
    "<html>…</html>",
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="memcon-1982-06-09">…</TEI>',
)

# Bytes of the files whose trees wait for their mentions; what is larger is parsed again. A tree takes some
# ten times as much.
_MOST_WAITING: Final = 500_000

WORK: Final = "work"
SUMMARY: Final = "prepare/summary.xsl"


def summary_path(identifier: str) -> str:
    """Return where the summary of a document lies, below the output folder."""
    return f"{WORK}/summaries/{identifier}.xml"


def pictures_path(identifier: str) -> str:
    """Return where the addresses of a document's pictures lie, below the output folder; most have none."""
    return f"{WORK}/pictures/{identifier}.json"


def mentions_path(identifier: str) -> str:
    """Return where the mentions of a document lie (`passages_file`), below the output folder."""
    return f"{WORK}/mentions/{identifier}.txt"


def register_path(kind: str) -> str:
    """Return where a register lies, below the output folder."""
    return f"{WORK}/registers/{kind}.xml"


def cards_path(kind: str) -> str:
    """Return where the entries of a register lie without their passages, below the output folder."""
    return f"{WORK}/cards/{kind}.xml"


def read_documents(builder: Builder) -> None:
    """Run steps 5 and 6: a summary of each document, and its mentions.

    They have keys of their own, and one follows soon after the other, so that the file is parsed once for
    both. Errors: FaultyEdition (REF012) for two with one address; with a diagnostic for each of the documents
    that cannot be read, not for the first alone.
    """
    for diagnostic in shared_addresses((file.shown, file.id) for file in builder.documents):
        raise FaultyEdition(diagnostic)
    words = interface_words(builder)
    stages = _by_turns(_summary_stages(builder, words), _mention_stages(builder))
    try:
        # Two stages of a document are little more work than one.
        builder.run("summaries", stages, worth_a_pool=2 * WORTH_A_POOL)
    except UnusableInput as error:
        refused = [diagnostic for file in builder.documents for diagnostic in _why_refused(file)]
        raise FaultyEdition(*(refused or error.diagnostics)) from None
    builder.announce("summaries")
    builder.announce("mentions")


def _by_turns(summaries: Iterator[Stage], mentions: Iterator[Stage]) -> Iterator[Stage]:
    """Yield the stages of some documents for their summaries, then those for their mentions, and so on.

    Where Saxon and Python took turns at every document, each found the processor's memory full of the
    other's program: a third more time for both.
    """
    while together := list(islice(summaries, IN_TURN)):
        yield from together
        yield from islice(mentions, len(together))


def _summary_stages(builder: Builder, words: str) -> Iterator[Stage]:
    stylesheet = builder.edition.stylesheet(SUMMARY)
    common = builder.stylesheet_inputs(SUMMARY) | {"language": digest(words.encode())}
    common |= builder.program_inputs("tei")
    for file in builder.documents:
        arguments = (stylesheet, file.path, file.shown, file.id, words)
        yield Stage(f"summaries:{file.id}", inputs_of([file]) | common, _summary, arguments)


def _mention_stages(builder: Builder) -> Iterator[Stage]:
    language = edition_language(builder)
    common = builder.program_inputs("entities", "tei") | {"language": language}
    for file in builder.documents:
        arguments = (file.path, file.shown, file.id, language)
        yield Stage(f"mentions:{file.id}", inputs_of([file]) | common, _mentions, arguments)


def _why_refused(file: SourceFile) -> Sequence[Diagnostic]:
    """Return why no page can be made of a document, as `dragoman check` says it; nothing where one can."""
    octets = file.path.read_bytes()
    try:
        _tei_root(octets, file.shown, file.id)
    except UnusableInput as error:
        explained = parsed(octets, file.shown)
        return explained if isinstance(explained, list) else error.diagnostics
    return ()


@lru_cache(maxsize=1)
def written_in(words: str) -> Mapping[str, Parameter]:
    """Return the parameters of SUMMARY that have its dates written in a language; ``words``: JSON."""
    return {"language": Constant(words)}


def document_root(octets: bytes, shown: str, identifier: str) -> etree._Element:
    """Return the tree of a document, under the id of its file, whatever id it has there (`give_id`).

    Its pointers to other documents lead to their ids (`lead_to_ids`).
    shown: its path as diagnostics name it. Errors: UnusableInput for what cannot be parsed.
    """
    root = parse(octets, shown)
    if root.tag == tei("TEI"):
        give_id(root, identifier)
        if not names_files_by_ids(octets):
            lead_to_ids(root)
    return root


class _Trees:
    """The trees of the documents whose summaries were made last, for their mentions: neither changes them."""

    def __init__(self) -> None:
        # By the shown path, the earliest first.
        self._waiting: dict[str, tuple[bytes, etree._Element]] = {}
        self._size = 0

    def parsed(self, octets: bytes, shown: str, identifier: str) -> etree._Element:
        """Return what `document_root` does, and keep it as long as there is room. Errors: UnusableInput."""
        root = document_root(octets, shown, identifier)
        self.taken(octets, shown)
        self._waiting[shown] = octets, root
        self._size += len(octets)
        while self._size > _MOST_WAITING:
            self._forget(next(iter(self._waiting)))
        return root

    def taken(self, octets: bytes, shown: str) -> etree._Element | None:
        """Return the tree of a file that is kept, and keep it no longer; None where its bytes are others."""
        if shown not in self._waiting:
            return None
        known, root = self._forget(shown)
        return root if known == octets else None

    def _forget(self, shown: str) -> tuple[bytes, etree._Element]:
        forgotten = self._waiting.pop(shown)
        self._size -= len(forgotten[0])
        return forgotten


_trees: Final = _Trees()


def _summary(stylesheet: Path, path: Path, shown: str, identifier: str, words: str) -> Product:
    root = _tei_root(read_bytes(path), shown, identifier)
    files = {summary_path(identifier): written(stylesheet, root, written_in(words)).encode()}
    if addresses := addresses_json(root):
        files[pictures_path(identifier)] = addresses
    return Product(files)


def _tei_root(octets: bytes, shown: str, identifier: str) -> etree._Element:
    """Return the tree of a document as `document_root` does. Errors: UnusableInput, BLD001 for other XML."""
    root = _trees.parsed(octets, shown, identifier)
    if root.tag != tei("TEI"):
        raise UnusableInput(
            NO_DOCUMENT.at(
                Place(shown, root.sourceline or 0),
                f"the file begins with <{local_name(root)}>, not with a TEI element in TEI's namespace",
                "save each TEI of the corpus in a file of its own"
                if local_name(root) == "teiCorpus"
                else "make it a TEI document, or take it out of the folder",
            )
        )
    return root


def _mentions(path: Path, shown: str, identifier: str, language: str) -> Product:
    octets = read_bytes(path)
    root = _trees.taken(octets, shown)
    found = mentions_of(document_root(octets, shown, identifier) if root is None else root)
    return Product({mentions_path(identifier): passages_file(found, language)})


def make_registers(builder: Builder) -> None:
    """Run step 7: the registers, anew only where a mention or an authority file has changed."""
    mentions = {
        f"mentions of {file.id}": builder.product_digest(f"mentions:{file.id}", mentions_path(file.id))
        for file in builder.documents
    }
    files = authority_files(builder)
    program = builder.program_inputs("entities", "tei", "render")
    inputs = mentions | inputs_of(file for _, file in files) | program
    ids = [file.id for file in builder.documents]
    authorities = [(kind, file.path, file.shown) for kind, file in files]
    language = edition_language(builder)
    builder.run(
        "registers",
        [
            Stage(
                f"registers:{kind}",
                inputs | {"language": language},
                _register,
                (kind, ids, authorities, language, builder.folder),
                is_large=True,
            )
            for kind in REGISTERS
        ],
    )
    builder.announce("registers")


def authority_files(builder: Builder) -> list[tuple[Kind, SourceFile]]:
    """Return the authority files that the edition has, with the kind of each."""
    paths = [(kind, builder.edition.authority_file(kind.plural)) for kind in Kind]
    return [(kind, builder.source_file(path)) for kind, path in paths if path.is_file()]


def edition_language(builder: Builder) -> str:
    """Return the language of the edition, by which its registers are sorted."""
    return builder.edition.header.get(XML_LANG) or "en"


def interface_words(builder: Builder) -> str:
    """Return the words of the interface in the edition's language, as JSON."""
    folder = packaged("xslt") / LANGUAGES
    texts = {tag: path.read_text(encoding="utf-8") for tag, path in language_files(folder).items()}
    return interface_language(texts, edition_language(builder))


def edition_name(builder: Builder) -> str:
    """Return a file name for the edition, made from its title."""
    title = builder.edition.header.find(".//tei:titleStmt/tei:title", NSMAP)
    return document_id("".join(title.itertext()).strip().lower() if title is not None else "edition")


def register_parts(builder: Builder, kind: str) -> dict[str, str]:
    """Return the digests of the parts of a register, by path below the output folder; none if undivided."""
    outputs = builder.state.records[f"registers:{kind}"].outputs
    own = (register_path(kind), cards_path(kind))
    return {path: known for path, known in outputs.items() if path not in own}


def register_page_path(path: str) -> str:
    """Return where in the site the page of a register or of a part of it lies; ``path``: the file's."""
    return f"{path.removeprefix(f'{WORK}/registers/').removesuffix('.xml')}.html"


def _part_path(kind: str, part: Part) -> str:
    # No page of an entry has a slash in its name: the second part of one is the first of no other.
    own = part.page if part.n == 1 else f"{part.page}/{part.n}"
    return f"{WORK}/registers/{kind}/{own}.xml"


def _register(
    kind: str,
    ids: Sequence[str],
    authorities: Sequence[tuple[Kind, Path, str]],
    language: str,
    folder: Path,
) -> Product:
    return Product({}, others=_register_files(kind, ids, authorities, language, folder))


def _register_files(
    kind: str,
    ids: Sequence[str],
    authorities: Sequence[tuple[Kind, Path, str]],
    language: str,
    folder: Path,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a register: itself, its cards, its parts if it is large."""
    mentions = (read_bytes(f"{folder}/{mentions_path(identifier)}") for identifier in ids)
    with scratch_file(folder / WORK) as file:
        if kind == TERMS:
            terms = map(terms_in, mentions)
            pieces = divided(term_entries(terms, language, file), MOST_TOGETHER)
        else:
            files = ((k, shown, path.read_bytes()) for k, path, shown in authorities)
            entities, found = read_authorities(files)
            # A file that is no XML would give an empty register; anything less `dragoman check` says, once.
            for diagnostic in found:
                if diagnostic.code in (MALFORMED.code, DOCTYPE.code):
                    raise UnusableInput(diagnostic)
            wanted = next(k for k in Kind if k.plural == kind)
            documents = (passages_in(octets, kind) for octets in mentions)
            known = Authorities.of(entities)
            pieces = divided(entity_entries(wanted, documents, known, language, file), MOST_TOGETHER)
        for piece in pieces:
            if isinstance(piece, Part):
                yield _part_path(kind, piece), piece.octets
            else:
                yield register_path(kind), piece.octets
                yield cards_path(kind), etree.tostring(trimmed(piece.root), encoding="utf-8")
