"""Time and memory of the book, from 30 pages to 1,200: run by itself, ``python tests/print/benchmark.py``.

The text is made up of a fixed list of words by a fixed rule. With ``--weasyprint PYTHON`` (an
interpreter that has WeasyPrint) the same text is set by it too. Every size is measured in a process
of its own; ``again`` is printing after an edit to one document. Time of the processor is
given besides, for a machine that has other work to do.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

WORDS = (
    "river commission ferry water gauge bank rope landing inspector minister delegation protocol season ice "
    "level measure telegram record session proposal answer question member chairman northern southern bridge "
    "dredger timber fish permit lake station letter report and of the to in that was had been would not with "
    "for by on from at this which they their said noted agreed declared asked whether before after during"
).split()
PARAGRAPHS_PER_PAGE = 5.2
NOTES_PER_PAGE = 7
DOCUMENT_PAGES = 10


def sentence(chance: random.Random, length: int) -> str:
    words = chance.choices(WORDS, k=length)
    return " ".join([words[0].capitalize(), *words[1:]]) + "."


def paragraph(
    chance: random.Random, document: str, number: int, state: dict[str, int], people: int
) -> dict[str, object]:
    content: list[object] = []
    for _ in range(4):
        content.append(sentence(chance, 14) + " ")
        if chance.random() < 0.8:
            state["mention"] += 1
            name = chance.randrange(people)
            content.append(
                {
                    "t": "name",
                    "mention": f"{document}#m{state['mention']}",
                    "person": name,
                    "c": [f"Person {name}"],
                }
            )
            content.append(" ")
        if chance.random() < NOTES_PER_PAGE / PARAGRAPHS_PER_PAGE / 4:
            state["note"] += 1
            content.append(
                {
                    "t": "note",
                    "series": "editor",
                    "label": str(state["note"]),
                    "id": f"{document}#n{state['note']}",
                    "lang": "",
                    "c": [sentence(chance, 11)],
                }
            )
    return {"t": "p", "id": f"{document}#p{number}", "c": content}


def edition_of(pages: int) -> tuple[dict[str, object], list[dict[str, object]], dict[str, object]]:
    """Return the JSON of an edition, its documents and a register of people."""
    chance = random.Random(pages)
    people = pages * 5
    documents = []
    for number in range(max(1, pages // DOCUMENT_PAGES)):
        id_ = f"d{number}"
        state = {"mention": 0, "note": 0}
        body = [
            paragraph(chance, id_, n, state, people)
            for n in range(round(DOCUMENT_PAGES * PARAGRAPHS_PER_PAGE))
        ]
        documents.append(
            {
                "id": id_, "kind": "memorandum", "title": f"Conversation {number}",
                "date": f"{1900 + number}", "date_text": f"{1900 + number}", "place": "", "lang": "en",
                "banner": [], "source": [],
                "original_language": "", "terms": [], "head": [f"Conversation {number}"], "body": body,
            }
        )  # fmt: skip
    mentions: dict[int, list[dict[str, object]]] = {}
    for document in documents:
        for node in itertools.chain.from_iterable(p["c"] for p in document["body"]):
            if isinstance(node, dict) and node["t"] == "name":
                mentions.setdefault(node["person"], []).append({"at": node["mention"], "likely": False})
    entries = [
        {
            "id": f"person-{name}", "name": f"Person {name}", "lang": "", "variants": [], "abbreviations": [],
            "dates": "", "offices": [], "glosses": [], "mentions": found,
        }
        for name, found in sorted(mentions.items())
    ]  # fmt: skip
    edition = {
        "title": "A generated book", "subtitle": "", "lang": "en", "people": [], "edition": "", "version": "",
        "publisher": "", "place": "", "date": "", "date_text": "", "address": "", "identifiers": [],
        "licence": [], "sources": [], "banner": [], "languages": {}, "abbreviations": [], "front": [],
        "order": [],
    }  # fmt: skip
    return edition, documents, {"kind": "people", "groups": [{"letter": "P", "entries": entries}]}


def measure(pages: int) -> None:
    """Print one line of the table for the typesetter of the book."""
    import pypdfium2 as pdfium
    from print_edition import STYLESHEETS
    from print_edition import WORDS as OWN_WORDS

    from dragoman.render.print import book
    from dragoman.render.print_options import Options
    from dragoman.render.print_press import Press

    edition, documents, register = edition_of(pages)
    texts = {str(document["id"]): json.dumps(document) for document in documents}
    registers = {"people": json.dumps(register)}
    with Press([STYLESHEETS]) as press:
        start, worked = time.perf_counter(), worked_seconds()
        printed = press.print(book(json.dumps(edition), texts, registers, Options(), OWN_WORDS))
        first, first_worked = time.perf_counter() - start, worked_seconds() - worked
        texts["d0"] = texts["d0"].replace("Conversation 0", "Conversation naught")
        start, worked = time.perf_counter(), worked_seconds()
        press.print(book(json.dumps(edition), texts, registers, Options(), OWN_WORDS))
        again, again_worked = time.perf_counter() - start, worked_seconds() - worked
    notes = sum(text.count('"note"') for text in texts.values())
    made = len(pdfium.PdfDocument(printed.pdf))
    print(f"typst       {made:6d} {notes:6d} {len(register['groups'][0]['entries']):6d}", end=" ")
    times = "".join(f"{seconds:8.1f} s" for seconds in (first, first_worked, again, again_worked))
    print(f"{times} {peak():8.0f} MB", flush=True)


def measure_weasyprint(pages: int) -> None:
    """Print one line of the table for WeasyPrint, with the same text, notes and register."""
    import weasyprint

    _, documents, register = edition_of(pages)
    html = ["<style>@page{size:6in 9in;margin:20mm;@bottom-center{content:counter(page)}}"]
    html.append(
        ".n{float:footnote;font-size:80%}.r a::after{content:target-counter(attr(href),page)}</style>"
    )
    for document in documents:
        html.append(f"<h1>{document['title']}</h1>")
        for node in document["body"]:
            parts = [
                part if isinstance(part, str)
                else f"<span id='{part['mention']}'>{part['c'][0]}</span>" if part["t"] == "name"
                else f"<span class=n>{part['c'][0]}</span>"
                for part in node["c"]
            ]  # fmt: skip
            html.append(f"<p>{''.join(parts)}</p>")
    for entry in register["groups"][0]["entries"]:
        links = ", ".join(f"<a href='#{mention['at']}'></a>" for mention in entry["mentions"])
        html.append(f"<p class=r>{entry['name']}, {links}</p>")
    start = time.perf_counter()
    made = weasyprint.HTML(string="".join(html)).render()
    made.write_pdf()
    print(f"weasyprint  {len(made.pages):6d}", " " * 13, f"{time.perf_counter() - start:8.1f} s", end="")
    print(f"            {peak():8.0f} MB", flush=True)


OWN_AND_CHILDREN = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def worked_seconds() -> float:
    """Return the time of the processor that this process and those it has ended have taken."""
    used = [resource.getrusage(who) for who in OWN_AND_CHILDREN]
    return sum(one.ru_utime + one.ru_stime for one in used)


def peak() -> float:
    """Return the most memory that this process, or one that it has ended, has held, in MB."""
    return max(resource.getrusage(who).ru_maxrss for who in OWN_AND_CHILDREN) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="*", default=[30, 100, 300, 1200])
    parser.add_argument("--weasyprint", metavar="PYTHON", default="")
    parser.add_argument("--measure", choices=("typst", "weasyprint"))
    arguments = parser.parse_args()
    if arguments.measure:
        {"typst": measure, "weasyprint": measure_weasyprint}[arguments.measure](arguments.pages[0])
        return
    print("             pages  notes  names      first  processor     again processor   memory")
    for pages in arguments.pages:
        for name, python in (("typst", sys.executable), ("weasyprint", arguments.weasyprint)):
            if python:
                command = [python, str(Path(__file__)), "--measure", name, "--pages", str(pages)]
                subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
