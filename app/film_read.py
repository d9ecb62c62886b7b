"""The journey inside a film file, found by walking its container by hand.

No decoder, no XML parser and no archive extractor touches a stranger's bytes for it. Whatever is
not as expected ends the search; nothing is trusted about lengths.
"""

from __future__ import annotations

import html
import io
import re
import struct
from collections.abc import Iterator

from app.archives import opened
from app.film_files import KEY, MEMBER

MOST_FILM_BYTES = 64_000_000
LONGEST = 1_000_000
_XMP = re.compile(rb"<rashin:journey>([^<]*)</rashin:journey>")
_EBML, _SEGMENT, _TAGS, _TAG, _SIMPLE = 0x1A45DFA3, 0x18538067, 0x1254C367, 0x7373, 0x67C8
_NAME, _STRING = 0x45A3, 0x4487


def journey_in(data: bytes) -> str | None:
    """Return the JSON that a film carries: mp4, webm, gif, apng, webp or zip; None where none is.

    Raises `InvalidInput` or `TooLarge` for a zip that is no honest one.
    """
    try:
        found = _found(data)
    except (struct.error, UnicodeDecodeError, IndexError):
        return None
    return found if found is not None and len(found) <= LONGEST else None


def _found(data: bytes) -> str | None:
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return _of_gif(data)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _of_png(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _of_webp(data)
    if data[4:8] == b"ftyp":
        return _of_mp4(data)
    if data[:4] == b"\x1a\x45\xdf\xa3":
        return _of_webm(data)
    if data[:4] == b"PK\x03\x04":
        return _of_zip(data)
    return None


def _of_zip(data: bytes) -> str | None:
    with opened(io.BytesIO(data)) as archive:
        return archive.read(MEMBER).decode() if MEMBER in archive.names else None


def _of_gif(data: bytes) -> str | None:
    at = 13 + (3 * 2 ** ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    while data[at] == 0x21:  # extensions stand before the first picture
        kind, at, said = data[at + 1], at + 2, bytearray()
        while (size := data[at]) != 0:
            said += data[at + 1 : at + 1 + size]
            at += 1 + size
            if len(said) > LONGEST:
                return None
        at += 1
        if kind == 0xFE:
            return said.decode()
    return None


def _of_png(data: bytes) -> str | None:
    at = 8
    while at + 12 <= len(data):
        size = int(struct.unpack(">I", data[at : at + 4])[0])
        if data[at + 4 : at + 8] == b"iTXt" and size <= LONGEST:
            keyword, _, rest = data[at + 8 : at + 8 + size].partition(b"\0")
            words = rest[2:].split(b"\0", 2)
            if keyword == KEY.encode() and rest[:2] == b"\0\0" and len(words) == 3:
                return words[2].decode()
        at += 12 + size
    return None


def _of_webp(data: bytes) -> str | None:
    at = 12
    while at + 8 <= len(data):
        size = int(struct.unpack("<I", data[at + 4 : at + 8])[0])
        if data[at : at + 4] == b"XMP " and size <= 2 * LONGEST:
            found = _XMP.search(data[at + 8 : at + 8 + size])
            return html.unescape(found[1].decode()) if found else None
        at += 8 + size + size % 2
    return None


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield (name, begin, end) of the boxes of an MP4 between two places."""
    while at + 8 <= end:
        size, name = int(struct.unpack(">I", data[at : at + 4])[0]), data[at + 4 : at + 8]
        begin = at + 8
        if size == 1:
            size, begin = int(struct.unpack(">Q", data[at + 8 : at + 16])[0]), at + 16
        stop = end if size == 0 else at + size
        if stop < begin or stop > end:
            return
        yield name, begin, stop
        at = stop


def _of_mp4(data: bytes) -> str | None:
    span: tuple[int, int] | None = (0, len(data))
    for name in (b"moov", b"udta", b"meta", b"ilst", b"\xa9cmt", b"data"):
        if span is None:
            return None
        begin, end = span
        # `meta` begins with version and flags.
        begin += 4 if name == b"ilst" else 0
        span = next(((a, b) for kind, a, b in _boxes(data, begin, end) if kind == name), None)
    if span is None or span[1] - span[0] > LONGEST:
        return None
    return data[span[0] + 8 : span[1]].decode()


def _number(data: bytes, at: int, *, keep_mark: bool) -> tuple[int, int]:
    """Return a number of EBML and where it ends; its length stands in the leading zero bits."""
    first = data[at]
    length = 9 - first.bit_length()
    if length > 8:
        raise IndexError
    value = int.from_bytes(data[at : at + length], "big")
    if len(data) < at + length:
        raise IndexError
    return (value if keep_mark else value & ~(1 << (7 * length))), at + length


def _elements(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield (id, begin, end) of the elements of a WebM between two places."""
    while at < end:
        id, at = _number(data, at, keep_mark=True)
        size, begin = _number(data, at, keep_mark=False)
        # A stream that was cut off says all ones: as far as its parent.
        unknown = size == (1 << (7 * (begin - at))) - 1
        stop = end if unknown else begin + size
        if stop > end:
            return
        yield id, begin, stop
        at = stop


def _of_webm(data: bytes) -> str | None:
    for top, begin, end in _elements(data, 0, len(data)):
        if top != _SEGMENT:
            continue
        for tags in _inside(data, begin, end, _TAGS):
            for tag in _inside(data, *tags, _TAG):
                for simple in _inside(data, *tag, _SIMPLE):
                    parts = {id: (a, b) for id, a, b in _elements(data, *simple)}
                    if _NAME in parts and _STRING in parts:
                        name, text = parts[_NAME], parts[_STRING]
                        if data[slice(*name)].strip(b"\0") == b"COMMENT" and _short(text):
                            return data[slice(*text)].strip(b"\0").decode()
    return None


def _short(span: tuple[int, int]) -> bool:
    return span[1] - span[0] <= LONGEST


def _inside(data: bytes, begin: int, end: int, wanted: int) -> Iterator[tuple[int, int]]:
    for id, a, b in _elements(data, begin, end):
        if id == wanted:
            yield a, b
