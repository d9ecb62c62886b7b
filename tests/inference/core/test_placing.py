import torch
from torch.nn.functional import normalize

from inference.core.layouts import LinearLayout, NeighbourLayout, party_radius, principal_axes
from inference.core.noise import noise
from inference.core.placing import place


def islands() -> tuple[torch.Tensor, torch.Tensor]:
    """Two groups of unlike vectors that lie far apart on the map."""
    centres = torch.eye(8)[:2]
    vectors = normalize(centres.repeat_interleave(20, 0) + 0.05 * noise(1, (40, 8)), dim=1)
    xy = torch.tensor([[0.0, 0.0], [10.0, 0.0]]).repeat_interleave(20, 0) + 0.2 * noise(2, (40, 2))
    return vectors, xy


def test_a_newcomer_goes_to_its_like() -> None:
    vectors, xy = islands()
    found = place(normalize(torch.eye(8)[:2], dim=1), vectors, xy, radius=2.0)
    assert float((found.xy[0] - torch.tensor([0.0, 0.0])).norm()) < 0.5
    assert float((found.xy[1] - torch.tensor([10.0, 0.0])).norm()) < 0.5
    assert bool((found.confidence > 0.99).all())


def test_what_is_between_two_islands_lands_on_one_of_them_and_is_less_sure() -> None:
    vectors, xy = islands()
    middle = normalize(torch.eye(8)[:2].sum(0, keepdim=True), dim=1)
    found = place(middle, vectors, xy, radius=2.0)
    x = float(found.xy[0, 0])
    assert min(abs(x), abs(x - 10)) < 1
    assert float(found.confidence[0]) < 0.95


def test_a_neighbour_layout_places_many_and_moves_nobody() -> None:
    vectors, xy = islands()
    layout = NeighbourLayout(xy, vectors)
    before = layout.xy.clone()
    assert layout.place(vectors[:3] * 7).shape == (3, 2)
    assert torch.equal(layout.xy, before)
    assert party_radius(xy) > 0


def test_a_linear_layout_places_known_points_where_they_are() -> None:
    vectors = noise(1, (30, 8))
    mean, axes = principal_axes(vectors, 2)
    layout = LinearLayout((vectors - mean) @ axes.T, mean, axes)
    assert torch.allclose(layout.place(vectors), layout.xy, atol=1e-5)


def test_principal_axes_find_a_planted_one_and_point_it_the_same_way() -> None:
    planted = normalize(noise(5, (16,)), dim=0)
    vectors = 5 * noise(1, (200, 1)) * planted + 0.1 * noise(2, (200, 16))
    _, axes = principal_axes(vectors, 1)
    assert abs(float(axes[0] @ planted)) > 0.99
    assert float(axes[0][axes[0].abs().argmax()]) > 0
