"""Train an embedded model: `python -m inference.training.train --model emoji-vector`.

Stages run in order, each within its minutes; a stage that was interrupted goes on where it stopped,
and one that is finished is skipped. `--toy` does everything once in about a minute.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

import torch

from inference.training.dataset import DATA_FOLDER

# Model id → the module of its stages; only the chosen one is imported.
MODELS = {
    "emoji-vector": "inference.training.emoji_vector",
    "emoji-diffusion": "inference.training.emoji_diffusion",
}
RUNS_FOLDER = Path("runs")
CHECKPOINTS = Path(__file__).parents[1] / "checkpoints"

# glibc gives memory back after every step by default, which costs two thirds of the speed.
ALLOCATOR = {
    "MALLOC_MMAP_THRESHOLD_": "4000000000",
    "MALLOC_TRIM_THRESHOLD_": "20000000000",
    "MALLOC_TOP_PAD_": "1000000000",
}


def main() -> None:
    """Read the command line and run the stages it names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="emoji-vector", choices=MODELS)
    parser.add_argument("--stage", help="only this one; all of them by default")
    parser.add_argument("--minutes", type=float, help="instead of the stage's own budget")
    parser.add_argument("--toy", action="store_true", help="everything at toy size, in a minute")
    parser.add_argument("--threads", type=int, help="as many as torch likes by default")
    parser.add_argument("--data", type=Path, default=DATA_FOLDER)
    parser.add_argument("--runs", type=Path, default=RUNS_FOLDER)
    chosen = parser.parse_args()
    if not ALLOCATOR.keys() <= os.environ.keys():
        command = [sys.executable, "-m", "inference.training.train", *sys.argv[1:]]
        os.execve(sys.executable, command, os.environ | ALLOCATOR)
    if chosen.threads:
        torch.set_num_threads(chosen.threads)
    model = importlib.import_module(MODELS[chosen.model])
    if chosen.stage not in {None, *model.STAGES}:
        parser.error(f"{chosen.model} has the stages {', '.join(model.STAGES)}")
    folder = chosen.runs / (chosen.model + ("-toy" if chosen.toy else ""))
    target = folder / "checkpoint" if chosen.toy else CHECKPOINTS / chosen.model
    run = model.begin(chosen.data, folder, target, toy=chosen.toy, minutes=chosen.minutes)
    for stage in [chosen.stage] if chosen.stage else model.STAGES:
        sys.stdout.write(f"stage {stage}, preset {run.preset.name}, in {folder}\n")
        sys.stdout.flush()
        model.STAGES[stage](run)


if __name__ == "__main__":
    main()
