"""A weighed finding in words, for messages, reports and the kit."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from plugins.cited_sources.consequences.foreign_text import one_line
from plugins.cited_sources.consequences.known import Judged
from plugins.cited_sources.work import ADDRESSES, Work
from plugins.practice.amounts import joined
from plugins.practice.problems import Severity
from plugins.practice.source_checks import Verdict

_LONGEST, _LONGEST_NAME = 300, 80


def name_of(work: Work) -> str:
    """How messages call a work: the key of its entry, or the address of a plain link."""
    if work.source:
        return f'"{work.source.key}"'
    return f"the link {one_line(work.url or work.id, _LONGEST_NAME)}"


def title_of(work: Work) -> str:
    """The title of its entry; a plain link has none."""
    return one_line(work.source.title) if work.source else ""


def address_of(work: Work) -> str:
    """Where people look the work up: the DOI or PMID before an address that may be gone."""
    by_number = (
        form.format(value) for kind, form in ADDRESSES.items() if (value := getattr(work, kind))
    )
    return next(by_number, work.url)


def finding_of(judged: Judged) -> str:
    """What was found: "was retracted on 2010-02-06", "leads nowhere any more: HTTP 404"."""
    says, what = judged.weight.says, one_line(judged.finding.what, _LONGEST)
    words = says.split()
    for start in range(len(words)):
        same = " ".join(words[start:])
        if what == same or what.startswith((f"{same} ", f"{same},", f"{same};")):
            return says + what.removeprefix(same)
    return f"{says}: {what}" if what else says


def seen_by(judged: Judged) -> str:
    """Who says so and since when: "Crossref and PubMed, since 2026-11-14, last on 2026-11-21"."""
    finding = judged.finding
    last = f", last on {finding.last}" if finding.last != finding.since else ""
    return f"{who(finding.by)}, since {finding.since}{last}"


def who(names: Sequence[str]) -> str:
    """ "Crossref and PubMed"; without a name, our own check."""
    told = [_WHO.get(name, one_line(name, 40)) for name in names] or ["our check"]
    return joined(told)


_WHO = {"web": "its host"}


def suggested(judged: Judged) -> tuple[str, ...]:
    """Addresses or identifiers to use instead: the best first, an archived copy last."""
    verdict = judged.finding.verdict
    # Of several fields that differ, the words of the finding name each.
    fix = "" if verdict is Verdict.FIELD_MISMATCH else judged.finding.fix
    archive = judged.checked.archive if verdict in _WITH_ARCHIVE else ""
    return tuple(dict.fromkeys(one for one in (fix, archive) if one))


_WITH_ARCHIVE = frozenset(
    {Verdict.BROKEN, Verdict.SOFT_GONE, Verdict.DRIFTED, Verdict.BLOCKED, Verdict.OUTDATED}
)
"""What an archived copy helps with."""


def fix_of(judged: Judged) -> str:
    """What to do, with what to write instead where that is known."""
    row = judged.accepted
    if row:
        return f"nothing to do until {row.until}; then look at it again"
    told = [judged.weight.fix, *(_offer(one, judged) for one in suggested(judged))]
    return "; ".join(told)


def _offer(instead: str, judged: Judged) -> str:
    shown = one_line(instead, 300)
    if instead == judged.checked.archive:
        return f"an archived copy stands at {shown}"
    return f"suggested: {shown}"


def is_address(text: str) -> bool:
    """Whether a suggestion can be followed as it stands."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def why_of(judged: Judged) -> str:
    """Why it matters, and when it begins to hold what rests on it."""
    if not judged.can_hold or judged.severity is Severity.BLOCK:
        return judged.weight.why
    if judged.finding.days > 1:
        return f"{judged.weight.why}; last seen on {judged.finding.last}, it holds nothing today"
    return f"{judged.weight.why}; seen once so far: a second day will hold what rests on it"


def accepted_words(judged: Judged) -> str:
    """Who lets it stand, until when, and why; "" where nobody does."""
    row = judged.accepted
    return f"{row.by} accepts it until {row.until}: {one_line(row.reason)}" if row else ""
