"""Pictures as bytes: with their recipe inside, and as strangers upload them.

PNG carries the recipe in an uncompressed `iTXt` chunk, WebP in XMP. Reading walks the container by
hand, so that no decoder and no XML parser touches a stranger's bytes for it.
"""

from __future__ import annotations

import html
import io
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, PngImagePlugin

from inference.errors import InvalidInput, TooLarge

KEY = "rashin"
FORMATS = ("PNG", "JPEG", "WEBP")
MOST_BYTES = 20_000_000
MOST_PIXELS = 40_000_000
# Models look at far less; what is stored of an upload is scaled down to this.
LONGEST_SIDE = 2048
LONGEST_RECIPE = 256 * 1024

PNG_MAGIC = b"\x89PNG\r\n\x1a\n"
XMP_OPEN = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:rashin="urn:rashin:1"><rashin:recipe>'
)
XMP_CLOSE = "</rashin:recipe></rdf:Description></rdf:RDF></x:xmpmeta>"
XMP_RECIPE = re.compile(rb"<rashin:recipe>([^<]*)</rashin:recipe>")
# What Pillow raises for bytes that are not the picture they claim to be.
DAMAGE = (OSError, SyntaxError, ValueError, TypeError, IndexError, EOFError, struct.error)


@dataclass(frozen=True)
class Upload:
    """A stranger's picture made safe: PNG without metadata, size in pixels, the recipe it had."""

    png: bytes
    width: int
    height: int
    recipe_json: str | None


def png(rgb: NDArray[np.uint8]) -> bytes:
    """Encode a picture `h w 3` as PNG without a recipe."""
    return _encode(Image.fromarray(rgb), None)


def png_with_recipe(rgb: NDArray[np.uint8], recipe_json: str) -> bytes:
    """Encode a picture `h w 3` as PNG with its recipe; equal input gives equal bytes."""
    return _encode(Image.fromarray(rgb), recipe_json)


def webp_with_recipe(png: bytes) -> bytes:
    """Encode one of our PNGs as lossless WebP; the recipe moves to XMP."""
    recipe = read_recipe(png)
    out = io.BytesIO()
    extra: dict[str, Any] = {}
    if recipe is not None:
        extra["xmp"] = (XMP_OPEN + html.escape(recipe, quote=False) + XMP_CLOSE).encode()
    with Image.open(io.BytesIO(png), formats=["PNG"]) as picture:
        picture.convert("RGB").save(out, "WEBP", lossless=True, quality=75, method=4, **extra)
    return out.getvalue()


