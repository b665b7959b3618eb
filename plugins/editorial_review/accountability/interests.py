"""Rule A-06: interests are disclosed, and at the top where the text itself names one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.editorial_review.freshness.reviews import is_health
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.editorial_review.texts import all_passages
from plugins.practice.posts import HealthPost, Post

# Bare words would hold clean pages: "sex partners", "a study sponsored by the NIH", "gifted child".
_INTERESTS = re.compile(
    r"(?<!study )(?<!trial )(?<!research )\bsponsor(?:ed|s|ship|ing)?\b"
    r"|\b(?:in )?partner(?:ed|ing|ship)? with (?!your\b|you\b|a\b|the\b)"
    r"|\bour (?:\w{1,20} )?partners?\b"
    r"|\bpaid (?:partnership|promotion|post|content|placement|endorsement|advertis\w{2,6})\b"
    r"|\b(?:paid|pays|gave|gifted|gives) (?:to )?us\b|\bwe (?:are|were|get|got) paid\b"
    r"|\b(?:was|were|been) gifted\b|\bgifted by\b"
    r"|\baffiliate (?:links?|programs?|partners?|codes?)\b"
    r"|\bwe (?:earn|receive|get) (?:a )?commissions?\b"
    r"|\bpatrocin(?:ad[oa]s?|adores|ador|io|ios|a|an)\b"
    r"|\b(?:contenido|publicidad|colaboraci[oó]n|alianza) pagad[oa]\b"
    r"|\bnuestros? (?:socios?|aliados?)\b|\benlaces? de afiliados?\b"
    r"|\bnos (?:pag|regal)(?:an?|[oó]|aron)\b",
    re.IGNORECASE,
)

_UNSEEN = (Part.COMMENT, Part.ADDRESS, Part.CODE)


def names_an_interest(post: Post) -> bool:
    """Whether its text names a sponsor or the like: then its disclosures stand at the top."""
    return next(_named(all_passages(post)), None) is not None


def check_disclosures(subject: Subject) -> Iterator[Found]:
    """Disclosures that are missing, or that leave out what the text says (A-06)."""
    post = subject.document
    if not isinstance(post, HealthPost):
        return
    is_own = subject.setting.original_of(post) is None
    if is_health(post) and is_own and "disclosures" not in post.lines:
        yield Found(at="disclosures", what="`disclosures` is missing")
    named = next(_named(subject.passages), None)
    if named and not post.disclosures:
        passage, words = named
        yield Found(
            at=passage.field.partition(".")[0] or passage.line_at(passage.text.find(words)),
            what=f'the text says "{words}", and `disclosures` says nothing of it',
            fix="say in `disclosures` who pays or gives what to whom; or take the words out",
        )


def _named(passages: Iterable[Passage]) -> Iterator[tuple[Passage, str]]:
    for passage in passages:
        if passage.part not in _UNSEEN and passage.field != "disclosures":
            found = _INTERESTS.search(passage.text)
            if found:
                yield passage, found[0]
