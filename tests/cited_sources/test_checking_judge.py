"""Identifier first, page second; and nothing is said that nobody has answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from plugins.cited_sources.checking.judge import judge, with_archive
from plugins.cited_sources.observation import Observation, Seen
from plugins.cited_sources.registries.record import RegistryAnswer, Update, UpdateKind
from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.work import Work
from plugins.practice.source_checks import Verdict
from tests.cited_sources.checking_samples import (
    ALL_WELL,
    DOI,
    FOUND,
    MISSING,
    PAGE,
    SILENT,
    TITLE,
    answer,
    article,
    checked,
    look,
    page,
    record,
    seen,
    source,
    web,
)

OK, MOVED, BROKEN, BLOCKED = Verdict.OK, Verdict.MOVED, Verdict.BROKEN, Verdict.BLOCKED
TEMPORARY, UNVERIFIED = Verdict.TEMPORARY, Verdict.UNVERIFIED


def verdicts(seen: Observation) -> list[Verdict]:
    return [one.verdict for one in seen.seen]


def only(seen: Observation) -> Seen:
    (one,) = seen.seen
    return one


def by_doi(*answers: RegistryAnswer, **fields: Any) -> Observation:
    return judge(article(**fields), answers, None, None)


def on_page(
    answered: WebAnswer, work: Work | None = None, answers: Sequence[RegistryAnswer] = ()
) -> Observation:
    return judge(work or page(), answers, answered, None)


class TestIdentifiers:
    def test_a_doi_that_is_known_and_compared_verifies_without_a_page(self) -> None:
        looked = judge(article(url=PAGE), ALL_WELL, None, None)
        assert looked.is_verified
        assert not looked.seen
        assert looked.answered == ("doi.org", "Crossref")
        assert "url" not in looked.kinds

    def test_a_doi_that_doi_org_denies_does_not_exist(self) -> None:
        looked = by_doi(answer("doi.org", MISSING), answer("Crossref", MISSING))
        assert not looked.is_verified
        assert only(looked).verdict is Verdict.NO_SUCH_ID
        assert only(looked).by == ("doi.org", "Crossref")
        assert only(looked).what == "doi.org and Crossref know no such DOI"

    def test_a_doi_that_only_crossref_lacks_is_fine(self) -> None:
        looked = by_doi(answer("doi.org"), answer("Crossref", MISSING), answer("DataCite", MISSING))
        assert looked.is_verified
        assert not looked.seen

    def test_a_doi_that_crossref_lacks_while_doi_org_is_silent_is_not_called_missing(self) -> None:
        looked = by_doi(answer("doi.org", SILENT), answer("Crossref", MISSING))
        assert only(looked).verdict is UNVERIFIED
        assert only(looked).what == "no answer from doi.org"

    def test_a_doi_that_crossref_has_exists_whatever_doi_org_says(self) -> None:
        assert by_doi(answer("doi.org", MISSING), answer("Crossref")).is_verified

    def test_a_doi_whose_record_nobody_told_is_not_yet_the_work_that_we_mean(self) -> None:
        looked = by_doi(answer("doi.org"), answer("Crossref", SILENT, what="HTTP 503"))
        assert not looked.is_verified
        assert only(looked).verdict is UNVERIFIED
        assert "exists; no answer from Crossref (HTTP 503)" in only(looked).what
        assert looked.silent == ("Crossref",)

    def test_an_agency_whose_records_we_cannot_read_is_no_outage(self) -> None:
        looked = by_doi(answer("doi.org"), answer("mEDRA", SILENT))
        assert looked.is_verified
        assert not looked.silent

    def test_silence_of_everybody_is_no_word_against_the_work(self) -> None:
        looked = by_doi(answer("doi.org", SILENT), answer("Crossref", SILENT))
        assert verdicts(looked) == [UNVERIFIED]
        assert looked.answered == ()

    def test_no_answer_at_all_is_silence(self) -> None:
        assert verdicts(by_doi()) == [UNVERIFIED]
        assert only(by_doi()).what == "no answer from any registry"

    @pytest.mark.parametrize(
        ("kind", "service", "name"), [("pmid", "PubMed", "PMID"), ("pmcid", "PMC", "PMCID")]
    )
    def test_a_number_that_its_registry_denies_does_not_exist(
        self, kind: str, service: str, name: str
    ) -> None:
        names: dict[str, Any] = {kind: "1"}
        work = Work(id=f"{kind}:1", **names)
        looked = judge(work, [answer(service, MISSING, kind, "1")], None, None)
        assert only(looked).verdict is Verdict.NO_SUCH_ID
        assert only(looked).about == kind
        assert only(looked).what == f"{service} knows no such {name}"

    def test_pubmed_may_lack_a_doi_and_nothing_follows(self) -> None:
        assert by_doi(*ALL_WELL, answer("PubMed", MISSING)).is_verified

    def test_one_wrong_identifier_of_two_is_told(self) -> None:
        looked = by_doi(*ALL_WELL, answer("PubMed", MISSING, "pmid", "9"), pmid="9")
        assert not looked.is_verified
        assert (only(looked).verdict, only(looked).about) == (Verdict.NO_SUCH_ID, "pmid")

    def test_another_title_and_other_authors_are_another_work(self) -> None:
        other = record(title="Whale songs of the northern seas", authors=("Zander Z",))
        looked = by_doi(answer("doi.org"), answer("Crossref", record=other))
        assert not looked.is_verified
        assert verdicts(looked) == [Verdict.WRONG_WORK]

    def test_a_field_that_differs_leaves_the_work_verified(self) -> None:
        entry = source(doi=DOI, year="2001")
        looked = by_doi(
            answer("doi.org"), answer("Crossref", record=record(years=(2015,))), source=entry
        )
        assert looked.is_verified
        assert verdicts(looked) == [Verdict.FIELD_MISMATCH]

    def test_several_fields_that_differ_are_one_finding_in_all_words(self) -> None:
        entry = source(doi=DOI, year="2001", volume="3")
        looked = by_doi(
            answer("doi.org"),
            answer("Crossref", record=record(years=(2015,), volume="12")),
            source=entry,
        )
        assert "; " in only(looked).what

    def test_a_retraction_is_told_by_all_who_say_it(self) -> None:
        mark = Update(kind=UpdateKind.RETRACTION, by="Crossref", asserted_by="publisher")
        other = Update(kind=UpdateKind.RETRACTION, by="PubMed")
        looked = by_doi(
            answer("doi.org"),
            answer("Crossref", record=record(updates=(mark,))),
            answer("PubMed", FOUND, "pmid", "9", record=record("PubMed", updates=(other,))),
            pmid="9",
        )
        assert only(looked).verdict is Verdict.RETRACTED
        assert set(only(looked).by) == {"Crossref", "PubMed"}
        assert looked.is_verified

    def test_a_renamed_doi_is_suggested(self) -> None:
        looked = by_doi(answer("doi.org", renamed="10.1000/new"), answer("Crossref"))
        assert (only(looked).verdict, only(looked).fix) == (MOVED, "10.1000/new")

    def test_a_book_with_nothing_but_an_isbn_says_what_was_looked_at(self) -> None:
        looked = judge(Work(id="isbn:9780306406157", isbn="9780306406157"), (), None, None)
        assert (only(looked).verdict, only(looked).about) == (UNVERIFIED, "isbn")
        assert "only its check digit" in only(looked).what
        assert not looked.is_verified


class TestGuesses:
    WORK = page("https://journal.example/doi/10.1000/trial/view", guessed_doi=DOI)

    def test_a_doi_read_out_of_an_address_proves_the_work_when_it_is_known(self) -> None:
        looked = judge(self.WORK, ALL_WELL, None, None)
        assert looked.is_verified
        assert looked.verified_by == ("doi",)

    def test_what_is_read_out_of_an_address_is_never_called_missing(self) -> None:
        answers = [answer("doi.org", MISSING)]
        assert judge(self.WORK, answers, None, None).seen == ()
        assert judge(self.WORK, answers, web(), None).is_verified

    def test_silence_about_a_guess_is_no_finding(self) -> None:
        assert judge(self.WORK, [answer("doi.org", SILENT)], web(), None).seen == ()

    def test_a_guess_that_belongs_to_another_work_was_none(self) -> None:
        other = record(title="Whale songs of the northern seas", authors=("Zander Z",))
        work = page(guessed_doi=DOI, source=source(url=PAGE))
        looked = judge(work, [answer("doi.org"), answer("Crossref", record=other)], web(), None)
        assert looked.seen == ()
        assert looked.verified_by == ("url",)


class TestPages:
    def test_a_page_that_answers_is_verified(self) -> None:
        looked = on_page(web(title="Flu | CDC"))
        assert looked.is_verified
        assert (looked.title, looked.host) == ("Flu | CDC", "health.example")

    def test_a_page_that_moved_suggests_its_new_address(self) -> None:
        new = "https://health.example/influenza"
        looked = on_page(web(MOVED, chain=(new,)))
        assert looked.is_verified
        assert (only(looked).verdict, only(looked).fix) == (MOVED, new)
        assert looked.chain == (new,)

    @pytest.mark.parametrize("verdict", [BROKEN, Verdict.SOFT_GONE])
    def test_a_page_that_is_gone_is_told_as_its_host_said_it(self, verdict: Verdict) -> None:
        looked = on_page(web(verdict, "HTTP 404 (not found)", status=404, title="Not found"))
        assert not looked.is_verified
        assert (only(looked).verdict, only(looked).what) == (verdict, "HTTP 404 (not found)")
        assert looked.title == ""

    def test_a_page_without_an_identifier_that_is_blocked_needs_a_person(self) -> None:
        looked = on_page(web(BLOCKED, "HTTP 403", status=403))
        assert not looked.is_verified
        assert only(looked).what == "HTTP 403; a person must look"

    def test_a_blocked_page_of_a_proved_work_is_verified_by_its_doi(self) -> None:
        looked = on_page(web(BLOCKED, "HTTP 403", status=403), article(url=PAGE), ALL_WELL)
        assert looked.is_verified
        assert only(looked).what == "HTTP 403; verified by its DOI"
        assert only(looked).fix == f"https://doi.org/{DOI}"

    def test_a_blocked_page_whose_registries_are_silent_says_both(self) -> None:
        answers = [answer("doi.org", SILENT), answer("Crossref", SILENT)]
        looked = on_page(web(BLOCKED, "HTTP 403", status=403), article(url=PAGE), answers)
        blocked = next(one for one in looked.seen if one.verdict is BLOCKED)
        assert blocked.what == "HTTP 403; and doi.org, Crossref did not answer"

    def test_a_page_that_cannot_be_reached_is_silent(self) -> None:
        looked = on_page(web(TEMPORARY, "no answer within 5 s"))
        assert verdicts(looked) == [TEMPORARY]
        assert (looked.answered, looked.silent, looked.is_heard) == ((), ("web",), False)

    def test_an_error_of_the_server_is_silence_from_a_host_that_was_heard(self) -> None:
        looked = on_page(web(TEMPORARY, "HTTP 503", status=503))
        assert (looked.answered, looked.is_heard) == ((), True)

    def test_a_private_address_that_nobody_asked_is_unverified(self) -> None:
        looked = on_page(web(UNVERIFIED, "a private address: not asked"))
        assert verdicts(looked) == [UNVERIFIED]
        assert (looked.host, looked.silent) == ("", ())

    def test_the_page_of_a_proved_work_may_be_out_of_reach(self) -> None:
        looked = on_page(web(TEMPORARY, "no answer"), article(url=PAGE), ALL_WELL)
        assert looked.is_verified
        assert not looked.seen

    def test_the_page_of_a_proved_work_may_be_gone_and_its_doi_leads_on(self) -> None:
        looked = on_page(web(BROKEN, "HTTP 404", status=404), article(url=PAGE), ALL_WELL)
        assert looked.is_verified
        assert (only(looked).verdict, only(looked).fix) == (MOVED, f"https://doi.org/{DOI}")

    def test_a_page_that_answers_does_not_mend_a_doi_of_nothing(self) -> None:
        answers = [answer("doi.org", MISSING)]
        assert not on_page(web(), article(url=PAGE), answers).is_verified

    def test_a_page_that_says_that_it_was_replaced_is_outdated_and_still_there(self) -> None:
        looked = on_page(web(superseded="This guideline has been replaced."))
        assert looked.is_verified
        assert only(looked).verdict is Verdict.OUTDATED
        assert "This guideline has been replaced." in only(looked).what

    def test_a_page_that_names_its_doi_suggests_it(self) -> None:
        looked = on_page(web(identifiers=(("doi", DOI),)))
        assert (only(looked).verdict, only(looked).fix) == (OK, f"https://doi.org/{DOI}")

    def test_a_work_that_names_its_doi_needs_no_such_suggestion(self) -> None:
        looked = on_page(web(identifiers=(("doi", DOI),)), article(url=PAGE), ALL_WELL)
        assert looked.seen == ()

    def test_a_place_that_was_not_seen_is_remarked_and_no_fault(self) -> None:
        looked = on_page(web(what="the place #dose was not seen in the first 2 MiB"))
        assert looked.is_verified
        assert verdicts(looked) == [OK]

    def test_a_verdict_without_words_still_says_something(self) -> None:
        assert only(on_page(web(BROKEN))).what == "broken"


class TestTitles:
    def test_a_page_with_another_title_than_at_first_has_drifted(self) -> None:
        looked = judge(page(), (), web(title="Cheap watches"), checked(title="Flu in adults"))
        assert not looked.is_verified
        assert only(looked).verdict is Verdict.DRIFTED
        assert "Cheap watches" in only(looked).what
        assert "Flu in adults" in only(looked).what

    def test_the_first_look_has_nothing_to_compare(self) -> None:
        assert judge(page(), (), web(title="Anything"), None).is_verified

    def test_a_title_that_a_person_has_written_into_the_entry_is_right(self) -> None:
        work = page(source=source(url=PAGE, title="Influenza: what to do"))
        before = checked(title="Flu in adults")
        assert judge(work, (), web(title="Influenza: what to do | CDC"), before).is_verified

    def test_a_work_with_an_identifier_is_compared_with_its_record_instead(self) -> None:
        before = checked(title="Cheap watches")
        looked = judge(article(url=PAGE), ALL_WELL, web(title="Journal"), before)
        assert looked.is_verified
        assert looked.seen == ()

    def test_a_page_without_a_title_has_not_drifted(self) -> None:
        assert judge(page(), (), web(title=""), checked(title="Flu")).is_verified

    def test_a_page_that_is_called_otherwise_than_its_entry_is_there_and_not_verified(self) -> None:
        work = page(source=source(url=PAGE, title="Treatment of Flu"))
        looked = on_page(web(title="Shingles vaccines", identifiers=(("doi", DOI),)), work)
        assert not looked.is_verified
        assert looked.title == "", "it is not the title by which the page is known again"
        assert (only(looked).verdict, only(looked).by, only(looked).fix) == (OK, (), "")
        assert only(looked).what == (
            'its page is called "Shingles vaccines", your entry "Treatment of Flu": open it; '
            "correct the title or the address"
        )

    def test_a_page_that_moved_and_is_called_otherwise_is_not_verified_either(self) -> None:
        work = page(source=source(url=PAGE, title="Treatment of Flu"))
        looked = on_page(web(MOVED, title="Shingles", chain=("https://new.example/",)), work)
        assert not looked.is_verified
        assert set(verdicts(looked)) == {OK, MOVED}

    def test_a_page_that_is_called_much_as_its_entry_is_verified(self) -> None:
        work = page(source=source(url=PAGE, title="Treatment of Flu"))
        assert on_page(web(title="Treating Flu with Antiviral Drugs | CDC"), work).is_verified

    def test_a_page_may_say_in_its_heading_what_it_is(self) -> None:
        work = page(source=source(url=PAGE, title="Treatment of Flu"))
        assert on_page(web(title="Shingles vaccines", heading="Treating flu"), work).is_verified

    def test_very_long_titles_leave_room_for_what_to_do(self) -> None:
        work = page(source=source(url=PAGE, title="Flu treatment " * 40))
        what = only(on_page(web(title="Cheap watches " * 40), work)).what
        assert len(what) < 300
        assert what.endswith("correct the title or the address")

    def test_a_page_by_which_nothing_could_be_known_is_not_verified(self) -> None:
        empty = web(what="answers, but with nothing to read", is_empty=True)
        for work in (page(), page(source=source(url=PAGE))):
            looked = on_page(empty, work)
            assert not looked.is_verified
            assert verdicts(looked) == [OK]
            assert only(looked).what.startswith("answers, but with nothing to read: open it")

    def test_a_work_that_its_identifier_proves_needs_no_title_of_its_page(self) -> None:
        for other in (web(title="Cheap watches"), web(is_empty=True)):
            looked = on_page(other, article(url=PAGE), ALL_WELL)
            assert (looked.is_verified, looked.seen) == (True, ())

    def test_while_registries_are_silent_another_page_proves_no_work(self) -> None:
        silent = [answer("doi.org", SILENT)]
        assert not on_page(web(title="Our journal"), article(url=PAGE), silent).is_verified
        assert on_page(web(title=f"{TITLE} | J"), article(url=PAGE), silent).is_verified

    def test_a_page_that_names_our_identifier_may_be_called_as_it_likes(self) -> None:
        named = web(title="Our journal", identifiers=(("doi", DOI.upper()),))
        assert on_page(named, article(url=PAGE), [answer("doi.org", SILENT)]).is_verified

    def test_the_title_of_a_proved_work_is_that_of_its_record(self) -> None:
        assert by_doi(*ALL_WELL).title == TITLE


class TestArchives:
    def test_an_archived_copy_is_the_fix_of_a_page_that_is_gone(self) -> None:
        copy = "https://archive.example/1"
        looked = with_archive(look(seen(BROKEN), seen(UNVERIFIED, about="doi")), copy)
        assert [one.fix for one in looked.seen] == [copy, ""]
        assert looked.archive == copy

    def test_a_copy_that_is_known_is_not_forgotten(self) -> None:
        before = checked(archive="https://archive.example/1")
        looked = judge(page(), (), web(BROKEN, "HTTP 404", status=404), before)
        assert only(looked).fix == "https://archive.example/1"
