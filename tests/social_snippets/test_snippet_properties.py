"""What holds for every text, whatever a writer types."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.networks.counting import count
from plugins.networks.graphemes import clusters
from plugins.networks.table import NETWORK_NAMES, NETWORKS
from plugins.practice.posts import Article, Link, Notice, Post, Question, Share
from plugins.practice.sentences import plain, sentences
from plugins.practice.settings import NetworkChoice, Practice
from plugins.social_snippets.plan import plan_snippets

URL = "https://www.example.org/es/articles/a-rather-long-slug-of-an-article/"
PRACTICE = Practice(
    name="Crane Creek Family Practice",
    short_name="Crane Creek",
    site_url="https://www.example.org",
    languages=("en", "es"),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
    networks=MappingProxyType({name: NetworkChoice(name=name) for name in NETWORK_NAMES}),
    schedulers=("buffer", "hootsuite"),
)

WORDS = """
flu season 2.5 mg 38.5 °C 180/120 (212) 555-0143 911 Dr. Smith a.m. example.org 1,000 50% ½ • right
https://medlineplus.gov/flu.html 👩🏽‍⚕️ 🇺🇸 नमस्ते 健康 niño ¿Tiene fiebre? café e.g. #Tag — “yes”
p. ej. Crane Creek العربية away
"""
words = st.sampled_from(WORDS.split())
ends = st.sampled_from([". ", "! ", "? ", "。", ".” ", ": ", " "])
sentence = st.tuples(st.lists(words, min_size=1, max_size=14), ends).map(
    lambda made: " ".join(made[0]).capitalize() + made[1]
)
prose = st.lists(sentence, min_size=1, max_size=5).map(lambda made: "".join(made).strip())
tags = st.lists(st.text(max_size=12), max_size=4).map(tuple)


@st.composite
def posts(draw: st.DrawFn) -> Post:
    kind = draw(st.sampled_from([Article, Question, Notice, Link]))
    fields: dict[str, object] = {
        "file": "articles/a.md",
        "title": draw(prose)[:80].strip() or "Title",
        "summary": draw(prose),
        "slug": "a",
        "lang": draw(st.sampled_from(["en", "es"])),
        "text": "",
        "uid": "h7k2m9q4xz",
        "date": datetime(2026, 10, 6, 9, tzinfo=UTC),
        "authors": ("amara-okafor",),
        "topics": (),
        "share": Share(hashtags=draw(tags)),
    }
    if kind is not Link:
        fields["key_points"] = tuple(draw(st.lists(prose, max_size=5)))
    if kind is Question:
        fields["answer"] = draw(prose)
    if kind is Notice:
        fields |= {"type": draw(st.sampled_from(["hours", "alert"])), "then": draw(prose)}
        fields |= {"starts": date(2026, 11, 26), "ends": date(2026, 11, 27)}
    if kind is Link:
        fields |= {"url": "https://www.cdc.gov/flu/", "publisher": "CDC"}
    return kind(**fields)


def pieces_of(post: Post) -> list[str]:
    """Everything of the post that may stand in a text, whole."""
    texts = [post.title, post.summary, getattr(post, "answer", ""), getattr(post, "then", "")]
    made = [piece for text in texts for piece in [plain(text), *sentences(plain(text))]]
    return [*made, *(plain(point) for point in getattr(post, "key_points", ()))]


@settings(max_examples=60)
@given(posts())
def test_a_snippet_never_exceeds_its_limit(post: Post):
    for snippet in plan_snippets(post, practice=PRACTICE, url=URL)[0]:
        for text in (snippet.text, *snippet.thread):
            assert count(text, snippet.unit) <= snippet.limit
            assert snippet.network != "bluesky" or len(text.encode()) <= 3000


@settings(max_examples=60)
@given(posts())
def test_every_line_is_made_of_whole_pieces_of_the_post(post: Post):
    """So no grapheme, link, hashtag, or number with its unit is ever cut."""
    pieces = pieces_of(post)
    for snippet in plan_snippets(post, practice=PRACTICE, url=URL)[0]:
        body = snippet.text
        parts = [*pieces, snippet.link, *(f"#{tag}" for tag in snippet.hashtags)]
        for part in sorted(parts, key=len, reverse=True):
            body = body.replace(part, " ") if part else body
        # What is left over are our own fixed words.
        assert not re.search(r"\d", re.sub(r"\b2[67]\b", "", body)), body
        assert len(body.strip()) < 170, body


@settings(max_examples=60)
@given(posts())
def test_numbers_of_a_snippet_stand_in_the_post(post: Post):
    source = f"{' '.join(pieces_of(post))} {' '.join(post.share.hashtags)} {URL} 26 27"
    if isinstance(post, Link):
        source += post.url
    known = set(re.findall(r"\d+", source))
    for snippet in plan_snippets(post, practice=PRACTICE, url=URL)[0]:
        assert set(re.findall(r"\d+", snippet.text)) <= known


@settings(max_examples=40)
@given(posts())
def test_the_plan_is_the_same_every_time_and_hashtags_stay_within_their_number(post: Post):
    first = plan_snippets(post, practice=PRACTICE, url=URL)
    assert plan_snippets(post, practice=PRACTICE, url=URL) == first
    for snippet in first[0]:
        assert len(snippet.hashtags) <= NETWORKS[snippet.network].hashtags.size


@given(st.text(max_size=200))
def test_sentences_are_the_text_again_and_cut_no_grapheme(text: str):
    flat = plain(unicodedata.normalize("NFC", text))
    found = sentences(flat)
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", flat)
    assert sum(len(clusters(piece)) for piece in found) <= len(clusters(flat))
