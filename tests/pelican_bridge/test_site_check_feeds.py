"""What feeds and the sitemap lead to is on the site, too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plugins.pelican_bridge.site_checks.broken import broken_links
from tests.pelican_bridge.test_site_check import FILES, HOME, write

SITE = "https://www.example.org"
SITEMAP = """<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>{0}</loc></url></urlset>"""
ALTERNATE = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>https://www.example.org/</loc>
<xhtml:link rel="alternate" hreflang="es" href="{0}"/></url></urlset>"""
RSS = """<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://www.example.org/</link>
<item>{0}</item></channel></rss>"""
JSON = '{{{{"version": "https://jsonfeed.org/version/1.1", "items": [{0}]}}}}'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry>{0}</entry></feed>'


def lost(root: Path, file: str, text: str) -> list[str]:
    return [one.link.address for one in broken_links(write(root, {**FILES, file: text}), HOME)]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("sitemap.xml", SITEMAP),
        ("sitemap.xml", ALTERNATE),
        ("all.xml", RSS.format("<link>{0}</link>")),
        ("all.xml", RSS.format('<enclosure url="{0}" length="1" type="image/jpeg"/>')),
        ("all.xml", RSS.format('<media:content url="{0}"/>')),
        ("all.xml", RSS.format("<guid>{0}</guid>")),
        ("all.xml", RSS.format("<content:encoded>&lt;a href='{0}'>x&lt;/a></content:encoded>")),
        ("all.xml", RSS.format("<undeclared:link>{0}</undeclared:link>")),
        ("all.atom", ATOM.format('<link href="{0}"/>')),
        ("all.atom", ATOM.format('<content type="html">&lt;img src="{0}"></content>')),
        ("feed.json", JSON.format('{{"url": "{0}"}}')),
        ("feed.json", JSON.format("""{{"content_html": "<a href='{0}'>x</a>", "authors": []}}""")),
        ("feed.json", JSON.format('{{"attachments": [{{"url": "{0}"}}]}}')),
    ],
)  # fmt: skip
def test_every_address_of_a_feed_or_sitemap_is_on_the_site(
    tmp_path: Path, file: str, text: str
) -> None:
    assert lost(tmp_path, file, text.format(f"{SITE}/articles/flu/#when-to-call")) == []
    assert lost(tmp_path, file, text.format("https://example.com/x")) == []
    for gone in (f"{SITE}/nothing/", f"{SITE}/articles/flu/#nowhere"):
        assert lost(tmp_path, file, text.format(gone)) == [gone]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("all.xml", RSS.format('<guid isPermaLink="false">/nothing</guid>')),
        ("all.atom", ATOM.format("<id>https://www.example.org/nothing</id>")),
        ("data.json", '{"url": "/nothing"}'),
        ("data.json", "[" * 100_000),
    ],
)
def test_what_is_no_address_is_left_alone(tmp_path: Path, file: str, text: str) -> None:
    assert lost(tmp_path, file, text) == []


def test_the_line_of_an_address_in_a_json_feed_is_found(tmp_path: Path) -> None:
    items = [{"url": f"{SITE}/about.html"}, {"url": f"{SITE}/nothing/"}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    text = json.dumps(feed, indent=1)
    (only,) = broken_links(write(tmp_path, {**FILES, "feed.json": text}), HOME)
    assert "/nothing/" in text.split("\n")[only.link.line - 1]
