"""SANA: a transformer over coarse latents, under a language model's states."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from inference.contracts import Sampling
from inference.pipelines.borrowed import Borrowed
from inference.pipelines.conditioning import Parts
from inference.registry import families

if TYPE_CHECKING:
    from torch import Tensor

TOKENS = 300


@families.add
class Sana(Borrowed):
    """Words go through an instruction that the model was trained with; negative ones do not."""

    pipelines = ("SanaPipeline",)
    name = "sana"
    denoiser = "transformer"
    blocks = ("transformer_blocks",)
    guidance = 4.5

    @property
    def parts(self) -> Parts:
        """Return the shapes of the token states and of their mask."""
        width = int(self.config("text_encoder")["hidden_size"])
        return Parts((("prompt_embeds", (TOKENS, width)), ("prompt_attention_mask", (TOKENS,))))

    def words(self, prompt: str) -> dict[str, Tensor]:
        """Return token states (1, 300, width) and their mask (1, 300), with the instruction."""
        defaults = inspect.signature(type(self.pipe).__call__).parameters
        states, mask, _, _ = self.pipe.encode_prompt(
            prompt,
            do_classifier_free_guidance=False,
            device=self.device,
            max_sequence_length=TOKENS,
            complex_human_instruction=defaults["complex_human_instruction"].default,
        )
        return {"prompt_embeds": states, "prompt_attention_mask": mask}

    def words_against(self, prompt: str) -> dict[str, Tensor]:
        """Return token states and mask of words that stand for themselves."""
        given = self.words("")
        _, _, states, mask = self.pipe.encode_prompt(
            None,
            negative_prompt=prompt,
            device=self.device,
            max_sequence_length=TOKENS,
            **given,
        )
        return {"prompt_embeds": states, "prompt_attention_mask": mask}

    def no_words(self) -> dict[str, Tensor]:
        """Return what the empty prompt becomes without the instruction."""
        return self.words_against("")

    def arguments(self, parts: dict[str, Tensor], sampling: Sampling) -> dict[str, Any]:
        """Return the call's arguments; pictures have the size that was asked for."""
        given = super().arguments(parts, sampling)
        return given | {"negative_prompt": None, "use_resolution_binning": False}
