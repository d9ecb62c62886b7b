"""What maps are built from: recipes that the server knows, and files that people bring.

A brought file is checked while it arrives and lies in `map-sources/`; pictures are decoded and
written anew one by one, so that nothing of a stranger's file is left in them.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path, PurePosixPath
from typing import Any

from sqlalchemy import select

from app.archives import opened
from app.settings import Settings
from app.storage.database import Database
from app.storage.files import Files
from app.storage.tables import RenderRow, SweepRow
from inference.errors import InvalidInput, RashinError, TooLarge, UnknownId
from inference.maps.tables import describe_apart
from inference.pictures import decode_upload

SMALLEST_MAP = 20
MOST_PICTURES = 5_000
MOST_FILE_BYTES = 400_000_000  # of a whole upload
PICTURES = {".png", ".jpg", ".jpeg", ".webp"}
TABLES = {".csv": "csv", ".parquet": "parquet", ".npy": "npy"}


class MapSources:
    """Keeps brought files and writes out what a building job needs."""

    def __init__(self, database: Database, files: Files, settings: Settings) -> None:
        self.database, self.files = database, files
        self.folder = settings.data_dir / "map-sources"
        self.checkpoints = Path(__file__).parent.parent / "inference" / "checkpoints"

    def keep(self, uploads: list[tuple[str, Path]]) -> dict[str, Any]:
        """Take in files (name, where they lie) and return the source's card; runs in a thread.

        One table, or pictures: each by itself or in zip files. Raises `InvalidInput`, `TooLarge`.
        """
        if not uploads:
            raise InvalidInput("no file came", expected="pictures, a zip, CSV, Parquet or NPY")
        suffix = Path(uploads[0][0]).suffix.lower()
        if suffix in TABLES:
            if len(uploads) > 1:
                raise InvalidInput("one table at a time", expected="a single file")
            return self._keep_table(*uploads[0], TABLES[suffix])
        found: list[dict[str, Any]] = []
        left: list[dict[str, str]] = []
        for name, path in uploads:
            suffix = Path(name).suffix.lower()
            if suffix == ".zip":
                self._take_zip(path, found, left)
            elif suffix in PICTURES:
                self._take(name, path.read_bytes(), found, left)
            else:
                left.append({"name": name[:200], "reason": "no kind of file that is known here"})
        if len(found) < SMALLEST_MAP:
            raise InvalidInput(
                f"{len(found)} pictures could be read",
                expected=f"at least {SMALLEST_MAP}",
                hint="; ".join(f"{one['name']}: {one['reason']}" for one in left[:3]) or None,
            )
        pictures = list({one["sha256"]: one for one in found}.values())
        return self._note(
            {"kind": "pictures", "pictures": pictures},
            {"kind": "pictures", "rows": len(pictures), "left_out": left[:100]},
        )

    def _keep_table(self, name: str, path: Path, format: str) -> dict[str, Any]:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        card = describe_apart(path, format)
        if card["rows"] < SMALLEST_MAP:
            raise InvalidInput(f"{card['rows']} rows", expected=f"at least {SMALLEST_MAP}")
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / f"{sha256}.{format}"
        shutil.copyfile(path, target)
        return self._note(
            {"kind": "table", "path": str(target), "format": format},
            {"kind": "table", "name": name[:200], **card},
        )

    def _take_zip(
        self, path: Path, found: list[dict[str, Any]], left: list[dict[str, str]]
    ) -> None:
        with opened(path) as archive:
            for name in archive.names:
                odd = name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith(".")
                if odd or PurePosixPath(name).suffix.lower() not in PICTURES:
                    continue
                self._take(name, archive.read(name), found, left)

    def _take(
        self, name: str, data: bytes, found: list[dict[str, Any]], left: list[dict[str, str]]
    ) -> None:
        if len(found) >= MOST_PICTURES:
            raise TooLarge("that are too many pictures", expected=f"at most {MOST_PICTURES:,}")
        try:
            picture = decode_upload(data)
        except RashinError as error:
            left.append({"name": name[:200], "reason": error.detail})
            return
        found.append({"sha256": self.files.put(picture.png), "name": name[-200:]})

    def _note(self, source: dict[str, Any], card: dict[str, Any]) -> dict[str, Any]:
        text = json.dumps(source, sort_keys=True)
        id = hashlib.sha256(text.encode()).hexdigest()[:16]
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{id}.json").write_text(text, encoding="utf-8")
        return {"id": id, **card}

    async def plan(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """Return the source of a job with everything that it names. Raises what is missing."""
        source: dict[str, Any] = wanted["source"]
        match source["kind"]:
            case "history":
                query = select(RenderRow.recipe, RenderRow.created_at).where(
                    RenderRow.state == "done", RenderRow.deleted.is_(False),
                    RenderRow.model == wanted["model"],
                )  # fmt: skip
                if source["starred"]:
                    query = query.where(RenderRow.starred)
                return await self._recipes(query.order_by(RenderRow.sequence), "history")
            case "sweep":
                return await self._recipes(await self._cells(source["sweep"]), "sweep")
            case "upload":
                path = self.folder / f"{source['upload']}.json"
                if not path.is_file():
                    raise UnknownId(
                        f"no upload {source['upload']!r}", hint="POST /api/v1/map-sources first"
                    )
                found: dict[str, Any] = json.loads(path.read_text("utf-8"))
                return found
            case "training":
                folder = self.checkpoints / wanted["model"]
                if not (folder / "captions.json.gz").is_file():
                    raise InvalidInput(
                        f"what {wanted['model']} was trained on is not shipped",
                        expected="emoji-vector, whose captions are",
                        hint="the pictures themselves are shipped for no model",
                    )
                return {"kind": "captions", "folder": str(folder)}
        return source

    async def _cells(self, id: str) -> Any:
        async with self.database.read() as session:
            sweep = await session.scalar(select(SweepRow).where(SweepRow.id == id))
        if sweep is None:
            raise UnknownId(f"there is no sweep {id[:80]}", hint="GET /api/v1/sweeps lists them")
        done = RenderRow.id.in_(sweep.cells), RenderRow.state == "done"
        return (
            select(RenderRow.recipe, RenderRow.created_at).where(*done).order_by(RenderRow.sequence)
        )

    async def _recipes(self, query: Any, kind: str) -> dict[str, Any]:
        async with self.database.read() as session:
            rows = (await session.execute(query)).all()
        recipes = [row.recipe for row in rows]
        if len(recipes) < SMALLEST_MAP:
            raise InvalidInput(
                f"there are {len(recipes)} finished renders",
                expected=f"at least {SMALLEST_MAP}",
                hint="render more, or build from prompts",
            )
        made_at = [row.created_at.isoformat() for row in rows]
        return {"kind": kind, "recipes": recipes, "made_at": made_at}
