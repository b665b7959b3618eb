"""What one text is to be written for: the post, the practice, the network and the room there."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.networks.counting import count
from plugins.networks.limits import Room, effective_limit
from plugins.networks.rows import Network, Place, Tone
from plugins.practice.posts import Event, Link, Post
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.social_snippets.parts import Part
from plugins.social_snippets.spoken import spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One text to write. `url` is the post's page; `tags` are hashtags without their #."""

    post: Post
    practice: Practice
    network: Network
    room: Room
    url: str
    tags: tuple[str, ...]
    suited: dict[object, list[Part]] = field(default_factory=dict, repr=False, compare=False)
    """What was found to suit networks of one sort, so that it is found once for all of them."""

    @property
    def title(self) -> str:
        """The post's title, where the network has a field for it that can hold it."""
        fits = self.title_excess is not None and self.title_excess <= 0
        return spoken(self.post.title) if fits else ""

    @property
    def title_excess(self) -> int | None:
        """By how much the title is too long for the network's field; None: it has no such field."""
        limit = effective_limit(self.network, "title", self.practice.schedulers)
        kinds = self.network.title_for
        if limit is None or (kinds and self.post.kind not in kinds):
            return None
        return count(spoken(self.post.title), limit.unit) - limit.size

    @property
    def link(self) -> str:
        """The address that goes with the text; none of ours where we may not be named."""
        if not self.network.names_us:
            return self.post.url if isinstance(self.post, Link) else ""
        if self.network.ctas and isinstance(self.post, Event) and _is_address(self.post.register):
            return self.post.register
        return self.url

    @property
    def link_line(self) -> str:
        """How the text leads to the page; "" where a button or the pin does."""
        slot = f"_{self.post.kind}"
        if self.network.tone is Tone.PEER:
            return self.link
        if self.network.place.in_text:
            return say(self.post.lang, f"snippets.read{slot}", url=self.link)
        if self.network.place is Place.BIO:
            return say(self.post.lang, f"snippets.bio{slot}")
        return ""

    def cta(self, *, calls: bool) -> str:
        """The button of the post; `calls`: a phone number gave way to the Call button."""
        if not self.network.ctas:
            return ""
        if calls:
            return "CALL"
        return "SIGN_UP" if self.link != self.url else self.network.ctas[0]


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))
