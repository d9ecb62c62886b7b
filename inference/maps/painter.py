"""Recipes to pictures and their vectors, many at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from inference.contracts import Embeds, Sampling
from inference.core.vectors import Embedding, Latent
from inference.errors import InvalidInput, UnknownId
from inference.expressions.evaluate import Value, evaluate
from inference.expressions.grammar import parse
from inference.maps.leaves import RecipeLeaves, pixels_of, tensor_of
from inference.maps.listening import Listener, stacked
from inference.maps.stock import Item
from inference.maps.views import READER
from inference.networks.checkpoint import load_checkpoint
from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of
from inference.pictures import framed, png, square
from inference.recipe import Recipe, normalise
from inference.registry import spaces

BATCH = 32
PIXELS = 256 * 64 * 64  # of the pictures that are drawn side by side
MOST_READ_BYTES = 256 * 2**20

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


@dataclass(frozen=True, eq=False)
class Begun:
    """A recipe in full with its two ends: the point of the words (None without words), and the noise."""

    recipe: Recipe
    words: Embedding | None
    noise: Latent
    sampling: Sampling

    @property
    def size(self) -> tuple[int, int]:
        """Return width and height of the picture."""
        return self.recipe.width, self.recipe.height


class Painter:
    """Carries out recipes of one model in batches, and sees pictures and sentences as its maps do.

    `checkpoints` holds the model whose judge and sentences serve models without their own;
    `pictures_at` the uploaded pictures, `ab/abcd….png`. Weights are read when they are needed.
    """

    def __init__(
        self,
        space: Any,
        open_encoder: OpenEncoder = open_pack,
        *,
        checkpoints: Path | None = None,
        pictures_at: Path | None = None,
    ) -> None:
        self._space, self._open_encoder = space, open_encoder
        self._checkpoints, self._pictures_at = checkpoints, pictures_at
        self.card = space.card()
        self._read: OrderedDict[tuple[str, bool], Tensor] = OrderedDict()
        wide = self.card["image"]["width"] * self.card["image"]["height"]
        self.at_once = max(1, PIXELS // wide)

    @cached_property
    def space(self) -> Any:
        """Return the model, loaded."""
        self._space.load(load_checkpoint, self._open_encoder)
        return self._space

    @cached_property
    def reader(self) -> Painter:
        """Return who reads sentences, and judges pictures for a model without a judge."""
        if self.card["id"] == READER or self._checkpoints is None:
            return self
        return Painter(open_space(READER, self._checkpoints), self._open_encoder)

    # Words

    def read(self, prompts: Sequence[str]) -> None:
        """Encode prompts ahead, those of like length together; that is several times faster."""
        if not self.card["uses_words"] or not hasattr(self.space, "checkpoint"):
            return
        mean = getattr(self.space.checkpoint, "text_mean", None)
        if mean is None:
            return
        known = {prompt for prompt, _ in self._read}
        new = sorted(set(prompts) - known - {""}, key=len)
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            pooled = self.space.encoder.encode(batch, mean=mean).pooled
            for prompt, values in zip(batch, pooled, strict=True):
                self._remember((prompt, False), values)

    def words(self, prompt: str, *, weighted: bool = False) -> Embedding:
        """Return the point of a prompt."""
        key = prompt, weighted
        if key not in self._read:
            encode = self.space.encode_weighted if weighted else self.space.encode
            found: Embedding = encode(prompt)
            self._remember(key, found.values)
        self._read.move_to_end(key)
        prompt_space = self.card["spaces"]["prompt"]
        return Embedding(self._read[key], prompt_space["id"], prompt_space["geometry"])

    def sentences(self, prompts: Sequence[str]) -> Tensor:
        """Return what sentences mean (n, dim), whatever the model."""
        self.reader.read(prompts)
        return stacked([self.reader.words(prompt).values for prompt in prompts])

    def _remember(self, key: tuple[str, bool], values: Tensor) -> None:
        self._read[key] = values
        most = max(2 * BATCH, MOST_READ_BYTES // (4 * values.numel()))
        while len(self._read) > most:
            self._read.popitem(last=False)

    # Recipes

    @torch.inference_mode()
    def begun(self, recipe: dict[str, Any]) -> Begun:
        """Return a recipe, short or in full, with its two ends.

        Raises what is wrong with it, and `InvalidInput` for what is not drawn on maps.
        """
        mine = {name: value for name, value in recipe.items() if name != "weights"}
        full = normalise({**mine, "model": self.card["id"]}, {self.card["id"]: self.card})
        if full.attention is not None:
            raise InvalidInput("pictures that look at others are not drawn for a map")
        leaves = RecipeLeaves(self, full)
        words = None
        if self.card["uses_words"]:
            words = _point(evaluate(parse(full.conditioning or '""'), leaves))
            terms = [(leaves.direction((t.direction,)), t.scale) for t in full.steering]
            words = self.space.lean(words, terms) if terms else words
        return Begun(full, words, _point(evaluate(parse(full.noise), leaves)), leaves.sampling())

    def walk(self, recipe: dict[str, Any]) -> Any:
        """Return the walk of a recipe; raises what is wrong with its expressions."""
        begun = self.begun(recipe)
        return self.space.walk(begun.noise, begun.words, begun.sampling)

    def paint(self, items: Sequence[Item], view: str = "judge") -> tuple[list[Tensor], Tensor]:
        """Return pictures (3, height, width) in [-1, 1] and vectors (n, dim) in a space.

        See `inference.maps.views` for the spaces.
        """
        self.read([str(item.recipe.get("prompt", "")) for item in items])
        return self.carry([self.begun(item.recipe) for item in items], view)

    @torch.inference_mode()
    def carry(self, rows: Sequence[Begun], view: str = "judge") -> tuple[list[Tensor], Tensor]:
        """Do what `paint` does with recipes that were begun."""
        listener = Listener(self.space) if view == "bottleneck" else None
        with listener.listening() if listener else nullcontext():
            walks = [self.space.walk(row.noise, row.words, row.sampling) for row in rows]
            latents, said = self._walked(walks, listener)
        pictures = self._drawn(latents, [row.size for row in rows])
        match view:
            case "judge":
                vectors = self.judged(pictures)
            case "latent":
                vectors = stacked([latent.values for latent in latents])
            case "bottleneck":
                vectors = said
            case _:
                vectors = self.before(rows, view)
        return pictures, vectors

    def before(self, rows: Sequence[Begun], view: str) -> Tensor:
        """Return vectors (n, dim) that are known before a picture is drawn: of words or noise."""
        if view == "noise":
            return stacked([row.noise.values for row in rows])
        if view == "sentence":
            said = [{"conditioning": row.recipe.conditioning} for row in rows]
            return self.reader.before([self.reader.begun(each) for each in said], "prompt")
        if any(row.words is None for row in rows):
            raise InvalidInput(f"{self.card['id']} takes no words", expected="another space")
        return stacked([row.words.values for row in rows if row.words is not None])

    def _walked(
        self, walks: Sequence[Any], listener: Listener | None
    ) -> tuple[list[Latent], Tensor]:
        """Return the latents of walks, and what the middle said last for each, (n, channels)."""
        latents: dict[int, Latent] = {}
        asks: dict[int, Any] = {}
        said: dict[int, Tensor] = {}
        for row, walk in enumerate(walks):
            _advance(walk, None, row, asks, latents)
        while asks:
            key = next(iter(asks.values())).key
            rows = [row for row, ask in asks.items() if ask.key == key]
            rows = rows[: listener.rows] if listener else rows
            answers = self.space.forward([asks.pop(row) for row in rows])
            if listener:
                said |= dict(zip(rows, listener.of(len(rows)), strict=True))
            for row, answer in zip(rows, answers, strict=True):
                _advance(walks[row], answer, row, asks, latents)
        order = range(len(walks))
        held = stacked([said[row] for row in order]) if said else torch.empty(0)
        return [latents[row] for row in order], held

    def _drawn(self, latents: Sequence[Latent], sizes: Sequence[tuple[int, int]]) -> list[Tensor]:
        found: dict[int, Tensor] = {}
        for size in dict.fromkeys(sizes):
            rows = [row for row, each in enumerate(sizes) if each == size]
            drawn = self.space.decode_many([latents[row] for row in rows], *size)
            found |= dict(zip(rows, drawn, strict=True))
        return [found[row] for row in range(len(latents))]

    # Pictures

    def judged(self, pictures: Sequence[Tensor]) -> Tensor:
        """Return what a judge sees in pictures (3, height, width): unit vectors (n, dim)."""
        if isinstance(self._space, Embeds):
            alike = len({picture.shape for picture in pictures}) == 1
            stacks = [torch.stack(list(pictures))] if alike else [p[None] for p in pictures]
            return torch.cat([self.space.embed(stack) for stack in stacks])
        side = int(self.reader.card["image"]["width"])
        shown = torch.stack([tensor_of(square(png(pixels_of(p)), side)) for p in pictures])
        found: Tensor = self.reader.space.embed(shown)
        return found

    @torch.inference_mode()
    def see(self, sha256s: Sequence[str], view: str = "judge") -> tuple[list[Tensor], Tensor]:
        """Return uploaded pictures (3, height, width) in [-1, 1], and their vectors (n, dim)."""
        images = [self.uploaded(sha256) for sha256 in sha256s]
        if view == "judge":
            return images, self.judged(images)
        # Every model that can begin at a picture keeps all of it when it is not noised at all.
        found = [
            self.space.noised(image, 0.0, 0)
            if hasattr(self.space, "noised")
            else self.space.invert(image)
            for image in images
        ]
        return images, stacked([latent.values for latent in found])

    def uploaded(self, sha256: str, size: tuple[int, int] | None = None) -> Tensor:
        """Return an uploaded picture as the model is shown it. Raises `InvalidInput`."""
        path = self._pictures_at and self._pictures_at / sha256[:2] / f"{sha256}.png"
        if path is None or not path.is_file():
            raise InvalidInput(f"the uploaded picture {sha256[:8]}… is not at hand")
        image = self.card["image"]
        width, height = size or (image["width"], image["height"])
        return tensor_of(framed(path.read_bytes(), width, height, whole="sizes" not in image))


def _advance(
    walk: Any, answer: Any, row: int, asks: dict[int, Any], latents: dict[int, Latent]
) -> None:
    try:
        asks[row] = walk.send(answer)
    except StopIteration as end:
        latents[row] = end.value


def _point(value: Value) -> Any:
    if not isinstance(value, Embedding | Latent):
        raise InvalidInput("an expression in the source is no point")
    return value
