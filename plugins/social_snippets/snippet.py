"""One text of a post for one network."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.networks.rows import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """What a person pastes, or a scheduler posts, on one network."""

    network: str
    text: str
    """The main text, complete in itself, whatever the network calls the field."""
    title: str = ""
    description: str = ""
    """The text once more, where the network calls its field a description."""
    cta: str = ""
    """The button of the post: "LEARN_MORE", "CALL" ..."""
    thread: tuple[str, ...] = ()
    """The longer form as a row of posts; empty where one post says it all."""
    length: int
    """The length of `text`, in `unit`."""
    limit: int
    unit: Unit
    link: str = ""
    """The address that goes with the post: in its text, button, pin or the profile's one link."""
    alt_limit: int | None = None
    """The most that the picture's alt text may have; None: none known, or no alt text there."""
    hashtags: tuple[str, ...] = ()
    shape: str = ""
    """The graphic that suits the network best; "" where it needs none."""
    hand_written: bool = False
    text_apart: str = ""
    """The text without its link, for tools that take the link in a field of its own; empty where
    the two cannot be parted, or no link stands in the text."""
    books: bool = False
    """Whether it asks the reader to make an appointment."""
