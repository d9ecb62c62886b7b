"""The header of a safetensors file, read and checked without reading a single weight.

Eight bytes say how long the header is; it is JSON and says for every tensor its number type, shape
and place; the weights follow without a gap. Source: the format page of the safetensors project.
"""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inference.pipelines.refusal import RefusedModel
from inference.pipelines.strict_json import read_json

NUMBERS = {"F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4}
WHY_NOT = {
    "F8_E4M3": "8-bit numbers lose the scales that belong to them; use the 16-bit file",
    "F8_E5M2": "8-bit numbers lose the scales that belong to them; use the 16-bit file",
    "F64": "no model is drawn in 64-bit numbers; convert it to float32",
}
LARGEST_HEADER = 8 * 2**20
LARGEST_FILE = 128 * 2**30
MOST_TENSORS, LONGEST_NAME, MOST_AXES, LARGEST_AXIS = 20_000, 256, 5, 2**24
SAMPLE_BYTES = 64
PICKLES = (b"\x80", b"PK", b"(", b"}q", b"\x1f\x8b", b"c")


@dataclass(frozen=True)
class Tensor:
    """Where a tensor lies: number type, shape, and its bytes from `start` to `end` of the data."""

    dtype: str
    shape: tuple[int, ...]
    start: int
    end: int

    @property
    def count(self) -> int:
        """Return how many numbers it holds."""
        return math.prod(self.shape)


@dataclass(frozen=True, eq=False)
class Header:
    """What a file says about its weights; `digest` changes when the file does."""

    path: Path
    tensors: Mapping[str, Tensor]
    notes: Mapping[str, str]
    size_bytes: int
    digest: str


def read_header(path: Path, descriptor: int, name: str) -> Header:
    """Return the checked header of an open file. `name` is how the file is called in errors.

    Raises `RefusedModel` for whatever the format, or good sense, does not allow.
    """
    status = os.fstat(descriptor)
    size = status.st_size
    if size > LARGEST_FILE:
        raise RefusedModel(f"{name} is larger than {LARGEST_FILE >> 30} GiB")
    # Holes read as zeros and cost nothing to make: a small download that fills the memory.
    if size > 2**20 and getattr(status, "st_blocks", size) * 512 < size // 8:
        raise RefusedModel(f"{name} is mostly a hole, not weights", expected="a complete file")
    head = os.pread(descriptor, 8, 0)
    length = int.from_bytes(head, "little")
    if len(head) < 8 or not 2 <= length <= min(LARGEST_HEADER, size - 8):
        raise RefusedModel(f"{name} is no safetensors file{_looks(head)}", expected="safetensors")
    text = os.pread(descriptor, length, 8)
    if len(text) != length or not text.startswith(b"{"):
        raise RefusedModel(f"{name} is no safetensors file{_looks(head)}", expected="safetensors")
    if (many := text.count(b'"dtype"')) > MOST_TENSORS:  # before they are taken apart
        raise RefusedModel(f"{name} holds {many} tensors", expected=f"1 to {MOST_TENSORS}")
    said = read_json(text, f"the header of {name}")
    notes = _notes(said.pop("__metadata__", {}), name)
    if not 1 <= len(said) <= MOST_TENSORS:
        raise RefusedModel(f"{name} holds {len(said)} tensors", expected=f"1 to {MOST_TENSORS}")
    tensors = {key: _tensor(key, value, name) for key, value in said.items()}
    _check_places(tensors, size - 8 - length, name)
    return Header(path, tensors, notes, size, _digest(descriptor, text, tensors, size))


def _looks(head: bytes) -> str:
    return " but looks like a pickle or an archive" if head.startswith(PICKLES) else ""


def _notes(said: Any, name: str) -> dict[str, str]:
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise RefusedModel(f"{name}: __metadata__ is not words", expected="words for words")
    return said


def _tensor(key: str, said: Any, name: str) -> Tensor:
    if not 0 < len(key) <= LONGEST_NAME or not key.isprintable():
        raise RefusedModel(f"{name} holds a tensor with the name {key[:60]!r}")
    where = f"{name}: {key}"
    if not isinstance(said, dict) or said.keys() != {"dtype", "shape", "data_offsets"}:
        raise RefusedModel(f"{where} is not described by dtype, shape and data_offsets alone")
    dtype, shape, places = said["dtype"], said["shape"], said["data_offsets"]
    if not isinstance(dtype, str) or dtype not in NUMBERS:
        raise RefusedModel(
            f"{where} holds numbers of the type {str(dtype)[:20]}",
            expected=", ".join(NUMBERS),
            hint=WHY_NOT.get(str(dtype)),
        )
    if not _whole(shape) or len(shape) > MOST_AXES or not all(0 < n <= LARGEST_AXIS for n in shape):
        raise RefusedModel(f"{where} has the shape {str(shape)[:60]}", expected="1 … 2²⁴ per axis")
    if not _whole(places) or len(places) != 2:
        raise RefusedModel(f"{where} has the place {str(places)[:60]}", expected="[start, end]")
    if places[1] - places[0] != math.prod(shape) * NUMBERS[dtype]:
        raise RefusedModel(f"{where}: its place does not fit its shape {shape}")
    return Tensor(dtype, tuple(shape), places[0], places[1])


def _whole(values: Any) -> bool:
    return isinstance(values, list) and all(type(value) is int and value >= 0 for value in values)


def _check_places(tensors: Mapping[str, Tensor], size: int, name: str) -> None:
    expected = 0
    for key, tensor in sorted(tensors.items(), key=lambda item: item[1].start):
        if tensor.start != expected:
            raise RefusedModel(f"{name}: {key} overlaps another tensor, or leaves a gap")
        expected = tensor.end
    if expected != size:
        raise RefusedModel(
            f"{name} holds {size} bytes of weights, its header speaks of {expected}",
            hint="fetch the file again; partial downloads and Git LFS pointers look like this",
        )


def _digest(descriptor: int, text: bytes, tensors: Mapping[str, Tensor], size: int) -> str:
    """Return what tells two files apart: the header, the size, and a few bytes of every tensor.

    Fine-tunes of one model share header and size; hashing gigabytes would take a minute.
    """
    digest = hashlib.sha256(text + size.to_bytes(8, "little"))
    for tensor in tensors.values():
        middle = 8 + len(text) + (tensor.start + tensor.end) // 2
        digest.update(os.pread(descriptor, SAMPLE_BYTES, middle))
    return digest.hexdigest()
