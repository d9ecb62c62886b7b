import pytest
import torch

from inference.core.layouts import LinearLayout
from inference.core.noise import noise
from inference.core.quality import quality
from inference.errors import InvalidInput
from inference.projectors.axes import axes
from inference.projectors.pacmap import pacmap
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


def test_pacmap_keeps_groups_together_and_repeats_itself() -> None:
    vectors, group = clusters()
    layout = pacmap(vectors, seed=3)
    assert torch.equal(layout.xy, pacmap(vectors, seed=3).xy)
    assert quality(vectors, layout.xy, k=15).trustworthiness > 0.9
    middles = torch.stack([layout.xy[group == each].mean(0) for each in range(6)])
    assert torch.equal(torch.cdist(layout.xy, middles).argmin(1), group)


def test_labels_draw_their_points_together_in_umap() -> None:
    vectors = noise(1, (300, 8))
    label = torch.arange(300) % 2

    def apart(xy: torch.Tensor) -> float:
        middles = torch.stack([xy[label == each].mean(0) for each in (0, 1)])
        return float((middles[0] - middles[1]).norm() / xy.std())

    alone, taught = umap(vectors).xy, umap(vectors, label, supervision=0.9).xy
    assert apart(taught) > 2 * apart(alone)
    assert not torch.equal(umap(vectors, torch.full((300,), -1)).xy, taught)


def test_a_layout_that_begins_at_an_old_one_stays_like_it() -> None:
    vectors, _ = clusters()
    old = umap(vectors, seed=1).xy
    for again in (umap(vectors, start=old, seed=2).xy, pacmap(vectors, old).xy):
        both = torch.corrcoef(torch.stack([old[:, 0], again[:, 0]]))
        assert float(both[0, 1]) > 0.8


@pytest.mark.parametrize("independent", [True, False])
def test_axes_measure_along_two_arrows_and_the_way_back_is_exact(independent: bool) -> None:
    vectors, _ = clusters()
    right, up = noise(3, (32,)), noise(4, (32,)) + 0.5 * noise(3, (32,))
    layout = axes(vectors, right, up, independent=independent)
    assert isinstance(layout, LinearLayout)
    places = torch.tensor([[0.0, 0.0], [1.5, -2.0], [-3.0, 0.25]])
    assert torch.allclose(layout.place(layout.lift(places)), places, atol=1e-4)
    if independent:
        moved = layout.place(vectors[:1] + 2 * right - up) - layout.place(vectors[:1])
        assert torch.allclose(moved, torch.tensor([[2.0, -1.0]]), atol=1e-4)


def test_axes_that_span_no_plane_are_refused() -> None:
    vectors, _ = clusters()
    for right, up in ((noise(1, (32,)), -2 * noise(1, (32,))), (torch.zeros(32), noise(1, (32,)))):
        with pytest.raises(InvalidInput, match="do not span a plane"):
            axes(vectors, right, up)
