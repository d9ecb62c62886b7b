import pytest
import torch

from inference.contracts import Decodes, Embeds, Encodes, Inverts, Samples, Sampling
from tests.inference.engine.toys import shipped


@pytest.fixture(scope="module")
def models():
    return shipped()


@pytest.fixture(scope="module")
def space(models):
    return models["emoji-vae"]


def test_it_has_the_verbs_that_its_card_says(space):
    for protocol in (Samples, Decodes, Inverts, Embeds):
        assert isinstance(space, protocol)
    assert not isinstance(space, Encodes)
    assert space.card()["verbs"] == ["sample", "decode", "invert", "embed"]


def test_seeds_draw_from_the_prior(space):
    drawn = torch.stack([space.noise(seed).values for seed in range(200)])
    assert torch.equal(drawn[3], space.noise(3).values)
    expected = (space.checkpoint.prior_root @ space.checkpoint.prior_root.T).diagonal().sqrt()
    assert abs(drawn.std(0).mean() / expected.mean() - 1) < 0.1
    assert (drawn.mean(0) - space.checkpoint.prior_mean).abs().mean() < 0.15 * expected.mean()


def test_a_picture_comes_back_through_its_latent(models, space):
    flow = models["emoji-vector"]
    settings = {"steps": 4, "guidance_scale": 3.0}
    picture = flow.decode(list(flow.sample(flow.noise(1), flow.encode("cat"), **settings))[-1])
    latent = space.invert(picture)
    assert latent.space == space.card()["spaces"]["noise"]["id"]
    back = space.decode(next(iter(space.sample(latent))))
    assert (back - picture).square().mean() < 0.02


def test_a_walk_asks_for_nothing(space):
    with pytest.raises(StopIteration) as end:
        next(space.walk(space.noise(1), None, Sampling(1)))
    assert torch.equal(end.value.value.values, space.noise(1).values)
