"""What registries and pages say becomes an entry that reads well, or is refused with the reason."""

from __future__ import annotations

import asyncio
import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.citing.asked import Asked, read_asked
from plugins.cited_sources.citing.entry import Entry, entry_of
from plugins.cited_sources.citing.found import Found, find
from plugins.cited_sources.citing.known import ids_of_table, key_of
from plugins.cited_sources.citing.printing import entry_text, with_entry
from plugins.cited_sources.citing.refusing import refusal
from plugins.cited_sources.references import plain_reference
from plugins.cited_sources.registries.record import (
    Record,
    RegistryAnswer,
    Reply,
    Update,
    UpdateKind,
)
from plugins.cited_sources.web.answer import WebAnswer
from plugins.practice.settings import Practice, SourceSettings, TrustedDomain
from plugins.practice.source_checks import Verdict
from plugins.practice.source_ledger import read_source_ledger

TODAY = date(2026, 11, 21)
PRACTICE = Practice(
    name="Creek", short_name="Creek", site_url="https://www.example.org", languages=("en",),
    time_zone="America/New_York", phone="+1 212-555-0100",
    sources=SourceSettings(deny=("denied.example",)),
)  # fmt: skip
CROSSREF = Record(
    service="Crossref",
    title="FLU AND FEVER IN <I>MANY</I> CHILDREN: A TRIAL.",
    authors=("Able Anna", "Baker B"),
    type="article-journal",
    publisher="American Medical Association (AMA)",
    journal="Journal of the American Medical Association",
    journal_full="Journal of the American Medical Association",
    published="2021-05-18",
    volume="325",
    issue="20",
    pages="1965-77",
    doi="10.1001/x",
)
PUBMED = Record(
    service="PubMed", title="Flu and fever in many children: a trial", authors=("Able AB",),
    type="article-journal", journal="JAMA", published="2021-05", volume="325", pages="1965-77",
    doi="10.1001/x", pmid="34", pmcid="PMC5", lang="en",
)  # fmt: skip
DOI = Asked(kind="doi", value="10.1001/X")
PAGE = "https://www.cdc.gov/flu/treatment/"
WEB = WebAnswer(url=PAGE, verdict=Verdict.OK, title="Treatment of Flu | Influenza (Flu) | CDC")


def answer(record: Record | None = None, reply: Reply = Reply.FOUND, **more: Any) -> RegistryAnswer:
    service = record.service if record else "doi.org"
    values = {"service": service, "kind": "doi", "value": "10.1001/x", **more}
    return RegistryAnswer(reply=reply, record=record, **values)


def known(*records: Record, asked: Asked = DOI) -> Found:
    return Found(asked=asked, answers=(answer(), *(answer(record) for record in records)))


def entry(found: Found) -> Entry:
    return entry_of(found, TODAY, PRACTICE)


def on_page(page: WebAnswer) -> Found:
    return Found(asked=Asked(kind="url", value=page.url, url=page.url), page=page)


def test_pubmed_tells_names_and_journal_crossref_the_publisher() -> None:
    assert entry(known(CROSSREF, PUBMED)).fields == {
        "type": "article-journal",
        "title": "Flu and fever in many children: a trial",
        "authors": ["Able AB"],
        "publisher": "American Medical Association",
        "journal": "JAMA",
        "year": 2021,
        "volume": "325",
        "issue": "20",
        "pages": "1965-1977",
        "doi": "10.1001/X",
        "pmid": "34",
        "pmcid": "PMC5",
        "accessed": TODAY,
        "lang": "en",
    }


def test_what_only_crossref_knows_is_cleaned() -> None:
    made = entry(known(CROSSREF)).fields
    assert made["title"] == "Flu and fever in many children: A trial"
    assert made["publisher"] == "American Medical Association"


def test_without_a_publisher_the_journal_stands_for_it() -> None:
    full = replace(PUBMED, journal_full="The journal of the AMA")
    assert entry(known(full)).fields["publisher"] == "The journal of the AMA"


def test_an_article_in_no_volume_yet_keeps_the_day_on_which_it_went_online() -> None:
    first = entry(known(replace(CROSSREF, volume="", issue="", pages="")))
    assert first.fields["published"] == "2021-05-18"
    told = plain_reference(first.as_source("k"), "en")
    assert "Published online May 18, 2021" in told


