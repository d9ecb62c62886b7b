"""multilingual-e5-small in plain torch: words in, token states and one pooled vector out.

The encoder is a 12-layer BERT (Wang et al., "Multilingual E5 Text Embeddings", arXiv 2402.05672).
The table of 250,037 word pieces stays in 4-bit blocks in memory; only the rows that a prompt needs
are unpacked, which gives the same numbers for a third of the memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, EPS = 384, 12, 12, 1e-12
MAX_TOKENS = 128
PREFIX, WORD_PREFIX = "query: ", "passage: "
BLOCK = 32  # values that share one scale in the Q4_0 table


@dataclass(frozen=True)
class TextEncoding:
    """What n prompts became: `tokens` (n, k, 384), `mask` (n, k) of 0/1, `pooled` (n, 384) unit."""

    tokens: Tensor
    mask: Tensor
    pooled: Tensor


class PackedTable(nn.Module):
    """Rows of 4-bit numbers: `scales` (rows, 12) and `nibbles` (rows, 192), unpacked on look-up."""

    def __init__(self, scales: Tensor, nibbles: Tensor) -> None:
        super().__init__()
        self.register_buffer("scales", scales)
        self.register_buffer("nibbles", nibbles)

    def forward(self, ids: Tensor) -> Tensor:
        """Return the rows (…, 384) for ids (…)."""
        packed = self.get_buffer("nibbles")[ids].unflatten(-1, (WIDTH // BLOCK, BLOCK // 2))
        values = torch.cat([packed & 15, packed >> 4], dim=-1).float() - 8
        return (values * self.get_buffer("scales")[ids].float()[..., None]).flatten(-2)


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, EPS)
        self.widen = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, EPS)

    def forward(self, states: Tensor, visible: Tensor) -> Tensor:
        """Let the states (n, k, 384) look at the `visible` (n, 1, 1, k) ones."""

        def heads(x: Tensor) -> Tensor:
            return x.unflatten(-1, (HEADS, -1)).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            heads(self.query(states)), heads(self.key(states)), heads(self.value(states)), visible
        )
        states = self.attended_norm(states + self.attended(seen.transpose(1, 2).flatten(2)))
        wide = functional.gelu(self.widen(states))
        out: Tensor = self.narrow_norm(states + self.narrow(wide))
        return out


class TextEncoder(nn.Module):
    """Prompts in English, Japanese and 90 other languages to vectors of 384 numbers."""

    def __init__(self, tokenizer: Tokenizer, table: PackedTable) -> None:
        super().__init__()
        self.tokenizer = tokenizer
        self.words = table
        # Given its numbers: drawing random ones on the meta device imports a compiler for seconds.
        self.positions = nn.Embedding(512, WIDTH, _weight=torch.empty(512, WIDTH))
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, EPS)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    @classmethod
    def load(cls, folder: Path) -> TextEncoder:
        """Read `text_encoder.safetensors` and `tokenizer.json` as `inference.packs` wrote them."""
        weights = load_file(folder / "text_encoder.safetensors")
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.enable_truncation(MAX_TOKENS)
        table = PackedTable(weights.pop("words.scales"), weights.pop("words.nibbles"))
        with torch.device("meta"):
            encoder = cls(tokenizer, table)
        encoder.load_state_dict(weights, strict=False, assign=True)
        return encoder.eval().requires_grad_(False)

    @torch.inference_mode()
    def encode(self, prompts: Sequence[str], *, mean: Tensor | None = None) -> TextEncoding:
        """Encode n prompts; `mean` (384,) is subtracted from the pooled vectors before they are
        scaled to length one, because raw E5 vectors all point roughly the same way.
        """
        states, mask, _ = self._read([PREFIX + prompt for prompt in prompts])
        weight = mask[..., None].float()
        pooled = functional.normalize((states * weight).sum(1) / weight.sum(1), dim=-1)
        if mean is not None:
            pooled = functional.normalize(pooled - mean, dim=-1)
        return TextEncoding(tokens=states, mask=mask, pooled=pooled)

    @torch.inference_mode()
    def encode_words(self, words: Sequence[str]) -> Tensor:
        """Encode n words or phrases to unit vectors (n, 384) in which words are compared.

        As passages, and without the states of what E5 puts around them: so related pairs of words
        are more alike than in `encode` (docs/analogies.md).
        """
        states, mask, ends = self._read([WORD_PREFIX + word for word in words])
        own = mask * (ends > len(WORD_PREFIX))
        # No words at all: what stands around them is all there is.
        own = torch.where(own.sum(1, keepdim=True) > 0, own, mask)[..., None].float()
        return functional.normalize((states * own).sum(1) / own.sum(1), dim=-1)

    def _read(self, texts: list[str]) -> tuple[Tensor, Tensor, Tensor]:
        """Return last states (n, k, 384), the mask and where each piece ends in its text, (n, k)."""
        batch = self.tokenizer.encode_batch(texts)
        ids = torch.tensor([item.ids for item in batch])
        mask = torch.tensor([item.attention_mask for item in batch])
        ends = torch.tensor([[end for _, end in item.offsets] for item in batch])
        states = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.kind
        states = self.norm(states)
        for layer in self.layers:
            states = layer(states, mask[:, None, None, :].bool())
        return states, mask, ends
