"""Engines that only draw while they build a site: small sites, with pictures and without."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from benchmarks.graphics.texts import Words
from benchmarks.installing import CACHE
from benchmarks.measuring import NotMeasuredError, run

PEERS = Path(__file__).parent / "peers"
FEW = 20
"""Posts of the small sites: what starting up costs is in these too, and falls out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """How one program is given a site. Paths are inside the site's folder."""

    posts: str
    """The folder of the posts."""
    post: Callable[[Words], str]
    """A post as the program reads it."""
    command: tuple[str, ...]
    """What builds the site; the first word is a file in the peer's folder."""
    pictures: str
    """Where the pictures come out, as a glob."""
    fonts: Mapping[str, str]
    """Where the program looks for a font file, by weight."""
    base: str = ""
    """Where it looks for the picture with what all cards share, without its ending; empty: it
    needs none."""
    prefix: str = ""
    """What stands before the variables CARDS ("true" or "false") and FORMAT ("png" or "jpg")."""


def _front_matter(words: Words) -> str:
    title, summary = (json.dumps(text, ensure_ascii=False) for text in (words.title, words.summary))
    return f"---\ntitle: {title}\ndescription: {summary}\n---\n\n{words.summary}\n"


def _metadata(words: Words) -> str:
    """Pelican's. The lines of the card are broken here, which costs the plugin nothing."""
    lines = [*textwrap.wrap(words.title, 40), " ", *textwrap.wrap(words.summary, 44)]
    card = r"\n".join(lines)
    head = f"Title: {words.title}\nDate: 2026-11-21\nSummary: {words.summary}"
    return f"{head}\nog_image_text: {card}\n\n{words.summary}\n"


_BESIDE = {"bold": "bold.ttf", "regular": "regular.ttf"}

SITES: dict[str, Site] = {
    "social_cards": Site(
        posts="content/posts",
        post=_metadata,
        command=("venv/bin/pelican", "-s", "pelicanconf.py", "--fatal", "errors"),
        pictures="content/social-cards/*",
        fonts=_BESIDE,
        base="base",
    ),
    "hugo": Site(
        posts="content/posts",
        post=_front_matter,
        command=("venv/bin/hugo", "--quiet"),
        pictures="public/**/base*",
        fonts={"bold": "assets/bold.ttf", "regular": "assets/regular.ttf"},
        base="assets/base",
        prefix="HUGO_PARAMS_",
    ),
    "mkdocs_material": Site(
        posts="docs",
        post=_front_matter,
        command=("venv/bin/mkdocs", "build", "--quiet"),
        pictures="site/assets/images/social/*.png",
        # Fonts that lie in its cache are not fetched from Google.
        fonts={
            "bold": ".cache/plugin/social/fonts/Source Sans 3/Bold.ttf",
            "regular": ".cache/plugin/social/fonts/Source Sans 3/Regular.ttf",
        },
    ),
    "eleventy": Site(
        posts="posts",
        post=_front_matter,
        command=("node_modules/.bin/eleventy", "--quiet"),
        pictures="_site/og-images/*",
        fonts=_BESIDE,
    ),
}


def cost_of_a_card(
    peer: str, posts: Sequence[Words], fonts: Mapping[str, Path], picture: str
) -> tuple[float, list[float]]:
    """CPU milliseconds a card, and the bytes of each: many posts against few, pictures on and off.

    Reading and printing the pages, starting up and opening the fonts fall out by subtraction.
    `picture` is "png" or "jpg".
    """
    many = len(posts)
    spent: dict[tuple[int, bool], float] = {}
    sizes: list[float] = []
    for count in (FEW, many):
        for cards in (False, True):
            folder = write_site(peer, posts[:count], fonts)
            spent[count, cards] = build_site(peer, folder, picture, cards=cards)
            sizes = [file.stat().st_size for file in folder.glob(SITES[peer].pictures)]
            if len(sizes) != cards * count:
                raise NotMeasuredError(f"drew {len(sizes)} pictures for {count} posts")
    extra = {count: spent[count, True] - spent[count, False] for count in (FEW, many)}
    return 1000 * (extra[many] - extra[FEW]) / (many - FEW), sizes


def build_site(peer: str, folder: Path, picture: str, *, cards: bool) -> float:
    """CPU seconds of one build."""
    site = SITES[peer]
    program, *arguments = site.command
    choice = {f"{site.prefix}CARDS": str(cards).lower(), f"{site.prefix}FORMAT": picture}
    return run([CACHE / peer / program, *arguments], folder, choice).cpu


def write_site(peer: str, posts: Sequence[Words], fonts: Mapping[str, Path]) -> Path:
    """A site of these posts in the peer's folder, as new: no cache of an earlier build."""
    site, folder = SITES[peer], CACHE / peer / "site"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(PEERS / peer / "site", folder)
    (folder / site.posts).mkdir(parents=True)
    for number, words in enumerate(posts):
        (folder / site.posts / f"post-{number}.md").write_text(site.post(words), encoding="utf-8")
    for weight, place in site.fonts.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(fonts[weight], folder / place)
    if site.base:
        _draw_base(folder / site.base, posts[0].practice, fonts["bold"])
    return folder


def _draw_base(file: Path, practice: str, font: Path) -> None:
    """The ground and the practice's name, in both formats."""
    canvas = Image.new("RGB", (1200, 630), "#f7f4ee")
    pen = ImageDraw.Draw(canvas)
    pen.text((80, 560), practice, "#0f3d4c", ImageFont.truetype(str(font), 28))
    for ending in (".png", ".jpg"):
        canvas.save(file.with_suffix(ending), quality=90)
