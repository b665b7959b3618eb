"""L-01: the Notice of Privacy Practices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plugins.editorial_review.practice_pages.finding_pages import missing_page, pages_for
from plugins.editorial_review.practice_pages.tables import laws, words_for
from plugins.editorial_review.prose import passages_of
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Setting
from plugins.practice.dates import long_day
from plugins.practice.figures.figure import Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.posts import Page

_KIND = "privacy-practices"
_NEAR = 80
"""Characters behind "effective" in which its date stands."""


def check_privacy_notice(setting: Setting) -> Iterator[Found]:
    """A notice that is missing, without its heading or its date, or older than the law."""
    pages = pages_for(setting, _KIND)
    if not pages or pages[0].lang != setting.practice.lang:
        what = "the site has no Notice of Privacy Practices"
        fix = "write pages/privacy-practices.md; the demonstration practice has one to begin with"
        yield missing_page(_KIND, what, fix)
    for page in pages:
        yield from _header(page)
        yield from _date(page)


def _header(page: Page) -> Iterator[Found]:
    wanted = laws()["npp"].header.get(page.lang.partition("-")[0], "")
    if wanted and _plain(wanted) not in _plain(_text(page)):
        yield Found(
            at=page.text_line,
            file=page.file,
            what="the sentence that the law wants at the head of the notice is not there word for "
            "word",
            fix=f'write on top of the text: "{wanted}"',
        )


def _text(page: Page) -> str:
    return " ".join(p.text for p in passages_of(page.text) if p.is_shown)


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _date(page: Page) -> Iterator[Found]:
    law = laws()["npp"]
    found = _effective(page)
    if found is None:
        yield Found(
            at=page.text_line,
            file=page.file,
            what="the notice does not say from which day it is in effect",
            fix='write a line like "Effective date: February 16, 2026"',
        )
        return
    day, line = found
    if day < law.since:
        yield Found(
            at=line,
            file=page.file,
            what=f"the notice is in effect since {long_day(day, 'en')}, before the changes that "
            f"were due on {long_day(law.since, 'en')}",
            fix="have it brought up to date (records of substance use treatment, 42 CFR Part 2), "
            "then write its new date",
        )


def _effective(page: Page) -> tuple[date, int] | None:
    """The newest day that a sentence gives as the one on which the notice takes effect."""
    days = []
    for passage in passages_of(page.text, page.text_line):
        for word in words_for(page.lang, "effective").finditer(passage.text):
            near = passage.text[word.end() : word.end() + _NEAR]
            line = passage.line_at(word.start())
            days += [(day, line) for day in _days_in(near, page.lang)]
    return max(days, default=None)


def _days_in(text: str, lang: str) -> Iterator[date]:
    for figure in figures_in(text, lang):
        if figure.sort is Sort.DATE and figure.key[0]:
            year, month, day = (int(part) for part in figure.key)
            try:
                yield date(year, month, day)
            except ValueError:
                continue
        elif figure.sort is Sort.SLASH and (found := _american(figure.said)):
            yield found


def _american(said: str) -> date | None:
    """ "02/16/2026" of a notice that a lawyer wrote."""
    parts = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", said)
    try:
        return date(int(parts[3]), int(parts[1]), int(parts[2])) if parts else None
    except ValueError:
        return None
