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
from plugins.practice.sources import Source
from plugins.share_graphics import findings
from plugins.share_graphics.drawable import drawable, line_of_own
from plugins.share_graphics.graphic import Graphic, Layout
from plugins.share_graphics.layout.composing import surplus, unfit_word
from plugins.share_graphics.layout.frames import NoRoomError
from plugins.share_graphics.layout.layouts import lay_out
from plugins.share_graphics.messages.alts import alt_of
from plugins.share_graphics.messages.briefs import Brief
from plugins.share_graphics.messages.carousels import MOST as MOST_SLIDES
from plugins.share_graphics.messages.carousels import MOST_WORDS, inner_slides, slides_of, words_of
from plugins.share_graphics.messages.message import Message, Photo, Text
from plugins.share_graphics.messages.wording import message_of
from plugins.share_graphics.pictures import Picture, picture_of
from plugins.share_graphics.shapes import SHAPES, Shape, slide_shape
from plugins.share_graphics.versions import digest_of_what_draws

_LACKING = ("label", "mark", "counts", "stack")
"""What can have no room."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What all graphics of one post share."""

    brief: Brief
    look: Look
    pictures: Mapping[str, Picture]
    logo: Picture | None

    @property
    def post(self) -> Post:
        return self.brief.post


def plan_graphics(
    post: Post,
    *,
    practice: Practice,
    people: Mapping[str, Person],
    shapes: Sequence[str],
    slides: bool = False,
    sources: Mapping[str, Source] | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> tuple[tuple[Graphic, ...], tuple[Problem, ...]]:
    """The post's graphics at the shapes named (keys of `SHAPES`), and every problem found.

    `slides`: its carousel too, where it has enough to say. `sources`: the source ledger, which the
    last slide names. `pictures`: the bytes of the practice's own pictures by their names in
    content/images: logo, photo of the place, photos of people. A text that does not fit, or that
    holds a character which no font has, blocks: there is then no graphic of that shape.
    """
    opened = {name: picture_of(data) for name, data in (pictures or {}).items()}
    logo = opened.get(practice.brand.logo)
    job = _Job(
        Brief(post=post, practice=practice, people=people, sources=sources or {}),
        look_of(practice.brand),
        {name: picture for name, picture in opened.items() if picture},
        logo if logo and logo.fits_a_footer else None,
    )
    problems = _about_logo(practice, logo) if practice.brand.logo in opened else []
    wanted = [(message_of(job.brief), [SHAPES[name] for name in shapes])] if shapes else []
    if slides:
        inner = inner_slides(job.brief)
        carousel = slides_of(job.brief, inner)
        wanted += [(slide, [slide_shape(n)]) for n, slide in enumerate(carousel, 1)]
        problems += _about_slides(post, carousel, len(inner))
    graphics: list[Graphic] = []
    for message, its_shapes in wanted:
        planned, told = _plan_all(job, message, its_shapes)
        graphics += planned
        problems += told
    return tuple(graphics), tuple(dict.fromkeys(problems))


def _about_logo(practice: Practice, logo: Picture | None) -> list[Problem]:
    name, line = practice.brand.logo, practice.line_of("brand.logo")
    if logo is None:
        return [findings.logo_unreadable(name, line=line)]
    return [] if logo.fits_a_footer else [findings.logo_out_of_shape(name, line=line)]


def _about_slides(post: Post, carousel: Sequence[Message], found: int) -> Iterator[Problem]:
    """Slides that say too much, and a carousel that has more to say than it shows."""
    if carousel and found > MOST_SLIDES:
        yield findings.too_many_slides(post, found, MOST_SLIDES)
    for slide in carousel:
        words = words_of(slide.lead.text)
        if slide.lead.role == "point" and words > MOST_WORDS:
            yield findings.too_many_words(post, slide.lead, words, MOST_WORDS)


def _plan_all(
    job: _Job, message: Message, shapes: Sequence[Shape]
) -> tuple[list[Graphic], list[Problem]]:
    """A message at its shapes; at none of them where a character of it cannot be drawn."""
    message, problems = drawable(message, job.brief)
    if any(problem.blocks for problem in problems):
        return [], problems
    planned: list[Graphic] = []
    faults: dict[str, NoRoomError] = {}
    for shape in shapes:
        try:
            planned.append(_plan(job, message, shape))
        except NoRoomError as fault:
            faults[shape.name] = fault
            if fault.what == "label" and message.label != job.brief.kind_name:
                kept, told = _plan_all(job, replace(message, label=job.brief.kind_name), [shape])
                planned += kept
                problems += told
    return planned, [*problems, *_about_room(job, message, faults)]


def _plan(job: _Job, message: Message, shape: Shape) -> Graphic:
    """NoRoomError: something that must stand has none."""
    layout, stack = lay_out(message, shape, job.look, job.pictures, job.logo)
    return _graphic(job, message, shape, layout, alt_of(message, stack, job.brief.practice.name))


def _about_room(
    job: _Job, message: Message, faults: Mapping[str, NoRoomError]
) -> Iterator[Problem]:
    """What had no room, each told once with all the shapes that lacked it."""
    lacking = {what: [n for n, fault in faults.items() if fault.what == what] for what in _LACKING}
    if lacking["label"]:
        line = line_of_own(job.brief, "label")
        yield findings.topic_left_out(message.label, lacking["label"], line=line)
    if lacking["mark"]:
        line = line_of_own(job.brief, "mark")
        yield findings.name_too_long(message.mark, lacking["mark"], line=line)
    if lacking["counts"]:
        yield findings.counts_too_long(job.post, lacking["counts"])
    if lacking["stack"]:
        yield _too_long(job, message, {name: faults[name] for name in lacking["stack"]})


def _too_long(job: _Job, message: Message, faults: Mapping[str, NoRoomError]) -> Problem:
    """The text to shorten, by as much as the shape with the least room asks for."""
    for text in _culprits(message):
        cuts = [surplus(message, text, fault.frame, fault.height) for fault in faults.values()]
        if max(cuts) < len(text.text):
            return findings.too_long(job.post, text, list(faults), max(cuts))
    for text in _culprits(message):
        for fault in faults.values():
            word = unfit_word(message, text, fault.frame)
            if word:
                return findings.too_long(job.post, text, list(faults), word=word)
    return findings.too_long_together(job.post, _culprits(message), list(faults))


def _culprits(message: Message) -> list[Text]:
    """The texts to shorten, the likeliest first: the lead, then its longest company; of a notice
    the company alone, as its lead is a word of ours."""
    company = sorted(message.variants[-1], key=lambda text: -len(text.text))
    return company if message.lead.role == "state" else [message.lead, *company]


def _graphic(job: _Job, message: Message, shape: Shape, layout: Layout, alt: str) -> Graphic:
    return Graphic(
        uid=job.post.uid,
        shape=shape.name,
        path=graphic_path(job.post, shape.name, job.brief.practice),
        width=shape.width,
        height=shape.height,
        alt=alt,
        key=_key(job, message, shape),
        layout=layout,
    )


def _key(job: _Job, message: Message, shape: Shape) -> str:
    """The sha256 of all that the layout and the bytes follow from."""
    photo = isinstance(message.visual, Photo) and job.pictures.get(message.visual.name)
    shaped = (digest_of_what_draws(), message, shape, job.look, job.logo, photo)
    return hashlib.sha256(repr(shaped).encode()).hexdigest()
