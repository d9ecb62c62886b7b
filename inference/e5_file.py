"""Read the 4-bit file that carries multilingual-e5-small, and write safetensors and a tokenizer.

The file is little-endian: sizes, a Unigram vocabulary with scores, a table of characters, then a
directory of arrays that are float32 or Q4_0 blocks (one float16 scale and 32 four-bit numbers).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

BLOCK_BYTES = 18  # a float16 scale and 16 bytes of nibbles
PARTS = {
    "q": ("query", 384),
    "k": ("key", 384),
    "v": ("value", 384),
    "ao": ("attended", 384),
    "fi": ("widen", 384),
    "fo": ("narrow", 1536),
}


@dataclass(frozen=True)
class E5File:
    """The parsed file: vocabulary, special ids and where each array lies."""

    data: memoryview
    width: int
    pieces: list[tuple[str, float]]
    bos: int
    eos: int
    pad: int
    unk: int
    arrays: dict[str, tuple[int, int]]

    def floats(self, name: str) -> NDArray[np.float32]:
        """Return a float32 array, flat."""
        start, size = self.arrays[name]
        return np.frombuffer(self.data, np.float32, size // 4, start).copy()

    def blocks(self, name: str) -> tuple[NDArray[np.float16], NDArray[np.uint8]]:
        """Return scales (blocks,) and nibbles (blocks, 16) of a Q4_0 array."""
        start, size = self.arrays[name]
        raw = np.frombuffer(self.data, np.uint8, size, start).reshape(-1, BLOCK_BYTES)
        return raw[:, :2].copy().view(np.float16)[:, 0], raw[:, 2:].copy()

    def matrix(self, name: str, columns: int) -> NDArray[np.float32]:
        """Return an unpacked Q4_0 matrix (rows, columns)."""
        scales, nibbles = self.blocks(name)
        values = np.concatenate([nibbles & 15, nibbles >> 4], 1).astype(np.float32) - 8
        return (values * scales[:, None].astype(np.float32)).reshape(-1, columns)


class _Cursor:
    def __init__(self, data: memoryview) -> None:
        self.data, self.at = data, 0

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values


def parse(content: bytes) -> E5File:
    """Read the directory of the file; arrays stay where they are until asked for."""
    data = memoryview(content)
    if bytes(data[:4]) != b"E5S1":
        raise ValueError("not an E5S1 file")
    cursor = _Cursor(data)
    cursor.at = 8
    width, *_ = cursor.take("7i")
    cursor.at += 8
    count, bos, eos, pad, unk = cursor.take("5i")
    (blob_size,) = cursor.take("Q")
    offsets = np.frombuffer(data, np.uint32, count + 1, cursor.at)
    cursor.at += 4 * (count + 1)
    scores = np.frombuffer(data, np.float32, count, cursor.at)
    cursor.at += 4 * count
    blob = bytes(data[cursor.at : cursor.at + blob_size])
    cursor.at += blob_size
    _, characters_size = cursor.take("iI")
    cursor.at += characters_size
    arrays = {}
    for _ in range(cursor.take("i")[0]):
        (length,) = cursor.take("H")
        name = bytes(data[cursor.at : cursor.at + length]).decode()
        cursor.at += length
        _, _, start, size = cursor.take("BIQQ")
        arrays[name] = (start, size)
    pieces = [
        (blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i]))
        for i in range(count)
    ]
    return E5File(data, width, pieces, bos, eos, pad, unk, arrays)


def tokenizer_of(file: E5File) -> Tokenizer:
    """Build the SentencePiece-like tokenizer: NFKC, ▁ for spaces, <s> … </s>."""
    tokenizer = Tokenizer(models.Unigram(file.pieces, unk_id=file.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    start, end = file.pieces[file.bos][0], file.pieces[file.eos][0]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}", special_tokens=[(start, file.bos), (end, file.eos)]
    )
    tokenizer.enable_padding(pad_id=file.pad, pad_token=file.pieces[file.pad][0])
    return tokenizer


def write_text_encoder(content: bytes, folder: Path) -> None:
    """Write `text_encoder.safetensors` and `tokenizer.json` into the folder."""
    file = parse(content)
    scales, nibbles = file.blocks("emb.word")
    per_row = file.width // 32
    tensors = {
        "words.scales": scales.reshape(-1, per_row),
        "words.nibbles": nibbles.reshape(-1, per_row * 16),
        "positions.weight": file.floats("emb.pos").reshape(-1, file.width),
        "kind": file.floats("emb.type").reshape(-1, file.width)[0].copy(),
        "norm.weight": file.floats("emb.ln.w"),
        "norm.bias": file.floats("emb.ln.b"),
    }
    for layer in range(12):
        for short, (name, columns) in PARTS.items():
            tensors[f"layers.{layer}.{name}.weight"] = file.matrix(f"l{layer}.{short}.w", columns)
            tensors[f"layers.{layer}.{name}.bias"] = file.floats(f"l{layer}.{short}.b")
        for short, name in (("aln", "attended_norm"), ("oln", "narrow_norm")):
            tensors[f"layers.{layer}.{name}.weight"] = file.floats(f"l{layer}.{short}.w")
            tensors[f"layers.{layer}.{name}.bias"] = file.floats(f"l{layer}.{short}.b")
    save_file(tensors, folder / "text_encoder.safetensors")
    tokenizer_of(file).save(str(folder / "tokenizer.json"), pretty=False)
