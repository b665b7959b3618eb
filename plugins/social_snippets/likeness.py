"""When two sentences say the same, and when one cannot stand without the one before it."""

from __future__ import annotations

from functools import lru_cache

from plugins.practice.words import one_of_words, word_list

_AROUND = ".,;:!?…()[]{}\"'“”‘’«»¿¡।。！？؟،、—–-•"
"""What stands around words."""

_ALIKE = 0.75
"""Share of the shorter sentence's words that stand in the longer one too."""
_AS_LONG = 0.6
"""A sentence much shorter than another is a part of it, not its repeat."""
_LEAST = 4
"""Words that a sentence must have before it can be known by most of them."""
_OLD = 0.5
"""Share of a sentence's words about its subject above which it brings nothing new."""
_STEM = 4
"""Characters that two words of one family begin with: fall, falls, falling."""


@lru_cache(maxsize=4096)
def _row(text: str) -> tuple[str, ...]:
    """The words of a text in their order, in small letters."""
    words = (word.strip(_AROUND) for word in text.casefold().split())
    return tuple(word for word in words if word)


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words of a text, in small letters."""
    return frozenset(_row(text))


@lru_cache(maxsize=8192)
def repeats(one: str, other: str, lang: str) -> bool:
    """Whether a reader who has read `one` would take `other` for the same once more.

    Numbers must be the same, and so must words that turn the meaning round.
    """
    if one == other or _is_within(other, one, lang):
        return True
    first, second = words_of(one), words_of(other)
    few, many = sorted((first, second), key=len)
    if len(few) < max(_LEAST, _AS_LONG * len(many)) or len(few & many) < _ALIKE * len(few):
        return False
    turning = frozenset(word_list(lang, "snippets.negations"))
    return _numbers(first) == _numbers(second) and first & turning == second & turning


def _is_within(phrase: str, text: str, lang: str) -> bool:
    """Whether the text says the phrase word for word, with no "not" before it."""
    wanted, said = _row(phrase), _row(text)
    length = len(wanted)
    if wanted and wanted == said:
        return True
    if not _LEAST <= length < len(said):
        return False
    at = next((i for i in range(len(said) - length + 1) if said[i : i + length] == wanted), -1)
    return at >= 0 and not set(said[:at]) & set(word_list(lang, "snippets.negations"))


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


def leans(text: str, lang: str) -> bool:
    """Whether the text needs what stood before it: it refers to that, or answers it."""
    return refers_back(text, lang) or _answer(text, lang) is not None


def refers_back(text: str, lang: str) -> bool:
    """Whether the text begins with a word for what stood before: "It is given in 2 doses."."""
    return one_of_words(lang, "snippets.leaning").match(text.lstrip("“\"'(¿¡")) is not None


def only_answers(text: str, lang: str) -> bool:
    """Whether the text begins with an answer that does not say to what.

    "No." is one; "No, the flu shot cannot give you the flu." is not.
    """
    answer = _answer(text, lang)
    return answer is not None and len(_row(text)) < _LEAST + len(_row(answer))


def _answer(text: str, lang: str) -> str | None:
    """The "yes" or "no" with which a text begins."""
    match = one_of_words(lang, "snippets.answers").match(text)
    stops = match is not None and text[match.end() : match.end() + 1] in {",", ".", ";", ":", ""}
    return match[0] if match and stops else None


def shares_subject(text: str, title: str, lang: str) -> bool:
    """Whether the text has a word of the title, so that it can be understood without it."""
    return bool(_stems(text, lang) & _stems(title, lang))


def brings_news(text: str, known: str, lang: str) -> bool:
    """Whether half of what the text speaks of, or more, does not stand in `known`."""
    stems = _stems(text, lang)
    return len(stems & _stems(known, lang)) <= _OLD * len(stems)


def _stems(text: str, lang: str) -> frozenset[str]:
    """The beginnings of the words that say what a text is about."""
    about = words_of(text) - frozenset(word_list(lang, "snippets.common"))
    return frozenset(word[:_STEM] for word in about if len(word) > 2)
