"""Every rule, family by family, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.editorial_review.rule import Rule

RULES: tuple[Rule, ...] = ()
BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}
