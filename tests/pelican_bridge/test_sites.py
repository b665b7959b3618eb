"""Whole small sites: one bad file never stops the others, and nothing held goes out."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from plugins.pelican_bridge.build import ROOT
from plugins.practice.posts import State
from tests.conftest import Build, Folder

pytestmark = pytest.mark.site

FLU = "articles/flu.md"
SECRET = "Zanzibar"
"""A word that stands in a file that must not go out."""


def public_text(output: Path) -> str:
    files = [path for path in sorted(output.rglob("*")) if path.is_file()]
    names = " ".join(path.relative_to(output).as_posix() for path in files)
    return names + "".join(path.read_bytes().decode("utf-8", "replace") for path in files)


def test_a_build_writes_the_whole_outcome(folder: Folder, build: Build) -> None:
    built = build(folder.path)
    assert built.result.problems == ()
    expected = [
        "index.html", "articles/flu/index.html", "es/articles/flu/index.html", "es/index.html",
        "questions/flu-shot/index.html", "notices/closed/index.html", "topics/flu/index.html",
        "people/ada/index.html", "about/index.html", "latest/index.html", "search/index.html",
        "404.html", "sitemap.xml", "robots.txt", "_headers", "share/flu/card.jpg",
        "share/flu/square.jpg", "es/share/flu/square.jpg", "feeds/all.xml", "feeds/facebook.xml",
        "es/feeds/all.xml", "theme/look.css",
    ]  # fmt: skip
    assert [path for path in expected if not (built.output / path).is_file()] == []
    assert (built.kit / "index.html").is_file()
    assert (built.kit / "flu" / "square.jpg").is_file()
    assert json.loads((built.kit / "problems.json").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FLU, "topics: [flu]", f"topics: [flu]\ndraft: true\naudience: {SECRET}"),
        (FLU, "date: 2026-11-02", "date: 2027-01-02"),
        (FLU, "authors: [ada]", "authors: [nobody]"),
        (FLU, "at home.[@one]", "at home.[@one][@nothing]"),
        (FLU, "at home.[@one]", "at home.[@one] <script>1</script>"),
        (FLU, "topics: [flu]", "topics: [flu"),
    ],
)
def test_nothing_of_a_post_that_is_not_published_is_in_any_public_file(
    folder: Folder, build: Build, file: str, old: str, new: str
) -> None:
    folder.edit(file, "What to do about the flu", f"What to do about {SECRET}")
    folder.edit(file, "Rest and drink.", f"Rest and drink like in {SECRET}.")
    folder.edit(file, "## When to call", f"## When to call {SECRET}")
    folder.edit(file, "hashtags: [Flu, FluSeason]", f"hashtags: [{SECRET}]")
    folder.edit(file, old, new)
    built = build(folder.path)
    assert (built.output / "questions/flu-shot/index.html").is_file()
    assert SECRET not in public_text(built.output)
    assert not (built.output / "articles/flu").exists()
    assert not (built.output / "share/flu").exists()


def test_a_held_post_is_told_in_the_kit_with_what_is_missing(folder: Folder, build: Build) -> None:
    folder.edit(FLU, "authors: [ada]", "authors: [nobody]")
    built = build(folder.path)
    posts = json.loads((built.kit / "posts.json").read_text(encoding="utf-8"))["posts"]
    states = {post["uid"]: (post["state"], bool(post["networks"])) for post in posts}
    assert states["a123456789"] == ("held", False)
    assert states["c123456789"] == ("published", True)
    problems = json.loads((built.kit / "problems.json").read_text(encoding="utf-8"))
    assert {problem["rule"] for problem in problems} >= {"unknown-authors"}


def test_a_scheduled_post_waits_in_the_kit_and_goes_out_on_its_day(
    folder: Folder, build: Build
) -> None:
    folder.edit(FLU, "date: 2026-11-02", "date: 2026-11-25")
    before = build(folder.path, to="-before")
    assert before.result.plan is not None
    assert before.result.plan.count(State.SCHEDULED) == 2
    assert (before.kit / "flu/square.jpg").is_file()
    assert not (before.output / "share/flu").exists()
    after = build(folder.path, to="-after", today=date(2026, 11, 25))
    assert (after.output / "share/flu/square.jpg").is_file()


def test_a_preview_shows_what_is_not_public_and_says_so(folder: Folder, build: Build) -> None:
    folder.edit(FLU, "topics: [flu]", "topics: [flu]\ndraft: true")
    built = build(folder.path, preview=True)
    page = built.page("articles/flu/index.html")
    assert "draft" in page
    assert "noindex" in page


def test_a_link_to_a_post_that_was_held_for_its_text_is_no_link(
    folder: Folder, build: Build
) -> None:
    folder.edit("questions/flu-shot.md", "A mild cold", "<script>1</script> A mild cold")
    built = build(folder.path)
    page = built.page("articles/flu/index.html")
    assert "/questions/flu-shot/" not in page
    assert "the short answer" in page


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", 'He said \\"no\\" & left', "Flu 🤧 season", "إنفلونزا"]
)
def test_any_title_is_shown_as_text_everywhere(folder: Folder, build: Build, title: str) -> None:
    folder.edit(FLU, "title: What to do about the flu", f'title: "{title}"')
    built = build(folder.path)
    assert [problem for problem in built.result.problems if problem.blocks] == []
    pages = [*built.output.rglob("*.html"), built.kit / "index.html"]
    assert not any("<script>alert" in page.read_text(encoding="utf-8") for page in pages)


def test_a_practice_file_with_mistakes_builds_nothing_and_leaves_the_last_site(
    folder: Folder, build: Build
) -> None:
    built = build(folder.path)
    before = public_text(built.output)
    folder.edit("practice.toml", "time_zone", "tiem_zone")
    again = build(folder.path)
    assert again.result.plan is None
    assert public_text(again.output) == before


def test_an_unknown_network_is_a_mistake_in_the_practice_file(folder: Folder, build: Build) -> None:
    folder.edit("practice.toml", "[networks.facebook]", "[networks.facebok]")
    built = build(folder.path)
    assert built.result.plan is None
    assert any("facebook" in problem.fix for problem in built.result.problems)


def test_pictures_go_out_without_what_the_camera_wrote(folder: Folder, build: Build) -> None:
    picture = Image.new("RGB", (40, 20), "red")
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", exif=exif)
    folder.write("images/hands.jpeg", buffer.getvalue())
    folder.edit(FLU, "## When to call", "![Hands](../images/hands.jpeg)\n\n## When to call")
    built = build(folder.path)
    data = (built.output / "images/hands.jpg").read_bytes()
    assert b"Camera of somebody" not in data
    with Image.open(io.BytesIO(data)) as shown:
        assert shown.size == (20, 40)
        assert not shown.getexif()


def test_every_link_of_the_site_leads_somewhere(folder: Folder, build: Build) -> None:
    built = build(folder.path)
    assert [p for p in built.result.problems if p.rule == "broken-link"] == []


def test_a_post_that_cannot_be_read_holds_none_that_links_to_it(
    folder: Folder, build: Build
) -> None:
    folder.edit("questions/flu-shot.md", "summary:", "sumary:")
    result = build(folder.path).result
    told = [p for p in result.problems if p.file == FLU and p.rule == "lost-link"]
    assert [str(p.severity) for p in told] == ["note"]


def test_a_fragment_that_is_not_there_is_told(folder: Folder, build: Build) -> None:
    folder.edit(FLU, "flu-shot.md)", "flu-shot.md#nowhere)")
    built = build(folder.path)
    assert [p.rule for p in built.result.problems] == ["broken-link"]


def test_a_second_build_draws_nothing_anew(folder: Folder, build: Build) -> None:
    first, second = build(folder.path, to="-1"), build(folder.path, to="-2")
    before, after = first.result.pictures, second.result.pictures
    assert before is not None
    assert after is not None
    assert before.drawn > 16
    assert (after.drawn, after.reused) == (0, before.drawn)


PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from plugins.pelican_bridge.build_day import end_of
from plugins.pelican_bridge.build import BuildRequest, build_site
folder, to = Path(sys.argv[1]), Path(sys.argv[2])
request = BuildRequest(content=folder, output=to / "output", kit=to / "kit", cache=to / "cache",
                       moment_of=lambda practice: end_of(date(2026, 11, 21), practice))
build_site(request, lambda _: None)
"""


