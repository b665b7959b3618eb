"""A planned share on one network, as one scheduler could post it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plugins.networks.alt_texts import fit_alt
from plugins.networks.rows import Cell, Network, Scheduler, Upload
from plugins.practice.addresses import absolute
from plugins.practice.ledgers import HandedOver
from plugins.practice.posts import Post
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare
from plugins.scheduler_feeds.shared_post import SharedPost, network_graphic
from plugins.scheduler_feeds.uploads.columns import has_column
from plugins.social_snippets.snippet import Snippet


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """The share, the network, and the tool that may be given it."""

    share: PlannedShare
    network: Network
    tool: Scheduler
    practice: Practice

    @property
    def post(self) -> Post:
        """What is shared."""
        return self.share.shared.post

    @property
    def key(self) -> tuple[str, str, int]:
        """As `HandedOver.key`."""
        return self.post.uid, self.network.name, self.share.turn

    @property
    def upload(self) -> Upload | None:
        """The format, when posts for this network can be handed over in it."""
        upload = self.tool.upload
        return upload if upload and upload.takes(self.network.name) else None

    @property
    def snippet(self) -> Snippet | None:
        """The text of this turn."""
        return _texts(self.share.shared, self.share.turn).get(self.network.name)

    @property
    def board(self) -> str:
        """The practice's board there."""
        choice = self.practice.networks.get(self.network.name)
        return choice.board if choice else ""

    def has(self, cell: Cell) -> bool:
        """Whether a row for this network has such a column."""
        return self.upload is not None and has_column(self.upload, self.network.name, cell)

    def row(self, snippet: Snippet, on: date) -> HandedOver:
        """The row that is handed over on that day; into which file is not decided yet."""
        post = self.post
        text, link = self._text_and_link(snippet)
        image, alt = self._picture()
        return HandedOver(
            uid=post.uid,
            network=self.network.name,
            scheduler=self.tool.name,
            week=self.share.week,
            file="",
            at=self.share.at,
            on=on,
            turn=self.share.turn,
            kind=post.kind,
            topics=post.topics,
            lang=post.lang,
            title=post.title,
            url=self.share.shared.url,
            text=text,
            headline=snippet.title,
            link=link,
            cta=snippet.cta,
            image=image,
            alt=alt,
            board=self.board if self.has(Cell.BOARD) else "",
            hashtags=snippet.hashtags if self.has(Cell.HASHTAGS) else (),
        )

    def _text_and_link(self, snippet: Snippet) -> tuple[str, str]:
        """An address stands in the text or beside it, never twice."""
        if snippet.text_apart and self.has(Cell.TEXT_APART) and self.has(Cell.LINK):
            return snippet.text_apart, snippet.link
        return snippet.text, snippet.link if self.network.place.is_apart else ""

    def _picture(self) -> tuple[str, str]:
        """The picture's full address and its alt text, as long as the network takes it."""
        graphic = network_graphic(self.share.shared, self.network)
        if graphic is None:
            return "", ""
        return absolute(graphic.path, self.practice), fit_alt(graphic.alt, self.network.alt)


def _texts(shared: SharedPost, turn: int) -> Mapping[str, Snippet]:
    turns = (shared.snippets, *shared.later)
    return turns[turn] if turn < len(turns) else {}
