"""How much memory a model will take, estimated from its headers and configs before any is loaded.

Weights are exact: numbers times bytes per number. The workspace is what one picture needs while it
is drawn: the widest activations of the decoder, which are larger than those of the denoiser.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inference.pipelines.parts import Description, Part

BYTES = {"float32": 4, "bfloat16": 2, "float16": 2}
# Numbers alive at once in the decoder's last block, per pixel and channel: input, normalised copy,
# result, and the copy that a convolution unfolds. Stable Diffusion's decoder, on a CPU, took 5.2
# of them at 256 pixels beside LIBRARIES_BYTES.
DECODER_COPIES = 5.5
DENOISER_COPIES = 12.0  # skips, attention and copies, per cell and channel
LIBRARIES_BYTES = 64 * 2**20


@dataclass(frozen=True)
class Estimate:
    """Bytes: of all weights, of what is on the device at once, and of drawing one picture."""

    weights_bytes: int
    resident_bytes: int
    workspace_bytes: int

    @property
    def bytes_needed(self) -> int:
        """Return how much must be free on the device."""
        return self.resident_bytes + self.workspace_bytes


def loaded_bytes(part: Part, dtype: str) -> int:
    """Return how many bytes the weights of a part take in a number type."""
    size = BYTES[dtype]
    return sum(
        tensor.count * (8 if tensor.dtype == "I64" else 4 if tensor.dtype == "I32" else size)
        for tensor in part.tensors.values()
    )


def estimate(
    description: Description, dtype: str, offload: str = "none", *, side: int | None = None
) -> Estimate:
    """Return what a model takes in a number type, drawing one picture of `side` pixels (default:
    its usual size), and with what stays elsewhere (`offload`) not counted."""
    weights = {role: loaded_bytes(part, dtype) for role, part in description.parts.items()}
    if description.tiny_decoder is not None:
        weights["tiny_decoder"] = loaded_bytes(description.tiny_decoder, dtype)
    weights["loras"] = sum(lora.bytes for lora in description.lora_files)
    work = workspace_bytes(description, dtype, side=side)
    return Estimate(sum(weights.values()), _resident(weights, offload), work)


def _resident(weights: Mapping[str, int], offload: str) -> int:
    if offload == "model":
        return max(weights.values())
    if offload == "sequential":
        # One layer at a time; none of the families has one that is a tenth of its largest part.
        return max(weights.values()) // 10
    return sum(weights.values())


def workspace_bytes(description: Description, dtype: str, *, side: int | None = None) -> int:
    """Return what drawing one picture of `side` pixels takes beside the weights."""
    facts, size = description.facts, BYTES[dtype]
    pixels = facts.width * facts.height if side is None else side * side
    vae = description.parts["vae"].config
    blocks = vae.get("block_out_channels") or vae.get("decoder_block_out_channels") or [64]
    decoder = pixels * int(blocks[0]) * DECODER_COPIES
    if len(blocks) > 1:
        # The second block from the end works at full size on its wider input.
        decoder = max(decoder, pixels * int(blocks[1]) * DECODER_COPIES)
    cells = pixels / facts.scale**2
    denoiser = 2 * cells * _width(description.denoiser) * DENOISER_COPIES
    return int(max(decoder, denoiser) * size) + LIBRARIES_BYTES


def _width(denoiser: Part) -> int:
    config = denoiser.config
    if "block_out_channels" in config:
        return int(config["block_out_channels"][0])
    patch = int(config.get("patch_size") or 1)
    return int(config["num_attention_heads"]) * int(config["attention_head_dim"]) // patch**2
