"""P9: how much of what the device can multiply reaches 20-step pictures with guidance at 512².

FLOPs of one picture are counted by torch; the peak is a large bf16 product in the same run. P1 of
the same pipeline is taken beside it. Needs CUDA; `RASHIN_BENCH_SIZE=toy` tries it on a CPU.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from inference.workers.local import WorkerOptions
from tests.bench.crowd import seeded, serving
from tests.bench.gpu import DEVICE, SIZE, matmul_tflops, needs_gpu
from tests.bench.offline import Library, best_batch, rate
from tests.bench.protocol import Report, interleaved, ratio
from tests.bench.sized import library_with

pytestmark = [pytest.mark.bench, pytest.mark.gpu, pytest.mark.timeout(1800), needs_gpu]
WHOLE = SIZE == "whole"
CLIENTS, SECONDS = (16, 12.0) if WHOLE else (3, 1.0)
SWEEP = (1, 2, 4, 8, 16, 32) if WHOLE else (1, 2)
SIDE = 512 if WHOLE else 32


def test_utilisation_and_throughput(tmp_path: Path, report: Report) -> None:
    knobs: dict[str, Any] = {"steps": 20 if WHOLE else 2, "guidance_scale": 7.5}
    library = library_with(tmp_path, "classic", SIZE)
    size = {"width": SIDE, "height": SIDE}
    offline = Library("classic", tmp_path / "classic", DEVICE, **knobs, **size)
    with FlopCounterMode(display=False) as counter:
        offline.pictures([0])
    flops = counter.get_total_flops()
    peak = matmul_tflops()
    with torch.inference_mode(), serving(WorkerOptions(library=library)) as served:
        wishes = seeded(offline.recipe)
        served.runner.run(served.draw(wishes()))
        best, rates = best_batch(offline, SWEEP, SECONDS / 3)
        rounds = interleaved(
            lambda: rate(offline, best, SECONDS),
            lambda: served.rate(wishes, CLIENTS, SECONDS),
            rounds=7 if WHOLE else 2,
        )
    alone, engine = zip(*rounds, strict=True)
    found, pictures = ratio(engine, alone), max(engine)
    mfu = pictures * flops / 1e12 / peak
    name = torch.cuda.get_device_name() if DEVICE == "cuda" else "a CPU, toy size"
    report.tell(
        "P9",
        f"{knobs['steps']} steps at {SIDE}² on {name}: {pictures:.2f} pictures/s ×"
        f" {flops / 1e12:.2f} TFLOP = {mfu:.2f} of {peak:.1f} TFLOP/s (goal ≥ 0.50)",
        reached=mfu >= 0.5 if WHOLE else None,
        mfu=mfu,
        device=name,
    )
    report.tell(
        "P1",
        f"on {name}: {CLIENTS} clients ÷ offline batch of {best}: engine {found} (goal ≥ 0.95)",
        reached=found.low >= 0.95 if WHOLE else None,
        engine=found,
        offline_rates=rates,
    )
