"""FLUX.1: dev and schnell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from inference.pipelines.borrowed import Borrowed
from inference.pipelines.conditioning import Parts
from inference.registry import families

if TYPE_CHECKING:
    from torch import Tensor

TOKENS = 512


@families.add
class Flux(Borrowed):
    """A transformer over patches of 2×2 cells; guidance, where it was trained in, is an input."""

    pipelines = ("FluxPipeline",)
    name = "flux"
    denoiser = "transformer"
    blocks = ("transformer_blocks", "single_transformer_blocks")
    with_picture = "FluxImg2ImgPipeline"
    # The call hands its own sigmas to the scheduler, and only this one takes them.
    only_samplers = ("flow_euler",)
    guidance = 3.5
    says_no = False

    @property
    def cells_per_patch(self) -> int:
        """Return 2: patches are folded before the transformer sees them."""
        return 2

    @property
    def channels(self) -> int:
        """Return the channels of a latent before its patches are folded."""
        return int(self.config("transformer")["in_channels"]) // 4

    @property
    def is_guided(self) -> bool:
        """Say whether guidance is an input; the few-step model was trained without."""
        return self.description.facts.guidance_embedded

    @property
    def parts(self) -> Parts:
        """Return the shapes of T5's token states and of CLIP's pooled vector."""
        width = int(self.config("text_encoder_2")["d_model"])
        pooled = int(self.config("text_encoder")["hidden_size"])
        return Parts((("prompt_embeds", (TOKENS, width)), ("pooled_prompt_embeds", (pooled,))))

    def words(self, prompt: str) -> dict[str, Tensor]:
        """Return token states (1, 512, width) and the pooled vector (1, width)."""
        states, pooled, _ = self.pipe.encode_prompt(
            prompt, device=self.device, max_sequence_length=TOKENS
        )
        return {"prompt_embeds": states, "pooled_prompt_embeds": pooled}

    def for_call(self, latents: Tensor) -> Tensor:
        """Fold patches of 2×2 cells into tokens (1, patches, 4 · channels)."""
        _, channels, rows, columns = latents.shape
        packed: Tensor = self.pipe._pack_latents(latents, 1, channels, rows, columns)
        return packed

    def from_call(self, latents: Tensor, width: int, height: int) -> Tensor:
        """Unfold tokens into latents (1, c, h, w)."""
        unpacked: Tensor = self.pipe._unpack_latents(
            latents, height, width, self.pipe.vae_scale_factor
        )
        return unpacked

    def arguments_with_picture(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """Return the arguments with the size, which this call does not read off the picture."""
        rows, columns = arguments["image"].shape[-2:]
        return arguments | {"height": rows * self.cell, "width": columns * self.cell}

    def begins(self, scheduler: Any, start: Tensor, noise: Tensor) -> Callable[..., Any]:
        """Return what prepares the tokens of image-to-image, and the places of the patches."""
        mixed = super().begins(scheduler, start, noise)
        rows, columns = start.shape[-2:]

        def prepared(image: Any, timestep: Tensor, *more: Any, **named: Any) -> Any:
            latents = mixed(image, timestep)
            places = self.pipe._prepare_latent_image_ids(
                1, rows // 2, columns // 2, start.device, start.dtype
            )
            return self.for_call(latents), places

        return prepared
