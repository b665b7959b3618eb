"""The rules for claims: of ourselves and of products (K), and of research (C-05, C-07)."""

from __future__ import annotations

from plugins.editorial_review.claims.brands import bare_brands
from plugins.editorial_review.claims.claims_of_body import uncited_claims
from plugins.editorial_review.claims.credentials import boards_unnamed
from plugins.editorial_review.claims.doses import uncited_doses
from plugins.editorial_review.claims.people_shown import bare_testimonials, unlabelled_models
from plugins.editorial_review.claims.self_claims import claims_of_us, compared_or_priced
from plugins.editorial_review.claims.treatments import one_sided
from plugins.editorial_review.rule import HEALTH, Rule
from plugins.practice.posts import Document, Page, Post
from plugins.practice.problems import Severity

_BOARDS = "Texas 22 TAC 164.3 (from 9 January 2025); California Business and Professions Code 651"

RULES: tuple[Rule, ...] = (
    Rule(
        id="C-05",
        severity=Severity.WARN,
        title="What leans on research names the research, in the same paragraph",
        why="“Studies show” and a percentage are taken on trust; readers must be able to look.",
        fix="Add the source behind it: [@key] of sources.toml; or leave the claim out.",
        source="JAMA benchmarks (Silberg 1997), attribution, as general knowledge; the words "
        "stand in 14 % of 1,933 NIH answers, which cite nothing, measured",
        check=uncited_claims,
        applies=HEALTH,
    ),
    Rule(
        id="C-07",
        severity=Severity.BLOCK,
        title="A dose has its source in the same paragraph, and two clinicians have approved it",
        why="A wrong dose harms, and nobody sees it in a text that reads well.",
        fix="Add the source of the dose in its paragraph: [@key]; or point to the label instead.",
        source="Our own judgement; fires on 0.4 % of 2,263 NIH answers, measured",
        check=uncited_doses,
        applies=HEALTH,
    ),
    Rule(
        id="K-01",
        severity=Severity.BLOCK,
        title="We promise no cure and praise nobody as the best",
        why="Medical boards treat promises and superlatives about yourselves as misleading "
        "advertising.",
        fix="Say what you do and what is known about it: “We treat …; it helps about 7 in 10.”",
        source=_BOARDS + "; blocks none of 2,263 NIH answers and none of 280 clean texts in the "
        "voice of a practice, measured",
        check=claims_of_us,
        applies=Document,
    ),
    Rule(
        id="K-02",
        severity=Severity.BLOCK,
        title="“Board certified” names the board, and nobody is “board eligible”",
        why="Boards bar the one wording, and ask for the board's name with the other.",
        fix="Name the board: “certified by the American Board of Family Medicine”, here and in the "
        "person's file.",
        source=_BOARDS,
        check=boards_unnamed,
        applies=Document,
    ),
    Rule(
        id="K-03",
        severity=Severity.BLOCK,
        title="A patient's praise has a consent, and says that results vary and who was paid",
        why="Such stories are what gets fined: for privacy, and as undisclosed advertising.",
        fix="Record the consent and name it under `consent`; add “Results vary” and “She was not "
        "paid for her words”; or leave the praise out.",
        source="45 CFR 164.508; FTC rule on reviews, 16 CFR 465; " + _BOARDS,
        check=bare_testimonials,
        applies=(Post, Page),
    ),
    Rule(
        id="K-04",
        severity=Severity.WARN,
        title="A brand stands beside its generic name, without a dose",
        why="A brand alone reads as advertising, and the same medicine is often taken twice.",
        fix="Write the generic name first and the brand in brackets.",
        source="Our own judgement; the list of brands is general knowledge",
        check=bare_brands,
        applies=(Post, Page),
    ),
    Rule(
        id="K-05",
        severity=Severity.BLOCK,
        title="A model in a picture is called a model wherever readers may see a patient",
        why="A stock photo beside a treatment passes for one of your patients, and boards ask for "
        "the label.",
        fix="Write “(model)” or “stock photo” into the alt text; a real person needs a `consent`.",
        source="California Business and Professions Code 651(b)(3)(B); Texas 22 TAC 164.3(b)(4)",
        check=unlabelled_models,
        applies=(Post, Page),
    ),
    Rule(
        id="K-06",
        severity=Severity.WARN,
        title="No comparison with other practices, no bait of prices",
        why="A comparison must be provable, and waiving a copay can break the law.",
        fix="Leave it out, or have counsel read it.",
        source=_BOARDS + "; on copays the federal Anti-Kickback Statute, as general knowledge",
        check=compared_or_priced,
        applies=Document,
    ),
    Rule(
        id="K-07",
        severity=Severity.WARN,
        title="A text about a treatment tells its risks and the other choices",
        why="Who hears of the benefit alone cannot choose.",
        fix="Add a paragraph on risks and one on other choices, doing nothing among them.",
        source="Informed choice, as general knowledge; our own judgement of the words",
        check=one_sided,
        applies=HEALTH,
    ),
)
