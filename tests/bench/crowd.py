"""Many who ask at once: each waits for its picture and asks for the next."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from inference.client import Client
from inference.messages import Done, Failed
from inference.recipe import normalise, recipe_id
from inference.workers.local import WorkerOptions

SEEDS = itertools.count(1_000_000)
Recipes = Callable[[], dict[str, Any]]
Worth = Callable[[dict[str, Any]], float]


def one_picture(recipe: dict[str, Any]) -> float:
    return 1.0


class Served:
    """A worker process behind the client, without HTTP."""

    def __init__(self, options: WorkerOptions | None = None) -> None:
        self.runner = asyncio.Runner()
        self.client = Client(options)
        self.cards: dict[str, Any] = {}

    def start(self) -> None:
        async def ready() -> None:
            await self.client.start()
            self.cards = {card["id"]: card for card in (await self.client.catalogue())["models"]}
            while self.client.status()["state"] != "ready":
                await asyncio.sleep(0.05)

        self.runner.run(ready())

    async def draw(self, wanted: dict[str, Any], lane: Any = "batch") -> Done:
        recipe = normalise(wanted, self.cards)
        async for event in self.client.submit(recipe_id(recipe), recipe, lane=lane):
            if isinstance(event, Done):
                return event
            if isinstance(event, Failed):
                raise event.error
        raise AssertionError("no picture")

    def rate(
        self, recipes: Recipes, clients: int, seconds: float, worth: Worth = one_picture
    ) -> float:
        """Worth of pictures a second while so many ask."""

        async def ask(recipe: dict[str, Any]) -> None:
            await self.draw(recipe)

        return self.runner.run(crowd(ask, recipes, clients, seconds, worth))

    def close(self) -> None:
        self.runner.run(self.client.close())
        self.runner.close()


@contextmanager
def serving(options: WorkerOptions | None = None) -> Iterator[Served]:
    served = Served(options)
    served.start()
    try:
        yield served
    finally:
        served.close()


class Wire:
    """One connection to a server that is kept open, as cheap as can be."""

    def __init__(self, address: str) -> None:
        self.host = urlsplit(address).netloc
        self._streams: Any = None

    async def ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        if self._streams is None:
            name, _, port = self.host.partition(":")
            self._streams = await asyncio.open_connection(name, int(port))
        reader, writer = self._streams
        data = b"" if body is None else json.dumps(body).encode()
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\nContent-Type: application/json\r\n"
            f"Prefer: wait=60\r\nContent-Length: {len(data)}\r\n\r\n"
        )
        writer.write(head.encode() + data)
        told = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(told.split("content-length: ")[1].split("\r\n")[0])
        return int(told[9:12]), json.loads(await reader.readexactly(length))

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def over_http(
    address: str, recipes: Recipes, clients: int, seconds: float, lane: str = "batch"
) -> float:
    """Pictures a second while so many ask a server over connections of their own."""
    free = [Wire(address) for _ in range(clients)]
    wires = list(free)

    async def ask(recipe: dict[str, Any]) -> None:
        wire = free.pop()
        body = {"recipe": recipe, "lane": lane}
        status, said = await wire.ask("POST", "/api/v1/renders", body)
        assert status == 200, said
        free.append(wire)

    try:
        return await crowd(ask, recipes, clients, seconds, one_picture)
    finally:
        for wire in wires:
            wire.close()


async def crowd(ask: Any, recipes: Recipes, clients: int, seconds: float, worth: Worth) -> float:
    """Let so many ask for some time; the slope of what was made over time, from the first fifth on."""
    start, seen = time.perf_counter(), []

    async def one() -> None:
        while time.perf_counter() - start < seconds:
            recipe = recipes()
            await ask(recipe)
            seen.append((time.perf_counter() - start, worth(recipe)))

    await asyncio.gather(*(one() for _ in range(clients)))
    times, worths = np.array(sorted(seen)).T
    kept = (times > seconds / 5) & (times < seconds)
    assert kept.sum() > 1, f"{len(seen)} pictures in {seconds} s are too few to tell a rate"
    slope, _ = np.polyfit(times[kept], np.cumsum(worths)[kept], 1)
    return float(slope)


def seeded(recipe: dict[str, Any]) -> Recipes:
    """Return the recipe with a seed that nobody had before, each time."""
    return lambda: recipe | {"seed": next(SEEDS)}
