"""The cookies of one check: publishers set one and redirect to the same page until it is back."""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 50
"""A host that sets more of them is not made richer."""


class Cookies:
    """Names and values by the domain that gets them. Paths, dates and flags are not looked at: a
    check lasts some seconds and has no secret."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bool, str], str] = {}

    def keep(self, host: str, headers: Iterable[str]) -> None:
        """What a host's Set-Cookie headers say."""
        for header in headers:
            pair, *attributes = header.split(";")
            name, is_pair, value = pair.strip().partition("=")
            if is_pair and name and pair.isprintable() and len(self._kept) < _MOST:
                domain = _domain(attributes, host)
                self._kept[domain or host, bool(domain), name] = value

    def of(self, host: str) -> str:
        """The Cookie header for a host; empty without any."""
        return "; ".join(
            f"{name}={value}"
            for (domain, is_wide, name), value in self._kept.items()
            if host == domain or (is_wide and host.endswith(f".{domain}"))
        )


def _domain(attributes: Iterable[str], host: str) -> str:
    """The wider domain that a cookie is for; empty where it names none, or one not its own."""
    for attribute in attributes:
        name, _, value = attribute.strip().partition("=")
        domain = value.strip().lower().lstrip(".")
        if name.lower() == "domain" and "." in domain:
            return domain if host == domain or host.endswith(f".{domain}") else ""
    return ""
