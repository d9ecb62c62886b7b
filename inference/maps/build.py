"""Build a map: render, look, lay out, measure, name, write.

    python -m inference.maps.build --job JOB.json --out FOLDER

A child process: one JSON line {"progress", "stage", "eta_s"} after another on stdout. What it has
done lies in a scratch folder next to FOLDER; started again, it goes on from there.

The job is {"id", "model", "source": {…}} and, if wanted, "title" (words, or one for each language),
"version", "projector", "knobs", "checkpoints" (folder); see `inference.maps.stock` for sources.
"""

from __future__ import annotations

import argparse
import ctypes
import gzip
import hashlib
import json
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file

from inference.core.layouts import usual_gaps
from inference.core.neighbours import by_cosine, in_plane
from inference.core.quality import local_recall, quality
from inference.errors import InvalidInput, RashinError
from inference.maps import files
from inference.maps.atlas import hilbert_order, write_atlas
from inference.maps.labels import figures, layers, name_regions, regions
from inference.maps.legends import columns_of
from inference.maps.painter import OpenEncoder, open_pack, open_space, render_all
from inference.maps.stock import Item, enough, read_source
from inference.maps.topics import BROAD
from inference.registry import projectors

Array = NDArray[Any]
CHECKPOINTS = Path(__file__).parents[1] / "checkpoints"
MARGIN = 0.03  # room around the points, for newcomers
# Where each stage begins, as a share of the whole.
STAGES = {"render": 0.0, "layout": 0.6, "quality": 0.85, "labels": 0.9, "write": 0.94, "done": 1.0}


