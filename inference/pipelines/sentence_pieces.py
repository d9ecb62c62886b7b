"""Sentence-piece models, read without the library that writes them.

A protocol buffer whose field 1 are the pieces (1 word, 2 score) and whose field 3 is the normaliser
(2 its table of characters). Source: sentencepiece_model.proto of that project.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from inference.pipelines.charsmap import check_charsmap
from inference.pipelines.refusal import RefusedModel

MOST_PIECES = 2**20


def read_pieces(data: bytes, where: str) -> tuple[tuple[tuple[str, float], ...], bytes | None]:
    """Return the pieces with their scores, and the table of the normaliser."""
    pieces, charsmap = [], None
    try:
        for field, value in _fields(data):
            if field == 1 and isinstance(value, bytes):
                inner = dict(_fields(value))
                word, score = inner[1], inner.get(2, b"\0\0\0\0")
                if not isinstance(word, bytes) or not isinstance(score, bytes):
                    raise RefusedModel(f"{where} holds a piece that is none")
                pieces.append((word.decode("utf-8"), struct.unpack("<f", score)[0]))
            elif field == 3 and isinstance(value, bytes):
                table = dict(_fields(value)).get(2)
                if isinstance(table, bytes) and table:
                    charsmap = check_charsmap(table, where)
    except (ValueError, IndexError, KeyError, struct.error) as error:
        raise RefusedModel(f"{where} is no sentence-piece model: {error!r}") from error
    if not 3 < len(pieces) <= MOST_PIECES:
        raise RefusedModel(f"{where} holds {len(pieces)} pieces")
    return tuple(pieces), charsmap


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield number and value of the fields of a protocol buffer."""
    at = 0
    while at < len(data):
        tag, at = _number(data, at)
        kind = tag & 7
        if kind == 0:
            value, at = _number(data, at)
            yield tag >> 3, value
            continue
        if kind == 2:
            size, at = _number(data, at)
        else:
            size = {1: 8, 5: 4}[kind]
        if at + size > len(data):
            raise ValueError("a field is longer than the file")
        yield tag >> 3, data[at : at + size]
        at += size


def _number(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(10):
        byte = data[at + place]
        value |= (byte & 127) << (7 * place)
        if byte < 128:
            return value, at + place + 1
    raise ValueError("a number is too long")
