"""How to move between points without leaving the places where points live."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor

from inference.core.vectors import Geometry
from inference.errors import InvalidInput

NEARLY_PARALLEL = 1e-4  # radians; below it the arc and the line are the same
VANISHED = 1e-6  # a blend this much shorter than its parts says nothing


def lerp(a: Tensor, b: Tensor, t: float) -> Tensor:
    """Return (1 − t) a + t b."""
    if t in (0, 1):
        return b if t else a
    return (1 - t) * a + t * b


def angle(a: Tensor, b: Tensor) -> float:
    """Return the angle between two vectors in radians, [0, π]; 0 when one of them is zero."""
    x, y = a.flatten().double(), b.flatten().double()
    x, y = x / x.norm().clamp(min=1e-30), y / y.norm().clamp(min=1e-30)
    # Kahan's form: exact for small angles, where the arc cosine is not.
    return 2 * math.atan2(float((x - y).norm()), float((x + y).norm()))


def match_norm(x: Tensor, like: Tensor) -> Tensor:
    """Return x with the length of `like`; a vanished x is refused."""
    own, wanted = x.norm(), like.norm()
    if own <= VANISHED * wanted:
        raise InvalidInput(
            "the parts cancel each other out: nothing is left to make a picture of",
            hint="change a weight or a scale",
        )
    return x * (wanted / own)


def slerp(a: Tensor, b: Tensor, t: float) -> Tensor:
    """Walk the arc from a to b, t in [0, 1]; lengths are interpolated along the way.

    sin((1−t)θ)/sin θ â + sin(tθ)/sin θ b̂, times (1−t)|a| + t|b|  (Shoemake 1985). Opposite points
    have no shortest arc: the walk then passes through a fixed direction at right angles to a.
    """
    theta = angle(a, b)
    if t in (0, 1) or theta < NEARLY_PARALLEL:
        return lerp(a, b, t)
    size = (1 - t) * a.norm() + t * b.norm()
    if a.norm() == 0 or b.norm() == 0:
        return lerp(a, b, t)
    start, end = a / a.norm(), b / b.norm()
    if math.pi - theta < 1e-3:
        side = perpendicular(start)
        direction = math.cos(t * theta) * start + math.sin(t * theta) * side
    else:
        direction = math.sin((1 - t) * theta) * start + math.sin(t * theta) * end
    return direction * (size / direction.norm())


def perpendicular(unit: Tensor) -> Tensor:
    """Return the same unit vector at right angles to a given one every time."""
    flat = unit.flatten()
    axis = torch.zeros_like(flat)
    axis[int(flat.abs().argmin())] = 1
    side = axis - (axis @ flat) * flat
    return (side / side.norm()).reshape(unit.shape)


def mix_noise(vectors: Tensor, weights: Tensor) -> Tensor:
    """Combine n noises (n, dim) by weights (n,) into one (dim,) that is noise again.

    w X / √(wᵀGw) with the Gram matrix G = XXᵀ/dim, which equals LOL (arXiv 2408.08558) for
    independent noises and stays right for related ones. The length is that of the operands
    (√(Σw²G_ii/Σw²)), so that all weight on one of them returns it exactly. All-zero weights count
    as equal ones.
    """
    if float(weights.square().sum()) < 1e-10:
        weights = torch.ones_like(weights)
    alone = weights.nonzero().flatten()
    if len(alone) == 1 and weights[alone[0]] > 0:
        return vectors[int(alone[0])]
    x, w = vectors.double(), weights.double()
    gram = x @ x.T / x.shape[1]
    size = w @ gram @ w
    wanted = w.square() @ gram.diagonal() / w.square().sum()
    if size <= VANISHED**2 * wanted:
        raise InvalidInput(
            "these noises cancel each other out: nothing is left to make a picture of",
            hint="change a weight",
        )
    return (w @ x * (wanted / size).sqrt()).to(vectors.dtype)


def blend(points: Sequence[Tensor], weights: Sequence[float], geometry: Geometry) -> Tensor:
    """Mix points of one shape as their geometry asks for.

    gaussian: `mix_noise`. sphere: the direction of Σ w x, the length Σ|w||x| / Σ|w|. flat: Σ w x / Σ w.
    """
    stacked = torch.stack([point.flatten() for point in points])
    w = torch.tensor(weights, dtype=stacked.dtype, device=stacked.device)
    if float(w.abs().sum()) < 1e-6:
        w = torch.ones_like(w)
    shape = points[0].shape
    alone = w.nonzero().flatten()
    if len(alone) == 1 and w[alone[0]] > 0:
        return points[int(alone[0])]
    if geometry == "gaussian":
        return mix_noise(stacked, w).reshape(shape)
    if geometry == "sphere":
        size = (w.abs() @ stacked.norm(dim=1)) / w.abs().sum()
        total = w @ stacked
        return match_norm(total, total.new_tensor([float(size)])).reshape(shape)
    if abs(float(w.sum())) < 1e-3:
        raise InvalidInput(
            "the weights add up to zero", expected="weights with a sum that is not 0"
        )
    return (w @ stacked / w.sum()).reshape(shape)
