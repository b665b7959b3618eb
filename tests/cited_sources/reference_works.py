"""Works of all types with their edge cases, and where Housecall and the style mean to differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from plugins.practice.sources import Source

READ = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Difference:
    """Why our reference differs from that of the style, and how to make ours of the other."""

    reason: str
    pattern: str
    ours: str

    def apply(self, text: str) -> str:
        return re.sub(self.pattern, self.ours, text, count=1)


_DATE = r"((?:January|May|July|September) (?:\d+, )?\d{4}|(?<=\. )\d{4})"
DIFFERENCES: Mapping[str, Difference] = {
    "published": Difference(
        "a bare date leaves patients guessing; AMA allows the word",
        rf"\. {_DATE}\.",
        r". Published \1.",
    ),
    "updated": Difference(
        "CSL has one date for a page; ours tells that it is the last update (AMA 3.15.3)",
        rf"\. {_DATE}\.",
        r". Updated \1.",
    ),
    "question": Difference("citeproc-py sets a full stop behind ? and !", r"([?!])\.", r"\1"),
    "pages": Difference("citeproc-py does not write pages in full", r"1965-77", "1965-1977"),
    "editors again": Difference(
        "citeproc-py prints editors again who stand in the authors' place",
        r" \([^)]*eds?\.\)\.",
        "",
    ),
    "ed.": Difference("AMA abbreviates without a full stop", r", ed\.\)", ", ed)"),
    "year alone": Difference(
        "without a day nobody knows that it was online first", r"Published online (\d{4})", r"\1"
    ),
    "online first": Difference(
        "with pages it stands in the journal", r"Published online \w+ \d+, (\d{4})", r"\1"
    ),
    "first edition": Difference("AMA does not tell a first edition", r" 1st ed\.", ""),
    "month": Difference("AMA dates a report as exactly as it is known", r"; 2019", "; May 2019"),
    "number": Difference(
        "the style has no report numbers, AMA 3.13 has",
        r"; 2000\.",
        "; 2000. NIH publication 00-4802.",
    ),
    "bare number": Difference("the same", r"; 2012\.", "; 2012. No. 894."),
    "series": Difference("the same", r"; 2012\.", "; 2012. WHO Technical Report Series 970."),
    "pmid": Difference(
        "without a DOI a number of PubMed lasts longer than an address",
        r"( Accessed [^.]*\. https?:\S+)?$",
        " PMID: 9500320",
    ),
    "isbn": Difference(
        "without an address a reader finds a book by it", r"$", " ISBN 978-0-306-40615-7"
    ),
    "title again": Difference(
        "citeproc-py prints a title again that stands in the authors' place",
        r"^1\.([^.]+\.) \1",
        r"1.\1",
    ),
    "et al.": Difference("AMA abbreviates without a full stop", r"et al\.,", "et al,"),
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A work, and the names of the differences that its reference has."""

    name: str
    source: Source
    differs: tuple[str, ...] = ()


def _source(**fields: Any) -> Source:
    return Source(**{"key": "k", "line": 1, "publisher": "", "title": "Flu in adults", **fields})


def _article(name: str, *differs: str, **fields: Any) -> Cited:
    base = {
        "type": "article-journal", "authors": ("Able AB", "Baker C"), "journal": "JAMA",
        "year": "2021", "volume": "325", "issue": "20", "pages": "1965-1977",
        "doi": "10.1001/jama.2021.6238",
    }  # fmt: skip
    return Cited(name, _source(**{**base, **fields}), differs)


def _page(name: str, *differs: str, **fields: Any) -> Cited:
    base = {
        "type": "webpage", "publisher": "Centers for Disease Control and Prevention",
        "url": "https://www.cdc.gov/flu/treatment", "accessed": READ,
    }  # fmt: skip
    return Cited(name, _source(**{**base, **fields}), differs)


def _book(name: str, *differs: str, **fields: Any) -> Cited:
    base = {
        "type": "book", "title": "Care of Children", "authors": ("Able AB",),
        "publisher": "Oxford University Press", "year": "2020",
    }  # fmt: skip
    return Cited(name, _source(**{**base, **fields}), differs)


def _chapter(name: str, *differs: str, **fields: Any) -> Cited:
    more = {"type": "chapter", "title": "Fever", "book": "Care of Children", "pages": "10-19"}
    return _book(name, *differs, **{"editors": ("Baker B", "Cole C"), **more, **fields})


def _report(name: str, *differs: str, **fields: Any) -> Cited:
    base = {
        "type": "report", "title": "Global Report on Falls", "year": "2012",
        "publisher": "World Health Organization",
    }  # fmt: skip
    return Cited(name, _source(**{**base, **fields}), differs)


