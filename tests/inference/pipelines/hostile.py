"""Models that mean harm, or are broken as if they did: one function writes one of them.

Every function gets the folder of a good model of its own and spoils it; it returns what the user
would add. `fault` is what the refusal has to speak of. Whatever would run code leaves a mark.
"""

from __future__ import annotations

import json
import os
import pickle  # noqa: TID251
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARK = "RASHIN_MARK"  # names the file that code of a model would write
UNET = "unet/diffusion_pytorch_model.safetensors"
Entry = dict[str, Any]


@dataclass(frozen=True)
class Artefact:
    """One hostile model: how it is written, and the words that its refusal must hold."""

    name: str
    fault: str
    write: Callable[[Path], Entry | None]


ARTEFACTS: list[Artefact] = []


def artefact(fault: str) -> Callable[[Callable[[Path], Entry | None]], None]:
    """Enter a function that spoils the good model in a folder."""

    def enter(write: Callable[[Path], Entry | None]) -> None:
        ARTEFACTS.append(Artefact(write.__name__.strip("_"), fault, write))

    return enter


def entry_of(artefact: Artefact, model: Path) -> Entry:
    """Spoil the model in a folder and return the entry that a user would add."""
    said = artefact.write(model) or {}
    return {"id": "hostile", "kind": "folder", "path": str(model)} | said


# What code of a model would do


class Payload:
    """Runs when it is unpickled: starts a process that leaves a mark."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f'echo ran > "${MARK}"',)


CODE = f"import os, socket, subprocess\nsubprocess.run('echo ran > \"${MARK}\"', shell=True)\n"


def unpickled() -> bytes:
    return pickle.dumps({"weight": Payload()})


def torch_zip() -> bytes:
    """Return what `torch.save` writes: an archive with a pickle inside."""
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.pkl", unpickled())
        archive.writestr("archive/version", "3\n")
    return out.getvalue()


# Tools


def change(path: Path, **fields: Any) -> None:
    """Set fields of a JSON file."""
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def header(fields: dict[str, Any] | bytes, data: bytes = b"", length: int | None = None) -> bytes:
    """Return a safetensors file."""
    text = fields if isinstance(fields, bytes) else json.dumps(fields).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + data


def tensor(start: int, end: int, shape: list[int], dtype: str = "F32") -> dict[str, Any]:
    return {"dtype": dtype, "shape": shape, "data_offsets": [start, end]}


def parts_of(file: Path) -> tuple[dict[str, Any], bytes]:
    """Return header and data of a good safetensors file."""
    data = file.read_bytes()
    size = int.from_bytes(data[:8], "little")
    return json.loads(data[8 : 8 + size]), data[8 + size :]


def beside(model: Path, name: str, data: bytes) -> Entry:
    """Write a file that is added by itself."""
    path = model.parent / name
    path.write_bytes(data)
    return {"kind": "file", "path": str(path)}
