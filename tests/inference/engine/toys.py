"""Engines in this process, on toy models or on the shipped checkpoint, and what they say."""

import time
from functools import cache
from pathlib import Path
from typing import Any

import torch

from inference.engine.loop import Engine
from inference.engine.models import EMBEDDED, Models
from inference.engine.pipe import ARRIVED
from inference.engine.toy import HUNGER_BYTES, toy_encoder, write_toy_checkpoint
from inference.networks.checkpoint import load_checkpoint
from inference.spaces.emoji_vector import EmojiVector


def loaded(folder: Path) -> Models:
    """Load the models of a folder with the toy text encoder."""
    torch.set_num_threads(1)
    models = Models(folder)
    models.load(cache(load_checkpoint), cache(lambda pack: toy_encoder()))
    return models


def toys(folder: Path) -> Models:
    """Write and load tiny random models."""
    write_toy_checkpoint(folder)
    return loaded(folder)


class Hungry(EmojiVector):
    """A model whose pass really asks for more memory than there is, past `room` rows at a time.

    The `every`th pass asks for too much however few rows it has.
    """

    room, every, passes = 64, 0, 0

    def forward(self, asks: Any) -> Any:
        self.passes += 1
        too_much = len(asks) > self.room or (self.every and self.passes % self.every == 0)
        torch.empty(HUNGER_BYTES if too_much else 1, dtype=torch.uint8)
        return super().forward(asks)


def hungry(folder: Path, room: int = 64, every: int = 0) -> Models:
    """Load toy models of which emoji-vector is hungry."""
    models = toys(folder)
    space = models["emoji-vector"]
    space.__class__, space.room, space.every = Hungry, room, every
    return models


def shipped() -> Models:
    """Load the embedded models at their real size."""
    return loaded(EMBEDDED)


class Bench:
    """An engine whose pieces of work are done by hand, and everything it said."""

    def __init__(self, models: Models) -> None:
        self.said: list[dict[str, Any]] = []
        self.engine = Engine(models, lambda kind, **rest: self.said.append({"is": kind, **rest}))

    def ask(self, id: str, *, lane: str = "interactive", view: Any = None, **recipe: Any) -> None:
        previews = recipe.pop("previews", False)
        recipe = {"model": "emoji-vector", **recipe}
        message = {"do": "render", "id": id, "recipe": recipe, "lane": lane, "view": view}
        self.hear(message | {"previews": previews})

    def hear(self, message: dict[str, Any]) -> None:
        self.engine.hear(message | {ARRIVED: time.monotonic()})

    def work(self, pieces: int = 10_000) -> None:
        """Do so many pieces of work, or all there is."""
        with torch.inference_mode():
            while self.engine.busy and pieces:
                self.engine.work()
                pieces -= 1

    def of(self, id: str, kind: str) -> list[dict[str, Any]]:
        return [said for said in self.said if said.get("id") == id and said["is"] == kind]

    def image(self, id: str) -> bytes:
        done = self.of(id, "done")
        assert len(done) == 1, [said for said in self.said if said.get("id") == id]
        return done[0]["image"]
