"""A number that identifies somebody is found wherever it stands, and leaves nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.pelican_bridge.build_day import end_of
from plugins.pelican_bridge.plan import plan_build
from plugins.practice.images import image_path
from plugins.practice.problems import Problem
from tests.conftest import TODAY, Build, Folder

FLU = "articles/flu.md"
NUMBER = "987-65-4329"

PLACES = {
    "title": ("title: What to do about the flu", f"title: What to do, {NUMBER}"),
    "summary": ("summary: Most people", f"summary: SSN {NUMBER}. Most people"),
    "key-points": ("  - Rest and drink.", f"  - Rest and drink, SSN {NUMBER}."),
    "text": ("It is rarely dangerous.", f"It is rarely dangerous. SSN {NUMBER}."),
    "comment": ("It is rarely dangerous.", f"<!-- SSN {NUMBER} -->\nIt is rarely dangerous."),
    "card": ("    - you cannot breathe", f"    - you cannot breathe (SSN {NUMBER})"),
    "code": ("- Call us.", f"- Call us.\n\n```\nSSN {NUMBER}\n```"),
    "footnote": ("- Call us.", f"- Call us.[^1]\n\n[^1]: SSN {NUMBER}"),
    "table": ("- Call us.", f"- Call us.\n\n| a | b |\n| --- | --- |\n| SSN | SSN {NUMBER} |"),
    "alt": ("- Call us.", f"- Call us.\n\n![SSN {NUMBER}](images/hands.jpg)"),
    "share": ("share:\n", f'share:\n  facebook: "SSN {NUMBER}"\n'),
    "thread": ("share:\n", f'share:\n  thread: ["One.", "SSN {NUMBER}"]\n'),
    "changes": ("disclosures: none", f'disclosures: none\nchanges: ["2026-11-01: SSN {NUMBER}"]'),
    "disclosures": ("disclosures: none", f'disclosures: ["SSN {NUMBER}"]'),
    "audience": ("disclosures: none", f'disclosures: none\naudience: "SSN {NUMBER}"'),
    "key-fact": ("disclosures: none", f'disclosures: none\nkey_fact: "SSN {NUMBER}."'),
    "myth": (
        "disclosures: none",
        f'disclosures: none\nmyth: {{claim: "SSN {NUMBER}.", fact: "No."}}',
    ),
}
"""Where a number can stand: the words of the article that it is put beside."""


def numbered(folder: Folder) -> Iterator[tuple[str, str]]:
    """A copy of the article for each place, with the number there: place and file."""
    text = (folder.path / FLU).read_text(encoding="utf-8")
    for count, (place, (old, new)) in enumerate(PLACES.items()):
        assert old in text, place
        file = f"articles/flu-{place}.md"
        folder.write(file, text.replace(old, new, 1).replace("a123456789", f"a1234567{count:02}"))
        yield place, file


@pytest.mark.site
@pytest.mark.reviewed
def test_a_number_that_identifies_somebody_is_found_in_every_place_and_leaves_in_no_file(
    folder: Folder, build: Build
) -> None:
    image_path("hands.jpg", folder.path).parent.mkdir(exist_ok=True)
    files = dict(numbered(folder))
    built = build(folder.path)
    found = {p.file for p in built.result.problems if p.rule == "P-01" and p.blocks}
    assert {place for place, file in files.items() if file not in found} == set()
    digits = NUMBER[-4:].encode()
    leaks = [p for root in (built.output, built.kit) for p in _files(root) if _holds(p, digits)]
    assert leaks == []
    assert all(NUMBER not in f"{p.what}{p.fix}" for p in built.result.problems)


@pytest.mark.reviewed
def test_no_message_about_a_translation_repeats_a_name_or_number_of_its_original(
    folder: Folder,
) -> None:
    folder.edit(FLU, "It is rarely dangerous.", f"Maria Lopez, SSN {NUMBER}, had 48 visits.")
    folder.edit(FLU, "hashtags: [Flu, FluSeason]", "hashtags: [maria-lopez, mariaLopez]")
    words = "\n".join(f"{p.what} {p.fix}" for p in problems_of(folder))
    assert "••••" in words
    for secret in (NUMBER, "4329", "Lopez", "lopez"):
        assert secret not in words, words


@pytest.mark.parametrize(
    "broken",
    [
        f"SSN {NUMBER}\n---\n",
        f"---\ntitle: [a\n{NUMBER}: {{\n---\n",
        f"---\nslug: {NUMBER}\n---\nX",
    ],
)
def test_a_file_that_cannot_be_read_is_told_without_long_numbers(
    folder: Folder, broken: str
) -> None:
    folder.write("articles/broken.md", broken)
    told = folder.problems("articles/broken.md")
    assert told
    assert all(NUMBER not in f"{p.what}{p.fix}" for p in told)


def problems_of(folder: Folder) -> tuple[Problem, ...]:
    content, _ = folder.read()
    assert content
    return plan_build(content, end_of(TODAY, content.practice)).problems


def _files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def _holds(path: Path, digits: bytes) -> bool:
    whole = NUMBER.encode()
    data = path.read_bytes()
    return whole in data or whole.replace(b"-", b"") in data or (b"SSN" in data and digits in data)
