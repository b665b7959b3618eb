"""S-06: the summary, from which lists, feeds and texts for networks are made."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.sentences import plain, sentences

SHORTEST, LONGEST = 40, 320
"""Characters."""
MOST_SENTENCES = 3


def check_summary(subject: Subject) -> Iterator[Found]:
    """A summary that says too little, or too much for those who read nothing else."""
    told = plain(subject.document.summary)
    if not told:
        return  # a missing field is told by the reader
    count = len(sentences(told))
    if not SHORTEST <= len(told) <= LONGEST:
        what = f'the summary has {len(told)} characters: "{told[:80]}{"..." * (len(told) > 80)}"'
        yield Found(at="summary", what=what)
    elif count > MOST_SENTENCES:
        what = f'the summary has {count} sentences: "{told[:80]}..."'
        yield Found(at="summary", what=what)
