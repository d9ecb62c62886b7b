"""Where a model runs and in which numbers: what was asked for, or what fits; and what it costs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inference.library import ModelEntry
from inference.pipelines.memory import Estimate, estimate
from inference.pipelines.parts import Description

Note = dict[str, str]
DEVICES = (Path("/dev/nvidiactl"), Path("/dev/dxg"))

_HALF_ON_CPU: Note = {
    "en": "16-bit numbers halve the memory; most processors calculate two to ten times slower in them.",
    "ja": "16ビットの数はメモリを半分にしますが、多くのCPUでは計算が2〜10倍遅くなります。",
}
_HALF_ON_GPU: Note = {
    "en": "16-bit numbers: half the memory and about twice the speed; pictures differ in details "
    "from those in 32 bits.",
    "ja": "16ビットの数：メモリは半分、速度は約2倍。32ビットの画像とは細部が異なります。",
}
_FULL: Note = {
    "en": "32-bit numbers: exact, and twice the memory of 16-bit ones.",
    "ja": "32ビットの数：正確ですが、メモリは16ビットの2倍です。",
}
_FLOAT16: Note = {
    "en": "float16 overflows in some decoders and in T5; black pictures are the sign. bfloat16 does not.",
    "ja": "float16は一部のデコーダーやT5で桁あふれし、黒い画像になります。bfloat16なら起きません。",
}
_MODEL: Note = {
    "en": "Each part is on the GPU only while it works, the rest waits in main memory: a second or "
    "two more for every picture.",
    "ja": "各部品は使う間だけGPUに置かれ、残りは主メモリで待ちます。1枚につき1〜2秒余分にかかります。",
}
_SEQUENTIAL: Note = {
    "en": "Layers come to the GPU one by one: it fits almost anywhere, and takes about ten times as long.",
    "ja": "層を1つずつGPUに送ります。ほぼどこでも収まりますが、約10倍の時間がかかります。",
}
_NO_OFFLOAD: Note = {
    "en": "There is no GPU: nothing can be put away to main memory, because it is there already.",
    "ja": "GPUがないため、主メモリへ退避するものはありません。",
}
_SLICED: Note = {
    "en": "Attention is calculated in slices: less memory at large sizes, up to a third slower.",
    "ja": "アテンションを分割して計算します。大きな画像でメモリが減りますが、最大で3割ほど遅くなります。",
}
_NO_SLICES: Note = {
    "en": "This family has no sliced attention; the usual one needs no more memory here.",
    "ja": "この系統には分割アテンションがありません。通常の方式でもメモリは増えません。",
}


@dataclass(frozen=True)
class Placement:
    """Device, number type, offload and attention of a model; `notes` say what each choice costs."""

    device: str
    dtype: str
    offload: str
    attention: str
    notes: tuple[Note, ...]
    estimate: Estimate

    @property
    def bytes_needed(self) -> int:
        """Return how much must be free on the device."""
        return self.estimate.bytes_needed

    def card(self) -> dict[str, Any]:
        """Return what a model's card says about it."""
        return {
            "device": self.device,
            "dtype": self.dtype,
            "offload": self.offload,
            "attention": self.attention,
            "notes": list(self.notes),
        }


def find_device() -> str:
    """Return `cuda` or `cpu`, without loading torch; `RASHIN_DEVICE` decides where it is set."""
    wish = os.environ.get("RASHIN_DEVICE")
    if wish in ("cpu", "cuda"):
        return wish
    return "cuda" if any(path.exists() for path in DEVICES) else "cpu"


def choose(
    description: Description,
    entry: ModelEntry,
    device: str | None = None,
    free_bytes: int | None = None,
) -> Placement:
    """Return where and how a model runs. Needs no torch.

    What the entry asks for is kept. With `auto` it is float32 on a CPU and bfloat16 on a GPU, and
    where `free_bytes` are too few, parts of the model wait in main memory.
    """
    device = device or find_device()
    notes: list[Note] = []
    dtype = _dtype(entry, device, notes)
    offload: str = entry.offload
    if device == "cpu" and offload != "none":
        offload = "none"
        notes.append(_NO_OFFLOAD)
    if device != "cpu" and offload == "none" and free_bytes is not None:
        offload = _fitting(description, dtype, free_bytes)
    notes += [{"model": _MODEL, "sequential": _SEQUENTIAL}[offload]] if offload != "none" else []
    attention = _attention(description, entry, notes)
    found = estimate(description, dtype, offload)
    return Placement(device, dtype, offload, attention, tuple(notes), found)


def _fitting(description: Description, dtype: str, free_bytes: int) -> str:
    """Return how little of a model may stay in main memory."""
    if estimate(description, dtype).bytes_needed <= free_bytes:
        return "none"
    parts = estimate(description, dtype, "model").bytes_needed
    return "model" if parts <= free_bytes else "sequential"


def _dtype(entry: ModelEntry, device: str, notes: list[Note]) -> str:
    dtype = entry.dtype
    if dtype == "auto":
        dtype = "float32" if device == "cpu" else "bfloat16"
    if dtype == "float32":
        notes.append(_FULL)
    else:
        notes.append(_HALF_ON_CPU if device == "cpu" else _HALF_ON_GPU)
    if dtype == "float16":
        notes.append(_FLOAT16)
    return dtype


def _attention(description: Description, entry: ModelEntry, notes: list[Note]) -> str:
    if entry.attention != "sliced":
        return "sdpa"
    if description.denoiser.name == "UNet2DConditionModel":
        notes.append(_SLICED)
        return "sliced"
    notes.append(_NO_SLICES)
    return "sdpa"
