"""How much changes from picture to picture, by the model's own judge or a Laplacian pyramid."""

from __future__ import annotations

import asyncio
import itertools
import math
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.pyramid import pyramid_distance
from app.storage.files import Files
from inference.client import Client
from inference.pictures import pixels

AT_ONCE, REMEMBERED = 16, 4_096
PYRAMID = "pyramid"
Vector = NDArray[np.float32]


class Judge:
    """Looks at stored pictures, and remembers what it saw."""

    def __init__(self, client: Client, files: Files) -> None:
        self.client, self.files = client, files
        self._seen: OrderedDict[tuple[str, str], Vector] = OrderedDict()

    @staticmethod
    def of(card: Mapping[str, Any]) -> str:
        """Return who judges pictures of a model: the model itself, or the pyramid."""
        return str(card["id"]) if "embed" in card["verbs"] else PYRAMID

    async def steps(self, judge: str, pictures: Sequence[str]) -> list[float]:
        """Return how much each picture (by hash) differs from the one before.

        By a judge the angle between their unit vectors in radians: arccos of what 1 − cosine is
        the distance of. Angles along a way add up, which 1 − cosine does not.
        """
        if judge == PYRAMID:
            return await asyncio.to_thread(self._by_pyramid, pictures)
        await self._look(judge, pictures)
        vectors = [self._seen[judge, sha256] for sha256 in pictures]
        return [_angle(a, b) for a, b in itertools.pairwise(vectors)]

    async def _look(self, judge: str, pictures: Sequence[str]) -> None:
        unseen = list(dict.fromkeys(sha for sha in pictures if (judge, sha) not in self._seen))
        for start in range(0, len(unseen), AT_ONCE):
            some = unseen[start : start + AT_ONCE]
            images = [await asyncio.to_thread(self.files.get, sha) for sha in some]
            answer = await self.client.call("picture_vectors", model=judge, images=images)
            vectors = np.frombuffer(answer["vectors"], np.float32).reshape(len(some), -1)
            for sha256, vector in zip(some, vectors, strict=True):
                self._seen[judge, sha256] = vector
        for sha256 in pictures:
            self._seen.move_to_end((judge, sha256))
        while len(self._seen) > max(REMEMBERED, len(pictures)):
            self._seen.popitem(last=False)

    def _by_pyramid(self, pictures: Sequence[str]) -> list[float]:
        seen = (pixels(self.files.get(sha256)) for sha256 in pictures)
        return [pyramid_distance(a, b) for a, b in itertools.pairwise(seen)]


def _angle(a: Vector, b: Vector) -> float:
    # Kahan's form: exact for small angles, where the arc cosine is not.
    x, y = a.astype(np.float64), b.astype(np.float64)
    x, y = x / np.linalg.norm(x), y / np.linalg.norm(y)
    return 2 * math.atan2(float(np.linalg.norm(x - y)), float(np.linalg.norm(x + y)))
