"""Build the data set of the embedded model: `python -m inference.training.dataset`.

npm packages → SVG → names → pictures + an index, in `data/emoji/` (64 px) or, say, `data/emoji-128/`.
Deterministic.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import numpy as np

from inference.training.names import Entry, NameBook
from inference.training.packages import (
    ART_SETS,
    NAMES_PACKAGE,
    Icon,
    Licence,
    fetch,
    read_icons,
    read_licence,
)
from inference.training.rendering import PICTURE_SIZE, draw_all
from inference.training.splits import split_of

DATA_FOLDER = Path("data")


def main() -> None:
    """Fetch, draw and index; says what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=DATA_FOLDER)
    parser.add_argument("--all-styles", action="store_true", help="also the optional sets")
    parser.add_argument("--pixels", type=int, default=PICTURE_SIZE)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    build(
        chosen.folder,
        all_styles=chosen.all_styles,
        workers=chosen.workers,
        pixels=chosen.pixels,
    )


def picture_folder(folder: Path, pixels: int) -> Path:
    """Return where the pictures of a size lie."""
    return folder / ("emoji" if pixels == PICTURE_SIZE else f"emoji-{pixels}")


def build(
    folder: Path, *, all_styles: bool = False, workers: int = 2, pixels: int = PICTURE_SIZE
) -> None:
    """Write `pictures.npy` (`n pixels pixels 3`, uint8), `index.json.gz` and `ATTRIBUTION.md`."""
    cache, target = folder / "npm", picture_folder(folder, pixels)
    book = NameBook(fetch(*NAMES_PACKAGE, cache))
    icons: list[Icon] = []
    licences: list[Licence] = []
    # Two sets share their names, and only one of them says which code points they stand for.
    sister = read_icons(ART_SETS[3], fetch(ART_SETS[3].package, ART_SETS[3].version, cache), {})
    hexcodes = {icon.name: icon.hexcode for icon in sister if icon.hexcode}
    for art in ART_SETS:
        if art.optional and not all_styles:
            continue
        source = fetch(art.package, art.version, cache)
        licences.append(read_licence(art, source))
        icons.extend(read_icons(art, source, hexcodes))
    described = [(icon, book.describe(icon)) for icon in icons]
    kept = [(icon, entry) for icon, entry in described if entry is not None]
    pictures = draw_all([icon.svg for icon, _ in kept], workers, pixels)
    target.mkdir(parents=True, exist_ok=True)
    np.save(target / "pictures.npy", pictures, allow_pickle=False)
    write_index(target / "index.json.gz", [entry for _, entry in kept])
    (target / "ATTRIBUTION.md").write_text(attribution(licences, pixels), encoding="utf-8")
    styles = Counter(entry.style for _, entry in kept)
    sys.stdout.write(f"{len(kept)} of {len(icons)} pictures kept: {dict(styles)} in {target}\n")


def write_index(path: Path, entries: list[Entry]) -> None:
    """Write one row per picture, with its split, as gzipped JSON without a time stamp."""
    rows = [{**asdict(entry), "split": split_of(entry.concept, entry.style)} for entry in entries]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def attribution(licences: list[Licence], pixels: int = PICTURE_SIZE) -> str:
    """Say who drew the pictures, under which licence, and what was done to them."""
    lines = [
        "# Attribution",
        "",
        (
            f"The pictures are drawn from these sets at {pixels} px over white; names and keywords are those "
            f"of {NAMES_PACKAGE[0]} {NAMES_PACKAGE[1]} (Miles Johnson, MIT), from Unicode CLDR."
        ),
        "",
        "| style | package | author | licence |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {licence.style} | `{licence.package}` {licence.version} | "
        f"[{licence.author}]({licence.url}) | {licence.title} |"
        for licence in licences
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
