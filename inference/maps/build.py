"""Build a map: render, look, lay out, measure, name, write.

    python -m inference.maps.build --job JOB.json --out FOLDER

A child process: one JSON line {"progress", "stage", "eta_s"} after another on stdout. What it has
done lies in a scratch folder next to FOLDER; started again, it goes on from there.

The job is {"id", "model", "source": {…}} and, if wanted, "title" (words, or one for each language),
"version", "space" (see `inference.maps.views`), "projector", "knobs", "axes" ({"right": {"from", "to"},
"up": …}, expressions or numbers of points), "supervise" (a column), "checkpoints", "pictures_at"; see
`inference.maps.stock` for sources. A job with "refit" (a folder) lays an older version out anew, see
`inference.maps.refit`.
"""

from __future__ import annotations

import argparse
import ctypes
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
from PIL import Image

from inference.errors import InvalidInput, RashinError, UnknownId
from inference.maps import files
from inference.maps.atlas import hilbert_order, write_atlas
from inference.maps.flat import distortion, laid_out, measured, narrowed, true_neighbours
from inference.maps.folder import Drawn, swap, write_folder
from inference.maps.legends import columns_of
from inference.maps.painter import OpenEncoder, Painter, open_pack, open_space, render_all
from inference.maps.refit import refit
from inference.maps.stock import Item, enough, read_source
from inference.maps.tables import read_table
from inference.maps.views import READS, check_view
from inference.registry import projectors

Array = NDArray[Any]
CHECKPOINTS = Path(__file__).parents[1] / "checkpoints"
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
    if "refit" in job:
        refit(job, out, report, CHECKPOINTS, open_encoder)
        return
    for name in ("id", "model", "source"):
        if name not in job:
            raise InvalidInput(f"the job lacks {name!r}", expected="id, model, source")
    projector = projectors[job.get("projector", "umap")]
    knobs = projector.check(dict(job.get("knobs", {})))
    space = open_space(job["model"], Path(job.get("checkpoints", CHECKPOINTS)))
    kind = str(job["source"].get("kind"))
    view = job.get("space") or ("given" if kind == "table" else "judge")
    check_view(view, space, kind)
    weights = space.card()["weights"]
    defaults = {"model": job["model"]}
    items = read_source(job["source"], defaults)
    scratch = _scratch(out, [[i.recipe, i.picture] for i in items], f"{weights} {view}")

    report("render")
    pictures, vectors, shown = _seen(job, items, space, view, scratch, report, open_encoder)
    items = enough([items[i] for i in shown])
    axes = _axes(job, items, vectors, space, view, open_encoder)
    vectors, lens, kept = narrowed(vectors)
    if lens is not None and axes is not None:
        axes = {name: lens.axes @ arrow for name, arrow in axes.items()}
    cards, columns = columns_of(items)
    report("layout")
    labels = _labels(job, columns)
    xy = _layout(vectors, projector, knobs, scratch, labels=labels, axes=axes)
    order = hilbert_order(xy)
    items = [items[i] for i in order]
    vectors, xy = vectors[order], xy[order]
    columns = {name: values[order] for name, values in columns.items()}
    report("quality")
    near = true_neighbours(vectors)
    figures = measured(vectors, xy, projector, knobs, stability=axes is None)
    lies = distortion(near, xy)
    report("labels")
    partial = out.with_name(f".{out.name}.new")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    report("write")
    atlas = [] if pictures is None else write_atlas(pictures[order], partial / "atlas")
    card = {
        "id": job["id"],
        "version": int(job.get("version", 1)),
        "title": _title(job),
        "model": job["model"],
        "weights": weights,
        "space": f"{job['model']}.{view}" if view not in ("given", "sentence") else view,
        "view": view,
        "reads": list(READS[view]),
        # A decoded picture must find its own place again.
        "decodes": any(item.recipe for item in items) and "pictures" in READS[view],
        "source": kind,
        "projector": projector.id,
        "knobs": knobs,
        "dim": {"of": int(lens.axes.shape[1]) if lens else int(vectors.shape[1]),
                "kept": int(vectors.shape[1]), "share": round(kept, 4)},
        "quality": figures,
        "created": moment(),
    }  # fmt: skip
    sizes = _sizes(items, job.get("pictures_at"))
    drawn = Drawn(items, vectors, xy, near, lies, cards, columns, card, defaults, lens, sizes)
    write_folder(partial, drawn, atlas)
    swap(partial, out)
    shutil.rmtree(scratch, ignore_errors=True)
    report("done")


