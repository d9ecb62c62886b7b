"""Fetching from the hub: only what is needed, only from where it is allowed, only what arrived whole."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.hub import Cancelled, File, Hub, chosen
from app.hub_door import HubDoor, HubUnreachable
from inference.errors import InvalidInput, RashinError
from tests.app.conftest import wait_until_ready
from tests.app.hub import REVISION, StandIn
from tests.app.test_queue import running
from tests.toy_models import write_toy_model

MODELS, JOBS = "/api/v1/models", "/api/v1/jobs"
UNET = "unet/diffusion_pytorch_model.safetensors"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model with what a repository also holds: pictures, code, pickles, other formats."""
    folder = write_toy_model("stable_diffusion", tmp_path_factory.mktemp("hub") / "model")
    for name in ("README.md", "pipeline.py", "unet/diffusion_pytorch_model.bin", "unet/model.onnx",
                 "v1-5.safetensors", "safety_checker/model.safetensors", "unet/run.py"):  # fmt: skip
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"not to be taken")
    shutil.copy(folder / UNET, folder / "unet/diffusion_pytorch_model.fp16.safetensors")
    return folder


def fetched(hub: StandIn, to: Path, **more: Any) -> Path:
    door = HubDoor(hub.url, ("hf.co",))
    told = more.pop("tell", lambda done, total, name: None)
    return Hub(door, to).fetch("somebody/model", told, more.pop("stop", threading.Event()))


def ended(web: TestClient, job: str, within_s: float = 60) -> dict[str, Any]:
    end = time.monotonic() + within_s
    while (said := web.get(f"{JOBS}/{job}").json())["state"] not in ("done", "failed", "cancelled"):
        assert time.monotonic() < end, said
        time.sleep(0.05)
    return dict(said)


def test_a_model_of_the_hub_is_fetched_drawn_with_and_forgotten(
    model: Path, tmp_path: Path
) -> None:
    with (
        StandIn(model) as hub,
        running(tmp_path, allow_hub=True, hub_url=hub.url) as web,
    ):
        wait_until_ready(web)
        asked = web.post(MODELS, json={"kind": "hub", "path": "somebody/model", "title": "Far"})
        assert asked.status_code == 202, asked.text
        job = ended(web, asked.json()["id"])
        assert job["state"] == "done", job
        id = job["result"]["model"]
        found = web.get(MODELS).json()["items"][-1]
        assert (found["id"], found["origin"]) == (id, {"kind": "hub", "name": "somebody/model"})
        recipe = {"model": id, "prompt": "a cat", "steps": 1, "seed": 1}
        made = web.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=60"})
        assert made.json()["state"] == "done", made.text
        assert (tmp_path / "hub/somebody--model" / REVISION / UNET).is_file()
        assert web.delete(f"{MODELS}/{id}").status_code == 200
        assert list((tmp_path / "hub").rglob("*.safetensors")) == []


def test_only_words_and_safetensors_are_taken(model: Path, tmp_path: Path) -> None:
    with StandIn(model) as hub:
        folder = fetched(hub, tmp_path)
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert UNET in names
    assert {Path(name).suffix for name in names} == {".json", ".safetensors"}
    for unwanted in (".py", ".bin", ".onnx", ".fp16.safetensors", "v1-5.safetensors", ".md"):
        assert hub.asked_for(unwanted) == []
    assert not any("safety_checker" in path for path in hub.asked)


def test_what_is_here_is_not_fetched_twice(model: Path, tmp_path: Path) -> None:
    with StandIn(model) as hub:
        folder = fetched(hub, tmp_path)
        (folder / UNET).unlink()
        hub.asked.clear()
        fetched(hub, tmp_path)
        assert [path.rpartition("/")[2] for path in hub.asked[1:]] == [Path(UNET).name]


def test_a_redirect_elsewhere_is_not_followed(model: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0.5)
        elsewhere = f"http://127.0.0.1:{canary.getsockname()[1]}/evil"
        with (
            StandIn(model, spoil=lambda name, data: elsewhere if name.endswith(".safetensors") else data) as hub,
            pytest.raises(HubUnreachable, match="which is not allowed"),
        ):  # fmt: skip
            fetched(hub, tmp_path)
        with pytest.raises(TimeoutError):
            canary.accept()


def test_a_redirect_within_the_hub_is_followed_and_a_circle_is_not(
    model: Path, tmp_path: Path
) -> None:
    def moved(name: str, data: bytes) -> bytes | str:
        return name.replace("%75net", "unet") if "%75net" in name else data

    def circle(name: str, data: bytes) -> bytes | str:
        return name if name.endswith("model_index.json") else data

    with StandIn(model, spoil=moved) as hub:
        assert (fetched(hub, tmp_path / "a") / UNET).is_file()
    with StandIn(model, spoil=circle) as hub, pytest.raises(HubUnreachable, match="in a circle"):
        fetched(hub, tmp_path / "b")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: data[:-1] + b"x", "arrived damaged"),
        (lambda data: data[:-1], "arrived damaged"),
        (lambda data: data + b"x", "longer than the hub said"),
    ],
)
def test_what_arrives_damaged_is_not_kept(
    spoil: Any, said: str, model: Path, tmp_path: Path
) -> None:
    def spoilt(name: str, data: bytes) -> bytes:
        return bytes(spoil(data)) if name.endswith(UNET) else data

    with StandIn(model, spoil=spoilt) as hub, pytest.raises(HubUnreachable, match=said):
        fetched(hub, tmp_path)
    assert not list(tmp_path.rglob("unet/*.safetensors"))


