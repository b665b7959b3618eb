"""A reader in an emergency finds whom to call, and the number is right."""

from __future__ import annotations

import re

import pytest

from plugins.editorial_review.claims.lines_of_help import COUNTRIES, dialled, lines_of
from plugins.editorial_review.judging import judge_practice
from plugins.editorial_review.subject import Outgoing
from plugins.practice.phones import DIALABLE
from plugins.practice.problems import Severity
from tests.editorial_review.claim_samples import RULES, article, practice, problems, says, setting

CARD = '\n\n!!! emergency "Call 911 if:"\n    - it does not pass\n'


@pytest.mark.parametrize(
    "text",
    [
        "You may feel chest pain when you climb stairs.",
        "If your child has trouble breathing, stay calm.",
        "Someone who faints needs to lie down.",
        "Your baby younger than 3 months has a fever.",
        "If you are pregnant, bleeding is a sign to know.",
        "You have a fever and a stiff neck.",
        "You may also have:\n\n- a rash\n- chest pain\n",
        "## Chest pain\n\nIt has many causes.",
        "Symptoms are seizures and severe bleeding.",
    ],
)
def test_a_sign_of_an_emergency_asks_for_a_card(text: str) -> None:
    (found,) = says("E-02", text)
    assert found.severity is Severity.WARN
    assert not says("E-02", text + CARD)


@pytest.mark.parametrize(
    "text",
    [
        "You have no chest pain.",
        "The test is done without chest pain.",
        "Medicines for seizures can make you sleepy.",
        "Your seizure medicine may change.",
        "We screen you for risk of fainting.",
        "Tell us if you have ever had a severe allergic reaction.",
        "Doctors described seizures in 1890.",
        "A fever is common in toddlers.",
        "Your gums may be bleeding.",
        "You have chest pain? Call 911.",
    ],
)
def test_a_sign_that_is_only_spoken_of_asks_for_nothing(text: str) -> None:
    assert not says("E-02", text)


def test_a_page_about_symptoms_needs_the_card_itself() -> None:
    text = "Chest pain is a symptom. Call 911."
    assert not says("E-02", text)
    (found,) = says("E-02", text, symptom=True)
    assert found.blocks
    assert not says("E-02", text + CARD.replace("emergency", "urgent"), symptom=True)
    assert says("E-02", text + CARD.replace("emergency", "care"), symptom=True)


@pytest.mark.parametrize(
    "text", ["Si usted siente dolor en el pecho, descanse.", "Su hijo tiene convulsiones."]
)
def test_spanish_signs_are_known(text: str) -> None:
    assert says("E-02", text, "es")
    assert not says("E-02", "No tiene dolor en el pecho.", "es")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Some people think of suicide.", "988"),
        ("Self-harm is more common in teens.", "988"),
        ("An overdose can be deadly.", "1-800-222-1222 and 911"),
        ("Carbon monoxide poisoning happens in winter. Call 911.", "1-800-222-1222"),
        ("Domestic violence harms health.", "1-800-799-7233"),
    ],
)
def test_a_crisis_is_never_named_without_its_number(text: str, number: str) -> None:
    found = [p for p in says("E-03", text) if p.blocks]
    assert [p.what.rpartition(": ")[2] for p in found] == [number]
    help_line = "Call 911, call or text 988 or chat, 1-800-222-1222, 1-800-799-7233."
    assert not says("E-03", f"{text}\n\n{help_line}")


@pytest.mark.parametrize(
    "text", ["Food poisoning passes.", "Poison ivy itches.", "It is no overdose.", "She is suing."]
)
def test_other_poisons_are_no_crisis(text: str) -> None:
    assert not says("E-03", text)


def test_spanish_crises_are_known() -> None:
    assert says("E-03", "El suicidio se puede prevenir.", "es")[0].blocks
    assert says("E-03", "Una sobredosis es peligrosa.", "es")[0].blocks
    assert says("E-03", "La violencia doméstica daña.", "es")[0].blocks
    told = "El suicidio se puede prevenir. Llame o envíe un mensaje de texto al 988, o chatee."
    assert not says("E-03", told, "es")


def test_the_number_must_be_the_whole_number() -> None:
    assert says("E-03", "Suicide is named. Room 9880, or 1-988-555-1234.")[0].blocks
    assert says("E-03", "An overdose. Call 911 or 1-800-222-1223.")[0].blocks


def test_a_reader_learns_that_one_can_also_write() -> None:
    (found,) = says("E-03", "Suicide can be prevented. Call 988.")
    assert found.severity is Severity.WARN
    assert "text and chat" in found.what


def test_a_method_is_told_and_safe_storage_is_not() -> None:
    help_line = " Call or text 988, or chat."
    (found,) = says("E-03", "He died of suicide by hanging." + help_line)
    assert found.severity is Severity.WARN
    assert not says("E-03", "Lock up guns to prevent suicide." + help_line)


