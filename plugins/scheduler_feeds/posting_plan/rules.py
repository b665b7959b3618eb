"""What keeps a post out of a slot, each with a sentence for the person who posts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plugins.scheduler_feeds.posting_plan.board import CALLS_AMONG, TOPIC_DAYS, Look
from plugins.scheduler_feeds.posting_plan.wishes import Wish

Rule = Callable[[Wish, Look], bool]


def is_not_up_yet(wish: Wish, look: Look) -> bool:
    """Its page is not up yet."""
    return wish.live > look.instant


def is_too_early(wish: Wish, look: Look) -> bool:
    """It comes again too early."""
    return look.day < wish.due


def is_due_for_review(wish: Wish, look: Look) -> bool:
    """Its review is due before: what is shared must still be held true."""
    return look.day > wish.until


def repeats_a_topic(wish: Wish, look: Look) -> bool:
    """One of its topics comes in another post nearby; a translation repeats nothing."""
    return not wish.topics.isdisjoint(look.barred_for.get(wish.family, look.barred))


def stands_beside_its_translation(wish: Wish, look: Look) -> bool:
    """The same in two languages on one day looks like a mistake to those who read only one."""
    return wish.family in look.families


def calls_again(wish: Wish, look: Look) -> bool:
    """It asks to make an appointment, and so does one nearby."""
    return wish.books and look.call_is_near


_ROOM = "add a day or a time in [plan], or raise per_week"

UNREVIEWED = "its review is due before: read it again, and set a new `next_review`"

TAKEN = f"every slot after its date is taken: {_ROOM}"

RULES: tuple[tuple[Rule, str], ...] = (
    (
        repeats_a_topic,  # first, as it keeps out the most
        f"its topics keep coming in other posts, and none may come twice in {TOPIC_DAYS} days",
    ),
    (is_not_up_yet, TAKEN),
    (is_due_for_review, UNREVIEWED),
    (is_too_early, "it is too early for it to come again"),
    (stands_beside_its_translation, f"its translation has the last free day: {_ROOM}"),
    (
        calls_again,
        f"it asks to make an appointment, which only one of {CALLS_AMONG} shares in a row may: "
        "write more that explains, or take the call out of its text",
    ),
)


def fits(wish: Wish, look: Look) -> bool:
    """Whether the post may stand in the slot."""
    for rule, _ in RULES:  # noqa: SIM110  # asked so often that `any` would take twice the time
        if rule(wish, look):
            return False
    return True


def why_not(wish: Wish, unused: Sequence[Look]) -> str:
    """Why the post stands in none of the slots that are left: what keeps it out of the last."""
    if not unused or is_not_up_yet(wish, unused[-1]):
        return TAKEN
    return next((why for rule, why in RULES if rule(wish, unused[-1])), TAKEN)
