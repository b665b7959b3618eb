"""K-01 and K-06: promises and praise of ourselves, comparisons, prices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.claims.ourselves import is_about_us
from plugins.editorial_review.claims.phrases import Hit, any_of, hits, quoted, said
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.problems import Severity

_PROMISES = any_of(
    "cure, cures, cured, guarantee, guarantees, guaranteed, 100% safe, 100 % safe, 100% effective, "
    "100% success, 100 percent safe, 100 percent effective, completely safe, totally safe, "
    "miracle, miraculous, painless, pain-free, risk-free, risk free, without any risk, no "
    "risks, no side effects, without side effects, no complications, permanent results, "
    "garantizamos, garantiza, garantizado, garantizada, garantizados, garantizadas, 100% seguro, "
    "100 % seguro, 100% efectivo, 100 % efectivo, 100% eficaz, curamos, cura, milagro, milagroso, "
    "milagrosa, sin dolor, indoloro, indolora, sin riesgo, sin riesgos, sin efectos secundarios"
)
"""What nobody in medicine can promise."""

_PRAISE = re.compile(
    r"\b(?:"
    r"(?:is|are|has|have|as|with|among|of|by|meet|see|visit|choose|offers?|provides?|gives?)\s"
    r"(?:[\w'’]{1,20}\s){0,2}?(?:the|some of the|one of the|our)\s(?:[\w'’]{1,20}\s)?"
    r"(?:best|finest|leading|top|#\s?1|number one|most experienced|most trusted|most skilled|"
    r"most qualified|most advanced|highest rated|foremost|premier)\s"
    r"(?:[\w'’]{1,20}\s){0,2}?"
    r"(?:care|practices?|clinics?|doctors?|physicians?|surgeons?|dentists?|nurses?|teams?|"
    r"providers?|specialists?|clinicians?|experts?|staff|office|results|in (?:town|the|our|all))"
    r"|(?:best|leading|top|top-rated|most experienced|most trusted|world-class|award-winning)\s"
    r"(?:family |medical |local )?(?:practice|clinic|doctor|physician|surgeon|dentist|team|"
    r"provider|specialist|clinicians)s?\s(?:in|of|around|near)\b"
    r"|world-class|unsurpassed|unmatched|second to none|unrivaled"
    r"|(?:el|la|los|las)\s(?:mejor|mejores)\s(?:[\w'’]{1,20}\s)?(?:atención|clínica|"
    r"consultorio|médicos?|médicas?|doctora?|doctores|equipo|especialistas?|enfermeras?)"
    r"|(?:médicos?|doctora?|clínica|equipo|líder|líderes)\s(?:más experimentad[oa]s?|número uno|"
    r"líder(?:es)?\sen)"
    r")",
    re.IGNORECASE,
)
"""Superlatives of people and places; "the best time to call us" is none."""

_FDA = re.compile(
    r"\bFDA[- ](?:approved|cleared)\s(?:treatments?|products?|devices?|medicines?|drugs?|"
    r"therap(?:y|ies)|technology|technologies|lasers?|procedures?|methods?)\b",
    re.IGNORECASE,
)

_BARE = any_of(
    "miracle cure, miracle, miraculous, risk-free, 100% safe, 100% effective, guaranteed, no side "
    "effects, without side effects, breakthrough, wonder drug"
)

_NO_CLAIM = any_of("there is, there's, search for, look for, looking for, find, may, might")


def claims_of_us(subject: Subject) -> Iterator[Found]:
    """K-01: what we must not say of ourselves blocks; of others the same words are noted."""
    told = set[tuple[int, int]]()
    passages = said(subject.passages)
    for pattern in (_PROMISES, _PRAISE, _FDA):
        for hit in hits(pattern, passages):
            if not hit.is_negated and not _asks_of_us(hit) and is_about_us(hit, subject):
                told.add((hit.passage.line, hit.start))
                yield Found(at=hit.line, what=f"{quoted(hit.words)} in {quoted(hit.sentence)}")
    for hit in hits(_BARE, passages):
        if (hit.passage.line, hit.start) not in told and not hit.is_negated:
            yield Found(
                at=hit.line,
                what=f"{quoted(hit.words)} promises more than medicine can",
                fix="Say what is known instead: how many are helped, and how many are not.",
                severity=Severity.NOTE,
            )


def _asks_of_us(hit: Hit) -> bool:
    """A question is no claim: "Is it painless?", nor is "there is no cure"."""
    return hit.after.rstrip().endswith("?") or _NO_CLAIM.search(hit.before[-30:]) is not None


_OTHERS = re.compile(
    r"\b(?:(?:better|cheaper|faster|safer|nicer|more \w{3,15}|unlike|compared (?:to|with))\s"
    r"(?:than\s)?(?:any |many |most |all )?other\s"
    r"(?:practice|clinic|doctor|physician|provider|office|hospital|dentist|urgent care)s?"
    r"|(?:mejor|más barato|más rápido)s?\sque\sotr[oa]s\s(?:clínicas?|consultorios?|médicos?))\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\b(?:(?:lowest|best|unbeatable|special|reduced|affordable)\s(?:price|prices|rate|rates|offer)"
    r"|special offer|limited[- ]time offer|\d{1,2}\s?(?:%|percent) off|\$\d{1,4} off"
    r"|free\s(?:consultation|exam|visit|screening|evaluation|gift|trial|assessment)s?"
    r"|we(?:'ll|’ll| will| can)? waive|(?:co-?pays?|copayments?|deductibles?)\s(?:is |are )?waived"
    r"|waived\s(?:co-?pays?|copayments?|deductibles?)"
    r"|no co-?pay|consulta gratis|precios? más bajos?|oferta especial)\b",
    re.IGNORECASE,
)


def compared_or_priced(subject: Subject) -> Iterator[Found]:
    """K-06."""
    for hit in hits(_OTHERS, said(subject.passages)):
        yield Found(
            at=hit.line,
            what=f"{quoted(hit.words)} compares you with others",
            fix="Say what you do, not what others lack; a comparison must be provable.",
        )
    for hit in hits(_PRICE, said(subject.passages)):
        if not hit.is_negated or hit.words.lower().startswith("no "):
            yield Found(at=hit.line, what=f"{quoted(hit.words)} is an offer of price")
