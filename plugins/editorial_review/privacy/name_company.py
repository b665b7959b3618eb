"""What stands beside a name: that of a disease or an institution, or of somebody of staff?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.editorial_review.privacy.name_lists import word_sets
from plugins.editorial_review.privacy.name_words import Token

_ROLE = (
    r"(?:nurse|hygienist|assistant|receptionist|doctor|physician|pediatrician|dentist|therapist|"
    r"counselor|psycholog|psychiatr|optometr|audiolog|midwife|doula|pharmacist|dietitian|"
    r"nutritionist|manager|director|coordinator|technician|tech\b|clinician|surgeon|orthodontist|"
    r"biller|founder|specialist|educator|navigator|interpreter|team|staff|front desk|scheduler)"
)
_OF_STAFF = re.compile(
    r",? (?:at (?:our|the) front desk|in (?:our |the )?(?:billing|business office)|from our "
    r"(?:team|front desk|billing|office))\b|"
    r"(?:,| is| has been| will be| was| -|,? who is) (?:our|a|an|the|your) "
    r"(?!retired|former)(?:[\w-]+ ){0,3}?"
    rf"{_ROLE}|"
    r"[^.!?]{0,60}?\b(?:the rest of (?:our|the)\b)|(?:,? [A-Z]{2,5},?)? (?:(?:is|are|will be) "
    r"(?:retiring|joining|leaving|out|away|on (?:vacation|leave)|accepting|back in the office)|"
    r"retires|joins|has joined|will join|has (?:been|worked) (?:with|at|for) (?:us|our)|"
    r"started (?:with|at|here)|comes to us|earned (?:his|her)|completed (?:his|her) residency|"
    r"graduated from (?:the )?[A-Z]|sees (?:patients|families|children)|specializes|speaks|enjoys|"
    r"grew up|trained|works with|leads|teaches|manages|coordinates)\b"
)
_YEAR = re.compile(r" ?\(?(?:19|20)\d\d\)?")
_LISTED = re.compile(r" [A-Z]{1,3}[,.;]")


def is_acronym(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ANA, ELISA: capitals alone are a name only beside another word in capitals."""
    word = tokens[at].text
    return len(word) > 1 and word.isupper() and (end - at < 2 or not tokens[at + 1].text.isupper())


def is_thing(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether it is a disease, a place or an institution called after somebody, or a citation."""
    sets = word_sets()
    last = tokens[end - 1].end
    after = [t.text.lower() for t in tokens[at + 1 : end + 3]]
    direct = {*after[: end - at]}
    owned = tokens[end - 1].text.endswith("'s")
    eponym = bool(sets["eponyms"] & {token.word for token in tokens[at:end]})
    near_by = {t.text.lower() for t in tokens[end : end + 5]} if eponym else set[str]()
    if (
        direct & sets["institutions"]
        or near_by & sets["things"]
        or (direct & sets["things"] and (eponym or not owned))
        or text.startswith((" et al", ", et al"), last)
    ):
        return True
    if _YEAR.match(text, last) and text[last : last + 2] == " (":
        return True
    if _LISTED.match(text, last) or text.startswith("-", last):
        return True
    before = tokens[at - 1] if at else None
    near = before is not None and tokens[at].start - before.end <= 2
    return near and before is not None and before.text.lower() in sets["places_before"]


def _is_beside(text: str, tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and text[tokens[end - 1].end : tokens[end].start] in (", ", " ")


def is_staff(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether credentials or a role stand beside it."""
    sets = word_sets()
    following = tokens[end : end + 1] if _is_beside(text, tokens, end) else []
    if any(t.text in sets["credentials"] for t in following):
        return True
    if any(t.text in sets["credentials"] for t in tokens[at + 1 : end]):
        return True
    before = [t.text.lower() for t in tokens[max(0, at - 2) : at]]
    asked_for = before == ["ask", "for"] or bool({*before[-1:]} & sets["contact_words"] - {"for"})
    written = before[-1:] == ["by"] and {*(before[:-1] or ["by"])} & (sets["work_of"] | {"by"})
    beside = written or {*before[-1:]} & sets["roles"]
    return asked_for or bool(beside) or _OF_STAFF.match(text, tokens[end - 1].end) is not None
