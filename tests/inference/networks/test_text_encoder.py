"""multilingual-e5-small, as the packs deliver it."""

from pathlib import Path

import pytest
import torch
from torch import Tensor

from inference.errors import MissingWeights
from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of

COMMON = ["house", "tree", "car", "person", "animal", "food", "music", "sun", "空", "本"]


@pytest.fixture(scope="module")
def encoder() -> TextEncoder:
    return TextEncoder.load(folder_of("multilingual-e5-small"))


@pytest.fixture(scope="module")
def mean(encoder: TextEncoder) -> Tensor:
    return encoder.encode(COMMON).pooled.mean(0)


def test_pooled_vectors_have_length_one(encoder: TextEncoder, mean: Tensor) -> None:
    pooled = encoder.encode(["a cat", "a very long sentence about a cat"], mean=mean).pooled
    assert torch.allclose(pooled.norm(dim=1), torch.ones(2), atol=1e-5)


def test_japanese_words_lie_next_to_their_english_ones(encoder: TextEncoder, mean: Tensor) -> None:
    english = encoder.encode(["smiling cat", "red apple", "crying face"], mean=mean).pooled
    japanese = encoder.encode(["笑う猫", "赤いりんご", "泣き顔"], mean=mean).pooled
    assert (english @ japanese.T).argmax(1).tolist() == [0, 1, 2]


def test_padding_changes_nothing(encoder: TextEncoder) -> None:
    alone = encoder.encode(["a cat"]).pooled[0]
    beside = encoder.encode(["a cat", "a cat beside a much longer prompt that pads it"]).pooled[0]
    assert torch.allclose(alone, beside, atol=1e-5)


def test_a_prompt_past_the_limit_is_cut_not_refused(encoder: TextEncoder) -> None:
    assert encoder.encode(["cat " * 500]).tokens.shape[1] == 128


def test_a_missing_pack_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHIN_CACHE_DIR", str(tmp_path))
    with pytest.raises(MissingWeights) as caught:
        folder_of("multilingual-e5-small")
    assert "make setup" in str(caught.value.hint)
