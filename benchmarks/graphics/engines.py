"""The other engines: one row each, with how they are asked and what they can do."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import __version__ as pillow_version

from benchmarks.graphics.sites import FEW, PEERS, SITES, cost_of_a_card
from benchmarks.graphics.texts import Words
from benchmarks.installing import CACHE, install, version_of
from benchmarks.measuring import NotMeasuredError, run

FONTS = Path(__file__).parents[2] / "plugins" / "share_graphics" / "fonts"
LATIN = {weight: FONTS / f"source-sans-3-{weight}.ttf" for weight in ("bold", "regular")}
ARABIC = {weight: FONTS / f"noto-sans-arabic-{weight}.ttf" for weight in ("bold", "regular")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """One way to draw a card. What `wraps` and `arabic` say was seen on its pictures."""

    peer: str
    """Its folder in `peers/`."""
    name: str
    packages: tuple[str, ...]
    """The packages that do the work; their versions are shown."""
    picture: str = "png"
    wraps: str
    """Whether it breaks lines by their width."""
    arabic: str
    """Whether Arabic letters are joined and run from right to left."""
    shapes: bool
    """Whether it shapes text at all: such an engine does the work that ours does."""
    bar: float = 1.0
    """How many times as long as ours it is to take at least."""

    @property
    def label(self) -> str:
        """Its name with its format, which no two have alike."""
        return f"{self.name} ({self.picture})"


_BY_FRIBIDI = "with the system’s FriBiDi"

ENGINES: tuple[Engine, ...] = (
    Engine(
        peer="takumi", name="takumi", packages=("@takumi-rs/core",),
        wraps="yes", arabic="yes", shapes=True,
    ),
    Engine(
        peer="social_cards", name="pelican-social-cards", packages=("pelican-social-cards",),
        picture="jpg", wraps="no, by characters", arabic=_BY_FRIBIDI, shapes=True,
    ),
    Engine(
        peer="social_cards", name="pelican-social-cards", packages=("pelican-social-cards",),
        wraps="no, by characters", arabic=_BY_FRIBIDI, shapes=True,
    ),
    Engine(
        peer="pillow", name="plain Pillow", packages=(),
        wraps="by hand", arabic=_BY_FRIBIDI, shapes=True,
    ),
    Engine(
        peer="satori", name="satori with resvg-js", packages=("satori", "@resvg/resvg-js"),
        wraps="yes", arabic="no, dots out of place", shapes=True,
    ),
    Engine(
        peer="mkdocs_material", name="mkdocs-material, social plugin",
        packages=("mkdocs-material",), wraps="yes, cut at 3 lines", arabic=_BY_FRIBIDI,
        shapes=True, bar=8.0,
    ),
    Engine(
        peer="hugo", name="Hugo, images.Text", packages=("hugo",), picture="jpg",
        wraps="yes", arabic="no, letters apart", shapes=False, bar=8.0,
    ),
    Engine(
        peer="hugo", name="Hugo, images.Text", packages=("hugo",),
        wraps="yes", arabic="no, letters apart", shapes=False, bar=8.0,
    ),
    Engine(
        peer="eleventy", name="Eleventy, og-image", packages=("eleventy-plugin-og-image",),
        wraps="yes", arabic="no, it stops", shapes=True, bar=8.0,
    ),
)  # fmt: skip


def prepare(engine: Engine) -> str:
    """Installs the engine; its versions. Raises NotMeasuredError where it cannot be had."""
    if engine.peer == "pillow":
        return pillow_version
    folder = PEERS / engine.peer
    install(folder)
    return ", ".join(version_of(folder, package) for package in engine.packages)


def draw_cards(engine: Engine, posts: Sequence[Words]) -> tuple[list[float], list[float]]:
    """CPU milliseconds of cards, one each or one for all, and the bytes of each."""
    prepare(engine)
    if engine.peer in SITES:
        spent, sizes = cost_of_a_card(engine.peer, posts, LATIN, engine.picture)
        return [spent], sizes
    measured = run_job(engine.peer, posts, LATIN)
    return measured["cpu_ms"][FEW:], measured["bytes"][FEW:]


def run_job(
    peer: str, posts: Sequence[Words], fonts: Mapping[str, Path], keep: Path | None = None
) -> dict[str, list[float]]:
    """What a program that only draws prints: `cpu_ms` and `bytes` by post."""
    job = {
        "posts": [asdict(words) for words in posts],
        "fonts": {weight: str(file) for weight, file in fonts.items()},
        "keep": str(keep) if keep else "",
    }
    CACHE.mkdir(parents=True, exist_ok=True)
    file = CACHE / f"{peer}.json"
    file.write_text(json.dumps(job), encoding="utf-8")
    program: dict[str, list[str | Path]] = {"pillow": [sys.executable, PEERS / "pillow/cards.py"]}
    command = program.get(peer, ["node", CACHE / peer / "cards.mjs"])
    try:
        printed = json.loads(run([*command, file], CACHE).printed.splitlines()[-1])
    except (ValueError, IndexError) as error:
        raise NotMeasuredError("it printed no figures") from error
    return {name: list(printed[name]) for name in ("cpu_ms", "bytes")}
