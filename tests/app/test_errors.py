"""One way to say no."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

MEMBERS = {"type", "title", "status", "detail", "code"}


def wrong_calls() -> Iterator[tuple[str, str, int]]:
    yield "GET", "/api/v1/nothing", 404
    yield "GET", "/api", 404
    yield "PUT", "/api/v1/health", 405
    yield "GET", "/api/v1/renders/unknown", 404
    yield "GET", "/api/v1/renders/unknown/events", 404
    yield "DELETE", "/api/v1/renders/unknown", 404
    yield "GET", "/api/v1/renders?cursor=%21", 422
    yield "GET", "/api/v1/renders?cursor=AAAAAAAA", 422
    yield "GET", "/api/v1/renders?limit=0", 422
    yield "GET", "/api/v1/renders?limit=101", 422
    yield "GET", "/api/v1/images/short.png", 422
    yield "GET", f"/api/v1/images/{'0' * 64}.png", 404
    yield "GET", f"/api/v1/images/{'0' * 64}.webp", 404
    yield "GET", f"/api/v1/images/{'0' * 64}.gif", 404
    yield "GET", "/api/v1/maps/unknown", 404
    yield "GET", "/api/v1/maps/unknown/points", 404
    yield "GET", "/api/v1/maps/unknown/points/3", 404
    yield "GET", "/api/v1/maps/unknown/labels", 404
    yield "GET", "/api/v1/maps/unknown/additions", 404
    yield "GET", "/api/v1/maps/unknown/atlas/0/0.webp", 404
    yield "GET", "/api/v1/maps/unknown/columns/style", 404
    yield "GET", "/api/v1/jobs/unknown", 404
    yield "GET", "/api/v1/jobs/unknown/events", 404
    yield "DELETE", "/api/v1/jobs/unknown", 404
    yield "GET", "/api/v1/sweeps/unknown", 404
    yield "GET", "/api/v1/sweeps/unknown/table.csv", 404
    yield "GET", "/api/v1/sweeps/unknown/grid.png", 404
    yield "GET", "/api/v1/sweeps?cursor=%21", 422
    yield "DELETE", "/api/v1/sweeps/unknown", 404
    yield "PATCH", "/api/v1/queue", 422
    yield "PATCH", "/api/v1/queue/unknown", 422
    yield "POST", "/api/v1/recipes/unknown/verify", 404
    yield "POST", "/api/v1/sweeps", 422
    yield "POST", "/api/v1/scrubs", 422
    yield "POST", "/api/v1/inversions", 422
    yield "POST", "/api/v1/models", 422
    yield "DELETE", "/api/v1/models/unknown", 404
    yield "GET", "/v1/nothing", 404
    yield "POST", "/api/v1/renders", 422
    yield "POST", "/api/v1/recipes/normalise", 422
    yield "POST", "/api/v1/maps", 422
    yield "POST", "/api/v1/images", 422
    yield "POST", "/api/v1/maps/unknown/decode", 422
    yield "PATCH", "/api/v1/renders/unknown", 422


@pytest.mark.parametrize(("method", "path", "status"), list(wrong_calls()))
def test_every_endpoint_says_no_in_the_same_shape(
    web: TestClient, method: str, path: str, status: int
) -> None:
    said = web.request(method, path)
    assert said.status_code == status
    assert said.headers["content-type"] == "application/problem+json"
    problem = said.json()
    assert set(problem) >= MEMBERS
    assert problem["status"] == status
    assert problem["detail"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b"[" * 100_000, b'{"recipe": []}', b'{"recipe": {}, "x": 1}',
        b'{"recipe": {"model": "\\ud800"}}', b'{"recipe": {"model": "m", "seed": NaN}}',
        b'{"recipe": {"model": "m", "seed": 1e999}}', b'{"recipe": {}, "lane": "fast"}',
        b"\xff\xfe", b'{"recipe": ' + b'{"a":' * 5_000 + b"1" + b"}" * 5_000 + b"}",
    ],
)  # fmt: skip
def test_a_body_that_cannot_be_read_is_the_senders_mistake(ready: TestClient, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    said = ready.post("/api/v1/renders", content=body, headers=headers)
    assert said.status_code in {400, 404, 422}, said.text
    assert set(said.json()) >= MEMBERS


def test_a_body_past_the_limit_is_refused(web: TestClient) -> None:
    headers = {"content-type": "application/json"}
    for content in (b" " * 1_000_001, iter([b" " * 600_000] * 2)):
        said = web.post("/api/v1/renders", content=content, headers=headers)
        assert said.status_code == 413
        assert said.json()["code"] == "too_large"


def test_numbers_are_not_made_of_booleans(ready: TestClient) -> None:
    body = {"x": False, "y": True}
    assert ready.post("/api/v1/maps/unknown/decode", json=body).status_code == 422
