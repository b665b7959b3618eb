"""Which post somebody means: by its path, its name or its address on the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.practice.posts import KINDS
from plugins.practice.reading import Content

_FOLDERS = tuple(kind.folder for kind in KINDS)


def meant_file(given: str, folder: Path, content: Content | None, kept: Iterable[str]) -> str:
    """The post's file in the content folder, "articles/flu.md".

    `given`: its path from anywhere, its name ("flu", "flu.es"), or an address of the site.
    `content` is None where it cannot be read; `kept` are files of which only an approved copy is
    left. WrongUseError: there is none, or several.
    """
    files = _post_files(folder) | set(kept)
    names = _names(files, content)
    for asked in _ways_to_say(given, folder, content):
        found = names.get(asked, set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise WrongUseError(f'"{given}" could be {" or ".join(sorted(found))}. Name the path.')
    near = get_close_matches(_plain(given), sorted(names), n=1)
    told = f'Did you mean "{near[0]}"?' if near else "Write its path, like articles/flu.md."
    raise WrongUseError(f'There is no post "{given}". {told}')


def _post_files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for name in _FOLDERS
        for path in (folder / name).glob("*.md")
        if not path.name.startswith((".", "~"))
    }


def _names(files: set[str], content: Content | None) -> Mapping[str, set[str]]:
    names: dict[str, set[str]] = {}
    for file in files:
        stem = file.removesuffix(".md")
        for name in (file, stem, stem.partition("/")[2], f"{stem.partition('/')[2]}.md"):
            names.setdefault(name, set()).add(file)
    for path, file in _addresses(content):
        if file in files:
            names[path] = {file}
    return names


def _addresses(content: Content | None) -> Iterable[tuple[str, str]]:
    """The paths of pages, as the site has them and had them."""
    if content is None:
        return
    practice = content.practice
    for row in (content.ledgers.public or {}).values():
        yield _path(row.url), row.file
    for post in content.posts:
        prefix = "" if post.lang == practice.lang else f"{post.lang}/"
        yield f"{prefix}{post.folder}/{post.slug}", post.file


def _path(address: str) -> str:
    return urlsplit(address).path.strip("/").removesuffix("/index.html")


def _ways_to_say(given: str, folder: Path, content: Content | None) -> Iterable[str]:
    typed = _plain(given)
    if "://" in typed:
        base = urlsplit(content.practice.site_url).path.strip("/") if content else ""
        yield _path(typed).removeprefix(base).strip("/")
        return
    for path in (Path(typed), folder / typed):
        found = path.resolve()
        if found.is_relative_to(folder.resolve()):
            yield found.relative_to(folder.resolve()).as_posix()
    yield typed.removeprefix(f"{folder.name}/")
    yield typed.strip("/")


def _plain(given: str) -> str:
    return given.strip().replace("\\", "/").removeprefix("./")
