"""The [sources] table: how cited works are judged, and where they are asked for."""

from __future__ import annotations

import pytest

from tests.conftest import Folder

_SOURCES = """
[sources]
contact = "sources@practice.example.org"
seconds = 8
allow_private_addresses = true
retraction_watch = "retraction_watch.csv"
deny = ["www.miracle.example.org"]
[sources.services]
crossref = "http://127.0.0.1:8080/crossref/"
[sources.domains."Clinic.example.org"]
publisher = "The Example Clinic"
tier = 3
"""


def _with(folder: Folder, table: str) -> None:
    text = (folder.path / "practice.toml").read_text(encoding="utf-8")
    folder.write("practice.toml", text + table)


def test_every_setting_of_sources_is_read(folder: Folder) -> None:
    _with(folder, _SOURCES)
    content, problems = folder.read()
    assert content
    assert not [problem for problem in problems if problem.blocks]
    sources = content.practice.sources
    assert (sources.contact, sources.seconds) == ("sources@practice.example.org", 8)
    assert sources.allow_private_addresses
    assert sources.services == {"crossref": "http://127.0.0.1:8080/crossref"}
    assert sources.domains["clinic.example.org"].tier == 3
    assert sources.deny == ("miracle.example.org",)


@pytest.mark.parametrize("host", ["127.0.0.1", "intranet"])
def test_a_host_of_the_intranet_can_be_trusted(host: str, folder: Folder) -> None:
    _with(folder, _SOURCES.replace("Clinic.example.org", host))
    content, _ = folder.read()
    assert content
    assert content.practice.sources.domains[host].tier == 3


def test_without_the_table_nothing_private_is_asked(folder: Folder) -> None:
    content, _ = folder.read()
    assert content
    assert not content.practice.sources.allow_private_addresses


@pytest.mark.parametrize(
    ("line", "instead", "told"),
    [
        ("crossref = ", "crosref = ", "crosref"),
        ("http://127.0.0.1:8080/crossref/", "127.0.0.1:8080", "services.crossref"),
        ("http://127.0.0.1:8080/crossref/", "http://user@127.0.0.1", "services.crossref"),
        ("http://127.0.0.1:8080/crossref/", "http://127.0.0.1:99999", "services.crossref"),
        ("tier = 3", "tier = 6", "tier"),
        ("tier = 3", "", "tier"),
        ("seconds = 8", "seconds = 0", "seconds"),
        ('"Clinic.example.org"', '"no domain"', "no domain"),
        ("www.miracle.example.org", "https://miracle.example.org/", "deny"),
    ],
)
def test_a_mistake_there_is_told_with_its_line(
    line: str, instead: str, told: str, folder: Folder
) -> None:
    _with(folder, _SOURCES.replace(line, instead))
    content, problems = folder.read()
    assert content is None
    assert any(told in problem.what and problem.line > 1 for problem in problems), problems
