"""Draw SVG icons as small pictures over white."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import partial
from multiprocessing import Pool

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from tqdm import tqdm

PICTURE_SIZE = 64


def draw(svg: str, pixels: int = PICTURE_SIZE) -> NDArray[np.uint8]:
    """Draw one SVG document as `pixels pixels 3`, uint8: twice as large over white, then halved."""
    import resvg_py

    side = 2 * pixels
    data = resvg_py.svg_to_bytes(svg_string=svg, width=side, height=side)
    drawn = Image.open(io.BytesIO(bytes(data))).convert("RGBA")
    if drawn.size != (side, side):
        drawn.thumbnail((side, side))
    canvas = Image.new("RGB", (side, side), (255, 255, 255))
    corner = ((side - drawn.width) // 2, (side - drawn.height) // 2)
    canvas.paste(drawn, corner, mask=drawn.getchannel("A"))
    return halve(np.asarray(canvas))


def halve(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Halve a picture `h w 3` by the mean of 2×2 pixels; unlike resampling it never rings."""
    height, width, channels = picture.shape
    tiles = picture.reshape(height // 2, 2, width // 2, 2, channels)
    small: NDArray[np.uint8] = tiles.mean((1, 3)).round().astype(np.uint8)
    return small


def draw_all(
    svgs: Iterable[str], workers: int = 2, pixels: int = PICTURE_SIZE
) -> NDArray[np.uint8]:
    """Draw every document, in order, as `n pixels pixels 3`."""
    documents = list(svgs)
    with Pool(workers) as pool:
        drawn = pool.imap(partial(draw, pixels=pixels), documents, chunksize=32)
        pictures = list(tqdm(drawn, total=len(documents), desc="drawing", unit="picture"))
    return np.stack(pictures)
