"""Posts as hypothesis makes them: in five scripts, with numbers, links and emoji in every field."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import MappingProxyType

from hypothesis import strategies as st

from plugins.networks.table import NETWORK_NAMES
from plugins.practice.posts import (
    Article,
    Event,
    HealthPost,
    Link,
    Myth,
    Notice,
    Post,
    Question,
    Risk,
    Share,
)
from plugins.practice.sentences import sentences
from plugins.practice.settings import NetworkChoice, Practice
from plugins.practice.words import say
from plugins.social_snippets.spoken import spoken

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

_ENGLISH = """
flu season 2.5 mg 38.0 °C 180/120 (212) 555-0143 911 Dr. Smith a.m. example.org 1,000 50% ½ right
https://medlineplus.gov/flu.html 👩🏽‍⚕️ 🇺🇸 e.g. #Tag — “yes” Crane Creek away 2 of 100 6 weeks two
COVID-19 A1C 24/7 it this not &amp; ]]> call us at 5 pm November 26 closed book a visit
"""
_SPANISH = """
niño ¿Tiene fiebre? café p. ej. corazón 38,5 °C once semanas 2 de cada 100 llame al 988 esto no
26 de noviembre cerrado pida una cita 500 mg presión señales 👨‍👩‍👧 #PresiónArterial
"""
_ARABIC = "العربية الإنفلونزا لقاح ٥ مغ راجع الطبيب؟ اتصل 911 حمّى الأطفال 🤒"
_HINDI = "नमस्ते स्वास्थ्य बुखार ५ मिग्रा टीका 911 पर कॉल करें बच्चे को 🙏🏽"
_CHINESE = "健康 流感疫苗 2 周 38.5°C 请拨打911 孩子发烧 每天 5 毫克 🏥"
_SCRIPTS = tuple(words.split() for words in (_ENGLISH, _SPANISH, _ARABIC, _HINDI, _CHINESE))

ends = st.sampled_from([". ", "! ", "? ", "。", ".” ", "؟ ", "। ", ": ", " "])


@st.composite
def prose(draw: st.DrawFn, most: int = 5) -> str:
    """Some sentences, each in a script of its own."""
    made = []
    for _ in range(draw(st.integers(1, most))):
        words = st.sampled_from(draw(st.sampled_from(_SCRIPTS)))
        sentence = " ".join(draw(st.lists(words, min_size=1, max_size=14)))
        made.append(sentence[:1].upper() + sentence[1:] + draw(ends))
    return "".join(made).strip()


@st.composite
def posts(draw: st.DrawFn, kinds: tuple[type[Post], ...] = ()) -> Post:
    """A post of any kind, or of one of those given."""
    kind = draw(st.sampled_from(kinds or (Article, Question, Notice, Link, Event)))
    fields: dict[str, object] = {
        "file": "articles/a.md",
        "title": draw(prose(2))[:90].strip() or "Title",
        "summary": draw(st.one_of(prose(), st.just(""), st.just("🎉"))),
        "slug": "a",
        "lang": draw(st.sampled_from(["en", "es"])),
        "text": "",
        "uid": "h7k2m9q4xz",
        "date": datetime(2026, 10, 6, 9, tzinfo=UTC),
        "authors": ("amara-okafor",),
        "topics": (),
        "share": Share(hashtags=tuple(draw(st.lists(st.text(max_size=12), max_size=4)))),
    }
    if draw(st.booleans()):
        fields |= {"image": "images/a.jpg", "image_alt": "A", "consent": "c-1"}
    if issubclass(kind, HealthPost):
        fields["key_points"] = tuple(draw(st.lists(prose(2), max_size=5)))
    if kind in (Article, Question):
        fields |= _pictured(draw)
    if kind is Question:
        fields["answer"] = draw(prose())
    if kind is Notice:
        fields |= {"type": draw(st.sampled_from(["hours", "availability", "alert"]))}
        fields |= {"then": draw(prose())}
    if kind in (Notice, Event):
        fields |= {"starts": date(2026, 11, 26), "ends": date(2026, 11, 27)}
    if kind is Event:
        fields |= {"questions": tuple(draw(st.lists(prose(1), max_size=4)))}
        fields |= {"register": draw(st.one_of(prose(1), st.just(f"{URL}join/")))}
    if kind is Link:
        fields |= {"url": "https://www.cdc.gov/flu/", "publisher": "CDC"}
    return kind(**fields)


def _pictured(draw: st.DrawFn) -> dict[str, object]:
    found: dict[str, object] = {}
    if draw(st.booleans()):
        found["myth"] = Myth(claim=draw(prose(1)), fact=draw(prose(1)))
    if draw(st.booleans()):
        found["risk"] = Risk(what=draw(prose(1)), before=(2, 100), after=(1, 100))
    if draw(st.booleans()):
        found["key_fact"] = draw(prose(1))
    return found


def pieces_of(post: Post) -> list[str]:
    """Everything of the post that may stand in a text, whole."""
    names = ("title", "summary", "answer", "then", "key_fact", "register", "publisher")
    texts = [getattr(post, name, "") for name in names]
    texts += [*getattr(post, "key_points", ()), *getattr(post, "questions", ())]
    if isinstance(post, HealthPost):
        texts += [post.myth.claim, post.myth.fact] if post.myth else []
        texts += [post.risk.what] if post.risk else []
    said = [spoken(text) for text in texts]
    made = {piece for text in said for piece in (text, *sentences(text))}
    return [piece for piece in made if piece]


def own_words(post: Post) -> list[str]:
    """The fixed words that a text of the post may have of the product's own."""
    keys = ("consent", "myth", "fact", "risk_before", "risk_after", "peer", "peer_link", "ask",
            "call_button", "questions", "when", "where", "online", "credit", "review",
            f"read_{post.kind}", f"bio_{post.kind}")  # fmt: skip
    slots = dict.fromkeys(("url", "claim", "fact", "when", "where", "publisher", "day"), "\n")
    made = [say(post.lang, f"snippets.{key}", **slots) for key in keys]
    made += [say(post.lang, "snippets.of", part=part, whole=100) for part in (1, 2)]
    parts = {part.strip() for line in made for part in line.split("\n")}
    return [part for part in parts if len(part) > 1]
