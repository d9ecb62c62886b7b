"""A checkpoint is read only if every byte is what its card says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save
from torch import Tensor, nn

from inference.errors import DamagedWeights, MissingWeights
from inference.networks.autoencoder import Autoencoder
from inference.networks.checkpoint import load_checkpoint, pack, unpack
from inference.networks.flow import VectorFlow
from inference.networks.judge import Judge

NETWORKS: dict[str, dict[str, object]] = {
    "autoencoder": {
        "channels": 4,
        "encoder_fine": 8,
        "encoder_coarse": 8,
        "decoder_fine": 8,
        "decoder_coarse": 8,
        "decoder_blocks": 1,
    },
    "flow": {"dim": 256, "width": 300, "blocks": 1, "condition": 16},
    "judge": {"widths": [8, 8, 16], "dim": 32},
}
MODULES = {"autoencoder": Autoencoder, "flow": VectorFlow, "judge": Judge}


def weights(network: nn.Module) -> dict[str, Tensor]:
    return network.state_dict()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files: dict[str, bytes] = {
        f"{name}.safetensors": save(
            pack(weights(MODULES[name](**NETWORKS[name])), eight_bit=name == "flow")
        )
        for name in NETWORKS
    }
    files["text.safetensors"] = save({"mean": torch.zeros(384).half()})
    files["prior.safetensors"] = save(
        {"mean": torch.zeros(256).half(), "root": torch.eye(256).half()}
    )
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    config = {
        "latent_shape": [4, 8, 8],
        "networks": NETWORKS,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    (tmp_path / "config.json").write_text(json.dumps(config))
    return tmp_path


def test_a_whole_folder_loads(folder: Path) -> None:
    checkpoint = load_checkpoint(folder)
    assert checkpoint.latent_shape == (4, 8, 8)
    assert checkpoint.prior_root.dtype == torch.float32
    assert not any(p.requires_grad for p in checkpoint.flow.parameters())


def test_a_changed_byte_is_refused_by_name(folder: Path) -> None:
    path = folder / "flow.safetensors"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(DamagedWeights, match=r"flow\.safetensors"):
        load_checkpoint(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "judge.safetensors").unlink()
    with pytest.raises(MissingWeights, match=r"judge\.safetensors"):
        load_checkpoint(folder)


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingWeights, match=r"config\.json"):
        load_checkpoint(tmp_path)


def test_weights_of_another_shape_are_damaged(folder: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    config["networks"]["judge"]["dim"] = 16
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(DamagedWeights, match="does not fit"):
        load_checkpoint(folder)


def test_eight_bit_rows_come_back_within_half_a_step() -> None:
    matrix = torch.randn(300, 300, generator=torch.Generator().manual_seed(0))
    back = unpack(pack({"w": matrix, "b": matrix[0]}, eight_bit=True))
    step = matrix.abs().amax(1, keepdim=True) / 127
    assert ((back["w"] - matrix).abs() <= 0.6 * step).all()
    assert torch.allclose(back["b"], matrix[0], atol=1e-2)
