"""Entries of the user's models: what is written is read, what is wrong is named."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.library import Library
from inference.errors import DamagedWeights, InvalidInput
from inference.library import LoraEntry, ModelEntry, read_entry, read_library, write_library

ENTRY: dict[str, Any] = {"id": "my-model", "kind": "folder", "path": "/models/mine"}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    lora = LoraEntry(id="ink", path="/loras/ink.safetensors", title="墨")
    entries = [
        ModelEntry(**ENTRY, dtype="bfloat16", offload="model", attention="sliced", loras=[lora]),
        ModelEntry(id="other", kind="hub", path="a/b", fetched="/data/hub/a--b", title="B"),
    ]
    write_library(tmp_path / "models.json", entries)
    assert read_library(tmp_path / "models.json") == entries


def test_what_the_page_adds_is_an_entry(tmp_path: Path) -> None:
    library = Library(tmp_path / "models.json")
    library.put(ENTRY | {"title": "Mine", "tiny_decoder": "/models/tiny"})
    library.put(ENTRY | {"id": "b", "loras": [{"path": "/l.safetensors", "id": "l"}]})
    first, second = read_library(library.path)
    assert (first.title, first.tiny_decoder, first.dtype) == ("Mine", "/models/tiny", "auto")
    assert second.loras == [LoraEntry(id="l", path="/l.safetensors")]


def test_no_file_is_an_empty_library(tmp_path: Path) -> None:
    assert read_library(tmp_path / "models.json") == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"id": "Ünsafe/../id"}, "id"),
        ({"id": "fine\n"}, "id"),
        ({"kind": "pickle"}, "kind"),
        ({"path": ""}, "path"),
        ({"path": "/a\x00b"}, "path"),
        ({"path": 7}, "path"),
        ({"dtype": "int4"}, "dtype"),
        ({"trust_remote_code": True}, "trust_remote_code"),
        ({"loras": [{"id": "a", "path": "/a", "scale": 1}]}, "loras.0.scale"),
        ({"loras": [{"id": "a", "path": "/a"}] * 65}, "loras"),
    ],
)
def test_a_wrong_field_is_named(change: dict[str, Any], named: str) -> None:
    with pytest.raises(InvalidInput, match=f"entry of a model: {named}:"):
        read_entry(ENTRY | change)


@pytest.mark.parametrize("text", ["{", "{}", "[" * 100_000, '"x"'])
def test_a_broken_file_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "models.json").write_text(text)
    with pytest.raises(DamagedWeights):
        read_library(tmp_path / "models.json")


def test_a_broken_entry_is_said(tmp_path: Path) -> None:
    (tmp_path / "models.json").write_text(json.dumps([ENTRY, {"id": "x"}]))
    with pytest.raises(InvalidInput, match="kind"):
        read_library(tmp_path / "models.json")
