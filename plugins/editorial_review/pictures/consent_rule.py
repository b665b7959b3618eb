"""I-01: whoever is shown or told about has agreed to it, and to the places where it goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from plugins.editorial_review.pictures.consent_states import (
    ConsentState,
    ids_in,
    state_on,
    told_id,
)
from plugins.editorial_review.pictures.shown_images import images_shown
from plugins.editorial_review.pictures.telling_words import Shows, Telling, tellings
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.dates import long_day
from plugins.practice.fields import did_you_mean
from plugins.practice.posts import Document, Post
from plugins.practice.problems import Severity
from plugins.practice.review_records import Consent

SITE = "site"
"""The channel of the practice's own site and its feeds."""

_KINDS: Mapping[Shows, tuple[str, ...]] = {
    Shows.PATIENT: ("photo", "before_after"),
    Shows.BEFORE_AFTER: ("before_after",),
    Shows.STORY: ("story", "quote"),
}
_OF_AN_IMAGE = _KINDS[Shows.PATIENT]
_OF_A_TEXT = _KINDS[Shows.STORY]

_ASK = (
    "add `consent:` with the id of a record in consents.toml; where nobody's patient is shown, say "
    "so in the alt text ('posed by a model')"
)
_TAKE_OUT = "pages carry no consent: show another picture, or put it into a post with `consent:`"


def check_consents(subject: Subject) -> Iterator[Found]:
    """What is shown or told without a consent that covers it."""
    document, told = subject.document, list(tellings(subject))
    named = ids_in(document.consent) if isinstance(document, Post) else ()
    if isinstance(document, Post) and named:
        yield from _check_named(document, named, told, subject)
    else:
        yield from _unasked(told, _ASK if isinstance(document, Post) else _TAKE_OUT)


def _unasked(told: Sequence[Telling], fix: str) -> Iterator[Found]:
    """Each sort of telling once, at its first place."""
    for telling in {telling.shows: telling for telling in reversed(told)}.values():
        what = f'"{telling.said}" says that this is {telling.shows}, and no consent is named'
        yield Found(at=telling.at, what=what, fix=fix)


def _check_named(
    post: Post, named: Sequence[str], told: Sequence[Telling], subject: Subject
) -> Iterator[Found]:
    records = subject.setting.records.consents
    good = []
    for name in named:
        if name in records:
            faults = [
                *_dead(records[name], _day_of(post, subject)),
                *_narrow(records[name], subject),
            ]
            yield from faults
            good.append(records[name])
        else:
            yield _unknown(name, records)
    if good:
        yield from _check_kinds(post, good, told)


def _day_of(post: Post, subject: Subject) -> date:
    """A post that waits for its day needs a consent that lives then."""
    return max(subject.setting.today, post.date.date())


def _unknown(name: str, records: Collection[str]) -> Found:
    return Found(
        at="consent",
        what=f'`consent` names "{told_id(name)}", and consents.toml has no such record',
        fix=f"{did_you_mean(told_id(name), sorted(map(told_id, records)))}; or add its record, or "
        "mend it there",
    )


def _dead(consent: Consent, day: date) -> Iterator[Found]:
    state = state_on(consent, day)
    days = {
        ConsentState.EXPIRED: ("expired on", consent.expires),
        ConsentState.REVOKED: ("was revoked on", consent.revoked),
        ConsentState.NOT_YET: ("is signed only on", consent.signed),
        ConsentState.SOON: ("expires on", consent.expires),
    }
    if state in days:
        verb, when = days[state]
        yield Found(
            at="consent",
            what=f'the consent "{told_id(consent.id)}" {verb} {long_day(when or day, "en")}',
            severity=Severity.WARN if state.holds else None,
            fix="ask the person again in good time, or plan to take the post down then"
            if state.holds
            else "take the picture or the story out, or ask the person again; `consents` lists "
            "all that must be taken down",
        )


def _narrow(consent: Consent, subject: Subject) -> Iterator[Found]:
    """Where the post goes, and the person has not agreed to."""
    goes_to = (SITE, *(outgoing.network for outgoing in subject.outgoing))
    missing = [channel for channel in dict.fromkeys(goes_to) if channel not in consent.channels]
    if missing:
        covered = ", ".join(consent.channels)
        yield Found(
            at="consent",
            what=f'the consent "{told_id(consent.id)}" covers {covered}, and the post goes to '
            f"{', '.join(missing)} as well",
            fix="name only what it covers: share: {networks: [...]}; or ask the person for more"
            if SITE in consent.channels
            else "a post always stands on the site: ask the person for it, or leave the post",
        )


def _check_kinds(
    post: Document, records: Sequence[Consent], told: Sequence[Telling]
) -> Iterator[Found]:
    """Consent to a photo is none to a story."""
    given = {record.kind for record in records}
    wanted = {telling.shows.value: _KINDS[telling.shows] for telling in told}
    if not wanted:
        # Beside a picture of something else the consent can be for the story in the text.
        has_image = bool(images_shown(post))
        shows = "a picture or a story" if has_image else "a story, for it has no picture"
        wanted[shows] = (*_OF_AN_IMAGE, *_OF_A_TEXT) if has_image else _OF_A_TEXT
    for shows, kinds in wanted.items():
        if not given & {*kinds}:
            yield Found(
                at="consent",
                what=f"the post shows or tells {shows}, and the consent is for: "
                f"{', '.join(sorted(given))}",
                fix=f"ask for a consent of the kind {' or '.join(kinds)}, or take it out",
            )