def test_a_translated_title_gives_way_to_the_works_own() -> None:
    spanish = replace(PUBMED, title="Flu", other_titles=("La gripe",), lang="es")
    assert entry(known(spanish)).fields["title"] == "La gripe"
    english = replace(PUBMED, other_titles=("Another",))
    assert entry(known(english)).fields["title"] == PUBMED.title


def test_a_chapter_has_its_book_and_editors() -> None:
    chapter = replace(
        CROSSREF, type="chapter", book="Care of Children", editors=("Cole C",), edition="3",
        isbn="9780306406157", journal="", volume="", issue="",
    )  # fmt: skip
    made = entry(known(chapter))
    assert made.fields["year"] == 2021
    assert "In: Cole C, ed. Care of Children. 3rd ed." in plain_reference(made.as_source("k"), "en")


def test_long_lists_of_authors_are_cut_and_say_so() -> None:
    many = replace(CROSSREF, authors=tuple(f"Author{n} A" for n in range(200)))
    made = entry(known(many))
    assert made.more_authors == 190
    text = entry_text("many", made)
    assert "  # and 190 more\n" in text
    assert len(tomllib.loads(text)["many"]["authors"]) == 10
    assert "et al" in plain_reference(made.as_source("k"), "en")


def test_a_page_has_its_own_title_and_the_publisher_of_the_table() -> None:
    assert entry(on_page(WEB)).fields == {
        "type": "webpage",
        "title": "Treatment of Flu",
        "publisher": "Centers for Disease Control and Prevention",
        "url": PAGE,
        "accessed": TODAY,
    }


def test_the_practices_own_table_names_the_publisher() -> None:
    own = {"clinic.example": TrustedDomain(domain="clinic.example", publisher="Us", tier=3)}
    ours = replace(PRACTICE, sources=SourceSettings(domains=own))
    page = on_page(replace(WEB, url="https://www.clinic.example/flu", title="Flu - Us"))
    made = entry_of(page, TODAY, ours).fields
    assert (made["publisher"], made["title"]) == ("Us", "Flu")


def test_a_page_that_moved_for_good_is_cited_where_it_is_now() -> None:
    moved = replace(WEB, verdict=Verdict.MOVED, chain=("https://www.cdc.gov/new/",))
    assert entry(on_page(moved)).fields["url"] == "https://www.cdc.gov/new/"


def test_a_page_of_nobody_we_know_misses_its_publisher() -> None:
    made = entry(on_page(replace(WEB, url="https://www.unheard-of.example/x", title="Flu")))
    assert made.missing == ("publisher",)
    assert made.is_known


def test_the_wall_before_a_page_is_not_taken_for_the_page() -> None:
    wall = replace(WEB, verdict=Verdict.BLOCKED, title="Just a moment...", what="HTTP 403")
    assert "title" not in entry(on_page(wall)).fields


def test_a_spanish_address_says_the_language() -> None:
    spanish = replace(WEB, url="https://www.cdc.gov/spanish/flu/")
    assert entry(on_page(spanish)).fields["lang"] == "es"


@pytest.mark.parametrize(
    ("asked", "kind", "missing"),
    [
        (DOI, None, ("type", "title", "publisher")),
        (Asked(kind="pmid", value="34"), "article-journal", ("title", "publisher")),
        (Asked(kind="isbn", value="978-0-306-40615-7"), "book", ("title", "publisher")),
    ],
)
def test_without_an_answer_the_entry_has_what_the_identifier_says(
    asked: Asked, kind: str | None, missing: tuple[str, ...]
) -> None:
    silent = answer(reply=Reply.SILENT, what="HTTP 503")
    made = entry(Found(asked=asked, answers=(silent,)))
    assert made.fields.get("type") == kind
    assert made.fields[asked.kind] == asked.value
    assert made.missing == missing
    assert not made.is_known
    text = entry_text("k", made)
    assert text.count("# TODO") == len(missing) + 1
    assert set(tomllib.loads(text)["k"]) == {*made.fields, *missing}


def test_what_a_registry_sends_and_no_file_can_hold_is_left_out() -> None:
    odd = replace(CROSSREF, title="x" * 6_000, published="2021-99", volume="", issue="\x00")
    made = entry(known(odd))
    assert made.missing == ("title",)
    assert "published" not in made.fields


