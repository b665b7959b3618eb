"""`approve`: who may, what is asked, what is written; two people with git; signed approvals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plugins.editorial_review.approvals.hashing import short_hash
from plugins.pelican_bridge.approvals import command as approve_command
from plugins.pelican_bridge.approvals.approving import record_approval
from plugins.pelican_bridge.approvals.command import ApproveRequest
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.practice.posts import State
from tests.approved import FLU, SPANISH, review_by_approvals_alone
from tests.approving import approve_all, newest, plan_of
from tests.conftest import Folder

UID = "a123456789"
ROWS = f"approvals/{UID}/approval.toml"
COPY = f"approvals/{UID}/approved.md"
OLD, NEW = "Most people get well at home.", "Nearly everybody gets well at home."


@pytest.fixture(autouse=True)
def by_approvals(unreviewed: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    review_by_approvals_alone(monkeypatch)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")  # 2026-11-21
    monkeypatch.setattr(approve_command, "ROOT", tmp_path)


def run(folder: Path, file: str = FLU, **options: str) -> int:
    options = {"about_a_person": "no", **options}
    return approve_command.approve(ApproveRequest(file=file, content=folder, **options))


def rows(folder: Folder) -> str:
    path = folder.path / ROWS
    return path.read_text(encoding="utf-8") if path.exists() else ""


def words(capsys: pytest.CaptureFixture[str]) -> str:
    """All that was said, in one line."""
    said = capsys.readouterr()
    return " ".join((said.out + said.err).split())


def test_two_people_make_a_text_public(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder.path, person="ada") == 0
    first = words(capsys)
    assert 'Ada Able approves "What to do about the flu"' in first
    assert "It still needs one more approval" in first
    assert f"python3 tasks.py approve {FLU} --as ben" in first
    assert not (folder.path / COPY).exists()
    before = rows(folder)
    assert run(folder.path, person="Ben Baker") == 0
    assert "Nothing is missing" in words(capsys)
    assert rows(folder).startswith(before)
    assert (folder.path / COPY).read_bytes() == (folder.path / FLU).read_bytes()
    assert newest(plan_of(folder.path), FLU).state is State.PUBLISHED


def test_a_row_says_who_when_which_text_and_what_went_with_it(folder: Folder) -> None:
    run(folder.path, person="ada")
    plan = plan_of(folder.path)
    (row,) = plan.content.review.approvals[UID].approvals
    assert (row.person, row.role, row.on) == ("ada", "clinical", plan.today)
    assert row.text == plan.standings[FLU].text
    assert row.about_a_person is False
    assert set(row.texts) == {"facebook", "x", "google_business"}


def test_the_same_yes_twice_is_written_once(folder: Folder) -> None:
    run(folder.path, person="ada")
    before = rows(folder)
    run(folder.path, person="Dr. Ada Able, MD")
    assert rows(folder) == before


def test_approvals_of_earlier_texts_stay_as_a_record(folder: Folder) -> None:
    for person in ("ada", "ben"):
        run(folder.path, person=person)
    before = rows(folder)
    folder.edit(FLU, OLD, NEW)
    for person in ("ada", "ben"):
        run(folder.path, person=person)
    assert rows(folder).startswith(before)
    assert rows(folder).count("\n[[approvals]]\n") == 4
    assert NEW in (folder.path / COPY).read_text(encoding="utf-8")


def test_a_renamed_post_is_followed(folder: Folder) -> None:
    (folder.path / SPANISH).unlink()
    run(folder.path, person="ada")
    (folder.path / FLU).rename(folder.path / "articles/influenza.md")
    run(folder.path, "articles/influenza.md", person="ben")
    assert 'file = "articles/influenza.md"' in rows(folder)
    assert newest(plan_of(folder.path), "articles/influenza.md").state is State.PUBLISHED


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"person": "nobody"}, 'There is no person "nobody"'),
        ({"person": "adda"}, 'did you mean "ada"?'),
        ({}, "Say who approves: --as NAME. Who could: Ada Able (ada) and Ben Baker (ben)"),
        ({"person": "ada", "about_a_person": ""}, "Add --about-a-person no"),
        ({"person": "ada", "about_a_person": "maybe"}, "Add --about-a-person no"),
        ({"person": "ada", "recorded_by": "ben"}, 'Add it: --hash "3f9a 77c1"'),
        ({"person": "ada", "hash": "0000 0000"}, "is another text than the one that was read"),
        ({"person": "ada", "hash": "3f9a"}, "is another text than the one that was read"),
        ({"person": "ada", "key": "/no/such/key"}, "cannot sign"),
        ({"person": "ada", "file": "articles/flo.md"}, 'Did you mean "articles/flu.md"?'),
        ({"person": "ada", "file": "pages/about.md"}, '"pages/about.md" is no post'),
        ({"person": "ada", "file": SPANISH}, f"Approve {FLU} first"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    folder: Folder, capsys: pytest.CaptureFixture[str], options: dict[str, str], said: str
) -> None:
    assert run(folder.path, **options) == 1
    assert said in words(capsys)
    assert not (folder.path / "approvals").exists()


def test_one_who_left_cannot_approve_anew(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit("people/ben.md", "role:", "left: 2026-11-01\nrole:")
    assert run(folder.path, person="ben") == 1
    assert "Ben Baker left on Nov 1, 2026, and cannot approve any more" in words(capsys)
    assert run(folder.path, person="ada") == 0
    said = words(capsys)
    assert "outside: true" in said


def test_a_text_with_problems_is_not_worth_a_yes(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.edit(FLU, "[@one]", "[@nowhere]")
    assert run(folder.path, person="ada") == 1
    said = words(capsys)
    assert "Mend these first" in said
    assert "nowhere" in said


def test_problems_of_the_newer_text_are_those_that_count(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    approve_all(folder.path)
    folder.edit(FLU, "[@one]", "[@nowhere]")
    assert run(folder.path, person="ada") == 1
    assert "nowhere" in words(capsys)


def test_a_file_that_cannot_be_read_cannot_be_approved(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    approve_all(folder.path)
    folder.edit(FLU, "title: What", 'title: "What')
    assert run(folder.path, person="ada") == 1
    assert f"{FLU} cannot be read. Mend this first" in words(capsys)


def test_a_damaged_approval_file_is_not_written_into(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder.path, person="ada")
    folder.write(ROWS, rows(folder).replace("[[approvals]]", "[[approvals"))
    before = rows(folder)
    assert run(folder.path, person="ben") == 1
    assert "is damaged" in words(capsys)
    assert rows(folder) == before


def test_an_approval_on_paper_says_who_recorded_it(folder: Folder) -> None:
    mark = short_hash(plan_of(folder.path).standings[FLU].text)
    assert run(folder.path, person="ada", recorded_by="ben", hash=mark) == 0
    (row,) = plan_of(folder.path).content.review.approvals[UID].approvals
    assert (row.person, row.recorded_by) == ("ada", "ben")
    assert run(folder.path, person="ben", recorded_by="ben", hash=mark) == 1


def test_a_yes_about_a_real_person_is_kept_and_holds_the_post(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder.path, person="ada", about_a_person="yes")
    run(folder.path, person="ben")
    assert "consent" in words(capsys)
    plan = plan_of(folder.path)
    assert newest(plan, FLU).state is State.HELD
    assert [p.rule for p in plan.problems if p.file == FLU and p.blocks] == ["P-13"]


def test_nobody_approves_what_changed_while_it_was_read(folder: Folder) -> None:
    plan = plan_of(folder.path)
    folder.edit(FLU, OLD, NEW)
    with pytest.raises(WrongUseError, match="has changed since"):
        record_approval(plan, newest(plan, FLU).post, person="ada", about_a_person=False)
    assert rows(folder) == ""


def test_a_translation_is_approved_by_those_who_read_it(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder.path, person="ada")
    run(folder.path, person="ben")
    capsys.readouterr()
    assert run(folder.path, SPANISH, person="ben") == 1
    assert "languages: [..., es]" in words(capsys)
    approve_all(folder.path)
    plan = plan_of(folder.path)
    assert newest(plan, SPANISH).state is State.PUBLISHED
    record = plan.content.review.approvals["b123456789"]
    assert {row.original for row in record.approvals} == {plan.standings[FLU].text}


def test_a_source_hash_that_is_no_approved_text_is_refused(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    approve_all(folder.path)
    folder.edit(SPANISH, "uid:", "source_hash: 0000 0000\nuid:")
    assert run(folder.path, SPANISH, person="Rosa Reader") == 1
    mark = short_hash(plan_of(folder.path).standings[FLU].text)
    assert f'write "{mark}"' in words(capsys)


class Clone:
    """One person's computer: a git clone with a name on its commits."""

    def __init__(self, path: Path, name: str) -> None:
        self.path, self.content = path, Folder(path / "content")
        self.git("config", "user.name", name)
        self.git("config", "user.email", f"{name.lower()}@example.org")

    def git(self, *arguments: str, fails: bool = False) -> str:
        command = ["git", "-c", "commit.gpgsign=false", *arguments]
        done = subprocess.run(command, cwd=self.path, capture_output=True, text=True, check=False)
        assert bool(done.returncode) is fails, done.stdout + done.stderr
        return done.stdout

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)


