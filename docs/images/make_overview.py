"""Makes overview.jpg, the picture at the top of the README, from a site that was built.

    python3 tasks.py build
    .venv/bin/python docs/images/make_overview.py

It takes real screenshots, so that the README never shows what the product does not do. It needs the
test packages (`python3 tasks.py lint` installs them) and a Chromium or Chrome on the path.
"""

from __future__ import annotations

import argparse
import io
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
TARGET = Path(__file__).with_name("overview.jpg")
MOST_BYTES = 350_000

ARTICLE = "articles/home-blood-pressure/"
GRAPHICS = ("notices/thanksgiving-hours", "questions/flu-shot-cause-flu", "articles/prevent-falls")

PAPER, LINE = "#F1E9DC", "#DDD2C0"
MARGIN, GAP = 64, 36
DESKTOP, DESKTOP_WIDTH = (1280, 890), 1080
PHONE, PHONE_WIDTH = (390, 910), 384
NOW = "2026-11-23T15:00:00Z"
"""The demonstration's own day, in opening hours: the page tells whether the practice is open."""

BROWSERS = ("chromium", "google-chrome", "chrome", "microsoft-edge")
OPTIONS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line in the terminal for each."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which `site` can be read on this machine while the block runs."""
    handler = partial(QuietHandler, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def screenshot(browser: Browser, address: str, size: tuple[int, int], width: int) -> Image.Image:
    """The first screen of a page at a window's size, as a picture `width` pixels wide."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]}, device_scale_factor=2, color_scheme="light"
    )
    page.clock.set_fixed_time(NOW)
    page.goto(address, wait_until="networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return picture.resize((width, round(width * size[1] / size[0])), Image.Resampling.LANCZOS)


def mask(size: tuple[int, int], radius: int) -> Image.Image:
    """A rounded rectangle, smooth at its corners."""
    large = Image.new("L", (size[0] * 4, size[1] * 4))
    box = (0, 0, size[0] * 4 - 1, size[1] * 4 - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, radius * 4, fill=255)
    return large.resize(size, Image.Resampling.LANCZOS)


def lay(canvas: Image.Image, picture: Image.Image, at: tuple[int, int], radius: int) -> None:
    """Put a picture on the paper: rounded, with a thin edge and a soft shadow."""
    form = mask(picture.size, radius)
    shadow = Image.new("L", canvas.size)
    shadow.paste(form.point(lambda value: value // 6), (at[0], at[1] + 10))
    shadow = shadow.filter(ImageFilter.GaussianBlur(16))
    canvas.paste("#3B2F1E", (0, 0), shadow)
    edge = mask((picture.width + 2, picture.height + 2), radius + 1)
    canvas.paste(LINE, (at[0] - 1, at[1] - 1), edge)
    canvas.paste(picture, at, form)


def in_phone(screen: Image.Image) -> Image.Image:
    """A screen with the dark edge of a phone around it."""
    edge = 9
    size = (screen.width + 2 * edge, screen.height + 2 * edge)
    phone = Image.new("RGB", size, "#1B232B")
    phone.paste(screen, (edge, edge), mask(screen.size, 30))
    return phone


def compose(home: Image.Image, article: Image.Image, squares: list[Image.Image]) -> Image.Image:
    """Home page and graphics on the left, the phone on the right."""
    phone = in_phone(article)
    side = (home.width - 2 * GAP) // 3
    height = home.height + GAP + side
    size = (home.width + GAP + phone.width + 2 * MARGIN, height + 2 * MARGIN)
    canvas = Image.new("RGB", size, PAPER)
    lay(canvas, home, (MARGIN, MARGIN), 14)
    for number, square in enumerate(squares):
        small = square.resize((side, side), Image.Resampling.LANCZOS)
        lay(canvas, small, (MARGIN + number * (side + GAP), MARGIN + home.height + GAP), 10)
    lay(canvas, phone, (MARGIN + home.width + GAP, MARGIN + (height - phone.height) // 2), 38)
    return canvas


def as_jpeg(picture: Image.Image) -> bytes:
    """The picture at the best quality that keeps it light enough for a README."""
    for quality in range(90, 50, -4):
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
        if buffer.tell() <= MOST_BYTES:
            return buffer.getvalue()
    raise SystemExit(f"The picture stays above {MOST_BYTES:,} bytes.")


def main() -> None:
    """Take the screenshots, compose them, write the file."""
    parser = argparse.ArgumentParser(description="Make docs/images/overview.jpg.")
    parser.add_argument("--site", type=Path, default=ROOT / "output", help="the built site")
    site: Path = parser.parse_args().site
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(OPTIONS))
        home = screenshot(browser, address, DESKTOP, DESKTOP_WIDTH)
        article = screenshot(browser, address + ARTICLE, PHONE, PHONE_WIDTH)
        browser.close()
    squares = [
        Image.open(site / "share" / graphic.partition("/")[2] / "square.jpg")
        for graphic in GRAPHICS
    ]
    TARGET.write_bytes(as_jpeg(compose(home, article, squares)))


if __name__ == "__main__":
    main()
