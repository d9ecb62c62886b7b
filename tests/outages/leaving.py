"""R6: nobody computes for a closed tab, and whoever shared its passes notices nothing."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from dataclasses import dataclass, field
from typing import Any

from inference.client import Client
from inference.messages import Done, Step
from inference.recipe import normalise, recipe_id
from tests.outages.poison import until_ready

STEPS = 4
SLOW = "slow"  # a toy encodes it in a twentieth of a second
READERS = 24
# One that was begun may be finished; on a busy machine that takes a moment.
SOON_S = 0.5


@dataclass
class Departures:
    """How many readers left, what was worked for them after that, and the pictures of the others."""

    left: int = 0
    late_s: list[float] = field(default_factory=list)
    other_pictures: int = 0
    tasks_left: int = 0

    @property
    def bad(self) -> list[str]:
        """The promises that were broken."""
        broken = {
            "worked for nobody": sum(late > SOON_S for late in self.late_s)
            > len(self.late_s) // 20,
            "other pictures": self.other_pictures,
            "tasks": self.tasks_left,
        }
        return [name for name, number in broken.items() if number]


def departed(client: Client, departures: int) -> Departures:
    """Let readers go away at random moments while a neighbour shares their passes."""
    return asyncio.run(_departed(client, departures))


async def _departed(client: Client, departures: int) -> Departures:
    seen, drawn = Departures(), random.Random(6)
    await client.start()
    try:
        models = {card["id"]: card for card in (await client.catalogue())["models"]}
        await until_ready(client)
        expected = await _picture(client, models, "neighbour", 1)
        tasks_before = len(asyncio.all_tasks())
        for n in range(departures):
            # Many jobs of one who leaves: what is still worked for them keeps the next one waiting.
            readers = [
                asyncio.create_task(_picture(client, models, f"{SLOW} {n} {k}", k))
                for k in range(READERS)
            ]
            neighbour = asyncio.create_task(_picture(client, models, "neighbour", 1))
            await asyncio.sleep(drawn.uniform(0, 0.3))
            for reader in readers:
                reader.cancel()
            left_s = time.monotonic()
            await asyncio.gather(*readers, return_exceptions=True)
            seen.left += len(readers)
            seen.other_pictures += await neighbour != expected
            # An ask that comes now is answered at once unless somebody still works for the departed.
            await _picture(client, models, "next", 1000 + n)
            seen.late_s.append(time.monotonic() - left_s)
        await asyncio.sleep(0.1)
        seen.tasks_left = len(asyncio.all_tasks()) - tasks_before
    finally:
        await client.close()
    return seen


async def _picture(client: Client, models: Any, prompt: str, seed: int) -> bytes | None:
    wanted = {"model": "emoji-vector", "prompt": prompt, "seed": seed, "steps": STEPS}
    recipe = normalise(wanted, models)
    events = client.submit(recipe_id(recipe), recipe, lane="batch")
    async with contextlib.aclosing(events):  # type: ignore[type-var]
        async for event in events:
            if isinstance(event, Done):
                return event.image
            assert isinstance(event, Step), event
    return None
