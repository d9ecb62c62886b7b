"""What is true of every model family, on a toy checkpoint of the real classes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from inference.contracts import VERBS
from inference.core.noise import noise
from inference.engine.toy import write_toy_checkpoint
from inference.networks.checkpoint import load_checkpoint
from inference.networks.toy_diffusion import write_toy_diffusion
from inference.recipe import normalise
from inference.registry import spaces
from tests.tiny import padded_encoder


@pytest.fixture(scope="module", params=list(spaces))
def space(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    folder: Path = tmp_path_factory.mktemp("models")
    write_toy_checkpoint(folder)
    if request.param == "emoji_diffusion":
        write_toy_diffusion(folder)
    found = spaces[request.param].call(folder)
    found.load(load_checkpoint, padded_encoder)
    with torch.inference_mode():
        yield found


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
    latent = space.invert(noise(1, (3, 64, 64)).clamp(-1, 1))
    # What an autoencoder sees is a latent; what a flow walks back to is noise.
    assert latent.space in {space.card()["spaces"][kind]["id"] for kind in ("latent", "noise")}
    assert space.decode(latent).shape == (3, 64, 64)


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
