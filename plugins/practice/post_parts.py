"""The tables within a post's front matter: `share`, `risk`, `myth`, `quote`; and `graphic`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import lcm

from plugins.practice.count_fields import MOST_WHOLE
from plugins.practice.posts import PICTURED, Myth, Quote, Risk, Share
from plugins.practice.problems import Problem
from plugins.practice.schemas import MYTH, QUOTE, RISK, SHARE
from plugins.practice.tables import Field, Place, read_table

_PARTS: Mapping[str, tuple[Sequence[Field], Callable[..., Risk | Myth | Quote]]] = {
    "risk": (RISK, Risk),
    "myth": (MYTH, Myth),
    "quote": (QUOTE, Quote),
}


def read_parts(
    values: Mapping[str, object], place: Place
) -> tuple[dict[str, object], list[Problem]]:
    """The values with each table read, None for one that cannot be; and all problems of them."""
    share, problems = _share(values.get("share", {}), place)
    parts: dict[str, object] = {"share": share}
    for name in _PARTS:
        if name in values:
            parts[name], told = _part(name, values[name], place)
            problems += told
    whole = {**values, **parts}
    return whole, problems + _check_graphic(whole, place)


def _share(share: object, place: Place) -> tuple[Share, list[Problem]]:
    """Its own fields, and every other one the text for the network of its name."""
    if not share:
        return Share(), []
    known = [field.name for field in SHARE]
    table = share if isinstance(share, Mapping) else {}
    own = {key: value for key, value in table.items() if key in known}
    values, told = read_table(own if table else share, SHARE, replace(place, table="share"))
    texts = {
        key: value.strip()
        for key, value in table.items()
        if key not in known and isinstance(value, str)
    }
    return Share(texts=texts, **values), told  # type: ignore[arg-type]  # SHARE says the types


def _part(name: str, raw: object, place: Place) -> tuple[object, list[Problem]]:
    fields, make = _PARTS[name]
    inner = replace(place, table=name)
    values, told = read_table(raw, fields, inner)
    if any(problem.blocks for problem in told):
        return None, told
    part = make(**values)
    if isinstance(part, Risk) and part.before[1] != part.after[1]:
        return None, [*told, _unlike_wholes(part, inner)]
    return part, told


def _unlike_wholes(risk: Risk, place: Place) -> Problem:
    """Patients take 1,286 of 10,000 for more than 24 of 100: they look at the first number.

    Source: the review of denominator neglect in The Scientific World Journal 2012;2012:562637,
    doi 10.1100/2012/562637.
    """
    whole = lcm(risk.before[1], risk.after[1])
    before, after = (f'"{part * whole // of} of {whole}"' for part, of in (risk.before, risk.after))
    return place.problem(
        "after",
        "unlike-wholes",
        f"`risk` compares a count of {risk.before[1]} with a count of {risk.after[1]}",
        "people compare the first numbers and pass over the second, and so take it wrongly",
        f"write both of the same whole: before {before}, after {after}"
        if whole <= MOST_WHOLE
        else "write both of the same whole, like 100 or 1000",
    )


def _check_graphic(values: Mapping[str, object], place: Place) -> list[Problem]:
    """What the writer wants on the pictures must be in the post."""
    wanted = str(values.get("graphic", "title"))
    needed = PICTURED.get(wanted)
    if needed is None or needed in values:
        return []
    there = [word for word, name in PICTURED.items() if name in values]
    what = f'`graphic` is "{wanted}", but the post has no `{needed}`'
    why = "the pictures would have nothing to show"
    fix = f"add `{needed}`, or write one of: {', '.join(['title', *there])}"
    return [place.problem("graphic", "graphic-of-nothing", what, why, fix)]
