"""What the theme is given: plain values, ready to print, in the language of the page.

Every `url` is for a link within the site; `absolute_url` has scheme and host. Texts are plain, to
be escaped by Jinja, except those named `html`, which are finished markup (`Markup`).
docs/theme.md lists the context keys: `site` and `page` everywhere, and what each template adds.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

_NO_MARKUP = Markup()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A name with an address."""

    label: str
    url: str
    lang: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageView:
    """A picture with its size in pixels."""

    url: str
    absolute_url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """One weekday of a place: "Monday", "8:00 AM-5:00 PM", and its spans for the page's script."""

    weekday: str
    text: str
    closed: bool
    spans: str
    """Opening spans in minutes after midnight, "480-720 780-1020", for the page's script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """An address of the practice with its hours, Monday first."""

    id: str
    name: str
    street: str
    city_line: str
    phone: str
    phone_url: str
    hours: tuple[HoursRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic with the number of its posts in this language."""

    id: str
    name: str
    description: str
    url: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person of the practice."""

    id: str
    name: str
    byline: str
    role: str
    url: str
    clinical: bool
    languages: tuple[str, ...]
    """Names of the languages, in the language of the page."""
    since: int | None
    here: bool
    """Whether the person is of the team now."""
    has_left: bool
    """Whether the person was of it; who only reads from outside never was."""
    initials: str
    html: Markup
    photo: ImageView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingView:
    """A heading of the text, for the contents list."""

    id: str
    text: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceView:
    """One entry of the numbered reference list."""

    number: int
    anchor: str
    """The entry's own id: "ref-1"."""
    html: Markup
    back: tuple[str, ...]
    """Ids of the places in the text that cite it."""
    checked: str
    """"Checked on November 14, 2026", "Not yet checked", or what else is true of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """The facts of a notice."""

    type: str
    state: str
    """The notice in a word or two: "Closed"."""
    when: str
    reason: str
    affects: tuple[str, ...]
    then: str
    starts_iso: str
    ends_iso: str
    """The last instant at which it holds, for the page's script."""
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """The facts of an event."""

    when: str
    starts_iso: str
    ends_iso: str
    place: PlaceView | None
    online: bool
    questions: tuple[str, ...]
    register: str
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A post as a list shows it."""

    kind: str
    kind_label: str
    title: str
    summary: str
    url: str
    lang: str
    date_iso: str
    date_text: str
    topics: tuple[TopicView, ...]
    square: ImageView | None
    state: str
    """"" for a published post; else a word such as "scheduled", in a preview only."""
    notice: NoticeView | None = None
    event: EventView | None = None
    thumb: ImageView | None = None
    """The square small, for lists (about 320 pixels); without it they show the square itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskView:
    """A number told as two counts; one of `counts` and `sentence` is empty."""

    what: str
    counts: tuple[tuple[str, str], ...]
    """Each with its name: ("Without a program", "11 out of 100")."""
    sentence: str
    """All in one, where the counts have no names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MythView:
    """What many believe, and what is true."""

    claim: str
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """What a person of the practice says."""

    text: str
    by: PersonView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """A post as its own page shows it."""

    card: CardView
    uid: str
    absolute_url: str
    html: Markup
    headings: tuple[HeadingView, ...]
    authors: tuple[PersonView, ...]
    reviewed_by: PersonView | None
    last_reviewed: str
    last_reviewed_iso: str
    next_review: str
    key_points: tuple[str, ...]
    answer: str
    references: tuple[ReferenceView, ...]
    disclosures: tuple[str, ...]
    changes: tuple[str, ...]
    image: ImageView | None
    graphics: tuple[ImageView, ...]
    related: tuple[CardView, ...]
    translations: tuple[LinkView, ...]
    is_health: bool
    link_url: str = ""
    link_publisher: str = ""
    notice: NoticeView | None = None
    event: EventView | None = None
    risk: RiskView | None = None
    myth: MythView | None = None
    quote: QuoteView | None = None
    translated_by: str = ""
    compared_by: str = ""
    """Who held a translation beside its original."""
    sources_checked: str = ""
    """"Sources checked on November 14, 2026"; empty where that is not true of all of them."""
    is_overdue: bool = False
    """Whether the next review should have taken place."""
    is_searched: bool = True
    """Whether search engines may lead to it: not once its review is far too late."""
    older_than: LinkView | None = None
    """Of a translation that is older than its original: the language and address of that one."""
    discloses_first: bool = False
    """Whether its disclosures stand above the text, because the text itself names an interest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """The practice as every page of one language shows it."""

    name: str
    short_name: str
    url: str
    """The site's own address, no slash at the end."""
    home: str
    lang: str
    direction: str
    """"ltr" or "rtl"."""
    languages: tuple[LinkView, ...]
    tagline: str
    phone: str
    phone_url: str
    email: str
    after_hours: str
    time_zone: str
    places: tuple[PlaceView, ...]
    topics: tuple[TopicView, ...]
    menu: tuple[LinkView, ...]
    pages: tuple[LinkView, ...]
    """About, contact, policies: for the footer."""
    follow: tuple[LinkView, ...]
    feeds: tuple[LinkView, ...]
    notices: tuple[CardView, ...]
    """Notices that are not over yet, the nearest first."""
    emergency: str
    """The number to call in an emergency: "911"."""
    is_demonstration: bool
    is_preview: bool
    static: str
    """The address of the theme's static files, with a slash at the end."""
    search_url: str
    contact_url: str
    latest_url: str
    theme_color: str
    year: int
    logo: ImageView | None = None
    """The practice's own mark; without it the theme draws one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What the head of a page and its breadcrumb say."""

    title: str
    """The h1, and the first part of the title element."""
    description: str
    path: str
    url: str
    absolute_url: str
    kind: str
    image: ImageView | None = None
    breadcrumb: tuple[LinkView, ...] = ()
    alternates: tuple[LinkView, ...] = ()
    """The page in every language that has it, itself included, with absolute addresses."""
    structured_data: Markup = _NO_MARKUP
    citation_meta: tuple[tuple[str, str], ...] = ()
    """Names and contents of the meta elements that reference managers read."""
    noindex: bool = False
    published_iso: str = ""
    modified_iso: str = ""
    html: Markup = _NO_MARKUP
    """The text of a plain page."""
    review_by: str = ""
    language_links: tuple[LinkView, ...] = ()
    """The other languages, for links within the site: this page where it is translated, else that
    language's home page. Empty means the home page of each."""
