"""Whose yes counts, for what, and what the writer is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from plugins.editorial_review.approvals.facts import Facts, row_key
from plugins.editorial_review.approvals.hashing import hash_of, short_hash
from plugins.editorial_review.approvals.identity import folded_name, person_of
from plugins.editorial_review.approvals.rules import RULES
from plugins.editorial_review.approvals.standing import (
    CONSENT,
    standing_of,
)
from plugins.editorial_review.freshness.translations import older_than_original
from plugins.editorial_review.judging import judge
from plugins.editorial_review.subject import Setting
from plugins.practice.people import Person
from plugins.practice.posts import Post
from plugins.practice.problems import Problem
from plugins.practice.review_records import Approval, Consent
from tests.editorial_review.approval_samples import (
    AMARA,
    ELENA,
    PEOPLE,
    SIGNED,
    TODAY,
    TOM,
    article,
    person,
    setting,
    spanish,
    yes,
)

TEXT = hash_of(article(), {})


def missing(*rows: Approval, post: Post | None = None, **changes: Any) -> tuple[str, ...]:
    post = post or article()
    around = setting([post], [(post, rows)], **changes)
    return standing_of(post, hash_of(post, {}), around).missing


def told(post: Post, around: Setting) -> list[Problem]:
    return judge([post], around, rules=RULES)


def test_two_people_one_clinical_and_one_not_the_author_are_enough() -> None:
    assert missing(yes(ELENA, TEXT), yes(TOM, TEXT)) == ()


def test_the_author_s_own_yes_may_be_the_clinical_one() -> None:
    assert missing(yes(AMARA, TEXT), yes(TOM, TEXT)) == ()


def test_a_text_that_names_doses_needs_two_clinicians() -> None:
    post = article(text="Take 200 mg two times a day.[@label]\n")
    text = hash_of(post, {})
    second = "an approval by a second clinician, because it names doses (C-07)"
    assert missing(yes(ELENA, text), yes(TOM, text), post=post) == (second,)
    assert missing(yes(ELENA, text), yes(AMARA, text), post=post) == ()


def test_it_is_told_why_the_same_person_counts_no_second_time() -> None:
    post, again = article(), person("e-ruiz", "ELENA RUIZ, DNP", clinical=True)
    rows = (yes(ELENA, TEXT), yes(again, TEXT))
    around = setting([post], [(post, rows)], people=(*PEOPLE, again))
    (why,) = standing_of(post, TEXT, around).uncounted
    assert why.startswith('that of "e-ruiz" counts no second time')


def test_one_person_is_never_enough() -> None:
    assert missing(yes(ELENA, TEXT)) == ("one more approval",)
    assert missing(yes(ELENA, TEXT), yes(ELENA, TEXT)) == ("one more approval",)


def test_two_people_of_whom_none_is_clinical_are_not_enough() -> None:
    mary = person("mary", "Mary Poole")
    rows = (yes(TOM, TEXT), yes(mary, TEXT))
    assert missing(*rows, people=(*PEOPLE, mary)) == ("an approval by a clinician",)


def test_two_authors_are_not_enough() -> None:
    post = article(authors=("amara", "elena"))
    text = hash_of(post, {})
    rows = (yes(AMARA, text), yes(ELENA, text))
    assert missing(*rows, post=post) == ("an approval by somebody who is not an author",)


@pytest.mark.parametrize(
    "spelling",
    ["Dr. Elena Ruiz", "ELENA RUIZ", "Elena  Ruíz", "Elena Ruiz, DNP, FNP-BC", "Elena Ruiz M.D."],
)
def test_the_same_person_under_two_spellings_counts_once(spelling: str) -> None:
    again = person("e-ruiz", spelling, clinical=True)
    rows = (yes(ELENA, TEXT), yes(again, TEXT))
    assert missing(*rows, people=(*PEOPLE, again)) == ("one more approval",)


def test_an_author_under_another_id_is_an_author_still() -> None:
    again = person("a-okafor", "Dr. Amara Okafor", clinical=True)
    post = article(authors=("amara", "elena"))
    text = hash_of(post, {})
    rows = (yes(again, text), yes(ELENA, text))
    found = missing(*rows, post=post, people=(*PEOPLE, again))
    assert found == ("an approval by somebody who is not an author",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr. Søren Łukasiewicz", "soren lukasiewicz"),
        ("J. R. Smith", "J.R. Smith"),
        ("Dr.Ana O'Neill", "Ana O’Neill, MD"),
        ("José Núñez", "Jose Nunez"),
        ("Ann-Marie Lee", "Ann Marie Lee"),
    ],
)
def test_names_are_compared_without_what_is_spelt_in_two_ways(one: str, other: str) -> None:
    assert folded_name(one) == folded_name(other)


def test_different_people_have_different_names() -> None:
    assert folded_name("Elena Ruiz") != folded_name("Elena Ruis")
    assert folded_name("Max Do") != folded_name("Max")
    assert folded_name("Dr. Doctor") != ""


def test_a_person_is_found_by_id_name_or_the_only_part_of_a_name() -> None:
    people = {p.slug: p for p in (*PEOPLE, person("tom-b", "Tom Baker"))}
    assert person_of("elena", people) == ELENA
    assert person_of("dr. amara OKAFOR, md", people) == AMARA
    assert person_of("Whitfield", people) == TOM
    assert person_of("tom", people) == TOM  # an id comes first
    assert person_of("Tom ", {k: v for k, v in people.items() if k != "tom"}) is not None
    assert person_of("nobody", people) is None
    assert person_of("", people) is None
    assert person_of("Ruiz", {**people, "x": person("x", "Rosa Ruiz")}) is None


def test_an_approval_of_another_text_does_not_count() -> None:
    assert missing(yes(ELENA, "0" * 64), yes(TOM, TEXT)) == (
        "one more approval",
        "an approval by a clinician",
    )


def test_an_unknown_person_does_not_count_and_is_told() -> None:
    post, ghost = article(), person("ghost", "A Ghost", clinical=True)
    around = setting([post], [(post, [yes(ghost, TEXT), yes(TOM, TEXT)])])
    standing = standing_of(post, TEXT, around)
    assert not standing.is_approved
    assert '"ghost" does not count: there is no such person' in standing.uncounted[0]
    assert '"ghost" does not count' in told(post, around)[0].what


def test_one_who_left_cannot_approve_anew_and_earlier_approvals_stay() -> None:
    gone = replace(ELENA, left=date(2026, 11, 10))
    people = (AMARA, gone, TOM)
    early, late = date(2026, 11, 9), date(2026, 11, 10)
    assert missing(yes(gone, TEXT, on=early), yes(TOM, TEXT), people=people) == ()
    assert missing(yes(gone, TEXT, on=late), yes(AMARA, TEXT), people=people) == (
        "one more approval",
        "an approval by somebody who is not an author",
    )


def test_a_reader_from_outside_counts_for_a_one_person_practice() -> None:
    reader = person("rosa", "Rosa Reader", outside=True)
    rows = (yes(AMARA, TEXT), yes(reader, TEXT))
    assert missing(*rows, people=(AMARA, reader)) == ()


def test_a_role_that_the_person_s_file_does_not_bear_out_is_no_clinical_yes() -> None:
    rows = (yes(TOM, TEXT, role="clinical"), yes(AMARA, TEXT, role="reader"))
    assert missing(*rows) == ("an approval by a clinician",)


def consent(**changes: Any) -> dict[str, Consent]:
    whole: dict[str, Any] = {
        "id": "c-1",
        "kind": "story",
        "scope": "a story",
        "channels": ("site",),
        "signed": date(2026, 1, 1),
        "expires": date(2027, 1, 1),
    }
    return {"c-1": Consent(**{**whole, **changes})}


def test_a_text_about_a_real_person_needs_a_live_consent_whoever_says_so() -> None:
    post = article(consent="c-1")
    text = hash_of(post, {})
    around = setting([post], [(post, [yes(ELENA, text, about_a_person=True), yes(TOM, text)])])
    assert standing_of(post, text, around).missing == (CONSENT,)
    assert [p.rule for p in told(post, around)] == ["P-13"]
    for consents, is_fine in (
        (consent(), True),
        (consent(expires=date(2026, 11, 20)), False),
        (consent(revoked=TODAY), False),
    ):
        known = replace(around, records=replace(around.records, consents=consents))
        assert standing_of(post, text, known).is_approved is is_fine
        assert bool(told(post, known)) is not is_fine


def test_a_person_may_change_the_answer() -> None:
    rows = (yes(ELENA, TEXT, about_a_person=True), yes(TOM, TEXT), yes(ELENA, TEXT))
    assert missing(*rows) == ()


def of_translation(*rows: Approval, **changes: Any) -> Setting:
    original, translation = article(), spanish(**changes)
    both = [yes(AMARA, TEXT), yes(TOM, TEXT)]
    return setting([original, translation], [(original, both), (translation, rows)])


def test_a_translation_inherits_the_clinical_yes_and_needs_two_who_read_its_language() -> None:
    post = spanish()
    text = hash_of(post, {})
    rows = (yes(ELENA, text, original=TEXT), yes(AMARA, text, original=TEXT))
    assert standing_of(post, text, of_translation(*rows)).is_approved
    assert standing_of(post, text, of_translation(*rows[:1])).missing == (
        "one more approval",
        "an approval by somebody who reads es and did not translate it",
    )


def test_two_readers_of_a_translation_need_not_be_clinicians() -> None:
    rosa, luis = (
        person("rosa", "Rosa Paz", languages=("es",)),
        person("luis", "Luis Mar", languages=("es-MX",)),
    )
    post, text = spanish(), hash_of(spanish(), {})
    around = setting(
        [article(), post],
        [
            (article(), [yes(AMARA, TEXT), yes(TOM, TEXT)]),
            (post, [yes(rosa, text, original=TEXT), yes(luis, text, original=TEXT)]),
        ],
        people=(*PEOPLE, rosa, luis),
    )
    assert standing_of(post, text, around).is_approved


@pytest.mark.parametrize("translator", ["elena", "Elena Ruiz, DNP, FNP-BC", "dr. elena ruiz"])
def test_the_translator_alone_and_again_is_not_enough(translator: str) -> None:
    post = spanish(translated_by=translator)
    again = person("e-ruiz", "Elena Ruíz", languages=("es",))
    text = hash_of(post, {})
    rows = [yes(ELENA, text, original=TEXT), yes(again, text, original=TEXT)]
    around = setting(
        [article(), post],
        [(article(), [yes(AMARA, TEXT), yes(TOM, TEXT)]), (post, rows)],
        people=(*PEOPLE, again),
    )
    assert not standing_of(post, text, around).is_approved


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"who": TOM, "original": TEXT}, "`languages` in the file of the person does not name"),
        ({"who": AMARA, "original": ""}, "with which original"),
        ({"who": AMARA, "original": "0" * 64}, "is not approved"),
    ],
    ids=str,
)
def test_what_makes_the_approval_of_a_translation_void_is_told(
    row: dict[str, Any], words: str
) -> None:
    text = hash_of(spanish(), {})
    around = of_translation(yes(row["who"], text, original=row["original"]))
    standing = standing_of(spanish(), text, around)
    assert not standing.given
    assert words in standing.uncounted[0]


def test_the_source_hash_says_with_which_text_a_translation_was_compared() -> None:
    post = spanish(source_hash=short_hash("0" * 64))
    text = hash_of(post, {})
    around = of_translation(yes(AMARA, text, original=TEXT), source_hash=post.source_hash)
    assert "`source_hash`" in standing_of(post, text, around).uncounted[0]


def test_a_translation_is_older_when_its_original_has_another_text_by_now() -> None:
    post = spanish()
    text = hash_of(post, {})
    rows = (yes(ELENA, text, original=TEXT), yes(AMARA, text, original=TEXT))
    around = of_translation(*rows)
    assert older_than_original(post, around) is None
    texts = {**around.facts.texts, "articles/flu.md": "1" * 64}
    later = replace(around, facts=replace(around.facts, texts=texts))
    assert older_than_original(post, later) is not None
    assert older_than_original(article(), later) is None


def test_a_template_that_two_people_approved_vouches_for_the_text_filled_from_it() -> None:
    post = article()
    rows = (yes(ELENA, "t" * 64), yes(TOM, "t" * 64))
    around = setting([post], practice=SIGNED)
    facts = replace(around.facts, filled={TEXT: rows})
    assert standing_of(post, TEXT, replace(around, facts=facts)).is_approved
    edited = article(text="Rest.\n")
    assert not standing_of(edited, hash_of(edited, {}), replace(around, facts=facts)).is_approved


def test_signatures_are_asked_for_only_where_the_practice_wants_them() -> None:
    post = article()
    rows = [yes(ELENA, TEXT, signature="good"), yes(TOM, TEXT, signature="bad")]
    plain = setting([post], [(post, rows)])
    assert standing_of(post, TEXT, plain).is_approved
    checked = Facts(
        texts={post.file: TEXT},
        signatures={row_key(post.uid, rows[0]): "", row_key(post.uid, rows[1]): "it is forged"},
    )
    strict = replace(plain, practice=SIGNED, facts=checked)
    standing = standing_of(post, TEXT, strict)
    assert [row.person for row in standing.given] == ["elena"]
    assert standing.uncounted == ('that of "tom" does not count: it is forged',)
    unsigned = setting([post], [(post, [yes(ELENA, TEXT), yes(TOM, TEXT)])], practice=SIGNED)
    assert "it is not signed" in standing_of(post, TEXT, unsigned).uncounted[0]


def test_a_signature_is_bound_to_every_word_of_its_row() -> None:
    row = yes(ELENA, TEXT, signature="s")
    others = (
        row_key("otheruid11", row),
        row_key("fluaaaaaaa", replace(row, role="reader")),
        row_key("fluaaaaaaa", replace(row, on=date(2026, 1, 1))),
        row_key("fluaaaaaaa", replace(row, about_a_person=True)),
        row_key("fluaaaaaaa", replace(row, text="0" * 64)),
    )
    assert row_key("fluaaaaaaa", row) not in others


def test_the_message_gives_the_exact_command_and_names_who_could_type_it() -> None:
    post = article()
    (nobody,) = told(post, setting([post]))
    assert nobody.rule == "A-03"
    assert "nobody has approved this text" in nobody.what
    assert "python3 tasks.py approve articles/flu.md --as NAME" in nobody.fix
    assert "amara (clinical), elena (clinical), tom" in nobody.fix
    (one,) = told(post, setting([post], [(post, [yes(AMARA, TEXT)])], people=(AMARA, TOM)))
    assert "approved by Amara Okafor (Nov 20, 2026)" in one.what
    assert "python3 tasks.py approve articles/flu.md --as tom" in one.fix


def test_a_changed_text_says_who_approved_the_one_before() -> None:
    post = article()
    rows = [yes(ELENA, "0" * 64), yes(TOM, "0" * 64, on=date(2026, 11, 21))]
    (problem,) = told(post, setting([post], [(post, rows)]))
    assert (
        "the text has changed since Elena Ruiz (Nov 20, 2026) and Tom Whitfield (Nov 21, 2026) "
        "approved it" in problem.what
    )


def test_a_one_person_practice_is_told_to_add_a_reader() -> None:
    post = article()
    (problem,) = told(post, setting([post], [(post, [yes(AMARA, TEXT)])], people=(AMARA,)))
    assert "outside: true" in problem.fix
    assert "python3 tasks.py new person" in problem.fix


def test_who_is_asked_next_can_bring_what_is_missing() -> None:
    post, mary = article(), person("mary", "Mary Poole")
    people: tuple[Person, ...] = (*PEOPLE, mary)
    (problem,) = told(post, setting([post], [(post, [yes(TOM, TEXT)])], people=people))
    assert "mary" not in problem.fix
    assert "amara (clinical), elena (clinical)" in problem.fix


def test_a_translation_says_that_its_original_comes_first() -> None:
    post = spanish()
    (problem,) = told(post, setting([article(), post]))
    assert problem.fix.startswith("approve articles/flu.md first")


def test_a_withdrawn_post_needs_no_approval() -> None:
    post = article(withdrawn=TODAY)
    assert told(post, setting([post])) == []


def test_a_damaged_approval_file_holds_its_post() -> None:
    post = article()
    around = setting([post])
    records = replace(around.records, damaged=frozenset({post.uid}))
    (problem,) = told(post, replace(around, records=records))
    assert problem.blocks
    assert "approvals/fluaaaaaaa/approval.toml cannot be read" in problem.what


def test_neither_rule_can_be_waived() -> None:
    assert not any(rule.waivable for rule in RULES)