_MANY = tuple(f"{name} A" for name in ("Able", "Baker", "Cole", "Dunn", "East", "Ford", "Gray"))
_FIRST_ONLINE = {"volume": "", "issue": "", "pages": "", "year": ""}

WORKS = (
    _article("article"),
    _article("one author", authors=("Able AB",)),
    _article("six authors", authors=_MANY[:6]),
    _article("seven authors", authors=_MANY),
    _article("no author", "title again", authors=()),
    _article("a group as author", authors=("US Preventive Services Task Force",)),
    _article("people and a group", authors=("Able AB", "RECOVERY Collaborative Group")),
    _article("no issue", issue=""),
    _article("no volume, an issue", volume=""),
    _article("no pages", pages=""),
    _article("one page", pages="17"),
    _article("pages of letters", pages="e1-e9"),
    _article("article number", pages="e193942", volume="2", issue="5"),
    _article("supplement", issue="suppl 1", pages="S3-S9"),
    _article("shortened pages", "pages", pages="1965-77"),
    _article("pages with a dash", pages="1965–1977"),
    _article("online first", published="2021-05-03", **_FIRST_ONLINE),
    _article("online first, a month", published="2021-05", **_FIRST_ONLINE),
    _article("online first, a year", "year alone", **{**_FIRST_ONLINE, "year": "2021"}),
    _article(
        "pages in no volume", "online first",
        **{**_FIRST_ONLINE, "pages": "e12", "published": "2021-05-03"},
    ),
    _article("a question", "question", title="Is it the flu?"),
    _article("full stops in a journal", journal="N. Engl. J. Med."),
    _article("a full stop in the title", title="Flu in adults."),
    _article("SICI DOI", doi="10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"),
    _article("no DOI, an address", doi="", url="https://www.example.org/a", accessed=READ),
    _article("PubMed alone", "pmid", doi="", pmid="9500320"),
    _article("PubMed and an address", "pmid", doi="", pmid="9500320", url="https://x.example/",
             accessed=READ),
    _article("nothing to find it by", doi=""),
    _article("guideline in a journal", type="guideline"),
    _page("page"),
    _page("page, a day", "published", published="2025-07-28"),
    _page("page, a month", "published", published="2025-07"),
    _page("page, a year", "published", published="2025"),
    _page("page, updated", "updated", published="2020-01-02", updated="2024-09-03"),
    _page("page, an author", authors=("Able AB",)),
    _page("page, an author and a website", authors=("Able AB",), website="Flu Facts"),
    _page("page, a website", website="Flu Facts"),
    _page("page, a question", "question", title="Is it the flu?"),
    _page("page with a DOI", doi="10.17226/10925"),
    _page("guideline on a page", "published", type="guideline", published="2021-05-18"),
    _book("book"),
    _book("book, second edition", edition="2"),
    _book("book, third edition in words", edition="3rd ed"),
    _book("book, eleventh edition", edition="11th"),
    _book("book, first edition", "first edition", edition="1"),
    _book("book, an edition by name", edition="Revised ed"),
    _book("book, a volume", volume="2"),
    _book("book, pages", pages="100-120"),
    _book("book, an editor", "editors again", authors=(), editors=("Baker B",)),
    _book("book, two editors", "editors again", authors=(), editors=("Baker B", "Cole C")),
    _book("book, author and editor", "ed.", editors=("Baker B",)),
    _book("book, no author", "title again", authors=()),
    _book("book, a DOI", doi="10.17226/10925"),
    _book("book, an address", url="https://www.example.org/b", accessed=READ),
    _book("book, an ISBN", "isbn", isbn="978-0-306-40615-7"),
    _book("book, no date", year=""),
    _chapter("chapter"),
    _chapter("chapter, one editor", editors=("Baker B",)),
    _chapter("chapter, no editor", editors=()),
    _chapter("chapter, an edition", edition="4"),
    _chapter("chapter, seven authors and editors", "et al.", authors=_MANY, editors=_MANY),
    _chapter("chapter, no pages", pages="", doi="10.17226/10925"),
    _report("report"),
    _report("report, a month", "month", year="", published="2019-05"),
    _report("report, an address", url="https://www.example.org/r", accessed=READ),
    _report("report, people", authors=("Able AB", "Baker C")),
    _report("report, a number", "number", year="2000", number="NIH publication 00-4802"),
    _report("report, a bare number", "bare number", number="894"),
    _report("report, a series", "series", series="WHO Technical Report Series", number="970"),
    _report("guideline in print", type="guideline"),
    _report("report, no date", year=""),
)  # fmt: skip
