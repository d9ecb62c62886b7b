"""What sessions say over the wire."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field

from app.journey_shapes import Changes
from app.schemas import Input

GROUP_NAME = r"^[a-z0-9_](?:[a-z0-9_-]{0,62}[a-z0-9_])?$"
SessionId = Annotated[str, Field(max_length=64, description="The id of a session")]
NodeId = Annotated[str, Field(pattern=r"^[0-9A-Za-z_-]{1,64}$", description="The id of a node")]


def _ours(address: str) -> str:
    """Refuse an address that is not a page of ours: it is where a browser will go."""
    if address.startswith(("//", "/\\", "/api/", "/v1/")) or not address.isprintable():
        raise ValueError("an address is the path of a page with its query, such as /studio?seed=7")
    return address


def _sayable(words: str) -> str:
    try:
        words.encode()
    except UnicodeEncodeError:
        raise ValueError("half a character") from None
    return words


Words = Annotated[str, AfterValidator(_sayable)]


def _writable(changes: Changes) -> Changes:
    _sayable(json.dumps(changes.model_dump(), ensure_ascii=False))
    return changes


class Marks(Input):
    """The marks of a render, as `PATCH /renders/{id}` takes them; only those that changed."""

    starred: bool = False
    folder: Annotated[Words, Field(max_length=120)] | None = None
    deleted: bool = False


class Members(Input):
    """What a group holds."""

    map: str | None = Field(default=None, max_length=128)
    version: str | None = Field(default=None, max_length=64)
    points: list[Annotated[int, Field(ge=0, le=2**31)]] = Field(default=[], max_length=100_000)
    renders: list[Annotated[str, Field(max_length=64)]] = Field(default=[], max_length=20_000)


class GroupEffect(Input):
    """What an act changed about a group; null is a group that is not there."""

    kind: Literal["group"]
    group: str = Field(pattern=GROUP_NAME)
    before: Members | None
    after: Members | None

    def plain(self) -> dict[str, Any]:
        """Return it as JSON."""
        return self.model_dump(mode="json")


class RegionTitle(Input):
    """What a region of a map was called; a language that is left out keeps the computed name."""

    en: Annotated[Words, Field(min_length=1, max_length=120)] | None = None
    ja: Annotated[Words, Field(min_length=1, max_length=120)] | None = None


class LabelEffect(Input):
    """What an act changed about the name of a region; null is its computed name."""

    kind: Literal["label"]
    map: str = Field(max_length=128)
    version: str = Field(max_length=64)
    layer: int = Field(ge=0, le=100)
    label: int = Field(ge=0, le=100_000)
    before: RegionTitle | None
    after: RegionTitle | None

    def plain(self) -> dict[str, Any]:
        """Return it as JSON."""
        said = self.model_dump(mode="json", exclude={"before", "after"})
        for side in ("before", "after"):
            title = getattr(self, side)
            said[side] = None if title is None else title.model_dump(exclude_none=True)
        return said


class Effect(Input):
    """What an act changed about a render, so that it can be taken back and done again."""

    kind: Literal["marks"] = "marks"
    render: str = Field(max_length=64)
    before: Marks
    after: Marks

    def plain(self) -> dict[str, Any]:
        """Return it as JSON; null is a folder that was left, so only what was given counts."""
        marks = {
            side: getattr(self, side).model_dump(exclude_unset=True) for side in ("before", "after")
        }
        return {"kind": self.kind, "render": self.render, **marks}


class JourneyEffect(Input):
    """What an act changed about a journey: the same fields as they were, and as they are."""

    kind: Literal["journey"]
    journey: str = Field(max_length=64)
    before: Annotated[Changes, AfterValidator(_writable)]
    after: Annotated[Changes, AfterValidator(_writable)]

    def plain(self) -> dict[str, Any]:
        """Return it as JSON; what was not given stays as it is."""
        said = {
            side: getattr(self, side).model_dump(mode="json", exclude_unset=True, exclude={"model"})
            for side in ("before", "after")
        }
        return {"kind": self.kind, "journey": self.journey, **said}


class NewNode(Input):
    """One act: where the page stood after it, and what it changed."""

    id: NodeId
    parent: NodeId | None = Field(default=None, description="null: it begins a tree")
    kind: str = Field(pattern="^[a-z][a-z_-]{0,31}$", examples=["slider", "render", "delete"])
    label: Words = Field(default="", max_length=300, description="What a person reads")
    address: Annotated[Words, AfterValidator(_ours)] = Field(
        pattern="^/", max_length=8_000, examples=["/studio?prompt=smiling+cat&seed=7"]
    )
    effects: list[Effect | GroupEffect | LabelEffect | JourneyEffect] = Field(
        default=[], max_length=1_000
    )
    renders: list[Annotated[str, Field(max_length=64)]] = Field(default=[], max_length=1_000)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON; of marks, only those that were given."""
        said = self.model_dump(mode="json", exclude={"effects"})
        return said | {"effects": [effect.plain() for effect in self.effects]}


class Node(BaseModel):
    """A node of a session."""

    id: str
    parent: str | None
    kind: str
    label: str
    address: str
    effects: list[dict[str, Any]]
    renders: list[str]
    number: int = Field(description="Grows with every node; `after` asks for later ones")
    created_at: str


class Session(BaseModel):
    """A session; `head` is the node where somebody stands."""

    id: str
    title: str
    head: str | None
    created_at: str
    changed_at: str


class Title(Input):
    """What a session is called."""

    title: Words = Field(default="", max_length=200)


class Label(Input):
    """What a person calls a node."""

    label: Words = Field(max_length=300)


class Step(Input):
    """The node to stand on; null is before the first."""

    node: NodeId | None


class Stand(BaseModel):
    """Where one stands now, what was taken back and done again, and what could not be."""

    head: str | None
    address: str | None
    undone: list[str]
    redone: list[str]
    lost: list[str] = Field(description="Renders and journeys that were removed for good")


class Side(BaseModel):
    """One of two branches: what it did since they parted, and the renders that it made."""

    nodes: list[Node]
    renders: list[str]


class Comparison(BaseModel):
    """Two branches side by side."""

    meeting: str | None
    one: Side
    two: Side
    shared_renders: list[str]


class Share(Input):
    """What to share, and whether others may go on from there."""

    node: NodeId
    forkable: bool = False


class Link(BaseModel):
    """A short link to one node."""

    id: str
    url: str = Field(description="The page that it opens")
    session: str
    node: str
    forkable: bool
    created_at: str
