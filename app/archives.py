"""Zip files that strangers bring: read member by member, within limits, or refused with the reason.

Nothing is ever unpacked to a path: members are read into memory, by names that were expected.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from inference.errors import InvalidInput, TooLarge

MOST_ARCHIVE_BYTES = 100_000_000
MOST_MEMBERS = 5_000
MOST_UNPACKED_BYTES = 400_000_000
MOST_MEMBER_BYTES = 25_000_000
# Pictures hardly shrink and JSON by tenfold; a thousandfold is a bomb.
MOST_SQUEEZED = 200
_SMALL = 100_000
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
# A local header is at least so long before name and data.
_HEADER = 30
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
_HINT = "make the archive anew, with the program that is meant to make it"


@dataclass(frozen=True)
class Archive:
    """A zip whose table of contents was checked; `names` are its files, in their order."""

    names: tuple[str, ...]
    _zip: zipfile.ZipFile

    def read(self, name: str) -> bytes:
        """Return a member. Raises `InvalidInput` for one that is missing or damaged."""
        if name not in self.names:
            raise InvalidInput(f"the archive holds no {name[:80]!r}", expected=name, hint=_HINT)
        try:
            with self._zip.open(name) as member:
                found = member.read(MOST_MEMBER_BYTES + 1)
        except _BROKEN as error:
            raise InvalidInput(f"{name[:80]!r} in the archive is damaged", hint=_HINT) from error
        if len(found) > MOST_MEMBER_BYTES:
            raise TooLarge(f"{name[:80]!r} is larger than it says", hint=_HINT)
        return found


@contextmanager
def opened(file: BinaryIO | Path) -> Iterator[Archive]:
    """Open a stranger's zip. Raises `InvalidInput` or `TooLarge` before anything is unpacked.

    Refused are: more than 5,000 members, 400 MB unpacked, a member of more than 25 MB or squeezed
    more than 200-fold, members that overlap, encryption, links, names that leave the archive.
    """
    try:
        found = zipfile.ZipFile(file)
    except _BROKEN as error:
        raise InvalidInput("that is no zip file that can be read", expected="a zip") from error
    with found:
        members = found.infolist()
        if len(members) > MOST_MEMBERS:
            raise TooLarge(
                f"the archive has {len(members):,} members", expected=f"at most {MOST_MEMBERS:,}"
            )
        _refuse_bombs(members)
        for member in members:
            _refuse_odd(member)
        yield Archive(tuple(each.filename for each in members if not each.is_dir()), found)


def _refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    total = sum(member.file_size for member in members)
    if total > MOST_UNPACKED_BYTES:
        raise TooLarge(
            f"the archive unpacks to {total / 1e6:,.0f} MB",
            expected=f"at most {MOST_UNPACKED_BYTES // 10**6} MB",
        )
    if len({member.filename for member in members}) < len(members):
        raise InvalidInput("two members of the archive have the same name", hint=_HINT)
    placed = sorted(members, key=lambda member: member.header_offset)
    for one, next_ in pairwise(placed):
        if one.header_offset + _HEADER + one.compress_size > next_.header_offset:
            raise InvalidInput(f"{one.filename[:80]!r} overlaps another member", hint=_HINT)


def _refuse_odd(member: zipfile.ZipInfo) -> None:
    name = member.filename
    parts = name.split("/")
    if (
        ".." in parts
        or name.startswith("/")
        or "\\" in name
        or ":" in name
        or not name.isprintable()
    ):
        raise InvalidInput(f"{name[:80]!r} is no name for a member of an archive", hint=_HINT)
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise InvalidInput(f"{name[:80]!r} is a link or a device", expected="files alone")
    if member.flag_bits & _ENCRYPTED or member.compress_type not in _METHODS:
        raise InvalidInput(
            f"{name[:80]!r} is encrypted or packed in a rare way", expected="a plain zip"
        )
    if member.file_size > MOST_MEMBER_BYTES:
        raise TooLarge(
            f"{name[:80]!r} has {member.file_size / 1e6:,.0f} MB",
            expected=f"at most {MOST_MEMBER_BYTES // 10**6} MB",
        )
    if member.file_size > max(_SMALL, MOST_SQUEEZED * member.compress_size):
        raise TooLarge(f"{name[:80]!r} unpacks to far more than it holds", hint=_HINT)
