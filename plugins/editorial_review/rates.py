"""How often rules fire on a set of texts: what a rule costs on clean ones, and what it finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from plugins.editorial_review.judging import judge
from plugins.editorial_review.rule import Rule
from plugins.editorial_review.subject import Setting
from plugins.practice.posts import Article
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice

FILE = "rates.md"
"""The name that each text has while it is judged."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One text of a set; a question may stand above it."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How many of the texts each rule fired on, and any of them."""

    texts: int
    blocked: int
    flagged: int
    """With a block, a warning or a note."""
    by_rule: Mapping[str, int]
    found: tuple[tuple[int, Problem], ...] = field(default=(), repr=False)
    """Each finding with the number of its text, from 1."""

    def share(self, count: int) -> float:
        """A count as a percentage of the texts."""
        return 100 * count / self.texts if self.texts else 0.0


def measure(samples: Iterable[Sample], rules: Sequence[Rule], setting: Setting) -> Rates:
    """The rules asked of every text, each as an article of its own."""
    counted, blocked, flagged, texts = Counter[str](), 0, 0, 0
    found: list[tuple[int, Problem]] = []
    for number, problems in enumerate(_judged(samples, rules, setting), 1):
        texts = number
        counted.update({problem.rule for problem in problems})
        blocked += any(problem.blocks for problem in problems)
        flagged += bool(problems)
        found += [(number, problem) for problem in problems]
    by_rule = {rule.id: counted[rule.id] for rule in rules}
    return Rates(texts=texts, blocked=blocked, flagged=flagged, by_rule=by_rule, found=tuple(found))


def _judged(
    samples: Iterable[Sample], rules: Sequence[Rule], setting: Setting
) -> Iterator[list[Problem]]:
    for sample in samples:
        yield judge([_article(sample, setting.today)], setting, rules=rules)


def _article(sample: Sample, today: date) -> Article:
    return Article(
        file=FILE,
        title=sample.title,
        slug="rates",
        lang="en",
        text=sample.text,
        uid="rates",
        date=datetime(today.year, today.month, today.day, tzinfo=UTC),
        authors=(),
        topics=(),
    )


def nobodys_practice(today: date) -> Setting:
    """A practice without people, sources or telephone: whoever is named is a stranger."""
    practice = Practice(
        name="",
        short_name="",
        site_url="https://www.example.org",
        languages=("en",),
        time_zone="UTC",
        phone="",
    )
    return Setting(practice=practice, today=today)
