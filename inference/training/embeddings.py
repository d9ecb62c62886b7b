"""Captions to vectors, once: unique texts through the text encoder, kept on disk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional
from tqdm import tqdm

from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of
from inference.training.captions import COLUMN_SHARES, captions_of
from inference.training.pictures import PictureSet
from inference.training.resume import save_atomically

TEXT_PACK = "multilingual-e5-small"
BATCH = 64


@dataclass(frozen=True)
class CaptionVectors:
    """`vectors` (texts, 384) unit, `mean` (384,) that was subtracted, `columns` (pictures, 8)."""

    vectors: Tensor
    mean: Tensor
    columns: Tensor

    def draw(self, rows: Tensor, generator: torch.Generator) -> Tensor:
        """Return one caption vector (k, 384) for each picture row (k,)."""
        shares = torch.tensor(COLUMN_SHARES)
        column = torch.multinomial(shares, len(rows), replacement=True, generator=generator)
        return self.vectors[self.columns[rows, column]]


def embed_captions(pictures: PictureSet, cache: Path) -> CaptionVectors:
    """Encode every unique caption of the data set; the mean is that of the training captions."""
    table = [captions_of(entry) for entry in pictures.entries]
    texts = sorted({text for row in table for text in row}, key=lambda text: (len(text), text))
    number = {text: i for i, text in enumerate(texts)}
    raw = embed(texts, cache)
    columns = torch.tensor([[number[text] for text in captions] for captions in table])
    mean = raw[columns[pictures.rows("train")].flatten()].mean(0)
    return CaptionVectors(functional.normalize(raw - mean, dim=-1), mean, columns)


def embed(texts: list[str], cache: Path) -> Tensor:
    """Return raw pooled vectors (n, 384), from the cache when it holds exactly these texts."""
    key = hashlib.sha256(json.dumps(texts).encode()).hexdigest()[:16]
    path = cache / f"captions-{key}.safetensors"
    if path.exists():
        return load_file(path)["pooled"].float()
    encoder = load_text_encoder()
    parts = [
        encoder.encode(texts[i : i + BATCH]).pooled
        for i in tqdm(range(0, len(texts), BATCH), desc="captions", unit="batch")
    ]
    pooled = torch.cat(parts)
    save_atomically({"pooled": pooled.half()}, path)
    return pooled


def load_text_encoder() -> TextEncoder:
    """Load the encoder from the fetched pack."""
    return TextEncoder.load(folder_of(TEXT_PACK))


def prompt_vectors(prompts: Sequence[str], captions: CaptionVectors) -> Tensor:
    """Encode a few prompts (n, 384) the way captions are."""
    return load_text_encoder().encode(prompts, mean=captions.mean).pooled
