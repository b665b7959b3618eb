"""E-03: a text that touches suicide, poisoning or violence says whom to call, and never how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.editorial_review.claims.lines_of_help import HelpLines, dialled, lines_of
from plugins.editorial_review.claims.phrases import Hit, any_of, hits, quoted
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.problems import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """A subject that needs its own number beside it."""

    words: re.Pattern[str]
    needs: tuple[str, ...]
    """Fields of `HelpLines`, each a number that must stand on the page."""
    fix: str
    """With the numbers as {suicide}, {poison}, {violence}, {emergency}."""


_SUICIDE = any_of(
    "suicid*, self-harm, self-harming, self harm, self-injury, kill yourself, kill themselves, "
    "killing yourself, take your own life, taking your own life, take their own life, hurting "
    "yourself, harming yourself, autolesion*, autolesión, quitarse la vida"
)

CRISES: tuple[Crisis, ...] = (
    Crisis(
        words=_SUICIDE,
        needs=("suicide",),
        fix="Add a card: “In a crisis, call or text {suicide}, or chat at 988lifeline.org, day or "
        "night.”",
    ),
    Crisis(
        words=any_of(
            "overdose, overdoses, overdosed, overdosing, carbon monoxide poisoning, accidental "
            "poisoning, poisoned, swallowed poison, household poisons, poisoning in children, "
            "poisonous, medicine poisoning, drug poisoning, sobredosis, envenenamiento, "
            "envenenamientos, intoxicación por medicamentos, intoxicación por monóxido"
        ),
        needs=("poison", "emergency"),
        fix="Add: “Call Poison Help at {poison}. If the person collapses, has a seizure or has "
        "trouble breathing, call {emergency}.”",
    ),
    Crisis(
        words=any_of(
            "domestic violence, domestic abuse, intimate partner violence, partner violence, "
            "dating violence, abusive relationship, abusive relationships, abusive partner, "
            "violencia doméstica, violencia de pareja, violencia de género, pareja abusiva, "
            "maltrato de pareja"
        ),
        needs=("violence",),
        fix="Add the hotline, {violence}, and say how to leave the page fast and unseen.",
    ),
)

_METHODS = any_of(
    "hanging, hanged, hang yourself, jumped from, jumping from, shot himself, shot herself, shot "
    "themselves, cut his wrists, cut her wrists, cutting your wrists, slit, lethal dose, by "
    "overdose, by overdosing, by hanging, by shooting, by poisoning, by jumping, how many pills, "
    "ahorcar*, ahorcó, saltó de, dosis letal, cortarse las venas, se disparó"
)

_WAYS = {
    "call": any_of("call*, llam*"),
    "text": any_of("text, texts, texting, mensaje, mensajes, texto, textee"),
    "chat": any_of("chat, chats, chatting, chatee, chatear, 988lifeline.org"),
}


def without_help(subject: Subject) -> Iterator[Found]:
    """E-03."""
    lines = lines_of(subject.practice)
    shown = [p for p in subject.passages if p.is_shown and not p.field.startswith("share")]
    if lines:
        for crisis in CRISES:
            yield from _of_page(crisis, lines, shown)
        yield from _ways_missing(lines, shown)
        yield from _of_texts(subject, lines)
    yield from _method_told(shown)


def _of_page(crisis: Crisis, lines: HelpLines, shown: Sequence[Passage]) -> Iterator[Found]:
    named = next((h for h in hits(crisis.words, shown) if _is_meant(h)), None)
    there = _numbers_of(shown)
    needed = [str(getattr(lines, need)) for need in crisis.needs]
    missing = [number for number in needed if dialled(number) not in there]
    if named and missing:
        yield Found(
            at=named.line,
            what=f"{quoted(named.words)} is named, but not the number to call: "
            f"{' and '.join(missing)}",
            fix=_filled(crisis.fix, lines),
        )


def _is_meant(hit: Hit) -> bool:
    return hit.passage.part is not Part.CODE and not hit.is_negated


def _filled(fix: str, lines: HelpLines) -> str:
    return fix.format(
        suicide=lines.suicide,
        poison=lines.poison,
        violence=lines.violence,
        emergency=lines.emergency,
    )


_ANY_NUMBER = re.compile(
    r"(?<![\d-])(?:\+?1[\s.-]{1,2})?\(?\d{3}\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}(?![\d-])"
    r"|\b\d-\d-\d\b|1-8\d\d-[A-Z\d-]{7,10}|(?<![\d.,-])\d{3}(?![\d-]|[.,]\d)"
)


def _numbers_of(shown: Sequence[Passage]) -> frozenset[str]:
    """What the passages tell to dial, by digits."""
    return frozenset(dialled(found[0]) for p in shown for found in _ANY_NUMBER.finditer(p.text))


def _ways_missing(lines: HelpLines, shown: Sequence[Passage]) -> Iterator[Found]:
    """The line for a crisis takes calls, texts and chats; many will only write."""
    named = next((h for h in hits(_SUICIDE, shown) if _is_meant(h)), None)
    line = lines.lines.get(dialled(lines.suicide))
    where = {p.section for p in shown if re.search(rf"\b{lines.suicide}\b", p.text)}
    said = " ".join(p.text for p in shown if p.section in where)
    missing = [way for way in (line.ways if line else ()) if not _WAYS[way].search(said)]
    if named and where and missing:
        yield Found(
            at=named.line,
            what=f"near {lines.suicide} nothing says that one can also {' and '.join(missing)}",
            fix=f"Write: “call or text {lines.suicide}, or chat at 988lifeline.org”.",
            severity=Severity.WARN,
        )


def _of_texts(subject: Subject, lines: HelpLines) -> Iterator[Found]:
    """Texts for networks are read without the page."""
    bare = [o for o in subject.outgoing if _SUICIDE.search(o.text) and lines.suicide not in o.text]
    if bare:
        networks = ", ".join(dict.fromkeys(o.network for o in bare))
        yield Found(
            at="share",
            what=f"texts for networks name suicide without {lines.suicide}: {networks}",
            fix=f"Put “call or text {lines.suicide}” into the summary, or into a text of your own.",
            severity=Severity.WARN,
        )


def _method_told(shown: Sequence[Passage]) -> Iterator[Found]:
    """Where suicide is the subject, a way to do it must not be."""
    for hit in hits(_METHODS, [p for p in shown if p.is_prose or p.part is Part.HEADING]):
        if _SUICIDE.search(hit.sentence):
            yield Found(
                at=hit.line,
                what=f"{quoted(hit.sentence)} tells of a way to do it",
                fix="Leave the method out: say “died by suicide”, and how to get help.",
                severity=Severity.WARN,
            )
