"""Texts that stand for months: the automatic answer to a message, and the house rules."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.networks.limits import body_room
from plugins.networks.own_networks import networks_of
from plugins.practice.phones import shown_phone
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.share_kit.profiles.bios import EMERGENCY
from plugins.share_kit.profiles.checklists import has_profile

_TITLES = {
    "auto_reply": "Automatic answer to a message",
    "auto_reply_closed": "Automatic answer while you are closed",
    "house_rules": "House rules for comments",
}
_POSTED = "house_rules"
"""The one that is posted, so that it has to fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingText:
    """One text in one language."""

    name: str
    title: str
    lang: str
    text: str
    fits: tuple[str, ...]
    """The networks in use on which it can be posted whole; only told of what is posted."""


def standing_texts(practice: Practice, languages: tuple[str, ...]) -> tuple[StandingText, ...]:
    """Every text in every language, filled in."""
    return tuple(_text(name, lang, practice) for name in _TITLES for lang in languages)


def _text(name: str, lang: str, practice: Practice) -> StandingText:
    phone = shown_phone(practice.phone)
    after_hours = practice.after_hours.get(lang, "")
    text = say(
        lang,
        f"profiles.{name}",
        phone=phone,
        emergency=EMERGENCY,
        after_hours=after_hours or say(lang, "profiles.after_hours", phone=phone),
    )
    return StandingText(
        name=name,
        title=_TITLES[name],
        lang=lang,
        text=text,
        fits=_fits(text, practice) if name == _POSTED else (),
    )


def _fits(text: str, practice: Practice) -> tuple[str, ...]:
    known = networks_of(practice)
    used = [known[n] for n in practice.networks if n in known and has_profile(known[n])]
    rooms = {network.label: body_room(network, practice.schedulers) for network in used}
    return tuple(label for label, room in rooms.items() if room and room.holds(text))
