"""The one way in which files are written: inside their folder, once, and never half."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class OutputFolder:
    """A folder that a build fills. A second writer of the same file is a bug, and told as one."""

    root: Path
    written: set[str] = field(default_factory=set)

    def write(self, path: str, data: bytes) -> None:
        """Write `data` to `path`, relative to the folder. ValueError: outside of it, or twice."""
        target = (self.root / path).resolve()
        if not target.is_relative_to(self.root.resolve()):
            raise ValueError(f"{path} lies outside {self.root}")
        if path in self.written or target.exists():
            raise ValueError(f"{path} is written twice")
        self.written.add(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    def write_all(self, files: dict[str, bytes]) -> None:
        """Write each of `files`, in the order of their paths."""
        for path in sorted(files):
            self.write(path, files[path])
