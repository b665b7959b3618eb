"""The one thing of an article or a question that its pictures show large: a myth, a number ..."""

from __future__ import annotations

from collections.abc import Callable

from plugins.practice.posts import PICTURED, HealthPost, Myth, Quote, Risk
from plugins.share_graphics.messages.briefs import Brief
from plugins.share_graphics.messages.message import Count, Counts, Message, Nothing, Photo, Text


def highlight_of(brief: Brief) -> Message | None:
    """What the pictures of the post show in the place of its title; None: the title."""
    shown = brief.post.pictured if isinstance(brief.post, HealthPost) else ""
    return _made(brief, shown) if shown in _MADE else None


def highlights_of(brief: Brief) -> list[Message]:
    """Every highlight that the post has, the strongest first."""
    return [_made(brief, name) for name, field in PICTURED.items() if getattr(brief.post, field)]


def _made(brief: Brief, name: str) -> Message:
    return _MADE[name](brief, getattr(brief.post, PICTURED[name]))


def _myth(brief: Brief, myth: Myth) -> Message:
    """The fact first and larger: what is repeated is what is remembered."""
    claim = Text(role="claim", text=myth.claim, source="myth", tag=brief.say("myth"), sign="cross")
    return brief.message(
        Text(role="fact", text=myth.fact, source="myth", tag=brief.say("fact"), sign="tick"),
        ((claim,),),
        scheme="paper",
        label=brief.topic_name or brief.say("myth_and_fact"),
        visual=Nothing(brief.topic),
    )


def _number(brief: Brief, risk: Risk) -> Message:
    labels = risk.labels or (brief.say("before"), brief.say("after"))
    before, after = (
        Count(part, whole, brief.say("out_of", whole=f"{whole:,}"), name)
        for (part, whole), name in zip((risk.before, risk.after), labels, strict=True)
    )
    return brief.message(
        Text(role="counted", text=risk.what, source="risk"),
        ((credit,), ()) if (credit := _credit(brief, risk)) else ((),),
        scheme="surface",
        label=brief.say("number"),
        visual=Counts(before, after),
    )


def _credit(brief: Brief, risk: Risk) -> Text | None:
    """The work that the counts come from."""
    work = brief.sources.get(risk.source)
    if work is None:
        return None
    named = ", ".join(part for part in (work.journal or work.publisher, work.year) if part)
    return Text(role="credit", text=brief.say("source", work=named), source="risk")


def _quote(brief: Brief, quote: Quote) -> Message:
    person = brief.people.get(quote.by)
    who = Text(role="byline", text=person.byline if person else quote.by, source="quote")
    role = person.role if person and person.lang == brief.post.lang else ""
    company = (who, Text(role="role", text=role, source="quote")) if role else (who,)
    return brief.message(
        Text(role="quote", text=quote.text, source="quote", sign="quotation"),
        (company, (who,)),
        scheme="tint",
        label=brief.topic_name or brief.say("article"),
        visual=Photo(person.photo) if person and person.photo else None,
    )


def _fact(brief: Brief, fact: str) -> Message:
    return brief.message(
        Text(role="fact", text=fact, source="key_fact"),
        ((),),
        scheme="brand",
        label=brief.say("key_fact"),
    )


_MADE: dict[str, Callable[..., Message]] = {
    "myth": _myth,
    "number": _number,
    "quote": _quote,
    "fact": _fact,
}
"""The words of each entry of `PICTURED`."""
