"""Fixtures for tests in which approvals count, and no other rule of review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from plugins.editorial_review.approvals.rules import RULES
from plugins.editorial_review.judging import judge
from plugins.editorial_review.subject import Outgoing, Setting
from plugins.practice.posts import Post
from plugins.practice.problems import Problem
from tests.approving import approve_all
from tests.conftest import Folder

FLU = "articles/flu.md"
SPANISH = "articles/flu.es.md"


def review_by_approvals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only A-03 and P-13 are asked."""

    def of_all(setting: Setting, _: Mapping[str, tuple[Outgoing, ...]]) -> list[Problem]:
        return judge(setting.posts, setting, rules=RULES)

    def of_some(waiting: Sequence[Post], setting: Setting, _: object) -> list[Problem]:
        return judge(waiting, setting, rules=RULES)

    monkeypatch.setattr("plugins.pelican_bridge.plan.review_problems", of_all)
    monkeypatch.setattr("plugins.pelican_bridge.plan.waiting_problems", of_some)


def approved(folder: Folder) -> Folder:
    """The folder with every post approved."""
    approve_all(folder.path)
    return folder
