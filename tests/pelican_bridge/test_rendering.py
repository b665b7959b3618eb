"""Texts become the markup that the theme knows; what could harm readers is told and kept out."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from plugins.pelican_bridge.rendering import Rendered, Site, render
from tests.conftest import Folder

FLU = "articles/flu.md"


@pytest.fixture
def rendered(folder: Folder):
    def run(text: str, *, public: bool = True) -> Rendered:
        content, _ = folder.read()
        assert content is not None
        post = next(post for post in content.posts if post.file == FLU)
        files = {document.file for document in (*content.posts, *content.pages)}
        site = Site(
            folder=content.folder,
            sources=content.sources,
            addresses={file: f"/{file.removesuffix('.md')}/" for file in files},
            public=frozenset(files if public else ()),
            images_url="/images/",
        )
        return render(replace(post, text=text), site)

    return run


def test_a_care_card_says_its_level_in_words_too(rendered) -> None:
    html = rendered('!!! emergency "Call 911 if:"\n    - you cannot breathe\n').html
    assert 'class="care-card care-card--emergency"' in html
    assert '<span class="visually-hidden">Emergency: </span>' in html
    assert '<a class="tel" href="tel:911">911</a>' in html


def test_each_line_of_a_dont_list_says_do_not(rendered) -> None:
    html = rendered("!!! dont\n    - share medicines\n    - drive\n").html
    assert "<li>do not share medicines</li>" in html
    assert "Do not</h2>" in html


def test_a_card_below_a_heading_stands_one_level_lower(rendered) -> None:
    html = rendered('## When to call\n\n!!! care "Call us if:"\n    - you worry\n').html
    assert '<h3 class="care-card__title"' in html


def test_citations_are_numbered_in_the_order_of_the_text(rendered) -> None:
    done = rendered("First.[@two] Then.[@one] Again.[@two]")
    assert done.numbering.order == ["two", "one"]
    assert done.numbering.places["two"] == ["cite-two-1", "cite-two-2"]
    assert '<a href="#ref-2" id="cite-one-1">2</a>' in done.html


def test_a_link_to_a_file_becomes_the_address_of_its_page(rendered) -> None:
    html = rendered("[why](../questions/flu-shot.md#fever)").html
    assert 'href="/questions/flu-shot/#at-fever"' in html
    assert 'href="/questions/flu-shot/"' in rendered("[why]({filename}/questions/flu-shot.md)").html


def test_a_link_to_no_file_holds_the_post_and_tells_the_line(rendered) -> None:
    (problem,) = rendered("One.\n\n[why](../questions/nothing.md)").problems
    assert (problem.rule, problem.blocks) == ("lost-link", True)
    assert "nothing.md" in problem.what


def test_a_link_to_a_post_that_is_not_public_stays_as_words(rendered) -> None:
    done = rendered("See [why](../questions/flu-shot.md).", public=False)
    assert "<span>why</span>" in done.html
    assert [problem.blocks for problem in done.problems] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<iframe src="https://video.example"></iframe>',
        '<img src="https://tracker.example/p.gif" alt="">',
        "![a](https://tracker.example/p.gif)",
        '<p onclick="x()">a</p>',
        '<a href="javascript:alert(1)">a</a>',
        "[a](javascript:alert(1))",
        '<form action="https://a.example"><input></form>',
        '<style>@import "https://a.example"</style>',
        '<p style="background:url(https://a.example)">a</p>',
        '<svg onload="x()"></svg>',
        "# A second title",
        "</main></body><b>oops",
        "<div><b>open",
        "<![CDATA[ x ]]>",
        "<?php echo 1 ?>",
        '<p id="main">a</p>',
        "## Title {: #ref-1 }",
        "[a]({static}/practice.toml)",
        '<a href="{static}/articles/flu.md">a</a>',
        "[a](//evil.example)",
        "[a](\\\\evil.example)",
        "[a]()",
        "[a](../practice.toml)",
        "[link [@one]](https://a.example)",
        "<!-- never closed",
        "[" * 4000,
        "![" * 4000,
        "*[a]: b\n" * 3000,
    ],
)
def test_what_runs_code_reaches_other_hosts_or_breaks_the_outline_holds_the_post(
    rendered, text: str
) -> None:
    problems = rendered(f"Before.\n\n{text}\n").problems
    assert any(problem.blocks for problem in problems)


def test_a_comment_of_the_writer_does_not_go_out(rendered) -> None:
    assert "secret" not in rendered("One.<!-- secret -->\n\n<!-- secret\n\nsecret -->\n\nTwo.").html


def test_a_telephone_number_can_be_dialled(rendered) -> None:
    html = rendered("Call (212) 555-0143, 1-800-222-1222 or 988. Not 12-988 nor 9110.").html
    assert 'href="tel:+12125550143"' in html
    assert 'href="tel:+18002221222"' in html
    assert html.count("<a ") == 3


def test_a_table_can_be_scrolled_and_its_heads_say_their_scope(rendered) -> None:
    html = rendered("| a | b |\n|---|---|\n| 1 | 2 |\n").html
    assert 'class="table-scroll"' in html
    assert html.count('scope="col"') == 2


def test_an_image_is_shown_with_its_size(rendered, folder: Folder) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (3200, 1600)).save(buffer, "JPEG")
    folder.write("images/hands.jpg", buffer.getvalue())
    done = rendered("![Hands under water](../images/hands.jpg)")
    assert done.images == ("hands.jpg",)
    assert 'src="/images/hands.jpg"' in done.html
    assert 'width="1600"' in done.html
    assert done.html.startswith("<figure>")


def test_the_contents_list_has_the_headings_and_no_cards(rendered) -> None:
    done = rendered('## One\n\n### Two\n\n!!! urgent "Call us:"\n    - now\n')
    assert done.headings == (("at-one", "One", 2), ("at-two", "Two", 3))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('!!! emergancy "Call 911 if:"\n    - chest pain\n', 'did you mean "emergency"'),
        ('!!! emergency "Call 911 if:"\n  - chest pain\n', "four spaces"),
        ('!!! emergency ""\n    - chest pain\n', "Call 911 if:"),
        ('!!! emergency "Call 911 if:"\n    chest pain\n', "four spaces"),
    ],
)
def test_a_card_that_says_something_else_than_was_meant_holds_the_post(
    rendered, text: str, said: str
) -> None:
    problems = [p for p in rendered(f"Before.\n\n{text}").problems if p.rule == "care-card"]
    assert problems
    assert problems[0].blocks
    assert said in problems[0].fix


def test_a_line_of_a_dont_list_that_says_do_not_itself_is_left_alone(rendered) -> None:
    html = rendered("!!! dont\n    - do not smoke\n    - drive\n").html
    assert "<li>do not smoke</li>" in html


def test_a_heading_never_takes_an_id_of_the_page_around(rendered) -> None:
    html = rendered("## Sources\n\n## Main\n\n[up](#sources)").html
    assert 'id="at-sources"' in html
    assert 'href="#at-sources"' in html


def test_a_number_in_the_form_of_practice_toml_can_be_dialled(rendered) -> None:
    assert 'href="tel:+13035550188"' in rendered("Call +1 303-555-0188.").html
