"""What a run tells: to programs, and in an issue that nobody's page title can write into."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plugins.cited_sources.checking.outage import Outage
from plugins.cited_sources.consequences.reliance import Outcome, reliances
from plugins.cited_sources.reports.as_json import report_as_json
from plugins.cited_sources.reports.as_markdown import (
    DONE,
    MOST_CHARACTERS,
    OPEN,
    report_as_markdown,
)
from plugins.cited_sources.reports.safe_markdown import link as link_to
from plugins.cited_sources.reports.safe_markdown import plain
from plugins.practice.ledgers import HandedOver
from plugins.practice.source_checks import Verdict
from tests.cited_sources.finding_samples import (
    POST,
    TODAY,
    TRANSLATION,
    accepted,
    at,
    checked,
    finding,
    link,
    report,
    source,
    work,
)
from tests.scheduler_feeds.samples import PRACTICE, ZONE

GONE, FINE, NEW = work("gone"), work("fine"), work("new")
MOVED = link("https://old.example/page")
RETRACTED = finding(Verdict.RETRACTED, what="retracted on 2026-08-01")
PAIRS = [
    (FINE, checked(FINE)),
    (MOVED, checked(MOVED, finding(Verdict.MOVED, by=("web",), fix="https://new.example/page"))),
    (GONE, checked(GONE, RETRACTED, chain=("https://a.example/",), title="Found title")),
    (NEW, None),
]
ROW = HandedOver(
    uid=POST.uid,
    network="x",
    scheduler="buffer",
    week="2026-W39",
    file="buffer/2026-W39-x.csv",
    at=datetime(2026, 9, 24, 12, tzinfo=ZONE),
    on=TODAY,
    title="T",
    url="https://www.example.org/",
)
RESTING = reliances(
    [GONE],
    Outcome(
        posts=(POST, TRANSLATION),
        practice=PRACTICE,
        graphics={POST.uid: ("share/post-1/card.jpg",)},
        feeds={POST.uid: ("feeds/all.xml",)},
        handed_over=(ROW,),
    ),
)


def as_json(**fields: Any) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(report_as_json(report(PAIRS, reliance=RESTING, **fields)))
    return told


def markdown(pairs: Any = PAIRS, **fields: Any) -> str:
    return report_as_markdown(report(pairs, **{"reliance": RESTING, **fields}))


def test_programs_get_every_work_with_all_that_rests_on_it() -> None:
    rows = {row["id"]: row for row in as_json()["works"]}
    assert list(rows) == [one.id for one, _ in PAIRS]
    row = rows[GONE.id]
    assert (row["key"], row["verdict"], row["is_verified"]) == ("gone", "retracted", False)
    assert row["chain"] == ["https://a.example/"]
    assert [(p["file"], p["line"]) for p in row["posts"]] == [
        (POST.file, 12),
        (TRANSLATION.file, 1),
    ]
    assert row["graphics"] == ["share/post-1/card.jpg"]
    assert row["feed_items"] == [{"feed": "feeds/all.xml", "uid": POST.uid}]
    assert [given["network"] for given in row["handed_over"]] == ["x"]
    assert row["cited_at"] == [{"file": POST.file, "line": 12, "uid": POST.uid}]
    (told,) = row["findings"]
    assert (told["severity"], told["by"], told["since"]) == (
        "block",
        ["Crossref", "PubMed"],
        "2026-09-14",
    )
    assert rows[MOVED.id]["fix"] == "https://new.example/page"
    assert (rows[NEW.id]["verdict"], rows[NEW.id]["asked"]) == (None, None)


def test_programs_get_the_numbers_of_the_run() -> None:
    summary = as_json(silent=["Crossref"])["summary"]
    assert summary["verdicts"] == {"retracted": 1, "moved": 1, "ok": 1, "not-asked": 1}
    assert (summary["works"], summary["asked"], summary["requests"]) == (4, 3, 9)
    assert summary["silent"] == ["Crossref"]
    assert summary["outage"] == {"web": False, "registries": False}


def test_a_retracted_work_is_not_counted_as_verified() -> None:
    assert as_json()["summary"]["verified"] == 2


def test_works_that_were_asked_in_an_outage_are_told_from_those_that_were_not() -> None:
    summary = as_json(asked=[GONE.id, NEW.id], outage=Outage(web=True))["summary"]
    assert summary["verdicts"] == {"retracted": 1, "moved": 1, "ok": 1, "no-answer": 1}


def test_works_that_a_run_did_not_ask_are_counted_with_the_reason() -> None:
    asked = [GONE.id]
    assert as_json(asked=asked)["summary"]["not_asked"] == {
        "asked not long ago, and not due yet": 2,
        "left for another run": 1,
    }
    stopped = as_json(asked=asked, stopped=True)["summary"]["not_asked"]
    assert any("the next one goes on" in why for why in stopped)


def test_the_issue_says_the_worst_first_with_all_that_is_needed() -> None:
    text = markdown()
    assert text.startswith(OPEN)
    assert "**1 finding to look at.**" in text
    assert "2 posts are held back." in text
    shown = text.replace("\\", "")
    assert "(a link)" not in shown
    assert shown.index("was retracted") < shown.index("has another address now")
    assert "[A trial](<https://doi.org/10.1000/gone>) (gone)" in shown
    assert "Says: Crossref and PubMed, since 2026-09-14, last on 2026-09-21" in shown
    assert "articles/post-1.md, line 12; articles/post-1.es.md, line 1" in shown
    assert "1 picture, 1 feed item and 1 handed-over row" in shown
    assert "[new.example/page](<https://new.example/page>)" in shown
    assert "| retracted | 1 |" in shown


def test_a_post_that_only_links_to_a_work_is_not_counted_as_held() -> None:
    one = work("other", places=(at(),))
    resting = reliances([one], Outcome(posts=(POST,), practice=PRACTICE))
    text = markdown([(one, checked(one, finding(Verdict.BROKEN)))], reliance=resting)
    assert "line 12 (a link)" in text.replace("\\", "")
    assert "held back" not in text


def test_nothing_to_do_is_said_when_it_is_so() -> None:
    text = markdown([(FINE, checked(FINE)), PAIRS[1]])
    assert text.startswith(DONE)
    assert "Nothing to do." in text
    assert markdown([]).startswith(DONE)


def test_an_accepted_finding_is_told_and_asks_for_nothing() -> None:
    text = markdown([(GONE, checked(GONE, RETRACTED))], accepted=[accepted("gone")])
    assert text.startswith(DONE)
    assert "tom accepts it until 2026-10-21" in text.replace("\\", "")


def test_an_outage_is_named_and_blames_no_work() -> None:
    text = markdown([(FINE, checked(FINE))], silent=["Crossref"])
    assert text.startswith(DONE)
    assert "There was no answer from Crossref. Nothing is said against a work for that" in (
        text.replace("\\", "")
    )
    out = markdown([(FINE, checked(FINE))], outage=Outage(web=True))
    assert "no answer from the web" in out
    assert "Nothing new is known: there was an outage." in out
    assert "Nothing to do." not in out


def test_a_remark_is_told_in_all_its_words_and_as_nobodys_number() -> None:
    what = 'its page is called "X", your entry "Y": open it; correct the title or the address'
    doubt = finding(Verdict.OK, what=what, by=())
    text = markdown([(FINE, checked(FINE, doubt))]).replace("\\", "")
    assert f"answers: {what}" in text
    assert "a number of its own" not in text
    assert text.startswith(DONE)
    assert "Nothing to do." not in text
    assert "some pages could not be told to be yours" in text


def test_the_issue_stays_within_what_github_takes() -> None:
    pairs = []
    for number in range(2_000):
        one = work(f"w{number}", source=source(f"w{number}", title="[" * 900))
        pairs.append((one, checked(one, finding(Verdict.BROKEN, what="*" * 900))))
    text = markdown(pairs)
    assert len(text) <= MOST_CHARACTERS
    told = text.count("\n- **")
    assert f"and {2_000 - told} more" in text
    assert "| broken | 2000 |" in text


EVIL = (
    "@admin #12 GH-3 o/r#4 <img src=x onerror=alert(1)> <!-- --> [x](javascript:alert(1)) `code` "
    "**b** https://evil.example www.evil.example ![i](https://evil.example/i.png) </details> &lt; "
    "| a | b |\n\n# Heading\n- [ ] task\n<script>"
)


def _tokens(text: str) -> list[Any]:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    return [child for token in tokens for child in (token, *(token.children or ()))]


def _words(text: str) -> str:
    return "".join(token.content for token in _tokens(text) if token.type == "text")


def test_words_from_the_web_write_nothing_into_the_issue() -> None:
    one = work("evil", source=source("evil", title=EVIL))
    other = link(f"https://evil.example/{EVIL}")
    bad = finding(Verdict.BROKEN, what=EVIL, fix=f"javascript:{EVIL}", by=(EVIL,))
    text = markdown([(one, checked(one, bad)), (other, checked(other, bad))])
    tokens = _tokens(text)
    html = [t.content for t in tokens if t.type in {"html_inline", "html_block"}]
    assert [found.strip() for found in html] == [OPEN]
    assert not [t for t in tokens if t.type in {"image", "code_inline"} and "evil" in str(t)]
    links = [t.attrs["href"] for t in tokens if t.type == "link_open"]
    assert {re.match(r"https://(doi\.org|evil\.example)/", href) is not None for href in links} == {
        True
    }
    assert not re.search(r"[@#](?=\w)", _words(text))
    assert not re.search(r"(?<!<)https?://|(?<!\\)www\.", re.sub(r"\(<[^>]*>\)", "", text))


@given(st.text(max_size=300))
def test_any_text_is_read_as_its_own_words(words: str) -> None:
    tokens = _tokens(f"- **a** {plain(words)} b")
    kinds = {token.type for token in tokens if token.type not in {"inline", "text", "text_special"}}
    assert kinds <= {
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "strong_open",
        "strong_close",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    }


@given(st.text(max_size=300), st.text(max_size=50))
def test_a_link_leads_to_the_web_or_is_no_link(address: str, words: str) -> None:
    tokens = _tokens(f"x {link_to(address, words)} y")
    hrefs = [token.attrs["href"] for token in tokens if token.type == "link_open"]
    assert all(str(href).startswith(("http://", "https://")) for href in hrefs)


def test_addresses_with_brackets_stay_whole() -> None:
    sici = "https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
    (opened,) = [t for t in _tokens(link_to(sici)) if t.type == "link_open"]
    assert "%3C1661::AID-SIM968%3E3.0.CO;2-2" in str(opened.attrs["href"])


def test_addresses_that_hide_another_or_are_none_become_words() -> None:
    for address in ("javascript:alert(1)", "https://user:pw@x.example/", "//x.example", "10.1/x"):
        assert "](" not in link_to(address)


def test_a_finding_on_a_page_alone_holds_no_post() -> None:
    one = work("page", places=(at("pages/about.md", 3, ""),))
    text = markdown([(one, checked(one, RETRACTED))], reliance={})
    assert "Rests on it: no post" in text
    assert "held back" not in text
