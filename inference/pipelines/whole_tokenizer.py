"""A tokenizer in one JSON file (tokenizer.json): a vocabulary, and the steps around it.

The steps are little programs. Those of the families are short and known; others can run for ever,
fill the memory, or end the process, so whatever is not known is refused.
"""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Iterator
from typing import Any

from inference.pipelines.charsmap import check_charsmap
from inference.pipelines.refusal import RefusedModel
from inference.pipelines.strict_json import read_json

# Regular expressions can be made to run for ever; these are those of the families that are opened.
EXPRESSIONS = frozenset(
    {
        r"\s+",
        r" {2,}",
        r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+",
        r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+",
    }
)
STEPS = frozenset(
    {
        "Sequence", "NFC", "NFKC", "Nmt", "Lowercase", "Replace", "Prepend", "Precompiled", "Strip", "StripAccents",
        "Split", "ByteLevel", "WhitespaceSplit", "Whitespace", "Metaspace", "RobertaProcessing",
        "TemplateProcessing", "BertProcessing", "ByteFallback", "Fuse",
    }
)  # fmt: skip
MODELS = frozenset({"BPE", "Unigram"})
MOST_STEPS, MOST_GROWTH, MOST_PADDING = 64, 64, 4_096
LONGEST_TOKEN, LARGEST_ID = 1_000, 2**24


def ids_of_whole(data: bytes, where: str) -> Iterator[int]:
    """Yield every number that a tokenizer may say. Raises `RefusedModel` for what is not known."""
    said = read_json(data, where)
    for part in ("normalizer", "pre_tokenizer", "decoder", "post_processor"):
        _check_steps(list(_steps(said.get(part))), f"{where}: {part}")
    for part in ("padding", "truncation"):
        _check_lengths(said.get(part), f"{where}: {part}")
    model, added = said.get("model"), said.get("added_tokens", [])
    if not isinstance(model, dict) or model.get("type", "BPE") not in MODELS:
        raise RefusedModel(f"{where}: its model is unknown", expected=" or ".join(sorted(MODELS)))
    if not isinstance(added, list) or not all(isinstance(one, dict) for one in added):
        raise RefusedModel(f"{where}: added_tokens is no list of tokens")
    for one in added:
        if not isinstance(word := one.get("content"), str) or len(word) > LONGEST_TOKEN:
            raise RefusedModel(f"{where}: added_tokens holds what is no word")
    yield from checked_ids([one.get("id") for one in added], where)
    vocabulary = model.get("vocab")
    if isinstance(vocabulary, dict):
        yield from checked_ids(vocabulary.values(), where)
    elif isinstance(vocabulary, list) and vocabulary:
        yield len(vocabulary) - 1
    else:
        raise RefusedModel(f"{where} holds no vocabulary")


def checked_ids(ids: Any, where: str) -> Iterator[int]:
    """Yield the ids again. Raises `RefusedModel` for one that is none."""
    for id in ids:
        if type(id) is not int or not 0 <= id < LARGEST_ID:
            raise RefusedModel(f"{where}: {str(id)[:40]!r} is no number of a token")
        yield id


def _steps(said: Any) -> Iterator[dict[str, Any]]:
    """Yield every step of a part of a tokenizer, however deep."""
    if isinstance(said, list):
        for inner in said:
            yield from _steps(inner)
    elif isinstance(said, dict):
        if "type" in said:
            yield said
        for inner in said.values():
            yield from _steps(inner)


def _check_steps(steps: list[dict[str, Any]], where: str) -> None:
    if len(steps) > MOST_STEPS:
        raise RefusedModel(f"{where} has {len(steps)} steps", expected=f"at most {MOST_STEPS}")
    growth = 1
    for step in steps:
        if not isinstance(kind := step["type"], str) or kind not in STEPS:
            raise RefusedModel(
                f"{where} has the step {str(kind)[:60]!r}", expected=", ".join(STEPS)
            )
        if kind == "Precompiled":
            check_charsmap(_bytes(step.get("precompiled_charsmap"), where), where)
        expression = _pattern(step, "Regex")
        if expression is not None and expression not in EXPRESSIONS:
            raise RefusedModel(
                f"{where} brings the regular expression {expression[:60]!r}",
                expected="the one of its family: others can be made to run for ever",
            )
        content = step.get("content", step.get("prepend", ""))
        growth *= max(1, len(str(content))) if kind in ("Replace", "Prepend") else 1
    if growth > MOST_GROWTH:
        raise RefusedModel(f"{where} makes text grow {min(growth, 10**9)} times")


def _pattern(step: dict[str, Any], kind: str) -> str | None:
    pattern = step.get("pattern")
    return str(pattern[kind]) if isinstance(pattern, dict) and kind in pattern else None


def _bytes(said: Any, where: str) -> bytes:
    try:
        return base64.b64decode(said if isinstance(said, str) else "", validate=True)
    except (binascii.Error, ValueError) as error:
        raise RefusedModel(f"{where}: its table of characters is none") from error


def _check_lengths(said: Any, where: str) -> None:
    """Refuse padding without measure: the room for it is taken before anything is read."""
    for number in _numbers(said):
        if not (math.isfinite(number) and 0 <= number <= MOST_PADDING):
            raise RefusedModel(f"{where} is {number}", expected=f"at most {MOST_PADDING} tokens")


def _numbers(said: Any) -> Iterator[float]:
    if isinstance(said, dict):
        for name, inner in said.items():
            if name not in ("pad_id", "pad_type_id"):
                yield from _numbers(inner)
    elif isinstance(said, int | float) and not isinstance(said, bool):
        yield said
