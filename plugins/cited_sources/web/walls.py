"""Pages that stand before a page, to keep robots out. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from yarl import URL

from plugins.cited_sources.web.phrases import is_in, marked, says

# What Cloudflare and the firewall of AWS say of their own challenges (their documentation).
_MARKS = (
    ("cf-mitigated", "challenge"),
    ("x-amzn-waf-action", "challenge"),
    ("x-amzn-waf-action", "captcha"),
)


def is_wall(title: str, text: str, headers: Mapping[str, str], heading: str = "") -> bool:
    """Whether the response is a test for people, whatever its status. `text` is its markup."""
    if any(headers.get(name, "").strip().lower() == value for name, value in _MARKS):
        return True
    if says("wall", title, heading):
        return True
    return not title and marked("wall_marks", text)


def is_login(asked: URL, final: URL) -> bool:
    """Whether a redirect led to a page on which one has to sign in."""
    return _ends_in_login(final) and not _ends_in_login(asked)


def _ends_in_login(url: URL) -> bool:
    parts = [part for part in url.path.split("/") if part]
    return bool(parts) and is_in("login", parts[-1].partition(".")[0].lower())
