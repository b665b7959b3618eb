"""The results as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.links.figures import Case, Measured, Results, bars, is_right
from benchmarks.markdown import VERDICTS, table


def report(results: Results, about: str) -> str:
    """The tables of one run, under a line about the machine."""
    judged = [(bar.asked, bar.found, VERDICTS[bar.met]) for bar in bars(results)]
    bar_table = table(("Bar", "Measured", ""), "<<<", judged)
    parts = (bar_table, _web_table(results), _case_table(results), _site_table(results))
    shown = filter(None, ([about], *parts, _options(results)))
    return "\n\n".join("\n".join(lines) for lines in shown)


def _web_table(results: Results) -> list[str]:
    head = (
        f"{results.addresses:,} addresses, 50 hosts", "seconds", "CPU s", "times our CPU",
        "requests an address", "judged right",
    )  # fmt: skip
    ours = results.web[0]
    return table(head, "<>>>>>", [_web_row(one, ours, results.addresses) for one in results.web])


def _web_row(one: Measured, ours: Measured, addresses: int) -> tuple[str, ...]:
    if one.reason:
        return _missing(one, 6)
    requests = f"{one.requests / addresses:.2f}"
    cells = (f"{one.wall:.1f}", f"{one.cpu:.2f}", _times(one, ours), requests, f"{one.right:,}")
    return (_name(one), *cells)


def _site_table(results: Results) -> list[str]:
    head = (
        f"{results.links:,} links of a site", "seconds", "CPU s", "times our CPU",
        f"found of {results.broken}",
    )  # fmt: skip
    ours = results.site[0]
    return table(head, "<>>>>", [_site_row(one, ours) for one in results.site])


def _site_row(one: Measured, ours: Measured) -> tuple[str, ...]:
    if one.reason:
        return _missing(one, 5)
    cells = (f"{one.wall:.2f}", f"{one.cpu:.2f}", _times(one, ours), f"{one.right:,}")
    return (_name(one), *cells)


def _case_table(results: Results) -> list[str]:
    """What each said of each behaviour, where anybody was wrong."""
    measured = [one for one in results.web if not one.reason]
    rows = [_case_row(case, measured) for case in results.cases]
    shown = [row for row in rows if any(cell.startswith("**") for cell in row)]
    head = ("Behaviour", "addresses", "right", *(one.name for one in measured))
    return table(head, "<><" + "<" * len(measured), shown) if shown else []


def _case_row(case: Case, measured: Sequence[Measured]) -> tuple[str, ...]:
    said = (_said(case, one.runs[-1].said.get(case.name, {})) for one in measured)
    return (f"`{case.name}`", str(case.count), case.wanted, *said)


def _said(case: Case, said: Mapping[str, int]) -> str:
    """The verdicts from the most frequent to the least; bold where one of them is wrong."""
    words = sorted(said, key=lambda verdict: (-said[verdict], verdict))
    text = ", ".join(word if len(words) == 1 else f"{said[word]} {word}" for word in words)
    wrong = any(not is_right(word, case.wanted) for word in words)
    return f"**{text}**" if wrong else text


def _options(results: Results) -> list[str]:
    """With which options the other programs ran."""
    lines = [(one.name, one.options) for one in (*results.web, *results.site) if one.options]
    return [f"- {name}: `{options}`" for name, options in dict.fromkeys(lines)]


def _missing(one: Measured, columns: int) -> tuple[str, ...]:
    reason = f"not measured: {one.reason}".replace("|", "/")
    return (_name(one), reason, *("–",) * (columns - 2))


def _name(one: Measured) -> str:
    if not one.options:
        return f"**{one.name}**"
    name, comma, variant = one.name.partition(",")
    return f"{name} {one.version}{comma}{variant}"


def _times(one: Measured, ours: Measured) -> str:
    return "–" if ours.reason else f"{one.cpu / ours.cpu:.1f}"
