"""Film files: pictures one after another in, one file with its journey inside out.

GIF, APNG, WebP and zip need nothing but Pillow. MP4 and WebM need the extra `film` (PyAV). Its
wheels carry x264 and x265, which are GPL; neither is ever opened here.
"""

from __future__ import annotations

import html
import io
import itertools
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

from PIL import Image, PngImagePlugin

from inference.errors import InvalidInput, RashinError, TooLarge

Format = Literal["mp4", "webm", "gif", "apng", "webp", "frames"]
ENDINGS = {
    "mp4": "mp4",
    "webm": "webm",
    "gif": "gif",
    "apng": "png",
    "webp": "webp",
    "frames": "zip",
}
TYPES = {
    "mp4": "video/mp4", "webm": "video/webm", "gif": "image/gif", "png": "image/png",
    "webp": "image/webp", "zip": "application/zip",
}  # fmt: skip
# Best first. H.264 by Cisco's BSD library where it is there; VP9 and AV1 are royalty-free.
CODECS: dict[str, tuple[str, ...]] = {
    "mp4": ("libopenh264", "libvpx-vp9", "libsvtav1"),
    "webm": ("libvpx-vp9", "libsvtav1"),
}
OPTIONS: dict[str, dict[str, str]] = {
    "libvpx-vp9": {"crf": "24", "b": "0", "deadline": "good", "cpu-used": "4", "threads": "1"},
    "libsvtav1": {"crf": "28", "preset": "9"},
    "libopenh264": {"b": "4M"},
}
KEY, MEMBER = "rashin-journey", "journey.json"
XMP_OPEN = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:rashin="urn:rashin:1"><rashin:journey>'
)
XMP_CLOSE = "</rashin:journey></rdf:Description></rdf:RDF></x:xmpmeta>"
# Pillow holds an animation in memory while it writes one.
MOST_HELD_PIXELS = 100_000_000
INSTALL = "pip install 'rashin[film]'"


class MissingEncoder(RashinError):
    """This installation cannot write that kind of film."""

    status, code, title = 422, "missing_encoder", "This server cannot write that kind of film"


@dataclass(frozen=True)
class Film:
    """What is to be written: PNG files, their rate, how much larger than the model drew them."""

    pictures: Sequence[Callable[[], bytes]]
    fps: float
    scale: int
    journey_json: str
    title: str


Told = Callable[[float], None]


def codec_of(format: str) -> str | None:
    """Return the encoder for a kind of film; None where Pillow does it. Raises `MissingEncoder`."""
    if format not in CODECS:
        return None
    try:
        from av.codec import codecs_available
    except ImportError as error:
        raise MissingEncoder(
            f"{format} needs an encoder that is not installed",
            expected="gif, apng, webp or frames, which need nothing",
            hint=f"{INSTALL}, then start the server again",
        ) from error
    for codec in CODECS[format]:
        if codec in codecs_available and _encodes(codec):
            return codec
    raise MissingEncoder(
        f"the installed FFmpeg libraries have no encoder for {format} that may be used here",
        expected=" or ".join(CODECS[format]),
        hint=f"{INSTALL}, or choose gif, apng, webp or frames",
    )


def _encodes(codec: str) -> bool:
    from av.codec import Codec
    from av.codec.codec import UnknownCodecError

    try:
        Codec(codec, "w")
    except UnknownCodecError:
        return False
    return True


def refuse_if_too_large(format: str, frames: int, width: int, height: int) -> None:
    """Raise `TooLarge` for an animation that would not fit into memory while it is written."""
    pixels = frames * width * height
    if format in ("gif", "apng", "webp") and pixels > MOST_HELD_PIXELS:
        raise TooLarge(
            f"{frames} pictures of {width}×{height} are too much for {format}",
            expected=f"at most {MOST_HELD_PIXELS // 10**6} million pixels in all",
            hint="choose mp4 or webm, fewer pictures a second, or a smaller size",
        )


