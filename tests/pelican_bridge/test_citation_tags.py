"""Pages that cite tell reference managers what, and readers in whose language."""

from __future__ import annotations

import json

from bs4 import BeautifulSoup

from tests.conftest import Build, Folder


def meta(soup: BeautifulSoup) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in soup.select("head meta[name^=citation_]"):
        found.setdefault(str(element["name"]), []).append(str(element["content"]))
    return found


def test_a_post_that_cites_can_be_cited_and_other_pages_say_nothing(
    folder: Folder, build: Build
) -> None:
    folder.edit("sources.toml", '"Another work"', '"Another <i> & \\"odd\\" work"')
    built = build(folder.path)
    tags = meta(BeautifulSoup(built.page("articles/flu/index.html"), "html.parser"))
    assert tags["citation_title"] == ["What to do about the flu"]
    assert tags["citation_author"] == ["Ada Able"]
    assert tags["citation_publication_date"] == ["2026/11/02"]
    assert tags["citation_language"] == ["en"]
    page, article = tags["citation_reference"]
    assert page == ("Publisher One. One Work. Accessed November 1, 2026. https://one.example/work")
    assert 'citation_title=Another <i> & "odd" work;' in article
    assert "citation_doi=10.1000/two(2024)1" in article
    for other in ("index.html", "about/index.html", "notices/closed/index.html"):
        assert meta(BeautifulSoup(built.page(other), "html.parser")) == {}


def test_the_structured_data_names_the_works_of_the_list_in_its_order(
    folder: Folder, build: Build
) -> None:
    page = build(folder.path).page("articles/flu/index.html")
    soup = BeautifulSoup(page, "html.parser")
    script = soup.select_one('script[type="application/ld+json"]')
    assert script is not None
    (found, *_) = json.loads(script.text)["@graph"]
    cited = found["mainEntity"]["citation"]
    shown = [link.get_text() for link in soup.select(".sources__list a[rel=external]")]
    assert [work["name"] for work in cited] == shown == ["One Work", "Another work"]
    assert [work["@type"] for work in cited] == ["WebPage", "ScholarlyArticle"]


def test_a_reference_leads_back_to_every_place_that_cites_it(folder: Folder, build: Build) -> None:
    folder.edit("articles/flu.md", "- Call us.", "- Call us.[@one]")
    soup = BeautifulSoup(build(folder.path).page("articles/flu/index.html"), "html.parser")
    places = {str(link["id"]) for link in soup.select("sup.cite a[href='#ref-1']")}
    back = soup.select("#ref-1 a.sources__back")
    assert len(places) == 2
    assert {str(link["href"]) for link in back} == {f"#{place}" for place in places}
    assert len({str(link["aria-label"]) for link in back}) == 2


def test_a_spanish_page_says_that_a_title_is_english(folder: Folder, build: Build) -> None:
    soup = BeautifulSoup(build(folder.path).page("es/articles/flu/index.html"), "html.parser")
    links = soup.select(".sources__list a[rel=external]")
    assert links
    assert {link.get("lang") for link in links} == {"en"}
    assert "Consultado el 1 de noviembre de 2026." in soup.select(".sources__list")[0].get_text()
