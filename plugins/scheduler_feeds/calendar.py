"""The plan as a calendar (RFC 5545), for the one that the practice looks at anyway."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from plugins.editorial_review.freshness.due import Due, Sort
from plugins.networks.own_networks import networks_of
from plugins.practice.addresses import host
from plugins.practice.amounts import counted
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.feeds.valid_text import valid_line, valid_text
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare, PostingPlan

_LASTS = timedelta(minutes=15)
"""About as long as it takes to look whether a post went out, and to answer."""

_MOST_OCTETS = 75
"""Of a line (RFC 5545, 3.1)."""

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})

_TO_DO = (
    "Still to be handed over, or to be posted by hand: {}. The share kit has texts and pictures."
)
_DONE = "A scheduler was given it for: {}."
_SUMMARIES = {
    Sort.REVIEW: "Review: {}",
    Sort.PAGE: "Read the page again: {}",
    Sort.TRANSLATION: "Translate again: {}",
    Sort.CONSENT: "{} ends",
    Sort.WAIVER: "{} ends",
}
_LAST = "After today nothing new is left to share. Something should be written and approved by now."


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the calendar: a moment, or a whole day."""

    uid: str
    starts: datetime | date
    summary: str
    description: str
    url: str = ""


def calendar_of(plan: PostingPlan, *, practice: Practice, due: Sequence[Due], today: date) -> bytes:
    """The shares of the plan, what is `due` for the practice, and the day until which approved
    material lasts. The same plan on the same day gives the same bytes.

    What is late stands on `today`.
    """
    entries = [*_shares(plan, practice), *_due(due, today), *_end(plan, practice)]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Housecall//Posting plan//EN"]
    lines.append(f"X-WR-CALNAME:{_text(f'Sharing: {practice.short_name}')}")
    for entry in sorted(entries, key=lambda entry: (_start(entry), entry.uid)):
        lines += _lines(entry, today)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _shares(plan: PostingPlan, practice: Practice) -> Iterator[Entry]:
    labels = {name: network.label for name, network in networks_of(practice).items()}
    seen = Counter[str]()
    for share in plan.shares:
        uid = f"housecall-share-{share.shared.post.uid}-{share.turn}"
        seen[uid] += 1
        yield Entry(
            # One turn can have two times, when networks were handed over one after the other.
            uid=uid if seen[uid] == 1 else f"{uid}-{seen[uid]}",
            starts=share.at,
            summary=_summary(share, labels),
            description=_state(share, labels),
            url=share.shared.url,
        )


def _summary(share: PlannedShare, labels: Mapping[str, str]) -> str:
    networks = _named((*share.networks, *share.handed_over), labels)
    again = " again" if share.turn else ""
    return f"Share{again}: {share.shared.post.title} ({networks})"


def _state(share: PlannedShare, labels: Mapping[str, str]) -> str:
    to_do = [_TO_DO.format(_named(share.networks, labels))] if share.networks else []
    done = [_DONE.format(_named(share.handed_over, labels))] if share.handed_over else []
    return "\n".join((*to_do, *done, share.shared.url))


def _named(networks: Sequence[str], labels: Mapping[str, str]) -> str:
    return ", ".join(labels.get(name, name) for name in networks)


def _due(due: Sequence[Due], today: date) -> Iterator[Entry]:
    """One entry each; sources, of which many fall on one day, together."""
    sources = [item for item in due if item.sort is Sort.SOURCE]
    for day in sorted({max(item.day, today) for item in sources}):
        titles = [item.title for item in sources if max(item.day, today) == day]
        yield Entry(
            uid=f"housecall-sources-{day}",
            starts=day,
            summary=f"Read {counted(len(titles), 'source')} again",
            description="\n".join(titles),
        )
    for item in (item for item in due if item.sort is not Sort.SOURCE):
        late = f"It was due on {item.day}." if item.is_late(today) else ""
        left = f"{item.who} has left: it is for somebody else." if item.for_somebody_else else ""
        told = (item.to_do, late, left, f"Its file: {item.file}")
        yield Entry(
            uid=f"housecall-{item.key}",
            starts=max(item.day, today),
            summary=_SUMMARIES[item.sort].format(item.title),
            description="\n".join(filter(None, told)),
        )


def _end(plan: PostingPlan, practice: Practice) -> Iterator[Entry]:
    if plan.lasts_until:
        yield Entry(
            uid=f"housecall-lasts-until-{host(practice)}",
            starts=plan.lasts_until,
            summary="Approved material lasts until today",
            description=_LAST,
        )


def _lines(entry: Entry, today: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    if isinstance(entry.starts, datetime):
        yield f"DTSTART:{_utc(entry.starts)}"
        # Added in UTC: where clocks change, a quarter of an hour later may be another hour.
        yield f"DTEND:{_utc(entry.starts.astimezone(UTC) + _LASTS)}"
    else:
        yield f"DTSTART;VALUE=DATE:{_start(entry)}"
    yield f"SUMMARY:{_text(valid_line(entry.summary))}"
    yield f"DESCRIPTION:{_text(entry.description)}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "TRANSP:TRANSPARENT"  # it keeps nobody from an appointment
    yield "END:VEVENT"


def _start(entry: Entry) -> str:
    """As the calendar has it, which is also its order."""
    if isinstance(entry.starts, datetime):
        return _utc(entry.starts)
    return f"{entry.starts:%Y%m%d}"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    return valid_text(text).translate(_ESCAPES)


def _folded(line: str) -> str:
    """The line in pieces that are short enough, none of which cuts a character in two."""
    pieces, piece, octets = list[str](), "", 0
    for char in line:
        size = len(char.encode())
        if octets + size > _MOST_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece, octets = piece + char, octets + size
    return "\r\n".join((*pieces, piece))
