"""Names from the command line: annotate with its grades, review in a terminal, the authority commands."""

from __future__ import annotations

import os
import pty
import select
import shutil
import sys
import termios
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from dragoman.cli import main
from dragoman.entities.authority_edit import new_file
from dragoman.entities.model import Entity, Kind, Name
from dragoman.tei.ns import tei

TRANSCRIPT = """Conversation between P.A. Vereshchagin and D. Ganbold, Ulaanbaatar, March 1, 1979

Composed for the tests; the talk is invented.

P.A. Vereshchagin: Comrade Ganbold has read the letter from Peking. I heard of it from Orlov.

D. Ganbold: I have. Brezhnev spoke of it, and then Orlov spoke of it again.

Vereshchagin said no more about Tarbell and Stolz.
"""
DOCUMENT = "tei/documents/talk.xml"
DECISIONS = "tei/authorities/decisions.txt"
CLOSE = "close the terminal"
KEYS_WITHIN = 20  # seconds for a screen of the review to appear

PEOPLE = (
    Entity("orlov-lev", Kind.PERSON, "Lev Orlov", (Name("Lev Orlov", "preferred"), Name("Orlov"))),
    Entity("orlov-pavel", Kind.PERSON, "Pavel Orlov", (Name("Pavel Orlov", "preferred"), Name("Orlov"))),
    Entity("tarbell", Kind.PERSON, "Mary Tarbell", (Name("Mary Tarbell", "preferred"), Name("Tarbell"))),
    Entity("stolz", Kind.PERSON, "Anna Stolz", (Name("Anna Stolz", "preferred"),)),
)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of one converted document, with two people called Orlov in its authority file."""
    folder = tmp_path_factory.mktemp("edition") / "papers"
    with pytest.raises(SystemExit):
        main(["new", str(folder), "--title", "Papers"])
    (folder / "tei/sources/talk.txt").write_text(TRANSCRIPT, encoding="utf-8")
    (folder / "tei/authorities/people.xml").write_bytes(new_file(Kind.PERSON, PEOPLE))
    with pytest.raises(SystemExit) as left:
        main(["-C", str(folder), "convert"])
    assert left.value.code in (0, None)
    return folder


@pytest.fixture
def folder(converted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(converted, tmp_path / "papers"))


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(["-C", str(folder), *arguments])
        printed = capsys.readouterr()
        return Ran(int(left.value.code or 0), printed.out, printed.err)

    return run


def names(folder: Path) -> list[str]:
    """Return the linked names in the text of the document: words, reference and certainty."""
    text = next(etree.parse(folder / DOCUMENT).getroot().iter(tei("text")))
    tags = (tei("persName"), tei("placeName"), tei("orgName"))
    return [
        " ".join(filter(None, ("".join(element.itertext()), element.get("ref"), element.get("cert"))))
        for element in text.iter(*tags)
        if element.get("ref")
    ]


SURE = [
    "P.A. Vereshchagin person:vereshchagin-p-a",
    "D. Ganbold person:ganbold-d",
    "Ulaanbaatar place:ulaanbaatar",
    "P.A. Vereshchagin person:vereshchagin-p-a",
    "Ganbold person:ganbold-d",
    "Peking place:beijing",
    "D. Ganbold person:ganbold-d",
    "Brezhnev person:brezhnev-leonid",
    "Vereshchagin person:vereshchagin-p-a",
    "Tarbell person:tarbell",
]


def test_accept_none_links_to_entries_that_exist_and_makes_none(folder: Path, run: Run) -> None:
    people = (folder / "tei/authorities/people.xml").read_bytes()

    done = run("annotate", "--accept", "none")

    assert done.status == 0
    assert done.out.splitlines()[-1].endswith(" open, 3 known to the gazetteer only and not linked")
    assert done.out.splitlines()[-1].startswith("names: 1 sure, ")
    assert names(folder) == ["Tarbell person:tarbell"]
    assert (folder / "tei/authorities/people.xml").read_bytes() == people
    assert not (folder / "tei/authorities/places.xml").exists()


def test_accept_sure_adds_entries_and_leaves_the_doubtful_alone(folder: Path, run: Run) -> None:
    done = run("annotate")

    assert names(folder) == SURE
    assert done.out.splitlines() == [
        DOCUMENT,
        "tei/authorities/people.xml: 3 new",
        "tei/authorities/places.xml: 2 new",
        "names: 10 sure, 1 likely, 2 open",
    ]


def test_accept_likely_says_in_the_file_that_it_is_only_likely(folder: Path, run: Run) -> None:
    run("annotate", "--accept", "likely")

    assert names(folder) == [*SURE, "Stolz person:stolz medium"]


def test_annotating_again_changes_no_byte(folder: Path, run: Run) -> None:
    run("annotate")
    before = (folder / DOCUMENT).read_bytes()

    assert run("annotate").out.splitlines()[-1].startswith("names: 0 sure")

    assert (folder / DOCUMENT).read_bytes() == before


def test_an_unknown_grade_is_refused(folder: Path, run: Run) -> None:
    before = (folder / DOCUMENT).read_bytes()

    done = run("annotate", "--accept", "everything")

    assert (done.status, "'everything' is not one of" in done.err) == (2, True)
    assert (folder / DOCUMENT).read_bytes() == before


def test_a_decision_is_replayed_on_a_new_conversion_and_undone_by_deleting_its_line(
    folder: Path, run: Run
) -> None:
    decisions = folder / DECISIONS
    decisions.write_text(
        "link talk * * “Orlov” person:orlov-lev\nleave talk * * “Tarbell” -\n", encoding="utf-8"
    )
    run("annotate")
    assert names(folder).count("Orlov person:orlov-lev") == 2
    assert "Tarbell person:tarbell" not in names(folder)

    assert run("convert", "--force").status == 0
    assert names(folder) == []
    run("annotate")
    assert names(folder).count("Orlov person:orlov-lev") == 2

    decisions.write_text("leave talk * * “Tarbell” -\n", encoding="utf-8")
    run("convert", "--force")
    run("annotate")
    assert names(folder) == [name for name in SURE if not name.startswith("Tarbell")]


def test_a_decision_for_an_entry_that_does_not_exist_is_named_with_its_line(folder: Path, run: Run) -> None:
    (folder / DECISIONS).write_text("\nlink * * * “Orlov” person:orlov-igor\n", encoding="utf-8")

    done = run("annotate")

    assert done.status == 1
    assert f"{DECISIONS}:2:1: error[DEC003]" in done.err
    assert not any(name.startswith("Orlov") for name in names(folder))


def test_entries_are_listed_with_their_mentions_and_shown_in_their_sentences(run: Run) -> None:
    run("annotate")

    assert run("authority", "list", "people").out.splitlines()[1:3] == [
        "person:ganbold-d\tGanbold, D.\t3",
        "person:orlov-lev\tOrlov, Lev\t0",
    ]
    shown = run("authority", "show", "person:tarbell").out
    assert shown.splitlines()[-1] == "  talk#m10: Vereshchagin said no more about [Tarbell] and Stolz."
    missing = run("authority", "show", "person:nobody")
    assert (missing.status, "person:nobody is not in the authority files" in missing.err) == (2, True)


def test_a_renamed_entry_takes_its_references_with_it(folder: Path, run: Run) -> None:
    run("annotate")

    done = run("authority", "rename", "person:tarbell", "person:tarbell-mary")

    said = "person:tarbell has the id tarbell-mary"
    assert done.out.splitlines() == ["tei/authorities/people.xml", DOCUMENT, said]
    assert names(folder)[-1] == "Tarbell person:tarbell-mary"


def test_merged_entries_are_one_and_the_names_of_both_are_kept(folder: Path, run: Run) -> None:
    run("annotate")

    assert run("authority", "merge", "person:tarbell", "person:stolz").status == 0

    assert names(folder)[-1] == "Tarbell person:stolz"
    exported = run("authority", "export", "people").out.splitlines()
    row = next(line for line in exported if line.startswith("person:stolz,"))
    assert row.startswith("person:stolz,person,Anna Stolz,Mary Tarbell | Tarbell,")


def test_a_merge_with_nobody_changes_nothing(folder: Path, run: Run) -> None:
    before = (folder / "tei/authorities/people.xml").read_bytes()

    done = run("authority", "merge", "person:nobody", "person:stolz")

    assert (done.status, "error[AUT010]" in done.err) == (1, True)
    assert (folder / "tei/authorities/people.xml").read_bytes() == before


def test_a_split_gives_the_named_mentions_to_a_new_entry(folder: Path, run: Run) -> None:
    run("annotate")

    assert run("authority", "split", "person:vereshchagin-p-a", "Lev Vereshchagin", "talk#m9").status == 0

    assert names(folder)[8] == "Vereshchagin person:vereshchagin-lev"
    assert names(folder)[0] == "P.A. Vereshchagin person:vereshchagin-p-a"
    done = run("authority", "split", "person:tarbell", "Lev Tarbell", "talk#m1")
    assert done.status == 1
    assert done.err.splitlines() == [
        f"{DOCUMENT}: error[AUT013] m1 is no mention of person:tarbell",
        "  hint: `dragoman authority show person:tarbell` lists its mentions",
    ]


@pytest.mark.parametrize(
    "command",
    [
        ("list", "people"),
        ("rename", "person:tarbell", "tarbell-mary"),
        ("merge", "person:tarbell", "person:stolz"),
        ("split", "person:tarbell", "Lev Tarbell", "talk#m1"),
        ("check",),
    ],
)
def test_a_broken_authority_file_is_named_by_every_command_and_nothing_changes(
    folder: Path, run: Run, command: tuple[str, ...]
) -> None:
    people = folder / "tei/authorities/people.xml"
    people.write_bytes(people.read_bytes().replace(b"</person>", b"</persn>", 1))
    before = {path: path.read_bytes() for path in (people, folder / DOCUMENT)}

    done = run("authority", *command)

    assert done.status == 1
    assert "tei/authorities/people.xml:" in done.err
    assert "error[XML001] Opening and ending tag mismatch" in done.err
    assert before == {path: path.read_bytes() for path in before}


def test_a_mistyped_reference_is_answered_with_the_nearest(folder: Path, run: Run) -> None:
    renamed = run("authority", "rename", "person:tarbel", "x")
    shown = run("authority", "show", "person:stols")
    (folder / DECISIONS).write_text("link * * * “Orlov” person:orlov-pavl\n", encoding="utf-8")

    assert renamed.err.splitlines()[1] == "  hint: do you mean person:tarbell?"
    assert "person:stols is not in the authority files; do you mean person:stolz?" in shown.err
    assert "  hint: do you mean person:orlov-pavel?" in run("annotate").err


def test_check_names_a_mention_of_nobody_with_its_place(folder: Path, run: Run) -> None:
    run("annotate")
    document = folder / DOCUMENT
    document.write_bytes(document.read_bytes().replace(b"person:tarbell", b"person:tarbel"))

    done = run("authority", "check")

    assert done.status == 1
    assert f"{DOCUMENT}:" in done.err
    assert "error[REF001] person:tarbel is not in the authority files" in done.err


def test_a_table_that_is_not_utf_8_changes_nothing(folder: Path, run: Run, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_bytes("reference,name,wikidata\nperson:tarbell,Märy,Q1\n".encode("latin-1"))

    done = run("authority", "import", str(table))

    assert (done.status, "people.csv:2: error[REC001] the table is not UTF-8" in done.err) == (2, True)


def test_check_names_entries_that_no_document_mentions(run: Run) -> None:
    run("annotate")

    found = [line for line in run("authority", "check").err.splitlines() if "AUT020" in line]

    assert [line.rpartition(" ")[2] for line in found] == [
        "person:orlov-lev",
        "person:orlov-pavel",
        "person:stolz",
    ]


def test_identifiers_come_back_from_a_table(folder: Path, run: Run, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    exported = run("authority", "export", "people").out.splitlines()
    wikidata = exported[0].split(",").index("wikidata")
    cells = next(line for line in exported if line.startswith("person:tarbell,")).split(",")
    cells[wikidata] = "Q1"
    table.write_text("\n".join([exported[0], ",".join(cells)]) + "\n", encoding="utf-8")

    assert run("authority", "import", str(table)).status == 0

    assert b'<idno type="wikidata">Q1</idno>' in (folder / "tei/authorities/people.xml").read_bytes()


def test_a_table_with_a_wrong_column_changes_nothing(folder: Path, run: Run, tmp_path: Path) -> None:
    before = (folder / "tei/authorities/people.xml").read_bytes()
    table = tmp_path / "people.csv"
    table.write_text("person,wikidata\ntarbell,Q1\n", encoding="utf-8")

    done = run("authority", "import", str(table))

    assert (done.status, "people.csv:1:" in done.err) == (1, True)
    assert (folder / "tei/authorities/people.xml").read_bytes() == before


def test_a_review_without_a_terminal_says_what_to_do_instead(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)

    done = run("annotate", "--review")

    assert (done.status, "edit tei/authorities/decisions.txt" in done.err) == (2, True)


def reviewed(folder: Path, steps: list[tuple[str, str]]) -> int:
    """Run a review in a terminal of its own: wait for each text, then press its key or close it."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm"
        main_call = "from dragoman.cli import main; main()"
        arguments = [sys.executable, "-c", main_call, "-C", str(folder), "annotate", "--review"]
        os.execv(sys.executable, arguments)
    try:
        for awaited, key in steps:
            assert awaited in _read_until(terminal, awaited), awaited
            if key == CLOSE:
                break
            _wait_for_single_keys(terminal)
            os.write(terminal, key.encode())
        else:
            _read_until(terminal, "\0")
    finally:
        os.close(terminal)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status


