"""The index of the search: what Pagefind is given of each page, and the files that it makes.

A document is found by what it says and by what it means. Below its text, unseen on the
page, stands for each paragraph what else its names are called: the variants of the
authority files, the forms without diacritics, the parts of Chinese names. A hit there
leads to that paragraph, and to the name as it stands there. Every file of the index has
a twin that is a script, so that a page opened from disk, where browsers forbid to fetch,
can search as well.
"""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from lxml import etree
from lxml import html as lxml_html

from dragoman.render.search_bundle import bundle
from dragoman.tei.markup import attributes, escaped

BUNDLE: Final = "pagefind"
TWINS: Final = "pagefind-disk"

# The user interfaces that Pagefind brings are not used here; the first part's program reads all parts.
_UNUSED: Final = re.compile(r"(-ui|-modular-ui|-component-ui|-highlight)\.(js|css)$")
_UNUSED_LATER: Final = re.compile(r"^[^/]+\.(js|css|pagefind)$")

# What is on a page and is not its text, by class.
_UNSEARCHED: Final = frozenset(
    (
        "fw",
        "as-sent",
        "choices",
        "card-facts",
        "abstract",
        "anchor",
        "call",
        "kicker",
        "attributes",
        "label",
        "cut",
    )
)

# What is cited and led to, by its id.
_HOLDERS: Final = frozenset(("p", "li", "div", "h1"))
# What stands in a sentence. Pagefind reads its text as it reads the sentence's, and an id there is one more
# place in the index that no result leads to.
_INLINE: Final = frozenset("a abbr b cite del em i img ins mark q s small span strong sub sup time u".split())
_VOID: Final = frozenset(("br", "col", "hr", "wbr"))

# Letters that are no base letter with a mark, and which no normalisation takes apart.
_FOLDS: Final = str.maketrans(
    {
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ħ": "h",
        "Ħ": "H", "ı": "i", "ŋ": "ng", "Ŋ": "Ng",
        "’": "", "‘": "", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "'": "", "´": "",
    }
)  # fmt: skip
_FOLDED_WORDS: Final = re.compile(r"\b\w*[łŁøØđĐðÐþÞæÆœŒßıŋħ]\w*|\b\w+[’ʼ]\w+")
_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")


def folded(text: str) -> str:
    """Return ``text`` without diacritics and without the apostrophes of transliteration."""
    parts = unicodedata.normalize("NFD", text.translate(_FOLDS))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def search_forms(name: str) -> list[str]:
    """Return the forms under which a name is to be found: itself, folded, the parts of its Han characters."""
    forms = [name, folded(name), folded(name.replace("-", " ")), name.replace("’", "'")]
    for run in _HAN.findall(name):
        forms += [run[start:end] for start in range(len(run)) for end in range(start + 1, len(run) + 1)]
    return list(dict.fromkeys(forms))


def variants(registers: Iterable[etree._Element]) -> dict[str, list[str]]:
    """Return what each entry of the registers is called, by its address (``people.html#id``)."""
    found: dict[str, list[str]] = {}
    for register in registers:
        for entry in register.iter("entry"):
            names = [part.text or "" for part in entry.iterchildren("name", "variant")]
            forms = [form for name in names for form in search_forms(name)]
            found[f"{register.get('kind')}.html#{entry.get('id')}"] = list(dict.fromkeys(forms))
    return found


def filters(
    summary: etree._Element, names: Mapping[str, str], words: Mapping[str, Any]
) -> dict[str, list[str]]:
    """Return the values by which a document can be filtered, by the name of the filter.

    names: what the registers call an entity, by its reference; words: the phrases of the interface.
    """
    kind, status = summary.get("kind", ""), summary.get("status", "")
    references = [name.get("ref", "") for name in summary.iter("name")]
    found = {
        "kind": [words.get(f"kind-{kind}", kind)],
        "year": [summary.get("date", "")[:4]],
        "classification": [summary.get("classification", "")],
        "people": [names[ref] for ref in references if ref.startswith("person:") and ref in names],
        "places": [names[ref] for ref in references if ref.startswith("place:") and ref in names],
        "original-language": [_language(summary.get("original-language", ""), words)],
        "status": [words.get(f"status-{status}", status)],
    }
    return {name: [value for value in values if value] for name, values in found.items() if any(values)}


