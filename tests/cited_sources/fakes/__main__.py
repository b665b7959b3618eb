"""python -m tests.cited_sources.fakes web: runs a fake until Ctrl-C. See docs/sources.md."""

from __future__ import annotations

import sys
from importlib import import_module

_FAKES = ("web", "registries")


def main(arguments: list[str]) -> int:
    """Starts the fake that the first argument names; each tells its own options with --help."""
    if not arguments or arguments[0] not in _FAKES:
        print(f"python -m tests.cited_sources.fakes {'|'.join(_FAKES)}")  # noqa: T201
        return 1
    import_module(f"tests.cited_sources.fakes.{arguments[0]}").main(arguments[1:])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
