"""R1: what was answered with 202 is made, once, whatever is killed meanwhile."""

from __future__ import annotations

import itertools
import random
import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.outages.house import GONE, House, order

VICTIMS = ("server", "worker", "both")


@dataclass
class Toll:
    """What the clients were promised, and what became of it."""

    cycles: int
    promised: int = 0
    lost: int = 0
    not_done: int = 0
    twice: int = 0
    begun_files: int = 0
    integrity: str = ""
    ready_s: list[float] = field(default_factory=list)

    @property
    def bad(self) -> list[str]:
        """The promises that were broken."""
        broken = {
            "lost": self.lost,
            "not done": self.not_done,
            "twice": self.twice,
            "integrity": self.integrity != "ok",
        }
        return [name for name, number in broken.items() if number]


def killed_again_and_again(
    folder: Path, cycles: int, *, fault: str = "sound", clients: int = 8, seed: int = 1,
    longest_s: float = 2.0, victims: tuple[str, ...] = VICTIMS,
) -> Toll:  # fmt: skip
    """Kill something at a random moment while clients submit, start again, and so on; then count."""
    drawn, toll = random.Random(seed), Toll(cycles)
    promised: dict[int, str] = {}
    seeds = itertools.count()
    house = House(folder, fault)
    try:
        for cycle in range(cycles):
            over = threading.Event()
            threads = [
                threading.Thread(target=submit, args=(house, seeds, promised, over))
                for _ in range(clients)
            ]
            for thread in threads:
                thread.start()
            # A kill before anybody was promised anything proves nothing.
            enough = len(promised) + 1
            house.until(lambda: len(promised) >= enough)  # noqa: B023
            time.sleep(drawn.uniform(0, longest_s))
            victim = victims[cycle % len(victims)]
            if victim != "server":
                house.kill_worker()
            if victim != "worker":
                house.kill()
            over.set()
            for thread in threads:
                thread.join()
            if victim != "worker":
                toll.ready_s.append(house.start())
        count(house, promised, toll)
    finally:
        house.kill()
    return toll


def submit(
    house: House, seeds: itertools.count[int], promised: dict[int, str], over: threading.Event
) -> None:
    """Ask for one picture after another, and remember what was promised."""
    while not over.is_set():
        seed = next(seeds)
        try:
            status, said = house.request(
                "POST", "/renders", order(seed), **{"Idempotency-Key": f"key-{seed}"}
            )
        except (*GONE, ValueError):
            return  # nobody promised anything
        if status in (200, 202):
            promised[seed] = said["id"]
        else:
            time.sleep(0.05)


def count(house: House, promised: dict[int, str], toll: Toll) -> None:
    """Compare what was promised with what there is."""
    house.ready()
    found = {id: house.settled(id) for id in promised.values()}
    toll.promised = len(promised)
    toll.lost = sum(render is None for render in found.values())
    there = [render for render in found.values() if render is not None]
    toll.not_done = sum(render["state"] != "done" for render in there)
    whole = [r for r in there if r["state"] == "done" and house.picture(r).startswith(b"\x89PNG")]
    toll.not_done += len(there) - len(whole) - toll.not_done
    # The same key after all that is the same render, answered as the first time.
    for seed, id in list(promised.items())[:20]:
        said = house.ask("POST", "/renders", order(seed), **{"Idempotency-Key": f"key-{seed}"})
        toll.twice += said["id"] != id
    house.stop()
    with closing(sqlite3.connect(house.folder / "rashin.db")) as database:
        toll.integrity = database.execute("PRAGMA integrity_check").fetchone()[0]
        query = "select count(*) - count(distinct image_sha256), count(*) from renders where state = 'done'"
        repeated, rows = database.execute(query).fetchone()
    stored = [path.name for path in (house.folder / "files").rglob("*") if path.is_file()]
    # A file that was being written when its server was killed is no picture: nobody can ask for it.
    begun = sum(name.startswith(".new-") for name in stored)
    toll.begun_files = begun
    toll.twice += repeated + max(0, len(stored) - begun - rows)
