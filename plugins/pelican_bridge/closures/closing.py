"""`close --reason weather --until 12:00`: a closure online in a minute, in words that two people
approved beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from rich.console import Console

from plugins.pelican_bridge.build import BuildRequest, BuildResult, build_site
from plugins.pelican_bridge.closures.changes import (
    Change,
    changed_notice,
    ended_notice,
    new_closure,
)
from plugins.pelican_bridge.closures.ground import Ground, ground_of, plan_again
from plugins.pelican_bridge.closures.in_force import open_closures
from plugins.pelican_bridge.closures.report import (
    tell_built,
    tell_closure,
    tell_ground,
    tell_not_published,
)
from plugins.pelican_bridge.closures.request import CloseRequest, action_of, moment_of, now_of
from plugins.pelican_bridge.command import command
from plugins.pelican_bridge.commands import bring_online
from plugins.pelican_bridge.deploying import Carrier, carrier, refuse_unfit
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.planned import BuildPlan
from plugins.pelican_bridge.report import progress_on
from plugins.pelican_bridge.withdrawing import take_back
from plugins.pelican_bridge.workers import SpareProcesses
from plugins.practice.ledger_files import PUBLIC_FILE
from plugins.practice.posts import Notice, State
from plugins.practice.whole_files import replace_whole

_MISTAKE = "It was a mistake: we are open"
_SHOWN = frozenset({State.PUBLISHED, State.SCHEDULED})


@command
def close(request: CloseRequest) -> int:
    """Publish a closure, or change the one in force. 1 when it is not published."""
    console = Console()
    carry = carrier(request.to, request.target, request.branch) if request.to else None
    act = _ACTIONS[action_of(request)]
    with ground_of(request.content, moment_of(request), request.cache) as ground:
        tell_ground(console, ground)
        if carry:
            refuse_unfit(ground.content.practice)
        change = act(request, ground, now_of(request, ground.content.practice))
        with _written(change, ground) as plan:
            if _is_unfit(change, plan):
                tell_not_published(console, change, plan)
                raise WrongUseError("The notice cannot go out; nothing was written.")
        _keep(change, ground, request.content)
        tell_closure(console, change, plan, request.kit)
        return _build(request, ground, carry)


def _close(request: CloseRequest, ground: Ground, now: datetime) -> Change:
    return new_closure(request.reason.strip(), request.asked, ground, now)


def _extend(request: CloseRequest, ground: Ground, now: datetime) -> Change:
    return changed_notice(_meant(request, ground, now), request.asked, ground, now)


def _reopen(request: CloseRequest, ground: Ground, now: datetime) -> Change:
    return ended_notice(_meant(request, ground, now), ground, now)


def _cancel(request: CloseRequest, ground: Ground, now: datetime) -> Change:
    """The notice is withdrawn, as `withdraw` does it; translations go with it."""
    notice = _meant(request, ground, now)
    why = request.reason or _MISTAKE
    for folder in {ground.folder, request.content}:
        if (folder / notice.file).is_file():
            take_back(folder, ground.content, notice.file, why, now.date())
    return Change(files={}, notice=notice.file, is_cancelled=True)


_ACTIONS: Mapping[str, Callable[[CloseRequest, Ground, datetime], Change]] = {
    "close": _close,
    "extend": _extend,
    "reopen": _reopen,
    "cancel": _cancel,
}


def _meant(request: CloseRequest, ground: Ground, now: datetime) -> Notice:
    """The closure that is to be changed. WrongUseError: there is none, or several."""
    there = open_closures(ground, now)
    wanted = request.notice.strip().removesuffix("/").rpartition("/")[2].removesuffix(".md")
    found = [n for n in there if not wanted or wanted in (n.slug, n.uid)]
    if len(found) == 1:
        return found[0]
    if not there:
        raise WrongUseError("No closure is in force. To close:  close --reason weather")
    names = ", ".join(f'--notice {n.slug} ("{n.title}")' for n in there)
    told = "There are several closures" if not wanted else f'None of the closures is "{wanted}"'
    raise WrongUseError(f"{told}. Say which one: {names}.")


@contextmanager
def _written(change: Change, ground: Ground) -> Iterator[BuildPlan]:
    """The plan with the change written. Where the block fails, all is as it was."""
    paths = {ground.folder / file: data for file, data in change.files.items()}
    before = {path: path.read_bytes() if path.is_file() else None for path in paths}
    try:
        _write_all(paths)
        yield plan_again(ground)
    except BaseException:
        for path, data in before.items():
            if data is None:
                path.unlink(missing_ok=True)
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()
            else:
                replace_whole(path, data)
        raise


def _write_all(files: Mapping[Path, bytes]) -> None:
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, data)


def _is_unfit(change: Change, plan: BuildPlan) -> bool:
    """Whether the notice would not go out, whatever the reason."""
    states = {planned.post.file: planned.state for planned in plan.posts}
    found = states.get(change.notice)
    return found not in _SHOWN and not (change.is_cancelled and found is State.WITHDRAWN)


def _keep(change: Change, ground: Ground, folder: Path) -> None:
    """The notice belongs into the working folder, also where another one is built."""
    if ground.borrowed:
        _write_all({folder / file: data for file, data in change.files.items()})


def _build(request: CloseRequest, ground: Ground, carry: Carrier | None) -> int:
    build = BuildRequest(
        content=ground.folder,
        output=request.output,
        kit=request.kit,
        cache=request.cache,
        moment_of=moment_of(request),
        deploying=carry is not None,
    )
    result = bring_online(build, carry, _build_briefly) if carry else _build_briefly(build)
    if carry and ground.borrowed and result.plan:
        online = ground.folder / PUBLIC_FILE
        _write_all({request.content / PUBLIC_FILE: online.read_bytes()} if online.is_file() else {})
    return 0 if result.plan is not None else 1


def _build_briefly(request: BuildRequest) -> BuildResult:
    """Build; what else is held is told in a line: nobody mends that at 6 a.m."""
    console = Console()
    with progress_on(console) as progress, SpareProcesses() as executor:
        result = build_site(replace(request, executor=executor), progress)
    tell_built(console, result)
    return result
