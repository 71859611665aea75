"""Transcripts of every kind and any size, composed at random out of the grammar of the specimen edition.

One seed gives one text, on any machine. The words are the specimen's river; nothing in them was ever sent.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

_NOUNS: Final = (
    "commission gauge pontoon dredger timber river ice annex protocol engineer observer ledger session "
    "delegate sturgeon harbour winter telegraph reading frontier hydrologist bridge inventory samovar"
).split()
_VERBS: Final = "counted moved measured praised refused signed lost promised copied found postponed".split()
_PLACES: Final = "Naushki Kyakhta Sukhbaatar Irkutsk Darkhan Selenginsk Zamyn".split()
_POSTS: Final = "MOSCOW TOKYO PEKING WARSAW SEOUL BUDAPEST BANGKOK".split()
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_TERMS: Final = ("tatan buulgakh", "tavilga", "khoshoo", "choloologdokh", "ulamjlal", "dangaaraa")
_ASIDES: Final = ("[sic]", "[two words illegible]", "[1979]", "[the river]", "[…]", "[handwritten: seen]")

# What a telegram has besides its paragraphs, in characters.
_FRAME: Final = 1_600


def _sentence(random: Random) -> str:
    clauses = [
        f"the {random.choice(_NOUNS)} of {random.choice(_PLACES)} {random.choice(_VERBS)} "
        f"{random.randint(2, 90)} {random.choice(_NOUNS)}s"
        for _ in range(random.randint(1, 3))
    ]
    joined = ", and ".join(clauses)
    return joined[0].upper() + joined[1:] + "."


def _prose(random: Random, size: int) -> str:
    sentences: list[str] = []
    while sum(map(len, sentences)) < size:
        sentences.append(_sentence(random))
    return " ".join(sentences)


def _wrapped(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    return [*lines, line]


def telegram(random: Random, size: int) -> str:
    """Return a telegram of about ``size`` characters: pages of a printer, then the attributes."""
    post, number = random.choice(_POSTS), random.randint(100, 9999)
    day, month, year = random.randint(10, 28), random.choice(_MONTHS)[:3].upper(), random.randint(73, 79)
    banner = f"{post} {number:05} {day}1317Z"
    subject = f"{random.choice(_NOUNS)} AND {random.choice(_NOUNS)} AT {random.choice(_PLACES)}".upper()
    lines = [
        "Message Text", "", "CONFIDENTIAL", "", f"PAGE 01 {banner}", "ACTION EUR-12", "",
        "INFO OCT-01 EA-10 ISO-00 CIAE-00 INR-10 L-03 NSC-05 /096 W", "------------------098431 300931Z /11",
        f"R {day}1317Z {month} {year}", f"FM AMEMBASSY {post}", "TO SECSTATE WASHDC 1893",
        "INFO AMEMBASSY LONDON", "AMCONSUL HONG KONG", f"C O N F I D E N T I A L {post} {number}", "",
        "E.O. 11652: GDS", "TAGS: SENV, PBOR, MG, UR", f"SUBJECT: {subject}",
        f"REF: 78 STATE {number + 7}", "",
    ]  # fmt: skip
    page, paragraph, written = 2, 0, 0
    while written < max(200, size - _FRAME):
        paragraph += 1
        text = _wrapped(f"{paragraph}. {_prose(random, min(600, size))}".upper(), 66)
        for at, line in enumerate(text, written // 66):
            lines.append(line)
            if at % 44 == 43:
                lines += ["CONFIDENTIAL", "", "CONFIDENTIAL", "", f"PAGE {page:02} {banner}", ""]
                page += 1
        lines.append("")
        written += 66 * len(text)
    lines += [random.choice(_PLACES).upper(), "", "CONFIDENTIAL", "", "NNN", "", "Message Attributes", ""]
    attributes = (
        ("Automatic Decaptioning", "X"), ("Capture Date", "02 feb 1994"), ("Channel Indicators", "n/a"),
        ("Current Classification", "UNCLASSIFIED"), ("Concepts", subject), ("Control Number", "n/a"),
        ("Copy", "SINGLE"), ("Draft Date", f"{day} {month.lower()} 19{year}"), ("Decaption Date", ""),
        ("Disposition Action", "RELEASED"), ("Disposition Date", "01 apr 2004"), ("Disposition Remarks", ""),
        ("Document Number", f"19{year}{post}{number:05}"), ("Document Source", "CORE"),
        ("Document Unique ID", "00"), ("Drafter", "MOCHALIN T"), ("Enclosure", "n/a"),
        ("Executive Order", "GS"),
        ("Errors", "N/A"), ("Film Number", "D790046-0412"), ("Format", "TEL"), ("From", post),
        ("Handling Restrictions", "n/a"), ("ISecure", "1"), ("Line Count", "324"),
        ("Locator", "TEXT ON-LINE"),
        ("Office", "ACTION EUR"), ("Original Classification", "CONFIDENTIAL"), ("Page Count", str(page)),
        ("Reference", f"78 STATE {number + 7}"), ("Review Action", "RELEASED, APPROVED"), ("Secure", "OPEN"),
        ("Review Date", "12 jan 2006"), ("Status", "NATIVE"), ("Subject", subject),
        ("TAGS", "SENV, PBOR, MG, UR"), ("To", "STATE"), ("Type", "TE"),
    )  # fmt: skip
    lines += [f"{key}: {value}".rstrip() for key, value in attributes]
    lines += ["", "Markings: Specimen composed for dragoman"]
    return "\n".join(lines) + "\n"


def memorandum(random: Random, size: int) -> str:
    """Return a record of a conversation of about ``size`` characters with a translator's brackets."""
    day = f"{random.choice(_MONTHS)} {random.randint(1, 28)}, {random.randint(1976, 1982)}"
    paragraphs = [f"Mongolian Record of a Conversation at {random.choice(_PLACES)}, {day}", "", ""]
    written = 0
    while written < size - 400:
        sentences = [_sentence(random) for _ in range(random.randint(2, 5))]
        term = f" [{random.choice(_TERMS)}]" if random.random() < 0.8 else ""
        aside = f" {random.choice(_ASIDES)}" if random.random() < 0.5 else ""
        speaker = random.choice(("Comrade Rozhkov said: ", "L. Dorjsuren – ", ""))
        paragraphs += [f"{speaker}{sentences[0][:-1]}{term}. {' '.join(sentences[1:])}{aside}", ""]
        written += len(paragraphs[-2])
    paragraphs += [
        "The conversation lasted from 9:30 to 11:20. Taking part from our side was Ch. Dorjpalam.", "",
        "ACQUAINTED", "DEPUTY MINISTER", "[Signature]", "/L. Dorjsuren/", "",
        "Notes taken by", "[Signature]", "/Ts. Sarnai/",
    ]  # fmt: skip
    return "\n".join(paragraphs) + "\n"


