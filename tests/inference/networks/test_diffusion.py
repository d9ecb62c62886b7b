"""The UNet of emoji-diffusion as a field of velocities, and the folder it is read from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from inference.errors import DamagedWeights, MissingWeights
from inference.networks.diffusion import TEXT_DIM, TEXT_WIDTH, TOKENS, WordsUNet, words_of
from inference.networks.diffusion_checkpoint import (
    INDEX,
    LARGEST_FILE,
    load_diffusion,
    shards,
)
from inference.networks.toy_diffusion import UNET, write_toy_diffusion


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("models")
    write_toy_diffusion(target)
    return target / "emoji-diffusion"


@pytest.fixture(scope="module")
def flow(folder: Path) -> WordsUNet:
    return load_diffusion(folder).flow


def inputs(flow, n=2):
    generator = torch.Generator().manual_seed(3)
    z = torch.randn(n, flow.dim, generator=generator)
    text = 0.3 * torch.randn(n, TEXT_DIM, generator=generator)
    return z, torch.full((n,), 0.75), torch.full((n,), 0.25), torch.full((n,), 3.0), text


def test_the_library_opens_every_component_of_the_folder(folder):
    from diffusers import AutoencoderDC, FlowMatchEulerDiscreteScheduler, UNet2DConditionModel

    names = json.loads((folder / "model_index.json").read_text())
    kinds = {
        "unet": UNet2DConditionModel,
        "vae": AutoencoderDC,
        "scheduler": FlowMatchEulerDiscreteScheduler,
    }
    for part, kind in kinds.items():
        assert names[part] == ["diffusers", kind.__name__]
    unet = UNet2DConditionModel.from_pretrained(folder, subfolder="unet")
    assert sum(p.numel() for p in unet.parameters()) > 0
    ours = load_diffusion(folder)
    for name, value in ours.flow.unet.state_dict().items():
        assert torch.equal(value, unet.state_dict()[name].float())


@pytest.mark.parametrize("at", range(5))
def test_every_input_changes_the_velocity(flow, at):
    given = list(inputs(flow))
    before = flow(*given)
    given[at] = given[at] * 0.9
    assert before.shape == (2, flow.dim)
    assert not torch.allclose(flow(*given), before, atol=1e-5)


def test_a_network_that_says_nothing_is_the_best_linear_guess(folder):
    from diffusers import UNet2DConditionModel

    unet = UNet2DConditionModel(**UNET)
    torch.nn.init.zeros_(unet.conv_out.weight)
    torch.nn.init.zeros_(unet.conv_out.bias)
    silent = WordsUNet(unet)
    generator = torch.Generator().manual_seed(1)
    x, noise = torch.randn(2, 4000, silent.dim, generator=generator)
    for share in (0.1, 0.5, 0.9):
        z = torch.lerp(x, noise, share)[:4]
        t = torch.full((4,), share)
        guess = silent(z, t, t, torch.ones(4), torch.zeros(4, TEXT_DIM))
        whole = torch.lerp(x, noise, share)
        slope = (whole * (noise - x)).sum() / whole.square().sum()
        torch.testing.assert_close(guess, slope * z, atol=0.02, rtol=0.02)


def test_standardise_undoes_restore(flow):
    flow.get_buffer("latent_std").fill_(2.5)
    vectors = torch.randn(3, flow.dim)
    latents = flow.restore(vectors)
    assert latents.shape == (3, *flow.shape)
    torch.testing.assert_close(flow.standardise(latents), vectors)
    flow.get_buffer("latent_std").fill_(1.0)


def test_words_past_the_end_are_silent_and_the_rest_lose_what_they_share():
    tokens = torch.ones(2, 4, TEXT_WIDTH)
    mask = torch.tensor([[1, 1, 0, 0], [1, 1, 1, 1]])
    words = words_of(tokens, mask, torch.full((2, TEXT_WIDTH), 5.0), torch.full((TEXT_WIDTH,), 0.5))
    states = words[:, : TOKENS * TEXT_WIDTH].unflatten(1, (TOKENS, TEXT_WIDTH))
    assert states[0, :2].eq(0.5).all()
    assert states[0, 2:].eq(0).all()
    assert states[1, :4].eq(0.5).all()
    assert words[:, TOKENS * TEXT_WIDTH :].eq(5).all()


def test_a_long_prompt_keeps_its_first_words():
    tokens = torch.arange(30.0)[None, :, None].expand(1, 30, TEXT_WIDTH)
    words = words_of(tokens, torch.ones(1, 30), torch.zeros(1, TEXT_WIDTH), torch.zeros(TEXT_WIDTH))
    states = words[:, : TOKENS * TEXT_WIDTH].unflatten(1, (TOKENS, TEXT_WIDTH))
    assert states[0, :, 0].tolist() == list(range(TOKENS))


def test_large_weights_come_in_files_of_at_most_fifteen_megabytes():
    weights = {f"layer.{n}": torch.full((1000, 1000), float(n)) for n in range(20)}
    files = shards(weights)
    index = json.loads(files.pop(INDEX))
    assert len(files) == 3
    assert all(len(data) <= LARGEST_FILE for data in files.values())
    assert set(index["weight_map"]) == set(weights)
    assert set(index["weight_map"].values()) == set(files)


@pytest.mark.parametrize("name", ["unet/config.json", "statistics.safetensors", "model_index.json"])
def test_wrong_bytes_are_refused_by_name(folder, name):
    path = folder / name
    kept = path.read_bytes()
    path.write_bytes(kept + b" ")
    try:
        with pytest.raises(DamagedWeights, match=path.name):
            load_diffusion(folder)
        path.unlink()
        with pytest.raises(MissingWeights, match=path.name):
            load_diffusion(folder)
    finally:
        path.write_bytes(kept)
    load_diffusion(folder)
