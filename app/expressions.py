"""Expressions at the desk: names looked up, taken apart, and compared with words and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.active import image_of, moment
from app.desk import Desk
from app.maps import Maps
from app.pictures import picture_of
from app.storage.tables import RenderRow
from inference.client import Client
from inference.errors import InvalidExpression, InvalidInput, UnknownId
from inference.expressions.grammar import parse, write
from inference.expressions.names import Place, names_in, place_of, resolve
from inference.expressions.nodes import Node, Noise, Words
from inference.expressions.parts import parts, terms
from inference.expressions.types import Type, check
from inference.maps.files import MapFolder

RENDER_WITHIN_S = 30.0
MOST_BASELINES = 3
LOOKED_THROUGH = 500
SUGAR = {"prompt": ("prompt", "conditioning"), "noise": ("seed", "noise")}
FIELD = {"prompt": "conditioning", "noise": "noise"}


@dataclass(frozen=True)
class Understood:
    """An expression that fits its model: without names, with every knob, and where it belongs."""

    node: Node
    type: Type
    place: Place
    card: Mapping[str, Any]

    @property
    def text(self) -> str:
        """Return its canonical form."""
        return write(self.node)


async def understand(desk: Desk, source: str, model: str, place: Place | None = None) -> Understood:
    """Look names up and check the types. Every error about the expression has a position."""
    models = await desk.models()
    if model not in models:
        raise UnknownId(f"no model called {model[:60]!r}", expected=", ".join(sorted(models)))
    card = models[model]
    tree = parse(source)
    if place is None:
        place = place_of(tree) if "prompt" in card["spaces"] else "noise"
    known = await desk.names.known(list(names_in(tree)))
    checked = check(resolve(tree, known, place), card, source)
    if checked.type.kind == "number":
        raise InvalidExpression(
            "that is a number, not a point", expected="a point or a direction", position=0
        )
    found: Place = place
    if checked.type.space == card["spaces"].get("noise", {}).get("id"):
        found = "noise"
    elif checked.type.space == card["spaces"].get("prompt", {}).get("id"):
        found = "prompt"
    return Understood(checked.node, checked.type, found, card)


def recipe_with(rest: Mapping[str, Any], model: str, place: Place, text: str) -> dict[str, Any]:
    """Return the rest of a recipe with an expression in its place."""
    kept = {name: value for name, value in rest.items() if name not in SUGAR[place]}
    return kept | {"model": model, FIELD[place]: text}


def taken_apart(found: Understood, rest: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return every part with the recipes of the pictures that show it."""
    model = str(found.card["id"])
    return [
        {
            "start": part.span.start,
            "end": part.span.end,
            "depth": part.depth,
            "kind": part.kind,
            "space": part.space,
            "expression": part.text,
            "shows": [recipe_with(rest, model, found.place, text) for text in part.shows],
        }
        for part in parts(found.node, found.card, found.place)
    ]


def compared(found: Understood) -> tuple[list[str], list[str]]:
    """Return the points that count for the expression, alone, and the words to be left out.

    Of king − man + woman these are b = "king" and c = "woman": an answer that is as near to one of
    them alone was not found by arithmetic.
    """
    said = terms(found.node)
    ahead = [write(node) for weight, node in said if weight > 0]
    baselines = list(dict.fromkeys(ahead))[:MOST_BASELINES]
    words = [node.words for _, node in said if isinstance(node, Words)]
    return [text for text in baselines if text != found.text], words


