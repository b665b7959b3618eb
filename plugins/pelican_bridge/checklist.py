"""What stands between each post and its publication, as lists to tick off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape

from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.telling import STYLES
from plugins.practice.problems import Problem, Severity

STEPS = 3
"""How many things to do are told first: as many as one keeps in mind."""

_LAST = ("A-03", "P-13")
"""Rules that can be met only when all else is: nobody should approve what will be changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """One file and what was found in it."""

    file: str
    title: str
    """Empty where the file could not be read."""
    is_draft: bool
    is_newer: bool
    """Whether an approved text of it is public meanwhile."""
    to_do: tuple[Problem, ...]
    """What stands in the way, in the order in which it is best done."""
    to_look_at: tuple[Problem, ...]
    """Warnings and notes."""


def checklists(plan: BuildPlan, problems: Iterable[Problem]) -> tuple[Checklist, ...]:
    """A list for every file of which something is to be told: what is nearest to done first, then
    what has only warnings."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.file, []).append(problem)
    titles = {p.post.file: plan.without_secrets(p.post.title, p.post.file) for p in plan.posts}
    made = [_checklist(file, found, titles, plan) for file, found in by_file.items()]
    return tuple(sorted(made, key=_nearest_first))


def next_steps(lists: Iterable[Checklist]) -> list[Problem]:
    """The first things to do: those of the file that is nearest to done."""
    return [problem for checklist in lists for problem in checklist.to_do][:STEPS]


def _checklist(
    file: str, found: Sequence[Problem], titles: Mapping[str, str], plan: BuildPlan
) -> Checklist:
    to_do = [problem for problem in found if problem.stands_in_the_way]
    return Checklist(
        file=file,
        title=titles.get(file, ""),
        is_draft=file in plan.content.drafts,
        is_newer=any(problem.newer for problem in found),
        to_do=tuple(sorted(to_do, key=lambda p: (p.rule in _LAST, p.line))),
        to_look_at=tuple(p for p in found if not p.stands_in_the_way),
    )


def _nearest_first(checklist: Checklist) -> tuple[bool, bool, int, str]:
    count = len(checklist.to_do)
    return not count, checklist.is_draft, count, checklist.file


def tell_checklists(console: Console, lists: Sequence[Checklist]) -> None:
    """The next steps, then every list."""
    steps = next_steps(lists)
    if steps:
        _say(console, "[bold]Do this next[/]")
    for number, problem in enumerate(steps, 1):
        _say(console, f"  {number}. {_place(problem)}  {escape(problem.what)}")
        _say(console, f"     [bold]{escape(problem.fix)}[/]")
    for checklist in lists:
        _tell(console, checklist)


def _tell(console: Console, checklist: Checklist) -> None:
    name = f"{checklist.title} " if checklist.title else ""
    _say(console, f"\n[bold]{escape(name)}[/][dim]{escape(checklist.file)}[/]")
    if checklist.to_do:
        _say(console, f"  {_standing(checklist)}")
    for problem in checklist.to_do:
        _item(console, problem, "[ ]", STYLES[Severity.BLOCK])
    if checklist.is_draft:
        _say(console, "  [ ] when all is done: delete the line draft: true")
    for problem in checklist.to_look_at:
        _item(console, problem, " - ", STYLES[problem.severity])


def _standing(checklist: Checklist) -> str:
    if all(problem.stays_public for problem in checklist.to_do):
        return "to do for the practice; nothing is held for it:"
    count = len(checklist.to_do)
    if not checklist.title:
        return f"at least {count} to do; more can be seen when the file can be read:"
    things = "1 thing stands" if count == 1 else f"{count} things stand"
    what = "the new text" if checklist.is_newer else "it"
    meanwhile = "; the approved text stays public" if checklist.is_newer else ""
    return f"{things} between {what} and publication{meanwhile}:"


def _item(console: Console, problem: Problem, mark: str, style: str) -> None:
    word = "" if problem.stands_in_the_way else f"{problem.severity} "
    _say(
        console,
        f"  {escape(mark)} {word}line {problem.line}  {escape(problem.what)}  "
        f"[{style}]{problem.rule}[/]",
    )
    _say(console, f"      why  {escape(problem.why)}")
    _say(console, f"      fix  {escape(problem.fix)}")


def _place(problem: Problem) -> str:
    return f"[bold]{escape(problem.file)}:{problem.line}[/]"


def _say(console: Console, words: str) -> None:
    console.print(words, highlight=False, soft_wrap=True)
