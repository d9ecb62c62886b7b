"""No input breaks the model of the API."""

from __future__ import annotations

from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]


def test_every_response_of_every_call_is_described(web: TestClient) -> None:
    described = web.get("/api/v1/openapi.json").json()
    assert "Problem" in described["components"]["schemas"]
    for path, calls in described["paths"].items():
        for method, call in calls.items():
            assert call["summary"], (method, path)
            assert call.get("description"), (method, path)
            for status, said in call["responses"].items():
                assert said["description"], (method, path, status)
                if int(status) >= 400:
                    assert list(said["content"]) == ["application/problem+json"], (path, status)
