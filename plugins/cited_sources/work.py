"""A work or an address that posts cite, as `check-sources` asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.practice.sources import Source

ADDRESSES = {
    "doi": "https://doi.org/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
}
"""Where people find a work by its identifier, the one that lasts longest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedAt:
    """A place that rests on a work."""

    file: str
    """Relative to the content folder, `/`-joined."""
    line: int
    """Counted from 1."""
    uid: str = ""
    """Of the post; empty for a page, a person or sources.toml itself."""
    is_subject: bool = False
    """Whether the post is about this very work: a link post, and what it recommends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work, once, however many entries and posts name it."""

    id: str
    """What the ledger knows it by: "doi:10.1001/jama.2021.6238" in lower case, "pmid:9500320",
    "pmcid:PMC123", "isbn:9780306406157" or an address; the first of these that it has, an address
    before an ISBN."""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""
    """An address of a registry (doi.org, PubMed) counts as the identifier as well."""
    guessed_doi: str = ""
    """The DOI that a publisher's address seems to hold. It proves a work when it is known; when it
    is not, it may never have been one."""
    source: Source | None = None
    """Its entry in sources.toml; None for a plain link in a text."""
    tier: int = 5
    """How far its publisher is trusted: 1 to 5."""
    cited_at: tuple[CitedAt, ...] = ()

    @property
    def has_identifier(self) -> bool:
        """Whether a registry can be asked for it, with no publisher's page fetched."""
        return bool(self.doi or self.pmid or self.pmcid)

    @property
    def is_rested_on(self) -> bool:
        """Whether more than a plain link leads to it: an entry, or a post that is about it."""
        return self.source is not None or any(at.is_subject for at in self.cited_at)

    @property
    def accessed(self) -> date | None:
        """The day on which somebody of the practice read it."""
        return self.source.accessed if self.source else None
