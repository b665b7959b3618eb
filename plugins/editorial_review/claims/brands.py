"""K-04: a brand name stands beside the generic one, and carries no dose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.editorial_review.claims.doses import doses_in
from plugins.editorial_review.claims.phrases import any_of, hits, quoted, said
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

GENERIC: Mapping[str, str] = {
    "Tylenol": "acetaminophen", "Panadol": "acetaminophen", "Advil": "ibuprofen",
    "Motrin": "ibuprofen", "Aleve": "naproxen", "Excedrin": "acetaminophen", "Bayer": "aspirin",
    "Benadryl": "diphenhydramine", "Claritin": "loratadine", "Zyrtec": "cetirizine",
    "Allegra": "fexofenadine", "Sudafed": "pseudoephedrine", "Mucinex": "guaifenesin",
    "Robitussin": "dextromethorphan", "Flonase": "fluticasone", "Imodium": "loperamide",
    "Pepto-Bismol": "bismuth", "Prilosec": "omeprazole", "Nexium": "esomeprazole",
    "Zantac": "ranitidine", "Pepcid": "famotidine", "Miralax": "polyethylene glycol",
    "Lipitor": "atorvastatin", "Crestor": "rosuvastatin", "Zocor": "simvastatin",
    "Plavix": "clopidogrel", "Coumadin": "warfarin", "Eliquis": "apixaban",
    "Xarelto": "rivaroxaban", "Lasix": "furosemide", "Norvasc": "amlodipine",
    "Diovan": "valsartan", "Cozaar": "losartan", "Zestril": "lisinopril",
    "Glucophage": "metformin", "Ozempic": "semaglutide", "Wegovy": "semaglutide",
    "Rybelsus": "semaglutide", "Mounjaro": "tirzepatide", "Zepbound": "tirzepatide",
    "Trulicity": "dulaglutide", "Victoza": "liraglutide", "Saxenda": "liraglutide",
    "Januvia": "sitagliptin", "Jardiance": "empagliflozin", "Farxiga": "dapagliflozin",
    "Lantus": "insulin glargine", "Humalog": "insulin lispro", "Synthroid": "levothyroxine",
    "Prozac": "fluoxetine", "Zoloft": "sertraline", "Lexapro": "escitalopram",
    "Celexa": "citalopram", "Paxil": "paroxetine", "Wellbutrin": "bupropion",
    "Cymbalta": "duloxetine", "Effexor": "venlafaxine", "Xanax": "alprazolam",
    "Ativan": "lorazepam", "Valium": "diazepam", "Klonopin": "clonazepam", "Ambien": "zolpidem",
    "Adderall": "amphetamine", "Ritalin": "methylphenidate", "Concerta": "methylphenidate",
    "Viagra": "sildenafil", "Cialis": "tadalafil", "Botox": "botulinum",
    "Ventolin": "albuterol", "ProAir": "albuterol", "Singulair": "montelukast",
    "Advair": "fluticasone", "Symbicort": "budesonide", "Spiriva": "tiotropium",
    "EpiPen": "epinephrine", "Narcan": "naloxone", "Zithromax": "azithromycin",
    "Augmentin": "amoxicillin", "Cipro": "ciprofloxacin", "Keflex": "cephalexin",
    "Bactrim": "trimethoprim", "Tamiflu": "oseltamivir", "Paxlovid": "nirmatrelvir",
    "Valtrex": "valacyclovir", "OxyContin": "oxycodone", "Percocet": "oxycodone",
    "Vicodin": "hydrocodone", "Humira": "adalimumab", "Enbrel": "etanercept",
    "Fosamax": "alendronate", "Prolia": "denosumab", "Suboxone": "buprenorphine",
    "Neurontin": "gabapentin", "Lyrica": "pregabalin",
}  # fmt: skip
"""Brand names of the United States with the beginning of their generic name (general knowledge)."""

_BRAND = any_of(", ".join(GENERIC), exact=True)


def bare_brands(subject: Subject) -> Iterator[Found]:
    """K-04: each brand once, where the generic name stands nowhere near or a dose does."""
    shown = said(subject.passages)
    told = set[str]()
    for hit in hits(_BRAND, shown):
        generic = GENERIC[hit.words]
        if hit.words in told:
            continue
        told.add(hit.words)
        if generic not in hit.passage.text.lower():
            yield Found(
                at=hit.line,
                what=f"the brand {quoted(hit.words)} stands without its generic name",
                fix=f"Write the generic name first: “{generic} ({hit.words})”, or it alone.",
            )
        elif any(doses_in(hit.sentence)):
            yield Found(
                at=hit.line,
                what=f"{quoted(hit.sentence)} gives a dose of a brand",
                fix="Leave the dose to the label, or give it for the generic name.",
            )
