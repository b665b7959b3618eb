"""The practice, its places, people and topics as the theme shows them in one language."""

from __future__ import annotations

from babel import Locale
from markupsafe import Markup

from plugins.pelican_bridge.markdown_parts import telephone_url
from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.rendering import published_name, shown_size
from plugins.pelican_bridge.views import (
    HoursRow,
    ImageView,
    LinkView,
    PersonView,
    PlaceView,
    TopicView,
)
from plugins.practice.addresses import absolute, href, language_prefix, path_of, topic_path
from plugins.practice.dates import opening, weekday_name
from plugins.practice.images import NONE_KEPT, Kept, image_path
from plugins.practice.people import Person
from plugins.practice.phones import shown_phone
from plugins.practice.settings import Hours, Place, Practice
from plugins.practice.words import say


def places_of(practice: Practice, lang: str) -> tuple[PlaceView, ...]:
    """The practice's addresses with their hours."""
    return tuple(_place(place, practice, lang) for place in practice.places)


def _place(place: Place, practice: Practice, lang: str) -> PlaceView:
    phone = place.phone or practice.phone
    region = f"{place.region} {place.postal_code}".strip()
    return PlaceView(
        id=place.id,
        name=place.name,
        street=place.street,
        city_line=f"{place.city}, {region}" if region else place.city,
        phone=shown_phone(phone),
        phone_url=telephone_url(phone),
        hours=tuple(_hours(index, hours, lang) for index, hours in enumerate(place.hours)),
    )


def _hours(index: int, hours: Hours, lang: str) -> HoursRow:
    return HoursRow(
        weekday=weekday_name(index, lang),
        text=opening(hours, lang),
        closed=not hours,
        spans=" ".join(f"{start}-{end}" for start, end in hours),
    )


def topics_of(plan: BuildPlan, lang: str) -> tuple[TopicView, ...]:
    """Every topic that has a post in this language, in the order of practice.toml."""
    practice = plan.content.practice
    shown = [topic for p in plan.on_site if p.post.lang == lang for topic in p.post.topics]
    return tuple(
        TopicView(
            id=topic,
            name=practice.topic_name(topic, lang),
            description=practice.localized(named.description, lang),
            url=href(topic_path(topic, practice, lang), practice),
            count=shown.count(topic),
        )
        for topic, named in practice.topics.items()
        if topic in shown
    )


def people_of(plan: BuildPlan, lang: str) -> dict[str, PersonView]:
    """Every person by id; who has left keeps a byline and loses the place among the team."""
    people = sorted(plan.content.people.values(), key=lambda p: (not p.clinical, p.since or 9999))
    return {person.slug: _person(person, plan, lang) for person in people}


def _person(person: Person, plan: BuildPlan, lang: str) -> PersonView:
    practice = plan.content.practice
    words = Locale.parse(lang).languages
    text = plan.pages.get(person.file)
    return PersonView(
        id=person.slug,
        name=person.name,
        byline=person.byline,
        role=person.role,
        url=href(path_of(person, practice), practice),
        clinical=person.clinical,
        languages=tuple(words.get(tag, tag) for tag in person.languages),
        since=person.since,
        here=person.is_of_team(plan.today),
        has_left=person.left is not None and person.left <= plan.today,
        initials="".join(word[0] for word in person.name.split()[:2]).upper(),
        html=Markup(text.html) if text else Markup(),
    )


def menu_of(plan: BuildPlan, lang: str) -> tuple[LinkView, ...]:
    """The lists that have something in them, then the topics and the team."""
    practice = plan.content.practice
    prefix = language_prefix(practice, lang)
    folders = [
        folder
        for folder in ("articles", "questions", "notices", "events", "links")
        if any(p.post.folder == folder and p.post.lang == lang for p in plan.on_site)
    ]
    return tuple(
        LinkView(label=say(lang, f"views.{name}"), url=href(f"{prefix}{name}/", practice))
        for name in (*folders, "topics", "people")
    )


def image_view(name: str, alt: str, plan: BuildPlan, kept: Kept = NONE_KEPT) -> ImageView:
    """An image of content/images/, or of `kept` in its place, as it is published."""
    practice = plan.content.practice
    width, height = shown_size(image_path(name, plan.content.folder, kept))
    path = f"images/{published_name(name.removeprefix('images/'), kept)}"
    return ImageView(
        url=href(path, practice),
        absolute_url=absolute(path, practice),
        width=width,
        height=height,
        alt=alt,
    )


def language_name(lang: str) -> str:
    """A language in its own words: "Español"."""
    name: str = Locale.parse(lang).get_language_name(lang) or lang
    return name[:1].upper() + name[1:]
