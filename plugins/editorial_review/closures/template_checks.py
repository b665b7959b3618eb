"""What is wrong with a closure template, so that it is found long before 6 a.m."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.closures.slots import SLOT, SLOTS
from plugins.editorial_review.texts import all_passages
from plugins.practice.fields import did_you_mean
from plugins.practice.markdown_text import without_comments
from plugins.practice.notice_reasons import REASONS
from plugins.practice.notices import CLOSED, state_of
from plugins.practice.posts import ClosureTemplate, Post
from plugins.practice.problems import Problem

ALLOWED = tuple(reason for reason in REASONS if reason != "other")
"""The reasons for which a template can be: what "other" means, nobody has approved."""

_RULE = "closure-template"
_WHY = "`close` fills in days and times at 6 a.m., when nobody can look for words"
_PICTURE = re.compile(r"!\[|<img\b", re.I)
_DATED = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}:\d\d\b|\b\d{1,2}[ ]?[ap]\.? ?m\b", re.I)


def check_template(template: ClosureTemplate) -> Iterator[Problem]:
    """Each fault of a template."""
    if template.reason not in ALLOWED:
        yield template.problem(
            _RULE,
            1,
            what=f'the file is named for the reason "{template.reason}"',
            why="a closure gives one reason of a short list, and its template is named by it",
            fix=f"rename it: {did_you_mean(template.reason, ALLOWED)}",
        )
    if "{when}" not in template.title:
        yield template.problem(
            _RULE,
            "title",
            what="the title has no {when}",
            why="lists and pictures show the title: it must say the day",
            fix='write it like this: title: "Closed {when}"',
        )
    elif state_of(template, template.lang, frozenset()) != (CLOSED, True):
        yield template.problem(
            _RULE,
            "title",
            what=f'the title "{template.title}" does not say that you are closed',
            why="pages, pictures and opening hours take it from the title",
            fix="begin the title with that word",
        )
    if names_a_picture(template):
        yield template.problem(
            _RULE,
            "image" if template.image else template.text_line,
            what="the template names a picture",
            why="the approval of a template is for its words: nobody would have seen the picture",
            fix="say it in words, and take the picture out",
        )
    yield from _words(template)


def names_a_picture(post: Post) -> bool:
    """Whether a picture of content/images/ would be shown with the text."""
    return bool(post.image or _PICTURE.search(without_comments(post.text, keep_lines=False)))


def _words(template: ClosureTemplate) -> Iterator[Problem]:
    for passage in all_passages(template):
        at = passage.field.partition(".")[0] or passage.line
        for found in SLOT.finditer(passage.text):
            if found[1] not in SLOTS:
                yield template.problem(
                    _RULE,
                    at,
                    what=f'there is no slot "{found[0]}"',
                    why=_WHY,
                    fix=did_you_mean(found[1], SLOTS),
                )
        if dated := _DATED.search(passage.text):
            yield template.problem(
                _RULE,
                at,
                what=f'a day or a time stands in the template: "{dated[0]}"',
                why="it would be wrong on every other day",
                fix="write {when} or {opens} in its place",
            )
