"""What a closure writes: the notice in each language, and the words that it was filled from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from plugins.editorial_review.closures.asking import (
    Asked,
    NotPossibleError,
    asked_closure,
    changed_closure,
    ended_closure,
)
from plugins.editorial_review.closures.notice_file import NewNotice, notice_text
from plugins.editorial_review.closures.slots import Filled, read_filled
from plugins.editorial_review.closures.template_checks import ALLOWED
from plugins.pelican_bridge.closures.ground import Ground
from plugins.pelican_bridge.closures.in_force import around_of, refuse_double
from plugins.pelican_bridge.closures.templates import (
    standing_of_template,
    template_of,
    usable_template,
)
from plugins.pelican_bridge.commands import fresh_uid
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.practice.amounts import joined
from plugins.practice.fields import did_you_mean
from plugins.practice.folders import FILLED, template_file
from plugins.practice.front_matter import read_front_matter
from plugins.practice.ledgers import PublicPost
from plugins.practice.posts import Notice
from plugins.practice.review_files import APPROVALS
from plugins.practice.text_files import read_text_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Files to write, by path in the content folder."""

    files: Mapping[str, bytes]
    notice: str
    """The file of the notice in the practice's own language."""
    is_cancelled: bool = False
    is_over: bool = False
    told: tuple[str, ...] = ()
    """What whoever typed it must know."""


def new_closure(reason: str, asked: Asked, ground: Ground, now: datetime) -> Change:
    """A notice from the approved template of a reason. WrongUseError: why not."""
    if reason not in ALLOWED:
        raise WrongUseError(
            f'There is no reason "{reason}". {did_you_mean(reason, ALLOWED)}'
            if reason
            else f"Say why: --reason and one of {', '.join(ALLOWED)}."
        )
    source, missing = _source(reason, ground.content.practice.lang, None, ground)
    if source is None:
        raise WrongUseError(_unapproved(reason, missing))
    around = around_of(ground, now, asked.places)
    filled = _possible(lambda: asked_closure(asked, around))
    refuse_double(filled, ground, None)
    return _change(reason, _free_name(filled.stretch.first_day, ground), filled, now, {}, ground)


def changed_notice(notice: Notice, asked: Asked, ground: Ground, now: datetime) -> Change:
    """The notice with another end. WrongUseError: why not."""
    around = around_of(ground, now, notice.affects, notice)
    before = _filled(notice, ground)
    filled = _possible(lambda: changed_closure(before, asked, around))
    refuse_double(filled, ground, notice)
    return _again(notice, filled, now, ground)


def ended_notice(notice: Notice, ground: Ground, now: datetime) -> Change:
    """The notice with its end now. WrongUseError: it has not begun."""
    around = around_of(ground, now, notice.affects, notice)
    before = _filled(notice, ground)
    change = _again(notice, _possible(lambda: ended_closure(before, around)), now, ground)
    return replace(change, is_over=True)


def _possible(make: Callable[[], Filled]) -> Filled:
    """What is made; a mistake of whoever typed it is told as one."""
    try:
        return make()
    except NotPossibleError as why:
        raise WrongUseError(str(why)) from None


def _filled(notice: Notice, ground: Ground) -> Filled:
    found = read_filled(notice.filled, ground.content.practice)
    if found is None:
        raise WrongUseError(
            f"{notice.file} was changed by hand: what `filled` says cannot be read. Change its "
            f"text by hand too, or take it back: python3 tasks.py withdraw {notice.file} "
            '--reason "..."'
        )
    return found


def _again(notice: Notice, filled: Filled, now: datetime, ground: Ground) -> Change:
    """The same notice in all its languages, with other days."""
    stem = PurePosixPath(notice.file).name.removesuffix(".md")
    known = {
        post.lang: post
        for post in ground.content.posts
        if isinstance(post, Notice) and post.slug == notice.slug
    }
    change = _change(notice.template, stem, filled, now, known, ground)
    if template_of(notice, ground.content) is None:
        told = f"{notice.file} had been changed by hand; it has the approved words again."
        return replace(change, told=(told, *change.told))
    return change


def _change(
    reason: str,
    stem: str,
    filled: Filled,
    now: datetime,
    known: Mapping[str, Notice],
    ground: Ground,
) -> Change:
    practice = ground.content.practice
    files: dict[str, bytes] = {}
    told = []
    for lang in practice.languages:
        old = known.get(lang)
        source, missing = _source(reason, lang, old, ground)
        name = f"{reason}.md" if lang == practice.lang else f"{reason}.{lang}.md"
        if source is None:
            told.append(
                f"There is no notice in {lang}: {template_file(name)} is not approved "
                f"({joined(missing)})."
            )
            continue
        told += [f"{line} {template_file(name)}." for line in source.told]
        uid, at = (old.uid, old.date) if old else (fresh_uid(), now)
        raw, text = _template_text(ground.folder / source.file)
        new = NewNotice(
            template=reason,
            fields=raw,
            text=text,
            lang=lang,
            uid=uid,
            date=at,
            filled=filled,
        )
        file = f"notices/{stem}{name.removeprefix(reason)}"
        files[file] = notice_text(new, practice).encode()
        kept = (ground.folder / source.file).read_bytes()
        files[f"{APPROVALS}/{uid}/{FILLED}{name}"] = kept
    own = f"notices/{stem}.md"
    return Change(files=files, notice=own, told=tuple(told))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    file: str
    """Where the approved words lie in the content folder."""
    told: tuple[str, ...] = ()


def _source(
    reason: str, lang: str, old: Notice | None, ground: Ground
) -> tuple[_Source | None, tuple[str, ...]]:
    """The approved words for a language: those that the notice was filled from, as long as they are
    approved, else those of the template; None, and what is missing."""
    content, setting = ground.content, ground.plan.setting
    before = content.filled.get(old.uid) if old else None
    if old and before and standing_of_template(before, content, setting).is_approved:
        name = PurePosixPath(before.file).name
        return _Source(file=f"{APPROVALS}/{old.uid}/{FILLED}{name}"), ()
    usable, missing = usable_template(reason, lang, content, setting)
    if usable is None:
        return None, missing
    newer = ("The words approved before are used; not the newer, unapproved ones of",)
    return _Source(file=usable.file, told=newer if usable.newer else ()), ()


def _template_text(path: Path) -> tuple[Mapping[str, object], str]:
    text, _ = read_text_file(path, path.name)
    front, _ = read_front_matter(text or "", path.name)
    if front is None:
        raise WrongUseError(f"{path} cannot be read any more. Type this again.")
    return front.fields, front.text


def _unapproved(reason: str, missing: Sequence[str]) -> str:
    file = f"content/{template_file(reason)}.md"
    return (
        f"{file} may not be used: {joined(missing)}. Nothing was written. "
        "`close` publishes only words that two people approved beforehand; each of them types: "
        f"python3 tasks.py approve {file} --as NAME. If it cannot wait, write a notice "
        f"(python3 tasks.py new notice) and let two people approve that."
    )


def _free_name(day: date, ground: Ground) -> str:
    """ "closed-2026-11-24", with a number at the end where that is taken."""
    slugs = {post.slug for post in ground.content.posts}
    slugs |= {row.url.rstrip("/").rpartition("/")[2] for row in _online(ground)}
    names = (f"closed-{day:%Y-%m-%d}{end}" for end in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(
        n for n in names if n not in slugs and not (ground.folder / f"notices/{n}.md").exists()
    )


def _online(ground: Ground) -> Sequence[PublicPost]:
    return tuple((ground.content.ledgers.public or {}).values())
