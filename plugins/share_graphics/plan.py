"""The graphics of a post, planned to the last line, and what keeps them from being made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.practice.addresses import graphic_path
from plugins.practice.looks import Look, look_of
from plugins.practice.people import Person
from plugins.practice.posts import Post
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice
from plugins.share_graphics import findings
from plugins.share_graphics.alts import alt_of
from plugins.share_graphics.colours import schemes
from plugins.share_graphics.composing import compose, surplus
from plugins.share_graphics.fonts import fonts_digest
from plugins.share_graphics.frames import frame_of
from plugins.share_graphics.glyph_checks import check_glyphs
from plugins.share_graphics.graphic import Graphic, Layout
from plugins.share_graphics.layouts import (
    Board,
    body_height,
    motif_beside,
    put_footer,
    put_label,
    put_stack,
)
from plugins.share_graphics.logos import Mark, mark_of
from plugins.share_graphics.shapes import SHAPES, Shape
from plugins.share_graphics.wording import Message, Text, message_of

DESIGN = "1"
"""Counts up when drawing changes in a way that no plan shows."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What all graphics of one post share."""

    post: Post
    practice: Practice
    message: Message
    look: Look
    mark: Mark | None


def plan_graphics(
    post: Post,
    *,
    practice: Practice,
    people: Mapping[str, Person],
    shapes: Sequence[str],
    logo: bytes | None = None,
) -> tuple[tuple[Graphic, ...], tuple[Problem, ...]]:
    """The post's graphics at the shapes named (keys of `SHAPES`), and every problem found.

    `logo` is the practice's logo as a PNG file's bytes. A text that does not fit, or that holds a
    character which no font has, blocks: there is then no graphic of that shape.
    """
    message, problems = _drawable(message_of(post, practice, people), post)
    mark = mark_of(logo) if logo else None
    if logo and mark is None:
        problems.append(findings.logo_unreadable(practice.brand.logo))
    if any(problem.blocks for problem in problems):
        return (), tuple(problems)
    job = _Job(post, practice, message, look_of(practice.brand), mark)
    planned = [_plan(job, SHAPES[name]) for name in shapes]
    problems += [problem for problem in planned if isinstance(problem, Problem)]
    return tuple(one for one in planned if isinstance(one, Graphic)), tuple(problems)


def _drawable(message: Message, post: Post) -> tuple[Message, list[Problem]]:
    """The message without emoji that our fonts lack, and what had to be said about its texts."""
    problems = (
        [findings.state_unclear(post, message.unclear_state)] if message.unclear_state else []
    )
    fixed: dict[str, str] = {}
    for name, words in (("label", message.label), ("mark", message.mark)):
        own = check_glyphs(words)
        fixed[name] = own.text
        if own.missing or not own.text:
            problems.append(findings.practice_without_glyph(words, own.missing or own.left_out))
    cleaned: dict[Text, Text] = {}
    for text in _texts(message):
        checked = check_glyphs(text.text)
        cleaned[text] = replace(text, text=checked.text)
        missing = checked.missing
        if text == message.lead and not checked.text:
            missing += checked.left_out  # a title of nothing but such emoji
        if missing:
            problems.append(findings.without_glyph(post, text, missing))
        if checked.left_out:
            problems.append(findings.emoji_left_out(post, text, checked.left_out))
    return replace(
        message,
        label=fixed["label"],
        mark=fixed["mark"],
        lead=cleaned[message.lead],
        variants=tuple(
            tuple(cleaned[text] for text in variant if cleaned[text].text)
            for variant in message.variants
        ),
    ), problems


def _texts(message: Message) -> Iterator[Text]:
    """Every text once."""
    flat = (message.lead, *(text for variant in message.variants for text in variant))
    return iter(dict.fromkeys(flat))


def _plan(job: _Job, shape: Shape) -> Graphic | Problem:
    frame, message = frame_of(shape), job.message
    board = Board(message, frame, schemes(job.look)[message.scheme])
    label, foot = put_label(board), put_footer(board, job.mark)
    if label is None:
        return findings.frame_too_long("The topic's name", message.label, shape.name)
    if foot is None:
        return findings.frame_too_long("The practice's short name", message.mark, shape.name)
    height = body_height(frame, label, foot)
    stack = compose(message, frame, height)
    if stack is None:
        text = _culprit(message)
        return findings.too_long(job.post, text, shape.name, surplus(message, text, frame, height))
    top = put_stack(board, stack, label, foot)
    topic = job.post.topics[0] if job.post.topics else job.post.kind
    layout = Layout(
        ground=board.scheme.ground,
        motif=motif_beside(board, stack, top, label, foot, job.look.shapes, topic),
        texts=tuple(board.texts),
        logo=board.logo,
    )
    return _graphic(job, shape, layout, alt_of(message, stack, job.practice.name))


def _culprit(message: Message) -> Text:
    """The text to shorten: the title, or the longest company of a notice's fixed word."""
    if message.lead.source == "title":
        return message.lead
    return max(message.variants[-1], key=lambda text: len(text.text))


def _graphic(job: _Job, shape: Shape, layout: Layout, alt: str) -> Graphic:
    shaped = (DESIGN, fonts_digest(), shape.width, shape.height, layout)
    return Graphic(
        uid=job.post.uid,
        shape=shape.name,
        path=graphic_path(job.post, shape.name, job.practice),
        width=shape.width,
        height=shape.height,
        alt=alt,
        key=hashlib.sha256(repr(shaped).encode()).hexdigest(),
        layout=layout,
    )
