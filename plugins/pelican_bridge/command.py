"""What every command is wrapped in; imports nothing heavy, so that small commands start at once."""

from __future__ import annotations

import functools
from collections.abc import Callable

from rich.console import Console
from rich.markup import escape

from plugins.pelican_bridge.mistakes import WrongUseError


def command(run: Callable[..., int]) -> Callable[..., int]:
    """A command tells a user's mistake in a sentence, and a bug with all that helps to find it."""

    @functools.wraps(run)
    def told(*arguments: object, **options: object) -> int:
        console = Console(stderr=True)
        try:
            return run(*arguments, **options)
        except WrongUseError as mistake:
            console.print(f"[bold red]Not done.[/] {escape(str(mistake))}", highlight=False)
            return 1
        except OSError as error:
            parts = (error.strerror, error.filename)
            reason = ": ".join(str(part) for part in parts if part) or str(error)
            console.print(
                f"[bold red]Not done.[/] {escape(reason)}\nThe last good site is untouched.",
                highlight=False,
            )
            return 1
        except KeyboardInterrupt:
            console.print("\nStopped. The last good site is untouched.")
            return 1
        except Exception:  # noqa: BLE001  # the last line of defence tells a bug as a bug
            console.print_exception()
            console.print("[bold red]This is a mistake in Housecall[/], not in what you wrote.")
            return 3

    return told
