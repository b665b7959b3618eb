"""Only our own page, of this run, on this machine, can approve anything."""

from __future__ import annotations

import re
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

import pytest

from plugins.pelican_bridge.review_page import local_answers
from plugins.pelican_bridge.review_page.local_answers import ReviewDoor
from plugins.pelican_bridge.review_page.local_form import (
    MOST_BYTES,
    Approving,
    RefusedError,
    check_headers,
    is_our_host,
    read_form,
)
from plugins.pelican_bridge.review_page.recording import Outcome

UID = "a123456789"
GOOD = {
    "host": "127.0.0.1:8000",
    "origin": "http://127.0.0.1:8000",
    "content-type": "application/x-www-form-urlencoded",
    "content-length": "300",
    "sec-fetch-site": "same-origin",
}
FORM = {"token": "secret", "hash": "a" * 64, "person": "ada", "about": "no", "recorded_by": ""}


def body(**changes: str) -> bytes:
    return urlencode({**FORM, **changes}).encode()


def test_a_form_of_our_own_page_is_read() -> None:
    assert check_headers(GOOD) == 300
    assert check_headers({**GOOD, "host": "localhost:1", "origin": "http://localhost:1"}) == 300
    assert read_form(body(about="yes"), "secret") == Approving(
        hash="a" * 64, person="ada", about_a_person=True, recorded_by=""
    )


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"origin": "https://evil.example"}, HTTPStatus.FORBIDDEN),
        ({"origin": "null"}, HTTPStatus.FORBIDDEN),
        ({"origin": ""}, HTTPStatus.FORBIDDEN),
        ({"origin": "http://127.0.0.1:9000"}, HTTPStatus.FORBIDDEN),
        (
            {"host": "evil.example:8000", "origin": "http://evil.example:8000"},
            HTTPStatus.FORBIDDEN,
        ),
        ({"sec-fetch-site": "cross-site"}, HTTPStatus.FORBIDDEN),
        ({"content-type": "text/plain"}, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
        ({"content-length": ""}, HTTPStatus.LENGTH_REQUIRED),
        ({"content-length": "-1"}, HTTPStatus.LENGTH_REQUIRED),
        ({"content-length": str(MOST_BYTES + 1)}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
        ({"content-length": "9" * 5000}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    ],
)
def test_what_comes_from_elsewhere_is_refused_before_it_is_read(
    changes: dict[str, str], status: HTTPStatus
) -> None:
    with pytest.raises(RefusedError) as refused:
        check_headers({**GOOD, **changes})
    assert refused.value.status is status


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "[", "0.0.0.0", "192.168.0.7:8000"]
)
def test_a_name_that_is_not_ours_is_no_name_of_this_machine(host: str) -> None:
    assert not is_our_host(host)


@pytest.mark.parametrize(
    "unfit",
    [
        {"token": "another"},
        {"token": ""},
        {"token": "sécret"},
        {"person": ""},
        {"person": "../ada"},
        {"about": ""},
        {"about": "maybe"},
        {"hash": "a" * 63},
        {"recorded_by": "--as"},
    ],
)
def test_a_form_without_its_token_or_an_answer_approves_nothing(unfit: dict[str, str]) -> None:
    with pytest.raises(RefusedError):
        read_form(body(**unfit), "secret")


def test_bytes_that_are_no_form_are_refused() -> None:
    for raw in (b"", b"\xff\xfe", b"&" * 4000, b"a=1&" * 900):
        with pytest.raises(RefusedError):
            read_form(raw, "secret")


@pytest.fixture
def door(tmp_path: Path) -> ReviewDoor:
    """A preview with one review page whose text says what the server's own marks say."""
    pages = tmp_path / "review"
    pages.mkdir()
    page = (
        "<body><!--said--><p>&lt;!--said--&gt;</p>"
        '<input name="token" value="token-of-this-run"></body>'
    )
    (pages / f"{UID}.html").write_text(page, encoding="utf-8")
    return ReviewDoor(content=tmp_path / "content", folder=tmp_path)


def test_every_run_has_a_token_of_its_own_and_the_page_carries_it(door: ReviewDoor) -> None:
    other = ReviewDoor(content=door.content, folder=door.folder)
    assert door.token != other.token
    page = door.get(f"/-/review/{UID}/").body.decode()
    assert f'value="{door.token}"' in page
    assert "token-of-this-run" not in page


def test_no_page_of_another_host_can_frame_or_script_a_review_page(door: ReviewDoor) -> None:
    answer = door.get(f"/-/review/{UID}/")
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "form-action 'self'" in policy
    (nonce,) = re.findall(r"script-src 'nonce-([\w-]+)'", policy)
    assert answer.body.decode().count("<script") == 1
    assert f'<script nonce="{nonce}">' in answer.body.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/-/review/../../secret/",
        "/-/review/%2e%2e/",
        "/-/review/pictures/../index.html",
        "/-/review/a123456788/",
        "/-/review/A123456789/",
    ],
)
def test_nothing_but_review_pages_and_their_pictures_is_served(
    door: ReviewDoor, address: str
) -> None:
    assert door.get(address).status is HTTPStatus.NOT_FOUND


def test_what_came_of_a_form_is_told_by_another_address_and_written_as_words(
    door: ReviewDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> Outcome:
        return Outcome(written=False, said="Nothing was written. <b>Mend</b> it.")

    monkeypatch.setattr(local_answers, "record_apart", refused)
    answer = door.post(f"/-/review/{UID}/", body(token=door.token))
    assert answer.status is HTTPStatus.SEE_OTHER
    page = door.get(answer.headers["Location"].partition("#")[0]).body.decode()
    assert "&lt;b&gt;Mend&lt;/b&gt;" in page
    assert "rv-said--refused" in page
    again = door.get(f"/-/review/{UID}/").body.decode()
    assert "Mend" not in again
