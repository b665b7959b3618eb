"""Names in a text: whose they could be, judged by the words around them.

A capital letter says little in English. So a name is taken for one where a title stands before it
("Mrs."), or where it is a given name that is no English word. Clinicians, authors, places,
institutions and diseases called after people are told apart by the words beside them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")
_WORD = re.compile(r"\w+(?:['-]\w+){0,4}")
_MOST = 4
"""The longest name, in words."""
_GAP = re.compile(r"\.? (?:\"\w{1,20}\" )?(?:(?:de|la|del|van|von|bin|al) ){0,2}")
_AND = (", ", " and ", ", and ", " or ", ", or ", " & ")
_ROLE = (
    r"(?:nurse|hygienist|assistant|receptionist|doctor|physician|pediatrician|dentist|therapist|"
    r"counselor|psycholog|psychiatr|optometr|audiolog|midwife|doula|pharmacist|dietitian|"
    r"nutritionist|manager|director|coordinator|technician|tech\b|clinician|surgeon|orthodontist|"
    r"biller|founder|specialist|educator|navigator|interpreter|team|staff|front desk|scheduler)"
)
_OF_STAFF = re.compile(
    r",? (?:at (?:our|the) front desk|in (?:our |the )?(?:billing|business office)|from our "
    r"(?:team|front desk|billing|office))\b|"
    r"(?:,| is| has been| will be| was| -|,? who is) (?:our|a|an|the|your) (?:[\w-]+ ){0,3}?"
    rf"{_ROLE}|"
    r"[^.!?]{0,60}?\b(?:the rest of (?:our|the)\b)|(?:,? [A-Z]{2,5},?)? (?:(?:is|are|will be) "
    r"(?:retiring|joining|leaving|out|away|on (?:vacation|leave)|accepting|back in the office)|"
    r"retires|joins|has joined|will join|has (?:been|worked) (?:with|at|for) (?:us|our)|"
    r"started (?:with|at|here)|comes to us|earned (?:his|her)|completed (?:his|her) residency|"
    r"graduated from (?:the )?[A-Z]|sees (?:patients|families|children)|specializes|speaks|enjoys|"
    r"grew up|trained|works with|leads|teaches|manages|coordinates)\b"
)
_GREETING = re.compile(
    r"\b(?:thanks|thank you|congrats|congratulations|hi|hey|hello|dear|bravo|gracias|felicidades|"
    r"hola|sorry|good job|great job|well done|way to go|love you|proud of you)(?: so much)?,? $",
    re.IGNORECASE,
)
_YEAR = re.compile(r" ?\(?(?:19|20)\d\d\)?")
_LISTED = re.compile(r" [A-Z]{1,3}[,.;]")


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


@cache
def word_sets(file: str = "names.toml") -> Mapping[str, frozenset[str]]:
    """The lists of a file of `data/` as sets."""
    table = tomllib.loads((_DATA / file).read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}


@cache
def given_names() -> frozenset[str]:
    """Given names that are no English words, in small letters."""
    lines = (_DATA / "given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def family_names() -> frozenset[str]:
    """Frequent family names that are neither words nor given names, in small letters."""
    lines = (_DATA / "family_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str

    @property
    def word(self) -> str:
        low = self.text.lower()
        return low.removesuffix("'s").removesuffix("s'")

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def names_in(
    text: str, allowed: frozenset[str] = frozenset(), *, english: bool = True
) -> tuple[Name, ...]:
    """The names in a plain text, in order.

    `allowed` are words of names that may stand. In other languages than English the list of names
    holds words ("Elija"): there a single name that begins a sentence is none.
    """
    tokens = [_Token(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]
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


def _names(text: str, tokens: Sequence[_Token], allowed: frozenset[str]) -> Iterator[Name]:
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
    text: str, tokens: Sequence[_Token], at: int, allowed: frozenset[str]
) -> tuple[Name | None, int] | None:
    """The name that begins with a token and where to go on; None: none begins here."""
    sets, word = word_sets(), tokens[at].word
    acronym = tokens[at].text.isupper() and len(word) == 2 and word != "dr"
    if not acronym and _is_title(word, tokens[at + 1 : at + 2]) and _goes_on(text, tokens, at):
        end = _end_of(text, tokens, at + 1)
        inside = [token.word for token in tokens[at + 1 : end]]
        known = word in sets["staff_titles"] or allowed & {*inside}
        if not known and _is_thing(text, tokens, at + 1, end):
            return None, end
        who = Who.STAFF if known or _is_staff(text, tokens, at, end) else Who.TITLED
        return Name(tokens[at + 1].start, tokens[end - 1].end, who), end
    if word not in given_names():
        return _stranger_at(text, tokens, at, allowed)
    if word in sets["spanish_words"] and not _goes_on(text, tokens, at):
        return None
    end = _end_of(text, tokens, at)
    if sets["known"] & {t.word for t in tokens[at:end]}:
        return Name(tokens[at].start, tokens[end - 1].end, Who.STAFF), end
    if _is_acronym(tokens, at, end) or _is_thing(text, tokens, at, end):
        return None, end
    staff = allowed & {t.word for t in tokens[at:end]} or _is_staff(text, tokens, at, end)
    return Name(tokens[at].start, tokens[end - 1].end, Who.STAFF if staff else Who.SOMEBODY), end


def _stranger_at(
    text: str, tokens: Sequence[_Token], at: int, allowed: frozenset[str]
) -> tuple[Name | None, int] | None:
    """A capitalised word that only people could be: it speaks, or has a family."""
    sets, token = word_sets(), tokens[at]
    if token.word in sets["known"] and at and tokens[at - 1].is_capital:
        joined = text[tokens[at - 1].end : token.start] == " "
        return (Name(tokens[at - 1].start, token.end, Who.STAFF), at + 1) if joined else None
    if token.text.isupper() or token.word in sets["no_names"] | allowed:
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else _Token(len(text), len(text), "")
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


def _is_greeted(text: str, token: _Token) -> bool:
    """Whether it is who is greeted or thanked: "Thanks, Deb!"."""
    greeted = _GREETING.search(text[max(0, token.start - 24) : token.start])
    alone = text[token.end : token.end + 1] in ("!", ",") and not token.text.endswith("s")
    return greeted is not None and alone


def _is_title(word: str, following: Sequence[_Token]) -> bool:
    """Whether a word stands for the person whose name follows."""
    sets = word_sets()
    weak = word in sets["weak_titles"] and any(t.word in given_names() for t in following)
    return weak or word in sets["titles"] or word in sets["staff_titles"]


def _goes_on(text: str, tokens: Sequence[_Token], at: int) -> bool:
    """Whether the next token belongs to the same name."""
    if at + 1 >= len(tokens) or not tokens[at + 1].is_capital:
        return False
    between = text[tokens[at].end : tokens[at + 1].start]
    if tokens[at].text.endswith("'s") or len(between) > 30:
        return False
    word, dotted = tokens[at].text.lower(), between.startswith(".")
    ended = dotted and len(word) > 1 and word not in word_sets()["shortened"]
    return not ended and _GAP.fullmatch(between) is not None


def _end_of(text: str, tokens: Sequence[_Token], at: int) -> int:
    """The token after the last one of the name that begins at `at`."""
    end = at + 1
    while end < len(tokens) and end - at < _MOST and _goes_on(text, tokens, end - 1):
        end += 1
    return end


def _is_acronym(tokens: Sequence[_Token], at: int, end: int) -> bool:
    """ANA, ELISA: capitals alone are a name only beside another word in capitals."""
    word = tokens[at].text
    return len(word) > 1 and word.isupper() and (end - at < 2 or not tokens[at + 1].text.isupper())


def _is_thing(text: str, tokens: Sequence[_Token], at: int, end: int) -> bool:
    """Whether it is a disease, a place or an institution called after somebody, or a citation."""
    sets = word_sets()
    last = tokens[end - 1].end
    after = [t.text.lower() for t in tokens[at + 1 : end + 3]]
    direct = {*after[: end - at]}
    owned = tokens[end - 1].text.endswith("'s")
    if (
        direct & sets["institutions"]
        or (direct & sets["things"] and not owned)
        or text.startswith((" et al", ", et al"), last)
    ):
        return True
    if _YEAR.match(text, last) and text[last : last + 2] == " (":
        return True
    if _LISTED.match(text, last) or text.startswith("-", last):
        return True
    before = tokens[at - 1] if at else None
    near = before is not None and tokens[at].start - before.end <= 2
    return near and before is not None and before.text.lower() in sets["places_before"]


def _is_beside(text: str, tokens: Sequence[_Token], end: int) -> bool:
    return end < len(tokens) and text[tokens[end - 1].end : tokens[end].start] in (", ", " ")


def _is_staff(text: str, tokens: Sequence[_Token], at: int, end: int) -> bool:
    """Whether credentials or a role stand beside it."""
    sets = word_sets()
    following = tokens[end : end + 1] if _is_beside(text, tokens, end) else []
    if any(t.text in sets["credentials"] for t in following):
        return True
    if any(t.text in sets["credentials"] for t in tokens[at + 1 : end]):
        return True
    before = [t.text.lower() for t in tokens[max(0, at - 2) : at]]
    asked_for = before == ["ask", "for"] or bool({*before[-1:]} & sets["contact_words"] - {"for"})
    beside = {*before[-1:]} & (sets["roles"] | {"by"})
    return asked_for or bool(beside) or _OF_STAFF.match(text, tokens[end - 1].end) is not None
