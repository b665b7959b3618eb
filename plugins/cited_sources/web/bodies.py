"""The beginning of a response's body: never more than asked for, packed or unpacked."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

from aiohttp import ClientResponse

HEAD_BYTES = 64 << 10
"""Enough for a title, a heading and the first screen."""
MOST_BYTES = 2 << 20
"""Read only where a place in the page (#name) is looked for."""
_ANY_HEADER = zlib.MAX_WBITS | 32
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


@dataclass(slots=True)
class Body:
    """What was read so far."""

    limit: int = HEAD_BYTES
    """Bytes, packed as well as unpacked."""
    chunks: list[bytes] = field(default_factory=list)
    is_whole: bool = False
    """Whether the body ended within the limit."""

    async def read(self, response: ClientResponse, limit: int) -> None:
        """Reads until the end or the limit. What was read stays when it is interrupted."""
        self.limit = left = limit
        while left > 0 and (chunk := await response.content.readany()):
            self.chunks.append(chunk)
            left -= len(chunk)
        self.is_whole = left >= 0 and response.content.at_eof()

    def unpacked(self, encoding: str) -> bytes:
        """The bytes of the page, at most `limit`; what cannot be unpacked is left out."""
        data = b"".join(self.chunks)[: self.limit]
        name = encoding.strip().lower()
        if not data or name in {"", "identity"}:
            return data
        return self._inflate(data) if name in _PACKED else b""

    def _inflate(self, data: bytes) -> bytes:
        for bits in (_ANY_HEADER, -zlib.MAX_WBITS):
            machine = zlib.decompressobj(bits)
            try:
                found = machine.decompress(data, self.limit)
            except zlib.error:
                continue
            self.is_whole = self.is_whole and machine.eof
            return found
        return b""