def test_the_same_input_and_day_give_the_same_bytes_anywhere(
    folder: Folder, tmp_path: Path
) -> None:
    found = []
    for number, (seed, zone, locale) in enumerate(
        [("1", "Asia/Tokyo", "C"), ("2", "America/Los_Angeles", "C.UTF-8")]
    ):
        to = tmp_path / f"run{number}"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        command = [sys.executable, "-c", PROGRAM, str(folder.path), str(to)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        files = {p.relative_to(to): p.read_bytes() for p in to.rglob("*") if p.is_file()}
        found.append({path: data for path, data in files.items() if path.parts[0] != "cache"})
    assert found[0] == found[1]


def test_pelican_alone_stops_and_says_what_to_type(tmp_path: Path) -> None:
    pelican = Path(sys.executable).parent / "pelican"
    done = subprocess.run(
        [pelican, "-o", str(tmp_path / "out")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "python3 tasks.py build" in done.stderr + done.stdout
    assert not (tmp_path / "out").exists()


def test_an_unfinished_draft_is_a_draft_and_holds_nothing(folder: Folder, build: Build) -> None:
    folder.write("articles/new.md", "---\ntitle: New\ntopics: []\ndraft: true\n---\nText\n")
    built = build(folder.path)
    assert built.result.plan is not None
    assert built.result.plan.count(State.DRAFT) == 1
    assert built.result.plan.count(State.HELD) == 0
    assert {p.severity for p in built.result.problems} == {"warn"}


def test_a_logo_that_is_not_there_is_a_warning(folder: Folder, build: Build) -> None:
    folder.edit("practice.toml", "[[places]]", '[brand]\nlogo = "logo.png"\n\n[[places]]')
    built = build(folder.path)
    assert [(p.rule, p.file) for p in built.result.problems] == [("unfit-image", "practice.toml")]


def test_a_picture_of_sixteen_bits_keeps_its_greys(folder: Folder, build: Build) -> None:
    buffer = io.BytesIO()
    Image.new("I;16", (40, 20), 128 * 256).save(buffer, "PNG")
    folder.write("images/scan.png", buffer.getvalue())
    folder.edit(FLU, "## When to call", "![A scan](../images/scan.png)\n\n## When to call")
    built = build(folder.path)
    with Image.open(built.output / "images/scan.png") as shown:
        assert shown.convert("L").getpixel((5, 5)) == 128


def test_the_home_page_tells_machines_each_change_of_hours_once(
    folder: Folder, build: Build
) -> None:
    spanish = "---\ntitle: Cerrado el viernes\nsummary: Cerramos el viernes, 27 de noviembre.\n"
    then = "uid: e123456789\nthen: Llame al (212) 555-0143.\n---\nVolvemos el lunes.\n"
    folder.write("notices/closed.es.md", spanish + then)
    built = build(folder.path)
    assert built.page("index.html").count('"validFrom"') == 1
    assert built.page("es/index.html").count('"validFrom"') == 1


@pytest.mark.parametrize("word", ["true", "yes", "True"])
def test_a_draft_in_any_spelling_of_true_holds_nothing(
    folder: Folder, build: Build, word: str
) -> None:
    folder.edit(FLU, "topics: [flu]", f"topics: [flu]\ndraft: {word}")
    folder.edit(FLU, "authors: [ada]", "authors: [aba]")
    problems = build(folder.path).result.problems
    assert {p.severity for p in problems if p.file == FLU} == {"warn"}
