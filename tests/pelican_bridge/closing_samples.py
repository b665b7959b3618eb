"""A practice whose closure templates two people have approved, and `close` as it is typed."""

from __future__ import annotations

import functools
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.pelican_bridge.build import BuildRequest, BuildResult
from plugins.pelican_bridge.closures.closing import close
from plugins.pelican_bridge.closures.request import CloseRequest
from plugins.pelican_bridge.closures.templates import as_posts
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.planned import BuildPlan
from plugins.practice.reading import Content, read_content
from tests.approving import approve, approve_all, plan_of
from tests.conftest import Folder

SIX = "2026-11-24 06:05"
CLOSED = "notices/closed-2026-11-24.md"
SPANISH = "notices/closed-2026-11-24.es.md"
PAGE = "notices/closed-2026-11-24/index.html"

WEATHER = """\
---
title: "Closed {when}"
summary: "Because of the weather we are closed {when}. We plan to open again {opens}."
authors: [ben]
topics: [flu]
uid: w123456789
then: "To move a visit, call {phone}. For an emergency call 911."
---
This is about {place}. Please stay safe.
"""
TIEMPO = """\
---
title: "Cerrado {when}"
summary: "Por el mal tiempo estaremos cerrados {when}. Pensamos abrir de nuevo {opens}."
uid: w123456780
then: "Para cambiar una cita, llame al {phone}. En una emergencia, llame al 911."
translated_by: Ada Able, MD
---
Este aviso es sobre {place}. Cuídese.
"""


def write_templates(folder: Folder) -> None:
    folder.write("closures/weather.md", WEATHER)
    folder.write("closures/weather.es.md", TIEMPO)


BOTH = ("closures/weather.md", "closures/weather.es.md")


def approve_templates(folder: Folder, *files: str) -> None:
    """Two readers from outside approve these templates."""
    for file in files or BOTH:
        for person in ("reader-one", "reader-two"):
            approve(_templates(folder), file, person)


def _templates(folder: Folder) -> BuildPlan:
    return plan_build(as_posts(read(folder)), plan_of(folder.path).moment)


def read(folder: Folder) -> Content:
    content, problems = folder.read()
    assert content is not None, problems
    return content


def ready(folder: Folder, *files: str) -> Folder:
    """The small practice with its posts and its templates approved, or these of them."""
    folder.edit("practice.toml", "https://small.example.org", "https://www.practice.health")
    approve_all(folder.path)
    write_templates(folder)
    approve_templates(folder, *files)
    return folder


def request(folder: Folder, **options: object) -> CloseRequest:
    root = folder.path.parent
    base = CloseRequest(
        content=folder.path,
        output=root / "output",
        kit=root / "kit",
        cache=Path(_cache().name),
        now=SIX,
    )
    return replace(base, **options)  # type: ignore[arg-type]  # a test names what there is


@functools.cache
def _cache() -> TemporaryDirectory[str]:
    """Pictures that were drawn once in this run of the tests."""
    return TemporaryDirectory(prefix="closing-")


def only_planned(request: BuildRequest, _: object) -> BuildResult:
    """A build without its files."""
    content, problems = read_content(request.content)
    assert content is not None, problems
    plan = plan_build(content, request.moment_of(content.practice))
    return BuildResult(problems=plan.problems, plan=plan)


def typed(folder: Folder, **options: object) -> int:
    return close(request(folder, **options))


def page(folder: Folder, path: str = PAGE) -> str:
    return (folder.path.parent / "output" / path).read_text(encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Ben", "-c", "user.email=ben@practice.health")
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
