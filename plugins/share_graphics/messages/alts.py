"""A graphic in words, for people who do not see it."""

from __future__ import annotations

from plugins.share_graphics.layout.composing import Stack
from plugins.share_graphics.messages.message import Counts, Message, Text

MOST_CHARACTERS = 1000
"""Characters; the limit of X and of Instagram, by their API documents (docs/networks.md).
Networks that take fewer, TikTok and Pinterest, are the snippets' affair."""

_SOFT_HYPHEN = "\u00ad"
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


def alt_of(message: Message, stack: Stack, practice_name: str) -> str:
    """Everything that the picture says, in the order in which it is read: the lead fact first."""
    lead, *company = (placed.text for placed in stack.placed)
    joined = _said(lead)
    if company and company[0].role in {"date", "when"} and not lead.text.endswith(_ENDS):
        joined, company = f"{joined}: {company[0].text}", company[1:]
    sentences = [*_counted(message), joined, *map(_said, company)]
    sentences += [message.month] if message.month else []
    sentences += _signed(message, practice_name)
    return _within([_sentence(text) for text in sentences])


def _said(text: Text) -> str:
    """A text with the word that says what it is: "Myth: ..."."""
    plain = text.text.replace(_SOFT_HYPHEN, "")
    words = f"“{plain}”" if text.sign == "quotation" else plain
    return f"{text.tag}: {words}" if text.tag else words


def _counted(message: Message) -> list[str]:
    """The numbers of an icon array, which are its lead fact."""
    if not isinstance(message.visual, Counts):
        return []
    counts = (message.visual.before, message.visual.after)
    return ["; ".join(f"{one.name}: {one.number} {one.out_of}" for one in counts)]


def _signed(message: Message, practice_name: str) -> list[str]:
    if "/" in message.address:  # a slide's number: the cover and the last slide say who we are
        return [practice_name] if message.address.startswith("1/") else []
    if message.lead.text == practice_name:
        return []
    if " " in message.address:  # "Full answer at example.org"
        return [message.address, practice_name]
    return [f"{practice_name}, {message.address}"]


def _sentence(text: str) -> str:
    return text if text.rstrip("\"'”’»)").endswith(_ENDS) else f"{text}."


def _within(sentences: list[str]) -> str:
    while len(" ".join(sentences)) > MOST_CHARACTERS and len(sentences) > 1:
        sentences = sentences[:-1]
    return " ".join(sentences)
