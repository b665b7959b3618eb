"""consents.toml: what is wrong in it is told without a name, and nothing is guessed from it."""

from __future__ import annotations

import pytest

from plugins.practice.review_records import Consent
from tests.conftest import Folder

ROW = """\
[[consents]]
id = "c-3f9a77c1"
kind = "photo"
scope = "A hand"
channels = ["site"]
signed = 2026-01-02
expires = 2028-01-02
custodian = "privacy officer"
"""
FILE = "consents.toml"


def consents(folder: Folder, text: str) -> dict[str, Consent]:
    folder.write(FILE, text)
    content, _ = folder.read()
    assert content is not None
    return dict(content.review.consents)


def test_a_record_is_read_with_its_line(folder: Folder) -> None:
    read = consents(folder, f"# ours\n{ROW}minor = true\nrevoked = 2027-01-02\n")
    record = read["c-3f9a77c1"]
    assert (record.kind, record.channels, record.minor, record.line) == (
        "photo",
        ("site",),
        True,
        2,
    )
    assert folder.problems(FILE) == []


def test_no_file_is_no_problem(folder: Folder) -> None:
    assert folder.problems(FILE) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"photo"', '"picture"'), 'found "picture"'),
        (('kind = "photo"\n', ""), "`consents.0.kind` is missing or empty"),
        (('["site"]', "[]"), "`consents.0.channels` is missing or empty"),
        (('["site"]', '[""]'), "`channels` is an empty list"),
        (("2028-01-02", "2025-01-02"), "before it was signed"),
        (("custodian", "revoked = 2025-01-02\ncustodian"), "before it was signed"),
        (("custodian", 'revoked = "next week"\ncustodian'), "not a day"),
        (("expires = 2028-01-02", "expires = never"), "cannot be read"),
        (("custodian", 'name = "x"\ncustodian'), "there is no field `consents.0.name`"),
        (("custodian", 'form_sha256 = "abc"\ncustodian'), "form_sha256"),
        (("signed = 2026-01-02\n", ""), "`consents.0.signed` is missing or empty"),
        (("[[consents]]", "[[consent]]"), "there is no field `consent`"),
    ],
)
def test_a_record_that_is_wrong_is_told_and_counts_as_none(
    folder: Folder, change: tuple[str, str], said: str
) -> None:
    assert change[0] in ROW
    assert consents(folder, ROW.replace(*change)) == {}
    problems = folder.problems(FILE)
    assert said in " ".join(problem.what for problem in problems)
    assert all(problem.blocks for problem in problems)


def test_a_wrong_record_leaves_the_others_as_they_are(folder: Folder) -> None:
    second = ROW.replace("c-3f9a77c1", "c-55aa66bb")
    assert [*consents(folder, ROW.replace('"photo"', '"x"') + second)] == ["c-55aa66bb"]


def test_two_records_of_one_id_count_as_none_for_one_of_them_may_be_revoked(folder: Folder) -> None:
    revoked = ROW.replace("custodian", "revoked = 2026-02-02\ncustodian")
    assert consents(folder, revoked + ROW) == {}
    assert {problem.rule for problem in folder.problems(FILE)} == {"repeated-id"}
    assert [problem.line for problem in folder.problems(FILE)] == [1, 10]


@pytest.mark.parametrize("name", ["Maria Lopez", "M. Lopez", "MLopez", "maria_lopez"])
def test_an_id_that_is_no_id_is_never_quoted(folder: Folder, name: str) -> None:
    assert consents(folder, ROW.replace("c-3f9a77c1", name)) == {}
    told = str(folder.problems(FILE))
    assert "unfit-field" in told
    assert name not in told


@pytest.mark.parametrize(
    "text",
    [
        "consents = 3",
        'consents = "x"',
        "[consents]\nid = 1",
        "<<<<<<< HEAD\n",
        "\x00",
        "[[consents]]",
    ],
)
def test_whatever_stands_there_is_told_and_no_traceback(folder: Folder, text: str) -> None:
    assert consents(folder, text) == {}
    assert folder.problems(FILE)
