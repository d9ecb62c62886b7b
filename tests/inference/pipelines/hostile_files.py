"""Hostile models made of files: numbers, links, tokenizers, bombs, other formats."""

from __future__ import annotations

import base64
import io
import json
import os
import shutil
import socket
import struct
import zipfile
from pathlib import Path
from typing import Any

from tests.inference.pipelines.hostile import (
    UNET,
    Entry,
    artefact,
    beside,
    change,
)

CONFIG = "unet/config.json"
WORDS = "tokenizer/tokenizer.json"
DEEP = 100_000

# Numbers


@artefact("in_channels is 1000000000")
def thousand_million_channels(model: Path) -> None:
    change(model / CONFIG, in_channels=10**9)


@artefact("block_out_channels is 1000000000")
def blocks_of_a_thousand_million(model: Path) -> None:
    change(model / CONFIG, block_out_channels=[10**9, 10**9])


@artefact("block_out_channels holds|down_blocks")
def hundred_thousand_blocks(model: Path) -> None:
    change(model / CONFIG, block_out_channels=[8] * 100_000)


@artefact("num_hidden_layers is")
def thousand_million_layers(model: Path) -> None:
    change(model / "text_encoder/config.json", num_hidden_layers=10**9)


@artefact("NaN")
def number_that_is_none(model: Path) -> None:
    text = (model / CONFIG).read_text().rstrip().removesuffix("}")
    (model / CONFIG).write_text(f'{text}, "norm_eps": NaN}}')


@artefact("norm_eps is")
def number_without_end(model: Path) -> None:
    change(model / CONFIG, norm_eps=1e308)


@artefact("digits")
def number_of_a_million_digits(model: Path) -> None:
    (model / CONFIG).write_text('{"in_channels": ' + "9" * 500_000 + "}")


@artefact("attention_head_dim is 0|norm_num_groups is 0")
def division_by_zero(model: Path) -> None:
    change(model / CONFIG, norm_num_groups=0)


@artefact("nested too deeply")
def config_nested_deeply(model: Path) -> None:
    (model / CONFIG).write_text('{"a":' + "[" * DEEP + "]" * DEEP + "}")


@artefact("larger than")
def config_of_80_megabytes(model: Path) -> None:
    (model / CONFIG).write_text('{"a": "' + "x" * 80_000_000 + '"}')


@artefact("says a key twice")
def config_that_says_a_key_twice(model: Path) -> None:
    text = (model / CONFIG).read_text().rstrip().removesuffix("}")
    (model / CONFIG).write_text(f'{text}, "in_channels": 4}}')


@artefact("its blocks are|unet")
def words_for_numbers(model: Path) -> None:
    change(model / CONFIG, block_out_channels="8, 16")


# Ways out of the folder


@artefact("link out of the folder")
def link_to_a_secret(model: Path) -> None:
    (model / CONFIG).unlink()
    (model / CONFIG).symlink_to("/etc/passwd")


@artefact("cannot be opened")
def link_to_itself(model: Path) -> None:
    (model / CONFIG).unlink()
    (model / CONFIG).symlink_to(model / CONFIG)


@artefact("link out of the folder")
def folder_that_is_a_link(model: Path) -> None:
    shutil.move(model / "unet", model.parent / "elsewhere")
    (model / "unet").symlink_to(model.parent / "elsewhere")


@artefact("neither a file nor a folder")
def pipe_that_never_ends(model: Path) -> None:
    (model / CONFIG).unlink()
    os.mkfifo(model / CONFIG)


@artefact("link out of the folder")
def device_that_never_ends(model: Path) -> None:
    (model / CONFIG).unlink()
    (model / CONFIG).symlink_to("/dev/zero")


@artefact("neither a file nor a folder")
def socket_in_the_folder(model: Path) -> None:
    where = Path.cwd()
    os.chdir(model)  # a name of a socket is at most a hundred letters long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
    os.chdir(where)


def _shards(model: Path, name: str) -> None:
    shutil.move(model / UNET, model.parent / "weights.safetensors")
    (model / f"{UNET}.index.json").write_text(json.dumps({"weight_map": {"conv_in.weight": name}}))


@artefact(r"names '\.\./")
def shards_above_the_folder(model: Path) -> None:
    _shards(model, "../../weights.safetensors")


@artefact("names '/")
def shards_at_the_root(model: Path) -> None:
    _shards(model, str(model.parent / "weights.safetensors"))


