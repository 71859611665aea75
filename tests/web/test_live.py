"""The live view: pages on this machine only, told of what was built."""

from __future__ import annotations

import json
import os
import socket
import struct
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.diagnostics import Place
from dragoman.render.edits import edits
from dragoman.render.live import Built, LiveSite, follow, with_live_script
from dragoman.render.web import NO_RULE


@pytest.fixture
def site(tmp_path: Path) -> Iterator[LiveSite]:
    (tmp_path / "index.html").write_text(
        "<!DOCTYPE HTML><html><body><p>é</p></body></html>", encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text("plain", encoding="utf-8")
    live = LiveSite(tmp_path)
    live.start()
    yield live
    live.stop()


def read(address: str, host: str | None = None) -> tuple[str, str]:
    request = urllib.request.Request(address, headers={"Host": host} if host else {})
    with urllib.request.urlopen(request, timeout=5) as answer:
        return answer.read().decode("utf-8"), answer.headers["Cache-Control"]


def event(stream: object) -> dict[str, object]:
    lines = []
    while (line := stream.readline().decode("utf-8").rstrip("\n")) != "":  # type: ignore[attr-defined]
        lines.append(line)
    assert lines[0] == "event: built"
    found: dict[str, object] = json.loads(lines[1].removeprefix("data: "))
    return found


def test_a_page_is_served_with_the_live_script_and_kept_by_nobody(site: LiveSite) -> None:
    page, caching = read(site.address)
    assert page.endswith('<script src="/~live/script.js"></script></body></html>')
    assert "é" in page
    assert caching == "no-store"


def test_other_files_are_served_as_they_are(site: LiveSite) -> None:
    assert read(site.address + "a.txt")[0] == "plain"


def test_only_this_machine_is_answered_under_its_own_name(site: LiveSite) -> None:
    assert site.address.startswith("http://127.0.0.1:")
    with pytest.raises(urllib.error.HTTPError, match="403") as refused:
        read(site.address, host="evil.example:80")
    refused.value.close()


def test_readers_are_told_what_changed_and_what_was_said(site: LiveSite) -> None:
    with urllib.request.urlopen(site.address + "~live/events", timeout=5) as stream:
        assert event(stream) == {"changed": [], "diagnostics": []}
        found = NO_RULE.at(Place("a.xml", 3), "blort has no rule", "write a template")
        site.tell(Built(("documents/a.html",), (found,)))
        told = event(stream)
    assert told["changed"] == ["documents/a.html"]
    assert told["diagnostics"] == [
        {
            "place": str(found.place),
            "rule": "note[WEB001]",
            "message": "blort has no rule",
            "hint": "write a template",
        }
    ]


def test_readers_of_a_page_that_is_gone_load_it_too(site: LiveSite) -> None:
    with urllib.request.urlopen(site.address + "~live/events", timeout=5) as stream:
        event(stream)
        site.tell(Built(("index.html",), (), ("documents/a.html",)))
        assert event(stream)["changed"] == ["index.html", "documents/a.html"]


def test_who_comes_later_is_told_what_the_last_build_said(site: LiveSite) -> None:
    site.tell(Built(("index.html",), (NO_RULE.at(Place("a.xml", 3), "blort has no rule", ""),)))
    with urllib.request.urlopen(site.address + "~live/events", timeout=5) as stream:
        assert len(event(stream)["diagnostics"]) == 1  # type: ignore[arg-type]


def test_an_edit_is_built_and_told(site: LiveSite, tmp_path: Path) -> None:
    watched = tmp_path / "tei"
    watched.mkdir()
    stopped = threading.Event()
    built = threading.Event()
    seen: list[frozenset[Path]] = []

    def edited(paths: frozenset[Path]) -> list[Built]:
        seen.append(paths)
        return [Built(("index.html",))]

    def settled() -> Iterator[Built]:
        built.set()
        yield Built(())

    follower = threading.Thread(target=follow, args=(lambda: [watched], edited, settled, site, stopped))
    follower.start()
    try:
        # The watcher takes a moment to begin; an edit is repeated until it is seen.
        for number in range(100):
            (watched / "a.xml").write_text(str(number), encoding="utf-8")
            if seen or built.wait(timeout=0.1):
                break
        assert built.wait(timeout=5)
    finally:
        stopped.set()
        follower.join(timeout=10)
    assert {path.name for path in seen[0]} == {"a.xml"}


def test_a_folder_that_comes_into_being_is_watched_from_then_on(site: LiveSite, tmp_path: Path) -> None:
    first, later = tmp_path / "first", tmp_path / "later"
    first.mkdir()
    seen, stopped = threading.Event(), threading.Event()

    def edited(paths: frozenset[Path]) -> Iterator[Built]:
        if any(path.parent == later for path in paths):
            seen.set()
        yield Built(())

    def folders() -> list[Path]:
        return [folder for folder in (first, later) if folder.is_dir()]

    follower = threading.Thread(target=follow, args=(folders, edited, lambda: [Built(())], site, stopped))
    follower.start()
    try:
        later.mkdir()
        # The watcher takes a moment to begin anew; an edit is repeated until it is seen.
        for number in range(100):
            (later / "a.css").write_text(str(number), encoding="utf-8")
            if seen.wait(timeout=0.1):
                break
    finally:
        stopped.set()
        follower.join(timeout=10)
    assert seen.is_set()


def test_a_name_that_is_no_text_is_an_edit_and_the_watch_goes_on(tmp_path: Path) -> None:
    stopped = threading.Event()
    watch = edits([tmp_path], stopped)
    assert next(watch) == frozenset(), "the watch has begun"
    unreadable = os.fsencode(tmp_path) + b"/\xff.xml"
    with open(unreadable, "wb"):
        pass
    assert next(changed for changed in watch if changed) == {tmp_path}
    assert next(watch) == frozenset()
    (tmp_path / "a.xml").write_bytes(b"")
    assert tmp_path / "a.xml" in next(changed for changed in watch if changed)
    watch.close()


def test_a_file_is_watched_by_itself_though_another_takes_its_place(tmp_path: Path) -> None:
    folder, lamp, plan = tmp_path / "tei", tmp_path / "lamp.gif", tmp_path / "plan.gif"
    folder.mkdir()
    lamp.write_bytes(b"one")
    stopped = threading.Event()
    watch = edits([folder, lamp, plan], stopped)
    assert next(watch) == frozenset(), "the watch has begun"
    for octets in (b"two", b"three"):
        (tmp_path / "other.gif").write_bytes(octets)
        (tmp_path / "other.gif").replace(lamp)
        assert next(changed for changed in watch if changed) == {lamp}
        assert next(watch) == frozenset()
    plan.write_bytes(b"one")
    assert next(changed for changed in watch if changed) == {plan}
    lamp.unlink()
    assert next(changed for changed in watch if changed) == {lamp}
    (folder / "a.xml").write_bytes(b"")
    assert folder / "a.xml" in next(changed for changed in watch if changed)
    watch.close()


def test_a_site_that_is_taken_away_is_built_again_without_an_edit(tmp_path: Path) -> None:
    out, watched = tmp_path / "out", tmp_path / "tei"
    out.mkdir()
    watched.mkdir()
    live, stopped, again = LiveSite(out), threading.Event(), threading.Event()
    live.start()
    builds: list[bool] = []

    def settled() -> Iterator[Built]:
        builds.append(out.is_dir())
        if len(builds) == 1:
            out.rmdir()
        else:
            again.set()
        yield Built(())

    follower = threading.Thread(target=follow, args=(lambda: [watched], lambda _: [], settled, live, stopped))
    follower.start()
    try:
        assert again.wait(timeout=10)
    finally:
        stopped.set()
        follower.join(timeout=10)
        live.stop()
    assert builds == [True, False], "once: what cannot be made need not be tried for ever"


def test_a_browser_that_leaves_is_nothing_to_tell(site: LiveSite, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection(site.address.removeprefix("http://").rstrip("/").split(":")) as left:
        # Closed with the answer unread and a timer of nought, the connection is reset and not ended.
        left.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        left.sendall(b"GET /")
    read(f"{site.address}index.html")
    assert capsys.readouterr().err == ""


def test_a_page_without_an_end_gets_the_script_too() -> None:
    assert with_live_script(b"<p>a").endswith(b"</script>")
