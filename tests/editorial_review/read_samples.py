"""A content folder read, and what the rules for pictures, pages and notices say of it."""

from __future__ import annotations

from datetime import date

from plugins.editorial_review.judging import judge, judge_practice
from plugins.editorial_review.pictures import rules as pictures
from plugins.editorial_review.practice_pages import rules as practice_pages
from plugins.editorial_review.subject import Outgoing, Setting
from plugins.practice.problems import Problem
from tests.conftest import TODAY, Folder

RULES = (*pictures.RULES, *practice_pages.RULES)
FLU = "articles/flu.md"

CONSENT = """\
[[consents]]
id = "c-3f9a77c1"
kind = "photo"
scope = "A photo of a hand; no face"
channels = ["site", "facebook", "x"]
signed = 2026-01-02
expires = 2028-01-02
custodian = "privacy officer"
"""
ID = "c-3f9a77c1"


def setting_of(folder: Folder, today: date = TODAY) -> Setting:
    content, _ = folder.read()
    assert content is not None
    return Setting(
        practice=content.practice,
        today=today,
        people=content.people,
        sources=content.sources,
        records=content.review,
        posts=content.posts,
        pages=content.pages,
    )


def told(
    folder: Folder, rule: str, *, networks: tuple[str, ...] = ("facebook", "x"), today: date = TODAY
) -> list[Problem]:
    """What one rule says of all documents, whose posts go to `networks`."""
    setting = setting_of(folder, today)
    outgoing = tuple(Outgoing(network=name, text="") for name in networks)
    documents = (*setting.posts, *setting.pages)
    files = {document.file: outgoing for document in documents}
    found = judge(documents, setting, files, RULES)
    return [problem for problem in found if problem.rule == rule]


def told_of_practice(folder: Folder, rule: str, today: date = TODAY) -> list[Problem]:
    """What one rule says of the practice as a whole."""
    found = judge_practice(setting_of(folder, today), RULES)
    return [problem for problem in found if problem.rule == rule]


def words(problems: list[Problem]) -> str:
    return "\n".join(problem.what for problem in problems)


def add_field(folder: Folder, lines: str, file: str = FLU) -> None:
    """Front matter lines at the top of a file."""
    text = (folder.path / file).read_text(encoding="utf-8")
    folder.write(file, text.replace("---\n", f"---\n{lines}\n", 1))


def add_text(folder: Folder, text: str, file: str = FLU) -> None:
    """A paragraph at the end of a file."""
    before = (folder.path / file).read_text(encoding="utf-8")
    folder.write(file, f"{before}\n{text}\n")
