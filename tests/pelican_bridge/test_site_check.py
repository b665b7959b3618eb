"""Where an address on a page leads: as browsers read it, on a host that serves files."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.pelican_bridge.site_check import check_site
from plugins.pelican_bridge.site_checks.addresses import home_of
from plugins.pelican_bridge.site_checks.broken import broken_links
from plugins.pelican_bridge.site_checks.values import (
    refresh_addresses,
    srcset_addresses,
    style_addresses,
)
from plugins.practice.settings import Practice

PRACTICE = Practice(
    name="Crane Creek",
    short_name="Crane Creek",
    site_url="https://www.example.org",
    languages=("en",),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
)
HOME = home_of(PRACTICE)
PAGE = "articles/flu/index.html"
FILES = {
    "index.html": '<p id="welcome">',
    PAGE: '<h2 id="when-to-call"></h2><a name="old"></a><h2 id="qué"></h2>',
    "articles/index.html": "",
    "about.html": '<h1 id="us">',
    "images/hands.jpg": "",
    "images/ein bild.jpg": "",
    "images/100%.jpg": "",
    "theme/style.css": "",
    "theme/icons.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path id="phone"/></svg>',
    "leaflet.pdf": "",
}


def write(root: Path, files: dict[str, str]) -> Path:
    for file, text in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    return root


Faults = Callable[..., list[str]]


@pytest.fixture
def faults(tmp_path: Path) -> Faults:
    """The faults of a piece of markup on the page about the flu."""

    def found(markup: str, *, site: str = "", page: str = PAGE) -> list[str]:
        practice = dataclasses.replace(PRACTICE, site_url=site or PRACTICE.site_url)
        before = FILES.get(page, "")
        root = write(tmp_path, {**FILES, page: f"<html><body>{before}{markup}</body></html>"})
        return [str(one.verdict.fault) for one in broken_links(root, home_of(practice))]

    return found


def link(address: str) -> str:
    return f'<a href="{escape(address)}">there</a>'


@pytest.mark.parametrize(
    "address",
    [
        "", "#", "#top", "#TOP", "?page=2", "#when-to-call", "#old", "#qu%C3%A9", "#qué",
        "/", "/index.html", "/articles/flu/", "/articles/flu", "/articles/flu/index.html",
        "/articles/flu/?from=home#when-to-call", "/#welcome", "/about.html#us", "..", "../", "./",
        "../../", "../../about.html", "index.html", "../../images/hands.jpg", "/images/./hands.jpg",
        "/images/ein%20bild.jpg", "/images/ein bild.jpg", "/images/100%25.jpg", "/images/100%.jpg",
        "/%69mages/hands.jpg", "/articles/%2e%2e/about.html", "  /about.html\n", "/ab\nout.html",
        "\\about.html", "/leaflet.pdf#page=2", "/about.html#:~:text=us", "#when-to-call:~:text=a",
        "https://www.example.org", "https://www.example.org/about.html",
        "http://www.example.org/about.html", "HTTPS://WWW.EXAMPLE.ORG/about.html",
        "https://www.example.org:443/about.html", "https://www.example.org./about.html",
        "//www.example.org/about.html", "https://me@www.example.org/about.html",
    ],
)  # fmt: skip
def test_an_address_that_a_browser_would_find_is_fine(faults: Faults, address: str) -> None:
    assert faults(link(address)) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/nothing", "https://www.example.org:8443/nothing", "//example.com/x",
        "https://www.example.org.example.com/x", "https://[::1]/x", "https://müller.example/x",
        "mailto:us@example.org", "tel:+12125550143", "sms:+12125550143", "javascript:void(0)",
        "data:text/plain,hello", "about:blank", "whatsapp:send?text=x", "MAILTO:us@example.org",
    ],
)  # fmt: skip
def test_an_address_that_leads_away_is_not_ours_to_judge(faults: Faults, address: str) -> None:
    assert faults(link(address)) == []


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("/nothing/", "missing"),
        ("nothing", "missing"),
        ("/About.html", "missing"),
        ("/about", "missing"),
        ("/about.html/", "missing"),
        ("/articles//flu/", "missing"),
        ("/articles%2Fflu/", "missing"),
        ("/images/%FF.jpg", "missing"),
        ("/images/%00", "missing"),
        ("https://www.example.org/nothing", "missing"),
        ("http://www.example.org/nothing", "missing"),
        ("//www.example.org/nothing", "missing"),
        ("/images", "no-index"),
        ("/images/", "no-index"),
        ("#nowhere", "no-place"),
        ("#When-to-call", "no-place"),
        ("?page=2#nowhere", "no-place"),
        ("/about.html#nowhere", "no-place"),
        ("https://www.example.org#nowhere", "no-place"),
        ("../../../", "outside"),
        ("/../about.html", "outside"),
        ("../../../../etc/passwd", "outside"),
        ("https://", "unreadable"),
        ("https:about.html", "unreadable"),
        ("///about.html", "unreadable"),
        ("http://[::1/", "unreadable"),
        ("http://[bracket]/", "unreadable"),
        ("https://www.example.org:99999/", "unreadable"),
        ("https://www.example.org:port/", "unreadable"),
        ("https://www example.org/", "unreadable"),
        ("https://<host>/", "unreadable"),
        (f"https://{'ü' * 80}.example/", "unreadable"),
        ("file:///home/ada/leaflet.pdf", "one-computer"),
        ("C:\\leaflets\\flu.pdf", "one-computer"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_with_its_fault(
    faults: Faults, address: str, fault: str
) -> None:
    assert faults(link(address)) == [fault]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="{}">', '<script src="{}"></script>', '<link rel="stylesheet" href="{}">',
        '<img srcset="/images/hands.jpg 1x, {} 2x">', '<source srcset="{}">',
        '<link rel="preload" as="image" imagesrcset="{} 400w">', '<video poster="{}"></video>',
        '<object data="{}"></object>', '<form action="{}"></form>', '<iframe src="{}"></iframe>',
        '<button formaction="{}">Send</button>', '<blockquote cite="{}"></blockquote>',
        '<area href="{}">', '<a ping="/about.html {}">x</a>', '<p style="background:url({})">',
        "<p style=\"background:url( '{}' )\">", '<style>p {{ background: url("{}") }}</style>',
        '<meta http-equiv="refresh" content="0; {}">', '<meta property="og:image" content="{}">',
        '<meta property="og:url" content="https://www.example.org{}">',
        '<meta name="twitter:image" content="{}">', '<svg><a xlink:href="{}"></a></svg>',
        '<svg><use href="{}"></use></svg>', '<svg><image href="{}"></image></svg>',
    ],
)  # fmt: skip
def test_every_attribute_that_holds_an_address_is_read(faults: Faults, markup: str) -> None:
    assert faults(markup.format("/about.html")) == []
    assert faults(markup.format("/nothing.html")) == ["missing"]


@pytest.mark.parametrize(
    "markup",
    ['<p data="/nothing">', '<p cite="/nothing">', '<meta name="author" content="/nothing">',
     '<meta property="og:image:alt" content="nothing">', "<!-- <a href='/nothing'> -->",
     '<meta http-equiv="refresh" content="300">'],
)  # fmt: skip
def test_what_only_looks_like_an_address_is_left_alone(faults: Faults, markup: str) -> None:
    assert faults(markup) == []


def test_a_picture_without_an_address_is_told_and_a_link_to_the_page_itself_is_not(
    faults: Faults,
) -> None:
    assert faults('<img src=""> <img src=" "> <a href=""></a>') == ["empty", "empty"]


def test_a_piece_of_a_drawing_is_looked_for_in_the_drawing(faults: Faults) -> None:
    use = '<svg><use href="/theme/icons.svg#{}"></use></svg>'
    assert faults(use.format("phone")) == []
    assert faults(use.format("fax")) == ["no-place"]


def test_a_drawing_has_addresses_of_its_own(faults: Faults) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<use xlink:href="#gone"/><image href="../images/hands.jpg"/></svg>'
    )
    assert faults("", page="theme/drawing.svg") == []
    assert faults(drawing, page="theme/drawing.svg") == ["no-place"]


def test_a_style_sheet_is_read_from_its_own_folder(tmp_path: Path) -> None:
    style = (
        '/* url("/old.png") */ @import "more.css";\n'
        'p { background: url(../images/hands.jpg) } b { fill: url("#gradient") }'
    )
    write(tmp_path, {**FILES, "theme/style.css": style})
    (only,) = broken_links(tmp_path, HOME)
    assert (only.file, only.link.address, only.link.line) == ("theme/style.css", "more.css", 1)


@pytest.mark.parametrize(
    ("base", "address", "found"),
    [
        ("/", "about.html", []),
        ("/images/", "hands.jpg", []),
        ("../../images/", "hands.jpg", []),
        ("https://www.example.org/images/", "hands.jpg", []),
        ("/images/", "about.html", ["missing"]),
        ("/about.html", "#us", []),
        ("/about.html", "#when-to-call", ["no-place"]),
        ("https://example.com/", "nothing.html", []),
        ("https://example.com/", "/nothing.html", []),
        ("https://example.com/", "https://www.example.org/nothing.html", ["missing"]),
        ("https://[half/", "index.html", []),
    ],
)
def test_relative_addresses_are_read_from_the_base_of_the_page(
    faults: Faults, base: str, address: str, found: list[str]
) -> None:
    assert faults(f'<base href="{base}"><base href="/theme/">{link(address)}') == found


PROJECT = "https://ada.example.org/practice"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/practice/about.html", []),
        ("/practice", []),
        ("https://ada.example.org/practice/about.html", []),
        ("../../about.html", []),
        ("../../../practice/about.html", []),
        ("https://ada.example.org/parking/", []),
        ("https://ada.example.org/practices/", []),
        ("/about.html", ["outside"]),
        ("../../../about.html", ["outside"]),
        ("/practices/about.html", ["outside"]),
        ("/practice/nothing.html", ["missing"]),
        ("/practice/practice/about.html", ["missing"]),
    ],
)
def test_a_site_in_a_folder_of_its_host_ends_with_that_folder(
    faults: Faults, address: str, found: list[str]
) -> None:
    assert faults(link(address), site=PROJECT) == found


@pytest.mark.parametrize("port", ["", ":80"])
def test_a_preview_on_a_port_is_its_own_site(faults: Faults, port: str) -> None:
    here = "http://127.0.0.1:8000"
    assert faults(link(f"{here}/nothing"), site=here) == ["missing"]
    assert faults(link(f"http://127.0.0.1{port}/nothing"), site=here) == []


def test_a_name_in_other_letters_is_one_host_in_both_its_forms(faults: Faults) -> None:
    site = "https://xn--mller-kva.example"
    assert faults(link("https://müller.example/nothing"), site=site) == ["missing"]


@pytest.mark.parametrize(
    "text", ["", "\0", "no markup", "<", "<html", "\ufffe<a href='", "<a " * 999]
)
def test_a_page_that_is_no_page_stops_nothing(tmp_path: Path, text: str) -> None:
    names = ("odd.html", "odd.svg", "odd.css", "odd.xml", "odd.json")
    assert list(broken_links(write(tmp_path, dict.fromkeys(names, text)), HOME)) == []


@pytest.mark.parametrize(
    ("srcset", "addresses"),
    [
        ("a.jpg", ["a.jpg"]),
        ("a.jpg 1x, b.jpg 2x", ["a.jpg", "b.jpg"]),
        ("a.jpg, b.jpg 2x", ["a.jpg", "b.jpg"]),
        ("a.jpg,b.jpg 2x", ["a.jpg,b.jpg"]),
        (" ,, a.jpg 400w ,b.jpg 800w , ", ["a.jpg", "b.jpg"]),
        ("data:image/png;base64,AAAA 1x, b.jpg", ["data:image/png;base64,AAAA", "b.jpg"]),
        ("a.jpg (1, 2) 3x, b.jpg", ["a.jpg", "b.jpg"]),
        ("", []),
        (", ,", []),
    ],
)
def test_every_candidate_of_a_srcset_is_an_address(srcset: str, addresses: list[str]) -> None:
    assert list(srcset_addresses(srcset)) == addresses


@pytest.mark.parametrize(
    ("content", "addresses"),
    [
        ("5; url=/there/", ["/there/"]),
        ("0;URL='/there/'", ["/there/"]),
        ('0 , url = "/there/" rest', ["/there/"]),
        ("0 /there/", ["/there/"]),
        ("5", []),
        ("soon", []),
        ("0; url=", []),
    ],
)
def test_a_page_that_moves_on_says_where_to(content: str, addresses: list[str]) -> None:
    assert list(refresh_addresses(content)) == addresses


@pytest.mark.parametrize(
    ("style", "addresses"),
    [
        ("a{b:url(x.png)}", ["x.png"]),
        ("a{b:URL( 'x y.png' )}", ["x y.png"]),
        ('a{b:url("x.png"),url(y.png)}', ["x.png", "y.png"]),
        ("@import 'x.css'; @import url(y.css) print;", ["x.css", "y.css"]),
        (r"a{b:url(x\20y.png)}", ["xy.png".replace("xy", "x y")]),
        ("a{b:url(data:image/png;base64,AA==)}", ["data:image/png;base64,AA=="]),
        ("/* url(x.png) */ a{c:curl(x)}", []),
        ("a{b:url(", []),
    ],
)
def test_every_address_of_a_style_is_found(style: str, addresses: list[str]) -> None:
    assert list(style_addresses(style)) == addresses


ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("/\\.#?%:@[]()<>'\", =hturlscp2e\t\n\0"), st.characters(codec="utf-8")
    ),
    max_size=60,
)


@given(value=ANY_TEXT)
def test_no_value_of_any_attribute_stops_a_build(
    tmp_path_factory: pytest.TempPathFactory, value: str
) -> None:
    names = ("href", "src", "srcset", "style", "content", "id", "action", "poster", "data")
    attributes = " ".join(f'{name}="{escape(value)}"' for name in names)
    tags = ("a", "img", "base", "form", "video", "object", 'meta http-equiv="refresh"', "svg")
    markup = "".join(f"<{tag} {attributes}></{tag.split()[0]}>" for tag in tags)
    feed = f"<rss><link>{escape(value)}</link><content>{escape(markup)}</content></rss>"
    folder = tmp_path_factory.mktemp("site")
    write(folder, {"a/b.html": markup, "feed.xml": feed, "s.css": f"url({value})", "d.svg": markup})
    for problem in check_site(folder, PRACTICE):
        assert problem.what
        assert problem.fix


@pytest.mark.parametrize(
    "piece", [",", " ", "(", "url(", 'url("', "/*", "../", "%", ";", "0", "#", ":"]
)
def test_ten_thousand_characters_are_read_at_once(faults: Faults, piece: str) -> None:
    value = escape(piece * (10_000 // len(piece)))
    faults(f'<img srcset="{value}" style="{value}" src="{value}"><a href="{value}"></a>')
    faults(f'<meta http-equiv="refresh" content="0{value}"><style>{value}</style>')