def _language(tag: str, words: Mapping[str, Any]) -> str:
    """Return what the interface calls a language, the tag itself where it has no name for it."""
    names: Mapping[str, str] = words["languages"]
    main, *others = tag.split("-")
    if tag in names or main not in names:
        return names.get(tag, tag)
    return str(words["romanised"]).replace("{}", names[main]) if "Latn" in others else names[main]


def search_record(
    page: bytes, filters: Mapping[str, Sequence[str]], variants: Mapping[str, Sequence[str]], date: str
) -> str:
    """Return what Pagefind indexes of a document's page, as HTML.

    filters: see `filters`; variants: see `variants`; date: as the list of results shows it.
    """
    return record_of(lxml_html.document_fromstring(page.decode("utf-8")), filters, variants, date)


def record_of(
    tree: lxml_html.HtmlElement,
    filters: Mapping[str, Sequence[str]],
    variants: Mapping[str, Sequence[str]],
    date: str,
) -> str:
    """Return `search_record` of a page that has been parsed."""
    article = tree.find(".//article")
    assert article is not None, "the page of a document holds an article"
    teller = _Teller(variants)
    teller.tell(article)
    said = [_said("meta", "date", date), *teller.languages(tree)]
    said += [_said("filter", name, value) for name, values in sorted(filters.items()) for value in values]
    beside = [
        f"<p{attributes({'id': f'~{anchor}'})}>{escaped(' '.join(dict.fromkeys(forms)))}</p>"
        for anchor, forms in teller.beside().items()
    ]
    return "".join(
        (
            f"<html{attributes({'lang': tree.get('lang') or 'en'})}><body>",
            *said,
            '<main data-pagefind-body="">',
            *teller.markup,
            *beside,
            "</main></body></html>",
        )
    )


def _said(what: str, name: str, value: str) -> str:
    """Return an element that says one value of a filter or one fact of the page to Pagefind."""
    return f"<span{attributes({f'data-pagefind-{what}': f'{name}[data-v]', 'data-v': value})}></span>"


class _Class(NamedTuple):
    """What the class of an element says to the search."""

    is_searched: bool
    is_name: bool
    is_source: bool


@cache
def _class(value: str) -> _Class:
    names = frozenset(value.split())
    return _Class(not names & _UNSEARCHED, "name" in names, "src" in names)


def _is_searched(element: lxml_html.HtmlElement) -> bool:
    """Whether an element is of the document: headings and boxes of the interface have ids of its own."""
    is_ours = (element.get("id") or "").startswith("ui:")
    return not is_ours and _class(element.get("class") or "").is_searched


