"""Other programs, installed as their locks say, each into a folder of its own."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
from pathlib import Path

from benchmarks.measuring import NotMeasuredError, run

CACHE = Path(__file__).parents[1] / ".cache" / "bench"


def install(peer: Path) -> Path:
    """The folder in which a program is installed, by the folder with its lock.

    Raises NotMeasuredError where it cannot be.
    """
    folder, lock = CACHE / peer.name, lock_of(peer)
    stamp = folder / "installed"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if not (stamp.exists() and stamp.read_text() == wanted):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            (_npm if lock.suffix == ".json" else _pip)(folder, lock)
        except NotMeasuredError as reason:
            raise NotMeasuredError(f"could not be installed: {reason}") from reason
        stamp.write_text(wanted)
    for file in (*peer.glob("*.mjs"), *peer.parent.glob("*.mjs")):
        shutil.copy(file, folder)  # node looks for packages beside the program
    return folder


def _npm(folder: Path, lock: Path) -> None:
    for file in (lock, lock.with_name("package.json")):
        shutil.copy(file, folder)
    run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)


def _pip(folder: Path, lock: Path) -> None:
    run([sys.executable, "-m", "venv", folder / "venv"], folder)
    pip = (folder / "venv/bin/python", "-m", "pip", "install", "--quiet", "--require-hashes")
    run((*pip, "-r", lock), folder)


def lock_of(peer: Path) -> Path:
    """The lock in a folder: package-lock.json for node's, requirements.txt for Python's."""
    npm = peer / "package-lock.json"
    return npm if npm.exists() else peer / "requirements.txt"


def version_of(peer: Path, package: str) -> str:
    """The version of a package that a program's lock names."""
    text = lock_of(peer).read_text(encoding="utf-8")
    if lock_of(peer).suffix == ".json":
        return str(json.loads(text)["packages"][f"node_modules/{package}"]["version"])
    found = re.search(rf"^{re.escape(package)}==([\w.]+)", text, re.MULTILINE)
    if not found:
        raise NotMeasuredError(f"{package} does not stand in its lock")
    return found[1]
