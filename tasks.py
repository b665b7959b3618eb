"""Housecall's commands:  python3 tasks.py NAME  (on Windows:  py tasks.py NAME).

The first part needs nothing but Python: it makes .venv, installs the locked packages, and runs the
command there by Invoke. The second part is the commands themselves.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)
WORKSHOP = {"test", "lint", "fix"}
"""The commands that need the second lock; a build installs no test package."""


def start(arguments: list[str]) -> int:
    """Prepare .venv if it is not ready, and run the command in it. Returns its exit code."""
    if sys.version_info < OLDEST:
        return _stop(f"Housecall needs Python {OLDEST[0]}.{OLDEST[1]} or newer.")
    lock = "requirements-test.txt" if WORKSHOP & set(arguments[:1]) else "requirements.txt"
    if not _is_ready(lock):
        problem = _make_venv() or _install(lock)
        if problem:
            return _stop(problem)
    command = [
        str(_python()),
        "-m",
        "invoke",
        "--search-root",
        str(ROOT),
        *(arguments or ["--list"]),
    ]
    if os.name == "nt":  # Windows has no exec that keeps the terminal
        return subprocess.call(command)
    os.execv(command[0], command)


def _stop(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _stamp(lock: str) -> Path:
    return VENV / f"{lock}.installed"


def _fingerprint(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes() + sys.version.encode()).hexdigest()


def _is_ready(lock: str) -> bool:
    stamp = _stamp(lock)
    return _python().exists() and stamp.exists() and stamp.read_text() == _fingerprint(lock)


def _make_venv() -> str:
    """Make .venv where there is none that works. Returns what keeps it from being made."""
    if _python().exists() and subprocess.call([_python(), "-c", ""]) == 0:
        return ""
    print("Setting up .venv (once) ...", flush=True)
    if not shutil.which("uv") and importlib.util.find_spec("ensurepip") is None:
        problem = _complete_python()
        if problem:
            return problem
    venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=not shutil.which("uv")).create(
        VENV
    )
    return ""


def _complete_python() -> str:
    """Install what Debian's python3 lacks and start again, or say what the user must do."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not shutil.which("apt-get"):
        return (
            "This Python has no ensurepip module. Install a complete Python, then type this again."
        )
    if os.geteuid() != 0:
        return (
            f"Python is not complete. Type:  sudo apt-get install {version}  and then this again."
        )
    print(f"Installing {version} ...", flush=True)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", version]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], install):
        if subprocess.call(command, env=environment, stdout=subprocess.DEVNULL):
            return f"It did not work. Type:  apt-get install {version}  and then this again."
    # This process began without the module: a new one finds it.
    os.execv(sys.executable, [sys.executable, *sys.argv])


def _install(lock: str) -> str:
    """Install exactly what the lock says, by uv where there is one. Returns what went wrong."""
    print(f"Installing {lock} (once) ...", flush=True)
    if not (_with_uv(lock) or _with_pip(lock)):
        return "The packages could not be installed: see above. Is there a network?"
    _stamp(lock).write_text(_fingerprint(lock))
    if lock == "requirements-test.txt":  # it holds all that a build needs
        _stamp("requirements.txt").write_text(_fingerprint("requirements.txt"))
    return ""


def _with_uv(lock: str) -> bool:
    uv = shutil.which("uv")
    if not uv:
        return False
    command = [uv, "pip", "install", "--quiet", "--require-hashes", "-r", str(ROOT / lock)]
    # The system's certificates: a company's proxy signs with its own.
    environment = {**os.environ, "VIRTUAL_ENV": str(VENV), "UV_SYSTEM_CERTS": "1"}
    return subprocess.call(command, env=environment) == 0


