"""The ready workflow keeps one issue: its step runs here with a stand-in for GitHub's program."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.cited_sources.reports.as_markdown import DONE, OPEN

FILE = Path(__file__).parents[2] / ".github/workflows/sources.yml"
WORKFLOW: Any = yaml.safe_load(FILE.read_text(encoding="utf-8"))
(JOB,) = WORKFLOW["jobs"].values()

_GH = """\
#!/bin/sh
echo "$@" >> "$CALLS"
if [ "$1 $2" = "issue list" ]; then printf '%s' "$FOUND"; fi
"""

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="the step is for bash")


def _step(name: str) -> dict[str, Any]:
    (step,) = (step for step in JOB["steps"] if step.get("name") == name)
    return dict(step)


def _issue(tmp_path: Path, first_line: str, found: str) -> list[str]:
    """What the step asks of GitHub, when an open issue is `found` or none is."""
    (tmp_path / "sources.md").write_text(f"{first_line}\nWords: sources: to do\n")
    (tmp_path / "gh").write_text(_GH)
    (tmp_path / "gh").chmod(0o755)
    step, calls = _step("Keep the issue up to date"), tmp_path / "calls"
    known = {name: value for name, value in step["env"].items() if "${{" not in value}
    environment = {
        **os.environ,
        **known,
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path),
        "CALLS": str(calls),
        "FOUND": found,
    }
    subprocess.run(["bash", "-e", "-c", step["run"]], env=environment, check=True)
    told = [line.split()[:3] for line in calls.read_text().splitlines()]
    return [" ".join(words) for words in told if words[:2] not in (["issue", "list"],)][1:]


@needs_bash
@pytest.mark.parametrize(
    ("first_line", "found", "asked"),
    [
        (OPEN, "", ["issue create --title"]),
        (OPEN, "7", ["issue edit 7"]),
        (DONE, "7", ["issue edit 7", "issue close 7"]),
        (DONE, "", []),
    ],
)
def test_one_issue_is_opened_changed_and_closed(
    tmp_path: Path, first_line: str, found: str, asked: list[str]
) -> None:
    assert _issue(tmp_path, first_line, found) == asked


def test_the_workflow_may_do_no_more_than_it_needs() -> None:
    assert WORKFLOW["permissions"] == {}
    assert JOB["permissions"] == {"contents": "write", "issues": "write"}


def test_the_workflow_runs_each_week_and_by_hand_and_never_twice_at_once() -> None:
    when = WORKFLOW[True]  # YAML 1.1 reads the key `on` so
    assert "workflow_dispatch" in when
    assert when["schedule"][0]["cron"].endswith("* * 1")
    assert WORKFLOW["concurrency"]["group"]


@needs_bash
@pytest.mark.parametrize("step", [step for step in JOB["steps"] if "run" in step])
def test_every_step_is_a_script_that_bash_can_read(step: dict[str, Any]) -> None:
    subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)
