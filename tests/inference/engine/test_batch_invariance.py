import numpy as np
import pytest
import torch

from inference.engine.carry import pixels_of
from inference.pictures import square
from tests.inference.engine.toys import Bench, shipped

RECIPES = [
    {"prompt": "cat", "seed": 1, "steps": 4, "guidance_scale": 3.0},
    {"prompt": "dog", "seed": 2, "steps": 1, "guidance_scale": 1.0},
    {"prompt": "red apple, noto style", "seed": 3, "steps": 2, "guidance_scale": 8.0},
    {"prompt": "", "seed": 4, "steps": 4},
    {"conditioning": 'mix("house", "boat"; 0.7, 0.3)', "seed": 5, "steps": 2},
    {"prompt": "家", "noise": "interpolate(noise(1), noise(2), t=0.25)", "steps": 4},
    {"model": "emoji-vae", "seed": 6},
    {"prompt": "sun", "seed": 7, "steps": 1},
    {"prompt": "moon", "seed": 8, "steps": 4},
]


@pytest.fixture(scope="module")
def models():
    return shipped()


@pytest.fixture(scope="module")
def alone(models):
    """The bytes of every recipe when nothing else is rendered."""
    images = []
    for recipe in RECIPES:
        bench = Bench(models)
        bench.ask("a", **recipe)
        bench.work()
        images.append(bench.image("a"))
    return images


@pytest.mark.parametrize("order", range(6))
@pytest.mark.parametrize("lane", ["interactive", "batch", "both"])
def test_equal_recipes_give_equal_bytes_in_any_company(models, alone, order, lane):
    chosen = np.random.default_rng(order).permutation(len(RECIPES))
    bench = Bench(models)
    for place, n in enumerate(chosen):
        own = lane if lane != "both" else ("batch", "interactive")[place % 2]
        bench.ask(f"r{n}", lane=own, **RECIPES[n])
        # Newcomers join while others are half-way.
        bench.work(pieces=order)
    bench.work()
    for n, image in enumerate(alone):
        assert bench.image(f"r{n}") == image


def test_other_seeds_give_other_pictures(alone):
    assert len(set(alone)) == len(alone)


@pytest.mark.parametrize("steps", [1, 2, 4])
def test_the_engine_draws_what_a_plain_loop_draws(models, steps):
    bench = Bench(models)
    bench.ask("a", prompt="cat", seed=9, steps=steps, guidance_scale=2.5)
    bench.ask("b", prompt="dog", seed=1)
    bench.work()
    space = models["emoji-vector"]
    with torch.inference_mode():
        walk = space.sample(space.noise(9), space.encode("cat"), steps=steps, guidance_scale=2.5)
        latents = list(walk)
        expected = pixels_of(space.decode(latents[-1]))
    assert len(latents) == steps
    np.testing.assert_array_equal(square(bench.image("a"), 64), expected)
