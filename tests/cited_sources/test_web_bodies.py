"""However a body is packed, its beginning is read, and never more than was asked for."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.web.bodies import Body

TEXT = b"Inhaled steroids are the first choice. " * 50


def _packed(bits: int) -> bytes:
    packer = zlib.compressobj(wbits=bits)
    return packer.compress(TEXT) + packer.flush()


def _unpacked(data: bytes, encoding: str, limit: int = 10_000) -> bytes:
    return Body(limit, [data[:10], data[10:]], is_whole=True).unpacked(encoding)


@pytest.mark.parametrize(
    ("encoding", "bits"),
    [("gzip", 31), (" GZIP ", 31), ("x-gzip", 31), ("deflate", 15), ("deflate", -15)],
)
def test_what_servers_pack_is_unpacked(encoding: str, bits: int) -> None:
    assert _unpacked(_packed(bits), encoding) == TEXT


@pytest.mark.parametrize("encoding", ["", "identity"])
def test_what_is_not_packed_stays(encoding: str) -> None:
    assert _unpacked(TEXT, encoding) == TEXT


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "nonsense"])
def test_what_was_not_asked_for_is_not_guessed_at(encoding: str) -> None:
    assert _unpacked(TEXT, encoding) == b""


def test_the_beginning_of_a_body_that_is_cut_off_is_read() -> None:
    data = _packed(31)
    body = Body(10_000, [data[:60]], is_whole=True)
    assert TEXT.startswith(body.unpacked("gzip"))
    assert not body.is_whole


def test_no_more_than_the_limit_is_unpacked() -> None:
    bomb = zlib.compress(bytes(10_000_000), 9, wbits=31)
    body = Body(1000, [bomb], is_whole=True)
    assert len(body.unpacked("gzip")) <= 1000
    assert not body.is_whole


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", ""]))
def test_no_bytes_make_unpacking_fail(data: bytes, encoding: str) -> None:
    assert len(_unpacked(data, encoding, limit=100)) <= 100
