"""Killed at any moment, a run loses no finished answer, and the next goes on where it stopped."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.checking import session as sessions
from plugins.cited_sources.checking.due import due
from plugins.cited_sources.checking.journal import JOURNAL_FILE, opened
from plugins.cited_sources.checking.journal_lines import line_of, observations_in
from plugins.cited_sources.checking.locks import BusyError
from plugins.cited_sources.checking.outage import Outage
from plugins.cited_sources.checking.session import DamagedError, Session, merged, session
from plugins.cited_sources.observation import Observation, Seen
from plugins.practice.source_check_files import CHECKS_FILE, read_source_checks
from plugins.practice.source_checks import CheckedWork, Verdict
from tests.cited_sources.checking_samples import (
    NOW,
    PAGE,
    checked,
    finding,
    look,
    page,
    seen,
    silent_look,
)

ROOT = Path(__file__).parents[2]
OTHER = "https://other.example/"


def remembered(folder: Path) -> Mapping[str, CheckedWork]:
    checks, problems = read_source_checks(folder)
    assert not problems
    assert checks.works is not None
    return checks.works


def add_and_die(folder: Path, *looks: Observation) -> None:
    """A run that is killed after these answers: nothing of it is closed or written any more."""
    with opened(folder) as journal:
        journal.begin(NOW)
        for one in looks:
            journal.add(one)


def interrupted(folder: Path, one: Observation) -> None:
    with session(folder, NOW) as run:
        run.add(one)
        raise KeyboardInterrupt


def damage_and_finish(folder: Path, run: Session) -> None:
    run.add(look())
    (folder / CHECKS_FILE).write_text("{", encoding="utf-8")
    run.finish(Outage())


class TestLines:
    @given(
        st.builds(
            Observation,
            id=st.text(),
            is_verified=st.booleans(),
            host=st.text(),
            is_heard=st.booleans(),
            title=st.text(),
            archive=st.text(),
            answered=st.lists(st.text()).map(tuple),
            silent=st.lists(st.text()).map(tuple),
            verified_by=st.lists(st.text()).map(tuple),
            kinds=st.lists(st.text()).map(tuple),
            chain=st.lists(st.text()).map(tuple),
            seen=st.lists(
                st.builds(
                    Seen,
                    verdict=st.sampled_from(Verdict),
                    about=st.text(),
                    what=st.text(),
                    by=st.lists(st.text()).map(tuple),
                    fix=st.text(),
                )
            ).map(tuple),
        )
    )
    def test_what_is_written_is_read_back(self, one: Observation) -> None:
        line = line_of(one)
        assert line.count(b"\n") == 1
        assert list(observations_in(line)) == [one]

    def test_half_a_line_at_the_end_is_passed_over(self) -> None:
        lines = line_of(look(seen(Verdict.BROKEN))) + line_of(look(id=OTHER))
        for cut in range(len(lines)):
            found = list(observations_in(lines[:cut]))
            assert len(found) == lines[:cut].count(b"\n")

    @pytest.mark.parametrize(
        "line", [b"{", b"[]", b"{}", b'{"seen": 3}', b'{"seen":[["x"]]}', b"\xff"]
    )
    def test_a_line_that_is_none_takes_no_other_with_it(self, line: bytes) -> None:
        lines = line + b"\n" + line_of(look())
        assert list(observations_in(lines)) == [look()]


class TestSession:
    def test_a_finished_run_stands_in_the_ledger_and_leaves_no_journal(
        self, tmp_path: Path
    ) -> None:
        with session(tmp_path, NOW) as run:
            run.add(look())
            run.finish(Outage())
        assert remembered(tmp_path).keys() == run.known.keys() == {PAGE}
        assert [file.name for file in (tmp_path / "ledger").iterdir()] == ["sources.json"]

    def test_what_was_known_of_other_works_stays(self, tmp_path: Path) -> None:
        sessions.replace_checks(tmp_path, {OTHER: checked(OTHER, finding(Verdict.MOVED))})
        with session(tmp_path, NOW) as run:
            run.add(look())
            run.finish(Outage())
        assert remembered(tmp_path)[OTHER] == checked(OTHER, finding(Verdict.MOVED))

    def test_a_run_that_asks_nothing_writes_nothing(self, tmp_path: Path) -> None:
        with session(tmp_path, NOW) as run:
            run.finish(Outage())
        assert list((tmp_path / "ledger").iterdir()) == []

    def test_answers_of_a_killed_run_are_known_to_the_next(self, tmp_path: Path) -> None:
        add_and_die(tmp_path, look(), look(seen(Verdict.BROKEN), id=OTHER))
        with session(tmp_path, NOW + timedelta(hours=1)) as run:
            assert run.known[PAGE].is_verified
            assert run.known[OTHER].verdict is Verdict.BROKEN
            assert run.already == {PAGE, OTHER}
            assert due([page()], run.known, NOW + timedelta(hours=1)) == ()

    def test_an_interrupted_run_is_kept_at_once(self, tmp_path: Path) -> None:
        with pytest.raises(KeyboardInterrupt):
            interrupted(tmp_path, look())
        assert remembered(tmp_path).keys() == {PAGE}

    def test_asking_everything_goes_on_after_two_interruptions(self, tmp_path: Path) -> None:
        for name in (PAGE, OTHER):
            with pytest.raises(KeyboardInterrupt):
                interrupted(tmp_path, look(id=name))
        with session(tmp_path, NOW) as run:
            assert run.already == {PAGE, OTHER}
            run.finish(Outage())
        with session(tmp_path, NOW) as run:
            assert run.already == frozenset()

    def test_an_interrupted_run_of_last_week_is_not_gone_on_with(self, tmp_path: Path) -> None:
        add_and_die(tmp_path, look())
        with session(tmp_path, NOW + timedelta(days=7)) as run:
            assert run.known.keys() == {PAGE}
            assert run.already == frozenset()

    def test_a_killed_run_that_reached_nobody_says_nothing(self, tmp_path: Path) -> None:
        add_and_die(tmp_path, silent_look())
        with session(tmp_path, NOW) as run:
            assert run.known == {}
            assert run.already == frozenset()

    def test_an_outage_leaves_the_ledger_as_it_was(self, tmp_path: Path) -> None:
        known = {PAGE: checked(PAGE, finding(Verdict.BROKEN), last_ok=None)}
        sessions.replace_checks(tmp_path, known)
        before = (tmp_path / CHECKS_FILE).read_bytes()
        with session(tmp_path, NOW + timedelta(days=1)) as run:
            run.add(silent_look())
            run.finish(Outage(web=True))
        assert (tmp_path / CHECKS_FILE).read_bytes() == before

    def test_the_last_word_on_a_work_counts(self, tmp_path: Path) -> None:
        with session(tmp_path, NOW) as run:
            run.add(look())
            run.add(look(archive="https://archive.example/1"))
            run.finish(Outage())
        assert run.known[PAGE].archive == "https://archive.example/1"

    def test_rows_that_came_in_meanwhile_are_kept(self, tmp_path: Path) -> None:
        with session(tmp_path, NOW) as run:
            sessions.replace_checks(tmp_path, {OTHER: checked(OTHER)})  # a pull, say
            run.add(look())
            run.finish(Outage())
        assert remembered(tmp_path).keys() == {PAGE, OTHER}

    def test_a_damaged_ledger_is_left_to_a_person(self, tmp_path: Path) -> None:
        (tmp_path / "ledger").mkdir()
        (tmp_path / CHECKS_FILE).write_text("{", encoding="utf-8")
        with pytest.raises(DamagedError) as told, session(tmp_path, NOW):
            pass
        assert told.value.problems[0].rule == "damaged-ledger"
        assert (tmp_path / CHECKS_FILE).read_text(encoding="utf-8") == "{"

    def test_a_ledger_damaged_meanwhile_keeps_the_journal(self, tmp_path: Path) -> None:
        with pytest.raises(DamagedError), session(tmp_path, NOW) as run:
            damage_and_finish(tmp_path, run)
        (tmp_path / CHECKS_FILE).unlink()
        with session(tmp_path, NOW) as run:
            assert run.known.keys() == {PAGE}

    @pytest.mark.parametrize("rubbish", [b"", b"\n", b"half a he", b"{}\n", b"[1]\n", b"\xff\n"])
    def test_a_journal_without_a_head_is_none(self, tmp_path: Path, rubbish: bytes) -> None:
        (tmp_path / "ledger").mkdir()
        (tmp_path / JOURNAL_FILE).write_bytes(rubbish)
        with session(tmp_path, NOW) as run:
            assert run.known == {}


class TestMerging:
    LOOKS = (look(seen(Verdict.BROKEN)), look(id=OTHER, host="other.example"))

    def test_merged_twice_counts_once(self) -> None:
        known = merged({PAGE: checked(PAGE, finding(Verdict.BROKEN))}, self.LOOKS, NOW)
        later = merged(known, self.LOOKS, NOW + timedelta(days=1))
        assert merged(later, self.LOOKS, NOW + timedelta(days=1)) == later
        assert later[PAGE].findings[0].days == 2

    @pytest.mark.parametrize("moment", ["text", "replaced"])
    def test_killed_while_it_merges_a_run_loses_nothing(
        self, tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Before sources.json is replaced, and after that while the journal still stands."""
        add_and_die(tmp_path, *self.LOOKS)
        with monkeypatch.context() as patch:
            if moment == "text":
                patch.setattr(os, "fsync", _die)
            else:
                patch.setattr("plugins.cited_sources.checking.journal.Journal.begin", _die)
            with pytest.raises(_KilledError), session(tmp_path, NOW):
                pass
        with session(tmp_path, NOW) as run:
            assert run.known == merged({}, self.LOOKS, NOW)


