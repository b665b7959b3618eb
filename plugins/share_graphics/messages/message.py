"""What a graphic says and shows, before anybody knows how much room there is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of a graphic."""

    role: str
    """A key of `STYLES`."""
    text: str
    source: str
    """The front matter field that it comes from."""
    tag: str = ""
    """A word above the text that says what it is: "Fact"."""
    sign: str = ""
    """A sign before the tag: "tick"."""


@dataclass(frozen=True, slots=True)
class Motif:
    """The figure of a topic."""

    topic: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf of a calendar: month, day, weekday."""

    month: str
    day: str
    weekday: str


@dataclass(frozen=True, slots=True)
class Emblem:
    """One large sign."""

    sign: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph of ours, by its name in content/images."""

    name: str


@dataclass(frozen=True, slots=True)
class Count:
    """Some out of a whole."""

    part: int
    whole: int
    out_of: str
    """The whole in words: "out of 100"."""
    name: str
    """Who is counted: "With a program"."""

    @property
    def number(self) -> str:
        """The part in figures."""
        return f"{self.part:,}"


@dataclass(frozen=True, slots=True)
class Counts:
    """Two counts as icon arrays."""

    before: Count
    after: Count


@dataclass(frozen=True, slots=True)
class Nothing:
    """The text has the whole width; where it stands above a motif anyway, that of a topic."""

    topic: str


Visual = Motif | Leaf | Emblem | Photo | Counts | Nothing
"""What stands beside the text, or below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One graphic in words."""

    scheme: str
    """A key of `schemes()`."""
    label: str
    lead: Text
    variants: tuple[tuple[Text, ...], ...]
    """What stands below the lead: the richest first, the least that must be said last."""
    visual: Visual
    topic: str
    """What the motif is drawn from."""
    mark: str
    address: str
    month: str
    lang: str
    """The language of the post; labels fall back to one that Housecall speaks."""
    unclear_state: str = ""
    """The state that was guessed for a notice, where the title does not say it."""
