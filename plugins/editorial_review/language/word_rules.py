"""R-05 to R-08: acronyms, jargon, terms that nobody explains, and words that label people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from plugins.editorial_review.language import tables
from plugins.editorial_review.language.phrase_table import Match
from plugins.editorial_review.language.splitting import is_read
from plugins.editorial_review.language.topic_words import topic_words
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.posts import Post
from plugins.practice.problems import Severity

_SHOWN = 5
_MANY_TERMS = 3

_CAPITALS = re.compile(
    r"(?<![\w@#/.-])([A-Z][A-Z0-9]{1,5})(?:s|['’]s)?(?![\w@]|[-/.][A-Z0-9]|\.[a-z])"
)
_SHOUTED = re.compile(r"[A-Z]{2,}\W{1,3}$")
_STILL_SHOUTED = re.compile(r"\W{1,3}[A-Z]{2,}")


def acronyms(subject: Subject) -> Iterator[Found]:
    """R-05: each that is not told where it stands first."""
    read = [p for p in subject.passages if is_read(p)] if subject.is_english else []
    known = tables.known_acronyms() | set(re.findall(r"[A-Z0-9]{2,}", subject.practice.name))
    told: set[str] = set()
    unexplained: dict[str, int] = {}
    for passage in read:
        for found in _CAPITALS.finditer(passage.text):
            name = found[1]
            if name in known or name in told or name in unexplained or _is_shouted(found, passage):
                continue
            if _is_told(found, passage):
                told.add(name)
            else:
                unexplained[name] = passage.line_at(found.start())
    if unexplained:
        first = [*unexplained.items()][:_SHOWN]
        names = ", ".join(f'"{name}" (line {line})' for name, line in first)
        more = f" and {len(unexplained) - _SHOWN} more" if len(unexplained) > _SHOWN else ""
        yield Found(at=first[0][1], what=f"not told what it is short for: {names}{more}")


def _is_shouted(found: re.Match[str], passage: Passage) -> bool:
    """Whether it is one of several words in capitals; or has only one capital: "B12"."""
    before = passage.text[max(0, found.start() - 12) : found.start()]
    several = _SHOUTED.search(before) or _STILL_SHOUTED.match(passage.text, found.end(1))
    return bool(several) or sum(c.isupper() for c in found[1]) < 2


_SHORT_FOR = re.compile(
    r"s?['’]?s?\)|s?,? ?[(:–—]|s?,? (?:which |also |short |or |stands|means|is short)"
)
_IN_LONG = re.compile(r"(?:\(|\bor |called |known as |as )[\"“(]?(?:the |an? )?$")


def _is_told(found: re.Match[str], passage: Passage) -> bool:
    """ "body mass index (BMI)", "BMI (body mass index)", "BMI, or body mass index"."""
    before = passage.text[max(0, found.start() - 20) : found.start()]
    return bool(_SHORT_FOR.match(passage.text, found.end(1)) or _IN_LONG.search(before))


def jargon(subject: Subject) -> Iterator[Found]:
    """R-06: each word once, with a plainer one; where that stands beside it, nothing is told."""
    if not subject.is_english:
        return
    read = [p for p in subject.passages if is_read(p)]
    own = _subject_words(subject)
    medical = [
        m
        for m in _first(tables.medical_words().matches(read))
        if not (set(m.said.lower().split()) & own or _is_said_plainly(m))
    ]
    general = _first(tables.general_words().matches(read))
    found = sorted((m for m in (*general, *medical) if _is_meant(m)), key=lambda m: m.line)
    if found:
        yield Found(
            at=found[0].line,
            what=f"plainer words are there for {_listed(found, _with_plainer)}",
        )


def _first(found: Iterable[Match]) -> list[Match]:
    first: dict[str, Match] = {}
    for match in found:
        first.setdefault(match.phrase, match)
    return [*first.values()]


def _is_meant(match: Match) -> bool:
    """Not of a name ("College of Physicians"), nor of a longer term that the table lets stand."""
    before = match.passage.text[max(0, match.start - 6) : match.start]
    is_name = match.said[0].isupper() and not _BEGINS_SENTENCE.search(before)
    return bool(match.instead) and not is_name


_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:…]\s{1,3})[\"“‘'(]{0,2}$")


def _is_said_plainly(match: Match) -> bool:
    text = match.passage.text.lower()
    return any(plain.strip() in text for plain in match.instead.split(",")) or _is_explained(match)


def _with_plainer(match: Match) -> str:
    return f'"{match.said}" (line {match.line}: {match.instead})'


def _listed(found: Sequence[Match], form: Callable[[Match], str]) -> str:
    shown = [form(match) for match in found[:_SHOWN]]
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return ", ".join(shown) + more


def _subject_words(subject: Subject) -> frozenset[str]:
    document = subject.document
    return topic_words(document) if isinstance(document, Post) else frozenset()


_TELLS = re.compile(
    r"s?(?:\s?[(:–—]|,? (?:which|that is|or|also called|a kind|a type|an? |the |"
    r"is (?:an?|the|when|how)\b|"
    r"are (?:an?|the|small|medicines|drugs|tests|\w+s\b)|means?|happens|helps?|lets?|works?|"
    r"\((?:an?|the)\b))",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(
    r"(?:\(|(?:called|known as|named|such as|like|or|means|is|are) (?:an? |the )?[\"“]?)$",
    re.IGNORECASE,
)


def _is_explained(match: Match) -> bool:
    """Whether its place says what it is: brackets, a dash, "which", "is a", "called"."""
    text = match.passage.text
    return bool(
        _TELLS.match(text, match.end)
        or _TOLD_BEFORE.search(text[max(0, match.start - 24) : match.start])
    )


def unexplained_terms(subject: Subject) -> Iterator[Found]:
    """R-07: a warning for several, a note for one or two."""
    if not subject.is_english:
        return
    read = [p for p in subject.passages if is_read(p)]
    every = [*tables.terms().matches(read)]
    told = {m.phrase for m in every if _is_explained(m)} | _linked(subject)
    own = _subject_words(subject)
    found = [
        m
        for m in _first(every)
        if m.phrase not in told
        and m.phrase.lower() not in told
        and not set(m.said.lower().split()) & own
    ]
    if found:
        many = len(found) >= _MANY_TERMS
        yield Found(
            at=found[0].line,
            what=f"nothing says what this is: {_listed(found, _with_line)}",
            severity=None if many else Severity.NOTE,
        )


def _with_line(match: Match) -> str:
    return f'"{match.said}" (line {match.line})'


_LINKED = re.compile(r"\[([^\[\]\n]{2,120})\]\([^()\s]{1,900}[)\s]")


def _linked(subject: Subject) -> set[str]:
    """The terms that a link leads on from."""
    texts = " ".join(_LINKED.findall(subject.document.text)).lower()
    return {phrase for rows in tables.terms().rows.values() for _, phrase, _ in rows
            if phrase.lower() in texts}  # fmt: skip


_GOES_ON = re.compile(
    r"\s(?!(?:is|are|was|were|who|that|can|may|might|should|must|will|has|have|had|needs?|and|or|"
    r"but|with|in|on|at|to|from|often|also|do|does)\b)[a-z]"
)
_SHOWN_PARTS = (
    Part.FIELD,
    Part.HEADING,
    Part.PARAGRAPH,
    Part.ITEM,
    Part.CARD_TITLE,
    Part.CELL,
    Part.ALT,
)


def labels(subject: Subject) -> Iterator[Found]:
    """R-08: people first. What somebody else said, in a quotation, stays as it was said."""
    if not subject.is_english:
        return
    shown = [p for p in subject.passages if p.part in _SHOWN_PARTS and p.field != "quote.text"]
    nouns = (
        m
        for m in tables.person_first_nouns().matches(shown)
        if not _GOES_ON.match(m.passage.text, m.end)
    )
    found = _first([*tables.person_first().matches(shown), *nouns])
    if found:
        yield Found(at=found[0].line, what=f"this labels people: {_listed(found, _with_plainer)}")
