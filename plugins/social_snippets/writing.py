"""From a brief to a text: the best wording for the network, and others for the times after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.practice.sentences import sentences
from plugins.social_snippets.brief import Brief
from plugins.social_snippets.drafting import Attempt, Draft, attempt
from plugins.social_snippets.likeness import repeats
from plugins.social_snippets.retelling import later_wordings
from plugins.social_snippets.spoken import spoken
from plugins.social_snippets.wordings import bare_wordings, wordings_of

_OPENING = 2
"""Pieces with which a text begins, by which two of them are told apart."""


def write(brief: Brief) -> Draft:
    """The text made from the post itself, whole sentences only.

    Best is one with the whole message whose first look stands alone, then one that has the latter.
    """
    tried: list[Attempt] = []
    for wording in wordings_of(brief.post, brief.practice):
        one = attempt(brief, wording)
        if one.speaks and one.is_whole and one.opens_well:
            return one.threaded()
        tried += [one] if one.speaks else []
    if tried:
        return max(tried, key=lambda one: (one.opens_well, one.is_whole)).threaded()
    return _write_bare(brief)


def _write_bare(brief: Brief) -> Draft:
    """The title alone, with the day of a notice; its `excess` tells when even that is too long."""
    tried = [attempt(brief, wording) for wording in bare_wordings(brief.post, brief.practice)]
    best = max(tried, key=lambda one: (one.speaks, one.opens_well))
    said = best.speaks or best.fitted.excess
    return replace(best.threaded(), bare=True) if said else Draft(text="")


def write_again(brief: Brief, first: Draft) -> Iterator[Draft]:
    """The texts with which the post can be shared again, each unlike all that came before.

    Where the first was written by hand, these begin with the one that would have been made.
    """
    earlier = [first]
    own = wordings_of(brief.post, brief.practice) if first.hand_written else ()
    for wording in (*own, *later_wordings(brief.post)):
        one = attempt(brief, wording)
        if one.speaks and one.has_body and one.opens_fairly:
            draft = one.draft()
            if not any(_is_alike(draft, other, brief.post.lang) for other in earlier):
                earlier.append(draft)
                yield draft


def hand_written(brief: Brief, text: str, hashtags: tuple[str, ...]) -> Draft:
    """The writer's own text, word for word."""
    return Draft(
        text=text,
        thread=brief.post.share.thread if brief.network.thread else (),
        hashtags=hashtags,
        gist=tuple(sentences(spoken(text))),
        hand_written=True,
    )


def _is_alike(one: Draft, other: Draft, lang: str) -> bool:
    """Whether a reader of both would take them for the same."""
    if other.hand_written:
        return any(repeats(sentence, one.gist[0], lang) for sentence in other.gist)
    begins_alike = one.gist[:_OPENING] == other.gist[:_OPENING]
    return begins_alike or _body(one) == _body(other)


def _body(draft: Draft) -> str:
    return " ".join(" ".join(draft.gist).split())
