"""``dragoman serve``: an edit on the page, errors on the page, and the last good page behind them."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.build.serving import EditedSite
from dragoman.build.settling import Order, Settler, Stopped, steps

DOCUMENT = "szendrodi-letter-1981-03-12"
PAGE = f"documents/{DOCUMENT}.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """An edition of one document, converted."""
    folder = tmp_path_factory.mktemp("served") / "papers"
    dragoman("new", str(folder))
    transcript = repository / "tei" / "sources" / f"{DOCUMENT}.txt"
    shutil.copy(transcript, folder / "tei" / "sources")
    dragoman("-C", str(folder), "convert")
    return folder


def dragoman(*arguments: str) -> None:
    command = [sys.executable, "-c", "from dragoman.cli import main; main()", *arguments]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[EditedSite]:
    with EditedSite(built) as edited:
        changed = [name for step in edited.settled() for name in step.changed]
        assert PAGE in changed
        yield edited


@pytest.fixture
def document(built: Path) -> Iterator[Path]:
    path = built / "tei" / "documents" / f"{DOCUMENT}.xml"
    before = path.read_bytes()
    yield path
    path.write_bytes(before)


def with_title(path: Path, title: str) -> None:
    text = path.read_text(encoding="utf-8")
    # As editors save: the process that builds the rest may read the file at any moment, and never half of it.
    saved = path.with_suffix(".saved")
    saved.write_text(re.sub(r"(<title type=\"main\">).*?(</title>)", rf"\g<1>{title}\g<2>", text), "utf-8")
    saved.replace(path)


def test_an_edit_changes_its_page_at_once_and_the_others_when_it_has_settled(
    site: EditedSite, built: Path, document: Path
) -> None:
    with_title(document, "A letter with another title")
    first = next(site.edited(frozenset([document])))
    assert first.changed == (PAGE,)
    assert b"A letter with another title" in (built / "out" / "web" / PAGE).read_bytes()
    then = [name for step in site.settled() for name in step.changed]
    assert "calendar.html" in then
    assert PAGE not in then, "it has been told already"


def test_a_picture_is_missed_when_the_document_is_saved_and_shown_when_it_comes(
    site: EditedSite, built: Path, document: Path
) -> None:
    text = document.read_text(encoding="utf-8")
    figure = '<figure><graphic url="quay.gif"/><figDesc>A quay</figDesc></figure>'
    document.write_text(text.replace("<closer>", f"{figure}<closer>", 1), encoding="utf-8")
    steps = [*site.edited(frozenset([document])), *site.settled()]
    assert [d.code for d in steps[-1].diagnostics if d.severity == "error"] == ["REF009"]
    assert b"<img" not in (built / "out" / "web" / PAGE).read_bytes()
    picture = document.with_name("quay.gif")
    picture.write_bytes(b"GIF89a\x03\0\x02\0\x80\0\0")
    steps = [*site.edited(frozenset([picture])), *site.settled()]
    assert not [d for d in steps[-1].diagnostics if d.severity == "error"]
    assert PAGE in [name for step in steps for name in step.changed]
    assert b'alt="A quay" width="3"' in (built / "out" / "web" / PAGE).read_bytes()
    assert (built / "out" / "web" / "pictures" / "tei" / "documents" / "quay.gif").is_file()
    picture.unlink()
    document.write_text(text, encoding="utf-8")
    list(site.edited(frozenset([document])))
    list(site.settled())


def test_an_error_is_told_with_its_place_and_the_last_good_page_stays(
    site: EditedSite, built: Path, document: Path
) -> None:
    good = (built / "out" / "web" / PAGE).read_bytes()
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("</body>", "</bdy>"), encoding="utf-8")
    steps = [*site.edited(frozenset([document])), *site.settled()]
    assert all(PAGE not in step.changed for step in steps)
    assert (built / "out" / "web" / PAGE).read_bytes() == good
    (found, *_) = steps[-1].diagnostics
    assert found.place.file == f"tei/documents/{DOCUMENT}.xml"
    assert found.place.line > 100
    document.write_text(text, encoding="utf-8")
    steps = [*site.edited(frozenset([document])), *site.settled()]
    assert not [d for d in steps[-1].diagnostics if d.severity == "error"]


def test_what_the_build_said_of_a_file_is_not_said_of_the_mended_one(site: EditedSite, built: Path) -> None:
    authority = built / "tei" / "authorities" / "people.xml"
    good = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>People</title>'
        "</titleStmt><publicationStmt><p>Here.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc>"
        "</fileDesc></teiHeader><standOff><listPerson/></standOff></TEI>"
    )
    authority.write_text(good.replace("</standOff>", "</standof>"), encoding="utf-8")
    broken = [*site.edited(frozenset([authority])), *site.settled()][-1]
    assert [(d.code, d.place.file) for d in broken.diagnostics if d.severity == "error"] == [
        ("XML001", "tei/authorities/people.xml")
    ]
    authority.write_text(good, encoding="utf-8")
    *_, mended = site.edited(frozenset([authority]))
    assert "XML001" not in [d.code for d in mended.diagnostics]
    authority.unlink()
    list(site.settled())


def test_an_edited_transcript_is_held_against_its_document_again(
    site: EditedSite, built: Path, document: Path
) -> None:
    transcript = built / "tei" / "sources" / f"{DOCUMENT}.txt"
    before = transcript.read_bytes()
    assert [*site.edited(frozenset([document])), *site.settled()][-1].diagnostics == ()
    transcript.write_bytes(before + b"\nZyx.\n")
    try:
        last = [*site.edited(frozenset([transcript])), *site.settled()][-1]
        assert "FID001" in [found.code for found in last.diagnostics]
    finally:
        transcript.write_bytes(before)
    assert [*site.edited(frozenset([transcript])), *site.settled()][-1].diagnostics == ()


def test_a_schema_of_its_own_that_cannot_be_used_is_told_and_the_pages_go_on(
    site: EditedSite, built: Path, document: Path
) -> None:
    grammar = built / "schema" / "dragoman.rng"
    good = grammar.read_text(encoding="utf-8")
    assert grammar.parent in site.watched
    grammar.write_text(good.replace("</grammar>", ""), encoding="utf-8")
    try:
        with_title(document, "A letter under a broken schema")
        _page, *told = [*site.edited(frozenset([document])), *site.settled()]
        for step in told:
            assert [found.code for found in step.diagnostics] == ["SCH001"], "it does not come and go"
            assert step.diagnostics[0].place.file == "schema/dragoman.rng"
        assert b"under a broken schema" in (built / "out" / "web" / PAGE).read_bytes()
        assert b"under a broken schema" in (built / "out" / "web" / "calendar.html").read_bytes()
    finally:
        grammar.write_text(good, encoding="utf-8")
    assert [*site.edited(frozenset([grammar])), *site.settled()][-1].diagnostics == ()


def test_a_picture_that_lies_elsewhere_in_the_edition_is_shown_anew_when_it_is_edited(
    site: EditedSite, built: Path, document: Path
) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"/>'
    lamp, beside = built / "drawings" / "lamp.svg", built / "plan.svg"
    lamp.parent.mkdir()
    for picture in (lamp, beside):
        picture.write_text(drawing.format(9), encoding="utf-8")
    shown = "".join(
        f'<figure><graphic url="../../{name}"/></figure>' for name in ("drawings/lamp.svg", "plan.svg")
    )
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("</body>", f"<div><p>See.</p>{shown}</div></body>"), encoding="utf-8")
    assert lamp.parent not in site.watched
    list(site.edited(frozenset([document])))
    list(site.settled())
    assert lamp.parent in site.watched
    assert built not in site.watched, "the site lies there as well: it would be built for ever"
    assert beside in site.watched

    lamp.write_text(drawing.format(8).replace("/>", "><title>Lamp</title></svg>"), encoding="utf-8")
    told = [name for step in (*site.edited(frozenset([lamp])), *site.settled()) for name in step.changed]
    assert {PAGE, "pictures/drawings/lamp.svg"} <= set(told)
    # Its page is as it was where its size is, and is loaded again for the picture.
    lamp.write_text(drawing.format(8), encoding="utf-8")
    told = [name for step in (*site.edited(frozenset([lamp])), *site.settled()) for name in step.changed]
    assert (PAGE in told, "pictures/drawings/lamp.svg" in told) == (False, True)

    # It lies beside the site, is deleted and put there again.
    beside.unlink()
    assert [*site.edited(frozenset([beside])), *site.settled()]
    assert beside in site.watched
    beside.write_text(drawing.format(7), encoding="utf-8")
    told = [name for step in (*site.edited(frozenset([beside])), *site.settled()) for name in step.changed]
    assert {PAGE, "pictures/plan.svg"} <= set(told)

    document.write_text(text, encoding="utf-8")
    last = [*site.edited(frozenset([document])), *site.settled()][-1]
    assert (lamp.parent in site.watched, last.diagnostics) == (False, ())


def test_a_name_that_cannot_be_read_is_told_and_goes_with_its_file(site: EditedSite, document: Path) -> None:
    unreadable = os.fsencode(document.parent) + b"/\xff.xml"
    with open(unreadable, "wb"):
        pass
    try:
        assert [found.code for found in [*site.settled()][-1].diagnostics] == ["EDN004"]
    finally:
        os.unlink(unreadable)
    assert [*site.settled()][-1].diagnostics == ()


def test_a_document_that_is_deleted_is_gone_from_the_site_and_its_readers_are_told(
    site: EditedSite, built: Path, document: Path
) -> None:
    another = document.with_name("another.xml")
    another.write_bytes(document.read_bytes())
    list(site.settled())
    assert (built / "out" / "web" / "documents" / "another.html").is_file()
    another.unlink()
    gone = [name for step in site.settled() for name in step.gone]
    assert "documents/another.html" in gone
    assert PAGE not in gone
    assert not (built / "out" / "web" / "documents" / "another.html").exists()


def test_what_no_file_holds_is_said_once_all_have_been_looked_at(site: EditedSite, document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("<p xml", '<p corresp="person:nobody" xml', 1), encoding="utf-8")
    steps = [*site.edited(frozenset([document])), *site.settled()]
    assert any("person:nobody" in finding.message for finding in steps[-1].diagnostics)


def test_an_edit_does_not_wait_for_what_the_one_before_touches(
    site: EditedSite, built: Path, document: Path
) -> None:
    page = built / "out" / "web" / PAGE
    with_title(document, "A first title")
    rest = site.settling()
    assert next(rest) is None, "the other process has only begun"
    with_title(document, "A second title")
    assert next(site.edited(frozenset([document]))).changed == (PAGE,)
    assert b"A second title" in page.read_bytes()
    # The other process may have made the page of the file as it was; the newer one stays or comes back.
    page.write_bytes(b"<p>A first title</p>")
    for _ in rest:
        pass
    assert b"A second title" in page.read_bytes()
    list(site.settled())
    assert b"A second title" in page.read_bytes()
    assert b"A second title" in (built / "out" / "web" / "calendar.html").read_bytes()


def test_what_the_editors_have_accepted_is_not_told(site: EditedSite, built: Path, document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("<p xml", '<p corresp="person:nobody" colour="red" xml', 1), "utf-8")
    steps = [*site.edited(frozenset([document])), *site.settled()]
    codes = sorted(found.code for found in steps[-1].diagnostics)
    assert codes == ["REF001", "RNG005"]
    exceptions = built / "tei" / "exceptions.toml"
    exceptions.write_text(
        "".join(
            f'[[exception]]\ncode = "{code}"\nfile = "tei/documents/{DOCUMENT}.xml"\nreason = "A trial."\n'
            for code in codes
        ),
        encoding="utf-8",
    )
    try:
        at_once = [*site.edited(frozenset([document]))][-1]
        assert [found.code for found in at_once.diagnostics] == ["REF001"], "of others, as last looked at"
        assert [*site.settled()][-1].diagnostics == ()
        exceptions.write_text("[[exception]]\ncode=", encoding="utf-8")
        broken = [*site.edited(frozenset([exceptions])), *site.settled()][-1].diagnostics
        assert sorted(found.code for found in broken) == ["EXC001", *codes]
    finally:
        exceptions.unlink()
    left = [*site.edited(frozenset([exceptions])), *site.settled()][-1].diagnostics
    assert sorted(found.code for found in left) == codes


def test_a_file_that_vanishes_while_it_is_built_is_told_and_the_next_build_goes_on(
    built: Path, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanished(builder: Any) -> Any:
        raise FileNotFoundError(2, "No such file or directory", str(document))

    with monkeypatch.context() as amid:
        amid.setattr("dragoman.build.settling.make_pages", vanished)
        (step,) = steps(built, 1, Order(), threading.Event())
    (found,) = step.failed
    assert str(found.place) == f"tei/documents/{DOCUMENT}.xml"
    assert found.code == "SRC001"
    assert [step.failed for step in steps(built, 1, Order(), threading.Event())] == [()]


def test_a_build_that_nobody_wants_any_more_ends_after_its_stage_and_is_taken_up(
    built: Path, document: Path
) -> None:
    with_title(document, "A title that is left")
    stopped = threading.Event()
    stopped.set()
    with pytest.raises(Stopped):
        next(steps(built, 1, Order(), stopped))
    assert b"A title that is left" not in (built / "out" / "web" / "calendar.html").read_bytes()
    stopped.clear()
    changed = [name for step in steps(built, 1, Order(), stopped) for name in step.changed]
    assert "web/calendar.html" in changed


def test_a_process_that_dies_is_told_and_the_next_edit_has_another(built: Path, document: Path) -> None:
    with EditedSite(built) as site:
        rest = site.settling()
        next(rest)
        for process in multiprocessing.active_children():
            process.kill()
        *_, last = (step for step in rest if step is not None)
        assert [found.code for found in last.diagnostics] == ["SRV002"]
        assert [*site.settled()][-1].diagnostics == ()


def event(stream: Any) -> dict[str, Any]:
    for line in stream:
        if line.startswith(b"data: "):
            found: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
            return found
    raise AssertionError("the stream ended")


def test_the_command_serves_an_edit_and_ends_in_one_line(built: Path, document: Path) -> None:
    command = [sys.executable, "-uc", "from dragoman.cli import main; main()", "-C", str(built), "serve"]
    process = subprocess.Popen([*command, "--port", "0"], stdout=subprocess.PIPE, text=True, bufsize=1)
    assert process.stdout is not None
    try:
        address = process.stdout.readline().split()[0]
        assert address.startswith("http://127.0.0.1:")
        assert process.stdout.readline() == "built; waiting for edits\n"
        with urllib.request.urlopen(address + "~live/events", timeout=20) as stream:
            event(stream)
            # The watcher takes a moment to begin; an edit is repeated until it is seen.
            for number in range(50):
                with_title(document, f"Title {number}")
                os.utime(document)
                if PAGE in event(stream)["changed"]:
                    break
        with urllib.request.urlopen(address + PAGE, timeout=5) as answer:
            assert f"Title {number}" in answer.read().decode("utf-8")
    finally:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=20)[0]
    *told, last = rest.splitlines()
    # The page itself; as far as the build got, also the lists in which its title stands. An edit that was
    # made before the watcher had begun is told with them.
    assert told
    assert all(line.startswith("made again: ") for line in told)
    assert last == "stopped"
    assert process.returncode == 0


def test_the_end_comes_between_two_steps_of_a_large_edition_too(tmp_path: Path, repository: Path) -> None:
    shutil.copytree(repository / "tei", tmp_path / "tei", ignore=shutil.ignore_patterns("sources"))
    for path in sorted((tmp_path / "tei" / "documents").iterdir()):
        shutil.copy(path, path.with_name(f"again-{path.name}"))
    settler = Settler(tmp_path, 2)
    settler.begin(Order())
    step = settler.taken()
    assert step is not None
    assert not step.failed
    assert len(step.made) > 150
    # Pages stand, the search does not, and the processes that share the work wait for more of it.
    end = threading.Thread(target=settler.close, daemon=True)
    end.start()
    end.join(60)
    assert not end.is_alive()


def test_a_port_that_is_taken_is_said_in_one_line(built: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-c", "from dragoman.cli import main; main()", "-C", str(built), "serve"]
        ran = subprocess.run([*command, "--port", port], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"127.0.0.1:{port}: error[SRV001]")


def test_who_changes_his_mind_at_once_is_answered_in_one_line(built: Path) -> None:
    command = [sys.executable, "-uc", "from dragoman.cli import main; main()", "-C", str(built), "serve"]
    process = subprocess.Popen(
        [*command, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("http://127.0.0.1:")
    # As a terminal does it: to every process of the group, whatever it has got to.
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=60)[0].split("\n")
    # Before it waits for edits an empty line keeps the answer apart from the ^C of a terminal.
    assert [line.partition(";")[0] for line in said if line] == ["stopped"]
    assert process.returncode in (0, 130)
