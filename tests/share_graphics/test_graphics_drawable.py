"""Everything on a picture can be drawn: what a writer typed, what stands in practice.toml."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.share_graphics.plan import plan_graphics
from tests.share_graphics.graphic_samples import PEOPLE, PRACTICE, RISK, article, plan

UNKNOWN = "\uae00"  # a Korean letter: there is no font for it yet


def test_a_name_of_a_count_that_no_font_has_is_named() -> None:
    risk = replace(RISK, labels=(f"Without {UNKNOWN}", "With a program"))
    graphics, problems = plan(article(risk=risk, lines={"title": 2, "risk": 9}), "card")
    assert not graphics
    assert [(p.rule, p.line) for p in problems] == [("character-without-glyph", 9)]
    assert "U+AE00" in problems[0].what


def test_an_emoji_that_the_font_lacks_leaves_the_name_of_a_count_too() -> None:
    risk = replace(RISK, labels=("Without a program", "With 🇺🇸 a program"))
    graphics, problems = plan(article(risk=risk), "card")
    assert "With a program" in graphics[0].alt
    assert [p.rule for p in problems] == ["emoji-left-out-of-graphic"]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"short_name": UNKNOWN}, "practice.short_name"),
        ({"site_url": f"https://{UNKNOWN}.example"}, "practice.site_url"),
    ],
)
def test_words_of_practice_toml_are_named_at_their_line(changed, key: str) -> None:
    practice = replace(
        PRACTICE, **changed, lines={"practice.short_name": 3, "practice.site_url": 4}
    )
    _, problems = plan_graphics(article(), practice=practice, people=PEOPLE, shapes=["card"])
    assert [(p.file, p.line) for p in problems] == [("practice.toml", practice.lines[key])]
