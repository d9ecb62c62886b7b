"""Sessions: what somebody did, as a tree that can be walked, forked, compared and shared.

A node says where the page stood after an act (its address) and what the act changed on the server
(its effects). Going to another node takes the effects on the way back and does others again, and
tells the page which address to show.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, select

from app.active import moment
from app.desk import Desk
from app.errors import NotAllowed
from app.session_effects import SessionEffects
from app.session_tree import Way, trail, way
from app.storage.database import Database
from app.storage.history import cursor_of, sequence_of
from app.storage.tables import LinkRow, NodeRow, SessionRow, now
from inference.errors import Conflict, Overloaded, UnknownId

MOST_NODES = 20_000
MOST_SESSIONS = 10_000


class Sessions:
    """Makes sessions and walks in them."""

    def __init__(self, database: Database, desk: Desk) -> None:
        self.database, self.desk = database, desk

    async def create(self, title: str, nodes: Sequence[Mapping[str, Any]] = ()) -> SessionRow:
        """Begin a session, with nodes (each after its parent) if it goes on from another one."""
        row = SessionRow(id=secrets.token_hex(8), title=title, created_at=now(), changed_at=now())
        row.head = nodes[-1]["id"] if nodes else None
        async with self.database.write() as session:
            if (
                await session.scalar(select(func.count(SessionRow.sequence))) or 0
            ) >= MOST_SESSIONS:
                raise Overloaded(f"there are {MOST_SESSIONS:,} sessions", hint="remove some")
            session.add(row)
            session.add_all(NodeRow(session_id=row.id, **node) for node in nodes)
        return row

    async def find(self, id: str) -> SessionRow:
        """Return a session. Raises `UnknownId`."""
        async with self.database.read() as session:
            row = await session.scalar(select(SessionRow).where(SessionRow.id == id))
        if row is None:
            raise UnknownId(
                f"there is no session {id[:80]}", hint="GET /api/v1/sessions lists them"
            )
        return row

    async def page(self, cursor: str | None, limit: int) -> tuple[Sequence[SessionRow], str | None]:
        """Return sessions, newest first, and the cursor of the next page."""
        query = select(SessionRow).order_by(SessionRow.sequence.desc()).limit(limit + 1)
        if cursor is not None:
            query = query.where(SessionRow.sequence < sequence_of(cursor))
        async with self.database.read() as session:
            rows = (await session.scalars(query)).all()
        return rows[:limit], cursor_of(rows[limit - 1].sequence) if len(rows) > limit else None

    async def rename(self, id: str, title: str) -> SessionRow:
        """Give a session another title."""
        row = await self.find(id)
        async with self.database.write() as session:
            row = await session.merge(row)
            row.title = title
        return row

    async def remove(self, id: str) -> None:
        """Forget a session, its nodes and its links; renders stay."""
        await self.find(id)
        async with self.database.write() as session:
            await session.execute(delete(NodeRow).where(NodeRow.session_id == id))
            await session.execute(delete(LinkRow).where(LinkRow.session_id == id))
            await session.execute(delete(SessionRow).where(SessionRow.id == id))

    # Nodes

    async def nodes(self, id: str, after: int = 0, limit: int = MOST_NODES) -> Sequence[NodeRow]:
        """Return nodes in the order in which they grew, past a sequence number."""
        query = select(NodeRow).where(NodeRow.session_id == id, NodeRow.sequence > after)
        async with self.database.read() as session:
            return (await session.scalars(query.order_by(NodeRow.sequence).limit(limit))).all()

    async def grow(self, id: str, node: Mapping[str, Any]) -> NodeRow:
        """Add a node and stand on it. Ids are chosen by whoever asks, so the same node again changes nothing, but that it may name more renders: pictures come later than the act that led to them.

        Raises `UnknownId` for a parent that is not there, `Conflict` for an id that means another node.
        """
        row = await self.find(id)
        wanted = select(NodeRow.id).where(
            NodeRow.session_id == id, NodeRow.id.in_([node["id"], node["parent"]])
        )
        there = select(func.count(NodeRow.sequence)).where(NodeRow.session_id == id)
        async with self.database.read() as session:
            known = set((await session.scalars(wanted)).all())
            many = await session.scalar(there) or 0
        if node["id"] in known:
            return await self._same(id, node)
        if node["parent"] is not None and node["parent"] not in known:
            raise UnknownId(f"there is no node {node['parent']!r} in this session to grow from")
        if many >= MOST_NODES:
            raise Overloaded(
                f"this session has {MOST_NODES:,} nodes", hint="begin another, or fork this one"
            )
        grown = NodeRow(session_id=id, created_at=now(), **node)
        async with self.database.write() as session:
            session.add(grown)
            row = await session.merge(row)
            row.head, row.changed_at = grown.id, now()
        return grown

    async def _same(self, id: str, node: Mapping[str, Any]) -> NodeRow:
        known = await self._node(id, node["id"])
        others = {name: value for name, value in node.items() if name != "renders"}
        grown = node["renders"][: len(known.renders)] == known.renders
        if not grown or any(getattr(known, name) != value for name, value in others.items()):
            raise Conflict(
                f"the node {node['id']!r} is another one", hint="give every node an id of its own"
            )
        if len(node["renders"]) > len(known.renders):
            async with self.database.write() as session:
                known = await session.merge(known)
                known.renders = list(node["renders"])
        return known

    async def label(self, id: str, node: str, label: str) -> NodeRow:
        """Give a node a name of its own; an empty one leaves it to what it did. Raises `UnknownId`."""
        await self.find(id)
        row = await self._node(id, node)
        async with self.database.write() as session:
            row = await session.merge(row)
            row.label = label
        return row

    async def _node(self, id: str, node: str) -> NodeRow:
        query = select(NodeRow).where(NodeRow.session_id == id, NodeRow.id == node)
        async with self.database.read() as session:
            found = await session.scalar(query)
        if found is None:
            raise UnknownId(f"there is no node {node[:80]!r} in this session")
        return found

    async def _parents(self, id: str) -> dict[str, str | None]:
        query = select(NodeRow.id, NodeRow.parent).where(NodeRow.session_id == id)
        async with self.database.read() as session:
            rows = (await session.execute(query.order_by(NodeRow.sequence))).all()
        return {row[0]: row[1] for row in rows}

    # Walking

    async def go(self, id: str, node: str | None, effects: SessionEffects) -> dict[str, Any]:
        """Stand on another node (None: before the first): take effects back, do others again.

        What cannot be changed any more, because it was removed for good, is named in `lost`.
        """
        row = await self.find(id)
        parents = await self._parents(id)
        if node is not None and node not in parents:
            raise UnknownId(f"there is no node {node[:80]!r} in this session")
        found = way(parents, row.head, node)
        rows = {each.id: each for each in await self.nodes(id)}
        lost: set[str | None] = set()
        for left in found.left:
            for effect in reversed(rows[left].effects):
                lost.add(await effects.have(effect, "before"))
        for entered in found.entered:
            for effect in rows[entered].effects:
                lost.add(await effects.have(effect, "after"))
        await self.stand(id, node)
        return {
            "head": node,
            "address": rows[node].address if node is not None else None,
            "undone": list(found.left),
            "redone": list(found.entered),
            "lost": sorted(gone for gone in lost if gone is not None),
        }

    async def stand(self, id: str, node: str | None) -> SessionRow:
        """Stand on a node without changing anything else."""
        row = await self.find(id)
        async with self.database.write() as session:
            row = await session.merge(row)
            row.head, row.changed_at = node, now()
        return row

    async def compare(self, id: str, one: str, two: str) -> dict[str, Any]:
        """Return where two branches part, what each did since, and the renders that each made."""
        await self.find(id)
        rows = {each.id: each for each in await self.nodes(id)}
        for node in (one, two):
            if node not in rows:
                raise UnknownId(f"there is no node {node[:80]!r} in this session")
        found: Way = way({key: each.parent for key, each in rows.items()}, one, two)
        sides = (
            [rows[node] for node in reversed(found.left)],
            [rows[node] for node in found.entered],
        )
        made = [list(dict.fromkeys(r for node in side for r in node.renders)) for side in sides]
        return {
            "meeting": found.meeting,
            "one": {"nodes": [node_view(node) for node in sides[0]], "renders": made[0]},
            "two": {"nodes": [node_view(node) for node in sides[1]], "renders": made[1]},
            "shared_renders": [render for render in made[0] if render in set(made[1])],
        }

    # Links

    async def link(self, id: str, node: str, *, forkable: bool) -> LinkRow:
        """Make a short link to a node; whoever has it may look, and fork where that is allowed."""
        await self._node(id, node)
        row = LinkRow(
            id=secrets.token_urlsafe(12), session_id=id, node_id=node, forkable=forkable,
            created_at=now(),
        )  # fmt: skip
        async with self.database.write() as session:
            session.add(row)
        return row

    async def links(self, id: str) -> Sequence[LinkRow]:
        """Return the links of a session, oldest first."""
        await self.find(id)
        query = select(LinkRow).where(LinkRow.session_id == id).order_by(LinkRow.created_at)
        async with self.database.read() as session:
            return (await session.scalars(query)).all()

    async def follow(self, link: str) -> tuple[LinkRow, SessionRow, list[NodeRow]]:
        """Return a link, its session, and the trail that leads to its node. Raises `UnknownId`."""
        async with self.database.read() as session:
            row = await session.scalar(select(LinkRow).where(LinkRow.id == link))
        if row is None:
            raise UnknownId("that link leads nowhere", hint="it may have been taken back")
        found = await self.find(row.session_id)
        nodes = {each.id: each for each in await self.nodes(found.id)}
        parents = {key: each.parent for key, each in nodes.items()}
        return row, found, [nodes[node] for node in trail(parents, row.node_id)]

    async def fork(self, link: str) -> SessionRow:
        """Begin a session of one's own where a link leads. Raises `NotAllowed` for one to look at."""
        row, session, nodes = await self.follow(link)
        if not row.forkable:
            raise NotAllowed("this link is to look at", hint="ask for one that can be forked")
        # What was done on the way is done already: the copy must not take it back twice.
        return await self.create(session.title, [plain(node) | {"effects": []} for node in nodes])

    async def unlink(self, link: str) -> None:
        """Take a link back. Raises `UnknownId`."""
        await self.follow(link)
        async with self.database.write() as session:
            await session.execute(delete(LinkRow).where(LinkRow.id == link))


FIELDS = ("id", "parent", "kind", "label", "address", "effects", "renders")


def plain(node: NodeRow) -> dict[str, Any]:
    """Return what a node says, without when and where it is kept."""
    return {name: getattr(node, name) for name in FIELDS}


def node_view(node: NodeRow) -> dict[str, Any]:
    """Return a node as the API shows it."""
    return plain(node) | {"number": node.sequence, "created_at": moment(node.created_at)}


def session_view(row: SessionRow) -> dict[str, Any]:
    """Return a session as the API shows it."""
    return {
        "id": row.id,
        "title": row.title,
        "head": row.head,
        "created_at": moment(row.created_at),
        "changed_at": moment(row.changed_at),
    }


def link_view(row: LinkRow) -> dict[str, Any]:
    """Return a link as the API shows it."""
    return {
        "id": row.id,
        "url": f"/link?to={row.id}",
        "session": row.session_id,
        "node": row.node_id,
        "forkable": row.forkable,
        "created_at": moment(row.created_at),
    }
