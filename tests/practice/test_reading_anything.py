"""Whatever stands in a file, reading answers with problems and never with a crash."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.pelican_bridge.build_day import end_of, start_of
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.sharing import plan_sharing
from plugins.practice.reading import read_content
from tests.conftest import SITES

VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["[a, [b]]", "{a: {b: c}}", "2026-13-45", "0001-01-01", "9999-12-31 23:59", "- x", "[]",
         "!!python/object:os.system x", "*a", "&a b", "'", '"', "true", "1e999", "\u2028", "~",
         "|\n  x"]
    ),
)  # fmt: skip
FIELDS = (
    "title",
    "date",
    "topics",
    "authors",
    "share",
    "key_points",
    "risk",
    "myth",
    "quote",
    "key_fact",
    "graphic",
    "lang",
    "slug",
    "image",
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as temporary:
        shutil.copytree(SITES / "small", Path(temporary) / "content")
        yield Path(temporary) / "content"


@settings(max_examples=150)
@given(fields=st.dictionaries(st.sampled_from(FIELDS), VALUES), text=st.text(max_size=200))
def test_any_fields_and_any_text_are_read_and_planned_without_a_crash(
    folder: Path, fields: dict[str, str], text: str
) -> None:
    original = (SITES / "small/articles/flu.md").read_text(encoding="utf-8").split("\n")
    kept = [line for line in original if line.split(":")[0] not in fields]
    front = "\n".join(f"{name}: {value}" for name, value in fields.items())
    written = "\n".join(["---", front, *kept[1:], text])
    (folder / "articles/flu.md").write_bytes(written.encode("utf-8", "replace"))
    content, _ = read_content(folder)
    assert content is not None
    plan = plan_build(content, end_of(date(2026, 11, 21), content.practice), preview=True)
    plan_sharing(plan, start_of(date(2026, 11, 21), content.practice))


@settings(max_examples=100)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_a_problem_or_a_post(folder: Path, data: bytes) -> None:
    (folder / "articles/flu.md").write_bytes(data)
    content, _ = read_content(folder)
    assert content is not None


@settings(max_examples=100)
@given(data=st.binary(max_size=300))
def test_any_practice_file_is_read_or_told(folder: Path, data: bytes) -> None:
    good = (SITES / "small/practice.toml").read_bytes()
    try:
        (folder / "practice.toml").write_bytes(good + b"\n" + data)
        content, problems = read_content(folder)
        assert content is not None or problems
    finally:
        (folder / "practice.toml").write_bytes(good)
