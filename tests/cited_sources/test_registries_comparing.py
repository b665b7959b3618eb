"""Is it the work that we mean? Found when it is not, silent when only the writing differs."""

from __future__ import annotations

import html
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.observation import Seen
from plugins.cited_sources.registries.comparing import compare, compare_all
from plugins.cited_sources.registries.journals import is_same_journal
from plugins.cited_sources.registries.numbers import is_same_number, is_same_pages, is_same_year
from plugins.cited_sources.registries.people import Authors, compare_authors
from plugins.cited_sources.registries.record import Record, RegistryAnswer, Reply
from plugins.cited_sources.registries.titles import is_same_title
from plugins.practice.source_checks import Verdict
from plugins.practice.sources import Source
from tests.cited_sources.registry_samples import source

# Titles

ONE_WORK = [
    ("Fever in children", "FEVER IN CHILDREN."),
    ("Fever in children", "RETRACTED: Fever in children"),
    ("Fever in children", "[Retracted] Fever in Children"),
    ("Fever in children: when to call", "Fever in children"),
    ("Asthma", "Asthma: a guide for families"),
    ("Sleep & screens", "Sleep and Screens"),
    ("CO2 retention in E. coli", "CO<sub>2</sub> retention in <i>E. coli</i>"),
    ("CO2 retention", "CO₂ retention"),
    ("β-Blockers after infarction", "Beta-blockers after infarction"),
    ("TNF-α inhibitors in practice", "TNFalpha inhibitors in practice"),
    ("Meta‐analysis of falls", "Meta-analysis of falls"),
    ("Meta-analysis of falls in old age", "Metaanalysis of falls in old age"),
    ("Sleep at the café", "Sleep at the cafe"),
    ("Sølvhøj’s study of naps", "Solvhoj's study of naps"),
    ("Paediatric anaemia in hospital wards", "Pediatric anemia in hospital wards"),
    ("Influenza 2025–26 season: recommendations", "Influenza 2025-2026 season: recommendations"),
    ("Statins in adults, part II", "Statins in adults, part 2"),
    ("Health of the United States, a report", "Health of the U.S., a report"),
    ("Aspirin vs placebo in stroke", "Aspirin versus placebo in stroke"),
    (
        "Interventions to prevent fals in older adults",
        "Interventions to Prevent Falls in Older Adults",
    ),
    ("Low back pain &amp; exercise", "Low back pain & exercise"),
    ("Ileal‐lymphoid nodular hyperplasia, colitis", "Ileal-lymphoid-nodular hyperplasia, colitis"),
    ("Self-care for a cold — what helps", "Self care for a cold: what helps"),
    ("Fiebre en niños", "Fiebre en ninos"),
]
USPSTF = "US Preventive Services Task Force Recommendation Statement"
OTHER_WORKS = [
    (f"Screening for Colorectal Cancer: {USPSTF}", f"Screening for Lung Cancer: {USPSTF}"),
    (
        f"Screening for Depression in Adults: {USPSTF}",
        f"Screening for Depression in Children: {USPSTF}",
    ),
    (
        f"Screening for Vitamin D Deficiency: {USPSTF}",
        f"Screening for Vitamin B Deficiency: {USPSTF}",
    ),
    (
        f"Screening for Prediabetes and Type 2 Diabetes: {USPSTF}",
        "Screening for Prediabetes and Type 2 Diabetes: Updated Evidence Report and Systematic "
        "Review for the US Preventive Services Task Force",
    ),
    ("Management of type 1 diabetes in adults", "Management of type 2 diabetes in adults"),
    ("Prevention of influenza, 2024-25 season", "Prevention of influenza, 2025-26 season"),
    ("Statins in adults, part I of III", "Statins in adults, part II of III"),
    ("Hypertension in pregnancy and its care", "Hypotension in pregnancy and its care"),
    ("Hyperglycemia in hospital: a review", "Hypoglycemia in hospital: a review"),
    ("Fever in children", "Erratum: Fever in children"),
    ("Fever in children", "Retraction: Fever in children"),
    ("Fever in children", "Fever in children: authors' reply"),
    ("Treating asthma early in life", "Treating asthma early in life: study protocol for a trial"),
    ("Fever in children", "An invented survey of railway timetables"),
    ("Asthma", "Anaemia"),
    ("Exercise for low back pain", "Exercise for chronic neck pain"),
    ("Oral antibiotics for acute otitis", "Topical antibiotics for acute otitis"),
]


