"""P12, P13 and the search part of P15: our maps beside umap-learn on the same vectors.

    pytest -m bench tests/bench/test_maps.py -s                    # 10,000 × 512, a minute
    RASHIN_BENCH_POINTS=100000 pytest -m bench tests/bench/test_maps.py -s

Every figure is written to `bench-maps-<points>.json` in RASHIN_BENCH_NOTES (a folder), if that is set,
as soon as it is known; what is written there already is not measured again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from inference.core.layouts import NeighbourLayout
from inference.core.nearest import cells_of, nearest_of_all, unit
from inference.core.noise import noise
from inference.core.quality import quality

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]
POINTS = int(os.environ.get("RASHIN_BENCH_POINTS", "10000"))
DIM, INSIDE, CONTINENTS, TOWNS = 512, 48, 30, 600
SEEDS = (1, 2, 3)
# Cold: a fresh process that has compiled nothing yet. Warm: after a fit of 10,000 of the vectors.
FIT = """
import sys, time, warnings
import numpy as np
warnings.simplefilter("ignore")
path, whose, out, seed, state = sys.argv[1:]
vectors = np.load(path)
began = time.perf_counter()
if whose == "ours":
    import torch
    from inference.projectors.umap import umap
    fit = lambda v, seed: umap(torch.from_numpy(v), seed=seed).xy.numpy()
else:
    from umap import UMAP
    fit = lambda v, seed: UMAP(n_neighbors=15, min_dist=0.1, metric="cosine", random_state=seed
                               ).fit_transform(v)
if state == "warm":
    fit(vectors[:10_000].copy(), 0)
    began = time.perf_counter()
xy = fit(vectors, int(seed))
print(round(time.perf_counter() - began, 3), flush=True)
np.save(out, xy)
"""


def towns(count: int, seed: int = 0) -> torch.Tensor:
    """Draw vectors (count, 512): 600 towns on 30 continents in 48 dimensions, and a little noise."""
    axes = torch.linalg.qr(noise(seed, (DIM, INSIDE)))[0].T
    own = torch.from_numpy(np.random.default_rng(seed).integers(0, TOWNS, count))
    middles = 1.5 * noise(seed + 1, (CONTINENTS, INSIDE))[own % CONTINENTS]
    middles += 0.8 * noise(seed + 2, (TOWNS, INSIDE))[own]
    return (middles + 0.5 * noise(seed + 3, (count, INSIDE))) @ axes + 0.02 * noise(
        seed + 4, (count, DIM)
    )


@pytest.fixture(scope="module")
def vectors() -> torch.Tensor:
    return towns(POINTS)


def once(name: str, measure: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return a figure from the notes, or measure it and note it down."""
    folder = os.environ.get("RASHIN_BENCH_NOTES")
    path = Path(folder or ".") / f"bench-maps-{POINTS}.json"
    known: dict[str, Any] = json.loads(path.read_text()) if folder and path.exists() else {}
    if name not in known:
        known[name] = measure()
        if folder:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(known, indent=1))
    print(f"\n{name}, {POINTS} × {DIM}: {json.dumps(known[name])}")
    return dict(known[name])


def fitted(
    vectors: torch.Tensor, whose: str, state: str, seed: int, folder: Path
) -> dict[str, Any]:
    """Fit once in a fresh process; seconds include the imports where it is cold."""
    np.save(folder / "vectors.npy", vectors.numpy())
    out = folder / f"{whose}-{state}-{seed}.npy"
    command = [sys.executable, "-c", FIT, str(folder / "vectors.npy"), whose, str(out)]
    environment = dict(os.environ)
    if state == "cold":
        environment["NUMBA_CACHE_DIR"] = str(folder / f"nothing-{whose}-{seed}")
    done = subprocess.run(
        [*command, str(seed), state],
        capture_output=True, text=True, check=True, timeout=3000, env=environment,
    )  # fmt: skip
    found = quality(vectors, torch.from_numpy(np.load(out)))
    return {
        "seconds": float(done.stdout),
        "trustworthiness": round(found.trustworthiness, 4),
        "continuity": round(found.continuity, 4),
        "recall_15": round(found.recall, 4),
    }


