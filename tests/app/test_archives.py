"""A stranger's zip is read within limits, or refused before anything of it is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from app.archives import MOST_MEMBER_BYTES, MOST_MEMBERS, opened
from inference.errors import InvalidInput, TooLarge


def packed(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name.replace("__", "/"), body)
    return out.getvalue()


def read(data: bytes) -> dict[str, bytes]:
    with opened(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.names}


def test_what_was_packed_is_read() -> None:
    assert read(packed(a=b"1", pictures__b=b"2" * 1000)) == {"a": b"1", "pictures/b": b"2" * 1000}


@pytest.mark.parametrize(
    "name", ["../up", "/etc/passwd", "a/../../b", "c:\\x", "a\\b", "bell\x07", "pictures/../../x"]
)
def test_names_that_leave_the_archive_are_refused(name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"x")
    with pytest.raises(InvalidInput):
        read(out.getvalue())


def test_links_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, b"/etc/passwd")
    with pytest.raises(InvalidInput, match="link"):
        read(out.getvalue())


def test_a_bomb_is_refused_by_what_it_says() -> None:
    with pytest.raises(TooLarge, match="far more"):
        read(packed(zeros=bytes(20_000_000)))
    with pytest.raises(TooLarge, match="25"):
        read(packed(zeros=bytes(MOST_MEMBER_BYTES + 1)))


def test_a_bomb_that_lies_about_its_size_is_refused_while_it_is_read() -> None:
    data = bytearray(packed(zeros=bytes(MOST_MEMBER_BYTES + 1)))
    # The true size stands in the local header and in the table of contents: say 10,000 in both.
    true, told = struct.pack("<I", MOST_MEMBER_BYTES + 1), struct.pack("<I", 10_000)
    lying = bytes(data).replace(true, told)
    with pytest.raises(InvalidInput):
        read(lying)


def test_members_that_share_bytes_are_refused() -> None:
    data = packed(a=b"x" * 4000, b=b"y" * 4000)
    at = data.rindex(b"PK\x01\x02")
    # The second entry of the table points at the first member.
    shared = data[: at + 42] + struct.pack("<I", 0) + data[at + 46 :]
    with pytest.raises(InvalidInput, match="overlaps"):
        read(shared)


def test_too_many_members_are_refused() -> None:
    with pytest.raises(TooLarge, match="members"):
        read(packed(**{f"n{k}": b"" for k in range(MOST_MEMBERS + 1)}))


@pytest.mark.parametrize("cut", [0, 10, 100, -5])
def test_broken_bytes_are_refused(cut: int) -> None:
    with pytest.raises(InvalidInput):
        read(packed(a=b"1" * 100, b=b"2")[:cut])


def test_a_member_that_is_not_there_is_named() -> None:
    with opened(io.BytesIO(packed(a=b"1"))) as archive, pytest.raises(InvalidInput, match="nobody"):
        archive.read("nobody")
