"""S-05: words that no list has. Names, numbers, addresses and joined words are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.editorial_review.language.word_list import one_letter_off, suggestion, word_list
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.problems import Severity

_CHECKED = (Part.FIELD, Part.HEADING, Part.PARAGRAPH, Part.ITEM, Part.CARD_TITLE, Part.CELL,
            Part.QUOTE, Part.ALT)  # fmt: skip
_MOST = 10
"""Problems a post; the rest are counted."""
_SHOWN = 5

_NO_WORDS = re.compile(
    r"(?:https?://|www\.)\S{1,900}|[\w.+-]{1,64}@[\w.-]{1,190}|[#@]\w{1,99}|"
    r"\b[\w-]{1,60}\.(?:com|org|gov|net|edu|md|pdf|toml)\b\S{0,300}"
)
_WORD = re.compile(r"(?<![\w’'/.-])[A-Za-z]{3,}(?:['’][A-Za-z]{1,3})?(?![\w’'/-]|\.[A-Za-z])")
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:…]\s{1,3})[\"“‘'(]{0,2}$")


_PREFIX = re.compile(
    r"(?:anti|auto|bio|cardio|co|counter|cyto|de|electro|endo|extra|gastro|geno|hemo|hyper|hypo|im"
    r"muno|inter|intra|kilo|lympho|macro|mega|meta|micro|mid|milli|mis|mono|multi|myo|nano|neo|neph"
    r"ro|neuro|non|osteo|out|over|para|patho|peri|photo|poly|post|pre|pro|pseudo|psycho|radio|re|se"
    r"mi|sub|super|supra|tele|thermo|thrombo|trans|tri|ultra|un|under|uni|uro|vaso)(?=[a-z]{4})"
)


@dataclass(slots=True)
class _Unknown:
    """A word that no list has."""

    said: str
    line: int
    suggested: str
    is_slip: bool
    """Whether it is likely that the suggested word was meant."""
    more: int = 0


def misspelt(subject: Subject) -> Iterator[Found]:
    """A warning for each word that is close to a known one, at its first place; one note for those
    that may be right. The lists know English only."""
    if not subject.is_english:
        return
    found: dict[str, _Unknown] = {}
    for passage in subject.passages:
        if passage.part in _CHECKED and passage.field != "share.hashtags":
            _gather(passage, subject.setting.words, found)
    slips = [word for word in found.values() if word.is_slip]
    yield from (Found(at=word.line, what=_what(word)) for word in slips[:_MOST])
    if len(slips) > _MOST:
        more = len(slips) - _MOST
        yield Found(at=slips[_MOST].line, what=f"{more} more words stand in no list of words")
    yield from _strange([word for word in found.values() if not word.is_slip])


def _strange(words: list[_Unknown]) -> Iterator[Found]:
    if words:
        shown = ", ".join(_shown(word) for word in words[:_SHOWN])
        more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
        what = f"perhaps right, but in no list of words: {shown}{more}"
        yield Found(at=words[0].line, what=what, severity=Severity.NOTE)


def _shown(word: _Unknown) -> str:
    meant = f', or "{word.suggested}"?' if word.suggested else ""
    return f'"{word.said}" (line {word.line}{meant})'


def _gather(passage: Passage, own: frozenset[str], found: dict[str, _Unknown]) -> None:
    text = _NO_WORDS.sub(lambda m: " " * len(m[0]), passage.text)
    for hit in _WORD.finditer(text):
        word = _plain(hit[0])
        if _is_known(word, own):
            continue
        if word in found:
            found[word].more += 1
            continue
        meant = _meant(hit, text)
        if meant is not None:
            found[word] = _Unknown(hit[0], passage.line_at(hit.start()), *meant)


def _is_known(word: str, own: frozenset[str]) -> bool:
    known = word_list().words
    base = word.removesuffix("'s")
    if not {word, base, base.removesuffix("s"), f"{base}s"}.isdisjoint(known):
        return True
    if word in own or base in own:
        return True
    prefix = _PREFIX.match(base)
    return prefix is not None and base[prefix.end() :] in known


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _meant(hit: re.Match[str], text: str) -> tuple[str, bool] | None:
    """What was meant, or empty, and whether that is likely; None where the word is a name, which
    nobody can look up."""
    if hit[0].islower():
        return suggestion(_plain(hit[0]).removesuffix("'s"))
    begins = hit[0].istitle() and _BEGINS_SENTENCE.search(
        text[max(0, hit.start() - 6) : hit.start()]
    )
    near = one_letter_off(_plain(hit[0]).removesuffix("'s")) if begins else ""
    return (near, True) if near else None


def _what(word: _Unknown) -> str:
    more = f" (and {word.more} more)" if word.more else ""
    return f'"{word.said}" stands in no list of words{more}; is "{word.suggested}" meant?'
