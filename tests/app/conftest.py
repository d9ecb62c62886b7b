"""The real application with a real worker at toy size, in this process."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings

ADDRESS = "http://127.0.0.1:8000"
SERVER = """
import json, sys
from app.cli import listen
from app.main import create_app
from app.serving import Server
from app.settings import Settings
settings = Settings(**json.loads(sys.argv[1]))
Server(create_app(settings)).run(sockets=[listen("127.0.0.1", settings.port)])
"""


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application; its worker may still be starting."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"), toy=True)
    app = create_app(settings)
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def ready(web: TestClient) -> TestClient:
    """The application with a worker that is ready."""
    wait_until_ready(web)
    return web


def wait_until_ready(web: TestClient, timeout_s: float = 60) -> None:
    end = time.monotonic() + timeout_s
    while (state := web.get("/api/v1/health").json()["worker"]["state"]) != "ready":
        assert time.monotonic() < end, f"the worker is {state}"
        time.sleep(0.05)


@dataclass
class Live:
    """A server in a process of its own, with toy models, as programs meet it."""

    address: str
    process: subprocess.Popen[bytes]

    @classmethod
    def start(cls, folder: Path, **settings: Any) -> Live:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        said = {"data_dir": str(folder), "port": port, "toy": True, **settings}
        process = subprocess.Popen([sys.executable, "-c", SERVER, json.dumps(said)])
        live = cls(f"http://127.0.0.1:{port}", process)
        end = time.monotonic() + 60
        while live.worker_state(str(settings.get("token", ""))) != "ready":
            assert time.monotonic() < end
            assert process.poll() is None
            time.sleep(0.05)
        return live

    def worker_state(self, token: str) -> str | None:
        request = urllib.request.Request(f"{self.address}/api/v1/health")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                return str(json.loads(answer.read())["worker"]["state"])
        except OSError:
            return None

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A server with toy models on loopback, over real sockets."""
    running = Live.start(tmp_path_factory.mktemp("live"))
    yield running
    running.stop()


@pytest.fixture
def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, "PNG")
    return out.getvalue()
