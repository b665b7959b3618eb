"""Identifiers of every sort, as many different ones as wanted: the truth of a made-up site."""

from __future__ import annotations

from collections.abc import Callable

DOI_SORTS: tuple[Callable[[int], str], ...] = (
    lambda n: f"10.1001/jama.{2000 + n % 27}.{n}",
    lambda n: f"10.1056/NEJMoa{n:07}",
    lambda n: f"10.1016/S0140-6736({n % 100:02})1{n:04}-0",
    lambda n: f"10.1002/(SICI)1097-0258(19980815/30)17:15/16<{n}::AID-SIM{n}>3.0.CO;2-2",
    lambda n: f"10.1002/(SICI)1521-3951(199911)216:1<{n}::AID-PSSB{n}>3.0.CO;2-#",
    lambda n: f"10.1641/0006-3568(2004)054[{n:04}:LHMEP]2.0.CO;2",
    lambda n: f"10.1175/1520-0442(1996)009<{n:04}:ATSOTS>2.0.CO;2",
    lambda n: f"10.1007/978-3-642-28108-2_{n}",
    lambda n: f"10.1016.12.31/nature.S0735-1097(98)2000/12/31/34:7-{n}",
    lambda n: f"10.1579/0044-7447(2006)35[{n}:RDUICP]2.0.CO;2",
    lambda n: f"10.1000/456-{n}:a;b+c=d,e!f~g*h&i@j",
    lambda n: f"10.1130/0016-7606(1994)106<{n:04}:srosat>2.3.co;2",
    lambda n: f"10.17226/{n}",
    lambda n: f"10.1002/14651858.CD{n:06}.pub3",
    lambda n: f"10.1371/journal.pone.{n:07}.g001",
    lambda n: f"10.1093/oxfordjournals.aje.a{n:06}",
    lambda n: f"10.2024/flu.{n}",
    lambda n: f"10.5281/zenodo.{n}",
    lambda n: f"10.1038/s41586-020-{n}-7",
    lambda n: f"10.1055/s-0028-{n}",
)


def doi(n: int) -> str:
    """A DOI of its own for each number; every 20 numbers have every sort."""
    return DOI_SORTS[n % len(DOI_SORTS)](n + 1000)


def pmid(n: int) -> str:
    return str(10_000_000 + n * 7)


def pmcid(n: int) -> str:
    return f"PMC{1_000_000 + n * 11}"


def isbn(n: int) -> str:
    """An ISBN with hyphens and its check digit: of 13 digits, every third one of 10."""
    first = f"0{n % 1000:03}{40_000 + n % 50_000:05}"
    if n % 3:
        body = f"978{first}"
        total = sum(int(d) * (1, 3)[place % 2] for place, d in enumerate(body))
        return f"978-{first[0]}-{first[1:4]}-{first[4:]}-{-total % 10}"
    total = sum(int(d) * (10 - place) for place, d in enumerate(first))
    check = -total % 11
    return f"{first[0]}-{first[1:4]}-{first[4:]}-{'X' if check == 10 else check}"
