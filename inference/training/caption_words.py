"""Captions to token states and pooled vectors, once: what the UNet of emoji-diffusion reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional
from tqdm import tqdm

from inference.networks.diffusion import TEXT_WIDTH, TOKENS, words_of
from inference.networks.text_encoder import TextEncoder
from inference.training.captions import COLUMN_SHARES, captions_of
from inference.training.embeddings import load_text_encoder
from inference.training.pictures import PictureSet
from inference.training.precision import Precision
from inference.training.resume import save_atomically

BATCH = 64


@dataclass(frozen=True)
class CaptionWords:
    """`words` (texts, 8064) in fp16, `columns` (pictures, 8), and the means that were taken off.

    `null` (8064,) are the words of the empty prompt.
    """

    words: Tensor
    columns: Tensor
    token_mean: Tensor
    pooled_mean: Tensor
    null: Tensor

    def draw(self, rows: Tensor, generator: torch.Generator) -> Tensor:
        """Return the words (k, 8064) of one caption for each picture row (k,)."""
        shares = torch.tensor(COLUMN_SHARES)
        column = torch.multinomial(shares, len(rows), replacement=True, generator=generator)
        return self.words[self.columns[rows, column]].float()


def read_captions(pictures: PictureSet, cache: Path) -> CaptionWords:
    """Encode every unique caption of the data set; the means are those of the training captions."""
    table = [captions_of(entry) for entry in pictures.entries]
    texts = ["", *sorted({text for row in table for text in row}, key=lambda t: (len(t), t))]
    number = {text: i for i, text in enumerate(texts)}
    columns = torch.tensor([[number[text] for text in captions] for captions in table])
    found = _encoded(texts, cache)
    mask = torch.arange(TOKENS) < found["lengths"][:, None]
    used = columns[pictures.rows("train")].flatten().unique()
    token_mean = found["tokens"][used][mask[used]].float().mean(0)
    pooled_mean = found["pooled"][used].float().mean(0)
    pooled = functional.normalize(found["pooled"].float() - pooled_mean, dim=-1)
    words = torch.empty(len(texts), (TOKENS + 1) * TEXT_WIDTH, dtype=torch.float16)
    for part in torch.arange(len(texts)).split(4096):
        tokens = found["tokens"][part].float()
        words[part] = words_of(tokens, mask[part], pooled[part], token_mean).half()
    return CaptionWords(words, columns, token_mean, pooled_mean, words[0].float())


def prompt_words(prompts: Sequence[str], captions: CaptionWords) -> Tensor:
    """Encode a few prompts (n, 8064) the way captions are."""
    encoder = load_text_encoder()
    # One at a time, as a worker encodes them: padding would change the last bits.
    rows = []
    for prompt in prompts:
        found = encoder.encode([prompt], mean=captions.pooled_mean)
        rows.append(words_of(found.tokens, found.mask, found.pooled, captions.token_mean))
    return torch.cat(rows)


def _encoded(texts: list[str], cache: Path) -> dict[str, Tensor]:
    """Return `tokens` (n, 20, 384), `lengths` (n,) and raw `pooled` (n, 384), perhaps from disk."""
    key = hashlib.sha256(json.dumps(texts).encode()).hexdigest()[:16]
    path = cache / f"caption-words-{key}.safetensors"
    if path.exists():
        return load_file(path)
    encoder = load_text_encoder()
    tokens = torch.zeros(len(texts), TOKENS, TEXT_WIDTH, dtype=torch.float16)
    lengths = torch.zeros(len(texts), dtype=torch.int64)
    pooled = torch.zeros(len(texts), TEXT_WIDTH, dtype=torch.float16)
    precision = Precision(_Reading(encoder), torch.zeros(BATCH, 16, dtype=torch.int64))
    # Equally long texts share a batch, so that little is spent on padding.
    sizes = [len(item.ids) for item in encoder.tokenizer.encode_batch(texts)]
    order = sorted(range(len(texts)), key=lambda i: sizes[i])
    for start in tqdm(range(0, len(texts), BATCH), desc="captions", unit="batch"):
        rows = order[start : start + BATCH]
        with precision.cast():
            found = encoder.encode([texts[i] for i in rows])
        kept = min(TOKENS, found.tokens.shape[1])
        tokens[rows, :kept] = found.tokens[:, :kept].half()
        lengths[rows] = found.mask.sum(1).clamp(max=TOKENS)
        pooled[rows] = found.pooled.half()
    save_atomically({"tokens": tokens, "lengths": lengths, "pooled": pooled}, path)
    return {"tokens": tokens, "lengths": lengths, "pooled": pooled}


class _Reading(nn.Module):
    """The layers of a text encoder over token numbers (n, k), to be timed."""

    def __init__(self, encoder: TextEncoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        """Return token states (n, k, 384)."""
        states: Tensor = self.encoder.words(ids)
        for layer in self.encoder.layers:
            states = layer(states, torch.ones(len(ids), 1, 1, ids.shape[1], dtype=torch.bool))
        return states
