"""Recipes to pictures and their vectors, many at a time, going on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from inference.contracts import Sampling
from inference.core.vectors import Direction, Embedding, Latent
from inference.errors import InvalidInput, RashinError, UnknownId
from inference.expressions.evaluate import Value, evaluate
from inference.expressions.grammar import parse, quote
from inference.maps.stock import Item
from inference.networks.checkpoint import load_checkpoint
from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of
from inference.registry import spaces

CHUNK, BATCH = 256, 32


OpenEncoder = Callable[[str], TextEncoder]


def open_pack(id: str) -> TextEncoder:
    """Return the text encoder of a fetched model pack."""
    return TextEncoder.load(folder_of(id))


def open_space(model: str, checkpoints: Path) -> Any:
    """Return the space of a model whose `card` can be read; weights are not loaded yet."""
    known = []
    for family in spaces:
        try:
            space = spaces[family].call(checkpoints)
        except FileNotFoundError:
            continue  # another model that is not in this folder
        if space.card()["id"] == model:
            return space
        known.append(space.card()["id"])
    raise UnknownId(f"no model called {model!r}", expected=", ".join(known))


class Painter:
    """Carries out recipes of one model in batches; also knows the leaves of their expressions."""

    def __init__(self, space: Any, open_encoder: OpenEncoder = open_pack) -> None:
        self.space = space
        self.card = space.card()
        space.load(load_checkpoint, open_encoder)
        self._read: dict[str, Tensor] = {}

    def read(self, prompts: Sequence[str]) -> None:
        """Encode prompts ahead, those of like length together; that is several times faster."""
        if not self.card["uses_words"]:
            return
        new = sorted(set(prompts) - set(self._read) - {""}, key=len)
        mean = self.space.checkpoint.text_mean
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            pooled = self.space.encoder.encode(batch, mean=mean).pooled
            self._read.update(zip(batch, pooled, strict=True))

    def words(self, prompt: str) -> Embedding:
        """Return the point of a prompt."""
        if prompt not in self._read:
            found: Embedding = self.space.encode(prompt)
            self._read[prompt] = found.values
        return Embedding(self._read[prompt], self.card["spaces"]["prompt"]["id"], "sphere")

    def noise(self, seed: int) -> Latent:
        """Return the noise of a seed."""
        found: Latent = self.space.noise(seed)
        return found

    def picture(self, sha256: str, method: str | None = None) -> Latent:
        """Refuse: uploads are not at hand while a map is built."""
        raise InvalidInput(f"the uploaded picture {sha256[:8]} is not at hand while a map is built")

    def direction(self, names: tuple[str, ...]) -> Direction:
        """Return a shipped direction, or the one between two prompts."""
        if len(names) == 1:
            found: Direction = self.space.direction(names[0])
            return found
        return self.words(names[1]) - self.words(names[0])

    @torch.inference_mode()
    def paint(self, items: Sequence[Item]) -> tuple[Tensor, Tensor]:
        """Return pictures (n, 3, height, width) in [-1, 1] and their vectors (n, dim)."""
        self.read([str(item.recipe.get("prompt", "")) for item in items])
        walks = [self.walk(item.recipe) for item in items]
        latents: dict[int, Latent] = {}
        asks: dict[int, Any] = {}
        for row, walk in enumerate(walks):
            _advance(walk, None, row, asks, latents)
        while asks:
            rows = list(asks)
            for row, answer in zip(
                rows, self.space.forward([asks.pop(r) for r in rows]), strict=True
            ):
                _advance(walks[row], answer, row, asks, latents)
        pictures = torch.stack(self.space.decode_many([latents[row] for row in range(len(items))]))
        return pictures, self.space.embed(pictures)

    def walk(self, recipe: dict[str, Any]) -> Any:
        """Return the walk of a recipe; raises what is wrong with its expressions."""
        words = recipe.get("conditioning") or quote(recipe.get("prompt", ""))
        start = recipe.get("noise") or f"noise({recipe.get('seed', 0)})"
        embedding = None
        if self.card["uses_words"]:
            embedding = _point(evaluate(parse(words), self))
            terms = [
                (self.direction((s["direction"],)), s["scale"]) for s in recipe.get("steering", ())
            ]
            embedding = self.space.lean(embedding, terms)
        sampling = Sampling(
            int(recipe.get("steps", self.card["steps"]["default"])),
            float(recipe.get("guidance_scale", self.card["guidance_scale"]["default"])),
        )
        return self.space.walk(_point(evaluate(parse(start), self)), embedding, sampling)


def _advance(
    walk: Any, answer: Tensor | None, row: int, asks: dict[int, Any], latents: dict[int, Latent]
) -> None:
    try:
        asks[row] = walk.send(answer)
    except StopIteration as end:
        latents[row] = end.value


def _point(value: Value) -> Any:
    if not isinstance(value, Embedding | Latent):
        raise InvalidInput("an expression in the source is no point")
    return value


def render_all(
    items: Sequence[Item],
    space: Any,
    scratch: Path,
    report: Callable[[float], None],
    open_encoder: OpenEncoder = open_pack,
) -> tuple[NDArray[np.uint8], NDArray[np.float32], list[int]]:
    """Return pictures (n, height, width, 3) as bytes, vectors (n, dim), and which items they show.

    Every finished chunk lies in `scratch`; an interrupted build reads what is there. An item that
    cannot be made, such as one over an uploaded picture, is left out.
    """
    painter: Painter | None = None
    pictures, vectors, shown = [], [], []
    for start in range(0, len(items), CHUNK):
        part = items[start : start + CHUNK]
        path = scratch / f"chunk-{start // CHUNK:04d}.npz"
        if not path.exists():
            painter = painter or Painter(space, open_encoder)
            _write_chunk(painter, part, path)
        with np.load(path) as found:
            pictures.append(found["pictures"])
            vectors.append(found["vectors"])
            shown.extend((found["rows"] + start).tolist())
        report(min(1.0, (start + CHUNK) / len(items)))
    return np.concatenate(pictures), np.concatenate(vectors), shown


def _write_chunk(painter: Painter, part: Sequence[Item], path: Path) -> None:
    rows, possible = [], []
    for row, item in enumerate(part):
        try:
            if "conditioning" in item.recipe or "noise" in item.recipe:
                painter.walk(item.recipe)
        except RashinError:
            continue
        rows.append(row)
        possible.append(item)
    size = painter.card["image"]
    painted = torch.empty(0, 3, size["height"], size["width"])
    seen = torch.empty(0, 256)
    if possible:
        painted, seen = painter.paint(possible)
    pixels = ((painted + 1) * 127.5).round().to(torch.uint8).permute(0, 2, 3, 1)
    partial = path.with_suffix(".partial.npz")
    np.savez(partial, pictures=pixels.numpy(), vectors=seen.numpy(), rows=np.array(rows, np.int64))
    partial.rename(path)
