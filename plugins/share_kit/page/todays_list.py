"""The list on top: what goes out today, what to look at, what is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.practice.amounts import counted
from plugins.practice.dates import weekday_and_day
from plugins.practice.posts import State
from plugins.practice.problems import Problem, blocked_files
from plugins.share_kit.frame import LANG
from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.network_shares import Image
from plugins.share_kit.page.days import day_in_week, moment, month_name
from plugins.share_kit.page.due import Item, due_items, material_lasts
from plugins.share_kit.page.post_cards import PostCard
from plugins.share_kit.page.share_rows import OUT, ShareRow
from plugins.share_kit.posting import Posting
from plugins.share_kit.take_downs import OUT as IS_OUT
from plugins.share_kit.take_downs import TakeDown

_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Loose:
    """A post that found no time in the plan."""

    title: str
    lang: str
    is_foreign: bool
    href: str
    kind: str
    picture: Image | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaysList:
    """What an hour of today goes into."""

    day: str
    """"Monday, November 23"."""
    month: str
    """"Nov"."""
    number: int
    told: str
    """"1 post goes out, 2 things to look at, 1 due"."""
    built: str
    """The same as YYYY-MM-DD, for the browser to compare; "" where the day is made up."""
    out: tuple[ShareRow, ...]
    urgent: tuple[Loose, ...]
    """To be shared by hand today: nothing else will."""
    next: str
    """When something goes out next: "Wed, Nov 25, 12:15 PM"."""
    look_at: tuple[Item, ...]
    due: tuple[Item, ...]
    lasts: str
    is_known: bool
    """Whether it is known what tools were given."""


def todays_list(
    rows: Sequence[ShareRow],
    cards: Mapping[str, PostCard],
    posts: Sequence[KitPost],
    downs: Sequence[TakeDown],
    problems: Sequence[Problem],
    posting: Posting,
) -> TodaysList:
    """The list of `posting.today`; `rows` are all that was and will be shared, `cards`
    those of the posts by uid."""
    today = posting.today
    later = next((row for row in rows if row.at.date() > today), None)
    out = tuple(row for row in rows if row.at.date() == today)
    urgent = tuple(loose(posting, cards, urgent=True))
    look_at = (*_went_out(rows, today), *_to_take_down(downs), *_held(posts, problems))
    due = due_items(posts, problems, posting)
    return TodaysList(
        day=weekday_and_day(today, LANG),
        month=month_name(today),
        number=today.day,
        told=_told(len(out) + len(urgent), len(look_at), len(due)),
        built="" if posting.practice.is_demonstration else today.isoformat(),
        out=out,
        urgent=urgent,
        next=moment(later.at) if later else "",
        look_at=look_at,
        due=due,
        lasts=material_lasts(posting),
        is_known=posting.handed_over is not None,
    )


def _told(out: int, look_at: int, due: int) -> str:
    told = [f"{counted(out, 'post')} to go out"] if out else []
    told += [f"{counted(look_at, 'thing')} to look at"] if look_at else []
    told += [f"{due} due"] if due else []
    return ", ".join(told) if told else "Nothing to do. Enjoy the quiet."


def loose(posting: Posting, cards: Mapping[str, PostCard], *, urgent: bool) -> Iterator[Loose]:
    """What found no time in the plan, and why."""
    for one in posting.plan.unplanned:
        if one.urgent is urgent:
            post = one.shared.post
            why = one.why[:1].upper() + one.why[1:]
            card = cards.get(post.uid)
            yield Loose(
                title=post.title,
                lang=post.lang,
                is_foreign=post.lang != posting.practice.lang,
                href=f"#post-{post.uid}",
                kind=post.kind.capitalize(),
                picture=card.picture if card else None,
                why=f"{why}.",
            )


def _last_workday(today: date) -> date:
    """Since when nobody may have looked: Friday, on a Monday."""
    day = today - timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day -= timedelta(days=1)
    return day


def _went_out(rows: Sequence[ShareRow], today: date) -> Iterator[Item]:
    since = _last_workday(today)
    for row in rows:
        parts = row.parts_in(OUT)
        if since <= row.at.date() < today and parts:
            networks = counted(sum(len(part.chips) for part in parts), "network")
            yield Item(
                what=row.title,
                lang=row.lang,
                detail=f"Went out on {day_in_week(row.at.date())} on {networks}. Does it look "
                "right, and has somebody asked something?",
                href=row.href,
            )


def _to_take_down(downs: Sequence[TakeDown]) -> Iterator[Item]:
    for down in downs:
        if down.copies:
            out = sum(copy.state == IS_OUT for copy in down.copies)
            told = [f"{down.waiting} not out yet"] if down.waiting else []
            told += [f"{out} out already"] if out else []
            copies = counted(len(down.copies), "copy", "copies")
            yield _urgent(down, f"{copies}: {', '.join(told)}.")
        elif down.source:
            yield _urgent(down, "No tool was given it. Where you shared it, post the correction.")


def _urgent(down: TakeDown, detail: str) -> Item:
    return Item(
        what=f"Take down: {down.title}",
        detail=detail,
        href=f"#down-{down.uid}",
        is_urgent=True,
        uid=down.uid,
    )


def _held(posts: Sequence[KitPost], problems: Sequence[Problem]) -> Iterator[Item]:
    """Files that cannot go out as they are."""
    held = sum(post.state is State.HELD for post in posts)
    others = len(blocked_files(problems) - {post.post.file for post in posts})
    if held:
        what = f"{counted(held, 'post')} {'is' if held == 1 else 'are'} held back"
        yield Item(what=what, detail="Something in it is missing or wrong.", href="#needs-work")
    if others:
        what = (
            "1 other file has a problem" if others == 1 else f"{others} other files have problems"
        )
        yield Item(what=what, detail="It keeps something from going out.", href="#files")
