"""Open a text encoder quickly: the slow part, its word list, is read while torch is imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inference.packs import folder_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from inference.networks.text_encoder import TextEncoder


def read_tokenizer(pack: str) -> Tokenizer:
    """Read the word list of a pack; needs no torch. Raises `MissingWeights`."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(folder_of(pack) / "tokenizer.json"))


def build_encoder(folder: Path, tokenizer: Tokenizer) -> TextEncoder:
    """Return the text encoder of a pack around a word list that was read before."""
    from safetensors.torch import load_file

    from inference.networks.text_encoder import MAX_TOKENS, PackedTable, TextEncoder

    weights = load_file(folder / "text_encoder.safetensors")
    tokenizer.enable_truncation(MAX_TOKENS)
    table = PackedTable(weights.pop("words.scales"), weights.pop("words.nibbles"))
    # Not on the meta device: its first random number imports a compiler, which takes a second.
    encoder = TextEncoder(tokenizer, table)
    encoder.load_state_dict(weights, strict=False, assign=True)
    return encoder.eval().requires_grad_(False)
