"""LoRA files: pairs of small matrices in safetensors, and nothing else."""

from __future__ import annotations

from pathlib import Path

from inference.library import LoraEntry
from inference.pipelines.headers import Header
from inference.pipelines.parts import NAMES, LoraFile
from inference.pipelines.refusal import RefusedModel
from inference.pipelines.stranger import Folder

# The first of a pair, its second, and what else the tools of the field write beside them.
PAIRS = {
    ".lora_down.weight": ".lora_up.weight",
    ".lora_A.weight": ".lora_B.weight",
    ".lora.down.weight": ".lora.up.weight",
    ".lora_A.default.weight": ".lora_B.default.weight",
}
BESIDE = (".alpha", ".dora_scale", ".lora_magnitude_vector")
LARGEST_RANK = 1_024


def describe_lora(entry: LoraEntry) -> LoraFile:
    """Return what a LoRA is. Raises `RefusedModel` for a file that is none."""
    path = Path(entry.path).expanduser()
    if path.suffix != ".safetensors":
        raise RefusedModel(
            f"{path.name} is no .safetensors file",
            expected="safetensors",
            hint="a .pt or .bin file is a pickle, which can run code when it is read; convert it",
        )
    header = Folder(path.parent).header(path.name)
    ranks = {rank for key in header.tensors if (rank := _rank(header, key, path.name))}
    if not ranks or max(ranks) > LARGEST_RANK:
        found = f"the rank {max(ranks)}" if ranks else "no pairs of matrices"
        raise RefusedModel(f"{path.name} has {found}", expected=f"a LoRA of rank ≤ {LARGEST_RANK}")
    return LoraFile(entry.id, header, tuple(sorted(ranks)))


def _rank(header: Header, key: str, name: str) -> int | None:
    """Return the rank of the pair that a tensor begins; None for what else may be there."""
    tensor = header.tensors[key]
    if tensor.dtype not in NAMES:
        raise RefusedModel(f"{name}: {key[:80]} holds {tensor.dtype}", expected=", ".join(NAMES))
    for first, second in PAIRS.items():
        if key.endswith(first):
            partner = header.tensors.get(key.removesuffix(first) + second)
            if partner is None:
                raise RefusedModel(f"{name}: {key[:80]} has no partner {second}")
            if len(tensor.shape) < 2 or partner.shape[1:2] != tensor.shape[:1]:
                raise RefusedModel(f"{name}: {key[:80]} and its partner do not fit each other")
            return tensor.shape[0]
    if key.endswith((*PAIRS.values(), *BESIDE)):
        return None
    raise RefusedModel(f"{name}: {key[:80]} is no tensor of a LoRA", expected=", ".join(PAIRS))
