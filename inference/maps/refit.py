"""A new version of a map: laid out anew, with the points that joined, turned like the old one.

Every point keeps its number and joined ones follow, so that a page can move each point from where
it was to where it is, and groups stay what they were.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from inference.errors import InvalidInput
from inference.maps import files
from inference.maps.flat import (
    aligned,
    distortion,
    laid_out,
    measured,
    read_lens,
    true_neighbours,
)
from inference.maps.folder import Drawn, swap, write_folder
from inference.maps.painter import OpenEncoder, Painter, open_space
from inference.maps.renders import small
from inference.maps.stock import Item, words_of
from inference.registry import projectors

Array = NDArray[Any]
QUALITY = 80
OpenModel = Callable[[str, Path], Any]


def refit(
    job: Mapping[str, Any],
    out: Path,
    report: Callable[..., None],
    checkpoints: Path,
    open_encoder: OpenEncoder,
    open_model: OpenModel = open_space,
) -> None:
    """Lay out the map in the folder `job["refit"]` anew; it stays beside the new one as `id@version`.

    `joined` are the recipes of the points that joined it, with where they were placed:
    [{"recipe", "x", "y"}].
    """
    old = files.MapFolder(Path(job["refit"]))
    projector = projectors[job.get("projector") or old.info["projector"]]
    told = job.get("knobs") or (old.info["knobs"] if projector.id == old.info["projector"] else {})
    if any(operand.name == "right" for operand in projector.operands):
        raise InvalidInput("axes are no refit", hint="build a map along two directions instead")
    knobs = projector.check(dict(told))
    report("render")
    joined = list(job.get("joined", ()))
    late, pictures, more = _painted(job, old, joined, checkpoints, open_encoder, open_model)
    items = [*_items(old), *late]
    vectors = np.asarray(old.stored_vectors, np.float32)
    if len(late):
        lens = read_lens(old.folder)
        vectors = np.concatenate([vectors, lens(more) if lens else more])
    before = np.concatenate(
        [old.xy, np.array([[one["x"], one["y"]] for one in joined], np.float32).reshape(-1, 2)]
    )
    report("layout")
    xy = aligned(laid_out(vectors, projector, knobs, start=before), before)
    report("quality")
    near = true_neighbours(vectors)
    figures = measured(vectors, xy, projector, knobs)
    lies = distortion(near, xy)
    report("labels")
    partial = out.with_name(f".{out.name}.new")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    report("write")
    atlas = _extended(old, partial, pictures)
    empty = np.full(len(late), files.NOTHING, np.uint8)
    drawn = Drawn(
        items, vectors, xy, near, lies, old.info["columns"],
        {name: np.concatenate([values, empty]) for name, values in old.columns.items()},
        {
            **{k: v for k, v in old.info.items() if k not in ("spacing", "labels")},
            "version": int(old.info.get("version", 1)) + 1,
            "projector": projector.id,
            "knobs": knobs,
            "quality": figures,
            "created": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            "refit_of": int(old.info.get("version", 1)),
            "joined": len(late),
        },
        {"model": old.info["model"]}, read_lens(old.folder), _sizes(old),
    )  # fmt: skip
    write_folder(partial, drawn, atlas)
    keep = out.with_name(f"{out.name}@{old.info.get('version', 1)}")
    swap(partial, out, keep if out == old.folder else None)
    report("done")


def _items(old: files.MapFolder) -> list[Item]:
    """Return the points of a finished map; their columns are taken over as they are."""
    stock = old.stock
    pictures = stock.get("pictures", {})
    found = []
    for n in range(old.count):
        titles = stock["names_en"][n], stock["names_ja"][n]
        english, japanese = (
            tuple(stock[f"keywords_{language}"][n])
            if f"keywords_{language}" in stock
            else words_of(titles[place])
            for place, language in enumerate(("en", "ja"))
        )
        picture = pictures.get(str(n), {}).get("sha256")
        prompt = stock["prompts"][n]
        found.append(Item(old.recipe(n), prompt, *titles, english, japanese, picture=picture))
    return found


def _sizes(old: files.MapFolder) -> dict[int, tuple[int, int]]:
    pictures = old.stock.get("pictures", {})
    return {int(n): (one["width"], one["height"]) for n, one in pictures.items()}


def _painted(
    job: Mapping[str, Any],
    old: files.MapFolder,
    joined: Sequence[Mapping[str, Any]],
    checkpoints: Path,
    open_encoder: OpenEncoder,
    open_model: OpenModel,
) -> tuple[list[Item], Array, Array]:
    """Return the joined points as items, pictures (n, height, width, 3) and vectors (n, dim)."""
    items = [_joined(one["recipe"]) for one in joined]
    if not items:
        return [], np.zeros((0, 1, 1, 3), np.uint8), np.zeros((0, 1), np.float32)
    folder, at = Path(job.get("checkpoints", checkpoints)), job.get("pictures_at")
    painter = Painter(
        open_model(old.info["model"], folder),
        open_encoder,
        checkpoints=folder,
        pictures_at=Path(at) if at else None,
    )
    begun = [painter.begun(item.recipe) for item in items]
    pixels, vectors = [], []
    for start in range(0, len(begun), painter.at_once):
        pictures, seen = painter.carry(begun[start : start + painter.at_once], old.view)
        pixels += [small(picture, painter) for picture in pictures]
        vectors.append(seen)
    return items, np.stack(pixels), torch.cat(vectors).float().numpy()


def _joined(recipe: Mapping[str, Any]) -> Item:
    words = str(recipe.get("conditioning") or recipe.get("prompt") or "")
    title = words if len(words) < 80 else words[:79] + "…"
    return Item(dict(recipe), words, title, title, words_of(words), words_of(words))


def _extended(old: files.MapFolder, new: Path, pictures: Array) -> list[dict[str, int]]:
    """Copy the sprites and paste the joined pictures behind; returns what map.json says of them."""
    levels = []
    for level in old.info["atlas"]:
        source, target = (each / "atlas" / str(level["level"]) for each in (old.folder, new))
        shutil.copytree(source, target)
        cells, thumb = level["columns"] * level["rows"], level["thumb"]
        tiles: dict[int, Image.Image] = {}
        for place, pixels in enumerate(pictures, start=old.count):
            tile = place // cells
            if tile not in tiles:
                path = target / f"{tile}.webp"
                side = (level["columns"] * thumb, level["rows"] * thumb)
                blank = Image.new("RGB", side, "white")
                tiles[tile] = Image.open(path).convert("RGB") if path.is_file() else blank
            row, column = divmod(place % cells, level["columns"])
            small = Image.fromarray(pixels).resize((thumb, thumb), Image.Resampling.BOX)
            tiles[tile].paste(small, (column * thumb, row * thumb))
        for tile, sheet in tiles.items():
            sheet.save(target / f"{tile}.webp", quality=QUALITY, method=6)
        count = -(-(old.count + len(pictures)) // cells)
        levels.append({**level, "tiles": max(level["tiles"], count)})
    return levels
