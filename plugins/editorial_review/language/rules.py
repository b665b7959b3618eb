"""The rows of the rules for language: reading ease (R), shape, spelling and slips (S)."""

from __future__ import annotations

from plugins.editorial_review.language.link_rules import link_words, pdf_links
from plugins.editorial_review.language.reading_rules import (
    long_sentences,
    too_hard,
    too_hard_in_spanish,
)
from plugins.editorial_review.language.same_figures import other_figures
from plugins.editorial_review.language.sentence_rules import long_paragraphs, no_you, passive
from plugins.editorial_review.language.slips import doubled_words, missing_stops, wrong_articles
from plugins.editorial_review.language.spelling import misspelt
from plugins.editorial_review.language.structure_rules import (
    chunks,
    headings,
    next_step,
    short_lists,
)
from plugins.editorial_review.language.word_rules import (
    acronyms,
    jargon,
    labels,
    unexplained_terms,
)
from plugins.editorial_review.rule import HEALTH, Rule
from plugins.practice.posts import Article, Event, Link, Page, Post, Question
from plugins.practice.problems import Severity

_NHS = "NHS digital service manual, how we write (read November 2026)"
_READ = (Article, Question, Link, Event)
"""Kinds that are read as texts; a notice is a few lines."""

READING: tuple[Rule, ...] = (
    Rule(
        id="R-01",
        severity=Severity.WARN,
        title="The text can be read by a grown-up with eight years of school",
        why="A text that is harder than it must be is read least by those who need it most.",
        fix="Shorten the sentences that are named; a word that the post is about is not counted "
        "against it. Where a short word would be wrong, keep the right one.",
        source="AMA and NIH advice for patient texts (sixth to eighth grade), general knowledge; "
        "formulas: Flesch-Kincaid (1975) and SMOG (1969)",
        check=too_hard,
        applies=(Article, Question, Link, Event),
    ),
    Rule(
        id="R-02",
        severity=Severity.WARN,
        title="Few sentences have more than 20 words",
        why="Who reads slowly has lost the beginning of a long sentence before its end.",
        fix="Cut it where an “and”, “which” or “because” joins two thoughts.",
        source=f"{_NHS}: at most 20 words; measured: over 25 words are 8 % of the sentences of NIH "
        "pages for patients (median)",
        check=long_sentences,
    ),
    Rule(
        id="R-03",
        severity=Severity.NOTE,
        title="Paragraphs have about three sentences",
        why="On a telephone, a long paragraph is a grey wall that nobody enters.",
        fix="Begin a new paragraph where a new thought begins, or make it a list.",
        source=f"{_NHS}: at most 3 sentences",
        check=long_paragraphs,
        applies=(Post, Page),
    ),
    Rule(
        id="R-04",
        severity=Severity.NOTE,
        title="Most sentences say who does what",
        why="“A test will be done” leaves the reader to guess who does it, and what to do.",
        fix="Name who acts: “We do a test”, “Take the tablet”.",
        source=f"{_NHS}: the active voice; measured: 7 % of the sentences of NIH pages are in the "
        "passive (median)",
        check=passive,
        applies=_READ,
    ),
    Rule(
        id="R-05",
        severity=Severity.WARN,
        title="A short form is told in full where it stands first",
        why="Who does not know the letters cannot even look them up.",
        fix="Write it out and put the letters in brackets: “body mass index (BMI)”; or leave the "
        "letters away.",
        source=f"{_NHS}: abbreviations and acronyms",
        check=acronyms,
    ),
    Rule(
        id="R-06",
        severity=Severity.NOTE,
        title="Everyday words stand where there are some",
        why="A word that needs a dictionary stops a reader who has none.",
        fix="Take the plain word; where patients will hear the other one too, put it in brackets: "
        "“high blood pressure (hypertension)”.",
        source="plainlanguage.gov, “Use simple words and phrases” (GSA, CC0); a list of our own",
        check=jargon,
    ),
    Rule(
        id="R-07",
        severity=Severity.WARN,
        title="A medical term is explained where it stands first",
        why="A reader who does not know the word skips the advice that hangs on it.",
        fix="Say in a few words what it is: “a statin, a medicine that lowers cholesterol”; or "
        "link to a page that does.",
        source=f"{_NHS}: plain word first, then the medical term; the list of terms is our own",
        check=unexplained_terms,
        applies=(Article, Question, Link),
    ),
    Rule(
        id="R-08",
        severity=Severity.WARN,
        title="People come before their illness",
        why="Who is called “a diabetic” or “a victim” feels judged, and may stay away.",
        fix="Write “people with diabetes”, “has”, “uses a wheelchair”.",
        source="NHS digital service manual, inclusive language; CDC, preferred terms; general "
        "knowledge",
        check=labels,
        applies=(Post, Page),
    ),
    Rule(
        id="R-09",
        severity=Severity.NOTE,
        title="The text speaks to the reader",
        why="“Patients should” is about others; “you” is read as meant.",
        fix="Say “you” where you mean the reader.",
        source="measured: 82 % of NIH answers for patients do; AHRQ PEMAT, addresses the reader",
        check=no_you,
        applies=(Article, Question),
    ),
    Rule(
        id="R-10",
        severity=Severity.WARN,
        title="A Spanish text is as easy as a newspaper, or easier",
        why="A translation is often harder than its original: Spanish sentences grow longer.",
        fix="Shorten the sentences that are named. English formulas do not hold for Spanish.",
        source="INFLESZ scale: Barrio-Cantalejo and others, An Sist Sanit Navar 2008;31:135-152",
        check=too_hard_in_spanish,
        applies=(Article, Question, Link, Event),
    ),
)

