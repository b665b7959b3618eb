"""The one thing of an article or a question that its pictures show large: a myth, a number ..."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.practice.posts import HealthPost, Myth, Quote, Risk
from plugins.share_graphics.messages.briefs import Brief
from plugins.share_graphics.messages.message import Count, Counts, Message, Nothing, Photo, Text

TITLE = "title"
"""The choice of no highlight at all."""


def highlight_of(brief: Brief) -> Message | None:
    """What the writer chose (`graphic`), else the first highlight that the post has."""
    found = dict(highlights_of(brief))
    wanted = brief.post.graphic if isinstance(brief.post, HealthPost) else ""
    return found.get(wanted) if wanted else next(iter(found.values()), None)


def highlights_of(brief: Brief) -> Iterator[tuple[str, Message]]:
    """Every highlight that the post has, by its name in `graphic`, the strongest first."""
    if isinstance(brief.post, HealthPost):
        for name, field, made in _HIGHLIGHTS:
            given = getattr(brief.post, field)
            if given:
                yield name, made(brief, given)


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


_HIGHLIGHTS: tuple[tuple[str, str, Callable[..., Message]], ...] = (
    ("myth", "myth", _myth),
    ("number", "risk", _number),
    ("quote", "quote", _quote),
    ("fact", "key_fact", _fact),
)
"""The name of each in `graphic`, its front matter field, its words."""
