"""Signs that need help at once, and the words with which a text sends readers to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.editorial_review.claims.phrases import Hit, any_of, hits
from plugins.editorial_review.prose import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """A sign; `beside`: what must stand in the same sentence for it to be one."""

    name: str
    words: re.Pattern[str]
    beside: re.Pattern[str] | None = None


RED_FLAGS: tuple[RedFlag, ...] = (
    RedFlag(
        name="chest pain",
        words=any_of(
            "chest pain, chest pains, chest pressure, chest tightness, pain in the chest, pain in "
            "your chest, pressure in the chest, pressure in your chest, tightness in the chest, "
            "tightness in your chest, heart attack symptoms, signs of a heart attack, symptoms of "
            "a heart attack, dolor de pecho, dolor en el pecho, dolor torácico, presión en el "
            "pecho, opresión en el pecho, señales de un ataque al corazón, síntomas de un infarto"
        ),
    ),
    RedFlag(
        name="trouble breathing",
        words=any_of(
            "trouble breathing, difficulty breathing, hard to breathe, cannot breathe, can't "
            "breathe, struggling to breathe, struggles to breathe, gasping, severe shortness of "
            "breath, sudden shortness of breath, stops breathing, stopped breathing, not "
            "breathing, dificultad para respirar, problemas para respirar, no puede respirar, le "
            "cuesta respirar, falta de aire intensa, deja de respirar"
        ),
    ),
    RedFlag(
        name="signs of a stroke",
        words=any_of(
            "signs of a stroke, signs of stroke, stroke symptoms, symptoms of a stroke, symptoms "
            "of stroke, face drooping, facial drooping, drooping face, face droops, face drops, "
            "sudden numbness, sudden weakness, sudden confusion, sudden trouble speaking, sudden "
            "trouble seeing, sudden severe headache, worst headache of your life, señales de un "
            "derrame cerebral, síntomas de un derrame, señales de un accidente cerebrovascular, "
            "debilidad repentina, entumecimiento repentino, confusión repentina, cara caída, dolor "
            "de cabeza repentino"
        ),
    ),
    RedFlag(
        name="severe bleeding",
        words=any_of(
            "severe bleeding, heavy bleeding, uncontrolled bleeding, bleeding that will not stop, "
            "bleeding that won't stop, bleeding that does not stop, bleeding does not stop, "
            "coughing up blood, cough up blood, vomiting blood, vomit blood, throwing up blood, "
            "sangrado abundante, sangrado intenso, sangrado grave, hemorragia grave, tose sangre, "
            "toser sangre, vomita sangre, vomitar sangre, vómito con sangre"
        ),
    ),
    RedFlag(
        name="a severe allergic reaction",
        words=any_of(
            "anaphyla*, severe allergic reaction, severe allergic reactions, serious allergic "
            "reaction, swelling of the tongue, swelling of your tongue, swelling of the throat, "
            "swelling of the lips, swollen tongue, throat closing, anafil*, reacción alérgica "
            "grave, reacciones alérgicas graves, hinchazón de la lengua, hinchazón de la garganta"
        ),
    ),
    RedFlag(
        name="poisoning or overdose",
        words=any_of(
            "overdose*, carbon monoxide poisoning, swallowed poison, swallows poison, took too "
            "much, taken too much, sobredosis, intoxicación por monóxido, envenenamiento, tomó "
            "demasiado, tomó demasiada"
        ),
    ),
    RedFlag(name="a seizure", words=any_of("seizure*, convulsion*, convulsión, convulsiones")),
    RedFlag(
        name="fainting",
        words=any_of(
            "faint, faints, fainted, fainting, pass out, passes out, passed out, passing out, lose "
            "consciousness, loses consciousness, loss of consciousness, unconscious, cannot be "
            "awakened, hard to wake, unresponsive, desmayo, desmayos, desmayarse, se desmaya, "
            "pérdida del conocimiento, pierde el conocimiento, inconsciente"
        ),
    ),
    RedFlag(
        name="a stiff neck with fever",
        words=any_of("stiff neck, rigidez de nuca, rigidez en el cuello, cuello rígido"),
        beside=any_of("fever*, high temperature, fiebre"),
    ),
    RedFlag(
        name="thoughts of suicide",
        words=any_of(
            "suicid*, self-harm, self harm, kill yourself, hurt yourself, harm yourself, hurting "
            "yourself, harming yourself, autolesion*, hacerse daño, quitarse la vida"
        ),
    ),
    RedFlag(
        name="bleeding in pregnancy",
        words=any_of("bleeding, bleeds, sangrado, sangra"),
        beside=any_of(
            "if you are pregnant, during pregnancy, in pregnancy, while pregnant, you are "
            "pregnant, durante el embarazo, está embarazada, en el embarazo"
        ),
    ),
    RedFlag(
        name="fever in a young baby",
        words=any_of("fever*, fiebre"),
        beside=any_of(
            "newborn*, baby younger than, babies younger than, infant younger than, infants "
            "younger than, baby under, babies under, infant under, months old or younger, recién "
            "nacido*, bebé menor de, bebés menores de"
        ),
    ),
)  # fmt: skip

URGENT = any_of(
    "911, 9-1-1, 988, 1-800-222-1222, emergency room, emergency department, emergency care, "
    "emergency help, emergency medical, medical emergency, medical help right away, medical care "
    "right away, get help right away, get help at once, seek immediate, immediate medical, urgent "
    "care, call right away, call at once, call us at once, call us right away, call your doctor "
    "right away, doctor right away, doctor immediately, provider right away, provider immediately, "
    "medical attention right away, medical attention immediately, medical help immediately, right "
    "away if, immediately if, sala de emergencias, sala de urgencias, emergencia médica, busque "
    "atención médica inmediata, atención médica de inmediato, llame de inmediato, llámenos de "
    "inmediato, ayuda de inmediato"
)
"""Words that send a reader to help at once."""

URGENT_CARDS = frozenset({"emergency", "urgent"})

READER = any_of(
    "you, your, yours, yourself, someone, anyone, call us, usted, ustedes, su hijo, su hija, su "
    "bebé, alguien, llame, llámenos"
)
"""Words by which a sentence speaks to its reader."""

_TALKED_OF = re.compile(
    r"(?:\b(?:tests?|tested|screen(?:ing|ed|s)?|check(?:ed|s)?|medicines?|drugs?|treatments?|"
    r"treats?|treating|prevents?|preventing|history|risks?|chances?|causes? of|deaths? from|"
    r"survivors? of|(?:have|has|had|ever) had|pruebas?|medicamentos?|tratamiento|prevenir|"
    r"previenen?|riesgo|antecedentes)"
    r"(?:\s(?:for|of|from|de|para|contra))?(?:\s(?:a|an|the|any|some|un|una|la|el|los|las))?\s)$",
    re.IGNORECASE,
)
"""What stands before a sign that is a topic, not something that happens to the reader now."""

_NAMES_A_THING = re.compile(
    r"\s(?:medicines?|medications?|drugs?|disorders?|prevention|screening|tests?|clinics?)\b",
    re.IGNORECASE,
)
"""What stands behind a sign that is part of a name: "seizure medicines"."""


def red_flags_in(passages: Iterable[Passage]) -> Iterator[tuple[str, Hit]]:
    """The signs that the passages name as something that can happen, each with its name."""
    found = tuple(passages)
    for flag in RED_FLAGS:
        for hit in hits(flag.words, found):
            if _is_meant(flag, hit):
                yield flag.name, hit


def _is_meant(flag: RedFlag, hit: Hit) -> bool:
    if flag.beside and not flag.beside.search(hit.sentence):
        return False
    is_topic = _TALKED_OF.search(hit.before[-80:]) or _NAMES_A_THING.match(hit.after)
    return not (is_topic or hit.is_negated)


def sends_to_help(passages: Iterable[Passage]) -> bool:
    """Whether they say in plain words to get help at once."""
    return any(URGENT.search(passage.text) for passage in passages)


def has_urgent_card(passages: Iterable[Passage]) -> bool:
    """Whether a card of the level emergency or urgent stands there."""
    return any(passage.card in URGENT_CARDS for passage in passages)
