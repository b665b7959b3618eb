"""What each verdict on a work means for a post that rests on it: one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.practice.problems import Severity
from plugins.practice.source_checks import Finding, Verdict

BLOCK, WARN, NOTE = Severity.BLOCK, Severity.WARN, Severity.NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How much a verdict weighs, and how people are told."""

    rule: str
    settled: Severity
    """Seen on two days; `BLOCK` moreover asks that it is fresh."""
    once: Severity
    """Until then."""
    link: Severity
    """Settled, of a plain link: no sentence rests on that."""
    accepted: Severity = NOTE
    """Once a person has looked at it and lets it stand."""
    says: str
    """What is true of the work, behind its name."""
    why: str
    fix: str


_TAKEN_OUT = "cite another work that says the same, or take the sentence out"
_ELSEWHERE = f"find where the work stands now, or {_TAKEN_OUT}"

WEIGHTS: Mapping[Verdict, Weight] = {
    Verdict.RETRACTED: Weight(
        rule="source-retracted",
        settled=BLOCK,
        once=WARN,
        link=BLOCK,
        accepted=WARN,
        says="was retracted",
        why="what rests on it may be wrong, and readers act on it",
        fix=f"{_TAKEN_OUT}; where the work was replaced under the same number, accept it in "
        "ledger/accepted.toml",
    ),
    Verdict.WRONG_WORK: Weight(
        rule="source-wrong-work",
        settled=BLOCK,
        once=WARN,
        link=WARN,
        says="has the identifier of another work",
        why="readers who look it up find something else than what we name",
        fix="look the work up and correct its identifier in sources.toml",
    ),
    Verdict.NO_SUCH_ID: Weight(
        rule="source-no-such-id",
        settled=BLOCK,
        once=WARN,
        link=WARN,
        says="has an identifier that nobody knows",
        why="readers could not find the work, and it may not exist",
        fix="compare the identifier with the work itself and correct it in sources.toml",
    ),
    Verdict.CONCERN: Weight(
        rule="source-concern",
        settled=WARN,
        once=WARN,
        link=NOTE,
        accepted=NOTE,
        says="has an expression of concern",
        why="its journal doubts it, and has not decided yet",
        fix="read the notice; better cite another work that says the same",
    ),
    Verdict.BROKEN: Weight(
        rule="source-broken",
        settled=BLOCK,
        once=WARN,
        link=WARN,
        says="leads nowhere any more",
        why="readers cannot see what we rest on",
        fix=_ELSEWHERE,
    ),
    Verdict.SOFT_GONE: Weight(
        rule="source-soft-gone",
        settled=BLOCK,
        once=WARN,
        link=WARN,
        says="answers, but not with the page that we cite",
        why="readers cannot see what we rest on",
        fix=_ELSEWHERE,
    ),
    Verdict.FIELD_MISMATCH: Weight(
        rule="source-field-mismatch",
        settled=WARN,
        once=NOTE,
        link=NOTE,
        says="is described otherwise by its registry",
        why="the reference on the page may be wrong",
        fix="compare its entry in sources.toml with the work itself",
    ),
    Verdict.OUTDATED: Weight(
        rule="source-outdated",
        settled=WARN,
        once=NOTE,
        link=NOTE,
        says="has been replaced by something newer",
        why="the newer one may advise otherwise",
        fix="read the newer one, and cite that",
    ),
    Verdict.DRIFTED: Weight(
        rule="source-drifted",
        settled=WARN,
        once=NOTE,
        link=NOTE,
        says="has another title than when it was first seen",
        why="it may not say any more what we cite it for",
        fix="read it again; if it still says it, write the new title and the day into sources.toml",
    ),
    Verdict.MOVED: Weight(
        rule="source-moved",
        settled=NOTE,
        once=NOTE,
        link=NOTE,
        says="has another address now",
        why="the old address will stop leading there one day",
        fix="write the new address",
    ),
    Verdict.CORRECTED: Weight(
        rule="source-corrected",
        settled=NOTE,
        once=NOTE,
        link=NOTE,
        says="was corrected",
        why="the correction may touch what we cite it for",
        fix="read the correction, then accept it in ledger/accepted.toml",
    ),
    Verdict.BLOCKED: Weight(
        rule="source-blocked",
        settled=NOTE,
        once=NOTE,
        link=NOTE,
        says="could not be looked at (its host turns robots away)",
        why="nobody but a person can tell whether it is still there",
        fix="open it in a browser; if it is there, accept it in ledger/accepted.toml",
    ),
    Verdict.TEMPORARY: Weight(
        rule="source-temporary",
        settled=NOTE,
        once=NOTE,
        link=NOTE,
        says="could not be reached this time",
        why="it may be back, or be gone",
        fix="nothing to do: check-sources asks again",
    ),
    Verdict.UNVERIFIED: Weight(
        rule="source-unverified",
        settled=NOTE,
        once=NOTE,
        link=NOTE,
        says="could not be verified",
        why="nobody who could tell has answered",
        fix="nothing to do: check-sources asks again",
    ),
    Verdict.OK: Weight(
        rule="source-identifier",
        settled=NOTE,
        once=NOTE,
        link=NOTE,
        says="is there, and has a number of its own",
        why="by its number it is found wherever it stands, and registries can be asked about it",
        fix="name the work by that number",
    ),
}
"""Every verdict, from grave to harmless."""

REMARK = Weight(
    rule="source-remark",
    settled=NOTE,
    once=NOTE,
    link=NOTE,
    says="answers",
    why="our check cannot tell more of it than that; a person can",
    fix="open it in a browser; correct the address or its entry in sources.toml where it is wrong",
)
"""Of a work that is well, without a number that could be written down for it."""


def weight_of(finding: Finding) -> Weight:
    """How much a finding weighs, and how people are told."""
    is_remark = finding.verdict is Verdict.OK and not finding.fix
    return REMARK if is_remark else WEIGHTS[finding.verdict]


GRAVE = frozenset(v for v, weight in WEIGHTS.items() if weight.settled is BLOCK) | {Verdict.CONCERN}
"""With one of these, no page says that the work was checked and found well."""
