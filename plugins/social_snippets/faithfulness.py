"""Does a text that somebody wrote by hand say what the post says?

Texts that are made need no such check: they are made of the post's own sentences.
"""

from __future__ import annotations

from plugins.practice.figures.figure import Figure, Sort
from plugins.practice.figures.units import dose_of
from plugins.practice.posts import Event, Notice, Post
from plugins.practice.problems import Severity
from plugins.practice.words import one_of_words
from plugins.social_snippets.brief import Brief
from plugins.social_snippets.figures.checking import unknown_figures, without_place
from plugins.social_snippets.findings import Finding, own_texts
from plugins.social_snippets.parts import consent_line
from plugins.social_snippets.snippet import Snippet
from plugins.social_snippets.spoken import decoded

_WHY = {
    "snippet-number": "readers act on numbers, and nobody checked one that the page does not have",
    "snippet-dose": "a wrong dose harms; whoever reviewed the post did not see this one",
    "snippet-date": "patients would come on the wrong day",
    "snippet-other-phone": "patients would call somebody else",
}

_LAST_DAY = 31
"""11/28 may be a day; 180/120 is none."""


def check_figures(snippet: Snippet, brief: Brief) -> list[Finding]:
    """Numbers, doses, dates and phone numbers that the post does not have.

    What can send a patient to the wrong dose, door or telephone blocks: doses (mg, mL, tablets),
    phone numbers, and the dates of a notice or an event. Every other number warns, since a writer
    may have counted or rounded; so does a weekday or a time, which can be said in many ways.
    """
    found: list[Finding] = []
    for name, text in _without_numbering(snippet, brief):
        for figure in unknown_figures([text], brief.post, brief.practice):
            rule, severity = _rule(figure, brief.post)
            what = f'{name} says "{figure.said}", which does not stand in the post'
            fix = "write it as the post does; if the post is wrong, mend it there too"
            found.append((rule, severity, what, _WHY[rule], fix))
    return found


def _rule(figure: Figure, post: Post) -> tuple[str, Severity]:
    dated = isinstance(post, Notice | Event)
    match figure.sort:
        case Sort.PHONE:
            return "snippet-other-phone", Severity.BLOCK
        case Sort.NUMBER if dose_of(str(figure.key[1])):
            return "snippet-dose", Severity.BLOCK
        case Sort.DATE if dated:
            return "snippet-date", Severity.BLOCK
        case Sort.SLASH if dated and max(int(part) for part in figure.key) <= _LAST_DAY:
            return "snippet-date", Severity.BLOCK
        case Sort.DATE | Sort.WEEKDAY | Sort.TIME:
            return "snippet-date", Severity.WARN
        case _:
            return "snippet-number", Severity.WARN


def _without_numbering(snippet: Snippet, brief: Brief) -> list[tuple[str, str]]:
    """The writer's texts, without the "1/3" that counts the posts of a thread."""
    length = len(snippet.thread)
    totals = (length, length + 1)  # the text itself may be the first of them
    return [
        (name, without_place(text, totals) if length else text)
        for name, text in own_texts(snippet, brief)
    ]


def check_consent(snippet: Snippet, brief: Brief) -> list[Finding]:
    """Whether a text beside the picture of a person says that the person agreed."""
    line = consent_line(brief.post, brief.network)
    texts = [text for _, text in own_texts(snippet, brief)[:1]]
    words = one_of_words(brief.post.lang, "snippets.consent_words")
    if not line or not snippet.hand_written or any(words.search(text) for text in texts):
        return []
    what = f"your text for {brief.network.label} does not say that the person in the picture agreed"
    why = "the post has a picture with consent; readers, and the person, should see that you asked"
    return [("snippet-consent", Severity.WARN, what, why, f'add "{line}"')]


def check_entities(snippet: Snippet, brief: Brief) -> list[Finding]:
    """Characters that are written as on a web page: "&amp;"."""
    return [
        (
            "snippet-entity",
            Severity.WARN,
            f"{name} has a character written as code, such as &amp;",
            "networks show the code as it stands there",
            f"write the character itself: {decoded(text)[:60]}",
        )
        for name, text in own_texts(snippet, brief)
        if decoded(text) != text
    ]
