"""A newcomer takes a draft from `new` to the site by following the messages alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.pelican_bridge import commands
from plugins.pelican_bridge.approvals.command import ApproveRequest, approve
from tests.conftest import Build, Folder

ARTICLE = "articles/heel-pain-in-the-morning.md"
TEXT = """\
Heel pain with the first steps often comes from a sore band under the foot.[@one]
Most people get better without surgery.[@two]

## What you can do

- Rest your foot, and put ice on it after walking.[@one]
- Stretch your calf and your foot each day.[@two]

## What to do next

- Call us at (212) 555-0143 if the pain does not get better in 2 weeks.
"""
SUMMARY = (
    "Heel pain with the first steps in the morning often gets better with rest and stretching."
)
STORY = "Last Tuesday we treated a 52-year-old mail carrier for it.\n"


@pytest.fixture(autouse=True)
def _no_wide_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795266000")  # November 21, 2026, at noon
    monkeypatch.setattr(commands, "CACHE", tmp_path / "cache")


def steps(folder: Folder, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The rules of what `check` tells to do for the article, in its order."""
    capsys.readouterr()
    commands.check(str(folder.path), ARTICLE, as_json=False)
    out = capsys.readouterr().out
    return re.findall(r"^  \[ \] line \d+ .*  (\S+)$", out, re.MULTILINE)


def fill(folder: Folder, **fields: str) -> None:
    text = (folder.path / ARTICLE).read_text(encoding="utf-8")
    for name, value in fields.items():
        text = re.sub(rf"^{name}:.*$", f"{name}: {value}", text, flags=re.MULTILINE)
    folder.write(ARTICLE, text)


def write(folder: Folder, body: str) -> None:
    head = (folder.path / ARTICLE).read_text(encoding="utf-8").split("\n---\n")[0]
    folder.write(ARTICLE, f"{head}\n---\n{body}")


def approved(folder: Folder, person: str) -> int:
    request = ApproveRequest(file=ARTICLE, content=folder.path, person=person, about_a_person="no")
    return approve(request)


@pytest.mark.site
@pytest.mark.reviewed
def test_a_newcomer_gets_from_new_to_the_site_by_the_messages_alone(
    folder: Folder, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.new("article", "Heel pain in the morning", "", str(folder.path)) == 0
    assert steps(folder, capsys) == ["missing-field", "missing-field"]
    fill(folder, summary=SUMMARY, topics="[heart]")
    fill(folder, date="2026-11-20 09:00", last_reviewed="2026-11-20", next_review="2027-11-20")
    assert steps(folder, capsys) == ["too-few-sources", "A-02", "words-of-new", "A-03"]
    fill(folder, sources="[one, two]", reviewed_by="ada", key_points="[Rest., Stretch.]")
    text = (folder.path / ARTICLE).read_text(encoding="utf-8")
    folder.write(ARTICLE, re.sub(r'^  - "".*\n', "", text, flags=re.MULTILINE))
    write(folder, TEXT + STORY)
    told = steps(folder, capsys)
    assert told[-1] == "A-03"
    assert "P-04" in told
    assert approved(folder, "ada") == 1
    assert "Mend these first" in capsys.readouterr().err
    write(folder, TEXT)
    assert steps(folder, capsys) == ["A-03"]
    assert approved(folder, "ada") == 0
    assert "one more approval" in capsys.readouterr().out
    assert approved(folder, "ben") == 0
    assert steps(folder, capsys) == []
    folder.edit(ARTICLE, "draft: true", "evergreen: true")
    built = build(folder.path)
    assert "first steps often comes" in built.page("articles/heel-pain-in-the-morning/index.html")
