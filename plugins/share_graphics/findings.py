"""The problems that planning a graphic can find, in an office manager's words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from math import floor

from plugins.practice.colours import LEAST_CONTRAST, contrast, least_contrast
from plugins.practice.looks import WHITE, grounds, look_of
from plugins.practice.posts import Post
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Practice
from plugins.share_graphics.messages.message import Text

_UNREADABLE = "People see the picture on a phone: text that is cut off or tiny is not read."
_FIELDS = {
    "title": "title",
    "then": "text under `then`",
    "starts": "date line",
    "publisher": "publisher's name",
    "place": "place",
    "affects": "list of names under `affects`",
}


def too_long(
    post: Post, text: Text, shapes: Sequence[str], surplus: int = 0, word: str = ""
) -> Problem:
    """A text that does not fit even at its smallest size; `word`: what alone is too wide."""
    named = _FIELDS.get(text.source, f'text "{_opening(text.text)}" under `{text.source}`')
    fix = f"Cut at least {surplus} characters from it."
    if word:
        fix = f'Break up or shorten "{word}": it is wider than the picture.'
    return post.problem(
        "title-too-long-for-graphic" if text.source == "title" else "text-too-long-for-graphic",
        text.source,
        what=f"The {named} has {len(text.text)} characters, too many for {_pictures(shapes)}.",
        why=_UNREADABLE,
        fix=fix,
    )


def too_long_together(post: Post, texts: Sequence[Text], shapes: Sequence[str]) -> Problem:
    """Texts of which no one alone is to blame."""
    length = sum(len(text.text) for text in texts)
    named = ", ".join(f'"{_opening(text.text)}" ({len(text.text)})' for text in texts)
    return post.problem(
        "text-too-long-for-graphic",
        texts[0].source,
        what=f"These texts have {length} characters together, too many for {_pictures(shapes)}: "
        f"{named}.",
        why=_UNREADABLE,
        fix="Shorten each of them; about half is a good start.",
    )


def _pictures(shapes: Sequence[str]) -> str:
    """ "the card picture", "the card and pin pictures"."""
    *others, last = shapes
    return f"the {', '.join(others)} and {last} pictures" if others else f"the {last} picture"


def without_glyph(post: Post, text: Text, characters: tuple[str, ...]) -> Problem:
    """Characters that would come out as empty boxes."""
    named = ", ".join(f'"{char}" ({_name(char[0])})' for char in characters)
    return post.problem(
        "character-without-glyph",
        text.source,
        what=f"The pictures cannot show {named} in `{text.source}`.",
        why="None of the fonts that come with Housecall has it; readers would see an empty box.",
        fix="Write it another way, or leave it out.",
    )


def practice_without_glyph(words: str, characters: tuple[str, ...], *, line: int) -> Problem:
    """Characters in the practice's own words, on `line` of practice.toml, that no font has."""
    named = ", ".join(f'"{char}" ({_name(char[0])})' for char in characters) or "an empty name"
    return _of_practice(
        "character-without-glyph",
        line,
        severity=Severity.BLOCK,
        what=f'The pictures cannot show {named} in "{words}".',
        why="It stands on the pictures, and none of the fonts that come with Housecall has it.",
        fix="Write the name another way in practice.toml.",
    )


def emoji_left_out(post: Post, text: Text, emoji: tuple[str, ...]) -> Problem:
    """Emoji that the picture goes without."""
    return post.problem(
        "emoji-left-out-of-graphic",
        text.source,
        severity=Severity.WARN,
        what=f"The pictures leave out {' '.join(emoji)} from `{text.source}`.",
        why="The emoji font that comes with Housecall does not have it (flags, for example).",
        fix="Nothing needs to be done; choose another emoji if it matters.",
    )


def too_many_words(post: Post, text: Text, words: int, most: int) -> Problem:
    """A slide that says too much."""
    return post.problem(
        "slide-too-long",
        text.source,
        severity=Severity.WARN,
        what=f'The slide "{_opening(text.text)}" has {words} words.',
        why=f"A slide is read in a moment: more than {most} words are passed over.",
        fix=f"Say it in at most {most} words, or make two points of it.",
    )


def too_many_slides(post: Post, slides: int, most: int) -> Problem:
    """More to say than a carousel has room for."""
    return post.problem(
        "too-many-slides",
        "key_points",
        severity=Severity.WARN,
        what=f"The carousel shows the first {most} of {slides} things to say.",
        why="Few people swipe on after ten pictures, and most networks take no more.",
        fix="Nothing needs to be done; the points that matter most should stand first.",
    )


def too_large(post: Post, shape: str, size: int, most: int) -> Problem:
    """A picture that networks would turn down, even at the lowest quality."""
    return post.problem(
        "graphic-too-large",
        "title",
        severity=Severity.WARN,
        what=f"The {shape} picture has {size:,} bytes; {most:,} is the most.",
        why="Some networks turn down larger pictures without a word.",
        fix="Use a photograph with less fine detail, or none.",
    )


