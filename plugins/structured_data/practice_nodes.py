"""The practice, its places and its people as nodes."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.practice.addresses import absolute, path_of
from plugins.practice.people import Person
from plugins.practice.posts import Notice
from plugins.practice.settings import Place, Practice
from plugins.structured_data.hours import regular_hours, special_hours
from plugins.structured_data.nodes import Node, node, reference


def practice_data(practice: Practice, notices: Sequence[Notice] = ()) -> Node:
    """The practice with its places and hours, and with the special hours that `notices` tell.

    One place is a clinic. Several are one organisation whose clinics each have an address and
    hours of their own; schema.org's `department` is for parts of one place, like a pharmacy.
    """
    several = len(practice.places) > 1
    own = {} if several else _place_facts(practice.places, practice, notices)
    return node(
        "MedicalOrganization" if several else "MedicalClinic",
        practice_id(practice),
        name=practice.name,
        url=absolute("", practice),
        telephone=practice.phone,
        sameAs=[choice.profile for choice in practice.networks.values() if choice.profile],
        subOrganization=[_clinic(p, practice, notices) for p in practice.places] if several else [],
        **own,
    )


def practice_id(practice: Practice) -> str:
    """The "@id" of the practice, the same on every page."""
    return absolute("#practice", practice)


def place_id(place: Place, practice: Practice) -> str:
    """The "@id" of the node that has the place's address: the practice itself where it is one."""
    alone = len(practice.places) == 1
    return practice_id(practice) if alone else absolute(f"#place-{place.id}", practice)


def address_node(place: Place) -> Node:
    """Where the place is."""
    return node(
        "PostalAddress",
        streetAddress=place.street,
        addressLocality=place.city,
        addressRegion=place.region,
        postalCode=place.postal_code,
        addressCountry=place.country,
    )


def person_node(person: Person, practice: Practice) -> Node:
    """A person as a byline names them. Never schema.org's `Physician`, which is a place."""
    page = absolute(path_of(person, practice), practice)
    return node(
        "Person",
        f"{page}#person",
        name=person.name,
        honorificSuffix=person.credentials,
        url=page,
    )


def team_member_node(person: Person, practice: Practice) -> Node:
    """A person as their own page shows them. Who has left no longer works for the practice."""
    return person_node(person, practice) | node(
        "Person",
        jobTitle=person.role,
        knowsLanguage=list(person.languages),
        worksFor=None if person.left or person.outside else reference(practice_id(practice)),
    )


def _clinic(place: Place, practice: Practice, notices: Sequence[Notice]) -> Node:
    return node(
        "MedicalClinic",
        place_id(place, practice),
        name=place.name,
        telephone=place.phone or practice.phone,
        **_place_facts([place], practice, notices),
    )


def _place_facts(
    places: Sequence[Place], practice: Practice, notices: Sequence[Notice]
) -> dict[str, object]:
    """Address and hours of the only place in `places`, if there is one."""
    if not places:
        return {}
    place = places[0]
    return {
        "address": address_node(place),
        "openingHoursSpecification": regular_hours(place),
        "specialOpeningHoursSpecification": [
            specification
            for notice in notices
            for specification in special_hours(notice, place, practice)
        ],
    }
