"""Which feeds there are, and which post stands where."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.words import section
from plugins.scheduler_feeds.feeds.feed import NEVER, Format, guid_of
from plugins.scheduler_feeds.feeds.plan import MOST_ITEMS, plan_feeds
from plugins.scheduler_feeds.shared_post import SharedPost
from tests.scheduler_feeds.samples import POSTS, PRACTICE, article, feeds, shared, sizes


def test_every_feed_of_the_design_is_planned_in_each_language() -> None:
    own = [path for path in feeds() if not path.startswith("es/")]
    assert own == [
        "feeds/all.xml",
        "feeds/all.atom",
        "feeds/feed.json",
        "feeds/notices.xml",
        "feeds/headlines.xml",
        "feeds/topics/heart.xml",
        "feeds/topics/pain.xml",
        "feeds/facebook.xml",
        "feeds/instagram.xml",
        "feeds/x.xml",
        "feeds/pinterest.xml",
    ]
    assert [f"es/{path}" for path in own] == [path for path in feeds() if path.startswith("es/")]


def test_snapchat_doximity_and_sermo_have_no_feed() -> None:
    assert not {"feeds/snapchat.xml", "feeds/doximity.xml", "feeds/sermo.xml"} & set(feeds())


def test_a_language_without_posts_has_no_feeds_but_the_sites_own_always_has() -> None:
    assert {feed.lang for feed in plan_feeds((), practice=PRACTICE)} == {"en"}


def test_a_feed_stays_when_its_last_post_goes() -> None:
    assert list(feeds()) == list(feeds((POSTS[0], POSTS[-1])))
    assert feeds((POSTS[0],))["feeds/notices.xml"].updated == NEVER


def test_a_feed_holds_posts_of_its_language_only() -> None:
    for feed in feeds().values():
        prefix = "https://www.example.org/site/" + ("es/" if feed.lang == "es" else "")
        assert all(item.url.startswith(prefix) for item in feed.items)
    assert len(feeds()["es/feeds/all.xml"].items) == 1
    assert len(feeds()["feeds/all.xml"].items) == len(POSTS) - 1


def test_a_post_without_a_text_for_a_network_is_not_in_its_feed() -> None:
    without = POSTS[5]
    assert not without.snippets
    assert guid_of(without.post.uid) in {item.guid for item in feeds()["feeds/all.xml"].items}
    assert guid_of(without.post.uid) not in {item.guid for item in feeds()["feeds/x.xml"].items}


def test_the_feed_of_a_topic_holds_its_posts_and_that_of_notices_the_notices() -> None:
    assert feeds()["feeds/topics/pain.xml"].items == ()
    assert [item.guid for item in feeds()["feeds/notices.xml"].items] == [guid_of("uid0000003")]


def test_a_networks_feed_says_the_networks_own_text_everywhere() -> None:
    item = next(i for i in feeds()["feeds/x.xml"].items if i.guid == guid_of("uid0000000"))
    text = POSTS[0].snippets["x"].text
    assert item.description == text
    assert "For x:" in item.html
    assert "/site/about/" not in item.html
    assert item.picture is not None
    assert item.picture.graphic.shape == "wide"


def test_a_title_written_for_a_network_stands_in_its_feed() -> None:
    assert {item.title for item in feeds()["feeds/pinterest.xml"].items} == {"A pin"}


def test_a_missing_shape_falls_back_to_the_next_best_and_then_to_the_card() -> None:
    by_guid = {item.guid: item for item in feeds()["feeds/all.xml"].items}
    shapes = {
        uid: picture.graphic.shape
        for uid in ("uid0000000", "uid0000004")
        if (picture := by_guid[guid_of(uid)].picture)
    }
    assert shapes == {"uid0000000": "square", "uid0000004": "card"}
    assert by_guid[guid_of("uid0000005")].picture is None


def test_headlines_have_the_sentence_with_which_an_articles_texts_begin() -> None:
    titles = [item.title for item in feeds()["feeds/headlines.xml"].items]
    assert "Less salt & more walks: \u201caim for < 5 g\u201d a day." in titles
    assert "Call 911 \U0001f691 at once." in titles


def test_the_newest_thirty_come_first() -> None:
    posts = tuple(shared(article(number)) for number in range(40))
    items = feeds(posts)["feeds/all.xml"].items
    assert len(items) == MOST_ITEMS
    assert [item.guid for item in items] == [guid_of(f"uid{n:07d}") for n in range(39, 9, -1)]


@given(st.permutations(POSTS[:4]))
def test_posts_of_one_moment_always_stand_in_one_order(posts: list[SharedPost]) -> None:
    moment = POSTS[0].post.date
    same = tuple(replace(p, post=replace(p.post, date=moment)) for p in posts)
    guids = [item.guid for item in feeds(same)["feeds/all.xml"].items]
    assert guids == [guid_of(f"uid{number:07d}") for number in (3, 2, 1, 0)]


def test_a_guid_comes_from_the_uid_alone() -> None:
    changes = {"title": "New", "slug": "new", "summary": "New.", "topics": ("pain",)}
    post = replace(POSTS[0].post, **changes, date=POSTS[0].post.date + timedelta(days=3))  # type: ignore[arg-type]
    elsewhere = replace(PRACTICE, site_url="https://elsewhere.example")
    before = plan_feeds(POSTS[:1], practice=PRACTICE)[0].items[0].guid
    after = plan_feeds([shared(post)], practice=elsewhere)[0].items[0].guid
    assert before == after == "urn:uuid:03ec7f31-8a99-54be-a90f-3079b0d78541"


def test_the_date_of_a_feed_is_that_of_its_newest_post() -> None:
    for feed in feeds().values():
        assert feed.updated == max((item.published for item in feed.items), default=NEVER)


def test_every_picture_of_a_feed_is_one_that_is_drawn() -> None:
    known = sizes()
    items = [item for feed in feeds().values() for item in feed.items]
    assert all(item.picture is None or item.picture.graphic.path in known for item in items)


def test_both_languages_have_the_same_words_for_feeds() -> None:
    assert section("en", "feeds").keys() == section("es", "feeds").keys()


def test_each_format_is_written_for_the_whole_site() -> None:
    assert {feed.format for feed in feeds().values()} == set(Format)
