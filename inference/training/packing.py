"""Pack a picture set for a journey: `python -m inference.training.packing --pixels 128`.

`data/emoji-128/` becomes `data/emoji-128.pack/`: WebP pictures in files of at most 15 MB, 60 MB in all,
and the index. `unpack` turns it back into what training reads; the `dataset` stage does so by itself.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inference.errors import DamagedWeights
from inference.training.dataset import DATA_FOLDER, picture_folder
from inference.training.rendering import PICTURE_SIZE

LARGEST_PART, LARGEST_PACK = 15_000_000, 60_000_000
QUALITIES = (95, 90, 85, 80, 70, 60)
TRIED = 400  # pictures by which the quality is chosen
INDEX, NOTICE, CONTENTS = "index.json.gz", "ATTRIBUTION.md", "contents.json"


def main() -> None:
    """Pack the pictures of one size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=DATA_FOLDER)
    parser.add_argument("--pixels", type=int, default=PICTURE_SIZE)
    chosen = parser.parse_args()
    target = pack(picture_folder(chosen.folder, chosen.pixels))
    size = sum(file.stat().st_size for file in target.iterdir())
    sys.stdout.write(f"{size / 1e6:.1f} MB in {len(list(target.iterdir()))} files in {target}\n")


def pack(folder: Path, largest: int = LARGEST_PACK, part: int = LARGEST_PART) -> Path:
    """Write the pack of a picture folder next to it and return where it is."""
    pictures = np.load(folder / "pictures.npy", mmap_mode="r", allow_pickle=False)
    target = folder.with_name(folder.name + ".pack")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in (INDEX, NOTICE):
        shutil.copy(folder / name, target)
    quality = choose_quality(pictures, largest - (target / INDEX).stat().st_size)
    sizes: list[int] = []
    parts: list[int] = []
    held = io.BytesIO()
    for picture in pictures:
        data = compress(picture, quality)
        if held.tell() + len(data) > part:
            parts.append(_write_part(target, len(parts), held))
            held = io.BytesIO()
        held.write(data)
        sizes.append(len(data))
    parts.append(_write_part(target, len(parts), held))
    contents = {"shape": list(pictures.shape), "quality": quality, "sizes": sizes, "parts": parts}
    (target / CONTENTS).write_text(json.dumps(contents, separators=(",", ":")))
    return target


def unpack(folder: Path) -> bool:
    """Write a picture folder from the pack beside it; say whether there was one."""
    source = folder.with_name(folder.name + ".pack")
    if not (source / CONTENTS).is_file():
        return False
    contents = json.loads((source / CONTENTS).read_text())
    pictures = np.empty(contents["shape"], np.uint8)
    for row, data in enumerate(_read_parts(source, contents)):
        pictures[row] = np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "pictures.npy", pictures, allow_pickle=False)
    for name in (NOTICE, INDEX):
        shutil.copy(source / name, folder)
    return True


def choose_quality(pictures: NDArray[np.uint8], largest: int) -> int:
    """Return the best quality at which all pictures take at most `largest` bytes, with a margin."""
    tried = pictures[:: max(1, len(pictures) // TRIED)]
    for quality in QUALITIES:
        size = sum(len(compress(picture, quality)) for picture in tried)
        if size * len(pictures) / len(tried) < 0.92 * largest:
            return quality
    return QUALITIES[-1]


def compress(picture: NDArray[np.uint8], quality: int) -> bytes:
    """Return a picture `h w 3` as WebP."""
    buffer = io.BytesIO()
    Image.fromarray(np.asarray(picture)).save(buffer, "WEBP", quality=quality, method=4)
    return buffer.getvalue()


def _write_part(target: Path, number: int, held: io.BytesIO) -> int:
    (target / f"pictures-{number:02}.bin").write_bytes(held.getvalue())
    return held.tell()


def _read_parts(source: Path, contents: dict[str, list[int]]) -> Iterator[bytes]:
    data = b"".join(
        (source / f"pictures-{number:02}.bin").read_bytes()
        for number in range(len(contents["parts"]))
    )
    if len(data) != sum(contents["sizes"]):
        raise DamagedWeights(f"{source} is not complete")
    start = 0
    for size in contents["sizes"]:
        yield data[start : start + size]
        start += size


if __name__ == "__main__":
    main()
