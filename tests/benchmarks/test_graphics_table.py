"""The table of the benchmark: ratios, verdicts, what was not measured. Nothing is timed here."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.graphics.collecting import Taken, in_rounds
from benchmarks.graphics.engines import Engine
from benchmarks.graphics.figures import Figure, Large, Peer, Results, bars, ratio
from benchmarks.graphics.sites import PEERS
from benchmarks.graphics.table import report
from benchmarks.graphics.texts import SCRIPTS, posts_in
from benchmarks.installing import lock_of, version_of
from benchmarks.markdown import marks, put_between
from benchmarks.measuring import NotMeasuredError, run

ENGINE = Engine(
    peer="takumi", name="Brush", packages=(), wraps="yes", arabic="no", shapes=True, bar=1.0
)
LARGE = Large(wall=6.0, cpu=10.0, pictures=7000)


def figure(*milliseconds: float) -> Figure:
    return Figure(tuple((one,) for one in milliseconds), (40_000, 50_000, 60_000))


def results(*peers: Peer, card: float = 5.0) -> Results:
    own = {"card en": figure(card), "card ar": figure(8.0), "shapes": figure(51.0)}
    return Results(ours=own, large=LARGE, peers=peers)


def verdict(asked: str, found: Results) -> bool | None:
    (bar,) = (bar for bar in bars(found) if bar.asked.startswith(asked))
    return bar.met


def test_a_figure_is_the_median_of_all_its_rounds_and_tells_the_quietest_and_the_busiest() -> None:
    taken = Figure(((1.0, 2.0, 3.0), (5.0, 6.0, 7.0)))
    assert taken.ms == 4.0
    assert taken.span == (2.0, 6.0)


def test_the_ratio_is_how_many_times_as_long_the_other_takes() -> None:
    assert ratio(figure(30.0), figure(5.0)) == 6.0


@pytest.mark.parametrize(("card", "met"), [(6.0, True), (6.01, False)])
def test_a_bar_is_met_up_to_its_limit(card: float, met: bool) -> None:
    assert verdict("Latin card", results(card=card)) is met


def test_the_slowest_script_stands_for_all_scripts() -> None:
    found = results()
    assert verdict("card in the slowest script", found) is True
    slower = replace(found, ours={**found.ours, "card hi": figure(9.5)})
    assert verdict("card in the slowest script", slower) is False


def test_a_script_that_could_not_be_measured_leaves_that_bar_unjudged() -> None:
    found = results()
    broken = replace(found, ours={**found.ours, "card hi": "no room for the title"})
    assert verdict("card in the slowest script", broken) is None


def test_the_large_build_is_held_against_all_cpu_time_on_two_processors() -> None:
    assert LARGE.over_ideal == 1.2
    assert verdict("1,000 posts", results()) is True
    slower = replace(results(), large=replace(LARGE, wall=6.1))
    assert verdict("1,000 posts", slower) is False


def test_a_large_build_that_other_programs_slowed_down_is_not_judged() -> None:
    slowed = replace(LARGE, wall=8.0, others=6.0)
    found = replace(results(), large=slowed)
    assert verdict("1,000 posts", found) is None
    assert "while other programs took 6.0 s" in report(found, "")


@pytest.mark.parametrize(("theirs", "met"), [(5.1, True), (5.0, False), (4.0, False)])
def test_an_engine_that_shapes_text_must_take_longer_than_ours(theirs: float, met: bool) -> None:
    assert verdict("Brush", results(Peer(ENGINE, "1.0", figure(theirs)))) is met


@pytest.mark.parametrize(("theirs", "met"), [(40.0, True), (39.0, False)])
def test_an_engine_that_is_to_be_far_behind_must_take_eight_times_as_long(
    theirs: float, met: bool
) -> None:
    far = replace(ENGINE, shapes=False, bar=8.0)
    assert verdict("Brush", results(Peer(far, "1.0", figure(theirs)))) is met


def test_an_engine_that_does_not_shape_text_is_shown_without_a_verdict() -> None:
    found = results(Peer(replace(ENGINE, shapes=False), "1.0", figure(1.0)))
    assert not [bar for bar in bars(found) if bar.asked.startswith("Brush")]
    assert "| Brush 1.0 | png | 1.00 |" in report(found, "")


def test_an_engine_that_could_not_be_measured_is_told_with_its_reason() -> None:
    found = results(Peer(ENGINE, "1.0", "could not be installed: no network"))
    assert verdict("Brush", found) is None
    assert "| Brush 1.0 | png | not measured: could not be installed: no network |" in report(
        found, ""
    )


def test_the_engines_are_listed_with_the_quickest_first_and_the_unmeasured_last() -> None:
    names: dict[str, Figure | str] = {
        "Slow": figure(30.0),
        "None": "no network",
        "Quick": figure(7.0),
    }
    peers = [Peer(replace(ENGINE, name=name), "1", found) for name, found in names.items()]
    table = report(results(*peers), "").rpartition("Housecall")[2]
    assert sorted(names, key=table.index) == ["Quick", "Slow", "None"]


def test_what_fails_once_is_not_tried_again_and_stops_nothing() -> None:
    tries: list[str] = []

    def fails() -> Taken:
        tries.append("fails")
        raise NotMeasuredError("no node here")

    found = in_rounds({"fails": fails, "works": lambda: ([2.0], [100])}, 3)
    assert tries == ["fails"]
    assert found["fails"] == "no node here"
    assert found["works"] == Figure(((2.0,),) * 3, (100,))


def test_a_program_that_fails_or_is_missing_is_told_in_its_own_last_words(tmp_path: Path) -> None:
    program = "import sys; print('first', file=sys.stderr); sys.exit('Error: no such font')"
    with pytest.raises(NotMeasuredError, match=r"^Error: no such font$"):
        run([sys.executable, "-c", program], tmp_path)
    with pytest.raises(NotMeasuredError, match="there is no brush here"):
        run(["brush"], tmp_path)


def test_a_run_counts_what_the_processes_of_a_program_took(tmp_path: Path) -> None:
    inner = "sum(range(3_000_000))"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    assert run([sys.executable, "-c", program], tmp_path).cpu > 0.01


def test_only_what_stands_between_the_marks_is_renewed() -> None:
    begin, end = marks("graphics")
    before = f"above\n{begin}\n\nold\n\n{end}\nbelow\n"
    once = put_between(before, "graphics", "new")
    assert once == f"above\n{begin}\n\nnew\n\n{end}\nbelow\n"
    assert put_between(once, "graphics", "new") == once


def test_a_readme_without_marks_is_an_error() -> None:
    with pytest.raises(ValueError, match="has no"):
        put_between("no marks", "graphics", "new")


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_posts_are_the_same_each_time_and_no_two_are_alike(script: str) -> None:
    posts = posts_in(script, 120)
    assert posts == posts_in(script, 120)
    assert len({post.title for post in posts}) > 115
    assert len({post.summary for post in posts}) > 115


def test_the_locks_tell_the_versions_of_what_they_install() -> None:
    assert version_of(PEERS / "satori", "satori")[0].isdigit()
    assert version_of(PEERS / "hugo", "hugo")[0].isdigit()


@pytest.mark.parametrize("peer", ["satori", "takumi", "eleventy", "hugo", "mkdocs_material"])
def test_every_package_of_a_lock_is_pinned_by_its_hash_and_no_registry_is_named(peer: str) -> None:
    lock = lock_of(PEERS / peer).read_text(encoding="utf-8")
    assert not re.search(r"resolved|--index|registry\.|pythonhosted", lock)
    assert '"integrity": "sha512-' in lock or "--hash=sha256:" in lock
