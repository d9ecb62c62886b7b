"""The same, nearly the same, or different, and why."""

from __future__ import annotations

import io
import time
from typing import Any

import numpy as np
import pytest
from PIL import Image
from sqlalchemy import update
from starlette.testclient import TestClient

from app.deps import Parts
from app.storage.tables import RenderRow
from app.verify import differences
from tests.app.test_renders import make


def verified(web: TestClient, id: str) -> dict[str, Any]:
    said = web.post(f"/api/v1/recipes/{id}/verify")
    assert said.status_code == 202, said.text
    assert said.json()["kind"] == "verify"
    end = time.monotonic() + 30
    while (job := web.get(said.headers["location"]).json())["state"] in {"queued", "running"}:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert job["state"] == "done", job
    result: dict[str, Any] = job["result"]
    return result


def forge(web: TestClient, id: str, change: Any, **columns: Any) -> None:
    """Let the stored picture of a render be another one, and its row say other things."""
    parts: Parts = web.app.state.parts  # type: ignore[attr-defined]
    time.sleep(0.4)
    row = web.get(f"/api/v1/renders/{id}").json()
    with Image.open(io.BytesIO(parts.files.get(row["image"]["sha256"]))) as opened:
        pixels = change(np.asarray(opened.convert("RGB")).astype(np.int16))
    out = io.BytesIO()
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(out, "PNG")
    columns["image_sha256"] = parts.files.put(out.getvalue())

    async def write() -> None:
        async with parts.database.write() as session:
            await session.execute(update(RenderRow).where(RenderRow.id == id).values(**columns))

    web.portal.call(write)  # type: ignore[union-attr]
    parts.desk.forget(id)


def test_a_picture_made_again_is_identical(ready: TestClient) -> None:
    result = verified(ready, make(ready, 900)["id"])
    assert (result["verdict"], result["score"], result["reasons"]) == ("identical", 1.0, [])
    assert result["environment"]["then"] == result["environment"]["now"]
    assert result["environment"]["now"]["torch"]


def test_a_hair_of_difference_is_perceptually_identical_and_the_reason_is_named(
    ready: TestClient,
) -> None:
    made = make(ready, 901)
    then = made["environment"] | {"torch": "1.0", "device": "cuda"}
    forge(ready, made["id"], lambda pixels: pixels + (pixels % 7 == 0), environment=then)
    result = verified(ready, made["id"])
    assert result["verdict"] == "perceptually_identical"
    assert 0.98 <= result["score"] < 1
    assert f"torch: 1.0 then, {made['environment']['torch']} now" in result["reasons"]
    assert "device: cuda then, cpu now" in result["reasons"]


def test_another_picture_is_different(ready: TestClient) -> None:
    made = make(ready, 902)
    forge(ready, made["id"], lambda pixels: 255 - pixels)
    result = verified(ready, made["id"])
    assert result["verdict"] == "different"
    assert "nothing that is written down differs" in result["reasons"][0]


def test_other_weights_are_a_reason(ready: TestClient) -> None:
    made = make(ready, 903)
    old = made["recipe"] | {"weights": "0" * 16}
    forge(ready, made["id"], lambda pixels: pixels[::-1], recipe=old, environment=None)
    result = verified(ready, made["id"])
    assert result["verdict"] == "different"
    assert result["reasons"][0] == f"weights: {'0' * 16} then, {made['recipe']['weights']} now"
    assert "nobody wrote down where it was made" in result["reasons"]


def test_only_what_has_a_picture_can_be_verified(ready: TestClient) -> None:
    assert ready.post("/api/v1/recipes/nobody/verify").status_code == 404
    recipe = {"model": "emoji-vae", "noise": f'img("{"1" * 64}")'}
    failed = ready.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=20"})
    said = ready.post(f"/api/v1/recipes/{failed.json()['id']}/verify")
    assert (said.status_code, said.json()["code"]) == (409, "conflict")


def test_what_appeared_and_what_went_is_told() -> None:
    assert differences({"a": 1, "b": 2}, {"a": 1, "c": 3}) == [
        "b: 2 then, nothing now",
        "c: nothing then, 3 now",
    ]


@pytest.mark.slow
def test_a_verification_goes_on_after_it_was_interrupted(tmp_path: Any) -> None:
    from tests.app.conftest import wait_until_ready
    from tests.app.test_queue import running

    with running(tmp_path) as web:
        wait_until_ready(web)
        id = make(web, 1)["id"]
        time.sleep(0.4)

        async def accept() -> str:
            jobs = web.app.state.parts.jobs  # type: ignore[attr-defined]
            job = await jobs.create("verify", {"id": id})
            await jobs.close()
            return str(job.id)

        job = web.portal.call(accept)  # type: ignore[union-attr]
    with running(tmp_path) as web:
        end = time.monotonic() + 30
        while (found := web.get(f"/api/v1/jobs/{job}").json())["state"] != "done":
            assert time.monotonic() < end, found
            time.sleep(0.05)
        assert found["result"]["verdict"] == "identical"
