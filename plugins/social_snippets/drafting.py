"""A wording as a text for one network: what suits it, as much of it as there is room for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.networks.rows import Tone
from plugins.practice.posts import HealthPost, Link, Notice, Question
from plugins.social_snippets.brief import Brief
from plugins.social_snippets.layout import FEWEST_POINTS, Fitted, fit, lay_out
from plugins.social_snippets.openings import pauses, stands_alone, tells_when
from plugins.social_snippets.parts import BULLET, Part, hashtag_parts, parts_of
from plugins.social_snippets.repeats import without_repeats
from plugins.social_snippets.suiting import call_button, suit
from plugins.social_snippets.threads import plan_thread
from plugins.social_snippets.wordings import Wording

# A text without one of these says nothing.
_SAYS = frozenset({"hook", "message", "when", "facts"})
_SAYS_TO_PEERS = frozenset({"message", "points"})
_SAYS_UNDER_A_TITLE = frozenset({"message", "points", "when", "facts"})

_GIST = frozenset({"hook", "message", "points"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text before it is checked. `excess`: by how much even the least of it is too long."""

    text: str
    text_apart: str = ""
    thread: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    gist: tuple[str, ...] = ()
    """The title, sentences and points that it is made of."""
    calls: bool = False
    """Whether the Call button stands in for a phone number."""
    bare: bool = False
    """Whether there was no room even for the first sentence of the message."""
    excess: int = 0
    hand_written: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A wording as a text for a network, and how good it came out."""

    brief: Brief
    parts: tuple[Part, ...]
    fitted: Fitted

    @property
    def speaks(self) -> bool:
        """Whether it fits and says something of its own."""
        roles = {part.role for part in self.fitted.parts}
        said = roles & _SAYS_TO_PEERS if "peer" in roles else roles & _SAYS
        return bool(said) and not self.fitted.excess

    @property
    def is_whole(self) -> bool:
        """Whether the message is all there."""
        return self.fitted.has_all(self.parts, "message")

    @property
    def has_body(self) -> bool:
        """Whether a title does not stand alone; that of a link may, unless it is shown anyway."""
        has_list = self.fitted.number_of("points") >= FEWEST_POINTS
        has_message = self.fitted.number_of("message") > 0
        is_link = isinstance(self.brief.post, Link) and not self.brief.title
        return has_list or has_message or is_link

    @property
    def opens_well(self) -> bool:
        """Whether what is seen at once stands alone, on a network that hides the rest of a text.

        Of a notice to patients it tells the state and the day, wherever it is read.
        """
        return self._tells_when and (self._hides_nothing or stands_alone(self.fitted.text))

    @property
    def opens_fairly(self) -> bool:
        """Whether what is seen at once can at least be understood."""
        return self.opens_well or (self._tells_when and pauses(self.fitted.text))

    @property
    def _tells_when(self) -> bool:
        post, to_patients = self.brief.post, self.brief.network.tone is Tone.PATIENT
        if not isinstance(post, Notice) or not to_patients:
            return True
        return tells_when(self.fitted.text, post, self.brief.title)

    @property
    def _hides_nothing(self) -> bool:
        """Whether the whole text is shown, or a title above it."""
        return bool(self.brief.title) or self.brief.network.fold is None

    def draft(self) -> Draft:
        """The text that came of it."""
        order, fitted = self.brief.network.parts, self.fitted
        used = [role for role in order if role in _GIST]
        return Draft(
            text=fitted.text,
            text_apart=self._apart(),
            hashtags=tuple(part.text[1:] for part in fitted.parts if part.role == "hashtags"),
            gist=tuple(p.text for role in used for p in fitted.parts if p.role == role),
            calls=not self.brief.network.phone and call_button(self.brief.post) in self.parts,
            excess=fitted.excess,
        )

    def threaded(self) -> Draft:
        """With a thread: the writer's own, else the key points for which there was no room."""
        return replace(self.draft(), thread=self._thread())

    def _apart(self) -> str:
        """The text without the line that has the address; "" where no such line stands in it."""
        line, link = self.brief.link_line, self.brief.link
        if not link or link not in line:
            return ""
        left = [part for part in self.fitted.parts if part.role != "link"]
        return lay_out(left, self.brief.network.parts)

    def _thread(self) -> tuple[str, ...]:
        post, network = self.brief.post, self.brief.network
        if not network.thread or self.fitted.excess:
            return ()
        if post.share.thread:
            return post.share.thread
        if self.fitted.has_all(self.parts, "points") or not isinstance(post, HealthPost):
            return ()
        return plan_thread(self.parts, network.parts, self.brief.room)


def attempt(brief: Brief, wording: Wording) -> Attempt:
    """The wording as a text for the network of the brief."""
    network = brief.network
    sort = (wording, network.tone, network.names_us, network.phone, brief.title)
    if sort not in brief.suited:
        brief.suited[sort] = _suited(brief, wording)
    line = brief.link_line
    link = [Part(role="link", text=line)] if line else []
    parts = [*brief.suited[sort], *link, *hashtag_parts(brief.post, brief.tags)]
    return Attempt(brief=brief, parts=tuple(parts), fitted=fit(parts, network.parts, brief.room))


def _suited(brief: Brief, wording: Wording) -> list[Part]:
    parts = parts_of(brief.post, brief.practice, wording, brief.network)
    says_more = any(part.role in _SAYS_UNDER_A_TITLE for part in parts)
    if brief.title and says_more and not isinstance(brief.post, Question):
        # The network shows the title above the text. An answer alone would not say to what.
        parts = [part for part in parts if (part.role, part.text) != ("hook", brief.title)]
    suited = suit(parts, brief.network, brief.post, brief.practice)
    return _promoted(without_repeats(suited, brief.post.lang))


def _promoted(parts: list[Part]) -> list[Part]:
    """A text that would begin with its list begins with the first point as a sentence."""
    if any(part.role in _SAYS or part.role == "peer" for part in parts):
        return parts
    for index, part in enumerate(parts):
        if part.role == "points" and part.text.startswith(BULLET):
            opening = Part(role="message", text=part.text.removeprefix(BULLET))
            return [*parts[:index], opening, *parts[index + 1 :]]
    return parts
