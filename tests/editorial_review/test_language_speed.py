"""Any text is judged in a time in proportion to its length."""

from __future__ import annotations

import time

import pytest

from plugins.editorial_review.judging import judge
from plugins.editorial_review.language.rules import RULES
from tests.editorial_review.language_samples import SETTING, post

NASTY = [
    "a", ". ", "...", "A ", "a a ", "(", "[", "[a](", "A.", "COPD ", "is is done ", "word\n",
    "- x\n",     "“", "http://", "x@", "#a", "an an ", "a-", "a'", "statin ", "in order ", "\n\n",
    "## a\n\n", "1 2 ", "é", "!!! do\n    - x\n\n", "Dr. ", "a.m. ", "Zyxw ", "qzx ",
]  # fmt: skip
SIZE = 50_000


@pytest.mark.parametrize("piece", NASTY)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_text_of_one_piece_again_and_again_is_judged_soon(piece: str, lang: str) -> None:
    begun = time.perf_counter()
    judge([post(piece * (SIZE // len(piece)), lang=lang)], SETTING, rules=RULES)
    assert time.perf_counter() - begun < 15
