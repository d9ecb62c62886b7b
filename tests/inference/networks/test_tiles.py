import pytest
import torch
from torch import nn

from inference.core.noise import noise
from inference.networks.steady import steadied
from inference.networks.tiles import TRIALS, Tiles, tiled


class Counting(nn.Module):
    """A network that gives a row the same bits whatever the size, and remembers the sizes."""

    def __init__(self, wrong_from=10**6):
        super().__init__()
        self.sizes, self.wrong_from = [], wrong_from

    def forward(self, x):
        self.sizes.append(len(x))
        return 2 * x if len(x) < self.wrong_from else torch.nextafter(2 * x, torch.tensor(9.0))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 8, 13, 64, 100])
@pytest.mark.parametrize("wrong_from", [3, 8, 16, 10**6])
def test_every_row_has_the_bits_of_the_smallest_size(count, wrong_from):
    tiles = Tiles(Counting(wrong_from), 2)
    for seed in range(4):
        x = noise(seed, (count, 5))
        assert torch.equal(tiles(x), 2 * x)


def test_a_larger_size_is_used_once_it_has_proved_itself():
    network = Counting()
    tiles = Tiles(network, 2, most=8)
    for seed in range(2 * TRIALS):
        tiles(noise(seed, (8, 5)))
    assert tiles.believed == 8
    network.sizes.clear()
    tiles(noise(9, (8, 5)))
    assert network.sizes == [8]


def test_a_size_that_gives_other_bits_is_never_tried_again():
    network = Counting(wrong_from=8)
    tiles = Tiles(network, 2)
    for seed in range(9):
        tiles(noise(seed, (32, 5)))
    assert tiles.believed == 4
    assert network.sizes.count(8) == 1


def test_numbers_that_are_none_prove_nothing():
    network = Counting()
    tiles = Tiles(network, 2)
    for _ in range(9):
        tiles(torch.full((4, 5), torch.nan))
    assert tiles.believed == 2
    assert set(network.sizes) == {2}


def test_one_size_alone_stays_one_size():
    network = Counting()
    for seed in range(9):
        tiled(network, 2, noise(seed, (9, 5)))
    assert set(network.sizes) == {2}


@pytest.mark.parametrize("size", [2, 3, 4, 8, 16, 32])
def test_steady_layers_give_a_row_the_same_bits_at_every_size(size):
    network = steadied(
        nn.Sequential(
            nn.Conv2d(6, 48, 1), nn.Conv2d(48, 48, 3, padding=1), nn.Flatten(), nn.Linear(768, 96)
        )
    ).eval()
    x = noise(1, (32, 6, 4, 4))
    with torch.inference_mode():
        expected = torch.cat([network(x[at : at + 2]) for at in range(0, 32, 2)])
        found = torch.cat([network(x[at : at + size]) for at in range(0, 32 // size * size, size)])
    assert torch.equal(found, expected[: len(found)])


def test_steady_layers_keep_their_weights_and_their_meaning():
    plain = nn.Sequential(nn.Linear(7, 5), nn.ReLU(), nn.Linear(5, 3))
    x = noise(2, (9, 7))
    expected, names = plain(x), list(plain.state_dict())
    assert torch.equal(steadied(plain)(x), expected)
    assert list(plain.state_dict()) == names
    assert plain(x[:0]).shape == (0, 3)
