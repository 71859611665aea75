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
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from lxml import etree

from dragoman.render.page_tree import page_tree
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

# A person is meant by any word of a name, a place or a body by a whole name (sought.js).
_PEOPLE: Final = "people.html#"

# What is cited and led to, by its id.
_HOLDERS: Final = frozenset(("p", "li", "div", "h1"))
# Pagefind takes each element apart at length, and keeps the text of one that has an id a second time. It is
# given the text alone, an empty element where one with an id begins, and what it would make of the others:
# headings it weighs; some it does not read; these are sentences of their own; the rest leaves no trace.
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNREAD: Final = frozenset("style script noscript label form svg footer nav iframe template".split())
_SENTENCES: Final = frozenset(("p", "td", "div", "ul", "li", "article", "section"))
# Of these Pagefind would run the last word together with the next, and find neither.
_APART: Final = frozenset("blockquote br caption dd dt figcaption th".split())
# Where a sentence ends without a stop, Pagefind sets one; not behind “km²”, which \w would take for a word.
_UNENDED: Final = re.compile(r"[^\W¹²³⁰-ₜ①-⓿]|['\")$*]")

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
    if text.isascii():
        return text.replace("'", "")
    parts = unicodedata.normalize("NFD", text.translate(_FOLDS))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def _folded_words(text: str) -> list[str]:
    """Return the words of a text that hold a letter or an apostrophe of `_FOLDED_WORDS`, folded."""
    if text.isascii():
        return []
    # The pattern goes through each word twice; few words are worth it.
    foreign = (part for part in text.split() if not part.isascii())
    return [folded(word) for part in foreign for word in _FOLDED_WORDS.findall(part)]


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
    return record_of(page_tree(page), filters, variants, date)


def record_of(
    tree: etree._Element,
    filters: Mapping[str, Sequence[str]],
    variants: Mapping[str, Sequence[str]],
    date: str,
) -> str:
    """Return `search_record` of a page that has been parsed (`page_tree`)."""
    parts = _parts(tree)
    teller = _Teller(variants)
    teller.tell(parts.article)
    language = tree.get("lang") or "en"
    facts = [("date", date), *teller.languages(language, parts).items()]
    chosen = [(name, value) for name, values in sorted(filters.items()) for value in values]
    beside = [
        f"<p{attributes({'id': f'~{anchor}'})}></p>{_ended(escaped('; '.join(dict.fromkeys(forms))))}"
        for anchor, forms in teller.beside().items()
    ]
    return "".join(
        (
            f"<html{attributes({'lang': language})}><body><main{attributes(_told(facts, chosen))}>",
            *teller.markup,
            *beside,
            "</main></body></html>",
        )
    )


class _Parts(NamedTuple):
    """The parts of a page that the search asks for; None for those that it has not."""

    article: etree._Element
    title: etree._Element | None
    text: etree._Element | None


def _parts(tree: etree._Element) -> _Parts:
    """Return the article of a page, and the first title and text, which stand in it as a rule.

    They are looked for together: who asks lxml for the one h1 of a page has it look through all that follows.
    """
    article: etree._Element | None = None
    title: etree._Element | None = None
    text: etree._Element | None = None
    for element in tree.iter("article", "h1", "div"):
        tag = element.tag
        if tag == "div":
            if text is None and element.get("class") == "text":
                text = element
        elif tag == "h1":
            title = element if title is None else title
        elif article is None:
            article = element
        if article is not None and title is not None and text is not None:
            break
    assert article is not None, "the page of a document holds an article"
    return _Parts(article, title, text)


