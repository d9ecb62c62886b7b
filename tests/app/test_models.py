"""The shelf of models: what is there, what may be added, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.library import Library
from app.models import _free, _slug
from inference.errors import DamagedWeights
from tests.app.conftest import wait_until_ready
from tests.app.test_queue import running

MODELS = "/api/v1/models"


def items(web: TestClient) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in web.get(MODELS).json()["items"]}


def test_the_embedded_models_are_listed_with_their_cards(ready: TestClient) -> None:
    shown = ready.get(MODELS).json()
    assert shown["hub_allowed"] is False
    found = items(ready)["emoji-vector"]
    assert found["card"]["weights"]
    assert (found["state"], found["removable"], found["error"]) == ("ready", False, None)
    assert found["origin"]["kind"] == "embedded"


def test_an_embedded_model_can_be_neither_removed_nor_given_a_lora(ready: TestClient) -> None:
    for method, path in (("DELETE", "emoji-vae"), ("POST", "emoji-vae/loras"), ("DELETE", "emoji-vae/loras/x")):  # fmt: skip
        body = {"path": "/tmp/x.safetensors"} if method == "POST" else None
        said = ready.request(method, f"{MODELS}/{path}", json=body)
        assert (said.status_code, said.json()["code"]) == (409, "conflict"), path
    for method, path in (("DELETE", "x"), ("POST", "x/load"), ("POST", "x/unload")):
        assert ready.request(method, f"{MODELS}/{path}").status_code == 404


def test_the_hub_is_off_until_the_operator_allows_it(ready: TestClient) -> None:
    said = ready.post(MODELS, json={"kind": "hub", "path": "somebody/something"})
    assert (said.status_code, said.json()["code"]) == (403, "not_allowed")
    assert "RASHIN_ALLOW_HUB" in said.json()["hint"]


def test_paths_of_this_machine_cannot_be_named_from_elsewhere(tmp_path: Path) -> None:
    open_to_all = {"host": "0.0.0.0", "token": "long", "allowed_hosts": ("127.0.0.1",)}
    headers = {"Authorization": "Bearer long"}
    with running(tmp_path, **open_to_all) as web:
        web.headers.update(headers)
        wait_until_ready(web)
        for body in ({"kind": "folder", "path": "/etc"}, {"kind": "file", "path": "/etc/passwd"}):
            said = web.post(MODELS, json=body)
            assert (said.status_code, said.json()["code"]) == (403, "not_allowed")
            assert "passwd" not in said.text


@pytest.mark.parametrize(
    "body",
    [
        {}, {"kind": "folder"}, {"kind": "pickle", "path": "x"}, {"kind": "folder", "path": ""},
        {"kind": "folder", "path": "x", "id": "Not A Slug"}, {"kind": "folder", "path": "x", "dtype": "int3"},
        {"kind": "folder", "path": "x", "trust_remote_code": True},
    ],
)  # fmt: skip
def test_what_is_no_model_is_refused(ready: TestClient, body: dict[str, Any]) -> None:
    assert ready.post(MODELS, json=body).status_code == 422


def test_names_come_from_paths_and_never_twice() -> None:
    assert _slug("/models/My Model v1.5.safetensors") == "my-model-v1-5"
    assert _slug("C:\\models\\Ink\\") == "ink"
    assert _slug("猫") == "model"
    assert _free("ink", {"ink", "ink-2"}) == "ink-3"


def test_the_library_is_replaced_whole_and_a_broken_one_is_said(tmp_path: Path) -> None:
    library = Library(tmp_path / "models.json")
    library.open()
    library.put({"id": "a", "path": "1"})
    library.put({"id": "b", "path": "2"})
    library.put({"id": "a", "path": "3"})
    assert json.loads(library.path.read_text()) == [
        {"id": "b", "path": "2"},
        {"id": "a", "path": "3"},
    ]
    library.remove("b")
    assert library.find("b") is None
    assert [path.name for path in tmp_path.iterdir()] == ["models.json"]
    library.path.write_text("{")
    with pytest.raises(DamagedWeights):
        library.entries()


@pytest.mark.slow
def test_a_model_of_the_user_is_added_used_remembered_and_removed(tmp_path: Path) -> None:
    pytest.importorskip("inference.library")
    toys = pytest.importorskip("tests.toy_models")
    folder = toys.write_toy_model("stable_diffusion", tmp_path / "My Toy")
    data = tmp_path / "data"
    with running(data) as web:
        wait_until_ready(web)
        wrong = web.post(MODELS, json={"kind": "folder", "path": str(tmp_path / "nothing")})
        assert wrong.status_code == 422, wrong.text
        added = web.post(MODELS, json={"kind": "folder", "path": str(folder), "title": "Toy"})
        assert added.status_code == 201, added.text
        id = added.json()["id"]
        assert added.json()["removable"] is True
        again = web.post(MODELS, json={"kind": "folder", "path": str(folder), "id": id})
        assert again.status_code == 409
        recipe = {"model": id, "prompt": "a cat", "negative_prompt": "a dog", "steps": 2, "seed": 1}
        made = web.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=60"})
        assert made.json()["state"] == "done", made.text
        assert made.json()["recipe"]["negative_prompt"] == "a dog"
    with running(data) as web:
        wait_until_ready(web)
        assert items(web)[id]["card"] is not None
        assert web.delete(f"{MODELS}/{id}").json() == {"id": id}
        assert id not in items(web)
        assert web.post("/api/v1/renders", json={"recipe": recipe}).status_code == 404
        assert folder.exists()
