"""The index of the search: what Pagefind is given of each page, and the files that it makes.

A document is found by what it says and by what it means. Below its text, unseen on the
page, stands for each paragraph what else its names are called: the variants of the
authority files, the forms without diacritics, the parts of Chinese names. A hit there
leads to that paragraph. Every file of the index has a twin that is a script, so that a
page opened from disk, where browsers forbid to fetch, can search as well.
"""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from lxml import etree
from lxml import html as lxml_html

from dragoman.render.search_bundle import bundle

BUNDLE: Final = "pagefind"
TWINS: Final = "pagefind-disk"

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

# Letters that are no base letter with a mark, and which no normalisation takes apart.
_FOLDS: Final = str.maketrans(
    {
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ħ": "h",
        "Ħ": "H", "ı": "i", "ŋ": "ng", "Ŋ": "Ng",
        "’": "", "‘": "", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "'": "", "´": "",
    }
)  # fmt: skip
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
    """Return `search_record` of a page that has been parsed, and takes the tree apart."""
    article = tree.find(".//article")
    assert article is not None, "the page of a document holds an article"
    article.attrib.pop("data-pagefind-body", None)
    _drop(article, _UNSEARCHED)
    beside = _beside(article, variants)
    _drop(article, frozenset({"src"}))
    root = etree.Element("html", lang=tree.get("lang") or "en")
    body = etree.SubElement(root, "body")
    _said(body, "meta", "date", date)
    for name, values in sorted(filters.items()):
        for value in values:
            _said(body, "filter", name, value)
    main = etree.SubElement(body, "main", {"data-pagefind-body": ""})
    main.append(article)
    for anchor, forms in beside.items():
        etree.SubElement(main, "p", id=f"~{anchor}").text = " ".join(dict.fromkeys(forms))
    return etree.tostring(root, method="html", encoding="unicode")


def _drop(tree: lxml_html.HtmlElement, classes: frozenset[str]) -> None:
    for element in list(tree.iter()):
        if _classes(element) & classes:
            element.drop_tree()


def _said(parent: etree._Element, what: str, name: str, value: str) -> None:
    """Add an element that says one value of a filter or one fact of the page to Pagefind."""
    etree.SubElement(parent, "span", {f"data-pagefind-{what}": f"{name}[data-v]", "data-v": value})


def _classes(element: etree._Element) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def _beside(article: lxml_html.HtmlElement, variants: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return for each paragraph's id the forms that its names and words have beside what it says."""
    found: dict[str, list[str]] = {}
    for name in article.iter("a"):
        anchor = _anchor(name) if "name" in _classes(name) else None
        if anchor:
            said = name.text_content()
            others = variants.get((name.get("href") or "").removeprefix("../"), ())
            found.setdefault(anchor, []).extend(form for form in (*others, folded(said)) if form != said)
    for element in article.iter():
        anchor = _anchor(element) if "src" in _classes(element) else None
        if anchor:
            found.setdefault(anchor, []).append(element.text_content())
    for paragraph in article.iter("p", "li", "div"):
        if anchor := paragraph.get("id"):
            words = re.findall(r"\w*[łŁøØđĐðÐþÞæÆœŒßıŋħ]\w*|\w+[’ʼ]\w+", paragraph.text_content())
            if words:
                found.setdefault(anchor, []).extend(folded(word) for word in words)
    return found


def _anchor(element: lxml_html.HtmlElement) -> str | None:
    """Return the id of the paragraph, entry or note that holds an element."""
    for holder in element.iterancestors("p", "li", "div", "h1"):
        if identifier := holder.get("id"):
            return str(identifier)
    return None


def search_index(records: Mapping[str, str | Path], language: str) -> dict[str, bytes]:
    """Return the files of the index, and their twins for pages opened from disk, by path in the site.

    records: what `search_record` returns, or the file that holds it, by the address of the page.
    """
    files = {
        f"{BUNDLE}/{path}": data
        for path, data in sorted(bundle(records, language).items())
        # The user interfaces that Pagefind brings are not used here.
        if not re.search(r"(-ui|-modular-ui|-component-ui|-highlight)\.(js|css)$", path)
    }
    return files | {_twin_path(path): _twin(path, data) for path, data in files.items()}


def _twin_path(path: str) -> str:
    return f"{TWINS}/{path.removeprefix(f'{BUNDLE}/').replace('/', '__')}.js"


def _twin(path: str, data: bytes) -> bytes:
    """Return the script that hands a file of the index to search.js."""
    return f'editionDisk("{path}","{base64.b64encode(data).decode()}")\n'.encode()
