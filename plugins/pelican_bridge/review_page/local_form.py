"""May this request of a browser see the preview, and may this form approve anything?

Any web page that is open in the same browser can send requests to this machine. So a form counts
only when it comes from our own page: the right host, the right origin, and a word that only our
page knows. The host is asked of every request: a name that somebody else's server suddenly points
at this machine (DNS rebinding) is not ours.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

MOST_BYTES = 4096
"""Of a form; ours have 300."""

_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
_FORM = "application/x-www-form-urlencoded"
_FIELDS = ("token", "hash", "person", "about", "recorded_by")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_HASH = re.compile(r"[0-9a-f]{64}")


class RefusedError(Exception):
    """Why a request is not answered: a status, and a sentence for the person who sent it."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Approving:
    """What a form says."""

    hash: str
    person: str
    about_a_person: bool
    recorded_by: str


def is_our_host(host: str) -> bool:
    """Whether a Host header names this machine, at whatever port."""
    try:
        return urlsplit(f"//{host}").hostname in _NAMES
    except ValueError:
        return False


def check_headers(headers: Mapping[str, str]) -> int:
    """The length of the form's body. RefusedError: nothing of it may be read.

    `headers`: as the browser sent them, names in lower case.
    """
    host, origin = headers.get("host", ""), headers.get("origin", "")
    site = headers.get("sec-fetch-site", "same-origin")
    if not is_our_host(host) or origin != f"http://{host}" or site != "same-origin":
        raise RefusedError(
            HTTPStatus.FORBIDDEN, "This did not come from the review page of this preview."
        )
    if headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "This is no form of a review page.")
    length = headers.get("content-length", "")
    if not length.isascii() or not length.isdigit():
        raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "The form does not say how long it is.")
    if len(length) > len(str(MOST_BYTES)) or int(length) > MOST_BYTES:
        raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The form is too long.")
    return int(length)


def read_form(body: bytes, token: str) -> Approving:
    """What the form says. RefusedError: it is not ours, or not filled in."""
    try:
        found = parse_qs(body.decode(), strict_parsing=True, max_num_fields=10,
                         keep_blank_values=True)  # fmt: skip
    except ValueError:
        raise RefusedError(HTTPStatus.BAD_REQUEST, "The form cannot be read.") from None
    values = {name: found.get(name, [""])[-1] for name in _FIELDS}
    if not secrets.compare_digest(values["token"].encode(), token.encode()):
        raise RefusedError(
            HTTPStatus.FORBIDDEN,
            "The page is of an earlier run of the preview. Load it again, then send the form.",
        )
    for name, unfit, fix in (
        ("person", not _SLUG.fullmatch(values["person"]), "Choose your name."),
        ("about", values["about"] not in {"yes", "no"}, "Say whether it is about a real person."),
        ("hash", not _HASH.fullmatch(values["hash"]), "Load the page again."),
        ("recorded_by", not re.fullmatch(rf"(?:{_SLUG.pattern})?", values["recorded_by"]),
         "Choose who types it in."),
    ):  # fmt: skip
        if unfit:
            raise RefusedError(HTTPStatus.BAD_REQUEST, f"The form lacks something ({name}). {fix}")
    return Approving(
        hash=values["hash"],
        person=values["person"],
        about_a_person=values["about"] == "yes",
        recorded_by=values["recorded_by"],
    )
