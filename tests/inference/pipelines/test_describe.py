"""What folders of real models also hold is no reason to refuse them; the hash tells models apart."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from inference.library import ModelEntry
from inference.pipelines.describe import describe
from inference.pipelines.parts import Description
from inference.pipelines.refusal import RefusedModel
from tests.inference.pipelines.hostile import change
from tests.toy_models import FAMILIES, write_toy_model


def described(folder: Path, **more: Any) -> Description:
    return describe(ModelEntry(id="mine", kind="folder", path=str(folder), **more))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_described_without_reading_a_weight(family: str, tmp_path: Path) -> None:
    found = described(write_toy_model(family, tmp_path / "toy"))
    assert found.parameters > 50_000
    assert found.denoiser.tensors
    assert len(found.weights) == 16
    assert found.facts.width > 0


def test_what_folders_of_real_models_also_hold_is_no_reason_to_refuse(tmp_path: Path) -> None:
    folder = write_toy_model("stable_diffusion_xl", tmp_path / "toy")
    plain = described(folder).weights
    for name in ("README.md", "sd_xl_base.ckpt", "model.onnx", "vae/decoder.png", ".gitattributes"):
        (folder / name).write_bytes(b"anything")
    (folder / "feature_extractor").mkdir()
    (folder / "feature_extractor/preprocessor_config.json").write_text("{}")
    change(
        folder / "model_index.json",
        add_watermarker=None, image_encoder=[None, None],
        feature_extractor=["transformers", "CLIPImageProcessor"],
        safety_checker=["stable_diffusion", "StableDiffusionSafetyChecker"],
    )  # fmt: skip
    change(
        folder / "text_encoder/config.json",
        torch_dtype="float16", _attn_implementation_autoset=True, attn_implementation=None,
        transformers_version="4.46.0", task_specific_params={"summarization": {"num_beams": 4}},
    )  # fmt: skip
    change(folder / "unet/config.json", quantization_config=None, _name_or_path="/old/place")
    token = {
        "__type": "AddedToken",
        "content": "<|endoftext|>",
        "lstrip": False,
        "normalized": True,
    }
    change(
        folder / "tokenizer/tokenizer_config.json",
        eos_token=token, name_or_path="openai/clip", special_tokens_map_file="./special.json",
        tokenizer_class="CLIPTokenizer", chat_template="{% for m in messages %}{{ m }}{% endfor %}",
    )  # fmt: skip
    padding = {"strategy": {"Fixed": 77}, "direction": "Right", "pad_id": 377, "pad_type_id": 0}
    change(folder / "tokenizer/tokenizer.json", padding=padding | {"pad_token": "<|endoftext|>"})
    found = described(folder)
    assert found.parts.keys() == described(folder).parts.keys()
    assert found.weights != plain, "a config that a class sees is part of what is hashed"


def test_shards_and_halves_are_found(tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    folder = write_toy_model("stable_diffusion", tmp_path / "toy")
    whole = folder / "unet/diffusion_pytorch_model.safetensors"
    count = described(folder).denoiser.parameters
    half = whole.with_name("diffusion_pytorch_model.fp16.safetensors")
    shutil.copy(whole, half)
    state = load_file(whole)
    whole.unlink()
    assert described(folder).denoiser.parameters == count
    half.unlink()
    names = sorted(state)
    places = {}
    for number, part in enumerate((names[::2], names[1::2]), 1):
        file = f"diffusion_pytorch_model-0000{number}-of-00002.safetensors"
        save_file({name: state[name] for name in part}, whole.with_name(file))
        places |= dict.fromkeys(part, file)
    index = {"metadata": {"total_size": 1}, "weight_map": places}
    whole.with_name(f"{whole.name}.index.json").write_text(json.dumps(index))
    assert described(folder).denoiser.parameters == count
    index["weight_map"] = places | {"somewhere.weight": next(iter(places.values()))}
    whole.with_name(f"{whole.name}.index.json").write_text(json.dumps(index))
    with pytest.raises(RefusedModel, match="does not say what its files hold"):
        described(folder)


def test_the_hash_follows_the_weights_and_not_the_place(tmp_path: Path) -> None:
    first = write_toy_model("stable_diffusion", tmp_path / "a", seed=1)
    again = write_toy_model("stable_diffusion", tmp_path / "b", seed=1)
    other = write_toy_model("stable_diffusion", tmp_path / "c", seed=2)
    hashes = [described(folder).weights for folder in (first, again, other)]
    assert hashes[0] == hashes[1] != hashes[2]


def test_a_snapshot_of_a_hub_cache_may_link_to_its_own_files(tmp_path: Path) -> None:
    cache = tmp_path / "models--somebody--model"
    snapshot = write_toy_model("stable_diffusion", cache / "snapshots" / "abc")
    (cache / "blobs").mkdir()
    for number, file in enumerate(sorted(snapshot.rglob("*.safetensors"))):
        file.rename(cache / "blobs" / f"{number}")
        file.symlink_to(cache / "blobs" / f"{number}")
    assert described(snapshot).parameters > 0
    file.unlink()
    (tmp_path / "outside").write_bytes(b"")
    file.symlink_to(tmp_path / "outside")
    with pytest.raises(RefusedModel, match="link out of the folder"):
        described(snapshot)
