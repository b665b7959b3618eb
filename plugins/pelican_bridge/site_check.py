"""Every link, picture and fragment of the built site leads somewhere on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Practice

_ATTRIBUTES = ("href", "src")


def check_site(root: Path, practice: Practice) -> list[Problem]:
    """What in the site at `root` leads nowhere, page by page."""
    pages = {path: html.parse(str(path)) for path in sorted(root.rglob("*.html"))}
    anchors = {path: set(tree.xpath("//@id | //a/@name")) for path, tree in pages.items()}
    return [
        _problem(path.relative_to(root).as_posix(), element.sourceline or 1, address)
        for path, tree in pages.items()
        for element, address in _links(tree)
        if not _leads_somewhere(address, path, root, anchors, practice)
    ]


def _links(tree: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    for attribute in _ATTRIBUTES:
        for element in tree.xpath(f"//*[@{attribute}]"):
            yield element, element.get(attribute)


def _leads_somewhere(
    address: str, page: Path, root: Path, anchors: dict[Path, set[str]], practice: Practice
) -> bool:
    site, link = urlsplit(practice.site_url), urlsplit(address)
    if link.scheme not in {"", "http", "https"} or link.netloc not in {"", site.netloc}:
        return True
    target = page
    if link.path:
        path = unquote(link.path).removeprefix(site.path)
        base = root if link.path.startswith("/") else page.parent
        target = (base / path.lstrip("/")).resolve()
        target = target / "index.html" if path.endswith("/") or target.is_dir() else target
    if not target.is_file():
        return False
    return not link.fragment or target not in anchors or unquote(link.fragment) in anchors[target]


def _problem(file: str, line: int, address: str) -> Problem:
    return Problem(
        rule="broken-link",
        severity=Severity.WARN,
        file=f"output/{file}",
        line=line,
        what=f'the page links to "{address}", which is not on the site',
        why="readers get lost",
        fix="mend the link in the text, or the heading that it leads to",
    )
