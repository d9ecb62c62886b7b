"""R8: everybody asks at ten times the rate that the server can serve, whatever is answered."""

from __future__ import annotations

import asyncio
import itertools
import json
import math
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.outages.house import House

TIMES = 10
WELL_WITHIN_S = 8.0
LATE = 2.0
SEEDS = itertools.count()


@dataclass
class Storm:
    """What happened: seconds until a refusal, until a picture, until a sign of health.

    `capacity` in pictures a second before the storm, `rate` in it. `lost` were accepted and never
    made, `wrong` were answered otherwise than 200 and 429, `rude` without saying when to come back.
    """

    bound: int
    storm_s: float
    capacity: float = 0.0
    refused_s: list[float] = field(default_factory=list)
    made_s: list[float] = field(default_factory=list)
    ends_s: list[float] = field(default_factory=list)
    lost: int = 0
    wrong: int = 0
    rude: int = 0
    health_s: list[float] = field(default_factory=list)
    most_waiting: int = 0
    healthy_after_s: float = math.inf
    grew_mb: float = 0.0

    @property
    def rate(self) -> float:
        """Pictures a second while the storm blew."""
        return sum(end <= self.storm_s for end in self.ends_s) / self.storm_s

    @property
    def goodput(self) -> float:
        """The part of the calm rate that was kept."""
        return self.rate / self.capacity

    @property
    def accepted_in_bounds(self) -> float:
        """The p99 wait of what was accepted, in times of a full queue at the storm's own rate."""
        waits = [*self.made_s, *[math.inf] * self.lost]
        return p99(waits) * self.rate / self.bound

    @property
    def broken(self) -> list[str]:
        """The promises that were broken, none of which depends on how fast the machine is.

        Late is twice what a full queue takes at the average rate: on a machine that does other
        things the rate swings. The goal's own figure is printed.
        """
        broken = {
            "longer queue than the bound": self.most_waiting > self.bound,
            "accepted and late": self.accepted_in_bounds > LATE,
            "accepted and lost": self.lost,
            "nobody was refused": not self.refused_s,
            "refusals are no quicker than pictures": p50(self.refused_s) > p50(self.made_s) / 2,
            "no Retry-After": self.rude,
            "another answer than 200 and 429": self.wrong,
            "not well afterwards": math.isinf(self.healthy_after_s),
        }
        return [name for name, is_so in broken.items() if is_so]


def p50(values: list[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 0.0


def p99(values: list[float]) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))] if ordered else 0.0


def weathered(
    folder: Path, *, bound: int, queue_bound: int, calm_s: float, storm_s: float
) -> Storm:
    """Let a server with a queue of `queue_bound` be judged as if it were one of `bound`."""
    house = House(folder, queue_bound=queue_bound)
    try:
        house.ready()
        storm = Storm(bound, storm_s)
        asyncio.run(asyncio.wait_for(blow(house, storm, calm_s), 100))
        return storm
    finally:
        house.kill()


async def blow(house: House, seen: Storm, calm_s: float) -> None:
    """Ask ten times too much for a while, then wait until the server is well again."""
    seen.capacity = await calm(house.port, calm_s)
    before_mb, start = memory_mb(house.process.pid), time.monotonic()
    end = start + seen.storm_s
    watching = asyncio.create_task(watch(house.port, seen, end))
    asked: list[asyncio.Task[None]] = []
    while (due := start + len(asked) / (TIMES * seen.capacity)) < end:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        asked.append(asyncio.create_task(one(house.port, seen, start)))
    await watching
    _, late = await asyncio.wait(asked, timeout=3 * seen.bound / seen.capacity)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    after = time.monotonic()
    while time.monotonic() - after < WELL_WITHIN_S:
        if (await ask(house.port, "POST", "/api/v1/renders", wish()))[0] == 200:
            seen.healthy_after_s = time.monotonic() - after
            break
        await asyncio.sleep(0.05)
    seen.grew_mb = memory_mb(house.process.pid) - before_mb


async def calm(port: int, calm_s: float) -> float:
    """Pictures a second when a few ask and wait."""
    end, made = time.monotonic() + calm_s, 0

    async def asker() -> None:
        nonlocal made
        while time.monotonic() < end:
            status, _ = await ask(port, "POST", "/api/v1/renders", wish())
            made += status == 200 and time.monotonic() < end

    await asyncio.gather(*(asker() for _ in range(12)))
    return made / calm_s


async def one(port: int, seen: Storm, start: float) -> None:
    """One wish in the storm, and what became of it."""
    began = time.monotonic()
    try:
        status, said = await ask(port, "POST", "/api/v1/renders", wish())
    except asyncio.CancelledError:
        seen.lost += 1
        raise
    now = time.monotonic()
    if status == 429:
        seen.refused_s.append(now - began)
        seen.rude += b"retry-after" not in said.lower()
    elif status == 200:
        seen.made_s.append(now - began)
        seen.ends_s.append(now - start)
    else:
        seen.wrong += 1


async def watch(port: int, seen: Storm, end: float) -> None:
    """Ask after the server's health and its queue all the while."""
    while time.monotonic() < end:
        began = time.monotonic()
        await ask(port, "GET", "/api/v1/health")
        seen.health_s.append(time.monotonic() - began)
        _, said = await ask(port, "GET", "/api/v1/queue?limit=1")
        seen.most_waiting = max(
            seen.most_waiting, json.loads(said.split(b"\r\n\r\n")[1])["waiting"]
        )
        await asyncio.sleep(0.1)


async def ask(port: int, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
    """One request over a connection of its own, as cheaply as it can be done."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n"
            f"Content-Type: application/json\r\nPrefer: wait=60\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        said = await reader.read()
        return int(said[9:12]), said
    finally:
        writer.close()


def wish() -> bytes:
    """Ask for a picture whose words a toy reads slowly, however fast the machine is."""
    seed = next(SEEDS)
    recipe = {"model": "emoji-vector", "prompt": f"slow {seed}", "seed": seed, "steps": 1}
    return json.dumps({"recipe": recipe}).encode()


def memory_mb(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / 2**20
