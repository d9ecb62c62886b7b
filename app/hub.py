"""Fetching a model from the hub: which files, how many bytes, one after another, each checked.

Only JSON, words and safetensors are taken. What was taken is read by nobody but the loader, which
trusts it no more than any other folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.hub_door import HubDoor, HubUnreachable
from app.storage.files import out_of_disk
from inference.errors import InvalidInput, OutOfDisk, TooLarge
from inference.pipelines.allow import PIPELINES, SAME_PIPELINE
from inference.pipelines.refusal import RefusedModel
from inference.pipelines.strict_json import read_json

ID = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}")
PLACE = re.compile(r"([A-Za-z0-9][\w-]{0,63}/)?[A-Za-z0-9][\w.-]{0,127}")
REVISION = re.compile(r"[0-9a-f]{7,64}")
INDEX = "model_index.json"
WORDS = {
    "config.json", "scheduler_config.json", "tokenizer_config.json", "tokenizer.json",
    "vocab.json", "merges.txt", "spiece.model", "special_tokens_map.json", "added_tokens.json",
}  # fmt: skip
WEIGHTS = re.compile(r"(diffusion_pytorch_model|model)(\.fp16)?(-\d{5}-of-\d{5})?\.safetensors")
SHARD_LIST = re.compile(r"(diffusion_pytorch_model|model)\.safetensors\.index(\.fp16)?\.json")
LARGEST_LIST, LARGEST_WORDS, LARGEST_MODEL = 8 * 2**20, 64 * 2**20, 512 * 2**30
LEFT_OUT = {"safety_checker", "feature_extractor", "image_encoder"}
CHUNK, KEPT_FREE = 2**20, 2 * 2**30

Tell = Callable[[int, int, str], None]


@dataclass(frozen=True)
class File:
    """A file of a model on the hub; the hash is there for large ones."""

    name: str
    size: int
    sha256: str | None


class Cancelled(Exception):
    """Somebody does not want the model any more."""


class Hub:
    """Fetches models into a folder, in a thread of the caller's."""

    def __init__(self, door: HubDoor, folder: Path) -> None:
        self._door, self._folder = door, folder

    def fetch(self, id: str, tell: Tell, stop: threading.Event) -> Path:
        """Return the folder of a model, complete. `tell` hears (bytes, of bytes, file).

        Raises `InvalidInput`, `HubUnreachable`, `OutOfDisk`, `TooLarge`, and `Cancelled` once `stop`
        is set. Files that are complete stay for the next time.
        """
        revision, listed = self._list(id)
        files = chosen(listed)
        total = sum(file.size for file in files)
        if total > LARGEST_MODEL:
            raise TooLarge(f"{id} has {_gib(total)}", expected=f"at most {_gib(LARGEST_MODEL)}")
        to = self._folder / id.replace("/", "--") / revision
        try:
            to.mkdir(parents=True, exist_ok=True)
            _room_for(total - sum(f.size for f in files if _is_here(to, f)), to)
            done = 0
            for file in files:
                if not _is_here(to, file):
                    address = f"{self._door.url}/{id}/resolve/{revision}/{file.name}"
                    self._take(address, file, to / file.name, stop, _from(done, total, file, tell))
                if file.name == INDEX:
                    _check_index((to / INDEX).read_bytes())
                done += file.size
                tell(done, total, file.name)
        except OSError as error:
            raise out_of_disk(f"{id} could not be kept: {error.strerror}") from error
        return to

    def _list(self, id: str) -> tuple[str, list[File]]:
        if not ID.fullmatch(id):
            raise InvalidInput(f"{id[:80]!r} is no id of a model", expected="somebody/model")
        said = self._json(f"{self._door.url}/api/models/{id}/revision/main?blobs=true")
        revision, siblings = said.get("sha"), said.get("siblings")
        if not isinstance(revision, str) or not REVISION.fullmatch(revision):
            raise HubUnreachable("the hub does not say which version this is")
        return revision, [_file(each) for each in siblings or ()]

    def _json(self, address: str) -> Mapping[str, Any]:
        with self._door.open(address) as answer:
            data = answer.read(LARGEST_LIST + 1)
        try:
            found = json.loads(data) if len(data) <= LARGEST_LIST else None
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise HubUnreachable("the hub answers with no list of files")
        return found

    def _take(
        self, address: str, file: File, to: Path, stop: threading.Event, tell: Callable[[int], None]
    ) -> None:
        """Write one file; it has its name only once it is whole and its hash is right."""
        to.parent.mkdir(parents=True, exist_ok=True)
        part, digest, got = to.with_name(f"{to.name}.part"), hashlib.sha256(), 0
        with self._door.open(address) as answer, part.open("wb") as out:
            while chunk := answer.read(CHUNK):
                if stop.is_set():
                    raise Cancelled
                got += len(chunk)
                if got > file.size:
                    raise HubUnreachable(f"{file.name} is longer than the hub said")
                digest.update(chunk)
                out.write(chunk)
                tell(got)
            out.flush()
            os.fsync(out.fileno())
        if got != file.size or file.sha256 not in (None, digest.hexdigest()):
            part.unlink(missing_ok=True)
            raise HubUnreachable(f"{file.name} arrived damaged", hint="try again")
        part.replace(to)


