"""PixArt-α and PixArt-Σ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inference.contracts import Sampling
from inference.pipelines.borrowed import Borrowed
from inference.pipelines.conditioning import Parts
from inference.registry import families

if TYPE_CHECKING:
    from torch import Tensor

TOKENS = {"PixArtAlphaPipeline": 120, "PixArtSigmaPipeline": 300}


@families.add
class PixArt(Borrowed):
    """A transformer under the token states of T5."""

    pipelines = tuple(TOKENS)
    name = "pixart"
    denoiser = "transformer"
    blocks = ("transformer_blocks",)
    guidance = 4.5

    @property
    def parts(self) -> Parts:
        """Return the shapes of the token states and of their mask."""
        tokens = TOKENS[self.description.pipeline]
        width = int(self.config("text_encoder")["d_model"])
        return Parts((("prompt_embeds", (tokens, width)), ("prompt_attention_mask", (tokens,))))

    def words(self, prompt: str) -> dict[str, Tensor]:
        """Return token states (1, tokens, width) and their mask (1, tokens)."""
        states, mask, _, _ = self.pipe.encode_prompt(
            prompt,
            do_classifier_free_guidance=False,
            device=self.device,
            max_sequence_length=TOKENS[self.description.pipeline],
        )
        return {"prompt_embeds": states, "prompt_attention_mask": mask}

    def arguments(self, parts: dict[str, Tensor], sampling: Sampling) -> dict[str, Any]:
        """Return the call's arguments; pictures have the size that was asked for."""
        given = super().arguments(parts, sampling)
        # The call wants to be told that nothing is to be encoded.
        return given | {"negative_prompt": None, "use_resolution_binning": False}
