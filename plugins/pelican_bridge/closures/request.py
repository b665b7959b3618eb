"""What `close` is asked for, and at which minute."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from plugins.editorial_review.closures.asking import Asked
from plugins.pelican_bridge.commands import moment_chooser
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.practice.amounts import joined
from plugins.practice.settings import Practice

_EARLY = time(6)
"""When the demonstration practice closes: it has a day of its own, but no clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRequest:
    """What `close` was asked for; empty where nothing was typed."""

    content: Path
    output: Path
    kit: Path
    cache: Path
    reason: str = ""
    first: str = ""
    last: str = ""
    until: str = ""
    places: tuple[str, ...] = ()
    extend: bool = False
    reopen: bool = False
    cancel: bool = False
    notice: str = ""
    """Which closure is meant, where there are several: its file or its name."""
    to: str = ""
    """How it is put online: "folder", "rsync" or "pages"; empty: only built."""
    target: str = ""
    branch: str = "gh-pages"
    now: str = ""
    """Instead of the clock: "2026-11-24 06:05"."""

    @property
    def asked(self) -> Asked:
        """The days and places that were typed."""
        return Asked(first=self.first, last=self.last, until=self.until, places=self.places)


def action_of(request: CloseRequest) -> str:
    """The name of one of the four actions. WrongUseError: options that say nothing together."""
    chosen = [name for name in ("extend", "reopen", "cancel") if getattr(request, name)]
    if len(chosen) > 1:
        raise WrongUseError(f"Choose one of {joined([f'--{name}' for name in chosen])}.")
    action = chosen[0] if chosen else "close"
    for option, (value, actions) in _options(request).items():
        if value and action not in actions:
            raise WrongUseError(f"--{option} says nothing together with --{action}. Leave it out.")
    return action


def _options(request: CloseRequest) -> Mapping[str, tuple[object, tuple[str, ...]]]:
    """Each option, and with which actions it means something."""
    return {
        "from": (request.first, ("close",)),
        "place": (request.places, ("close",)),
        "to": (request.last, ("close", "extend")),
        "until": (request.until, ("close", "extend")),
        "notice": (request.notice, ("extend", "reopen", "cancel")),
    }


def moment_of(request: CloseRequest) -> Callable[[Practice], datetime]:
    """For which moment the site is built."""
    return (lambda practice: _clock(request.now, practice)) if request.now else moment_chooser("")


def now_of(request: CloseRequest, practice: Practice) -> datetime:
    """The minute at which it is typed."""
    if request.now:
        return _clock(request.now, practice)
    if "SOURCE_DATE_EPOCH" in os.environ or practice.demonstration_today:
        return datetime.combine(moment_chooser("")(practice).date(), _EARLY, practice.zone)
    return datetime.now(practice.zone).replace(second=0, microsecond=0)


def _clock(typed: str, practice: Practice) -> datetime:
    try:
        return datetime.fromisoformat(typed).replace(tzinfo=practice.zone)
    except ValueError:
        raise WrongUseError(f'"{typed}" is no moment. Write --now "2026-11-24 06:05".') from None
