"""The word list: every word once, a unit vector each, and what begins like something."""

from pathlib import Path

import numpy as np
import pytest

from inference.errors import DamagedWeights
from inference.maps.words import Word, WordList, write_list

WORDS = [Word("king", "en", "common"), Word("王", "ja", "common"), Word("black cat", "en", "name")]


def test_the_shipped_list_has_a_vector_for_every_word() -> None:
    shipped = WordList()
    assert len(shipped.words) == len({word.text.casefold() for word in shipped.words}) > 4_000
    assert {word.language for word in shipped.words} == {"en", "ja"}
    assert {"king", "queen", "王", "猫"} <= {word.text for word in shipped.words}
    np.testing.assert_allclose(np.linalg.norm(shipped.vectors, axis=1), 1, atol=1e-5)


def test_bytes_keep_the_direction_of_a_vector(tmp_path: Path) -> None:
    vectors = np.random.default_rng(1).normal(size=(3, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    write_list(tmp_path, "some-encoder", WORDS, vectors)
    found = WordList(tmp_path)
    assert (found.encoder, found.words) == ("some-encoder", WORDS)
    assert ((found.vectors * vectors).sum(1) > 0.9995).all()


def test_words_that_begin_so_come_before_those_with_a_later_part_that_does() -> None:
    found = [word.text for word in WordList().beginning("cat", 40)]
    assert found.index("cat") < found.index("black cat")
    assert "scatter" not in found


def test_a_damaged_list_says_so(tmp_path: Path) -> None:
    write_list(tmp_path, "some-encoder", WORDS, np.ones((3, 384), np.float32))
    (tmp_path / "vectors.i8").write_bytes(b"123")
    with pytest.raises(DamagedWeights):
        _ = WordList(tmp_path).vectors
