"""R3: a key that was used before gives the answer that it gave then, also after a kill."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.outages.house import House, order

AT_ONCE = 8


@dataclass
class Repeats:
    """How keys were answered."""

    keys: int
    jobs: int = 0
    other_answers: int = 0
    changed_bodies_accepted: int = 0

    @property
    def bad(self) -> list[str]:
        """The promises that were broken."""
        broken = {
            "not one job for a key": self.jobs != self.keys,
            "another answer": self.other_answers,
            "a changed body": self.changed_bodies_accepted,
        }
        return [name for name, number in broken.items() if number]


def repeated(folder: Path, keys: int, *, fault: str = "sound") -> Repeats:
    """Use every key eight times at once, again after kill -9, and then for something else.

    The render of each key is finished in between, so that asking anew would be answered otherwise.
    """
    seen = Repeats(keys)
    house = House(folder, fault)
    try:
        house.ask("PATCH", "/queue", {"paused": True})
        with ThreadPoolExecutor(AT_ONCE) as crowd:
            first = [
                set(crowd.map(lambda _, n=n: once(house, n), range(AT_ONCE))) for n in range(keys)
            ]
        seen.other_answers += sum(len(answers) != 1 for answers in first)
        seen.jobs = house.ask("GET", "/queue?limit=1")["waiting"]
        house.ask("PATCH", "/queue", {"paused": False})
        house.kill()
        house.start()
        for answers in first:
            house.settled(json.loads(next(iter(answers))[1])["id"])
        seen.other_answers += sum(once(house, n) not in first[n] for n in range(keys))
        for n in range(keys):
            status, _ = house.request("POST", "/renders", order(n + 10_000), **key(n))
            seen.changed_bodies_accepted += status != 422
    finally:
        house.kill()
    return seen


def key(n: int) -> dict[str, str]:
    return {"Idempotency-Key": f"key-{n}"}


def once(house: House, n: int) -> tuple[int, str]:
    """Use a key; the status and every word of the answer."""
    status, said = house.request("POST", "/renders", order(n), **key(n))
    return status, json.dumps(said)
