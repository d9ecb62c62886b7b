import itertools

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from inference.core.noise import noise
from inference.core.paths import corner_weights, even_times, grid, path
from inference.core.statistics import gini
from inference.core.vectors import Latent
from inference.errors import InvalidInput


def points(n: int) -> list[Latent]:
    return [Latent(x, "s", "gaussian") for x in noise(1, (n, 64))]


def test_a_path_passes_every_stop() -> None:
    stops = points(3)
    walked = path(stops, [0, 0.5, 1])
    assert all(torch.equal(a.values, b.values) for a, b in zip(walked, stops, strict=True))


def test_a_path_needs_two_points() -> None:
    with pytest.raises(InvalidInput):
        path(points(1), [0.5])


def test_the_corners_of_a_grid_are_the_corners() -> None:
    corners = points(4)
    rows = grid(corners, 5, 3)
    ends = rows[0][0], rows[0][-1], rows[-1][0], rows[-1][-1]
    assert all(torch.equal(a.values, b.values) for a, b in zip(ends, corners, strict=True))
    assert (len(rows), len(rows[0])) == (3, 5)
    with pytest.raises(InvalidInput):
        grid(corners[:3], 5, 3)


@given(st.floats(0, 1), st.floats(0, 1))
def test_corner_weights_add_up_to_one(u: float, v: float) -> None:
    assert sum(corner_weights(u, v)) == pytest.approx(1)


def test_even_timing_makes_an_uneven_walk_even() -> None:
    def change(t: float) -> float:
        return t**4  # nearly nothing happens at first

    times = [i / 16 for i in range(17)]
    steps = [change(b) - change(a) for a, b in itertools.pairwise(times)]
    even = even_times(times, steps, 9)
    before = [change((i + 1) / 8) - change(i / 8) for i in range(8)]
    after = [change(b) - change(a) for a, b in itertools.pairwise(even)]
    assert gini(after) < 0.5 * gini(before)
    assert (even[0], even[-1]) == (0, 1)
    assert even == sorted(even)


def test_a_walk_that_never_changes_is_timed_evenly() -> None:
    assert even_times([0, 1], [0.0], 3) == [0, 0.5, 1]
    with pytest.raises(InvalidInput):
        even_times([0, 1], [], 3)
