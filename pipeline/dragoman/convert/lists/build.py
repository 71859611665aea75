"""From the sections of a list to the elements of its document, as docs/encoding.md has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dragoman.convert.dates import find_dates
from dragoman.convert.lists.model import Entry, Part, PartRole, Section
from dragoman.document import Added, Element, Node
from dragoman.source import SourceText, Span
from dragoman.tei.characters import is_holdable
from dragoman.tei.delimiters import REND_OF

_CAPTION: Final = re.compile(
    r"\(((?:image|photo(?:graph)?|picture|map|illustration|figure|cover)\b[,:. ][^()\n]{1,400})\)",
    re.IGNORECASE,
)
_DOCUMENT_NUMBER: Final = re.compile(
    r"\b(?:telegrams?|cables?|airgrams?|dispatch(?:es)?|despatch(?:es)?|letters?|orders?|decrees?|resolutions?|"
    r"directives?|protocols?|reports?|memorand(?:um|a)|notes?|documents?|files?|dossiers?|records?)\s+"
    r"(?:(?:no|nr)s?\.?\s*|№\s*|number\s+|#\s*)([\w][\w/.-]{0,30}(?<=\w))"
    r"|\bfile\s+(\d[\w/.-]{0,30}(?<=\w))|\btelegram\s+(\d{3,6})(?=\s+from\b)",
    re.IGNORECASE,
)
# Parts that are one element each; those of the second table have the part's own type.
_SIMPLE: Final[Mapping[PartRole, tuple[str, Mapping[str, str]]]] = {
    "undated": ("date", {}),
    "abstract": ("note", {"type": "abstract"}),
    "tags": ("term", {"type": "tags"}),
    "sender": ("orgName", {"role": "sender"}),
    "recipient": ("orgName", {"role": "recipient"}),
}
_TYPED: Final[Mapping[PartRole, str]] = {"identifier": "idno", "furniture": "fw"}


def body_of(source: SourceText, sections: Sequence[Section], kind: str, head: Element | None) -> list[Node]:
    """Return the children of the document's division.

    kind: ``catalogue`` gives ``listBibl``, ``search-results`` a ``list``; head: the composed
    heading where the page has none of its own.
    """
    body: list[Node] = []
    paragraphs = entries = 0
    at, numbers = 0, _numbers(source, sections)
    if head is not None:
        body.append(head)
    while at < len(sections):
        section = sections[at]
        end = _end_of_list(sections, at)
        if end > at:
            listed, count = _list(source, sections[at:end], kind, entries, numbers)
            body.append(listed)
            entries += count
            at = end
            continue
        if section.role in ("paragraph", "range", "query", "list-head"):
            paragraphs += 1
            content = _paragraph(source, section)
            body.append(Element("p", {"xml:id": f"p{paragraphs}"}, content))
        elif section.role == "head":
            body.append(Element("head", {}, _paragraph(source, section)))
        else:
            body.append(Element("fw", {"type": section.type}, [section.span]))
        at += 1
    return body


def _numbers(source: SourceText, sections: Sequence[Section]) -> Sequence[str]:
    """Return the number of each entry: as printed, else counted from the first result shown.

    Where the page says how many it shows and has another number, none is counted.
    """
    entries = [section.entry for section in sections if section.entry]
    shown = {
        name: int(source[span].replace(",", ""))
        for section in sections
        if section.role == "range"
        for name, span in section.inner
    }
    first, last = shown.get("first", 1), shown.get("last")
    # Of "Showing 10 of 31" nobody knows with which it begins.
    is_begun = "first" in shown or last == shown.get("total", last)
    counts = last is None or (is_begun and last - first + 1 == len(entries))
    numbers = []
    for index, entry in enumerate(entries):
        printed = entry.first("number")
        counted = str(first + index) if counts else ""
        numbers.append(str(int(source[printed.span])) if printed else counted)
    return numbers


def _end_of_list(sections: Sequence[Section], at: int) -> int:
    """Return where the list that begins at ``at`` ends: before text, or a heading after entries.

    Where no list begins, that is ``at`` itself.
    """
    end, seen = at, False
    if sections[at].role not in ("entry", "list-head"):
        return at
    for index in range(at, len(sections)):
        role = sections[index].role
        if role == "entry":
            seen, end = True, index + 1
        elif (role == "list-head" and seen) or role not in ("list-head", "furniture"):
            break
    return end


def _list(
    source: SourceText, sections: Sequence[Section], kind: str, before: int, numbers: Sequence[str]
) -> tuple[Element, int]:
    content: list[Node] = []
    count = 0
    for section in sections:
        if section.entry is not None:
            attributes = {"xml:id": f"e{before + count + 1}"}
            if numbers[before + count]:
                attributes["n"] = numbers[before + count]
            content.append(_item(source, section.entry, kind, attributes))
            count += 1
        elif section.role == "list-head":
            content.append(Element("head", {}, [section.span]))
        else:
            content.append(Element("fw", {"type": section.type}, [section.span]))
    if kind == "catalogue":
        return Element("listBibl", {}, content), count
    return Element("list", {"type": "results"}, content), count


def _item(source: SourceText, entry: Entry, kind: str, attributes: dict[str, str]) -> Element:
    if entry.cert:
        attributes |= {"resp": "#dragoman", "cert": entry.cert}
    if kind == "catalogue":
        return _bibl(source, entry.span, entry.parts, attributes)
    return Element("item", attributes, [_bibl(source, entry.span, entry.parts, {})])


def _bibl(source: SourceText, span: Span, parts: Sequence[Part], attributes: dict[str, str]) -> Element:
    content: list[Node] = []
    opening, at = None, span.start
    identifier = attributes.get("xml:id", "")
    for part in parts:
        if part.role == "bullet":
            token = REND_OF.get((source[part.span], ""))
            if token and part.span.start == span.start:
                opening, at = part.span, part.span.end
                attributes["rend"] = token
            continue
        if at < part.span.start:
            content.append(Span(at, part.span.start))
        content.extend(_part(source, part, identifier))
        at = part.span.end
    if at < span.end:
        content.append(Span(at, span.end))
    return Element("bibl", attributes, content, opening=opening)


def _part(source: SourceText, part: Part, identifier: str) -> list[Node]:
    if part.role == "date":
        assert part.date is not None, "a date part has its date"
        return [Element("date", part.date.value.attributes(), [part.span])]
    if part.role == "attachment":
        return [_bibl(source, part.span, part.parts, {"type": "attachment"})]
    if part.role == "title":
        return [Element("title", {}, list(_title(source, part.span)))]
    if part.role == "number":
        return [Element("num", {"value": source[part.span]}, [part.span])]
    if part.role in _TYPED:
        return [Element(_TYPED[part.role], {"type": part.type}, [part.span])]
    if part.role in _SIMPLE:
        name, attributes = _SIMPLE[part.role]
        return [Element(name, attributes, [part.span])]
    return [part.span]


def _title(source: SourceText, span: Span) -> Iterator[Node]:
    """Yield the words of a title with its dates and the number of the document marked up."""
    text = source[span]
    marked = [
        (date.span.start, date.span.end, Element("date", date.value.attributes(), [_moved(date.span, span)]))
        for date in find_dates(text)
    ]
    for match in _DOCUMENT_NUMBER.finditer(text):
        start, end = match.span(match.lastindex or 0)
        inner = Span(span.start + start, span.start + end)
        if all(end <= a or b <= start for a, b, _ in marked):
            marked.append((start, end, Element("idno", {"type": "document-number"}, [inner])))
    at = 0
    for start, end, element in sorted(marked, key=lambda one: one[0]):
        if at < start:
            yield Span(span.start + at, span.start + start)
        yield element
        at = end
    if at < len(text):
        yield Span(span.start + at, span.end)


def _moved(span: Span, by: Span) -> Span:
    return Span(span.start + by.start, span.end + by.start)


def _paragraph(source: SourceText, section: Section) -> list[Node]:
    """Return the content of a paragraph: numbers of a range, the query, the caption of an image."""
    marked: list[tuple[Span, Element]] = []
    for name, span in section.inner:
        if name == "query":
            marked.append((span, Element("q", {"type": "query"}, [span])))
        else:
            value = source[span].replace(",", "")
            marked.append((span, Element("num", {"type": name, "value": value}, [span])))
    if section.role == "paragraph":
        for match in _CAPTION.finditer(source.text, section.span.start, section.span.end):
            start, end = match.span()
            caption = Element("figDesc", {}, [Span(*match.span(1))])
            figure = Element(
                "figure", {"rend": "parentheses"}, [caption], Span(start, start + 1), Span(end - 1, end)
            )
            marked.append((Span(start, end), figure))
    content: list[Node] = []
    at = section.span.start
    for span, element in marked:
        if at < span.start:
            content.append(Span(at, span.start))
        content.append(element)
        at = span.end
    if at < section.span.end:
        content.append(Span(at, section.span.end))
    return content


def in_one_line(text: str) -> str:
    """Return ``text`` for a header: one line, without the characters that XML cannot hold."""
    return " ".join("".join(c for c in text if is_holdable(c)).split())


def composed_head(title: str) -> Element:
    """Return the heading of a page that has none: supplied by the program, not in the transcript."""
    supplied = Element("supplied", {"resp": "#dragoman", "reason": "heading"}, [Added(title)])
    return Element("head", {}, [supplied])
