"""K-03 and K-05: a patient's praise and a stranger's face, each with what must stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.claims.phrases import Hit, any_of, hits, quoted, said
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.posts import Post

_TESTIMONIAL = re.compile(
    r"\b(?:testimonials?|success stor(?:y|ies)|(?:five|5)[- ]star reviews?|"
    r"(?:patient|client|google|online) reviews? (?:of|from|about|says?)|"
    r"what our patients (?:say|tell)|our patients (?:say|love)|(?:one of )?our happy patients|"
    r"(?:a|one) patient (?:writes|wrote|told us|says|said)|"
    r"testimonios?|casos? de éxito|lo que dicen nuestros pacientes)\b",
    re.IGNORECASE,
)
_PRAISES_US = re.compile(
    r"\b(?:(?:I|me|my)\b.{0,120}\b(?:recommend|thank(?:s|ful)?|saved|changed my life|amazing|"
    r"wonderful|the best|pain[- ]free|so kind)\b)",
    re.IGNORECASE,
)
_RESULTS = any_of(
    "results may vary, results vary, results can vary, results may be different, not typical, not "
    "everyone has, your results, los resultados varían, los resultados pueden variar, sus "
    "resultados"
)
_CONNECTION = any_of(
    "was not paid, were not paid, not paid for, no payment, without payment, was paid, were paid, "
    "received a discount, received a gift, not compensated, was compensated, no compensation, is "
    "an employee, works here, family member, got nothing for, no recibió, recibió un pago, sin "
    "pago, sin compensación"
)


def bare_testimonials(subject: Subject) -> Iterator[Found]:
    """K-03: each thing that is missing beside a patient's praise, once."""
    shown = said(subject.passages)
    hit = next((h for h in _testimonials(shown) if not _is_policy(h)), None)
    if hit is None:
        return
    words = " ".join(p.text for p in shown)
    missing = [what for what, is_there in (
        ("the number of the consent", subject.setting.has_consent(subject.document)),
        ("that results vary", _RESULTS.search(words) is not None),
        ("whether the person was paid or works here", _CONNECTION.search(words) is not None),
    ) if not is_there]  # fmt: skip
    if missing:
        yield Found(at=hit.line, what=f"{quoted(hit.words)}; not told: {', '.join(missing)}")


def _testimonials(shown: list[Passage]) -> Iterator[Hit]:
    yield from hits(_TESTIMONIAL, shown)
    yield from hits(_PRAISES_US, [p for p in shown if p.part is Part.QUOTE])


_POLICY = any_of("do not, don't, never, no, without, not, policy, rule, rules, ask, asks, consent")


def _is_policy(hit: Hit) -> bool:
    """Whether it is spoken about, not shown: "We do not publish testimonials"."""
    return _POLICY.search(hit.sentence) is not None


_PERSON = any_of(
    "woman, women, man, men, boy, boys, girl, girls, child, children, baby, babies, toddler, "
    "teenager, teen, patient, patients, person, people, couple, family, mother, father, mom, dad, "
    "grandmother, grandfather, mujer, hombre, niño, niña, niños, bebé, paciente, persona, pareja, "
    "familia, madre, padre, abuela, abuelo"
)
_LABEL = any_of(
    "model, models, stock photo, stock image, posed by, posed, actor, actors, illustration, "
    "drawing, drawn, icon, icons, diagram, chart, cartoon, silhouette, x-ray, figure of, sign, "
    "modelo, modelos, foto de archivo, ilustración, dibujo, gráfico, icono, radiografía"
)


def unlabelled_models(subject: Subject) -> Iterator[Found]:
    """K-05: a picture of a person by its words, without consent or label, and none of our staff."""
    post = subject.document
    if isinstance(post, Post) and post.consent:
        return
    for passage in subject.passages:
        if passage.part is Part.ALT or passage.field == "image_alt":
            person = _PERSON.search(passage.text)
            if person and not (_LABEL.search(passage.text) or _is_staff(passage, subject)):
                yield Found(
                    at=passage.line,
                    what=f"the picture shows a person: {quoted(person[0])}",
                )


def _is_staff(passage: Passage, subject: Subject) -> bool:
    names = [word for p in subject.setting.people.values() for word in p.name.split()[-1:]]
    return any(name in passage.text for name in names)
