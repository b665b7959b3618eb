"""The words that a post is about: nobody can write about diabetes without the word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.practice.posts import Post

_WORD = re.compile(r"[^\W\d_]{4,40}")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")

_OF_NO_SUBJECT = frozenset({
    "understanding", "information", "important", "everything", "anything", "questions", "question",
    "different", "everyday", "treatment", "treatments", "symptom", "symptoms", "diagnosis",
    "diagnose", "prevention", "prevent", "related", "research", "outlook", "inherited",
    "frequency", "available", "complications", "considerations", "several", "another", "general",
    "información", "importante", "preguntas", "tratamiento", "tratamientos", "síntomas",
    "prevención", "diferente",
})  # fmt: skip
"""Words of titles that say nothing of the subject: they stay as hard as they are."""


def topic_words(post: Post) -> frozenset[str]:
    """The subject words of a post, in small letters: of its title, topics and hashtags."""
    tags = (_HUMPS.sub(" ", tag) for tag in post.share.hashtags)
    return words_of_subject((post.title, *post.topics, *tags))


def words_of_subject(texts: Iterable[str]) -> frozenset[str]:
    """The words of short texts that name a subject, each also as one and as several."""
    found = {w.lower() for text in texts for w in _WORD.findall(text)} - _OF_NO_SUBJECT
    return frozenset(form for word in found for form in _forms(word))


def _forms(word: str) -> tuple[str, ...]:
    one = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return (word, one, f"{one}s", f"{one[:-1]}ies" if one.endswith("y") else f"{one}es")
