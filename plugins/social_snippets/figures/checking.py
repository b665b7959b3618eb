"""Which figures of a text its post does not know."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from plugins.practice.figures.figure import Figure, Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.posts import Post
from plugins.practice.settings import Practice
from plugins.practice.words import word_list
from plugins.social_snippets.figures.known import known_figures

# "one day", "una vez": in these, one is no number.
_IDIOMS = frozenset({"day", "year", "time"})

_LAST_WORD = re.compile(r"\w+$")


def unknown_figures(texts: Iterable[str], post: Post, practice: Practice) -> list[Figure]:
    """The figures of the texts that stand neither in the post nor in the practice's own data.

    Numbers that are written out count where a unit follows, or as a part of a whole: "two weeks",
    "one in four". A number of things to come, as in "5 tips", is not asked for.
    """
    known = known_figures(post, practice)
    found = dict.fromkeys(figure for text in texts for figure in figures_in(text, post.lang))
    return [
        figure for figure in found if not _is_loose(figure, post.lang) and not known.holds(figure)
    ]


def without_place(text: str, totals: Collection[int]) -> str:
    """A post of a thread without the "1/3" at its beginning or its end."""
    marks = rf"\(?\d{{1,2}}/(?:{'|'.join(map(str, totals))})\)?"
    return re.sub(rf"^\s*{marks}(?![\w/])|(?<![\w/]){marks}\s*$", "", text)


def _is_loose(figure: Figure, lang: str) -> bool:
    if figure.sort is not Sort.NUMBER:
        return False
    value, unit = figure.key
    if figure.in_words:
        return not unit or (value == "1" and unit in _IDIOMS)
    last = _LAST_WORD.search(figure.said)
    return (
        not unit and last is not None and last[0].casefold() in word_list(lang, "figures.counted")
    )
