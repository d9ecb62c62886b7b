"""A loader that watches itself: it opens every hostile model as a worker does, and tells what ran.

Run as a process of its own: `python -m tests.inference.pipelines.canary GOOD-MODEL SCRATCH [danger]`.
It prints one JSON line for each model. With `danger`, what Rashin never does is done instead.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import shutil
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from inference.engine.models import Models
from inference.engine.network import cut_network
from inference.errors import RashinError
from tests.inference.pipelines.hostile import ARTEFACTS, CODE, MARK, Artefact, Entry, entry_of

ALWAYS = (
    "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty", "os.spawn", "pty.spawn",
    "subprocess.Popen", "socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo",
    "pickle.find_class", "code.__new__",
)  # fmt: skip
OURS = tuple(
    str(Path(place).resolve())
    for place in (sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), Path.cwd())
)


class Canary:
    """Remembers what must not happen while a model is opened. Hooks cannot be taken off again."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.known = {name.partition(".")[0] for name in sys.modules} | sys.stdlib_module_names
        self.awake = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, told: tuple[Any, ...]) -> None:
        if not self.awake:
            return
        self.awake = False  # what is done in here is ours
        try:
            if event in ALWAYS or self._is_foreign(event, told):
                self.seen.append(f"{event} {str(told)[:100]}")
        finally:
            self.awake = True

    def _is_foreign(self, event: str, told: tuple[Any, ...]) -> bool:
        if event == "import":
            return str(told[0]).partition(".")[0] not in self.known
        if event == "ctypes.dlopen":
            return told[0] is not None
        if event == "exec":
            return not _is_ours(told[0].co_filename)
        if event == "compile":
            return not _is_ours(os.fsdecode(told[1] or "<string>"))
        return False


def _is_ours(file: str) -> bool:
    # Libraries write small functions with exec (data classes, named tuples): those have no file.
    return file.startswith("<") or str(Path(file).resolve()).startswith(OURS)


def open_as_a_worker_does(models: Models, entry: Entry) -> None:
    """Describe a model and read its weights. Raises what it is refused with."""
    models.add(entry)
    models.begin_loading(str(entry["id"]))
    while models.loading:
        models.tend()
        time.sleep(0.001)
    error = models.errors.get(str(entry["id"]))
    models.remove(str(entry["id"]))
    if error is not None:
        raise error


def peak_bytes() -> int:
    """Return the most memory that this process has held since the last time."""
    said = Path("/proc/self/status").read_text()
    line = next(line for line in said.splitlines() if line.startswith("VmHWM"))
    Path("/proc/self/clear_refs").write_text("5")
    return int(line.split()[1]) * 1024


def judged(
    artefact: Artefact, open_it: Callable[[Entry], None], entry: Entry, canary: Canary
) -> None:
    """Open one model, and print what came of it."""
    mark = Path(os.environ[MARK])
    mark.unlink(missing_ok=True)
    peak_bytes()
    before, began, used = peak_bytes(), time.perf_counter(), _cpu_s()
    canary.seen.clear()
    canary.awake, refusal, expected = True, "", ""
    try:
        open_it(entry)
    except RashinError as error:
        refusal, expected = error.detail, error.expected or ""
    finally:
        canary.awake = False
    told = {
        "name": artefact.name,
        "refusal": refusal,
        "expected": expected,
        "seconds": time.perf_counter() - began,
        "cpu_s": _cpu_s() - used,
        "grown_bytes": peak_bytes() - before,
        "canaries": [*canary.seen, *(["it left a mark"] if mark.exists() else [])],
    }
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _cpu_s() -> float:
    spent = resource.getrusage(resource.RUSAGE_SELF)
    return spent.ru_utime + spent.ru_stime


# What Rashin never does; each of them must wake the canary.


def unpickle(model: Path) -> None:
    import torch

    torch.load(model / "unet/diffusion_pytorch_model.bin", weights_only=False)  # noqa: TID251


def run_pipeline(model: Path) -> None:
    from diffusers import DiffusionPipeline

    (model / "evil").mkdir()
    # The name of the class is on the allow-list; the code is not.
    words = CODE + "from diffusers import StableDiffusionPipeline as Base\nclass Mine(Base): pass\n"
    (model / "evil/pipeline.py").write_text(words)
    DiffusionPipeline.from_pretrained(
        model, custom_pipeline=str(model / "evil"), trust_remote_code=True, local_files_only=True
    )


def follow_the_map(model: Path) -> None:
    from transformers import AutoConfig

    folder = model / "text_encoder"
    words = CODE + "from transformers import PretrainedConfig\nclass Evil(PretrainedConfig): pass\n"
    (folder / "modeling_evil.py").write_text(words)
    said = json.loads((folder / "config.json").read_text())
    said |= {"auto_map": {"AutoConfig": "modeling_evil.Evil"}, "model_type": "evil"}
    (folder / "config.json").write_text(json.dumps(said))
    AutoConfig.from_pretrained(folder, trust_remote_code=True)


def ask_the_hub(model: Path) -> None:
    import socket

    socket.create_connection(("127.0.0.1", 9), 1)


DANGERS = {
    "pickle_as_bin": unpickle,
    "custom_pipeline": run_pipeline,
    "map_in_the_config": follow_the_map,
    "attention_from_elsewhere": ask_the_hub,
}


def main() -> None:
    """Open every hostile model; with `danger`, a few in the ways that are not ours."""
    good, scratch, *more = sys.argv[1:]
    os.environ[MARK] = str(Path(scratch, "mark"))
    os.environ["HF_HOME"] = scratch  # where the controls unpack foreign code
    for name in ("hostile_code", "hostile_files", "hostile_headers"):
        importlib.import_module(f"tests.inference.pipelines.{name}")
    wanted = [one for one in ARTEFACTS if not more or one.name in DANGERS]
    entries = {one.name: entry_of(one, _copy(good, scratch, one.name)) for one in wanted}
    cut_network()
    models = Models(Path(scratch))
    models.load(lambda path: None, lambda pack: None)
    open_as_a_worker_does(models, {"id": "good", "kind": "folder", "path": good})
    import diffusers.pipelines.stable_diffusion  # noqa: F401  (what the controls import besides)
    from diffusers import DiffusionPipeline  # noqa: F401
    from transformers import AutoConfig  # noqa: F401

    canary = Canary()
    for artefact in wanted:
        entry, danger = entries[artefact.name], DANGERS.get(artefact.name)

        def open_it(said: Entry, danger: Callable[[Path], None] | None = danger) -> None:
            if more and danger is not None:
                _swallow(danger, Path(said["path"]))
            else:
                open_as_a_worker_does(models, said)

        judged(artefact, open_it, entry, canary)


def _copy(good: str, scratch: str, name: str) -> Path:
    return Path(shutil.copytree(good, Path(scratch, name, "model")))


def _swallow(run: Callable[[Path], None], model: Path) -> None:
    # Only the canary is asked; whether the library then finds a model is its own affair.
    try:
        run(model)
    except Exception as error:  # noqa: BLE001
        sys.stderr.write(repr(error)[:200])


if __name__ == "__main__":
    main()
