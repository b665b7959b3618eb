"""Content files: each mistake is told with file and line, and the others are read all the same."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from plugins.practice.problems import Severity
from tests.conftest import Folder

FLU = "articles/flu.md"


SPANISH = "articles/flu.es.md"


def others_are_read(folder: Folder, *broken: str) -> bool:
    """Whether every post but the broken ones was read; a translation falls with its original."""
    content, _ = folder.read()
    assert content is not None
    expected = {
        "articles/flu.md",
        "articles/flu.es.md",
        "questions/flu-shot.md",
        "notices/closed.md",
    }
    return {post.file for post in content.posts} == expected - set(broken)


def test_a_content_folder_that_is_not_there_is_told(folder: Folder) -> None:
    folder.path = folder.path / "nowhere"
    _, problems = folder.read()
    assert [problem.rule for problem in problems] == ["no-content"]


@pytest.mark.parametrize(
    ("old", "new", "line", "found"),
    [
        ("topics: [flu]", "topics:\t[flu]\n\tx: y", 6, "tab"),
        ("title: What to do about the flu", "title: Flu: what to do", 2, "colon"),
        ("topics: [flu]", "topics: [flu", 6, ""),
        ("topics: [flu]", 'topics: "flu', 5, ""),
    ],
)
def test_yaml_that_cannot_be_read_is_told_with_its_line(
    folder: Folder, old: str, new: str, line: int, found: str
) -> None:
    folder.edit(FLU, old, new)
    problem = next(p for p in folder.problems(FLU) if p.rule == "front-matter")
    assert abs(problem.line - line) <= 1
    assert found in problem.what
    assert others_are_read(folder, FLU, SPANISH)


def test_front_matter_without_a_closing_line_is_told(folder: Folder) -> None:
    folder.write(FLU, "---\ntitle: Flu\n\nText without end\n")
    assert "never closed" in folder.problem(FLU).what


def test_a_file_that_does_not_begin_with_front_matter_is_told(folder: Folder) -> None:
    folder.write(FLU, "# Flu\n\nText\n")
    assert folder.problem(FLU).rule == "front-matter"


def test_an_empty_file_is_told(folder: Folder) -> None:
    folder.write(FLU, "")
    assert folder.problem(FLU).rule == "empty-file"
    assert others_are_read(folder, FLU, SPANISH)


def test_a_missing_title_is_told_with_what_it_is_for(folder: Folder) -> None:
    folder.edit(FLU, "title: What to do about the flu\n", "")
    problem = folder.problem(FLU)
    assert problem.rule == "missing-field"
    assert "`title`" in problem.what
    assert problem.severity is Severity.BLOCK


def test_a_missing_uid_is_told_with_one_to_paste(folder: Folder) -> None:
    folder.edit(FLU, "uid: a123456789\n", "")
    problem = folder.problem(FLU)
    assert "uid: h" in problem.fix


def test_an_unknown_author_is_told_with_who_there_is(folder: Folder) -> None:
    folder.edit(FLU, "authors: [ada]", "authors: [aba]")
    problem = next(p for p in folder.problems(FLU) if p.rule == "unknown-authors")
    assert problem.line == 4
    assert 'did you mean "ada"' in problem.fix


def test_a_repeated_slug_holds_the_later_file_and_names_the_earlier(folder: Folder) -> None:
    folder.copy(FLU, "articles/later.md", uid="e123456789", date="2026-11-05 09:00")
    folder.edit("articles/later.md", "uid: e123456789", "uid: e123456789\nslug: flu")
    problem = folder.problem("articles/later.md")
    assert problem.rule == "repeated-slug"
    assert FLU in problem.what
    assert folder.problems(FLU) == []


def test_a_repeated_uid_holds_the_later_file(folder: Folder) -> None:
    folder.copy(FLU, "articles/later.md", date="2026-11-05 09:00")
    problem = folder.problem("articles/later.md")
    assert problem.rule == "repeated-uid"
    assert folder.problems(FLU) == []


@pytest.mark.parametrize("slug", ["es", "feeds", "articles", "search"])
def test_a_slug_that_is_a_folder_of_the_site_is_refused(folder: Folder, slug: str) -> None:
    folder.write(f"pages/{slug}.md", "---\ntitle: A page\n---\nText\n")
    assert folder.problem(f"pages/{slug}.md").rule == "reserved-slug"


@pytest.mark.parametrize("slug", ["../../x", "Über", "a b", "-a", "a/b", "%2e%2e"])
def test_a_slug_that_is_no_slug_is_refused(folder: Folder, slug: str) -> None:
    folder.edit(FLU, "uid: a123456789", f'uid: a123456789\nslug: "{slug}"')
    problem = next(p for p in folder.problems(FLU) if "`slug`" in p.what)
    assert problem.severity is Severity.BLOCK
    assert problem.line == 7


def test_a_file_that_is_not_utf8_is_told_with_the_line_of_the_byte(folder: Folder) -> None:
    folder.write(FLU, "---\ntitle: Flu\nsummary: caf\xe9\n---\n".encode("latin-1"))
    problem = folder.problem(FLU)
    assert (problem.rule, problem.line) == ("not-utf8", 3)
    assert others_are_read(folder, FLU, SPANISH)


def test_a_byte_order_mark_is_noted_and_the_file_is_read(folder: Folder) -> None:
    text = (folder.path / FLU).read_bytes()
    folder.write(FLU, b"\xef\xbb\xbf" + text)
    problem = folder.problem(FLU)
    assert (problem.rule, problem.severity) == ("byte-order-mark", Severity.NOTE)
    assert others_are_read(folder)


def test_windows_line_ends_are_read_and_lines_keep_their_numbers(folder: Folder) -> None:
    text = (folder.path / FLU).read_bytes().replace(b"\n", b"\r\n")
    folder.write(FLU, text.replace(b"authors: [ada]", b"authors: [aba]"))
    problem = next(p for p in folder.problems(FLU) if p.rule == "unknown-authors")
    assert problem.line == 4


def test_a_file_of_five_megabytes_is_not_read(folder: Folder) -> None:
    folder.write(FLU, b"---\ntitle: x\n---\n" + b"flu " * 1_250_000)
    problem = folder.problem(FLU)
    assert problem.rule == "too-long-file"
    assert "5.0 MB" in problem.what


def test_a_control_character_is_told_with_its_line(folder: Folder) -> None:
    folder.edit(FLU, "Most people get well", "Most\x0bpeople get well")
    problem = folder.problem(FLU)
    assert problem.rule == "control-character"
    assert "U+000B" in problem.what


def test_a_value_repeated_by_yaml_anchors_is_refused(folder: Folder) -> None:
    folder.write(FLU, "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: [*b, *b]\n---\ntext\n")
    assert "& and *" in folder.problem(FLU).what


def test_a_field_that_nobody_reads_is_a_warning(folder: Folder) -> None:
    folder.edit(FLU, "disclosures: none", "disclosures: none\nauther: ada")
    problem = folder.problem(FLU)
    assert (problem.rule, problem.severity) == ("unknown-field", Severity.WARN)
    assert 'did you mean "authors"' in problem.fix


def test_yaml_does_not_guess_what_a_word_means(folder: Folder) -> None:
    folder.edit(FLU, "title: What to do about the flu", "title: No")
    content, problems = folder.read()
    assert problems == []
    assert content is not None
    assert next(p for p in content.posts if p.file == FLU).title == "No"


@pytest.mark.parametrize(
    ("found", "fix"),
    [("11/21/2026 09:00", "24 hours"), ("11/21/2026", "2026-11-21"), ("soon", "2026-11-21")],
)
def test_a_date_in_another_spelling_is_told_with_the_right_one(
    folder: Folder, found: str, fix: str
) -> None:
    folder.edit(FLU, "date: 2026-11-02 09:00", f"date: {found}")
    assert fix in folder.problem(FLU).fix


def test_a_translation_takes_what_it_does_not_say_from_its_original(folder: Folder) -> None:
    content, _ = folder.read()
    assert content is not None
    spanish = next(post for post in content.posts if post.lang == "es")
    english = next(post for post in content.posts if post.file == FLU)
    assert (spanish.slug, spanish.authors, spanish.date) == ("flu", ("ada",), english.date)
    assert spanish.uid != english.uid
    assert spanish.title == "Qué hacer con la gripe"


def test_a_translation_without_its_original_is_told_once(folder: Folder) -> None:
    (folder.path / FLU).unlink()
    problem = folder.problem(SPANISH)
    assert problem.rule == "no-original"
    assert FLU in problem.what


def test_a_file_in_no_folder_of_content_is_told(folder: Folder) -> None:
    folder.write("artcles/lost.md", "---\n---\n")
    assert folder.problem("artcles/lost.md").rule == "unread-file"


def test_a_word_document_among_the_articles_is_told(folder: Folder) -> None:
    folder.write("articles/flu.docx", b"PK")
    assert folder.problem("articles/flu.docx").rule == "unread-file"


def png_claiming(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IHDR" + head
    chunk = struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + b"\0\0\0\0"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "is not in content/images/"),
        (b"not a picture", "no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (png_claiming(60_000, 60_000), "enormous"),
        (png_claiming(9_000, 9_000), "9000 x 9000"),
    ],
)
def test_an_image_that_cannot_be_shown_is_told(
    folder: Folder, data: bytes | None, said: str
) -> None:
    if data is not None:
        folder.write("images/hands.png", data)
    folder.edit(FLU, "disclosures: none", "disclosures: none\nimage: hands.png\nimage_alt: Hands")
    problem = folder.problem(FLU)
    assert problem.rule == "unfit-image"
    assert said in problem.what


def test_an_image_outside_the_images_folder_is_refused(folder: Folder) -> None:
    folder.edit(FLU, "disclosures: none", "disclosures: none\nimage: ../a.png\nimage_alt: A")
    assert "outside" in folder.problem(FLU).what


def test_an_image_without_a_description_is_told(folder: Folder) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (10, 10)).save(buffer, "PNG")
    folder.write("images/hands.png", buffer.getvalue())
    folder.edit(FLU, "disclosures: none", "disclosures: none\nimage: hands.png")
    assert folder.problem(FLU).rule == "missing-image-alt"


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", 'Say "no" & go', "Flu 🤧 season", "الإنفلونزا"]
)
def test_any_title_is_read_as_it_stands(folder: Folder, title: str) -> None:
    quoted = title.replace('"', '\\"')
    folder.edit(FLU, "title: What to do about the flu", f'title: "{quoted}"')
    content, problems = folder.read()
    assert problems == []
    assert content is not None
    assert next(p for p in content.posts if p.file == FLU).title == title


def test_a_translated_person_is_told_and_leaves_the_person_alone(folder: Folder) -> None:
    folder.copy("people/ada.md", "people/ada.es.md", role="médica de familia")
    assert folder.problem("people/ada.es.md").rule == "unread-file"
    content, _ = folder.read()
    assert content is not None
    assert content.people["ada"].role == "family physician"


@pytest.mark.parametrize("line", ["Draft: true", "drafts: true", "draft:"])
def test_a_misspelt_or_empty_draft_does_not_go_out(folder: Folder, line: str) -> None:
    folder.edit(FLU, "disclosures: none", f"disclosures: none\n{line}")
    assert "unclear-draft" in {problem.rule for problem in folder.problems(FLU)}


@pytest.mark.parametrize("name", ["has space.md", "Upper.md", "café.md", "it's.md"])
def test_a_file_whose_name_is_no_address_is_told(folder: Folder, name: str) -> None:
    folder.copy(FLU, f"articles/{name}", uid="e123456789")
    assert folder.problem(f"articles/{name}").rule == "file-name"


def test_a_post_in_a_language_of_no_words_is_told_and_holds_only_itself(folder: Folder) -> None:
    folder.copy(FLU, "articles/flu.sp.md", uid="e123456789")
    rules = {problem.rule for problem in folder.problems("articles/flu.sp.md")}
    assert "unknown-language" in rules
    assert others_are_read(folder)


def test_lists_inside_lists_without_end_are_told(folder: Folder) -> None:
    folder.write(FLU, "---\nx: " + "[" * 10_000 + "\n---\ntext\n")
    assert {problem.rule for problem in folder.problems(FLU)} == {"front-matter"}
    folder.write("practice.toml", "x = " + "[" * 20_000)
    assert folder.read()[0] is None


def test_a_ledger_that_cannot_be_read_stops_with_one_message(folder: Folder) -> None:
    folder.write("sources.toml", "[one\ntitle = 1")
    content, problems = folder.read()
    assert content is None
    assert [(p.file, p.line) for p in problems] == [("sources.toml", 1)]


def test_two_people_with_one_id_are_told_and_the_first_stays(folder: Folder) -> None:
    folder.copy("people/ada.md", "people/zoe.md", name="Impostor")
    folder.edit("people/zoe.md", "role:", "slug: ada\nrole:")
    content, _ = folder.read()
    assert content is not None
    assert folder.problem("people/zoe.md").rule == "repeated-slug"
    assert content.people["ada"].name == "Ada Able"


def test_a_translation_with_the_uid_of_its_original_leaves_the_original_alone(
    folder: Folder,
) -> None:
    folder.edit(SPANISH, "uid: b123456789", "uid: a123456789")
    assert folder.problem(SPANISH).rule == "repeated-uid"
    assert folder.problems(FLU) == []


def test_a_notice_that_ends_before_it_starts_is_told(folder: Folder) -> None:
    folder.edit("notices/closed.md", "ends: 2026-11-27", "ends: 2026-11-26")
    assert folder.problem("notices/closed.md").rule == "ends-before-starts"


def test_the_words_of_new_do_not_go_out(folder: Folder) -> None:
    folder.edit(FLU, "Most people get well", "Each fact has its source behind it. Speak to you.")
    assert folder.problem(FLU).rule == "words-of-new"


def test_a_page_without_a_text_is_told(folder: Folder) -> None:
    folder.write("pages/empty.md", "---\ntitle: Empty\n---\n\n")
    assert folder.problem("pages/empty.md").rule == "empty-text"


@pytest.mark.parametrize("text", ["x" * 6_000, '"a\\u0000b"', '"a\\uFFFEb"'])
def test_a_field_that_no_page_can_hold_is_told(folder: Folder, text: str) -> None:
    folder.edit(FLU, "title: What to do about the flu", f"title: {text}")
    assert "`title`" in folder.problem(FLU).what


def test_a_time_that_the_clocks_skip_is_told_with_the_one_that_exists(folder: Folder) -> None:
    flu = "articles/flu.md"
    content, _ = folder.read()
    assert content is not None
    date = next(post.date for post in content.posts if post.file == flu)
    text = (folder.path / flu).read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if line.startswith("date:"))
    assert content.practice.time_zone == "America/New_York", date
    folder.edit(flu, line, "date: 2026-03-08 02:30")
    problem = folder.problem(flu)
    assert "the clocks skip" in problem.what
    assert "write 2026-03-08 03:30" in problem.fix


@pytest.mark.parametrize("date", ["9999-12-31 20:00", "0001-01-01 00:00+14:00"])
def test_a_day_at_the_end_of_time_is_told(folder: Folder, date: str) -> None:
    text = (folder.path / "articles/flu.md").read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if line.startswith("date:"))
    folder.edit("articles/flu.md", line, f"date: {date}")
    assert "a year of our time" in folder.problem("articles/flu.md").fix
