"""A worker process: set up the process, cut its network, say hello, load the models, say ready, work.

Hello comes before torch is imported: the catalogue needs no weights.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inference.engine.caps import Caps
from inference.engine.cards import catalogue
from inference.engine.encoder import build_encoder, read_tokenizer
from inference.engine.models import EMBEDDED, Models
from inference.engine.network import cut_network
from inference.engine.opened import Opened, encoders_of
from inference.engine.pipe import ARRIVED, Pipe
from inference.engine.process import (
    default_threads,
    device,
    die_with_parent,
    environment,
    keep_freed_memory,
    leave_no_core,
    take_over_pipes,
)
from inference.errors import MissingWeights
from inference.packs import cache_folder, folder_of

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
    network = cut_network(local=device() == "cuda")
    with tempfile.TemporaryDirectory(prefix="rashin-toy-") as scratch:
        folder = options.model_folder or (Path(scratch) if options.toy else EMBEDDED)
        if options.toy and options.model_folder is None:
            from inference.engine.toy import write_toy_checkpoint

            write_toy_checkpoint(folder)
        models = Models(folder, _library(options.library), device())
        cards, named = catalogue(models), f"{models.device}, threads: {options.threads}"
        here = environment(options.threads, models.device)
        more = {"pid": os.getpid(), "environment": here, "network": network}
        pipe.say("hello", catalogue=cards, device=named, **more)
        _load(models, toy=options.toy, threads=options.threads)
        here["device"] = models.device
    if not any(models.state(id) in ("ready", "cold") for id in models.cards):
        nothing = MissingWeights("there is no model at all")
        reasons = [*models.errors.values(), *models.absent, nothing]
        pipe.say("unusable", error=reasons[0].to_json())
        return
    # Toys are as fast as anything; what is learnt of them is worth nothing.
    caps = Caps() if options.toy else Caps(cache_folder() / "passes.json", _machine(here))
    _work(models, pipe, here, caps)


def _machine(here: dict[str, Any]) -> str:
    # What was found with passes of one fixed size holds no longer.
    known = [f"{name} {here[name]}" for name in ("device", "threads", "torch")]
    return ", ".join([*known, "growing tiles"])


def _library(path: Path | None) -> list[dict[str, Any]]:
    """Return the entries of the user's models; a file that cannot be read is said and left alone."""
    try:
        found = json.loads(path.read_text("utf-8")) if path is not None else []
    except (OSError, ValueError) as error:
        print(f"the library {path} cannot be read: {error}", file=sys.stderr)  # noqa: T201
        return []
    entries = found if isinstance(found, list) else []
    return [entry for entry in entries if isinstance(entry, dict) and "id" in entry]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m inference.engine", description=__doc__)
    parser.add_argument("--model-folder", type=Path, help="checkpoints are here")
    parser.add_argument("--library", type=Path, help="the user's models, a JSON list of entries")
    parser.add_argument("--threads", type=int, default=default_threads(), help="cores for a step")
    parser.add_argument("--toy", action="store_true", help="a toy text encoder, and toy models")
    return parser.parse_args()


def _load(models: Models, *, toy: bool, threads: int) -> None:
    tokenizers = Opened(read_tokenizer)
    if not toy:
        for pack in encoders_of(models.cards):
            tokenizers.begin(pack)
    import torch

    torch.set_num_threads(threads)
    if models.device == "cuda" and not torch.cuda.is_available():
        models.device = "cpu"
    from inference.networks.checkpoint import load_checkpoint

    def open_encoder(pack: str) -> TextEncoder:
        if toy:
            from inference.engine.toy import toy_encoder

            return toy_encoder()
        tokenizer = tokenizers(pack)  # it says what is wrong with a pack
        return build_encoder(folder_of(pack), tokenizer)

    models.load(Opened(load_checkpoint), Opened(open_encoder))


def _work(models: Models, pipe: Pipe, here: dict[str, Any], caps: Caps) -> None:
    import torch

    from inference.engine.loop import Engine

    with torch.inference_mode():
        _warm_up(Engine(models, lambda kind, **fields: None), models)
        errors = [error.to_json() for error in models.errors.values()]
        pipe.say("ready", models=models.usable, errors=errors)
        Engine(models, pipe.say, here, caps).run(pipe.heard)


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
