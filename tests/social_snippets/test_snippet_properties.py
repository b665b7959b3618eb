"""What holds for every text of every network and turn, whatever a writer types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.networks.counting import count
from plugins.networks.graphemes import clusters
from plugins.networks.hashtags import camel_case
from plugins.networks.rows import Tone, Unit
from plugins.networks.table import NETWORKS
from plugins.practice.dates import when
from plugins.practice.notices import notice_state
from plugins.practice.posts import Article, Event, Link, Notice, Post, Question
from plugins.practice.sentences import plain, sentences
from plugins.social_snippets.figures.checking import unknown_figures, without_place
from plugins.social_snippets.openings import FIRST_LOOK, pauses, stands_alone, tells_when
from plugins.social_snippets.plan import plan_later, plan_snippets
from plugins.social_snippets.snippet import Snippet
from plugins.social_snippets.spoken import spoken
from plugins.social_snippets.staff import staff_text
from tests.social_snippets.generated import PRACTICE, URL, own_words, pieces_of, posts

TURNS = (0, 1, 2)
MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def every_snippet(post: Post) -> Iterator[Snippet]:
    """Of all networks, the first time and when the post is shared again."""
    yield from plan_snippets(post, practice=PRACTICE, url=URL)[0]
    for later in plan_later(post, practice=PRACTICE, url=URL):
        yield from later.values()


def every_text(post: Post) -> Iterator[tuple[Snippet, str]]:
    for snippet in every_snippet(post):
        yield from ((snippet, text) for text in (snippet.text, *snippet.thread))


@MANY
@given(posts())
def test_a_text_never_exceeds_its_limit_as_the_network_counts(post: Post):
    for snippet, text in every_text(post):
        assert count(text, snippet.unit) <= snippet.limit
        assert snippet.network != "bluesky" or len(text.encode()) <= 3000
        assert snippet.length == count(snippet.text, snippet.unit)


def remainder(text: str, post: Post, snippet: Snippet) -> str:
    """What is left of a text when all that may stand in it, whole, is taken out."""
    if isinstance(post, Notice | Event):
        time = when(post.starts, post.ends, post.lang)
        for part in (time, time[:1].upper() + time[1:]):
            text = text.replace(part, "\n")
    if isinstance(post, Notice):
        text = text.replace(f"{notice_state(post, frozenset())}:", "\n")
    tags = (f"#{camel_case(tag)}" for tag in post.share.hashtags)
    parts = [*pieces_of(post), *own_words(post), URL, snippet.link, *tags]
    for part in sorted(filter(None, parts), key=len, reverse=True):
        text = text.replace(part, "\n")
    return re.sub(r"^\d/\d$|[•:.\s]", "", text, flags=re.MULTILINE)


@MANY
@given(posts())
def test_a_text_is_made_of_whole_pieces_of_the_post_and_fixed_words(post: Post):
    """So no grapheme, link, hashtag, or number with its unit is ever cut."""
    for snippet, text in every_text(post):
        assert remainder(text, post, snippet) == "", (snippet.network, text)


@MANY
@given(posts())
def test_every_figure_of_a_text_stands_in_the_post(post: Post):
    for snippet, text in every_text(post):
        told = without_place(text, [len(snippet.thread)]) if snippet.thread else text
        assert unknown_figures([told], post, PRACTICE) == [], (snippet.network, text)


@MANY
@given(posts((Article, Question, Link)))
def test_the_texts_of_the_turns_are_all_different(post: Post):
    turns = [plan_snippets(post, practice=PRACTICE, url=URL, turn=turn)[0] for turn in TURNS]
    for name in PRACTICE.networks:
        of_one = [snippet for turn in turns for snippet in turn if snippet.network == name]
        told = [without_tags(snippet) for snippet in of_one]
        assert len(set(told)) == len(told), name
    assert [{s.network: s for s in turn} for turn in turns[1:]] == list(
        plan_later(post, practice=PRACTICE, url=URL)
    )


def without_tags(snippet: Snippet) -> str:
    text = snippet.text
    for tag in snippet.hashtags:
        text = text.replace(f"#{tag}", "")
    return " ".join(text.split())


@MANY
@given(posts())
def test_what_is_seen_at_once_stands_alone_wherever_the_post_has_words_for_it(post: Post):
    openings = [spoken(post.title), *(sentences(spoken(post.summary))[:1])]
    possible = all(len(opening) <= FIRST_LOOK for opening in openings)
    first = plan_snippets(post, practice=PRACTICE, url=URL)[0]
    for snippet in every_snippet(post):
        network = NETWORKS[snippet.network]
        if network.tone is Tone.PEER:
            continue
        if network.fold and not snippet.title and (possible or snippet not in first):
            fair = snippet not in first and pauses(snippet.text)
            assert fair or stands_alone(snippet.text), snippet.text
        if isinstance(post, Notice):
            assert tells_when(snippet.text, post, snippet.title), snippet.text


@MANY
@given(posts((Article, Question, Notice, Link)))
def test_no_list_has_a_single_point_and_no_text_begins_with_a_list(post: Post):
    for snippet in every_snippet(post):
        assert snippet.text.count("\n• ") != 1, snippet.text
        assert not snippet.text.startswith("•")


@MANY
@given(posts())
def test_a_consent_never_vanishes(post: Post):
    if not (post.image and post.consent):
        return
    for snippet in every_snippet(post):
        if NETWORKS[snippet.network].tone is Tone.PATIENT:
            assert "permis" in snippet.text


@MANY
@given(posts())
def test_the_text_apart_is_the_text_without_one_line(post: Post):
    for snippet in every_snippet(post):
        if snippet.text_apart:
            left = snippet.text.replace(snippet.text_apart.split("\n\n")[0], "", 1)
            assert snippet.link in left
            assert count(snippet.text_apart, snippet.unit) < snippet.length


@MANY
@given(posts())
def test_a_staff_text_fits_everywhere_and_is_made_of_whole_pieces(post: Post):
    text = staff_text(post, practice=PRACTICE, url=URL)
    if text:
        assert count(text, Unit.X) <= 280
        assert count(text, Unit.GRAPHEMES) <= 300
        opening, _, rest = text.partition("\n\n")
        assert "Crane Creek" in opening
        snippet = plan_snippets(post, practice=PRACTICE, url=URL)[0][0]
        assert remainder(rest, post, snippet) == "", text


@MANY
@given(posts())
def test_the_plan_is_the_same_every_time_and_hashtags_stay_within_their_number(post: Post):
    for turn in TURNS:
        first = plan_snippets(post, practice=PRACTICE, url=URL, turn=turn)
        assert plan_snippets(post, practice=PRACTICE, url=URL, turn=turn) == first
        for snippet in first[0]:
            assert len(snippet.hashtags) <= NETWORKS[snippet.network].hashtags.size


@settings(deadline=None)
@given(st.text(max_size=200))
def test_sentences_are_the_text_again_and_cut_no_grapheme(text: str):
    flat = plain(unicodedata.normalize("NFC", text))
    found = sentences(flat)
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", flat)
    assert sum(len(clusters(piece)) for piece in found) <= len(clusters(flat))
