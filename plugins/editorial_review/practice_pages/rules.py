"""The rules for legal pages and notices, as rows."""

from __future__ import annotations

from plugins.editorial_review.practice_pages.coming_holidays import check_holidays
from plugins.editorial_review.practice_pages.legal_pages import (
    check_accessibility,
    check_contact,
    check_estimate,
    check_language_pages,
    check_owners,
    check_policy,
)
from plugins.editorial_review.practice_pages.notice_days import check_days
from plugins.editorial_review.practice_pages.notice_fields import check_fields
from plugins.editorial_review.practice_pages.privacy_notice import check_privacy_notice
from plugins.editorial_review.practice_pages.staff_health import check_staff_health
from plugins.editorial_review.practice_pages.summaries import check_summary
from plugins.editorial_review.practice_pages.tables import laws
from plugins.editorial_review.rule import Rule
from plugins.practice.posts import Event, Notice, Post
from plugins.practice.problems import Severity


def _law(name: str) -> str:
    """A law as the source of a rule, with the day on which somebody read it."""
    law = laws()[name]
    return f"{law.law} (read {law.checked})"


_LEGAL: tuple[Rule, ...] = (
    Rule(
        id="L-01",
        severity=Severity.BLOCK,
        title="The Notice of Privacy Practices is on the site, up to date and linked on every page",
        why="the law wants it prominently on your site, with its heading and its date",
        fix="write or mend the page; a lawyer should read it",
        source=_law("npp"),
        check_practice=check_privacy_notice,
        told_as=("no-link-to-privacy-notice",),
    ),
    Rule(
        id="L-02",
        severity=Severity.WARN,
        title="A practice that takes federal money has its notices of equal treatment and of "
        "language help",
        why="patients must learn that they are treated alike, and get help in their language",
        fix="write the page; the footer links to it on every page",
        source=_law("nondiscrimination"),
        check_practice=check_language_pages,
    ),
    Rule(
        id="L-03",
        severity=Severity.WARN,
        title="The site tells people without insurance that they can ask for an estimate",
        why="the law wants it where patients look for prices, also on your site",
        fix="write the page",
        source=_law("good-faith-estimate"),
        check_practice=check_estimate,
    ),
    Rule(
        id="L-04",
        severity=Severity.WARN,
        title="An accessibility statement says whom to tell, and when it was last updated",
        why="who cannot use the site must reach somebody who helps",
        fix="write both into the statement",
        source=f"W3C, accessibility statements; {_law('section-504-large')}: from "
        f"{laws()['section-504-large'].since} for 15 and more employees, from "
        f"{laws()['section-504-small'].since} for fewer",
        check_practice=check_accessibility,
    ),
    Rule(
        id="L-05",
        severity=Severity.BLOCK,
        title="Every health page says that it is no advice, makes nobody your patient, and that "
        "health details do not belong into messages",
        why="readers may take a page for the answer to their own case, or write what others can "
        "read",
        fix="nothing in a text: the theme prints it, and E-01 sees that it stands on each page",
        source="our own judgement, after the usual terms of medical practices",
    ),
    Rule(
        id="L-06",
        severity=Severity.WARN,
        title="Somebody looks after each legal page, at least once a year",
        why="laws and telephone numbers change, and nobody notices",
        fix="add owner: with the id of a person",
        source="NHS standard for creating health content: a planned review for every page",
        check_practice=check_owners,
    ),
    Rule(
        id="L-07",
        severity=Severity.WARN,
        title="The contact page says where you are, when you are open and which number to call",
        why="it is what most people come for",
        fix="write the page, and your hours into practice.toml",
        source="Google's guidelines for raters: a health site without contact details is not "
        "trusted",
        check_practice=check_contact,
    ),
    Rule(
        id="L-08",
        severity=Severity.WARN,
        title="A policy for social media says what it is for, what to expect, and what follows",
        why="staff and followers must know the rules before something goes wrong",
        fix="add what is missing, under a heading of its own where that is said",
        source="the five headings that practices asked for; our own judgement for the rest",
        check_practice=check_policy,
    ),
)