def _wait_for_single_keys(terminal: int) -> None:
    """Wait until a key is read without Return: what is typed before is thrown away."""
    for _ in range(KEYS_WITHIN * 100):
        if not termios.tcgetattr(terminal)[3] & termios.ICANON:
            return
        select.select([], [], [], 0.01)
    raise AssertionError("no key is waited for")


def _read_until(terminal: int, awaited: str) -> str:
    read = b""
    while awaited.encode() not in read:
        if not select.select([terminal], [], [], KEYS_WITHIN)[0]:
            break
        try:
            octets = os.read(terminal, 4096)
        except OSError:  # what Linux says when the program at the other end has left
            break
        if not octets:
            break
        read += octets
    return read.decode("utf-8", "replace")


def test_keys_pressed_in_a_terminal_become_decisions(folder: Path) -> None:
    status = reviewed(
        folder,
        [
            ("1 of 3", "?"),
            ("no such key here", "2"),
            ("2 of 3", "x"),
            ("3 of 3", "u"),
            ("undone", "d"),
            ("Counts for: all like this in the document", "1"),
            ("3 of 3", "y"),
        ],
    )

    assert status == 0
    lines = [
        line.partition(" ~")[0]
        for line in (folder / DECISIONS).read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert lines == [
        "link  talk p2 1 “Orlov” person:orlov-pavel",
        "link  talk * * “Orlov” person:orlov-lev",
        "link  talk p4 1 “Stolz” person:stolz",
    ]
    linked = [name for name in names(folder) if name not in SURE]
    assert linked == ["Orlov person:orlov-pavel", "Orlov person:orlov-lev", "Stolz person:stolz"]


def test_splitting_in_a_review_makes_an_entry_for_all_names_written_so(folder: Path) -> None:
    assert (
        reviewed(
            folder, [("1 of 3", "d"), ("Counts for: all like this in the document", "t"), ("3 of 3", "s")]
        )
        == 0
    )

    assert [name for name in names(folder) if name.startswith("Orlov ")] == ["Orlov person:orlov"] * 2
    assert "link  talk * * “Orlov” person:orlov\n" in (folder / DECISIONS).read_text(encoding="utf-8")
    assert b'<person xml:id="orlov">' in (folder / "tei/authorities/people.xml").read_bytes()


def test_taking_back_a_new_entry_leaves_every_byte_as_before_the_review(folder: Path, run: Run) -> None:
    run("annotate")
    before = (folder / DOCUMENT).read_bytes()
    assert reviewed(folder, [("1 of 3", "s"), ("2 of 3", "s"), ("3 of 3", "n")]) == 0
    assert names(folder)[-1] == "Stolz person:stolz-2"
    decisions = folder / DECISIONS
    decisions.write_text(decisions.read_text(encoding="utf-8").replace("link ", "leave"), encoding="utf-8")

    done = run("annotate")

    assert (done.status, done.err) == (0, "")
    assert (folder / DOCUMENT).read_bytes() == before
    assert run("annotate").out.splitlines() == ["names: 0 sure, 1 likely, 2 open"]


def test_another_entry_is_found_by_typing_the_beginning_of_its_name(folder: Path) -> None:
    steps = [
        ("1 of 3", "o"),
        ("another entry", "s"),
        ("another entry: s_", "t"),
        ("Anna Stolz", "\r"),
        ("2 of 3", "q"),
    ]

    assert reviewed(folder, steps) == 0

    assert "Orlov person:stolz" in names(folder)


@pytest.mark.parametrize("end", ["\x03", "\x04", CLOSE])
def test_control_c_and_a_terminal_that_is_closed_keep_what_was_decided(folder: Path, end: str) -> None:
    reviewed(folder, [("1 of 3", "2"), ("2 of 3", end)])

    assert "“Orlov” person:orlov-pavel" in (folder / DECISIONS).read_text(encoding="utf-8")


def test_stopping_a_review_keeps_what_was_decided(folder: Path) -> None:
    assert (
        reviewed(
            folder, [("1 of 3", "e"), ("Counts for: all like this in the edition", "1"), ("3 of 3", "q")]
        )
        == 0
    )

    assert names(folder).count("Orlov person:orlov-lev") == 2
    assert "link  * * * “Orlov” person:orlov-lev" in (folder / DECISIONS).read_text(encoding="utf-8")
