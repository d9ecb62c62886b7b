"""Overload is refused early and politely, and what was accepted is made. Nothing here is a time: the
figures of goal R8 are printed by `make bench`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outages.storm import weathered

pytestmark = pytest.mark.slow
BOUND, UNBOUNDED = 12, 100_000
BRIEF = {"calm_s": 1.0, "storm_s": 2.0}


def test_ten_times_too_much_is_refused_early_and_the_rest_is_made(tmp_path: Path) -> None:
    storm = weathered(tmp_path, bound=BOUND, queue_bound=BOUND, **BRIEF)
    assert storm.broken == [], storm


def test_a_server_that_accepts_everything_fails_this_judgement(tmp_path: Path) -> None:
    storm = weathered(tmp_path, bound=BOUND, queue_bound=UNBOUNDED, **BRIEF)
    assert {"longer queue than the bound", "accepted and late", "nobody was refused"} <= set(
        storm.broken
    )
