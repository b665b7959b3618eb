"""The types of the table: a network, a scheduler, and a limit that knows where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """How a network counts a text. `counting.count` does it."""

    X = "x"
    GRAPHEMES = "graphemes"
    BYTES = "bytes"
    MASTODON = "mastodon"
    THREADS = "threads"
    UTF16 = "utf16"
    CHARACTERS = "characters"
    ITEMS = "items"
    """Whole things: hashtags, links, pictures, rows of a file."""


class Sure(StrEnum):
    """How well a number is known."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    GENERAL = "general"


class Place(StrEnum):
    """Where a link works on a network."""

    TEXT = "text"
    CARD = "card"
    """In the text, and shown as a card with the page's picture."""
    BIO = "bio"
    """Only in the profile: "link in bio"."""
    BUTTON = "button"
    PIN = "pin"
    NONE = "none"

    @property
    def in_text(self) -> bool:
        """Whether readers can use an address that stands in the text."""
        return self in (Place.TEXT, Place.CARD)


class Tone(StrEnum):
    """To whom the network speaks."""

    PATIENT = "patient"
    PEER = "peer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The most that is accepted, with the evidence for it. `read` is YYYY-MM or YYYY-MM-DD."""

    size: int
    unit: Unit
    sure: Sure
    source: str
    read: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A place where posts are shared. A limit that is None: no such field, or none is known."""

    name: str
    label: str
    """The name that people know: "Google Business Profile"."""
    text: Limit | None = None
    bytes: Limit | None = None
    """A second limit on the text, in UTF-8 bytes."""
    title: Limit | None = None
    title_for: tuple[str, ...] = ()
    """The only kinds of post that have the title; empty means every kind."""
    description: Limit | None = None
    """Where the network calls the text a description: the text stands here, `text` is None."""
    fold: Limit | None = None
    """What a reader sees before "more"."""
    hashtags: Limit | None = None
    links: Limit | None = None
    alt: Limit | None = None
    place: Place
    ctas: tuple[str, ...] = ()
    """The kinds of button that a post can carry, the usual one first."""
    shapes: tuple[str, ...] = ()
    """The graphics that suit it, best first; empty means that it needs none."""
    slides: Limit | None = None
    """The most pictures of one post that readers swipe through; None where they cannot."""
    document: bool = False
    """Whether a PDF can be posted, which readers page through."""
    parts: tuple[str, ...] = ()
    """The order in which the parts of a text are laid."""
    kinds: tuple[str, ...] = ()
    """The only kinds of post that belong there ("alert": a health alert); empty means all."""
    tone: Tone = Tone.PATIENT
    thread: bool = False
    emoji: bool = True
    phone: bool = True
    """Whether a phone number may stand in the text."""
    names_us: bool = True
    """Whether the practice may be named there."""
    feed: bool = True
    """Whether it takes text and links by machine, so that a feed for it makes sense."""

    @property
    def body(self) -> Limit | None:
        """The limit of the main text, whatever the network calls that field."""
        return self.text or self.description


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduler:
    """A tool that posts for the practice."""

    name: str
    label: str
    networks: Mapping[str, Mapping[str, Limit]]
    """Its own limits, by network and field ("text", "title", "description")."""
    rows: Limit | None = None
    """The most rows that one upload file may have."""
    alt: bool = False
    """Whether its upload file can carry alt texts."""
