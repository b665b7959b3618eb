"""The works that the fake registries know.

Real ones (`RECORDED`) have only what recorded answers of the real services say of them. Everything
else is invented, and looks it: prefixes 10.5555 and 10.99999, PMIDs above 90 million.
"""

from __future__ import annotations

from dataclasses import dataclass, field

RW = "retraction-watch"
PUBLISHER = "publisher"


@dataclass(frozen=True, kw_only=True)
class FakeUpdate:
    """An entry of Crossref's `updated-by` or `update-to`."""

    doi: str
    type: str
    source: str = PUBLISHER
    day: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FakeWork:
    """A work, and which registries know what of it."""

    key: str
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    title: str = ""
    subtitle: str = ""
    original_title: str = ""
    authors: tuple[tuple[str, str], ...] = (("Example", "Ada B."), ("Sample", "Carl"))
    """Family and given names; without a given name it is an organisation."""
    date: tuple[int, ...] = (2021, 3, 9)
    online: tuple[int, ...] = ()
    journal: str = "Journal of Invented Studies"
    journal_short: str = "J Invent Stud"
    volume: str = "12"
    issue: str = "3"
    pages: str = "101-109"
    publisher: str = "Invented Press"
    type: str = "journal-article"
    agency: str = "Crossref"
    alias_of: str = ""
    """The DOI that took the place of this one."""
    updated_by: tuple[FakeUpdate, ...] = ()
    update_to: tuple[FakeUpdate, ...] = ()
    replaced_by: str = ""
    """Crossref's `relation` is-replaced-by, DataCite's IsObsoletedBy."""
    types: tuple[str, ...] = ("Journal Article",)
    """MEDLINE's publication types."""
    medline: tuple[str, ...] = field(default=())
    """Further lines of the MEDLINE record."""


def _updates(*rows: tuple[str, str, str, tuple[int, ...]]) -> tuple[FakeUpdate, ...]:
    return tuple(FakeUpdate(doi=d, type=t, source=s, day=day) for d, t, s, day in rows)


_WAKEFIELD, _WAKEFIELD_NOTICE = "10.1016/s0140-6736(97)11096-0", "10.1016/s0140-6736(10)60175-4"
_SURGISPHERE, _SURGISPHERE_NOTICE = "10.1016/s0140-6736(20)31180-6", "10.1016/s0140-6736(20)31324-6"
_NOBODY: tuple[tuple[str, str], ...] = ()
_BARE = {
    "authors": _NOBODY, "date": (), "journal": "", "journal_short": "", "volume": "", "issue": "",
    "pages": "", "publisher": "",
}  # fmt: skip

RECORDED = (
    FakeWork(
        key="wakefield",
        doi=_WAKEFIELD,
        pmid="9500320",
        title="RETRACTED: Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive "
        "developmental disorder in children",
        authors=(("Wakefield", "AJ"),),
        date=(1998, 2),
        journal="The Lancet",
        journal_short="The Lancet",
        volume="351",
        issue="9103",
        pages="637-641",
        publisher="Elsevier BV",
        updated_by=_updates(
            ("10.1016/s0140-6736(04)15715-2", "correction", RW, (2004, 3, 6)),
            (_WAKEFIELD_NOTICE, "retraction", RW, (2010, 2, 6)),
        ),
        types=("Journal Article", "Retracted Publication"),
        medline=(
            "RIN - Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4. PMID: ",
            "      20137807",
            "ECI - Eur J Gastroenterol Hepatol. 2011 Nov;23(11):1082. doi: ",
        ),
    ),
    FakeWork(
        key="wakefield-notice",
        doi=_WAKEFIELD_NOTICE,
        pmid="20137807",
        update_to=_updates((_WAKEFIELD, "retraction", RW, (2010, 2, 6))),
        types=("Retraction Notice",),
        medline=("ROF - Lancet. 1998 Feb 28;351(9103):637-41. doi: ",),
        **_BARE,  # type: ignore[arg-type]
    ),
    FakeWork(
        key="surgisphere",
        doi=_SURGISPHERE,
        updated_by=_updates(
            (_SURGISPHERE_NOTICE, "retraction", RW, ()),
            (_SURGISPHERE_NOTICE, "correction", RW, ()),
            (_SURGISPHERE_NOTICE, "expression_of_concern", RW, ()),
            (_SURGISPHERE_NOTICE, "retraction", PUBLISHER, ()),
            (_SURGISPHERE_NOTICE, "erratum", PUBLISHER, ()),
        ),
        update_to=_updates(*[(_SURGISPHERE_NOTICE, "retraction", PUBLISHER, ())] * 4),
        **_BARE,  # type: ignore[arg-type]
    ),
    FakeWork(
        key="surgisphere-notice",
        doi=_SURGISPHERE_NOTICE,
        update_to=_updates((_SURGISPHERE, "retraction", RW, ())),
        updated_by=_updates((_SURGISPHERE, "retraction", PUBLISHER, ())),
        **_BARE,  # type: ignore[arg-type]
    ),
    FakeWork(
        key="plos-concern",
        doi="10.1371/journal.pone.0064723",
        pmid="23741377",
        updated_by=_updates(
            ("10.1371/journal.pone.0256488", "expression_of_concern", RW, (2021, 10, 28)),
            ("10.1371/journal.pone.0256488", "expression_of_concern", PUBLISHER, (2021, 10, 28)),
        ),
        medline=(
            "ECI - PLoS One. 2021 Oct 28;16(10):e0256488. doi: 10.1371/journal.pone.0256488.",
        ),
        **_BARE,  # type: ignore[arg-type]
    ),
)

