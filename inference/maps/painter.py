"""Recipes to pictures and their vectors, many at a time, going on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
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
from inference.maps.views import Bottleneck, stacked
from inference.networks.checkpoint import load_checkpoint
from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of
from inference.pictures import square
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
        if not self.card["uses_words"] or not hasattr(self.space.checkpoint, "text_mean"):
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
        prompt_space = self.card["spaces"]["prompt"]
        return Embedding(self._read[prompt], prompt_space["id"], prompt_space["geometry"])

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
    def paint(self, items: Sequence[Item], view: str = "judge") -> tuple[Tensor, Tensor]:
        """Return pictures (n, 3, height, width) in [-1, 1] and vectors (n, dim) in a space.

        See `inference.maps.views` for the spaces.
        """
        self.read([str(item.recipe.get("prompt", "")) for item in items])
        narrow = Bottleneck(self.space) if view == "bottleneck" else None
        with narrow.listening() if narrow else nullcontext():
            latents, inside = self._walked([self.walk(item.recipe) for item in items], narrow)
        pictures = torch.stack(self.space.decode_many(latents))
        match view:
            case "judge":
                vectors = self.space.embed(pictures)
            case "prompt":
                vectors = stacked([self.ends(item.recipe)[0].values for item in items])
            case "noise":
                vectors = stacked([self.ends(item.recipe)[1].values for item in items])
            case "latent":
                vectors = stacked([latent.values for latent in latents])
            case _:
                vectors = inside
        return pictures, vectors

    def _walked(
        self, walks: Sequence[Any], narrow: Bottleneck | None
    ) -> tuple[list[Latent], Tensor]:
        """Return the latents of walks, and what the bottleneck held last for each, (n, channels)."""
        latents: dict[int, Latent] = {}
        asks: dict[int, Any] = {}
        inside: dict[int, Tensor] = {}
        for row, walk in enumerate(walks):
            _advance(walk, None, row, asks, latents)
        while asks:
            rows = list(asks)[: narrow.rows] if narrow else list(asks)
            answers = self.space.forward([asks.pop(row) for row in rows])
            if narrow:
                inside |= dict(zip(rows, narrow.of(len(rows)), strict=True))
            for row, answer in zip(rows, answers, strict=True):
                _advance(walks[row], answer, row, asks, latents)
        order = range(len(walks))
        held = stacked([inside[row] for row in order]) if inside else torch.empty(0)
        return [latents[row] for row in order], held

    @torch.inference_mode()
    def see(self, images: Tensor, view: str = "judge") -> Tensor:
        """Return vectors (n, dim) of uploaded pictures (n, 3, height, width) in [-1, 1]."""
        if view == "latent":
            # Every model that can begin at a picture keeps all of it when it is not noised at all.
            found = [self.space.noised(image, 0.0, 0) if hasattr(self.space, "noised")
                     else self.space.invert(image) for image in images]  # fmt: skip
            return stacked([latent.values for latent in found])
        return self.space.embed(images)

    def ends(self, recipe: dict[str, Any]) -> tuple[Any, Any]:
        """Return the words' point (None for a model without words) and the noise of a recipe."""
        words = recipe.get("conditioning") or quote(recipe.get("prompt", ""))
        start = recipe.get("noise") or f"noise({recipe.get('seed', 0)})"
        embedding = None
        if self.card["uses_words"]:
            embedding = _point(evaluate(parse(words), self))
            steering = recipe.get("steering", ())
            if steering:
                terms = [(self.direction((s["direction"],)), s["scale"]) for s in steering]
                embedding = self.space.lean(embedding, terms)
        return embedding, _point(evaluate(parse(start), self))

    def walk(self, recipe: dict[str, Any]) -> Any:
        """Return the walk of a recipe; raises what is wrong with its expressions."""
        embedding, noise = self.ends(recipe)
        sampling = Sampling(
            int(recipe.get("steps", self.card["steps"]["default"])),
            float(recipe.get("guidance_scale", self.card["guidance_scale"]["default"])),
        )
        return self.space.walk(noise, embedding, sampling)


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
    *,
    view: str = "judge",
    pictures_at: Path | None = None,
) -> tuple[NDArray[np.uint8], NDArray[np.float32], list[int]]:
    """Return pictures (n, height, width, 3) as bytes, vectors (n, dim), and which items they show.

    Every finished chunk lies in `scratch`; an interrupted build reads what is there. An item that
    cannot be made, such as one over an uploaded picture, is left out. `pictures_at` is the folder
    of uploaded pictures, `ab/abcd….png`.
    """
    painter: Painter | None = None
    pictures, vectors, shown = [], [], []
    for start in range(0, len(items), CHUNK):
        part = items[start : start + CHUNK]
        path = scratch / f"chunk-{start // CHUNK:04d}.npz"
        if not path.exists():
            painter = painter or Painter(space, open_encoder)
            _write_chunk(painter, part, path, view, pictures_at)
        with np.load(path) as found:
            if len(found["rows"]):
                pictures.append(found["pictures"])
                vectors.append(found["vectors"])
            shown.extend((found["rows"] + start).tolist())
        report(min(1.0, (start + CHUNK) / len(items)))
    if not shown:
        raise InvalidInput("nothing of this source can be rendered", expected="recipes without @…")
    return np.concatenate(pictures), np.concatenate(vectors), shown


def _write_chunk(
    painter: Painter, part: Sequence[Item], path: Path, view: str, pictures_at: Path | None
) -> None:
    rows, possible = [], []
    for row, item in enumerate(part):
        try:
            if "conditioning" in item.recipe or "noise" in item.recipe:
                painter.walk(item.recipe)
        except RashinError:
            continue
        rows.append(row)
        possible.append(item)
    painted = seen = torch.empty(0)
    if possible and pictures_at is not None and possible[0].picture:
        painted = torch.stack([_uploaded(item, painter, pictures_at) for item in possible])
        seen = torch.cat([painter.see(some, view) for some in painted.split(BATCH)])
    elif possible:
        painted, seen = painter.paint(possible, view)
    pixels = ((painted + 1) * 127.5).round().to(torch.uint8)
    pixels = pixels.permute(0, 2, 3, 1) if possible else pixels
    partial = path.with_suffix(".partial.npz")
    np.savez(partial, pictures=pixels.numpy(), vectors=seen.numpy(), rows=np.array(rows, np.int64))
    partial.rename(path)


def _uploaded(item: Item, painter: Painter, folder: Path) -> Tensor:
    sha256, side = str(item.picture), painter.card["image"]["width"]
    rgb = square((folder / sha256[:2] / f"{sha256}.png").read_bytes(), side)
    return torch.from_numpy(rgb.copy()).permute(2, 0, 1).float() / 127.5 - 1
