"""The tables. JSON columns hold values that are only ever read whole."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Float, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class Moment(TypeDecorator[datetime]):
    """A UTC moment; SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Return the moment with its zone."""
        if value is not None and value.tzinfo is None:
            return value.replace(tzinfo=UTC)
        return value


class Table(DeclarativeBase):
    """The base of all tables."""


class RenderRow(Table):
    """A render that was accepted; its id is the id of its recipe."""

    __tablename__ = "renders"
    __table_args__ = (Index("renders_by_state", "state"), {"sqlite_autoincrement": True})

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[str] = mapped_column(String(64), unique=True)
    recipe: Mapped[dict[str, Any]] = mapped_column(JSON)
    model: Mapped[str] = mapped_column(String(128), index=True)
    words: Mapped[str] = mapped_column(Text, default="")
    lane: Mapped[str] = mapped_column(String(16), default="batch")
    state: Mapped[str] = mapped_column(String(16))
    step: Mapped[int] = mapped_column(Integer, default=0)
    steps: Mapped[int] = mapped_column(Integer, default=0)
    image_sha256: Mapped[str | None] = mapped_column(String(64), index=True)
    width: Mapped[int | None] = mapped_column(Integer)
    height: Mapped[int | None] = mapped_column(Integer)
    timings: Mapped[dict[str, float] | None] = mapped_column(JSON)
    error: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    starred: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    environment: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    folder: Mapped[str | None] = mapped_column(String(120), index=True)
    deleted: Mapped[bool] = mapped_column(default=False)
    # Where it stands among waiting batch renders; None is after all that have a place.
    place: Mapped[float | None] = mapped_column(Float)


class AnswerRow(Table):
    """What was answered under an Idempotency-Key, to be answered again word for word."""

    __tablename__ = "answers"

    key: Mapped[str] = mapped_column(String(255), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    status: Mapped[int] = mapped_column(Integer)
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now, index=True)


class ImageRow(Table):
    """An uploaded picture, after re-encoding."""

    __tablename__ = "images"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(Integer)
    width: Mapped[int] = mapped_column(Integer)
    height: Mapped[int] = mapped_column(Integer)
    recipe: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class JobRow(Table):
    """A long act."""

    __tablename__ = "jobs"
    __table_args__ = ({"sqlite_autoincrement": True},)

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    kind: Mapped[str] = mapped_column(String(32))
    arguments: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(16), index=True)
    progress: Mapped[float] = mapped_column(Float, default=0.0)
    stage: Mapped[str] = mapped_column(String(200), default="")
    eta_s: Mapped[float | None] = mapped_column(Float)
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    error: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class AdditionRow(Table):
    """A point that joined a map after it was built."""

    __tablename__ = "map_additions"
    __table_args__ = (
        UniqueConstraint("map_id", "version", "n"),
        UniqueConstraint("map_id", "version", "render_id", "target_x", "target_y"),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    map_id: Mapped[str] = mapped_column(String(128))
    version: Mapped[str] = mapped_column(String(64))
    n: Mapped[int] = mapped_column(Integer)
    render_id: Mapped[str] = mapped_column(String(64))
    target_x: Mapped[float] = mapped_column(Float)
    target_y: Mapped[float] = mapped_column(Float)
    x: Mapped[float] = mapped_column(Float)
    y: Mapped[float] = mapped_column(Float)
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class SweepRow(Table):
    """One recipe at many values of a few knobs; `cells` are the ids of its renders, row by row."""

    __tablename__ = "sweeps"
    __table_args__ = ({"sqlite_autoincrement": True},)

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    recipe: Mapped[dict[str, Any]] = mapped_column(JSON)
    axes: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    cells: Mapped[list[str]] = mapped_column(JSON)
    cancelled: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class FlagRow(Table):
    """A switch that somebody set, such as "the queue is paused"."""

    __tablename__ = "flags"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class SessionRow(Table):
    """What somebody did, as a tree; `head` is the node where they are."""

    __tablename__ = "sessions"
    __table_args__ = ({"sqlite_autoincrement": True},)

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    title: Mapped[str] = mapped_column(String(200), default="")
    head: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    changed_at: Mapped[datetime] = mapped_column(Moment, default=now)


class NodeRow(Table):
    """One act of a session: where the page stood after it, and what it changed on the server."""

    __tablename__ = "session_nodes"
    __table_args__ = (UniqueConstraint("session_id", "id"), {"sqlite_autoincrement": True})

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True)
    session_id: Mapped[str] = mapped_column(String(32), index=True)
    id: Mapped[str] = mapped_column(String(64))
    parent: Mapped[str | None] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(32))
    label: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(Text)
    effects: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    renders: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class LinkRow(Table):
    """A short link to one node of a session."""

    __tablename__ = "session_links"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    session_id: Mapped[str] = mapped_column(String(32), index=True)
    node_id: Mapped[str] = mapped_column(String(64))
    forkable: Mapped[bool] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class GroupRow(Table):
    """Points of a map and renders of the history, under a name that expressions can say."""

    __tablename__ = "groups"
    __table_args__ = ({"sqlite_autoincrement": True},)

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(String(64), unique=True)
    map_id: Mapped[str | None] = mapped_column(String(128), index=True)
    version: Mapped[str | None] = mapped_column(String(64))
    points: Mapped[list[int]] = mapped_column(JSON)
    renders: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    changed_at: Mapped[datetime] = mapped_column(Moment, default=now)


class LabelRow(Table):
    """A label of a map that somebody renamed: `title` has the languages that were given."""

    __tablename__ = "map_labels"
    __table_args__ = (UniqueConstraint("map_id", "version", "layer", "label"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    map_id: Mapped[str] = mapped_column(String(128))
    version: Mapped[str] = mapped_column(String(64))
    layer: Mapped[int] = mapped_column(Integer)
    label: Mapped[int] = mapped_column(Integer)
    title: Mapped[dict[str, str]] = mapped_column(JSON)
    changed_at: Mapped[datetime] = mapped_column(Moment, default=now)


class ChoiceRow(Table):
    """Chosen points without a name, under the hash of what they are: distances in base 36."""

    __tablename__ = "choices"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    packed: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)


class JourneyRow(Table):
    """A walk between recipes; `pace` is what was seen when it was last looked at, if it was."""

    __tablename__ = "journeys"
    __table_args__ = ({"sqlite_autoincrement": True},)

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    title: Mapped[str] = mapped_column(String(200), default="")
    plan: Mapped[dict[str, Any]] = mapped_column(JSON)
    pace: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    changed_at: Mapped[datetime] = mapped_column(Moment, default=now)


class FrameRow(Table):
    """A picture that was made for a journey and is not in the history; its id is its recipe's."""

    __tablename__ = "frames"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    image_sha256: Mapped[str] = mapped_column(String(64), index=True)
    width: Mapped[int] = mapped_column(Integer)
    height: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
