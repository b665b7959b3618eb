"""A graphic in words, for people who do not see it."""

from __future__ import annotations

from plugins.share_graphics.composing import Stack
from plugins.share_graphics.wording import Message

MOST_CHARACTERS = 1000
"""Characters; the limit of X and of Instagram, by their API documents (docs/networks.md).
Networks that take fewer, TikTok and Pinterest, are the snippets' affair."""

_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


def alt_of(message: Message, stack: Stack, practice_name: str) -> str:
    """Everything that the picture says, in the order in which it is read: the lead fact first."""
    lead, *company = (placed.text for placed in stack.placed)
    joined = lead.text
    if company and company[0].role in {"date", "when"} and not lead.text.endswith(_ENDS):
        joined, company = f"{lead.text}: {company[0].text}", company[1:]
    sentences = [joined, *(text.text for text in company)]
    sentences += [message.month] if message.month else []
    if " " in message.address:  # "Full answer at example.org"
        sentences += [message.address, practice_name]
    else:
        sentences.append(f"{practice_name}, {message.address}")
    return _within([_sentence(text) for text in sentences])


def _sentence(text: str) -> str:
    return text if text.rstrip("\"'”’»)").endswith(_ENDS) else f"{text}."


def _within(sentences: list[str]) -> str:
    while len(" ".join(sentences)) > MOST_CHARACTERS and len(sentences) > 1:
        sentences = sentences[:-1]
    return " ".join(sentences)
