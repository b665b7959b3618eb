"""What is said of pictures: alt texts, before and after, skin (I-04 to I-06)."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from plugins.editorial_review.judging import judge
from plugins.editorial_review.pictures import rules
from plugins.editorial_review.pictures.shown_images import images_shown
from plugins.practice.problems import Severity
from tests.conftest import Folder
from tests.editorial_review.read_samples import add_field, add_text, setting_of, told, words

LONG = "A very long description " * 8


def with_image(folder: Folder, markdown: str) -> list[tuple[str, Severity]]:
    add_text(folder, markdown)
    return [(problem.what, problem.severity) for problem in told(folder, "I-05")]


@pytest.mark.parametrize("markdown", ["![](cuff.jpg)", "![ ](cuff.jpg)", "![][cuff]"])
def test_an_image_in_the_text_without_words_holds_the_post(folder: Folder, markdown: str) -> None:
    ((what, severity),) = with_image(folder, markdown)
    assert "has no words in its brackets" in what
    assert severity is Severity.BLOCK


@pytest.mark.parametrize(
    "alt", ["cuff.jpg", "IMG_2034", "img 2034", "photo", "arm-cuff", "DSC00123"]
)
def test_the_name_of_a_file_is_no_alt_text(folder: Folder, alt: str) -> None:
    ((what, severity),) = with_image(folder, f"![{alt}](arm-cuff.jpg)")
    assert "is the name of a file" in what
    assert severity is Severity.BLOCK


def test_alt_text_and_caption_say_different_things(folder: Folder) -> None:
    found = with_image(folder, '![A cuff on an arm](cuff.jpg "A cuff on an arm.")')
    assert [severity for _, severity in found] == [Severity.WARN]
    assert "alt text and caption are the same" in found[0][0]


def test_a_long_alt_text_is_told(folder: Folder) -> None:
    ((what, severity),) = with_image(folder, f"![{LONG.strip()}](cuff.jpg)")
    assert "an alt text of 191 characters" in what
    assert severity is Severity.WARN


def test_the_alt_text_of_the_front_matter_is_judged_too(folder: Folder) -> None:
    add_field(folder, "image: hand.jpg\nimage_alt: hand.jpg")
    (problem, *_) = told(folder, "I-05")
    assert (problem.file, problem.line) == ("articles/flu.md", 3)


@pytest.mark.parametrize(
    "markdown",
    [
        "![A nurse fits a cuff](cuff.jpg)",
        '![A nurse fits a cuff](cuff.jpg "Sit for five minutes first")',
        "`![](cuff.jpg)`",
        "<!-- ![](cuff.jpg) -->",
        "    ![](cuff.jpg)",
        "[a link](../pages/about.md)",
        "![Photo of a cuff](cuff.jpg)",
        "![Cuff](cuff.jpg)\n\nA new paragraph: Cuff",
    ],
)
def test_a_good_alt_text_is_left_alone(folder: Folder, markdown: str) -> None:
    add_text(folder, f"A sentence.\n\n{markdown}")
    assert told(folder, "I-05") == []


BEFORE_AFTER = "![A knee before and after treatment](knee.jpg)"


def test_pictures_before_and_after_say_that_results_may_vary_and_nothing_was_altered(
    folder: Folder,
) -> None:
    add_text(folder, BEFORE_AFTER)
    (problem,) = told(folder, "I-04")
    assert '"results may vary" or "the pictures were not altered"' in problem.what
    assert problem.severity is Severity.WARN
    add_text(folder, "Knee replacement. Results may vary. The pictures were not altered.")
    assert told(folder, "I-04") == []


def test_before_and_after_pictures_without_a_picture_are_asked_about(folder: Folder) -> None:
    add_text(folder, "See our before-and-after photos.")
    assert "the post shows none" in words(told(folder, "I-04"))


@pytest.mark.parametrize(
    "text",
    [
        "Wash your hands before and after meals.",
        "Check your blood sugar before and after exercise.",
        "Talk to us before and after the surgery.",
    ],
)
def test_before_and_after_as_plain_english_is_left_alone(folder: Folder, text: str) -> None:
    add_text(folder, text)
    assert told(folder, "I-04") == []
    assert told(folder, "I-01") == []


def test_a_skin_condition_is_told_for_more_than_one_skin(folder: Folder) -> None:
    folder.edit("articles/flu.md", "title: What to do about the flu", "title: What eczema is")
    add_text(folder, "The skin is dry and red.")
    (problem,) = told(folder, "I-06")
    assert problem.severity is Severity.NOTE
    assert '"red"' in problem.what
    add_text(folder, "On brown or black skin it looks gray or purple.")
    assert told(folder, "I-06") == []


def test_a_text_about_something_else_may_say_red(folder: Folder) -> None:
    add_text(folder, "Your eyes are red.")
    assert told(folder, "I-06") == []


@pytest.mark.parametrize(
    "text",
    [
        "![" * 400_000,
        "![a](" * 300_000,
        '![a](b "' * 300_000,
        "before and after " * 200_000,
        "our patient photo of a " * 150_000,
        "![x](y.jpg)\n" * 30_000,
        "no patient stories " * 150_000,
        "red eczema " * 200_000,
    ],
)
def test_a_megabyte_of_anything_takes_seconds(folder: Folder, text: str) -> None:
    setting = setting_of(folder)
    post = next(p for p in setting.posts if p.file == "articles/flu.md")
    huge = replace(post, title="Eczema", text=text[:1_000_000], image="a.jpg", image_alt="A hand")
    started = time.perf_counter()
    judge([huge], setting, None, rules.RULES)
    images_shown(huge)
    assert time.perf_counter() - started < 15
