import shutil

import pytest
import torch

from inference.engine.encoder import build_encoder, read_tokenizer
from inference.errors import DamagedWeights, MissingWeights
from inference.networks.text_encoder import TextEncoder
from inference.packs import PACKS, folder_of

PACK = PACKS[0].id


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """A cache in which the pack can be damaged."""
    folder = folder_of(PACK)
    copy = tmp_path / "packs" / folder.name
    shutil.copytree(folder, copy)
    monkeypatch.setenv("RASHIN_CACHE_DIR", str(tmp_path))
    return copy


def test_it_opens_what_the_encoder_would_open_itself():
    ours = build_encoder(folder_of(PACK), read_tokenizer(PACK))
    theirs = TextEncoder.load(folder_of(PACK))
    for prompt in ("smiling cat", "笑う猫", "x " * 500):
        assert torch.equal(ours.encode([prompt]).pooled, theirs.encode([prompt]).pooled)


def test_missing_and_damaged_packs_are_said(broken):
    (broken / "tokenizer.json").write_text("{")
    with pytest.raises(DamagedWeights, match=r"tokenizer\.json"):
        read_tokenizer(PACK)
    (broken / "tokenizer.json").unlink()
    with pytest.raises(MissingWeights):
        read_tokenizer(PACK)
    with pytest.raises(DamagedWeights, match="nobody"):
        read_tokenizer("nobody")


def test_cut_weights_are_said(broken):
    tokenizer = read_tokenizer(PACK)
    path = broken / "text_encoder.safetensors"
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(DamagedWeights, match=r"text_encoder\.safetensors"):
        build_encoder(broken, tokenizer)
