"""JSON as strangers may write it: small, shallow, every key once, numbers that are numbers."""

from __future__ import annotations

import json
import math
from typing import Any

from inference.pipelines.refusal import RefusedModel

DEEPEST = 24
LONGEST_NUMBER = 40  # digits; `model_max_length` of many tokenizers has 31


def read_json(data: bytes, name: str) -> dict[str, Any]:
    """Return the object that a file holds. Raises `RefusedModel`, naming the file and the reason.

    `-Infinity` is let through: schedulers of the library write it for "no limit".
    """

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise RefusedModel(f"{name} says a key twice", expected="every key once")
        return found

    def constant(word: str) -> float:
        if word != "-Infinity":
            raise RefusedModel(f"{name} holds {word}", expected="finite numbers")
        return -math.inf

    def whole(digits: str) -> int:
        if len(digits) > LONGEST_NUMBER:
            raise RefusedModel(f"{name} holds a number of {len(digits)} digits")
        return int(digits)

    try:
        found = json.loads(
            data.decode("utf-8"), object_pairs_hook=once, parse_constant=constant, parse_int=whole
        )
    except RecursionError as error:
        raise RefusedModel(
            f"{name} is nested too deeply", expected=f"≤ {DEEPEST} levels"
        ) from error
    except ValueError as error:
        raise RefusedModel(f"{name} is no JSON: {error}", expected="UTF-8 JSON") from error
    if not isinstance(found, dict):
        raise RefusedModel(f"{name} holds no JSON object", expected="an object, { … }")
    _check_depth(found, name)
    return found


def _check_depth(found: Any, name: str) -> None:
    level, depth = [found], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise RefusedModel(f"{name} is nested too deeply", expected=f"≤ {DEEPEST} levels")
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
