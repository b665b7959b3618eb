"""What is given to a program, and what it said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Links to check. All programs are given the same."""

    folder: Path
    """A folder of the program's own, with index.html (a page with the links) or the site in it."""
    scratch: Path
    """A file of the program's own, to write to."""

    @property
    def page(self) -> Path:
        """The page with the links."""
        return self.folder / "index.html"


Words = Mapping[str, str]
"""What a program said of each address, in its own words. An address that is not in it is fine."""
