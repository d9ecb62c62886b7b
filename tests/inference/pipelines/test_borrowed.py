"""Every family draws what the library's own call draws: real classes at toy size."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import torch

from inference.contracts import Sampling
from inference.core.noise import noise
from inference.core.vectors import Latent
from inference.errors import InvalidInput
from inference.pipelines.samplers import way_there
from tests.bench.parity import SEED, Cell, Pair
from tests.toy_models import FAMILIES, KINDS

# The libraries call each other and NumPy in ways that newer versions want to be rid of.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
ROUNDING = 1e-5  # of the largest number
Pairs = Callable[[str], Pair]


@pytest.fixture(params=list(FAMILIES))
def pair(request: pytest.FixtureRequest, pair_of: Pairs) -> Pair:
    return pair_of(request.param)


def own_cells(pair: Pair) -> list[Cell]:
    """Return some ways to draw: with and without guidance, with dice, and from a picture."""
    own, *others = pair.ours.card()["samplers"]
    most = pair.ours.card()["guidance_scale"]["max"]
    guided = min(4.0, most)
    cells = [Cell(own, guided), Cell(own, 1.0)]
    cells += [Cell(dice, guided) for dice in ("euler_ancestral", "flow_unipc") if dice in others]
    return [*cells, Cell(own, guided, picture=True)]


def finished(pair: Pair, walk: Any) -> Latent:
    """Carry a walk out alone."""
    try:
        step = next(walk)
        while True:
            step = walk.send(pair.ours.forward([step])[0])
    except StopIteration as end:
        latent: Latent = end.value
        return latent


def fingerprint(pair: Pair) -> tuple[str, int, int, int]:
    """Return what a model given back must have: its weights, no hooks, its own parts."""
    pipe = pair.ours.pipe
    digest, hooks = hashlib.sha256(), 0
    for part in pipe.components.values():
        if isinstance(part, torch.nn.Module):
            for tensor in part.state_dict().values():
                digest.update(tensor.contiguous().numpy().tobytes())
            for module in part.modules():
                hooks += len(module._forward_hooks) + len(module._forward_pre_hooks)
    return digest.hexdigest(), hooks, id(getattr(pipe, pair.ours.denoiser)), id(pipe.scheduler)


@pytest.mark.parametrize("kind", list(KINDS))
@torch.no_grad()
def test_latents_are_the_librarys_own(kind: str, pair_of: Pairs) -> None:
    pair = pair_of(kind)
    for cell in own_cells(pair):
        theirs = pair.called(cell)
        if theirs is not None:
            ours = pair.walked([cell])[0]
            assert (ours - theirs).abs().max() <= ROUNDING * theirs.abs().max(), cell


@torch.no_grad()
def test_mates_do_not_change_a_bit_and_in_one_pass_only_the_last_ones(pair: Pair) -> None:
    cells = own_cells(pair)
    alone = [pair.walked([cell])[0] for cell in cells]
    together = pair.walked(cells)
    joined = pair.walked(cells, joined=True)
    for own, mate, row in zip(alone, together, joined, strict=True):
        assert torch.equal(own, mate)
        assert (own - row).abs().max() <= ROUNDING * own.abs().max()


@torch.no_grad()
def test_cancelled_or_failed_a_walk_gives_the_model_back(pair: Pair) -> None:
    cell = own_cells(pair)[0]
    before, alone = fingerprint(pair), pair.walked([cell])[0]
    gone, failing = pair.begun(cell), pair.begun(cell)
    results = pair.ours.forward([next(gone), next(failing)])
    gone.send(results[0])
    gone.close()
    with pytest.raises(LookupError):
        failing.throw(LookupError("half-way"))
    assert fingerprint(pair) == before
    assert torch.equal(pair.walked([cell])[0], alone)


@torch.no_grad()
def test_a_picture_is_drawn_as_the_library_draws_it(pair: Pair) -> None:
    cell = own_cells(pair)[0]
    theirs = pair.pictured(cell)
    latent = finished(pair, pair.begun(cell))
    ours = pair.ours.decode_many([latent], pair.side, pair.side)[0]
    assert (ours - theirs).abs().max() <= 1e-4


@torch.no_grad()
def test_every_step_points_at_where_the_walk_ends(pair: Pair) -> None:
    walk = pair.begun(own_cells(pair)[1])
    guesses, step = [], next(walk)
    try:
        while True:
            guesses.append(pair.ours.preview(step))
            step = walk.send(pair.ours.forward([step])[0])
    except StopIteration as end:
        ended = end.value.values
    assert guesses[0] is None
    far = [float((guess.values - ended).norm()) for guess in guesses[1:]]
    assert far[-1] < 0.8 * far[0]
    drawn = pair.ours.decode_many([guesses[-1]], pair.side, pair.side)[0]
    assert max(drawn.shape[1:]) <= pair.side


@torch.no_grad()
def test_words_that_guidance_leads_away_from_count_and_silence_is_the_librarys(pair: Pair) -> None:
    if not pair.ours.takes_no:
        pytest.skip("it takes no negative prompt")
    cell = own_cells(pair)[0]
    said = pair.sampling(cell)
    point, words = pair.ours.noise(SEED, pair.side, pair.side), pair.words
    with_words = finished(pair, pair.ours.walk(point, words, said)).values
    silent = finished(pair, pair.ours.walk(point, words, replace(said, negative=None))).values
    assert not torch.equal(with_words, silent)
    theirs = pair.called(cell, against=None)
    assert theirs is not None
    assert (silent - theirs).abs().max() <= ROUNDING * theirs.abs().max()


@torch.no_grad()
def test_image_to_image_without_a_whole_step_is_refused(pair: Pair) -> None:
    said = pair.sampling(Cell(pair.ours.card_sampler, 1.0, picture=True))
    said = replace(said, steps=4, strength=0.2)
    walk = pair.ours.walk(pair.ours.noise(1, pair.side, pair.side), pair.words, said)
    with pytest.raises(InvalidInput, match="is not one step"):
        next(walk)


@torch.no_grad()
def test_what_a_network_that_answers_the_same_everywhere_inverts_comes_back(
    pair_of: Pairs, pair: Pair
) -> None:
    ours = pair.ours
    network = getattr(ours.pipe, ours.denoiser)
    last = network.conv_out if hasattr(network, "conv_out") else network.proj_out
    kept = last.weight.clone()
    picture = noise(3, (3, 32, 32)).clamp(-1, 1)
    want = ours._encoded(picture).flatten()
    back = Sampling(28 if "flow" in ours.card_sampler else 25, 1.0, width=32, height=32)
    back = replace(back, sampler=way_there(ours.pipe.scheduler))
    try:
        last.weight.zero_()
        found = finished(pair, ours.invert_walk(next(iter(ours.ways_back)), picture, back))
        again = finished(pair, ours.walk(found, ours.encode(""), back)).values
    finally:
        last.weight.copy_(kept)
    assert found.space == f"{ours.id}.noise"
    assert not torch.allclose(found.values, want)
    assert torch.allclose(again, want, atol=1e-5)


@torch.no_grad()
def test_noise_comes_over_a_picture_as_the_model_is_used_to(pair: Pair) -> None:
    ours = pair.ours
    picture = noise(3, (3, 32, 32)).clamp(-1, 1)
    clean = ours._encoded(picture).flatten()
    assert torch.allclose(ours.noised(picture, 0.0, 1).values, clean)
    drowned = ours.noised(picture, 1.0, 1).values
    assert torch.corrcoef(torch.stack([drowned, ours.noise(1, 32, 32).values]))[0, 1] > 0.95


def test_put_away_and_read_again_it_draws_the_same(pair_of: Pairs) -> None:
    pair = pair_of("stable_diffusion")
    cell = own_cells(pair)[0]
    with torch.no_grad():
        before = pair.walked([cell])[0]
        pair.ours.unload()
        assert not hasattr(pair.ours, "pipe")
        pair.ours.load(None, None)
        assert torch.equal(pair.walked([cell])[0], before)


def test_sixteen_bit_numbers_are_near_the_exact_ones(pair_of: Pairs) -> None:
    exact = pair_of("stable_diffusion_xl_turbo")
    half = Pair(exact.kind, exact.folder, dtype="bfloat16")
    cells = [Cell("euler", 1.0), Cell("euler", 3.0)]
    with torch.no_grad():
        for ours, theirs in zip(half.walked(cells), exact.walked(cells), strict=True):
            assert 0 < (ours - theirs).norm() < 0.1 * theirs.norm()
        assert half.walked(cells, joined=True)[0].isfinite().all()
