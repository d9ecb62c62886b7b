import pytest
import torch

from inference.core.neighbours import by_cosine, in_plane
from inference.core.noise import noise, shuffled
from inference.core.quality import local_recall, quality


def circle(n: int = 80) -> tuple[torch.Tensor, torch.Tensor]:
    turn = torch.linspace(0, 6.2, n)
    xy = torch.stack([turn.cos(), turn.sin()], 1)
    return xy, xy * 3


def test_a_map_that_changes_nothing_is_perfect() -> None:
    vectors, xy = circle()
    found = quality(vectors, xy, k=10)
    assert (found.trustworthiness, found.continuity, found.recall) == pytest.approx((1, 1, 1))


def test_a_random_map_is_as_bad_as_chance() -> None:
    vectors, xy = circle(200)
    found = quality(vectors, xy[shuffled(200, seed=3)], k=15)
    assert found.trustworthiness == pytest.approx(0.5, abs=0.08)
    assert found.recall == pytest.approx(15 / 199, abs=0.04)


def test_trustworthiness_is_that_of_scikit_learn() -> None:
    from sklearn.manifold import trustworthiness

    vectors, xy = noise(1, (100, 8)), noise(2, (100, 2))
    ours = quality(vectors, xy, k=7).trustworthiness
    theirs = trustworthiness(vectors.numpy(), xy.numpy(), n_neighbors=7, metric="cosine")
    assert ours == pytest.approx(theirs, abs=1e-6)
    swapped = trustworthiness(xy.numpy(), vectors.numpy(), n_neighbors=7)
    assert swapped == pytest.approx(quality(vectors, xy, k=7).continuity, abs=0.05)


def test_a_large_map_is_measured_on_a_sample() -> None:
    assert quality(noise(1, (300, 4)), noise(2, (300, 2)), k=5, most=100).sample == 100


def test_neighbours_are_exact_and_nobody_is_their_own() -> None:
    vectors = noise(1, (50, 8))
    indices, distances = by_cosine(vectors, 5)
    unit = vectors / vectors.norm(dim=1, keepdim=True)
    similar = unit @ unit.T
    similar.fill_diagonal_(-2)
    assert torch.equal(indices[:, 0], similar.argmax(1))
    assert bool((distances[:, 1:] >= distances[:, :-1] - 1e-6).all())
    near, apart = in_plane(vectors[:, :2], 3)
    assert bool((near != torch.arange(50)[:, None]).all())
    assert bool((apart >= 0).all())


def test_local_recall_counts_shared_neighbours() -> None:
    high = torch.tensor([[1, 2, 3], [4, 5, 6]])
    low = torch.tensor([[3, 2, 9], [7, 8, 9]])
    assert local_recall(high, low).tolist() == pytest.approx([2 / 3, 0])
