"""Train the embedded model: `python -m inference.training.train --model emoji-vector`.

Stages run in order, each within its minutes; a stage that was interrupted goes on where it stopped,
and one that is finished is skipped. `--toy` does everything once in about a minute.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import torch

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

MODEL = "emoji-vector"
RUNS_FOLDER = Path("runs")
CHECKPOINTS = Path(__file__).parents[1] / "checkpoints"

# glibc gives memory back after every step by default, which costs two thirds of the speed.
ALLOCATOR = {
    "MALLOC_MMAP_THRESHOLD_": "4000000000",
    "MALLOC_TRIM_THRESHOLD_": "20000000000",
    "MALLOC_TOP_PAD_": "1000000000",
}


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


def main() -> None:
    """Read the command line and run the stages it names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default=MODEL, choices=[MODEL])
    parser.add_argument("--stage", choices=STAGES, help="only this one; all of them by default")
    parser.add_argument("--minutes", type=float, help="instead of the stage's own budget")
    parser.add_argument("--toy", action="store_true", help="everything at toy size, in a minute")
    parser.add_argument("--threads", type=int, help="as many as torch likes by default")
    parser.add_argument("--data", type=Path, default=dataset.DATA_FOLDER)
    parser.add_argument("--runs", type=Path, default=RUNS_FOLDER)
    chosen = parser.parse_args()
    if not ALLOCATOR.keys() <= os.environ.keys():
        command = [sys.executable, "-m", "inference.training.train", *sys.argv[1:]]
        os.execve(sys.executable, command, os.environ | ALLOCATOR)
    if chosen.threads:
        torch.set_num_threads(chosen.threads)
    folder = chosen.runs / (chosen.model + ("-toy" if chosen.toy else ""))
    target = folder / "checkpoint" if chosen.toy else CHECKPOINTS / chosen.model
    run = Run(chosen.data, folder, target, choose(toy=chosen.toy), chosen.minutes)
    for stage in [chosen.stage] if chosen.stage else STAGES:
        sys.stdout.write(f"stage {stage}, preset {run.preset.name}, in {folder}\n")
        STAGES[stage](run)


if __name__ == "__main__":
    main()
