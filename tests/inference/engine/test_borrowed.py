"""A user's own model, drawn by the real engine: real diffusers classes at toy size."""

import io
import json
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image
from safetensors.torch import save_file

from inference.engine.memory import LIMIT, used_bytes
from inference.engine.models import Models
from inference.networks.checkpoint import load_checkpoint
from inference.pictures import read_recipe
from tests.inference.engine.toys import Bench
from tests.toy_models import write_toy_model

WORDS = {"prompt": "a red cat", "negative_prompt": "blurry", "steps": 4, "guidance_scale": 4.0}
WARNINGS = ("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")
pytestmark = pytest.mark.filterwarnings(*WARNINGS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brought")
    for kind in ("stable_diffusion", "flux_schnell"):
        write_toy_model(kind, folder / kind)
    shapes = {"to_q": (8, 16), "to_v": (8, 16)}
    block = "unet.down_blocks.1.attentions.0.transformer_blocks.0.attn1"
    lora = {}
    for name, (rank, width) in shapes.items():
        lora[f"{block}.{name}.lora_A.weight"] = torch.ones(rank, width)
        lora[f"{block}.{name}.lora_B.weight"] = torch.ones(width, rank)
    save_file(lora, folder / "ink.safetensors")
    return folder


def entry(folder: Path, id: str = "mine", kind: str = "stable_diffusion", **more: Any) -> Any:
    return {"id": id, "kind": "folder", "path": str(folder / kind), **more}


def brought(folder: Path, tmp_path: Path, *entries: Any) -> Models:
    torch.set_num_threads(1)
    models = Models(tmp_path, entries or [entry(folder)])
    assert not models.errors, models.errors
    models.load(cache(load_checkpoint), lambda pack: None)
    return models


def worked(bench: Bench) -> None:
    """Work until everything is said, weights included."""
    end = time.monotonic() + 60
    while bench.engine.busy or bench.engine.loading:
        assert time.monotonic() < end
        bench.engine.look()
        bench.work()
        time.sleep(0.001)


@pytest.fixture
def bench(folder: Path, tmp_path: Path) -> Bench:
    loras = [{"id": "ink", "path": str(folder / "ink.safetensors")}]
    return Bench(brought(folder, tmp_path, entry(folder, loras=loras)))


def pixels(image: bytes) -> Any:
    return Image.open(io.BytesIO(image))


def test_it_is_read_when_it_is_first_used_and_draws_with_previews(bench: Bench) -> None:
    assert bench.engine.models.state("mine") == "cold"
    bench.ask("a", model="mine", **WORDS, seed=7, previews=True)
    worked(bench)
    image = bench.image("a")
    recipe = json.loads(read_recipe(image) or "")
    assert (recipe["negative_prompt"], recipe["sampler"]) == ("blurry", "pndm")
    assert pixels(image).size == (32, 32)
    previews = [said["preview"] for said in bench.of("a", "step")]
    # The first pass points nowhere yet; the last needs no draft. (PNDM takes one step more.)
    assert sum(preview is not None for preview in previews) >= 3
    assert all(pixels(one).size == (32, 32) for one in previews if one is not None)


def test_mates_of_every_kind_never_change_a_picture(bench: Bench) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(picture, "PNG")
    sha = "0" * 64
    asks = {
        "plain": WORDS,
        "longer": WORDS | {"sampler": "euler_ancestral", "steps": 6},
        "unguided": WORDS | {"guidance_scale": 1.0, "sampler": "dpmpp_2m"},
        "begun": WORDS | {"image": sha, "strength": 0.6, "sampler": "ddim"},
        "wide": WORDS | {"width": 48},
        "inked": WORDS | {"loras": [{"id": "ink", "scale": 0.5}]},
        "heavy": WORDS | {"prompt": "a (red)1.4 cat--", "weighted": True},
    }

    def hear(name: str, id: str) -> None:
        message = {"do": "render", "id": id, "lane": "interactive", "images": {}}
        recipe = {"model": "mine", **asks[name]}
        if "image" in asks[name]:
            message["images"] = {sha: picture.getvalue()}
        bench.hear(message | {"recipe": recipe})

    for name in asks:
        hear(name, f"alone {name}")
        worked(bench)
    for name in asks:
        hear(name, f"together {name}")
    worked(bench)
    alone = [bench.image(f"alone {name}") for name in asks]
    assert alone == [bench.image(f"together {name}") for name in asks]
    assert len(set(alone)) == len(asks)


def test_cancelled_on_its_way_it_is_over_and_the_model_is_as_it_was(bench: Bench) -> None:
    bench.ask("first", model="mine", **WORDS)
    worked(bench)
    space = bench.engine.models["mine"]
    unet, scheduler = space.pipe.unet, space.pipe.scheduler
    bench.ask("gone", model="mine", **WORDS, loras=[{"id": "ink", "scale": 1.0}])
    bench.ask("stays", model="mine", **WORDS)
    while not bench.of("gone", "step"):
        bench.work(pieces=1)
    bench.hear({"do": "cancel", "id": "gone"})
    worked(bench)
    assert len(bench.of("gone", "cancelled")) == 1
    assert bench.image("stays") == bench.image("first")
    assert (space.pipe.unet, space.pipe.scheduler) == (unet, scheduler)
    assert not any(module._forward_hooks for module in unet.modules())


def test_a_strength_without_a_step_is_an_answer(bench: Bench) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(picture, "PNG")
    recipe = {"model": "mine", "image": "0" * 64, "strength": 0.1, "steps": 4}
    bench.hear(
        {"do": "render", "id": "a", "recipe": recipe, "lane": "batch"}
        | {"images": {"0" * 64: picture.getvalue()}}
    )
    worked(bench)
    error = bench.of("a", "failed")[0]["error"]
    assert error["code"] == "invalid_input"
    assert "0.25" in error["expected"]


def test_a_picture_is_inverted_step_by_step_among_the_others(bench: Bench) -> None:
    bench.ask("a", model="mine", **WORDS)
    worked(bench)
    noise = f'img("{"0" * 64}", "ddim-25")'
    recipe = {"model": "mine", "noise": noise, "steps": 25, "sampler": "ddim"}
    bench.hear(
        {"do": "render", "id": "b", "lane": "batch", "images": {"0" * 64: bench.image("a")}}
        | {"recipe": recipe | {"guidance_scale": 1.0}}
    )
    worked(bench)
    assert pixels(bench.image("b")).size == (32, 32)
    assert len(bench.of("b", "step")) == 50


def test_what_does_not_fit_is_answered_with_numbers_and_the_idle_one_goes_first(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    models = brought(
        folder, tmp_path, entry(folder), entry(folder, "other", "flux_schnell", dtype="bfloat16")
    )
    bench = Bench(models)
    bench.ask("a", model="mine", **WORDS)
    worked(bench)
    # Room for one of them: the one that was not used lately goes.
    monkeypatch.setenv(LIMIT, str(used_bytes() + models.bytes_of("other") - 2**20))
    small = {"prompt": "cat", "steps": 1, "width": 32, "height": 32}
    bench.ask("b", model="other", **small)
    worked(bench)
    assert bench.image("b")
    assert (models.state("mine"), models.state("other")) == ("cold", "ready")
    monkeypatch.setenv(LIMIT, str(used_bytes() // 2))
    bench.ask("c", model="mine", **WORDS)
    worked(bench)
    error = bench.of("c", "failed")[0]["error"]
    assert error["code"] == "out_of_memory"
    assert "MiB" in error["detail"]
