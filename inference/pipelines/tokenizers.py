"""The files of a tokenizer: vocabularies and switches, checked and read into memory.

What is handed to the library later are these bytes, never the stranger's folder.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from inference.pipelines.config import DOORS
from inference.pipelines.refusal import RefusedModel
from inference.pipelines.stranger import LARGEST_CONFIG, LARGEST_VOCABULARY, Folder
from inference.pipelines.strict_json import read_json

SETTINGS = "tokenizer_config.json"
VOCABULARIES = ("tokenizer.json", "vocab.json", "merges.txt", "spiece.model")
SMALL = ("special_tokens_map.json", "added_tokens.json")
KEPT = frozenset(
    {
        "model_max_length", "pad_token", "bos_token", "eos_token", "unk_token", "mask_token", "cls_token",
        "sep_token", "extra_ids", "add_prefix_space", "add_bos_token", "add_eos_token", "legacy",
        "additional_special_tokens", "extra_special_tokens", "do_lower_case", "padding_side",
        "truncation_side", "errors", "clean_up_tokenization_spaces",
    }
)  # fmt: skip
ELSEWHERE = ("vocab_file", "merges_file", "tokenizer_file", "fast_tokenizer_files", "gguf_file")
LONGEST_TEXT = 2**20
# Regular expressions can be made to run for ever; these are those of the families that are opened.
EXPRESSIONS = frozenset(
    {
        r"\s+",
        r" {2,}",
        r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+",
        r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+",
    }
)


@dataclass(frozen=True, eq=False)
class Words:
    """A tokenizer: `files` by name, as they may be written for the library; `pieces` of a
    sentence-piece model, word and score; the largest id it can say."""

    files: Mapping[str, bytes]
    settings: Mapping[str, Any]
    pieces: tuple[tuple[str, float], ...]
    charsmap: bytes | None
    largest_id: int

    @property
    def most_tokens(self) -> int:
        """Return how many tokens a prompt may have by the tokenizer's own word."""
        return int(min(self.settings.get("model_max_length", LONGEST_TEXT), LONGEST_TEXT))


def read_words(folder: Folder, role: str) -> Words:
    """Return the tokenizer in a folder's subfolder. Raises `RefusedModel`."""
    names = folder.look_over(role)
    settings = _settings(folder, role) if SETTINGS in names else {}
    files = {SETTINGS: json.dumps(settings).encode()}
    for name in SMALL:
        if name in names:
            said = _check_tokens(folder.json(f"{role}/{name}"), f"{role}/{name}")
            files[name] = json.dumps(said).encode()
    found = {
        name: folder.read(f"{role}/{name}", LARGEST_VOCABULARY)
        for name in VOCABULARIES
        if name in names
    }
    pieces: tuple[tuple[str, float], ...] = ()
    charsmap = None
    if "tokenizer.json" in found:
        # It says everything that the others say.
        whole = {"tokenizer.json": found["tokenizer.json"]}
        ids = _ids_of_whole(found["tokenizer.json"], f"{role}/tokenizer.json")
    elif {"vocab.json", "merges.txt"} <= found.keys():
        whole = {name: found[name] for name in ("vocab.json", "merges.txt")}
        ids = _ids_of_vocabulary(found["vocab.json"], f"{role}/vocab.json")
        _check_merges(found["merges.txt"], f"{role}/merges.txt")
    elif "spiece.model" in found:
        whole = {}
        pieces, charsmap = read_pieces(found["spiece.model"], f"{role}/spiece.model")
        ids = iter(range(len(pieces)))
    else:
        raise RefusedModel(
            f"{role} holds no vocabulary",
            expected="tokenizer.json, or vocab.json with merges.txt, or spiece.model",
        )
    return Words(files | whole, settings, pieces, charsmap, max(ids, default=0))


def _settings(folder: Folder, role: str) -> dict[str, Any]:
    where = f"{role}/{SETTINGS}"
    said = folder.json(where)
    for key in said:
        if DOORS.search(key) and said[key]:
            raise RefusedModel(
                f"{where} sets {key}, which brings code", expected="vocabularies and switches alone"
            )
        if key in ELSEWHERE and said[key]:
            raise RefusedModel(f"{where} looks for {key} elsewhere", expected="the files beside it")
    return _check_tokens({key: value for key, value in said.items() if key in KEPT}, where)


