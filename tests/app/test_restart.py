"""What was accepted is made, whatever is killed meanwhile, and whoever waits is told.

Short versions of what `make bench` does at length; each judgement is tried on a faulty server too.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outages.draining import drained
from tests.outages.house import House, order
from tests.outages.keys import repeated
from tests.outages.kills import killed_again_and_again

pytestmark = pytest.mark.slow


def test_what_was_promised_is_made_once_whatever_is_killed(tmp_path: Path) -> None:
    toll = killed_again_and_again(
        tmp_path, cycles=2, clients=4, longest_s=0.5, victims=("worker", "both")
    )
    assert toll.promised > 3
    assert toll.bad == [], toll


def test_a_server_that_answers_before_it_has_written_loses_promises(tmp_path: Path) -> None:
    toll = killed_again_and_again(
        tmp_path, cycles=1, clients=4, longest_s=0.6, fault="hasty", victims=("server",)
    )
    assert "lost" in toll.bad, toll


def test_a_key_is_answered_once_and_for_all_also_after_a_kill(tmp_path: Path) -> None:
    seen = repeated(tmp_path, keys=4)
    assert seen.bad == [], seen


def test_a_server_that_forgets_keys_when_it_ends_answers_otherwise(tmp_path: Path) -> None:
    assert "another answer" in repeated(tmp_path, keys=2, fault="forgetful").bad


def test_whoever_waits_when_the_server_is_asked_to_go_is_answered(tmp_path: Path) -> None:
    seen = drained(tmp_path, cycles=1)
    assert seen.answered >= 6
    assert seen.bad == [], seen


def test_a_server_that_goes_as_uvicorn_does_cuts_people_off(tmp_path: Path) -> None:
    assert "cut off" in drained(tmp_path, cycles=1, fault="abrupt").bad


def test_when_the_worker_dies_the_web_process_lives_and_the_render_is_made(tmp_path: Path) -> None:
    house = House(tmp_path)
    try:
        house.ready()
        id = house.ask("POST", "/renders", order(1, "slow cat"))["id"]
        house.kill_worker()
        assert house.ask("GET", "/renders")["items"]
        assert house.settled(id)["state"] == "done"
    finally:
        assert house.stop() in (0, -15)
