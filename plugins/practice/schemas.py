"""The fields of every kind of content file: the table that docs/writing.md explains.

The third column of a field says why it is needed; fields without it may be left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from plugins.practice.count_fields import count_of
from plugins.practice.fields import (
    UnfitError,
    flag,
    listed,
    long_text,
    one_of,
    pair,
    partial_date,
    shown,
    slug,
    text,
    uid,
    web_address,
    whole_number,
)
from plugins.practice.posts import (
    LEGAL_PAGES,
    PICTURED,
    Article,
    ClosureTemplate,
    Event,
    Link,
    Notice,
    Post,
    Question,
)
from plugins.practice.tables import Field
from plugins.practice.time_fields import day, day_or_moment, moment

NOTICE_TYPES = ("hours", "availability", "alert")
SOURCE_TYPES = ("webpage", "article-journal", "guideline", "report", "book", "chapter")


def as_is(value: object) -> object:
    """A nested table, read by a function of its own."""
    return value


DOCUMENT = (
    Field("title", text, "lists, search results and networks show it"),
    Field("slug", slug),
    Field("lang", text),
)


def texts_by_name(value: object) -> Mapping[str, str]:
    """A table of single texts."""
    if not isinstance(value, Mapping):
        raise UnfitError(f"found {shown(value)}, not a table", "leave the field to `close`")
    return {str(name): text(found) for name, found in value.items()}


POST = (
    *DOCUMENT,
    Field("summary", text, "lists, feeds and the networks' texts are made from it"),
    Field("authors", listed(slug), "readers must see who wrote it"),
    Field("topics", listed(slug), "readers find it by its topic"),
    Field("uid", uid, "feeds know a post by it for ever, whatever else is edited"),
    Field("audience", text),
    Field("draft", flag),
    Field("evergreen", flag),
    Field("withdrawn", day),
    Field("withdrawn_reason", text),
    Field("share", as_is),
    Field("image", text),
    Field("image_alt", text),
    Field("consent", text),
    Field("changes", listed(text)),
    Field("sources", listed(text)),
    Field("translated_by", text),
    Field("translation_reviewed_by", text),
    Field("source_hash", text),
)

PICTURES = (
    Field("myth", as_is),
    Field("quote", as_is),
    Field("key_fact", text),
    Field("graphic", one_of(("title", *PICTURED))),
)
"""What the pictures of articles and questions can show; `risk`, of which a notice may tell too."""

_REVIEWED = (
    Field("key_points", listed(text)),
    Field("reviewed_by", slug),
    Field("last_reviewed", day),
    Field("next_review", day),
    Field("disclosures", listed(text)),
    Field("symptom", flag),
    Field("landmark", flag),
    Field("ai_assisted", text),
    Field("treatment", flag),
    Field("risk", as_is),
)

HEALTH = (*_REVIEWED, *PICTURES)

SHARE = (
    Field("networks", listed(text)),
    Field("hashtags", listed(text)),
    Field("thread", listed(long_text)),
)

RISK = (
    Field("what", text, "the numbers must say what they count"),
    Field("before", count_of, "a risk is told as two counts"),
    Field("after", count_of, "a risk is told as two counts"),
    Field("labels", pair),
    Field("source", text),
)

MYTH = (
    Field("claim", text, "the page and the pictures tell it apart from the fact"),
    Field("fact", text, "a myth is never told without what is true"),
)

QUOTE = (
    Field("text", text, "it is what the person says"),
    Field("by", slug, "readers must see who says it"),
)

PERSON = (
    Field("name", text, "bylines show it"),
    Field("slug", slug),
    Field("lang", text),
    Field("credentials", text),
    Field("role", text, "readers want to know what the person does here"),
    Field("clinical", flag),
    Field("languages", listed(text)),
    Field("since", whole_number),
    Field("left", day),
    Field("outside", flag),
    Field("photo", text),
)

PAGE = (
    *DOCUMENT,
    Field("summary", text),
    Field("owner", slug),
    Field("review_by", day),
    Field("legal", one_of(LEGAL_PAGES)),
)

SOURCE = (
    Field("type", one_of(SOURCE_TYPES), "the reference is written by its type"),
    Field("title", text, "readers see what is cited"),
    Field("publisher", text, "readers see who stands behind it"),
    Field("authors", listed(text)),
    Field("editors", listed(text)),
    *(Field(name, text) for name in ("url", "doi", "pmid", "pmcid", "isbn")),
    Field("published", partial_date),
    Field("updated", partial_date),
    Field("accessed", day),
    Field("lang", text),
    *(Field(name, text) for name in ("journal", "year", "volume", "issue", "pages")),
    Field("book", text),
    *(Field(name, text) for name in ("edition", "website", "series", "number")),
    Field("landmark", flag),
)

INHERITED = (
    "authors", "topics", "date", "audience", "image", "consent", "sources", "reviewed_by",
    "last_reviewed", "next_review", "disclosures", "symptom", "landmark", "treatment", "type",
    "starts", "ends", "affects", "url", "publisher", "checked_against", "place", "online",
    "evergreen", "withdrawn", "withdrawn_reason",
)  # fmt: skip
"""What a translation takes from the post that it translates, unless it says otherwise."""


CLOSURE = (
    *(field for field in POST if field.name not in ("withdrawn", "withdrawn_reason", "evergreen")),
    Field("then", text, "a notice says what to do instead"),
)
"""A closure template has no days: `close` fills them in."""


def fields_of(kind: type[Post], zone: ZoneInfo) -> tuple[Field, ...]:
    """The fields of a kind of post; dates are meant in `zone`."""
    if kind is ClosureTemplate:
        return CLOSURE
    dated = Field("date", moment(zone), "it decides when the post goes out, and where it stands")
    return (*POST, dated, *_own_fields(zone)[kind])


def _own_fields(zone: ZoneInfo) -> Mapping[type[Post], tuple[Field, ...]]:
    when = day_or_moment(zone)
    return {
        Article: HEALTH,
        Question: (
            *HEALTH,
            Field("answer", text, "the short answer stands first on the page and on the graphic"),
        ),
        Notice: (
            *_REVIEWED,
            Field("type", one_of(NOTICE_TYPES), "page and graphic are laid out by it"),
            Field("starts", when, "readers must know from when it holds"),
            Field("ends", when, "a notice leaves the front page by itself when it is over"),
            Field("then", text, "a notice says what to do instead"),
            Field("reason", text),
            Field("affects", listed(slug)),
            Field("template", slug),
            Field("filled", texts_by_name),
        ),
        Link: (
            Field("url", web_address, "it is what the post recommends"),
            Field("publisher", text, "readers must see who stands behind it"),
            Field("checked_against", text),
        ),
        Event: (
            Field("starts", when, "people must know when to come"),
            Field("ends", when, "people must know how long it takes"),
            Field("place", slug),
            Field("online", flag),
            Field("questions", listed(text)),
            Field("register", text),
        ),
    }
