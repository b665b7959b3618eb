"""tasks.py prepares its own environment, and says in one line what it cannot do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tasks
from plugins.pelican_bridge.build import ROOT


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for .venv where there is none yet."""
    monkeypatch.setattr(tasks, "VENV", tmp_path / ".venv")
    return tmp_path / ".venv"


def test_an_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks, "OLDEST", (9, 9))
    assert tasks.start(["build"]) == 1
    assert capsys.readouterr().err == "Housecall needs Python 9.9 or newer.\n"


def test_an_incomplete_python_says_what_to_type_when_it_may_not_install(
    venv: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(tasks.shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(tasks.os, "geteuid", lambda: 1000)
    assert tasks.start(["build"]) == 1
    assert "sudo apt-get install python3." in capsys.readouterr().err
    assert not venv.exists()


def test_an_incomplete_python_is_completed_by_root_after_an_update(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(tasks.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(tasks.shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(tasks.os, "geteuid", lambda: 0)
    monkeypatch.setattr(tasks.subprocess, "call", lambda command, **_: ran.append(command) or 0)
    monkeypatch.setattr(tasks.os, "execv", lambda path, arguments: ran.append(["again"]))
    tasks._complete_python()
    assert [command[:2] for command in ran] == [
        ["apt-get", "update"],
        ["apt-get", "install"],
        ["again"],
    ]


def test_a_build_installs_no_test_package() -> None:
    build = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert not [name for name in ("pytest", "playwright", "mypy", "ruff") if f"\n{name}==" in build]


def test_both_locks_pin_the_same_versions_by_hash() -> None:
    def pins(lock: str) -> set[str]:
        lines = (ROOT / lock).read_text(encoding="utf-8").split("\n")
        return {line.split()[0] for line in lines if line[:1].isalpha()}

    for lock in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert text.count("--hash=sha256:") >= len(pins(lock))
        assert "://" not in text
    assert pins("requirements.txt") <= pins("requirements-test.txt")


def test_a_changed_lock_is_installed_anew(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tasks._python()
    python.parent.mkdir(parents=True)
    python.write_text("")
    tasks._stamp("requirements.txt").write_text(tasks._fingerprint("requirements.txt"))
    assert tasks._is_ready("requirements.txt")
    monkeypatch.setattr(tasks, "_fingerprint", lambda lock: "another")
    assert not tasks._is_ready("requirements.txt")


def test_a_wrong_command_is_told_without_a_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "--search-root", ROOT, "biuld"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "biuld" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_ci_runs_the_tests_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split("\n")
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == ["exec python3 tasks.py test"]
