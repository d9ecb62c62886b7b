"""How much memory there is, who has to go when more is needed, and what a failure to get it says."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from inference.engine.process import return_freed_memory
from inference.errors import OutOfMemory

# Kept free for everything else on the machine.
RESERVE_BYTES = 512 * 2**20
LIMIT = "RASHIN_MEMORY_BYTES"  # the most that a worker may hold, where the operator says so
_MEMINFO, _STATM = Path("/proc/meminfo"), Path("/proc/self/statm")
# How torch's allocators say that they failed: bytes on the CPU, "20.00 GiB" on a GPU.
_REFUSED = ("allocate memory", "out of memory", "Storage size calculation overflowed")
_WANTED = re.compile(r"tried to allocate ([\d.]+) ?(bytes|[KMGT]iB)?", re.IGNORECASE)
_UNITS = {"kib": 2**10, "mib": 2**20, "gib": 2**30, "tib": 2**40}


def free_bytes(device: str = "cpu") -> int:
    """Return how many bytes a new model may take on a device; below zero when too many are taken."""
    available = _free_on_cuda() if device == "cuda" else _available()
    limit = os.environ.get(LIMIT)
    return available if limit is None else min(available, int(limit) - used_bytes(device))


def used_bytes(device: str = "cpu") -> int:
    """Return how many bytes this process holds on a device."""
    if device == "cuda":
        import torch

        return int(torch.cuda.memory_reserved())
    try:
        pages = int(_STATM.read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def victims(needed: int, free: int, idle: Mapping[str, tuple[float, int]]) -> list[str]:
    """Return who should be unloaded, the longest unused first, so that `needed` bytes are free.

    `idle` maps the models that nobody uses to (when they were used last, how many bytes they give
    back). Raises `OutOfMemory` with the numbers when even all of them would not be enough.
    """
    going: list[str] = []
    for id, (_, size) in sorted(idle.items(), key=lambda item: item[1][0]):
        if free >= needed:
            break
        going.append(id)
        free += size
    if free < needed:
        raise OutOfMemory(
            f"the model needs about {_size(needed)}; {_size(free)} would be free "
            "with every idle model put away",
            hint="choose a smaller model or number type, or close other programs",
        )
    return going


def is_shortage(error: BaseException) -> bool:
    """Say whether an error means that memory could not be had."""
    if isinstance(error, MemoryError):
        return True
    said = str(error) if isinstance(error, RuntimeError) else ""
    return any(words in said for words in _REFUSED)


def too_large(error: BaseException, what: str, device: str = "cpu") -> OutOfMemory:
    """Return the answer to a shortage: what did not fit, what it asked for, and what was free."""
    found = _WANTED.search(str(error))
    asked = ""
    if found is not None:
        wanted = float(found[1]) * _UNITS.get((found[2] or "bytes").lower(), 1)
        asked = f"it asked for {_size(wanted)} at once, and "
    return OutOfMemory(
        f"{what} does not fit into memory: {asked}{_size(free_bytes(device))} are free",
        hint="choose a smaller picture, close other programs, or unload a model",
    )


def give_back(device: str = "cpu") -> None:
    """Return memory that allocators hold for later to the system and to the device."""
    return_freed_memory()
    if device == "cuda":
        import torch

        torch.cuda.empty_cache()


def _free_on_cuda() -> int:
    import torch

    free, _ = torch.cuda.mem_get_info()
    # What the allocator holds without using it is free for us.
    idle = torch.cuda.memory_reserved() - torch.cuda.memory_allocated()
    return int(free + idle) - RESERVE_BYTES


def _available() -> int:
    try:
        lines = _MEMINFO.read_text(encoding="ascii").splitlines()
        kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("MemAvailable"))
    except (OSError, StopIteration, ValueError):
        # Not Linux: half of all memory is a guess that has not let anybody down.
        pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
        return pages * size // 2
    return min(kilobytes * 1024 - RESERVE_BYTES, _within_limit())


def _within_limit() -> int:
    """Return how much more address space this process may have (`ulimit -v`)."""
    if sys.platform == "win32":
        return sys.maxsize
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY:
        return sys.maxsize
    try:
        pages = int(_STATM.read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return sys.maxsize
    return soft - pages * os.sysconf("SC_PAGE_SIZE")


def _size(number: float) -> str:
    number = max(0.0, number)
    return f"{number / 2**30:.2f} GiB" if number >= 2**28 else f"{number / 2**20:.0f} MiB"
