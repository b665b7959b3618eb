"""The posts that are measured: the same texts for every engine, the same on every machine."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from random import Random

SCRIPTS: dict[str, str] = {
    "en": "Latin",
    "vi": "Vietnamese",
    "ru": "Cyrillic",
    "el": "Greek",
    "ar": "Arabic",
    "hi": "Hindi",
    "zh": "Chinese",
    "emoji": "Latin with emoji",
}
"""The keys of texts.toml, and the name of what each is written in."""


_SENTENCES = ("first", "second", "third")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one post."""

    title: str
    summary: str
    practice: str
    lang: str
    """The language tag; posts with emoji are English."""


def posts_in(script: str, count: int) -> list[Words]:
    """`count` posts in the words of a key of texts.toml, hardly a line of them twice."""
    file = Path(__file__).with_name("texts.toml")
    given = tomllib.loads(file.read_text(encoding="utf-8"))[script]
    joint, space = ("：", "") if script == "zh" else (": ", " ")
    dice = Random(script)
    pairs = [(subject, point) for subject in given["subjects"] for point in given["points"]]
    dice.shuffle(pairs)
    return [
        Words(
            title=_filled(given["about"] + joint + point, dice, subject=subject),
            summary=space.join(_filled(dice.choice(given[part]), dice) for part in _SENTENCES),
            practice=given["practice"],
            lang="en" if script == "emoji" else script,
        )
        for subject, point in islice(cycle(pairs), count)
    ]


def _filled(pattern: str, dice: Random, **known: str) -> str:
    """The pattern with a number of its own at every {n}."""
    numbered = re.sub(r"\{n\}", lambda _: str(dice.randint(18, 89)), pattern)
    return numbered.format(**known)
