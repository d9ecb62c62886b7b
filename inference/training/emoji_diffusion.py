"""The stages of emoji-diffusion, in order, and what several of them need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from inference.training import dataset, packing
from inference.training.caption_words import CaptionWords, prompt_words, read_captions
from inference.training.diffusion_presets import DiffusionPreset, choose
from inference.training.pictures import PictureSet, load_pictures
from inference.training.prompts import SHEET_EN
from inference.training.stages import evaluate_diffusion, export_diffusion, few, unet, vae

JUDGE = Path(__file__).parents[1] / "checkpoints" / "emoji-vector"


@dataclass(frozen=True)
class Run:
    """Where a run lives and how large it is; what several stages need is loaded once."""

    data: Path
    folder: Path
    target: Path
    preset: DiffusionPreset
    minutes: float | None

    @property
    def picture_folder(self) -> Path:
        """Where the pictures of the preset's size lie."""
        return dataset.picture_folder(self.data, self.preset.pixels)

    @cached_property
    def pictures(self) -> PictureSet:
        """The data set."""
        return load_pictures(self.picture_folder, self.preset.pictures)

    @cached_property
    def captions(self) -> CaptionWords:
        """The words of the captions, from disk or computed now."""
        return read_captions(self.pictures, self.picture_folder)


def begin(data: Path, folder: Path, target: Path, *, toy: bool, minutes: float | None) -> Run:
    """Set a run up; nothing is read yet."""
    return Run(data, folder, target, choose(toy=toy), minutes)


def build_dataset(run: Run) -> None:
    """Unpack the pictures, or fetch and draw them, unless they are there."""
    if not (run.picture_folder / "index.json.gz").exists() and not packing.unpack(
        run.picture_folder
    ):
        dataset.build(run.data, pixels=run.preset.pixels)


def read_words(run: Run) -> None:
    """Turn every caption into words, once; they stay on disk."""
    read_captions(run.pictures, run.picture_folder)


def train_vae(run: Run) -> None:
    """Learn latents."""
    vae.train(run.pictures, run.folder, run.preset, run.minutes)


def train_unet(run: Run) -> None:
    """Learn to make latents from words in many steps."""
    network = unet.load_vae(run.folder, run.preset)
    grids = unet.encode_pictures(network, run.pictures, run.preset)
    preview = (network, prompt_words(SHEET_EN, run.captions))
    unet.train(run.pictures, grids, run.captions, run.folder, run.preset, run.minutes, preview)


def train_few(run: Run) -> None:
    """Learn to do it in few steps."""
    few.train(run.pictures, run.captions, run.folder, run.preset, run.minutes)


def write_checkpoint(run: Run) -> None:
    """Write what is shipped."""
    export_diffusion.write(run.pictures, run.captions, run.folder, run.target, run.preset)


def write_evaluation(run: Run) -> None:
    """Measure what is shipped with the eyes of emoji-vector's judge, and write its card."""
    evaluate_diffusion.write(run.pictures, run.folder, run.target, JUDGE, run.preset)


STAGES: dict[str, Callable[[Run], None]] = {
    "dataset": build_dataset,
    "words": read_words,
    "vae": train_vae,
    "unet": train_unet,
    "few": train_few,
    "export": write_checkpoint,
    "evaluate": write_evaluation,
}
