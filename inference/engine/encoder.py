"""Open a text encoder quickly: the slow part, its word list, is read while torch is imported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inference.errors import DamagedWeights
from inference.packs import PACKS, folder_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from inference.networks.text_encoder import TextEncoder

HINT = "delete its folder and run `make setup`, which fetches and checks it"


def read_tokenizer(pack: str) -> Tokenizer:
    """Read the word list of a pack; needs no torch. Raises `MissingWeights` or `DamagedWeights`."""
    from tokenizers import Tokenizer

    if pack not in {known.id for known in PACKS}:
        raise DamagedWeights(
            f"no model pack is called {pack!r}", hint="check out config.json again"
        )
    path = folder_of(pack) / "tokenizer.json"
    try:
        return Tokenizer.from_file(str(path))
    except Exception as error:  # the library raises nothing more special
        raise DamagedWeights(f"{path} cannot be read: {error}", hint=HINT) from error


def build_encoder(folder: Path, tokenizer: Tokenizer) -> TextEncoder:
    """Return the text encoder of a pack around a word list that was read before.

    Raises `DamagedWeights`, naming the file.
    """
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    from inference.networks.text_encoder import MAX_TOKENS, PackedTable, TextEncoder

    path = folder / "text_encoder.safetensors"
    tokenizer.enable_truncation(MAX_TOKENS)
    try:
        weights = load_file(path)
        table = PackedTable(weights.pop("words.scales"), weights.pop("words.nibbles"))
        # Not on the meta device: its first random number imports a compiler, which takes a second.
        encoder = TextEncoder(tokenizer, table)
        found = encoder.load_state_dict(weights, strict=False, assign=True)
    except (SafetensorError, KeyError, RuntimeError) as error:
        raise DamagedWeights(f"{path} cannot be read: {error}", hint=HINT) from error
    missing = [name for name in found.missing_keys if not name.startswith("words.")]
    if missing or found.unexpected_keys:
        raise DamagedWeights(f"{path} lacks {', '.join(missing) or 'nothing'}", hint=HINT)
    return encoder.eval().requires_grad_(False)
