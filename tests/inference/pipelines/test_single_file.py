"""One file is the same model as its folder: equal weights, equal pictures."""

from __future__ import annotations

import json
import shutil
import warnings
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from inference.library import ModelEntry
from inference.packs import PACKS
from inference.pipelines.describe import describe
from inference.pipelines.open import open_pipeline
from inference.pipelines.parts import Description
from inference.pipelines.placement import choose
from inference.pipelines.refusal import RefusedModel
from tests.toy_single_file import VERSIONS, write_both


def opened(kind: str, path: Path) -> tuple[Description, Any]:
    entry = ModelEntry(id="mine", kind=kind, path=str(path))  # type: ignore[arg-type]
    description = describe(entry)
    return description, open_pipeline(description, entry, choose(description, entry))


def drawn(pipe: Any) -> torch.Tensor:
    seed = torch.Generator().manual_seed(1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own about numpy
        found: torch.Tensor = pipe(
            "a cat", num_inference_steps=2, generator=seed, width=64, height=64, output_type="pt"
        ).images
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_opens_as_its_folder_does(version: str, tmp_path: Path) -> None:
    folder, file = write_both(version, tmp_path)
    (whole, expected), (found, pipe) = opened("folder", folder), opened("file", file)
    assert found.pipeline == whole.pipeline
    assert found.facts.prediction_type == whole.facts.prediction_type
    assert found.facts.guesses
    for role, part in expected.components.items():
        if isinstance(part, torch.nn.Module):
            state, other = part.state_dict(), getattr(pipe, role).state_dict()
            assert state.keys() == other.keys(), role
            assert all(torch.equal(state[key], other[key]) for key in state), role
    torch.testing.assert_close(drawn(pipe), drawn(expected), rtol=0, atol=1e-5)


def test_a_file_says_how_it_predicts_when_it_knows(tmp_path: Path) -> None:
    _, file = write_both("2", tmp_path)
    save_file(load_file(file), file, {"modelspec.prediction_type": "epsilon"})
    facts = describe(ModelEntry(id="a", kind="file", path=str(file))).facts
    assert facts.prediction_type == "epsilon"
    assert "the kind of prediction" not in facts.guesses


def test_without_words_beside_it_a_file_takes_those_of_the_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, file = write_both("1", tmp_path)
    words = file.with_suffix("") / "tokenizer"
    pack = next(pack for pack in PACKS if pack.id == "clip-words")
    if not pack.missing:
        with pytest.raises(RefusedModel, match="says the token 49407"):
            describe(ModelEntry(id="a", kind="file", path=_moved(file, tmp_path / "alone")))
    monkeypatch.setenv("RASHIN_CACHE_DIR", str(tmp_path / "empty"))
    shutil.rmtree(words.parent)
    with pytest.raises(RefusedModel, match="model pack of CLIP's words is not here"):
        describe(ModelEntry(id="a", kind="file", path=str(file)))


def _moved(file: Path, to: Path) -> str:
    to.mkdir()
    return str(shutil.copy(file, to))


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("double_blocks.0.img_attn.qkv.weight", "FLUX"),
        ("model.diffusion_model.joint_blocks.0.x_block.attn.qkv.weight", "Stable Diffusion 3"),
        ("conditioner.embedders.0.model.ln_final.weight", "refiner"),
        ("edm_mean", "stepped in another way"),
        ("down_blocks.0.resnets.0.conv1.weight", "one part"),
        ("anything", "no whole Stable Diffusion"),
    ],
)
def test_a_file_of_another_family_is_named(key: str, said: str, tmp_path: Path) -> None:
    save_file({key: torch.zeros(2, 2)}, tmp_path / "it.safetensors")
    with pytest.raises(RefusedModel, match=said):
        describe(ModelEntry(id="a", kind="file", path=str(tmp_path / "it.safetensors")))


def test_a_file_that_lacks_a_layer_is_refused(tmp_path: Path) -> None:
    _, file = write_both("1", tmp_path)
    state = load_file(file)
    gone = "cond_stage_model.transformer.text_model.encoder.layers.1."
    save_file({key: one for key, one in state.items() if not key.startswith(gone)}, file)
    with pytest.raises(RefusedModel, match="text_encoder: the file lacks some of"):
        describe(ModelEntry(id="a", kind="file", path=str(file)))


def test_the_words_of_the_pack_are_those_of_clip() -> None:
    pack = next(pack for pack in PACKS if pack.id == "clip-words")
    if pack.missing:
        pytest.skip("the pack is not here")
    words = json.loads((pack.folder / "vocab.json").read_text("utf-8"))
    # As published with the model: a photo of a cat.
    said = [words[word] for word in ("<|startoftext|>", "a</w>", "photo</w>", "of</w>", "cat</w>")]
    assert said == [49406, 320, 1125, 539, 2368]
    assert len(words) == 49408
