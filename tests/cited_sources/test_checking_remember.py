"""What is remembered of a work: since when, on how many days, and never more than was answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.checking.remember import remember
from plugins.cited_sources.observation import Observation, Seen
from plugins.practice.source_check_files import checks_text, parse_checks
from plugins.practice.source_checks import CheckedWork, Finding, Verdict
from tests.cited_sources.checking_samples import (
    NOW,
    PAGE,
    checked,
    finding,
    look,
    seen,
    silent_look,
)

DAY = timedelta(days=1)
BROKEN, TEMPORARY, RETRACTED = Verdict.BROKEN, Verdict.TEMPORARY, Verdict.RETRACTED


def after(*looks: tuple[timedelta, Observation]) -> CheckedWork:
    """What is remembered after looks at so long after NOW, the first one at a work never seen."""
    known: CheckedWork | None = None
    for wait, one in looks:
        known = remember(known, one, NOW + wait, outage=False)
    assert known
    return known


def only(work: CheckedWork) -> Finding:
    (one,) = work.findings
    return one


class TestOneLook:
    def test_a_work_that_is_well_is_verified_today(self) -> None:
        known = after((0 * DAY, look(title="Flu")))
        assert known.is_verified
        assert known.verdict is Verdict.OK
        assert (known.first_seen, known.last_ok, known.title) == (NOW.date(), NOW.date(), "Flu")

    def test_a_finding_begins_today(self) -> None:
        one = only(after((0 * DAY, look(seen(BROKEN, fix="https://new.example")))))
        assert (one.since, one.last, one.days) == (NOW.date(), NOW.date(), 1)
        assert (one.by, one.fix) == (("web",), "https://new.example")

    def test_the_gravest_finding_comes_first(self) -> None:
        known = after((0 * DAY, look(seen(Verdict.MOVED), seen(RETRACTED, about="doi"))))
        assert [one.verdict for one in known.findings] == [RETRACTED, Verdict.MOVED]

    def test_the_moment_is_kept_in_utc(self) -> None:
        known = remember(
            None, look(), datetime.fromisoformat("2026-11-20T23:30:00.5-05:00"), outage=False
        )
        assert known.asked == datetime(2026, 11, 21, 4, 30, tzinfo=UTC)
        assert known.first_seen == date(2026, 11, 21)


class TestDays:
    def test_a_finding_that_goes_on_counts_its_days_from_the_first(self) -> None:
        one = only(after((0 * DAY, look(seen(BROKEN))), (DAY, look(seen(BROKEN, what="HTTP 410")))))
        assert (one.since, one.last, one.days) == (NOW.date(), (NOW + DAY).date(), 2)
        assert one.what == "HTTP 410"

    @pytest.mark.parametrize("hours", [0, 1, 12])
    def test_twice_on_a_day_is_once(self, hours: int) -> None:
        looks = (0 * DAY, look(seen(BROKEN))), (timedelta(hours=hours), look(seen(BROKEN)))
        assert only(after(*looks)).days == 1

    def test_before_and_after_midnight_is_one_night(self) -> None:
        evening, night = timedelta(hours=15, minutes=50), timedelta(hours=16, minutes=10)
        one = only(after((evening, look(seen(BROKEN))), (night, look(seen(BROKEN)))))
        assert one.days == 1

    def test_a_run_every_five_hours_still_sees_the_next_day(self) -> None:
        looks = [(timedelta(hours=5 * n), look(seen(BROKEN))) for n in range(11)]  # 50 hours
        assert only(after(*looks)).days == 2

    def test_another_verdict_begins_anew(self) -> None:
        looks = (0 * DAY, look(seen(BROKEN))), (DAY, look(seen(Verdict.SOFT_GONE)))
        assert (only(after(*looks)).verdict, only(after(*looks)).days) == (Verdict.SOFT_GONE, 1)

    def test_a_better_answer_clears_and_the_count_begins_anew(self) -> None:
        looks = (0 * DAY, look(seen(BROKEN))), (DAY, look()), (2 * DAY, look(seen(BROKEN)))
        assert after(*looks[:2]).findings == ()
        assert only(after(*looks)).days == 1


class TestTemporary:
    def test_out_of_reach_on_two_days_is_broken(self) -> None:
        one = only(after((0 * DAY, silent_look()), (DAY, silent_look())))
        assert (one.verdict, one.since, one.days) == (BROKEN, NOW.date(), 2)

    def test_out_of_reach_twice_on_a_day_is_temporary(self) -> None:
        one = only(after((0 * DAY, silent_look()), (timedelta(hours=3), silent_look())))
        assert (one.verdict, one.days) == (TEMPORARY, 1)

    def test_out_of_reach_does_not_mend_what_was_broken(self) -> None:
        one = only(after((0 * DAY, look(seen(BROKEN))), (timedelta(hours=3), silent_look())))
        assert (one.verdict, one.days) == (BROKEN, 1)

    def test_what_became_broken_stays_broken_while_it_is_out_of_reach(self) -> None:
        looks = [(n * DAY, silent_look()) for n in range(4)]
        assert (only(after(*looks)).verdict, only(after(*looks)).days) == (BROKEN, 4)

    def test_an_answer_ends_it(self) -> None:
        assert after((0 * DAY, silent_look()), (DAY, look())).findings == ()


class TestSilence:
    RETRACTION = finding(RETRACTED, days=3, about="doi", by=("Crossref", "PubMed"))

    def known(self, *more: Finding) -> CheckedWork:
        return checked("doi:10.1000/x", self.RETRACTION, *more)

    def seen_by(self, *answered: str, found: tuple[Seen, ...] = ()) -> Observation:
        return look(*found, id="doi:10.1000/x", answered=answered, kinds=("doi",), host="")

    @pytest.mark.parametrize("answered", [(), ("doi.org",), ("Crossref",), ("web",)])
    def test_a_retraction_stays_until_all_who_said_it_take_it_back(
        self, answered: tuple[str, ...]
    ) -> None:
        known = remember(self.known(), self.seen_by(*answered), NOW + DAY, outage=False)
        assert known.findings == (self.RETRACTION,)

    def test_a_retraction_that_is_taken_back_goes(self) -> None:
        looked = self.seen_by("doi.org", "Crossref", "PubMed")
        assert remember(self.known(), looked, NOW + DAY, outage=False).findings == ()

    def test_who_said_it_and_is_silent_now_still_says_it(self) -> None:
        again = seen(RETRACTED, about="doi", by=("PubMed",))
        looked = self.seen_by("PubMed", found=(again,))
        one = only(remember(self.known(), looked, NOW + DAY, outage=False))
        assert (one.by, one.days) == (("PubMed", "Crossref"), 4)

    def test_a_retraction_outlives_an_identifier_taken_out_of_the_entry(self) -> None:
        looked = look(id="doi:10.1000/x", answered=("web",), kinds=("url",))
        known = remember(self.known(), looked, NOW + DAY, outage=False)
        assert known.findings == (self.RETRACTION,)

    def test_a_missing_pmid_goes_with_the_pmid(self) -> None:
        wrong = finding(Verdict.NO_SUCH_ID, about="pmid", by=("PubMed",))
        looked = self.seen_by("doi.org")
        known = remember(checked("doi:10.1000/x", wrong), looked, NOW + DAY, outage=False)
        assert known.findings == ()

    def test_a_page_that_nobody_needs_any_more_is_forgotten(self) -> None:
        known = checked("doi:10.1000/x", finding(BROKEN))
        looked = self.seen_by("doi.org", "Crossref")
        assert remember(known, looked, NOW + DAY, outage=False).findings == ()

    def test_a_work_whose_identifier_was_of_nothing_is_not_verified_by_its_page_alone(self) -> None:
        wrong = finding(Verdict.NO_SUCH_ID, about="doi", by=("doi.org",))
        known = checked("doi:10.1000/x", wrong, last_ok=None)
        looked = look(
            id="doi:10.1000/x", answered=("web",), silent=("doi.org",), kinds=("doi", "url")
        )
        assert not remember(known, looked, NOW + DAY, outage=False).is_verified

    def test_that_nobody_could_tell_is_forgotten_once_somebody_does(self) -> None:
        known = checked(PAGE, finding(Verdict.UNVERIFIED, about="doi", by=()))
        assert remember(known, look(kinds=("doi", "url")), NOW + DAY, outage=False).findings == ()


class TestOutage:
    def test_an_outage_of_ours_changes_nothing(self) -> None:
        known = checked(PAGE, finding(BROKEN, days=2), title="Flu")
        assert remember(known, silent_look(), NOW + DAY, outage=True) is known

    def test_in_an_outage_a_new_work_is_only_unverified(self) -> None:
        known = remember(None, silent_look(), NOW, outage=True)
        assert only(known).verdict is Verdict.UNVERIFIED
        assert not known.is_verified

    def test_a_look_older_than_the_last_one_changes_nothing(self) -> None:
        known = checked()
        assert remember(known, look(seen(BROKEN)), NOW - DAY, outage=False) is known


class TestWhatIsKept:
    def test_the_first_title_stays(self) -> None:
        known = after((0 * DAY, look(title="Flu")), (DAY, look(title="Influenza")))
        assert known.title == "Flu"

    def test_the_archived_copy_stays(self) -> None:
        known = after((0 * DAY, look(archive="https://archive.example/1")), (DAY, look()))
        assert known.archive == "https://archive.example/1"

    def test_the_chain_is_that_of_the_last_answer(self) -> None:
        first, second = look(chain=("https://b.example",)), look(chain=("https://c.example",))
        assert after((0 * DAY, first), (DAY, second)).chain == ("https://c.example",)
        assert after((0 * DAY, first), (DAY, silent_look())).chain == ("https://b.example",)
        assert after((0 * DAY, first), (DAY, look())).chain == ()

    def test_what_cannot_be_written_down_is_left_out(self) -> None:
        hostile = "a\x00b\x85\ud800\u202ec\n" + "x" * 9_000
        found = seen(BROKEN, what=hostile, fix="https://a.example/\x85", by=(hostile, ""))
        known = after(
            (0 * DAY, look(found, title=hostile, chain=("x" * 9_000, "https://b.example")))
        )
        read, problems = parse_checks(checks_text({PAGE: known}))
        assert not problems
        assert read == {PAGE: known}
        assert only(known).fix == ""
        assert known.chain == ("https://b.example",)
        assert len(known.title) <= 300


_WORDS = st.text(max_size=12)
_SERVICES = ("doi.org", "Crossref", "PubMed", "web")
_SEEN = st.builds(
    Seen,
    verdict=st.sampled_from(Verdict),
    about=st.sampled_from(["doi", "pmid", "url"]),
    what=_WORDS,
    by=st.lists(st.sampled_from(_SERVICES), max_size=2, unique=True).map(tuple),
    fix=_WORDS,
)
_CALLED_ONE = {Verdict.TEMPORARY: Verdict.BROKEN}
_LOOKS = st.builds(
    Observation,
    id=st.just(PAGE),
    is_verified=st.booleans(),
    seen=st.lists(
        _SEEN,
        max_size=4,
        unique_by=lambda one: (_CALLED_ONE.get(one.verdict, one.verdict), one.about),
    ).map(tuple),
    answered=st.lists(st.sampled_from(_SERVICES), max_size=4, unique=True).map(tuple),
    kinds=st.sampled_from([("doi", "pmid", "url"), ("doi",), ("url",)]),
    title=_WORDS,
    chain=st.lists(_WORDS, max_size=2).map(tuple),
    archive=_WORDS,
)
_RUNS = st.lists(
    st.tuples(_LOOKS, st.timedeltas(timedelta(hours=-30), timedelta(days=3)), st.booleans()),
    min_size=1,
    max_size=6,
)


@given(_RUNS)
def test_whatever_is_seen_the_record_stays_true(
    runs: list[tuple[Observation, timedelta, bool]],
) -> None:
    known: CheckedWork | None = None
    now = NOW
    for one, wait, outage in runs:
        now += wait
        before, known = known, remember(known, one, now, outage=outage)
        assert remember(known, one, now, outage=outage) == known, "the same look counts once"
        assert parse_checks(checks_text({PAGE: known})) == ({PAGE: known}, [])
        if before is None:
            continue
        assert known.first_seen == before.first_seen
        assert known.asked >= before.asked
        assert (known.last_ok or date.min) >= (before.last_ok or date.min)
        for found in known.findings:
            earlier = [f for f in before.findings if f.about == found.about]
            grows = not outage and any(f.last < now.date() for f in earlier)
            assert found.days <= max(1, max((f.days for f in earlier), default=0) + grows)
            assert found.since <= found.last


@given(_LOOKS, _LOOKS)
def test_a_finding_that_is_gone_in_a_real_answer_goes(one: Observation, other: Observation) -> None:
    heard = replace(other, answered=_SERVICES)
    known = remember(remember(None, one, NOW, outage=False), heard, NOW + DAY, outage=False)
    # Temporary on two days is told as broken: compared by what is asked.
    assert {f.about for f in known.findings} == {s.about for s in heard.seen}
    assert len(known.findings) == len(heard.seen)
