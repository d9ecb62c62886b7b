"""Where a model runs, in which numbers, and what its card says that this costs."""

from collections.abc import Callable
from typing import Any

import pytest

from inference.library import ModelEntry
from inference.pipelines.memory import estimate
from inference.pipelines.placement import choose, find_device
from tests.bench.parity import Pair

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
Pairs = Callable[[str], Pair]


def placed(pair: Pair, device: str, free: int | None = None, **wish: Any) -> Any:
    entry = ModelEntry(id="mine", kind="folder", path=str(pair.folder), **wish)
    return choose(pair.ours.description, entry, device, free)


def test_a_cpu_calculates_exactly_and_a_gpu_in_half_the_bytes(pair_of: Pairs) -> None:
    pair = pair_of("flux")
    cpu, gpu = placed(pair, "cpu"), placed(pair, "cuda")
    assert (cpu.dtype, gpu.dtype) == ("float32", "bfloat16")
    assert cpu.bytes_needed > gpu.bytes_needed
    for place in (cpu, gpu):
        assert place.notes
        assert all(set(note) == {"en", "ja"} for note in place.notes)


def test_what_was_asked_for_is_kept_and_its_price_is_said(pair_of: Pairs) -> None:
    pair = pair_of("stable_diffusion")
    asked = placed(pair, "cuda", dtype="float16", offload="sequential", attention="sliced")
    assert (asked.dtype, asked.offload, asked.attention) == ("float16", "sequential", "sliced")
    said = " ".join(note["en"] for note in asked.notes)
    assert all(word in said for word in ("overflows", "one by one", "slices"))


def test_what_is_not_possible_is_said_and_not_done(pair_of: Pairs) -> None:
    on_cpu = placed(pair_of("flux"), "cpu", offload="model", attention="sliced")
    assert (on_cpu.offload, on_cpu.attention) == ("none", "sdpa")
    said = " ".join(note["en"] for note in on_cpu.notes)
    assert "no GPU" in said
    assert "no sliced attention" in said


def test_parts_wait_in_main_memory_where_a_gpu_is_too_small(pair_of: Pairs) -> None:
    pair = pair_of("flux")
    description = pair.ours.description
    needs = [
        estimate(description, "bfloat16", way).bytes_needed
        for way in ("none", "model", "sequential")
    ]
    ways = [placed(pair, "cuda", free).offload for free in (needs[0], needs[1], needs[2])]
    assert ways == ["none", "model", "sequential"]


def test_the_operator_has_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    for device in ("cpu", "cuda"):
        monkeypatch.setenv("RASHIN_DEVICE", device)
        assert find_device() == device
