"""Host names looked up by the machine's own resolver, in threads of our own: a few names whose DNS
is silent must not keep the others waiting."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult

_THREADS = 32


class Names(AbstractResolver):
    """The DNS as this machine sees it."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_THREADS, "names")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Every address of the name; raises OSError without any."""
        loop = asyncio.get_running_loop()
        rows = await loop.run_in_executor(self._threads, _look_up, host, port, family)
        return [
            ResolveResult(
                hostname=host,
                host=str(address[0]),
                port=port,
                family=found,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for found, _, protocol, _, address in rows
        ]

    async def close(self) -> None:
        """Lets go of the threads, one that still waits as well."""
        self._threads.shutdown(wait=False, cancel_futures=True)


_Row = tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[object, ...]]


def _look_up(host: str, port: int, family: socket.AddressFamily) -> list[_Row]:
    flags = socket.AI_ADDRCONFIG
    found = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM, flags=flags)
    return [(row[0], row[1], row[2], row[3], tuple(row[4])) for row in found]
