"""Films: a journey rendered to a file, as a job that survives closing the browser and a restart."""

from __future__ import annotations

import asyncio
import hashlib
import re
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from app.errors import DamagedPicture
from app.film_files import ENDINGS, TYPES, Film, codec_of, refuse_if_too_large, write
from app.frames import Frame
from app.jobs import Running
from app.journeys import Journeys, file_json, plan_of, walk_of
from app.outlook import Outlook
from app.storage.files import out_of_disk, sync_folder
from app.storage.tables import JourneyRow
from inference.errors import InvalidInput, TooLarge, UnknownId
from inference.journeys.pace import Walk
from inference.journeys.plan import Plan
from inference.recipe import recipe_id

MOST_FRAMES, MOST_SIDE = 3_600, 2_048
NICE_SIDE = 512  # small pictures are enlarged to about this
_NAME = re.compile(r"[0-9a-f]{64}\.(?:mp4|webm|gif|png|webp|zip)")
_ID = re.compile(r"[0-9a-f]{16}")
# Of the progress of a film: looking at the journey first, its frames, the file.
LOOKED, MADE = 0.2, 0.85


class Stopped(Exception):
    """Nobody wants the film any more."""


class Films:
    """A folder of film files, `<journey>/<sha256>.<ending>`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, journey: str, name: str) -> Path:
        """Return where a film lies. Raises `UnknownId`."""
        if not _ID.fullmatch(journey) or not _NAME.fullmatch(name):
            raise UnknownId(f"{name[:80]!r} is not the name of a film")
        path = self.folder / journey / name
        if not path.is_file():
            raise UnknownId(f"there is no film {name}", hint="render it again")
        return path

    def new(self, journey: str, job: str) -> Path:
        """Return where a film is written until it is whole."""
        folder = self.folder / journey
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise out_of_disk(f"the film could not be written: {error.strerror}") from error
        return folder / f".new-{job}"

    def keep(self, path: Path, ending: str) -> tuple[str, int]:
        """Give a whole film its name; return the name and its bytes."""
        with path.open("rb") as file:
            name = f"{hashlib.file_digest(file, 'sha256').hexdigest()}.{ending}"
        size = path.stat().st_size
        path.replace(path.with_name(name))
        sync_folder(path.parent)
        return name, size

    def remove(self, journey: str) -> None:
        """Delete every film of a journey."""
        folder = self.folder / journey
        for path in folder.glob("*") if _ID.fullmatch(journey) else ():
            path.unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()


class FilmMaker:
    """The act of making a film. Everything it needs is in its job: later edits change nothing."""

    def __init__(self, journeys: Journeys, outlook: Outlook, films: Films) -> None:
        self.journeys, self.outlook, self.films = journeys, outlook, films

    async def order(self, row: JourneyRow, said: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments of the job for a film. Raises what would go wrong later."""
        plan = plan_of(row)
        await self.journeys.recipes(plan, [0.0])  # refuses a journey that leads nowhere
        fps = float(said.get("fps") or plan.fps)
        frames = max(2, round(plan.timing.total_s() * fps))
        if frames > MOST_FRAMES:
            raise TooLarge(
                f"{frames:,} frames are too many", expected=f"at most {MOST_FRAMES:,}",
                hint="fewer frames a second, or shorter legs",
            )  # fmt: skip
        first = plan.stations[0].recipe
        width, height = int(first["width"]), int(first["height"])
        scale = int(said.get("scale") or max(1, NICE_SIDE // max(width, height)))
        if scale > 1 and scale * max(width, height) > MOST_SIDE:
            raise InvalidInput(
                f"{scale * width}×{scale * height} is too large a picture",
                expected=f"sides of at most {MOST_SIDE} pixels",
            )
        format = said["format"]
        codec_of(format)
        refuse_if_too_large(format, frames, scale * width, scale * height)
        walk = walk_of(row, plan)
        return {
            "journey": row.id, "title": row.title, "plan": plan.model_dump(mode="json"),
            "walk": walk and {"places": walk.places, "steps": walk.steps},
            "format": format, "fps": fps, "scale": scale, "keep": bool(said.get("keep_frames")),
        }  # fmt: skip

    async def __call__(self, job: Running) -> dict[str, Any]:
        """Make what frames are missing, then the file."""
        asked = job.row.arguments
        plan = await self.outlook.evened(Plan.model_validate(asked["plan"]))
        walk = await self._walk(job, plan, asked["walk"])
        places = plan.timing.places(walk, asked["fps"])
        begun = LOOKED if asked["walk"] is None and plan.pace != "given" else 0.0
        frames = await self._frames(job, plan, places, begun=begun, keep=asked["keep"])
        name, size = await self._write(job, plan, frames)
        return {
            "journey": asked["journey"],
            "name": name,
            "url": f"/api/v1/journeys/{asked['journey']}/films/{name}",
            "media_type": TYPES[ENDINGS[asked["format"]]],
            "bytes": size,
            "frames": len(frames),
            "seconds": round(len(frames) / asked["fps"], 3),
            "made": len({frame.id for frame in frames}),
        }

    async def _walk(self, job: Running, plan: Plan, known: Any) -> Walk | None:
        if known is not None:
            return Walk(tuple(known["places"]), tuple(known["steps"]))
        if plan.pace == "given":
            return None
        return await self.outlook.walk(job, plan, until=LOOKED)

    async def _frames(
        self, job: Running, plan: Plan, places: Sequence[float], *, begun: float, keep: bool
    ) -> list[Frame]:
        recipes = await self.journeys.recipes(plan, places)
        all_of_them, done, started_s = (
            len({recipe_id(each) for each in recipes}),
            0,
            time.monotonic(),
        )

        def told(_: Frame) -> None:
            nonlocal done
            done += 1
            share = done / all_of_them
            left_s = (time.monotonic() - started_s) * (1 - share) / share
            stage = f"frame {done} of {all_of_them}"
            job.tell_progress(begun + share * (MADE - begun), stage, round(left_s, 1))

        made = await self.journeys.frames.make(recipes, told, keep=keep)
        return [made[recipe_id(recipe)] for recipe in recipes]

    async def _write(self, job: Running, plan: Plan, frames: Sequence[Frame]) -> tuple[str, int]:
        asked = job.row.arguments
        path = self.films.new(asked["journey"], job.row.id)
        stop, loop = threading.Event(), asyncio.get_running_loop()

        def told(share: float) -> None:
            if stop.is_set():
                raise Stopped
            tell = partial(job.tell_progress, MADE + share * (1 - MADE), "writing the file")
            loop.call_soon_threadsafe(tell)

        film = Film(
            [self._picture(frame) for frame in frames], asked["fps"], asked["scale"],
            file_json(asked["title"], plan), asked["title"],
        )  # fmt: skip
        work = asyncio.create_task(
            asyncio.to_thread(self._written, path, film, asked["format"], told)
        )
        try:
            return await asyncio.shield(work)
        finally:
            stop.set()
            # The thread ends at its next picture; nobody writes to the file after that.
            await asyncio.wait([work])
            if not work.cancelled():
                work.exception()  # seen, also where nobody waits for it any more
            path.unlink(missing_ok=True)

    def _written(
        self, path: Path, film: Film, format: Any, told: Callable[[float], None]
    ) -> tuple[str, int]:
        try:
            write(format, path, film, told)
            return self.films.keep(path, ENDINGS[format])
        except OSError as error:
            raise out_of_disk(f"the film could not be written: {error}") from error

    def _picture(self, frame: Frame) -> Callable[[], bytes]:
        def read() -> bytes:
            try:
                return self.journeys.desk.files.get(frame.sha256)
            except (UnknownId, DamagedPicture) as error:
                raise UnknownId(
                    "a frame was damaged or removed while the film was written",
                    hint="start the film again: only that frame is made anew",
                ) from error

        return read
