import math

import pytest
import torch

from inference.core.paths import span, spans
from inference.core.vectors import Embedding, Latent
from inference.errors import WrongSpace


def test_a_quarter_turn_on_a_sphere_is_a_quarter_of_its_circle() -> None:
    a = Embedding(torch.tensor([2.0, 0.0]), "s", "sphere")
    b = Embedding(torch.tensor([0.0, 2.0]), "s", "sphere")
    assert span(a, b) == pytest.approx(math.pi)
    assert span(a, a) == 0
    assert spans([a, b, a]) == pytest.approx([math.pi, math.pi])


def test_on_flat_ground_the_way_is_straight() -> None:
    a = Latent(torch.tensor([1.0, 1.0]), "s", "flat")
    b = Latent(torch.tensor([4.0, 5.0]), "s", "flat")
    assert span(a, b) == pytest.approx(5)


def test_there_is_no_way_between_two_spaces() -> None:
    with pytest.raises(WrongSpace):
        span(Latent(torch.ones(2), "s", "flat"), Latent(torch.ones(2), "other", "flat"))