@pytest.mark.parametrize(("ours", "theirs"), ONE_WORK)
def test_another_way_of_writing_is_the_same_title(ours: str, theirs: str) -> None:
    assert is_same_title(ours, theirs)
    assert is_same_title(theirs, ours)


@pytest.mark.parametrize(("ours", "theirs"), OTHER_WORKS)
def test_a_title_that_is_nearly_the_same_is_another(ours: str, theirs: str) -> None:
    assert not is_same_title(ours, theirs)
    assert not is_same_title(theirs, ours)


def test_an_empty_title_is_no_title() -> None:
    assert not is_same_title("", "Fever")
    assert not is_same_title("...", "...")


# Authors


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (["Wakefield AJ"], ["AJ Wakefield"]),
        (["Wakefield AJ"], ["Andrew Wakefield"]),
        (["Wakefield AJ"], ["Wakefield, Andrew J."]),
        (["Wakefield A.J."], ["Wakefield AJ"]),
        (["Jane Q Doe"], ["Doe JQ"]),
        (["J. Quincy Doe"], ["Doe JQ"]),
        (["DOE J"], ["Doe J"]),
        (["van Oosterhout REM"], ["van Oosterhout REM", "de Boer AR"]),
        (["van Oosterhout REM"], ["Oosterhout RV"]),
        (["Sølvhøj IN"], ["Solvhoj IN"]),
        (["Müller K"], ["Mueller K"]),
        (["Turkson-Ocran RA"], ["Turkson-Ocran RAN"]),
        (["García López M"], ["García M"]),
        (["O'Brien P"], ["O’Brien P"]),
        (["Smith JA Jr", "et al"], ["Smith JA", "Doe B", "Roe C"]),
        (["Second B", "First A"], ["First A", "Second B"]),
        (["US Preventive Services Task Force"], ["US Preventive Services Task Force", "Krist AH"]),
        (["U.S. Preventive Services Task Force"], ["US Preventive Services Task Force"]),
        (["World Health Organization"], ["WHO"]),
        (["CDC"], ["Centers for Disease Control and Prevention"]),
        (["Committee on Infectious Diseases"], ["COMMITTEE ON INFECTIOUS DISEASES", "Doe B"]),
    ],
)
def test_the_same_people_are_known_however_they_are_written(
    ours: list[str], theirs: list[str]
) -> None:
    assert compare_authors(ours, theirs) is Authors.SAME
    assert compare_authors(theirs, ours) is Authors.SAME


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (["Example AB", "Sample C"], ["Stranger Z", "Unknown YQ"]),
        (["Wang Y", "Li H"], ["Zhang Q", "Wang J"]),
        (["Wang Y", "Li H", "Chen X", "Liu P"], ["Smith A", "Zhao B", "Li H", "Kim S", "Park D"]),
        (["de Boer AR"], ["de Vries AR"]),
        (["American Heart Association"], ["European Society of Invented Cardiology"]),
    ],
)
def test_other_people_are_others_although_some_names_are_frequent(
    ours: list[str], theirs: list[str]
) -> None:
    assert compare_authors(ours, theirs) is Authors.OTHER


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ([], ["Doe J"]),
        (["Doe J"], []),
        (["Invented Task Force"], ["Doe J", "Roe K"]),
        (["Doe J"], ["World Health Organization"]),
        (["et al"], ["Doe J"]),
    ],
)
def test_where_only_one_side_names_people_nothing_is_claimed(
    ours: list[str], theirs: list[str]
) -> None:
    assert compare_authors(ours, theirs) is Authors.UNKNOWN


