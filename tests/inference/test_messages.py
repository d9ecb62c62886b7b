import asyncio
import io

import pytest

from inference.errors import InvalidInput, TooLarge
from inference.messages import (
    LENGTH,
    LONGEST_FRAME,
    BrokenFrame,
    Cancelled,
    Done,
    Failed,
    Step,
    event_of,
    frame,
    read,
    receive,
)

MESSAGES = [
    {"do": "render", "id": "1", "recipe": {"steps": 2, "steering": []}, "view": None},
    {"is": "done", "id": "1", "image": bytes(range(256)) * 100, "timings": {"decode_ms": 1.5}},
    {"is": "hello", "catalogue": {"title": "絵文字", "deep": [[[1, 2.5, None, True]]]}},
]


def stream_of(data: bytes) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    reader.feed_data(data)
    reader.feed_eof()
    return reader


async def received(data: bytes) -> list[dict]:
    reader, found = stream_of(data), []
    while (message := await receive(reader)) is not None:
        found.append(message)
    return found


def test_messages_come_back_as_they_were_through_both_readers():
    data = b"".join(frame(message) for message in MESSAGES)
    stream = io.BytesIO(data)
    assert [read(stream) for _ in MESSAGES] == MESSAGES
    assert read(stream) is None
    assert asyncio.run(received(data)) == MESSAGES


@pytest.mark.parametrize("length", range(1, len(frame(MESSAGES[0]))))
def test_a_pipe_that_ends_inside_a_frame_is_broken(length):
    data = frame(MESSAGES[0])[:length]
    with pytest.raises(BrokenFrame):
        read(io.BytesIO(data))
    with pytest.raises(BrokenFrame):
        asyncio.run(received(data))


@pytest.mark.parametrize("body", [b"\xc1", b"\x93\x01", b"\x01", b"", b"\x81\xa1a"])
def test_what_is_no_map_is_no_message(body):
    data = LENGTH.pack(len(body)) + body
    with pytest.raises(BrokenFrame):
        read(io.BytesIO(data))


def test_frames_are_bounded_in_both_directions():
    with pytest.raises(TooLarge):
        frame({"image": bytes(LONGEST_FRAME)})
    with pytest.raises(BrokenFrame):
        read(io.BytesIO(LENGTH.pack(LONGEST_FRAME + 1) + b"x" * 100))


def test_what_a_worker_says_becomes_events():
    assert event_of({"is": "step", "step": 1, "steps": 4, "preview": b"p"}) == Step(1, 4, b"p")
    done = {"is": "done", "image": b"i", "width": 64, "height": 32, "timings": {"decode_ms": 2.0}}
    assert event_of(done) == Done(b"i", 64, 32, {"decode_ms": 2.0})
    assert event_of({"is": "cancelled", "superseded": True}) == Cancelled(superseded=True)
    failed = event_of({"is": "failed", "error": InvalidInput("no", hint="yes").to_json()})
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, InvalidInput)
    assert failed.error.hint == "yes"
    with pytest.raises(BrokenFrame):
        event_of({"is": "hello"})
