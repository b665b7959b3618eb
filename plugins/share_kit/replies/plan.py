"""The page of the replies, with the check that runs on it."""

from __future__ import annotations

import json

from plugins.editorial_review.privacy.care_check import care_rules
from plugins.share_kit.frame import Frame, kit_frame
from plugins.share_kit.profiles.profile_cards import language_name
from plugins.share_kit.replies.library import ACTIONS, replies_of

PAGE = "replies.html"
"""Where the page lies in the kit."""


def plan_replies(frame: Frame) -> dict[str, bytes]:
    """The reply library as a page, by its path in the kit."""
    replies = replies_of(frame.practice)
    languages = dict.fromkeys(lang for reply in replies for lang in reply.answers)
    page = kit_frame(
        "replies.html",
        PAGE,
        frame,
        styles=("replies/replies.css",),
        scripts=("replies/replies.js",),
        replies=replies,
        languages={lang: language_name(lang) for lang in languages},
        actions=ACTIONS,
        rules=_rules_as_json(),
    )
    return {PAGE: page}


def _rules_as_json() -> str:
    """Every pattern with what it gives away, for the script; nothing in it can end the element."""
    rows = [
        {"why": rule.why, "patterns": rule.patterns}
        for rules in care_rules().values()
        for rule in rules
    ]
    return json.dumps(rows).replace("<", "\\u003c")
