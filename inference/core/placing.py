"""Where a new vector belongs on a finished map, without moving anything that is there."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

NEAREST = 10
SHARPNESS = 30.0  # e-fold of a neighbour's say for each 1/30 of cosine


@dataclass(frozen=True)
class Placement:
    """Places (m, 2), the nearest known points (m, k) with their cosines, and confidence (m,)."""

    xy: Tensor
    indices: Tensor
    similarities: Tensor
    confidence: Tensor


def place(
    new: Tensor, vectors: Tensor, xy: Tensor, *, radius: float, k: int = NEAREST
) -> Placement:
    """Place unit vectors (m, dim) among known ones (n, dim) that lie at (n, 2): see `place_near`."""
    best = (new @ vectors.T).topk(min(k, len(vectors)), dim=1)
    return place_near(best.indices, best.values, xy, radius=radius)


def place_near(rows: Tensor, cosines: Tensor, xy: Tensor, *, radius: float) -> Placement:
    """Return where vectors belong whose nearest known ones (m, k), best first, lie at some of (n, 2).

    Each of the k most alike points votes with exp(30 cos); the point that gathers most votes within
    `radius` of itself wins, and the place is the weighted mean of those voters. So a vector between
    two islands lands on one of them, not in the sea. Confidence is the winners' share of all votes.
    """
    votes = ((cosines - cosines[:, :1]) * SHARPNESS).exp()
    voters = xy[rows]
    close = (torch.cdist(voters, voters) <= radius).float()
    winner = (close @ votes[:, :, None]).squeeze(2).argmax(1)
    party = close[torch.arange(len(rows)), winner] * votes
    share = party.sum(1) / votes.sum(1)
    spots = (party[:, :, None] * voters).sum(1) / party.sum(1, keepdim=True)
    return Placement(spots, rows, cosines, share)
