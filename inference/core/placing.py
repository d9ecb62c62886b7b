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
    """Place unit vectors (m, dim) among known ones (n, dim) that lie at (n, 2).

    Each of the k most alike points votes with exp(30 cos); the point that gathers most votes within
    `radius` of itself wins, and the place is the weighted mean of those voters. So a vector between
    two islands lands on one of them, not in the sea. Confidence is the winners' share of all votes.
    """
    k = min(k, len(vectors))
    best = (new @ vectors.T).topk(k, dim=1)
    votes = ((best.values - best.values[:, :1]) * SHARPNESS).exp()
    voters = xy[best.indices]
    close = (torch.cdist(voters, voters) <= radius).float()
    winner = (close @ votes[:, :, None]).squeeze(2).argmax(1)
    party = close[torch.arange(len(new)), winner] * votes
    share = party.sum(1) / votes.sum(1)
    spots = (party[:, :, None] * voters).sum(1) / party.sum(1, keepdim=True)
    return Placement(spots, best.indices, best.values, share)
