"""From a place back to a picture, on maps by prompts, noise, sentences, axes and uploaded pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import ADDRESS, wait_until_ready
from tests.app.test_map_building import a_zip, brought, mapped

THINGS = ["cat", "dog", "apple", "house", "moon", "car", "tree", "fish"]
TEMPLATE = {
    "kind": "template",
    "template": "a {red|blue|green|black} {" + "|".join(THINGS) + "}",
    "seeds": [1, 2],
}


def middle_of(card: Any) -> dict[str, float]:
    bounds = card["bounds"]
    return {
        "x": bounds["x_min"] * 0.45 + bounds["x_max"] * 0.55,
        "y": bounds["y_min"] * 0.55 + bounds["y_max"] * 0.45,
    }


@pytest.mark.slow
def test_a_place_becomes_a_picture_that_is_embedded_again_in_the_same_space(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, toy=True)
    with TestClient(create_app(settings), base_url=ADDRESS) as web:
        wait_until_ready(web)

        def decoded(id: str, place: dict[str, float]) -> Any:
            answer = web.post(f"/api/v1/maps/{id}/decode", json=place)
            assert answer.status_code == 200, answer.text
            return answer.json()

        card = mapped(web, "prompts", TEMPLATE, space="prompt", pictures=False)
        assert (card["count"], card["atlas"], card["decodes"]) == (64, [], True)
        found = decoded("prompts", middle_of(card))
        assert found["render"]["recipe"]["conditioning"].startswith("mix(")
        assert found["render"]["recipe"]["noise"] in ("noise(1)", "noise(2)")
        assert 0 <= found["landing"]["confidence"] <= 1

        mapped(web, "noises", TEMPLATE, space="noise", pictures=False)
        refused = web.post("/api/v1/maps/noises/search", json={"expression": '"cat"'})
        assert "noise" in refused.json()["detail"]

        card = mapped(web, "album", {"kind": "upload", "upload": _album(web)})
        found = decoded("album", middle_of(card))
        assert "img(" in found["render"]["recipe"]["noise"]
        assert found["render"]["recipe"]["guidance_scale"] == 1


@pytest.mark.slow
def test_axes_go_from_words_to_words_or_from_value_to_value(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, toy=True)
    with TestClient(create_app(settings), base_url=ADDRESS) as web:
        wait_until_ready(web)
        axes = {
            "right": {"from": '"cat"', "to": '"dog"'},
            "up": {"from": {"column": "red/blue/green/black", "value": "red"},
                   "to": {"column": "red/blue/green/black", "value": "blue"}},
        }  # fmt: skip
        more: dict[str, Any] = {"space": "sentence", "projector": "axes"}
        assert (
            mapped(web, "mixed", TEMPLATE, axes=axes, **more)["axes"]["up"]["to"]["value"] == "blue"
        )
        axes["up"] = {"from": '"red"', "to": '"blue"'}
        card = mapped(web, "axes", TEMPLATE, axes=axes, **more)
        place = middle_of(card)
        answer = web.post("/api/v1/maps/axes/decode", json=place).json()
        assert "+ (" in answer["render"]["recipe"]["conditioning"]


def _album(web: TestClient) -> str:
    return str(brought(web, ("a.zip", a_zip(24))).json()["id"])


@pytest.mark.slow
def test_a_map_can_be_laid_out_like_another_one(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, toy=True)
    with TestClient(create_app(settings), base_url=ADDRESS) as web:
        wait_until_ready(web)
        first = {"space": "sentence", "projector": "umap", "knobs": {"n_neighbors": 8}}
        mapped(web, "one", TEMPLATE, **first)
        more = {**first, "knobs": {"n_neighbors": 8, "seed": 7}}
        card = mapped(web, "kin", TEMPLATE, aligned="one", **more)
        assert card["aligned"] == {"to": "one", "shared": 64}

        few = {"kind": "words", "words": [f"word {n}" for n in range(30)]}
        said = web.post(
            "/api/v1/maps",
            json={"id": "strange", "source": few, "space": "sentence", "aligned": "one"},
        )
        job = said.json()
        while job["state"] not in ("done", "failed"):
            job = web.get(f"/api/v1/jobs/{job['id']}").json()
        assert "0 of the points are also on the map one" in job["error"]["detail"]
