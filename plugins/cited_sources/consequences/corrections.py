"""A drafted correction for the person who posts: general, and nothing in it is made up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.networks.counting import count
from plugins.networks.rows import Unit
from plugins.practice.phones import shown_phone
from plugins.practice.settings import Practice
from plugins.practice.source_checks import GRAVITY, Verdict
from plugins.practice.words import LANGUAGES, say

MOST = 250
"""How long the short text may be, in graphemes and as X counts: X takes 280, the others more."""

_WHAT = {
    Verdict.RETRACTED: "retracted",
    Verdict.NO_SUCH_ID: "unconfirmed",
    Verdict.WRONG_WORK: "unconfirmed",
    Verdict.BROKEN: "gone",
    Verdict.SOFT_GONE: "gone",
}
"""What was wrong, as readers are told. Every verdict that can hold a post is here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The text to post where the post was shared, and a longer one where there is room."""

    lang: str
    short: str
    """At most `MOST`, whoever counts."""
    long: str

    def as_row(self) -> dict[str, str]:
        """The texts as `withdrawn.json` tells them."""
        return {"lang": self.lang, "short": self.short, "long": self.long}


def draft_correction(
    title: str, lang: str, verdicts: Iterable[Verdict], practice: Practice
) -> Correction:
    """What to tell readers of a post that was taken back for its sources, in its language."""
    spoken = lang if lang in LANGUAGES else LANGUAGES[0]
    gravest = max((v for v in verdicts if v in _WHAT), key=GRAVITY.index)
    phone = shown_phone(practice.phone)
    what = say(spoken, f"corrections.{_WHAT[gravest]}")
    titled = say(spoken, "corrections.our_post", title=title)
    short = say(spoken, "corrections.short", post=titled, what=what, phone=phone)
    if max(count(short, Unit.GRAPHEMES), count(short, Unit.X)) > MOST:
        untitled = say(spoken, "corrections.a_post")
        short = say(spoken, "corrections.short", post=untitled, what=what, phone=phone)
    long = say(spoken, "corrections.long", post=titled, what=what, phone=phone)
    return Correction(lang=spoken, short=short, long=long)
