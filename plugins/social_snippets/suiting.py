"""What may be said on a network at all: no phone number here, no name of ours there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import urlsplit

from plugins.networks.rows import Network
from plugins.practice.posts import Event, HealthPost, Notice, Post
from plugins.practice.sentences import is_urgent
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.social_snippets.parts import Part

# A phone number in text: "(212) 555-0143", "1-800-222-1222", "+34 612 345 678". Three digits
# such as 911 are none: every reader may need them.
_PHONE = re.compile(
    r"(?<![\w/])(?:(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}|\+\d[\d\s().-]{6,}\d)"
    r"(?!\w)"
)

# A clinician by name: "Dr. Okafor", "la Dra. Ruiz".
_DOCTOR = re.compile(r"\b(?:Dra?\.?|Doctora?)\s+[^\W\d_a-z]")

# Roles whose parts are one running text; the others are lists.
_FLOWING = frozenset({"message", "then"})


def has_phone(text: str, practice: Practice) -> bool:
    """Whether a phone number stands in the text."""
    if _PHONE.search(text):
        return True
    phones = {practice.phone, *(place.phone for place in practice.places)}
    return any(phone and phone in text for phone in phones)


def names_us(text: str, post: Post, practice: Practice) -> bool:
    """Whether the text tells who we are: our names, address, site, phone or people."""
    told = text.casefold()
    if has_phone(text, practice) or _DOCTOR.search(text):
        return True
    return any(name in told for name in _our_names(post, practice))


def _our_names(post: Post, practice: Practice) -> set[str]:
    names = {practice.name, practice.short_name, urlsplit(practice.site_url).netloc, practice.email}
    names |= {urlsplit(practice.site_url).netloc.removeprefix("www.")}
    for place in practice.places:
        names |= {place.name, place.street}
    people = {*post.authors, post.translated_by, post.translation_reviewed_by}
    if isinstance(post, HealthPost):
        people.add(post.reviewed_by)
    if isinstance(post, Notice):
        people |= set(post.affects)
    # A person's id is the name with hyphens; ids of one word are services or places.
    names |= {person.replace("-", " ") for person in people if "-" in person}
    return {name.casefold() for name in names if name}


def suit(parts: Sequence[Part], network: Network, post: Post, practice: Practice) -> list[Part]:
    """The parts that the network may have."""
    suited = list(parts)
    if not network.names_us:
        suited = _without(suited, lambda text: names_us(text, post, practice))
    if network.phone:
        return suited
    without = _without(suited, lambda text: has_phone(text, practice))
    if len(without) < len(suited) and isinstance(post, Notice | Event):
        without.append(call_button(post))
    return without


def call_button(post: Post) -> Part:
    """What stands in for a phone number where the post's button can call."""
    return Part(role="then", text=say(post.lang, "snippets.call_button"), rank=5)


def _without(parts: Iterable[Part], unsuited: Callable[[str], bool]) -> list[Part]:
    """Without each unsuited sentence, and without what follows it in its paragraph.

    What follows may well speak of what was left out; only a sentence for emergencies stays.
    """
    kept, cut = [], set()
    for part in parts:
        if unsuited(part.text):
            cut.add(part.role)
        elif part.role not in cut or part.role not in _FLOWING or is_urgent(part.text):
            kept.append(part)
    return kept
