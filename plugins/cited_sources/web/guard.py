"""No address inside this machine or its network is asked, whatever a page or a DNS says.

Literal addresses are judged before a request, names when they have been resolved: the connection
is made to exactly the addresses that were judged. Ranges: IANA's special-purpose registries, as
`ipaddress` has them.
"""

from __future__ import annotations

import re
import socket
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from aiohttp.abc import AbstractResolver, ResolveResult

Address = IPv4Address | IPv6Address

_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}\.?", re.IGNORECASE)
_NAT64 = IPv6Network("64:ff9b::/96")
_HERE = ("localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback")

# Where cloud machines are told their passwords; some stand in ranges that an intranet may use.
_METADATA = frozenset(map(ip_address, ("169.254.169.254", "100.100.100.200", "fd00:ec2::254")))


class Inside(Exception):  # noqa: N818 - it is an answer about an address, not a fault
    """The address is inside: it was not asked."""


@lru_cache(1024)
def literal(host: str) -> Address | None:
    """The address that a host is, however it is written (127.1, 0x7f000001, 2130706433, ::1);
    None for a name."""
    try:
        return ip_address(host)
    except ValueError:
        pass
    if not _NUMBERS.fullmatch(host):
        return None
    try:
        return IPv4Address(socket.inet_aton(host.rstrip(".")))
    except OSError:
        return None


def is_inside(address: Address, *, allow_private: bool) -> bool:
    """Whether it must not be asked. Link-local addresses and those of cloud metadata never may."""
    inner = _unpacked(address)
    never = inner.is_link_local or inner.is_multicast or inner.is_unspecified
    if never or inner in _METADATA:
        return True
    # A mapped IPv4 address is that address; of a tunnel (6to4, Teredo) both ends count.
    is_mapped = isinstance(address, IPv6Address) and address.ipv4_mapped is not None
    is_global = inner.is_global and (is_mapped or address.is_global)
    return not (allow_private or is_global)


def _unpacked(address: Address) -> Address:
    """The IPv4 address inside an IPv6 address, where that is what will be reached."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else address)


@lru_cache(1024)
def is_refused(host: str, *, allow_private: bool) -> bool:
    """Whether a host must not be asked: a literal address that is inside, or a name that can only
    be this machine."""
    if address := literal(host):
        return is_inside(address, allow_private=allow_private)
    name = host.rstrip(".").lower()
    return not allow_private and (name in _HERE or name.endswith(".localhost"))


class GuardedResolver(AbstractResolver):
    """A resolver that only tells addresses that may be asked."""

    def __init__(self, resolver: AbstractResolver, *, allow_private: bool) -> None:
        self._resolver = resolver
        self._allow_private = allow_private

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Raises `Inside` where every address of the name is inside."""
        found = await self._resolver.resolve(host, port, family)
        outside = [row for row in found if self._may(row["host"])]
        if not outside:
            raise Inside(host) if found else OSError(f"{host} has no address")
        return outside

    def _may(self, address: str) -> bool:
        known = literal(address)
        return known is not None and not is_inside(known, allow_private=self._allow_private)

    async def close(self) -> None:
        """Closes the resolver that is asked."""
        await self._resolver.close()
