import struct

import numpy as np
import pytest

from inference.maps import survey
from inference.maps.contours import contours

BOUNDS = {"x_min": -10.0, "y_min": -10.0, "x_max": 10.0, "y_max": 10.0}


def ring(n: int = 4000) -> np.ndarray:
    """A ring of radius 7: empty in the middle."""
    dice = np.random.default_rng(1)
    angle, away = dice.uniform(0, 2 * np.pi, n), 7 + dice.normal(0, 0.5, n)
    return np.stack([away * np.cos(angle), away * np.sin(angle)], 1).astype(np.float32)


def test_coverage_is_zero_exactly_where_nothing_lies() -> None:
    xy = ring()
    body = survey.coverage(xy, BOUNDS)
    magic, columns, rows, *corners = struct.unpack_from("<8sII4f", body)
    assert (magic, columns, rows) == (b"RSHNCOV1", 128, 128)
    assert corners == [-10, -10, 10, 10]
    cells = np.frombuffer(body, np.uint8, offset=32).reshape(rows, columns)
    found = survey.counts(xy, BOUNDS, 128)
    assert np.array_equal(cells > 0, found > 0)
    assert found.sum() == len(xy)
    assert cells.max() == 255


def test_the_widest_gap_of_a_ring_is_its_middle_and_no_gap_holds_a_point() -> None:
    xy = ring()
    found = survey.gaps(xy, BOUNDS, spacing=0.2)
    x, y, radius = found[0]
    assert np.hypot(x, y) < 0.6
    assert radius == pytest.approx(np.hypot(xy[:, 0] - x, xy[:, 1] - y).min(), abs=0.25)
    for x, y, radius in found:
        assert np.hypot(xy[:, 0] - x, xy[:, 1] - y).min() > radius - 0.25
        assert np.hypot(x, y) < 8.9
    near = survey.gaps(xy, BOUNDS, spacing=0.2, near=(8, 0))
    assert len(near) == len(found)
    assert np.hypot(near[0][0] - 8, near[0][1]) <= np.hypot(found[0][0] - 8, found[0][1])


def test_a_surprise_is_the_same_for_the_same_seed() -> None:
    found = survey.gaps(ring(), BOUNDS, spacing=0.2)
    places = [survey.surprise(found, seed) for seed in range(30)]
    assert places == [survey.surprise(found, seed) for seed in range(30)]
    assert survey.surprise([], 1) is None
    full = np.stack(np.meshgrid(np.linspace(-10, 10, 300), np.linspace(-10, 10, 300)), -1)
    assert survey.gaps(full.reshape(-1, 2), BOUNDS, spacing=0.1) == []


def test_contours_are_closed_rings_that_hold_the_land() -> None:
    rings = [ring_ for level in contours(ring(), BOUNDS) for ring_ in level["rings"]]
    assert rings
    outer = max(rings, key=len)
    away = np.hypot(*np.array(outer).T)
    assert 6.5 < np.median(away) < 10.5
    for one in rings:
        steps = np.linalg.norm(np.diff(np.array([*one, one[0]]), axis=0), axis=1)
        # From cell to cell: a ring with a hole in it would jump.
        assert steps.max() < 3 * 20 / 192


def test_no_points_at_a_border_leave_a_line_open() -> None:
    corner = np.full((500, 2), -10, np.float32) + np.random.default_rng(1).random((500, 2))
    for level in contours(corner, BOUNDS):
        assert all(len(one) >= 6 for one in level["rings"])


def test_land_between_neighbours_is_known_and_a_picture_in_a_gap_makes_more() -> None:
    xy = np.array([[2.0, 2.0], [8.0, 8.0]], np.float32)

    def known(points: np.ndarray, spacing: float) -> int:
        return int(
            np.count_nonzero(np.frombuffer(survey.coverage(points, BOUNDS, spacing)[32:], np.uint8))
        )

    assert known(xy, 0.0) == 2
    assert known(xy, 0.5) > 50
    more = np.concatenate([xy, [[5.0, 5.0]]]).astype(np.float32)
    assert known(more, 0.5) > 1.4 * known(xy, 0.5)
