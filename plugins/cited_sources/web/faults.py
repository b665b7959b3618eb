"""Errors of the network and of TLS, in words, and what each makes of an address."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Iterator

import aiohttp

from plugins.cited_sources.web.ended import Ended
from plugins.practice.source_checks import Verdict

# OpenSSL's X509_V_ERR_* numbers.
_CERTIFICATES = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "its certificate is self-signed",
    19: "its certificate is signed by nobody that browsers know (self-signed)",
    23: "its certificate was revoked",
    62: "its certificate is for another host",
    64: "its certificate is for another host",
}

# Many servers forget to send the certificate between theirs and the authority's: browsers find it
# themselves. A machine without any authorities has none for the whole web.
_NO_ISSUER = frozenset({2, 20, 21})

_ERRNO = {
    errno.ECONNREFUSED: "it refuses connections",
    errno.ECONNRESET: "it breaks the connection off",
    errno.EPIPE: "it breaks the connection off",
    errno.ECONNABORTED: "it breaks the connection off",
    errno.ETIMEDOUT: "it does not answer",
    errno.EHOSTUNREACH: "there is no way to it",
    errno.ENETUNREACH: "there is no way to it: is this machine online?",
}
_OURS = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_BROKEN_OFF = (aiohttp.ServerDisconnectedError, aiohttp.ClientPayloadError)

NETWORK_FAULTS = (aiohttp.ClientError, OSError, ValueError)
"""All that a request can raise for what a host does."""


def ended_by(fault: BaseException, *, is_secure: bool = True) -> Ended:
    """What a fault makes of an address (`is_secure`: an https one). What may be over tomorrow is
    temporary; what fails in TLS is blocked, whatever it is."""
    judges = (*_TLS_JUDGES, *_JUDGES) if is_secure else _JUDGES
    return next(filter(None, (judge(fault) for judge in judges)), _unknown(fault))


def _certificate(fault: BaseException) -> Ended | None:
    found = next(_tls_errors(fault), None)
    if not isinstance(found, ssl.SSLCertVerificationError):
        return None
    code, message = found.verify_code, found.verify_message
    if code in _NO_ISSUER:
        return _insecure("its certificate cannot be traced to an authority from here")
    return _insecure(_CERTIFICATES.get(code, f"its certificate is no good: {message}"))


def _tls(fault: BaseException) -> Ended | None:
    found = next(_tls_errors(fault), None)
    if found is None or isinstance(found, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return None
    return _insecure((found.reason or "the handshake fails").replace("_", " ").lower())


def _handshake(fault: BaseException) -> Ended | None:
    """Broken off before a request was sent: firewalls do so with names that they forbid."""
    if not isinstance(fault, aiohttp.ClientConnectorError):
        return None
    is_it = any(isinstance(e, ConnectionResetError | ssl.SSLEOFError) for e in _chain(fault))
    return _insecure("it breaks the handshake off") if is_it else None


def _insecure(why: str) -> Ended:
    """A proxy that looks into TLS, or a machine without authorities, makes every host look so: it
    is for a person to tell, and never enough to call an address broken."""
    return Ended(Verdict.BLOCKED, f"no secure connection: {why}")


def _dns(fault: BaseException) -> Ended | None:
    if not isinstance(fault, aiohttp.ClientConnectorDNSError):
        return None
    return Ended(Verdict.TEMPORARY, "its host name is not known, or the DNS does not answer")


def _socket(fault: BaseException) -> Ended | None:
    number = next((e.errno for e in _chain(fault) if isinstance(e, OSError) and e.errno), 0)
    if number in _OURS:
        return Ended(Verdict.UNVERIFIED, "not asked: this machine has too much open")
    return Ended(Verdict.TEMPORARY, _ERRNO[number]) if number in _ERRNO else None


def _broken_off(fault: BaseException) -> Ended | None:
    is_it = isinstance(fault, _BROKEN_OFF)
    return Ended(Verdict.TEMPORARY, "it breaks the connection off") if is_it else None


def _address(fault: BaseException) -> Ended | None:
    is_it = isinstance(fault, aiohttp.InvalidURL | UnicodeError)
    return Ended(Verdict.BROKEN, "something that is no web address") if is_it else None


def _unknown(fault: BaseException) -> Ended:
    if isinstance(fault, aiohttp.ClientResponseError):
        return Ended(Verdict.TEMPORARY, "it answers with something that is not HTTP")
    return Ended(Verdict.TEMPORARY, "no connection")


_TLS_JUDGES = (_certificate, _tls, _handshake)
_JUDGES = (_dns, _socket, _broken_off, _address)


def _tls_errors(fault: BaseException) -> Iterator[ssl.SSLError]:
    # aiohttp's own errors are of ssl's classes too, without what ssl says in theirs.
    for found in _chain(fault):
        if isinstance(found, ssl.SSLError) and not isinstance(found, aiohttp.ClientError):
            yield found


def _chain(fault: BaseException) -> Iterator[BaseException]:
    """The fault, what it wraps, and what they were raised from."""
    todo: list[BaseException | None] = [fault]
    seen: set[int] = set()
    while todo:
        found = todo.pop(0)
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        yield found
        todo += [getattr(found, "certificate_error", None), getattr(found, "os_error", None)]
        todo += [found.__cause__, found.__context__]
