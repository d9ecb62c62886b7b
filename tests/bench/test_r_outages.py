"""R1 and R3 to R8 at length. `RASHIN_OUTAGES=0.1` does a tenth of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import psutil
import pytest

from inference.client import Client
from inference.workers.local import WorkerOptions
from tests.bench.protocol import Report, percentile
from tests.inference.engine.toys import Bench, hungry, toys
from tests.outages.draining import drained
from tests.outages.keys import repeated
from tests.outages.kills import killed_again_and_again
from tests.outages.leaving import READERS, departed
from tests.outages.poison import poisoned
from tests.outages.storm import p99, weathered

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600)]
PART = float(os.environ.get("RASHIN_OUTAGES", "1"))


def times(whole: int) -> int:
    return max(2, round(PART * whole))


def test_kills(tmp_path: Path, report: Report) -> None:
    toll = killed_again_and_again(tmp_path, times(200))
    ready_s = percentile(toll.ready_s, 95)
    report.tell(
        "R1",
        f"{toll.cycles} kills of server, worker or both under 8 clients: {toll.promised} promised,"
        f" {toll.lost} lost, {toll.not_done} not made, {toll.twice} twice, integrity"
        f" {toll.integrity}; answers again after p95 {ready_s:.1f} s (goal 0, 0, 0, 0, ok, ≤ 3 s)",
        reached=not toll.bad and ready_s <= 3,
        ready_s=toll.ready_s,
    )
    assert toll.bad == []


def test_keys(tmp_path: Path, report: Report) -> None:
    seen = repeated(tmp_path, min(250, times(1000)))
    report.tell(
        "R3",
        f"{seen.keys} keys, each used 8 times at once, after kill -9 and for another body:"
        f" {seen.jobs} jobs, {seen.other_answers} other answers,"
        f" {seen.changed_bodies_accepted} changed bodies accepted (goal: a job a key, 0, 0)",
        reached=not seen.bad,
    )
    assert seen.bad == []


def test_poison(report: Report) -> None:
    good, poison = times(900), times(100)
    seen = poisoned(good, poison, within_s=1800)
    back_s = percentile(seen.back_s, 95) if seen.back_s else 0.0
    report.tell(
        "R4",
        f"{poison} poisoned renders among {good}: {seen.made} good ones made, given up"
        f" {seen.given_up}; {seen.restarts} workers (at most {seen.most_restarts}), the next one"
        f" ready after p95 {back_s:.1f} s",
        reached=not seen.bad,
    )
    assert seen.bad == []


def test_shortage(tmp_path: Path, report: Report) -> None:
    """In this process, so that a death would be ours."""
    seeds = range(6)
    right = pictures(Bench(toys(tmp_path / "toys")), seeds)
    answered = wrong = 0
    before = psutil.Process().memory_info().rss
    everies = range(1, max(2, times(50)) + 1)
    for every in everies:
        bench = Bench(hungry(tmp_path / str(every), every=every))
        for found, expected in zip(pictures(bench, seeds), right, strict=True):
            answered += found == "out_of_memory"
            wrong += found not in (expected, "out_of_memory")
        bench.engine.models["emoji-vector"].every = 0
        wrong += pictures(bench, [0], "after") != right[:1]
    grew_mb = (psutil.Process().memory_info().rss - before) / 1e6
    report.tell(
        "R5",
        f"every Nth pass short of memory, N = 1 to {everies[-1]}: {answered} of"
        f" {len(everies) * len(seeds)} answered 507, {wrong} wrong pictures, every next one right;"
        f" grew {grew_mb:.0f} MB with {len(everies)} models",
        reached=wrong == 0,
    )
    assert wrong == 0


def pictures(bench: Bench, seeds: Iterable[int], name: str = "r") -> list[bytes | str]:
    """Return the picture of every seed, or the code of the error that it ended in."""
    for seed in seeds:
        bench.ask(f"{name}{seed}", prompt="cat", steps=4, seed=seed)
    bench.work()
    failed = {seed: bench.of(f"{name}{seed}", "failed") for seed in seeds}
    return [
        failed[seed][0]["error"]["code"] if failed[seed] else bench.image(f"{name}{seed}")
        for seed in seeds
    ]


def test_leaving(report: Report) -> None:
    seen = departed(Client(WorkerOptions(toy=True, threads=1)), times(20))
    late_ms = 1000 * percentile(seen.late_s, 95)
    report.tell(
        "R6",
        f"{seen.left} readers leave, {READERS} at a time: the next ask is answered after p95"
        f" {late_ms:.0f} ms (goal ≤ 250), {seen.other_pictures} neighbours with other bytes,"
        f" {seen.tasks_left} tasks left",
        reached=not seen.bad and late_ms <= 250,
    )
    assert seen.bad == []


def test_draining(tmp_path: Path, report: Report) -> None:
    seen = drained(tmp_path, times(100))
    report.tell(
        "R7",
        f"{seen.cycles} times asked to go under load: {seen.answered} answers, {seen.cut_off} cut"
        f" off, {seen.rude} rude, {seen.lost} lost; gone after at most {max(seen.took_s):.1f} s"
        " (goal 0, 0, 0, ≤ 30 s)",
        reached=not seen.bad,
    )
    assert seen.bad == []


def test_overload(tmp_path: Path, report: Report) -> None:
    bound, storm_s = 32, max(8.0, 120 * PART)
    storm = weathered(tmp_path, bound=bound, queue_bound=bound, calm_s=5, storm_s=storm_s)
    refusal_ms, health_ms = 1000 * p99(storm.refused_s), 1000 * p99(storm.health_s)
    report.tell(
        "R8",
        f"ten times {storm.capacity:.0f} pictures/s for {storm_s:.0f} s: refusal p99"
        f" {refusal_ms:.0f} ms (goal ≤ 60), accepted p99 {storm.accepted_in_bounds:.2f} × bound"
        f" (≤ 1.3), goodput {storm.goodput:.2f} (≥ 0.95), health p99 {health_ms:.0f} ms (≤ 100),"
        f" well after {storm.healthy_after_s:.1f} s (≤ 3), grew {storm.grew_mb:.0f} MB (≤ 40)",
        reached=not storm.broken and storm.accepted_in_bounds <= 1.3 and refusal_ms <= 60 and health_ms <= 100
        and storm.goodput >= 0.95 and storm.healthy_after_s <= 3 and storm.grew_mb <= 40,
    )  # fmt: skip
    assert storm.broken == []