# Journals and numbers


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("J Clin Sleep Med", "Journal of Clinical Sleep Medicine"),
        ("N Engl J Med", "The New England Journal of Medicine"),
        ("NEJM", "New England Journal of Medicine"),
        ("Lancet", "The Lancet"),
        ("Lancet", "Lancet (London, England)"),
        ("JAMA", "Journal of the American Medical Association"),
        ("BMJ", "BMJ (Clinical research ed.)"),
        ("Clin Med (Lond)", "Clinical Medicine"),
        ("MMWR Morb Mortal Wkly Rep", "MMWR. Morbidity and Mortality Weekly Report"),
        (
            "Proc Natl Acad Sci U S A",
            "Proceedings of the National Academy of Sciences of the United States of America",
        ),
        ("Dtsch Arztebl Int", "Deutsches Ärzteblatt international"),
        ("Diabetes Care", "Diabetes care : official journal"),
        ("CMAJ", "CMAJ: Canadian Medical Association Journal"),
        ("BMC Public Health", "BMC public health"),
        ("Cochrane Database Syst Rev", "Cochrane Database of Systematic Reviews"),
        ("J Am Heart Assoc", "Journal of the American Heart Association"),
        ("PLOS ONE", "PLoS ONE"),
    ],
)
def test_an_abbreviation_is_the_journal(ours: str, theirs: str) -> None:
    assert is_same_journal(ours, theirs)
    assert is_same_journal(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("J Clin Sleep Med", "Journal of Clinical Medicine"),
        ("JAMA", "JAMA Pediatrics"),
        ("Lancet", "The Lancet Oncology"),
        ("Circ Res", "Circulation"),
        ("Am J Hypertens", "American Journal of Hematology"),
        ("Pediatrics", "Paediatrics & Child Health"),
        ("BMJ", "BMJ Open"),
    ],
)
def test_a_journal_of_the_same_house_is_another(ours: str, theirs: str) -> None:
    assert not is_same_journal(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("255-62", "255-262", True),
        ("255–262", "255-262", True),
        ("e014733", "014733", True),
        ("e451-e456", "e451-6", True),
        ("123-130", "123-30; quiz 131-2", True),
        ("637-641", "1-5", True),
        ("iv-x", "101-109", True),
        ("255", "255-262", True),
        ("255-263", "255-262", False),
        ("552-562", "255-262", False),
    ],
)
def test_pages_differ_only_where_they_say_something_else(
    ours: str, theirs: str, same: bool
) -> None:
    assert is_same_pages(ours, theirs) is same


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("12", "12", True), ("12", "Vol. 12", True), ("5", "05", True), ("12", "12 Suppl 1", True),
        ("Suppl", "3", True), ("12", "13", False),
    ],
)  # fmt: skip
def test_volumes_and_issues_go_by_their_number(ours: str, theirs: str, same: bool) -> None:
    assert is_same_number(ours, theirs) is same


def test_a_year_may_be_that_of_print_or_online_or_the_one_beside_it() -> None:
    assert is_same_year("2023", (2024, 2023))
    assert is_same_year("2022", (2021,))
    assert not is_same_year("2019", (2021,))
    assert is_same_year("2019", ())


# Entries and records

FEVER = source(
    title="An invented study of fever in children",
    authors=("Example AB", "Sample C"),
    journal="J Invent Stud",
    year="2021",
    volume="12",
    issue="3",
    pages="101-109",
    doi="10.5555/fever",
    pmid="90000001",
)
RECORD = Record(
    service="Crossref",
    title="An Invented Study of Fever in Children",
    authors=("Example AB", "Sample C"),
    journal="Journal of Invented Studies",
    journal_full="Journal of Invented Studies",
    years=(2021,),
    volume="12",
    issue="3",
    pages="101-9",
    doi="10.5555/fever",
)
STRANGER = replace(
    RECORD, title="An invented survey of railway timetables", authors=("Stranger Z", "Unknown YQ")
)


def told(record: Record, kind: str = "doi") -> RegistryAnswer:
    return RegistryAnswer(
        service=record.service, kind=kind, value="x", reply=Reply.FOUND, record=record
    )


def test_the_work_that_we_mean_has_no_finding() -> None:
    assert compare(FEVER, RECORD) == ()


def test_another_title_and_other_authors_is_another_work() -> None:
    (seen,) = compare(FEVER, STRANGER)
    assert (seen.verdict, seen.about, seen.by) == (Verdict.WRONG_WORK, "doi", ("Crossref",))
    assert seen.what == (
        'DOI 10.5555/fever is "An invented survey of railway timetables" by Stranger Z, Unknown YQ'
    )


def test_another_title_of_the_same_authors_is_a_field_that_differs() -> None:
    (seen,) = compare(FEVER, replace(RECORD, title="An invented study of cough"))
    assert seen.verdict is Verdict.FIELD_MISMATCH
    assert seen.what.startswith("title: we have")
    assert seen.fix == "An invented study of cough"


