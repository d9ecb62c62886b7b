"""P2: mixed traffic over uniform traffic, by the rows that the denoiser carries a second.

Everybody asks for other steps, guidance and words (a borrowed pipeline also for other samplers); the
uniform crowd asks for the same number of rows for a picture, all alike.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from typing import Any

import pytest

from inference.workers.local import WorkerOptions
from tests.bench.crowd import SEEDS, Recipes, Served, seeded, serving
from tests.bench.protocol import Report, interleaved, ratio
from tests.bench.sized import library_with

pytestmark = [pytest.mark.bench, pytest.mark.timeout(400)]
CLIENTS, SECONDS, GOAL = 16, 3.0, 0.90
WORDS = ("red apple", "blue car", "smiling cat", "snowy mountain", "heart", "green tea")


def rows(recipe: dict[str, Any]) -> float:
    """Rows of the denoiser: guidance is a second row for a borrowed pipeline, a number for ours."""
    guided = not recipe["model"].startswith("emoji") and recipe["guidance_scale"] > 1
    return float(recipe["steps"] * (2 if guided else 1))


def mixed(base: dict[str, Any], **choices: tuple[Any, ...]) -> Recipes:
    """Return recipes whose knobs are drawn anew every time, by a seed of their own."""
    drawn = random.Random(0)
    words = itertools.cycle(WORDS)

    def recipe() -> dict[str, Any]:
        knobs = {knob: drawn.choice(values) for knob, values in choices.items()}
        return base | knobs | {"prompt": next(words), "seed": next(SEEDS)}

    return recipe


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    library = library_with(tmp_path_factory.mktemp("sized"), "sized")
    with serving(WorkerOptions(library=library)) as running:
        yield running


def judge(served: Served, report: Report, name: str, uniform: Recipes, mix: Recipes) -> None:
    served.runner.run(served.draw(uniform()))  # the weights are read
    rounds = interleaved(
        lambda: served.rate(uniform, CLIENTS, SECONDS, rows),
        lambda: served.rate(mix, CLIENTS, SECONDS, rows),
    )
    alike, various = zip(*rounds, strict=True)
    found = ratio(various, alike)
    report.tell(
        "P2",
        f"{name}: mixed ÷ uniform traffic {found} of {max(alike):.0f} rows/s (goal ≥ {GOAL})",
        reached=found.low >= GOAL,
        mixed=found,
    )


def test_mixed_steps_guidance_and_words(served: Served, report: Report) -> None:
    base = {"model": "emoji-diffusion", "guidance_scale": 3.0, "steps": 2, "prompt": "red apple"}
    mix = mixed(base, steps=(1, 1, 2, 4), guidance_scale=(1.0, 2.0, 3.0, 5.5, 8.0))
    judge(served, report, "emoji-diffusion", seeded(base), mix)


def test_mixed_samplers_too(served: Served, report: Report) -> None:
    base = {"model": "sized", "guidance_scale": 5.0, "steps": 4, "prompt": "red apple"}
    mix = mixed(
        base,
        steps=(2, 3, 4, 7),
        guidance_scale=(1.0, 3.0, 5.0, 7.5),
        sampler=("ddim", "euler", "dpmpp_2m"),
    )
    judge(served, report, "a Stable Diffusion of middling size", seeded(base), mix)
