"""A message as our fonts can draw it, and what they cannot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.practice.problems import Problem
from plugins.share_graphics import findings
from plugins.share_graphics.layout.icon_arrays import MOST as MOST_ICONS
from plugins.share_graphics.messages.briefs import Brief
from plugins.share_graphics.messages.message import Counts, Message, Text, Visual
from plugins.share_graphics.typesetting.glyph_checks import check_glyphs


def drawable(message: Message, brief: Brief) -> tuple[Message, list[Problem]]:
    """The message without emoji that our fonts lack, and what had to be said about it."""
    problems = [
        *_about_the_message(message, brief),
        *_about_own_words(message, brief),
        *_about_texts(message, brief),
    ]
    variants = [[_clean(text) for text in variant] for variant in message.variants]
    fixed = replace(
        message,
        label=check_glyphs(message.label).text,
        mark=check_glyphs(message.mark).text,
        lead=_clean(message.lead),
        variants=tuple(tuple(text for text in variant if text.text) for variant in variants),
        visual=_clean_visual(message.visual),
    )
    return fixed, problems


def line_of_own(brief: Brief, what: str) -> int:
    """Where practice.toml has the words of a "label", the "mark" or the "address"."""
    practice = brief.practice
    short = "practice.short_name" if "practice.short_name" in practice.lines else "practice.name"
    places = {"label": f"topics.{brief.topic}.name", "address": "practice.site_url", "mark": short}
    return practice.line_of(places[what])


def _clean(text: Text) -> Text:
    return replace(text, text=check_glyphs(text.text).text)


def _clean_visual(visual: Visual) -> Visual:
    if not isinstance(visual, Counts):
        return visual
    before, after = (
        replace(one, name=check_glyphs(one.name).text) for one in (visual.before, visual.after)
    )
    return Counts(before, after)


def _about_the_message(message: Message, brief: Brief) -> Iterator[Problem]:
    if message.unclear_state:
        yield findings.state_unclear(brief.post, message.unclear_state)
    visual = message.visual
    if isinstance(visual, Counts) and visual.before.whole > MOST_ICONS:
        yield findings.too_rare_for_icons(brief.post, visual.before.whole)


def _about_own_words(message: Message, brief: Brief) -> Iterator[Problem]:
    """Characters of the practice's own words that no font has."""
    own = {"label": message.label, "mark": message.mark, "address": message.address}
    for what, words in own.items():
        found = check_glyphs(words)
        if found.missing or not found.text:
            lacking = found.missing or found.left_out
            line = line_of_own(brief, what)
            yield findings.practice_without_glyph(words, lacking, line=line)


def _about_texts(message: Message, brief: Brief) -> Iterator[Problem]:
    """Characters of the post that no font has, and emoji that go."""
    texts = (
        message.lead,
        *(text for variant in message.variants for text in variant),
        *_names(message.visual),
    )
    for text in dict.fromkeys(texts):
        found = check_glyphs(text.text)
        missing = found.missing
        if text == message.lead and not found.text:
            missing += found.left_out  # a title of nothing but such emoji
        if missing:
            yield findings.without_glyph(brief.post, text, missing)
        if found.left_out:
            yield findings.emoji_left_out(brief.post, text, found.left_out)


def _names(visual: Visual) -> Iterator[Text]:
    """What counts are called, which the writer chose too."""
    if isinstance(visual, Counts):
        for one in (visual.before, visual.after):
            yield Text(role="name", text=one.name, source="risk")
