import pytest
import torch

from inference.core.statistics import wilson


@pytest.mark.parametrize(
    ("n", "half"), [(16, 0.22), (32, 0.16), (64, 0.12), (100, 0.096), (400, 0.049)]
)
def test_wilson_half_widths_at_one_half(n: int, half: float) -> None:
    low, high = wilson(n // 2, n)
    assert (high - low) / 2 == pytest.approx(half, abs=0.005)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5])
def test_wilson_covers_the_truth_in_about_95_of_100_audits(share: float) -> None:
    generator = torch.Generator().manual_seed(1)
    hits = (torch.rand(2000, 200, generator=generator) < share).sum(1).tolist()
    intervals = [wilson(int(hit), 200) for hit in hits]
    covered = sum(low <= share <= high for low, high in intervals) / len(intervals)
    assert 0.93 <= covered <= 0.97


def test_wilson_stays_between_nothing_and_everything() -> None:
    assert wilson(0, 10)[0] == 0
    assert wilson(10, 10)[1] == pytest.approx(1)
    assert wilson(0, 0) == (0, 1)