ODD = st.text(max_size=30)


@given(
    st.builds(
        Record, service=st.sampled_from(["Crossref", "PubMed"]), title=ODD, publisher=ODD,
        type=st.sampled_from(["article-journal", "book", "chapter", "report", "webpage", ""]),
        authors=st.lists(ODD, max_size=12).map(tuple), journal=ODD, published=ODD, volume=ODD,
        issue=ODD, pages=ODD, doi=ODD, lang=ODD, book=ODD, edition=ODD,
    )
)  # fmt: skip
def test_whatever_a_registry_sends_the_file_can_be_read_afterwards(
    tmp_path_factory: pytest.TempPathFactory, record: Record
) -> None:
    made = entry(known(record))
    path = tmp_path_factory.mktemp("ledger") / "sources.toml"
    path.write_bytes(with_entry(b'[one]\ntype = "book"\n', entry_text("key", made)))
    sources, problems = read_source_ledger(path)
    assert sources is not None
    own = [problem.rule for problem in problems if problem.line > 2]
    assert set(own) <= {"missing-field"}
    assert len(own) == len(made.missing)
    if not made.missing:
        assert plain_reference(sources["key"], "en")


@pytest.mark.parametrize(
    "before",
    [b"", b"\n", b"\xef\xbb\xbf", b'[a]\ntitle = "A"', b'[a]\ntitle = "A"\n', b'[a]\r\nt = "A"\r\n',
     b'# mine \xe2\x80\x93\n[a]\nt = """\nlong\n"""\n\n', b'[a]\rt = "A"\r'],
)  # fmt: skip
def test_what_stands_in_the_file_keeps_its_bytes(before: bytes) -> None:
    after = with_entry(before, '[b]\ntitle = "B"\n')
    assert after.startswith(before)
    ends = {b"\r\n": after.count(b"\r\n"), b"\n": after.count(b"\n"), b"\r": after.count(b"\r")}
    if b"\r\n" in before:
        assert ends[b"\r\n"] == ends[b"\n"] == ends[b"\r"]
    elif b"\r" in before:
        assert ends[b"\n"] == 0
    text = after.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    assert tomllib.loads(text)["b"] == {"title": "B"}
    assert "\n\n[b]" in text


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("10.1001/JAMA.2021.6238", "jama"),
        ("PMID: 34003218", "jama"),
        ("https://pubmed.ncbi.nlm.nih.gov/34003218/", "jama"),
        ("0-306-40615-2", "book"),
        ("http://cdc.gov/flu?utm_source=x", "cdc"),
        ("https://www.cdc.gov/flu/", "cdc"),
        ("https://doi.org/10.1/only-in-url", ""),
        ("10.1234/only-in-url", "link"),
        ("10.1001/jama.2021.623", ""),
    ],
)
def test_a_work_that_is_there_already_is_found_by_any_of_its_names(asked: str, key: str) -> None:
    tables = {
        "broken": "no table",
        "jama": {"doi": "10.1001/jama.2021.6238", "pmid": 34003218},
        "chapter": {"type": "chapter", "isbn": "9780306406157"},
        "book": {"type": "book", "isbn": "978-0-306-40615-7"},
        "cdc": {"url": "https://www.cdc.gov/flu"},
        "link": {"url": "https://doi.org/10.1234/only-in-url"},
    }
    try:
        found = read_asked(asked)
    except Exception:  # noqa: BLE001  # not every address of the table is one
        found = Asked(kind="url", value=asked, url=asked)
    assert key_of(ids_of_table({found.kind: found.value, "url": found.url}), tables) == key


RETRACTED = Update(kind=UpdateKind.RETRACTION, by="Crossref", day=date(2010, 2, 6), notice="10.1/n")


def test_a_retracted_work_is_refused_loudly() -> None:
    told = refusal(known(replace(CROSSREF, updates=(RETRACTED,))), PRACTICE)
    assert told.startswith("RETRACTED")
    assert "2010-02-06" in told
    assert "doi:10.1/n" in told
    assert "Crossref" in told
    assert "Nothing was written" in told


def test_the_notice_of_a_retraction_may_be_cited() -> None:
    assert refusal(known(replace(CROSSREF, is_notice=True)), PRACTICE) == ""


