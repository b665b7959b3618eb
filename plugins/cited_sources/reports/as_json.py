"""A report for programs."""

from __future__ import annotations

import json
from datetime import date

from plugins.cited_sources.consequences.known import Judged
from plugins.cited_sources.consequences.reliance import Reliance
from plugins.cited_sources.consequences.wording import address_of, fix_of, suggested
from plugins.cited_sources.reports.report import Report
from plugins.cited_sources.work import Work
from plugins.practice.ledgers import HandedOver
from plugins.practice.source_checks import CheckedWork


def report_as_json(report: Report) -> str:
    """The summary, then every work: what is known of it, where it is cited, what rests on it."""
    told = {
        "summary": _summary(report),
        "works": [_work_row(work, report) for work in report.works],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _summary(report: Report) -> dict[str, object]:
    return {
        "today": report.today.isoformat(),
        "works": len(report.works),
        "verified": report.verified,
        "asked": len(report.asked),
        "requests": report.requests,
        "outage": {"web": report.outage.web, "registries": report.outage.registries},
        "silent": list(report.silent),
        "stopped": report.stopped,
        "verdicts": report.by_verdict(),
        "not_asked": report.not_asked(),
        "to_do": len(report.to_do()),
    }


def _work_row(work: Work, report: Report) -> dict[str, object]:
    checked = report.known.checked(work)
    judged = report.known.judged(work)
    resting = report.resting_on(work)
    offers = [offer for one in judged for offer in suggested(one)]
    return {
        "id": work.id,
        "key": work.source.key if work.source else None,
        "url": work.url or address_of(work),
        "verdict": checked.verdict.value if checked else None,
        "is_verified": checked.is_verified if checked else False,
        "asked_now": work.id in report.asked,
        "asked": checked.asked.isoformat() if checked else None,
        "last_ok": _day(checked.last_ok) if checked else None,
        "answered": list(checked.answered) if checked else [],
        "findings": [_finding_row(one) for one in judged],
        "chain": list(checked.chain) if checked else [],
        "title": _title(work, checked),
        "fix": offers[0] if offers else None,
        "archive": (checked.archive or None) if checked else None,
        "cited_at": [{"file": at.file, "line": at.line, "uid": at.uid} for at in work.cited_at],
        **_resting_rows(resting),
    }


def _title(work: Work, checked: CheckedWork | None) -> str | None:
    """As the practice has it, else as it was found."""
    return (work.source.title if work.source else "") or (checked.title if checked else "") or None


def _finding_row(judged: Judged) -> dict[str, object]:
    finding, row = judged.finding, judged.accepted
    return {
        "verdict": finding.verdict.value,
        "severity": judged.severity.value,
        "about": finding.about,
        "what": finding.what,
        "by": list(finding.by),
        "since": finding.since.isoformat(),
        "last": finding.last.isoformat(),
        "days": finding.days,
        "fix": finding.fix or None,
        "to_do": fix_of(judged),
        "accepted": {"by": row.by, "until": row.until.isoformat(), "reason": row.reason}
        if row
        else None,
    }


def _resting_rows(resting: Reliance) -> dict[str, object]:
    return {
        "posts": [post.as_row() for post in resting.posts],
        "graphics": list(resting.graphics),
        "feed_items": [{"feed": feed, "uid": uid} for feed, uid in resting.feeds],
        "handed_over": [_handed_over(row) for row in resting.handed_over],
    }


def _handed_over(row: HandedOver) -> dict[str, object]:
    return {
        "uid": row.uid,
        "network": row.network,
        "scheduler": row.scheduler,
        "week": row.week,
        "at": row.at.isoformat(),
        "turn": row.turn,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
