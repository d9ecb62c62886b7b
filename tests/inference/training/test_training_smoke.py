"""Every stage runs at toy size on drawn discs, resumes, and leaves a checkpoint that loads."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from inference.networks.checkpoint import load_checkpoint
from inference.networks.flow import sample
from inference.training.embeddings import CaptionVectors
from inference.training.latents import encode_pictures, load_autoencoder
from inference.training.names import Entry
from inference.training.pictures import PictureSet
from inference.training.presets import TOY
from inference.training.stages import autoencoder, decoder, export, flow, judge, meanflow

COLOURS = {"red": (255, 0, 0), "green": (0, 160, 0), "blue": (0, 0, 255)}
TINY = replace(
    TOY,
    flow={"dim": 256, "width": 64, "blocks": 2},
    batch={"autoencoder": 8, "judge": 8, "decoder": 8, "flow": 32, "meanflow": 32},
)
MINUTES = 0.03


def disc(colour: str, radius: int) -> Tensor:
    axis = torch.arange(64) - 31.5
    inside = (axis[:, None] ** 2 + axis[None] ** 2) < radius**2
    paint = torch.tensor(COLOURS[colour], dtype=torch.uint8)
    return torch.where(inside, paint[:, None, None], torch.tensor(255, dtype=torch.uint8))


def discs() -> PictureSet:
    pictures, entries = [], []
    for colour in COLOURS:
        for radius in range(8, 28, 2):
            concept = f"{colour}-disc-{radius}"
            pictures.append(disc(colour, radius))
            entries.append(
                Entry(
                    style="noto",
                    name=concept,
                    label_en=concept,
                    label_ja="",
                    keywords_en=(colour,),
                    keywords_ja=(),
                    group="symbols",
                    subgroup="",
                    tone="",
                    gender="",
                    concept=concept,
                    base=concept,
                    hexcode="",
                )
            )
    splits = tuple("name" if i % 10 == 9 else "train" for i in range(len(entries)))
    return PictureSet(torch.stack(pictures), tuple(entries), splits)


def made_up_captions(n: int) -> CaptionVectors:
    vectors = torch.randn(n, 384, generator=torch.Generator().manual_seed(0))
    columns = torch.arange(n)[:, None].expand(n, 8)
    return CaptionVectors(functional.normalize(vectors, dim=1), torch.zeros(384), columns)


@pytest.mark.slow
def test_every_stage_runs_and_the_checkpoint_loads(tmp_path: Path) -> None:
    pictures = discs()
    captions = made_up_captions(len(pictures.entries))
    run, target = tmp_path / "run", tmp_path / "checkpoint"
    autoencoder.train(pictures, run, TINY, MINUTES)
    judge.train(pictures, captions, run, TINY, MINUTES)
    decoder.train(pictures, run, TINY, MINUTES)
    latents = encode_pictures(load_autoencoder(run, TINY), pictures, TINY.device)
    flow.train(pictures, latents, captions, run, TINY, MINUTES)
    meanflow.train(pictures, captions, run, TINY, MINUTES)
    export.write(pictures, latents, captions, run, target, TINY)

    checkpoint = load_checkpoint(target)
    noise = torch.randn(2, 256, generator=torch.Generator().manual_seed(1))
    vectors = sample(checkpoint.flow, noise, captions.vectors[:2], torch.full((2,), 3.0), 2)
    latent = checkpoint.flow.restore(vectors).reshape(2, *checkpoint.latent_shape)
    picture = checkpoint.autoencoder.decode(latent)
    assert picture.shape == (2, 3, 64, 64)
    assert picture.isfinite().all()


@pytest.mark.slow
def test_a_finished_stage_is_skipped_and_a_longer_budget_goes_on(tmp_path: Path) -> None:
    pictures = discs()

    def steps() -> int:
        return int(json.loads((tmp_path / "autoencoder" / "state.json").read_text())["step"])

    autoencoder.train(pictures, tmp_path, TINY, MINUTES)
    first = steps()
    autoencoder.train(pictures, tmp_path, TINY, MINUTES)
    assert steps() == first
    autoencoder.train(pictures, tmp_path, TINY, 2 * MINUTES)
    assert steps() > first
