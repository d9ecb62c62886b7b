"""Files named by the SHA-256 of their bytes: written once, never changed, checked when read."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.errors import DamagedPicture
from inference.errors import OutOfDisk, UnknownId

if os.name == "posix":
    import fcntl

BEGUN = ".new-"
_SHA = re.compile(r"[0-9a-f]{64}")
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO, errno.EACCES}


def out_of_disk(detail: str) -> OutOfDisk:
    """Say that nothing could be written, and what to do."""
    return OutOfDisk(
        detail,
        hint="free some space in the data folder and try again; what is stored can still be read",
        retry_after_s=5,
    )


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive power loss (on systems where folders can be synced)."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_mine(file: BinaryIO) -> bool:
    """Mark an open file as written by this process; False where another one has it (on POSIX)."""
    if os.name == "posix":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


class Files:
    """A folder of PNG files, `ab/abcd….png`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opened_at = time.time()

    def sweep(self) -> int:
        """Remove what was begun and never finished; return how many files.

        Those are older than this object, and nobody writes them: whoever did was killed.
        """
        removed = 0
        for path in self.folder.glob(f"*/{BEGUN}*"):
            # It may be finished, or swept by another process, at this very moment.
            with suppress(FileNotFoundError), path.open("rb") as file:
                if path.stat().st_mtime < self._opened_at and _is_mine(file):
                    path.unlink()
                    removed += 1
        return removed

    def path(self, sha256: str) -> Path:
        """Where the picture with this hash lies, or would lie."""
        if not _SHA.fullmatch(sha256):
            raise UnknownId(f"{sha256[:80]!r} is not the hash of a picture")
        return self.folder / sha256[:2] / f"{sha256}.png"

    def put(self, picture: bytes) -> str:
        """Write a picture so that it survives power loss; return its hash.

        Order: temporary file, fsync, rename, fsync of the folder. A torn file is never visible.
        """
        sha256 = hashlib.sha256(picture).hexdigest()
        target = self.path(sha256)
        if target.exists():
            return sha256
        temporary: str | None = None
        try:
            if not target.parent.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                sync_folder(self.folder)
            handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=BEGUN)
            with os.fdopen(handle, "wb") as file:
                _is_mine(file)
                file.write(picture)
                file.flush()
                os.fsync(handle)
            Path(temporary).replace(target)
            sync_folder(target.parent)
        except OSError as error:
            if temporary is not None:
                Path(temporary).unlink(missing_ok=True)
            if error.errno in _NO_ROOM:
                raise out_of_disk(f"the picture could not be written: {error.strerror}") from error
            raise
        return sha256

    def has(self, sha256: str) -> bool:
        """Whether the picture is there; its bytes are not looked at."""
        return self.path(sha256).exists()

    def remove(self, sha256: str) -> None:
        """Delete a picture for good; one that is not there is gone already."""
        self.path(sha256).unlink(missing_ok=True)

    def get(self, sha256: str) -> bytes:
        """Read a picture. A damaged one is set aside, so that it can be made anew, and reported."""
        path = self.path(sha256)
        try:
            picture = path.read_bytes()
        except FileNotFoundError:
            raise UnknownId(f"there is no picture {sha256}") from None
        if hashlib.sha256(picture).hexdigest() != sha256:
            with suppress(OSError):
                path.replace(path.with_suffix(".damaged"))
            raise DamagedPicture(
                f"picture {sha256} does not match its hash; it was set aside",
                hint="POST its recipe again, or upload it again",
            )
        return picture
