"""Names in a text: whose they could be, judged by the words around them.

A capital letter says little in English. So a name is taken for one where a title stands before it
("Mrs."), or where it is a given name that is no English word. Clinicians, authors, places,
institutions and diseases called after people are told apart by the words beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from plugins.editorial_review.privacy.name_company import is_acronym, is_staff, is_thing
from plugins.editorial_review.privacy.name_lists import given_names, history, word_sets
from plugins.editorial_review.privacy.name_words import Token, end_of, goes_on, tokens_of

_GREETING = re.compile(
    r"\b(?:thanks|thank you|congrats|congratulations|hi|hey|hello|dear|bravo|gracias|felicidades|"
    r"hola|sorry|good job|great job|well done|way to go|love you|proud of you)(?: so much)?,? $",
    re.IGNORECASE,
)
_AND = (", ", " and ", ", and ", " or ", ", or ", " & ")


class Who(StrEnum):
    """Whose a name could be."""

    SOMEBODY = "somebody"
    TITLED = "titled"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands in a plain text."""

    start: int
    end: int
    who: Who


def names_in(
    text: str, allowed: frozenset[str] = frozenset(), *, english: bool = True
) -> tuple[Name, ...]:
    """The names in a plain text, in order.

    `allowed` are words of names that may stand. In other languages than English the list of names
    holds words ("Elija"): there a single name that begins a sentence is none.
    """
    tokens = tokens_of(text)
    names = _in_lists(text, _names(text, tokens, allowed))
    return tuple(name for name in names if english or not _only_begins(text, name))


def _only_begins(text: str, name: Name) -> bool:
    single = name.who is Who.SOMEBODY and " " not in text[name.start : name.end]
    return single and (
        name.start == 0 or text[max(0, name.start - 4) : name.start].rstrip()[-1:] in ".!?:)"
    )


def _in_lists(text: str, names: Iterator[Name]) -> Iterator[Name]:
    """In "our nurses Ana, Bo and Cy", all are staff."""
    last: Name | None = None
    for name in names:
        if last and last.who is Who.STAFF and text[last.end : name.start] in _AND:
            name = replace(name, who=Who.STAFF)
        last = name
        yield name


def _names(text: str, tokens: Sequence[Token], allowed: frozenset[str]) -> Iterator[Name]:
    at = 0
    while at < len(tokens):
        found = _name_at(text, tokens, at, allowed) if tokens[at].is_capital else None
        if found is None:
            at += 1
            continue
        name, at = found
        if name is not None:
            yield name


def _name_at(
    text: str, tokens: Sequence[Token], at: int, allowed: frozenset[str]
) -> tuple[Name | None, int] | None:
    """The name that begins with a token and where to go on; None: none begins here."""
    sets, word = word_sets(), tokens[at].word
    acronym = tokens[at].text.isupper() and len(word) == 2 and word != "dr"
    if not acronym and _is_title(word, tokens[at + 1 : at + 2]) and goes_on(text, tokens, at):
        end = end_of(text, tokens, at + 1)
        inside = [token.word for token in tokens[at + 1 : end]]
        known = word in sets["staff_titles"] or allowed & {*inside}
        if not known and is_thing(text, tokens, at + 1, end):
            return None, end
        who = Who.STAFF if known or is_staff(text, tokens, at, end) else Who.TITLED
        return Name(tokens[at + 1].start, tokens[end - 1].end, who), end
    if word not in given_names():
        return _stranger_at(text, tokens, at, allowed)
    if word in sets["spanish_words"] and not goes_on(text, tokens, at):
        return None
    end = end_of(text, tokens, at)
    if " ".join(t.word for t in tokens[at:end]) in history():
        return Name(tokens[at].start, tokens[end - 1].end, Who.STAFF), end
    if is_acronym(tokens, at, end) or is_thing(text, tokens, at, end):
        return None, end
    staff = allowed & {t.word for t in tokens[at:end]} or is_staff(text, tokens, at, end)
    return Name(tokens[at].start, tokens[end - 1].end, Who.STAFF if staff else Who.SOMEBODY), end


def _stranger_at(
    text: str, tokens: Sequence[Token], at: int, allowed: frozenset[str]
) -> tuple[Name | None, int] | None:
    """A capitalised word that only people could be: it speaks, or has a family."""
    sets, token = word_sets(), tokens[at]
    if at and f"{tokens[at - 1].word} {token.word}" in history():
        return Name(tokens[at - 1].start, token.end, Who.STAFF), at + 1
    if token.text.isupper() or token.word in sets["no_names"] | allowed:
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else Token(len(text), len(text), "")
    after, gap = following.text.lower(), text[token.end : following.start]
    before = tokens[at - 1].text.lower() if at else ""
    many = token.text.endswith("s") and gap == "' "
    owned = many or token.text.endswith("'s")
    of_genes = text.startswith(" of", following.end) or any(c.isdigit() for c in token.text)
    of_country = token.word.endswith(("ish", "ese", "ian", "ican", "ench", "utch"))
    shared = before in ("the", "our", "both") and after in sets["clans"] and not of_country
    household = shared or (owned and after in sets["households"])
    household = household and not of_genes
    if _is_greeted(text, token) or (
        (many or gap == " ") and (household or (not owned and after in sets["human_acts"]))
    ):
        return Name(token.start, token.end, Who.SOMEBODY), at + 1
    return None


def _is_greeted(text: str, token: Token) -> bool:
    """Whether it is who is greeted or thanked: "Thanks, Deb!"."""
    greeted = _GREETING.search(text[max(0, token.start - 24) : token.start])
    alone = text[token.end : token.end + 1] in ("!", ",") and not token.text.endswith("s")
    return greeted is not None and alone


def _is_title(word: str, following: Sequence[Token]) -> bool:
    """Whether a word stands for the person whose name follows."""
    sets = word_sets()
    weak = word in sets["weak_titles"] and any(t.word in given_names() for t in following)
    return weak or word in sets["titles"] or word in sets["staff_titles"]
