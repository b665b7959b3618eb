"""Whether two titles are those of the same page."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"\s+[|·:»–—-]{1,2}\s+|\s*[|»]\s*")
"""What stands between the title of a page and the name of its site."""
_EMPTY = frozenset(
    _WORD.findall(
        "i me we he she s t re a an and are as at be by can do does for from get have how if in "
        "into is it its may more my of on or our out should some than that the their them there "
        "these they this those to us was what when where which who why will with you your about "
        "after before during health page home "
        "al como con cuando de del desde donde el en es esta este la las lo los más no para por "
        "qué que se ser si sin sobre su sus tu un una unos unas y usted"
    )
)
"""Words that the titles of any two pages may share, in English and Spanish."""
_STEM = 5
"""Letters by which a word is known again: "treatment" and "treating", "child" and "children"."""
_INSIDE = 3
"""The fewest letters of a word that stands for a longer one which holds it: "flu", "influenza"."""
_LEAST_IN_COMMON = 0.5


def differ_clearly(one: str, other: str) -> bool:
    """Whether two titles have less than half of their significant words in common. Punctuation,
    endings, abbreviations, the name of the site and a title that was only shortened do not count;
    nor does an empty one."""
    first, second = _parts(one), _parts(other)
    shared = set(first) & set(second)
    if shared and (shared.issuperset(first) or shared.issuperset(second)):
        # One is whole in the other: "Fever" in "Fever | CDC" is the page, "CDC" only its site.
        return max(first, second, key=len)[0] not in shared
    mine, yours = _words(first, shared), _words(second, shared)
    fewest = min(len(mine), len(yours))
    return fewest > 0 and _in_common(mine, yours) < _LEAST_IN_COMMON * fewest


def is_called(page: str, entry: str) -> bool:
    """Whether a page may be the one that a person has named so. Where one part of its title says
    just that, the others are its site, wherever they stand; and a subtitle may be left out."""
    parts = set(_parts(page))
    names = (entry, entry.partition(":")[0])
    is_part = any(name and parts.issuperset(_parts(name)) for name in names)
    return is_part or not differ_clearly(page, entry)


def is_site_name(page: str, publisher: str) -> bool:
    """Whether a page has no title of its own, but only the name of its site, as some sites do."""
    return len(_parts(page)) == 1 and not differ_clearly(page, publisher)


def _parts(title: str) -> list[str]:
    """The parts of a title, by their words alone."""
    parts = (" ".join(_WORD.findall(part.casefold())) for part in _BETWEEN.split(title))
    return [part for part in parts if part]


def _words(parts: Sequence[str], without: set[str]) -> list[str]:
    """In their order, each once; those that every title has only where there are no others."""
    words = dict.fromkeys(word for part in parts if part not in without for word in part.split())
    return [word for word in words if word not in _EMPTY] or list(words)


def _in_common(mine: Sequence[str], yours: Sequence[str]) -> int:
    """How many words of the one title the other has, by whichever more are found."""
    return max(_found_in(mine, yours), _found_in(yours, mine))


def _found_in(words: Sequence[str], others: Sequence[str]) -> int:
    initials = "".join(word[0] for word in others)
    return sum(
        any(_is_same(word, other) for other in others) or (len(word) > 1 and word in initials)
        for word in words
    )


def _is_same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short.isdigit() or long.isdigit():
        return short == long
    is_stem = len(short) >= _STEM - 1 and long.startswith(short[:_STEM])
    return short == long or is_stem or (len(short) >= _INSIDE and short in long)
