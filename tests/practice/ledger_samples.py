"""Rows and posts as the commands remember them, and a folder to read them from."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from plugins.practice.ledger_files import PUBLIC_FILE, SHARED_FILE, read_ledgers
from plugins.practice.ledgers import HandedOver, Ledgers, PublicPost
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice

ZONE = ZoneInfo("America/New_York")
PRACTICE = Practice(
    name="Creek Practice",
    short_name="Creek",
    site_url="https://www.example.org",
    languages=("en",),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
)


def row(number: int = 0, **fields: object) -> HandedOver:
    """A row as `export` remembers it."""
    values: dict[str, object] = {
        "uid": f"u{number:09}",
        "network": "facebook",
        "scheduler": "buffer",
        "week": "2026-W48",
        "file": "buffer/2026-W48-facebook.csv",
        "at": datetime(2026, 11, 25, 12, 15, tzinfo=ZONE),
        "on": date(2026, 11, 21),
        "kind": "article",
        "topics": ("heart", "sleep"),
        "lang": "en",
        "title": "Is 140 over 90 high?",
        "url": "https://www.example.org/articles/blood-pressure/",
        "text": "Two numbers.\n\n[[rows]]\nnetwork = 1\n# What they mean",
        "image": "https://www.example.org/share/blood-pressure/square.jpg",
    }
    return HandedOver(**{**values, **fields})  # type: ignore[arg-type]  # a sample's fields are right


def public_post(number: int = 0, **fields: object) -> PublicPost:
    """A post as `deploy` remembers it."""
    values: dict[str, object] = {
        "uid": f"u{number:09}",
        "kind": "question",
        "lang": "en",
        "file": "questions/salt.md",
        "title": "How much salt?",
        "date": datetime(2026, 11, 2, 9, 0, tzinfo=ZONE),
        "url": "https://www.example.org/questions/salt/",
        "since": date(2026, 11, 3),
    }
    return PublicPost(**{**values, **fields})  # type: ignore[arg-type]  # as above


def read(folder: Path, *, shared: str | None = None, public: str | None = None) -> Ledgers:
    """The ledgers with these texts; they must be sound. No file is written for an empty text, as no
    command writes one."""
    ledgers, problems = read_anything(folder, shared=shared or None, public=public or None)
    assert problems == []
    return ledgers


def read_anything(
    folder: Path, *, shared: str | bytes | None = None, public: str | bytes | None = None
) -> tuple[Ledgers, list[Problem]]:
    """The ledgers with these texts, sound or not."""
    for file, text in ((SHARED_FILE, shared), (PUBLIC_FILE, public)):
        if text is not None:
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_ledgers(folder, PRACTICE)


_NASTY = (
    '"""', "'''", '"', "\\", "\n", "\n\n", "\t", " ", "  \n", "#", "[[rows]]", "<<<<<<< HEAD\n",
    ">>>>>>> a\n", "=======\n", "]]>", "=1+1", "\U0001f469\U0001f3fd\u200d\u2695\ufe0f", "\u202e",
    "ألم في الصدر", "中文", "\u2028", "\ufeff", "\\u0041", "at = 1\n", "x" * 3000,
)  # fmt: skip
LINES = st.lists(st.one_of(st.sampled_from(_NASTY), st.text(max_size=20)), max_size=8).map(
    lambda parts: "".join(char for char in "".join(parts) if char in "\t\n" or char.isprintable())
)
"""Texts as a network may hold them, and some that nobody writes."""

MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(  # noqa: DTZ001  # made aware below
    lambda at: at.replace(tzinfo=UTC).astimezone(ZONE)
)
DAYS = st.dates(date(2000, 1, 1), date(2200, 1, 1))
SLUGS = st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True)

ROWS = st.builds(
    row,
    number=st.integers(0, 50),
    at=MOMENTS,
    on=DAYS,
    turn=st.integers(0, 2),
    network=st.sampled_from(("facebook", "x", "google_business")),
    topics=st.lists(SLUGS, max_size=3).map(tuple),
    hashtags=st.lists(LINES.filter(bool), max_size=3).map(tuple),
    title=LINES.filter(bool),
    **dict.fromkeys(("lang", "text", "headline", "link", "cta", "image", "alt", "board"), LINES),
)
MANY_ROWS = st.lists(ROWS, max_size=6, unique_by=lambda row: row.key)

POSTS = st.builds(
    public_post,
    number=st.integers(0, 50),
    kind=st.sampled_from(("article", "notice")),
    date=MOMENTS,
    since=DAYS,
    **{name: LINES.filter(bool) for name in ("title", "file", "lang")},
)
MANY_POSTS = st.lists(POSTS, max_size=6, unique_by=lambda post: post.uid)
