"""A post that a source holds: the kit says which source, who says so, and what to tell readers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from plugins.cited_sources.consequences.corrections import Correction
from plugins.cited_sources.consequences.taken_back import SourceFault, TakenBack
from plugins.practice.posts import State
from tests.scheduler_feeds.samples import article
from tests.share_kit.kit_samples import NASTY, kit_post
from tests.share_kit.posting_kit import (
    HELD,
    ONE,
    at,
    by_id,
    files,
    given,
    online,
    page,
    told,
    words,
)

FAULT = SourceFault(
    name="trial",
    title="A trial",
    url="https://doi.org/10.1000/trial",
    verdict="retracted",
    what="was retracted: retracted on 2026-09-01",
    by="Crossref and PubMed",
    since=date(2026, 9, 12),
    fix="cite another work",
    instead=("https://new.example/trial", "10.1000/new", "https://archive.example/1"),
    archive="https://archive.example/1",
)
BACK = TakenBack(
    faults=(FAULT,),
    correction=Correction(lang="en", short="Correction: short.", long="Correction.\n\nLong."),
)
KNOWN = {HELD.post.uid: BACK}
ROWS = (given(HELD.post, "x", at(24)), given(HELD.post, "facebook", at(9)))


def withdrawn_json(**options: Any) -> list[dict[str, Any]]:
    values: dict[str, Any] = {"taken_back": KNOWN, "handed_over": ROWS}
    rows: list[dict[str, Any]] = json.loads(
        files((ONE, HELD), **{**values, **options})["withdrawn.json"]
    )
    return rows


def card(**options: Any) -> Any:
    values: dict[str, Any] = {"taken_back": KNOWN, "handed_over": ROWS}
    return by_id(page((ONE, HELD), **{**values, **options}), f"down-{HELD.post.uid}")


def test_programs_get_the_source_with_the_finding_and_the_correction() -> None:
    [row] = withdrawn_json()
    assert row["reason"] == "It is held back by a source that it rests on"
    [source] = row["sources"]
    assert (source["name"], source["verdict"], source["since"]) == (
        "trial",
        "retracted",
        "2026-09-12",
    )
    assert row["correction"] == {
        "lang": "en",
        "short": "Correction: short.",
        "long": BACK.correction.long,
    }


def test_a_post_that_falls_for_another_reason_has_neither() -> None:
    [row] = withdrawn_json(taken_back={})
    assert (row["sources"], row["correction"]) == ([], None)
    assert row["reason"].startswith("It is held back: its file")


def test_the_page_says_what_was_found_who_says_so_and_what_to_cite_instead() -> None:
    shown = words(card())
    assert "A trial was retracted: retracted on 2026-09-01." in shown
    assert "Crossref and PubMed say so since Sep 12" in shown
    links = dict(
        zip(
            card().xpath(".//ul[@class='faults']//a/text()"),
            card().xpath(".//ul[@class='faults']//a/@href"),
            strict=True,
        )
    )
    assert links == {
        "A trial": "https://doi.org/10.1000/trial",
        "https://new.example/trial": "https://new.example/trial",
        "an archived copy": "https://archive.example/1",
    }
    assert "10.1000/new" in shown


def test_a_source_is_named_by_its_key_and_a_link_by_its_address() -> None:
    assert "Its name in sources.toml: trial." in words(card())
    linked = replace(FAULT, name="http://gone.example/page", title="")
    shown = words(card(taken_back={HELD.post.uid: replace(BACK, faults=(linked,))}))
    assert "Its address: http://gone.example/page." in shown
    assert "sources.toml" not in shown


def test_both_corrections_can_be_copied_word_for_word() -> None:
    copied = {
        button.text: by_id(card().getroottree().getroot(), button.get("data-copy")).text_content()
        for button in card().xpath(".//ol[@class='steps']/li[4]//button")
    }
    assert copied == {
        "Copy correction": BACK.correction.short,
        "Copy longer correction": BACK.correction.long,
    }


def test_a_post_that_was_online_is_in_the_list_though_no_tool_has_it() -> None:
    assert withdrawn_json(handed_over=()) == []
    [row] = withdrawn_json(handed_over=(), public=online(HELD))
    assert row["copies"] == []
    options: dict[str, Any] = {"handed_over": (), "public": online(HELD), "taken_back": KNOWN}
    today = told(page((ONE, HELD), **options), "today")
    assert "Where you shared it, post the correction." in today


def test_of_a_damaged_ledger_nobody_guesses_what_was_online() -> None:
    assert withdrawn_json(handed_over=(), public=None) == []


def test_a_withdrawn_post_keeps_its_own_reason_and_has_the_correction() -> None:
    post = article(7, withdrawn=date(2026, 9, 18), withdrawn_reason="We wrote it anew.")
    gone = replace(kit_post(post), state=State.WITHDRAWN)
    [row] = json.loads(files((gone,), taken_back={post.uid: BACK})["withdrawn.json"])
    assert row["reason"] == "We wrote it anew."
    assert row["correction"]["short"] == "Correction: short."


def test_words_from_elsewhere_stay_words() -> None:
    nasty = replace(FAULT, title=NASTY, what=NASTY, by=NASTY, fix=NASTY, instead=(NASTY,), url="")
    options = {"taken_back": {HELD.post.uid: replace(BACK, faults=(nasty,))}}
    assert not card(**options).xpath(".//script")
    assert "<script>alert(1)</script>" in words(card(**options))
