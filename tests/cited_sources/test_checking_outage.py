"""A run that reaches nobody says nothing of anybody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.cited_sources.checking.outage import Outage, controls_for, outage_of, portal_of
from plugins.cited_sources.observation import Observation
from plugins.practice.source_checks import Verdict
from tests.cited_sources.checking_samples import checked, finding, look, seen, silent_look

NO_OUTAGE = Outage()
WEB = Outage(web=True)


def well(number: int) -> Observation:
    return look(id=f"https://h{number}.example/a", host=f"h{number}.example")


def mute(number: int, page: str = "a") -> Observation:
    return silent_look(id=f"https://h{number}.example/{page}", host=f"h{number}.example")


def by_registry(*answered: str, silent: tuple[str, ...] = (), name: str = "1") -> Observation:
    return look(
        id=f"doi:10.1000/{name}", answered=answered, silent=silent, kinds=("doi",), host="",
        is_heard=False, is_verified=bool(answered), verified_by=("doi",) if answered else (),
    )  # fmt: skip


class TestTheWeb:
    @pytest.mark.parametrize("hosts", [1, 2, 9])
    def test_nobody_answers(self, hosts: int) -> None:
        assert outage_of([mute(n) for n in range(hosts)], {}) == WEB

    def test_one_dead_host_among_those_that_answer_is_dead(self) -> None:
        assert outage_of([mute(1), well(2)], {}) == NO_OUTAGE

    def test_one_dead_host_while_registries_answer_is_dead(self) -> None:
        assert outage_of([mute(1), by_registry("doi.org")], {}) == NO_OUTAGE

    def test_an_error_of_a_server_shows_that_we_are_online(self) -> None:
        assert outage_of([replace(mute(1), is_heard=True), mute(2)], {}) == NO_OUTAGE

    def test_a_control_that_answers_shows_that_we_are_online(self) -> None:
        assert outage_of([mute(1)], {}, [True]) == NO_OUTAGE
        assert outage_of([mute(1)], {}, [False]) == WEB

    def test_more_than_half_of_five_hosts_is_an_outage(self) -> None:
        assert outage_of([mute(1), mute(2), mute(3), well(4), well(5)], {}) == WEB
        assert outage_of([mute(1), mute(2), well(3), well(4), well(5)], {}) == NO_OUTAGE

    def test_more_than_half_of_four_hosts_may_be_chance(self) -> None:
        assert outage_of([mute(1), mute(2), mute(3), well(4)], {}) == NO_OUTAGE

    def test_many_pages_of_one_dead_host_are_one_witness(self) -> None:
        pages = [mute(1, page) for page in "abcdefgh"]
        assert outage_of([*pages, well(2), well(3)], {}) == NO_OUTAGE

    def test_a_host_with_one_page_that_answers_has_answered(self) -> None:
        looks = [mute(n, "a") for n in range(5)] + [replace(well(n), id=f"{n}") for n in range(5)]
        assert outage_of(looks, {}) == NO_OUTAGE

    def test_hosts_that_failed_before_are_no_witnesses(self) -> None:
        dead = [mute(n) for n in range(6)]
        known = {one.id: checked(one.id, finding(Verdict.TEMPORARY)) for one in dead}
        assert outage_of([*dead, well(7)], known) == NO_OUTAGE
        assert outage_of([*dead, well(7)], {}) == WEB

    def test_without_pages_the_web_was_not_out(self) -> None:
        assert outage_of([by_registry("doi.org")], {}) == NO_OUTAGE
        assert outage_of([], {}) == NO_OUTAGE


def sent_on(number: int, to: str = "https://login.hotel.example/?a") -> Observation:
    return replace(well(number), chain=("https://somewhere.example/", to))


class TestACaptivePortal:
    def test_more_than_half_of_five_hosts_that_end_at_one_other_are_an_outage(self) -> None:
        assert outage_of([*map(sent_on, range(3)), well(4), well(5)], {}) == WEB
        assert outage_of([*map(sent_on, range(2)), *map(well, (3, 4, 5))], {}) == NO_OUTAGE

    def test_four_hosts_that_end_at_one_other_may_have_moved_there(self) -> None:
        assert outage_of([sent_on(n) for n in range(4)], {}) == NO_OUTAGE

    def test_hosts_that_end_at_several_others_have_moved(self) -> None:
        looks = [sent_on(n, f"https://new{n}.example/") for n in range(9)]
        assert outage_of(looks, {}) == NO_OUTAGE

    def test_a_host_that_redirects_to_itself_is_no_portal(self) -> None:
        looks = [sent_on(n, f"https://h{n}.example/b") for n in range(9)]
        assert outage_of(looks, {}) == NO_OUTAGE

    def test_a_host_of_which_one_page_answers_itself_is_not_caught(self) -> None:
        own = [replace(well(n), id=f"https://h{n}.example/b") for n in range(3)]
        assert outage_of([*map(sent_on, range(5)), *own], {}) == NO_OUTAGE

    def test_many_pages_of_one_host_that_moved_are_one_witness(self) -> None:
        pages = [replace(sent_on(1), id=f"https://h1.example/{n}") for n in range(9)]
        assert outage_of([*pages, *map(well, (2, 3, 4, 5))], {}) == NO_OUTAGE

    def test_controls_that_answer_themselves_speak_against_it(self) -> None:
        looks = [*map(sent_on, range(3)), well(4), well(5)]
        assert outage_of(looks, {}, [True, True]) == NO_OUTAGE
        assert outage_of(looks, {}, [False, False]) == WEB

    def test_nothing_is_learned_of_a_page_behind_it(self) -> None:
        assert WEB.left_of(sent_on(1)) is None

    def test_its_host_is_named_for_the_controls(self) -> None:
        assert portal_of([sent_on(n) for n in range(5)], {}) == "login.hotel.example"
        assert portal_of([well(n) for n in range(5)], {}) == ""


class TestRegistries:
    def test_all_registries_silent_is_an_outage_of_theirs(self) -> None:
        looks = [by_registry(silent=("doi.org", "Crossref")), well(1)]
        assert outage_of(looks, {}) == Outage(registries=True)

    def test_one_registry_that_answers_is_enough(self) -> None:
        looks = [by_registry("doi.org", silent=("Crossref",)), by_registry(silent=("doi.org",))]
        assert outage_of(looks, {}) == NO_OUTAGE

    def test_a_file_of_ours_is_no_registry_that_answers(self) -> None:
        looks = [by_registry("Retraction Watch", silent=("doi.org",))]
        assert outage_of(looks, {}).registries


class TestWhatIsLeft:
    def test_without_an_outage_everything(self) -> None:
        assert NO_OUTAGE.left_of(mute(1)) == mute(1)

    def test_of_a_page_in_an_outage_of_the_web_nothing_not_even_that_it_was_well(self) -> None:
        assert WEB.left_of(mute(1)) is None
        assert WEB.left_of(well(1)) is None

    def test_of_a_work_that_registries_proved_everything(self) -> None:
        assert WEB.left_of(by_registry("doi.org")) == by_registry("doi.org")

    def test_of_a_work_with_both_what_registries_said(self) -> None:
        retracted = seen(Verdict.RETRACTED, about="doi")
        both = look(
            retracted, seen(Verdict.TEMPORARY), answered=("Crossref",), silent=("web",),
            is_verified=True, verified_by=("doi",), kinds=("doi", "url"),
        )  # fmt: skip
        left = WEB.left_of(both)
        assert left
        assert (left.seen, left.is_verified, left.host) == ((retracted,), True, "")

    def test_a_work_that_only_its_page_proved_is_not_proved_in_an_outage_of_the_web(self) -> None:
        both = look(answered=("doi.org", "web"), verified_by=("url",), kinds=("doi", "url"))
        left = WEB.left_of(both)
        assert left
        assert (left.is_verified, left.answered) == (False, ("doi.org",))

    def test_of_a_silent_registry_nothing(self) -> None:
        unverified = replace(
            by_registry(silent=("doi.org",)), seen=(seen(Verdict.UNVERIFIED, about="doi"),)
        )
        assert Outage(registries=True).left_of(unverified) is None

    def test_a_page_that_proves_the_work_counts_while_registries_are_out(self) -> None:
        looked = look(
            seen(Verdict.UNVERIFIED, about="doi"), is_verified=True, verified_by=("url",),
            silent=("doi.org",), kinds=("doi", "url"),
        )  # fmt: skip
        left = Outage(registries=True).left_of(looked)
        assert left
        assert left.is_verified
        assert left.seen == ()

    def test_a_plain_page_does_not_mind_registries(self) -> None:
        assert Outage(registries=True).left_of(well(1)) == well(1)


class TestControls:
    def test_they_are_addresses_that_were_well_one_for_each_host(self) -> None:
        known = {
            name: checked(name)
            for name in (
                "https://a.example/1",
                "https://a.example/2",
                "https://b.example/1",
                "doi:10.1000/x",
            )
        }
        known["https://c.example/1"] = checked("https://c.example/1", last_ok=None)
        assert len(controls_for([mute(1)], known)) == 2
        assert {one.split("/")[2] for one in controls_for([mute(1)], known)} == {
            "a.example",
            "b.example",
        }

    def test_they_are_on_hosts_that_this_run_has_not_asked(self) -> None:
        known = {"https://h1.example/b": checked("https://h1.example/b")}
        assert controls_for([mute(1)], known) == ()

    def test_they_are_few(self) -> None:
        known = {f"https://k{n}.example/": checked(f"https://k{n}.example/") for n in range(50)}
        assert len(controls_for([mute(1)], known)) == 5
