"""From what somebody points at (a render, a place, a picture, words) to the recipe of a station."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.desk import Desk
from app.inversions import candidates
from app.maps import Maps
from inference.errors import InvalidInput
from inference.journeys.plan import Station
from inference.maps.files import MapFolder

WAYS = "one of recipe, render, map with x and y or point, image, prompt, expression"
Card = Mapping[str, Any]


class Stations:
    """Finds the recipes of stations."""

    def __init__(self, desk: Desk, maps: Maps) -> None:
        self.desk, self.maps = desk, maps

    async def found(
        self, said: Sequence[Mapping[str, Any]], model: str | None
    ) -> list[dict[str, Any]]:
        """Return stations as a plan holds them; `model` is for those that name none.

        Raises what is wrong with one, by its number, and `UnknownId` for what is not there.
        """
        stations: list[dict[str, Any]] = []
        for place, one in enumerate(said):
            known = model or (stations[0]["recipe"]["model"] if stations else None)
            try:
                station = await self._station(one, known)
            except InvalidInput as error:
                raise type(error)(
                    f"station {place + 1}: {error.detail}", expected=error.expected,
                    hint=error.hint, position=error.position,
                ) from error  # fmt: skip
            stations.append(station.model_dump())
        return stations

    async def _station(self, said: Mapping[str, Any], model: str | None) -> Station:
        ways = [way for way in ("recipe", "render", "map", "image", "prompt", "expression")
                if said.get(way) is not None]  # fmt: skip
        if len(ways) != 1:
            raise InvalidInput("it is not clear what the station is", expected=WAYS)
        source = {name: value for name, value in said.items() if value is not None}
        match ways[0]:
            case "recipe":
                recipe = await self._whole(said["recipe"])
                return Station(recipe=recipe, source=said.get("source") or {})
            case "render":
                row = await self.desk.find(said["render"])
                return Station(recipe=row.recipe, source=source)
            case "map":
                return Station(recipe=await self._on_map(said), source=source)
            case "image":
                return await self._of_picture(said, source, await self._model(said, model))
        begun = {"model": await self._model(said, model), "seed": said.get("seed") or 0}
        words = {"prompt": said["prompt"]} if ways[0] == "prompt" else {
            "conditioning": said["expression"]
        }  # fmt: skip
        return Station(recipe=await self._whole(begun | words), source=source)

    async def _whole(self, recipe: Mapping[str, Any]) -> dict[str, Any]:
        # Names of groups and renders are looked up now: a journey stays what it is.
        return (await self.desk.canonical(recipe)).model_dump(mode="json")

    async def _model(self, said: Mapping[str, Any], model: str | None) -> str:
        if said.get("model") is not None:
            return str(said["model"])
        return model or next(iter(await self.desk.models()))

    async def _on_map(self, said: Mapping[str, Any]) -> dict[str, Any]:
        opened = self.maps.open(said["map"])
        recipe = await self._place(opened, said)
        model = said.get("model")
        if model is None or model == recipe["model"]:
            return recipe
        # Words and seeds mean something to every model; sizes and steps are its own.
        kept = {name: recipe[name] for name in ("conditioning", "noise") if recipe.get(name)}
        return await self._whole({"model": model} | kept)

    async def _place(self, opened: MapFolder, said: Mapping[str, Any]) -> dict[str, Any]:
        if (n := said.get("point")) is not None:
            if n < opened.count:
                recipe: dict[str, Any] = opened.card(n)["recipe"]
                return recipe
            for addition in await self.maps.additions(opened):
                if addition["n"] == n:
                    joined: dict[str, Any] = addition["recipe"]
                    return joined
            raise InvalidInput(f"there is no point {n} on map {opened.id}")
        if said.get("x") is None or said.get("y") is None:
            raise InvalidInput("a place on a map has x and y", expected="x and y, or point")
        made = await self.desk.client.call(
            "map_recipe", map=str(opened.folder), x=said["x"], y=said["y"], seed=said.get("seed")
        )
        recipe = {"model": opened.info["model"], "noise": made["noise"]}
        if made.get("conditioning"):
            recipe["conditioning"] = made["conditioning"]
        return recipe

    async def _of_picture(
        self, said: Mapping[str, Any], source: dict[str, Any], model: str
    ) -> Station:
        method = said.get("method")
        methods = None if method is None else [method]
        found = await candidates(self.desk, said["image"], model, None, methods)
        best = found[0]
        source = {"image": said["image"], "method": best["method"], "scores": best["scores"]}
        return Station(recipe=best["recipe"], source=source)
