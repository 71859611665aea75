"""The pictures of docs/web.md: every kind of page at three widths, light and dark.

``python docs/make_pictures.py [SITE]`` opens the pages of a built site (out/web, or SITE) in Chromium
and writes docs/pictures/*.png with few colours, so that they stay small.
"""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).parent / "pictures"
WIDTHS = {"wide": (1360, 900), "tablet": (1024, 900), "phone": (390, 844)}
LIMIT = 100_000
EXACT = 10

# name → (address, what has to be there before its picture is taken)
PAGES: dict[str, tuple[str, str]] = {
    "home": ("index.html", ""),
    "memorandum": ("documents/gauge-seven-visit-1979-08-03.html", ""),
    "telegram": ("documents/1979MOSCOW02204.html?view=both", ""),
    "catalogue": ("documents/selenga-commission-collection.html", ""),
    "register": ("people.html", ""),
    "calendar": ("calendar.html", ""),
    "map": ("map.html", ""),
    "network": ("network.html", ""),
    "terms": ("terms.html", ""),
    "search": ("search.html?q=dredger", ".results > li"),
    "about": ("about.html", ""),
}


def picture(page: Any, address: str, ready: str) -> bytes:
    """Return the page as a reader sees it first, as PNG."""
    page.goto(address)
    if ready:
        page.locator(ready).first.wait_for(timeout=20_000)
    # The second time the faces are at hand, also those that are drawn at once or not at all.
    page.evaluate("document.fonts.ready")
    page.reload()
    if ready:
        page.locator(ready).first.wait_for(timeout=20_000)
    page.evaluate("document.fonts.ready")
    return bytes(page.screenshot())


def small(shot: Image.Image) -> bytes:
    """Return a picture as PNG with as many colours as the limit allows.

    Paper and ink, which most of it is, keep their exact colours; of the others the rare accent keeps its
    own: coverage counts, not how often a colour is used.
    """
    counted: list[tuple[int, Any]] = shot.getcolors(shot.width * shot.height) or []
    exact = [colour for _, colour in sorted(counted, reverse=True)[:EXACT]]
    for colours in (128, 96, 64, 48, 32, 16):
        covering = shot.quantize(colours - len(exact), method=Image.Quantize.MAXCOVERAGE).getpalette() or []
        palette = Image.new("P", (1, 1))
        palette.putpalette([*(part for colour in exact for part in colour), *covering])
        out = io.BytesIO()
        shot.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LIMIT:
            break
    return out.getvalue()


def beside(shots: list[bytes]) -> bytes:
    """Return the pictures of one page side by side, at the height of the first."""
    opened = [Image.open(io.BytesIO(shot)).convert("RGB") for shot in shots]
    height = 500
    scaled = [
        one.resize((round(one.width * height / one.height), height), Image.Resampling.LANCZOS)
        for one in opened
    ]
    width = sum(one.width for one in scaled) + 16 * (len(scaled) - 1)
    sheet = Image.new("RGB", (width, height), (128, 124, 118))
    left = 0
    for one in scaled:
        sheet.paste(one, (left, 0))
        left += one.width + 16
    return small(sheet)


def main() -> None:
    """Write the pictures."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent / "out" / "web").resolve()
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (path, ready) in PAGES.items():
            shots: dict[tuple[str, str], bytes] = {}
            for scheme in ("light", "dark"):
                context = browser.new_context(color_scheme="light" if scheme == "light" else "dark")
                page = context.new_page()
                for width, (across, down) in WIDTHS.items():
                    page.set_viewport_size({"width": across, "height": down})
                    shots[width, scheme] = picture(page, f"{site.as_uri()}/{path}", ready)
                context.close()
            for scheme in ("light", "dark"):
                (PICTURES / f"web-{name}-{scheme}.png").write_bytes(
                    beside([shots[width, scheme] for width in WIDTHS])
                )
        # The picture of the README: the card above, the translator's notes below.
        page = browser.new_page(viewport={"width": 900, "height": 1420})
        shot = picture(page, f"{site.as_uri()}/{PAGES['memorandum'][0]}", "")
        (PICTURES / "memorandum.png").write_bytes(small(Image.open(io.BytesIO(shot)).convert("RGB")))
        browser.close()


if __name__ == "__main__":
    main()
