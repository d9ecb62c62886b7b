"""What is true of every model family, on a toy checkpoint of the real classes.

A family of users' models is met in the toy model that `tests/toy_models.py` writes for its file.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from inference.contracts import VERBS, Sampling
from inference.core.noise import noise
from inference.engine.brought import open_brought
from inference.engine.toy import write_toy_checkpoint
from inference.networks.checkpoint import load_checkpoint
from inference.networks.toy_diffusion import write_toy_diffusion
from inference.recipe import normalise
from inference.registry import families, spaces
from tests.tiny import padded_encoder
from tests.toy_models import write_toy_model

# The libraries call each other and NumPy in ways that newer versions want to be rid of.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
LARGEST = 64  # pixels that a test draws


def embedded(name: str, folder: Path) -> Any:
    write_toy_checkpoint(folder)
    if name == "emoji_diffusion":
        write_toy_diffusion(folder)
    return spaces[name].call(folder)


def brought(name: str, folder: Path) -> Any:
    kind = families[name].call.__module__.rpartition(".")[2]
    path = write_toy_model(kind, folder / kind)
    space, family = open_brought({"id": "mine", "kind": "folder", "path": str(path)})
    assert family == name
    return space


@pytest.fixture(scope="module", params=[*spaces, *families])
def space(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    opened = embedded if request.param in spaces else brought
    found = opened(request.param, tmp_path_factory.mktemp("models"))
    found.load(load_checkpoint, padded_encoder)
    with torch.inference_mode():
        yield found


def side_of(space: Any) -> int:
    return int(min(space.card()["image"]["width"], LARGEST))


def test_its_card_is_json_and_names_the_verbs_it_has(space: Any) -> None:
    card = space.card()
    assert json.loads(json.dumps(card)) == card
    assert set(card["verbs"]) == {verb for verb, kind in VERBS.items() if isinstance(space, kind)}
    assert {"decode", "sample"} <= set(card["verbs"])
    assert set(card["title"]) == set(card["summary"]) == {"en", "ja"}
    assert all(s["geometry"] in ("gaussian", "sphere", "flat") for s in card["spaces"].values())


def test_the_shortest_recipe_for_it_can_be_written_out(space: Any) -> None:
    card = space.card()
    assert normalise({"model": card["id"]}, {card["id"]: card}).model == card["id"]


def test_noise_is_a_point_of_the_declared_space(space: Any) -> None:
    card = space.card()["spaces"]["noise"]
    drawn = space.noise(7)
    assert (drawn.space, drawn.dim, drawn.geometry) == (card["id"], card["dim"], card["geometry"])
    assert torch.equal(drawn.values, space.noise(7).values)


def test_from_noise_to_a_picture_and_the_same_one_again(space: Any) -> None:
    card = space.card()
    words = space.encode("a cat") if "encode" in card["verbs"] else None
    if words is not None:
        declared = card["spaces"]["prompt"]
        assert (words.space, words.dim) == (declared["id"], declared["dim"])

    def picture() -> torch.Tensor:
        *_, latent = space.sample(space.noise(1), words, steps=1, guidance_scale=1.0)
        decoded: torch.Tensor = space.decode(latent)
        return decoded

    first = picture()
    assert first.shape == (3, card["image"]["height"], card["image"]["width"])
    assert float(first.abs().max()) <= 1
    assert torch.equal(first, picture())


def test_pictures_are_seen_as_unit_vectors_whatever_shares_the_batch(space: Any) -> None:
    if "embed" not in space.card()["verbs"]:
        pytest.skip("it embeds no pictures")
    pictures = noise(1, (3, 3, 64, 64)).clamp(-1, 1)
    seen = space.embed(pictures)
    assert torch.allclose(seen.norm(dim=1), torch.ones(3), atol=1e-4)
    assert torch.equal(seen[:1], space.embed(pictures[:1]))


def test_an_inverted_picture_is_a_point_that_can_be_drawn(space: Any) -> None:
    if "invert" not in space.card()["verbs"]:
        pytest.skip("it inverts no pictures")
    side = side_of(space)
    latent = space.invert(noise(1, (3, side, side)).clamp(-1, 1))
    # What an autoencoder sees is a latent; what a flow walks back to is noise.
    assert latent.space in {space.card()["spaces"][kind]["id"] for kind in ("latent", "noise")}
    assert space.decode_many([latent], side, side)[0].shape == (3, side, side)


def test_a_walk_can_begin_at_a_picture_and_mates_do_not_change_it(space: Any) -> None:
    card, side = space.card(), side_of(space)
    if not card.get("image_to_image"):
        pytest.skip("it begins at no pictures")
    picture = noise(1, (3, side, side)).clamp(-1, 1)
    most = card["steps"].get("max") or max(card["steps"]["choices"])
    kinds = [Sampling(min(4, most), width=side, height=side, image=picture, strength=0.5)]
    kinds += [Sampling(min(4, most), card["guidance_scale"]["max"], width=side, height=side)]

    def drawn(*places: int) -> list[Any]:
        start = space.noise(2, side, side)
        walks = [space.walk(start, space.encode("cat"), kinds[place]) for place in places]
        asks, ends = [next(walk) for walk in walks], {}
        while len(ends) < len(walks):
            for place, walk in enumerate(walks):
                if place not in ends:
                    try:
                        asks[place] = walk.send(space.forward([asks[place]])[0])
                    except StopIteration as end:
                        ends[place] = end.value.values
        return [ends[place] for place in range(len(places))]

    alone, together = drawn(0), drawn(0, 1)
    assert torch.equal(alone[0], together[0])
    assert not torch.equal(*together)


def test_it_leans_inside_the_block_and_not_afterwards(space: Any) -> None:
    if "steer" not in space.card()["verbs"]:
        pytest.skip("it cannot be steered")
    direction = space.direction(space.card()["directions"][0]["id"])

    def latent() -> torch.Tensor:
        asked = space.sample(space.noise(1), space.encode("cat"), steps=1, guidance_scale=1.0)
        *_, last = asked
        values: torch.Tensor = last.values
        return values

    before = latent()
    with space.steered(direction, 1.0):
        assert not torch.equal(latent(), before)
    assert torch.equal(latent(), before)
    with pytest.raises(RuntimeError), space.steered(direction, 1.0):
        raise RuntimeError("half-way")
    assert torch.equal(latent(), before)


def test_its_middle_is_overheard_and_says_what_the_words_do(space: Any) -> None:
    if "listen" not in space.card()["verbs"]:
        pytest.skip("it has no middle to listen to")
    side = side_of(space)

    def said(prompt: str) -> tuple[torch.Tensor, torch.Tensor]:
        heard: list[torch.Tensor] = []
        hook = space.middle().register_forward_hook(
            lambda _, __, output: heard.append(space.heard(output, 1))
        )
        guided = Sampling(1, space.card()["guidance_scale"]["max"], width=side, height=side)
        walk = space.walk(space.noise(1, side, side), space.encode(prompt), guided)
        ask = next(walk)
        try:
            while True:
                ask = walk.send(space.forward([ask])[0])
        except StopIteration as end:
            hook.remove()
            return heard[-1], end.value.values

    (cat, latent), (again, same), (dog, _) = said("a cat"), said("a cat"), said("a dog")
    assert cat.shape == (1, cat.shape[1])
    assert torch.equal(cat, again)
    assert torch.equal(latent, same)
    assert not torch.equal(cat, dog)
