"""Between pictures and latents."""

from collections.abc import Callable

import pytest
import torch

from inference.core.noise import noise
from inference.pipelines.pictures import decoded, draft, encoded
from tests.bench.parity import Pair
from tests.toy_models import FAMILIES

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
Pairs = Callable[[str], Pair]


@pytest.mark.parametrize("family", list(FAMILIES))
@torch.no_grad()
def test_a_picture_has_one_latent_of_the_size_that_the_card_says(
    family: str, pair_of: Pairs
) -> None:
    ours = pair_of(family).ours
    picture = noise(1, (1, 3, 32, 48)).clamp(-1, 1)
    latents = encoded(ours.pipe.vae, picture)
    assert latents.shape == (1, *ours.latent_shape(48, 32))
    assert torch.equal(latents, encoded(ours.pipe.vae, picture))
    assert decoded(ours.pipe.vae, latents).shape == picture.shape


@torch.no_grad()
def test_a_preview_of_a_large_picture_is_small_and_of_a_small_one_exact(pair_of: Pairs) -> None:
    vae = pair_of("stable_diffusion").ours.pipe.vae
    small, large = noise(1, (1, 4, 16, 16)), noise(1, (1, 4, 48, 64))
    assert torch.equal(draft(vae, None, small), decoded(vae, small))
    assert draft(vae, None, large).shape == (1, 3, 24, 32)


@torch.no_grad()
def test_latents_that_are_shifted_and_stretched_come_back(pair_of: Pairs) -> None:
    vae = pair_of("stable_diffusion").ours.pipe.vae
    kept = dict(vae.config)
    picture = noise(2, (1, 3, 32, 32)).clamp(-1, 1)
    plain, drawn = encoded(vae, picture), decoded(vae, encoded(vae, picture))
    try:
        vae.register_to_config(latents_mean=[0.1] * 4, latents_std=[2.0] * 4)
        moved = encoded(vae, picture)
        scale = vae.config.scaling_factor
        assert torch.allclose(moved, (plain / scale - 0.1) / 2 * scale, atol=1e-6)
        assert torch.allclose(decoded(vae, moved), drawn, atol=1e-5)
    finally:
        vae.register_to_config(**kept)
