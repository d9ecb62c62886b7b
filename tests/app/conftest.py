"""The real application with a real worker at toy size, in this process."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator

import pytest
from PIL import Image
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings

ADDRESS = "http://127.0.0.1:8000"


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


@pytest.fixture
def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, "PNG")
    return out.getvalue()
