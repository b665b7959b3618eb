"""The rules for what is shared (O); most are checked where texts, pictures and plan are made."""

from __future__ import annotations

from plugins.editorial_review.claims.own_texts import unclear_texts
from plugins.editorial_review.claims.treatments import one_sided_texts
from plugins.editorial_review.rule import HEALTH, Rule
from plugins.practice.problems import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        id="O-01",
        severity=Severity.BLOCK,
        title="A text fits its network, and says nothing that the post does not say",
        why="Networks turn down or cut what is too long; readers act on numbers nobody checked.",
        fix="Shorten your text, or write its numbers as the post does.",
        source="The table of networks, which names a source for each limit (docs/networks.md)",
        told_as=(
            "snippet-too-long", "snippet-number", "snippet-dose", "snippet-date",
            "snippet-other-phone", "snippet-phone", "snippet-hashtags", "snippet-links",
            "snippet-no-link", "snippet-dead-link", "snippet-no-room",
        ),
    ),
    Rule(
        id="O-02",
        severity=Severity.WARN,
        title="A text of your own asks for one thing to do, in short sentences",
        why="People scroll on: what to do must be clear at one look.",
        fix="One message, one thing to do, sentences of at most 25 words.",
        source="CDC Clear Communication Index, the modified index for social media posts",
        check=unclear_texts,
        told_as=("snippet-opening", "snippet-opening-notice"),
    ),
    Rule(
        id="O-03",
        severity=Severity.BLOCK,
        title="A picture can be read on a phone",
        why="Text that is cut off or tiny is not read.",
        fix="Shorten the text that the message names.",
        source="Our own measurements of legibility (docs/graphics.md)",
        told_as=(
            "title-too-long-for-graphic", "text-too-long-for-graphic", "slide-too-long",
            "too-many-slides", "character-without-glyph",
        ),
    ),
    Rule(
        id="O-04",
        severity=Severity.BLOCK,
        title="Only what two people have approved is handed to a scheduler",
        why="A tool posts what it was given, whatever is mended later.",
        fix="Have the post approved; what was shared before stands on the take-down list.",
        source="Our own judgement",
        waivable=False,
    ),
    Rule(
        id="O-05",
        severity=Severity.WARN,
        title="The practice is heard of regularly",
        why="After months of silence people wonder whether you are still there.",
        fix="Write or approve more posts; evergreen ones may be shared again.",
        source="What practices ask for; the days are our own judgement (docs/plan.md)",
        told_as=("plan-gap", "plan-silence", "plan-no-slots", "plan-lasts"),
    ),
    Rule(
        id="O-06",
        severity=Severity.WARN,
        title="A text that names the benefit of a treatment names its counterpart",
        why="Most people read the text alone, and never the page.",
        fix="Put the main risk, or “ask us first”, into the first two sentences of the summary.",
        source="FDA guidance on fair balance, as general knowledge; our own judgement of the words",
        check=one_sided_texts,
        applies=HEALTH,
    ),
)  # fmt: skip