SICI = "10.5555/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-INV968>3.0.CO;2-2#x?y"

INVENTED = (
    FakeWork(
        key="fine",
        doi="10.5555/fine",
        pmid="90000001",
        pmcid="PMC9000001",
        title="An invented study of fever in children",
    ),
    FakeWork(
        key="fine-without-pmid",
        doi="10.5555/fine-without-pmid",
        title="An invented study that PubMed does not have",
    ),
    FakeWork(
        key="concern",
        doi="10.5555/concern",
        pmid="90000002",
        title="An invented study with a doubt about its figures",
        medline=("ECI - J Invent Stud. 2022 May 4;13(5):1. doi: 10.5555/concern-notice.",),
    ),
    FakeWork(
        key="corrected",
        doi="10.5555/corrected",
        title="An invented study with a wrong table",
        updated_by=_updates(("10.5555/corrected-notice", "erratum", PUBLISHER, (2021, 8, 2))),
    ),
    FakeWork(
        key="replaced",
        doi="10.5555/replaced",
        title="An invented study, retracted and replaced under its own DOI",
        updated_by=_updates(("10.5555/replaced", "retraction", PUBLISHER, (2022, 1, 11))),
    ),
    FakeWork(
        key="deposited-twice",
        doi="10.5555/deposited-twice",
        title="An invented study whose publisher deposited its retraction on both records",
        updated_by=_updates(("10.5555/twice-notice", "retraction", PUBLISHER, (2020, 6, 5))),
        update_to=_updates(("10.5555/twice-notice", "retraction", PUBLISHER, (2020, 6, 5))),
    ),
    FakeWork(
        key="publishers-notice",
        doi="10.5555/publishers-notice",
        title="Retracted: An invented study, the notice under the title of the paper",
        update_to=_updates(("10.5555/publishers-paper", "retraction", PUBLISHER, (2020, 6, 5))),
    ),
    FakeWork(
        key="reinstated",
        doi="10.5555/reinstated",
        title="An invented study, retracted by mistake and reinstated",
        updated_by=_updates(("10.5555/reinstated-notice", "retraction", RW, (2019, 3, 1))),
    ),
    FakeWork(key="sici", doi=SICI, title="An invented study with an old DOI", date=(1998, 8, 15)),
    FakeWork(key="old-name", doi="10.5555/old-name", alias_of="10.5555/new-name"),
    FakeWork(key="new-name", doi="10.5555/new-name", title="An invented study that was renamed"),
    FakeWork(
        key="data-set",
        doi="10.99999/data-set",
        agency="DataCite",
        type="Dataset",
        title="An invented data set of blood pressures",
        journal="",
        publisher="Invented Repository",
    ),
    FakeWork(
        key="data-set-old",
        doi="10.99999/data-set-old",
        agency="DataCite",
        type="Dataset",
        title="An invented data set, first version",
        journal="",
        replaced_by="10.99999/data-set",
    ),
    FakeWork(key="medra", doi="10.99999/medra", agency="mEDRA"),
    FakeWork(
        key="other-work",
        doi="10.5555/other-work",
        pmid="90000003",
        title="An invented survey of railway timetables in mountain valleys",
        authors=(("Stranger", "Zoe"), ("Unknown", "Yann Q.")),
    ),
    FakeWork(
        key="mismatch",
        doi="10.5555/mismatch",
        title="An invented study of sleep and screens",
        date=(2016, 5),
        volume="7",
    ),
    FakeWork(
        key="version-1",
        doi="10.5555/version-1",
        title="An invented guideline, first edition",
        updated_by=_updates(("10.5555/version-2", "new_version", PUBLISHER, (2025, 2, 3))),
    ),
    FakeWork(
        key="version-2", doi="10.5555/version-2", title="An invented guideline, second edition"
    ),
    FakeWork(
        key="medline-only",
        doi="10.5555/medline-only",
        pmid="90000010",
        title="An invented study whose retraction only MEDLINE tells",
        types=("Journal Article", "Retracted Publication"),
        medline=(
            "RIN - J Invent Stud. 2022 Jun 7;13(6):77. doi: 10.5555/medline-notice. PMID: ",
            "      90000099",
        ),
    ),
    FakeWork(
        key="crossref-only",
        doi="10.5555/crossref-only",
        pmid="90000011",
        title="An invented study whose retraction only Crossref tells",
        updated_by=_updates(("10.5555/crossref-notice", "retraction", PUBLISHER, (2023, 4, 5))),
    ),
    FakeWork(
        key="watch-only",
        doi="10.5555/watch-only",
        pmid="90000012",
        title="An invented study whose retraction only Retraction Watch tells",
    ),
    FakeWork(
        key="unknown-update",
        doi="10.5555/unknown-update",
        title="An invented study to which something new was done",
        updated_by=_updates(("10.5555/disowned", "disownment", PUBLISHER, (2026, 1, 9))),
    ),
    FakeWork(
        key="partial",
        doi="10.5555/partial",
        title="An invented study of which a part was retracted",
        updated_by=_updates(("10.5555/partly", "partial_retraction", PUBLISHER, (2024, 9, 9))),
    ),
    FakeWork(
        key="title-only",
        doi="10.5555/title-only",
        title="RETRACTED ARTICLE: An invented study marked in its title alone",
    ),
    FakeWork(
        key="by-pmcid",
        pmid="90000030",
        pmcid="PMC9000030",
        title="An invented study known by its PMCID",
        types=("Journal Article", "Retracted Publication"),
    ),
    FakeWork(
        key="pmc-only",
        doi="10.5555/pmc-only",
        pmcid="PMC9000031",
        title="An invented study that is in PMC and not in PubMed",
    ),
    FakeWork(
        key="organisation",
        doi="10.5555/organisation",
        pmid="90000040",
        title="An invented statement of a task force",
        authors=(("Invented Preventive Services Task Force", ""), ("Example", "Ada B.")),
    ),
    FakeWork(
        key="odd-title",
        doi="10.5555/odd-title",
        title="An invented study of CO<sub>2</sub> &amp; <i>E. coli</i> at the cafÃ©",
    ),
    FakeWork(
        key="translated",
        doi="10.5555/translated",
        pmid="90000041",
        title="[An invented study of cough in children].",
        original_title="Un estudio inventado de la tos en niños",
    ),
)

