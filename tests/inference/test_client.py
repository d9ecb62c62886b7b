import asyncio
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Coroutine
from typing import Any

import psutil
import pytest

from inference.client import Client
from inference.engine.toy import write_toy_checkpoint
from inference.errors import (
    Conflict,
    DamagedWeights,
    InvalidInput,
    MissingWeights,
    UnknownId,
    WorkerUnavailable,
)
from inference.messages import Cancelled, Done, Failed, Step
from inference.recipe import normalise, recipe_id
from inference.workers.local import WorkerOptions

LIMIT_S = 60


class House:
    """A client with a real child process on toy models, and a loop to run it in."""

    def __init__(self, options: WorkerOptions, **settings: Any) -> None:
        self.runner = asyncio.Runner()
        self.client = Client(options, **settings)
        self.run(self.client.start())
        self.models: dict[str, Any] = {}

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(asyncio.wait_for(work, LIMIT_S))

    def close(self) -> None:
        self.run(self.client.close())
        self.runner.close()

    async def ready(self) -> int:
        """Wait until the worker is ready; its process id."""
        while self.client.status()["state"] != "ready":
            await asyncio.sleep(0.02)
        if not self.models:
            cards = (await self.client.catalogue())["models"]
            self.models = {card["id"]: card for card in cards}
        return self.client.status()["pid"]

    def submit(self, *, lane="batch", view=None, previews=False, images=None, **recipe):
        full = normalise({"model": "emoji-vector", **recipe}, self.models)
        more = {"lane": lane, "view": view, "previews": previews, "images": images}
        return self.client.submit(recipe_id(full), full, **more)

    async def events(self, **recipe):
        return [event async for event in self.submit(**recipe)]

    async def last(self, **recipe):
        return (await self.events(**recipe))[-1]


@pytest.fixture(scope="module")
def house():
    house = House(WorkerOptions(toy=True, threads=1))
    house.run(house.ready())
    yield house
    house.close()


def test_steps_come_before_the_picture(house):
    events = house.run(house.events(prompt="cat", steps=4, previews=True))
    steps, done = events[:-1], events[-1]
    assert [(step.step, step.steps) for step in steps] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert all(isinstance(step, Step) for step in steps)
    assert isinstance(done, Done)
    assert done.image.startswith(b"\x89PNG")


def test_the_catalogue_says_what_there_is(house):
    catalogue = house.run(house.client.catalogue())
    assert set(catalogue) == {"models", "spaces", "operations", "directions", "projectors"}
    verbs = {card["id"]: card["verbs"] for card in catalogue["models"]}
    assert verbs["emoji-vector"] == ["encode", "sample", "decode", "steer", "embed"]
    assert verbs["emoji-vae"] == ["sample", "decode", "invert", "embed"]


def test_the_same_recipe_twice_at_once_gives_the_same_bytes_to_both(house):
    async def both():
        return await asyncio.gather(*(house.last(prompt="cat", seed=3) for _ in range(2)))

    first, second = house.run(both())
    assert first.image == second.image


def test_of_a_view_the_latest_wins(house):
    async def drag():
        # A slow prompt, so that the first one is still at work when the others arrive.
        frames = [house.events(prompt="slow cat", seed=n, steps=4, view="v") for n in range(10)]
        return await asyncio.gather(*frames)

    *older, latest = house.run(drag())
    assert isinstance(latest[-1], Done)
    ends = [events[-1] for events in older]
    assert sum(isinstance(end, Cancelled) and end.superseded for end in ends) >= 8


def test_a_reader_that_goes_away_cancels_its_render(house):
    async def leave():
        before = (await house.client.call("counters"))["encoder_calls"]
        # Two hundred slow prompts take ten seconds unless they are cancelled.
        tasks = [
            asyncio.create_task(house.last(prompt=f"slow {n}", lane="batch")) for n in range(200)
        ]
        await asyncio.sleep(0.2)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        started = time.monotonic()
        assert isinstance(await house.last(prompt="cat"), Done)
        waited_s = time.monotonic() - started
        after = (await house.client.call("counters"))["encoder_calls"]
        return waited_s, after - before

    waited_s, encoded = house.run(leave())
    assert waited_s < 1
    assert encoded < 30


def test_cancel_ends_the_stream(house):
    async def cancelled():
        # Words that were not encoded before: they keep the worker at it until the cancel comes.
        recipe = {"prompt": "slow to be cancelled", "steps": 4}
        stream = house.submit(**recipe)
        full = normalise({"model": "emoji-vector", **recipe}, house.models)
        await house.client.cancel(recipe_id(full))
        return [event async for event in stream]

    (end,) = house.run(cancelled())
    assert isinstance(end, Cancelled)
    assert not end.superseded


