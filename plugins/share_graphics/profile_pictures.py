"""The practice's own pictures for its profiles: a round one, and a cover for each network.

Planned like the graphics of a post, so that the same cache keeps them; only what stands where is
another matter (`avatars`, `covers`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from plugins.networks.own_networks import networks_of
from plugins.networks.rows import Network
from plugins.practice.looks import Look, look_of
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Practice
from plugins.share_graphics.avatars import AVATAR, lay_out_avatar
from plugins.share_graphics.covers import cover_shape, lay_out_cover
from plugins.share_graphics.emblems import initials
from plugins.share_graphics.graphic import Graphic, Layout
from plugins.share_graphics.layout.frames import NoRoomError
from plugins.share_graphics.messages.message import Message, Nothing, Text
from plugins.share_graphics.pictures import Picture, picture_of
from plugins.share_graphics.shapes import Shape
from plugins.share_graphics.typesetting.glyph_checks import check_glyphs
from plugins.share_graphics.versions import digest_of_what_draws

FOLDER = "profiles/"
"""Where the pictures stand in the kit."""
_UID = "profiles"
"""Stands in for the uid of a post."""
_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "؟", "।")


def profile_graphics(
    practice: Practice, pictures: Mapping[str, bytes] | None = None
) -> tuple[tuple[Graphic, ...], tuple[Problem, ...]]:
    """The profile picture, a cover for each network in use that shows one, and what is wrong.

    `pictures`: the bytes of the practice's own pictures by their names in content/images; only the
    logo is looked at. `Graphic.path` is a path in the kit ("profiles/cover-x.jpg"), not in the
    output. A name for which a cover has no room, or which no font of ours can draw, warns; there
    are then only those pictures that can be drawn.
    """
    look = look_of(practice.brand)
    logo = picture_of((pictures or {}).get(practice.brand.logo, b""))
    avatar = _avatar(practice, look, logo if logo and logo.fits_a_footer else None)
    messages = tuple(_messages(practice))
    if not messages:
        return (avatar,), (_not_drawable(practice),)
    networks = tuple(_with_cover(practice))
    covers = {network.name: _cover(messages, network, look) for network in networks}
    cramped = [network.label for network in networks if covers[network.name] is None]
    drawn = tuple(cover for cover in covers.values() if cover)
    return (avatar, *drawn), ((_too_long(practice, cramped),) if cramped else ())


def _with_cover(practice: Practice) -> Iterator[Network]:
    known = networks_of(practice)
    used = (known[name] for name in practice.networks if name in known)
    return (network for network in used if network.cover)


def _avatar(practice: Practice, look: Look, logo: Picture | None) -> Graphic:
    letters = check_glyphs(initials(practice.short_name)).text
    message = _message(practice, practice.name, "", scheme="brand")
    layout = lay_out_avatar(message, look, logo, letters)
    return _graphic(AVATAR, practice.name, layout, (look, letters, logo))


def _messages(practice: Practice) -> Iterator[Message]:
    """What a cover says: our name, the long one first, in letters that can be drawn."""
    tagline = check_glyphs(practice.localized(practice.tagline, practice.lang))
    below = "" if tagline.missing else tagline.text
    for name in dict.fromkeys((practice.name, practice.short_name)):
        checked = check_glyphs(name)
        if checked.text and not checked.missing:
            yield _message(practice, checked.text, below, scheme="tint")


def _message(practice: Practice, name: str, tagline: str, *, scheme: str) -> Message:
    below = (Text(role="support", text=tagline, source="tagline"),) if tagline else ()
    return Message(
        scheme=scheme,
        label="",
        lead=Text(role="title", text=name, source="name"),
        variants=tuple(dict.fromkeys((below, ()))),
        visual=Nothing(practice.name),
        topic=practice.name,
        mark="",
        address="",
        month="",
        lang=practice.lang,
    )


def _cover(messages: Sequence[Message], network: Network, look: Look) -> Graphic | None:
    """The cover with the first message whose name stands large, else with the first that fits at
    all; None where none does."""
    if not network.cover:
        return None
    shape = cover_shape(network.name, network.cover)
    for clear, message in product((True, False), messages):
        try:
            layout, stack = lay_out_cover(message, shape, look, clear=clear)
        except NoRoomError:
            continue
        alt = _as_sentences(placed.text.text for placed in stack.placed)
        return _graphic(shape, alt, layout, (look, message))
    return None


def _as_sentences(texts: Iterable[str]) -> str:
    return " ".join(text if text.endswith(_SENTENCE_ENDS) else f"{text}." for text in texts)


def _graphic(shape: Shape, alt: str, layout: Layout, made_from: tuple[object, ...]) -> Graphic:
    shaped = repr((digest_of_what_draws(), shape, made_from))
    return Graphic(
        uid=_UID,
        shape=shape.name,
        path=f"{FOLDER}{shape.name}.jpg",
        width=shape.width,
        height=shape.height,
        alt=alt,
        key=hashlib.sha256(shaped.encode()).hexdigest(),
        layout=layout,
    )


def _too_long(practice: Practice, networks: Sequence[str]) -> Problem:
    return _about_name(
        practice,
        "practice-name-too-long-for-cover",
        f'The name "{practice.short_name}" has no room on the cover for {", ".join(networks)}.',
        "A profile without a cover looks forsaken; the other pictures are there.",
        "Give a shorter short_name, or make that cover yourself.",
    )


def _not_drawable(practice: Practice) -> Problem:
    return _about_name(
        practice,
        "character-without-glyph",
        f'No cover was made: the name "{practice.name}" holds a character that no font of '
        "Housecall has.",
        "Readers would see an empty box in the place of it.",
        "Write the name or the short_name another way.",
    )


def _about_name(practice: Practice, rule: str, what: str, why: str, fix: str) -> Problem:
    own = "practice.short_name" in practice.lines
    return Problem(
        rule=rule,
        severity=Severity.WARN,
        file=PRACTICE_FILE,
        line=practice.line_of("practice.short_name" if own else "practice.name"),
        what=what,
        why=why,
        fix=fix,
    )
