"""The practice itself, as content/practice.toml describes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

Localized = Mapping[str, str]
"""A text by language tag."""

Hours = tuple[tuple[int, int], ...]
"""Opening spans of one day, in minutes after midnight; empty means closed."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One address of the practice with its hours, Monday first."""

    id: str
    name: str
    street: str
    city: str
    region: str = ""
    postal_code: str = ""
    country: str = "US"
    phone: str = ""
    hours: tuple[Hours, ...] = ((),) * 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A topic or a service: an id with its name in each language."""

    id: str
    name: Localized
    description: Localized = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkChoice:
    """A network that the practice uses."""

    name: str
    profile: str = ""
    """The address of the practice's own profile."""
    handle: str = ""
    hashtags: tuple[str, ...] = ()
    board: str = ""
    """The board that new pins go to, where the network has boards."""
    characters: int | None = None
    """The longest text on the practice's own server, where servers differ (Mastodon)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomNetwork:
    """A network that Housecall's own table lacks, as the practice describes it.

    The words of `unit`, `links`, `pictures` and `tone` are those of the table of networks.
    """

    name: str
    label: str
    characters: int | None = None
    """The longest text; None: it takes no text at all."""
    unit: str = "utf16"
    title_characters: int | None = None
    most_hashtags: int = 0
    alt_characters: int | None = None
    links: str = "text"
    """Where a link works."""
    pictures: tuple[str, ...] = ("square", "card")
    """The shapes that suit it, best first."""
    tone: str = "patient"
    emoji: bool = True
    phone: bool = True
    names_us: bool = True
    feed: bool = True
    source: str = ""
    """Where the practice read these numbers."""
    read: str = ""
    """The day or month on which it did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When the practice shares: the slots of a week, in `time_zone`."""

    days: tuple[str, ...] = ("mon", "wed", "fri")
    times: tuple[int, ...] = (12 * 60 + 15,)
    """Minutes after midnight."""
    per_week: int = 3
    """The most posts of a week, Monday to Sunday."""
    time_zone: str = ""
    """Empty: the practice's own."""
    reshare: bool = True
    """Whether evergreen posts are shared again later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """How the practice looks. Colours are "#rrggbb"; empty means as the look has it."""

    look: str = "harbor"
    color: str = ""
    logo: str = ""
    photo: str = ""
    """A photograph of the place; like the logo, the name of a file in images/."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedDomain:
    """A domain that Housecall's own table lacks, or that the practice judges otherwise."""

    domain: str
    """"example.org" means its subdomains as well."""
    publisher: str
    tier: int
    """1 (government, guideline body) to 5 (vendor, blog)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSettings:
    """How cited sources are judged and asked for."""

    contact: str = ""
    """The e-mail address that registries are told. Empty: the practice's own."""
    seconds: int = 5
    """How long one request may take."""
    allow_private_addresses: bool = False
    """Whether loopback and private addresses may be asked, for tests and intranets."""
    retraction_watch: str = ""
    """A copy of the Retraction Watch CSV: a file, relative to the content folder."""
    services: Mapping[str, str] = field(default_factory=dict)
    """Base addresses other than the usual ones, by service."""
    domains: Mapping[str, TrustedDomain] = field(default_factory=dict)
    """By domain."""
    deny: tuple[str, ...] = ()
    """Domains that must not be cited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSettings:
    """How strictly texts are judged before they may go out."""

    level: str = "standard"
    """"standard", or "strict": then warnings of the rules in `block` hold a post, too."""
    block: tuple[str, ...] = ()
    """Rules ("R-02") or whole families of them ("R"). Empty, with "strict": a set of our own."""
    signed: bool = False
    """Whether an approval counts only with its SSH signature."""
    federal_funds: bool = False
    """Whether the practice takes Medicare, Medicaid or other money of HHS, which asks for notices
    and an accessible site (45 CFR 84 and 92)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Who we are. `languages[0]` is the site's own language."""

    name: str
    short_name: str
    site_url: str
    """Scheme and host, no slash at the end."""
    languages: tuple[str, ...]
    time_zone: str
    phone: str
    email: str = ""
    tagline: Localized = field(default_factory=dict)
    after_hours: Localized = field(default_factory=dict)
    """What to do when the practice is closed, in a sentence."""
    places: tuple[Place, ...] = ()
    topics: Mapping[str, Named] = field(default_factory=dict)
    services: Mapping[str, Named] = field(default_factory=dict)
    networks: Mapping[str, NetworkChoice] = field(default_factory=dict)
    custom_networks: Mapping[str, CustomNetwork] = field(default_factory=dict)
    """Networks of the practice's own; each stands in `networks` as well."""
    schedulers: tuple[str, ...] = ()
    free_schedulers: tuple[str, ...] = ()
    """Those of them that the practice uses on their free plan, which may take fewer rows."""
    plan: Plan = field(default_factory=Plan)
    brand: Brand = field(default_factory=Brand)
    sources: SourceSettings = field(default_factory=SourceSettings)
    review: ReviewSettings = field(default_factory=ReviewSettings)
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each key of practice.toml, for messages."""
    demonstration_today: date | None = None
    """Set only in the demonstration practice: its own fixed build day."""

    @property
    def lang(self) -> str:
        """The site's own language."""
        return self.languages[0]

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which every date of the content is meant."""
        return ZoneInfo(self.time_zone)

    @property
    def plan_zone(self) -> ZoneInfo:
        """The zone in which the times of the plan are meant."""
        return ZoneInfo(self.plan.time_zone) if self.plan.time_zone else self.zone

    @property
    def is_demonstration(self) -> bool:
        """Whether this is the fictional practice that comes with Housecall."""
        return self.demonstration_today is not None

    def line_of(self, key: str) -> int:
        """The line of practice.toml with a dotted key: "brand.logo".

        Without such a line, the first one below it ("topics" has only [topics.heart] and the like),
        else that of the table around it, else 1.
        """
        while key and key not in self.lines:
            below = [line for name, line in self.lines.items() if name.startswith(f"{key}.")]
            if below:
                return min(below)
            key = key.rpartition(".")[0]
        return self.lines.get(key, 1)

    def localized(self, text: Localized, lang: str) -> str:
        """`text` in `lang`, else in the site's own language, else empty."""
        return text.get(lang) or text.get(self.lang, "")

    def topic_name(self, topic: str, lang: str) -> str:
        """The name that readers see for a topic id."""
        named = self.topics.get(topic)
        return self.localized(named.name, lang) if named else topic
