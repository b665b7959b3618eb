"""What to read into the answering machine: the approved words, with the numbers spoken."""

from __future__ import annotations

from plugins.editorial_review.closures.filling import with_slots
from plugins.editorial_review.closures.slots import SPOKEN, Filled, words_of
from plugins.editorial_review.closures.spoken import with_spoken_numbers
from plugins.practice.posts import ClosureTemplate, Notice
from plugins.practice.sentences import not_said_yet, plain
from plugins.practice.settings import Practice
from plugins.practice.words import say


def voicemail(template: ClosureTemplate, filled: Filled, practice: Practice) -> str:
    """The text of a filled template, in its language."""
    words = words_of(filled, practice, template.lang, SPOKEN)
    told = with_slots((template.summary, template.then), words)
    return _said(*told, template.lang, practice)


def plain_voicemail(notice: Notice, practice: Practice) -> str:
    """The same of a notice whose words were changed by hand: its times stay in figures."""
    return _said(notice.summary, notice.then, notice.lang, practice)


def _said(summary: str, then: str, lang: str, practice: Practice) -> str:
    # Who listens cannot skip what was said already.
    first = plain(summary)
    told = f"{first} {not_said_yet(first, plain(then))}".strip()
    text = say(lang, "closures.voicemail", practice=practice.name, told=told)
    return with_spoken_numbers(text, lang)
