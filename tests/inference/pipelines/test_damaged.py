"""Files of a model that somebody damaged: they are understood or refused, and nothing else happens."""

from __future__ import annotations

import random
import struct
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from inference.pipelines.charsmap import check_charsmap
from inference.pipelines.config import check_config
from inference.pipelines.refusal import RefusedModel
from inference.pipelines.sentence_pieces import read_pieces
from inference.pipelines.stranger import Folder
from inference.pipelines.strict_json import read_json
from inference.pipelines.whole_tokenizer import ids_of_whole
from tests.toy_models import write_toy_model

TIMES = 400


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_toy_model("stable_diffusion", tmp_path_factory.mktemp("toy") / "toy")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some flipped, cut, doubled or put elsewhere."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(max(1, len(found)))
        match chance.randrange(5):
            case 0:
                found[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[at:]
            case 2:
                found[at:at] = found[at : at + chance.randint(1, 64)]
            case 3:
                found[at : at + 2] = chance.choice(
                    [b"9e9", b'"', b"[[", b"{", b"-1", b"null", b"\x00"]
                )
            case _:
                del found[at : at + chance.randint(1, 16)]
    return bytes(found)


def survives(read: Callable[[bytes], object], good: bytes, seed: int) -> tuple[int, int]:
    """Read many damaged copies; return how many were understood and how many refused."""
    chance, understood, refused = random.Random(seed), 0, 0
    began = time.process_time()
    for _ in range(TIMES):
        try:
            read(damaged(good, chance))
            understood += 1
        except RefusedModel:
            refused += 1
    assert time.process_time() - began < 1 + TIMES * 0.05
    return understood, refused


def test_headers(model: Path, tmp_path: Path) -> None:
    good = (model / "unet/diffusion_pytorch_model.safetensors").read_bytes()
    length = 8 + int.from_bytes(good[:8], "little")
    folder = Folder(tmp_path)

    def read(head: bytes) -> object:
        (tmp_path / "it.safetensors").write_bytes(head + good[length:])
        return folder.header("it.safetensors")

    assert survives(read, good[:length], 1)[1] > TIMES // 2


def test_configs(model: Path) -> None:
    good = (model / "unet/config.json").read_bytes()
    assert survives(lambda data: check_config(read_json(data, "it"), "it"), good, 2)[1] > 0


def test_tokenizers(model: Path) -> None:
    good = (model / "tokenizer/tokenizer.json").read_bytes()
    assert survives(lambda data: list(ids_of_whole(data, "it")), good, 3)[1] > 0


def pieces() -> bytes:
    """Return a sentence-piece model of six pieces, with a table of characters."""

    def field(number: int, data: bytes) -> bytes:
        return bytes([number << 3 | 2, len(data)]) + data

    words = [field(1, w.encode()) + b"\x15" + struct.pack("<f", -1.0) for w in "abcdef"]
    return b"".join(field(1, word) for word in words)


def test_sentence_pieces() -> None:
    found, table = read_pieces(pieces(), "it")
    assert ([word for word, _ in found], table) == (list("abcdef"), None)
    assert survives(lambda data: read_pieces(data, "it"), pieces(), 4)[1] > 0


def charsmap() -> bytes:
    """Return a table that turns "a" into "b": a tree of 256 cells, of which three are used."""
    cells = [0xFFFFFFFF] * 256  # a cell that no letter leads to
    cells[0] = 1 << 10
    at = 1 ^ ord("a")
    cells[at] = (2 << 10) | 0x100 | ord("a")
    cells[at ^ 2] = 0x80000000  # the first replacement
    return struct.pack("<I", 1024) + struct.pack("<256I", *cells) + b"b\0"


def test_tables_of_characters() -> None:
    assert check_charsmap(charsmap(), "it") == charsmap()
    understood, refused = survives(lambda data: check_charsmap(data, "it"), charsmap(), 5)
    assert understood + refused == TIMES
    with pytest.raises(RefusedModel, match="names replacements that it lacks"):
        check_charsmap(charsmap().replace(b"\x00\x00\x00\x80", b"\x07\x00\x00\x80"), "it")


def test_the_library_reads_what_our_check_lets_through() -> None:
    from tokenizers.normalizers import Precompiled

    everything = "".join(chr(code) for code in range(1, 0x3000)) + "banana"

    def use(data: bytes) -> object:
        return Precompiled(check_charsmap(data, "it")).normalize_str(everything)

    assert Precompiled(charsmap()).normalize_str("banana") == "bbnbnb"
    assert survives(use, charsmap(), 6)[0] > 0  # a panic of the library would end this test
