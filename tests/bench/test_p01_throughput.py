"""P1: sixteen who ask and wait, over the best that the same model does offline in any batch."""

from __future__ import annotations

import asyncio
from typing import Any

import numpy as np
import pytest
import torch

from inference.pictures import square
from tests.bench.crowd import Recipes, Wire, over_http, seeded, serving
from tests.bench.offline import Diffusion, Offline, Opener, Vector, best_batch, rate
from tests.bench.protocol import Report, interleaved, ratio
from tests.running import Server

pytestmark = [pytest.mark.bench, pytest.mark.timeout(400)]
CLIENTS, SECONDS, GOAL = 16, 3.0, 0.97


@pytest.mark.parametrize("opener", [Vector, Diffusion])
def test_throughput(server: Server, report: Report, opener: Opener) -> None:
    with torch.inference_mode(), serving() as served:
        offline = opener()
        best, rates = best_batch(offline)
        guard(offline, served)
        wishes = seeded(offline.recipe)
        with asyncio.Runner() as runner:
            runner.run(warm(server.address, wishes))
            rounds = interleaved(
                lambda: rate(offline, best, SECONDS),
                lambda: served.rate(wishes, CLIENTS, SECONDS),
                lambda: runner.run(over_http(server.address, wishes, CLIENTS, SECONDS)),
            )
    alone, engine, http = zip(*rounds, strict=True)
    by_engine, by_http = ratio(engine, alone), ratio(http, alone)
    report.tell(
        "P1",
        f"{offline.recipe['model']}: {CLIENTS} clients ÷ offline batch of {best}"
        f" ({max(rates.values()):.0f} pictures/s): engine {by_engine}, over HTTP {by_http}"
        f" (goal ≥ {GOAL}, bytes equal)",
        reached=by_engine.low >= GOAL,
        engine=by_engine,
        http=by_http,
        offline_rates=rates,
    )


async def warm(address: str, wishes: Recipes) -> None:
    """Have a server read the weights."""
    wire = Wire(address)
    assert (await wire.ask("POST", "/api/v1/renders", {"recipe": wishes()}))[0] == 200
    wire.close()


def guard(offline: Offline, served: Any) -> None:
    """The pictures that are counted are the pictures that the library draws, to the last bit."""
    for seed, drawn in zip(range(4), offline.pictures(range(4)), strict=True):
        done = served.runner.run(served.draw(offline.recipe | {"seed": seed}))
        np.testing.assert_array_equal(square(done.image, done.width), drawn)
