"""The data set as latents: every picture folded once by the trained autoencoder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from inference.networks.autoencoder import Autoencoder
from inference.training.pictures import PictureSet, balanced_weights
from inference.training.presets import Preset
from inference.training.resume import load_average

LEAST_STD = 1e-3


@dataclass(frozen=True)
class LatentSet:
    """Flat latents (n, d) of all pictures, and the balanced statistics of the training ones."""

    latents: Tensor
    mean: Tensor
    std: Tensor
    covariance_root: Tensor

    @property
    def standard(self) -> Tensor:
        """Return latents with mean zero and standard deviation one in every dimension."""
        return (self.latents - self.mean) / self.std


def load_autoencoder(folder: Path, preset: Preset) -> Autoencoder:
    """Build the averaged autoencoder of a run, ready to use."""
    network = Autoencoder(**preset.autoencoder)
    network.load_state_dict(load_average(folder / "autoencoder"))
    return network.eval().requires_grad_(False)


@torch.no_grad()
def encode_pictures(network: Autoencoder, pictures: PictureSet, device: torch.device) -> LatentSet:
    """Encode every picture; the statistics weigh base concepts as training does."""
    network = network.to(device)
    rows = torch.arange(len(pictures.entries))
    means = [
        network.encode(pictures.batch(part).to(device))[0].flatten(1).cpu()
        for part in torch.split(rows, 256)
    ]
    latents = torch.cat(means)
    train = pictures.rows("train")
    weights = balanced_weights([pictures.entries[i].base for i in train.tolist()]).float()
    mean = weights @ latents[train]
    centred = latents[train] - mean
    covariance = (centred * weights[:, None]).T @ centred
    values, axes = torch.linalg.eigh(covariance)
    root = (axes * values.clamp(min=0).sqrt()) @ axes.T
    return LatentSet(latents, mean, covariance.diagonal().sqrt().clamp(min=LEAST_STD), root)
