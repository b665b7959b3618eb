"""The rules for pictures and consents, as rows."""

from __future__ import annotations

from plugins.editorial_review.pictures.alt_texts import check_alts
from plugins.editorial_review.pictures.before_after import check_before_after
from plugins.editorial_review.pictures.consent_records import check_records
from plugins.editorial_review.pictures.consent_rule import check_consents
from plugins.editorial_review.pictures.skin import check_skin
from plugins.editorial_review.rule import HEALTH, Rule
from plugins.practice.posts import Page, Post
from plugins.practice.problems import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        id="I-01",
        severity=Severity.BLOCK,
        title="Whoever is shown or told about has agreed to it, and to every place it goes",
        why="a patient's picture or story without written permission is the violation of privacy "
        "that practices are fined for",
        fix="name a live consent record that covers it, or take the picture or the story out",
        source="45 CFR 164.508(c) (authorization); HHS resolution agreements: Cadia, $182,000, "
        "September 2025, for success stories on a website",
        check=check_consents,
        check_practice=check_records,
        applies=(Post, Page),
        waivable=False,
    ),
    Rule(
        id="I-02",
        severity=Severity.BLOCK,
        title="No published picture says where, when or by whom it was taken",
        why="a telephone writes the place and the time into every photo, and anybody can read them",
        fix="nothing, as a rule: the build writes every picture anew; save pictures of your own "
        "theme without metadata",
        source="Exif 2.32, XMP and IPTC as cameras write them; asserted on the bytes of each build",
        told_as=("picture-metadata",),
        waivable=False,
    ),
    Rule(
        id="I-04",
        severity=Severity.WARN,
        title="Pictures before and after say what they can promise",
        why="readers take them for a promise, and state boards for misleading advertising",
        fix='say which procedure it was, that "results may vary", and that the pictures "were not '
        'altered"',
        source="Cal. Bus. & Prof. Code 651; other states differ",
        check=check_before_after,
    ),
    Rule(
        id="I-05",
        severity=Severity.BLOCK,
        title="Every picture has words for those who cannot see it",
        why="a screen reader says the name of the file, or nothing",
        fix="say what can be seen, as to somebody on the telephone, in at most 150 characters",
        source="WCAG 2.2, 1.1.1; at most 150 characters: our own judgement",
        check=check_alts,
        applies=(Post, Page),
        told_as=("missing-image-alt",),
    ),
    Rule(
        id="I-06",
        severity=Severity.NOTE,
        title="A skin condition is shown and told for more than one skin tone",
        why="redness looks brown, purple or gray on dark skin, and people wait because their skin "
        "does not look like the text",
        fix="say how it looks on light, brown and black skin",
        source="NHS digital service manual, images and inclusive language",
        check=check_skin,
        applies=HEALTH,
    ),
)