@artefact("more than 1000 files")
def files_without_number(model: Path) -> None:
    for number in range(1_200):
        (model / "unet" / f"{number}.txt").touch()


# Tokenizers


def _words(model: Path, **fields: Any) -> None:
    change(model / WORDS, **fields)


@artefact("regular expression")
def expression_that_never_ends(model: Path) -> None:
    split = {
        "type": "Split",
        "pattern": {"Regex": "(a+)+$"},
        "behavior": "Isolated",
        "invert": False,
    }
    _words(model, pre_tokenizer=split)


@artefact("makes text grow")
def text_that_grows_a_thousand_million_times(model: Path) -> None:
    grow = {"type": "Replace", "pattern": {"String": "a"}, "content": "a" * 1_000}
    _words(model, normalizer={"type": "Sequence", "normalizers": [grow] * 3})


@artefact("padding is")
def padding_without_end(model: Path) -> None:
    _words(model, padding={"strategy": {"Fixed": 10**12}, "direction": "Right", "pad_id": 0})


@artefact("table of characters")
def table_that_ends_the_process(model: Path) -> None:
    table = base64.b64encode(b"\xff" * 64).decode()
    _words(model, normalizer={"type": "Precompiled", "precompiled_charsmap": table})


@artefact("leads out of itself")
def table_that_leads_out_of_itself(model: Path) -> None:
    tree = struct.pack("<I", 1024) + b"\x00\xfc\xff\x7f" * 256 + b"a\0"
    table = base64.b64encode(tree).decode()
    _words(model, normalizer={"type": "Precompiled", "precompiled_charsmap": table})


@artefact("says the token")
def token_that_the_encoder_lacks(model: Path) -> None:
    said = json.loads((model / WORDS).read_text())
    said["model"]["vocab"]["!"] = 2**22
    (model / WORDS).write_text(json.dumps(said))


@artefact("is no number of a token")
def token_without_a_number(model: Path) -> None:
    said = json.loads((model / WORDS).read_text())
    said["added_tokens"][0]["id"] = 2**63
    (model / WORDS).write_text(json.dumps(said))


@artefact("allows .* tokens")
def prompts_without_end(model: Path) -> None:
    change(model / "tokenizer/tokenizer_config.json", model_max_length=10**9)


@artefact("has the step 'Evil'")
def step_that_nobody_knows(model: Path) -> None:
    _words(model, decoder={"type": "Evil"})


@artefact("cannot be built|is broken|pieces")
def vocabulary_that_is_none(model: Path) -> None:
    said = json.loads((model / WORDS).read_text())
    said["model"]["merges"] = [["nowhere", "to be found"]]
    (model / WORDS).write_text(json.dumps(said))


@artefact("no sentence-piece model|holds no vocabulary")
def pieces_longer_than_the_file(model: Path) -> None:
    (model / WORDS).unlink()
    (model / "tokenizer/spiece.model").write_bytes(b"\x0a\xff\xff\xff\xff\x0f")


# Other formats


@artefact("safetensors")
def bomb_in_an_archive(model: Path) -> Entry:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("model.safetensors", bytes(2**26))
    return beside(model, "model.zip", out.getvalue())


@artefact("looks like a pickle or an archive")
def bomb_renamed(model: Path) -> Entry:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", bytes(2**24))
    return beside(model, "model.safetensors", out.getvalue())


@artefact("safetensors")
def gguf(model: Path) -> Entry:
    return beside(model, "model.gguf", b"GGUF" + struct.pack("<IQQ", 3, 2**60, 2**60))


@artefact("no safetensors file")
def gguf_renamed(model: Path) -> Entry:
    return beside(model, "model.safetensors", b"GGUF" + struct.pack("<IQQ", 3, 2**60, 2**60))


@artefact("safetensors")
def onnx(model: Path) -> Entry:
    return beside(model, "model.onnx", b"\x08\x07\x12\x07pytorch" + bytes(64))


@artefact("holds no|lacks|is no")
def onnx_in_a_folder(model: Path) -> None:
    (model / UNET).unlink()
    (model / "unet/model.onnx").write_bytes(b"\x08\x07\x12\x07pytorch" + bytes(64))


@artefact("is no folder")
def archive_for_a_folder(model: Path) -> Entry:
    path = model.parent / "model.zip"
    path.write_bytes(b"PK\x03\x04")
    return {"path": str(path)}
