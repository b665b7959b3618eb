"""A check that ends before there is a response to judge."""

from __future__ import annotations

from plugins.practice.source_checks import Verdict


class Ended(Exception):  # noqa: N818 - it is a finding, not a fault
    """Why, in words for people, and what that makes of the address."""

    def __init__(self, verdict: Verdict, what: str) -> None:
        super().__init__(what)
        self.verdict = verdict
        self.what = what