def _entry(random: Random, bullet: str) -> list[str]:
    day = f"{random.choice(_MONTHS)} {random.randint(1, 28)}, {random.randint(1976, 1982)}"
    subject = f"the {random.choice(_NOUNS)} and the {random.choice(_NOUNS)}"
    return [
        f"{bullet}{day}",
        "",
        f"Protocol of {random.choice(_PLACES)} on {subject}",
        "",
        _prose(random, 120),
        "",
    ]


def catalogue(random: Random, size: int) -> str:
    """Return a collection page of about ``size`` characters: an introduction and dated entries."""
    lines = ["Skip to main content", "", "Papers of the Commission, 1976-1982", "", _prose(random, 500), ""]
    written = sum(map(len, lines))
    while written < size:
        entry = _entry(random, "  • ")
        lines += entry
        written += sum(map(len, entry))
    return "\n".join(lines) + "\n"


def search_results(random: Random, size: int) -> str:
    """Return a page of search results of about ``size`` characters."""
    entries: list[str] = []
    count = written = 0
    while written < size:
        entry = _entry(random, "")
        entries += entry
        written += sum(map(len, entry))
        count += 1
    head = ["Skip to content", "", "Results:", "", f"1 - {count} of {count + 14}", "", "Documents", ""]
    return "\n".join(head + entries) + "\n"


COMPOSERS: Final[dict[str, Callable[[Random, int], str]]] = {
    "telegram": telegram,
    "memorandum": memorandum,
    "catalogue": catalogue,
    "search-results": search_results,
}


def composed(kind: str, seed: int, size: int) -> str:
    """Return the transcript of a kind that belongs to ``seed``, of about ``size`` characters."""
    return COMPOSERS[kind](Random(f"{kind}:{seed}"), size)
