"""`close` at 6 a.m.: one command, approved words, everything else as it was."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from datetime import date
from pathlib import Path

import pytest

from plugins.pelican_bridge import commands
from plugins.pelican_bridge.approvals import command as approve_command
from plugins.pelican_bridge.approvals.command import ApproveRequest
from plugins.pelican_bridge.closures import closing
from plugins.practice.posts import State
from plugins.practice.reading import read_content
from tests.approved import review_by_approvals_alone
from tests.approving import plan_of
from tests.conftest import Folder
from tests.pelican_bridge.closing_samples import (
    CLOSED,
    PAGE,
    SPANISH,
    approve_templates,
    git,
    only_planned,
    page,
    read,
    ready,
    typed,
    write_templates,
)

TUESDAY = date(2026, 11, 24)
FLU = "articles/flu.md"
PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


@pytest.fixture(autouse=True)
def by_approvals(
    unreviewed: None, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Approvals count; sites are only planned, but in tests marked `site`."""
    review_by_approvals_alone(monkeypatch)
    monkeypatch.setenv("COLUMNS", "400")
    if not request.node.get_closest_marker("site"):
        monkeypatch.setattr(closing, "build_site", only_planned)


@pytest.fixture
def practice(folder: Folder) -> Folder:
    return ready(folder)


