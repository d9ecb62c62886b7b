import pytest
import torch

from inference.core.noise import noise
from inference.core.vectors import Embedding
from inference.directions.mean_difference import mean_difference
from inference.directions.pca import pca
from inference.errors import InvalidInput, WrongSpace

PLANTED = torch.nn.functional.normalize(noise(9, (64,)), dim=0)


def points(shift: float, seed: int, n: int = 40, space: str = "s") -> list[Embedding]:
    return [Embedding(x + shift * PLANTED, space) for x in noise(seed, (n, 64))]


def test_a_planted_direction_is_found_from_two_groups() -> None:
    found = mean_difference(points(-4, 1), points(4, 2))
    assert float(torch.cosine_similarity(found.values, PLANTED, dim=0)) > 0.95
    assert found.space == "s"


def test_swapping_the_groups_turns_the_direction_round() -> None:
    a, b = points(-1, 1), points(1, 2)
    assert torch.allclose(mean_difference(a, b).values, -mean_difference(b, a).values)


def test_one_point_and_its_direction_lead_to_the_other() -> None:
    a, b = points(0, 1, 1), points(0, 2, 1)
    assert torch.allclose((a[0] + mean_difference(a, b)).values, b[0].values, atol=1e-6)


def test_a_direction_can_be_given_a_length() -> None:
    found = mean_difference(points(-1, 1), points(1, 2), length=2.5)
    assert float(found.values.norm()) == pytest.approx(2.5, abs=1e-5)


def test_a_planted_direction_is_found_without_labels() -> None:
    found = pca([*points(-4, 1), *points(4, 2)])
    assert abs(float(torch.cosine_similarity(found.values, PLANTED, dim=0))) > 0.95
    second = pca([*points(-4, 1), *points(4, 2)], component=2)
    assert abs(float(torch.cosine_similarity(found.values, second.values, dim=0))) < 1e-4


def test_what_cannot_be_learned_from_is_refused() -> None:
    with pytest.raises(InvalidInput):
        mean_difference([], points(0, 1))
    with pytest.raises(InvalidInput):
        mean_difference(points(0, 1), points(0, 1), length=1)
    with pytest.raises(InvalidInput):
        pca(points(0, 1, 1))
    with pytest.raises(WrongSpace):
        mean_difference(points(0, 1), points(0, 2, space="other"))
