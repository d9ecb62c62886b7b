"""The files of a tokenizer: vocabularies and switches, checked and read into memory.

What is handed to the library later are these bytes, never the stranger's folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from inference.pipelines.config import DOORS
from inference.pipelines.refusal import RefusedModel
from inference.pipelines.sentence_pieces import read_pieces
from inference.pipelines.stranger import LARGEST_CONFIG, LARGEST_VOCABULARY, Folder
from inference.pipelines.strict_json import read_json
from inference.pipelines.whole_tokenizer import checked_ids, ids_of_whole

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

    def with_settings(self, **settings: Any) -> Words:
        """Return the same words under other settings."""
        said = {**self.settings, **settings}
        files = {**self.files, SETTINGS: json.dumps(said).encode()}
        return replace(self, settings=said, files=files)


def read_words(folder: Folder, role: str) -> Words:
    """Return the tokenizer in a folder's subfolder. Raises `RefusedModel`."""
    names = folder.look_over(role)
    for name in names:
        if name.endswith(".jinja"):
            template = folder.read(f"{role}/{name}").decode("utf-8", "replace")
            _check_template(template, f"{role}/{name}")
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
        ids = ids_of_whole(found["tokenizer.json"], f"{role}/tokenizer.json")
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
    _check_template(json.dumps(said.get("chat_template", "")), f"{where}: chat_template")
    return _check_tokens({key: value for key, value in said.items() if key in KEPT}, where)


def _check_template(template: str, where: str) -> None:
    """Refuse a template that leaves its language for Python. No template is ever filled in here."""
    if "__" in template:
        raise RefusedModel(
            f"{where} reaches into Python (__…__)", expected="a template that only writes words"
        )


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


def _ids_of_vocabulary(data: bytes, where: str) -> Iterator[int]:
    yield from checked_ids(read_json(data, where).values(), where)


def _check_merges(data: bytes, where: str) -> None:
    try:
        lines = data.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise RefusedModel(f"{where} is no UTF-8 text") from error
    for line in lines:
        if line and not line.startswith("#version") and len(line.split(" ")) != 2:
            raise RefusedModel(f"{where}: {line[:40]!r} does not join two pieces")
