"""What the web process and a worker say to each other: MessagePack frames over a pipe.

A frame is its length (u32, little-endian) and one MessagePack map. A pipe that ends between two
frames ended cleanly; anywhere else the sender died in mid-sentence.
"""

from __future__ import annotations

import asyncio
import struct
from dataclasses import dataclass, field
from typing import Any, BinaryIO, TypeAlias

import msgpack  # type: ignore[import-untyped]

from inference.errors import RashinError, TooLarge, from_json

Message: TypeAlias = dict[str, Any]

LENGTH = struct.Struct("<I")
# An upload is at most 20 MB; three of them and a recipe fit.
LONGEST_FRAME = 64 * 2**20


class BrokenFrame(RashinError):
    """Bytes on the pipe that are not a frame: the other side died or is another program."""

    code, title = "broken_frame", "The worker could not be understood"


class WorkerCrashed(RashinError):
    """The worker died every time it worked on this."""

    code, title = "worker_crashed", "The model worker died while it made this picture"


class NotAPicture(RashinError):
    """The networks returned numbers that no picture can be made of."""

    status, code, title = 422, "not_a_picture", "That recipe leads out of the model's world"


@dataclass(frozen=True, slots=True)
class Step:
    """Step `step` of `steps` is done; `preview` is a PNG of it where previews were asked for."""

    step: int
    steps: int
    preview: bytes | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """The picture: a PNG with its recipe inside, its size in pixels, milliseconds by stage, and
    the environment that it was made in.
    """

    image: bytes
    width: int
    height: int
    timings: dict[str, float] = field(default_factory=dict)
    environment: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failed:
    """No picture, and why."""

    error: RashinError


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Nobody wants it any more; `superseded` when a newer one of the same view took its place.

    `spent_ms` is how long the worker was at it, for nothing.
    """

    superseded: bool
    spent_ms: float = 0.0


Event: TypeAlias = Step | Done | Failed | Cancelled


def frame(message: Message) -> bytes:
    """Return the bytes of one frame. Raises `TooLarge` past 64 MiB."""
    body: bytes = msgpack.packb(message, use_bin_type=True)
    if len(body) > LONGEST_FRAME:
        raise TooLarge(f"a message of {len(body)} bytes; the limit is {LONGEST_FRAME}")
    return LENGTH.pack(len(body)) + body


def read(stream: BinaryIO) -> Message | None:
    """Wait for the next message of a blocking stream; None when it ended cleanly.

    Raises `BrokenFrame` when it ended inside a frame or the bytes are not one.
    """
    head = stream.read(LENGTH.size)
    if not head:
        return None
    body = stream.read(_length(head))
    return _message(head, body)


async def receive(reader: asyncio.StreamReader) -> Message | None:
    """Wait for the next message of an asyncio stream; as `read` otherwise."""
    try:
        head = await reader.readexactly(LENGTH.size)
    except asyncio.IncompleteReadError as error:
        if not error.partial:
            return None
        raise BrokenFrame("the pipe ended inside the length of a frame") from error
    try:
        body = await reader.readexactly(_length(head))
    except asyncio.IncompleteReadError as error:
        body = error.partial
    return _message(head, body)


def event_of(message: Message) -> Event:
    """Turn what a worker said about a render into an event."""
    kind = message["is"]
    if kind == "step":
        return Step(message["step"], message["steps"], message.get("preview"))
    if kind == "done":
        size = message["width"], message["height"]
        rest = message.get("timings", {}), message.get("environment", {})
        return Done(message["image"], *size, *rest)
    if kind == "failed":
        return Failed(from_json(message["error"]))
    if kind == "cancelled":
        return Cancelled(message["superseded"], message.get("spent_ms", 0.0))
    raise BrokenFrame(f"{kind!r} is not an event of a render")


def _length(head: bytes) -> int:
    if len(head) < LENGTH.size:
        raise BrokenFrame("the pipe ended inside the length of a frame")
    length: int = LENGTH.unpack(head)[0]
    if length > LONGEST_FRAME:
        raise BrokenFrame(f"a frame of {length} bytes was announced; the limit is {LONGEST_FRAME}")
    return length


def _message(head: bytes, body: bytes) -> Message:
    if len(body) < _length(head):
        raise BrokenFrame(f"the pipe ended after {len(body)} of {_length(head)} bytes of a frame")
    try:
        message = msgpack.unpackb(body, raw=False)
    except (ValueError, msgpack.UnpackException) as error:
        raise BrokenFrame(f"a frame is not MessagePack: {error}") from error
    if not isinstance(message, dict):
        raise BrokenFrame(f"a frame holds {type(message).__name__}, expected a map")
    return message