WORKS = (*RECORDED, *INVENTED)

RETRACTION_WATCH_ROWS = (
    # Nature, day, DOI and PMID of the notice, DOI and PMID of the paper.
    ("Retraction", "2/6/2010 0:00", _WAKEFIELD_NOTICE, "20137807", _WAKEFIELD, "9500320"),
    ("Correction", "3/6/2004 0:00", "10.1016/s0140-6736(04)15715-2", "0", _WAKEFIELD, "9500320"),
    ("Retraction", "3/1/2019 0:00", "10.5555/reinstated-notice", "0", "10.5555/reinstated", "0"),
    ("Reinstatement", "6/1/2020 0:00", "10.5555/reinstating", "0", "10.5555/reinstated", "0"),
    ("Retraction", "5/6/2023 0:00", "unavailable", "0", "10.5555/Watch-Only", "90000012"),
    ("Retraction", "7/8/2020 0:00", "Unavailable", "0", "unavailable", "90000050"),
    ("Expression of concern", "1/2/2021 0:00", "10.5555/b", "0", "10.5555/strongest", "0"),
    ("Retraction", "1/2/2019 0:00", "10.5555/a", "0", "10.5555/strongest", "0"),
    ("Correction", "1/2/2024 0:00", "10.5555/c", "0", "10.5555/strongest", "0"),
)
