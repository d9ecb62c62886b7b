"""Expressions on a map: what its names stand for there, what the two ends are called, and who lies there."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.desk import Desk
from app.storage import groups
from app.storage.database import Database
from app.storage.files import Files
from inference.client import Client
from inference.errors import InvalidExpression, InvalidInput, RashinError
from inference.expressions.grammar import parse, write
from inference.expressions.names import Member, Named, names_in, operands_of, resolve
from inference.expressions.nodes import Arrow, Call, Name, Node, Picture, Sum, Words
from inference.maps.expressing import SEES, check_on
from inference.maps.files import MapFolder

SHOWN = 6  # examples at either end, each with a name of its own


@dataclass
class _Meant:
    """What the names of an expression stand for on a map."""

    known: dict[str, Named] = field(default_factory=dict)
    own: dict[str, list[int]] = field(default_factory=dict)
    """Points of the map, by the hash that stands for them in the expression."""


class MapArrows:
    """Measures the points of maps along expressions."""

    def __init__(self, client: Client, database: Database, files: Files, desk: Desk) -> None:
        self.client, self.database, self.files, self.desk = client, database, files, desk

    async def project(self, map: MapFolder, expression: str) -> dict[str, Any]:
        """Return {kind, space, low, high, ends, cells} of an expression on a map.

        Every error about the expression has a position in it. See `inference.maps.projection`.
        """
        model = (await self.desk.models()).get(str(map.info["model"]))
        model = None if map.view == "given" else model
        tree = parse(expression)
        meant = await self._meant(map, tree)
        written = resolve(tree, meant.known, "noise" if map.view == "noise" else "prompt")
        checked = check_on(written, map, model, meant.own)
        images = await self._images(written, meant.own)
        try:
            answer = await self.client.call(
                "map_project",
                map=str(map.folder),
                expression=write(written) if meant.known else expression,
                own=meant.own,
                images=images,
            )
        except InvalidExpression as error:
            # Its place is one in what was written out for the names.
            error.position = 0 if meant.known else error.position
            raise
        return self._told(map, tree, model, answer) | {
            "kind": checked.type.kind,
            "space": str(checked.type.space),
        }

    async def like(self, map: MapFolder, points: Sequence[int]) -> dict[str, Any]:
        """Return the same for the likeness to the middle of some points."""
        key = hashlib.sha256(b"like").hexdigest()
        answer = await self.client.call(
            "map_project",
            map=str(map.folder),
            expression=f'img("{key}")',
            own={key: list(points)},
            images={},
        )
        told = self._told(map, Picture(key), None, answer)
        return told | {"kind": "point", "space": str(map.info.get("space", map.id))}

    async def _meant(self, map: MapFolder, tree: Node) -> _Meant:
        """Look the names up: groups of this map are its points, renders are their pictures."""
        found = _Meant()
        for name in names_in(tree):
            if name.name in found.known:
                continue
            row = await groups.find(self.database, name.name)
            here = [n for n in row.points if n < map.count] if row else []
            if row is not None and row.map_id == map.id and here:
                key = hashlib.sha256(f"{map.id} {name.name}".encode()).hexdigest()
                found.own[key] = here
                found.known[name.name] = Named((_shown(key),), group=True)
                continue
            named = (await self.desk.names.known([name]))[name.name]
            if named.sha256 is not None and map.view in SEES and name.part is None:
                named = replace(named, members=(_shown(named.sha256),))
            found.known[name.name] = named
        return found

    async def _images(self, tree: Node, own: Mapping[str, Any]) -> dict[str, bytes]:
        images = {}
        for leaf in _pictures(tree):
            if leaf.sha256 in own or leaf.sha256 in images:
                continue
            try:
                images[leaf.sha256] = await asyncio.to_thread(self.files.get, leaf.sha256)
            except RashinError as error:
                raise InvalidExpression(
                    f"the picture {leaf.sha256[:8]}… is not here",
                    hint="upload it first: POST /api/v1/images",
                    position=leaf.span.start,
                ) from error
        return images

    def _told(
        self, map: MapFolder, tree: Node, model: Mapping[str, Any] | None, answer: Mapping[str, Any]
    ) -> dict[str, Any]:
        low, high = _names(tree, model)
        return {
            "low": answer["low"],
            "high": answer["high"],
            "ends": {
                "low": {"title": low, "points": _different(map, answer["lowest"])},
                "high": {"title": high, "points": _different(map, answer["highest"])},
            },
            "cells": answer["cells"],
        }


def check_points(map: MapFolder, points: Sequence[int]) -> None:
    """Require points of a map. Raises `InvalidInput`."""
    if any(n >= map.count for n in points):
        raise InvalidInput(
            "only points that the map was built from can be measured",
            expected=f"0 to {map.count - 1}",
            hint="lay the map out anew: those that joined become points of it",
        )


def _shown(sha256: str) -> Member:
    return Member(f'img("{sha256}")', f'img("{sha256}")')


def _pictures(node: Node) -> Iterator[Picture]:
    if isinstance(node, Picture):
        yield node
    for inner in operands_of(node):
        yield from _pictures(inner)


def _different(map: MapFolder, points: Sequence[int]) -> list[int]:
    """Return the outermost points, each of another name."""
    names = map.stock["names_en"]
    chosen = {str(names[n]): n for n in reversed(points)}
    return sorted(chosen.values(), key=list(points).index)[:SHOWN]


def _names(tree: Node, model: Mapping[str, Any] | None) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the two ends of an expression are called, in both languages; "" for none."""
    match tree:
        case Sum(left=high, sign="-", right=low):
            return _same(_bare(low)), _same(_bare(high))
        case Call(name="dir", operands=(low, high)):
            return _same(_bare(low)), _same(_bare(high))
        case Arrow(names=(low, high)):
            return _same(low), _same(high)
        case Arrow(names=(name,)):
            for card in (model or {}).get("directions", []):
                titles = {str(each).casefold() for each in card["title"].values()}
                if name.casefold() in titles | {str(card["id"]).casefold()}:
                    return _same(""), {"en": card["title"]["en"], "ja": card["title"]["ja"]}
        case Picture():
            return _same(""), _same("")
    return _same(""), _same(_bare(tree))


def _bare(node: Node) -> str:
    """Return a part as people say it: words without their quotes."""
    match node:
        case Words(words=words):
            return words
        case Name():
            return write(node)
        case Call(name="mean", operands=(Name() as only,)):
            return write(only)
    return write(node)


def _same(name: str) -> dict[str, str]:
    return {"en": name, "ja": name}
