"""Stable Diffusion XL: base, Turbo, Lightning, LCM."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inference.pipelines.borrowed import Borrowed
from inference.pipelines.conditioning import Parts
from inference.registry import families

if TYPE_CHECKING:
    from torch import Tensor

TOKENS = 77


@families.add
class StableDiffusionXL(Borrowed):
    """A UNet under the token states of two CLIPs, and the pooled vector of the second."""

    pipelines = ("StableDiffusionXLPipeline",)
    name = "stable-diffusion-xl"
    with_picture = "StableDiffusionXLImg2ImgPipeline"
    guidance = 5.0
    reads_weights = True

    @property
    def parts(self) -> Parts:
        """Return the shapes of the token states side by side, and of the pooled vector."""
        first, second = self.config("text_encoder"), self.config("text_encoder_2")
        width = int(first["hidden_size"]) + int(second["hidden_size"])
        pooled = int(second["projection_dim"])
        return Parts((("prompt_embeds", (TOKENS, width)), ("pooled_prompt_embeds", (pooled,))))

    def words(self, prompt: str) -> dict[str, Tensor]:
        """Return token states (1, 77, width) and the pooled vector (1, width) of a prompt."""
        states, _, pooled, _ = self.pipe.encode_prompt(
            prompt, device=self.device, do_classifier_free_guidance=False
        )
        return {"prompt_embeds": states, "pooled_prompt_embeds": pooled}

    def no_words(self) -> dict[str, Tensor]:
        """Return zeros, where the model was trained to take those for silence."""
        found = self.words("")
        if not self.pipe.config.force_zeros_for_empty_prompt:
            return found
        return {name: part.new_zeros(part.shape) for name, part in found.items()}

    def weighted_words(self, prompt: str) -> dict[str, Tensor]:
        """Return the parts of a prompt with weights inside; the pooled vector knows no weights."""
        import torch

        from inference.pipelines.weighting import bare, weighted

        pipe = self.pipe
        states = [
            weighted(tokenizer, encoder, prompt, penultimate=True)
            for tokenizer, encoder in (
                (pipe.tokenizer, pipe.text_encoder),
                (pipe.tokenizer_2, pipe.text_encoder_2),
            )
        ]
        return self.words(bare(prompt)) | {"prompt_embeds": torch.cat(states, dim=-1)}
