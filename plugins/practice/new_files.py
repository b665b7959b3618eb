"""A new content file, ready to be written in: every field filled in, or explained."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from plugins.practice.posts import KINDS as POSTS
from plugins.practice.settings import Practice

KINDS = {**{kind.kind: kind.folder for kind in POSTS}, "page": "pages", "person": "people"}
"""What `new` can begin, with the folder it goes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a new file is begun with."""

    title: str
    author: str
    uid: str
    now: datetime
    practice: Practice


def slug_of(title: str) -> str:
    """The address of a title: "Niños: ¿fiebre?" gives "ninos-fiebre"; "" when nothing is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    return "-".join(words)[:60].strip("-")


def new_file(kind: str, start: Start) -> str:
    """The text of a new file of `kind`, one of KINDS."""
    return _TEXTS[kind](start)


def _head(start: Start, *fields: str) -> str:
    """The fields that every post has, then the kind's own."""
    return "\n".join(
        [
            "---",
            f"title: {_quoted(start.title)}",
            "summary:                  # one to three sentences: lists, feeds and networks show it",
            f"authors: [{start.author}]",
            f"topics: []                # one or two of: {', '.join(start.practice.topics)}",
            f"uid: {start.uid}           # feeds know the post by it: never change it",
            f"date: {start.now:%Y-%m-%d %H:%M}    # when it goes out; a later day schedules it",
            *fields,
            "draft: true               # delete this line when it is ready to be read by others",
            "---",
            "",
        ]
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _health_fields(start: Start) -> tuple[str, ...]:
    next_year = start.now.date() + timedelta(days=365)
    return (
        "sources: []               # words from sources.toml; cite them in the text: [@cdc-flu]",
        "reviewed_by:              # id of the clinician who checked it",
        f"last_reviewed: {start.now:%Y-%m-%d}",
        f"next_review: {next_year:%Y-%m-%d}",
        "disclosures: none",
        "ai_assisted: none         # or what a program did: draft, translation, image",
        "share:",
        "  hashtags: []            # without #, words joined: [FluShot, FamilyHealth]",
    )


LEFTOVERS = (
    "Say the most important thing first, in two or three short sentences.",
    "Each fact has its source behind it. Speak to",
    "there is a warning sign (delete the card when there is none)",
    "Say why, in 120 to 300 words.",
    "Anything else that patients should know.",
    "Say in two or three sentences of your own why it is worth reading.",
    "Say what it is about and for whom.",
    "Write the page here.",
    "Two or three sentences about the person.",
)
"""What the texts below tell the writer; none of it may go out."""

_ARTICLE_TEXT = """\
Say the most important thing first, in two or three short sentences.

## What you can do

Each fact has its source behind it. Speak to "you". Keep sentences under 20 words.

!!! emergency "Call 911 if:"
    - there is a warning sign (delete the card when there is none)

## What to do next

- Call us at {phone} with questions.
"""


def _article(start: Start) -> str:
    points = ("key_points:", '  - ""                    # three to five; each stands alone')
    text = _ARTICLE_TEXT.format(phone=start.practice.phone)
    return _head(start, *points, *_health_fields(start)) + text


def _question(start: Start) -> str:
    answer = "answer:                   # the short answer, one to three sentences"
    return _head(start, answer, *_health_fields(start)) + "Say why, in 120 to 300 words.\n"


def _notice(start: Start) -> str:
    return (
        _head(
            start,
            "type: hours               # hours, availability or alert",
            f"starts: {start.now:%Y-%m-%d}        # a whole day, or with a time: 2026-11-25 13:00",
            f"ends: {start.now:%Y-%m-%d}",
            "reason:                   # a few words",
            f"affects: [{', '.join(place.id for place in start.practice.places)}]",
            "then:                     # what to do instead, with the phone number",
        )
        + "Anything else that patients should know.\n"
    )


def _link(start: Start) -> str:
    return (
        _head(
            start,
            "url:                      # https://...",
            "publisher:                # who stands behind it",
            "checked_against:          # a word from sources.toml: another work that agrees",
        )
        + "Say in two or three sentences of your own why it is worth reading.\n"
    )


def _event(start: Start) -> str:
    return (
        _head(
            start,
            f"starts: {start.now:%Y-%m-%d} 18:00",
            f"ends: {start.now:%Y-%m-%d} 19:00",
            f"place: {next((place.id for place in start.practice.places), '')}",
            "questions: []             # prepared questions, general ones only",
            "register:                 # how to register",
        )
        + "Say what it is about and for whom.\n"
    )


def _page(start: Start) -> str:
    review_by = start.now.date() + timedelta(days=365)
    fields = [
        f"title: {_quoted(start.title)}",
        "summary:                  # what the page is about, in one sentence",
        f"owner: {start.author}",
    ]
    rest = [f"review_by: {review_by:%Y-%m-%d}", "---", "Write the page here.", ""]
    return "\n".join(["---", *fields, *rest])


def _person(start: Start) -> str:
    fields = (
        f"name: {_quoted(start.title)}",
        "credentials:              # like MD or FNP-BC",
        "role:                     # like family physician",
        "clinical: false           # true only for licensed clinicians: their yes counts as one",
        f"languages: [{start.practice.lang}]",
    )
    return "\n".join(["---", *fields, "---", "Two or three sentences about the person.", ""])


_TEXTS: Mapping[str, Callable[[Start], str]] = {
    "article": _article,
    "question": _question,
    "notice": _notice,
    "link": _link,
    "event": _event,
    "page": _page,
    "person": _person,
}
