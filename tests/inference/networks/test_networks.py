"""The networks keep their shapes and ranges, and begin as harmless maps."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from inference.networks.autoencoder import LEAST_STD, Autoencoder
from inference.networks.flow import TEXT_DIM, VectorFlow, sample
from inference.networks.judge import Judge


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def small_autoencoder() -> Autoencoder:
    return Autoencoder(
        channels=4,
        encoder_fine=8,
        encoder_coarse=8,
        decoder_fine=8,
        decoder_coarse=8,
        decoder_blocks=1,
    )


def test_folding_pixels_into_channels_loses_nothing() -> None:
    x = torch.rand(2, 3, 64, 64, generator=generator())
    folded = functional.pixel_unshuffle(x, 4)
    assert folded.shape == (2, 48, 16, 16)
    assert torch.equal(nn.PixelShuffle(4)(folded), x)


def test_autoencoder_goes_from_pictures_to_a_small_grid_and_back() -> None:
    network = small_autoencoder()
    x = torch.rand(2, 3, 64, 64, generator=generator()) * 2 - 1
    mean, log_variance = network.encode(x)
    assert mean.shape == log_variance.shape == (2, 4, 8, 8)
    assert network.decode(mean).shape == x.shape


def test_posterior_is_never_sharper_than_the_decoder_forgives() -> None:
    network = small_autoencoder()
    with torch.no_grad():
        last = network.encoder[-1]
        assert isinstance(last, nn.Conv2d)
        assert last.bias is not None
        last.bias.fill_(-100)
    _, log_variance = network.encode(torch.zeros(1, 3, 64, 64))
    assert torch.allclose((log_variance / 2).exp(), torch.tensor(LEAST_STD))


def test_judge_returns_unit_vectors_for_both_kinds() -> None:
    judge = Judge(widths=(8, 8, 16), dim=32)
    seen = judge.see(torch.rand(3, 3, 64, 64, generator=generator()))
    read = judge.read(torch.randn(3, TEXT_DIM, generator=generator()))
    assert seen.shape == read.shape == (3, 32)
    for vectors in (seen, read):
        assert torch.allclose(vectors.norm(dim=1), torch.ones(3), atol=1e-5)


def test_untrained_flow_answers_with_the_average_picture() -> None:
    flow = VectorFlow(dim=16, width=32, blocks=2, condition=32)
    noise = torch.randn(3, 16, generator=generator())
    text = torch.randn(3, TEXT_DIM, generator=generator())
    with torch.no_grad():
        made = sample(flow, noise, text, torch.ones(3), 1)
    assert torch.allclose(made, torch.zeros(3, 16), atol=1e-6)


def test_standardising_and_restoring_are_inverse() -> None:
    flow = VectorFlow(dim=16, width=32, blocks=1, condition=32)
    flow.get_buffer("latent_mean").copy_(torch.randn(16, generator=generator(1)))
    flow.get_buffer("latent_std").copy_(torch.rand(16, generator=generator(2)) + 0.5)
    latent = torch.randn(5, 4, 2, 2, generator=generator(3))
    back = flow.restore(flow.standardise(latent))
    assert torch.allclose(back, latent.flatten(1), atol=1e-5)


def test_a_known_field_is_integrated_exactly_in_any_number_of_steps() -> None:
    class Straight(VectorFlow):
        """Every point moves along one fixed arrow."""

        def forward(
            self,
            latent: torch.Tensor,
            t: torch.Tensor,
            r: torch.Tensor,
            guidance_scale: torch.Tensor,
            text: torch.Tensor,
        ) -> torch.Tensor:
            return torch.full_like(latent, 2.0)

    flow = Straight(dim=4, width=8, blocks=1, condition=8)
    noise = torch.zeros(1, 4)
    text = torch.zeros(1, TEXT_DIM)
    for steps in (1, 2, 4):
        out = sample(flow, noise, text, torch.ones(1), steps)
        assert torch.allclose(out, torch.full((1, 4), -2.0))
