"""Rashin as a person starts it: a process of its own, with the real models."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Server:
    """`rashin serve` as a person starts it."""

    address: str
    process: subprocess.Popen[bytes]
    data: Path
    started_at_s: float

    @classmethod
    def start(cls, data: Path) -> Server:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [str(Path(sys.executable).parent / "rashin"), "serve", "--port", str(port)]
        command += ["--data-dir", str(data), "--no-open"]
        started_at_s = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        return cls(f"http://127.0.0.1:{port}", process, data, started_at_s)

    def ready_after_s(self, timeout_s: float = 60) -> float:
        """Wait until the worker is ready; seconds since the start of the process."""
        while time.perf_counter() - self.started_at_s < timeout_s:
            try:
                with urllib.request.urlopen(f"{self.address}/api/v1/health") as answer:
                    if b'"ready"' in answer.read():
                        return time.perf_counter() - self.started_at_s
            except OSError:
                pass
            time.sleep(0.02)
        raise TimeoutError(f"not ready after {timeout_s} s")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)
