"""How true a map is on the way back, measured on a small map of the toy model."""

import re
from pathlib import Path

import pytest
import torch

from inference.maps.verify import interval, verify
from inference.maps.verify_page import EDGES, histogram, page, write_page
from tests.tiny import build_tiny_map, padded_encoder


def test_the_page_says_what_was_measured(tmp_path: Path) -> None:
    folder = build_tiny_map(tmp_path)
    figures = verify(folder, 6, tmp_path / "models", padded_encoder)
    target = tmp_path / "docs" / "map-inverse.md"
    write_page(figures, target)
    text = target.read_text("utf-8")
    assert (tmp_path / "docs/images/map-inverse.svg").read_text("utf-8").count("<rect") == 21
    assert "6 seeded points" in text
    assert "(40 points)" in text
    cosines = figures["leave_one_out_cosine"]
    for name in ("mixture", "nearest", "global_mean", "gain"):
        low, high = cosines[name]["interval"]
        assert low <= cosines[name]["mean"] <= high
        assert f"{cosines[name]['mean']:.3f} [{low:.3f}, {high:.3f}]" in text
    for name in ("cycle_error", "placing_error"):
        found = figures[name]
        assert sum(found["histogram"]) == pytest.approx(1, abs=0.001)
        assert f"| {found['median']:.2f} [" in text
        assert f"{found['q90']:.2f} |" in text
        assert all(f"{share:.1%}" in text for share in found["histogram"])
    # Other figures give another page.
    other = {**figures, "cycle_error": {**figures["cycle_error"], "median": 98.76}}
    assert "98.76" in page(other, "images/map-inverse.svg")


def test_the_shipped_page_was_written_by_the_command() -> None:
    text = (Path(__file__).parents[3] / "docs" / "map-inverse.md").read_text("utf-8")
    found = re.search(r"--points (\d+) --write docs/map-inverse.md", text)
    assert found
    assert f"{found[1]} seeded points" in text
    shares = re.findall(r"^\| (?:[\d.]+ to|over) [\d.]+ \| ([\d.]+)% \| ([\d.]+)% \|$", text, re.M)
    assert len(shares) == len(EDGES)
    for column in zip(*shares, strict=True):
        assert sum(map(float, column)) == pytest.approx(100, abs=0.5)


def test_a_histogram_puts_every_error_into_one_bar() -> None:
    shares = histogram(torch.tensor([0.0, 0.49, 0.5, 7.9, 8.0, 100.0, 2.5, 2.9]))
    assert shares == [0.25, 0.125, 0, 0, 0.25, 0, 0, 0.125, 0.25]


def test_an_interval_narrows_with_more_points_and_holds_the_mean() -> None:
    values = torch.randn(400, generator=torch.Generator().manual_seed(3)) + 5
    few, many = (interval(values[:n], lambda rows: rows.mean(-1)) for n in (20, 400))
    assert many[1] - many[0] < few[1] - few[0]
    assert many[0] < values.mean() < many[1]
    assert many[1] - many[0] == pytest.approx(4 * 0.98 / 20, rel=0.15)
