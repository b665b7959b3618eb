"""Who and what may be named: the practice's own people and contacts, and authors of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.editorial_review.privacy.identity import remembered
from plugins.editorial_review.privacy.normal import lowered, plain
from plugins.editorial_review.subject import Setting

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+){0,4}")


@remembered
def allowed_names(setting: Setting) -> frozenset[str]:
    """The words, in small letters, of the names of people, authors, practice and places."""
    practice = setting.practice
    people = [person.name for person in setting.people.values()]
    authors = [a for s in setting.sources.values() for a in (*s.authors, *s.editors)]
    places = [text for place in practice.places for text in (place.name, place.city)]
    texts = (*people, *authors, *places, practice.name, practice.short_name)
    return frozenset(words_of(texts))


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of names, as `names_in` compares them."""
    found = {lowered(word) for text in texts for word in _WORD.findall(plain(text))}
    return {word.removesuffix("'s") for word in found if len(word) > 1}


@remembered
def own_numbers(setting: Setting) -> frozenset[str]:
    """The last ten digits of every telephone number of the practice."""
    practice = setting.practice
    numbers = (practice.phone, *(place.phone for place in practice.places))
    return frozenset("".join(c for c in n if c.isdigit())[-10:] for n in numbers if n)


@remembered
def own_streets(setting: Setting) -> frozenset[str]:
    """The practice's streets with their numbers, in small letters."""
    return frozenset(lowered(plain(place.street)) for place in setting.practice.places)


@remembered
def own_domains(setting: Setting) -> frozenset[str]:
    """The domains of the practice's e-mail address and site."""
    practice = setting.practice
    site = practice.site_url.partition("//")[2].partition("/")[0].removeprefix("www.")
    mail = practice.email.rpartition("@")[2]
    return frozenset(filter(None, (site.lower(), mail.lower())))