def test_uploads_are_encoded_by_the_vae_and_refused_by_the_flow(house):
    image, sha = house.run(house.last(prompt="cat")).image, "ab" * 32

    async def both():
        recipe = {"noise": f'img("{sha}")', "images": {sha: image}}
        seen = await house.last(model="emoji-vae", **recipe)
        missing = await house.last(model="emoji-vae", noise=f'img("{sha}")')
        return seen, missing

    seen, missing = house.run(both())
    assert isinstance(seen, Done)
    assert isinstance(missing, Failed)
    assert "upload" in missing.error.hint


def test_a_call_raises_what_the_worker_raises(house):
    with pytest.raises(UnknownId):
        house.run(house.client.call("no such thing"))


def test_kill_9_of_the_worker_loses_no_accepted_render(house):
    async def storm():
        pid = await house.ready()
        expected = [await house.last(prompt="cat", seed=n) for n in range(12)]
        renders = [
            asyncio.create_task(house.last(prompt="cat", seed=n, lane=lane))
            for n, lane in zip(range(12), ["batch", "interactive"] * 6, strict=True)
        ]
        slow = asyncio.create_task(house.last(prompt="slow dog"))
        question = asyncio.create_task(house.client.call("counters"))
        await asyncio.sleep(0)
        os.kill(pid, signal.SIGKILL)
        late = asyncio.create_task(house.last(prompt="late"))
        ends = await asyncio.gather(*renders)
        return expected, ends, await slow, await late, await question, pid, await house.ready()

    expected, ends, slow, late, question, old, new = house.run(storm())
    assert [end.image for end in ends] == [end.image for end in expected]
    assert isinstance(slow, Done)
    assert isinstance(late, Done)
    assert "encoder_calls" in question
    assert old != new


def test_a_render_that_kills_workers_fails_and_takes_nobody_with_it(house):
    async def poisoned():
        await house.ready()
        before = house.client.status()["restarts"]
        good = [asyncio.create_task(house.last(prompt=f"good {n}")) for n in range(6)]
        bad = asyncio.create_task(house.last(prompt="poison"))
        good += [asyncio.create_task(house.last(prompt=f"good {n}")) for n in range(6, 12)]
        ends = await asyncio.gather(*good)
        return ends, await bad, house.client.status()["restarts"] - before

    ends, bad, deaths = house.run(poisoned())
    assert all(isinstance(end, Done) for end in ends)
    assert isinstance(bad, Failed)
    assert bad.error.code == "worker_crashed"
    assert deaths <= 3
    assert isinstance(house.run(house.last(prompt="cat")), Done)


def test_what_fits_into_no_memory_is_answered_with_numbers_by_a_worker_that_lives(house):
    async def hungry():
        pid = await house.ready()
        end = await house.last(prompt="hungry cat")
        after = await house.last(prompt="cat")
        return end, after, pid, await house.ready()

    end, after, before, now = house.run(hungry())
    assert isinstance(end, Failed)
    assert (end.error.code, end.error.status) == ("out_of_memory", 507)
    assert "asked for 67108864.00 GiB" in end.error.detail
    assert "are free" in end.error.detail
    assert isinstance(after, Done)
    assert before == now


def test_numbers_that_are_no_picture_are_the_fault_of_the_recipe(house):
    end = house.run(house.last(prompt="nan"))
    assert (end.error.code, end.error.status) == ("not_a_picture", 422)


def test_the_status_says_memory_models_and_environment(house):
    async def told():
        await house.last(prompt="cat")
        while not house.client.status()["memory"]:
            await asyncio.sleep(0.01)
        return house.client.status(), await house.client.call("memory")

    status, memory = house.run(told())
    assert set(status["memory"]) == set(memory) == {"used_bytes", "free_bytes", "models"}
    states = {model["id"]: model["state"] for model in status["memory"]["models"]}
    assert states == {"emoji-vector": "ready", "emoji-vae": "ready"}
    assert status["memory"]["used_bytes"] > 0
    assert status["environment"]["device"] == "cpu"


def test_a_model_that_nobody_can_open_is_refused_with_a_reason_and_harms_nobody(house, tmp_path):
    async def refused():
        pid, version = await house.ready(), house.client.catalogue_version
        entry = {"id": "mine", "kind": "folder", "path": str(tmp_path)}
        with pytest.raises(InvalidInput):
            await house.client.call("model_add", entry=entry)
        with pytest.raises(UnknownId):
            await house.client.call("model_load", id="mine")
        with pytest.raises(Conflict):
            await house.client.call("model_remove", id="emoji-vector")
        assert house.client.catalogue_version == version
        return pid, await house.ready(), await house.last(prompt="cat")

    before, now, end = house.run(refused())
    assert before == now
    assert isinstance(end, Done)


