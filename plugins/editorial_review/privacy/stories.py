"""P-02 to P-06, P-09, P-10: is this about one person? Judged in windows of two sentences.

A cue is a word or two of `data/cues.toml`. Strong ones speak for themselves; weak ones count
together. So each finding can say which words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.editorial_review.privacy.name_lists import word_sets
from plugins.editorial_review.privacy.reading import HIDDEN, SOMEBODY, Read, Sentence, read
from plugins.editorial_review.privacy.told import found, quoted
from plugins.editorial_review.prose import Part
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

_ENOUGH = 2
_NAMED = "name"
_ONE, _SURELY_ONE, _HAPPENED, _TELLING, _SETTING, _WHO_IS_MEANT, _SAID_OF_STAFF = (
    word_sets("signs.toml")[group]
    for group in (
        "one", "surely_one", "happened", "telling", "setting", "who_is_meant", "said_of_staff",
    )
)  # fmt: skip
"""The groups of signs, as `data/signs.toml` explains them."""


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence and the next one."""

    read: Read
    first: Sentence
    signs: Mapping[str, tuple[str, ...]]
    """The words of each sign."""
    points: int
    end: int
    """Where its last sentence begins."""

    def found(self, signs: Sequence[str], says: str) -> Found:
        """A finding that quotes the words of some signs."""
        words = [word for sign in signs for word in self.signs.get(sign, ())]
        return found(self.read.piece, self.first.start, f"{quoted(words)}: {says}")


def windows(read_: Read) -> Iterator[Window]:
    """Every two sentences of which one has a cue or a name."""
    sentences = read_.sentences
    for index in range(len(sentences)):
        pair = sentences[index : index + 2]
        if any(sentence.hits or SOMEBODY in sentence.marked for sentence in pair):
            yield _window(read_, pair, sentences[max(0, index - 1) : index])


def _window(read_: Read, pair: Sequence[Sentence], before: Sequence[Sentence]) -> Window:
    """`before`: the sentence in front of it, which can say whom a "she" means."""
    signs: dict[str, tuple[str, ...]] = {}
    points: dict[str, int] = {}
    for sentence in pair:
        for hit in (*sentence.hits, *sentence.context):
            known = signs.get(hit.sign, ())
            signs[hit.sign] = known if len(known) > 1 else (*known, sentence.words(hit))
            points[hit.sign] = hit.points
        if SOMEBODY in sentence.marked:
            signs[_NAMED] = (HIDDEN,)
    for hit in (
        hit for sentence in before for hit in sentence.context if hit.sign in _WHO_IS_MEANT
    ):
        signs.setdefault(hit.sign, ())
        points.setdefault(hit.sign, hit.points)
    first = next(s for s in pair if s.hits or SOMEBODY in s.marked)
    return Window(read_, first, signs, sum(points.values()), pair[-1].start)


def _of(subject: Subject) -> Iterator[Window]:
    for piece in read(subject):
        if piece.piece.part is not Part.ADDRESS:
            yield from windows(piece)


def _once(found_in: Iterable[Window]) -> Iterator[Window]:
    """Without those that begin with the sentence with which another one began or ended."""
    last: Window | None = None
    for window in found_in:
        if last is None or window.read is not last.read or window.first.start > last.end:
            yield window
            last = window


def dated(subject: Subject) -> Iterator[Found]:
    """P-02: what happened to somebody on a day."""
    for window in _once(w for w in _of(subject) if _is_dated(w)):
        yield window.found([*_first(window, _ONE | _HAPPENED), "ill", "day"], _DATED)


_DATED = "what happened to one person, and when"


def _is_dated(window: Window) -> bool:
    signs = window.signs.keys()
    one = signs & _SURELY_ONE and signs & _HAPPENED and not _is_about_staff(window)
    return "ill" in signs and "day" in signs and bool(one)


def _first(window: Window, signs: frozenset[str]) -> list[str]:
    return [sign for sign in window.signs if sign in signs and sign != _NAMED]


