"""Stable Diffusion 3 and 3.5."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inference.pipelines.borrowed import Borrowed
from inference.pipelines.conditioning import Parts
from inference.registry import families

if TYPE_CHECKING:
    from torch import Tensor

CLIP_TOKENS, T5_TOKENS = 77, 256


@families.add
class StableDiffusion3(Borrowed):
    """A transformer over words and picture together; two CLIPs and, where it is there, a T5."""

    pipelines = ("StableDiffusion3Pipeline",)
    name = "stable-diffusion-3"
    denoiser = "transformer"
    blocks = ("transformer_blocks",)
    with_picture = "StableDiffusion3Img2ImgPipeline"
    guidance = 7.0

    @property
    def parts(self) -> Parts:
        """Return the shapes of the token states one after another, and of the pooled vector."""
        settings = self.config("transformer")
        tokens = CLIP_TOKENS + T5_TOKENS
        return Parts(
            (
                ("prompt_embeds", (tokens, int(settings["joint_attention_dim"]))),
                ("pooled_prompt_embeds", (int(settings["pooled_projection_dim"]),)),
            )
        )

    def words(self, prompt: str) -> dict[str, Tensor]:
        """Return token states (1, 333, width) and the pooled vector (1, width) of a prompt."""
        states, _, pooled, _ = self.pipe.encode_prompt(
            prompt, None, None, device=self.device, do_classifier_free_guidance=False
        )
        return {"prompt_embeds": states, "pooled_prompt_embeds": pooled}

    def arguments_with_picture(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """Return the arguments with the size, which this call does not read off the picture."""
        rows, columns = arguments["image"].shape[-2:]
        return arguments | {"height": rows * self.cell, "width": columns * self.cell}
