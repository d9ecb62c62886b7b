"""No input breaks the model of the API."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import ADDRESS, wait_until_ready

DESCRIBED = create_app(Settings(data_dir=Path(tempfile.gettempdir()), toy=True)).openapi()
schema = schemathesis.openapi.from_dict(DESCRIBED)
# Event streams of jobs that run stay open; building a map starts a process for every example.
calls = schema.exclude(path="/api/v1/maps", method="POST")
CHECKS = [content_type_conformance, response_schema_conformance, status_code_conformance]
EXCUSED = {503, 507}
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """An application for these calls alone: some of them pause its queue."""
    app = create_app(Settings(data_dir=tmp_path_factory.mktemp("data"), toy=True, max_wait_s=1))
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        wait_until_ready(client)
        yield client


@calls.parametrize()
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@pytest.mark.slow
def test_no_input_yields_an_undescribed_answer(case: Case, own: TestClient) -> None:
    asked = case.as_transport_kwargs(base_url="http://127.0.0.1:8000")
    names = {"data": "content"} if isinstance(asked.get("data"), bytes | str) else {}
    given = {
        names.get(name, name): value
        for name, value in asked.items()
        if value is not None and name != "cookies"
    }
    headers = given.get("headers", {})
    given["headers"] = {name: str(value).encode("latin-1") for name, value in headers.items()}
    if "files" in given:
        given["files"] = [(name, _as_bytes(*parts)) for name, parts in given["files"]]
    said = own.request(**given)
    said.request.read()
    checks = CHECKS if said.status_code in EXCUSED else [*CHECKS, not_a_server_error]
    case.validate_response(schemathesis.Response.from_any(said), checks=checks)


def _as_bytes(name: str | None, content: object, *rest: str) -> tuple[object, ...]:
    body = content if isinstance(content, bytes) else str(content).encode("utf-8", "replace")
    return name, body, *rest


def test_every_response_of_every_call_is_described() -> None:
    assert "Problem" in DESCRIBED["components"]["schemas"]
    for path, methods in DESCRIBED["paths"].items():
        for method, call in methods.items():
            assert call["summary"], (method, path)
            assert call["description"], (method, path)
            for status, said in call["responses"].items():
                assert said["description"], (method, path, status)
                if int(status) >= 400:
                    # Programs written for OpenAI's API expect its own shape.
                    shape = "application/json" if path.startswith("/v1/") else PROBLEM
                    assert shape in said["content"], (path, status)
                    assert set(said["content"]) <= {shape, PROBLEM}, (path, status)
