"""S-09: title, summary and key points say no number that the text below them does not have."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.editorial_review.prose import Part
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.figures.figure import Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.figures.known import Known
from plugins.practice.posts import Article, Question

_TOLD_ABOVE = ("title", "summary", "key_points", "answer", "key_fact")
_JUDGED = (Sort.NUMBER, Sort.PAIR, Sort.DATE)
_MOST_CHARACTERS = 200_000
"""A longer text is a book: then the numbers are not compared."""


def other_figures(subject: Subject) -> Iterator[Found]:
    """S-09; what stands in posts of networks is compared by the texts' own checks."""
    document = subject.document
    if not isinstance(document, Article | Question) or len(document.text) > _MOST_CHARACTERS:
        return
    body = "\n\n".join(p.text for p in subject.body if p.part is not Part.ADDRESS)
    risk = f"{document.risk.before} {document.risk.after}" if document.risk else ""
    known = Known.of(
        (
            (f.sort, f.key)
            for f in (*figures_in(body, document.lang), *figures_in(risk, document.lang))
        ),
        dated=False,
    )
    told = set[str]()
    for passage in subject.passages:
        if passage.field not in _TOLD_ABOVE:
            continue
        for figure in figures_in(passage.text, document.lang):
            is_new = figure.said not in told and not figure.in_words
            if is_new and figure.sort in _JUDGED and not known.holds(figure):
                told.add(figure.said)
                yield Found(
                    at=passage.line,
                    what=f'`{passage.field}` says "{figure.said}", which the text below does not',
                )
