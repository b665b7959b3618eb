"""P-01: numbers that belong to one person, as HIPAA's list of identifiers has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.privacy.reading import Read, read
from plugins.editorial_review.privacy.told import found, masked
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]{0,8}\.?"
DATE = (
    r"(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d\d|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    rf"|\d{{1,2}} (?:de )?{_MONTH} (?:de )?(?:19|20)\d\d)"
)
_SURE_LABEL = (
    r"mrn|m\.r\.n\.?|medical record|acct|rx|ssn|mbi|social security|seguro social|accession|"
    r"expediente|historia clínica|patient id|member id|subscriber id|medicare id|medicaid id"
)
_LABEL = (
    r"chart|patient|pt|account|member|policy|group|claim|prescription|subscriber|medicare|medicaid|"
    r"beneficiary|serial|device|case|encounter|visit|invoice|insurance|passport|licen[sc]e|specimen|"
    r"sample|order|referral|authorization|auth|confirmation|ticket|id|record|file|pacemaker|implant|"
    r"hearing aid|pump|póliza|poliza|cuenta|receta"
)
_MARK = (
    r"(?:[ :(-]{0,3}(?:#|no\.?(?![a-z])|nbr\.?|num\.?|number|id|serial|s/n|número|n[úu]m\.?|nº|:))"
    r"{1,3}"
)
_GAP = r"[ :#=.(-]{0,3}(?:is |was |ending in )?"
_NO_PHONE = r"(?!1?-?\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d)|\d{1,2}-\d{1,2}-(?:\d\d){1,2}(?!\d))"
_FOUR = r"(?=(?:[a-z-]{0,4}\d){4})"
_VALUE = r"[a-z]{0,4}-?\d[a-z0-9-]{2,22}"
_LONG = r"(?=(?:[a-z-]{0,4}\d){6})"

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a Social Security number", re.compile(r"(?<![\w.-])(\d{3}[- ]\d\d[- ]\d{4})(?![\w-])")),
    (
        "a date of birth",
        re.compile(
            r"(?<![a-z])(?:d\.?o\.?b\.?|dates? of birth|birth ?date|born(?: on)?|"
            rf"fecha de nacimiento|nacid[oa] el)(?: is| was)?[ :#=(-]{{0,4}}({DATE})"
        ),
    ),
    (
        "a full date of long ago, as of a birth",
        re.compile(r"(?<![\w/.-])((?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/19\d\d)(?![\w/-])"),
    ),
    (
        "a date of birth",
        re.compile(r"(?<![\w^])[a-z]{2,20}\^[a-z]{2,20}[ ^]{1,3}(\d{8})(?!\d)"),
    ),
    (
        "a number of a person's record",
        re.compile(
            rf"(?<![a-z0-9])(?:{_SURE_LABEL})(?![a-z0-9])(?:{_MARK})?{_GAP}"
            rf"((?=(?:[a-z-]{{0,4}}\d){{3}}){_NO_PHONE}{_VALUE})(?![a-z0-9])"
        ),
    ),
    (
        "a number of a person's record",
        re.compile(
            rf"(?<![a-z0-9])(?:{_LABEL})(?![a-z0-9]){_MARK}{_GAP}"
            rf"({_FOUR}{_NO_PHONE}{_VALUE})(?![a-z0-9])"
        ),
    ),
    (
        "a number of a person's record",
        re.compile(
            rf"(?<![a-z0-9])(?:{_LABEL})(?: number| no\.?)? ({_LONG}{_NO_PHONE}{_VALUE})"
            r"(?![a-z0-9])"
        ),
    ),
    (
        "how somebody logs in",
        re.compile(
            r"(?<![a-z])(?:user ?name|login|password|passcode)(?: is|:|=)?[ :=]{1,2}"
            r"((?=\S{0,30}[\d_@!])[^\s,;]{4,40})"
        ),
    ),
    (
        "a Medicare number",
        re.compile(r"(?<![\w-])([1-9][a-z][a-z0-9]\d-?[a-z][a-z0-9]\d-?[a-z]{2}\d\d)(?![\w-])"),
    ),
    (
        "a licence plate",
        re.compile(
            r"(?<![a-z])(?:licen[sc]e plates?|plates?|placas?)[ :#]{1,3}(?:number |no\.? |is )?"
            r"((?=[a-z0-9 -]{0,7}\d)[a-z0-9]{1,4}[ -]?[a-z0-9]{2,5})(?![a-z0-9])"
        ),
    ),
    (
        "a vehicle number",
        re.compile(
            r"(?<![\w-])((?=[a-z0-9]{0,16}\d)(?=\d{0,16}[a-z])[a-hj-npr-z0-9]{11}\d{6})(?![\w-])"
        ),
    ),
    (
        "an internet address of a device",
        re.compile(
            r"(?<![\w.])(?<!version )(?<!v)((?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}"
            r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d))(?![\w.]\d|\w)"
        ),
    ),
    (
        "a link into somebody's portal",
        re.compile(
            r"https?://[^\s<>\"]{0,200}?[?&/](?:patient|pid|pat_?id|mrn|dob|member|user_?id|"
            r"token|csn|visit_?id|ssn|lastname|first_?name)=([^\s&<>\"]{2,80})"
        ),
    ),
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?")


def check(subject: Subject) -> Iterator[Found]:
    """Every such number, hidden but for its last two characters."""
    for piece in read(subject):
        yield from _in(piece)


def _in(piece: Read) -> Iterator[Found]:
    for kind, label, (start, end) in values_in(piece):
        value = masked(piece.piece.text[start:end])
        shown = f"{label} {value}" if 0 < len(label) < 16 else value
        yield found(piece.piece, start, f"{kind}: {shown}")


def values_in(piece: Read) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Every such number: what it is, the word before it, and where it stands in the piece."""
    text, told = piece.marked, set[tuple[int, int]]()
    text = piece.piece.text.lower() if len(piece.piece.text.lower()) == len(text) else text
    for kind, pattern in _KINDS:
        for hit in pattern.finditer(text):
            span, value = hit.span(1), hit[1]
            if _YEAR.fullmatch(value) or any(a < span[1] and span[0] < b for a, b in told):
                continue
            told.add(span)
            yield kind, text[hit.start() : hit.start(1)].strip(" :#=(-").upper(), span
