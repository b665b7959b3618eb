"""Every address of the built site that leads nowhere, file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote, unquote

from plugins.pelican_bridge.site_checks.addresses import (
    Fault,
    Home,
    Place,
    path_on_site,
    understood,
)
from plugins.pelican_bridge.site_checks.feeds import read_json, read_xml
from plugins.pelican_bridge.site_checks.links import Link, Reading, Use
from plugins.pelican_bridge.site_checks.pages import read_drawing, read_page, read_style
from plugins.pelican_bridge.site_checks.tree import SiteTree, tree_of

_READERS: dict[str, Callable[[bytes], Reading]] = {
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".svg": read_drawing,
    ".css": read_style,
    ".xml": read_xml,
    ".rss": read_xml,
    ".atom": read_xml,
    ".json": read_json,
}


class Verdict(NamedTuple):
    """Why an address leads nowhere."""

    fault: Fault
    where: str
    """What addresses have in common that lead to the same place: "/flu/", its full form, ..."""
    hint: str = ""
    """The file or folder that may be meant, or the page that lacks the place."""


class Broken(NamedTuple):
    """An address that leads nowhere, and the file in which it stands."""

    file: str
    link: Link
    verdict: Verdict


def broken_links(root: Path, home: Home) -> Iterator[Broken]:
    """Every one, as often as it stands there; files in the order of their paths."""
    tree = tree_of(root)
    read = {
        file: reader(tree.read(file))
        for file in sorted(tree.files)
        if (reader := _READERS.get(PurePosixPath(file).suffix))
    }
    judge = _Judge(tree, home, {file: reading.anchors for file, reading in read.items()})
    for file, reading in read.items():
        base = judge.base_of(file, reading.base)
        for link in reading.links:
            verdict = judge.judge(link, base)
            if verdict:
                yield Broken(file, link, verdict)


class _Judge:
    """Judges each address once, however often it stands on the site."""

    def __init__(self, tree: SiteTree, home: Home, anchors: Mapping[str, set[str] | None]) -> None:
        self.tree, self.home, self.anchors = tree, home, anchors
        self._places: dict[str, Place | Fault | None] = {}
        self._known: dict[tuple[str, str], Verdict | None] = {}

    def base_of(self, file: str, base: str | None) -> str:
        """The address against which a file's own are read; "" when its <base> is not ours."""
        own = f"{self.home.folder}/{quote(file)}"
        place = understood(base or "", self.home)
        if place is None:
            return ""
        if isinstance(place, Fault) or not place.path:
            return own
        folder = "" if place.path.startswith("/") else f"{own.rpartition('/')[0]}/"
        return folder + place.path

    def judge(self, link: Link, base: str) -> Verdict | None:
        """Why the address leads nowhere; None when it leads somewhere, or away."""
        if link.address not in self._places:
            self._places[link.address] = understood(link.address, self.home)
        place = self._places[link.address]
        if isinstance(place, Fault):
            return Verdict(place, link.address)
        if place is None or not (base or place.is_full):
            return None
        if link.use is Use.LOADS and not any(place):
            return Verdict(Fault.EMPTY, link.address)
        return self._known_or_led(link.address, place, base)

    def _known_or_led(self, address: str, place: Place, base: str) -> Verdict | None:
        """Addresses from the root mean the same on every page."""
        is_rooted = place.path.startswith("/")
        key = address, "" if is_rooted else base
        if key not in self._known:
            where = f"{place.path}#{place.fragment}" if is_rooted else address
            self._known[key] = self._led(place, base, where)
        return self._known[key]

    def _led(self, place: Place, base: str, where: str) -> Verdict | None:
        path = path_on_site(place, base, self.home)
        if path is None:
            return None
        if isinstance(path, Fault):
            return Verdict(path, where)
        file = self.tree.file_at(path)
        if isinstance(file, Fault):
            return Verdict(file, where, self.tree.nearly(path))
        has_place = self._has_place(file, place.fragment)
        return None if has_place else Verdict(Fault.NO_PLACE, where, file)

    def _has_place(self, file: str, fragment: str) -> bool:
        """Whether a fragment is an id there. "top" always is; text fragments are not ids."""
        anchors, name = self.anchors.get(file), fragment.partition(":~:")[0]
        if anchors is None or not name or name.lower() == "top":
            return True
        return name in anchors or unquote(name) in anchors
