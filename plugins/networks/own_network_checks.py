"""Are the networks of the practice's own described so that texts can be written for them?"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from plugins.networks.own_networks import TAKEN, WORDS, is_word, name_is_taken, unfit_words
from plugins.networks.table import NETWORKS
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Practice


def check_own_networks(practice: Practice) -> list[Problem]:
    """Names, words and numbers of practice.toml's networks that cannot be used, by their lines."""
    return [*_names(practice), *_words(practice), *_characters(practice)]


def _names(practice: Practice) -> Iterator[Problem]:
    for name in practice.custom_networks:
        key = f"networks.custom.{name}"
        if name_is_taken(name):
            what = f"[{key}] has the name of {_whose(name)}"
            why = "its feed and its texts could not be told from those"
            yield _problem(practice, key, what=what, why=why, fix=_another_name(name))
        elif not is_word(name):
            what = f'[{key}] has the name "{name}", which is not one plain word'
            why = "its feed and its files are called like it"
            fix = "write lower-case letters and digits with hyphens between, like our-town"
            yield _problem(practice, key, what=what, why=why, fix=fix)


def _whose(name: str) -> str:
    if name in TAKEN:
        return f"the feed {name}, which every site has"
    return f"{NETWORKS[name].label}, which Housecall knows"


def _another_name(name: str) -> str:
    if name in TAKEN:
        return f"give it another name, like [networks.custom.our-{name}]"
    return f"delete this table and write [networks.{name}], or give it another name"


def _words(practice: Practice) -> Iterator[Problem]:
    for custom in practice.custom_networks.values():
        for key, word in unfit_words(custom):
            near = get_close_matches(word, WORDS[key], n=1, cutoff=0.6)
            guess = f'did you mean "{near[0]}"? ' if near else ""
            yield _problem(
                practice,
                f"networks.custom.{custom.name}.{key}",
                what=f'`networks.custom.{custom.name}.{key}` is "{word}", an unknown word',
                why=f"nothing is made for {custom.label} until it is one that Housecall knows",
                fix=f"{guess}Allowed: {', '.join(WORDS[key])}",
            )


def _characters(practice: Practice) -> Iterator[Problem]:
    for name, choice in practice.networks.items():
        row = NETWORKS.get(name)
        if row is None or choice.characters is None or row.own_characters:
            continue
        yield _problem(
            practice,
            f"networks.{name}.characters",
            what=f"`networks.{name}.characters` would change how long a text on {row.label} may be",
            why=f"{row.label} takes the same length from everybody, and Housecall knows it",
            fix="delete the line",
        )


def _problem(practice: Practice, key: str, *, what: str, why: str, fix: str) -> Problem:
    return Problem(
        rule="custom-network" if key.startswith("networks.custom.") else "network-characters",
        severity=Severity.BLOCK,
        file=PRACTICE_FILE,
        line=practice.line_of(key),
        what=what,
        why=why,
        fix=fix,
    )
