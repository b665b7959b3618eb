"""The public files that are no pages: sitemap, robots.txt, response headers, the look's colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from lxml import etree

from plugins.pelican_bridge.site_pages import SitePage, head_of
from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.looks import Look, look_of
from plugins.practice.settings import Practice

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NAMESPACES: dict[str | None, str] = {None: _SITEMAP, "xhtml": _XHTML}

_HEADERS = """\
/*
  Content-Security-Policy: default-src 'none'; img-src 'self'; style-src 'self'; \
script-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), geolocation=(), microphone=(), interest-cohort=()
"""
"""Netlify's and Cloudflare Pages' format; docs/deploy.md has the same for other servers."""


def site_files(pages: Sequence[SitePage], practice: Practice) -> dict[str, bytes]:
    """Each file's bytes by its path in the output."""
    return {
        "sitemap.xml": _sitemap(pages),
        "robots.txt": _robots(practice).encode(),
        "_headers": _headers(practice).encode(),
        "theme/look.css": look_css(look_of(practice.brand)).encode(),
    }


_FEED_TYPES = {"xml": "rss+xml", "atom": "atom+xml", "json": "feed+json"}


def _headers(practice: Practice) -> str:
    """The headers of every answer, and the types of the feeds in each language."""
    feeds = (
        f"/{language_prefix(practice, lang)}feeds/*.{suffix}\n"
        f"  Content-Type: application/{kind}; charset=utf-8\n"
        for lang in practice.languages
        for suffix, kind in _FEED_TYPES.items()
    )
    return _HEADERS + "".join(feeds)


def _sitemap(pages: Sequence[SitePage]) -> bytes:
    """Every page that search engines may show, with its translations and its last change."""
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap=_NAMESPACES)  # type: ignore[arg-type]  # the stubs miss the default namespace
    for page in sorted(pages, key=lambda page: page.save_as):
        head = head_of(page)
        if head.noindex:
            continue
        entry = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(entry, f"{{{_SITEMAP}}}loc").text = head.absolute_url
        changed = head.modified_iso or head.published_iso[:10]
        if changed:
            etree.SubElement(entry, f"{{{_SITEMAP}}}lastmod").text = changed
        for other in head.alternates:
            attributes = {"rel": "alternate", "hreflang": other.lang, "href": other.url}
            etree.SubElement(entry, f"{{{_XHTML}}}link", attributes)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _robots(practice: Practice) -> str:
    """Everything may be read. Networks fetch pictures as robots, so share/ must stay open."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute('sitemap.xml', practice)}\n"


def look_css(look: Look) -> str:
    """The look's colours as custom properties of the page."""
    colours = [f.name for f in fields(look) if getattr(look, f.name).startswith("#")]
    return ":root{" + ";".join(f"--{name}:{getattr(look, name)}" for name in colours) + "}\n"
