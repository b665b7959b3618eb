"""The units that a number can have, by the words for them in English and Spanish."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

# Words are compared in small letters; a full stop behind an abbreviation is left out.
_WORDS: Mapping[str, str] = {
    "second": "second seconds sec secs segundo segundos",
    "minute": "minute minutes min mins minuto minutos",
    "hour": "hour hours hr hrs h hora horas",
    "day": "day days día días",
    "week": "week weeks wk wks semana semanas",
    "month": "month months mo mos mes meses",
    "year": "year years yr yrs año años",
    "time": "time times vez veces",
    "percent": "percent % por\u00a0ciento",
    "°c": "°c celsius centígrados",
    "°f": "°f fahrenheit",
    "g": "g gram grams gramo gramos",
    "mg": "mg milligram milligrams miligramo miligramos",
    "mcg": "mcg µg μg microgram micrograms microgramo microgramos",
    "kg": "kg kilo kilos kilogram kilograms kilogramo kilogramos",
    "ml": "ml cc milliliter milliliters millilitre millilitres mililitro mililitros",
    "liter": "l liter liters litre litres litro litros",
    "iu": "iu ui",
    "unit": "unit units unidad unidades",
    "meq": "meq",
    "mmol": "mmol",
    "mmhg": "mmhg",
    "tablet": "tablet tablets pill pills capsule capsules caplet caplets tableta tabletas "
    "pastilla pastillas comprimido comprimidos cápsula cápsulas",
    "drop": "drop drops gota gotas",
    "puff": "puff puffs inhalación inhalaciones",
    "teaspoon": "teaspoon teaspoons tsp cucharadita cucharaditas",
    "tablespoon": "tablespoon tablespoons tbsp cucharada cucharadas",
    "dose": "dose doses dosis",
    "cup": "cup cups taza tazas",
    "ounce": "ounce ounces oz onza onzas",
    "pound": "pound pounds lb lbs libra libras",
    "foot": "foot feet ft pie pies",
    "inch": "inch inches pulgada pulgadas",
    "mile": "mile miles milla millas",
    "meter": "meter meters metre metres metro metros",
    "cm": "cm centimeter centimeters centímetro centímetros",
    "dollar": "dollar dollars dólar dólares $",
    "euro": "euro euros €",
    "calorie": "calorie calories kcal caloría calorías",
}

_UNITS: Mapping[str, str] = {
    word.replace("\u00a0", " "): unit for unit, words in _WORDS.items() for word in words.split(" ")
}

DOSES: Mapping[str, tuple[str, Decimal]] = {
    "g": ("mg", Decimal(1000)),
    "mg": ("mg", Decimal(1)),
    "mcg": ("mg", Decimal("0.001")),
    "ml": ("ml", Decimal(1)),
    "iu": ("iu", Decimal(1)),
    "unit": ("iu", Decimal(1)),
    "meq": ("meq", Decimal(1)),
    "mmol": ("mmol", Decimal(1)),
    "tablet": ("tablet", Decimal(1)),
    "drop": ("drop", Decimal(1)),
    "puff": ("puff", Decimal(1)),
    "teaspoon": ("teaspoon", Decimal(1)),
    "tablespoon": ("tablespoon", Decimal(1)),
}
"""Units in which medicine is measured, with what they are compared in: 0.5 g is 500 mg."""

_WORD = r"[^\W\d_]+"
PATTERN = (
    rf"[ -]?(?P<unit>por ciento|(?:(?:degrees|grados) |°\s?)?[CF](?!\w)|[%°$€]|{_WORD})"
    rf"(?P<per>\s?/\s?{_WORD})?"
)
"""What may stand behind a number; `unit_of` tells whether it is a unit."""

_HEAT = re.compile(r"(?:degrees |grados |°\s?)?([CF])")


def unit_of(word: str, per: str = "") -> str:
    """The unit that a word or sign stands for, "" for a word that is none."""
    heat = _HEAT.fullmatch(word)
    if heat:
        return f"°{heat[1].lower()}"
    unit = _UNITS.get(word.casefold(), "")
    return f"{unit}/{per.strip(' /').casefold()}" if unit and per else unit


def dose_of(unit: str) -> tuple[str, Decimal] | None:
    """What a dose in this unit is compared in; None for what measures no medicine."""
    base, slash, per = unit.partition("/")
    if base not in DOSES:
        return None
    name, factor = DOSES[base]
    return f"{name}{slash}{per}", factor
