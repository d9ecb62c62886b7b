"""Between pictures and latents, as the library's pipelines do it around their autoencoders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor

# Without a small decoder a preview is drawn from latents shrunk to so many cells a side.
DRAFT_CELLS = {"cpu": 16}
DRAFT_CELLS_ELSEWHERE = 64


def encoded(vae: Any, picture: Tensor) -> Tensor:
    """Return the latents (1, c, h, w) of a picture (1, 3, height, width) in [-1, 1].

    Where the autoencoder answers with a distribution it is the most likely point, so that a picture
    has one latent whatever the seed is.
    """
    found = vae.encode(picture.to(vae.device, vae.dtype))
    if hasattr(found, "latent_dist"):
        latents = found.latent_dist.mode()
    else:
        latents = found.latent if hasattr(found, "latent") else found.latents
    mean, std = _spread(vae, latents)
    scaled: Tensor = (latents - mean) / std * vae.config.scaling_factor
    return scaled


def decoded(vae: Any, latents: Tensor) -> Tensor:
    """Return the picture (1, 3, height, width) of latents (1, c, h, w); nearly in [-1, 1]."""
    mean, std = _spread(vae, latents)
    clean = latents / vae.config.scaling_factor * std + mean
    picture: Tensor = vae.decode(clean.to(vae.dtype), return_dict=False)[0]
    return picture


def draft(vae: Any, tiny: Any, latents: Tensor) -> Tensor:
    """Return a quick picture of latents: by the small decoder if any, else a small one."""
    import torch

    if tiny is not None:
        picture: Tensor = tiny.decode(latents.to(tiny.dtype), return_dict=False)[0]
        return picture
    most = DRAFT_CELLS.get(latents.device.type, DRAFT_CELLS_ELSEWHERE)
    longest = max(latents.shape[-2:])
    if longest > most:
        size = [max(1, round(side * most / longest)) for side in latents.shape[-2:]]
        latents = torch.nn.functional.interpolate(latents, size=size, mode="area")
    return decoded(vae, latents)


def _spread(vae: Any, like: Tensor) -> tuple[Any, Any]:
    """Return what latents are shifted and stretched by before they are scaled."""
    mean, std = (getattr(vae.config, name, None) for name in ("latents_mean", "latents_std"))
    if mean is not None and std is not None:
        shape = 1, -1, 1, 1
        return like.new_tensor(mean).view(shape), like.new_tensor(std).view(shape)
    return getattr(vae.config, "shift_factor", None) or 0.0, 1.0
