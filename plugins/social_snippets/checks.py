"""What is wrong with a text, told to the person who can mend it."""

from __future__ import annotations

import unicodedata

from plugins.networks.counting import x_refuses
from plugins.networks.graphemes import has_emoji
from plugins.networks.rows import Tone, Unit
from plugins.networks.x_urls import urls
from plugins.practice.posts import Notice
from plugins.practice.problems import Problem, Severity
from plugins.social_snippets.brief import Brief
from plugins.social_snippets.faithfulness import check_consent, check_entities, check_figures
from plugins.social_snippets.findings import Check, Finding, texts_of, where
from plugins.social_snippets.openings import FIRST_LOOK, pauses, stands_alone, tells_when
from plugins.social_snippets.snippet import Snippet
from plugins.social_snippets.suiting import has_phone, names_us

_UNITS = {Unit.X: "characters as X counts them", Unit.BYTES: "bytes"}


def check_snippet(snippet: Snippet, brief: Brief) -> list[Problem]:
    """The problems of a finished text; nothing here changes it."""
    return [_problem(brief, *finding) for check in _CHECKS for finding in check(snippet, brief)]


def no_room(brief: Brief, excess: int) -> Problem:
    """Even the parts that must stand do not fit, or none of them may stand there."""
    label = brief.network.label
    what = f"there is no text for {label}: " + (
        f"the least that can be said is too long by {excess} {_units(brief)}"
        if excess
        else "all of it names the practice or has a phone number"
    )
    why = f"{label} gets no text of this post until this is mended"
    return _problem(brief, "snippet-no-room", Severity.WARN, what, why, _own_text(brief))


def shortened(brief: Brief) -> Problem:
    """Only the title could be used."""
    what = f"on {brief.network.label} the title stands alone: the summary cannot be used there"
    why = "its first sentence is too long for the network, or says what may not stand there"
    fix = f"shorten the first sentence of the summary, or {_own_text(brief)}"
    return _problem(brief, "snippet-title-only", Severity.NOTE, what, why, fix)


def title_too_long(brief: Brief, over: int) -> Problem:
    """The network's title field cannot hold the title."""
    what = (
        f"the title is too long by {over} characters for the title field of {brief.network.label}"
    )
    why = "it is left empty there, since a title is never cut"
    return _problem(brief, "snippet-title", Severity.WARN, what, why, "shorten the title")


def _problem(brief: Brief, rule: str, severity: Severity, what: str, why: str, fix: str) -> Problem:
    post = brief.post
    return post.problem(
        rule,
        "share",
        severity=severity,
        what=what,
        why=why,
        fix=fix,
    )


def _own_text(brief: Brief) -> str:
    return f'write a text of your own: under share, "{brief.network.name}:"'


def _units(brief: Brief) -> str:
    return _UNITS.get(brief.room.limit.unit, "characters")


def _too_long(snippet: Snippet, brief: Brief) -> list[Finding]:
    found = []
    for name, text in texts_of(snippet, brief):
        over = brief.room.excess(text)
        if over:
            what = f"{name} is too long by {over} {_units(brief)} (limit {snippet.limit:,})"
            why = f"{brief.network.label}, or the scheduler in use, turns longer texts down"
            fix = f"shorten it by {over} or more"
            found.append(("snippet-too-long", Severity.BLOCK, what, why, fix))
    return found


def _formula(snippet: Snippet, brief: Brief) -> list[Finding]:
    if not snippet.text.startswith(("=", "+", "-", "@")):
        return []
    what = f'{where(snippet, brief)} begins with "{snippet.text[0]}"'
    why = "a spreadsheet would take it for a formula when it opens the upload file"
    return [("formula-text", Severity.WARN, what, why, "begin with a word")]


def _phone(snippet: Snippet, brief: Brief) -> list[Finding]:
    if brief.network.phone or not has_phone(snippet.text, brief.practice):
        return []
    what = f"{where(snippet, brief)} has a phone number in it"
    why = f"{brief.network.label} turns down posts with a phone number in the text"
    return [
        ("snippet-phone", Severity.BLOCK, what, why, "take the number out; use the Call button")
    ]


