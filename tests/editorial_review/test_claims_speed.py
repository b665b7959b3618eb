"""A text of any length and any shape is judged in time in proportion to its length."""

from __future__ import annotations

import time

import pytest

from plugins.editorial_review.judging import judge
from tests.editorial_review.claim_samples import RULES, article, setting

LENGTH = 60_000
"""A check whose time grows with the square of the length would take minutes already."""

MOST_SECONDS = 5.0

PIECES = {
    "digits": "1",
    "digits and hyphens": "1-",
    "half a phone number": "1-800-222-122 ",
    "letters for digits": "1-800-AAAA",
    "spaces": " ",
    "one word": "x",
    "accents": "é",
    "sentences of nothing": ". ",
    "ends of sentences": '"”’)".',
    "signs": "you chest pain ",
    "doses": "take 500 mg ",
    "counts": "1 in 7 ",
    "shares": "30% ",
    "temperatures": "38 degrees ",
    "risks": "increases the risk of the of the of the by ",
    "praise": "we are the best ",
    "praise without end": "is the very best ",
    "boards": "we board certified ",
    "first persons": "I ",
    "quotes": "> I I I me my I\n\n",
    "negations": "no not never ",
    "crises": "suicide 988 ",
    "brands": "Tylenol ",
    "doctors": "Dr. A ",
    "items": "- chest pain 500 mg 1 in 7\n",
    "headings": "## chest pain\n\nwait and see 30%\n\n",
    "cards": '!!! urgent "x"\n    - chest pain\n\n',
    "cells": "| 1 in 7 | 2 in 9 |\n",
    "pictures": "![a woman](a.jpg) ",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    post = article(text, symptom=True, treatment=True)
    start = time.process_time()
    judge([post], setting(), rules=RULES)
    assert time.process_time() - start < MOST_SECONDS
