"""R4: renders that kill their worker, hang it or return no numbers take nobody with them."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import Any

from inference.client import Client
from inference.errors import RashinError
from inference.messages import Done, Failed
from inference.recipe import normalise, recipe_id
from inference.workers.local import WorkerOptions

POISONS = ("poison", "segfault", "stuck", "nan")
PATIENCE_S = 1.0


@dataclass
class Casualties:
    """What became of the good ones and of the poison, and how long workers were away."""

    good: int
    poison: int
    made: int = 0
    wrong: int = 0
    given_up: dict[str, int] = field(default_factory=dict)
    most_restarts: int = 0
    restarts: int = 0
    back_s: list[float] = field(default_factory=list)

    @property
    def bad(self) -> list[str]:
        """The promises that were broken."""
        broken = {
            "good ones were not made": self.made < self.good,
            "good ones are other pictures": self.wrong,
            "poison was not given up": sum(self.given_up.values()) < self.poison,
            "poison was tried too often": self.restarts > self.most_restarts,
        }
        return [name for name, is_so in broken.items() if is_so]


def poisoned(
    good: int, poison: int, *, within_s: float, kinds: tuple[str, ...] = POISONS, **settings: Any
) -> Casualties:
    """Ask for good ones and poison, mixed by a seed; `settings` are the client's own."""
    return asyncio.run(_poisoned(good, poison, within_s, kinds, settings))


async def _poisoned(
    good: int, poison: int, within_s: float, kinds: tuple[str, ...], settings: dict[str, Any]
) -> Casualties:
    seen = Casualties(good, poison)
    client = Client(WorkerOptions(toy=True, threads=1), PATIENCE_S, **settings)
    await client.start()
    try:
        models = {card["id"]: card for card in (await client.catalogue())["models"]}
        await until_ready(client)
        expected = await _end(client, models, "cat", 0)
        words = [kinds[n % len(kinds)] for n in range(poison)] + ["cat"] * good
        random.Random(4).shuffle(words)
        seen.most_restarts = 3 * sum(word not in ("cat", "nan") for word in words)
        watching = asyncio.create_task(_watch(client, seen))
        asked = [asyncio.create_task(_end(client, models, word, n)) for n, word in enumerate(words)]
        await asyncio.wait(asked, timeout=within_s)
        watching.cancel()
        for word, task in zip(words, asked, strict=True):
            _count(seen, word, task)
        again = await asyncio.wait_for(_end(client, models, "cat", 0), 60) if not seen.bad else None
        seen.wrong += again is not None and again != expected
        seen.restarts = client.status()["restarts"]
    finally:
        await client.close()
    return seen


async def until_ready(client: Client) -> None:
    while client.status()["state"] != "ready":
        await asyncio.sleep(0.02)


async def _end(client: Client, models: Any, prompt: str, seed: int) -> bytes | RashinError | None:
    """Return the picture or the error that a render ends in."""
    wanted = {"model": "emoji-vector", "prompt": prompt, "seed": seed, "steps": 2}
    recipe = normalise(wanted, models)
    async for event in client.submit(recipe_id(recipe), recipe, lane="batch"):
        if isinstance(event, Done):
            return event.image
        if isinstance(event, Failed):
            return event.error
    return None


def _count(seen: Casualties, word: str, task: asyncio.Task[Any]) -> None:
    if not task.done():
        task.cancel()
        return
    end = task.result()
    if word == "cat":
        seen.made += isinstance(end, bytes)
    elif isinstance(end, RashinError):
        seen.given_up[word] = seen.given_up.get(word, 0) + 1


async def _watch(client: Client, seen: Casualties) -> None:
    """Note how long it takes from a worker's end to the next one that is ready."""
    while True:
        before = client.status()["restarts"]
        while client.status()["restarts"] == before:
            await asyncio.sleep(0.02)
        gone_s = time.monotonic()
        await until_ready(client)
        seen.back_s.append(time.monotonic() - gone_s)
