"""Points that are near everything do not come first only because of that."""

import torch
from torch.nn import functional

from inference.core.hubs import crowding, past_hubs
from inference.core.noise import noise


def world() -> torch.Tensor:
    """A hundred unit vectors in any direction, the last one in the middle of all of them."""
    points = functional.normalize(torch.stack([noise(at, (16,)) for at in range(99)]) + 1.0, dim=1)
    middle = functional.normalize(points.mean(0), dim=0)
    return torch.cat([points, middle[None]])


def test_a_hub_is_the_most_crowded_point() -> None:
    assert int(crowding(world()).argmax()) == 99


def test_a_hub_steps_back_and_equally_crowded_points_keep_their_order() -> None:
    points = world()
    cosines = points[:99] @ points.T
    cosines[torch.arange(99), torch.arange(99)] = -1
    crowded = crowding(points)
    before = (cosines.argmax(1) == 99).sum()
    after = (past_hubs(cosines, crowded).argmax(1) == 99).sum()
    assert after < before / 2
    alike = torch.full((100,), 0.3)
    assert torch.equal(past_hubs(cosines, alike).argsort(1), cosines.argsort(1))


def test_each_group_is_crowded_by_its_own() -> None:
    points = torch.cat([world(), -world()])
    groups = torch.arange(200) // 100
    assert torch.allclose(crowding(points, groups)[:100], crowding(world()), atol=1e-6)
    assert torch.equal(crowding(points[:1]), torch.zeros(1))


def test_many_points_are_looked_at_in_blocks_with_the_same_result() -> None:
    points = functional.normalize(torch.stack([noise(at, (8,)) for at in range(1100)]), dim=1)
    cosines = (points @ points.T).fill_diagonal_(-1)
    assert torch.allclose(crowding(points), cosines.topk(10, 1).values.mean(1), atol=1e-6)
