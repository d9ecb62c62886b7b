"""Near neighbours among many vectors: look only into the cells that can hold them.

Vectors are grouped into cells by k-means. A question is compared with everything in the cells whose
middles are nearest, first along the widest directions only, and the best of those exactly. How many
cells are opened is measured on the vectors themselves, so that nearly nothing is missed (`AIM`);
where vectors have no structure, that is all of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from inference.core.neighbours import by_cosine
from inference.core.noise import shuffled

KEPT = 0.97  # share of the squared length along the directions in which vectors are compared first
EXTRA = 4  # candidates for every wanted neighbour that are then compared exactly
FEWEST = 64  # candidates at least
CELL = 256  # vectors in a usual cell
AIM = 0.998  # share of true neighbours to be found by a search …
AIM_GRAPH = 0.985  # … and for a graph, which forgives more
GRAPH = 16  # neighbours for which that is so
SAMPLE = 256  # questions on which that is measured
ROUNDS = 6  # of k-means
LEARN = 48  # vectors for each cell that k-means looks at
BLOCK = 1 << 14  # rows at once
EXACT = 4096  # so few vectors are all compared with each other
TOGETHER = 32  # questions whose candidates are fetched at once: they stay in the cache
# Numbers fetched at once for one question. More would be shared among threads, and the answer would
# wait for a core that somebody else holds: many times as long as the fetching itself.
ALONE = 1 << 14


def unit(vectors: Tensor) -> Tensor:
    """Return rows (n, dim) as float32 of length one; a zero row stays zero."""
    rows = vectors.float()
    return rows / rows.norm(dim=1, keepdim=True).clamp(min=1e-12)


def widest(vectors: Tensor, kept: float) -> Tensor:
    """Return as many orthonormal directions (dim, h) as keep that share of the squared length.

    All of them where that would be more than half: then nothing is won by leaving some out. Not
    centred, because what is to be kept are products of rows (n, dim).
    """
    dim = vectors.shape[1]
    gram = torch.zeros(dim, dim)
    for part in vectors.split(BLOCK):
        rows = part.float()
        gram += rows.T @ rows
    values, axes = torch.linalg.eigh(gram.double())
    share = values.flip(0).clamp(min=0).cumsum(0) / values.clamp(min=0).sum().clamp(min=1e-30)
    count = int((share < kept).sum()) + 1
    return torch.eye(dim) if count > dim // 2 else axes.flip(1)[:, :count].float().contiguous()


@dataclass(frozen=True)
class Cells:
    """Unit vectors sorted into cells.

    `vectors` (n, dim) are in the order of the cells, and so are `heads` (n, h), what they are along
    `axes` (dim, h). `rows` (n,) says which ones they were, `starts` (c + 1,) where each cell begins,
    `centres` (c, h) where its middle is. A search opens `opened` cells, a graph `opened_graph`.
    """

    vectors: Tensor
    axes: Tensor
    heads: Tensor
    rows: Tensor
    starts: Tensor
    centres: Tensor
    opened: int
    opened_graph: int

    def search(self, questions: Tensor, k: int) -> tuple[Tensor, Tensor]:
        """Return rows and cosines, both (m, k), of the k nearest to unit vectors (m, dim)."""
        k = min(k, len(self.rows))
        if len(questions) == 1:
            return self._one(questions[0], k)
        return self._exact(questions, self._many(questions @ self.axes, k), k)

    def graph(self, k: int) -> tuple[Tensor, Tensor]:
        """Return rows and cosines, both (n, k), of the k nearest others of every vector."""
        rows = torch.zeros(len(self.rows), k, dtype=torch.long)
        cosines = torch.zeros(len(self.rows), k)
        wanted, starts = min(2 * k, len(self.rows) - 1), self.starts.tolist()
        count = self._enough(wanted + 1, self.opened_graph)
        near = (self.centres @ self.centres.T).topk(count, dim=1).indices.tolist()
        for cell, opened in enumerate(near):
            low, high = starts[cell], starts[cell + 1]
            if low == high:
                continue
            # The own cell first, so that everything knows where it meets itself.
            others = [other for other in opened if other != cell]
            spans = [(starts[other], starts[other + 1]) for other in (cell, *others)]
            places = torch.cat([torch.arange(*span) for span in spans])
            there = torch.cat([self.heads[start:end] for start, end in spans])
            for first in range(low, high, 1024):
                own = slice(first, min(high, first + 1024))
                scores = self.heads[own] @ there.T
                here = torch.arange(own.start, own.stop)
                scores[here - first, here - low] = -torch.inf
                best = places[scores.topk(wanted, dim=1).indices]
                mine = self.rows[own]
                rows[mine], cosines[mine] = self._exact(self.vectors[own].float(), best, k)
        return rows, cosines

    def _enough(self, k: int, opened: int) -> int:
        """Return how many cells to open so that k vectors are in them whichever they are."""
        smallest = (self.starts[1:] - self.starts[:-1]).sort().values.cumsum(0)
        return min(max(opened, int((smallest < k).sum()) + 1), len(self.centres))

    def _one(self, question: Tensor, k: int) -> tuple[Tensor, Tensor]:
        head = question @ self.axes
        cells = (self.centres @ head).topk(self._enough(k, self.opened)).indices
        spans = torch.stack([self.starts[cells], self.starts[cells + 1]], 1).tolist()
        scores = torch.cat([self.heads[low:high] @ head for low, high in spans])
        places = torch.cat([torch.arange(low, high) for low, high in spans])
        places = places[scores.topk(min(_candidates(k), len(scores))).indices]
        parts = places.split(max(1, ALONE // len(question)))
        cosines = torch.cat([self.vectors[part].float() @ question for part in parts])
        best = cosines.topk(k)
        return self.rows[places[best.indices]][None], best.values[None]

    def _many(self, heads: Tensor, k: int) -> Tensor:
        """Go from cell to cell, each with all the questions that open it."""
        opened = (heads @ self.centres.T).topk(self._enough(k, self.opened), dim=1).indices
        wanted = min(_candidates(k), len(self.rows))
        best = torch.full((len(heads), wanted), -torch.inf)
        places = torch.zeros(len(heads), wanted, dtype=torch.long)
        asked, asking = opened.flatten().sort(stable=True)
        asking = asking // opened.shape[1]
        bounds = torch.searchsorted(asked, torch.arange(len(self.centres) + 1)).tolist()
        starts = self.starts.tolist()
        for cell in range(len(self.centres)):
            who = asking[bounds[cell] : bounds[cell + 1]]
            low, high = starts[cell], starts[cell + 1]
            if not len(who) or low == high:
                continue
            top = (heads[who] @ self.heads[low:high].T).topk(min(wanted, high - low), dim=1)
            merged = torch.cat([best[who], top.values], 1).topk(wanted, dim=1)
            own = torch.cat([places[who], top.indices + low], 1)
            best[who], places[who] = merged.values, own.gather(1, merged.indices)
        # A row with too few candidates would count place 0 twice.
        return torch.where(best.isfinite(), places, places[:, :1])

    def _exact(self, questions: Tensor, places: Tensor, k: int) -> tuple[Tensor, Tensor]:
        """Return the k best of candidates (m, c), compared in every dimension."""
        rows, cosines = [], []
        for some, own in zip(questions.split(TOGETHER), places.split(TOGETHER), strict=True):
            near = self.vectors[own].float()
            best = torch.bmm(near, some[:, :, None]).squeeze(2).topk(k, dim=1)
            rows.append(self.rows[own.gather(1, best.indices)])
            cosines.append(best.values)
        return torch.cat(rows), torch.cat(cosines)


def _candidates(k: int) -> int:
    return max(EXTRA * k, FEWEST)


def neighbours_of(vectors: Tensor, k: int, *, seed: int = 0) -> tuple[Tensor, Tensor]:
    """Return rows and cosines, both (n, k), of the k nearest others of every vector (n, dim).

    Exact up to a few thousand vectors; beyond, nearly nothing is missed (`AIM_GRAPH`).
    """
    if len(vectors) <= EXACT:
        rows, distances = by_cosine(vectors, k)
        return rows, 1 - distances
    return cells_of(unit(vectors), k=k + 1, seed=seed).graph(k)


def cells_of(vectors: Tensor, *, k: int = 50, seed: int = 0) -> Cells:
    """Sort unit vectors (n, dim) into cells, and measure how many must be opened for the k nearest.

    The type of the numbers stays, so that half-precision vectors take half the memory.
    """
    count = max(1, len(vectors) // CELL)
    axes = widest(vectors, KEPT)
    whole = axes.shape[0] == axes.shape[1]
    heads = torch.cat([p.float() if whole else p.float() @ axes for p in vectors.split(BLOCK)])
    own = _cell_of(heads, _middles(heads, count, seed))
    rows = own.argsort(stable=True)
    sizes = torch.bincount(own, minlength=count)
    starts = torch.cat([sizes.new_zeros(1), sizes.cumsum(0)])
    centres = unit(torch.zeros(count, heads.shape[1]).index_add_(0, own, heads))
    heads = heads[rows]
    same = whole and vectors.dtype == torch.float32
    sorted_ = heads if same else vectors[rows]
    cells = Cells(sorted_, axes, heads, rows, starts, centres, count, count)
    return _measured(cells, min(k, len(vectors)), seed) if count > 1 else cells


def _middles(heads: Tensor, count: int, seed: int) -> Tensor:
    """Return k-means centres (count, h), learned on a part of the heads."""
    chosen = heads[shuffled(len(heads), seed=seed)[: count * LEARN]]
    middles = chosen[:count].clone()
    for _ in range(ROUNDS):
        own = _cell_of(chosen, middles)
        total = torch.zeros_like(middles).index_add_(0, own, chosen)
        size = torch.bincount(own, minlength=count)[:, None]
        # An empty cell keeps its place.
        middles = torch.where(size > 0, total / size.clamp(min=1), middles)
    return middles


def _cell_of(heads: Tensor, middles: Tensor) -> Tensor:
    shift = middles.square().sum(1) / 2
    return torch.cat([(part @ middles.T - shift).argmax(1) for part in heads.split(BLOCK)])


def _measured(cells: Cells, k: int, seed: int) -> Cells:
    """Open as many cells as it takes to find the true neighbours of a sample."""
    chosen = shuffled(len(cells.rows), seed=seed + 1)[:SAMPLE]
    places = nearest_of_all(cells.vectors[chosen].float(), cells.vectors, k)[0]
    own = torch.searchsorted(cells.starts, places, right=True) - 1
    home = torch.searchsorted(cells.starts, chosen, right=True) - 1

    def opened(seen_from: Tensor, own: Tensor, aim: float) -> int:
        turns = (seen_from @ cells.centres.T).argsort(dim=1, descending=True).argsort(dim=1)
        found = turns.gather(1, own).flatten().sort().values
        return int(found[math.ceil(aim * len(found)) - 1]) + 1

    return replace(
        cells,
        opened=opened(cells.heads[chosen], own, AIM),
        # A graph opens the same cells for everybody in a cell.
        opened_graph=opened(cells.centres[home], own[:, :GRAPH], AIM_GRAPH),
    )


def nearest_of_all(questions: Tensor, vectors: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """Return rows and products, both (m, k), found by comparing (m, dim) with all of (n, dim)."""
    best = torch.zeros(len(questions), 0)
    rows = torch.zeros(len(questions), 0, dtype=torch.long)
    for start, part in zip(range(0, len(vectors), BLOCK), vectors.split(BLOCK), strict=True):
        top = (questions @ part.float().T).topk(min(k, len(part)), dim=1)
        best, rows = torch.cat([best, top.values], 1), torch.cat([rows, top.indices + start], 1)
        merged = best.topk(min(k, best.shape[1]), dim=1)
        best, rows = merged.values, rows.gather(1, merged.indices)
    return rows, best
