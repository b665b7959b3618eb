"""Ways to make a behaviour of the fake web."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from tests.cited_sources.fakes.line import HTML, Asked, Line, head
from tests.cited_sources.fakes.pages import ARTICLE, page

Behaviour = Callable[[Asked, Line], Awaitable[None]]


def serve(
    status: int = 200, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> Behaviour:
    """Always the same answer."""
    content = page(ARTICLE) if body is None else body

    async def behave(asked: Asked, line: Line) -> None:
        await line.reply(status, content, headers)

    return behave


def lead(to: str, status: int = 302) -> Behaviour:
    """A redirect; {refused} stands for an address at which nobody listens."""

    async def behave(asked: Asked, line: Line) -> None:
        await line.redirect(to.format(refused=asked.refused), status)

    return behave


def steps(count: int, status: int = 302) -> Behaviour:
    """So many redirects: /name/17?left=3 leads to /name/17?left=2."""

    async def behave(asked: Asked, line: Line) -> None:
        path, _, left = asked.path.partition("?left=")
        more = int(left or count) - 1
        if more < 0:
            await line.reply(200, page(ARTICLE))
        else:
            await line.redirect(f"{path}?left={more}", status)

    return behave


def first(times: int, otherwise: Behaviour) -> Behaviour:
    """Another behaviour for so many requests, and the page after them."""

    async def behave(asked: Asked, line: Line) -> None:
        await (otherwise if asked.before < times else ok)(asked, line)

    return behave


def streaming(block: bytes, total: int, headers: Mapping[str, str]) -> Behaviour:
    """A large body."""

    async def behave(asked: Asked, line: Line) -> None:
        await line.send(head(200, HTML | dict(headers)))
        for _ in range(0, total, len(block)):
            await line.send(block)
        line.hang_up()

    return behave


def raw(data: bytes) -> Behaviour:
    """Bytes that are no proper response, and the end of the connection."""

    async def behave(asked: Asked, line: Line) -> None:
        await line.send(data)
        line.hang_up()

    return behave


ok = serve()
