"""Nearest words with the real encoder and the shipped list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from inference.core.vectors import Vector
from inference.engine.calls.near_words import Vocabulary, WordLeaves, nearest, vocabulary
from inference.engine.embeddings import Embeddings
from inference.errors import InvalidExpression
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of


@dataclass
class Reader:
    """What nearest words ask of a model: its encoder, and the prompts of its directions."""

    encoder: TextEncoder

    def poles(self, id: str) -> tuple[list[str], list[str]]:
        return {"age": (["young man", "young woman"], ["old man", "old woman"])}[id]


@pytest.fixture(scope="module")
def leaves() -> WordLeaves:
    reader = Reader(TextEncoder.load(folder_of("multilingual-e5-small")))
    return WordLeaves(reader, Embeddings(), vocabulary())


def near(leaves: WordLeaves, source: str, *without: str, language: str = "en") -> list[str]:
    value = evaluate(parse(source), leaves)
    assert isinstance(value, Vector)
    known: Vocabulary = vocabulary()
    found: list[dict[str, Any]] = nearest(known, value, known.open_to(list(without), language), 5)
    return [item["text"] for item in found]


@pytest.mark.parametrize(
    ("a", "b", "c", "d"),
    [
        ("king", "man", "woman", "queen"),
        ("Paris", "France", "Japan", "Tokyo"),
        ("bigger", "big", "small", "smaller"),
        ("singer", "sing", "dance", "dancer"),
    ],
)
def test_arithmetic_finds_the_fourth_word(
    leaves: WordLeaves, a: str, b: str, c: str, d: str
) -> None:
    assert near(leaves, f"{a} - {b} + {c}", a, b, c)[0] == d


def test_a_word_of_the_list_is_nearest_to_itself(leaves: WordLeaves) -> None:
    for word, language in (("teacher", "en"), ("図書館", "ja"), ("grinning cat", "en")):
        assert near(leaves, f'"{word}"', language=language)[0] == word


def test_a_shipped_direction_leads_from_its_prompts_to_its_prompts(leaves: WordLeaves) -> None:
    assert "old" in " ".join(near(leaves, 'dir("age")'))
    assert near(leaves, "dir(hot, cold)", "cold") == near(leaves, "cold - hot", "cold")


def test_no_words_are_a_point_too_and_noise_is_none(leaves: WordLeaves) -> None:
    assert len(near(leaves, '""')) == 5
    with pytest.raises(InvalidExpression) as caught:
        near(leaves, "cat - noise(3)")
    assert caught.value.position == 6
