"""The networks of a practice: those of the table, and those that practice.toml describes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from plugins.networks.rows import SHAPES, Limit, Network, Place, Sure, Tone, Unit
from plugins.networks.table import NETWORKS
from plugins.practice.fields import UnfitError, slug
from plugins.practice.settings import CustomNetwork, Practice

NO_PICTURES = "none"
"""The word with which `pictures` says that a network needs none."""

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "unit": tuple(unit for unit in Unit if unit is not Unit.ITEMS),
        "links": tuple(Place),
        "pictures": (*SHAPES, NO_PICTURES),
        "tone": tuple(Tone),
    }
)
"""What may stand in those keys of [networks.custom.NAME] that take words of the table."""

TAKEN = frozenset({"all", "notices", "headlines", "feed", "topics"})
"""Names of other feeds: the feed of a network is called like the network."""

_SOURCE = "your practice.toml"

# Whose order of parts, and kinds of post, a network with this tone follows.
_MODELS: Mapping[tuple[str, bool], str] = {
    (Tone.PATIENT, True): "facebook",
    (Tone.PATIENT, False): "facebook",
    (Tone.PEER, True): "doximity",
    (Tone.PEER, False): "sermo",
}


def networks_of(practice: Practice) -> Mapping[str, Network]:
    """Every network that the practice can name: the table, then its own.

    One of its own that `check_networks` has a problem with is left out.
    """
    table = {name: _as_set(row, practice) for name, row in NETWORKS.items()}
    own = {
        name: _own(custom)
        for name, custom in practice.custom_networks.items()
        if is_word(name) and not name_is_taken(name) and not any(unfit_words(custom))
    }
    return MappingProxyType(table | own)


def is_word(name: str) -> bool:
    """Whether files can be called like the network: lower-case letters, digits and hyphens."""
    try:
        return slug(name) == name
    except UnfitError:
        return False


def name_is_taken(name: str) -> bool:
    """Whether a network of the table, or another feed, has the name."""
    return name in NETWORKS or name in TAKEN


def unfit_words(custom: CustomNetwork) -> Iterator[tuple[str, str]]:
    """Each key whose word the table does not know, with that word."""
    for key, allowed in WORDS.items():
        value: str | Sequence[str] = getattr(custom, key)
        words = [value] if isinstance(value, str) else value
        yield from ((key, word) for word in words if word not in allowed)


def _as_set(row: Network, practice: Practice) -> Network:
    """The network with the practice's own length of a text, where its servers differ."""
    choice = practice.networks.get(row.name)
    if not (choice and choice.characters and row.own_characters and row.text):
        return row
    text = replace(
        row.text, size=choice.characters, sure=Sure.GENERAL, source=_SOURCE, read="", note=""
    )
    return replace(row, text=text)


def _own(custom: CustomNetwork) -> Network:
    model = NETWORKS[_MODELS[custom.tone, custom.names_us]]
    takes_text = custom.characters is not None
    return Network(
        name=custom.name,
        label=custom.label,
        text=_limit(custom, custom.characters),
        title=_limit(custom, custom.title_characters),
        hashtags=_limit(custom, custom.most_hashtags, Unit.ITEMS),
        alt=_limit(custom, custom.alt_characters),
        place=Place(custom.links),
        shapes=tuple(shape for shape in custom.pictures if shape != NO_PICTURES),
        parts=model.parts if takes_text else (),
        kinds=model.kinds,
        tone=Tone(custom.tone),
        emoji=custom.emoji,
        phone=custom.phone,
        names_us=custom.names_us,
        feed=custom.feed and takes_text,
    )


def _limit(custom: CustomNetwork, size: int | None, unit: Unit | None = None) -> Limit | None:
    if size is None:
        return None
    return Limit(
        size=size,
        unit=unit or Unit(custom.unit),
        sure=Sure.GENERAL,
        source=custom.source or _SOURCE,
        read=custom.read,
    )
