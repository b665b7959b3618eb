"""A page that says it is gone is told; one that is about what is gone is not."""

from __future__ import annotations

import pytest
from yarl import URL

from plugins.cited_sources.web.soft_gone import leads_away, says_gone
from plugins.cited_sources.web.walls import is_login

GONE = (
    "Page not found", "Page Not Found | Example Clinic", "404 - Page Not Found",
    "404 Not Found", "Error 404 (Not Found)!!1", "Error 404", "HTTP 404", "404 error", "404",
    "Not Found", "Sorry, the page you requested could not be found", "Oops! Page not found.",
    "Oops! That page can’t be found. - Example", "We can't find the page you're looking for",
    "Sorry, we couldn't find that page", "This page doesn't exist",
    "This page is no longer available",     "File not found", "Document unavailable",
    "Content Not Available · Example", "Page not found (404)",
    "The requested URL was not found on this server",
    "Page Not Found - 404 - Example Clinic", "Article not found",
    "Página no encontrada", "Página no encontrada | Clínica Ejemplo",
    "Error 404: página no encontrada",
    "No se encontró la página", "La página solicitada no existe", "404 - No encontrado",
    "Lo sentimos, la página que busca no está disponible", "No encontramos la página que buscas",
    "Content no longer available", "Nothing found", "Nothing Found | Example Clinic",
    "Whoops, nothing here", "This content has been archived and removed",
    "It looks like nothing was found at this location.",
    "Esta página ya no está disponible", "No se ha podido encontrar la página",
)  # fmt: skip
THERE = (
    "404 errors in hospital record systems: a review",
    "Not found: women lost to follow-up in cancer trials",
    "The missing link between asthma and obesity",
    "Error rates in radiology",
    "Lost and found: orphan drugs",
    "404 errors of the immune system",
    "Not found: the lost art of sleep",
    "Page not found - what the loss of health web sites means to rural patients and carers",
    "Nothing found in half of all autopsies",
    "Page not found errors and patient portals: a qualitative study",
    "Asthma in children | Example Clinic",
    "Article withdrawn: effects of zinc",
    "Sorry seems to be the hardest word: apologies in medicine",
    "Gone too soon | A study of sudden death",
    "Home - Example Clinic",
    "Vaccines not available in rural pharmacies",
    "Página de inicio",
    "Los pacientes no encontrados en el seguimiento",
    "",
)


@pytest.mark.parametrize("title", GONE)
def test_a_title_that_says_gone_is_heard(title: str) -> None:
    assert says_gone(title, "")


@pytest.mark.parametrize(
    "heading",
    [
        "Page not found",
        "Sorry, we couldn't find that page",
        "404 Not Found",
        "404",
        "Page Not Found - CDC",
        "Nothing found",
        "Whoops, nothing here",
        "This content has been archived and removed",
        "Página no encontrada",
    ],
)
def test_a_heading_that_says_gone_is_heard(heading: str) -> None:
    assert says_gone("Example Clinic", heading)


@pytest.mark.parametrize("title", THERE)
def test_an_article_about_what_is_gone_is_there(title: str) -> None:
    assert not says_gone(title, "")
    assert not says_gone("Example Clinic", title)


def test_a_doubtful_title_needs_a_heading_that_agrees() -> None:
    assert says_gone("404 | Example Clinic", "Oops!")
    assert not says_gone("404 | Example Clinic", "Room 404 opens again")
    assert not says_gone("Example Clinic", "Sorry")
    assert not says_gone("Code 404: hypertensive heart disease", "404")


@pytest.mark.parametrize(
    ("asked", "final"),
    [
        ("https://a.example/guides/asthma", "https://a.example/"),
        ("https://a.example/guides/asthma", "https://www.a.example"),
        ("https://a.example/asthma", "https://a.example/index.html"),
        ("https://a.example/guides/asthma", "https://a.example/es/"),
        ("https://a.example/?p=123", "https://a.example/"),
        ("https://old.example/guides/asthma.pdf", "https://new.example/"),
        ("https://old.example/asthma", "https://new.example/"),
        ("https://sho.rt/x7Yz", "https://a.example/index.html"),
        ("https://a.example/guides/asthma", "https://a.example/search?q=asthma"),
        ("https://a.example/asthma", "https://a.example/en/search/asthma"),
        ("https://a.example/asma", "https://b.example/buscar.php?q=asma"),
        ("https://a.example/asma", "https://a.example/búsqueda"),
        ("https://a.example/asthma", "https://a.example/site/search-results/"),
        ("https://a.example/asthma", "https://a.example/404"),
        ("https://a.example/asthma", "https://a.example/errors/not-found.aspx?from=/asthma"),
        ("https://a.example/asthma", "https://a.example/Error.aspx"),
    ],
)
def test_a_redirect_that_loses_the_page_is_noticed(asked: str, final: str) -> None:
    assert leads_away(URL(asked), URL(final))


def test_the_home_page_of_another_host_is_named() -> None:
    asked = URL("https://www.a.example/asthma")
    assert leads_away(asked, URL("https://a.example/")) == "redirects to the home page"
    there = leads_away(asked, URL("https://other.example/"))
    assert there == "redirects to the home page of other.example"
    search = URL("https://a.example/search")
    assert leads_away(asked, search) == "redirects to a search page"


@pytest.mark.parametrize(
    ("asked", "final"),
    [
        ("https://a.example/", "https://a.example/en/"),
        ("http://a.example", "https://www.a.example/"),
        ("https://a.example/en", "https://a.example/"),
        ("https://a.example/index.html", "https://a.example/"),
        ("https://a.example/?lang=es", "https://a.example/es/"),
        ("https://a.example/?utm_campaign=2026", "https://a.example/"),
        ("https://a.example/asthma", "https://a.example/asthma/"),
        ("https://a.example/asthma", "https://a.example/en/asthma"),
        ("https://old.example/", "https://new.example/"),
        ("https://old.example", "https://new.example/es/"),
        ("https://a.example/", "https://a.example/search"),
        ("https://a.example/search?q=asthma", "https://a.example/en/search?q=asthma"),
        ("https://a.example/guides/asthma", "https://a.example/research/asthma"),
        ("https://a.example/guides/asthma", "https://a.example/asthma-search-strategies"),
        ("https://a.example/trials/17", "https://a.example/trials/17-asthma/"),
        ("https://a.example/guides/asthma", "https://a.example/?s=asthma&page_id=7"),
        ("https://a.example/errors", "https://a.example/errors/"),
        ("https://a.example/guides/asthma", "https://a.example/ok"),
        ("https://a.example/guides/asthma", "https://a.example/tb/"),
        ("https://a.example/?p=404", "https://a.example/archives/404"),
        ("https://a.example/r/17", "https://a.example/eyes/refractive-error"),
    ],
)
def test_a_redirect_that_keeps_the_page_is_none(asked: str, final: str) -> None:
    assert not leads_away(URL(asked), URL(final))


def test_a_redirect_to_a_login_is_known() -> None:
    asked = URL("https://a.example/guide")
    assert is_login(asked, URL("https://id.example/account/login.aspx?return=/guide"))
    assert not is_login(asked, URL("https://a.example/guides/login-safety"))
    assert not is_login(URL("https://a.example/login"), URL("https://a.example/login/"))