class _Teller:
    """Walks the article of a page once, and gathers what Pagefind is given of it.

    markup: elements that break a sentence, with the ids to which search.js leads; the others' text alone.
    """

    def __init__(self, variants: Mapping[str, Sequence[str]]) -> None:
        self.markup: list[str] = []
        self._variants = variants
        # All text that is searched, that of the source's words included, which are not part of the sentence.
        self._text: list[str] = []
        self._names: list[tuple[str, str, list[str]]] = []
        self._sources: list[tuple[str, list[str]]] = []
        self._folded: list[tuple[str, list[str]]] = []
        self._parts: dict[str, list[str]] = {}

    def beside(self) -> dict[str, list[str]]:
        """Return the forms that names and words have beside what a paragraph says, by what is called so.

        That is the paragraph's id, after which a name stands as it is said there: “p2~Peking”, “p2”.
        """
        found: dict[str, list[str]] = {}
        for anchor, said, forms in self._names:
            found.setdefault(f"{anchor}~{said}", []).extend(forms)
        for anchor, forms in (*self._sources, *self._folded):
            found.setdefault(anchor, []).extend(forms)
        return {called: forms for called, forms in found.items() if forms}

    def languages(self, tree: lxml_html.HtmlElement) -> list[str]:
        """Return the elements that say the languages of title and passages, as far as the page has another.

        Meta ``title-lang``: the title's; ``lang``: the text's; ``other``: “ru o1 o2”, which parts have which.
        """
        page = tree.get("lang") or "en"
        title = next((h1.get("lang") or page for h1 in tree.iter("h1")), page)
        texts = (part.get("lang") or page for part in tree.iter("div") if part.get("class") == "text")
        text = next(texts, page)
        found = {"title-lang": title, "lang": text}
        said = [_said("meta", name, value) for name, value in found.items() if value != page]
        others = [" ".join((lang, *ids)) for lang, ids in self._parts.items() if lang not in ("", text)]
        return [*said, _said("meta", "other", ";".join(others))] if others else said

    def tell(
        self, element: lxml_html.HtmlElement, holder: str = "", is_told: bool = True, language: str = ""
    ) -> None:
        """Take an element in.

        holder: the id of what it stands in; is_told: whether it is marked up; language: what it is said in.
        """
        tag = str(element.tag)
        of = _class(element.get("class") or "")
        is_shown = is_told and not of.is_source
        identifier = (element.get("id") or "") if tag in _HOLDERS else ""
        language = element.get("lang") or language
        if identifier:
            self._parts.setdefault(language, []).append(identifier)
        # The walk goes on before what was found here is noted: the order is that of the start tags.
        names, sources, folds = len(self._names), len(self._sources), len(self._folded)
        start = len(self._text)
        has_tags = is_shown and tag not in _INLINE
        if has_tags:
            self.markup.append(f"<{tag}{attributes({'id': identifier} if identifier else {})}>")
        # A picture is found by what it shows.
        self._put(element.get("alt") if tag == "img" else element.text, is_shown)
        for child in element:
            if isinstance(child.tag, str) and _is_searched(child):
                self.tell(child, identifier or holder, is_shown, language)
            self._put(child.tail, is_shown)
        if has_tags and tag not in _VOID:
            self.markup.append(f"</{tag}>")
        if holder and of.is_name and tag == "a":
            said = "".join(self._text[start:])
            others = self._variants.get((element.get("href") or "").removeprefix("../"), ())
            forms = [form for form in (*others, folded(said)) if form != said]
            self._names.insert(names, (holder, " ".join(said.split()), forms))
        if holder and of.is_source:
            self._sources.insert(sources, (holder, ["".join(self._text[start:])]))
        if identifier and tag != "h1":
            words = _FOLDED_WORDS.findall("".join(self._text[start:]))
            if words:
                self._folded.insert(folds, (identifier, [folded(word) for word in words]))

    def _put(self, text: str | None, is_shown: bool) -> None:
        if text:
            self._text.append(text)
            if is_shown:
                self.markup.append(escaped(text))


# Pagefind makes no index of nothing; an edition that was begun this minute has a search page all the same.
_OF_NOTHING: Final = {"index.html": "<html><body data-pagefind-body>nothing-is-here-yet</body></html>"}


def search_index(
    records: Mapping[str, str | Path], language: str, number: int = 1, parts: int = 1
) -> dict[str, bytes]:
    """Return the files of a part of the index and their twins for pages opened from disk, by path.

    records: what `search_record` returns, or the file that holds it, by the address of the page;
    number:  which part it is: the first has the program and says how many ``parts`` there are (search.js).
    """
    folder = BUNDLE if number == 1 else f"{BUNDLE}/{number}"
    unused = _UNUSED if number == 1 else _UNUSED_LATER
    files = {
        f"{folder}/{path}": data
        for path, data in sorted(bundle(records or _OF_NOTHING, language).items())
        if not unused.search(path)
    }
    if number == 1:
        files[f"{BUNDLE}/parts.json"] = f'{{"parts":{parts}}}\n'.encode()
    return files | {_twin_path(path): _twin(path, data) for path, data in files.items()}


def _twin_path(path: str) -> str:
    return f"{TWINS}/{path.removeprefix(f'{BUNDLE}/').replace('/', '__')}.js"


def _twin(path: str, data: bytes) -> bytes:
    """Return the script that hands a file of the index to search.js."""
    return f'editionDisk("{path}","{base64.b64encode(data).decode()}")\n'.encode()
