"""E-01: every printed health page ends with the notice that it is general information.

The theme prints it; a theme of one's own may have lost it. Then nothing is swapped in.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plugins.pelican_bridge.site_checks.parsing import HTML, elements_of
from plugins.practice.posts import Document, HealthPost
from plugins.practice.problems import Problem, Severity
from plugins.practice.words import section


class UnfitPagesError(Exception):
    """Pages that must not be published: raised before anything is swapped in."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].what)
        self.problems = problems


def check_general_notice(root: Path, printed: Mapping[str, Document]) -> None:
    """See that the notice stands on every health page of the site at `root`.

    `printed`: what was printed into a file, by the file's path. UnfitPagesError: it is missing.
    OSError: a page cannot be read.
    """
    posts = {file: one for file, one in printed.items() if isinstance(one, HealthPost)}
    bare = [(f, post) for f, post in posts.items() if not _has_notice(root / f, post.lang)]
    if bare:
        raise UnfitPagesError([_missing(file, post, len(bare)) for file, post in bare[:1]])


def _has_notice(page: Path, lang: str) -> bool:
    wanted = _in_one_line(section(lang, "site")["not_advice"].partition("{")[0])
    return any(
        wanted in _in_one_line("".join(map(str, element.itertext())))
        for element in elements_of(page.read_bytes(), HTML)
        if element.tag == "aside"
    )


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _missing(file: str, post: HealthPost, pages: int) -> Problem:
    others = f", like {pages - 1} other health pages" if pages > 1 else ""
    return post.problem(
        "missing-not-advice",
        1,
        severity=Severity.BLOCK,
        what=f"its page ({file}) lacks the notice that it is general information{others}",
        why="a reader may take it for advice on their own case; the site stays as it was",
        fix="put the line back into theme/templates/post.html: "
        '{% include "components/not_advice.html" %}',
    )
