"""A post in the pieces that a translation has in the same order: its fields, and its sections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.texts import all_passages
from plugins.practice.posts import Post

_ALIKE = frozenset(
    {
        "title", "summary", "key_points", "key_fact", "answer", "then", "reason", "questions",
        "register", "myth.claim", "myth.fact", "quote.text", "risk.what",
    }
)  # fmt: skip
"""Fields that say the same in both languages. Texts for networks are each language's own."""

_UNSEEN = (Part.COMMENT, Part.ADDRESS, Part.CODE)


def groups_of(post: Post, *, whole: bool = False) -> Mapping[str, tuple[Passage, ...]]:
    """The passages by the field or the section in which they stand; with `whole`, the body is one.

    Fields that one of the two has and the other lacks are for other rules: they are not compared.
    """
    groups = defaultdict[str, list[Passage]](list)
    for passage in all_passages(post):
        if passage.part in _UNSEEN or (passage.field and passage.field not in _ALIKE):
            continue
        place = "text" if whole else f"section {passage.section}"
        groups[passage.field or place].append(passage)
    return {name: tuple(passages) for name, passages in groups.items()}
