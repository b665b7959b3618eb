"""The pictures of a whole build: which there are, where they lie, and who is told of them."""

from __future__ import annotations

import json
from concurrent.futures import Executor, ProcessPoolExecutor
from datetime import date
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import feedparser
import pytest
from PIL import Image
from pypdf import PdfReader

from plugins.pelican_bridge.build import BuildRequest, build_site
from plugins.pelican_bridge.build_day import end_of
from plugins.pelican_bridge.workers import SpareProcesses
from tests.conftest import TODAY, Build, Built, Folder

pytestmark = pytest.mark.site

FLU = "articles/flu.md"
POINTS = "key_points:\n  - Rest and drink.\n  - Know the warning signs.\n"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def slides(folder: Path) -> list[str]:
    return sorted(name for name in names(folder) if name.startswith("slide-"))


def networks_of(built: Built, uid: str = "a123456789") -> dict[str, Any]:
    posts = json.loads((built.kit / "posts.json").read_text(encoding="utf-8"))["posts"]
    networks: dict[str, Any] = next(post for post in posts if post["uid"] == uid)["networks"]
    return networks


def use(folder: Folder, *networks: str) -> None:
    """The practice uses these networks and no other."""
    wanted = "\n".join(f"[networks.{name}]" for name in networks)
    folder.edit("practice.toml", "[networks.facebook]\n[networks.x]\n", f"{wanted}\n")
    folder.edit("practice.toml", "[networks.google_business]", "")


def test_each_network_in_use_gets_its_best_picture_and_no_other_is_made(
    folder: Folder, build: Build
) -> None:
    built = build(folder.path)
    shared = built.output / "share/flu"
    one = {"card.jpg", "square.jpg", "square-360.jpg"}
    assert names(shared) - set(slides(shared)) == one | {
        "portrait.jpg",
        "wide.jpg",
        "landscape.jpg",
    }
    best = {name: share["images"][0]["file"] for name, share in networks_of(built).items()}
    assert best == {
        "facebook": "flu/portrait.jpg",
        "x": "flu/wide.jpg",
        "google_business": "flu/landscape.jpg",
    }


def test_a_carousel_lies_on_the_site_and_in_the_kit(folder: Folder, build: Build) -> None:
    built = build(folder.path)
    made = slides(built.output / "share/flu")
    assert len(made) == 4  # cover, two points, the end
    share = networks_of(built)["facebook"]
    assert [slide["file"] for slide in share["slides"]] == [f"flu/{name}" for name in made]
    for slide in share["slides"]:
        data = (built.kit / slide["file"]).read_bytes()
        path = slide["url"].removeprefix("https://small.example.org/")
        assert (built.output / path).read_bytes() == data
        assert slide["bytes"] == len(data)
        with Image.open(BytesIO(data)) as image:
            assert image.size == (slide["width"], slide["height"]) == (1080, 1350)


def test_no_slides_are_made_where_nobody_swipes(folder: Folder, build: Build) -> None:
    use(folder, "x", "mastodon")
    built = build(folder.path)
    assert slides(built.output / "share/flu") == []
    assert built.result.pictures is not None
    assert built.result.pictures.carousels == 0


def test_the_carousel_is_a_pdf_too_where_linkedin_is_used(folder: Folder, build: Build) -> None:
    use(folder, "linkedin")
    built = build(folder.path)
    data = (built.output / "share/flu/slides.pdf").read_bytes()
    assert (built.kit / "flu/slides.pdf").read_bytes() == data
    assert networks_of(built)["linkedin"]["document"] == {
        "file": "flu/slides.pdf",
        "url": "https://small.example.org/share/flu/slides.pdf",
        "pages": 4,
        "bytes": len(data),
        "title": "What to do about the flu",
    }
    assert len(PdfReader(BytesIO(data)).pages) == 4
    assert (built.output / "es/share/flu/slides.pdf").is_file()


def test_no_pdf_is_made_for_other_networks(folder: Folder, build: Build) -> None:
    built = build(folder.path)
    assert not list(built.output.rglob("*.pdf"))
    assert networks_of(built)["facebook"]["document"] is None


def test_a_post_without_key_points_has_no_carousel(folder: Folder, build: Build) -> None:
    folder.edit(FLU, POINTS, "key_points:\n  - Rest and drink.\n")
    built = build(folder.path)
    assert slides(built.output / "share/flu") == []
    assert networks_of(built)["facebook"]["slides"] == []


