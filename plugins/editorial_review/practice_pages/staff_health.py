"""H-04: why somebody of the team is away is nobody's business."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.practice_pages.tables import words_for
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.posts import Notice
from plugins.practice.sentences import sentences

_SHORTEST_NAME = 3


def check_staff_health(subject: Subject) -> Iterator[Found]:
    """A sentence that tells of the health of a person of the team."""
    notice = subject.document
    if not isinstance(notice, Notice):
        return
    people = subject.setting.people
    named = _names([person.name for person in people.values()])
    concerns_somebody = bool(people.keys() & {*notice.affects})
    ill = words_for(notice.lang, "ill")
    for passage in subject.passages:
        for sentence in sentences(passage.text) if passage.is_prose else ():
            found = ill.search(sentence)
            who = named.search(sentence) or (
                concerns_somebody and words_for(notice.lang, "one").search(sentence)
            )
            if found and (who or (concerns_somebody and passage.field == "reason")):
                line = passage.line_at(max(0, passage.text.find(found[0])))
                what = f'"{found[0]}" tells of the health of somebody on the team'
                yield Found(at=passage.field or line, what=what)


def _names(names: list[str]) -> re.Pattern[str]:
    words = {w for name in names for w in re.findall(r"\w+", name) if len(w) >= _SHORTEST_NAME}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words))) or '(?!)'})(?!\w)")
