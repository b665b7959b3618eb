"""The text of a profile: the practice's own facts, as many whole ones as the network has room for.

What is kept and where it stands are two things: that nobody reads messages in an emergency is kept
first and stands last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from babel import Locale
from babel.lists import format_list

from plugins.networks.counting import count
from plugins.networks.rows import Limit, Network
from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.people import Person
from plugins.practice.phones import shown_phone
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.share_kit.profiles.short_hours import short_hours

EMERGENCY = "911"
"""The number to call in an emergency; the one of the United States, as the site has it."""

_LINES_FROM = 250
"""From this limit on, each part has a line of its own: below it a network shows one paragraph."""
_DOT, _LINE = " \u00b7 ", "\n"
_MOST_TOWNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Bio:
    """The text of the practice's profile on one network, in one language."""

    lang: str
    text: str
    length: int
    """As the network counts."""
    limit: Limit
    left_out: tuple[str, ...]
    """What had no room: "hours", "phone"."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the parts are made of."""

    practice: Practice
    network: Network
    people: Mapping[str, Person]
    lang: str


def bio(
    practice: Practice, network: Network, lang: str, people: Mapping[str, Person]
) -> Bio | None:
    """The profile's text; None where the network has none, or speaks of us without our name.

    `people`: those who have not left; the languages that they speak are told where there is room.
    """
    if network.bio is None or not network.names_us:
        return None
    facts = _Facts(practice, network, people, lang)
    forms = {name: list(make(facts)) for name, make in _PARTS.items()}
    kept = _kept(forms, network.bio)
    text = _laid(kept, network.bio)
    return Bio(
        lang=lang,
        text=text,
        length=count(text, network.bio.unit),
        limit=network.bio,
        left_out=tuple(name for name in _PARTS if forms[name] and name not in kept),
    )


def language_names(people: Mapping[str, Person], lang: str) -> list[str]:
    """The languages that people speak, by their names in `lang`."""
    names = Locale.parse(lang).languages
    spoken = sorted({tag for person in people.values() for tag in person.languages})
    return [names.get(tag, tag) for tag in spoken]


def _kept(forms: Mapping[str, list[str]], limit: Limit) -> dict[str, str]:
    """The parts that fit together, the most important first, each in its fullest form."""
    kept: dict[str, str] = {}
    for name in _KEPT_FIRST:
        for form in forms[name]:
            tried = {**kept, name: form}
            if count(_laid(tried, limit), limit.unit) <= limit.size:
                kept = tried
                break
    return kept


def _laid(parts: Mapping[str, str], limit: Limit) -> str:
    between = _LINE if limit.size >= _LINES_FROM else _DOT
    return between.join(parts[name] for name in _PARTS if name in parts)


def _who(facts: _Facts) -> Iterator[str]:
    """What we are; the name, which stands beside the text anyway, only where that has no room."""
    practice = facts.practice
    tagline = practice.tagline.get(facts.lang, "")  # one in another language would help nobody
    told = (" ".join(text.split()) for text in (tagline, practice.name, practice.short_name))
    yield from (text.rstrip(".") for text in told if text)


def _town(facts: _Facts) -> Iterator[str]:
    places = facts.practice.places
    towns = list(dict.fromkeys(", ".join(filter(None, (p.city, p.region))) for p in places))
    if towns and len(towns) <= _MOST_TOWNS:
        yield " / ".join(towns)
    if len(places) > 1:
        yield say(facts.lang, "profiles.several_places", count=len(places))


def _hours(facts: _Facts) -> Iterator[str]:
    told = short_hours(facts.practice, facts.lang)
    if told:
        yield say(facts.lang, "profiles.open", hours=told)
        yield told


def _phone(facts: _Facts) -> Iterator[str]:
    phone = shown_phone(facts.practice.phone)
    if phone and facts.network.phone:
        yield say(facts.lang, "profiles.call", phone=phone)
        yield phone


def _link(facts: _Facts) -> Iterator[str]:
    """The address of the newest posts, where the profile has no field of its own for it."""
    if not facts.network.bio_link and facts.network.place.in_text:
        yield latest_url(facts.practice, facts.lang)


def _languages(facts: _Facts) -> Iterator[str]:
    told = language_names(facts.people, facts.lang)
    if len(told) > 1:
        languages = format_list(told, locale=facts.lang)
        yield say(facts.lang, "profiles.speaks", languages=languages)


def _services(facts: _Facts) -> Iterator[str]:
    names = [named.name.get(facts.lang, "") for named in facts.practice.services.values()]
    if names and all(names):
        yield say(facts.lang, "profiles.services", services=", ".join(names))


def _no_advice(facts: _Facts) -> Iterator[str]:
    yield say(facts.lang, "profiles.no_advice")


def _emergency(facts: _Facts) -> Iterator[str]:
    yield say(facts.lang, "profiles.not_for_emergencies", emergency=EMERGENCY)


_PARTS: Mapping[str, Callable[[_Facts], Iterator[str]]] = {
    "who": _who,
    "town": _town,
    "hours": _hours,
    "phone": _phone,
    "link": _link,
    "languages": _languages,
    "services": _services,
    "no advice": _no_advice,
    "emergency": _emergency,
}
"""In the order in which they stand."""

_KEPT_FIRST = ("emergency", "who", "phone", "town", "link", "hours", "no advice", "languages",
               "services")  # fmt: skip
"""In the order in which they are kept."""


def latest_url(practice: Practice, lang: str) -> str:
    """The page behind "link in bio", in a language of the site."""
    return absolute(f"{language_prefix(practice, lang)}latest/", practice)
