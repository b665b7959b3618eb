"""A consent that is revoked: its posts are held, and all that must come down is listed."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from plugins.editorial_review.judging import judge
from plugins.editorial_review.pictures.rules import RULES
from plugins.pelican_bridge import consent_command
from plugins.practice.posts import State
from tests.conftest import Build, Folder
from tests.editorial_review.read_samples import CONSENT, FLU, ID

PUBLIC = """\
[posts.a123456789]
kind = "article"
lang = "en"
file = "articles/flu.md"
title = "What to do about the flu"
date = 2026-11-02T09:00:00-05:00
url = "https://small.example.org/articles/flu/"
since = 2026-11-02
"""


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")  # 2026-11-21
    monkeypatch.setattr(consent_command, "CACHE", tmp_path / "cache")


@pytest.fixture
def shown(folder: Folder) -> Folder:
    """The small practice, whose flu article shows somebody who has agreed to all of it."""
    buffer = BytesIO()
    Image.effect_noise((300, 200), 60).convert("RGB").save(buffer, "JPEG")
    folder.write("images/hand.jpg", buffer.getvalue())
    text = (folder.path / FLU).read_text("utf-8")
    fields = f"consent: {ID}\nimage: hand.jpg\nimage_alt: The hand of our patient\n"
    folder.write(FLU, text.replace("---\n", f"---\n{fields}", 1))
    folder.edit("articles/flu.es.md", "uid:", "image_alt: La mano de un paciente nuestro\nuid:")
    folder.write("consents.toml", CONSENT.replace('"facebook"', '"facebook", "google_business"'))
    return folder


def revoke(folder: Folder) -> None:
    folder.edit("consents.toml", "custodian", "revoked = 2026-11-20\ncustodian")


def listed(folder: Folder, capsys: pytest.CaptureFixture[str], code: int) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert consent_command.consents(str(folder.path), as_json=True) == code
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def test_a_live_consent_lists_every_address_that_rests_on_it(
    shown: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    (row,) = listed(shown, capsys, 0)
    assert (row["id"], row["state"], row["scope"]) == (ID, "live", "A photo of a hand; no face")
    use = next(use for use in row["uses"] if use["file"] == FLU)
    site = "https://small.example.org"
    assert use["page"] == f"{site}/articles/flu/"
    assert {f"{site}/images/hand.jpg", f"{site}/share/flu/card.jpg"} <= {*use["pictures"]}
    assert f"{site}/share/flu/square-360.jpg" in use["pictures"]
    assert {f"{site}/feeds/all.xml", f"{site}/feeds/topics/flu.xml"} <= {*use["feeds"]}
    assert f"{site}/feeds/notices.xml" not in use["feeds"]
    assert use["networks"] == ["facebook", "x", "google_business"]
    # Its translation takes the consent over, and stands at addresses of its own.
    assert f"{site}/es/articles/flu/" in [use["page"] for use in row["uses"]]


def test_every_listed_address_of_a_published_post_is_there(
    shown: Folder, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    built = build(shown.path)
    (row,) = listed(shown, capsys, 0)
    for use in row["uses"]:
        for address in (*use["pictures"], *use["feeds"], f"{use['page']}index.html"):
            path = address.removeprefix("https://small.example.org/")
            assert (built.output / path).is_file(), address


def test_a_revoked_consent_is_a_take_down_list_and_exit_code_1(
    shown: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    revoke(shown)
    assert consent_command.consents(str(shown.path), as_json=False) == 1
    told = capsys.readouterr().out
    assert f"revoked {ID}" in told
    assert "Take down, everywhere:" in told
    assert "https://small.example.org/share/flu/card.jpg" in told
    assert "1 consent, 1 with something to take down." in told
    assert "A fresh id for the next record: c-" in told


def test_a_consent_that_is_named_and_not_there_is_listed(
    shown: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    (shown.path / "consents.toml").unlink()
    (row,) = listed(shown, capsys, 1)
    assert row["state"] == "unknown"


def test_a_consent_that_nothing_rests_on_is_listed_and_holds_nothing(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write("consents.toml", CONSENT.replace("2028-01-02", "2026-02-02"))
    (row,) = listed(folder, capsys, 0)
    assert (row["state"], row["uses"]) == ("expired", [])


def test_a_damaged_file_is_told_and_no_traceback(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write("consents.toml", "[[consents]\n")
    assert consent_command.consents(str(folder.path), as_json=False) == 1
    told = capsys.readouterr().out
    assert "consents.toml:1" in told
    assert "Traceback" not in told


def approved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the rules for pictures judge: these tests are not about approvals."""
    monkeypatch.setattr(
        "plugins.pelican_bridge.plan.review_problems",
        lambda setting, outgoing: judge(setting.posts, setting, outgoing, RULES),
    )


@pytest.mark.site
def test_a_revoked_consent_holds_its_post_and_puts_it_on_the_take_down_list_of_the_kit(
    shown: Folder, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved(monkeypatch)
    shown.write("ledger/uids.toml", PUBLIC)
    before = build(shown.path)
    plan = before.result.plan
    assert plan is not None
    assert {p.state for p in plan.posts if p.post.slug == "flu"} == {State.PUBLISHED}
    assert json.loads((before.kit / "withdrawn.json").read_text()) == []
    revoke(shown)
    after = build(shown.path)
    assert after.result.plan is not None
    assert {p.state for p in after.result.plan.posts if p.post.slug == "flu"} == {State.HELD}
    (row,) = json.loads((after.kit / "withdrawn.json").read_text())
    assert row["uid"] == "a123456789"
    assert "a consent was revoked" in row["reason"]
    assert not (after.output / "images/hand.jpg").exists()
    assert not (after.output / "share/flu/card.jpg").exists()
    assert "We are looking at it again" in after.page("articles/flu/index.html")
    assert "hand" not in after.page("feeds/all.xml")
