"""The script element: nothing that a writer types can leave it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from plugins.practice.posts import Article
from plugins.structured_data.plan import as_script
from tests.structured_data.samples import data_of, page_of, post

NASTY = "</script><script>alert(1)</script><!-- & \u2028 \u2029 ]]> \\ \" ' \ud800"


def test_a_title_that_ends_the_script_stays_inside_it() -> None:
    data = data_of(post(Article, title=NASTY))
    script = as_script(data)
    assert script.count("<") == 2
    (element,) = html.fragments_fromstring(script)
    assert element.tag == "script"
    assert page_of(json.loads(element.text))["name"] == NASTY


@given(st.recursive(st.text(), lambda inner: st.dictionaries(st.text(), inner), max_leaves=5))
def test_every_text_comes_back_and_none_gets_out(text: object) -> None:
    script = as_script({"text": text})
    body = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(body)
    assert json.loads(body.encode("utf-8")) == {"text": text}


def test_the_bytes_do_not_hang_on_the_hash_seed_or_the_order() -> None:
    assert as_script({"b": "1", "a": "2"}) == as_script({"a": "2", "b": "1"})
    program = (
        "from tests.structured_data.samples import *\n"
        "from plugins.structured_data.plan import as_script\n"
        "print(ascii([as_script(data_of(post(kind))) for kind in MORE]))"
    )
    outcomes = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outcomes) == 1


def test_letters_stay_readable() -> None:
    assert "Corazón" in as_script({"name": "Corazón"})
