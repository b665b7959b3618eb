"""What the page says about each profile, in words ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel import Locale

from plugins.networks.own_networks import networks_of
from plugins.networks.rows import Network, Place, Sure
from plugins.practice.addresses import absolute
from plugins.practice.people import Person
from plugins.practice.settings import Practice
from plugins.practice.words import LANGUAGES
from plugins.share_graphics.graphic import Graphic
from plugins.share_kit.profiles.bios import Bio, bio, latest_url
from plugins.share_kit.profiles.checklists import Item, checklist, has_profile

AVATAR = "avatar"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileCard:
    """One network's profile of the practice."""

    network: Network
    bios: tuple[Bio, ...]
    """One a language of the site; none where the network has no such text."""
    link: str
    """What to write into the profile's field for a link; "" where it has none."""
    profile: str
    """Where the profile is, as practice.toml has it."""
    avatar: Graphic | None
    cover: Graphic | None
    checklist: tuple[Item, ...]

    @property
    def limit_note(self) -> str:
        """How sure the length of the text is: "" where the network's own text says it."""
        limit = self.network.bio
        if limit is None or limit.sure is Sure.VERIFIED:
            return ""
        return f"{limit.size} by {_SURE[limit.sure]}, read {limit.read}"


_SURE: Mapping[Sure, str] = {
    Sure.SECONDARY: "other people\u2019s word",
    Sure.GENERAL: "common knowledge",
}


def spoken_languages(practice: Practice) -> tuple[str, ...]:
    """The languages of the practice in which Housecall can speak to readers."""
    return tuple(lang for lang in practice.languages if lang in LANGUAGES) or ("en",)


def language_name(lang: str) -> str:
    """A language in its own words: "Español"."""
    name: str = Locale.parse(lang).get_language_name(lang) or lang
    return name[:1].upper() + name[1:]


def profile_cards(
    practice: Practice, people: Mapping[str, Person], graphics: Sequence[Graphic]
) -> tuple[ProfileCard, ...]:
    """One for each network in use, in the order of practice.toml."""
    known = networks_of(practice)
    by_shape = {graphic.shape: graphic for graphic in graphics}
    return tuple(
        _card(known[name], practice, people, by_shape)
        for name in practice.networks
        if name in known
    )


def _link(network: Network, practice: Practice) -> str:
    """The newest posts, as posts there say "link in bio"; where a post has its own button, the
    site."""
    if not network.bio_link:
        return ""
    own_button = network.place is Place.BUTTON
    return absolute("", practice) if own_button else latest_url(practice, practice.lang)


def _card(
    network: Network,
    practice: Practice,
    people: Mapping[str, Person],
    by_shape: Mapping[str, Graphic],
) -> ProfileCard:
    told = (bio(practice, network, lang, people) for lang in spoken_languages(practice))
    return ProfileCard(
        network=network,
        bios=tuple(found for found in told if found),
        link=_link(network, practice),
        profile=practice.networks[network.name].profile,
        avatar=by_shape.get(AVATAR) if has_profile(network) else None,
        cover=by_shape.get(f"cover-{network.name}"),
        checklist=checklist(network),
    )