def moment() -> str:
    """Return the present moment as text."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _sizes(items: Sequence[Item], pictures_at: str | None) -> dict[int, tuple[int, int]]:
    """Return width and height of the uploaded pictures as they are kept, by number of the point."""
    found = {}
    for n, item in enumerate(items):
        if item.picture and pictures_at:
            path = Path(pictures_at) / item.picture[:2] / f"{item.picture}.png"
            with Image.open(path) as picture:
                found[n] = picture.size
    return found


def _title(job: Mapping[str, Any]) -> dict[str, str]:
    title = job.get("title") or job["id"]
    return dict(title) if isinstance(title, Mapping) else {"en": title, "ja": title}


def _seen(
    job: Mapping[str, Any],
    items: Sequence[Item],
    space: Any,
    view: str,
    scratch: Path,
    report: Callable[..., None],
    open_encoder: OpenEncoder,
) -> tuple[Array | None, Array, list[int]]:
    """Return pictures (none for tables and sentences), vectors (n, dim), and which items they are."""
    everything = list(range(len(items)))
    if view == "given":
        source = job["source"]
        return None, read_table(Path(source["path"]), source["format"]).vectors, everything
    if view == "sentence":
        painter = Painter(space, open_encoder)
        vectors = []
        for start in range(0, len(items), 256):
            part = items[start : start + 256]
            painter.read([item.prompt for item in part])
            vectors += [painter.words(item.prompt).values for item in part]
            report("render", min(1.0, (start + 256) / len(items)))
        return None, torch.stack(vectors).float().numpy(), everything
    at = job.get("pictures_at")
    return render_all(
        items,
        space,
        scratch,
        lambda share: report("render", share),
        open_encoder,
        view=view,
        pictures_at=Path(at) if at else None,
    )


def _axes(
    job: Mapping[str, Any],
    items: Sequence[Item],
    vectors: Array,
    space: Any,
    view: str,
    open_encoder: OpenEncoder,
) -> dict[str, Array] | None:
    """Return the two arrows (dim,) that the job asks for, from one end to the other."""
    asked = job.get("axes")
    if not asked:
        return None
    painter: Painter | None = None
    found = {}
    for name in ("right", "up"):
        ends = []
        for end in ("from", "to"):
            value = asked[name][end]
            if isinstance(value, int):
                if not 0 <= value < len(items):
                    raise InvalidInput(f"no point {value}", expected=f"0 to {len(items) - 1}")
                ends.append(vectors[value])
                continue
            if view in ("given",) or not space.card()["uses_words"]:
                raise InvalidInput("words have no place here", expected="numbers of points")
            painter = painter or Painter(space, open_encoder)
            recipe = {"model": job["model"], "conditioning": value, "seed": 0}
            if view == "sentence":
                ends.append(painter.ends(recipe)[0].values.numpy())
            else:
                ends.append(painter.paint([Item(recipe, "", "", "")], view)[1][0].numpy())
        found[name] = ends[1] - ends[0]
    return found


def _labels(job: Mapping[str, Any], columns: Mapping[str, Array]) -> Array | None:
    """Return the column that supervises the layout, (n,) with −1 where it says nothing."""
    name = job.get("supervise")
    if not name:
        return None
    if name not in columns:
        raise UnknownId(f"no column called {name[:60]!r}", expected=", ".join(columns))
    cells = columns[name].astype(np.int64)
    return np.where(cells == files.NOTHING, -1, cells)


def _scratch(out: Path, recipes: Sequence[Any], what: str) -> Path:
    """Return the folder of half-done work for exactly these recipes and weights."""
    key = hashlib.sha256(json.dumps([recipes, what], sort_keys=True).encode()).hexdigest()[:12]
    folder = out.with_name(f".{out.name}.{key}")
    # What was begun for other weights is of no use any more.
    for other in out.parent.glob(f".{out.name}.*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _layout(
    vectors: Array, projector: Any, knobs: Mapping[str, Any], scratch: Path, **given: Any
) -> Array:
    """Return places (n, 2); read them if they are there."""
    arrows = {name: arrow.tolist() for name, arrow in (given.get("axes") or {}).items()}
    labels = given.get("labels")
    told = [projector.id, knobs, arrows, None if labels is None else labels.tolist()]
    key = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:8]
    path = scratch / f"layout-{key}.npy"
    if not path.exists():
        np.save(path, laid_out(vectors, projector, knobs, **given))
    found: Array = np.load(path)
    return found


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
