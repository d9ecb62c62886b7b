"""Previews: drawn by the small decoder that a model was given."""

from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import AutoencoderTiny

from inference.core.noise import noise
from inference.core.vectors import Latent
from inference.engine.brought import open_brought
from inference.errors import RashinError
from tests.toy_models import write_toy_model

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]


def tiny(folder: Path, channels: int) -> Path:
    """Write a small decoder whose pictures nobody takes for those of the large one."""
    widths = dict.fromkeys(("encoder_block_out_channels", "decoder_block_out_channels"), (8, 8))
    counts = {"num_encoder_blocks": (1, 1), "num_decoder_blocks": (1, 1)}
    network: Any = AutoencoderTiny(latent_channels=channels, **widths, **counts)
    network.eval().save_pretrained(folder, safe_serialization=True)
    return folder


def opened(folder: Path, **more: str) -> Any:
    space, _ = open_brought({"id": "mine", "kind": "folder", "path": str(folder), **more})
    space.load(lambda _: None, lambda _: None)
    return space


@torch.no_grad()
def test_a_preview_is_the_small_decoders_and_the_picture_is_not(tmp_path: Path) -> None:
    model = write_toy_model("stable_diffusion", tmp_path / "model")
    small = tiny(tmp_path / "tiny", 4)
    space, plain = opened(model, tiny_decoder=str(small)), opened(model)
    values = noise(3, (space.noise(3).dim,))
    preview, latent = (Latent(values, f"mine.{name}", "flat") for name in ("preview", "latent"))
    shape = 1, *space.latent_shape(space.width, space.height)
    expected = AutoencoderTiny.from_pretrained(small).eval().decode(values.reshape(shape)).sample
    assert torch.equal(space.decode_many([preview])[0], expected[0].clamp(-1, 1))
    assert not torch.equal(plain.decode_many([preview])[0], expected[0].clamp(-1, 1))
    assert torch.equal(space.decode_many([latent])[0], plain.decode_many([latent])[0])


def test_a_small_decoder_of_other_channels_is_refused(tmp_path: Path) -> None:
    model = write_toy_model("stable_diffusion", tmp_path / "model")
    small = tiny(tmp_path / "tiny", 16)
    with pytest.raises(RashinError, match="channels"):
        open_brought(
            {"id": "mine", "kind": "folder", "path": str(model), "tiny_decoder": str(small)}
        )
