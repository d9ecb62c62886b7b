"""Hostile models whose weights lie: headers of safetensors files, holes, shapes, kinds of numbers."""

from __future__ import annotations

import json
import shutil
import struct
from pathlib import Path
from typing import Any

from tests.inference.pipelines.hostile import UNET, Entry, artefact, header, parts_of, tensor

DEEP = 100_000


@artefact("no safetensors file")
def header_of_100_gigabytes(model: Path) -> None:
    (model / UNET).write_bytes(header(b"{}", length=100 * 2**30))


@artefact("no safetensors file")
def header_longer_than_the_file(model: Path) -> None:
    (model / UNET).write_bytes(header(b"{}", length=2**20))


@artefact("no safetensors file")
def header_of_64_megabytes_of_nothing(model: Path) -> None:
    (model / UNET).write_bytes(header(b"{" + b" " * 2**26 + b"}"))


@artefact("overlaps another tensor")
def tensors_that_overlap(model: Path) -> None:
    said = {"a": tensor(0, 16, [4]), "b": tensor(8, 24, [4])}
    (model / UNET).write_bytes(header(said, bytes(24)))


@artefact("leaves a gap")
def tensors_with_a_gap(model: Path) -> None:
    said = {"a": tensor(0, 16, [4]), "b": tensor(32, 48, [4])}
    (model / UNET).write_bytes(header(said, bytes(48)))


@artefact("its header speaks of")
def data_beyond_the_file(model: Path) -> None:
    (model / UNET).write_bytes(header({"a": tensor(0, 2**22, [2**20])}, bytes(64)))


@artefact("its header speaks of")
def data_that_nobody_describes(model: Path) -> None:
    (model / UNET).write_bytes(header({"a": tensor(0, 16, [4])}, bytes(4096)))


@artefact("says a key twice")
def tensor_named_twice(model: Path) -> None:
    one = json.dumps(tensor(0, 16, [4]))
    (model / UNET).write_bytes(header(f'{{"a": {one}, "a": {one}}}'.encode(), bytes(16)))


@artefact("nested too deeply")
def header_nested_deeply(model: Path) -> None:
    text = b'{"a":' + b"[" * DEEP + b"]" * DEEP + b"}"
    (model / UNET).write_bytes(header(text, bytes(16)))


@artefact("has the shape")
def shape_below_zero(model: Path) -> None:
    (model / UNET).write_bytes(header({"a": tensor(0, 16, [-4])}, bytes(16)))


@artefact("has the shape")
def shape_that_overflows(model: Path) -> None:
    (model / UNET).write_bytes(header({"a": tensor(0, 16, [2**62, 4])}, bytes(16)))


@artefact("does not fit its shape")
def shape_that_lies(model: Path) -> None:
    (model / UNET).write_bytes(header({"a": tensor(0, 16, [4, 4])}, bytes(16)))


@artefact("numbers of the type")
def numbers_of_four_bits(model: Path) -> None:
    (model / UNET).write_bytes(header({"a": tensor(0, 2, [4], "F4")}, bytes(2)))


@artefact("mostly a hole")
def file_that_is_a_hole(model: Path) -> None:
    size = 64 * 2**30
    text = json.dumps({"a": tensor(0, size, [2**12, 2**22])}).encode()
    with (model / UNET).open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.truncate(8 + len(text) + size)


@artefact("__metadata__ is not words")
def metadata_that_is_no_words(model: Path) -> None:
    said: dict[str, Any] = {"__metadata__": {"format": {"pt": []}}, "a": tensor(0, 16, [4])}
    (model / UNET).write_bytes(header(said, bytes(16)))


@artefact("holds 60000 tensors")
def tensors_without_number(model: Path) -> None:
    said = {f"t{n}": tensor(4 * n, 4 * n + 4, [1]) for n in range(60_000)}
    (model / UNET).write_bytes(header(said, bytes(240_000)))


@artefact("a tensor with the name")
def tensor_with_a_strange_name(model: Path) -> None:
    (model / UNET).write_bytes(header({"a\x1b[2J": tensor(0, 16, [4])}, bytes(16)))


@artefact("no safetensors file")
def empty_file(model: Path) -> None:
    (model / UNET).write_bytes(b"")


@artefact("no safetensors file")
def pointer_to_a_file(model: Path) -> None:
    words = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3438167540\n"
    (model / UNET).write_text(words)


@artefact("holds Infinity|holds NaN")
def header_with_no_numbers(model: Path) -> None:
    text = b'{"a": {"dtype": "F32", "shape": [NaN], "data_offsets": [0, Infinity]}}'
    (model / UNET).write_bytes(header(text, bytes(16)))


@artefact("I64|weights do not fit|holds I64")
def weights_that_are_whole_numbers(model: Path) -> None:
    said, data = parts_of(model / UNET)
    at = said["conv_in.bias"]
    at["dtype"], at["shape"] = "I64", [at["shape"][0] // 2]
    (model / UNET).write_bytes(header(said, data))


@artefact("weights do not fit|no tensor|has the shape")
def weights_of_another_shape(model: Path) -> None:
    said, data = parts_of(model / UNET)
    said["conv_in.weight"]["shape"].reverse()
    (model / UNET).write_bytes(header(said, data))


@artefact("is no tensor of a LoRA|no pairs")
def lora_that_is_none(model: Path) -> Entry:
    path = model.parent / "lora.safetensors"
    shutil.copy(model / UNET, path)
    return {"loras": [{"id": "ink", "path": str(path)}]}
