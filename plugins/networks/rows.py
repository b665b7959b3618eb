"""The types of the table: a network, a scheduler, and a limit that knows where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

SHAPES = ("card", "wide", "landscape", "square", "portrait", "story", "pin")
"""Every shape of a picture, in the order in which they are told: from wide to tall."""


class Size(NamedTuple):
    """A picture's width and height in pixels."""

    width: int
    height: int


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

    @property
    def is_apart(self) -> bool:
        """Whether the address goes into a field of its own, beside the text."""
        return self in (Place.BUTTON, Place.PIN)


class Tone(StrEnum):
    """To whom the network speaks."""

    PATIENT = "patient"
    PEER = "peer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where something comes from. `read` is YYYY-MM or YYYY-MM-DD."""

    sure: Sure
    source: str
    read: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Evidence):
    """The most that is accepted, with the evidence for it."""

    size: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A place where posts are shared. A limit that is None: no such field, or none is known."""

    name: str
    label: str
    """The name that people know: "Google Business Profile"."""
    text: Limit | None = None
    bytes: Limit | None = None
    """A second limit on the text, in UTF-8 bytes."""
    own_characters: bool = False
    """Whether servers differ, so that practice.toml may name the length of a text on its own."""
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
    bio: Limit | None = None
    """The longest text of the practice's profile; None: it has none, or no length is known."""
    bio_link: bool = False
    """Whether the profile has a field of its own for the address of the site."""
    avatar: Size | None = None
    """The profile's picture."""
    cover: Size | None = None
    """The wide picture behind the profile; None: there is none."""
    profile_pictures: Evidence | None = None
    """Where the sizes of avatar and cover come from."""

    @property
    def body(self) -> Limit | None:
        """The limit of the main text, whatever the network calls that field."""
        return self.text or self.description


class Cell(StrEnum):
    """What stands in a column of an upload file."""

    TEXT = "text"
    """The whole text, its link in it where links work."""
    TEXT_APART = "text_apart"
    """The text without its link; the whole text where the two cannot be parted."""
    LINK = "link"
    """Where the post leads, when the address does not stand in the row's text: behind a button or
    a pin, or parted from the text."""
    IMAGE = "image"
    """The full address of one picture: the one that `Column.number` says."""
    IMAGES = "images"
    """The full addresses of all pictures of the post, joined by `Column.joiner`."""
    ALT = "alt"
    """The alt text of the picture that `Column.number` says."""
    ALTS = "alts"
    """The alt texts of all pictures, in their order, joined by `Column.joiner`."""
    DATETIME = "datetime"
    DATE = "date"
    TIME = "time"
    TITLE = "title"
    """The network's own title field."""
    BOARD = "board"
    """The board that a pin goes to, from practice.toml."""
    NETWORK = "network"
    """The network's name."""
    CTA = "cta"
    """The button, in the tool's words (`Upload.ctas`)."""
    HASHTAGS = "hashtags"
    """The hashtags as words without their #, joined by `Column.joiner`."""
    FLAG = "flag"
    """TRUE where the row is for one of `Column.networks`, else FALSE: for ever, with none named."""
    FIXED = "fixed"
    """`Column.value`."""
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of an upload file."""

    name: str
    """As it must stand in the header; only for people where the file has no header."""
    cell: Cell
    networks: tuple[str, ...] = ()
    """The only networks for which something stands in it; empty means all."""
    left_out: bool = False
    """Whether a file for another network lacks the column; otherwise its cells are empty there."""
    number: int = 1
    """Which picture of the post, from 1 on."""
    format: str = ""
    """The strftime pattern of a DATETIME, DATE or TIME."""
    value: str = ""
    joiner: str = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload(Evidence):
    """The format of a tool's upload file: UTF-8, separated by commas."""

    columns: tuple[Column, ...]
    header: bool
    """Whether the first line names the columns."""
    per_network: bool
    """Whether each network needs a file of its own; otherwise one file holds them all."""
    networks: Mapping[str, str]
    """Which networks a row can be for, and what the tool calls each."""
    every_network: bool = False
    """Whether a row can be for any network, those of the practice's own too."""
    rows: Limit | None = None
    """The most rows of one file, without the header."""
    rows_free: Limit | None = None
    """The most rows where the tool is used on its free plan."""
    bom: bool = False
    """Whether the file begins with a byte order mark."""
    time_zone: str = ""
    """The zone in which times are meant; empty: the one that is set in the tool's account."""
    minutes_ahead: int = 0
    """How far ahead of the upload a time must be."""
    minute_step: int = 1
    """Minutes of the hour must be a multiple of this."""
    days_ahead: int | None = None
    """How far ahead a time may be."""
    unique: tuple[Cell, ...] = ()
    """What may not be the same in two rows of a file."""
    needs_image: bool = False
    """Whether a row without a picture is refused."""
    ctas: Mapping[str, str] = field(default_factory=dict)
    """What the tool calls our buttons; one that is missing is left empty."""

    def takes(self, network: str) -> bool:
        """Whether a row can be for the network."""
        return self.every_network or network in self.networks

    @property
    def alt(self) -> bool:
        """Whether the file can carry alt texts."""
        return any(column.cell in (Cell.ALT, Cell.ALTS) for column in self.columns)

    @property
    def images(self) -> int | None:
        """The most pictures that a row can carry; None: the tool names no number."""
        if any(column.cell is Cell.IMAGES for column in self.columns):
            return None
        return sum(column.cell is Cell.IMAGE for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduler:
    """A tool that posts for the practice."""

    name: str
    label: str
    networks: Mapping[str, Mapping[str, Limit]]
    """Its own limits, by network and field ("text", "title", "description")."""
    upload: Upload | None = None
    """Its upload file; None: it takes none, or none is known."""
