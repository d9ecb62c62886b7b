"""Names in expressions: who or what `@name` is, looked up before a recipe is written out.

A name is a group of that name, else the render or the uploaded picture whose id begins with it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from sqlalchemy import select

from app.storage import groups
from app.storage.database import Database
from app.storage.tables import GroupRow, ImageRow, RenderRow
from inference.errors import InvalidExpression, RashinError
from inference.expressions.grammar import parse, quote, write, write_number
from inference.expressions.names import Member, Named, Place, names_in, resolve
from inference.expressions.nodes import Name

SIDES: tuple[tuple[str, Place], ...] = (("conditioning", "prompt"), ("noise", "noise"))
# A prefix of one digit would mean something else tomorrow.
SHORTEST_PREFIX = 4
HINT = "a group, or the first digits of a render's id or of an upload's hash"


class Names:
    """Looks names up; `members` says who is in a group, each with its `recipe`."""

    def __init__(
        self,
        database: Database,
        members: Callable[[GroupRow], Awaitable[list[dict[str, Any]]]],
    ) -> None:
        self.database, self._members = database, members

    async def written_out(self, recipe: Any) -> Any:
        """Return a recipe whose expressions hold no names. Raises `InvalidExpression`."""
        if not isinstance(recipe, Mapping):
            return recipe
        changed = dict(recipe)
        for field, place in SIDES:
            source = recipe.get(field)
            if isinstance(source, str) and "@" in source:
                changed[field] = await self.expression(source, place)
        return changed

    async def expression(self, source: str, place: Place) -> str:
        """Return an expression without names."""
        tree = parse(source)
        known = await self.known(list(names_in(tree)))
        return write(resolve(tree, known, place)) if known else source

    async def known(self, names: list[Name]) -> dict[str, Named]:
        """Look names up. Raises `InvalidExpression` at the one that nothing or too much has."""
        found: dict[str, Named] = {}
        for name in names:
            if name.name not in found:
                found[name.name] = await self._find(name)
        return found

    async def _find(self, name: Name) -> Named:
        group = await groups.find(self.database, name.name)
        if group is not None:
            try:
                inside = await self._members(group)
            except RashinError as error:
                raise InvalidExpression(
                    f"@{name.name}: {error.detail}",
                    expected=error.expected,
                    hint=error.hint,
                    position=name.span.start,
                ) from error
            return Named(tuple(member_of(each["recipe"]) for each in inside), group=True)
        rows = await self._renders(name.name)
        uploads = await self._uploads(name.name)
        if len(rows) + len(uploads) > 1:
            ids = [row.id[:12] for row in rows] + [sha[:12] for sha in uploads]
            raise InvalidExpression(
                f"@{name.name} could be several things",
                expected=f"one of @{', @'.join(ids)}",
                hint="write more of its id",
                position=name.span.start,
            )
        if rows:
            return Named((member_of(rows[0].recipe),), rows[0].image_sha256)
        if uploads:
            return Named(sha256=uploads[0])
        raise InvalidExpression(
            f"nothing is called @{name.name[:60]}", expected=HINT, position=name.span.start
        )

    async def _renders(self, prefix: str) -> list[RenderRow]:
        if len(prefix) < SHORTEST_PREFIX:
            return []
        query = select(RenderRow).where(RenderRow.id.startswith(prefix, autoescape=True)).limit(3)
        async with self.database.read() as session:
            rows = list(await session.scalars(query))
        return [row for row in rows if row.id == prefix] or rows

    async def _uploads(self, prefix: str) -> list[str]:
        if len(prefix) < SHORTEST_PREFIX:
            return []
        begins = ImageRow.sha256.startswith(prefix, autoescape=True)
        async with self.database.read() as session:
            return list(await session.scalars(select(ImageRow.sha256).where(begins).limit(3)))


def member_of(recipe: Mapping[str, Any]) -> Member:
    """Return a recipe, short or in full, as two expressions; how it is steered goes with the words."""
    words = recipe.get("conditioning")
    if words is None and "prompt" in recipe:
        words = quote(str(recipe["prompt"]))
    terms = [
        f"{write_number(term['scale'])} * dir({quote(term['direction'])})"
        for term in recipe.get("steering") or ()
    ]
    if words and terms:
        words += f" + ({' + '.join(terms)})"  # one step along all of them, as steering takes it
    noise = recipe.get("noise") or f"noise({recipe.get('seed', 0)})"
    return Member(words or None, noise)
