"""The folder of emoji-diffusion: the library's own layout, with every byte accounted for.

`model_index.json`, `scheduler/`, `unet/` and `vae/` are what diffusers reads component by component;
`config.json` says what Rashin needs to know and the SHA-256 of every file, and nothing is loaded
that does not match. Weights are fp16 in files of at most 15 MB.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors.torch import save
from torch import Tensor

from inference.errors import DamagedWeights, MissingWeights
from inference.networks.checkpoint import CONFIG, pack, read_config, read_weights
from inference.networks.diffusion import WordsUNet

LARGEST_FILE = 15_000_000
WEIGHTS = "diffusion_pytorch_model"
INDEX = f"{WEIGHTS}.safetensors.index.json"
STATISTICS = "statistics.safetensors"
SCHEDULER = {"_class_name": "FlowMatchEulerDiscreteScheduler", "num_train_timesteps": 1000}
PARTS = {"unet": "UNet2DConditionModel", "vae": "AutoencoderDC"}


@dataclass(frozen=True)
class DiffusionCheckpoint:
    """A UNet that knows its latents, an autoencoder, and what is taken off words, in float32.

    `token_mean` and `pooled_mean` (384,) are subtracted from token states and pooled vectors.
    """

    config: dict[str, Any]
    flow: WordsUNet
    vae: Any  # an `AutoencoderDC`; the library is untyped
    token_mean: Tensor
    pooled_mean: Tensor

    def encode(self, pictures: Tensor) -> Tensor:
        """Return standardised latents `n dim` of pictures `n 3 h w` in [-1, 1]."""
        latents: Tensor = self.vae.encode(pictures).latent
        return self.flow.standardise(latents)

    def decode(self, latents: Tensor) -> Tensor:
        """Return pictures `n 3 h w` of flat autoencoder latents `n dim`; may leave [-1, 1]."""
        pictures: Tensor = self.vae.decode(latents.unflatten(1, self.flow.shape)).sample
        return pictures


def load_diffusion(folder: Path) -> DiffusionCheckpoint:
    """Build the networks of a folder and fill them, after checking every file against its hash.

    Raises `MissingWeights` or `DamagedWeights`, naming the file.
    """
    from diffusers import AutoencoderDC, UNet2DConditionModel

    config = read_config(folder)
    files: dict[str, str] = config["files"]
    for name in files:
        check(folder / name, files[name])
    networks: dict[str, Any] = {}
    for part, kind in (("unet", UNet2DConditionModel), ("vae", AutoencoderDC)):
        settings = json.loads((folder / part / CONFIG).read_text(encoding="utf-8"))
        network = kind.from_config(settings)
        weights: dict[str, Tensor] = {}
        for name in files:
            if name.startswith(f"{part}/") and name.endswith(".safetensors"):
                weights |= read_weights(folder / name, files[name])
        try:
            network.load_state_dict(weights)
        except RuntimeError as error:
            raise DamagedWeights(f"the weights in {part} do not fit: {error}") from error
        networks[part] = network.eval().requires_grad_(False)
    statistics = read_weights(folder / STATISTICS, files.get(STATISTICS, ""))
    flow = WordsUNet(networks["unet"])
    for name in ("latent_mean", "latent_std", "null_text"):
        flow.get_buffer(name).copy_(statistics[name])
    return DiffusionCheckpoint(
        config,
        flow.eval(),
        networks["vae"],
        statistics["token_mean"],
        statistics["pooled_mean"],
    )


def check(path: Path, digest: str) -> None:
    """Raise `MissingWeights` or `DamagedWeights` unless a file has this SHA-256."""
    if not path.is_file():
        raise MissingWeights(f"{path.name} is missing in {path.parent}")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != digest:
        raise DamagedWeights(
            f"{path} has SHA-256 {found[:12]}…, expected {digest[:12]}…",
            hint="fetch the file again; Git LFS pointers and partial downloads look like this",
        )


def contents_of(
    flow: WordsUNet, vae: Any, token_mean: Tensor, pooled_mean: Tensor
) -> dict[str, bytes]:
    """Return the bytes of every file of a checkpoint but `config.json`, by path."""
    contents: dict[str, bytes] = {}
    for part, network in (("unet", flow.unet), ("vae", vae)):
        contents[f"{part}/{CONFIG}"] = _json(json.loads(network.to_json_string()))
        contents |= {f"{part}/{name}": data for name, data in shards(network.state_dict()).items()}
    statistics = {
        "latent_mean": flow.get_buffer("latent_mean"),
        "latent_std": flow.get_buffer("latent_std"),
        "null_text": flow.get_buffer("null_text"),
        "token_mean": token_mean,
        "pooled_mean": pooled_mean,
    }
    contents[STATISTICS] = save({k: v.float().clone() for k, v in statistics.items()})
    contents["scheduler/scheduler_config.json"] = _json(SCHEDULER)
    contents["model_index.json"] = _json(
        {
            "_class_name": "DiffusionPipeline",
            "scheduler": ["diffusers", SCHEDULER["_class_name"]],
            **{part: ["diffusers", name] for part, name in PARTS.items()},
        }
    )
    return contents


def shards(weights: Mapping[str, Tensor]) -> dict[str, bytes]:
    """Return fp16 safetensors files of at most 15 MB, named as the library names them."""
    packed = pack(dict(weights))
    groups: list[dict[str, Tensor]] = [{}]
    size = 0
    for name, tensor in packed.items():
        bytes_more = tensor.numel() * tensor.element_size() + 256  # and its line in the header
        if size + bytes_more > LARGEST_FILE and groups[-1]:
            groups.append({})
            size = 0
        groups[-1][name] = tensor
        size += bytes_more
    if len(groups) == 1:
        return {f"{WEIGHTS}.safetensors": save(packed)}
    files = {}
    places: dict[str, str] = {}
    for number, group in enumerate(groups, 1):
        file = f"{WEIGHTS}-{number:05}-of-{len(groups):05}.safetensors"
        files[file] = save(group)
        places |= dict.fromkeys(group, file)
    total = sum(tensor.numel() * tensor.element_size() for tensor in packed.values())
    files[INDEX] = _json({"metadata": {"total_size": total}, "weight_map": places})
    return files


def write_contents(target: Path, config: Mapping[str, Any], contents: Mapping[str, bytes]) -> None:
    """Write files into a folder, and `config.json` with their hashes last."""
    for name, data in contents.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    digests = {name: hashlib.sha256(contents[name]).hexdigest() for name in sorted(contents)}
    (target / CONFIG).write_bytes(_json({**config, "files": digests}))


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()