def _opening(text: str) -> str:
    return text if len(text) <= 40 else text[:40].rsplit(" ", 1)[0] + " ..."


def too_rare_for_icons(post: Post, whole: int) -> Problem:
    """Counts of a whole so large that its icons would be dust."""
    return post.problem(
        "number-without-icons",
        "risk",
        severity=Severity.WARN,
        what=f"The picture tells the counts of {whole:,} in words alone.",
        why="One icon for each person would be too small to see on a phone.",
        fix="Nothing needs to be done; or write the counts out of 1,000 or fewer where they fit.",
    )


def state_unclear(post: Post, state: str) -> Problem:
    """A notice with times of day whose title does not say what holds then."""
    return post.problem(
        "notice-state-unclear",
        "title",
        severity=Severity.WARN,
        what=f'The picture will say "{state}", because the title does not say which it is.',
        why="The largest word on the picture tells patients whether to come.",
        fix='Put the word into the title: "Closed", "Closes early", "Open", "Opens late", '
        '"Extra day", "Moved", "Away", "Not available" or "Canceled".',
    )


def counts_too_long(post: Post, shapes: Sequence[str]) -> Problem:
    """Names or numbers of two counts that do not stand beside each other."""
    return post.problem(
        "text-too-long-for-graphic",
        "risk",
        what=f"The two counts under `risk` have no room beside each other on {_pictures(shapes)}.",
        why="A picture that leaves the numbers out says nothing.",
        fix="Write shorter `labels`, three or four short words each, or a shorter `what`.",
    )


def topic_left_out(words: str, shapes: Sequence[str], *, line: int) -> Problem:
    """A topic's name, on `line` of practice.toml, in whose place the kind of the post stands."""
    return _of_practice(
        "topic-too-long-for-graphic",
        line,
        what=f'The topic name "{words}" is too long for {_pictures(shapes)}, which go without.',
        why="It stands above the title, on two short lines.",
        fix="Nothing needs to be done; or choose one of at most 35 characters in practice.toml.",
    )


def name_too_long(words: str, shapes: Sequence[str], *, line: int) -> Problem:
    """The practice's name, on `line` of practice.toml, which has no room at the foot."""
    return _of_practice(
        "practice-name-too-long-for-graphic",
        line,
        severity=Severity.BLOCK,
        what=f'The name "{words}" is too long for {_pictures(shapes)}.',
        why="It stands at the foot of every picture, on one short line.",
        fix='Add a shorter one below `name`, for example short_name = "Crane Creek": at most 30 '
        "letters always have room.",
    )


def logo_unreadable(file: str, *, line: int) -> Problem:
    """A logo, named on `line` of practice.toml, that is not a PNG picture."""
    return _of_practice(
        "logo-not-png",
        line,
        what=f'The logo "{file}" is not a PNG picture that can be read; pictures go without it.',
        why="Pictures can show a logo only as PNG.",
        fix="Save the logo as PNG, with a transparent ground if you can.",
    )


def logo_out_of_shape(file: str, *, line: int) -> Problem:
    """A logo, named on `line` of practice.toml, that would be a hairline at the foot."""
    return _of_practice(
        "logo-out-of-shape",
        line,
        what=f'The logo "{file}" is too long or too high for the pictures; they go without it.',
        why="At the foot of a picture it would be a line that nobody can make out.",
        fix="Crop it, or give one at most 8 times as wide as high and 5 times as high as wide.",
    )


def _of_practice(
    rule: str, line: int, *, what: str, why: str, fix: str, severity: Severity = Severity.WARN
) -> Problem:
    """A problem of practice.toml."""
    return Problem(
        rule=rule, severity=severity, file=PRACTICE_FILE, line=line, what=what, why=why, fix=fix
    )


def brand_problems(practice: Practice) -> list[Problem]:
    """What is wrong with the practice's own colour: text that nobody could read."""
    colour, look = practice.brand.color, look_of(practice.brand)
    if colour in ("", look.brand):
        return []
    measured = {
        "with white text on it": contrast(colour, WHITE),
        "as text on the grounds of its look": least_contrast(colour, grounds(look)),
    }
    told = [f"{_ratio(r)} to 1 {how}" for how, r in measured.items() if r < LEAST_CONTRAST]
    return [
        _of_practice(
            "brand-colour-unreadable",
            practice.line_of("brand.color"),
            what=f"The brand colour {colour} has a contrast of only {' and '.join(told)}.",
            why="Below 4.5 to 1 many people cannot read it, and nobody in the sun (WCAG 2.2).",
            fix=f'Write color = "{look.brand}", the nearest tone that can be read; '
            "until then site, kit and pictures take it by themselves.",
        )
    ]


def _ratio(contrast: float) -> str:
    """Rounded down: what misses 4.5 must not read as 4.5."""
    return f"{floor(contrast * 100) / 100:.2f}"


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'unnamed character').lower()}"
