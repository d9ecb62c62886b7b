"""R7: asked to go, a server answers whoever waits, loses nothing it accepted, and is gone in time."""

from __future__ import annotations

import http.client
import random
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.outages.house import House, order

WAITERS, ASKERS = 6, 4
IN_TIME_S = 30.0


@dataclass
class Drained:
    """What the clients of a server that goes away were told."""

    cycles: int
    answered: int = 0
    cut_off: int = 0
    rude: int = 0
    lost: int = 0
    exits: list[int] = field(default_factory=list)
    took_s: list[float] = field(default_factory=list)

    @property
    def bad(self) -> list[str]:
        """The promises that were broken."""
        broken = {
            "cut off": self.cut_off,
            "another status than 503": self.rude,
            "lost": self.lost,
            # Python reports the signal itself when a server has ended well because of it.
            "exit": any(code not in (0, -15) for code in self.exits),
            "too slow": any(took > IN_TIME_S for took in self.took_s),
        }
        return [name for name, is_so in broken.items() if is_so]


class Crowd:
    """Some wait for pictures of a queue that is paused, some ask for one after another."""

    def __init__(self, house: House, cycle: int) -> None:
        self.house, self.cycle = house, cycle
        self.promised: set[str] = set()
        self.statuses: list[int] = []
        self.hung_up: list[float] = []  # when what was never answered had been asked
        self.over = threading.Event()
        self.asked = threading.Semaphore(0)
        work = [(self.wait, n) for n in range(WAITERS)] + [(self.ask, n) for n in range(ASKERS)]
        self.threads = [threading.Thread(target=do, args=(n,)) for do, n in work]

    def wait(self, n: int) -> None:
        self.one(self.cycle * 1000 + n, lane="batch", wait=60)

    def ask(self, n: int) -> None:
        for k in range(10**6):
            if self.over.is_set():
                return
            self.one(self.cycle * 1000 + 100 + 10**7 * (n + 1) + k, lane="interactive", wait=20)

    def one(self, seed: int, lane: str, wait: int) -> None:
        began_s = time.monotonic()
        try:
            prefer = {"Prefer": f"wait={wait}"}
            status, said = self.house.request("POST", "/renders", order(seed, lane=lane), **prefer)
        except (OSError, http.client.HTTPException, ValueError):
            self.hung_up.append(began_s)
            self.over.set()
        else:
            self.statuses.append(status)
            if status in (200, 202):
                self.promised.add(said["id"])


def drained(folder: Path, cycles: int, *, fault: str = "sound", seed: int = 7) -> Drained:
    """Ask a busy server to go, look at every answer, start the next, and so on."""
    drawn, seen = random.Random(seed), Drained(cycles)
    promised: set[str] = set()
    house = House(folder, fault)
    try:
        for cycle in range(cycles):
            house.ready()
            house.ask("PATCH", "/queue", {"paused": True})
            before = house.ask("GET", "/queue?limit=1")["waiting"]
            crowd = Crowd(house, cycle)
            for thread in crowd.threads:
                thread.start()
            enough = before + WAITERS
            house.until(lambda: house.ask("GET", "/queue?limit=1")["waiting"] >= enough)  # noqa: B023
            time.sleep(drawn.uniform(0, 0.3))
            began_s = time.monotonic()
            seen.exits.append(house.stop())
            seen.took_s.append(time.monotonic() - began_s)
            crowd.over.set()
            for thread in crowd.threads:
                thread.join()
            seen.answered += len(crowd.statuses)
            # Whoever comes after the signal may find the door closed.
            seen.cut_off += sum(asked_s < began_s for asked_s in crowd.hung_up)
            seen.rude += sum(status not in (200, 202, 503) for status in crowd.statuses)
            promised |= crowd.promised
            house.start()
        house.ready()
        house.ask("PATCH", "/queue", {"paused": False})
        ends = [house.settled(id) for id in promised]
        seen.lost = sum(end is None or end["state"] != "done" for end in ends)
    finally:
        house.kill()
    return seen
