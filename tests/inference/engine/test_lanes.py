import pytest

from inference.core.vectors import Embedding
from inference.engine.embeddings import Embeddings
from inference.engine.lanes import BATCH_SHARE, Job, Lanes


def job(id, lane="interactive", view=None):
    return Job(id, {}, lane, view)


def test_a_lane_is_first_in_first_out():
    lanes = Lanes()
    for id in "abc":
        lanes.add(job(id))
    assert [lanes.take("interactive").id for _ in range(3)] == ["a", "b", "c"]
    assert lanes.take("interactive") is None


def test_jobs_are_removed_by_id_or_by_view():
    lanes = Lanes()
    for one in (job("a", view="v"), job("b", "batch", view="v"), job("c", view="w"), job("d")):
        lanes.add(one)
    assert {gone.id for gone in lanes.remove(view="v")} == {"a", "b"}
    assert [gone.id for gone in lanes.remove(id="d")] == ["d"]
    assert lanes.take("interactive").id == "c"
    assert not lanes.waits("batch")


def worked(lanes, pieces, busy, seconds=0.01, newcomer=False):
    """Do so many pieces of equal length; how many of them were of the batch lane."""
    batch = 0
    for _ in range(pieces):
        first = lanes.order(busy, newcomer=newcomer)[0]
        batch += first == "batch"
        lanes.spent(seconds, batch=float(first == "batch"))
    return batch


def test_interactive_goes_first_and_batch_has_its_share_of_the_time():
    lanes = Lanes()
    assert lanes.order({"interactive", "batch"})[0] == "interactive"
    assert worked(lanes, 400, {"interactive", "batch"}) == pytest.approx(400 * BATCH_SHARE, abs=2)
    assert lanes.order({"batch"}) == ("batch",)


def test_whoever_works_after_a_long_background_job_does_not_wait_for_its_share():
    lanes = Lanes()
    worked(lanes, 300, {"batch"})
    # A picture of ten pieces, without a single one of the background in between.
    assert worked(lanes, 10, {"interactive", "batch"}) == 0


def test_a_newcomer_does_not_wait_for_what_the_batch_lane_is_owed():
    lanes = Lanes()
    both = {"interactive", "batch"}
    worked(lanes, 400, both)
    while lanes.order(both)[0] != "batch":
        lanes.spent(0.01, batch=0.0)
    assert lanes.order(both, newcomer=True)[0] == "interactive"


def test_newcomers_without_end_leave_the_batch_lane_half_of_its_share():
    lanes = Lanes()
    done = worked(lanes, 400, {"interactive", "batch"}, newcomer=True)
    assert done == pytest.approx(400 * BATCH_SHARE / 2, abs=2)


def test_a_background_job_that_begins_while_somebody_works_has_saved_nothing_up():
    lanes = Lanes()
    worked(lanes, 300, {"interactive"})
    assert worked(lanes, 8, {"interactive", "batch"}) <= 3


def test_the_longest_unused_embedding_is_forgotten():
    known = Embeddings(most=2)

    def encode(prompt):
        return Embedding([prompt], "toy.prompt", "sphere")

    for prompt in ("a", "b", "a", "c", "a", "b"):
        assert known.get("w", prompt, encode).values == [prompt]
    assert known.encoder_calls == 4
    known.get("other weights", "b", encode)
    assert known.encoder_calls == 5
