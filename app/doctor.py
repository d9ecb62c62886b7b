"""What is missing on this machine, and how to fix it."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.settings import REPOSITORY, Settings
from inference import packs
from inference.errors import MissingWeights, RashinError
from inference.library import read_library

LEAST_FREE_BYTES = 500_000_000
WALLS = {
    "seccomp": "where the kernel lets no socket be made",
    "namespace": "where the kernel offers no network",
}
CHECKPOINTS = REPOSITORY / "inference" / "checkpoints"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: fine, worth knowing, or broken."""

    state: Literal["ok", "note", "bad"]
    what: str
    fix: str = ""


def examine(settings: Settings) -> list[Finding]:
    """Look at everything that a start needs; nothing is changed and no model is loaded."""
    return [
        *_python(),
        *_packs(),
        *_checkpoints(),
        *_own_models(settings),
        *_network(),
        *_static(settings),
        *_data(settings),
        *_port(settings),
        *_browser(),
    ]


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    fine = sys.version_info >= (3, 11)
    yield Finding("ok" if fine else "bad", f"Python {version}", "" if fine else "use 3.11 or newer")
    for name in ("torch", "tokenizers", "safetensors", "umap", "sklearn"):
        if importlib.util.find_spec(name) is None:
            yield Finding("bad", f"the package {name} is not installed", "run `make setup`")


def _packs() -> Iterator[Finding]:
    for pack in packs.PACKS:
        try:
            folder = packs.folder_of(pack.id)
        except MissingWeights as problem:
            state: Literal["note", "bad"] = "bad" if pack.needed else "note"
            yield Finding(state, problem.detail, problem.hint or "run `make setup`")
        else:
            yield Finding("ok", f"model pack {pack.id} in {folder}")


def _checkpoints() -> Iterator[Finding]:
    fix = "restore it: git checkout -- inference/checkpoints"
    for config in sorted(CHECKPOINTS.glob("*/config.json")):
        damage = []
        for name, digest in json.loads(config.read_text())["files"].items():
            file = config.parent / name
            if not file.is_file():
                damage.append(f"{name} is missing")
            elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
                damage.append(f"{name} is damaged")
        what = f"checkpoint {config.parent.name}"
        if damage:
            yield Finding("bad", f"{what}: {', '.join(damage)}", fix)
        else:
            yield Finding("ok", f"{what}: every file matches its hash")
    if not any(CHECKPOINTS.glob("*/config.json")):
        yield Finding("bad", f"no checkpoint in {CHECKPOINTS}", fix)


def _own_models(settings: Settings) -> Iterator[Finding]:
    """Look at the user's models as the worker will: nothing of them is run and no weight is read."""
    # Whoever only starts the server does not wait for what describes models.
    from inference.pipelines.describe import describe

    try:
        entries = read_library(settings.library)
    except RashinError as problem:
        yield Finding("bad", problem.detail, problem.hint or f"repair {settings.library}")
        return
    for entry in entries:
        try:
            found = describe(entry)
        except RashinError as problem:
            fix = problem.hint or "forget it on the page of models, or put its files back"
            yield Finding("note", f"model {entry.id}: {problem.detail}", fix)
        else:
            size = f"{found.bytes / 1e6:,.1f} MB"
            yield Finding("ok", f"model {entry.id}: {found.pipeline}, {size}, {found.weights}")


def _network() -> Iterator[Finding]:
    """Cut a process off the network as workers are, and see by what."""
    command = [
        sys.executable,
        "-c",
        "from inference.engine.network import cut_network as cut\nprint(cut())",
    ]
    cut = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    if cut in WALLS:
        yield Finding("ok", f"models are opened {WALLS[cut]} ({cut})")
    else:
        yield Finding(
            "note",
            "models are opened in a process where only Python itself refuses the network",
            "nothing to do: this system offers no stronger way without privileges",
        )


def _static(settings: Settings) -> Iterator[Finding]:
    for path, what in (
        (settings.static_dir / "build", "the built page"),
        (settings.static_dir / "maps" / "emoji-vector" / "map.json", "the prepared map"),
    ):
        there = path.exists()
        fix = "" if there else "restore it: git checkout -- static"
        yield Finding("ok" if there else "bad", f"{what}: {path}", fix)


def _data(settings: Settings) -> Iterator[Finding]:
    folder = settings.data_dir
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not os.access(existing, os.W_OK):
        yield Finding("bad", f"cannot write into {existing}", "choose another --data-dir")
        return
    free = shutil.disk_usage(existing).free
    what = f"data in {folder}, {free / 1e9:.1f} GB free"
    fine = free >= LEAST_FREE_BYTES
    yield Finding("ok" if fine else "note", what, "" if fine else "make room: renders need space")


def _port(settings: Settings) -> Iterator[Finding]:
    with socket.socket() as probe:
        taken = probe.connect_ex(("127.0.0.1", settings.port)) == 0
    if taken:
        fix = f"if that is not Rashin: rashin serve --port {settings.port + 1}"
        yield Finding("note", f"something listens on port {settings.port} already", fix)
    else:
        yield Finding("ok", f"port {settings.port} is free")


def _browser() -> Iterator[Finding]:
    named = os.environ.get("RASHIN_CHROMIUM") or shutil.which("chromium")
    if not named or not Path(named).exists():
        fix = "needed for `make e2e` only: install the package `chromium`"
        yield Finding("note", "no Chromium for the browser tests", fix)


def examine_server(address: str) -> list[Finding]:
    """Ask a running server how it is."""
    try:
        with urllib.request.urlopen(f"{address.rstrip('/')}/api/v1/health", timeout=4) as answer:
            worker = json.load(answer)["worker"]
    except (OSError, ValueError, KeyError) as problem:
        return [Finding("bad", f"{address} does not answer: {problem}", "start it: rashin serve")]
    ready = worker["state"] == "ready"
    said = f"{address}: the worker is {worker['state']}"
    wall = worker.get("network")
    return [Finding("ok" if ready else "bad", said + (f", cut off by {wall}" if wall else ""))]
