"""A user's own model does through the API whatever an embedded one does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.app.conftest import wait_until_ready
from tests.app.test_inversions import upload
from tests.app.test_queue import running
from tests.app.test_sweeps import over
from tests.toy_lora import write_toy_lora
from tests.toy_models import write_toy_model

CAT = {"model": "mine", "prompt": "a red cat", "steps": 3, "guidance_scale": 3.0}


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server with a model of Stable Diffusion and a LoRA for it."""
    folder = tmp_path_factory.mktemp("brought")
    path: Path = write_toy_model("stable_diffusion", folder / "toy")
    lora = write_toy_lora(path, folder / "ink.safetensors")
    with running(folder / "data") as client:
        wait_until_ready(client)
        body = {"kind": "folder", "path": str(path), "id": "mine"}
        assert client.post("/api/v1/models", json=body).status_code == 201
        said = client.post("/api/v1/models/mine/loras", json={"path": str(lora), "id": "ink"})
        assert said.status_code == 201, said.text
        yield client


def made(web: TestClient, **recipe: Any) -> dict[str, Any]:
    body = {"recipe": CAT | recipe}
    said = web.post("/api/v1/renders", json=body, headers={"Prefer": "wait=60"})
    assert said.json()["state"] == "done", said.text
    return dict(said.json())


def test_every_knob_of_its_card_makes_another_picture(web: TestClient, png: bytes) -> None:
    picture = upload(web, png)
    turned: list[dict[str, Any]] = [
        {},
        {"negative_prompt": "blurry"},
        {"sampler": "euler_ancestral"},
        {"width": 48},
        {"prompt": "a (red)1.5 cat", "weighted": True},
        {"loras": [{"id": "ink", "scale": 0.8}]},
        {"image": picture, "strength": 0.7},
        {"image": picture, "strength": 1.0},
        {"guidance_scale": 1.0},
    ]
    renders = [made(web, **recipe) for recipe in turned]
    assert len({each["image"]["sha256"] for each in renders}) == len(turned)
    assert renders[3]["image"]["width"] == 48
    assert renders[0]["environment"]["dtype"] == "float32"


def test_a_sweep_turns_its_knobs(web: TestClient) -> None:
    axes = [
        {"knob": "sampler", "values": ["ddim", "unipc"]},
        {"knob": "lora.ink", "values": [0, 0.5]},
        {"knob": "negative_prompt", "values": ["", "dark"]},
    ]
    said = web.post("/api/v1/sweeps", json={"recipe": CAT, "axes": axes})
    assert said.status_code == 202, said.text
    cells = over(web, said.json()["id"])["cells"]
    assert len({cell["image"]["sha256"] for cell in cells}) == 8


def test_its_steps_can_be_scrubbed_into_noise_and_out_of_it(web: TestClient, png: bytes) -> None:
    recipe = CAT | {"image": upload(web, png), "strength": 0.7, "sampler": "ddim"}
    shown = web.post("/api/v1/scrubs", json={"recipe": recipe}).json()
    kinds = [step["kind"] for step in shown["steps"]]
    assert {"noise", "denoise"} <= set(kinds)
    assert kinds.count("denoise") >= 2
    assert all(each["mean_abs"] > 0 for each in shown["guidance_change"])


def test_candidates_of_an_inversion_walk_there_over_their_own_steps(
    web: TestClient, png: bytes
) -> None:
    wish = {"image": upload(web, png), "model": "mine"}
    found = web.post("/api/v1/inversions", json=wish).json()["candidates"]
    assert {each["method"] for each in found} == {"ddim-25", "ddim-50"}
    for each in found:
        walked = each["recipe"]["sampler"], each["recipe"]["steps"]
        assert walked == ("ddim", int(each["method"].removeprefix("ddim-")))
    scores = [each["scores"]["psnr_db"] for each in found]
    assert scores == sorted(scores, reverse=True)


def test_cancelled_on_its_way_it_stops(web: TestClient) -> None:
    recipe = CAT | {"steps": 150, "seed": 9, "width": 256, "height": 256}
    id = web.post("/api/v1/renders", json={"recipe": recipe}).json()["id"]
    end = time.monotonic() + 30
    while web.get(f"/api/v1/renders/{id}").json()["progress"]["step"] < 1:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert web.delete(f"/api/v1/renders/{id}").json()["state"] == "cancelled"
    assert made(web, seed=10)["state"] == "done"


@pytest.mark.parametrize(
    ("turned", "named"),
    [
        ({"sampler": "flow_euler"}, "sampler"),
        ({"width": 33}, "multiple of 2"),
        ({"loras": [{"id": "blot"}]}, "LoRA"),
        ({"strength": 0.5}, "strength"),
    ],
)
def test_what_it_cannot_do_is_refused_in_words(
    web: TestClient, turned: dict[str, Any], named: str
) -> None:
    said = web.post("/api/v1/renders", json={"recipe": CAT | turned})
    assert said.status_code in (404, 422)
    assert named in said.text
