"""A person's yes, written down: bound to the text, the pictures and the texts for networks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from plugins.editorial_review.approvals.hashing import is_meant, short_hash, words_like_names
from plugins.editorial_review.approvals.identity import person_of
from plugins.editorial_review.approvals.standing import (
    Standing,
    original_of,
    reads,
    standing_of,
)
from plugins.pelican_bridge.approvals.outgoing_hashes import outgoing_hashes
from plugins.pelican_bridge.approvals.text_hashes import image_files, kept_files, text_hashes
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.planned import BuildPlan, PlannedPost, is_post_file
from plugins.practice.amounts import joined
from plugins.practice.approval_writing import with_approval
from plugins.practice.dates import short_day
from plugins.practice.fields import did_you_mean
from plugins.practice.people import Person
from plugins.practice.posts import KINDS, Post
from plugins.practice.problems import Problem
from plugins.practice.reading import read_content
from plugins.practice.review_files import approval_file, copy_file
from plugins.practice.review_records import Approval, PostApprovals
from plugins.practice.whole_files import replace_whole

_OF_APPROVALS = frozenset({"A-03", "P-13"})
"""Rules that only approving can meet."""

_FOLDERS = joined([f"{kind.folder}/" for kind in KINDS])
_SHOWN = 3


def record_approval(
    plan: BuildPlan,
    post: Post,
    *,
    person: str,
    about_a_person: bool,
    recorded_by: str = "",
    signature: str = "",
) -> tuple[str, ...]:
    """Write that a person approves the text that the file of `post` holds, as `plan` has it.

    `person` and `recorded_by` are ids or names. `recorded_by`: who types it for somebody who
    approved on paper. Returns what the text still needs, in words; empty: nothing, and its copy is
    kept. WrongUseError: nothing was written, and why.
    """
    row = replace(
        new_approval(
            plan, post, person=person, about_a_person=about_a_person, recorded_by=recorded_by
        ),
        signature=signature,
    )
    return write_approval(plan, post, row).missing


def new_approval(
    plan: BuildPlan, post: Post, *, person: str, about_a_person: bool, recorded_by: str = ""
) -> Approval:
    """The approval as it would be written, unsigned. WrongUseError: why it cannot be given."""
    planned = planned_text(plan, post.file)
    refuse_unfit(plan, post.file)
    who = who_may(plan, person)
    by = _recorder(plan, recorded_by, who) if recorded_by else ""
    return Approval(
        person=who.slug,
        on=plan.today,
        role="clinical" if who.clinical else "reader",
        text=plan.standings[post.file].text,
        about_a_person=about_a_person,
        texts=outgoing_hashes(planned, plan.content.practice),
        original=_compared(plan, planned.post, who),
        recorded_by=by,
    )


def write_approval(plan: BuildPlan, post: Post, row: Approval) -> Standing:
    """Write a row of `new_approval`, and keep the copy when the text has all it needs. Returns how
    the text stands with it. WrongUseError: the file has changed since.

    A yes that stands there already, word for word, is not written again.
    """
    planned = planned_text(plan, post.file)
    _refuse_changed(plan, post.file)
    record = plan.content.review.approvals.get(post.uid)
    known = record.approvals if record else ()
    said = next((r for r in reversed(known) if (r.person, r.text) == (row.person, row.text)), None)
    is_new = said is None or replace(said, on=row.on) != row
    rows = (*known, row) if is_new else known
    standing = _standing_with(plan, planned.post, rows)
    if standing.is_approved:
        _keep_copy(plan, planned.post)
    if is_new:
        path = plan.content.folder / approval_file(post.uid)
        text = path.read_text(encoding="utf-8") if record else ""
        _write(path, with_approval(text, row, uid=post.uid, file=post.file).encode())
    return standing


def keep_copy(plan: BuildPlan, file: str) -> None:
    """Keep the copy of a text that enough people have approved on different computers."""
    planned = planned_text(plan, file)
    _refuse_changed(plan, file)
    if not plan.standings[file].is_approved:
        missing = ", ".join(plan.standings[file].missing)
        raise WrongUseError(f"{file} is not approved: it still needs {missing}.")
    _keep_copy(plan, planned.post)


def planned_text(plan: BuildPlan, file: str) -> PlannedPost:
    """The text that a file holds now, with what is made of it. WrongUseError: it has none."""
    found = {planned.post.file: planned for planned in plan.posts} | {**plan.waiting}
    unread = file in plan.newer and not plan.preview and file not in plan.waiting
    if file not in found or unread:
        told = [p for p in plan.problems if p.file == file and p.blocks]
        if told and is_post_file(file):
            raise WrongUseError(f"{file} cannot be read. Mend this first:\n{_listed(told)}")
        raise WrongUseError(f'"{file}" is no post. Posts lie in {_FOLDERS}.')
    return found[file]


def refuse_unfit(plan: BuildPlan, file: str) -> None:
    """WrongUseError: the text has problems that must be mended before it is worth a yes."""
    post = planned_text(plan, file).post
    if post.uid in plan.content.review.damaged:
        raise WrongUseError(
            f"{approval_file(post.uid)} is damaged: python3 tasks.py check tells where. "
            "Mend it first; nothing was written."
        )
    told = [
        p
        for p in plan.problems
        if p.file == file
        and p.stands_in_the_way
        and p.rule not in _OF_APPROVALS
        # Where an approved copy is public, only what is wrong with the newer text counts here.
        and (p.newer or file not in plan.waiting)
    ]
    if told:
        raise WrongUseError(
            f"Mend these first, so that nobody approves what must be changed:\n{_listed(told)}"
        )


def who_may(plan: BuildPlan, spelt: str) -> Person:
    """The person of an id or a name. WrongUseError: nobody, several, or one who has left."""
    people = plan.content.people
    found = person_of(spelt, people)
    if found is None:
        names = sorted([*people, *(person.name for person in people.values())])
        raise WrongUseError(f'There is no person "{spelt}". {did_you_mean(spelt, names)}')
    if found.left and found.left <= plan.today:
        day = short_day(found.left, "en")
        raise WrongUseError(
            f"{found.name} left on {day}, and cannot approve any more. Earlier approvals stay."
        )
    return found


def _recorder(plan: BuildPlan, spelt: str, approver: Person) -> str:
    found = who_may(plan, spelt)
    if found.slug == approver.slug:
        raise WrongUseError(
            "--recorded-by is for somebody else's yes on paper. Leave it out to approve yourself."
        )
    return found.slug


def _compared(plan: BuildPlan, post: Post, who: Person) -> str:
    """For a translation: the hash of the approved original that it was compared with."""
    original = original_of(post, plan.setting)
    if original is None:
        return ""
    texts = _approved_texts(plan, original)
    if not texts:
        raise WrongUseError(f"Approve {original.file} first: this is its translation.")
    if not reads(who, post.lang):
        raise WrongUseError(
            f'{who.name} cannot approve a text in "{post.lang}": the file {who.file} does not name '
            f"that language. If {who.name} reads it, write languages: [..., {post.lang}] there."
        )
    meant = [text for text in texts if not post.source_hash or is_meant(post.source_hash, text)]
    if not meant:
        raise WrongUseError(
            f'`source_hash` is "{post.source_hash}", which is no approved text of {original.file}. '
            f'Compare the translation with the approved one, and write "{short_hash(texts[-1])}".'
        )
    return meant[-1]


def _approved_texts(plan: BuildPlan, original: Post) -> list[str]:
    """The texts of a post that were approved, the public one last."""
    public = plan.public.get(original.file)
    record = plan.content.review.approvals.get(original.uid)
    earlier = dict.fromkeys(row.text for row in record.approvals) if record else {}
    texts = [*earlier, *([public.text] if public else [])]
    return [t for t in texts if standing_of(original, t, plan.setting).is_approved]


def _standing_with(plan: BuildPlan, post: Post, rows: tuple[Approval, ...]) -> Standing:
    setting = plan.setting
    record = PostApprovals(uid=post.uid, file=post.file, approvals=rows)
    approvals = {**setting.records.approvals, post.uid: record}
    records = replace(setting.records, approvals=approvals)
    return standing_of(post, plan.standings[post.file].text, replace(setting, records=records))


def _refuse_changed(plan: BuildPlan, file: str) -> None:
    """Nobody says yes to what they have not seen: the file must be as it was when it was shown."""
    content, _ = read_content(plan.content.folder)
    if content is None or text_hashes(content).get(file) != plan.standings[file].text:
        raise WrongUseError(
            f"{file} has changed since it was read here. Look at it again, then approve it."
        )


def _keep_copy(plan: BuildPlan, post: Post) -> None:
    """The file word for word, and beside it every picture that it names."""
    folder = plan.content.folder
    there = image_files(folder)
    pictures = {name: there[name] for name in words_like_names(post) & there.keys()}
    home = (folder / copy_file(post.uid)).parent
    _replace_pictures(home, pictures, kept_files(folder, post.uid))
    _write(folder / copy_file(post.uid), (folder / post.file).read_bytes())


def _replace_pictures(home: Path, pictures: Mapping[str, Path], before: Mapping[str, Path]) -> None:
    for name, path in pictures.items():
        _write(home / name, path.read_bytes())
    for name in before.keys() - pictures.keys():
        before[name].unlink()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_bytes() != data:
        replace_whole(path, data)


def _listed(problems: list[Problem]) -> str:
    lines = [f"  line {p.line}: {p.what}. {p.fix}" for p in problems[:_SHOWN]]
    more = len(problems) - len(lines)
    return "\n".join([*lines, *([f"  and {more} more: python3 tasks.py check"] if more else [])])