def test_a_text_for_a_network_that_names_suicide_has_the_number_too() -> None:
    post = article("Suicide can be prevented. Call or text 988, or chat.")
    texts = [
        Outgoing(network="x", text="Suicide can be prevented."),
        Outgoing(network="threads", text="Suicide can be prevented. Call 988."),
    ]
    (found,) = problems(post, "E-03", texts)
    assert found.what.endswith("988: x")


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Call Poison Control at 1-800-222-1223.", Severity.BLOCK),
        ("The suicide lifeline is (800) 273-8256.", Severity.BLOCK),
        ("The domestic violence line is 212-555-0199.", Severity.BLOCK),
        ("In an emergency dial 112.", Severity.BLOCK),
        ("Llame al 061.", Severity.BLOCK),
        ("Our vaccine hotline is 1-800-555-0100.", Severity.WARN),
        ("Call 9-1-1.", Severity.BLOCK),
        ("Call Poison Help at 1.800.222.1222.", Severity.BLOCK),
        ("Call 1-800-799-SAFE.", Severity.BLOCK),
        ("Call 800-222-1222 after an overdose.", Severity.BLOCK),
    ],
)
def test_a_wrong_or_undialable_number_is_told(text: str, severity: Severity) -> None:
    (found,) = says("E-04", text)
    assert found.severity is severity


@pytest.mark.parametrize(
    "text",
    [
        "Call 911.",
        "Call or text 988, or text START to 88788.",
        "Poison Help is 1-800-222-1222.",
        "Poison Help is (800) 222-1222.",
        "Call [our poison line](tel:18002221222), 800-222-1222.",
        "Call our office at (212) 555-0143, in a crisis too.",
        "Call 211 for a ride.",
        "Call 100,000 people.",
        "The lab's number is 1-800-555-0100.",
        "Cases rose to 988.5 in 1999.",
    ],
)
def test_right_numbers_are_left_alone(text: str) -> None:
    assert not says("E-04", text)


def test_pages_and_people_are_asked_for_right_numbers_too() -> None:
    rule = next(rule for rule in RULES if rule.id == "E-04")
    assert isinstance(article(), rule.applies)
    assert rule.applies.__name__ == "Document"  # type: ignore[union-attr]


def test_a_country_without_a_list_is_told_once_and_its_numbers_are_not_judged() -> None:
    rule = next(rule for rule in RULES if rule.id == "E-04")
    (found,) = judge_practice(setting("NZ"), [rule])
    assert (found.severity, '"NZ"' in found.what) == (Severity.WARN, True)
    assert not judge_practice(setting("US"), [rule])
    assert not problems(article("Dial 111."), "E-04", country="NZ")


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_number_has_a_source_and_a_day_and_can_be_dialled(country: str) -> None:
    lines = lines_of(practice(country))
    assert lines
    for number in (lines.emergency, lines.suicide, lines.poison, lines.violence):
        assert dialled(number) in lines.lines
    for line in lines.lines.values():
        assert line.source.startswith("https://")
        assert line.read.year >= 2026
        assert line.sure in ("verified", "secondary")
        assert "call" not in line.ways or re.fullmatch(DIALABLE, line.number), line.number


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ('!!! emergency "Chest pain"\n    - you have it\n', "called"),
        ('!!! urgent "Call us today"\n    - you have it\n', "called"),
        ('!!! care "Call us if:"\n    It hurts.\n', "running text"),
        ('!!! emergency "Call 911 if:"\n    - it is [bad](https://example.org)\n', "link"),
    ],
)
def test_a_card_that_cannot_be_read_in_seconds_is_told(card: str, said: str) -> None:
    (found,) = says("E-05", card)
    assert said in found.what


def test_two_cards_of_one_level_are_told_and_three_levels_are_fine() -> None:
    card = '!!! {} "Call 911 if:"\n    - it is bad\n    - call [911](tel:911)\n\nText.\n\n'
    assert not says(
        "E-05", "".join(card.format(level) for level in ("emergency", "urgent", "care"))
    )
    (found,) = says("E-05", card.format("urgent") * 2)
    assert "second card" in found.what


@pytest.mark.parametrize(
    "title",
    [
        "Call 911 if:",
        "Ask us the same day if you:",
        "Go to an emergency room when your child:",
        "Don't wait. Call 911 if:",
        "Llame al 911 si:",
    ],
)
def test_titles_that_say_what_to_do_are_fine(title: str) -> None:
    expected = title.startswith("Don")
    assert bool(says("E-05", f'!!! urgent "{title}"\n    - it is bad\n')) is expected


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("You may feel chest pain. Wait and see for a day.", True),
        ("Home remedies help with heavy bleeding.", True),
        ("You may feel chest pain. Do not wait and see.", False),
        ("You may feel tired. Wait and see for a day.", False),
        ("You may feel chest pain.\n\n## Colds\n\nHome remedies are fine.", False),
        ("You may feel chest pain.\n\n!!! dont\n    - wait and see\n", False),
    ],
)
def test_nobody_is_told_to_wait_beside_a_sign(text: str, fires: bool) -> None:
    assert bool(says("E-06", text)) is fires
