"""Closed from a phone: the steps of close.yml, in a clone with a remote of this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.editorial_review.closures.template_checks import ALLOWED
from tests.approved import review_by_approvals_alone
from tests.conftest import Folder
from tests.pelican_bridge.closing_samples import CLOSED, PAGE, git, ready

ROOT = Path(__file__).parents[2]
FILE = ROOT / ".github/workflows/close.yml"
WORKFLOW: Any = yaml.safe_load(FILE.read_text(encoding="utf-8"))
(JOB,) = WORKFLOW["jobs"].values()
INPUTS = WORKFLOW[True]["workflow_dispatch"]["inputs"]  # YAML takes `on` for true

_PYTHON = """\
#!/bin/sh
shift
exec "{python}" -m invoke --search-root "{root}" "$@" \
  --content=content --output=../output --kit=../kit "--now=$NOW"
"""

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="the steps are for bash")


def step(name: str) -> dict[str, Any]:
    (found,) = (step for step in JOB["steps"] if step.get("name") == name)
    return dict(found)


@dataclass
class Phone:
    """Somebody presses the button."""

    clone: Path
    tmp: Path

    def press(self, now: str = "2026-11-24 06:05", **inputs: str) -> str:
        """Run the steps with what was typed; what was told. CalledProcessError: a step failed."""
        typed = {name: str(given.get("default", "")) for name, given in INPUTS.items()} | inputs
        close = step("Close")
        named = {key: typed[_input(value)] for key, value in close["env"].items()}
        self._run(close["run"], {**named, "NOW": now})
        self._run(step("Keep the notice")["run"], {})
        return (self.tmp / "told.txt").read_text(encoding="utf-8")

    def _run(self, script: str, more: dict[str, str]) -> None:
        path = f"{self.tmp / 'bin'}{os.pathsep}{os.environ['PATH']}"
        environment = {
            **os.environ,
            "PATH": path,
            "RUNNER_TEMP": str(self.tmp),
            "COLUMNS": "300",
            **more,
        }
        command = ["bash", "-e", "-c", script]
        subprocess.run(command, cwd=self.clone, env=environment, check=True, capture_output=True)

    def hub(self, file: str) -> str:
        return git(self.tmp / "hub.git", "show", file)


def _input(value: str) -> str:
    """ "until" of "${{ inputs.until }}"."""
    return value.removeprefix("${{ inputs.").removesuffix(" }}")


@pytest.fixture
def phone(unreviewed: None, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Phone:
    review_by_approvals_alone(monkeypatch)
    ready(folder)
    tmp = folder.path.parent
    clone = tmp / "clone"
    clone.mkdir()
    shutil.move(folder.path, clone / "content")
    git(tmp, "init", "-q", "--bare", "-b", "main", "hub.git")
    git(clone, "init", "-q", "-b", "main")
    git(clone, "add", ".")
    git(clone, "commit", "-qm", "content")
    git(clone, "remote", "add", "origin", "../hub.git")
    git(clone, "push", "-q", "-u", "origin", "main")
    (tmp / "bin").mkdir()
    stand_in = tmp / "bin/python3"
    stand_in.write_text(_PYTHON.format(python=sys.executable, root=ROOT))
    stand_in.chmod(0o755)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Housecall")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "housecall@practice.health")
    return Phone(clone, tmp)


@needs_bash
@pytest.mark.site
def test_a_closure_from_a_phone_goes_online_and_is_kept(phone: Phone) -> None:
    told = phone.press(reason="weather", until="12:00")
    assert "Closed on Tuesday, November 24 until 12:00 PM" in told
    assert "Please stay safe." in phone.hub(f"gh-pages:{PAGE}")
    assert "template: weather" in phone.hub(f"main:content/{CLOSED}")
    assert "closed-2026-11-24" in phone.hub("main:content/ledger/uids.toml")
    phone.press(action="reopen", now="2026-11-24 10:40")
    assert "until 10:40 AM" in phone.hub(f"gh-pages:{PAGE}")


@needs_bash
@pytest.mark.site
@pytest.mark.parametrize(
    "inputs",
    [
        {"until": "12:00; touch pwned"},
        {"until": "$(touch pwned)"},
        {"from": "`touch pwned`"},
        {"place": '"; touch pwned; "'},
        {"place": "--content=/etc"},
        {"to": "\ntouch pwned\n"},
        {"action": "close; touch pwned"},
        {"reason": "weather --deploy=folder"},
    ],
)
def test_what_is_typed_never_becomes_a_command(phone: Phone, inputs: dict[str, str]) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        phone.press(**inputs)
    assert not list(phone.tmp.rglob("pwned"))
    assert not (phone.clone / "content" / CLOSED).exists()
    assert "gh-pages" not in git(phone.tmp / "hub.git", "branch", "--list")


def test_no_step_writes_an_input_into_its_script() -> None:
    for found in JOB["steps"]:
        assert "${{" not in found.get("run", ""), found.get("name")


def test_the_form_offers_every_reason_that_a_template_can_have() -> None:
    assert tuple(INPUTS["reason"]["options"]) == ALLOWED
    assert {*INPUTS["action"]["options"]} == {"close", "extend", "reopen", "cancel"}


@needs_bash
@pytest.mark.parametrize(
    ("allowed", "branch", "done"), [("yes", "main", 0), ("", "main", 1), ("yes", "draft", 1)]
)
def test_it_says_aloud_when_it_may_not_publish(allowed: str, branch: str, done: int) -> None:
    script = step("May this repository publish?")["run"]
    environment = {**os.environ, "ALLOWED": allowed, "BRANCH": branch}
    command = ["bash", "-e", "-c", script]
    found = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert found.returncode == done
    assert ("::error::Nothing was published" in found.stdout) is bool(done)
