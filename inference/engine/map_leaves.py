"""What the leaves of expressions mean in the space of a map: vectors that can be compared with its points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import torch
from torch import Tensor

from inference.core.vectors import Direction, Embedding, Latent
from inference.errors import InvalidInput
from inference.expressions.grammar import parse
from inference.expressions.nodes import Words
from inference.maps.layout import MapLayout, unit_on
from inference.maps.projection import anchored, middle_of
from inference.registry import operations

STARTS = 12  # places from which an arrow is carried over, and prompts of one end


class Meanings(Protocol):
    """What a model says about words, noise and pictures, as vectors that its maps can hold."""

    def read(self, prompt: str) -> Embedding:
        """Return the point of a prompt among words."""

    def ship(self, id: str) -> Direction:
        """Return a direction between words that the model ships."""

    def poles(self, id: str) -> tuple[Sequence[str], Sequence[str]]:
        """Return the prompts from which a direction was learnt; none where the model does not tell."""

    def meant(self, point: Embedding) -> Tensor:
        """Return where a point of words lies in the space of the map, (dim,)."""

    def seen(self, sha256: str) -> Tensor:
        """Return where a picture lies, (dim,)."""

    def noised(self, seed: int) -> Tensor:
        """Return where the noise of a seed lies, (dim,)."""


class MapLeaves:
    """Knows the leaves of expressions for one map (`evaluate.Resolver`).

    `own` are points of the map, by the hash that stands for them. A map of bare numbers has no
    meanings: `inference.maps.expressing` refuses what would need one.
    """

    def __init__(
        self, layout: MapLayout, own: Mapping[str, Sequence[int]], meanings: Meanings | None
    ) -> None:
        self._layout, self._own, self._meanings = layout, own, meanings
        self.space = str(layout.files.info.get("space", layout.files.id))

    def words(self, prompt: str) -> Embedding:
        """Return the point that a prompt means here."""
        return self._point(self._model.meant(self._model.read(prompt)))

    def noise(self, seed: int) -> Latent:
        """Return the noise of a seed."""
        return Latent(unit_on(self._layout, self._model.noised(seed)), self.space, "sphere")

    def picture(self, sha256: str, method: str | None = None) -> Latent:
        """Return where a picture, or the middle of some points of this map, lies."""
        if sha256 in self._own:
            values = torch.from_numpy(middle_of(self._layout, self._own[sha256]))
        else:
            values = unit_on(self._layout, self._model.seen(sha256))
        return Latent(values, self.space, "sphere")

    def direction(self, names: tuple[str, ...]) -> Direction:
        """Return a shipped direction as it turns the points of this map, or that between two prompts.

        A shipped one is an arrow between words: where the model tells from which prompts it was
        learnt, it leads from the middle of the ones to the middle of the others; else it is taken
        from some places of the map, and the mean of what it changes there is the arrow here.
        """
        if len(names) == 2:
            return self.words(names[1]) - self.words(names[0])
        begin, end = (self._middle(prompts) for prompts in self._model.poles(names[0]))
        if begin is not None and end is not None:
            return Direction(end - begin, self.space, "sphere")
        arrow = self._model.ship(names[0])
        changes = []
        for prompt in self._prompts():
            start = self._model.read(prompt)
            tip = operations["steer"].call(start, arrow, scale=1.0)
            changes.append(
                self._point(self._model.meant(tip)) - self._point(self._model.meant(start))
            )
        if not changes:
            raise InvalidInput("no point of this map has words to turn", expected="dir(a, b)")
        return changes[0].at(torch.stack([each.values for each in changes]).mean(0))

    @property
    def _model(self) -> Meanings:
        if self._meanings is None:
            raise InvalidInput("this map has no model", expected="points of the map")
        return self._meanings

    def _middle(self, prompts: Sequence[str]) -> Tensor | None:
        some = prompts[:: max(1, len(prompts) // STARTS)]
        return torch.stack([self.words(each).values for each in some]).mean(0) if some else None

    def _point(self, values: Tensor) -> Embedding:
        unit = unit_on(self._layout, values)
        if self._layout.files.view == "judge":
            unit = anchored(self._layout, unit)
        return Embedding(unit, self.space, "sphere")

    def _prompts(self) -> list[str]:
        """Return plain words of points that lie all over the map."""
        count = self._layout.files.count
        found = []
        for n in range(0, count, max(1, count // STARTS)):
            node = parse(self._layout.conditioning(n))
            if isinstance(node, Words) and node.words:
                found.append(node.words)
        return found
