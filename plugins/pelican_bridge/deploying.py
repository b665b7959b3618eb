"""The site to where the public sees it: a folder, a host by rsync, or a git branch for Pages.

New files go first, pages after them, and what is gone goes last: at no moment does a page show a
picture or a style that is not there.
"""

from __future__ import annotations

import filecmp
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from ghp_import import GhpError, ghp_import

from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.targets import holds_a_site
from plugins.practice.settings import Practice

Carrier = Callable[[Path, Practice], None]

_WAYS = ("folder", "rsync", "pages")
_RESERVED = ("example.org", "example.com", "example.net", "example", "invalid", "test", "localhost")
"""Names that belong to nobody (RFC 2606, RFC 6761)."""


def refuse_unfit(practice: Practice) -> None:
    """WrongUseError: a demonstration, or an address that belongs to nobody."""
    host = urlsplit(practice.site_url).hostname or ""
    if practice.is_demonstration:
        raise WrongUseError(
            "This is the demonstration practice. Make practice.toml your own: "
            "put your name in it and delete the [demonstration] table."
        )
    if host.endswith(tuple(f".{name}" for name in _RESERVED)) or host in _RESERVED:
        raise WrongUseError(f"{host} is nobody's address. Write your own at site_url.")


def carrier(to: str, target: str, branch: str) -> Carrier:
    """The way to a destination. WrongUseError: there is none such, or its target is missing."""
    if to not in _WAYS:
        raise WrongUseError(f'"{to}" is none of the ways: {", ".join(_WAYS)}.')
    if to == "pages":
        return lambda site, practice: push_to(site, practice, target or "origin", branch)
    if target.startswith("-"):
        raise WrongUseError(f'"{target}" is an option, not a place.')
    if not target:
        raise WrongUseError(f"Say where to:  deploy --to {to} --target ...")
    if to == "rsync":
        return lambda site, _: rsync_to(site, target)
    return lambda site, _: copy_to(site, Path(target))


def copy_to(site: Path, target: Path) -> None:
    """Copy into a folder of this machine; files that are the same are left alone.

    WrongUseError: a folder with something else in it. What is not of the site is removed, so a
    home folder named by mistake would be lost.
    """
    if not holds_a_site(target):
        raise WrongUseError(f"{target} holds something that is no site. Name an empty folder.")
    files = [path.relative_to(site) for path in sorted(site.rglob("*")) if path.is_file()]
    for file in sorted(files, key=_pages_last):
        _copy(site / file, target / file)
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(target) not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _pages_last(file: Path) -> tuple[bool, str]:
    return file.suffix in {".html", ".xml", ".atom", ".json"}, file.as_posix()


def _copy(source: Path, target: Path) -> None:
    if target.is_file() and filecmp.cmp(source, target, shallow=False):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.new")
    shutil.copyfile(source, unfinished)
    unfinished.replace(target)


def rsync_to(site: Path, target: str) -> None:
    """Send to another host, or a path of this one, by rsync in three passes."""
    if not shutil.which("rsync"):
        raise WrongUseError("rsync is not installed. On Debian:  sudo apt-get install rsync")
    pages = [f"--exclude=*{suffix}" for suffix in (".html", ".xml", ".atom", ".json")]
    for options in (pages, [], ["--delete-after"]):
        command = ["rsync", "--recursive", "--checksum", "--compress", *options]
        if subprocess.call([*command, f"{site}/", target]):
            raise WrongUseError(f"rsync could not reach {target}: see above.")


def push_to(site: Path, practice: Practice, remote: str, branch: str) -> None:
    """Commit the site to a branch and push it, as GitHub Pages and its like want it."""
    host = urlsplit(practice.site_url).hostname or ""
    # A host of GitHub's own has no name to claim.
    name = None if host.endswith(".github.io") else host
    options = {"remote": remote, "branch": branch, "push": True, "nojekyll": True}
    try:
        ghp_import(str(site), cname=name, mesg="Publish the site", **options)
    except GhpError as error:
        raise WrongUseError(f"git could not take the site: {error.message}") from None
    except (subprocess.CalledProcessError, SystemExit):
        raise WrongUseError(f"git could not push to {remote}: see above.") from None