def words(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    return " ".join((said.out + said.err).split())


def state_of(folder: Folder, file: str = CLOSED) -> State:
    return next(p.state for p in plan_of(folder.path, TUESDAY).posts if p.post.file == file)


@pytest.mark.site
def test_a_closure_is_everywhere_a_minute_later(
    practice: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(practice, reason="weather", until="12:00") == 0
    told = words(capsys)
    assert '"Closed on Tuesday, November 24 until 12:00 PM"' in told
    assert "approved beforehand by Rosa Reader on November 21, 2026 and Ravi Reader" in told
    assert "answering machine: You have reached Small Practice." in told
    assert "answering machine: Se ha comunicado con Small Practice." in told

    home = page(practice, "index.html")
    assert re.search(r"strip__state\">Closed<", home)
    assert "/notices/closed-2026-11-24/" in home
    assert "8:00\u00a0AM\u201312:00\u00a0PM" in home
    script = re.search(r'ld\+json">(.*?)</script>', home, re.DOTALL)
    assert script
    place = next(node for node in json.loads(script[1])["@graph"] if "telephone" in node)
    special = next(
        hours
        for hours in place["specialOpeningHoursSpecification"]
        if hours["validFrom"] == "2026-11-24"
    )
    assert (special["opens"], special["closes"]) == ("12:00", "17:00")
    assert "Please stay safe." in page(practice)
    assert "Cerrado el martes 24 de noviembre" in page(practice, f"es/{PAGE}")
    for path in ("latest/index.html", "feeds/notices.xml", "feeds/all.xml", "sitemap.xml"):
        assert "/notices/closed-2026-11-24/" in page(practice, path), path
    output = practice.path.parent / "output"
    assert (output / "share/closed-2026-11-24/portrait.jpg").is_file()

    kit = practice.path.parent / "kit"
    sign = (kit / "closures/closed-2026-11-24/door-sign.html").read_text(encoding="utf-8")
    assert sign.count('class="sheet"') == 2
    assert "Cerrado el martes 24 de noviembre hasta las 12:00 p.m." in sign
    voicemail = (kit / "closures/closed-2026-11-24/voicemail.txt").read_text(encoding="utf-8")
    assert "until noon" in voicemail
    assert "dos uno dos, cinco cinco cinco" in voicemail
    profiles = (kit / "profiles/index.html").read_text(encoding="utf-8")
    assert "Closed on Tuesday, November 24 until 12:00 PM" in profiles
    assert "closures/index.html" in (kit / "index.html").read_text(encoding="utf-8")
    posts = json.loads((kit / "posts.json").read_text(encoding="utf-8"))["posts"]
    assert posts[0]["title"].startswith(("Closed on Tuesday", "Cerrado el martes"))


@pytest.mark.site
def test_held_posts_do_not_keep_a_closure_back(
    practice: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    practice.write("articles/new.md", "---\ntitle: [\n---\n")
    practice.edit("questions/flu-shot.md", "authors: [ada]", "authors: [aba]")
    www = practice.path.parent / "www"
    assert typed(practice, reason="weather", to="folder", target=str(www)) == 0
    assert (www / PAGE).is_file()
    assert (www / "articles/flu/index.html").is_file()
    assert "post is held, and stays back, as before" in words(capsys)
    assert "closed-2026-11-24" in (practice.path / "ledger/uids.toml").read_text()


def test_without_two_approvals_nothing_is_published(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    write_templates(folder)
    assert typed(folder, reason="weather") == 1
    told = words(capsys)
    assert "content/closures/weather.md may not be used: two approvals" in told
    assert "python3 tasks.py approve content/closures/weather.md --as NAME" in told
    assert not (folder.path / CLOSED).exists()


def test_templates_are_approved_by_the_command_that_approves_posts(
    practice: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(approve_command, "ROOT", practice.path.parent)
    practice.edit("closures/weather.md", "Please stay safe.", "Please stay home.")
    for person in ("ada", "ben"):
        asked = ApproveRequest(
            file="closures/weather.md",
            content=practice.path,
            person=person,
            about_a_person="no",
        )
        assert approve_command.approve(asked) == 0
    assert "`close` may use these words" in words(capsys)
    assert typed(practice, reason="weather") == 0
    assert "Please stay home." in (practice.path / CLOSED).read_text(encoding="utf-8")


def test_a_notice_that_cannot_go_out_leaves_nothing_behind(
    practice: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(practice.path.rglob("*"))
    monkeypatch.setattr(
        "plugins.pelican_bridge.approvals.approved_texts.filled_texts", lambda *_: {}
    )
    assert typed(practice, reason="weather") == 1
    assert "nobody has approved this text" in words(capsys)
    assert sorted(practice.path.rglob("*")) == before


def test_without_a_template_it_is_told_which_file_is_missing(
    practice: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(practice, reason="power") == 1
    assert "content/closures/power.md may not be used" in words(capsys)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({}, "Say why: --reason and one of weather, power"),
        ({"reason": "wether"}, 'did you mean "weather"?'),
        ({"reason": "other"}, 'There is no reason "other"'),
        ({"reason": "weather", "until": "05:00"}, "is past"),
        ({"reason": "weather", "until": "07:45"}, "you open at 08:00 anyway"),
        ({"reason": "weather", "places": ("mian",)}, 'did you mean "main"?'),
        ({"extend": True, "until": "15:00"}, "No closure is in force"),
        ({"extend": True, "reopen": True}, "Choose one of --extend and --reopen"),
        ({"reopen": True, "until": "12:00"}, "--until says nothing together with --reopen"),
        ({"reason": "weather", "now": "six"}, '"six" is no moment'),
        ({"reason": "weather", "to": "fax"}, "none of the ways"),
    ],
)
def test_a_mistake_is_told_in_a_sentence_and_writes_nothing(
    practice: Folder,
    options: dict[str, object],
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = {path: path.read_bytes() for path in practice.path.rglob("*") if path.is_file()}
    assert typed(practice, **options) == 1
    assert told in words(capsys)
    after = {path: path.read_bytes() for path in practice.path.rglob("*") if path.is_file()}
    assert after == before


@pytest.mark.site
def test_the_day_goes_on(practice: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(practice, reason="weather", until="12:00") == 0
    uid = next(p.uid for p in read(practice).posts if p.file == CLOSED)
    assert typed(practice, reason="weather") == 1
    assert "close --extend --until 15:00" in words(capsys)

    assert typed(practice, extend=True, until="15:00", now="2026-11-24 11:00") == 0
    notice = (practice.path / CLOSED).read_text(encoding="utf-8")
    assert "until 3:00 PM" in notice
    assert f"uid: {uid}" in notice
    assert state_of(practice) is State.PUBLISHED

    assert typed(practice, extend=True, last="2026-11-26", now="2026-11-24 14:00") == 0
    assert "through Thursday, November 26" in page(practice)

    capsys.readouterr()
    assert typed(practice, reopen=True, now="2026-11-26 10:40") == 0
    assert "You are open again" in words(capsys)
    assert "until 10:40 AM on Thursday, November 26" in page(practice)
    assert state_of(practice, SPANISH) is State.PUBLISHED
    assert typed(practice, reopen=True, now="2026-11-26 10:41") == 1


@pytest.mark.site
def test_a_mistaken_closure_is_taken_back(
    practice: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(practice, reason="weather") == 0
    assert typed(practice, cancel=True) == 0
    assert "Taken back" in words(capsys)
    assert "We have taken this page back" in page(practice)
    assert "Hemos retirado esta página" in page(practice, f"es/{PAGE}")
    assert "closed-2026-11-24" not in page(practice, "index.html")
    assert typed(practice, reason="weather", until="12:00") == 0
    assert (practice.path / "notices/closed-2026-11-24-2.md").is_file()


def test_of_two_closures_the_one_that_is_meant_must_be_named(
    practice: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(practice, reason="weather", until="12:00") == 0
    assert typed(practice, reason="weather", first="2026-11-26") == 0
    capsys.readouterr()
    assert typed(practice, extend=True, until="15:00") == 1
    assert "--notice closed-2026-11-26" in words(capsys)
    assert typed(practice, extend=True, until="15:00", notice=CLOSED) == 0


def test_a_free_edit_of_the_notice_voids_the_templates_approvals(practice: Folder) -> None:
    assert typed(practice, reason="weather") == 0
    assert state_of(practice) is State.PUBLISHED
    practice.edit(CLOSED, "Please stay safe.", "Please stay safe, and buy our vitamins.")
    assert state_of(practice) is State.HELD


def test_a_notice_stays_approved_when_its_template_is_written_anew(practice: Folder) -> None:
    assert typed(practice, reason="weather") == 0
    practice.edit("closures/weather.md", "Please stay safe.", "Please stay at home.")
    approve_templates(practice)
    assert state_of(practice) is State.PUBLISHED


def test_kept_words_that_were_never_approved_approve_nothing(practice: Folder) -> None:
    assert typed(practice, reason="weather") == 0
    (kept,) = practice.path.glob("approvals/*/filled-weather.md")
    kept.write_text(kept.read_text().replace("Please stay safe.", "Buy our vitamins."))
    practice.edit(CLOSED, "Please stay safe.", "Buy our vitamins.")
    assert state_of(practice) is State.HELD


def test_of_a_template_that_was_edited_the_approved_words_are_used(
    practice: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    practice.edit("closures/weather.md", "Please stay safe.", "Please stay home.")
    assert typed(practice, reason="weather") == 0
    assert "not the newer, unapproved ones of closures/weather.md" in words(capsys)
    assert "Please stay safe." in (practice.path / CLOSED).read_text()


def test_a_translation_that_nobody_approved_stays_away_and_is_told(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    ready(folder, "closures/weather.md")
    assert typed(folder, reason="weather") == 0
    assert "There is no notice in es" in words(capsys)
    assert not (folder.path / SPANISH).exists()


@pytest.mark.parametrize("text", ["![A map](map.png)", "!<!-- x -->[A map][1]\n\n[1]: map.png"])
def test_words_with_a_picture_close_nothing(practice: Folder, text: str) -> None:
    practice.edit("closures/weather.md", "This is about", f"{text}\n\nThis is about")
    approve_templates(practice)
    practice.write("images/map.png", PIXEL)
    assert typed(practice, reason="weather") != 0
    assert not (practice.path / CLOSED).exists()


def test_a_template_is_no_post(practice: Folder) -> None:
    content, problems = read_content(practice.path)
    assert content is not None
    assert problems == []
    assert {template.file for template in content.closures} == {
        "closures/weather.md",
        "closures/weather.es.md",
    }
    assert not any(post.file.startswith("closures/") for post in content.posts)
    (practice.path / "closures/weather.md").write_text("---\ntitle: [\n---\n")
    plan = plan_of(practice.path, TUESDAY)
    assert not any(planned.post.title.startswith("Closed {") for planned in plan.posts)


def test_check_tells_of_a_template_that_close_would_refuse(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    write_templates(folder)
    commands.check(str(folder.path), "", as_json=False)
    told = words(capsys)
    assert "still without enough approvals: " in told
    assert "weather.md" in told


@pytest.mark.site
@pytest.mark.parametrize("file", ["practice.toml", "sources.toml", "ledger/sources.json"])
def test_a_broken_shared_file_is_taken_from_history_and_told_loudly(
    practice: Folder, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    practice.write("ledger/sources.json", '{"works": {}}')
    assert practice.read()[1] == []
    git(practice.path, "init", "-q")
    git(practice.path, "add", ".")
    git(practice.path, "commit", "-qm", "good")
    practice.write(file, "[[[ broken")
    git(practice.path, "commit", "-qam", "broken")
    practice.edit(FLU, "---\n", "---\nwithdrawn: 2026-11-23\n")
    assert typed(practice, reason="weather") == 0
    told = words(capsys)
    assert "Look at this today." in told
    assert file in told
    assert (practice.path / file).read_text() == "[[[ broken"
    assert (practice.path / CLOSED).is_file()
    assert "Please stay safe." in page(practice)
    assert "We have taken this page back" in page(practice, "articles/flu/index.html")


def test_without_a_history_the_mistake_is_told(
    practice: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    practice.edit("practice.toml", "[practice]", "[practice")
    assert typed(practice, reason="weather") == 1
    told = words(capsys)
    assert "practice.toml, line" in told
    assert "No earlier version" in told


def test_the_notice_of_a_demonstration_begins_in_the_morning_of_its_day(practice: Folder) -> None:
    text = (practice.path / "practice.toml").read_text()
    practice.write("practice.toml", text + "\n[demonstration]\ntoday = 2026-11-24\n")
    assert typed(practice, reason="weather", until="12:00", now="") == 0
    assert "date: 2026-11-24 06:00" in (practice.path / CLOSED).read_text()


def test_a_demonstration_is_never_deployed(
    practice: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (practice.path / "practice.toml").read_text()
    practice.write("practice.toml", text + "\n[demonstration]\ntoday = 2026-11-24\n")
    target = str(tmp_path / "www")
    assert typed(practice, reason="weather", to="folder", target=target) == 1
    assert "demonstration practice" in words(capsys)
    assert not (practice.path / CLOSED).exists()


def test_a_closure_of_one_place_leaves_the_other_open(practice: Folder) -> None:
    text = (practice.path / "practice.toml").read_text()
    start, end = text.index("[[places]]"), text.index("[topics.flu]")
    second = text[start:end].replace('"main"', '"river"').replace('"Small Practice"', '"River"')
    practice.write("practice.toml", text[:end] + second + text[end:])
    assert typed(practice, reason="weather", places=("river",)) == 0
    assert "This is about River." in (practice.path / CLOSED).read_text()
    assert state_of(practice) is State.PUBLISHED
    assert typed(practice, reason="weather", places=("main",)) == 0
