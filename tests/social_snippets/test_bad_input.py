"""What writers type by mistake, or paste."""

from __future__ import annotations

import time
import unicodedata

import pytest

from plugins.networks.counting import count
from plugins.practice.posts import Post, Share
from plugins.social_snippets.snippet import Snippet
from tests.social_snippets.samples import (
    POINTS,
    URL,
    again,
    article,
    event,
    hand_written,
    link,
    notice,
    only,
    plan,
    question,
)

MAKERS = [article, question, notice, event, link]


def texts_of(post: Post) -> list[str]:
    snippets: list[Snippet] = list(plan(post)[0].values())
    return [text for s in snippets for text in (s.text, s.title, s.text_apart, *s.thread)]


@pytest.mark.parametrize("summary", ["", "🎉🎉", "  ", "…"])
def test_without_a_summary_an_article_is_told_by_title_and_points(summary: str):
    text = only(article(summary=summary), "facebook").text
    assert text.startswith(f"Get ready for flu season\n\n• {POINTS[0]}\n")
    assert only(article(summary=summary, key_points=()), "x").text.startswith("Get ready")


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("summary", ["", "🎉🎉", "👩🏽‍⚕️"])
def test_every_kind_of_post_bears_a_summary_that_says_nothing(make, summary: str):
    snippets, _ = plan(make(summary=summary))
    assert snippets
    for snippet in snippets.values():
        assert any(character.isalpha() for character in snippet.text)


@pytest.mark.parametrize("make", MAKERS)
def test_a_summary_of_5000_characters_is_cut_at_sentences(make):
    sentence = "Protection takes about 2 weeks to build, so plan ahead and come early. "
    summary = "".join(f"{n}. {sentence}" for n in range(70))[:4990].strip()
    began = time.process_time()
    snippets, _ = plan(make(summary=summary))
    assert time.process_time() - began < 3
    for snippet in snippets.values():
        assert count(snippet.text, snippet.unit) <= snippet.limit
        if "Protection" in snippet.text:
            assert "come early." in snippet.text


def test_5000_characters_without_an_end_leave_the_title():
    snippets, problems = plan(article(summary="word " * 999, key_points=()), "x")
    assert snippets["x"].text.startswith("Get ready for flu season")
    assert [problem.rule for problem in problems] == ["snippet-title-only"]


ENTITIES = (
    "Rest &amp; drink: 5 &lt; 10, don&#8217;t wait &#x1F642; &nbsp;caf&eacute; &amp;amp; tea."
)
DECODED = "Rest & drink: 5 < 10, don’t wait 🙂 \u00a0café & tea."


@pytest.mark.parametrize("make", MAKERS)
def test_a_text_posts_characters_and_never_entities(make):
    post = make(title=f"On {ENTITIES}", summary=ENTITIES, key_points=(ENTITIES, *POINTS)) if (
        make not in (event, link)
    ) else make(title=f"On {ENTITIES}", summary=ENTITIES)  # fmt: skip
    texts = texts_of(post)
    assert any(DECODED in text for text in texts)
    for text in texts:
        assert "&amp" not in text
        assert "&#" not in text
        assert "&lt" not in text


def test_what_only_looks_like_an_entity_is_kept():
    said = "AT&T and Q&A at https://example.org/?a=1&copy=2 are fine; so is R&D;."
    assert only(article(summary=said), "facebook").text.startswith(said)


def test_a_hand_written_text_keeps_its_entity_and_is_told_of_it():
    own = f"Rest &amp; drink. {URL}"
    post = article(share=Share(texts={"facebook": own}))
    assert only(post, "facebook").text == own
    assert "Rest & drink." in hand_written("facebook", own)["snippet-entity"].fix
    assert "snippet-entity" not in hand_written("facebook", f"Q&A: {URL}")


@pytest.mark.parametrize("bad", ["\x00", "\x08", "\x1b", "\x7f", "\ufeff", "\ufffe", "\ud800"])
@pytest.mark.parametrize("make", MAKERS)
def test_control_characters_never_reach_a_text(make, bad: str):
    post = make(title=f"Flu{bad} season", summary=f"Rest{bad} well.\x0bDrink\u2028enough.")
    for text in texts_of(post):
        assert bad not in text
        assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in text)
    assert any("Rest well. Drink enough." in text for text in texts_of(post))


@pytest.mark.parametrize("make", MAKERS)
def test_the_end_of_a_cdata_section_is_plain_text(make):
    post = make(title="The end ]]> of <b>it</b>", summary="See ]]> here.")
    assert any("See ]]> here." in text for text in texts_of(post))


def test_a_title_field_has_no_markup_either():
    snippet = only(article(title="**Flu** &amp; you[@cdc-flu]"), "pinterest")
    assert snippet.title == "Flu & you"


def test_later_texts_are_clean_too():
    post = article(title="A &amp; B\x00", key_points=("One &lt; two.", "Two &gt; one."))
    assert again(post, "facebook", 1).text.startswith("A & B\n\n• One < two.\n• Two > one.")
