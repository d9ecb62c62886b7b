"""A sweep is all combinations, each a render; it can be read as a table and seen as a sheet."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from starlette.testclient import TestClient

from app.sweeps import turned
from inference.errors import InvalidInput
from tests.app.conftest import wait_until_ready
from tests.app.test_queue import running

SWEEPS = "/api/v1/sweeps"
CAT = {"model": "emoji-vector", "prompt": "smiling cat", "seed": 3}


def begin(web: TestClient, axes: dict[str, list[Any]], **recipe: Any) -> dict[str, Any]:
    listed = [{"knob": knob, "values": values} for knob, values in axes.items()]
    said = web.post(SWEEPS, json={"recipe": CAT | recipe, "axes": listed})
    assert said.status_code == 202, said.text
    assert said.headers["location"] == f"{SWEEPS}/{said.json()['id']}"
    begun: dict[str, Any] = said.json()
    return begun


def over(web: TestClient, id: str, within_s: float = 60) -> dict[str, Any]:
    end = time.monotonic() + within_s
    while (found := web.get(f"{SWEEPS}/{id}").json())["progress"] < 1:
        assert time.monotonic() < end
        time.sleep(0.05)
    return dict(found)


def test_two_knobs_make_every_combination_once(ready: TestClient) -> None:
    begun = begin(ready, {"steps": [1, 2, 4], "guidance_scale": [1, 2.5]})
    assert [cell["at"] for cell in begun["cells"]] == [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
        [2, 0],
        [2, 1],
    ]
    assert begun["axes"][1] == {
        "knob": "guidance_scale", "values": [1, 2.5], "labels": ["1", "2.5"],
    }  # fmt: skip
    made = over(ready, begun["id"])
    assert (made["state"], made["progress"]) == ("done", 1.0)
    recipes = [ready.get(f"/api/v1/renders/{cell['render_id']}").json() for cell in made["cells"]]
    turns = [(each["recipe"]["steps"], each["recipe"]["guidance_scale"]) for each in recipes]
    assert turns == [(1, 1.0), (1, 2.5), (2, 1.0), (2, 2.5), (4, 1.0), (4, 2.5)]
    assert all(
        cell["image"] == each["image"] for cell, each in zip(made["cells"], recipes, strict=True)
    )
    # A cell is a render like any other: asked for alone, it is there already.
    alone = ready.post("/api/v1/renders", json={"recipe": CAT | {"steps": 1, "guidance_scale": 1}})
    assert alone.status_code == 200
    assert alone.json()["id"] == made["cells"][0]["render_id"]
    assert made["id"] in [each["id"] for each in ready.get(SWEEPS).json()["items"]]


def test_the_table_has_a_line_for_each_cell_and_no_formula(ready: TestClient) -> None:
    id = begin(ready, {"prompt": ["=1+1", 'red, "fox"'], "steering.smile": [-1, 0, 1]})["id"]
    over(ready, id)
    said = ready.get(f"{SWEEPS}/{id}/table.csv")
    assert said.headers["content-type"].startswith("text/csv")
    lines = list(csv.DictReader(io.StringIO(said.text)))
    assert [(line["prompt"], line["steering.smile"]) for line in lines] == [
        (prompt, scale) for prompt in ("'=1+1", 'red, "fox"') for scale in ("-1", "0", "1")
    ]
    assert {line["state"] for line in lines} == {"done"}
    assert len({line["image"] for line in lines}) == 6
    assert all(float(line["total_ms"]) > 0 for line in lines)


def test_the_sheet_shows_columns_rows_and_blocks(ready: TestClient) -> None:
    sizes = {}
    for axes in ({"seed": [1, 2]}, {"steps": [1, 2], "seed": [1, 2]}, {"guidance_scale": [1, 2], "steps": [1, 2], "seed": [1, 2]}):  # fmt: skip
        id = begin(ready, axes)["id"]
        over(ready, id)
        said = ready.get(f"{SWEEPS}/{id}/grid.png")
        with Image.open(io.BytesIO(said.content)) as sheet:
            sizes[len(axes)] = sheet.size
            assert len(set(sheet.get_flattened_data())) > 100
    assert sizes[1][1] < sizes[2][1] < sizes[3][1]
    assert sizes[1][0] < sizes[2][0] == sizes[3][0]


def test_one_wrong_value_refuses_the_sweep_and_names_the_cell(ready: TestClient) -> None:
    axes = [{"knob": "seed", "values": [1, 2]}, {"knob": "steps", "values": [2, 3]}]
    said = ready.post(SWEEPS, json={"recipe": CAT, "axes": axes})
    assert said.status_code == 422
    assert "seed = 1, steps = 3" in said.json()["detail"]
    listed = ready.get("/api/v1/renders?limit=100").json()["items"]
    assert not any(each["recipe"]["noise"] == "noise(2)" and each["recipe"]["steps"] == 3 for each in listed)  # fmt: skip


@pytest.mark.parametrize(
    "axes",
    [
        [],
        [{"knob": "seed", "values": []}],
        [{"knob": "colour", "values": ["red"]}],
        [{"knob": "steering.", "values": [1]}],
        [{"knob": "seed", "values": [1]}, {"knob": "noise", "values": ["noise(2)"]}],
        [{"knob": "seed", "values": [1]}, {"knob": "seed", "values": [2]}],
        [{"knob": "seed", "values": list(range(40))}, {"knob": "steps", "values": [1] * 26}],
        [{"knob": knob, "values": [1]} for knob in ("seed", "steps", "guidance_scale", "width")],
    ],
)
def test_what_is_no_sweep_is_refused(ready: TestClient, axes: list[Any]) -> None:
    said = ready.post(SWEEPS, json={"recipe": CAT, "axes": axes})
    assert said.status_code == 422, said.text


def test_equal_values_are_one_render_in_two_cells(ready: TestClient) -> None:
    made = over(ready, begin(ready, {"guidance_scale": [2, 2.0]})["id"])
    assert made["cells"][0]["render_id"] == made["cells"][1]["render_id"]


def test_turning_a_knob_replaces_what_said_the_same_thing() -> None:
    assert turned({"noise": "noise(1)", "model": "m"}, "seed", 2) == {"model": "m", "seed": 2}
    assert turned({"conditioning": '"a"'}, "prompt", "b") == {"prompt": "b"}
    first = turned({"steering": [{"direction": "age", "scale": 1}]}, "steering.smile", 2)
    assert first["steering"] == [
        {"direction": "age", "scale": 1},
        {"direction": "smile", "scale": 2},
    ]
    assert turned(first, "steering.age", 0)["steering"][-1] == {"direction": "age", "scale": 0}
    assert turned({}, "lora.ink", 0.5) == {"loras": [{"id": "ink", "scale": 0.5}]}
    with pytest.raises(InvalidInput):
        turned({}, "__class__", 1)


@pytest.mark.slow
def test_a_thousand_cells_survive_a_restart_and_can_be_cancelled(tmp_path: Path) -> None:
    with running(tmp_path) as web:
        wait_until_ready(web)
        began_s = time.monotonic()
        id = begin(web, {"seed": list(range(500)), "steps": [1, 2]}, prompt="slow owl")["id"]
        assert time.monotonic() - began_s < 20
        assert len(web.get("/api/v1/queue").json()["items"]) > 900
        # The cells of a sweep leave room for everybody else.
        alone = web.post("/api/v1/renders", json={"recipe": CAT, "lane": "interactive"})
        assert alone.status_code in {200, 202}
    with running(tmp_path) as web:
        wait_until_ready(web)
        found = web.get(f"{SWEEPS}/{id}").json()
        assert found["state"] == "running" or found["state"] == "queued"
        assert len(web.get("/api/v1/queue").json()["items"]) > 500
        some_s = time.monotonic()
        while web.get(f"{SWEEPS}/{id}").json()["progress"] < 0.02:
            assert time.monotonic() - some_s < 30
            time.sleep(0.1)
        cancelled = web.delete(f"{SWEEPS}/{id}").json()
        assert cancelled["state"] == "cancelled"
        states = [cell["state"] for cell in cancelled["cells"]]
        assert states.count("done") + states.count("cancelled") == 1_000
        assert states.count("cancelled") > 100
        assert web.get("/api/v1/queue").json()["items"] == []
