"""A web page, or another machine, cannot drive a local server."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from app.main import create_app
from app.security import OURS
from app.settings import Settings
from inference.errors import InvalidInput

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
EVIL_HOSTS = (
    "evil.test", "evil.test:8000", "127.0.0.1", "127.0.0.1:9999", "127.0.0.1.:8000", "127.1:8000",
    "2130706433:8000", "0.0.0.0:8000", "[::ffff:127.0.0.1]:8000", "localhost.:8000",
    "localhost:8000.evil.test", "127.0.0.1:8000@evil.test", "",
)  # fmt: skip
EVIL_ORIGINS = (
    "null", "http://evil.test", "http://127.0.0.1", "http://127.0.0.1:9999", "http://localhost",
    "http://127.0.0.1:8000.evil.test", "http://evil.test:8000", "file://", "https://127.0.0.1:8000/",
    "HTTP://127.0.0.1:8000", "http://127.0.0.1:8000 http://evil.test", "",
)  # fmt: skip
GOOD_HOSTS = ("127.0.0.1:8000", "localhost:8000", "[::1]:8000")


def every_path(web: TestClient) -> list[str]:
    described = web.get("/api/v1/openapi.json").json()["paths"]
    fill = {"{id}": "x", "{sha256}": "0" * 64, "{n}": "1", "{column}": "c", "{level}": "0"}
    paths = ["/", "/studio", "/static/x.js", "/api/v1/openapi.json", "/api/v1/live"]
    for path in described:
        for name, value in (fill | {"{tile}": "0"}).items():
            path = path.replace(name, value)
        paths.append(path)
    return paths


@pytest.mark.parametrize("method", METHODS)
def test_no_route_and_no_method_answers_to_a_foreign_host(web: TestClient, method: str) -> None:
    for path in every_path(web):
        for host in EVIL_HOSTS:
            said = web.request(method, path, headers={"host": host})
            assert said.status_code == 403, (method, path, host)


@pytest.mark.parametrize("method", METHODS)
def test_no_route_and_no_method_answers_to_a_foreign_origin(web: TestClient, method: str) -> None:
    for path in every_path(web):
        for origin in EVIL_ORIGINS:
            for kind in ("application/json", "text/plain"):
                headers = {"origin": origin, "content-type": kind}
                said = web.request(method, path, headers=headers)
                assert said.status_code == 403, (method, path, origin)


@pytest.mark.parametrize("host", GOOD_HOSTS)
def test_our_own_names_and_origins_are_let_in(web: TestClient, host: str) -> None:
    headers = {"host": host, "origin": f"http://{host}"}
    assert web.get("/api/v1/health", headers=headers).status_code == 200


def test_a_page_elsewhere_cannot_probe_the_api_without_an_origin(web: TestClient) -> None:
    for path in ("/api/v1/health", "/v1/models"):
        said = web.get(path, headers={"sec-fetch-site": "cross-site"})
        assert said.status_code == 403
    assert web.get("/api/v1/health", headers={"sec-fetch-site": "same-origin"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"origin": origin} for origin in EVIL_ORIGINS] + [{"host": host} for host in EVIL_HOSTS],
)
def test_the_live_socket_refuses_strangers(web: TestClient, headers: dict[str, str]) -> None:
    address = "ws://127.0.0.1:8000/api/v1/live"
    with (
        pytest.raises(WebSocketDisconnect),
        web.websocket_connect(address, headers=headers) as socket,
    ):
        socket.receive_text()


def test_every_answer_carries_the_content_security_policy(web: TestClient) -> None:
    for path in ("/api/v1/health", "/api/v1/nothing", "/api/v1/openapi.json"):
        headers = web.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "connect-src 'self' ws://127.0.0.1:8000" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


TRAVERSALS = (
    "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "..\\..\\etc",
    "....//....//etc/passwd", "%252e%252e%252f", "/etc/passwd", "x%00.png", "..%c0%af..", "CON",
)  # fmt: skip


@pytest.mark.parametrize("prefix", ["static", "static/build", "static/maps"])
@pytest.mark.parametrize("tail", TRAVERSALS)
def test_static_files_do_not_leave_their_folder(web: TestClient, prefix: str, tail: str) -> None:
    said = web.get(f"/{prefix}/{tail}")
    assert "root:" not in said.text
    assert said.status_code in {404, 405} or said.headers["content-type"].startswith("text/html")


# The first one is resolved by the client itself, before anything is sent.
@pytest.mark.parametrize("tail", TRAVERSALS[1:])
@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/images/{}.png", "/api/v1/maps/{}", "/api/v1/maps/{}/points", "/api/v1/renders/{}",
        "/api/v1/maps/emoji-vector/columns/{}", "/api/v1/maps/emoji-vector/atlas/0/{}.webp",
        "/api/v1/jobs/{}", "/api/v1/sweeps/{}", "/api/v1/sweeps/{}/grid.png",
    ],
)  # fmt: skip
def test_no_parameter_names_a_file_outside(web: TestClient, path: str, tail: str) -> None:
    said = web.get(path.format(tail))
    assert said.status_code in {404, 422}
    assert said.headers["content-type"] == "application/problem+json"


def test_listening_to_the_network_needs_a_token(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="let everybody"):
        create_app(Settings(host="0.0.0.0", data_dir=tmp_path))


def test_with_a_token_every_route_asks_for_it(tmp_path: Path, web: TestClient) -> None:
    settings = Settings(data_dir=tmp_path, token="long and random", toy=True)  # type: ignore[arg-type]
    guarded = TestClient(create_app(settings), base_url="http://127.0.0.1:8000")
    for path in every_path(web):
        said = guarded.get(path)
        assert said.status_code == 401, path
        assert "long and random" not in said.text
    basic = base64.b64encode(b"me:long and random").decode()
    for right in ("Bearer long and random", f"Basic {basic}"):
        headers = {"authorization": right}
        assert guarded.get("/api/v1/openapi.json", headers=headers).status_code == 200
    for wrong in ("Bearer long and rando", "Basic !!!", "Basic", "long and random", "Bearer é"):
        headers = {"authorization": wrong.encode("utf-8")}
        assert guarded.get("/api/v1/openapi.json", headers=headers).status_code == 401  # type: ignore[arg-type]


def test_every_api_route_is_in_the_openapi(web: TestClient) -> None:
    app = web.app
    described = web.get("/api/v1/openapi.json").json()["paths"]
    for route in app.routes:  # type: ignore[attr-defined]
        if isinstance(route, APIRoute) and route.path.startswith(OURS):
            assert route.path in described
    for path in ("/api/v1/queue", "/api/v1/sweeps", "/api/v1/scrubs", "/v1/images/generations"):
        assert path in described
