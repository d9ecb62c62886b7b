"""Names in expressions: looked up once, and then no part of the recipe."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from starlette.testclient import TestClient

MODEL = "emoji-vector"


def full(web: TestClient, **recipe: Any) -> dict[str, Any]:
    said = web.post("/api/v1/recipes/normalise", json={"recipe": {"model": MODEL, **recipe}})
    assert said.status_code == 200, said.text
    found: dict[str, Any] = said.json()
    return found


def refused(web: TestClient, **recipe: Any) -> dict[str, Any]:
    said = web.post("/api/v1/recipes/normalise", json={"recipe": {"model": MODEL, **recipe}})
    assert said.status_code == 422, said.text
    problem: dict[str, Any] = said.json()
    assert isinstance(problem["position"], int)
    return problem


def render(web: TestClient, **recipe: Any) -> dict[str, Any]:
    said = web.post(
        "/api/v1/renders",
        json={"recipe": {"model": MODEL, "steps": 1, **recipe}},
        headers={"Prefer": "wait=30"},
    )
    assert said.json()["state"] == "done", said.text
    made: dict[str, Any] = said.json()
    return made


@pytest.fixture(scope="module")
def pair(ready: TestClient) -> tuple[dict[str, Any], dict[str, Any]]:
    """Two renders: a steered one, and one without."""
    steering = [{"direction": "smile", "scale": 1.5}]
    return render(ready, prompt="named cat", seed=71, steering=steering), render(
        ready, prompt="named dog", seed=72
    )


@pytest.fixture
def group(ready: TestClient, pair: tuple[dict[str, Any], ...]) -> Iterator[str]:
    body = {"name": "named-pair", "renders": [one["id"] for one in pair]}
    assert ready.post("/api/v1/groups", json=body).status_code == 201
    yield "named-pair"
    ready.delete("/api/v1/groups/named-pair")


def test_a_render_stands_for_its_words_or_its_noise_by_its_place(
    ready: TestClient, pair: tuple[dict[str, Any], ...]
) -> None:
    cat, dog = (one["id"][:12] for one in pair)
    found = full(ready, conditioning=f"@{dog}", noise=f"slerp(@{dog}, @{cat}, 0.5)")["recipe"]
    assert found["conditioning"] == '"named dog"'
    assert found["noise"] == 'interpolate(noise(72), noise(71), along="arc", t=0.5)'
    steered = full(ready, conditioning=f"@{cat}.prompt", noise=f"@{cat}.noise")["recipe"]
    assert steered["conditioning"] == '"named cat" + 1.5 * dir("smile")'
    assert steered["noise"] == "noise(71)"


def test_a_side_that_does_not_belong_there_is_refused_at_its_place(
    ready: TestClient, pair: tuple[dict[str, Any], ...]
) -> None:
    name = pair[1]["id"]
    problem = refused(ready, conditioning=f'mix("a", @{name}.noise)')
    assert problem["code"] == "wrong_space"
    assert problem["position"] == 9


def test_a_group_is_written_out_so_that_the_recipe_outlives_it(
    ready: TestClient, group: str
) -> None:
    said = {"conditioning": f'mean(@{group}) - "named dog" + "cow"'}
    before = full(ready, **said)
    assert before["recipe"]["conditioning"] == (
        'mean("named cat" + 1.5 * dir("smile"), "named dog") - "named dog" + "cow"'
    )
    assert ready.delete(f"/api/v1/groups/{group}").status_code == 204
    again = full(ready, **before["recipe"])
    assert again["id"] == before["id"]


def test_a_group_that_changed_gives_another_recipe(
    ready: TestClient, group: str, pair: tuple[dict[str, Any], ...]
) -> None:
    before = full(ready, conditioning=f"mean(@{group})")
    renders = [pair[1]["id"]]
    assert ready.patch(f"/api/v1/groups/{group}", json={"renders": renders}).status_code == 200
    after = full(ready, conditioning=f"mean(@{group})")
    assert (before["id"] == after["id"], after["recipe"]["conditioning"]) == (False, '"named dog"')


def test_a_group_is_no_point_and_its_mean_is(ready: TestClient, group: str) -> None:
    problem = refused(ready, conditioning=f"@{group}")
    assert problem["hint"] == f"did you mean mean(@{group})?"
    assert full(ready, noise=f"mean(@{group})")["recipe"]["noise"] == "mean(noise(71), noise(72))"


def test_a_direction_leads_from_group_to_group(
    ready: TestClient, group: str, pair: tuple[dict[str, Any], ...]
) -> None:
    dog = pair[1]["id"][:8]
    found = full(ready, conditioning=f'"cow" + 0.5 * dir(@{dog}, @{group})')["recipe"]
    assert found["conditioning"] == (
        '"cow" + 0.5 * (mean("named cat" + 1.5 * dir("smile"), "named dog") - "named dog")'
    )


def test_points_of_a_map_are_a_group_too(ready: TestClient) -> None:
    body = {"name": "map-points", "map": MODEL, "points": list(range(400))}
    assert ready.post("/api/v1/groups", json=body).status_code == 201
    try:
        problem = refused(ready, conditioning='"a" + (mean(@map-points) - "b")')
        assert "different points" in problem["detail"]
        assert problem["position"] == 12
        ready.patch("/api/v1/groups/map-points", json={"points": [0, 1, 2]})
        found = full(ready, conditioning="mean(@map-points)")["recipe"]["conditioning"]
        assert found.startswith('mean("')
    finally:
        ready.delete("/api/v1/groups/map-points")


def test_a_picture_may_be_named_by_the_first_digits_of_its_hash(ready: TestClient) -> None:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "orange").save(out, "PNG")
    sha = ready.post("/api/v1/images", files={"file": ("a.png", out.getvalue())}).json()["sha256"]
    found = full(ready, noise=f"img(@{sha[:12]})")["recipe"]["noise"]
    assert found == f'img("{sha}", "flow-24")'
    assert refused(ready, noise=f"@{sha[:12]}")["hint"] == f"did you mean img(@{sha[:12]})?"


def test_the_picture_of_a_render_can_be_taken_as_noise(
    ready: TestClient, pair: tuple[dict[str, Any], ...]
) -> None:
    sha = pair[0]["image"]["sha256"]
    found = full(ready, noise=f'img(@{pair[0]["id"]}, "flow-64")')["recipe"]["noise"]
    assert found == f'img("{sha}", "flow-64")'


@pytest.mark.parametrize(
    ("source", "position"), [("@nobody", 0), ('mix("a", @no-one-1)', 9), ("@abc", 0)]
)
def test_a_name_that_nothing_has_is_refused_at_its_place(
    ready: TestClient, source: str, position: int
) -> None:
    problem = refused(ready, conditioning=source)
    assert problem["position"] == position
    assert problem["expected"]


def test_an_at_sign_inside_words_is_no_name(ready: TestClient) -> None:
    assert full(ready, conditioning='"me@home"')["recipe"]["conditioning"] == '"me@home"'


def test_a_map_is_searched_with_names_too(
    ready: TestClient, pair: tuple[dict[str, Any], ...]
) -> None:
    def found(expression: str) -> list[dict[str, Any]]:
        body = {"expression": expression, "limit": 3}
        said = ready.post("/api/v1/maps/emoji-vector/search", json=body)
        assert said.status_code == 200, said.text
        items: list[dict[str, Any]] = said.json()["items"]
        return items

    assert found(f"@{pair[1]['id'][:9]}") == found('"named dog"')
