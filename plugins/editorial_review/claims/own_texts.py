"""O-02: a text that somebody wrote for a network asks the reader to do one clear thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.claims.phrases import any_of, quoted
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Outgoing, Subject
from plugins.practice.sentences import sentences

_CALL = any_of(
    "call, ask, read, learn, see, watch, book, visit, talk, tell, find, check, get, join, save, "
    "share, come, bring, try, take, make, know, look, go, register, plan, start, stop, keep, use, "
    "wash, drink, eat, move, remember, choose, bookmark, tap, click"
)
_LINK = re.compile(r"https?://|www\.")
_MOST_WORDS = 25


def unclear_texts(subject: Subject) -> Iterator[Found]:
    """O-02, of hand-written English texts: the others take their sentences from the post."""
    for outgoing in subject.outgoing if subject.is_english else ():
        if outgoing.own:
            yield from _of_text(outgoing)


def _of_text(outgoing: Outgoing) -> Iterator[Found]:
    if not (_CALL.search(outgoing.text) or _LINK.search(outgoing.text)):
        yield Found(
            at=f"share.{outgoing.network}",
            what=f"your text for {outgoing.network} asks the reader to do nothing",
            fix="Say the one thing to do: “Call us”, “Read how”, “Ask at your next visit”.",
        )
    for sentence in sentences(outgoing.text):
        if len(sentence.split()) > _MOST_WORDS:
            yield Found(
                at=f"share.{outgoing.network}",
                what=f"a sentence of your text for {outgoing.network} has {len(sentence.split())} "
                f"words: {quoted(sentence)}",
                fix=f"Say it in two sentences of at most {_MOST_WORDS} words.",
            )
            return
