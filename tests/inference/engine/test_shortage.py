"""Out of memory is an answer: whichever pass it happens in, everybody else has their picture."""

import json
import subprocess
import sys
import weakref

import pytest
import torch

from inference.engine.surprises import attempt
from inference.engine.toy import HUNGER_BYTES
from tests.inference.engine.toys import Bench, hungry, toys

LONG = {"prompt": "cat", "steps": 4}
SEEDS = range(6)


def drawn(bench):
    """Return a picture for every seed, or the code of the error that it ended in."""
    for n in SEEDS:
        bench.ask(f"r{n}", **LONG, seed=n)
    bench.work()
    failed = [bench.of(f"r{n}", "failed") for n in SEEDS]
    return [failed[n][0]["error"]["code"] if failed[n] else bench.image(f"r{n}") for n in SEEDS]


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return drawn(Bench(toys(tmp_path_factory.mktemp("toys"))))


@pytest.mark.parametrize("every", [2, 3, 4, 5, 7, 10, 20, 50])
def test_every_nth_pass_without_memory_is_an_answer_and_changes_nobody_elses_picture(
    tmp_path, expected, every
):
    found = drawn(Bench(hungry(tmp_path, every=every)))
    for picture, right in zip(found, expected, strict=True):
        assert picture in (right, "out_of_memory")
    # A pass of one row that fails cannot be halved; seldom failures cost nothing at all.
    assert every < 10 or found == expected


def test_a_pass_that_never_fits_says_what_it_asked_for_and_what_was_free(tmp_path):
    bench = Bench(hungry(tmp_path, room=0))
    bench.ask("a", **LONG)
    bench.work()
    error = bench.of("a", "failed")[0]["error"]
    assert error["code"] == "out_of_memory"
    assert "asked for 67108864.00 GiB" in error["detail"]
    assert "with one row" in error["detail"]


def short_pass(seen):
    """A pass that holds a tensor when memory runs short; `seen` learns whether it still lives."""

    def work():
        held = torch.zeros(1000)
        seen.append(weakref.ref(held))
        torch.empty(HUNGER_BYTES, dtype=torch.uint8)
        return held

    return work


def careless(work):
    """What an engine would be that keeps the exception: the control of the next test."""
    try:
        return work()
    except RuntimeError as error:
        return error


def test_an_answer_to_a_shortage_keeps_no_tensor_alive():
    seen = []
    answers = [attempt(short_pass(seen), "a pass"), careless(short_pass(seen))]
    assert answers[0].code == "out_of_memory"
    assert [held() is None for held in seen] == [True, False]


LIMITED = """
import json, resource, sys, tempfile
from pathlib import Path
import torch
from tests.inference.engine.toys import Bench, Hungry, toys

models = toys(Path(tempfile.mkdtemp()))
ROW = 256 * 2**20

class Wide(type(models["emoji-vector"])):
    def forward(self, asks):
        self.rows = getattr(self, "rows", []) + [len(asks)]
        torch.empty(len(asks) * ROW, dtype=torch.uint8)
        return super().forward(asks)

space = models["emoji-vector"]
space.__class__ = Wide
pages = int(open("/proc/self/statm").read().split()[0])
resource.setrlimit(resource.RLIMIT_AS, (pages * 4096 + int(2.5 * ROW),) * 2)
bench = Bench(models)
for n in range(4):
    bench.ask(f"r{n}", prompt="cat", steps=4, seed=n)
bench.work()
print(json.dumps([bool(bench.image(f"r{n}")) for n in range(4)] + [space.rows[:2], max(space.rows[1:])]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_AS as Linux keeps it")
def test_a_real_limit_of_the_address_space_halves_the_pass_once_and_for_all():
    command = [sys.executable, "-c", LIMITED]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    *pictures, first_two, widest_after = json.loads(done.stdout.splitlines()[-1])
    assert all(pictures)
    assert first_two == [4, 2]
    assert widest_after == 2