def test_a_concern_or_a_correction_is_no_reason_to_refuse() -> None:
    for kind in (UpdateKind.CONCERN, UpdateKind.CORRECTION, UpdateKind.NEWER):
        update = Update(kind=kind, by="Crossref")
        assert refusal(known(replace(CROSSREF, updates=(update,))), PRACTICE) == ""


def test_a_mistyped_digit_is_told() -> None:
    missing = Found(asked=DOI, answers=(answer(reply=Reply.MISSING),))
    assert "doi.org knows no DOI 10.1001/X" in refusal(missing, PRACTICE)
    assert "digit is mistyped" in refusal(missing, PRACTICE)


def test_an_outage_is_no_reason_to_refuse() -> None:
    assert refusal(Found(asked=DOI, answers=(answer(reply=Reply.SILENT),)), PRACTICE) == ""
    assert refusal(on_page(replace(WEB, verdict=Verdict.TEMPORARY)), PRACTICE) == ""


@pytest.mark.parametrize("verdict", [Verdict.BROKEN, Verdict.SOFT_GONE])
def test_a_page_that_is_gone_is_refused(verdict: Verdict) -> None:
    assert "is not there: HTTP 404" in refusal(
        on_page(replace(WEB, verdict=verdict, what="HTTP 404")), PRACTICE
    )


@pytest.mark.parametrize("url", ["https://www.denied.example/x", "https://www.hon.ch/x"])
def test_a_host_that_must_not_be_cited_is_refused(url: str) -> None:
    assert "must not be cited" in refusal(on_page(replace(WEB, url=url)), PRACTICE)


class Registry:
    """A stand-in that knows some identifiers and says of all others that there are none."""

    def __init__(self, *records: Record) -> None:
        self.records = {("doi", record.doi): record for record in records}
        self.asked: list[tuple[str, str]] = []

    async def look_up(self, kind: str, value: str) -> tuple[RegistryAnswer, ...]:
        self.asked.append((kind, value))
        record = self.records.get((kind, value.lower()))
        reply = Reply.FOUND if record else Reply.MISSING
        return (answer(record, reply, kind=kind, value=value),)


class Web:
    """A stand-in that answers every address with the same page."""

    def __init__(self, page: WebAnswer = WEB) -> None:
        self.page = page
        self.asked: list[str] = []

    async def check(self, url: str) -> WebAnswer:
        self.asked.append(url)
        return self.page


def found_for(typed: str, registry: Registry, web: Web) -> Found:
    return asyncio.run(find(read_asked(typed), registry, web))


def test_an_identifier_is_looked_up_and_no_page_is_fetched() -> None:
    web = Web()
    assert found_for("10.1001/x", Registry(CROSSREF), web).records == (CROSSREF,)
    assert web.asked == []


def test_a_page_that_names_its_doi_is_cited_by_the_doi_and_keeps_its_address() -> None:
    page = replace(WEB, identifiers=(("pmid", "7"), ("doi", "10.1001/x")))
    found = found_for(PAGE, Registry(CROSSREF), Web(page))
    assert found.asked == Asked(kind="doi", value="10.1001/x", url=PAGE)
    assert entry(found).fields["url"] == PAGE
    assert entry(found).fields["doi"] == "10.1001/x"


def test_a_page_whose_doi_nobody_knows_is_cited_as_a_page() -> None:
    page = replace(WEB, identifiers=(("doi", "10.1001/nobody"),))
    found = found_for(PAGE, Registry(), Web(page))
    assert found.asked.kind == "url"
    assert entry(found).fields["title"] == "Treatment of Flu"
    assert refusal(found, PRACTICE) == ""


def test_what_an_address_only_seems_to_hold_gives_way_to_its_page() -> None:
    url = "https://example.org/doi/10.1234/none"
    registry, web = Registry(), Web(replace(WEB, url=url))
    assert found_for(url, registry, web).asked.kind == "url"
    assert registry.asked == [("doi", "10.1234/none")]
    assert web.asked == [url]


def test_nobody_is_asked_about_an_isbn() -> None:
    registry, web = Registry(), Web()
    assert found_for("978-0-306-40615-7", registry, web).answers == ()
    assert (registry.asked, web.asked) == ([], [])
