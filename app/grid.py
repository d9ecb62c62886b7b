"""The pictures of a sweep on one sheet, with the values of its axes beside them."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PIL import Image, ImageDraw, ImageFont

# What most systems call a font that can write Japanese.
FONTS = ("NotoSansCJK-Regular.ttc", "NotoSansJP-Regular.otf", "DejaVuSans.ttf")
LARGEST_CELL, SMALLEST_CELL = 192, 12
MOST_PIXELS = 36_000_000
GAP, MARGIN, LINE, LABEL_WIDTH, TEXT_SIZE = 6, 12, 20, 120, 13
INK, PALE, PAPER = "#222222", "#e4e4e4", "#ffffff"

Look = Callable[[str], bytes | None]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def draw(axes: Sequence[Mapping[str, Any]], pictures: Sequence[str | None], look: Look) -> bytes:
    """Return a PNG of all cells: columns are the last axis, rows the one before, blocks the first.

    `axes` have `knob` and `labels`; `pictures` the hash of each cell's picture (None while there is
    none), the last axis running fastest; `look` returns the bytes of a picture.
    """
    counts = [len(axis["labels"]) for axis in axes]
    columns, rows = counts[-1], counts[-2] if len(counts) > 1 else 1
    blocks = math.prod(counts[:-2])
    cell = _cell_size(columns, rows * blocks)
    font = _font()
    left = MARGIN + (LABEL_WIDTH if len(axes) > 1 else 0)
    block_height = (LINE if blocks > 1 else 0) + LINE + rows * (cell + GAP)
    size = left + columns * (cell + GAP) + MARGIN, MARGIN + LINE + blocks * block_height + MARGIN
    sheet = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(sheet)
    heading = " × ".join(str(axis["knob"]) for axis in axes)
    pen.text((MARGIN, MARGIN), _fitted(pen, heading, font, size[0]), INK, font)
    for block in range(blocks):
        top = MARGIN + LINE + block * block_height
        if blocks > 1:
            words = f"{axes[0]['knob']} = {axes[0]['labels'][block]}"
            pen.text((MARGIN, top), _fitted(pen, words, font, size[0]), INK, font)
            top += LINE
        for column, words in enumerate(axes[-1]["labels"]):
            x = left + column * (cell + GAP)
            pen.text((x, top), _fitted(pen, words, font, cell), INK, font)
        for row in range(rows):
            y = top + LINE + row * (cell + GAP)
            if len(axes) > 1:
                words = _fitted(pen, axes[-2]["labels"][row], font, LABEL_WIDTH - GAP)
                pen.text((MARGIN, y + cell // 2 - LINE // 2), words, INK, font)
            for column in range(columns):
                sha256 = pictures[(block * rows + row) * columns + column]
                place = left + column * (cell + GAP), y
                _paste(sheet, pen, place, cell, look(sha256) if sha256 else None)
    out = io.BytesIO()
    sheet.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _cell_size(columns: int, rows: int) -> int:
    """Return how many pixels wide a cell is, so that the sheet can still be opened anywhere."""
    side = int(math.sqrt(MOST_PIXELS / (columns * rows))) - GAP
    widest = 16_000 // max(columns, rows) - GAP - LINE // max(rows, 1)
    return max(SMALLEST_CELL, min(LARGEST_CELL, side, widest))


def _font() -> Font:
    for name in FONTS:
        try:
            return ImageFont.truetype(name, TEXT_SIZE)
        except OSError:
            continue
    return ImageFont.load_default(TEXT_SIZE)


def _fitted(pen: ImageDraw.ImageDraw, words: str, font: Font, width: int) -> str:
    """Return words that fit into a width, cut with a sign where they are too long."""
    words = " ".join(str(words)[:200].split())
    if pen.textlength(words, font) <= width:
        return words
    while words and pen.textlength(f"{words}…", font) > width:
        words = words[:-1]
    return f"{words}…"


def _paste(
    sheet: Image.Image,
    pen: ImageDraw.ImageDraw,
    place: tuple[int, int],
    cell: int,
    png: bytes | None,
) -> None:
    x, y = place
    if png is None:
        pen.rectangle((x, y, x + cell - 1, y + cell - 1), outline=PALE)
        return
    with Image.open(io.BytesIO(png), formats=["PNG"]) as opened:
        picture = opened.convert("RGB")
    scale = cell / max(picture.size)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    how = Image.Resampling.BOX if scale < 1 else Image.Resampling.NEAREST
    picture = picture.resize(size, how)
    sheet.paste(picture, (x + (cell - picture.width) // 2, y + (cell - picture.height) // 2))
