"""The points of a map as pictures and vectors, going on where it stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from inference.errors import InvalidInput, RashinError
from inference.maps.leaves import pixels_of
from inference.maps.painter import Begun, Painter
from inference.maps.stock import Item
from inference.pictures import png, square

CHUNK = 256
SHOWN = 128  # pixels of a side of what is kept of a picture; the sprites are smaller
SIZED = ("latent", "noise")  # where only pictures of one size can be compared

Pictures = NDArray[np.uint8]
Vectors = NDArray[np.float32]


def render_all(
    items: Sequence[Item],
    painter: Painter,
    scratch: Path,
    report: Callable[[float], None],
    *,
    view: str = "judge",
    painted: bool = True,
) -> tuple[Pictures | None, Vectors, list[int]]:
    """Return small pictures (n, side, side, 3), vectors (n, dim), and which items they show.

    Every finished chunk lies in `scratch`; an interrupted build reads what is there. An item that
    cannot be made, such as one over a picture that is gone, is left out. Not `painted`, there are
    no pictures.
    """
    pictures, vectors, shown = [], [], []
    chunk = min(CHUNK, 4 * painter.at_once)
    for start in range(0, len(items), chunk):
        part = items[start : start + chunk]
        path = scratch / f"chunk-{start:07d}.npz"
        if not path.exists():

            def told(share: float, start: int = start, part: Sequence[Item] = part) -> None:
                report((start + share * len(part)) / len(items))

            _write_chunk(painter, part, path, view, painted, told)
        with np.load(path) as found:
            if len(found["rows"]):
                pictures.append(found["pictures"])
                vectors.append(found["vectors"])
            shown.extend((found["rows"] + start).tolist())
        report(min(1.0, (start + chunk) / len(items)))
    if not shown:
        raise InvalidInput("nothing of this source can be rendered", expected="recipes without @…")
    return np.concatenate(pictures) if painted else None, np.concatenate(vectors), shown


def _write_chunk(
    painter: Painter,
    part: Sequence[Item],
    path: Path,
    view: str,
    painted: bool,
    report: Callable[[float], None],
) -> None:
    drawn: list[Pictures] = []
    seen: list[Tensor] = []
    rows: list[int] = []
    if view != "sentence":
        painter.read([str(item.recipe.get("prompt", "")) for item in part if not item.picture])
    for start in range(0, len(part), painter.at_once):
        some = part[start : start + painter.at_once]
        found = _made(painter, some, view, painted)
        if found is not None:
            places, pictures, vectors = found
            rows += [start + place for place in places]
            drawn += [small(picture, painter) for picture in pictures]
            seen.append(vectors)
        report((start + len(some)) / len(part))
    partial = path.with_suffix(".partial.npz")
    np.savez(
        partial,
        pictures=np.stack(drawn) if drawn else np.zeros((len(rows), 0)),
        vectors=torch.cat(seen).float().numpy() if seen else np.zeros((0, 0)),
        rows=np.array(rows, np.int64),
    )
    partial.rename(path)


def _made(
    painter: Painter, items: Sequence[Item], view: str, painted: bool
) -> tuple[list[int], list[Tensor], Tensor] | None:
    """Return which of some items can be made, their pictures, and their vectors."""
    if view == "sentence":
        return list(range(len(items))), [], painter.sentences([item.prompt for item in items])
    if items[0].picture:
        return list(range(len(items))), *painter.see([str(item.picture) for item in items], view)
    places: list[int] = []
    begun: list[Begun] = []
    for place, item in enumerate(items):
        try:
            row = painter.begun(item.recipe)
            _check_size(row, painter, view)
        except RashinError:
            # A prompt and a seed can always be drawn: what stops them is no matter of one item.
            if not {"conditioning", "noise"} & set(item.recipe):
                raise
            continue
        places.append(place)
        begun.append(row)
    if not begun:
        return None
    if painted:
        return places, *painter.carry(begun, view)
    with torch.inference_mode():
        return places, [], painter.before(begun, view)


def _check_size(row: Begun, painter: Painter, view: str) -> None:
    image = painter.card["image"]
    if view in SIZED and row.size != (image["width"], image["height"]):
        raise InvalidInput(
            f"a picture of {row.size[0]}×{row.size[1]} cannot be compared by its {view}",
            expected=f"{image['width']}×{image['height']}, the model's usual size",
        )


def small(picture: Tensor, painter: Painter) -> Pictures:
    """Return a picture (3, h, w) as it is kept for the sprites, (side, side, 3)."""
    side = min(SHOWN, int(painter.card["image"]["width"]))
    pixels: Pictures = pixels_of(picture)
    return pixels if pixels.shape[:2] == (side, side) else square(png(pixels), side)