def test_p12_a_fit_beside_umap_learn(vectors: torch.Tensor, tmp_path: Path) -> None:
    told: dict[tuple[str, str, int], dict[str, Any]] = {}
    for state in ("warm", "cold"):
        for seed in SEEDS:
            for whose in ("ours", "umap-learn"):
                told[whose, state, seed] = once(
                    f"P12 {whose} {state} {seed}",
                    partial(fitted, vectors, whose, state, seed, tmp_path),
                )
        ratios = [
            told["umap-learn", state, seed]["seconds"] / told["ours", state, seed]["seconds"]
            for seed in SEEDS
        ]
        print(f"P12 umap-learn ÷ ours, {state}: {', '.join(f'{each:.1f}' for each in ratios)}")
    for what in ("trustworthiness", "continuity", "recall_15"):
        gap = [
            told["ours", "warm", seed][what] - told["umap-learn", "warm", seed][what]
            for seed in SEEDS
        ]
        print(f"P12 ours − umap-learn, {what}: {sum(gap) / len(gap):+.4f}")


def test_p13_newcomers(vectors: torch.Tensor) -> None:
    def measure() -> dict[str, Any]:
        from inference.projectors.umap import umap

        new = len(vectors) // 100
        known, late = vectors[new:], vectors[:new]
        layout = umap(known)
        assert isinstance(layout, NeighbourLayout)
        before = layout.xy.clone()
        layout.place(late[:1])
        single = []
        for one in late[:200]:
            began = time.perf_counter()
            layout.place(one[None])
            single.append(1000 * (time.perf_counter() - began))
        many = late[:1000] if len(late) >= 1000 else late.repeat(1000 // len(late) + 1, 1)[:1000]
        thousands = []
        for _ in range(20):
            began = time.perf_counter()
            layout.place(many)
            thousands.append(1000 * (time.perf_counter() - began))
        placed = torch.cat([layout.place(late), layout.xy])
        again = umap(torch.cat([late, known])).xy
        both = torch.cat([late, known])
        return {
            "one_ms_p95": round(float(np.quantile(single, 0.95)), 2),
            "thousand_ms_p95": round(float(np.quantile(thousands, 0.95)), 1),
            "displacement": float((layout.xy - before).abs().max()),
            "trustworthiness_placed": round(newcomers(both, placed, new), 4),
            "trustworthiness_refit": round(newcomers(both, again, new), 4),
        }

    once("P13", measure)


def newcomers(vectors: torch.Tensor, xy: torch.Tensor, new: int) -> float:
    """Return the trustworthiness of a sample in which every newcomer is."""
    chosen = torch.cat([torch.arange(new), new + torch.arange(len(vectors) - new)[: 4 * new]])
    return quality(vectors[chosen], xy[chosen], most=len(chosen)).trustworthiness


def test_p15_the_top_50(vectors: torch.Tensor) -> None:
    def measure() -> dict[str, Any]:
        units = unit(vectors)
        began = time.perf_counter()
        cells = cells_of(units, k=50)
        sorted_s = time.perf_counter() - began
        questions = unit(vectors[:300] + 0.1 * noise(9, (300, DIM)))
        truth = nearest_of_all(questions, units, 50)[0]
        spent, hits = [], 0
        for question, true in zip(questions, truth, strict=True):
            began = time.perf_counter()
            rows = cells.search(question[None], 50)[0][0]
            spent.append(1000 * (time.perf_counter() - began))
            hits += len(set(rows.tolist()) & set(true.tolist()))
        began = time.perf_counter()
        for question in questions[:20]:
            (units @ question).topk(50)
        return {
            "sorting_s": round(sorted_s, 2),
            "median_ms": round(float(np.median(spent)), 2),
            "p95_ms": round(float(np.quantile(spent, 0.95)), 2),
            "all_ms": round(1000 * (time.perf_counter() - began) / 20, 2),
            "recall_50": round(hits / truth.numel(), 4),
        }

    once("P15 search", measure)
