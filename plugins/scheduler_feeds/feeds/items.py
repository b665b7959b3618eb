"""A post as an item of a feed: the page's own words, or those written for one network."""

from __future__ import annotations

from dataclasses import replace

from plugins.networks.rows import Network
from plugins.practice.addresses import absolute
from plugins.practice.posts import Article
from plugins.practice.sentences import plain, sentences
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.feeds.absolute_html import absolute_html, picture_html, text_as_html
from plugins.scheduler_feeds.feeds.feed import Category, Item, Picture, guid_of
from plugins.scheduler_feeds.feeds.valid_text import valid_line, valid_text
from plugins.scheduler_feeds.shared_post import SharedPost, network_graphic, page_graphic
from plugins.share_graphics.graphic import Graphic


def page_item(shared: SharedPost, practice: Practice) -> Item:
    """The post as its page says it."""
    post, picture = shared.post, _picture(page_graphic(shared), practice)
    title = valid_line(post.title) or shared.url
    return Item(
        guid=guid_of(post.uid),
        url=shared.url,
        title=title,
        description=valid_text(post.summary).strip() or title,
        html=_markup(picture) + absolute_html(shared.html, shared.url),
        published=post.date,
        categories=tuple(
            Category(id=topic, name=valid_line(practice.topic_name(topic, post.lang)))
            for topic in post.topics
        ),
        picture=picture,
    )


def network_item(item: Item, shared: SharedPost, network: Network, practice: Practice) -> Item:
    """The page's item with the text, the title and the picture for a network.

    The text stands in the content as well: some schedulers (Postiz) post the content.
    """
    snippet = shared.snippets[network.name]
    picture = _picture(network_graphic(shared, network), practice)
    text = valid_text(snippet.text).strip() or item.description
    return replace(
        item,
        title=valid_line(snippet.title) or item.title,
        description=text,
        html=_markup(picture) + text_as_html(text),
        picture=picture,
    )


def hook_item(item: Item, shared: SharedPost) -> Item:
    """The page's item under its hook: Hootsuite posts the title and the link, nothing else.

    The texts of an article begin with its message, those of every other post with its title.
    """
    if not isinstance(shared.post, Article):
        return item
    opening = sentences(plain(item.description))
    return replace(item, title=valid_line(opening[0]) if opening else item.title)


def _picture(graphic: Graphic | None, practice: Practice) -> Picture | None:
    if graphic is None:
        return None
    url = absolute(graphic.path, practice)
    return Picture(graphic=graphic, url=url, alt=valid_line(graphic.alt))


def _markup(picture: Picture | None) -> str:
    if picture is None:
        return ""
    graphic = picture.graphic
    image = picture_html(picture.url, width=graphic.width, height=graphic.height, alt=picture.alt)
    return f"{image}\n"
