"""The live socket: of each view only the latest counts, and nobody computes for a closed page."""

from __future__ import annotations

import json
import struct
import time
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocketDisconnect

ADDRESS = "ws://127.0.0.1:8000/api/v1/live"


def wish(seq: int, view: str = "a", prompt: str = "red apple", **rest: Any) -> str:
    recipe = {"model": "emoji-vector", "prompt": prompt, "seed": seq}
    return json.dumps({"view": view, "seq": seq, "recipe": recipe, **rest})


def hear(socket: WebSocketTestSession) -> tuple[dict[str, Any], bytes]:
    """The next message: the JSON of a text, or the header and the picture of a frame."""
    message = socket.receive()
    if message["type"] == "websocket.close":
        raise WebSocketDisconnect(message["code"])
    if message.get("text") is not None:
        return json.loads(message["text"]), b""
    data = message["bytes"]
    (length,) = struct.unpack_from("<I", data)
    return json.loads(data[4 : 4 + length]), data[4 + length :]


def until(
    socket: WebSocketTestSession, states: set[str], seq: int
) -> list[tuple[dict[str, Any], bytes]]:
    heard = []
    while True:
        heard.append(hear(socket))
        said = heard[-1][0]
        if said.get("state") in states and said["seq"] == seq:
            return heard


def test_a_wish_becomes_a_picture_right_before_it_is_done(ready: TestClient) -> None:
    with ready.websocket_connect(ADDRESS) as socket:
        socket.send_text(wish(50))
        heard = until(socket, {"done", "failed"}, 50)
    (header, picture), (done, _) = heard[-2:]
    assert header["final"] is True
    assert (header["view"], header["seq"], header["mime"]) == ("a", 50, "image/png")
    assert (header["width"], header["height"]) == (64, 64)
    assert picture.startswith(b"\x89PNG")
    assert done["state"] == "done"
    assert done["id"] == header["id"]
    assert done["recipe"]["noise"] == "noise(50)"


def test_a_draft_is_not_in_the_history_and_keeping_it_gives_the_same_bytes(
    ready: TestClient,
) -> None:
    with ready.websocket_connect(ADDRESS) as socket:
        socket.send_text(wish(51))
        (header, picture), (done, _) = until(socket, {"done"}, 51)[-2:]
    assert ready.get(f"/api/v1/renders/{header['id']}").status_code == 404
    body = {"recipe": done["recipe"]}
    kept = ready.post("/api/v1/renders", json=body, headers={"Prefer": "wait=30"}).json()
    assert kept["id"] == header["id"]
    assert ready.get(kept["image"]["url"]).content == picture


def test_the_latest_wish_of_a_view_wins_and_other_views_are_left_alone(ready: TestClient) -> None:
    with ready.websocket_connect(ADDRESS) as socket:
        socket.send_text(wish(1, view="b", prompt="slow other"))
        for seq in range(60, 68):
            socket.send_text(wish(seq, prompt="slow red apple"))
        states: dict[tuple[str, int], str] = {}
        while states.get(("a", 67)) != "done" or states.get(("b", 1)) != "done":
            said, _ = hear(socket)
            if "state" in said:
                states[said["view"], said["seq"]] = said["state"]
    assert all(states["a", seq] == "superseded" for seq in range(60, 67))


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("", "invalid_input"), ("{", "invalid_input"), ("[]", "invalid_input"),
        ('{"view": "a"}', "invalid_input"), (wish(1, extra=1), "invalid_input"),
        ('{"view": "a", "seq": 1, "recipe": {"model": "no"}}', "unknown_id"),
        ('{"view": "a", "seq": 1, "recipe": {"model": "\\ud800"}}', "invalid_input"),
        ('{"view": "a", "seq": true, "recipe": {}}', "invalid_input"),
        ("[" * 90_000, "invalid_input"), ("x" * 200_000, "invalid_input"),
    ],
)  # fmt: skip
def test_a_wrong_wish_is_answered_and_the_socket_stays(
    ready: TestClient, message: str, code: str
) -> None:
    with ready.websocket_connect(ADDRESS) as socket:
        socket.send_text(message)
        said, _ = hear(socket)
        assert said["state"] == "failed"
        assert said["error"]["code"] == code
        socket.send_text(wish(52))
        assert until(socket, {"done", "failed"}, 52)[-1][0]["state"] == "done"


def test_a_socket_has_a_bounded_number_of_views(ready: TestClient) -> None:
    with ready.websocket_connect(ADDRESS) as socket:
        for n in range(20):
            socket.send_text(wish(n, view=str(n), prompt="slow crowd"))
        failed = 0
        finished = 0
        while failed + finished < 20:
            said, _ = hear(socket)
            failed += said.get("state") == "failed" and said["error"]["code"] == "overloaded"
            finished += said.get("state") == "done"
    assert failed >= 4


def test_when_the_page_goes_away_its_work_stops(ready: TestClient) -> None:
    def last_answer_after_s(leave: bool) -> float:
        start = time.monotonic()
        with ready.websocket_connect(ADDRESS) as socket:
            for n in range(16):
                # Every prompt is new, so every one takes its time.
                prompt = f"slow and {'leaving' if leave else 'staying'} {n}"
                socket.send_text(wish(n, view=str(n), prompt=prompt))
            if not leave:
                for _ in range(16):
                    while hear(socket)[0].get("state") != "done":
                        pass
        order = {"recipe": {"model": "emoji-vector", "seed": 77 + leave}, "lane": "batch"}
        made = ready.post("/api/v1/renders", json=order, headers={"Prefer": "wait=30"})
        assert made.json()["state"] == "done"
        return time.monotonic() - start

    assert last_answer_after_s(leave=True) < 0.75 * last_answer_after_s(leave=False)


def test_no_recipe_cancels_what_a_view_is_drawing(ready: TestClient) -> None:
    with ready.websocket_connect(ADDRESS) as socket:
        for seq in range(900, 930):
            socket.send_text(wish(seq, prompt=f"slow turtle {seq}"))
        socket.send_text(json.dumps({"view": "a", "seq": 930, "recipe": None}))
        heard = until(socket, {"cancelled"}, 930)
        assert "done" not in {said.get("state") for said, _ in heard if said.get("seq") == 929}
        # The view is as good as new.
        socket.send_text(wish(931))
        assert until(socket, {"done"}, 931)[-1][0]["state"] == "done"


def test_keeping_a_draft_does_not_make_it_twice(ready: TestClient) -> None:
    def calls() -> float:
        recipe = {"model": "emoji-vector", "prompt": "red apple", "seed": 940}
        said = ready.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=20"})
        assert said.json()["state"] == "done"
        return float(said.json()["timings"]["sample_ms"])

    with ready.websocket_connect(ADDRESS) as socket:
        socket.send_text(wish(940))
        drafted = until(socket, {"done"}, 940)[-1][0]["timings"]["sample_ms"]
    # To the microsecond the same: it is the same act.
    assert calls() == drafted
