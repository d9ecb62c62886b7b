import json

import pytest

from inference.errors import OutOfMemory
from inference.pictures import read_recipe
from tests.inference.engine.toys import Bench, hungry, toys

LONG = {"prompt": "cat", "steps": 4}


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    return toys(tmp_path_factory.mktemp("toys"))


@pytest.fixture
def bench(models):
    return Bench(models)


def test_a_render_says_its_steps_and_hands_over_a_picture_with_its_recipe(bench):
    bench.ask("a", **LONG, seed=7)
    bench.work()
    assert [(said["step"], said["steps"]) for said in bench.of("a", "step")] == [
        (1, 4),
        (2, 4),
        (3, 4),
        (4, 4),
    ]
    recipe = json.loads(read_recipe(bench.image("a")))
    assert recipe["noise"] == "noise(7)"
    assert recipe["conditioning"] == '"cat"'
    done = bench.of("a", "done")[0]
    assert (done["width"], done["height"]) == (64, 64)
    assert set(done["timings"]) == {
        "queued_ms",
        "encode_ms",
        "encoder_calls",
        "sample_ms",
        "decode_ms",
        "worked_ms",
    }


def test_previews_come_with_every_step_but_the_last_and_change_nothing(bench):
    bench.ask("plain", **LONG)
    bench.ask("shown", **LONG, previews=True)
    bench.work()
    previews = [said["preview"] for said in bench.of("shown", "step")]
    assert [preview is not None for preview in previews] == [True, True, True, False]
    assert all(preview.startswith(b"\x89PNG") for preview in previews[:3])
    assert bench.image("shown") == bench.image("plain")


def test_cancel_stops_within_a_step(bench):
    bench.ask("a", **LONG)
    bench.ask("b", **LONG)
    while not bench.of("a", "step"):
        bench.work(pieces=1)
    bench.hear({"do": "cancel", "id": "a"})
    bench.work()
    assert len(bench.of("a", "step")) == 1
    (said,) = bench.of("a", "cancelled")
    assert said["superseded"] is False
    assert said["spent_ms"] > 0
    assert bench.of("a", "done") == []
    assert bench.image("b")


def test_cancelling_what_is_finished_or_unknown_does_nothing(bench):
    bench.hear({"do": "cancel", "id": "nobody"})
    assert bench.said == []


def test_of_a_view_the_latest_wins_over_queued_and_running_ones(bench):
    bench.ask("old", view="v", **LONG)
    bench.ask("elsewhere", view="w", **LONG)
    while not bench.of("old", "step"):
        bench.work(pieces=1)
    for name in ("middle", "new"):
        bench.ask(name, view="v", **LONG, seed=5)
    bench.work()
    for name in ("old", "middle"):
        assert bench.of(name, "cancelled")[0]["superseded"] is True
        assert bench.of(name, "done") == []
    assert bench.image("new")
    assert bench.image("elsewhere")


def test_a_newcomer_waits_for_one_piece_of_work_on_a_busy_engine(bench):
    for n in range(8):
        bench.ask(f"b{n}", lane="batch", **LONG)
    bench.work(pieces=9)
    bench.ask("now", prompt="cat", steps=1)
    # Begin, one step, decode; at most one of the pieces is the batch lane's turn.
    bench.work(pieces=4)
    assert bench.image("now")


def test_renders_of_unequal_steps_share_a_pass(bench):
    for n, steps in enumerate([1, 2, 4, 4]):
        bench.ask(f"r{n}", prompt="cat", steps=steps, guidance_scale=1.0 + n)
    bench.work(pieces=4)  # begin all four
    bench.work(pieces=1)
    assert sum(said["is"] == "step" for said in bench.said) == 4


def test_batch_work_keeps_moving_while_somebody_drags_a_slider(bench):
    for n in range(12):
        bench.ask(f"b{n}", lane="batch", **LONG)
    for frame in range(60):
        bench.ask(f"i{frame}", view="v", prompt="cat", steps=2, seed=frame)
        for _ in range(16):
            if not bench.of(f"i{frame}", "done"):
                bench.work(pieces=1)
    assert all(bench.of(f"i{frame}", "done") for frame in range(60))
    assert sum(bool(bench.of(f"b{n}", "done")) for n in range(12)) >= 6


def test_a_prompt_is_encoded_once(bench):
    for n in range(20):
        bench.ask(f"r{n}", prompt="a boat", seed=n, guidance_scale=1 + n / 10)
    bench.work()
    assert bench.engine.embeddings.encoder_calls == 1
    bench.hear({"do": "call", "id": "q", "name": "counters", "arguments": {}})
    assert bench.of("q", "answer")[0]["value"] == {"encoder_calls": 1, "embedding_hits": 19}


def test_steering_moves_the_picture_and_scale_0_does_not(bench):
    bench.ask("plain", prompt="face")
    bench.ask("none", prompt="face", steering=[{"direction": "smile", "scale": 0}])
    bench.ask("much", prompt="face", steering=[{"direction": "smile", "scale": 1.5}])
    bench.work()
    assert bench.image("none") == bench.image("plain")
    assert bench.image("much") != bench.image("plain")


def test_numbers_that_are_no_picture_fail_alone(bench):
    for n, words in enumerate(["cat", "nan", "dog"]):
        bench.ask(f"r{n}", prompt=words)
    bench.work()
    assert bench.of("r1", "failed")[0]["error"]["code"] == "not_a_picture"
    assert bench.image("r0")
    assert bench.image("r2")


@pytest.mark.parametrize(
    ("recipe", "code"),
    [
        ({"model": "nobody"}, "unknown_id"),
        ({"prompt": "x" * 2001}, "invalid_input"),
        ({"conditioning": '"a" + "b"'}, "invalid_expression"),
        ({"noise": 'img("' + "0" * 64 + '")'}, None),
        ({"weights": "0" * 16}, "conflict"),
        ({"steering": [{"direction": "nowhere", "scale": 1}]}, "unknown_id"),
        ({"noise": "interpolate(noise(1), noise(1), t=7)"}, "invalid_expression"),
    ],
)
def test_what_cannot_be_rendered_gets_a_typed_error(bench, recipe, code):
    bench.ask("a", **recipe)
    bench.ask("b", prompt="cat")
    bench.work()
    error = bench.of("a", "failed")[0]["error"]
    assert error["code"] != "error"
    assert code in (None, error["code"])
    assert bench.image("b")


def test_an_unknown_call_is_answered_with_an_error(bench):
    bench.hear({"do": "call", "id": "q", "name": "nothing", "arguments": {}})
    assert bench.of("q", "failed")[0]["error"]["code"] == "unknown_id"


@pytest.fixture
def narrow(tmp_path):
    """A model on a machine with memory for `room` rows at a time."""
    return lambda room: Bench(hungry(tmp_path, room))


def test_too_little_memory_halves_the_batch(bench, narrow):
    tight = narrow(1)
    for which in (bench, tight):
        for n in range(5):
            which.ask(f"r{n}", **LONG, seed=n)
        which.work()
    for n in range(5):
        assert tight.image(f"r{n}") == bench.image(f"r{n}")


def test_far_too_little_memory_is_an_answer(narrow):
    tight = narrow(0)
    for n in range(3):
        tight.ask(f"r{n}", **LONG)
    tight.ask("vae", model="emoji-vae")
    tight.work()
    for n in range(3):
        assert tight.of(f"r{n}", "failed")[0]["error"]["code"] == OutOfMemory.code
    assert tight.image("vae")
