"""Stable Diffusion 1.x and 2.x, and what was distilled from them: Turbo, LCM."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inference.pipelines.borrowed import Borrowed
from inference.pipelines.conditioning import Parts
from inference.registry import families

if TYPE_CHECKING:
    from torch import Tensor

TOKENS = 77


@families.add
class StableDiffusion(Borrowed):
    """A UNet under the token states of CLIP."""

    pipelines = ("StableDiffusionPipeline",)
    name = "stable-diffusion"
    with_picture = "StableDiffusionImg2ImgPipeline"
    reads_weights = True

    @property
    def parts(self) -> Parts:
        """Return the shape of the token states."""
        return Parts(
            (("prompt_embeds", (TOKENS, int(self.config("text_encoder")["hidden_size"]))),)
        )

    def words(self, prompt: str) -> dict[str, Tensor]:
        """Return the token states (1, 77, width) of a prompt."""
        found, _ = self.pipe.encode_prompt(prompt, self.device, 1, False)
        return {"prompt_embeds": found}

    def weighted_words(self, prompt: str) -> dict[str, Tensor]:
        """Return the token states (1, 77, width) of a prompt with weights inside."""
        from inference.pipelines.weighting import weighted

        pipe = self.pipe
        return {"prompt_embeds": weighted(pipe.tokenizer, pipe.text_encoder, prompt)}
