"""What a finding on privacy tells: the words and the line, never a value or a name."""

from __future__ import annotations

import pytest

from plugins.editorial_review.subject import Outgoing
from tests.editorial_review.privacy_samples import article, problems
from tests.editorial_review.test_privacy_rules import HITS


def test_a_number_is_told_by_its_label_and_last_two_characters() -> None:
    (problem,) = problems(article("Great news on MRN 00482913!"), "P-01")
    assert "MRN ••••13" in problem.what
    assert "0048" not in problem.what


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Mr. Vandersloot came in.", "andersloot"),
        ("Way to go, Marisela!", "arisela"),
        ("Please help the Esparza family.", "sparza"),
        ("Ring him: 646-555-0178.", "646"),
        ("Write her at moon.judy@mail.example.net.", "judy"),
        ("Meals go to 418 Quail Hollow Ln.", "uail"),
        ("![x](maria-delgado-veneers.jpg)", "elgado"),
        ("See https://portal.example.net/labs?patient=88213 for it.", "88213"),
        ("Thank you, Deb! Glad your root canal was painless, Deb.", "deb"),
    ],
)
def test_no_finding_repeats_a_name_or_a_value(text: str, secret: str) -> None:
    found = problems(article(text))
    assert found
    assert not [p.what for p in found if secret.lower() in p.what.lower()]


@pytest.mark.parametrize("text", [text for texts in HITS.values() for text in texts])
def test_a_finding_is_one_line_that_says_what_was_found(text: str) -> None:
    for problem in problems(article(text)):
        assert problem.what.strip()
        assert "\n" not in problem.what
        assert "§" not in problem.what
        assert "¤" not in problem.what


def test_a_finding_stands_on_its_own_line() -> None:
    text = "Wash your hands.\n\nStay home when ill,\nand rest.\nOur patient told us so."
    (problem,) = problems(article(text), "P-04")
    assert problem.line == 5


def test_a_finding_in_a_hidden_place_says_where() -> None:
    text = "Wash hands.\n\n<!-- source: chart #77-2041 -->\n\n![Our patient, smiling](a.jpg)"
    told = {problem.rule: problem.what for problem in problems(article(text))}
    assert "in a comment" in told["P-01"]
    assert "in the words for a picture" in told["P-04"]


def test_front_matter_code_and_the_name_of_the_picture_are_read() -> None:
    post = article(
        "```\nMRN 00482913\n```", title="How our patient lost 62 pounds", image="mrs-tran-after.jpg"
    )
    assert {"P-01", "P-04", "P-12"} <= {problem.rule for problem in problems(post)}


def test_what_a_network_is_given_is_judged_and_not_told_twice() -> None:
    post = article("Our patient told us so.")
    same = Outgoing(network="x", text="Our patient told us so.\nhttps://www.example.org/a")
    more = Outgoing(network="facebook", text="Our patient told us so. Way to go, Marisela!")
    assert len(problems(post, "P-04", outgoing=(same, more))) == 1
    (praise,) = problems(post, "P-05", outgoing=(same, more))
    assert "the text for facebook" in praise.what


def test_a_text_of_a_writers_own_is_told_once_as_it_stands_in_the_file() -> None:
    own = Outgoing(network="x", text="Way to go, Marisela!", own=True)
    assert problems(article("Wash your hands."), "P-05", outgoing=(own,)) == []