def write(format: Format, path: Path, film: Film, told: Told) -> None:
    """Write a film; `told` hears of each picture (0 … 1) and may raise to stop."""
    if format == "frames":
        _write_zip(path, film, told)
    elif format in CODECS:
        _write_video(format, path, film, told)
    else:
        _write_animation(format, path, film, told)


def durations_ms(frames: int, fps: float) -> list[int]:
    """Return how long each picture stays, in hundredths of a second that do not add up errors."""
    edges = [round(100 * n / fps) for n in range(frames + 1)]
    return [max(10 * (b - a), 10) for a, b in itertools.pairwise(edges)]


class _Drawn:
    """The pictures of a film from the one at `start` on, enlarged; Pillow may ask for them twice."""

    def __init__(self, film: Film, told: Told, start: int = 0) -> None:
        self.film, self.told, self.start, self.furthest = film, told, start, 0.0

    def __iter__(self) -> Iterator[Image.Image]:
        film = self.film
        for n in range(self.start, len(film.pictures)):
            self.furthest = max(self.furthest, n / len(film.pictures))
            self.told(self.furthest)
            with Image.open(io.BytesIO(film.pictures[n]()), formats=["PNG"]) as opened:
                drawn = opened.convert("RGB")
            if film.scale > 1:
                size = drawn.width * film.scale, drawn.height * film.scale
                drawn = drawn.resize(size, Image.Resampling.LANCZOS)
            yield drawn


def _write_animation(format: str, path: Path, film: Film, told: Told) -> None:
    first = next(iter(_Drawn(film, told)))
    drawn = _Drawn(film, told, start=1)
    ms = durations_ms(len(film.pictures), film.fps)
    said: dict[str, Any] = {"save_all": True, "append_images": drawn, "duration": ms, "loop": 0}
    with path.open("wb") as out:
        if format == "gif":
            first.save(out, "GIF", comment=film.journey_json.encode(), disposal=1, **said)
        elif format == "apng":
            chunks = PngImagePlugin.PngInfo()
            chunks.add_itxt(KEY, film.journey_json)
            first.save(out, "PNG", pnginfo=chunks, compress_level=6, **said)
        else:
            xmp = (XMP_OPEN + html.escape(film.journey_json, quote=False) + XMP_CLOSE).encode()
            first.save(out, "WEBP", quality=88, method=4, xmp=xmp, **said)
    told(1.0)


def _write_zip(path: Path, film: Film, told: Told) -> None:
    """Write the pictures as they were made, each with its recipe inside, and the journey."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as packed:
        # The date is part of the bytes; equal journeys make equal files.
        packed.writestr(zipfile.ZipInfo(MEMBER), film.journey_json)
        for n, picture in enumerate(film.pictures):
            told(n / len(film.pictures))
            packed.writestr(zipfile.ZipInfo(f"frame-{n + 1:05d}.png"), picture())
    told(1.0)


def _write_video(format: str, path: Path, film: Film, told: Told) -> None:
    codec = codec_of(format)
    if codec is None:
        raise InvalidInput(f"{format} is no video")
    import av

    frame: Any = av.VideoFrame
    drawn = iter(_Drawn(film, told))
    first = next(drawn)
    options = {"movflags": "+faststart"} if format == "mp4" else {}
    with av.open(str(path), "w", format=format, options={**options, "fflags": "+bitexact"}) as out:
        out.metadata["title"] = film.title or "Rashin"
        out.metadata["comment"] = film.journey_json
        stream: Any = out.add_stream(codec, rate=Fraction(film.fps).limit_denominator(1000))
        # Colours are kept at half the resolution, so sides are even.
        stream.width, stream.height = first.width // 2 * 2, first.height // 2 * 2
        stream.pix_fmt = "yuv420p"
        stream.options = dict(OPTIONS[codec])
        for picture in itertools.chain([first], drawn):
            out.mux(stream.encode(frame.from_image(_even(picture))))
        out.mux(stream.encode())
    told(1.0)


def _even(picture: Image.Image) -> Image.Image:
    width, height = picture.width // 2 * 2, picture.height // 2 * 2
    return picture if picture.size == (width, height) else picture.crop((0, 0, width, height))
