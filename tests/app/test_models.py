"""The shelf of models: what is there, what may be added, and what is refused."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.library import Library
from app.models import _free, _slug
from inference.errors import DamagedWeights
from tests.app.conftest import wait_until_ready
from tests.app.test_queue import running
from tests.toy_lora import write_toy_lora
from tests.toy_models import write_toy_model
from tests.toy_single_file import write_both

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


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_toy_model("stable_diffusion", tmp_path_factory.mktemp("toy") / "My Toy")


def drawn(web: TestClient, recipe: dict[str, Any]) -> dict[str, Any]:
    """Return a render that is done."""
    said = web.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=60"})
    assert said.json()["state"] == "done", said.text
    return dict(said.json())


def until(web: TestClient, id: str, state: str, within_s: float = 30) -> dict[str, Any]:
    end = time.monotonic() + within_s
    while (found := items(web)[id])["state"] != state:
        assert time.monotonic() < end, found
        time.sleep(0.05)
    return found


def test_a_model_of_the_user_is_added_used_remembered_and_removed(
    toy: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with running(data) as web:
        wait_until_ready(web)
        wrong = web.post(MODELS, json={"kind": "folder", "path": str(tmp_path / "nothing")})
        assert wrong.status_code == 422, wrong.text
        added = web.post(MODELS, json={"kind": "folder", "path": str(toy), "title": "Toy"})
        assert added.status_code == 201, added.text
        id = added.json()["id"]
        assert added.json()["removable"] is True
        again = web.post(MODELS, json={"kind": "folder", "path": str(toy), "id": id})
        assert again.status_code == 409
        recipe = {"model": id, "prompt": "a cat", "negative_prompt": "a dog", "steps": 2, "seed": 1}
        first = drawn(web, recipe)
        assert first["recipe"]["negative_prompt"] == "a dog"
    with running(data) as web:
        wait_until_ready(web)
        assert items(web)[id]["card"] is not None
        # Another seed reads the weights anew, and they are the same ones.
        assert drawn(web, recipe | {"seed": 2})["recipe"]["weights"] == first["recipe"]["weights"]
        assert web.delete(f"{MODELS}/{id}").json() == {"id": id}
        assert id not in items(web)
        assert web.post("/api/v1/renders", json={"recipe": recipe}).status_code == 404
        assert toy.exists()


def test_a_model_is_weighed_loaded_and_put_away(toy: Path, tmp_path: Path) -> None:
    with running(tmp_path) as web:
        wait_until_ready(web)
        wish = {"kind": "folder", "path": str(toy), "dtype": "bfloat16", "offload": "model"}
        seen = web.post(f"{MODELS}/weigh", json=wish).json()
        assert seen["fits"] is True
        assert 0 < seen["bytes_needed"] < seen["free_bytes"]
        assert seen["card"]["placement"]["dtype"] == "bfloat16"
        assert len(seen["card"]["placement"]["notes"]) == 2  # half numbers, and no GPU to leave
        assert not any(item["removable"] for item in items(web).values()), "it was only weighed"
        id = web.post(MODELS, json=wish).json()["id"]
        assert items(web)[id]["bytes_needed"] == seen["bytes_needed"]
        assert web.post(f"{MODELS}/{id}/load").json()["state"] in ("loading", "ready")
        until(web, id, "ready")
        assert web.post(f"{MODELS}/{id}/unload").json()["state"] == "cold"
        until(web, id, "cold")


def test_a_model_that_cannot_fit_is_answered_with_both_numbers(
    toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RASHIN_MEMORY_BYTES", str(2**27))  # less than the worker has by itself
    with running(tmp_path) as web:
        wait_until_ready(web)
        wish = {"kind": "folder", "path": str(toy)}
        seen = web.post(f"{MODELS}/weigh", json=wish).json()
        assert (seen["fits"], seen["free_bytes"]) == (False, 0)
        id = web.post(MODELS, json=wish).json()["id"]
        said = web.post(f"{MODELS}/{id}/load")
        assert (said.status_code, said.json()["code"]) == (507, "out_of_memory")
        assert re.search(r"needs about .*MiB; .* would be free", said.json()["detail"])
        failed = until(web, id, "failed")
        assert "needs about" in failed["error"]
        recipe = {"model": id, "prompt": "a cat", "steps": 1, "seed": 1}
        asked = web.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=60"})
        assert asked.json()["error"]["code"] == "out_of_memory", asked.text
        assert web.get("/api/v1/health").json()["worker"]["state"] == "ready"


def test_the_one_unused_longest_makes_room(
    toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish = {"kind": "folder", "path": str(toy)}
    ids = ["toy-0", "toy-1"]
    recipes = [{"model": id, "prompt": "a cat", "steps": 1, "seed": 1} for id in ids]
    with running(tmp_path) as web:
        wait_until_ready(web)
        needed = web.post(f"{MODELS}/weigh", json=wish).json()["bytes_needed"]
        for id in ids:
            assert web.post(MODELS, json=wish | {"id": id}).status_code == 201
        drawn(web, recipes[0])
        used = web.get(MODELS).json()["memory"]["used_bytes"]
    # Room for one of them, and half of another.
    monkeypatch.setenv("RASHIN_MEMORY_BYTES", str(used + needed // 2))
    with running(tmp_path) as web:
        wait_until_ready(web)
        drawn(web, recipes[0] | {"seed": 2})
        drawn(web, recipes[1] | {"seed": 2})
        assert until(web, ids[1], "ready")
        assert until(web, ids[0], "cold"), "it made room"
        again = drawn(web, recipes[0] | {"seed": 3})
        assert again["recipe"]["weights"] == items(web)[ids[0]]["card"]["weights"]


def test_a_lora_is_added_drawn_with_and_forgotten(toy: Path, tmp_path: Path) -> None:
    lora = write_toy_lora(toy, tmp_path / "Ink Wash.safetensors")
    with running(tmp_path / "data") as web:
        wait_until_ready(web)
        id = web.post(MODELS, json={"kind": "folder", "path": str(toy)}).json()["id"]
        wrong = web.post(f"{MODELS}/{id}/loras", json={"path": str(toy / "model_index.json")})
        assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_input")
        assert "pickle" in wrong.json()["hint"]
        added = web.post(f"{MODELS}/{id}/loras", json={"path": str(lora)}).json()
        assert added["loras"] == [{"id": "ink-wash", "title": None}]
        plain = {"model": id, "prompt": "a cat", "steps": 1, "seed": 1}
        inked = plain | {"loras": [{"id": "ink-wash", "scale": 2.0}]}
        assert drawn(web, plain)["image"]["sha256"] != drawn(web, inked)["image"]["sha256"]
        assert web.delete(f"{MODELS}/{id}/loras/ink-wash").json()["loras"] == []
        assert web.delete(f"{MODELS}/{id}/loras/ink-wash").status_code == 404
        assert web.post("/api/v1/renders", json={"recipe": inked | {"seed": 3}}).status_code == 404


def test_one_file_is_a_model_too(tmp_path: Path) -> None:
    _, file = write_both("1", tmp_path)
    with running(tmp_path / "data") as web:
        wait_until_ready(web)
        added = web.post(MODELS, json={"kind": "file", "path": str(file)})
        assert added.status_code == 201, added.text
        assert "the schedule" in added.json()["card"]["guesses"]
        size = {"width": 64, "height": 64}
        recipe = {"model": added.json()["id"], "prompt": "a cat", "steps": 1, "seed": 1}
        assert drawn(web, recipe | size)["image"]["width"] == 64
        pickle = web.post(MODELS, json={"kind": "file", "path": str(tmp_path / "model.ckpt")})
        assert pickle.status_code == 422
        assert "pickle" in pickle.json()["hint"]
