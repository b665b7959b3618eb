"""The page that the person who posts opens from the folder: no server, no request to anywhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.networks.table import NETWORKS
from plugins.practice.colours import mix
from plugins.practice.dates import long_day
from plugins.practice.looks import Look, look_of
from plugins.practice.problems import Problem
from plugins.share_graphics.colours import readable, schemes
from plugins.share_kit.cards import PostCard, post_card
from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.network_shares import Kit

_FOLDER = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Posts that are in the same place on their way."""

    id: str
    title: str
    about: str
    posts: tuple[PostCard, ...]


_GROUPS = (
    ("ready", "Ready to share", "Newest first."),
    ("scheduled", "Scheduled", "Their pages are not up yet: post these from their day on."),
    ("needs-work", "Held or draft: what is missing", "Nothing of these is public."),
    ("over", "Over", "Notices and events that have passed."),
)


def kit_page(
    posts: Sequence[KitPost], problems: Sequence[Problem], *, kit: Kit, today: date, font: bytes
) -> bytes:
    """`index.html` of the kit, from posts newest first and problems worst first."""
    cards = [post_card(post, _of_file(problems, post.post.file), kit, today) for post in posts]
    known = {post.post.file for post in posts}
    groups = tuple(
        _Group(id=id_, title=title, about=about, posts=tuple(c for c in cards if c.group == id_))
        for id_, title, about in _GROUPS
    )
    script = (_FOLDER / "kit.js").read_text(encoding="utf-8")
    page = (
        _environment()
        .get_template("index.html")
        .render(
            practice=kit.practice,
            day=long_day(today, "en"),
            groups=groups,
            networks=_networks(cards),
            files=_by_file([problem for problem in problems if problem.file not in known]),
            colours=_colours(look_of(kit.practice.brand)),
            font=b64encode(font).decode(),
            script=script,
            script_hash=b64encode(sha256(script.encode()).digest()).decode(),
        )
    )
    return page.encode(errors="replace")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _of_file(problems: Sequence[Problem], file: str) -> list[Problem]:
    return [problem for problem in problems if problem.file == file]


def _by_file(problems: Sequence[Problem]) -> dict[str, list[Problem]]:
    """The problems by file, the files in the order of their worst problem."""
    return {problem.file: _of_file(problems, problem.file) for problem in problems}


def _networks(cards: Sequence[PostCard]) -> Mapping[str, str]:
    """The networks that something is shared on, by name, in the order of the table."""
    used = {card.share.network.name for post in cards for card in post.shares}
    return {name: network.label for name, network in NETWORKS.items() if name in used}


def _colours(look: Look) -> Mapping[str, str]:
    """The look's colours, each text colour readable on every ground that it stands on."""
    brand = schemes(look)["brand"]
    return {
        "paper": look.paper,
        "surface": look.surface,
        "ink": look.ink,
        "muted": readable(look.tint, (look.muted, look.ink)),
        "brand": brand.ground,
        "on-brand": brand.title,
        "link": readable(look.tint, (look.brand, look.ink)),
        "tint": look.tint,
        "accent": look.accent,
        "alert": readable(look.paper, (look.alert, look.ink)),
        "line": mix(look.ink, look.paper, 0.86),
        "edge": mix(look.ink, look.paper, 0.46),
    }
