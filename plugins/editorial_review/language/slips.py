"""S-10 to S-12: a word twice, "a" for "an", a sentence without its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest

from plugins.editorial_review.language.splitting import is_read, quoted
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SHOWN = 5

_MAY_STAND_TWICE = frozenset({
    "that", "had", "is", "bye", "no", "yes", "very", "so", "many", "ha", "now", "there", "knock",
    "muy", "nos",
})  # fmt: skip

_TEXTS = (Part.FIELD, Part.HEADING, Part.PARAGRAPH, Part.ITEM, Part.CARD_TITLE, Part.QUOTE)

# By sound, not by letter. General knowledge; "herb" and "hour" as spoken in the United States.
_SILENT_H = re.compile(r"h(?:our|onest|onor|eir(?!l)|erb(?!ert|ic|iv))")
_AS_YOU = re.compile(
    r"(?:uni(?!n|m|d|l[^a])|u(?:s[aeiu]|te[nr]|ti|ri[cn]|re|ro|biq|to[np]|ku)|eu|ew[er]|one(?!rous)|once)"
)
_SPELLED_WITH_VOWEL = frozenset("AEFHILMNORSX")  # and not U: "a UTI"
_NUMBERS = re.compile(r"(?:8\d{0,2}|11|18|1[18],?\d{3}|8\d?,\d{3}|8\d{3})(?!\d)")
_INITIALS = re.compile(r"[A-Z][A-Z0-9]*(?:-\w+)?s?|[A-Z](?:-\w+)")
_AFTER_A_NAME = frozenset({
    "and", "or", "is", "are", "in", "to", "of", "for", "on", "as", "at", "but", "with", "y",
})  # fmt: skip
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:…]\s{1,3})[\"“‘'(]{0,2}$")

_ENDED = re.compile(r"[.!?…:;][\"”’)\]]{0,3}$|[\"”’)\]]$|[\U0001F300-\U0001FAFF]$")
_HAS_SENTENCE = re.compile(r"[.!?…][\"”’)]{0,2}\s{1,3}[\"“(]?[A-ZÁÉÍÓÚ¿¡]")
_ENOUGH_WORDS = 8


def doubled_words(subject: Subject) -> Iterator[Found]:
    """S-10."""
    found = [hit for p in subject.passages if p.part in _TEXTS for hit in _doubled(p)]
    if found:
        shown = ", ".join(f'"{words}" (line {line})' for words, line in found[:_SHOWN])
        yield Found(at=found[0][1], what=f"a word stands there twice: {shown}{_more(found)}")


def _doubled(passage: Passage) -> Iterator[tuple[str, int]]:
    for one, other in pairwise(_WORD.finditer(passage.text)):
        if one[0].lower() != other[0].lower() or one[0].lower() in _MAY_STAND_TWICE:
            continue
        between = passage.text[one.end() : other.start()]
        # Names can be double ("Walla Walla"), and a capital begins something new.
        if between.isspace() and one[0].isalpha() and other[0][0].islower():
            yield f"{one[0]} {other[0]}", passage.line_at(other.start())


def wrong_articles(subject: Subject) -> Iterator[Found]:
    """S-11."""
    if not subject.is_english:
        return
    found = [hit for p in subject.passages if p.part in _TEXTS for hit in _wrong(p)]
    if found:
        shown = ", ".join(f'"{words}" (line {line})' for words, line in found[:_SHOWN])
        yield Found(at=found[0][1], what=f'"a" and "an" are exchanged: {shown}{_more(found)}')


def _wrong(passage: Passage) -> Iterator[tuple[str, int]]:
    for article, word in pairwise(_WORD.finditer(passage.text)):
        if article[0] not in ("a", "A", "an", "An"):
            continue
        text = passage.text
        is_letter = article[0] == "A" and not _BEGINS_SENTENCE.search(
            text[max(0, article.start() - 6) : article.start()]
        )
        apart = not text[article.end() : word.start()].isspace()
        if is_letter or apart or word[0].lower() in _AFTER_A_NAME:
            continue
        sounds = begins_with_vowel_sound(word[0])
        if sounds is not None and sounds is not (article[0].lower() == "an"):
            yield f"{article[0]} {word[0]}", passage.line_at(article.start())


def begins_with_vowel_sound(word: str) -> bool | None:
    """Whether "an" stands before it; None where it is not known (a name, a unit)."""
    if word[0].isdigit():
        return _NUMBERS.match(word) is not None
    if _INITIALS.fullmatch(word) and len(word.removesuffix("s")) > 1:
        # "SARS" is a word and "SSRI" three letters: told apart by a vowel among the first ones.
        is_word = len(word) > 3 and re.search(r"[AEIOU]", word[1:3])
        return None if is_word else word[0] in _SPELLED_WITH_VOWEL
    plain, stem = word.lower(), word.partition("-")[0]
    if len(stem) == 1:
        return stem.upper() in _SPELLED_WITH_VOWEL
    if not plain.isascii() or (len(stem) == 2 and not stem.islower()):
        return None
    if plain[0] == "h":
        return _SILENT_H.match(plain) is not None
    return plain[0] in "aeiou" and _AS_YOU.match(plain) is None


def missing_stops(subject: Subject) -> Iterator[Found]:
    """S-12."""
    found = [p for p in _whole_texts(subject.passages) if not _is_ended(p)]
    if found:
        end = quoted("…" + found[0].text.strip()[-40:], 60)
        lines = ", ".join(str(p.line) for p in found[1 : _SHOWN + 1])
        more = f"; also line {lines}" if lines else ""
        yield Found(at=found[0].line, what=f"a sentence ends without a full stop: {end}{more}")


def _whole_texts(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Paragraphs but those that lead on to a list, and items of more than one sentence."""
    shown = [p for p in passages if p.is_shown]
    for p, following in zip_longest(shown, shown[1:]):
        is_item = p.part is Part.ITEM or p.field == "key_points"
        leads_on = not is_item and following is not None and following.part is Part.ITEM
        if is_read(p) and not leads_on and (not is_item or _HAS_SENTENCE.search(p.text)):
            yield p


def _is_ended(passage: Passage) -> bool:
    text = passage.text.strip()
    return len(_WORD.findall(text)) < _ENOUGH_WORDS or _ENDED.search(text[-5:]) is not None


def _more(found: list[tuple[str, int]]) -> str:
    return f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