@pytest.mark.parametrize("nobody", [(), ("Invented Task Force",)])
def test_another_title_alone_is_not_called_another_work(nobody: tuple[str, ...]) -> None:
    """Where the authors cannot be compared, the title differs and no more is claimed."""
    found = compare(replace(FEVER, authors=nobody), STRANGER)
    assert [(seen.verdict, seen.fix) for seen in found] == [
        (Verdict.FIELD_MISMATCH, "An invented survey of railway timetables")
    ]


def test_other_authors_of_the_same_title_are_a_field_that_differs() -> None:
    (seen,) = compare(FEVER, replace(RECORD, authors=("Stranger Z",)))
    assert (seen.verdict, seen.fix) == (Verdict.FIELD_MISMATCH, "Stranger Z")


@pytest.mark.parametrize(
    ("changed", "theirs", "fix"),
    [
        ({"journal": "Lancet"}, {}, "Journal of Invented Studies"),
        ({"year": "2012"}, {}, "2021"),
        ({"volume": "21"}, {}, "12"),
        ({"issue": "4"}, {}, "3"),
        ({"pages": "110-119"}, {}, "101-9"),
        ({"doi": "10.5555/other"}, {"service": "PubMed", "pmid": "90000001"}, "10.5555/fever"),
    ],
)
def test_each_field_that_differs_is_named_with_the_registrys_value(
    changed: dict[str, Any], theirs: dict[str, Any], fix: str
) -> None:
    (seen,) = compare(replace(FEVER, **changed), replace(RECORD, **theirs))
    ((name, ours),) = changed.items()
    service = theirs.get("service", "Crossref")
    assert (seen.verdict, seen.fix) == (Verdict.FIELD_MISMATCH, fix)
    assert seen.what == f'{name}: we have "{ours}", {service} has "{fix}"'


@pytest.mark.parametrize("field", ["title", "journal", "volume", "issue", "pages"])
def test_what_one_side_does_not_say_is_no_difference(field: str) -> None:
    nothing: dict[str, Any] = {field: ""}
    full: dict[str, Any] = {"journal_full": ""} if field == "journal" else {}
    assert compare(FEVER, replace(RECORD, **nothing, **full)) == ()
    assert compare(replace(FEVER, **nothing), RECORD) == () or field == "title"


def test_two_works_of_one_series_are_told_apart_by_their_subtitles() -> None:
    ours = replace(FEVER, title="Screening for Fever: Recommendation Statement")
    evidence = replace(RECORD, title="Screening for Fever: Updated Evidence Report")
    (seen,) = compare(ours, evidence)
    assert seen.fix == "Screening for Fever: Updated Evidence Report"


def test_a_translated_title_is_the_work() -> None:
    spanish = replace(FEVER, title="Un estudio inventado de la fiebre en niños")
    record = replace(RECORD, other_titles=("Un estudio inventado de la fiebre en niños",))
    assert compare(spanish, record) == ()


def test_a_chapter_may_be_cited_by_the_doi_of_its_book() -> None:
    chapter = source(
        type="chapter",
        title="Fever",
        book="An invented handbook",
        authors=("Doe J",),
        doi="10.5555/b",
    )
    book = Record(service="Crossref", title="An Invented Handbook", editors=("Roe K",))
    assert Verdict.WRONG_WORK not in {seen.verdict for seen in compare(chapter, book)}


def test_a_field_that_one_registry_has_as_we_do_is_right() -> None:
    online = replace(RECORD, service="PubMed", years=(2018,), volume="11", pmid="90000001")
    assert compare_all(FEVER, [told(RECORD), told(online, "pmid")]) == ()
    (seen,) = compare_all(replace(FEVER, volume="10"), [told(RECORD), told(online, "pmid")])
    assert (seen.by, seen.fix) == (("Crossref", "PubMed"), "12")


def test_a_wrong_doi_beside_the_right_pmid_is_told_with_the_right_doi() -> None:
    wrong = replace(FEVER, doi="10.5555/strange")
    right = replace(RECORD, service="PubMed", pmid="90000001")
    found = compare_all(
        wrong, [told(replace(STRANGER, doi="10.5555/strange")), told(right, "pmid")]
    )
    assert [(s.verdict, s.about, s.fix) for s in found] == [
        (Verdict.WRONG_WORK, "doi", "doi:10.5555/fever")
    ]


def test_a_wrong_pmid_beside_the_right_doi_is_told_as_the_pmid() -> None:
    strange = replace(STRANGER, service="PubMed", doi="10.5555/strange", pmid="90000001")
    (seen,) = compare_all(FEVER, [told(RECORD), told(strange, "pmid")])
    assert (seen.verdict, seen.about) == (Verdict.WRONG_WORK, "pmid")


