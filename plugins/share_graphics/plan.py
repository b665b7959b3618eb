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
from plugins.share_graphics.graphic import Graphic, Layout
from plugins.share_graphics.layout.composing import surplus, unfit_word
from plugins.share_graphics.layout.frames import NoRoomError
from plugins.share_graphics.layout.icon_arrays import MOST as MOST_ICONS
from plugins.share_graphics.layout.layouts import lay_out
from plugins.share_graphics.messages.alts import alt_of
from plugins.share_graphics.messages.briefs import Brief
from plugins.share_graphics.messages.carousels import MOST as MOST_SLIDES
from plugins.share_graphics.messages.carousels import MOST_WORDS, inner_slides, slides_of, words_of
from plugins.share_graphics.messages.message import Counts, Message, Photo, Text
from plugins.share_graphics.messages.wording import message_of
from plugins.share_graphics.pictures import Picture, picture_of
from plugins.share_graphics.shapes import SHAPES, Shape, slide_shape
from plugins.share_graphics.typesetting.glyph_checks import check_glyphs
from plugins.share_graphics.versions import digest_of_what_draws

_NAMES = {"label": "The topic's name", "mark": "The practice's short name"}
"""What of the practice's own words a label and a mark are."""


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
    wanted = [(SHAPES[name], message_of(job.brief)) for name in shapes]
    if slides:
        carousel = slides_of(job.brief)
        wanted += [(slide_shape(n), slide) for n, slide in enumerate(carousel, 1)]
        problems += _about_slides(job.brief, carousel)
    graphics: list[Graphic] = []
    for shape, message in wanted:
        graphic, told = _plan(job, message, shape)
        graphics += [graphic] if graphic else []
        problems += told
    return tuple(graphics), tuple(dict.fromkeys(problems))


def _about_logo(practice: Practice, logo: Picture | None) -> list[Problem]:
    name, line = practice.brand.logo, practice.line_of("brand.logo")
    if logo is None:
        return [findings.logo_unreadable(name, line=line)]
    return [] if logo.fits_a_footer else [findings.logo_out_of_shape(name, line=line)]


def _about_slides(brief: Brief, carousel: Sequence[Message]) -> Iterator[Problem]:
    """Slides that say too much, and a carousel that has more to say than it shows."""
    post, found = brief.post, len(inner_slides(brief))
    if carousel and found > MOST_SLIDES:
        yield findings.too_many_slides(post, found, MOST_SLIDES)
    for slide in carousel:
        words = words_of(slide.lead.text)
        if slide.lead.role == "point" and words > MOST_WORDS:
            yield findings.too_many_words(post, slide.lead, words, MOST_WORDS)


def _plan(job: _Job, message: Message, shape: Shape) -> tuple[Graphic | None, list[Problem]]:
    message, problems = _drawable(job, message)
    if any(problem.blocks for problem in problems):
        return None, problems
    try:
        layout, stack = lay_out(message, shape, job.look, job.pictures, job.logo)
    except NoRoomError as fault:
        kind = job.brief.say(job.post.kind)
        if fault.what == "label" and message.label != kind:
            graphic, told = _plan(job, replace(message, label=kind), shape)
            line = _line(job.brief, "label")
            return graphic, [findings.topic_left_out(message.label, shape.name, line=line), *told]
        return None, [*problems, _no_room(job, message, shape, fault)]
    alt = alt_of(message, stack, job.brief.practice.name)
    return _graphic(job, message, shape, layout, alt), problems


def _drawable(job: _Job, message: Message) -> tuple[Message, list[Problem]]:
    """The message without emoji that our fonts lack, and what had to be said about its texts."""
    post = job.post
    problems = (
        [findings.state_unclear(post, message.unclear_state)] if message.unclear_state else []
    )
    if isinstance(message.visual, Counts) and message.visual.before.whole > MOST_ICONS:
        problems.append(findings.too_rare_for_icons(post, message.visual.before.whole))
    fixed: dict[str, str] = {}
    for name, words in (("label", message.label), ("mark", message.mark)):
        own = check_glyphs(words)
        fixed[name] = own.text
        if own.missing or not own.text:
            told, line = own.missing or own.left_out, _line(job.brief, name)
            problems.append(findings.practice_without_glyph(words, told, line=line))
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


def _no_room(job: _Job, message: Message, shape: Shape, fault: NoRoomError) -> Problem:
    if fault.what in _NAMES:
        words = message.label if fault.what == "label" else message.mark
        line = _line(job.brief, fault.what)
        return findings.frame_too_long(_NAMES[fault.what], words, shape.name, line=line)
    if fault.what == "counts":
        return findings.counts_too_long(job.post, shape.name)
    for text in _culprits(message):
        much = surplus(message, text, fault.frame, fault.height)
        if much < len(text.text):
            break
    word = unfit_word(message, text, fault.frame, fault.height)
    return findings.too_long(job.post, text, shape.name, much, word)


def _line(brief: Brief, what: str) -> int:
    """Where practice.toml has a label or a mark."""
    practice = brief.practice
    if what == "label":
        return practice.line_of(f"topics.{brief.topic}.name")
    key = "practice.short_name"
    return practice.line_of(key if key in practice.lines else "practice.name")


def _culprits(message: Message) -> list[Text]:
    """The texts to shorten, the likeliest first: the lead, then its longest company; of a notice
    the company alone, as its lead is a word of ours."""
    company = sorted(message.variants[-1], key=lambda text: -len(text.text))
    return company if message.lead.role == "state" else [message.lead, *company, message.lead]


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