def _told(facts: Iterable[tuple[str, str]], chosen: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the attributes that tell Pagefind what it reads of a page, facts of it and values of filters."""
    told = {"data-pagefind-body": ""}
    values: dict[str, str] = {}
    for what, pairs in (("meta", facts), ("filter", chosen)):
        places = []
        for name, value in pairs:
            place = f"data-v{len(values)}"
            places.append(f"{name}[{place}]")
            values[place] = value
        if places:
            told[f"data-pagefind-{what}"] = ",".join(places)
    return told | values


def _ended(said: str) -> str:
    """Return what is said last in a sentence, with what stands behind it."""
    return f"{said}. " if _UNENDED.match(said[-1:]) else f"{said} "


class _Kind(NamedTuple):
    """What the name and the classes of elements say to the search.

    is_plain: they are searched, and nothing is made of them but of the text that they hold, as a name or not.
    """

    is_searched: bool
    is_name: bool
    is_source: bool
    is_read: bool
    is_holder: bool
    is_heading: bool
    is_sentence: bool
    is_apart: bool
    is_plain: bool


@cache
def _kind(tag: str, classes: str) -> _Kind:
    names = frozenset(classes.split())
    is_searched, is_source, is_read = not names & _UNSEARCHED, "src" in names, tag not in _UNREAD
    others = tag in _HOLDERS, tag in _HEADINGS, tag in _SENTENCES, tag in _APART
    is_plain = is_searched and is_read and not (is_source or any(others) or tag == "img")
    return _Kind(is_searched, tag == "a" and "name" in names, is_source, is_read, *others, is_plain)


class _Teller:
    """Walks the article of a page once, and gathers what Pagefind is given of it.

    markup: the text, with headings and with the ids to which search.js leads.
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

        That is the paragraph's id, after which a name stands as it is said there: “p2~Ulan~Bator”, a person's
        with a mark behind it: “p2~Marl~”; for other words “p2”. (Pagefind takes blanks out of an id.)
        """
        found: dict[str, list[str]] = {}
        for anchor, said, forms in self._names:
            found.setdefault(f"{anchor}~{said}", []).extend(forms)
        for anchor, forms in (*self._sources, *self._folded):
            found.setdefault(anchor, []).extend(forms)
        return {called: forms for called, forms in found.items() if forms}

    def languages(self, page: str, parts: _Parts) -> dict[str, str]:
        """Return the languages of title and passages, as far as the page has another.

        page: the language of the page.
        ``title-lang``: the title's; ``lang``: the text's; ``other``: “ru o1 o2”, which parts have which.
        """
        title, text = (
            page if part is None else part.get("lang") or page for part in (parts.title, parts.text)
        )
        found = {"title-lang": title, "lang": text}
        said = {name: value for name, value in found.items() if value != page}
        others = [" ".join((lang, *ids)) for lang, ids in self._parts.items() if lang not in ("", text)]
        return said | {"other": ";".join(others)} if others else said

    def tell(self, article: etree._Element) -> None:
        """Take the article of a page in."""
        kind = _kind(str(article.tag), article.get("class", ""))
        self._tell(article, kind, article.get("id", ""), "", True, "")

    def _tell(
        self, element: etree._Element, kind: _Kind, identifier: str, holder: str, is_told: bool, language: str
    ) -> None:
        """Take an element in. A page has hundreds, so each attribute is asked for once, and no text copied.

        kind: what its name and class say; identifier: its id; holder: the id of what it stands in;
        is_told: whether it is marked up; language: what it is said in.
        """
        tag, text, markup = str(element.tag), self._text, self.markup
        start = len(text)
        is_shown = is_told and kind.is_read and not kind.is_source
        language = element.get("lang") or language
        if not kind.is_holder:
            identifier = ""
        elif identifier:
            self._parts.setdefault(language, []).append(identifier)
        # The walk goes on before what was found here is noted: the order is that of the start tags.
        names, sources, folds = len(self._names), len(self._sources), len(self._folded)
        if is_shown:
            if kind.is_heading:
                markup.append(f"<{tag}{attributes({'id': identifier})}>" if identifier else f"<{tag}>")
            elif kind.is_sentence:
                markup.append(f"<{tag}{attributes({'id': identifier})}></{tag}> " if identifier else " ")
            elif kind.is_apart:
                markup.append(" ")
        # A picture is found by what it shows.
        said = element.get("alt") if tag == "img" else element.text
        if said:
            text.append(said)
            if is_shown:
                markup.append(escaped(said))
        if len(element):
            self._tell_within(element, identifier or holder, is_shown, language)
        if is_shown:
            if kind.is_heading:
                markup.append(f"</{tag}>")
            elif kind.is_sentence:
                markup[-1] = _ended(markup[-1])
            elif kind.is_apart:
                markup.append(" ")
        if holder and kind.is_name:
            self._names.insert(names, self._named(element, "".join(text[start:]), holder))
        if holder and kind.is_source:
            self._sources.insert(sources, (holder, ["".join(text[start:])]))
        if identifier and tag != "h1":
            words = _folded_words("".join(text[start:]))
            if words:
                self._folded.insert(folds, (identifier, words))

    def _tell_within(self, element: etree._Element, holder: str, is_told: bool, language: str) -> None:
        """Take in what an element holds behind its first text; ``holder``: the id that leads there."""
        text, markup = self._text, self.markup
        for child in element:
            kind = _kind(str(child.tag), child.get("class", ""))
            # Headings and boxes of the interface have ids of its own.
            if kind.is_searched and not (called := child.get("id", "")).startswith("ui:"):
                if not kind.is_plain or len(child):
                    self._tell(child, kind, called, holder, is_told, language)
                else:
                    # Most are such: names in a sentence, words that are set in italics.
                    if said := child.text:
                        text.append(said)
                        if is_told:
                            markup.append(escaped(said))
                    if holder and kind.is_name:
                        self._names.append(self._named(child, said or "", holder))
            if said := child.tail:
                text.append(said)
                if is_told:
                    markup.append(escaped(said))

    def _named(self, name: etree._Element, said: str, holder: str) -> tuple[str, str, list[str]]:
        """Return where a name stands, how it is said there, and what else its bearer is called."""
        address = name.get("href", "").removeprefix("../")
        others = self._variants.get(address, ())
        forms = [form for form in (*others, folded(said)) if form != said]
        called = "~".join(said.split())
        return holder, f"{called}~" if address.startswith(_PEOPLE) else called, forms


# Pagefind makes no index of nothing; an edition that was begun this minute has a search page all the same.
_OF_NOTHING: Final = {"index.html": "<html><body data-pagefind-body>nothing-is-here-yet</body></html>"}


def search_index(
    records: Mapping[str, str | Path],
    language: str,
    number: int = 1,
    parts: int = 1,
    in_turn: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> dict[str, bytes]:
    """Return the files of a part of the index and their twins for pages opened from disk, by path.

    records: what `search_record` returns, or the file that holds it, by the address of the page;
    number:  which part it is: the first has the program and says how many ``parts`` there are (search.js);
    in_turn: see `bundle`.
    """
    folder = BUNDLE if number == 1 else f"{BUNDLE}/{number}"
    unused = _UNUSED if number == 1 else _UNUSED_LATER
    files = {
        f"{folder}/{path}": data
        for path, data in sorted(bundle(records or _OF_NOTHING, language, in_turn).items())
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
