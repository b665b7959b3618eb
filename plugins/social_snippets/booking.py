"""Whether a text asks the reader to make an appointment."""

from __future__ import annotations

import re

from plugins.practice.words import one_of_words

_CLAUSE = re.compile(r"[.!?;:,\n•¡¿()]")

_WORDS_BEFORE = 5
"""How far before the word a "not" turns it round."""


def asks_to_book(text: str, lang: str) -> bool:
    """Whether one of the words for booking is said, and neither turned round nor a condition.

    "No need to book a visit" and "when you book online, ..." ask for nothing; "if you want to book
    a visit, call us" does. The words stand in practice/words/<lang>.toml: `book_words`.
    """
    return any(
        _is_asked(text[: match.start()], lang)
        for match in one_of_words(lang, "snippets.book_words").finditer(text)
    )


def _is_asked(before: str, lang: str) -> bool:
    near = " ".join(_CLAUSE.split(before)[-1].split()[-_WORDS_BEFORE:])
    if one_of_words(lang, "snippets.book_negations").search(near):
        return False
    conditions = one_of_words(lang, "snippets.book_conditions").finditer(near)
    return all(match.end() < len(near) for match in conditions)