def test_without_records_nothing_is_compared() -> None:
    silent = RegistryAnswer(service="Crossref", kind="doi", value="x", reply=Reply.SILENT)
    assert compare_all(FEVER, [silent]) == ()


# The entries of the demonstration practice


def _entries() -> list[Source]:
    path = Path(__file__).parents[2] / "content" / "sources.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    kept = (
        "title",
        "journal",
        "year",
        "volume",
        "issue",
        "pages",
        "doi",
        "pmid",
        "type",
        "authors",
    )
    return [
        source(
            key=key,
            **{
                name: tuple(value) if name == "authors" else str(value)
                for name, value in entry.items()
                if name in kept
            },
        )
        for key, entry in raw.items()
        if ("doi" in entry or "pmid" in entry) and entry.get("authors")
    ]


ENTRIES = _entries()


def record_of(entry: Source) -> Record:
    """As a registry would have it: the same work, the journal's name as it is."""
    return Record(
        service="Crossref" if entry.doi else "PubMed",
        title=entry.title,
        authors=entry.authors,
        journal=entry.journal,
        years=(int(entry.year),) if entry.year else (),
        volume=entry.volume,
        issue=entry.issue,
        pages=entry.pages,
        doi=entry.doi,
        pmid=entry.pmid,
    )


def _surname_last(name: str) -> str:
    family, _, initials = name.rpartition(" ")
    is_person = initials.isupper() and len(initials) <= 4
    return f"{initials} {family}" if is_person else name


WRITINGS: dict[str, Callable[[Record], Record]] = {
    "as it is": lambda r: r,
    "in capitals": lambda r: replace(r, title=r.title.upper()),
    "with a full stop": lambda r: replace(r, title=f"{r.title}."),
    "escaped": lambda r: replace(r, title=html.escape(r.title)),
    "with markup": lambda r: replace(r, title=f"<i>{r.title}</i>"),
    "retracted": lambda r: replace(r, title=f"RETRACTED ARTICLE: {r.title}"),
    "without its subtitle": lambda r: replace(r, title=r.title.partition(":")[0]),
    "with a subtitle": lambda r: replace(r, title=f"{r.title}: a further subtitle of the journal"),
    "with plain hyphens": lambda r: replace(r, title=r.title.replace("–", "-").replace("‐", "-")),
    "names turned": lambda r: replace(r, authors=tuple(map(_surname_last, r.authors))),
    "first author only": lambda r: replace(r, authors=r.authors[:1]),
    "more authors": lambda r: replace(r, authors=(*r.authors, "Further A", "Others B")),
    "no authors": lambda r: replace(r, authors=()),
    "the year before": lambda r: replace(r, years=tuple(year - 1 for year in r.years)),
    "nothing but the title": lambda r: Record(service=r.service, title=r.title, doi=r.doi),
}


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_no_entry_is_blamed_for_how_a_registry_writes_it(entry: Source, writing: str) -> None:
    assert compare(entry, WRITINGS[writing](record_of(entry))) == ()


def _pairs() -> Iterator[tuple[Source, Source]]:
    yield from permutations(ENTRIES, 2)


def test_every_entry_with_the_identifier_of_another_is_noticed() -> None:
    """Wrong work where the authors differ; where one body wrote both, the title at least."""
    missed = [
        (ours.key, theirs.key)
        for ours, theirs in _pairs()
        if not _is_noticed(compare(ours, record_of(theirs)))
    ]
    assert missed == []


def _is_noticed(found: tuple[Seen, ...]) -> bool:
    return any(
        seen.verdict is Verdict.WRONG_WORK or seen.what.startswith("title") for seen in found
    )


@given(
    st.builds(
        Record,
        service=st.sampled_from(["Crossref", "PubMed"]),
        title=st.text(max_size=60),
        authors=st.lists(st.text(max_size=15), max_size=4).map(tuple),
        journal=st.text(max_size=20),
        years=st.lists(st.integers(0, 3000), max_size=2).map(tuple),
        pages=st.text(max_size=10),
        volume=st.text(max_size=6),
    )
)
def test_whatever_a_registry_has_comparing_never_fails(record: Record) -> None:
    for entry in (FEVER, source(title=record.title, authors=record.authors, doi="10.5555/x")):
        for seen in compare_all(entry, [told(record)]):
            assert seen.what