def _with_pip(lock: str) -> bool:
    pip = [str(_python()), "-m", "pip"]
    if subprocess.call([*pip, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        subprocess.call([str(_python()), "-m", "ensurepip"], stdout=subprocess.DEVNULL)
    command = [*pip, "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    return subprocess.call([*command, "-r", str(ROOT / lock)]) == 0


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))


from invoke import Context, task  # noqa: E402  # only .venv has it

# Each command imports what it runs, so that listing the commands does not wait for Pelican.

_CONTENT = str(ROOT / "content")
_FOLDERS = {
    "content": "folder with the Markdown (content/)",
    "output": "folder for the public site (output/)",
    "kit": "private folder for the person who posts (kit/)",
}


@task(
    help={**_FOLDERS, "today": "build as on this day: 2026-11-21", "preview": "drafts too, marked"}
)
def build(
    c: Context,
    content: str = _CONTENT,
    output: str = str(ROOT / "output"),
    kit: str = str(ROOT / "kit"),
    today: str = "",
    preview: bool = False,
) -> None:
    """Build the site and the share kit."""
    from plugins.pelican_bridge import commands

    sys.exit(commands.build(content, output, kit, today, preview=preview))


@task(
    help={
        "content": _FOLDERS["content"],
        "file": "only this file: articles/flu.md",
        "json": "print the problems as JSON",
    }
)
def check(c: Context, content: str = _CONTENT, file: str = "", json: bool = False) -> None:
    """Tell everything that is wrong with the content; build nothing."""
    from plugins.pelican_bridge import commands

    sys.exit(commands.check(content, file, as_json=json))


@task(
    help={
        "content": _FOLDERS["content"],
        "output": "the last build, whose pictures and feed items the report names (output/)",
        "everything": "ask for all works again, also where the last answer still holds",
        "also-fetch": "fetch the pages of works, too, that their DOI or PMID proves",
        "json": "print the report as JSON",
        "markdown": "write a summary in Markdown into this file",
        "today": "ask as on this day: 2026-11-22",
    }
)
def check_sources(
    c: Context,
    content: str = _CONTENT,
    output: str = str(ROOT / "output"),
    everything: bool = False,
    also_fetch: bool = False,
    json: bool = False,
    markdown: str = "",
    today: str = "",
) -> None:
    """Ask registries and hosts whether every cited work is there and still stands."""
    from plugins.pelican_bridge import source_commands

    request = source_commands.SourceRequest(
        content=Path(content),
        output=Path(output),
        everything=everything,
        also_fetch=also_fetch,
        as_json=json,
        markdown=markdown,
        today=today,
    )
    sys.exit(source_commands.check_sources(request))


@task(
    help={
        "file": "the post: articles/flu.md",
        "output": "where to write the page (review/flu.html)",
        "content": _FOLDERS["content"],
    }
)
def review(c: Context, file: str, output: str = "", content: str = _CONTENT) -> None:
    """Write one page with all of a post, for a second reader, on screen or on paper."""
    from plugins.pelican_bridge.review_page import command

    request = command.ReviewRequest(file=file, output=output, content=Path(content))
    sys.exit(command.review(request))


@task(
    help={
        "file": "the post: articles/flu.md",
        "as_": "who approves it: an id or a name",
        "about_a_person": "yes or no: is it about a real person other than staff?",
        "recorded_by": "who types it for somebody who signed on paper",
        "hash_": "the mark of the text that was read, like '3f9a 77c1'",
        "key": "SSH key to sign with, where practice.toml asks for signatures",
        "content": _FOLDERS["content"],
    }
)
def approve(
    c: Context,
    file: str,
    as_: str = "",
    about_a_person: str = "",
    recorded_by: str = "",
    hash_: str = "",
    key: str = "",
    content: str = _CONTENT,
) -> None:
    """Write one person's yes to exactly this text; two people make it public."""
    from plugins.pelican_bridge.approvals import command as approve_command

    request = approve_command.ApproveRequest(
        file=file,
        content=Path(content),
        person=as_,
        about_a_person=about_a_person,
        recorded_by=recorded_by,
        hash=hash_,
        key=key,
    )
    sys.exit(approve_command.approve(request))


@task(
    help={
        "days": "how far ahead to look (90)",
        "json": "print the list as JSON",
        "content": _FOLDERS["content"],
    }
)
def due(c: Context, days: str = "90", json: bool = False, content: str = _CONTENT) -> None:
    """Tell what must be read again, renewed or mended soon, and what is late."""
    from plugins.pelican_bridge import due_command

    sys.exit(due_command.due(content, days, as_json=json))


@task(
    help={
        "work": "a DOI, PMID, PMCID, ISBN or web address, in quotes",
        "content": _FOLDERS["content"],
        "key": "the word to cite it by (made from author and year, or publisher and title)",
    }
)
def cite(c: Context, work: str, content: str = _CONTENT, key: str = "") -> None:
    """Look a work up once and write it into sources.toml, ready to be cited."""
    from plugins.pelican_bridge import citing

    sys.exit(citing.cite(work, content, key))


@task(
    help={
        "kind": "article, question, notice, link, event, page or person",
        "title": "its title (for a person: the name)",
        "author": "id of who writes it",
        "content": _FOLDERS["content"],
    }
)
def new(c: Context, kind: str, title: str = "", author: str = "", content: str = _CONTENT) -> None:
    """Begin a new file with all its fields filled in or explained."""
    from plugins.pelican_bridge import commands

    sys.exit(commands.new(kind, title, author, content))


@task(help={"content": _FOLDERS["content"], "json": "print the list as JSON"})
def consents(c: Context, content: str = _CONTENT, json: bool = False) -> None:
    """List every consent: how it stands, and every page, picture, feed and text that uses it."""
    from plugins.pelican_bridge import consent_command

    sys.exit(consent_command.consents(content, as_json=json))


@task(
    help={
        "file": "the post: articles/flu.md, its name, or its address on the site",
        "reason": "why, for those who post; readers are not told",
        "undo": "bring it back",
        "content": _FOLDERS["content"],
    }
)
def withdraw(
    c: Context, file: str, reason: str = "", undo: bool = False, content: str = _CONTENT
) -> None:
    """Take a post back at once: one person is enough."""
    from plugins.pelican_bridge import withdrawing

    request = withdrawing.WithdrawRequest(
        file=file, content=Path(content), reason=reason, undo=undo
    )
    sys.exit(withdrawing.withdraw(request))


@task(
    iterable=["place"],
    help={
        "reason": "weather, power, staffing, roadworks, police-or-fire, equipment, holiday, ...",
        "until": "time at which you open again on the last day: 12:00",
        "from_": "first day, or a time of today: 2026-11-25, tomorrow, 13:00 (today)",
        "to": "last day: 2026-11-26 (the first)",
        "place": "id of a place; once for each (all of them)",
        "extend": "let the closure end later, or earlier: with --until or --to",
        "reopen": "it ends now",
        "cancel": "it was a mistake: take it back",
        "notice": "which closure, where there are several",
        "deploy_": "put it online: folder, rsync or pages",
        "target": "as for deploy",
        "branch": "as for deploy (gh-pages)",
        **_FOLDERS,
        "now": "instead of the clock: '2026-11-24 06:05'",
    },
)
def close(
    c: Context,
    place: list[str],
    reason: str = "",
    until: str = "",
    from_: str = "",
    to: str = "",
    extend: bool = False,
    reopen: bool = False,
    cancel: bool = False,
    notice: str = "",
    deploy_: str = "",
    target: str = "",
    branch: str = "gh-pages",
    content: str = _CONTENT,
    output: str = str(ROOT / "output"),
    kit: str = str(ROOT / "kit"),
    now: str = "",
) -> None:
    """Say that you are closed, in words that two people approved beforehand."""
    from plugins.pelican_bridge.closures import closing
    from plugins.pelican_bridge.closures import request as close_request

    request = close_request.CloseRequest(
        content=Path(content),
        output=Path(output),
        kit=Path(kit),
        cache=ROOT / ".cache",
        reason=reason,
        first=from_,
        last=to,
        until=until,
        places=tuple(place),
        extend=extend,
        reopen=reopen,
        cancel=cancel,
        notice=notice,
        to=deploy_,
        target=target,
        branch=branch,
        now=now,
    )
    sys.exit(closing.close(request))


@task(help={"content": _FOLDERS["content"], "port": "port on 127.0.0.1 (8000)"})
def serve(c: Context, content: str = _CONTENT, port: str = "8000") -> None:
    """Show a preview in the browser and reload it at every change."""
    from plugins.pelican_bridge import commands

    sys.exit(commands.serve(content, port))


@task(
    help={
        "to": "folder, rsync or pages",
        "target": "the folder, the rsync address (host:path), or the git remote (origin)",
        "branch": "branch for --to pages (gh-pages)",
        "content": _FOLDERS["content"],
    }
)
def deploy(
    c: Context, to: str, target: str = "", branch: str = "gh-pages", content: str = _CONTENT
) -> None:
    """Build, then put the site where the public sees it."""
    from plugins.pelican_bridge import commands

    sys.exit(commands.deploy(to, target, branch, content))


@task(
    help={
        "scheduler": "buffer, hootsuite, publer, metricool, pinterest-native or by-hand",
        "week": "2026-W48 (this week)",
        "content": _FOLDERS["content"],
        "kit": _FOLDERS["kit"],
        "undo": "take back what was exported and never uploaded",
    }
)
def export(
    c: Context,
    scheduler: str,
    week: str = "",
    content: str = _CONTENT,
    kit: str = str(ROOT / "kit"),
    undo: bool = False,
) -> None:
    """Write the upload files of a week for the tool that posts for you."""
    from plugins.pelican_bridge import commands

    sys.exit(commands.export(scheduler, week, content, kit, undo=undo))


@task(
    help={
        "content": _FOLDERS["content"],
        "sheet": "samples of every kind, shape and script instead of your own posts",
        "output": "where to write it (.cache/contact-sheet.jpg)",
    }
)
def graphics(
    c: Context,
    content: str = _CONTENT,
    sheet: bool = False,
    output: str = str(ROOT / ".cache" / "contact-sheet.jpg"),
) -> None:
    """Lay all pictures on one contact sheet, to look at."""
    from plugins.pelican_bridge import commands

    sys.exit(commands.graphics(content, output, sheet=sheet))


@task(
    help={
        "corpus": 'file of JSON lines: {"text": ...} or {"question": ..., "answer": ...}',
        "rules": "rules or families, by comma (P)",
        "json": "print the counts as JSON",
        "show": "how many findings to print, values hidden (0)",
    }
)
def rates(c: Context, corpus: str, rules: str = "P", json: bool = False, show: int = 0) -> None:
    """Measure how often rules of review fire on a file of texts."""
    from plugins.pelican_bridge import rating

    sys.exit(rating.rates(corpus, rules, as_json=json, show=show))


@task(help={"only": "pytest's own words for a part of the tests, like 'tests/practice -k uid'"})
def test(c: Context, only: str = "") -> None:
    """Lint, types, import contracts, then every test."""
    from plugins.pelican_bridge import workshop

    sys.exit(workshop.test(only))


@task
def lint(c: Context) -> None:
    """Lint, types and import contracts."""
    from plugins.pelican_bridge import workshop

    sys.exit(workshop.lint())


@task
def fix(c: Context) -> None:
    """Format the code and mend what can be mended by machine."""
    from plugins.pelican_bridge import workshop

    sys.exit(workshop.fix())


@task(
    help={
        "links": "check links instead of drawing pictures",
        "ours": "only Housecall; installs nothing",
        "pictures": "no times: a sheet of what each program draws",
        "rounds": "how often everything is measured (pictures 5, links 3)",
    }
)
def bench(
    c: Context, links: bool = False, ours: bool = False, pictures: bool = False, rounds: int = 0
) -> None:
    """Time Housecall beside other programs: drawing pictures, or checking links."""
    from plugins.pelican_bridge import workshop

    chosen = [f"--{name}" for name, on in {"ours": ours, "pictures": pictures}.items() if on]
    counted = ["--rounds", str(rounds)] if rounds else []
    sys.exit(workshop.bench("links" if links else "graphics", [*chosen, *counted]))
