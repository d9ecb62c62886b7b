import pytest
import torch

from inference.core.noise import noise
from inference.core.quality import quality
from inference.projectors.pca import pca
from inference.projectors.umap import umap


def clusters(n: int = 240, dim: int = 32) -> tuple[torch.Tensor, torch.Tensor]:
    group = torch.arange(n) % 6
    return 4 * noise(1, (6, dim))[group] + noise(2, (n, dim)), group


def test_pca_puts_the_widest_direction_to_the_right() -> None:
    vectors = noise(1, (200, 8)) * torch.tensor([9.0, 3, 1, 1, 1, 1, 1, 1])
    layout = pca(vectors)
    assert float(layout.xy[:, 0].std()) > float(layout.xy[:, 1].std()) > 2
    turned = pca(vectors, first=2, second=1)
    assert torch.allclose(turned.xy, layout.xy.flip(1), atol=1e-4)


def test_pca_places_a_known_vector_where_it_is() -> None:
    vectors, _ = clusters()
    layout = pca(vectors)
    assert torch.allclose(layout.place(vectors[:5]), layout.xy[:5], atol=1e-3)


@pytest.mark.slow
def test_umap_keeps_groups_together_repeats_itself_and_places_newcomers_with_their_like() -> None:
    vectors, group = clusters()
    layout = umap(vectors[12:], seed=3)
    assert torch.equal(layout.xy, umap(vectors[12:], seed=3).xy)
    assert quality(vectors[12:], layout.xy, k=15).trustworthiness > 0.9
    before = layout.xy.clone()
    for spot, own in zip(layout.place(vectors[:12]), group[:12], strict=True):
        nearest = (layout.xy - spot).norm(dim=1).argmin()
        assert group[12:][nearest] == own
    assert torch.equal(layout.xy, before)
