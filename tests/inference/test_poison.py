"""Poison is given up and harms nobody; a client without that limit is found out."""

import pytest

from inference.client import Client
from inference.workers.local import WorkerOptions
from tests.outages.faults import Deaf
from tests.outages.leaving import departed
from tests.outages.poison import poisoned

pytestmark = pytest.mark.slow


def test_poison_is_given_up_after_three_workers_and_the_good_ones_are_made():
    seen = poisoned(12, 2, within_s=60, kinds=("segfault", "nan"))
    assert seen.bad == [], seen
    assert seen.given_up == {"segfault": 1, "nan": 1}


def test_a_client_that_never_gives_up_is_found_out():
    seen = poisoned(4, 1, within_s=10, kinds=("segfault",), most_attempts=10**6)
    assert "poison was not given up" in seen.bad


def test_nobody_works_for_readers_who_have_left():
    seen = departed(Client(WorkerOptions(toy=True, threads=1)), 3)
    assert seen.bad == [], seen


def test_a_client_that_says_nothing_when_readers_leave_is_found_out():
    assert "worked for nobody" in departed(Deaf(WorkerOptions(toy=True, threads=1)), 3).bad
