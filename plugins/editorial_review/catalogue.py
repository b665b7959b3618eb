"""Every rule, family by family, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.editorial_review.accountability import rules as accountability
from plugins.editorial_review.approvals import rules as approvals
from plugins.editorial_review.claims import emergencies, numerals, shared_texts, statements
from plugins.editorial_review.freshness import rules as freshness
from plugins.editorial_review.language import rules as language
from plugins.editorial_review.pictures import rules as pictures
from plugins.editorial_review.practice_pages import rules as practice_pages
from plugins.editorial_review.privacy import rules as privacy
from plugins.editorial_review.rule import Rule

RULES: tuple[Rule, ...] = (
    *approvals.RULES,
    *privacy.RULES,
    *emergencies.RULES,
    *statements.RULES,
    *numerals.RULES,
    *shared_texts.RULES,
    *accountability.RULES,
    *freshness.RULES,
    *pictures.RULES,
    *practice_pages.RULES,
    *language.RULES,
)
BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}
