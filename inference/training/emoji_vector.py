"""The stages of emoji-vector, in order, and what several of them need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from inference.training import dataset
from inference.training.embeddings import CaptionVectors, embed_captions, prompt_vectors
from inference.training.latents import LatentSet, encode_pictures, load_autoencoder
from inference.training.pictures import PictureSet, load_pictures
from inference.training.presets import Preset, choose
from inference.training.prompts import SHEET_EN
from inference.training.stages import (
    autoencoder,
    decoder,
    evaluate,
    export,
    flow,
    judge,
    meanflow,
)


@dataclass(frozen=True)
class Run:
    """Where a run lives and how large it is; what several stages need is loaded once."""

    data: Path
    folder: Path
    target: Path
    preset: Preset
    minutes: float | None

    @cached_property
    def pictures(self) -> PictureSet:
        """The data set."""
        return load_pictures(self.data / "emoji", self.preset.pictures)

    @cached_property
    def captions(self) -> CaptionVectors:
        """The caption vectors, from disk or computed now."""
        return embed_captions(self.pictures, self.data / "emoji")

    @cached_property
    def latents(self) -> LatentSet:
        """The data set through the trained encoder."""
        network = load_autoencoder(self.folder, self.preset)
        return encode_pictures(network, self.pictures, self.preset.device)


def begin(data: Path, folder: Path, target: Path, *, toy: bool, minutes: float | None) -> Run:
    """Set a run up; nothing is read yet."""
    return Run(data, folder, target, choose(toy=toy), minutes)


def build_dataset(run: Run) -> None:
    """Fetch and draw the pictures, unless they are there."""
    if not (run.data / "emoji" / "index.json.gz").exists():
        dataset.build(run.data)


def train_autoencoder(run: Run) -> None:
    """Learn latents."""
    autoencoder.train(run.pictures, run.folder, run.preset, run.minutes)


def train_judge(run: Run) -> None:
    """Learn what pictures show."""
    judge.train(run.pictures, run.captions, run.folder, run.preset, run.minutes)


def train_decoder(run: Run) -> None:
    """Sharpen the decoder."""
    decoder.train(run.pictures, run.folder, run.preset, run.minutes)


def train_flow(run: Run) -> None:
    """Learn to make latents from words in many steps."""
    coder = load_autoencoder(run.folder, run.preset)
    preview = (coder, prompt_vectors(SHEET_EN, run.captions))
    latents, captions = run.latents, run.captions
    flow.train(run.pictures, latents, captions, run.folder, run.preset, run.minutes, preview)


def train_meanflow(run: Run) -> None:
    """Learn to do it in few steps."""
    meanflow.train(run.pictures, run.captions, run.folder, run.preset, run.minutes)


def write_checkpoint(run: Run) -> None:
    """Write what is shipped."""
    export.write(run.pictures, run.latents, run.captions, run.folder, run.target, run.preset)


def write_evaluation(run: Run) -> None:
    """Measure what is shipped and write its card."""
    evaluate.write(run.pictures, run.folder, run.target)


STAGES: dict[str, Callable[[Run], None]] = {
    "dataset": build_dataset,
    "autoencoder": train_autoencoder,
    "judge": train_judge,
    "decoder": train_decoder,
    "flow": train_flow,
    "meanflow": train_meanflow,
    "export": write_checkpoint,
    "evaluate": write_evaluation,
}
