"""Writes docs/rules.md from the rules of review, so that the page says what the program does.

.venv/bin/python docs/make_rules.py            write the page
.venv/bin/python docs/make_rules.py --check    exit code 1 when the page is out of date
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # a script in docs/ does not find the plugins by itself

from plugins.editorial_review.catalogue import RULES  # noqa: E402
from plugins.editorial_review.judging import RAISED  # noqa: E402
from plugins.editorial_review.rule import Rule  # noqa: E402
from plugins.practice.problems import Severity  # noqa: E402

PAGE = Path(__file__).with_name("rules.md")

FAMILIES = {
    "A": "Who answers for it",
    "C": "Sources",
    "E": "Emergencies",
    "G": "Translations",
    "H": "Notices",
    "I": "Pictures and consents",
    "K": "Claims",
    "L": "Legal pages",
    "N": "Numbers",
    "O": "Texts for networks",
    "P": "Privacy of people",
    "R": "Reading ease",
    "S": "Structure and spelling",
    "T": "Tracking",
    "X": "Access for all",
}

_WEIGHT = {
    Severity.BLOCK: "keeps the text from going out",
    Severity.WARN: "warns",
    Severity.NOTE: "is only a note",
}

_HEAD = """\
# Rules

This page is made from the rules in `plugins/editorial_review/` by `docs/make_rules.py`.
Do not edit it by hand: change the rule, then run the script.

`python3 tasks.py check` tells what these rules find in your texts: the words that were found, the
reason, and what to do.
A rule finds words; it does not understand a text.
It helps the two people who read each text, and does not replace them.

At the level `standard` a rule weighs what its line says.
At `strict` you choose which warnings hold a text, too: see `[review]` in
[settings.md](settings.md).
Without a choice of yours, those of these families do: {raised}.

To let one rule stand for one file, write a waiver: see [review.md](review.md).
"""


def page() -> str:
    """The text of docs/rules.md."""
    raised = ", ".join(FAMILIES[family].lower() for family in RAISED)
    return "\n".join([_HEAD.format(raised=raised), *_overview(), *_sections()])


def _overview() -> Iterator[str]:
    yield "| Rule | What it asks | Weight |"
    yield "| --- | --- | --- |"
    for rule in _in_order():
        yield f"| [{rule.id}](#{rule.id.lower()}) | {rule.title} | {_WEIGHT[rule.severity]} |"


def _in_order() -> list[Rule]:
    return sorted(RULES, key=lambda rule: (rule.family, int(rule.id.partition("-")[2])))


def _sections() -> Iterator[str]:
    told = ""
    for rule in _in_order():
        if rule.family != told:
            told = rule.family
            yield f"\n## {FAMILIES[told]}"
        yield from _section(rule)


def _section(rule: Rule) -> Iterator[str]:
    yield f"\n### {rule.id}\n\n**{rule.title}.**\n"
    yield f"- It {_WEIGHT[rule.severity]}."
    yield f"- Why: {rule.why}"
    yield f"- What to do: {_no_link(rule.fix)}"
    yield f"- Source: {rule.source}"
    if rule.told_as:
        names = ", ".join(f"`{name}`" for name in rule.told_as)
        yield f"- In messages it is called {names}."
    if not rule.waivable:
        yield "- Nobody can lift it."


def _no_link(text: str) -> str:
    """The text with Markdown that it shows as an example left unread."""
    return text.replace("](", "]\\(")


def main() -> int:
    """Write the page, or tell with --check whether it is up to date."""
    if "--check" not in sys.argv:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
        sys.stderr.write("docs/rules.md is out of date: run docs/make_rules.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
