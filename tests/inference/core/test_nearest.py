import pytest
import torch

from inference.core.nearest import cells_of, nearest_of_all, neighbours_of, unit, widest
from inference.core.neighbours import by_cosine
from inference.core.noise import noise


def cloud(n: int = 6000, dim: int = 64) -> torch.Tensor:
    """Forty towns in twelve of 64 dimensions."""
    town = torch.arange(n) % 40
    flat = 2 * noise(1, (40, 12))[town] + 0.7 * noise(2, (n, 12))
    return unit(flat @ noise(3, (12, dim)) + 0.05 * noise(4, (n, dim)))


def share(found: torch.Tensor, truth: torch.Tensor) -> float:
    return float((found[:, :, None] == truth[:, None, :]).any(2).float().mean())


def test_a_search_finds_nearly_all_true_neighbours_and_their_cosines() -> None:
    vectors = cloud()
    cells = cells_of(vectors, k=50)
    assert cells.opened < len(cells.centres)
    questions = unit(vectors[:200] + 0.02 * noise(5, (200, 64)))
    truth, cosines = nearest_of_all(questions, vectors, 50)
    rows, found = cells.search(questions, 50)
    assert share(rows, truth) > 0.99
    assert torch.allclose(found[:, 0], cosines[:, 0], atol=1e-5)
    one = torch.cat([cells.search(question[None], 50)[0] for question in questions])
    assert share(one, truth) > 0.99


def test_half_precision_vectors_are_searched_as_well() -> None:
    vectors = cloud()
    cells = cells_of(vectors.half())
    truth = nearest_of_all(vectors[:100], vectors.half(), 10)[0]
    assert share(cells.search(vectors[:100], 10)[0], truth) > 0.98


def test_a_graph_holds_the_true_neighbours_and_nobody_is_its_own() -> None:
    vectors = cloud()
    rows, cosines = neighbours_of(vectors, 15)
    assert not bool((rows == torch.arange(len(rows))[:, None]).any())
    assert bool((cosines[:, :-1] >= cosines[:, 1:] - 1e-6).all())
    assert share(rows, by_cosine(vectors, 15)[0]) > 0.9


@pytest.mark.parametrize("n", [1, 5, 700])
def test_few_vectors_are_enough_and_equal_ones_are_no_trouble(n: int) -> None:
    cells = cells_of(unit(torch.ones(n, 8)), k=3)
    rows, cosines = cells.search(unit(torch.ones(2, 8)), 3)
    assert rows.shape == (2, min(3, n))
    assert torch.allclose(cosines, torch.ones_like(cosines), atol=1e-5)


def test_the_widest_directions_keep_the_products() -> None:
    vectors = cloud()
    axes = widest(vectors, 0.97)
    assert axes.shape[1] < 20
    assert torch.allclose(axes.T @ axes, torch.eye(axes.shape[1]), atol=1e-4)
    assert widest(noise(1, (200, 16)), 0.97).shape == (16, 16)
