"""The command `consents`: who may be shown, until when, and where it all stands."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from plugins.editorial_review.pictures.consent_listing import (
    ConsentUse,
    ListedConsent,
    list_consents,
)
from plugins.editorial_review.pictures.consent_states import (
    ConsentState,
    fault_of_id,
    told_id,
)
from plugins.pelican_bridge.command import command
from plugins.pelican_bridge.commands import CACHE, moment_chooser
from plugins.pelican_bridge.consent_uses import consent_uses
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.telling import tell_problems
from plugins.practice.amounts import counted
from plugins.practice.consent_rows import CONSENTS_FILE
from plugins.practice.dates import long_day
from plugins.practice.problems import worst_first
from plugins.practice.reading import read_content
from plugins.share_graphics.cache import GraphicCache

_STYLES = {ConsentState.LIVE: "green", ConsentState.SOON: "yellow"}
_LANG = "en"


@command
def consents(content: str, *, as_json: bool) -> int:
    """List every consent with what rests on it. 1 when something must be taken down."""
    console = Console()
    read, problems = read_content(Path(content))
    if read is None:
        tell_problems(console, worst_first(problems))
        return 1
    moment = moment_chooser("")(read.practice)
    plan = plan_build(read, moment, cache=GraphicCache(CACHE / "graphics"))
    listed = list_consents(read.review.consents, consent_uses(plan), plan.today)
    own = [problem for problem in plan.problems if problem.file == CONSENTS_FILE]
    if as_json:
        print(json.dumps([c.as_row() for c in listed], ensure_ascii=False, indent=2))  # noqa: T201  # for programs: no colours, no folding
    else:
        tell_problems(console, own)
        _tell(console, listed)
    return int(any(c.must_come_down for c in listed) or any(p.blocks for p in own))


def _tell(console: Console, listed: Sequence[ListedConsent]) -> None:
    for consent in listed:
        for line in _lines(consent):
            console.print(line, highlight=False, soft_wrap=True)
    down = sum(consent.must_come_down for consent in listed)
    told = f"{counted(len(listed), 'consent')}, {down} with something to take down."
    console.print(f"\n{told}", highlight=False)
    console.print(f"A fresh id for the next record: {_fresh_id()}", highlight=False)


def _fresh_id() -> str:
    """One that nobody takes for initials or for the number of a chart."""
    while fault_of_id(made := f"c-{secrets.token_hex(4)}"):
        pass
    return made


def _lines(listed: ListedConsent) -> Iterator[str]:
    style = _STYLES.get(listed.state, "bold red") if listed.state else "bold red"
    state = listed.state.value if listed.state else "no such record in consents.toml"
    yield f"\n[{style}]{state}[/] [bold]{escape(told_id(listed.id))}[/] {_about(listed)}"
    if not listed.uses:
        yield "  nothing rests on it"
    elif listed.must_come_down:
        yield "  [bold]Take down, everywhere:[/]"
    for use in listed.uses:
        yield from _use_lines(use)


def _about(listed: ListedConsent) -> str:
    record = listed.record
    if record is None:
        return ""
    days = f"signed {long_day(record.signed, _LANG)}, expires {long_day(record.expires, _LANG)}"
    if record.revoked:
        days = f"{days}, revoked {long_day(record.revoked, _LANG)}"
    return escape(f"{record.kind}: {listed.scope} ({', '.join(record.channels)}; {days})")


def _use_lines(use: ConsentUse) -> Iterator[str]:
    online = ", online when last deployed" if use.is_online else ""
    yield f"  [bold]{escape(use.title)}[/]  {escape(use.file)} ({use.state}{online})"
    yield from _list("page", [use.page])
    yield from _list("pictures", use.pictures)
    yield from _list("feeds", use.feeds)
    yield from _list("texts for", [", ".join(use.networks)] if use.networks else [])
    yield from _list("given to", [f"{c.scheduler}: {c.network}, {c.at}" for c in use.copies])


def _list(label: str, items: Iterable[str]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield f"    {'' if number else label:<10}{escape(item)}"
