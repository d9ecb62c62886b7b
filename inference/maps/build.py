"""Build a map: render, look, lay out, measure, name, write.

    python -m inference.maps.build --job JOB.json --out FOLDER

A child process: one JSON line {"progress", "stage", "eta_s"} after another on stdout. What it has
done lies in a scratch folder next to FOLDER; started again, it goes on from there.

The job is {"id", "model", "source": {…}} and, if wanted, "title" (words, or one for each language),
"version", "space" (see `inference.maps.views`), "projector", "knobs", "axes" ({"right": {"from", "to"},
"up": …}, see `inference.maps.arrows`), "supervise" (a column), "aligned" (the folder of another map
of the same points), "pictures" (false: none are drawn), "checkpoints", "pictures_at"; see
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
from inference.maps.arrows import arrows_of, written
from inference.maps.atlas import hilbert_order, write_atlas
from inference.maps.flat import aligned, distortion, laid_out, measured, narrowed, true_neighbours
from inference.maps.folder import Drawn, swap, write_folder
from inference.maps.kin import begun_like, kin_of
from inference.maps.legends import columns_of
from inference.maps.lines import lines_of, write_lines
from inference.maps.painter import OpenEncoder, Painter, open_pack, open_space
from inference.maps.refit import OpenModel, refit
from inference.maps.renders import render_all
from inference.maps.stock import Item, enough, read_source
from inference.maps.tables import read_table
from inference.maps.views import UNPAINTED, check_view, no_way_back, reads_of, reads_with
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
    open_model: OpenModel = open_space,
) -> None:
    """Build the map of a job into a folder, replacing what is there only when all is done."""
    if "refit" in job:
        refit(job, out, report, CHECKPOINTS, open_encoder, open_model)
        return
    for name in ("id", "model", "source"):
        if name not in job:
            raise InvalidInput(f"the job lacks {name!r}", expected="id, model, source")
    projector = projectors[job.get("projector", "umap")]
    knobs = projector.check(dict(job.get("knobs", {})))
    checkpoints = Path(job.get("checkpoints", CHECKPOINTS))
    space = open_model(job["model"], checkpoints)
    kind = str(job["source"].get("kind"))
    view = job.get("space") or ("given" if kind == "table" else "judge")
    check_view(view, space, kind)
    painted = is_painted(job, view, kind)
    weights = space.card()["weights"]
    defaults = {"model": job["model"]}
    items = read_source(job["source"], defaults)
    what = f"{weights} {view}" if painted else f"{weights} {view} unpainted"
    scratch = _scratch(out, [[i.recipe, i.picture] for i in items], what)
    at = job.get("pictures_at")
    painter = Painter(
        space, open_encoder, checkpoints=checkpoints, pictures_at=Path(at) if at else None
    )

    report("render")
    pictures, vectors, shown = _seen(job, items, painter, view, scratch, report, painted=painted)
    asked = len(items)
    items = enough([items[i] for i in shown])
    axes = job.get("axes") and arrows_of(job["axes"], items, vectors, painter, view)
    said = job.get("axes") and written(job["axes"], items)
    vectors, lens, kept = narrowed(vectors)
    if lens is not None and axes:
        axes = {name: lens.axes @ arrow for name, arrow in axes.items()}
    cards, columns = columns_of(items)
    report("layout")
    labels = _labels(job, cards, columns)
    kin = _kin(job, items, projector)
    xy = _layout(vectors, projector, knobs, scratch, kin=kin, labels=labels, axes=axes)
    lines = lines_of(vectors, xy, projector, knobs, axes)
    order = hilbert_order(xy)
    items = [items[i] for i in order]
    vectors, xy = vectors[order], xy[order]
    columns = {name: values[order] for name, values in columns.items()}
    report("quality")
    near = true_neighbours(vectors)
    figures = measured(vectors, xy, projector, knobs, stability=not axes)
    lies = distortion(near, xy)
    report("labels")
    partial = out.with_name(f".{out.name}.new")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    report("write")
    atlas = [] if pictures is None else write_atlas(pictures[order], partial / "atlas")
    why_not = no_way_back(view, space, kind)
    card = {
        "id": job["id"],
        "version": int(job.get("version", 1)),
        "title": _title(job),
        "model": job["model"],
        "weights": weights,
        "space": f"{job['model']}.{view}" if view not in ("given", "sentence") else view,
        "view": view,
        "reads": reads_of(view, space),
        "judge": reads_with(view, space),
        "decodes": why_not is None,
        **({"why_not": why_not} if why_not else {}),
        "source": kind,
        "left_out": asked - len(items),
        "projector": projector.id,
        "knobs": knobs,
        **({"axes": said} if said else {}),
        **({"supervise": job["supervise"]} if job.get("supervise") else {}),
        **({"aligned": {"to": kin[0].id, "shared": len(kin[1])}} if kin else {}),
        "dim": {"of": int(lens.axes.shape[1]) if lens else int(vectors.shape[1]),
                "kept": int(vectors.shape[1]), "share": round(kept, 4)},
        "quality": figures,
        "created": moment(),
    }  # fmt: skip
    sizes = _sizes(items, job.get("pictures_at"))
    drawn = Drawn(items, vectors, xy, near, lies, cards, columns, card, defaults, lens, sizes)
    write_folder(partial, drawn, atlas)
    write_lines(lines, partial)
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


def is_painted(job: Mapping[str, Any], view: str, kind: str) -> bool:
    """Say whether a job has pictures. Raises `InvalidInput` where it cannot do without them."""
    if view in ("given", "sentence"):
        return False
    if job.get("pictures", True):
        return True
    if view not in UNPAINTED or kind == "pictures":
        raise InvalidInput(
            f"a map by {view} needs its pictures", expected=", ".join(UNPAINTED) + ", or pictures"
        )
    return False


def _seen(
    job: Mapping[str, Any],
    items: Sequence[Item],
    painter: Painter,
    view: str,
    scratch: Path,
    report: Callable[..., None],
    *,
    painted: bool,
) -> tuple[Array | None, Array, list[int]]:
    """Return pictures (none for tables and sentences), vectors (n, dim), and which items they are."""
    if view == "given":
        source = job["source"]
        table = read_table(Path(source["path"]), source["format"])
        return None, table.vectors, list(range(len(items)))

    def told(share: float) -> None:
        report("render", share)

    return render_all(items, painter, scratch, told, view=view, painted=painted)


def _kin(
    job: Mapping[str, Any], items: Sequence[Item], projector: Any
) -> tuple[files.MapFolder, Array, Array] | None:
    """Return the map that this one is to look like, the shared points, and their numbers there."""
    if not job.get("aligned"):
        return None
    if any(operand.name == "right" for operand in projector.operands):
        raise InvalidInput("axes are no matter of taste", hint="leave `aligned` out")
    other = files.MapFolder(Path(job["aligned"]))
    return (other, *kin_of(items, other))


def _labels(
    job: Mapping[str, Any], cards: Sequence[Mapping[str, Any]], columns: Mapping[str, Array]
) -> Array | None:
    """Return the column that supervises the layout, (n,) with −1 where it says nothing."""
    name = job.get("supervise")
    if not name:
        return None
    called = {card["title"]["en"]: card["id"] for card in cards}
    name = name if name in columns else called.get(name, name)
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
    vectors: Array,
    projector: Any,
    knobs: Mapping[str, Any],
    scratch: Path,
    kin: tuple[files.MapFolder, Array, Array] | None = None,
    **given: Any,
) -> Array:
    """Return places (n, 2), begun at those of the kin and turned onto them; read if they are there."""
    arrows = {name: arrow.tolist() for name, arrow in (given.get("axes") or {}).items()}
    labels = given.get("labels")
    told = [projector.id, knobs, arrows, None if labels is None else labels.tolist()]
    if kin is not None:
        told.append([kin[0].key, kin[0].info.get("created"), kin[1].tolist()])
    key = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:8]
    path = scratch / f"layout-{key}.npy"
    if not path.exists():
        if kin is None:
            xy = laid_out(vectors, projector, knobs, **given)
        else:
            other, here, there = kin
            places = other.xy[there]
            start = begun_like(vectors, here, places)
            xy = aligned(
                laid_out(vectors, projector, knobs, start=start, **given), places, here.tolist()
            )
        np.save(path, xy)
    found: Array = np.load(path)
    return found


def keep_freed_memory() -> None:
    """Tell glibc to keep large freed blocks: convolutions are then several times faster."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):
            libc.mallopt(-3, 1 << 30)  # M_MMAP_THRESHOLD
            libc.mallopt(-1, 1 << 30)  # M_TRIM_THRESHOLD


def main(open_encoder: OpenEncoder = open_pack, open_model: OpenModel = open_space) -> int:
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
        build(job, arguments.out, Reporter(), open_encoder, open_model)
    except (RashinError, OSError, json.JSONDecodeError) as error:
        fields = error.to_json() if isinstance(error, RashinError) else {"detail": str(error)}
        sys.stdout.write(json.dumps({"error": fields}) + "\n")
        # The last line of stderr is what a person is told.
        sys.stderr.write(" · ".join(_said(fields)) + "\n")
        return 1
    return 0


def _said(fields: Mapping[str, Any]) -> list[str]:
    """Return what was wrong, what was expected and what to do, in one line each."""
    told = [str(fields["detail"])]
    if fields.get("expected"):
        told.append(f"expected {fields['expected']}")
    if fields.get("hint"):
        told.append(str(fields["hint"]))
    return [" ".join(one.split()) for one in told]


if __name__ == "__main__":
    sys.exit(main())
