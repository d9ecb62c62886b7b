"""A worker process: set up the process, say hello, load the models, say ready, work.

Hello comes before torch is imported: the catalogue needs no weights.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inference.engine.cards import catalogue
from inference.engine.encoder import build_encoder, read_tokenizer
from inference.engine.models import EMBEDDED, Models, Opened, encoders_of
from inference.engine.pipe import ARRIVED, Pipe
from inference.engine.process import (
    default_threads,
    die_with_parent,
    keep_freed_memory,
    leave_no_core,
    take_over_pipes,
)
from inference.errors import MissingWeights
from inference.packs import folder_of

if TYPE_CHECKING:
    from inference.networks.text_encoder import TextEncoder


def main() -> None:
    """Run until the parent closes the pipe."""
    options = _options()
    die_with_parent()
    leave_no_core()
    keep_freed_memory()
    os.environ["OMP_NUM_THREADS"] = str(options.threads)
    pipe = Pipe(*take_over_pipes())
    with tempfile.TemporaryDirectory(prefix="rashin-toy-") as scratch:
        if options.toy:
            from inference.engine.toy import write_toy_checkpoint

            write_toy_checkpoint(Path(scratch))
        models = Models(Path(scratch) if options.toy else options.model_folder)
        cards, device = catalogue(models), f"cpu, threads: {options.threads}"
        pipe.say("hello", catalogue=cards, device=device, pid=os.getpid())
        _load(models, toy=options.toy, threads=options.threads)
    if not models.usable:
        reasons = [*models.errors.values(), MissingWeights("there is no model at all")]
        pipe.say("unusable", error=reasons[0].to_json())
        return
    _work(models, pipe)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m inference.engine", description=__doc__)
    parser.add_argument("--model-folder", type=Path, default=EMBEDDED, help="checkpoints are here")
    parser.add_argument("--threads", type=int, default=default_threads(), help="cores for a step")
    parser.add_argument("--toy", action="store_true", help="tiny random models of the real classes")
    return parser.parse_args()


def _load(models: Models, *, toy: bool, threads: int) -> None:
    tokenizers = Opened(read_tokenizer)
    if not toy:
        for pack in encoders_of(models.cards):
            tokenizers.begin(pack)
    import torch

    torch.set_num_threads(threads)
    from inference.networks.checkpoint import load_checkpoint

    def open_encoder(pack: str) -> TextEncoder:
        if toy:
            from inference.engine.toy import toy_encoder

            return toy_encoder()
        tokenizer = tokenizers(pack)  # it says what is wrong with a pack
        return build_encoder(folder_of(pack), tokenizer)

    models.load(Opened(load_checkpoint), Opened(open_encoder))


def _work(models: Models, pipe: Pipe) -> None:
    import torch

    from inference.engine.loop import Engine

    with torch.inference_mode():
        _warm_up(Engine(models, lambda kind, **fields: None), models)
        errors = [error.to_json() for error in models.errors.values()]
        pipe.say("ready", models=models.usable, errors=errors)
        Engine(models, pipe.say).run(pipe.heard)


def _warm_up(engine: Any, models: Models) -> None:
    """Make one picture with each model and throw it away: the first pass of a shape is slow."""
    for id in models.usable:
        message = {"do": "render", "id": id, "recipe": {"model": id}, "lane": "batch"}
        engine.hear(message | {ARRIVED: time.monotonic()})
    while engine.busy:
        engine.work()


if __name__ == "__main__":
    main()
    sys.exit(0)