class Neighbourhood:
    """Finds words and pictures near an expression, and near its parts alone."""

    def __init__(self, client: Client, desk: Desk, maps: Maps) -> None:
        self.client, self.desk, self.maps = client, desk, maps

    async def words(self, found: Understood, k: int, language: str | None) -> dict[str, Any]:
        """Return the nearest words {text, language, score}, and the baselines."""
        alone, hidden = compared(found)
        answer = await self.client.call(
            "expression_near_words",
            model=found.card["id"],
            expressions=[found.text, *alone],
            k=k,
            without=hidden,
            language=language,
        )
        return _answer(found, "words", alone, hidden, answer["lists"])

    async def pictures(
        self, found: Understood, map: MapFolder, k: int, rest: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return the nearest points of a map {n, x, y, score, title, …}, and the baselines.

        Words are compared by the picture that the judge expects of them, noises by the picture
        that they make.
        """
        alone, hidden = compared(found)
        every = [found.text, *alone]
        if found.place == "prompt" and found.card["id"] == map.info.get("model"):
            answer = await self.client.call(
                "expression_near_points",
                model=found.card["id"],
                expressions=every,
                map=str(map.folder),
                k=k,
                without=hidden,
            )
            lists = answer["lists"]
        else:
            lists = [await self._seen(text, found, map, k, rest) for text in every]
        shown = [[_point(map, item) for item in items] for items in lists]
        return _answer(found, map.id, alone, hidden, shown)

    async def _seen(
        self, text: str, found: Understood, map: MapFolder, k: int, rest: Mapping[str, Any]
    ) -> list[dict[str, Any]]:
        wanted = recipe_with(rest, str(found.card["id"]), found.place, text)
        recipe = await self.desk.canonical(wanted)
        _, picture = await picture_of(self.desk, recipe, RENDER_WITHIN_S)
        answer = await self.client.call("map_search", map=str(map.folder), image=picture, limit=k)
        items: list[dict[str, Any]] = answer["items"]
        return items

    def map_of(self, among: str, model: str) -> MapFolder:
        """Return a map by id; "pictures" is the first one of the model's own."""
        if among != "pictures":
            return self.maps.open(among)
        own = [map for map in self.maps.all() if map.info.get("model") == model]
        if not own:
            raise InvalidInput(f"there is no map of {model} yet", hint="build one, or name a map")
        return own[0]


def _answer(
    found: Understood,
    among: str,
    alone: list[str],
    hidden: list[str],
    lists: list[list[dict[str, Any]]],
) -> dict[str, Any]:
    return {
        "expression": found.text,
        "kind": found.type.kind,
        "space": found.type.space,
        "among": among,
        "items": lists[0],
        "baselines": [
            {"name": f"only_{'bcd'[at]}", "expression": text, "items": items}
            for at, (text, items) in enumerate(zip(alone, lists[1:], strict=True))
        ],
        "left_out": hidden,
    }


def _point(map: MapFolder, item: dict[str, Any]) -> dict[str, Any]:
    n = item["n"]
    card = map.card(n)
    thumb = card.get("thumb")
    if thumb is not None:
        url = f"/api/v1/maps/{map.id}/atlas/{thumb['level']}/{thumb['tile']}.webp"
        thumb = thumb | {"url": url}
    return {
        "n": n,
        "x": card["x"],
        "y": card["y"],
        "score": item["score"],
        "title": card["title"],
        "thumb": thumb,
        "recipe": card["recipe"],
    }


async def lately(desk: Desk, model: str | None, limit: int) -> list[dict[str, Any]]:
    """Return expressions of kept renders that are more than words and a seed, newest first."""
    query = (
        select(RenderRow).where(RenderRow.deleted.is_(False)).order_by(RenderRow.sequence.desc())
    )
    if model is not None:
        query = query.where(RenderRow.model == model)
    async with desk.database.read() as session:
        rows = (await session.scalars(query.limit(LOOKED_THROUGH))).all()
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        for place, field in FIELD.items():
            text = str(row.recipe.get(field) or "")
            if not text or (place, text) in found or isinstance(parse(text), Words | Noise):
                continue
            found[place, text] = {
                "expression": text,
                "place": place,
                "model": row.model,
                "render_id": row.id,
                "image": image_of(desk.newest(row)),
                "recipe": row.recipe,
                "created_at": moment(row.created_at),
            }
    return list(found.values())[:limit]