def _check_tokens(said: dict[str, Any], where: str) -> dict[str, Any]:
    """Refuse what is no number, word, or description of a token."""
    for key, value in said.items():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                words = {name: one for name, one in inner.items() if name != "__type"}
                if not all(isinstance(one, str | bool | int | None) for one in words.values()):
                    raise RefusedModel(f"{where}: {key} is no token")
            elif isinstance(inner, str) and len(inner) > LARGEST_CONFIG >> 10:
                raise RefusedModel(f"{where}: {key} is {len(inner)} letters long")
            elif not isinstance(inner, str | int | float | None):
                raise RefusedModel(f"{where}: {key} is no token")
    return said


def _ids_of_whole(data: bytes, where: str) -> Iterator[int]:
    said = read_json(data, where)
    for part in ("normalizer", "pre_tokenizer", "decoder", "post_processor"):
        for expression in _expressions(said.get(part)):
            if expression not in EXPRESSIONS:
                raise RefusedModel(
                    f"{where} brings the regular expression {expression[:60]!r}",
                    expected="the one of its family: others can be made to run for ever",
                )
    model, added = said.get("model"), said.get("added_tokens", [])
    vocabulary = model.get("vocab") if isinstance(model, dict) else None
    if not isinstance(added, list) or not all(isinstance(one, dict) for one in added):
        raise RefusedModel(f"{where}: added_tokens is no list of tokens")
    yield from _checked_ids([one.get("id") for one in added], where)
    if isinstance(vocabulary, dict):
        yield from _checked_ids(vocabulary.values(), where)
    elif isinstance(vocabulary, list) and vocabulary:
        yield len(vocabulary) - 1
    else:
        raise RefusedModel(f"{where} holds no vocabulary")


def _expressions(said: Any) -> Iterator[str]:
    """Yield every regular expression of a part of a tokenizer, however deep."""
    if isinstance(said, list):
        for inner in said:
            yield from _expressions(inner)
    elif isinstance(said, dict):
        for key, inner in said.items():
            if key == "Regex":
                yield str(inner)
            else:
                yield from _expressions(inner)


def _ids_of_vocabulary(data: bytes, where: str) -> Iterator[int]:
    yield from _checked_ids(read_json(data, where).values(), where)


def _checked_ids(ids: Any, where: str) -> Iterator[int]:
    for id in ids:
        if type(id) is not int or not 0 <= id < 2**24:
            raise RefusedModel(f"{where}: {str(id)[:40]!r} is no number of a token")
        yield id


def _check_merges(data: bytes, where: str) -> None:
    try:
        lines = data.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise RefusedModel(f"{where} is no UTF-8 text") from error
    for line in lines:
        if line and not line.startswith("#version") and len(line.split(" ")) != 2:
            raise RefusedModel(f"{where}: {line[:40]!r} does not join two pieces")


# Sentence-piece models: a protocol buffer whose field 1 are the pieces (1 word, 2 score) and whose
# field 3 is the normaliser (2 its table). Source: sentencepiece_model.proto of that project.


def read_pieces(data: bytes, where: str) -> tuple[tuple[tuple[str, float], ...], bytes | None]:
    """Return the pieces with their scores, and the table of the normaliser."""
    pieces, charsmap = [], None
    try:
        for field, value in _fields(data):
            if field == 1 and isinstance(value, bytes):
                inner = dict(_fields(value))
                word, score = inner[1], inner.get(2, b"\0\0\0\0")
                if not isinstance(word, bytes) or not isinstance(score, bytes):
                    raise RefusedModel(f"{where} holds a piece that is none")
                pieces.append((word.decode("utf-8"), struct.unpack("<f", score)[0]))
            elif field == 3 and isinstance(value, bytes):
                table = dict(_fields(value)).get(2)
                charsmap = table if isinstance(table, bytes) and table else None
    except (ValueError, IndexError, KeyError, struct.error) as error:
        raise RefusedModel(f"{where} is no sentence-piece model: {error!r}") from error
    if not 3 < len(pieces) <= LONGEST_TEXT:
        raise RefusedModel(f"{where} holds {len(pieces)} pieces")
    return tuple(pieces), charsmap


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield number and value of the fields of a protocol buffer."""
    at = 0
    while at < len(data):
        tag, at = _number(data, at)
        kind = tag & 7
        if kind == 0:
            value, at = _number(data, at)
            yield tag >> 3, value
            continue
        if kind == 2:
            size, at = _number(data, at)
        else:
            size = {1: 8, 5: 4}[kind]
        if at + size > len(data):
            raise ValueError("a field is longer than the file")
        yield tag >> 3, data[at : at + size]
        at += size


def _number(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(10):
        byte = data[at + place]
        value |= (byte & 127) << (7 * place)
        if byte < 128:
            return value, at + place + 1
    raise ValueError("a number is too long")
