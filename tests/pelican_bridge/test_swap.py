"""A folder changes whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.pelican_bridge import swap
from plugins.pelican_bridge.build import ROOT
from plugins.pelican_bridge.swap import staged


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "old.html").write_text("old")
    return folder


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)


@pytest.mark.usefixtures("way")
def test_the_new_folder_takes_the_place_of_the_old_one(target: Path) -> None:
    with staged(target) as staging:
        (staging / "new.html").write_text("new")
        assert contents(target) == {"old.html": "old"}
    assert contents(target) == {"new.html": "new"}
    assert [path.name for path in target.parent.iterdir()] == ["output"]


@pytest.mark.usefixtures("way")
def test_an_error_leaves_the_old_folder_as_it_was(target: Path) -> None:
    def fill_the_disk() -> None:
        with staged(target) as staging:
            (staging / "new.html").write_text("half")
            raise OSError(28, "disk full")

    with pytest.raises(OSError, match="disk full"):
        fill_the_disk()
    assert contents(target) == {"old.html": "old"}
    assert [path.name for path in target.parent.iterdir()] == ["output"]


def test_a_folder_that_was_not_there_is_made(tmp_path: Path) -> None:
    with staged(tmp_path / "a" / "output") as staging:
        (staging / "new.html").write_text("new")
    assert contents(tmp_path / "a" / "output") == {"new.html": "new"}


def test_a_kill_between_two_renames_is_repaired_at_the_next_start(target: Path) -> None:
    target.rename(target.parent / ".output-old")
    with staged(target) as staging:
        assert contents(target) == {"old.html": "old"}
        (staging / "new.html").write_text("new")
    assert contents(target) == {"new.html": "new"}


PROGRAM = """
import sys, time
from pathlib import Path
from plugins.pelican_bridge.swap import staged
with staged(Path(sys.argv[1])) as staging:
    (staging / "half.html").write_text("half")
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_build_leaves_the_old_folder_and_is_cleared_away_by_the_next(
    target: Path,
) -> None:
    command = [sys.executable, "-c", PROGRAM, str(target)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert contents(target) == {"old.html": "old"}
    assert len(list(target.parent.iterdir())) == 2
    with staged(target) as staging:
        (staging / "new.html").write_text("new")
    assert [path.name for path in target.parent.iterdir()] == ["output"]
