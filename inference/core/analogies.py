"""Analogies a : b :: c : d in any space, and how much of them arithmetic explains.

3CosAdd takes the point most like b − a + c, 3CosMul the one that is like b and like c but not like a
(Levy and Goldberg 2014). a, b and c are left out of the answers, and that alone gives most of the
accuracy: what b or c alone is nearest to must stand beside every figure.
"""

from __future__ import annotations

import torch
from torch import Tensor

from inference.core.hubs import past_hubs

EPSILON = 1e-3
METHODS = ("3CosAdd", "3CosMul", "only b", "only c")


def ranks(
    vectors: Tensor, quadruples: Tensor, method: str, *, crowded: Tensor | None = None
) -> Tensor:
    """Return the rank (n,) of d among all points, 0 for the first, for quadruples (n, 4) of indices.

    `vectors` (m, dim) are compared by cosine after their lengths are taken away; `crowded` (m,) of
    `core.hubs` looks past hubs.
    """
    unit = torch.nn.functional.normalize(vectors.double(), dim=-1)
    a, b, c, d = quadruples.T
    scores = _scores(unit, a, b, c, method)
    if crowded is not None:
        scores = past_hubs(scores, crowded)
    hidden = torch.zeros_like(scores, dtype=torch.bool)
    hidden.scatter_(1, quadruples[:, :3], True)
    scores = scores.masked_fill(hidden, -torch.inf)
    wanted = scores.gather(1, d[:, None])
    # Ties count against us: equal vectors are no answer.
    return (scores >= wanted).sum(1) - 1


def _scores(unit: Tensor, a: Tensor, b: Tensor, c: Tensor, method: str) -> Tensor:
    if method == "only b":
        return unit[b] @ unit.T
    if method == "only c":
        return unit[c] @ unit.T
    if method == "3CosAdd":
        return torch.nn.functional.normalize(unit[b] - unit[a] + unit[c], dim=-1) @ unit.T
    near = {name: (1 + unit[at] @ unit.T) / 2 for name, at in (("a", a), ("b", b), ("c", c))}
    return near["b"] * near["c"] / (near["a"] + EPSILON)