_NOTICES: tuple[Rule, ...] = (
    Rule(
        id="H-01",
        severity=Severity.BLOCK,
        title="A notice says why, for whom, until when and what to do instead",
        why="patients stand before a closed door, or believe in a notice that is long over",
        fix="fill the field in",
        source="our own judgement; the reasons are those that practices asked for",
        check=check_fields,
        applies=Notice,
    ),
    Rule(
        id="H-02",
        severity=Severity.BLOCK,
        title="A notice that is over leaves the front page, also on a page that was built before",
        why="people stay away from a practice that is open again",
        fix="nothing in a text: the build leaves it out, pages hide it by the reader's clock",
        source="our own judgement",
    ),
    Rule(
        id="H-03",
        severity=Severity.BLOCK,
        title="The days and times in a notice are those of the calendar and of its fields",
        why="people come on the wrong day",
        fix="let text, fields and calendar say the same",
        source=f"our own judgement; holidays: {_law('holidays')}",
        check=check_days,
        check_practice=check_holidays,
        applies=(Notice, Event),
    ),
    Rule(
        id="H-04",
        severity=Severity.WARN,
        title="No notice tells of the health of somebody on the team",
        why="staff are people too, and what is online stays",
        fix="say only that the person is away, until when, and who stands in",
        source="our own judgement",
        check=check_staff_health,
        applies=Notice,
    ),
)

_SOURCES: tuple[Rule, ...] = (
    Rule(
        id="C-01",
        severity=Severity.BLOCK,
        title="An article has two sources from two publishers, a question one, an alert one",
        why="one source alone may be wrong, and readers cannot compare",
        fix="cite reliable works that say it, each with its entry in sources.toml",
        source="JAMA benchmarks (Silberg 1997): attribution; the numbers are our own judgement",
        told_as=("too-few-sources",),
    ),
    Rule(
        id="C-02",
        severity=Severity.BLOCK,
        title="Each source can be found, and somebody read it not long ago",
        why="readers could not find the work, or it says something else by now",
        fix="complete its entry in sources.toml, or read it again and put that day into `accessed`",
        source="our own judgement: a page is read again after 12 months and blocks after 24; after "
        "6 and 12 for news and vendors",
        told_as=("source-entry", "read-long-ago", "read-before-update"),
    ),
    Rule(
        id="C-03",
        severity=Severity.WARN,
        title="At least one source is of a government, a guideline body, a journal or a society",
        why="what is sold or reported elsewhere may not be what is known",
        fix="cite one such work as well; for a health alert a government's or guideline body's",
        source="MedlinePlus guidelines for links; the tiers are our own judgement",
        told_as=("weak-sources", "alert-without-authority"),
    ),
    Rule(
        id="C-04",
        severity=Severity.WARN,
        title="Sources are not older than five years, unless they still stand",
        why="what is known may have changed since; after ten years it holds the post",
        fix="cite a newer work, or put landmark = true into its entry in sources.toml",
        source="our own judgement",
        told_as=("old-work",),
    ),
    Rule(
        id="C-06",
        severity=Severity.BLOCK,
        title="What is cited is still there, is what we say, and was not retracted",
        why="readers act on what rests on it",
        fix="see what `check-sources` found, and cite another work or take the sentence out",
        source="Retraction Watch, Crossref, DataCite and PubMed, as `check-sources` asks them",
        told_as=(
            "source-retracted",
            "source-wrong-work",
            "source-no-such-id",
            "source-concern",
            "source-broken",
            "source-soft-gone",
            "source-field-mismatch",
            "source-outdated",
            "source-drifted",
            "source-moved",
            "source-corrected",
        ),
    ),
)

_SITE: tuple[Rule, ...] = (
    Rule(
        id="S-06",
        severity=Severity.BLOCK,
        title="A summary has one to three sentences and 40 to 320 characters",
        why="lists, feeds and the texts for networks are made from it, and many read nothing else",
        fix="say in one to three sentences what a reader takes home",
        source="AHRQ PEMAT-P: a summary of the key points; the lengths are our own judgement",
        check=check_summary,
        applies=Post,
    ),
    Rule(
        id="T-01",
        severity=Severity.BLOCK,
        title="A text loads nothing from other hosts, and holds no forms, frames or scripts",
        why="the other host would learn who reads about which illness",
        fix="put pictures into content/images/, and link to everything else",
        source="HHS bulletin on online tracking (2022, revised 2024), as far as it stands",
        told_as=("image-elsewhere", "markup"),
        waivable=False,
    ),
    Rule(
        id="X-01",
        severity=Severity.WARN,
        title="The practice's own colour can be read",
        why="below 4.5 to 1 many people cannot read it, and nobody in the sun",
        fix="take the tone that the message names; until then the build takes it by itself",
        source="WCAG 2.2, 1.4.3",
        told_as=("brand-colour-unreadable",),
    ),
    Rule(
        id="X-02",
        severity=Severity.BLOCK,
        title="Every page says in which language it is",
        why="a screen reader would read Spanish with English sounds",
        fix="name the file like flu.es.md, and the language in practice.toml",
        source="WCAG 2.2, 3.1.1",
        told_as=("unknown-language",),
    ),
)

RULES: tuple[Rule, ...] = (*_LEGAL, *_NOTICES, *_SOURCES, *_SITE)
