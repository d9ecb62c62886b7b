"""A server in a process of its own that is asked, killed and started again on the same data."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

# How patient to be with a machine that also does other things.
LONGEST_S = 60.0
FINAL = {"done", "failed", "cancelled"}
GONE = (urllib.error.URLError, ConnectionError, TimeoutError)


class House:
    """Starts with the first use; keeps its port, so that clients find the next process."""

    def __init__(self, folder: Path, fault: str = "sound", **settings: Any) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.folder, self.fault = folder, fault
        self._settings = {"data_dir": str(folder), "port": self.port, "toy": True, **settings}
        self.process = self._spawn()
        self.until(self.health)

    def _spawn(self) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-m", "tests.outages.faults", self.fault]
        return subprocess.Popen([*words, json.dumps(self._settings)])

    def start(self) -> float:
        """Start again after an end; seconds until it answers."""
        began_s = time.monotonic()
        self.process = self._spawn()
        self.until(self.health)
        return time.monotonic() - began_s

    def request(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        """Ask; the status and what was said, also when it is no."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/v1{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **headers},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=LONGEST_S) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, json.loads(refusal.read())

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Ask and return what was said; any no is an error of the test."""
        status, said = self.request(method, path, body, **headers)
        assert status < 400, (status, said)
        return said

    def health(self) -> Any:
        """What is known about the worker; None while nobody answers."""
        try:
            return self.ask("GET", "/health")["worker"]
        except GONE:
            return None

    def ready(self) -> Any:
        """Wait until the worker is ready."""
        return self.until(lambda: (seen := self.health() or {}).get("state") == "ready" and seen)

    def picture(self, render: Any) -> bytes:
        """Return the bytes of the picture of a render."""
        address = f"http://127.0.0.1:{self.port}{render['image']['url']}"
        with urllib.request.urlopen(address) as answer:
            return bytes(answer.read())

    def settled(self, id: str) -> Any:
        """Wait for the end of a render; None when nobody knows of it."""

        def ended() -> Any:
            status, said = self.request("GET", f"/renders/{id}")
            return ("unknown",) if status == 404 else said["state"] in FINAL and (said,)

        found = self.until(ended)[0]
        return None if found == "unknown" else found

    def kill(self) -> None:
        """kill -9, the server; its worker ends with it."""
        self.process.kill()
        self.process.wait()

    def kill_worker(self) -> None:
        """kill -9, the worker alone, if there is one at the moment."""
        pid = (self.health() or {}).get("pid")
        if pid is not None:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def stop(self) -> int:
        """Ask the server to go; its exit status."""
        self.process.terminate()
        return self.process.wait(LONGEST_S)

    def until(self, found: Any, within_s: float = LONGEST_S) -> Any:
        """Wait for something to become true and return it."""
        end = time.monotonic() + within_s
        while not (value := found()):
            assert time.monotonic() < end, "it never happened"
            assert self.process.poll() is None, "the server has ended"
            time.sleep(0.03)
        return value


def order(seed: int, prompt: str = "cat", **more: Any) -> dict[str, Any]:
    """Return the body that asks for a picture."""
    return {"recipe": {"model": "emoji-vector", "prompt": prompt, "seed": seed}, **more}