class Reporter:
    """Says how far it is, and how long it will take if it goes on like this."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self, stage: str, share: float = 0.0) -> None:
        """Report a stage and the share [0, 1] of it that is done."""
        names = list(STAGES)
        start = STAGES[stage]
        end = STAGES[names[min(names.index(stage) + 1, len(names) - 1)]]
        progress = start + share * (end - start)
        elapsed = time.monotonic() - self._began
        left = round(elapsed / progress * (1 - progress), 1) if progress > 0.01 else None
        line = {"progress": round(progress, 4), "stage": stage, "eta_s": left}
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


def build(
    job: Mapping[str, Any],
    out: Path,
    report: Callable[..., None],
    open_encoder: OpenEncoder = open_pack,
) -> None:
    """Build the map of a job into a folder, replacing what is there only when all is done."""
    for name in ("id", "model", "source"):
        if name not in job:
            raise InvalidInput(f"the job lacks {name!r}", expected="id, model, source")
    projector = projectors[job.get("projector", "umap")]
    knobs = projector.check(dict(job.get("knobs", {})))
    space = open_space(job["model"], Path(job.get("checkpoints", CHECKPOINTS)))
    weights = space.card()["weights"]
    defaults = {"model": job["model"]}
    items = read_source(job["source"], defaults)
    scratch = _scratch(out, [item.recipe for item in items], weights)

    report("render")
    pictures, vectors, shown = render_all(
        items, space, scratch, lambda share: report("render", share), open_encoder
    )
    items = enough([items[i] for i in shown])
    report("layout")
    xy = _layout(vectors, projector, knobs, scratch)
    order = hilbert_order(xy)
    items = [items[i] for i in order]
    pictures, vectors, xy = pictures[order], vectors[order], xy[order]
    bounds = _bounds(xy)
    report("quality")
    near = _neighbours(vectors, xy)
    measured = quality(torch.from_numpy(vectors), torch.from_numpy(xy), k=files.NEIGHBOURS)
    report("labels")
    levels = regions(xy)
    words = {"en": [i.keywords_en for i in items], "ja": [i.keywords_ja for i in items]}
    name_regions(levels, words, broad=BROAD)
    report("write")
    partial = out.with_name(f".{out.name}.new")
    shutil.rmtree(partial, ignore_errors=True)
    (partial / "columns").mkdir(parents=True)
    cards, values = columns_of(items)
    for card in cards[1:]:
        (partial / "columns" / f"{card['id']}.u8").write_bytes(values[card["id"]].tobytes())
    first = values[cards[0]["id"]]
    (partial / files.POINTS).write_bytes(files.write_points(xy, first, bounds))
    near[0].astype("<u2").tofile(partial / files.NEAR)
    near[1].tofile(partial / files.DISTORTION)
    save_file({"vectors": vectors.astype(np.float16)}, partial / files.VECTORS)
    _write_json(partial / files.LABELS, layers(levels), indent=None)
    (partial / files.STOCK).write_bytes(_stock(items, defaults))
    atlas = write_atlas(pictures, partial / "atlas")
    _write_json(
        partial / files.CARD,
        {
            "id": job["id"],
            "version": int(job.get("version", 1)),
            "title": _title(job),
            "model": job["model"],
            "weights": weights,
            "space": f"{job['model']}.judge",
            "projector": projector.id,
            "knobs": knobs,
            "count": len(items),
            "bounds": bounds,
            "spacing": _spacing(partial / files.POINTS),
            "quality": {
                "trustworthiness": round(measured.trustworthiness, 4),
                "continuity": round(measured.continuity, 4),
                "recall_15": round(measured.recall, 4),
                "sample": measured.sample,
            },
            "labels": {language: figures(levels, words[language], language) for language in words},
            "columns": cards,
            "atlas": atlas,
            "created": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        },
        indent=1,
    )
    _swap(partial, out)
    shutil.rmtree(scratch, ignore_errors=True)
    report("done")


def _title(job: Mapping[str, Any]) -> dict[str, str]:
    title = job.get("title") or job["id"]
    return dict(title) if isinstance(title, Mapping) else {"en": title, "ja": title}


def _scratch(out: Path, recipes: Sequence[Mapping[str, Any]], weights: str) -> Path:
    """Return the folder of half-done work for exactly these recipes and weights."""
    key = hashlib.sha256(json.dumps([recipes, weights], sort_keys=True).encode()).hexdigest()[:12]
    folder = out.with_name(f".{out.name}.{key}")
    # What was begun for other weights is of no use any more.
    for other in out.parent.glob(f".{out.name}.*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _layout(vectors: Array, projector: Any, knobs: Mapping[str, Any], scratch: Path) -> Array:
    """Return coordinates (n, 2) in a square of side 20 around 0; read them if they are there."""
    key = hashlib.sha256(json.dumps([projector.id, knobs], sort_keys=True).encode()).hexdigest()[:8]
    path = scratch / f"layout-{key}.npy"
    if not path.exists():
        xy = projector.call(torch.from_numpy(vectors), **knobs).xy.numpy().astype(np.float64)
        middle = (xy.max(0) + xy.min(0)) / 2
        scaled = ((xy - middle) / max(np.ptp(xy, axis=0).max(), 1e-9) * 20).astype(np.float32)
        np.save(path, scaled)
    found: Array = np.load(path)
    return found


def _bounds(xy: Array) -> dict[str, float]:
    low, high = xy.min(0).astype(float), xy.max(0).astype(float)
    room = MARGIN * float((high - low).max())
    low, high = low - room, high + room
    return {
        "x_min": round(float(low[0]), 4),
        "y_min": round(float(low[1]), 4),
        "x_max": round(float(high[0]), 4),
        "y_max": round(float(high[1]), 4),
    }


def _spacing(points: Path) -> dict[str, float]:
    """Return the usual distances to a nearest and to a 4th neighbour, so that nobody has to wait."""
    xy, _ = files.read_points(points.read_bytes())
    nearest, fourth = usual_gaps(torch.from_numpy(xy))
    return {"nearest": nearest, "fourth": fourth}


def _neighbours(vectors: Array, xy: Array) -> tuple[Array, Array]:
    """Return true neighbours (n, 15) and distortion (n,) as bytes: 255 · (1 − local recall)."""
    k = min(files.NEIGHBOURS, len(xy) - 1)
    high = by_cosine(torch.from_numpy(vectors), k)[0]
    low = in_plane(torch.from_numpy(xy), k)[0]
    distortion = (255 * (1 - local_recall(high, low))).round().numpy().astype(np.uint8)
    return high.numpy(), distortion


def _stock(items: Sequence[Item], defaults: Mapping[str, Any]) -> bytes:
    """Return points.json.gz; recipes that are more than a prompt and a seed are kept whole."""
    stock: dict[str, Any] = {
        "prompts": [item.prompt for item in items],
        "names_en": [item.title_en for item in items],
        "names_ja": [item.title_ja for item in items],
    }
    short = {*defaults, "prompt", "seed"}
    if all(set(item.recipe) == short for item in items):
        stock["recipe"] = dict(defaults)
        stock["seeds"] = [item.recipe["seed"] for item in items]
    else:
        stock["recipes"] = [item.recipe for item in items]
    text = json.dumps(stock, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def _write_json(path: Path, value: Any, *, indent: int | None) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=indent) + "\n", encoding="utf-8")


def _swap(new: Path, out: Path) -> None:
    """Put a finished folder in the place of another one."""
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def keep_freed_memory() -> None:
    """Tell glibc to keep large freed blocks: convolutions are then several times faster."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):
            libc.mallopt(-3, 1 << 30)  # M_MMAP_THRESHOLD
            libc.mallopt(-1, 1 << 30)  # M_TRIM_THRESHOLD


def main() -> int:
    """Read the arguments, build, and say in the reader's words what went wrong if something did."""
    parser = argparse.ArgumentParser(description="Build a map of a latent space.")
    parser.add_argument("--job", type=Path, required=True, help="JSON file that says what to map")
    parser.add_argument("--out", type=Path, required=True, help="folder of the map")
    parser.add_argument("--threads", type=int, default=0, help="0: as many as torch likes")
    arguments = parser.parse_args()
    keep_freed_memory()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    try:
        job = json.loads(arguments.job.read_text("utf-8"))
        build(job, arguments.out, Reporter())
    except (RashinError, OSError, json.JSONDecodeError) as error:
        fields = error.to_json() if isinstance(error, RashinError) else {"detail": str(error)}
        sys.stdout.write(json.dumps({"error": fields}) + "\n")
        # The last line of stderr is what a person is told.
        sys.stderr.write(str(fields["detail"]) + "\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
