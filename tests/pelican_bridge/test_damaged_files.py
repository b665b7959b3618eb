"""Damaged files are searched in no time, whatever stands in them."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest

from plugins.pelican_bridge.approvals.damaged_files import lost_files
from tests.approved import FLU, approved
from tests.conftest import Folder

MOST_SECONDS = 5


@pytest.mark.parametrize(
    "piece", ["\n", " ", ", ", "{,", "draft: ", "draft: false #", "uid: ", 'draft":', "\r\n\t"]
)
def test_five_megabytes_of_anything_take_seconds(folder: Folder, piece: str) -> None:
    approved(folder)
    content, _ = folder.read()
    assert content
    posts = tuple(post for post in content.posts if post.file != FLU)
    folder.write(FLU, piece * (5_000_000 // len(piece)))
    began = perf_counter()
    assert FLU not in lost_files(replace(content, posts=posts))
    assert perf_counter() - began < MOST_SECONDS
