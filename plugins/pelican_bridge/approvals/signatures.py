"""SSH signatures of approvals, made and checked by ssh-keygen, which everybody with git has."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from plugins.editorial_review.approvals.facts import row_key, signed_words
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.practice.reading import Content
from plugins.practice.review_files import APPROVALS
from plugins.practice.review_records import Approval

NAMESPACE = "housecall-approval"
SIGNERS = f"{APPROVALS}/allowed_signers"
"""Whose key is whose: a person's id, then the line of the .pub file."""

_SECONDS = 10
_NO_PROGRAM = "ssh-keygen is not on this computer, so its signature cannot be checked"


def checked_signatures(content: Content) -> Mapping[str, str]:
    """Why each signed row does not count, by `row_key`; empty where its signature holds.

    Nothing is checked where practice.toml does not ask for signatures.
    """
    if not content.practice.review.signed:
        return {}
    return {
        row_key(record.uid, row): why_not(content.folder, record.uid, row)
        for record in content.review.approvals.values()
        for row in record.approvals
        if row.signature
    }


def why_not(folder: Path, uid: str, row: Approval) -> str:
    """Why the signature of a row does not count; empty where it does.

    What was approved on paper is signed by the person who typed it.
    """
    signers = folder / SIGNERS
    stamp = signers.stat().st_mtime_ns if signers.is_file() else 0
    person = row.recorded_by or row.person
    return _fault(person, signed_words(uid, row), row.signature, signers, stamp)


def sign(uid: str, approval: Approval, key: Path) -> str:
    """The signature of a row by a private key. WrongUseError: no program, no key, wrong word."""
    command = ["ssh-keygen", "-Y", "sign", "-q", "-n", NAMESPACE, "-f", str(key)]
    try:
        done = subprocess.run(
            command, input=signed_words(uid, approval), capture_output=True, check=False
        )
    except FileNotFoundError:
        raise WrongUseError(
            "ssh-keygen is not on this computer. It comes with OpenSSH, and with Git for Windows."
        ) from None
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise WrongUseError(f"{key} cannot sign: {reason or 'ssh-keygen did not say why'}.")
    return done.stdout.decode()


@lru_cache(maxsize=4096)
def _fault(person: str, words: bytes, signature: str, signers: Path, _stamp: int) -> str:
    if not signers.is_file():
        return f"{SIGNERS} is missing, which says whose key is whose"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "signature"
        file.write_text(signature, encoding="utf-8")
        command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", person]
        command += ["-n", NAMESPACE, "-s", str(file)]
        try:
            done = subprocess.run(
                command, input=words, capture_output=True, check=False, timeout=_SECONDS
            )
        except FileNotFoundError:
            return _NO_PROGRAM
        except subprocess.TimeoutExpired:
            return "ssh-keygen did not answer when its signature was checked"
    return (
        ""
        if done.returncode == 0
        else f"the signature is not that of {person} in {SIGNERS}, or is damaged"
    )
