import subprocess
import sys

import pytest

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc alone has mallopt")

FREED = """
import ctypes, sys
from inference.engine.process import keep_freed_memory
if sys.argv[1] == "keep":
    assert keep_freed_memory() is True
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
size = 200 * 2**20
block = libc.malloc(size)
ctypes.memset(block, 1, size)
libc.free(block)
print(open("/proc/self/statm").read().split()[1])
"""

STRAY = """
import os
from inference.engine.process import take_over_pipes
inlet, outlet = take_over_pipes()
print("stray", flush=True)
os.system("echo stray too")
os.write(outlet, b"frame")
assert os.read(inlet, 9) == b"question"
assert input.__self__ and os.read(0, 1) == b""
"""


def python(code: str, *words: str, **more) -> subprocess.CompletedProcess:
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, capture_output=True, check=True, **more)


@linux
def test_freed_memory_stays_with_the_process():
    pages = {how: int(python(FREED, how).stdout) for how in ("keep", "default")}
    assert pages["keep"] - pages["default"] > 190 * 2**20 / 4096


def test_stray_prints_do_not_get_between_the_frames():
    done = python(STRAY, input=b"question")
    assert done.stdout == b"frame"
    assert b"stray\n" in done.stderr
    assert b"stray too\n" in done.stderr
