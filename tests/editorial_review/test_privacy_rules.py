"""Each rule for the privacy of people finds what it is for, and lets near misses stand."""

from __future__ import annotations

import pytest

from plugins.practice.problems import Severity
from tests.editorial_review.privacy_samples import article, fired, problems

HITS = {
    "P-01": [
        "MRN 00482913 looks great six weeks on.",
        "Her SSN is 912-44-0187.",
        "Chart #77-2041 asks about the cream.",
        "DOB 03/17/1941 and still dancing.",
        "Born on July 9, 1951, he has seen it all.",
        "Policy no. HX-9930-22471 was approved.",
        "Found: a bag with Rx 6620914.",
        "To the owner of the gray car, plate KZR-4Q07.",
        "Pacemaker serial PM-733-20915 is recalled.",
        "MBI 1EG4-TE5-MK73 as an example.",
        "The visit came from 203.0.113.77 last night.",
        "See https://portal.example.net/labs?patient=88213 for it.",
        "Log in with username jdoe_84 to see it.",
        "Label: DUARTE^INES 19870522 F",
        "Número de expediente: 4471902",
    ],
    "P-02": [
        "Last Tuesday she came to our office with chest pain.",
        "On March 3 a trucker came in with a broken wrist.",
    ],
    "P-03": [
        "At ninety-one, she still walks here for her shots.",
        "A 97-year-old told us her secret.",
        "Our regular turned 98 last week.",
    ],
    "P-04": [
        "Our patient thought it was a bug bite.",
        "One of my patients keeps bees.",
        "We treated a roofer for heat stroke.",
        "I removed a bead from his nose.",
        "Dr. Okafor delivered a baby in the elevator.",
    ],
    "P-05": [
        "Way to go, Marisela!",
        "Tomasz's surgery went well.",
        "Please help the Esparza family with meals.",
        "Get well soon, Jaxon!",
        "Welcome to the world, Ezekiel!",
        "Samira (age 6) drew this.",
    ],
    "P-06": [
        "She drove ninety miles and never complained.",
        "A certain weatherman got new hair.",
        "Win of the week: off oxygen!",
        "You know who you are.",
        "Before and after: twelve weeks of braces.",
        "I never thought I would walk again.",
        "The kid in the dinosaur boots was back.",
        "Ayer vino un señor de 80 años con dolor de pecho.",
    ],
    "P-07": [
        "Mr. Vandersloot stopped by with peaches.",
        "The tomatoes are from Guadalupe.",
        "Pastor Wendell reads this page.",
        "The quilt is by Maria Thomas.",
        "A cake came from David Wilson.",
        "Addison waved at the fish tank.",
        "The photo shows Angela Tanaka, a retired nurse.",
    ],
    "P-08": [
        "Ring him directly: 646-555-0178.",
        "Write her at moon.judy@mail.example.net.",
        "Meals go to 418 Quail Hollow Ln.",
        "Comida para la familia: Calle Robles 18.",
    ],
    "P-09": [
        "Ms. P, ninety days without a cigarette.",
        "The only case in our county this year.",
        "She is the flight attendant with asthma.",
    ],
    "P-10": [
        "A 14-year-old from Lincoln Elementary came in with a fracture on Monday.",
        "A 44-year-old dairy worker came to us with a red eye.",
    ],
    "P-11": [
        "Thank you, Deb! So glad your root canal was painless.",
        "We appreciate the review, sir, but you were seen within 20 minutes.",
        "We are sorry you're unhappy. Our records show you left early.",
        "Gracias Señora Quintanilla. Gracias por confiar en nosotros.",
    ],
    "P-12": [
        "![A smile](maria-delgado-veneers.jpg)",
        "![A wound](IMG_mr_kowalski_ulcer.png)",
        "The file is Lopez_Maria_dob041278.jpg now.",
        "![A scan](2024-11-05_chest_xray.jpeg)",
    ],
}
MISSES = {
    "P-01": [
        "Have your Rx number ready when you call.",
        "Medicare: 1-800-633-4227.",
        "We gave 3,140 flu shots in 2025.",
        "Bring a chart of your readings for 14 days.",
        "Born in 1912, the vaccine saved many.",
        "Visit 1200 Oak Street on 10-12-2026.",
        "The claim of 2024-2025 studies is weak.",
    ],
    "P-02": [
        "The office closes at noon on March 3.",
        "Flu shots begin on Monday for all patients.",
        "People who had chest pain last week should call.",
    ],
    "P-03": [
        "Adults aged 90 and older need a review of their medicines.",
        "The 95-year-old building has a ramp.",
        "A temperature of 98 is normal.",
    ],
    "P-04": [
        "Our patient portal has a new look.",
        "Following us does not make you our patient.",
        "Our patients often ask about this.",
        "If you are a patient of our practice, call.",
        "We saw a rise in flu last week.",
        "We treated the wood of the ramp.",
    ],
    "P-05": [
        "Thank you to everyone who came.",
        "Happy Thanksgiving from all of us.",
        "Parkinson's disease affects movement.",
        "Congratulations to Dr. Okafor.",
        "The Swedish family had the same gene.",
    ],
    "P-06": [
        "If he or she is vomiting, call us.",
        "A person with diabetes may not feel a blister.",
        "Most children put two words together by two.",
        "Researchers followed 9,000 nurses for years.",
        "Ask your doctor what he or she advises.",
    ],
    "P-07": [
        "Amara Okafor wrote this page.",
        "Lindgren found that walking helps.",
        "Our hygienist Kayla loves dogs.",
        "Meet Quentin Abara, LCSW. Quentin works with teens.",
        "In May, June and April the pollen is high.",
        "Mark your calendar, and bill us later. Will it hurt? Have faith.",
        "Dr. Henry Heimlich described it; Florence Nightingale kept charts.",
        "Boston, Virginia and Texas have programs.",
        "Addison disease and Wilson's disease are rare.",
        "Cornelia de Lange syndrome is rare. The Pierre Robin sequence, too.",
        "A test at Johns Hopkins Hospital, or the Martha Mills Library.",
    ],
    "P-08": [
        "Call us at (212) 555-0143.",
        "Call 1-800-222-1222 or 988.",
        "Write to hello@example.org.",
        "We are at 12 Crane Creek Road.",
        "Walk 30 steps each way.",
        "See nih.gov or write info@nih.gov.",
    ],
    "P-09": ["Hepatitis B is common.", "Vitamin D and vitamin K help.", "Ms. magazine is old."],
    "P-10": ["Screening starts at age 45.", "Children at elementary schools catch colds."],
    "P-11": [
        "Thank you for your patience while we moved.",
        "Sorry for the long hold times. Your calls may not have come through.",
        "Thank you for taking the time to leave a review. Please call us at (212) 555-0143.",
    ],
    "P-12": [
        "![A clinic](flu-clinic-banner-october.png)",
        "![Steps](how-to-use-an-inhaler-step3.svg)",
        "![A page](before-your-visit.pdf)",
        "![Dr. Okafor](amara-okafor.jpg)",
    ],
}


