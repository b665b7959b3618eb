"""Every work that the content rests on is asked once, with every place that cites it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from plugins.cited_sources.checking.works import works_of
from plugins.cited_sources.work import CitedAt, Work
from plugins.practice.people import Person
from plugins.practice.posts import Event, Link, Page, Post
from plugins.practice.settings import Practice
from plugins.practice.sources import Source
from tests.cited_sources.checking_samples import DOI, source
from tests.conftest import Folder
from tests.scheduler_feeds.samples import article

PRACTICE = Practice(
    name="Practice", short_name="Practice", site_url="https://www.practice.example",
    languages=("en",), time_zone="America/New_York", phone="+1 212-555-0143",
)  # fmt: skip


def found(
    text: str = "", sources: Sequence[Source] = (), posts: Sequence[Post] | None = None, **more: Any
) -> Mapping[str, Work]:
    post = replace(article(1, sources=()), text=text, text_line=10, file="articles/a.md", uid="ua")
    entries = {one.key: one for one in sources}
    given = {"pages": (), "people": (), "practice": PRACTICE, **more}
    works = works_of([post] if posts is None else posts, sources=entries, **given)
    assert len({work.id for work in works}) == len(works)
    return {work.id: work for work in works}


def web(key: str, url: str, **fields: Any) -> Source:
    return source(key=key, type="webpage", authors=(), url=url, **fields)


class TestIds:
    @pytest.mark.parametrize(
        "written",
        ["10.1000/TRIAL", "https://doi.org/10.1000/trial", "<10.1000/trial>", "10.1000/trial.",
         "doi:10.1000/Trial", " 10.1000/trial "],
    )  # fmt: skip
    def test_a_doi_is_one_however_it_is_written(self, written: str) -> None:
        assert list(found(sources=[source(doi=written)])) == [f"doi:{DOI}"]

    def test_a_work_is_known_by_the_best_name_that_it_has(self) -> None:
        page = "https://a.example/x"
        ids = {"doi": DOI, "pmid": "9500320", "pmcid": "PMC123", "url": page}
        wanted = [f"doi:{DOI}", "pmid:9500320", "pmcid:PMC123", page]
        for name in wanted:
            assert list(found(sources=[source(**ids, isbn="978-0-306-40615-7")])) == [name]
            del ids[next(iter(ids))]
        assert list(found(sources=[source(isbn="0-306-40615-2")])) == ["isbn:9780306406157"]

    def test_an_address_of_a_registry_is_its_identifier(self) -> None:
        works = found(
            "[a](https://doi.org/10.1000/TRIAL) https://pubmed.ncbi.nlm.nih.gov/9500320/ "
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC8034801/"
        )
        assert set(works) == {f"doi:{DOI}", "pmid:9500320", "pmcid:PMC8034801"}
        assert works["pmid:9500320"].url == "https://pubmed.ncbi.nlm.nih.gov/9500320/"

    def test_a_doi_in_a_publishers_address_is_a_guess(self) -> None:
        url = "https://journal.example/doi/full/10.1000/trial"
        work = found(f"[a]({url})")[url]
        assert (work.doi, work.guessed_doi) == ("", DOI)
        assert not work.has_identifier

    def test_identifiers_in_the_text_are_works(self) -> None:
        works = found("See doi:10.1000/trial and PMID: 9500320; also PMC8034801.")
        assert set(works) == {f"doi:{DOI}", "pmid:9500320", "pmcid:PMC8034801"}


class TestSameWork:
    def test_two_entries_with_one_doi_are_one_work(self) -> None:
        one, other = source(doi=DOI, line=3), source(key="again", doi=DOI.upper(), line=9, pmid="7")
        (work,) = found(sources=[one, other]).values()
        assert work.source == one
        assert work.pmid == "7"
        assert [at.line for at in work.cited_at] == [3, 9]

    @pytest.mark.parametrize(
        "text",
        [
            "[a](https://doi.org/10.1000/TRIAL)",
            "<https://dx.doi.org/10.1000/trial>",
            "doi:10.1000/trial",
            "[@doi:10.1000/trial]",
            "[@trial]",
            "[a](https://journal.example/doi/full/10.1000/trial)",
            "[a](https://A.example:443/x)",
            "PMID 9500320",
        ],
    )
    def test_a_link_to_an_entry_belongs_to_it(self, text: str) -> None:
        entry = source(doi=DOI, pmid="9500320", url="https://a.example/x")
        (work,) = found(text, [entry]).values()
        assert work.source == entry
        assert work.cited_at[0] == CitedAt(file="articles/a.md", line=10, uid="ua")

    def test_the_order_of_entries_makes_no_difference(self) -> None:
        entries = [
            source(key="a", pmid="7"),
            source(key="b", doi=DOI),
            source(key="c", doi=DOI, pmid="7"),
        ]
        for order in (entries, entries[::-1]):
            (work,) = found(sources=order).values()
            assert (work.id, work.pmid) == (f"doi:{DOI}", "7")

    def test_chapters_of_one_book_with_addresses_of_their_own_are_different(self) -> None:
        isbn = {"isbn": "978-0-306-40615-7"}
        works = found(
            sources=[
                web("a", "https://b.example/1", **isbn),
                web("b", "https://b.example/2", **isbn),
            ]
        )
        assert len(works) == 2

    def test_two_dois_at_one_address_are_two_works(self) -> None:
        page = {"url": "https://a.example/x"}
        works = found(sources=[source(doi=DOI, **page), source(key="b", doi="10.1000/y", **page)])
        assert len(works) == 2

    def test_the_same_doi_with_two_pmids_is_one_work(self) -> None:
        entries = source(doi=DOI, pmid="7", line=3), source(key="b", doi=DOI, pmid="8", line=9)
        (work,) = found(sources=entries).values()
        assert (work.id, work.pmid) == (f"doi:{DOI}", "7")
        assert [at.line for at in work.cited_at] == [3, 9]

    def test_a_place_in_a_page_is_asked_for_itself(self) -> None:
        assert len(found("https://a.example/x https://a.example/x#dose")) == 2


class TestPlaces:
    def test_every_line_that_cites_a_work_is_told(self) -> None:
        (work,) = found("One.[@trial]\n\nTwo.[@doi:10.1000/trial]", [source(doi=DOI)]).values()
        assert [(at.file, at.line) for at in work.cited_at] == [
            ("articles/a.md", 10),
            ("articles/a.md", 12),
            ("sources.toml", 3),
        ]

    def test_an_entry_that_is_only_listed_is_cited_where_it_is_listed(self) -> None:
        post = replace(article(1, sources=("trial",)), lines={"sources": 4}, file="articles/a.md")
        (work,) = found(sources=[source(doi=DOI)], posts=[post]).values()
        assert work.cited_at[0] == CitedAt(file="articles/a.md", line=4, uid=post.uid)

    def test_an_entry_that_nobody_cites_is_asked_all_the_same(self) -> None:
        (work,) = found(sources=[source(doi=DOI)]).values()
        assert work.cited_at == (CitedAt(file="sources.toml", line=3),)

    def test_pages_and_people_have_links_too(self) -> None:
        page = Page(
            file="pages/p.md",
            title="P",
            slug="p",
            lang="en",
            text="\nhttps://a.example/1",
            text_line=5,
        )
        person = Person(
            file="people/p.md",
            title="P",
            slug="p",
            lang="en",
            name="P",
            text="<https://a.example/2>",
        )
        works = found(pages=[page], people=[person])
        assert works["https://a.example/1"].cited_at == (CitedAt(file="pages/p.md", line=6),)
        assert works["https://a.example/2"].cited_at == (CitedAt(file="people/p.md", line=1),)

    def test_the_address_of_a_link_post_and_of_an_event_are_asked(self) -> None:
        base = article(1)
        common = {
            name: getattr(base, name)
            for name in (
                "file",
                "title",
                "slug",
                "lang",
                "text",
                "uid",
                "date",
                "authors",
                "topics",
            )
        }
        link = Link(**common, url="https://a.example/l", publisher="A", lines={"url": 6})
        event = Event(
            **common,
            starts=base.date,
            ends=base.date,
            register="https://a.example/r",
            lines={"register": 7},
        )
        works = found(posts=[link, event])
        assert works["https://a.example/l"].cited_at[0].line == 6
        assert works["https://a.example/r"].cited_at[0].line == 7


class TestWhatIsNeverAsked:
    @pytest.mark.parametrize(
        "text",
        [
            "[a](mailto:a@b.example) [b](tel:+12125550143) [c](../questions/flu.md) [d](#top)",
            "[a](javascript:alert(1))",
            "[a](https://user:password@a.example/)",
            f"https://a.example/{'x' * 10_000}",
            "https://[broken",
            "https://www.practice.example/contact/ http://practice.example [us](https://WWW.practice.example/?x=1)",
            "`https://code.example/`",
            "<!-- https://comment.example/ -->",
        ],
    )
    def test_what_cannot_be_right_or_is_our_own(self, text: str) -> None:
        assert found(text) == {}

    def test_another_site_whose_name_begins_like_ours_is_not_ours(self) -> None:
        assert found("https://www.practice.example.org/x")

    def test_a_page_beside_ours_on_a_shared_host_is_not_ours(self) -> None:
        shared = replace(PRACTICE, site_url="https://host.example/us")
        assert found("https://host.example/us https://host.example/us/x", practice=shared) == {}
        assert found("https://host.example/using", practice=shared)

    def test_an_entry_with_one_sound_name_is_asked_by_that(self) -> None:
        entry = source(doi="10.1000/", pmid="x", url="https://user:pw@a.example", pmcid="PMC12")
        assert list(found(sources=[entry])) == ["pmcid:PMC12"]

    def test_an_entry_without_any_is_left_out(self) -> None:
        assert found("[@trial]", [source(url="javascript:alert(1)")]) == {}

    def test_unknown_keys_are_told_elsewhere(self) -> None:
        assert found("[@nobody]") == {}


class TestTiers:
    def test_a_link_to_a_government_is_trusted_more_than_one_to_nobody_knows_whom(self) -> None:
        works = found("https://www.cdc.gov/flu https://blog.nobody-knows.example/flu")
        assert works["https://www.cdc.gov/flu"].tier == 1
        assert works["https://blog.nobody-knows.example/flu"].tier == 5

    def test_a_bare_doi_is_a_journals(self) -> None:
        assert found("doi:10.1000/trial")[f"doi:{DOI}"].tier == 2


def test_a_whole_content_folder_has_its_works(folder: Folder) -> None:
    content, _ = folder.read()
    assert content
    works = works_of(
        content.posts, content.pages, content.people.values(), content.sources, content.practice
    )
    ids = {work.id: work for work in works}
    assert {"https://one.example/work", "doi:10.1000/two(2024)1"} <= ids.keys()
    assert len({at.file for at in ids["doi:10.1000/two(2024)1"].cited_at}) >= 2
