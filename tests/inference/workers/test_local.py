import asyncio
import os
import signal
import sys
from pathlib import Path

import psutil

from inference.workers.local import LocalWorker, WorkerOptions


def test_options_become_a_command_line():
    assert WorkerOptions().command() == [sys.executable, "-m", "inference.engine"]
    words = WorkerOptions(model_folder=Path("m"), threads=2, toy=True).command()
    assert words[3:] == ["--model-folder", "m", "--threads", "2", "--toy"]
    words = WorkerOptions(library=Path("models.json")).command()
    assert words[3:] == ["--library", "models.json"]


def test_a_child_says_hello_before_it_is_ready_and_ends_when_its_input_does():
    async def story():
        worker = await LocalWorker.start(WorkerOptions(toy=True, threads=1))
        said = [await worker.receive() for _ in range(3)]
        return said, await worker.stop(), await worker.receive(), worker.pid

    (hello, ready, memory), status, rest, pid = asyncio.run(asyncio.wait_for(story(), 60))
    assert hello["is"] == "hello"
    assert hello["pid"] == pid
    assert ready == {"is": "ready", "models": ["emoji-vae", "emoji-vector"], "errors": []}
    assert memory["is"] == "memory"
    assert status == 0
    assert rest is None


def test_a_child_that_hangs_is_killed():
    async def story():
        worker = await LocalWorker.start(WorkerOptions(toy=True))
        await worker.receive()
        os.kill(worker.pid, signal.SIGSTOP)
        while psutil.Process(worker.pid).status() != psutil.STATUS_STOPPED:
            await asyncio.sleep(0.01)
        return await worker.stop()

    assert asyncio.run(asyncio.wait_for(story(), 60)) == -signal.SIGKILL
