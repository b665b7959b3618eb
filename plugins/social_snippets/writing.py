"""From a brief to a text: the fullest wording that the network has room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.practice.posts import HealthPost, Question
from plugins.social_snippets.brief import Brief
from plugins.social_snippets.layout import Fitted, fit
from plugins.social_snippets.parts import (
    Part,
    Wording,
    bare_wording,
    hashtag_parts,
    parts_of,
    wordings_of,
)
from plugins.social_snippets.suiting import call_button, suit
from plugins.social_snippets.threads import plan_thread

# A text without one of these says nothing.
_SAYS = frozenset({"hook", "peer", "message"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text before it is checked. `excess`: by how much even the least of it is too long."""

    text: str
    thread: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    calls: bool = False
    """Whether the Call button stands in for a phone number."""
    bare: bool = False
    """Whether there was no room even for the first sentence of the message."""
    excess: int = 0
    hand_written: bool = False


def write(brief: Brief) -> Draft:
    """The text made from the post itself, whole sentences only."""
    drafts = []
    for wording in wordings_of(brief.post):
        parts = _suited_parts(brief, wording)
        fitted = fit(parts, brief.network.parts, brief.room)
        if not fitted.excess and _speaks(fitted):
            draft = _draft(brief, parts, fitted)
            if fitted.has_all(parts, "message"):
                return draft
            drafts.append(draft)
    return drafts[0] if drafts else _bare_draft(brief)


def _bare_draft(brief: Brief) -> Draft:
    parts = _suited_parts(brief, bare_wording(brief.post))
    fitted = fit(parts, brief.network.parts, brief.room)
    if not _speaks(fitted):
        return Draft(text="")
    return replace(_draft(brief, parts, fitted), bare=True)


def _suited_parts(brief: Brief, wording: Wording) -> list[Part]:
    parts = parts_of(brief.post, brief.practice, wording)
    if brief.title and wording.message and not isinstance(brief.post, Question):
        # The network shows the title above the text. An answer alone would not say to what.
        parts = [part for part in parts if part.role != "hook"]
    parts = suit(parts, brief.network, brief.post, brief.practice)
    line = brief.link_line
    parts += [Part(role="link", text=line)] if line else []
    return [*parts, *hashtag_parts(brief.post, brief.tags)]


def _speaks(fitted: Fitted) -> bool:
    return any(part.role in _SAYS for part in fitted.parts)


def _draft(brief: Brief, parts: Sequence[Part], fitted: Fitted) -> Draft:
    return Draft(
        text=fitted.text,
        thread=_thread(brief, parts, fitted),
        hashtags=tuple(part.text[1:] for part in fitted.parts if part.role == "hashtags"),
        calls=not brief.network.phone and call_button(brief.post) in parts,
        excess=fitted.excess,
    )


def _thread(brief: Brief, parts: Sequence[Part], fitted: Fitted) -> tuple[str, ...]:
    """The writer's own thread, else one with the key points for which one post had no room."""
    if not brief.network.thread:
        return ()
    if brief.post.share.thread:
        return brief.post.share.thread
    if fitted.has_all(parts, "points") or not isinstance(brief.post, HealthPost):
        return ()
    return plan_thread(parts, brief.network.parts, brief.room)
