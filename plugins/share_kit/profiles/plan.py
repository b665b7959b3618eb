"""The folder of the profiles, file by file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from plugins.practice.people import Person
from plugins.practice.posts import Notice
from plugins.share_graphics.graphic import Graphic
from plugins.share_kit.frame import Frame, kit_frame
from plugins.share_kit.profiles.checklists import elsewhere
from plugins.share_kit.profiles.closed_days import unclear_notices
from plugins.share_kit.profiles.listing import (
    Listing,
    listing_csv,
    listing_json,
    listing_text,
    listings,
    special_in_words,
    week_in_words,
)
from plugins.share_kit.profiles.profile_cards import (
    ProfileCard,
    language_name,
    profile_cards,
    spoken_languages,
)
from plugins.share_kit.profiles.standing_texts import StandingText, standing_texts

PAGE = "profiles/index.html"
"""Where the page lies in the kit."""
_FOLDER = "profiles/"


def plan_profiles(
    frame: Frame,
    *,
    people: Mapping[str, Person],
    notices: Sequence[Notice],
    graphics: Sequence[Graphic] = (),
) -> dict[str, bytes]:
    """The files of `profiles/` by their path in the kit, but for the pictures.

    `people`: everybody; those who have left by `frame.today` count no more. `notices`: those that
    are public, in any language. `graphics`: what `profile_graphics` planned; the caller lays each
    at its `path` in the kit.
    """
    practice, today = frame.practice, frame.today
    languages = spoken_languages(practice)
    here = {id_: person for id_, person in people.items() if _is_here(person, today)}
    cards = profile_cards(practice, here, graphics)
    rows = listings(practice, here, notices, today)
    page = kit_frame(
        "profiles.html",
        PAGE,
        frame,
        styles=("profiles/profiles.css",),
        scripts=("profiles/profiles.js",),
        cards=cards,
        listings=[_shown(row) for row in rows],
        special=[
            (row.name, special_in_words(days), days.title) for row in rows for days in row.special
        ],
        unclear=unclear_notices(notices, practice, today),
        elsewhere=elsewhere(),
        texts=_by_title(standing_texts(practice, languages)),
        languages={lang: language_name(lang) for lang in languages},
    )
    return {
        PAGE: page,
        **dict(_text_files(cards, practice.lang)),
        f"{_FOLDER}listing.csv": listing_csv(rows),
        f"{_FOLDER}listing.json": listing_json(rows),
        f"{_FOLDER}listing.txt": listing_text(rows).encode(errors="replace"),
    }


def _by_title(texts: Sequence[StandingText]) -> list[tuple[str, list[StandingText]]]:
    titles = dict.fromkeys(text.title for text in texts)
    return [(title, [text for text in texts if text.title == title]) for title in titles]


def _is_here(person: Person, today: date) -> bool:
    return person.is_of_team(today)


def _text_files(cards: Sequence[ProfileCard], own: str) -> Iterator[tuple[str, bytes]]:
    """ "profiles/x.txt", "profiles/x.es.txt": each the text alone, to be pasted."""
    for card in cards:
        for found in card.bios:
            ending = ".txt" if found.lang == own else f".{found.lang}.txt"
            data = f"{found.text}\n".encode(errors="replace")
            yield f"{_FOLDER}{card.network.name}{ending}", data


def _shown(row: Listing) -> Mapping[str, object]:
    """A place as the page shows it: every line is one thing to copy."""
    return {
        "id": row.place.id,
        "name": row.name,
        "fields": {
            "Name": row.name,
            "Address": row.address,
            "Phone": row.phone,
            "Website": row.site,
            "Languages": ", ".join(row.languages),
        },
        "week": week_in_words(row.place),
    }