def test_a_scheduled_post_has_its_carousel_in_the_kit_only(folder: Folder, build: Build) -> None:
    use(folder, "linkedin")
    folder.edit(FLU, "date: 2026-11-02", "date: 2026-11-25")
    built = build(folder.path)
    assert len(slides(built.kit / "flu")) == 4
    assert (built.kit / "flu/slides.pdf").is_file()
    assert not (built.output / "share/flu").exists()


def test_a_feed_carries_the_picture_of_its_network(folder: Folder, build: Build) -> None:
    built = build(folder.path)
    for network, shape in (("google_business", "landscape"), ("facebook", "portrait")):
        feed = feedparser.parse((built.output / f"feeds/{network}.xml").read_bytes())
        entry = next(entry for entry in feed.entries if entry.link.endswith("/articles/flu/"))
        path = f"share/flu/{shape}.jpg"
        [enclosure] = entry.enclosures
        assert enclosure.href == f"https://small.example.org/{path}"
        assert int(enclosure.length) == (built.output / path).stat().st_size
        assert entry.media_content[0]["url"] == enclosure.href


def test_a_link_to_the_page_still_shows_the_card(folder: Folder, build: Build) -> None:
    page = build(folder.path).page("articles/flu/index.html")
    assert '"og:image" content="https://small.example.org/share/flu/card.jpg"' in page
    assert '"og:image:width" content="1200"' in page
    assert '"og:image:height" content="630"' in page


def test_a_logo_that_cannot_be_shown_keeps_no_picture_from_being_drawn(
    folder: Folder, build: Build
) -> None:
    plain = build(folder.path, to="-plain")
    folder.write("images/logo.png", b"no picture")
    practice = folder.path / "practice.toml"
    practice.write_text(practice.read_text(encoding="utf-8") + '\n[brand]\nlogo = "logo.png"\n')
    built = build(folder.path)
    assert [problem.rule for problem in built.result.problems] == ["unfit-image"]
    card = "share/flu/card.jpg"
    assert (built.output / card).read_bytes() == (plain.output / card).read_bytes()


def test_a_logo_and_a_photo_of_the_place_stand_on_the_pictures(
    folder: Folder, build: Build
) -> None:
    plain = build(folder.path, to="-plain")
    for name, form in (("logo.png", "PNG"), ("place.jpg", "JPEG")):
        picture = BytesIO()
        Image.new("RGB", (600, 600), "green").save(picture, form)
        folder.write(f"images/{name}", picture.getvalue())
    practice = folder.path / "practice.toml"
    brand = '\n[brand]\nlogo = "logo.png"\nphoto = "place.jpg"\n'
    practice.write_text(practice.read_text(encoding="utf-8") + brand)
    built = build(folder.path)
    assert built.result.problems == ()
    for path in ("share/flu/card.jpg", "share/flu/slide-4.jpg"):
        assert (built.output / path).read_bytes() != (plain.output / path).read_bytes()


def shares(folder: Folder, to: Path, executor: Executor | None) -> dict[str, bytes]:
    request = BuildRequest(
        content=folder.path,
        output=to / "output",
        kit=to / "kit",
        cache=to / "cache",
        moment_of=lambda practice: end_of(TODAY, practice),
        executor=executor,
    )
    build_site(request, lambda _: None)
    share = to / "output/share"
    return {path.relative_to(share).as_posix(): path.read_bytes() for path in share.rglob("*.jpg")}


def test_other_processes_draw_the_same_pictures(folder: Folder, tmp_path: Path) -> None:
    with SpareProcesses(1) as none, ProcessPoolExecutor(1, get_context("spawn")) as other:
        assert shares(folder, tmp_path / "here", none) == shares(folder, tmp_path / "there", other)
        assert not none.started


def test_a_few_things_are_done_here_and_many_in_other_processes() -> None:
    with SpareProcesses(2) as executor:
        assert list(executor.map(divmod, [7, 9], [2])) == [(3, 1)]
        assert not executor.started
        assert list(executor.map(divmod, range(300), [7] * 300, chunksize=50)) == [
            divmod(number, 7) for number in range(300)
        ]
        assert executor.started
        assert list(executor.map(abs, [-1])) == [1]
        assert executor.submit(abs, -2).result() == 2


def test_a_build_of_another_day_draws_no_picture_again(folder: Folder, build: Build) -> None:
    build(folder.path, to="-1")
    later = build(folder.path, to="-2", today=date(2026, 11, 22))
    assert later.result.pictures is not None
    assert later.result.pictures.drawn == 0
