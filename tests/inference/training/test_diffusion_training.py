"""The stages of emoji-diffusion at toy size, and the parts that only they have."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from inference.networks.diffusion import TEXT_DIM, TEXT_WIDTH, sample
from inference.networks.diffusion_checkpoint import load_diffusion
from inference.training.caption_words import CaptionWords
from inference.training.diffusion_presets import TOY, unet_config, vae_config
from inference.training.looks import draw_looks, looks_of, real
from inference.training.stages import export_diffusion, few, unet, vae
from tests.inference.training.test_training_smoke import discs

MINUTES = 0.02
TINY = replace(
    TOY,
    vae=vae_config((4, 4, 8, 8), (0, 1, 1, 1), 2),
    unet=unet_config((8, 8, 16), 8, 2, 4),
    batch={"vae": 4, "unet": 8, "few": 8},
    dispersive=0.25,
)


def made_up_words(n: int) -> CaptionWords:
    generator = torch.Generator().manual_seed(0)
    words = 0.1 * torch.randn(n, TEXT_DIM, generator=generator)
    nothing = torch.zeros(TEXT_WIDTH)
    columns = torch.arange(n)[:, None].expand(n, 8)
    return CaptionWords(words.half(), columns, nothing, nothing, torch.zeros(TEXT_DIM))


@pytest.mark.slow
def test_every_stage_runs_resumes_and_leaves_a_checkpoint_that_loads(tmp_path: Path) -> None:
    pictures = discs()
    captions = made_up_words(len(pictures.entries))
    run, target = tmp_path / "run", tmp_path / "models" / "emoji-diffusion"

    def steps(stage: str) -> int:
        return int(json.loads((run / stage / "state.json").read_text())["step"])

    vae.train(pictures, run, TINY, MINUTES)
    first = steps("vae")
    vae.train(pictures, run, TINY, MINUTES)
    assert steps("vae") == first
    vae.train(pictures, run, TINY, 2 * MINUTES)
    assert steps("vae") > first
    grids = unet.encode_pictures(unet.load_vae(run, TINY), pictures, TINY)
    assert grids.latents.shape == (TINY.copies, len(pictures.entries), 2, 8, 8)
    unet.train(pictures, grids, captions, run, TINY, MINUTES)
    few.train(pictures, captions, run, TINY, MINUTES)
    export_diffusion.write(pictures, captions, run, target, TINY)

    checkpoint = load_diffusion(target)
    noise = torch.randn(2, checkpoint.flow.dim, generator=torch.Generator().manual_seed(1))
    words = captions.words[:2].float()
    vectors = sample(checkpoint.flow, noise, words, torch.full((2,), 3.0), 2)
    picture = checkpoint.decode(checkpoint.flow.restore(vectors).flatten(1))
    assert picture.shape == (2, 3, 64, 64)
    assert picture.isfinite().all()
    assert checkpoint.config["steps"] == [1, 2, 4]


class Turning:
    """A velocity that turns with time, known in closed form: z(t) = z(1) + (cos 3t - cos 3)."""

    def __call__(self, z, t, r, scale, text):
        return (-3 * torch.sin(3 * t))[:, None].expand_as(z)

    def no_text(self, n):
        return torch.zeros(n, 1)


@pytest.mark.parametrize("jitter", [0.0, 0.3])
def test_a_brisk_walk_ends_where_the_velocity_leads(jitter: float) -> None:
    grid = torch.linspace(1, 0, few.INTERVALS + 1)
    grid[1:-1] += jitter / few.INTERVALS * torch.tensor([1.0, -1.0]).repeat(few.INTERVALS)[:11]
    times = grid[:, None].expand(-1, 2)
    noise = torch.randn(2, 5, generator=torch.Generator().manual_seed(0))
    went = few.brisk_walk(Turning(), noise, times, torch.ones(2), torch.zeros(2, 1))
    expected = noise + 1 - torch.cos(torch.tensor(3.0))
    # Euler steps of this length miss by 0.2.
    torch.testing.assert_close(went.z[-1], expected, atol=0.06, rtol=0)
    assert went.velocities.shape == (few.INTERVALS, 2, 5)


def test_guidance_is_drawn_from_the_range_that_is_offered_and_sometimes_off() -> None:
    scale = few.draw_guidance(4000, torch.Generator().manual_seed(0))
    assert 1 <= float(scale.min()) < float(scale.max()) <= 8
    assert 0.12 < float((scale == 1).float().mean()) < 0.18
    assert 2.3 < float(scale[scale > 1].median()) < 3.3


def test_spreading_features_out_lowers_crowding() -> None:
    features = torch.randn(8, 16, generator=torch.Generator().manual_seed(0))
    close, far = unet.crowding(0.1 * features), unet.crowding(2 * features)
    assert far < close < 0
    features.requires_grad_()
    unet.crowding(features).backward()
    assert features.grad is not None
    assert features.grad.isfinite().all()


def test_a_fresh_unet_is_the_best_linear_guess_and_knows_no_step_length() -> None:
    network = unet.build(TINY)
    z = torch.randn(2, network.dim, generator=torch.Generator().manual_seed(0))
    t, ones, text = torch.full((2,), 0.5), torch.ones(2), torch.zeros(2, TEXT_DIM)
    assert torch.equal(network(z, t, t, ones, text), torch.zeros_like(z))
    torch.nn.init.normal_(network.unet.conv_out.weight)
    still, moving = network(z, t, t, ones, text), network(z, t, 0 * t, 3 * ones, text)
    torch.testing.assert_close(still, moving)


def test_looks_show_what_was_seen_and_what_was_held_out(tmp_path: Path) -> None:
    pictures = discs()
    looks = looks_of(pictures)
    assert looks == looks_of(pictures)
    assert {pictures.splits[look.row] for look in looks} == {"train", "name"}
    assert all(look.label.endswith("[new name]") for look in looks if is_new(pictures, look))
    shown = real(pictures, looks)
    draw_looks(looks, [shown, shown, -shown], tmp_path / "sheet.png")
    assert (tmp_path / "sheet.png").stat().st_size > 1000


def is_new(pictures, look) -> bool:
    return pictures.splits[look.row] == "name"
