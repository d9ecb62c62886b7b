"""What was accepted is made, whatever is killed meanwhile."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

SERVER = """
import sys, uvicorn
from pathlib import Path
from app.main import create_app
from app.settings import Settings
settings = Settings(data_dir=Path(sys.argv[1]), port=int(sys.argv[2]), toy=True)
uvicorn.run(create_app(settings), host="127.0.0.1", port=settings.port, log_level="error")
"""
PORT = 18_000 + os.getpid() % 10_000


class Running:
    """The server in its own process, as `rashin serve` runs it."""

    def __init__(self, folder: Path, script: str = SERVER) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", script, str(folder), str(PORT)])
        end = time.monotonic() + 60
        while self.health() is None:
            assert time.monotonic() < end
            assert self.process.poll() is None
            time.sleep(0.05)

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        request = urllib.request.Request(
            f"http://127.0.0.1:{PORT}/api/v1{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **headers},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read())

    def health(self) -> Any:
        try:
            return self.ask("GET", "/health")["worker"]
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return None

    def accept(self, seed: int, prompt: str = "slow cat") -> str:
        recipe = {"model": "emoji-vector", "prompt": prompt, "seed": seed}
        key = {"Idempotency-Key": f"key-{seed}"}
        return str(self.ask("POST", "/renders", {"recipe": recipe}, **key)["id"])

    def settled(self, id: str) -> Any:
        end = time.monotonic() + 60
        while (found := self.ask("GET", f"/renders/{id}"))["state"] in {"queued", "running"}:
            assert time.monotonic() < end
            time.sleep(0.05)
        return found

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def picture_of(server: Running, render: Any) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{render['image']['url']}") as answer:
        return bytes(answer.read())


@pytest.mark.slow
def test_an_accepted_render_survives_kill_minus_nine_of_everything(tmp_path: Path) -> None:
    accepted: list[str] = []
    server = Running(tmp_path)
    for seed in range(10):
        accepted.append(server.accept(seed))
        if seed == 6:
            os.kill(server.health()["pid"], signal.SIGKILL)
    server.kill()
    server = Running(tmp_path)
    try:
        finished = [server.settled(id) for id in accepted]
        assert {each["state"] for each in finished} == {"done"}
        assert all(picture_of(server, each).startswith(b"\x89PNG") for each in finished)
        # The same key after all that is the same render, answered as the first time.
        assert server.accept(3) == accepted[3]
        listed = server.ask("GET", "/renders?limit=100")["items"]
        assert sorted(each["id"] for each in listed) == sorted(accepted)
    finally:
        server.process.terminate()
        assert server.process.wait(30) in {0, -signal.SIGTERM}
    with sqlite3.connect(tmp_path / "rashin.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    stored = [path.name for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert len(stored) == len(accepted)


@pytest.mark.slow
def test_when_the_worker_dies_the_web_process_lives_and_the_render_is_made(tmp_path: Path) -> None:
    server = Running(tmp_path)
    try:
        id = server.accept(1)
        end = time.monotonic() + 60
        while (server.health() or {})["state"] != "ready":
            assert time.monotonic() < end
            time.sleep(0.05)
        second = server.accept(2)
        os.kill(server.health()["pid"], signal.SIGKILL)
        assert server.ask("GET", "/renders")["items"]
        assert server.settled(id)["state"] == "done"
        assert server.settled(second)["state"] == "done"
    finally:
        server.process.terminate()
        server.process.wait(30)


POLITE = """
import sys
from pathlib import Path
from app.cli import listen
from app.main import create_app
from app.serving import Server
from app.settings import Settings
settings = Settings(data_dir=Path(sys.argv[1]), port=int(sys.argv[2]), toy=True)
Server(create_app(settings)).run(sockets=[listen("127.0.0.1", settings.port)])
"""


@pytest.mark.slow
def test_whoever_waits_when_the_server_is_asked_to_go_is_answered_and_served_by_the_next(
    tmp_path: Path,
) -> None:
    server = Running(tmp_path, POLITE)
    answers: list[Any] = []

    def wait_for(seed: int) -> None:
        recipe = {"model": "emoji-vector", "prompt": f"slow hare {seed}", "seed": seed}
        answers.append(server.ask("POST", "/renders", {"recipe": recipe}, Prefer="wait=60"))

    threads = [threading.Thread(target=wait_for, args=(seed,)) for seed in range(40)]
    for thread in threads:
        thread.start()
    end = time.monotonic() + 30
    # Whoever comes after the signal is turned away, which is another promise.
    while len(answers) + len(server.ask("GET", "/queue")["items"]) < len(threads):
        assert time.monotonic() < end
        time.sleep(0.02)
    server.process.send_signal(signal.SIGTERM)
    began_s = time.monotonic()
    for thread in threads:
        thread.join(30)
    assert server.process.wait(30) in {0, -signal.SIGTERM}
    assert time.monotonic() - began_s < 30
    # Nobody was cut off: each was told that the render is accepted, or got it.
    assert len(answers) == 40
    assert "queued" in {each["state"] for each in answers}
    server = Running(tmp_path, POLITE)
    try:
        assert {server.settled(each["id"])["state"] for each in answers} == {"done"}
    finally:
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(30)