def read_recipe(data: bytes) -> str | None:
    """Return the recipe that a PNG or WebP carries; None when there is none that can be read."""
    try:
        if data.startswith(PNG_MAGIC):
            return _recipe_of_png(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _recipe_of_webp(data)
    except (struct.error, UnicodeDecodeError):
        return None
    return None


def decode_upload(data: bytes) -> Upload:
    """Decode a stranger's PNG, JPEG or WebP, turn it upright, lay it on white, encode it afresh.

    Raises `TooLarge` past 20 MB or 40 megapixels and `InvalidInput` for anything else that is not
    such a picture. Sides past 2,048 pixels are scaled down; of an animation the first frame stays.
    """
    if len(data) > MOST_BYTES:
        raise TooLarge(
            f"the file has {len(data) / 1e6:.1f} MB", expected=f"at most {MOST_BYTES // 10**6} MB"
        )
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise _too_many_pixels(f"the picture has {opened.width}×{opened.height} pixels")
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture = _on_white(ImageOps.exif_transpose(opened))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels("the picture has more pixels than any we accept") from error
    except (*DAMAGE, zlib.error) as error:
        raise InvalidInput(
            "the file is not a picture that can be read",
            expected="PNG, JPEG or WebP",
            hint="open it in an image editor and save it as PNG",
        ) from error
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return Upload(_encode(picture, None), picture.width, picture.height, read_recipe(data))


def square(png: bytes, size: int) -> NDArray[np.uint8]:
    """Return one of our PNGs as `size size 3`, padded on white to a square and resampled.

    Raises `InvalidInput` for bytes that are no PNG.
    """
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as opened:
            picture = opened.convert("RGB")
    except (*DAMAGE, zlib.error) as error:
        raise InvalidInput("that is not a PNG that can be read", expected="a PNG") from error
    side = max(picture.size)
    canvas = Image.new("RGB", (side, side), "white")
    canvas.paste(picture, ((side - picture.width) // 2, (side - picture.height) // 2))
    # The area mean is how the training pictures were made smaller.
    how = Image.Resampling.BOX if side >= size else Image.Resampling.BICUBIC
    return np.asarray(canvas.resize((size, size), how), dtype=np.uint8)


def cover(png: bytes, width: int, height: int) -> NDArray[np.uint8]:
    """Return the middle of one of our PNGs as `height width 3`, scaled so that it fills the size.

    Raises `InvalidInput` for bytes that are no PNG.
    """
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as opened:
            picture = ImageOps.fit(opened.convert("RGB"), (width, height), Image.Resampling.LANCZOS)
    except (*DAMAGE, zlib.error) as error:
        raise InvalidInput("that is not a PNG that can be read", expected="a PNG") from error
    return np.asarray(picture, dtype=np.uint8)


def framed(png: bytes, width: int, height: int, *, whole: bool) -> NDArray[np.uint8]:
    """Return one of our PNGs as `height width 3`, as a model of that size is shown it.

    A `whole` one is padded on white to a square; otherwise the middle of it fills the size.
    """
    return square(png, width) if whole and width == height else cover(png, width, height)


def pixels(png: bytes) -> NDArray[np.uint8]:
    """Return one of our PNGs as it is, `height width 3`. Raises `InvalidInput` for no PNG."""
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as opened:
            return np.asarray(opened.convert("RGB"), dtype=np.uint8)
    except (*DAMAGE, zlib.error) as error:
        raise InvalidInput("that is not a PNG that can be read", expected="a PNG") from error


def thumbnail(png: bytes, side: int) -> bytes:
    """Return a picture as WebP that fits into a square of so many pixels, on white."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        small = _on_white(picture)
        small.thumbnail((side, side))
    small.save(out, "WEBP", quality=80, method=4)
    return out.getvalue()


def jpeg(png: bytes) -> bytes:
    """Encode one of our PNGs as JPEG; its recipe is lost."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(png), formats=["PNG"]) as picture:
        picture.convert("RGB").save(out, "JPEG", quality=92)
    return out.getvalue()


def _too_many_pixels(detail: str) -> TooLarge:
    return TooLarge(detail, expected=f"at most {MOST_PIXELS // 10**6} megapixels")


def _encode(picture: Image.Image, recipe_json: str | None) -> bytes:
    chunks = PngImagePlugin.PngInfo()
    if recipe_json is not None:
        chunks.add_itxt(KEY, recipe_json)
    out = io.BytesIO()
    picture.save(out, "PNG", pnginfo=chunks, compress_level=6)
    return out.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I;16"):
        deep = np.asarray(picture, dtype=np.uint32)
        return Image.fromarray((deep // 257).astype(np.uint8)).convert("RGB")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layers = picture.convert("RGBA")
    white = Image.new("RGBA", layers.size, "white")
    return Image.alpha_composite(white, layers).convert("RGB")


def _recipe_of_png(data: bytes) -> str | None:
    for kind, body in _chunks(data, start=len(PNG_MAGIC), order=">", trailer=4):
        keyword, _, rest = body.partition(b"\0")
        # Two zero bytes: not compressed. Then language and translated keyword, both empty of ours.
        if kind == b"iTXt" and keyword == KEY.encode() and rest[:2] == b"\0\0":
            words = rest[2:].split(b"\0", 2)
            return words[2].decode() if len(words) == 3 else None
    return None


def _recipe_of_webp(data: bytes) -> str | None:
    for kind, body in _chunks(data, start=12, order="<", trailer=0):
        if kind == b"XMP " and (found := XMP_RECIPE.search(body)):
            return html.unescape(found[1].decode())
    return None


def _chunks(data: bytes, *, start: int, order: str, trailer: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield (name, body) of the chunks of a PNG (">") or RIFF ("<") file; large bodies as empty."""
    at = start
    while at + 8 <= len(data):
        first, second = data[at : at + 4], data[at + 4 : at + 8]
        name, size = (second, first) if order == ">" else (first, second)
        length: int = struct.unpack(f"{order}I", size)[0]
        body = at + 8
        yield name, data[body : body + length] if length <= LONGEST_RECIPE else b""
        # RIFF pads chunks to even length.
        at = body + length + trailer + (length % 2 if order == "<" else 0)
