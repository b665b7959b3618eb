"""One connection of the fake web: what was asked on it, and ways to answer, polite or not."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import responses

HTML = {"Content-Type": "text/html; charset=utf-8"}
_RESET = struct.pack("ii", 1, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request."""

    method: str
    path: str
    """With its query."""
    headers: Mapping[str, str]
    """By name in lower case."""
    before: int
    """How often this path was asked for before, at this host."""
    base: str
    """The address of the host, no slash at the end."""
    refused: str
    """An address at which nobody listens."""


@dataclass(slots=True)
class Line:
    """What a behaviour answers with."""

    writer: asyncio.StreamWriter
    is_open: bool = True
    sent: int = 0
    """Bytes."""

    async def reply(
        self, status: int, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> None:
        """A whole and proper response."""
        fields = HTML | {"Content-Length": str(len(body))} | dict(headers or {})
        await self.send(head(status, fields) + body)

    async def redirect(self, to: str, status: int = 302, **fields: str) -> None:
        """A redirect; underscores of the names of `fields` are written as hyphens."""
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        await self.reply(status, headers={"Location": to} | named)

    async def send(self, data: bytes) -> None:
        """Bytes as they are."""
        self.sent += len(data)
        self.writer.write(data)
        await self.writer.drain()

    def hang_up(self) -> None:
        """The end of the connection, in the middle of whatever it was."""
        self.is_open = False

    def reset(self) -> None:
        """The connection is torn down as by a firewall."""
        self.is_open = False
        sock = self.writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self.writer.transport.abort()


def head(status: int, fields: Mapping[str, str]) -> bytes:
    """The first lines of a response."""
    phrase = responses.get(status, "Request Denied")
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status} {phrase}\r\n{lines}\r\n".encode("utf-8", "surrogateescape")