SHAPE: tuple[Rule, ...] = (
    Rule(
        id="S-01",
        severity=Severity.WARN,
        title="The title is short, and no level of heading is skipped",
        why="Search results cut long titles, and screen readers find their way by the levels.",
        fix="Begin with ##, and put ### only below a ##. Other levels are told as markup.",
        source=f"{_NHS}: titles of at most 65 characters, no skipped levels; WCAG 2.2, 1.3.1",
        check=headings,
        applies=(Post, Page),
    ),
    Rule(
        id="S-02",
        severity=Severity.WARN,
        title="A heading stands at least every 300 words",
        why="Readers look for their own question, and leave where they cannot find it.",
        fix="Divide the part by a heading that says what comes, like a question of the reader's.",
        source="AHRQ PEMAT, chunks and headers; the number is our own",
        check=chunks,
        applies=(Post, Page),
    ),
    Rule(
        id="S-03",
        severity=Severity.WARN,
        title="The words of a link say where it leads",
        why="Screen readers list links without what stands around them: “here”, “here”, “here”.",
        fix="Make the name of what is there the link: [how to check your blood pressure](...).",
        source="WCAG 2.2, 2.4.4 (link purpose)",
        check=link_words,
        applies=(Post, Page),
    ),
    Rule(
        id="S-04",
        severity=Severity.WARN,
        title="A link to a PDF says so, and how large it is",
        why="A PDF opens badly on a telephone, and may cost the reader's data.",
        fix="Write [the form (PDF, 120 kB)](...), and put what it says on a page, too.",
        source=f"{_NHS}: PDFs and other non-HTML documents",
        check=pdf_links,
        applies=(Post, Page),
    ),
    Rule(
        id="S-05",
        severity=Severity.WARN,
        title="Every word is spelled rightly",
        why="A misspelt word makes readers doubt the facts beside it.",
        fix="Correct it. If it is right, add it to content/words.txt, one word a line.",
        source="word lists of SCOWL, of MedQuAD and our own; docs/plain-language.md says more",
        check=misspelt,
        applies=(Post, Page),
    ),
    Rule(
        id="S-07",
        severity=Severity.WARN,
        title="An article ends with what to do next, and how to reach you",
        why="Who has read to the end wants to act, and should not have to look for how.",
        fix="End with a part “What to do next”: an action, and your phone number.",
        source="AHRQ PEMAT, actionability",
        check=next_step,
        applies=Article,
    ),
    Rule(
        id="S-08",
        severity=Severity.WARN,
        title="A list of dos or don'ts has at least two items",
        why="A list of one is a sentence in a box, and looks as if something were missing.",
        fix="Add another item, or write it as a sentence.",
        source="NHS digital service manual, do and don't lists",
        check=short_lists,
        applies=(Post, Page),
    ),
    Rule(
        id="S-09",
        severity=Severity.WARN,
        title="Title, summary and key points say the same numbers as the text",
        why="Many people read only the summary; a number there must be the right one.",
        fix="Write the number as the text has it; if the text is wrong, mend it there too.",
        source="our own judgement; texts for networks are compared under O-01",
        check=other_figures,
        applies=HEALTH,
    ),
)

SLIPS: tuple[Rule, ...] = (
    Rule(
        id="S-10",
        severity=Severity.WARN,
        title="No word stands twice in a row",
        why="It is the slip that eyes pass over and readers aloud stumble at.",
        fix="Delete one of the two.",
        source="our own judgement",
        check=doubled_words,
        applies=(Post, Page),
    ),
    Rule(
        id="S-11",
        severity=Severity.WARN,
        title="“An” stands before a vowel sound, “a” before the others",
        why="A small mistake makes a careful text look careless.",
        fix="Say it aloud: “an hour”, “a unit”, “an MRI”.",
        source="English grammar, general knowledge",
        check=wrong_articles,
        applies=(Post, Page),
    ),
    Rule(
        id="S-12",
        severity=Severity.NOTE,
        title="Sentences end with a full stop",
        why="Without it a text looks cut off, and screen readers run on into what follows.",
        fix="Put the full stop, or a colon where a list follows.",
        source="our own judgement",
        check=missing_stops,
        applies=(Post, Page),
    ),
)

RULES: tuple[Rule, ...] = (*READING, *SHAPE, *SLIPS)
