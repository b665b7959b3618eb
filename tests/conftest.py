"""What tests share: a small real practice to change, and a build of it."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from plugins.pelican_bridge.build import BuildRequest, BuildResult, build_site
from plugins.pelican_bridge.build_day import end_of
from plugins.practice.problems import Problem
from plugins.practice.reading import Content, read_content

# A slow machine is no fault of a property; and one commit gives CI one answer.
settings.register_profile("housecall", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("housecall")

# A run in the background ignores interrupts, and hands that on to every program that tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

BROWSER = Path(__file__).parent / "browser"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests go last, in whatever order the rest is: Playwright keeps an event loop running
    in this thread, and then no other can be run in it."""
    items.sort(key=lambda item: BROWSER in item.path.parents)


SITES = Path(__file__).parent / "sites"
TODAY = date(2026, 11, 21)


@dataclass
class Folder:
    """A content folder of a test's own."""

    path: Path

    def write(self, file: str, text: str | bytes) -> None:
        target = self.path / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def edit(self, file: str, old: str, new: str) -> None:
        text = (self.path / file).read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        self.write(file, text.replace(old, new))

    def copy(self, file: str, to: str, **changes: str) -> None:
        """A second file like `file`; `changes` are front matter fields with other values."""
        lines = (self.path / file).read_text(encoding="utf-8").split("\n")
        for name, value in changes.items():
            index = next(n for n, line in enumerate(lines) if line.startswith(f"{name}:"))
            lines[index] = f"{name}: {value}"
        self.write(to, "\n".join(lines))

    def read(self) -> tuple[Content | None, list[Problem]]:
        return read_content(self.path)

    def problems(self, file: str) -> list[Problem]:
        return [problem for problem in self.read()[1] if problem.file == file]

    def problem(self, file: str) -> Problem:
        """The only problem of a file."""
        (only,) = self.problems(file)
        return only


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The small practice of tests/sites/small, to be changed."""
    shutil.copytree(SITES / "small", tmp_path / "content")
    return Folder(tmp_path / "content")


@pytest.fixture(autouse=True)
def unreviewed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Posts of tests need no approvals, but in tests marked `reviewed`: those are about review."""
    if not request.node.get_closest_marker("reviewed"):
        for name in ("review_problems", "waiting_problems"):
            monkeypatch.setattr(f"plugins.pelican_bridge.plan.{name}", lambda *_: [])


@dataclass
class Built:
    """A build and where it went."""

    result: BuildResult
    output: Path
    kit: Path

    def page(self, path: str) -> str:
        return (self.output / path).read_text(encoding="utf-8")


Build = Callable[..., Built]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Builds a content folder as on TODAY, without a word."""

    def run(content: Path, *, today: date = TODAY, preview: bool = False, to: str = "") -> Built:
        output, kit = tmp_path / f"output{to}", tmp_path / f"kit{to}"
        request = BuildRequest(
            content=content,
            output=output,
            kit=kit,
            cache=tmp_path / "cache",
            moment_of=lambda practice: end_of(today, practice),
            preview=preview,
        )
        return Built(build_site(request, lambda _: None), output, kit)

    return run