def _named(snippet: Snippet, brief: Brief) -> list[Finding]:
    if brief.network.names_us or not names_us(snippet.text, brief.post, brief.practice):
        return []
    what = f"{where(snippet, brief)} tells who you are"
    why = f"members of {brief.network.label} write under a pseudonym; this would end yours"
    return [("snippet-names-us", Severity.WARN, what, why, "leave out names, phone and address")]


def _hashtags(snippet: Snippet, brief: Brief) -> list[Finding]:
    most = brief.network.hashtags.size if brief.network.hashtags else 0
    if len(snippet.hashtags) <= most:
        return []
    what = f"{where(snippet, brief)} has {len(snippet.hashtags)} hashtags; {most} are good there"
    why = "more of them look like spam, and some networks turn the post down"
    return [("snippet-hashtags", Severity.WARN, what, why, f"keep {most} at most")]


def _links(snippet: Snippet, brief: Brief) -> list[Finding]:
    if not snippet.hand_written:
        return []
    number = len(urls(unicodedata.normalize("NFC", snippet.text)))
    label, links = brief.network.label, brief.network.links
    if number and not brief.network.place.in_text:
        what = f"{where(snippet, brief)} has a web address in it"
        why = f"on {label} an address in the text cannot be tapped"
        return [("snippet-dead-link", Severity.WARN, what, why, "take the address out")]
    if links and number > links.size:
        what = f"{where(snippet, brief)} has {number} web addresses"
        why = f"{label} takes {links.size} at most"
        return [("snippet-links", Severity.WARN, what, why, f"keep {links.size} at most")]
    if not number and brief.network.place.in_text:
        what = f"{where(snippet, brief)} has no web address in it"
        why = "readers could not reach the page from there"
        return [("snippet-no-link", Severity.NOTE, what, why, f"add {brief.link}")]
    return []


def _characters(snippet: Snippet, brief: Brief) -> list[Finding]:
    if brief.room.limit.unit is not Unit.X or not x_refuses(snippet.text):
        return []
    what = f"{where(snippet, brief)} has an invisible byte order mark in it"
    why = f"{brief.network.label} turns such a text down"
    return [("snippet-characters", Severity.BLOCK, what, why, "type the text anew")]


def _emoji(snippet: Snippet, brief: Brief) -> list[Finding]:
    if brief.network.emoji or not has_emoji(snippet.text):
        return []
    what = f"{where(snippet, brief)} has an emoji in it"
    why = f"on {brief.network.label} colleagues speak to colleagues"
    return [("snippet-emoji", Severity.NOTE, what, why, "leave it out")]


def _opening(snippet: Snippet, brief: Brief) -> list[Finding]:
    if snippet.title or stands_alone(snippet.text) or pauses(snippet.text):
        return []
    look = snippet.text[:FIRST_LOOK]
    what = f'nothing in the first {FIRST_LOOK} characters stands alone: "{look[:40]}…"'
    why = "that is all that a phone shows before the reader taps for more"
    fix = "begin with a short sentence, or with a line that stands alone"
    return [("snippet-opening", Severity.NOTE, f"{where(snippet, brief)}: {what}", why, fix)]


def _notice_opening(snippet: Snippet, brief: Brief) -> list[Finding]:
    post = brief.post
    if not isinstance(post, Notice) or brief.network.tone is not Tone.PATIENT:
        return []
    if tells_when(snippet.text, post, snippet.title):
        return []
    what = (
        f"{where(snippet, brief)} does not say in its first {FIRST_LOOK} characters what is the "
        "matter and on which day"
    )
    why = "many see no more than that, and would come to a closed door"
    fix = 'begin like this: "Closed on Thursday, November 26."'
    return [("snippet-opening-notice", Severity.WARN, what, why, fix)]


_CHECKS: tuple[Check, ...] = (
    _too_long, _formula, _phone, _named, _hashtags, _links, _characters, _emoji, _opening,
    _notice_opening, check_figures, check_consent, check_entities,
)  # fmt: skip
