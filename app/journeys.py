"""Journeys: kept, changed, looked at. What a journey is says `inference.journeys.plan`."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, select

from app.active import FINAL, moment
from app.desk import Desk
from app.frames import Frame, Frames
from app.jobs import view_of as job_view
from app.stations import Stations
from app.storage.database import Database
from app.storage.history import cursor_of, sequence_of
from app.storage.tables import JobRow, JourneyRow, now
from inference.errors import UnknownId
from inference.journeys.pace import Walk
from inference.journeys.plan import Plan, frame, plan_json, settle
from inference.recipe import Recipe, recipe_id

# What of a plan decides what is seen where; the rest is only when.
SIGHTS = ("shape", "stations", "loop", "route", "attention", "spans", "even_square", "sides")
NEWEST_JOBS = 50
PREVIEW_FPS, MOST_SCHEDULED = 16.0, 900


@dataclass
class Glimpse:
    """What a look that is under way has seen so far: frames by place, and the square of a grid."""

    samples: list[dict[str, Any]] = field(default_factory=list)
    sheet: dict[str, Any] | None = None


class Journeys:
    """Keeps journeys and says what their frames are."""

    def __init__(self, database: Database, desk: Desk, stations: Stations) -> None:
        self.database, self.desk, self.stations = database, desk, stations
        self.frames = Frames(database, desk)
        # What an outlook that is under way has seen so far, by journey.
        self.under_way: dict[str, Glimpse] = {}

    async def settled(self, said: Mapping[str, Any], model: str | None = None) -> Plan:
        """Turn what was said into a plan; stations may be anything that `Stations` finds."""
        found = await self.stations.found(said.get("stations") or (), model)
        models = await self.desk.models()
        plan = settle({**said, "stations": found, "spans": {}, "sides": {}}, models)
        bent = any("spline" in (leg.curve, *leg.parts.values()) for leg in plan.legs)
        if not bent or len(plan.stations) < 3 or plan.shape == "grid":
            return plan
        spans = {part: await self._spans(plan, field) for part, field in
                 (("prompt", "conditioning"), ("noise", "noise"))}  # fmt: skip
        return plan.model_copy(
            update={"spans": {part: each for part, each in spans.items() if each}}
        )

    async def restored(self, said: Any) -> Plan:
        """Read the plan that a file carries; nothing is looked up for it."""
        return settle(said, await self.desk.models())

    async def _spans(self, plan: Plan, field: str) -> tuple[float, ...]:
        said = [station.recipe[field] for station in plan.stations]
        if not all(said):
            return ()
        first = plan.stations[0].recipe
        answer = await self.desk.client.call(
            "journey_spans", model=first["model"], width=first["width"], height=first["height"],
            expressions=[*said, said[0]] if plan.loop else said,
        )  # fmt: skip
        # Rounded, so that the same journey says the same on another machine.
        return tuple(round(span, 3) for span in answer["spans"])

    async def create(self, title: str, plan: Plan) -> JourneyRow:
        """Keep a new journey."""
        row = JourneyRow(
            id=secrets.token_hex(8), title=title, plan=plan.model_dump(mode="json"), pace=None,
            created_at=now(), changed_at=now(),
        )  # fmt: skip
        async with self.database.write() as session:
            session.add(row)
        return row

    async def find(self, id: str) -> JourneyRow:
        """Return a journey. Raises `UnknownId`."""
        async with self.database.read() as session:
            row = await session.scalar(select(JourneyRow).where(JourneyRow.id == id))
        if row is None:
            raise UnknownId(f"there is no journey {id[:80]}", hint="GET /api/v1/journeys")
        return row

    async def page(self, cursor: str | None, limit: int) -> tuple[Sequence[JourneyRow], str | None]:
        """Return journeys, newest first, and the cursor of the next page."""
        query = select(JourneyRow).order_by(JourneyRow.sequence.desc()).limit(limit + 1)
        if cursor is not None:
            query = query.where(JourneyRow.sequence < sequence_of(cursor))
        async with self.database.read() as session:
            rows = (await session.scalars(query)).all()
        return rows[:limit], cursor_of(rows[limit - 1].sequence) if len(rows) > limit else None

    async def change(self, id: str, changes: Mapping[str, Any]) -> JourneyRow:
        """Change what is said of a journey; what is left out stays."""
        row = await self.find(id)
        title = changes.get("title", row.title)
        said = {**row.plan, **{name: value for name, value in changes.items() if name != "title"}}
        if "stations" in changes and "legs" not in changes:
            said["legs"] = row.plan["legs"]
        plan, before = await self.settled(said), plan_of(row)
        if corners_key(plan) == corners_key(before):
            plan = plan.model_copy(update={"sides": before.sides})
        return await self._write(id, title=title, plan=plan.model_dump(mode="json"))

    async def keep_pace(self, id: str, pace: dict[str, Any]) -> None:
        """Write down what was seen on the way."""
        await self._write(id, pace=pace)

    async def keep_sides(self, id: str, plan: Plan) -> None:
        """Write down where the sides of a square are even, unless it has other corners by now."""
        row = await self.find(id)
        now_said = plan_of(row)
        if corners_key(now_said) == corners_key(plan):
            kept = now_said.model_copy(update={"sides": plan.sides})
            await self._write(id, plan=kept.model_dump(mode="json"))

    async def _write(self, id: str, **values: Any) -> JourneyRow:
        async with self.database.write() as session:
            row = await session.scalar(select(JourneyRow).where(JourneyRow.id == id))
            if row is None:
                raise UnknownId(f"there is no journey {id[:80]}", hint="GET /api/v1/journeys")
            for name, value in values.items():
                setattr(row, name, value)
            row.changed_at = now()
        return row

    async def delete(self, id: str) -> None:
        """Forget a journey; its frames stay in the store, where other journeys may meet them."""
        await self.find(id)
        async with self.database.write() as session:
            await session.execute(delete(JourneyRow).where(JourneyRow.id == id))

    async def recipes(self, plan: Plan, places: Sequence[float]) -> list[Recipe]:
        """Return the recipe of each place."""
        models = await self.desk.models()
        return [frame(plan, place, models) for place in places]

    async def jobs_of(self, id: str) -> list[dict[str, Any]]:
        """Return the jobs of a journey, newest first."""
        query = select(JobRow).where(JobRow.kind.in_(("outlook", "film")))
        query = query.order_by(JobRow.sequence.desc()).limit(NEWEST_JOBS)
        async with self.database.read() as session:
            rows = (await session.scalars(query)).all()
        return [job_view(row) for row in rows if row.arguments.get("journey") == id]

    async def view(self, row: JourneyRow) -> dict[str, Any]:
        """Return a journey as the API shows it."""
        plan = plan_of(row)
        models = await self.desk.models()
        ids = [recipe_id(station.whole) for station in plan.stations]
        known = await self.frames.known(ids)
        timing = plan.timing
        pace = row.pace if row.pace and row.pace["key"] == sight_key(plan) else None
        seen = self.under_way.get(row.id)
        stations = [
            {**station.model_dump(), "recipe_id": id, "image": image_of(known.get(id))}
            for station, id in zip(plan.stations, ids, strict=True)
        ]
        card = models.get(plan.stations[0].recipe["model"]) if plan.stations else None
        jobs = await self.jobs_of(row.id)
        return {
            "id": row.id,
            "title": row.title,
            **plan.model_dump(mode="json", exclude={"stations", "spans"}),
            "stations": stations,
            "ready": plan.ready,
            "total_s": round(timing.total_s(), 3) if plan.ready else 0.0,
            "attention_offered": bool(card and card.get("attention")),
            "outlook": pace,
            "seen": seen.samples if seen else None,
            "sheet": (pace or {}).get("sheet") or (seen and seen.sheet),
            "schedule": schedule_of(plan, walk_of(row, plan)),
            "jobs": [job for job in jobs if job["state"] not in FINAL],
            "films": [job["result"] for job in jobs if job["kind"] == "film" and job["result"]],
            "created_at": moment(row.created_at),
            "changed_at": moment(row.changed_at),
        }


def plan_of(row: JourneyRow) -> Plan:
    """Read the plan of a row."""
    return Plan.model_validate_json(json.dumps(row.plan))


def walk_of(row: JourneyRow, plan: Plan) -> Walk | None:
    """Return the walk as it was seen; None when nobody looked since it changed."""
    if not row.pace or row.pace["key"] != sight_key(plan):
        return None
    places = tuple(each["place"] for each in row.pace["samples"])
    return Walk(places, tuple(row.pace["steps"]))


def schedule_of(plan: Plan, walk: Walk | None) -> dict[str, Any] | None:
    """Return where a preview is at each of its frames, as the pace and the easing have it."""
    if not plan.ready:
        return None
    total_s = plan.timing.total_s()
    fps = min(PREVIEW_FPS, MOST_SCHEDULED / total_s)
    places = [round(place, 4) for place in plan.timing.places(walk, fps)]
    return {"fps": round(fps, 4), "places": places}


def sight_key(plan: Plan) -> str:
    """Return what stays the same while only the timing of a journey changes."""
    said = plan.model_dump(mode="json")
    stations = [station["recipe"] for station in said["stations"]]
    curves = [{"curve": leg["curve"], "parts": leg["parts"]} for leg in said["legs"]]
    sights = {name: said[name] for name in SIGHTS} | {"stations": stations, "legs": curves}
    return hashlib.sha256(json.dumps(sights, sort_keys=True).encode()).hexdigest()[:32]


def corners_key(plan: Plan) -> str:
    """Return what decides where the sides of a square are even."""
    said = plan.model_dump(mode="json", include={"shape", "attention", "even_square"})
    recipes = [station.recipe for station in plan.stations]
    return json.dumps([said, recipes], sort_keys=True)


def image_of(frame: Frame | None) -> dict[str, Any] | None:
    """Return where the picture of a frame is."""
    if frame is None:
        return None
    url = f"/api/v1/images/{frame.sha256}.png"
    return {"url": url, "sha256": frame.sha256, "width": frame.width, "height": frame.height}


def file_json(title: str, plan: Plan) -> str:
    """Return a journey as film files carry it."""
    said = json.loads(plan_json(plan))
    return json.dumps({"title": title, "journey": said}, sort_keys=True, ensure_ascii=False)
