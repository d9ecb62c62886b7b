"""What a worker process asks of its operating system."""

from __future__ import annotations

import ctypes
import importlib.metadata
import os
import platform
import signal
import sys
from pathlib import Path
from typing import Any

if sys.platform != "win32":
    import resource

TRIM_THRESHOLD, TOP_PAD, MMAP_THRESHOLD = -1, -2, -3
LARGEST_INT = 2**31 - 1
TOP_PAD_BYTES = 64 * 2**20
PR_SET_PDEATHSIG = 1


def keep_freed_memory() -> bool:
    """Tell glibc to keep freed memory for the next step; whether this system has such a switch.

    With glibc's defaults every activation is mapped and unmapped afresh, and convolution steps take
    three to four times as long.
    """
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return False
    wishes = (MMAP_THRESHOLD, LARGEST_INT), (TRIM_THRESHOLD, LARGEST_INT), (TOP_PAD, TOP_PAD_BYTES)
    granted = [mallopt(switch, value) == 1 for switch, value in wishes]
    return all(granted)


def die_with_parent() -> None:
    """Have the kernel end this process when its parent ends, however that happens (Linux only)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def leave_no_core() -> None:
    """Have a crash end this process at once, instead of writing gigabytes of weights to a disk."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def default_threads() -> int:
    """Return how many threads a step should use: all cores that we may use but one.

    The last core serves the page. A step that waits for a core which somebody else holds takes
    many times as long as one that never asked for it.
    """
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, (usable or 1) - 1)


def device() -> str:
    """Return what models run on, `cuda` or `cpu`, without loading torch; `RASHIN_DEVICE` decides."""
    wish = os.environ.get("RASHIN_DEVICE")
    if wish in ("cpu", "cuda"):
        return wish
    return "cuda" if Path("/dev/nvidiactl").exists() or Path("/dev/dxg").exists() else "cpu"


def return_freed_memory() -> None:
    """Give what was kept back to the system, after something large has gone."""
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def environment(threads: int, device: str = "cpu") -> dict[str, Any]:
    """Return what decides the last bits of a picture beside its recipe: versions and machine."""

    def version(package: str) -> str | None:
        try:
            return importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            return None

    return {
        "rashin": version("rashin"),
        "python": platform.python_version(),
        "torch": version("torch"),
        "diffusers": version("diffusers"),
        "device": device,
        "threads": threads,
        "platform": f"{platform.system()} {platform.machine()}",
    }


def take_over_pipes() -> tuple[int, int]:
    """Return descriptors to read from and write to the parent, hidden from everyone else.

    Afterwards whatever prints to stdout prints to stderr, and stdin is empty.
    """
    inlet, outlet = os.dup(0), os.dup(1)
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return inlet, outlet