def very_old(subject: Subject) -> Iterator[Found]:
    """P-03: an age of 90 or more."""
    yield from _by_sign(subject, ("very-old",), "the age of one person of 90 or more")


def own_patient(subject: Subject) -> Iterator[Found]:
    """P-04: one patient of the practice."""
    yield from _by_sign(subject, ("patient", "treated"), "speaks of one patient of yours")


def praised(subject: Subject) -> Iterator[Found]:
    """P-05: thanks, wishes or a story beside a name, unless staff is spoken of."""
    yield from _by_sign(subject, ("praise",), "somebody's name with thanks, wishes or a story")


def is_praised(sentence: Sentence) -> bool:
    """Whether P-05 tells of a sentence."""
    praise = any(hit.sign == "praise" for hit in sentence.hits)
    return praise and all(hit.sign != "staff" for hit in sentence.context)


def _by_sign(subject: Subject, signs: tuple[str, ...], says: str) -> Iterator[Found]:
    for piece in read(subject):
        for sentence in piece.sentences:
            words = [sentence.words(hit) for hit in sentence.hits if hit.sign in signs]
            of_staff = signs == ("praise",) and not is_praised(sentence)
            if words and not of_staff and piece.piece.part is not Part.ADDRESS:
                yield found(piece.piece, sentence.start, f"{quoted(words)}: {says}")


def recognisable(subject: Subject) -> Iterator[Found]:
    """P-10: two details that let neighbours tell who it is."""
    for window in _once(w for w in _of(subject) if _is_recognisable(w)):
        details = sorted(window.signs.keys() & _TELLING)
        yield window.found(details, "together these let neighbours tell who it is")


def _is_recognisable(window: Window) -> bool:
    signs = window.signs.keys()
    one = signs & _SURELY_ONE and not _is_about_staff(window)
    return len(signs & _TELLING) >= 2 and "ill" in signs and bool(one)


def unlike_others(subject: Subject) -> Iterator[Found]:
    """P-09: what only one person in a place can be."""
    for window in _once(w for w in _of(subject) if _is_unlike(w)):
        own = [sign for sign in ("rare", "initials") if sign in window.signs]
        says = "only one person here can be meant" if own else "work or place, and an illness"
        yield window.found(own or ["job", "local", "ill"], says)


def _is_unlike(window: Window) -> bool:
    signs = window.signs.keys()
    placed = "ill" in signs and bool(signs & {"job", "local"}) and bool(signs & (_ONE - {_NAMED}))
    return bool(signs & {"rare", "initials"}) or (placed and not _is_about_staff(window))


def _is_about_staff(window: Window) -> bool:
    """Whether a clinician or somebody of staff is named, and nobody else is spoken of."""
    signs = window.signs.keys()
    return bool(signs & {"known", "staff"}) and not signs - _SETTING - _SAID_OF_STAFF - {_NAMED}


def story(subject: Subject) -> Iterator[Found]:
    """P-06: reads as the story of one person; once for a piece, with the words it rests on."""
    for piece in read(subject):
        if piece.piece.part is Part.ADDRESS:
            continue
        best = max(windows(piece), key=_weight, default=None)
        if best is not None and _weight(best) >= _ENOUGH and not _is_blocked(best):
            signs = [sign for sign in best.signs if sign not in _SETTING | {_NAMED}]
            yield best.found([*signs, "day", "local"], "reads as the story of one person")


def _weight(window: Window) -> int:
    signs = window.signs.keys()
    speaks = signs - _SETTING - {_NAMED} and not _is_about_staff(window)
    return window.points if speaks else 0


def _is_blocked(window: Window) -> bool:
    """Whether a rule that blocks tells of the same words."""
    signs = window.signs.keys()
    alone = bool(signs & {"patient", "treated", "very-old", "praise"})
    return alone or _is_dated(window) or _is_recognisable(window)
