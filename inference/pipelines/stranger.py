"""A folder that a stranger filled: only plain files below it are opened, and nothing else."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from inference.pipelines.headers import Header, read_header
from inference.pipelines.refusal import RefusedModel
from inference.pipelines.strict_json import read_json

LARGEST_CONFIG = 2**20
LARGEST_VOCABULARY = 64 * 2**20
MOST_FILES, MOST_SHARDS = 1_000, 200
CODE = {
    ".py", ".pyc", ".pyo", ".pyw", ".pyd", ".ipynb", ".pth", ".egg", ".whl", ".so", ".dll", ".dylib", ".cu", ".cpp",
    ".sh", ".bat", ".exe", ".js", ".wasm",
}  # fmt: skip
_SHARD = re.compile(r"[A-Za-z0-9][\w.-]*\.safetensors")
_SNAPSHOT = re.compile(r"models--[\w.-]+")


class Folder:
    """The folder of a model. Every method raises `RefusedModel` rather than leave it."""

    def __init__(self, path: str | Path) -> None:
        wish = Path(path)
        if not wish.is_absolute():
            raise RefusedModel(f"{path} is no full path", expected="a path from the root on")
        try:
            self.root = wish.resolve(strict=True)
            if not self.root.is_dir():
                raise RefusedModel(f"{path} is no folder", expected="a diffusers folder")
        except (OSError, RuntimeError) as error:
            raise RefusedModel(f"{path} cannot be opened: {error}") from error
        self.border = _border(self.root)

    def look_over(self, subfolder: str = "") -> set[str]:
        """Return the names in a folder, after refusing code, devices and links that lead away."""
        where = self._inside(subfolder)
        try:
            with os.scandir(where) as found:
                entries = [entry for entry, _ in zip(found, range(MOST_FILES + 1), strict=False)]
        except OSError as error:
            raise RefusedModel(f"{subfolder or self.root} cannot be listed: {error}") from error
        if len(entries) > MOST_FILES:
            raise RefusedModel(f"{subfolder or self.root} holds more than {MOST_FILES} files")
        for entry in entries:
            self._check(subfolder, entry)
        return {entry.name for entry in entries}

    def _check(self, subfolder: str, entry: os.DirEntry[str]) -> None:
        name = f"{subfolder}/{entry.name}".lstrip("/")
        if Path(entry.name.lower()).suffix in CODE:
            raise RefusedModel(
                f"{name} is code, and no code of a model is ever run here",
                expected="configs, vocabularies and safetensors",
                hint="a model of a known family works without it: take it out of the folder",
            )
        if entry.is_symlink():
            self._inside(name)
        elif not (entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)):
            raise RefusedModel(f"{name} is neither a file nor a folder")

    def has(self, name: str) -> bool:
        """Say whether there is a file or folder of that name."""
        return os.path.lexists(self.root / name)

    def _inside(self, name: str) -> Path:
        """Return where a name leads, links followed; it must be below the folder."""
        if "\x00" in name or "\\" in name or Path(name).is_absolute() or ".." in Path(name).parts:
            raise RefusedModel(f"{name[:80]!r} leads out of the folder", expected="a plain name")
        try:
            found = (self.root / name).resolve(strict=True)
        except (OSError, RuntimeError) as error:
            raise RefusedModel(f"{name} cannot be opened: {error}") from error
        if not found.is_relative_to(self.border):
            raise RefusedModel(f"{name} is a link out of the folder", expected="the file itself")
        return found

    @contextmanager
    def open(self, name: str) -> Iterator[tuple[Path, int]]:
        """Open a plain file for reading; yields where it is and its descriptor."""
        path = self._inside(name)
        # A pipe would let us wait for ever; a name that became a link meanwhile is not followed.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
        try:
            descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
        except OSError as error:
            raise RefusedModel(f"{name} cannot be opened: {error.strerror}") from error
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise RefusedModel(f"{name} is no plain file")
            yield path, descriptor
        finally:
            os.close(descriptor)

    def read(self, name: str, most: int = LARGEST_CONFIG) -> bytes:
        """Return the bytes of a small file."""
        with self.open(name) as (_, descriptor), os.fdopen(os.dup(descriptor), "rb") as file:
            data = file.read(most + 1)
        if len(data) > most:
            raise RefusedModel(f"{name} is larger than {most >> 10} KiB")
        return data

    def json(self, name: str, most: int = LARGEST_CONFIG) -> dict[str, Any]:
        """Return the JSON object of a file."""
        return read_json(self.read(name, most), name)

    def header(self, name: str) -> Header:
        """Return the checked header of a safetensors file."""
        with self.open(name) as (path, descriptor):
            return read_header(path, descriptor, name)

    def weights(self, subfolder: str, stem: str) -> tuple[Header, ...]:
        """Return the headers of a component's weights: one file, its fp16 twin, or shards."""
        names = self.look_over(subfolder)
        whole, half = f"{stem}.safetensors", f"{stem}.fp16.safetensors"
        for found in (whole, half):
            if found in names:
                return (self.header(f"{subfolder}/{found}"),)
        for index in (f"{whole}.index.json", f"{stem}.safetensors.index.fp16.json"):
            if index in names:
                return self._shards(subfolder, index)
        raise RefusedModel(
            f"{subfolder} holds no {whole}{_only_pickles(names)}",
            expected="safetensors",
            hint="convert it with the library that made it: save_pretrained(…) writes safetensors",
        )

    def _shards(self, subfolder: str, index: str) -> tuple[Header, ...]:
        where = f"{subfolder}/{index}"
        places = self.json(where, 16 * LARGEST_CONFIG).get("weight_map")
        if not isinstance(places, dict) or not places:
            raise RefusedModel(f"{where} has no weight_map")
        files = sorted({str(place) for place in places.values()})
        for file in files:
            if not _SHARD.fullmatch(file):
                raise RefusedModel(f"{where} names {file[:80]!r}", expected="a file beside it")
        if len(files) > MOST_SHARDS:
            raise RefusedModel(f"{where} names {len(files)} files", expected=f"≤ {MOST_SHARDS}")
        headers = tuple(self.header(f"{subfolder}/{file}") for file in files)
        found = [
            (key, file)
            for header, file in zip(headers, files, strict=True)
            for key in header.tensors
        ]
        if len(found) != len(places) or dict(found) != places:
            raise RefusedModel(f"{where} does not say what its files hold")
        return headers


def _border(root: Path) -> Path:
    """Return what links may lead to: the folder; in a hub cache also the files beside it."""
    if root.parent.name == "snapshots" and _SNAPSHOT.fullmatch(root.parent.parent.name):
        return root.parent.parent
    return root


def _only_pickles(names: set[str]) -> str:
    pickles = sorted(n for n in names if n.endswith((".bin", ".pt", ".ckpt", ".pkl", ".msgpack")))
    return f"; {pickles[0]} is a pickle, which can run code when it is read" if pickles else ""
