"""What registries call the things that are done to a published work: tables, no branches."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.cited_sources.registries.record import UpdateKind

CROSSREF: Mapping[str, UpdateKind] = {
    "retraction": UpdateKind.RETRACTION,
    "withdrawal": UpdateKind.WITHDRAWAL,
    "removal": UpdateKind.REMOVAL,
    "partial_retraction": UpdateKind.PARTIAL_RETRACTION,
    "expression_of_concern": UpdateKind.CONCERN,
    "correction": UpdateKind.CORRECTION,
    "corrigendum": UpdateKind.CORRECTION,
    "erratum": UpdateKind.CORRECTION,
    "addendum": UpdateKind.CORRECTION,
    "clarification": UpdateKind.CORRECTION,
    "new_version": UpdateKind.NEWER,
    "new_edition": UpdateKind.NEWER,
    "reinstatement": UpdateKind.REINSTATEMENT,
}
"""Crossref's twelve kinds of updates (its documentation, read 2026-11), and the reinstatement of
Retraction Watch, should it come through."""

MEDLINE: Mapping[str, UpdateKind] = {
    "RIN": UpdateKind.RETRACTION,
    "RRI": UpdateKind.RETRACTION,
    "PRIN": UpdateKind.PARTIAL_RETRACTION,
    "ECI": UpdateKind.CONCERN,
    "EIN": UpdateKind.CORRECTION,
    "CRI": UpdateKind.NEWER,
    "UIN": UpdateKind.NEWER,
    "RPI": UpdateKind.NEWER,
}
"""Fields of a MEDLINE record that name a notice about it: retracted in, retracted and republished
in, partly retracted in, concern in, erratum in, corrected and republished in, updated in,
republished in. RIN and ECI from recorded answers, the others general knowledge of the format."""

RETRACTION_WATCH: Mapping[str, UpdateKind] = {
    "retraction": UpdateKind.RETRACTION,
    "expression of concern": UpdateKind.CONCERN,
    "correction": UpdateKind.CORRECTION,
    "reinstatement": UpdateKind.REINSTATEMENT,
}

RETRACTIONS = frozenset(
    {
        UpdateKind.RETRACTION,
        UpdateKind.WITHDRAWAL,
        UpdateKind.REMOVAL,
        UpdateKind.PARTIAL_RETRACTION,
    }
)
"""A work with one of these does not stand. A partial retraction counts: whoever cites the work must
look whether their part still does."""

NOTICES = RETRACTIONS | {UpdateKind.CONCERN}
"""A record that does one of these to another work is a notice."""


def crossref_kind(found: str) -> UpdateKind:
    """`UNKNOWN` for a word that Crossref did not have when this was written."""
    return CROSSREF.get(found.lower().replace("-", "_").replace(" ", "_"), UpdateKind.UNKNOWN)