class _KilledError(BaseException):
    pass


def _die(*_: object) -> None:
    raise _KilledError


class TestAlone:
    def test_a_second_run_at_the_same_time_is_refused(self, tmp_path: Path) -> None:
        with session(tmp_path, NOW) as run:
            run.add(look())
            with pytest.raises(BusyError), session(tmp_path, NOW):
                pass
            run.finish(Outage())
        assert remembered(tmp_path).keys() == {PAGE}

    def test_another_process_is_refused_until_the_first_is_killed(self, tmp_path: Path) -> None:
        held = _start(tmp_path, works=200_000)
        try:
            assert held.stdout
            held.stdout.readline()
            with pytest.raises(BusyError), session(tmp_path, NOW):
                pass
        finally:
            held.kill()
            held.communicate()
        with session(tmp_path, NOW) as run:
            assert run.already

    def test_where_the_system_knows_no_locks_a_run_goes_on(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("plugins.cited_sources.checking.locks._module", lambda _: None)
        with session(tmp_path, NOW) as run:
            run.add(look())
            run.finish(Outage())
        assert remembered(tmp_path).keys() == {PAGE}


def _start(folder: Path, works: int, minutes: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.cited_sources.killed_run", folder, str(works), str(minutes)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_process_killed_again_and_again_loses_nothing_and_asks_nothing_twice(
    tmp_path: Path,
) -> None:
    works, told, chance = 3_000, Counter[str](), random.Random(7)
    for attempt in range(12):
        running = _start(tmp_path, works, minutes=attempt)
        assert running.stdout
        if attempt % 2:  # while it starts, and takes up what the last one left
            time.sleep(chance.uniform(0.1, 0.5))
        for line in islice(running.stdout, 0 if attempt % 2 else chance.choice((1, 50, 600))):
            told[line.strip()] += 1
        running.kill()
        told.update(running.communicate()[0].split())
    last = subprocess.run(
        [sys.executable, "-m", "tests.cited_sources.killed_run", tmp_path, str(works), "60"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told.update(last.stdout.split())
    known = remembered(tmp_path)
    assert len(known) == works
    assert told.keys() <= known.keys()
    assert [name for name, times in told.items() if times > 1] == []
    assert not (tmp_path / JOURNAL_FILE).exists()
