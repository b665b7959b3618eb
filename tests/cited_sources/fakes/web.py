"""A web of many hosts on 127.0.0.1 that behaves as the web does: see `BEHAVIOURS` and `CASES`."""

from __future__ import annotations

import argparse
import asyncio
import socket
import ssl
import threading
from asyncio import start_server
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from aiohttp.abc import AbstractResolver, ResolveResult

from tests.cited_sources.fakes.answers import serve
from tests.cited_sources.fakes.behaviours import BEHAVIOURS
from tests.cited_sources.fakes.line import Asked, Line, head

_Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

CERTIFICATES = Path(__file__).with_name("certificates")
"""Made for these tests with OpenSSL: keys that open nothing, signed by authority.pem."""
_TLS_HELLO = b"\x16"
_GONE = serve(404)


class EveryNameHere(AbstractResolver):
    """A DNS in which every name is an address of this machine."""

    def __init__(self, address: str = "127.0.0.1") -> None:
        self.address = address

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The one address, whatever was asked."""
        kind = socket.AF_INET6 if ":" in self.address else socket.AF_INET
        return [
            ResolveResult(
                hostname=host, host=self.address, port=port, family=kind, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        """Nothing is open."""


@dataclass
class FakeWeb:
    """The hosts, while they run."""

    latency: tuple[float, float]
    """Seconds before each answer: at least, at most."""
    bases: list[str] = field(default_factory=list)
    """The address of each host, no slash at the end."""
    refused: str = ""
    """An address at which nobody listens."""
    requests: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, base and path of each, in order."""
    most_at_once: Counter[str] = field(default_factory=Counter)
    """The most requests that a host, by its base, ever had to answer at the same time."""
    sent: Counter[str] = field(default_factory=Counter)
    """The bytes written, by path."""
    _open: Counter[str] = field(default_factory=Counter)
    _random: Random = field(default_factory=lambda: Random(5))
    _times: Counter[str] = field(default_factory=Counter)

    @property
    def base(self) -> str:
        """The first host."""
        return self.bases[0]

    def asked(self, path: str) -> int:
        """How often a path was asked for, at any host."""
        return sum(found == path for _, _, found in self.requests)

    async def answer(
        self, base: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """All requests of one connection."""
        is_open = True
        while is_open:
            try:
                start = await reader.readexactly(1)
                if start == _TLS_HELLO:
                    writer.write(head(400, {"Connection": "close"}))
                    return
                asked = self._read(base, start + await reader.readuntil(b"\r\n\r\n"))
            except asyncio.IncompleteReadError:
                return
            is_open = await self._behave(asked, Line(writer))

    async def _behave(self, asked: Asked, line: Line) -> bool:
        """Whether the connection stays open."""
        name, base = asked.path[1:].split("?")[0].split("/")[0], asked.base
        self._open[base] += 1
        self.most_at_once[base] = max(self.most_at_once[base], self._open[base])
        try:
            await asyncio.sleep(self._random.uniform(*self.latency))
            await BEHAVIOURS.get(name, _GONE)(asked, line)
        finally:
            self._open[base] -= 1
            self.sent[asked.path] += line.sent
        return line.is_open

    def _read(self, base: str, data: bytes) -> Asked:
        first, *lines = data.decode("latin-1").rstrip().split("\r\n")
        method, path, _ = first.split(" ")
        pairs = (line.partition(":") for line in lines)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        before = self._times[base + path]
        self._times[base + path] += 1
        self.requests.append((method, base, path))
        return Asked(
            method=method,
            path=path,
            headers=headers,
            before=before,
            base=base,
            refused=self.refused,
        )


class _Thread:
    """The event loop of the hosts."""

    def __init__(self, web: FakeWeb, addresses: Sequence[str], certificate: str) -> None:
        self._web = web
        self._loop = asyncio.new_event_loop()
        self._nobody = socket.socket()
        self._nobody.bind(("127.0.0.1", 0))
        web.refused = f"http://127.0.0.1:{self._nobody.getsockname()[1]}"
        self._sockets = [socket.create_server((address, 0)) for address in addresses]
        self._tls = _tls(certificate) if certificate else None
        scheme = "https" if certificate else "http"
        web.bases[:] = ["{}://{}:{}".format(scheme, *s.getsockname()) for s in self._sockets]
        self._stop = asyncio.Event()
        self._lines: set[asyncio.Task[None]] = set()

    def run(self) -> None:
        """Until `stop`."""
        self._loop.run_until_complete(self._serve())
        self._loop.close()
        self._nobody.close()

    def stop(self) -> None:
        """From another thread."""
        self._loop.call_soon_threadsafe(self._stop.set)

    async def _serve(self) -> None:
        pairs = zip(self._web.bases, self._sockets, strict=True)
        servers = [await start_server(self._line(b), sock=s, ssl=self._tls) for b, s in pairs]
        await self._stop.wait()
        for server in servers:
            server.close()
        for task in self._lines:
            task.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)

    def _line(self, base: str) -> _Talk:
        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task
            self._lines.add(task)
            task.add_done_callback(self._lines.discard)
            try:
                with suppress(ConnectionError, asyncio.CancelledError):
                    await self._web.answer(base, reader, writer)
            finally:
                writer.close()
                with suppress(ConnectionError, asyncio.CancelledError):
                    await writer.wait_closed()

        return talk


def _tls(certificate: str) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
    return context


@contextmanager
def fake_web(
    *,
    hosts: int = 1,
    latency: tuple[float, float] = (0, 0),
    addresses: Sequence[str] = (),
    certificate: str = "",
) -> Iterator[FakeWeb]:
    """The hosts until the block ends: each at a port of 127.0.0.1, or one at each of `addresses`
    (for programs that take all ports of an address for one host). `certificate`: the name of one
    in certificates/, for https."""
    web = FakeWeb(latency)
    running = _Thread(web, addresses or ["127.0.0.1"] * hosts, certificate)
    thread = threading.Thread(target=running.run)
    thread.start()
    try:
        yield web
    finally:
        running.stop()
        thread.join()


def main(arguments: list[str]) -> None:
    """Prints the addresses of the hosts, then the one at which nobody listens, and runs."""
    parser = argparse.ArgumentParser(prog="python -m tests.cited_sources.fakes web")
    parser.add_argument("--hosts", type=int, default=1)
    parser.add_argument("--latency", type=float, nargs=2, default=(0, 0), metavar="SECONDS")
    chosen = parser.parse_args(arguments)
    least, most = chosen.latency
    with fake_web(hosts=chosen.hosts, latency=(least, most)) as web:
        for base in (*web.bases, web.refused):
            print(base, flush=True)  # noqa: T201 - this is what the command is for
        with suppress(KeyboardInterrupt):
            threading.Event().wait()