def test_a_library_of_broken_entries_does_not_keep_the_worker_from_starting(tmp_path):
    library = tmp_path / "models.json"
    entries = [{"id": "broken", "kind": "folder", "path": "/nowhere"}, 3, {"kind": "file"}]
    library.write_text(json.dumps(entries))
    house = House(WorkerOptions(toy=True, threads=1, library=library))
    try:
        house.run(house.ready())
        assert isinstance(house.run(house.last(prompt="cat")), Done)
        models = house.run(house.client.call("memory"))["models"]
        broken = next(model for model in models if model["id"] == "broken")
        assert broken["state"] == "failed"
        assert broken["error"]["detail"]
        version = house.client.catalogue_version
        house.run(house.client.call("model_remove", id="broken"))
        assert house.client.catalogue_version == version + 1
    finally:
        house.close()


def test_a_worker_that_hangs_is_replaced_and_what_hung_it_is_given_up():
    house = House(WorkerOptions(toy=True, threads=1), patience_s=0.5)
    try:
        house.run(house.ready())
        end = house.run(house.last(prompt="stuck"))
        assert isinstance(end, Failed)
        assert end.error.code == "worker_crashed"
        assert isinstance(house.run(house.last(prompt="cat")), Done)
    finally:
        house.close()


@pytest.fixture
def weights(tmp_path):
    write_toy_checkpoint(tmp_path)
    return tmp_path / "emoji-vector"


async def failure(client: Client) -> dict[str, Any]:
    while client.status()["state"] != "failed":
        await asyncio.sleep(0.02)
    return client.status()["error"]


@pytest.mark.parametrize("harm", ["missing", "damaged", "none"])
def test_bad_weights_are_said_and_leave_the_web_process_alive(weights, harm):
    if harm == "missing":
        (weights / "autoencoder.safetensors").unlink()
    elif harm == "damaged":
        data = (weights / "autoencoder.safetensors").read_bytes()
        (weights / "autoencoder.safetensors").write_bytes(data[:-7])
    else:
        shutil.rmtree(weights)

    async def story():
        client = Client(WorkerOptions(model_folder=weights.parent, threads=1))
        await client.start()
        error = await failure(client)
        recipe = normalise(RECIPE, MODELS)
        ends = [event async for event in client.submit("id", recipe, lane="interactive")]
        with pytest.raises((MissingWeights, DamagedWeights)):
            await client.call("counters")
        await client.close()
        return error, ends

    error, ends = asyncio.run(asyncio.wait_for(story(), LIMIT_S))
    wanted = DamagedWeights if harm == "damaged" else MissingWeights
    assert error["code"] == wanted.code
    assert isinstance(ends[0], Failed)
    assert isinstance(ends[0].error, wanted)
    assert ends[0].error.status == 503


MODELS = {
    "m": {
        "id": "m",
        "weights": "0" * 16,
        "image": {"width": 64, "height": 64},
        "spaces": {"noise": {"id": "m.noise", "geometry": "flat", "dim": 4}},
        "uses_words": False,
    }
}
RECIPE = {"model": "m"}

PARENT = """
import asyncio, sys
from inference.client import Client
from inference.workers.local import WorkerOptions

async def main():
    client = Client(WorkerOptions(toy=True, threads=1))
    await client.start()
    await client.catalogue()
    print(client.status()["pid"], flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


def test_the_worker_dies_with_its_parent():
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE)
    with parent:
        worker = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
        with contextlib.suppress(psutil.NoSuchProcess):
            worker.wait(timeout=5)
    assert not worker.is_running()


def test_closing_ends_the_worker_and_fails_what_is_open():
    async def story():
        client = Client(WorkerOptions(toy=True, threads=1))
        await client.start()
        models = {card["id"]: card for card in (await client.catalogue())["models"]}
        recipe = normalise({"model": "emoji-vae"}, models)
        stream = client.submit("id", recipe, lane="batch")
        worker = psutil.Process(client.status()["pid"])
        await client.close()
        return [event async for event in stream], worker

    events, worker = asyncio.run(asyncio.wait_for(story(), LIMIT_S))
    assert isinstance(events[-1], Failed)
    assert isinstance(events[-1].error, WorkerUnavailable)
    assert not worker.is_running()