def _each(cases: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(rule, text) for rule, texts in cases.items() for text in texts]


@pytest.mark.parametrize(("rule", "text"), _each(HITS))
def test_a_rule_finds_what_it_is_for(rule: str, text: str) -> None:
    assert rule in fired(text)


@pytest.mark.parametrize(("rule", "text"), _each(MISSES))
def test_a_rule_lets_a_near_miss_stand(rule: str, text: str) -> None:
    assert rule not in fired(text)


def test_every_rule_has_hits_and_near_misses() -> None:
    ids = {f"P-{number:02}" for number in range(1, 13)}
    assert HITS.keys() == ids
    assert MISSES.keys() == ids


@pytest.mark.parametrize("rule", ["P-01", "P-02", "P-03", "P-04", "P-05", "P-10", "P-11", "P-12"])
def test_what_names_a_person_blocks(rule: str) -> None:
    assert all(p.severity is Severity.BLOCK for p in problems(article(HITS[rule][0]), rule))


@pytest.mark.parametrize("rule", ["P-06", "P-07", "P-08", "P-09"])
def test_what_may_be_harmless_warns(rule: str) -> None:
    assert all(p.severity is Severity.WARN for p in problems(article(HITS[rule][0]), rule))


def test_two_names_without_more_in_a_file_name_only_warn() -> None:
    (problem,) = problems(article("![The team](priya-and-marisol.jpg)"), "P-12")
    assert problem.severity is Severity.WARN
