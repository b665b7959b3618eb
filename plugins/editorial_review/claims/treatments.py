"""K-07 and O-06: who is told what a treatment does is told its risks, and what else there is."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.editorial_review.claims.phrases import any_of, quoted
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.posts import HealthPost

RISKS = any_of(
    "risk, risks, side effect, side effects, harm, harms, harmful, complication, complications, "
    "danger, dangers, dangerous, can cause, may cause, allergic reaction, bleeding, infection, "
    "damage, drawback, drawbacks, downside, downsides, not safe, unsafe, too much, not for "
    "everyone, do not take, do not use, do not give, limits, warn, warning, warnings, riesgo, "
    "riesgos, efecto secundario, efectos secundarios, daño, daños, complicaciones, puede causar, "
    "pueden causar, demasiado, demasiada, reacción alérgica, no es para todos, no tome"
)
"""Words that tell of a risk."""

_ASKS = any_of(
    "ask us, ask your doctor, ask a doctor, ask a pharmacist, ask your pharmacist, talk to us, "
    "talk with us, talk with your doctor, talk to your doctor, check with us, call us first, read "
    "the label, read each label, follow the label, pregúntenos, hable con nosotros, consulte, lea "
    "la etiqueta"
)
"""Words that send a reader to somebody who knows the risks."""

_ALTERNATIVES = any_of(
    "other options, other choices, other ways, other treatments, other medicines, another "
    "treatment, another medicine, another way, alternative, alternatives, instead of, choices, "
    "options, what else, else can help, can also help, better without, get better on their own, "
    "gets better on its own, without medicine, without treatment, no treatment, without surgery, "
    "or with both, not the only, both, you choose, otras opciones, otra opción, otros "
    "tratamientos, otros medicamentos, alternativa, alternativas, sin tratamiento, sin "
    "medicamentos, en lugar de"
)

_BENEFITS = any_of(
    "helps, help, can help, lowers, lower your, prevents, prevent, protects, protect, eases, ease, "
    "reduces, reduce, relieves, relieve, treats, works, work well, improves, improve, cures, stops "
    "the pain, heals, ayuda, ayudan, previene, protege, alivia, reduce, mejora, funciona, cura"
)


def one_sided(subject: Subject) -> Iterator[Found]:
    """K-07, of a post with `treatment: true`."""
    if not _is_treatment(subject):
        return
    said = " ".join(p.text for p in subject.body)
    if not RISKS.search(said):
        yield Found(
            at="treatment",
            what="the text tells of a treatment, and of no risk or side effect",
            fix="Say what can go wrong, how often, and what to do then.",
        )
    if not _ALTERNATIVES.search(said):
        yield Found(
            at="treatment",
            what="the text tells of a treatment, and of no other choice",
            fix="Say what else there is, doing nothing among it.",
        )


def one_sided_texts(subject: Subject) -> Iterator[Found]:
    """O-06: texts for networks that name the benefit alone, once for all that say the same."""
    if not _is_treatment(subject):
        return
    networks: dict[str, list[str]] = {}
    for outgoing in subject.outgoing:
        benefit = _BENEFITS.search(outgoing.text)
        if benefit and not (RISKS.search(outgoing.text) or _ASKS.search(outgoing.text)):
            networks.setdefault(benefit[0].lower(), []).append(outgoing.network)
    for words, names in networks.items():
        yield Found(
            at="share",
            what=f"the text says {quoted(words)} and no risk: {', '.join(dict.fromkeys(names))}",
        )


def _is_treatment(subject: Subject) -> bool:
    post = subject.document
    return isinstance(post, HealthPost) and post.treatment