def _check_index(data: bytes) -> None:
    """Refuse at once what would be refused after gigabytes."""
    pipeline = str(read_json(data, INDEX).get("_class_name"))
    if pipeline not in PIPELINES and pipeline not in SAME_PIPELINE:
        raise RefusedModel(
            f"{INDEX} asks for the pipeline {pipeline[:80]!r}", expected=", ".join(PIPELINES)
        )


def _from(done: int, total: int, file: File, tell: Tell) -> Callable[[int], None]:
    return lambda got: tell(done + got, total, file.name)


def _file(said: Any) -> File:
    """Return a file of the list. Raises `HubUnreachable` for what is none."""
    lfs = said.get("lfs") if isinstance(said, dict) else None
    name, size = (said.get("rfilename"), said.get("size")) if isinstance(said, dict) else (0, 0)
    sha256 = lfs.get("sha256") if isinstance(lfs, dict) else None
    if not isinstance(name, str) or not isinstance(size, int) or size < 0:
        raise HubUnreachable("the hub lists a file without name or size")
    return File(name, size, sha256 if isinstance(sha256, str) else None)


def chosen(listed: list[File]) -> list[File]:
    """Return the files to take, small ones first. Raises `InvalidInput` for what is no pipeline."""
    named = {file.name: file for file in listed if PLACE.fullmatch(file.name)}
    if INDEX not in named:
        raise InvalidInput(
            "that model is no diffusers pipeline: it has no model_index.json",
            expected="a repository with a folder for every part",
        )
    taken: dict[str, File] = {}
    for folder in sorted({name.rpartition("/")[0] for name in named} - LEFT_OUT):
        here = {n.rpartition("/")[2]: f for n, f in named.items() if n.rpartition("/")[0] == folder}
        for name in (*(here.keys() & WORDS), *_weights(here)) if folder else (INDEX,):
            if name in WORDS and here[name].size > LARGEST_WORDS:
                raise TooLarge(f"{here[name].name} has {_gib(here[name].size)}")
            taken[here[name].name] = here[name]
    return sorted(taken.values(), key=lambda file: (file.name != INDEX, file.size, file.name))


def _weights(here: Mapping[str, File]) -> list[str]:
    """Return the weights of one part as the loader will look for them: whole, half, or shards."""
    for stem in ("diffusion_pytorch_model", "model"):
        for name in (f"{stem}.safetensors", f"{stem}.fp16.safetensors"):
            if name in here:
                return [name]
    lists = sorted(name for name in here if SHARD_LIST.fullmatch(name))[:1]
    half = any(".fp16" in name for name in lists)
    shards = [n for n in here if "-of-" in n and WEIGHTS.fullmatch(n) and (".fp16" in n) == half]
    return [*lists, *shards] if lists else []


def _is_here(folder: Path, file: File) -> bool:
    path = folder / file.name
    return path.is_file() and path.stat().st_size == file.size


def _room_for(needed: int, folder: Path) -> None:
    free = shutil.disk_usage(folder).free
    if needed + KEPT_FREE > free:
        raise OutOfDisk(
            f"the model needs {_gib(needed)} on disk; {_gib(free)} are free",
            expected=f"{_gib(KEPT_FREE)} left over",
            hint="make room, or choose another --data-dir",
        )


def _gib(number: int) -> str:
    return f"{number / 2**30:.1f} GiB"