@pytest.fixture
def clones(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Clone, Clone]:
    """Ada's and Ben's clone of a practice with nothing approved."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    shared, start = tmp_path / "shared.git", tmp_path / "start"
    start.mkdir()
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(shared)], check=True)
    subprocess.run(["git", "clone", "-q", str(shared), str(start)], check=True, capture_output=True)
    folder.path.rename(start / "content")
    first = Clone(start, "Setup")
    first.git("checkout", "-q", "-b", "main")
    first.commit("The practice")
    first.git("push", "-q", "origin", "main")
    made = []
    for name in ("Ada", "Ben"):
        path = tmp_path / name.lower()
        subprocess.run(["git", "clone", "-q", str(shared), str(path)], check=True)
        made.append(Clone(path, name))
    return made[0], made[1]


def state(clone: Clone) -> State:
    return newest(plan_of(clone.content.path), FLU).state


def test_two_people_with_git_one_after_the_other(clones: tuple[Clone, Clone]) -> None:
    ada, ben = clones
    run(ada.content.path, person="ada")
    ada.commit("Ada approves the flu article")
    ada.git("push", "-q", "origin", "main")
    ben.git("pull", "-q", "--rebase", "origin", "main")
    run(ben.content.path, person="ben")
    ben.commit("Ben approves the flu article")
    ben.git("push", "-q", "origin", "main")
    ada.git("pull", "-q", "--rebase", "origin", "main")
    assert state(ada) is State.PUBLISHED
    authors = ada.git("log", "--format=%an", "--", f"content/{ROWS}").split()
    assert authors == ["Ben", "Ada"]
    # Ben mends a typo; the old text stays until both have read the new one.
    ben.content.edit(FLU, OLD, NEW)
    ben.commit("A typo")
    plan = plan_of(ben.content.path)
    assert plan.newer == {FLU}
    public = next(p for p in plan.posts if p.post.file == FLU)
    assert public.state is State.PUBLISHED
    assert public.post.text.startswith(OLD)
    for who in ("ben", "ada"):
        run(ben.content.path, person=who)
    ben.commit("Both have read it")
    assert newest(plan_of(ben.content.path), FLU).post.text.startswith(NEW)
    assert plan_of(ben.content.path).newer == frozenset()


def test_two_people_who_approve_at_the_same_time_are_told_how_to_merge(
    clones: tuple[Clone, Clone], capsys: pytest.CaptureFixture[str]
) -> None:
    ada, ben = clones
    for clone, person in ((ada, "ada"), (ben, "ben")):
        run(clone.content.path, person=person)
        clone.commit(f"{person} approves")
    ada.git("push", "-q", "origin", "main")
    ben.git("fetch", "-q", "origin")
    ben.git("merge", "-q", "origin/main", fails=True)
    (problem,) = [p for p in plan_of(ben.content.path).problems if p.rule == "damaged-approval"]
    assert "mark" in problem.what
    assert "git checkout --ours" in problem.fix
    assert "approve again" in problem.fix
    assert state(ben) is State.HELD
    ben.git("checkout", "-q", "--ours", f"content/{ROWS}")
    run(ben.content.path, person="ada")
    ben.commit("Merged: Ada has approved again")
    assert state(ben) is State.PUBLISHED


def test_approvals_that_meet_in_a_merge_without_a_conflict_are_kept_by_one_command(
    clones: tuple[Clone, Clone], capsys: pytest.CaptureFixture[str]
) -> None:
    ada, _ = clones
    for person in ("ada", "ben"):
        run(ada.content.path, person=person)
    (ada.content.path / COPY).unlink()
    told = [p for p in plan_of(ada.content.path).problems if p.rule == "copy-not-kept"]
    assert f"python3 tasks.py approve {FLU}" in told[0].fix
    assert run(ada.content.path) == 0
    assert (ada.content.path / COPY).read_bytes() == (ada.content.path / FLU).read_bytes()


@pytest.fixture
def keys(folder: Folder, tmp_path: Path) -> dict[str, str]:
    """A practice that asks for signatures, with a key for Ada and one for Ben."""
    folder.edit(
        "practice.toml", "[networks.facebook]", "[review]\nsigned = true\n[networks.facebook]"
    )
    lines, made = [], {}
    for name in ("ada", "ben"):
        key = tmp_path / f"key-{name}"
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(key)]
        subprocess.run(command, check=True)
        lines.append(f"{name} {key.with_suffix('.pub').read_text(encoding='utf-8')}")
        made[name] = str(key)
    folder.write("approvals/allowed_signers", "".join(lines))
    return made


def test_signed_approvals_make_a_text_public(folder: Folder, keys: dict[str, str]) -> None:
    for person, key in keys.items():
        assert run(folder.path, person=person, key=key) == 0
    assert "BEGIN SSH SIGNATURE" in rows(folder)
    assert newest(plan_of(folder.path), FLU).state is State.PUBLISHED


def why_not_counted(folder: Folder) -> str:
    plan = plan_of(folder.path)
    assert newest(plan, FLU).state is State.HELD
    return " ".join(plan.standings[FLU].uncounted)


def test_an_unsigned_approval_is_refused_where_signatures_are_asked_for(
    folder: Folder, keys: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder.path, person="ada") == 1
    assert "Add --key" in words(capsys)
    assert run(folder.path, person="ada", key=keys["ben"]) == 1
    assert "is not that of ada" in words(capsys)
    assert rows(folder) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('person = "ada"', 'person = "ben"', "the signature is not that of ben"),
        ("about_a_person = false", "about_a_person = true", "is not that of ada"),
        ("on = 2026-11-21", "on = 2026-11-20", "is not that of ada"),
        ("U1NIU0lH", "U1NIU0lI", "is not that of ada"),
        ("-----BEGIN SSH SIGNATURE-----", "nothing", "is not that of ada"),
    ],
)
def test_a_forged_or_broken_signature_is_told_and_does_not_count(
    folder: Folder, keys: dict[str, str], old: str, new: str, said: str
) -> None:
    run(folder.path, person="ada", key=keys["ada"])
    folder.edit(ROWS, old, new)
    assert said in why_not_counted(folder)


def test_a_signature_of_another_post_does_not_count(folder: Folder, keys: dict[str, str]) -> None:
    run(folder.path, person="ada", key=keys["ada"])
    signature = rows(folder).partition("signature = ")[2]
    run(folder.path, "questions/flu-shot.md", person="ada", key=keys["ada"])
    path = next(p for p in (folder.path / "approvals").glob("*/approval.toml") if UID not in str(p))
    other = path.read_text(encoding="utf-8")
    path.write_text(other.partition("signature = ")[0] + f"signature = {signature}")
    plan = plan_of(folder.path)
    assert "is not that of ada" in plan.standings["questions/flu-shot.md"].uncounted[0]


def test_without_ssh_keygen_no_signature_counts_and_it_is_told(
    folder: Folder, keys: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run(folder.path, person="ada", key=keys["ada"])
    (folder.path / "approvals/allowed_signers").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "ssh-keygen is not on this computer" in why_not_counted(folder)


def test_without_the_list_of_keys_no_signature_counts(folder: Folder, keys: dict[str, str]) -> None:
    run(folder.path, person="ada", key=keys["ada"])
    (folder.path / "approvals/allowed_signers").unlink()
    assert "allowed_signers is missing" in why_not_counted(folder)


def test_the_command_answers_like_the_others(folder: Folder) -> None:
    environment: dict[str, Any] = {**os.environ, "SOURCE_DATE_EPOCH": "1795262400"}
    command = [sys.executable, "-m", "invoke", "approve", FLU, "--content", str(folder.path)]
    done = subprocess.run(
        [*command, "--as", "nobody", "--about-a-person", "no"],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 1
    assert "There is no person" in done.stderr
