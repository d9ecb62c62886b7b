"""Attention interpolation: a station is itself, the middle is neither, and the network is given back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from inference.contracts import Sampling
from inference.core.geometry import lerp, slerp
from inference.engine.toy import toy_encoder, write_toy_checkpoint
from inference.errors import InvalidInput
from inference.networks.checkpoint import load_checkpoint
from inference.networks.toy_diffusion import write_toy_diffusion
from inference.pipelines.attention import Together, looking, passes_of, together
from inference.spaces.emoji_diffusion import EmojiDiffusion
from tests.bench.parity import Pair

WAYS = ["fused_outer", "outer", "fused_inner", "inner"]


@pytest.fixture(scope="module")
def space(tmp_path_factory: pytest.TempPathFactory) -> EmojiDiffusion:
    folder: Path = tmp_path_factory.mktemp("models")
    write_toy_checkpoint(folder)
    write_toy_diffusion(folder)
    model = EmojiDiffusion(folder / "emoji-diffusion")
    model.load(load_checkpoint, lambda name: toy_encoder())
    return model


def finish(space: Any, walk: Any) -> Any:
    ask = next(walk)
    while True:
        try:
            ask = walk.send(space.forward([ask])[0])
        except StopIteration as end:
            return end.value.values


def ends(space: Any) -> list[tuple[Any, Any]]:
    return [(space.noise(n), space.encode(word)) for n, word in ((1, "cat"), (2, "red house"))]


def plain(space: Any, noise: Any, words: Any, steps: int = 4) -> Any:
    return finish(space, space.walk(noise, words, Sampling(steps, 3.0)))


def between(space: Any, t: float, way: str, *, steps: int = 4, asks: int = 4) -> Any:
    (noise_a, words_a), (noise_b, words_b) = ends(space)
    noise = noise_a.at(slerp(noise_a.values, noise_b.values, t))
    words = words_a.at(lerp(words_a.values, words_b.values, t))
    sampling = Sampling(steps, 3.0)
    stations = [space.walk(*end, sampling) for end in ends(space)]
    own = space.walk(noise, words, sampling)
    return finish(
        space, together(stations, own, way=way, weights=(1 - t, t), asks=asks)
    )  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_at_a_station_attention_is_the_stations_own(space: EmojiDiffusion, way: str) -> None:
    for t, end in enumerate(ends(space)):
        alone = plain(space, *end)
        assert torch.allclose(between(space, float(t), way), alone, atol=1e-4)


@pytest.mark.parametrize("way", WAYS)
def test_in_the_middle_it_differs_from_a_plain_blend(space: EmojiDiffusion, way: str) -> None:
    (noise_a, words_a), (noise_b, words_b) = ends(space)
    noise = noise_a.at(slerp(noise_a.values, noise_b.values, 0.5))
    words = words_a.at(lerp(words_a.values, words_b.values, 0.5))
    blend = plain(space, noise, words)
    looked = between(space, 0.5, way)
    assert torch.isfinite(looked).all()
    assert float((looked - blend).norm()) > 1e-4 * float(blend.norm())


def test_after_the_warm_up_the_picture_goes_on_alone(space: EmojiDiffusion) -> None:
    sampling = Sampling(4, 3.0)
    stations = [space.walk(*end, sampling) for end in ends(space)]
    walk = together(
        stations, space.walk(*ends(space)[0], sampling), way="outer", weights=(0.5, 0.5), asks=2
    )
    ask, kinds = next(walk), list[bool]()
    while ask is not None:
        kinds.append(isinstance(ask, Together))
        try:
            ask = walk.send(space.forward([ask])[0])
        except StopIteration:
            ask = None
    assert kinds == [True, True, False, False]
    assert [passes_of(0.5, 4), passes_of(0.01, 4), passes_of(1, 3)] == [2, 1, 3]


def test_company_changes_no_bit(space: EmojiDiffusion) -> None:
    alone = between(space, 0.3, "fused_outer")
    sampling = Sampling(4, 3.0)

    def begun(t: float) -> Any:
        (noise_a, words_a), (noise_b, words_b) = ends(space)
        noise = noise_a.at(slerp(noise_a.values, noise_b.values, t))
        words = words_a.at(lerp(words_a.values, words_b.values, t))
        stations = [space.walk(*end, sampling) for end in ends(space)]
        own = space.walk(noise, words, sampling)
        return together(stations, own, way="fused_outer", weights=(1 - t, t), asks=4)

    walks = [begun(0.7), begun(0.3)]
    asks = [next(walk) for walk in walks]
    assert asks[0].key == asks[1].key
    assert asks[0].rows == 3
    for _ in range(3):
        results = space.forward(asks)
        asks = [walk.send(result) for walk, result in zip(walks, results, strict=True)]
    results = space.forward(asks)
    with pytest.raises(StopIteration) as end:
        walks[1].send(results[1])
    assert torch.equal(end.value.value.values, alone)


def test_the_network_is_given_back_as_found(space: EmojiDiffusion) -> None:
    unet = space.checkpoint.flow.unet
    before = dict(unet.attn_processors)
    with looking(unet, "outer", (0.5, 0.5)):
        assert not set(map(id, before.values())) & set(map(id, unet.attn_processors.values()))
    assert unet.attn_processors == before
    with pytest.raises(LookupError), looking(unet, "inner", (1.0,)):
        raise LookupError
    assert unet.attn_processors == before
    assert torch.equal(plain(space, *ends(space)[0]), plain(space, *ends(space)[0]))


def test_a_network_without_attention_is_told_apart() -> None:
    with pytest.raises(InvalidInput), looking(torch.nn.Linear(2, 2), "outer", (1.0,)):
        pass


def test_a_cancelled_walk_closes_its_stations(space: EmojiDiffusion) -> None:
    closed = []

    def station() -> Any:
        try:
            while True:
                yield next(space.walk(*ends(space)[0], Sampling(4, 3.0)))
        finally:
            closed.append(True)

    walk = together([station(), station()], station(), way="outer", weights=(0.5, 0.5), asks=4)
    next(walk)
    walk.close()
    assert len(closed) == 3


# Other people's UNets, with guidance: two rows a pass, three walks.


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("guidance", [1.0, 4.0])
def test_a_borrowed_unet_looks_too_and_a_station_is_itself(
    pair_of: Callable[[str], Pair], guidance: float
) -> None:
    model = pair_of("stable_diffusion").ours
    assert model.card()["attention"] is True
    sampling = Sampling(3, guidance, width=model.width, height=model.height)

    def walk(n: int) -> Any:
        return model.walk(model.noise(n), model.encode(("cat", "red house")[n]), sampling)

    before = dict(model.pipe.unet.attn_processors)
    alone = [finish(model, walk(n)) for n in (0, 1)]
    for t in (0.0, 0.5, 1.0):
        own = walk(0 if t < 1 else 1)
        looked = finish(
            model, together([walk(0), walk(1)], own, way="fused_outer", weights=(1 - t, t), asks=3)
        )
        most = float(alone[0].abs().max())
        apart = [float((looked - end).abs().max()) / most for end in alone]
        if t == 0.5:
            assert min(apart) > 1e-3
        else:
            assert apart[int(t)] < 1e-3
    assert model.pipe.unet.attn_processors == before


def test_only_unets_offer_it(pair_of: Callable[[str], Pair]) -> None:
    assert pair_of("flux").ours.card()["attention"] is False
