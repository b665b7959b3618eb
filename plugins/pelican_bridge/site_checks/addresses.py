"""What an address on a page of ours means, as browsers understand it (WHATWG URL Standard).

Pure. `Home` is the site's own address; a path of the site is decoded, without a slash in front.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv6Address
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from plugins.practice.settings import Practice

_PORTS = {"http": "80", "https": "443"}
_COMPUTERS = re.compile(r"file|[a-z]")
"""The schemes that name a file on the writer's computer; a single letter is a Windows drive."""
_BLANKS = "".join(map(chr, range(0x21)))
_ADDRESS = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?"
    r"(?:[/\\]{2}(?P<host>[^/\\?#]*))?"
    r"(?P<path>[^?#]*)"
    r"(?:\?[^#]*)?"
    r"(?:#(?P<fragment>.*))?",
    re.DOTALL,
)
_HOST_AND_PORT = re.compile(r"(?P<host>\[[^\]]*\]|[^:\[\]]+)(?::(?P<port>[0-9]{0,5}))?")
_NEVER_IN_A_HOST = re.compile(r"[\x00-\x20\"<>^`{|}%\x7f]")
_UPWARDS = frozenset({"..", ".%2e", "%2e.", "%2e%2e"})
_HERE = frozenset({".", "%2e"})


class Fault(StrEnum):
    """Why an address leads nowhere."""

    UNREADABLE = "unreadable"
    ONE_COMPUTER = "one-computer"
    OUTSIDE = "outside"
    EMPTY = "empty"
    MISSING = "missing"
    NO_INDEX = "no-index"
    NO_PLACE = "no-place"


class Place(NamedTuple):
    """What an address says of a place on our host. `path` and `fragment` are as written."""

    path: str
    fragment: str
    is_full: bool = False
    """Whether it names the host; else it is meant for this site alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The site's own host, as `host_of` gives it, and its folder there: "" or "/project"."""

    scheme: str
    host: str
    folder: str


def home_of(practice: Practice) -> Home:
    """Where the site stands."""
    url = urlsplit(practice.site_url)
    host = host_of(url.scheme, url.netloc) or ""
    return Home(scheme=url.scheme, host=host, folder=url.path.rstrip("/"))


def host_of(scheme: str, authority: str) -> str | None:
    """ "www.example.org:8443", without the port that is usual; None when no browser can read it."""
    found = _HOST_AND_PORT.fullmatch(authority.rpartition("@")[2])
    if not found or _NEVER_IN_A_HOST.search(found["host"]) or int(found["port"] or 0) > 0xFFFF:
        return None
    host, port = _ascii(found["host"].lower()), (found["port"] or "").lstrip("0")
    return host and (host if port in {"", _PORTS[scheme]} else f"{host}:{port}")


def _ascii(host: str) -> str | None:
    """The host as it is asked for: letters of other scripts in their xn-- form."""
    try:
        if host.startswith("["):
            return f"[{IPv6Address(host[1:-1])}]"
        return host.rstrip(".") if host.isascii() else host.encode("idna").decode().rstrip(".")
    except ValueError:
        return None


def understood(address: str, home: Home) -> Place | Fault | None:
    """The place that an address names, whether it is there or not; None: not on our host."""
    found = _ADDRESS.fullmatch(re.sub(r"[\t\n\r]", "", address.strip(_BLANKS)))
    assert found  # the pattern takes every text
    scheme, host = (found["scheme"] or "").lower(), found["host"]
    if scheme and scheme not in _PORTS:
        return Fault.ONE_COMPUTER if _COMPUTERS.fullmatch(scheme) else None
    if host is None and not scheme:
        return Place(found["path"].replace("\\", "/"), found["fragment"] or "")
    named = host_of(scheme or home.scheme, host or "")
    if not named:
        return Fault.UNREADABLE
    path = found["path"].replace("\\", "/") or "/"
    return Place(path, found["fragment"] or "", is_full=True) if named == home.host else None


def path_on_site(place: Place, page: str, home: Home) -> str | Fault | None:
    """The path of the site to which a place leads, read on the page at the address `page`.

    A page's address is a path of the host. None: a part of our host that is not ours.
    """
    named = place.path or page
    if not named.startswith("/"):
        named = f"{page.rpartition('/')[0]}/{named}"
    path = _walked(named.split("/")[1:])
    if path is None:
        return Fault.OUTSIDE
    if f"/{path}/".startswith(f"{home.folder}/"):
        return path[len(home.folder) :]
    return None if place.is_full else Fault.OUTSIDE


def _walked(segments: list[str]) -> str | None:
    """The path without its dots and percent forms; None when it has more `..` than folders."""
    walked: list[str] = []
    for segment in segments:
        if segment.lower() in _UPWARDS:
            if not walked:
                return None
            walked.pop()
        elif segment.lower() not in _HERE:
            walked.append(_decoded(segment))
    if segments[-1].lower() in _UPWARDS | _HERE:
        walked.append("")
    return "/".join(walked)


def _decoded(segment: str) -> str:
    decoded = unquote(segment) if "%" in segment else segment
    return segment if "/" in decoded else decoded  # %2F parts no folders
