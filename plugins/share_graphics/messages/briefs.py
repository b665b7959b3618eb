"""What the words of a post's graphics are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.practice.addresses import short_address
from plugins.practice.dates import month_and_year
from plugins.practice.people import Person
from plugins.practice.posts import HealthPost, Post
from plugins.practice.settings import Practice
from plugins.practice.sources import Source
from plugins.practice.words import LANGUAGES, say
from plugins.share_graphics.messages.message import Message, Motif, Text, Visual


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A post with everything that its pictures may tell of."""

    post: Post
    practice: Practice
    people: Mapping[str, Person]
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The language of our own labels: the post's, else the site's, else English."""
        tags = (self.post.lang, self.practice.lang)
        return next((tag for tag in tags if tag in LANGUAGES), "en")

    @property
    def topic(self) -> str:
        """What the motif is drawn from."""
        return self.post.topics[0] if self.post.topics else self.post.kind

    @property
    def topic_name(self) -> str:
        """The name of the first topic; "" where there is none."""
        return self.practice.topic_name(self.topic, self.post.lang) if self.post.topics else ""

    @property
    def kind_name(self) -> str:
        """What the post is, in a word: "Question"."""
        return self.say(self.post.kind)

    @property
    def byline(self) -> str:
        """The authors: "Amara Okafor, MD"."""
        names = [self.people[name].byline for name in self.post.authors if name in self.people]
        return " · ".join(names)

    def say(self, key: str, **slots: str) -> str:
        """A wording of ours, from the section of the graphics."""
        return say(self.lang, f"graphics.{key}", **slots)

    def message(
        self,
        lead: Text,
        variants: tuple[tuple[Text, ...], ...],
        *,
        scheme: str,
        label: str,
        visual: Visual | None = None,
        address: str = "",
        unclear_state: str = "",
    ) -> Message:
        """A message with the footer that all graphics of the post share."""
        post = self.post
        reviewed = post.last_reviewed if isinstance(post, HealthPost) else None
        month = month_and_year(reviewed, self.lang) if reviewed else ""
        return Message(
            scheme=scheme,
            label=label,
            lead=lead,
            variants=variants,
            visual=visual or Motif(self.topic),
            topic=self.topic,
            mark=self.practice.short_name,
            address=address or short_address(self.practice),
            month=self.say("reviewed", month=month) if month else "",
            lang=post.lang,
            unclear_state=unclear_state,
        )
