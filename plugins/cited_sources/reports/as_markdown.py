"""A report as one Markdown text for a rolling issue: short, worst first."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.cited_sources.consequences.known import Judged
from plugins.cited_sources.consequences.weights import REMARK
from plugins.cited_sources.consequences.wording import (
    accepted_words,
    address_of,
    finding_of,
    is_address,
    suggested,
    title_of,
    who,
    why_of,
)
from plugins.cited_sources.reports.amounts import made_of_posts
from plugins.cited_sources.reports.report import Report
from plugins.cited_sources.reports.safe_markdown import link, plain
from plugins.practice.amounts import counted
from plugins.practice.problems import Severity

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 in the text of an issue."""

OPEN, DONE = "<!-- sources: to do -->", "<!-- sources: nothing to do -->"
"""The first line, by which a workflow knows whether the issue may be closed."""

_SHOWN_POSTS = 8

_PARTS = (
    (Severity.BLOCK, "Holds what rests on it"),
    (Severity.WARN, "Look at it"),
    (Severity.NOTE, "Good to know"),
)


def report_as_markdown(report: Report) -> str:
    """At most `MOST_CHARACTERS`: when there is more, the last findings are counted instead."""
    head, foot = _head(report), _foot(report)
    room = MOST_CHARACTERS - len(head) - len(foot) - 200
    body: list[str] = []
    told = 0
    for block in _blocks(report):
        if sum(map(len, body)) + len(block) > room:
            break
        body.append(block)
        told += block.startswith("- ")
    left = len(report.findings) - told
    if left:
        body.append(f"\n… and {left} more: `python3 tasks.py check-sources` tells them all.\n")
    return head + "".join(body) + foot


def _head(report: Report) -> str:
    to_do = report.to_do()
    works = counted(len(report.works), "cited work or link", "cited works and links")
    count = f"{works}, {report.verified} verified, on {report.today}."
    if not to_do:
        return f"{DONE}\n**{report.all_done}** {count}\n"
    told = f"**{counted(len(to_do), 'finding')} to look at.** {count}"
    held = len(report.held())
    if held:
        told += f" {counted(held, 'post is', 'posts are')} held back."
    return f"{OPEN}\n{told}\n"


def _blocks(report: Report) -> Iterator[str]:
    for severity, heading in _PARTS:
        found = [judged for judged in report.findings if judged.severity is severity]
        if found:
            yield f"\n## {heading}\n\n"
            if severity is Severity.NOTE:
                yield from (_short(judged) for judged in found)
            else:
                yield from (_entry(judged, report) for judged in found)


def _entry(judged: Judged, report: Report) -> str:
    finding, accepted = judged.finding, accepted_words(judged)
    lines = [
        f"- **{_name(judged)}** {plain(finding_of(judged), 400)}",
        f"  - Says: {plain(who(finding.by))}, since {finding.since}, last on {finding.last}",
        f"  - Rests on it: {_resting(judged, report)}",
        f"  - Why it matters: {why_of(judged)}",
    ]
    if accepted:
        lines.append(f"  - Accepted: {plain(accepted)}")
    else:
        lines.append(f"  - To do: {judged.weight.fix}")
        lines += [f"  - Suggested: {offer}" for offer in _offers(judged)]
    return "\n".join(lines) + "\n"


def _short(judged: Judged) -> str:
    accepted = accepted_words(judged)
    offers = "" if accepted else ", ".join(_offers(judged))
    says = plain(finding_of(judged), 300) if judged.weight is REMARK else judged.weight.says
    told = f"- {_name(judged)} {says}, since {judged.finding.since}"
    return told + (f"; {plain(accepted)}" if accepted else f"; {offers}" if offers else "") + "\n"


def _name(judged: Judged) -> str:
    """The work by its title, linked to where people look it up, with its key."""
    work = judged.work
    address = address_of(work)
    title = title_of(work) or work.url or work.id
    named = link(address, title) if address else plain(title)
    return named + (f" ({plain(work.source.key)})" if work.source else "")


def _offers(judged: Judged) -> list[str]:
    archive = judged.checked.archive
    return [
        (link(one) if is_address(one) else plain(one)) + (" (archived copy)" * (one == archive))
        for one in suggested(judged)
    ]


def _resting(judged: Judged, report: Report) -> str:
    resting = report.resting_on(judged.work)
    if not resting.posts:
        return "no post"
    posts = [
        f"{plain(post.file)}, line {post.line}" + (" (a link)" if post.is_linked else "")
        for post in resting.posts[:_SHOWN_POSTS]
    ]
    more = len(resting.posts) - len(posts)
    told = "; ".join(posts) + (f"; {counted(more, 'more post')}" if more else "")
    made = made_of_posts(resting)
    return told + (f"; with {made}" if made else "")


def _foot(report: Report) -> str:
    counts = "".join(f"| {verdict} | {n} |\n" for verdict, n in report.by_verdict().items())
    lines = [
        "\n## The run\n",
        f"- Asked: {counted(len(report.asked), 'work')}, "
        f"with {counted(report.requests, 'request')} of web pages",
        *(f"- Not asked: {count}, {why}" for why, count in report.not_asked().items()),
    ]
    if report.trouble:
        lines.append(f"- {plain(report.trouble)}")
    table = f"\n\n| Verdict | Works |\n| --- | --- |\n{counts}" if counts else "\n"
    return "\n".join(lines) + table