def test_another_pipeline_is_refused_before_its_weights_are_fetched(
    model: Path, tmp_path: Path
) -> None:
    def other(name: str, data: bytes) -> bytes:
        return data.replace(b"StableDiffusionPipeline", b"CogVideoXVideoPipeline!")

    with StandIn(model, spoil=other) as hub, pytest.raises(InvalidInput, match="CogVideoX"):
        fetched(hub, tmp_path)
    assert hub.asked_for(".safetensors") == []


def test_fetching_stops_when_nobody_wants_it_and_goes_on_another_time(
    model: Path, tmp_path: Path
) -> None:
    stop = threading.Event()

    def tell(done: int, total: int, name: str) -> None:
        if name.endswith(".safetensors"):
            stop.set()

    with StandIn(model) as hub:
        with pytest.raises(Cancelled):
            fetched(hub, tmp_path, tell=tell, stop=stop)
        assert (fetched(hub, tmp_path) / UNET).is_file()


def test_a_job_is_cancelled_while_it_fetches(model: Path, tmp_path: Path) -> None:
    with (
        StandIn(model, pace_s=0.05) as hub,
        running(tmp_path, allow_hub=True, hub_url=hub.url) as web,
    ):
        wait_until_ready(web)
        job = web.post(MODELS, json={"kind": "hub", "path": "somebody/model"}).json()["id"]
        end = time.monotonic() + 30
        while not hub.asked_for(".safetensors"):
            assert time.monotonic() < end
            time.sleep(0.02)
        assert web.delete(f"{JOBS}/{job}").json()["state"] == "cancelled"
        assert not any(item["origin"]["kind"] == "hub" for item in web.get(MODELS).json()["items"])


def test_a_model_that_is_not_there_is_said(model: Path, tmp_path: Path) -> None:
    with StandIn(model) as hub:
        door = HubDoor(hub.url, ())
        for id, said in (
            ("somebody/else", "the hub has no"),
            ("../../etc", "no id"),
            ("one", "no id"),
        ):
            with pytest.raises(InvalidInput, match=said):
                Hub(door, tmp_path).fetch(id, lambda *_: None, threading.Event())
    with pytest.raises(HubUnreachable, match="does not answer"):
        Hub(door, tmp_path).fetch("somebody/model", lambda *_: None, threading.Event())


TRICKS = [
    "http://169.254.169.254/latest/meta-data", "http://[::ffff:169.254.169.254]/", "http://2852039166/",
    "http://0251.0376.0251.0376/", "http://hub.example@127.0.0.1/", "https://hub.example.evil.test/",
    "https://evilhf.co/", "https://hf.co.evil.test/", "http://hub.example/", "https://hub.example:8443/",
    "file:///etc/passwd", "gopher://hub.example/", "ftp://hub.example/", "https://user@cdn.hf.co/",
    "https://cdn.hf.co:8443/", "http://cdn.hf.co/", "//evil.test/", "https://localhost/", "https://[::1]/",
    "https://hub.example\\@evil.test/", "data:text/plain,x", "https://HUB.EXAMPLE.evil.test/",
]  # fmt: skip


@pytest.mark.parametrize("address", TRICKS)
def test_no_address_but_the_hubs_is_ever_spoken_to(address: str) -> None:
    door = HubDoor("https://hub.example", ("hf.co",))
    with pytest.raises(RashinError), door.open(address):
        pass


def test_a_file_host_inside_the_house_is_not_spoken_to(monkeypatch: pytest.MonkeyPatch) -> None:
    here = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: here)
    door = HubDoor("https://hub.example", ("hf.co",))
    for address in ("https://cdn.hf.co/file", "https://hub.example/api"):
        with pytest.raises(HubUnreachable, match="inside this house"), door.open(address):
            pass


def test_every_address_of_a_host_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        tried.append(address[0])
        raise OSError("no way there")

    many = ["2001:4860:4860::8888", "8.8.8.8"]
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in many]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(socket, "create_connection", connect)
    door = HubDoor("https://hub.example", ())
    with pytest.raises(HubUnreachable, match="no way there"), door.open("https://hub.example/"):
        pass
    assert tried == many


def test_files_are_chosen_as_the_loader_looks_for_them() -> None:
    def names(*listed: str) -> set[str]:
        return {file.name for file in chosen([File(name, 1, None) for name in listed])}

    index = "model_index.json"
    shards = [f"unet/diffusion_pytorch_model-0000{n}-of-00002.safetensors" for n in (1, 2)]
    listed = f"{UNET}.index.json"
    assert names(index, UNET, *shards) == {index, UNET}
    assert names(index, listed, *shards) == {index, listed, *shards}
    half = "unet/diffusion_pytorch_model.fp16.safetensors"
    assert names(index, half, "unet/../../x", "a/b/c.json", ".ssh/config.json") == {index, half}
    with pytest.raises(InvalidInput, match="no diffusers pipeline"):
        names("config.json", "model.safetensors")
