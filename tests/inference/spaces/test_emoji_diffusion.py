"""emoji-diffusion as a space: the same bits in any company, there and back, pictures as a start."""

from __future__ import annotations

import pytest
import torch

from inference.contracts import Decodes, Embeds, Encodes, Inverts, Samples, Sampling, Steers
from inference.engine.toy import toy_encoder, write_toy_checkpoint
from inference.errors import WrongSpace
from inference.networks.checkpoint import load_checkpoint
from inference.networks.toy_diffusion import write_toy_diffusion
from inference.spaces.emoji_diffusion import EmojiDiffusion


@pytest.fixture(scope="module")
def space(tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    write_toy_checkpoint(folder)
    write_toy_diffusion(folder)
    model = EmojiDiffusion(folder / "emoji-diffusion")
    model.load(load_checkpoint, lambda name: toy_encoder())
    return model


def finish(space, walk):
    ask = next(walk)
    while True:
        try:
            ask = walk.send(space.forward([ask])[0])
        except StopIteration as end:
            return end.value


def last(space, prompt="cat", seed=1, steps=2, **settings):
    sampling = Sampling(steps, settings.pop("guidance_scale", 3.0), **settings)
    return finish(space, space.walk(space.noise(seed), space.encode(prompt), sampling))


def test_it_has_the_verbs_that_its_card_says(space):
    for protocol in (Encodes, Samples, Decodes, Inverts, Embeds):
        assert isinstance(space, protocol)
    assert not isinstance(space, Steers)
    card = space.card()
    assert card["verbs"] == ["encode", "sample", "decode", "invert", "embed", "listen"]
    assert len(card["weights"]) == 16
    assert card["resident"] is False
    assert card["memory"]["bytes_needed"] > card["memory"]["weights_bytes"] > 0


@pytest.mark.parametrize("company", [1, 2, 3, 5, 8])
def test_a_row_has_the_same_bits_in_every_place_and_among_any_neighbours(space, company):
    asks = [
        next(
            space.walk(space.noise(n), space.encode(f"w{n}"), Sampling(n % 4 + 1, float(1 + n % 5)))
        )
        for n in range(6)
    ]
    alone = [space.forward([ask])[0] for ask in asks]
    for place in range(6 - company + 1 if company < 6 else 1):
        rows = asks[place : place + company]
        for row, expected in zip(space.forward(rows), alone[place:], strict=False):
            assert torch.equal(row, expected)


def test_a_picture_has_the_same_bits_in_every_place(space):
    latents = [last(space, seed=n) for n in range(4)]
    alone = [space.decode(latent) for latent in latents]
    for start in range(3):
        pictures = space.decode_many(latents[start:], 64, 64)
        for picture, expected in zip(pictures, alone[start:], strict=True):
            assert torch.equal(picture, expected)


def test_pictures_are_in_range_and_seeds_repeat(space):
    first, again, other = last(space), last(space), last(space, seed=2)
    assert torch.equal(first.values, again.values)
    assert not torch.equal(first.values, other.values)
    picture = space.decode(first)
    assert picture.shape == (3, 64, 64)
    assert picture.abs().max() <= 1


def test_words_steps_and_guidance_all_matter(space):
    plain = last(space)
    for other in (
        last(space, "dog"),
        last(space, steps=4),
        last(space, guidance_scale=5.0),
    ):
        assert not torch.allclose(other.values, plain.values, atol=1e-4)


def test_sampling_step_by_step_is_the_same_walk(space):
    stepped = list(space.sample(space.noise(1), space.encode("cat"), steps=4, guidance_scale=3.0))
    assert len(stepped) == 4
    assert torch.equal(stepped[-1].values, last(space, steps=4).values)


def test_the_flat_prompt_space_mixes_and_leans(space):
    cat, dog = space.encode("cat"), space.encode("dog")
    half = cat + 0.5 * (dog - cat)
    torch.testing.assert_close(half.values, (cat.values + dog.values) / 2)
    leaned = space.lean(cat, [(dog - cat, 1.0)])
    torch.testing.assert_close(leaned.values, dog.values)
    with pytest.raises(WrongSpace):
        space.lean(cat, [(space.noise(1) - space.noise(2), 1.0)])


def test_no_words_are_the_words_that_were_learnt_as_none(space):
    assert torch.equal(space.encode("  ").values, space.checkpoint.flow.no_text(1)[0])


def test_image_to_image_with_little_strength_stays_at_the_picture(space):
    image = space.decode(last(space, seed=5))
    seen = space.checkpoint.encode(image[None])[0]
    far = [
        float((space.checkpoint.flow.standardise(grid(space, latent))[0] - seen).norm())
        for latent in (
            last(space, image=image, strength=0.01, width=64, height=64),
            last(space, image=image, strength=0.6, width=64, height=64),
        )
    ]
    assert far[0] < 0.2 * far[1]
    whole = last(space, image=image, strength=1.0, width=64, height=64)
    torch.testing.assert_close(whole.values, last(space).values)


def grid(space, latent):
    return latent.values.unflatten(0, space.checkpoint.flow.shape)[None]


@pytest.mark.parametrize("method", ["flow-24", "flow-50", "solve-4"])
def test_an_inverted_picture_comes_back(space, method):
    assert method in [one["id"] for one in space.card()["inversions"]]
    clean = finish(
        space, space.walk(space.noise(3), space.encode(""), Sampling(4, guidance_scale=1.0))
    )
    flow = space.checkpoint.flow
    # The toy autoencoder forgets its pictures, so the latent stands in for what it would see.
    space._seen = lambda image: flow.standardise(grid(space, clean))[0]
    try:
        noise = finish(space, space.invert_walk(method, torch.zeros(3, 64, 64), Sampling(4, 1.0)))
    finally:
        del space._seen
    again = finish(space, space.walk(noise, space.encode(""), Sampling(4, guidance_scale=1.0)))
    miss = (again.values - clean.values).norm() / clean.values.norm()
    strayed = last(space, "", seed=9, steps=4, guidance_scale=1.0)
    assert miss < 0.5 * (strayed.values - clean.values).norm() / clean.values.norm()
    if method == "solve-4":
        assert miss < 0.01


def test_a_noised_picture_goes_from_itself_to_the_noise(space):
    image = space.decode(last(space, seed=5))
    flow = space.checkpoint.flow
    start, middle, end = (space.noised(image, t, 7).values for t in (0.0, 0.5, 1.0))
    torch.testing.assert_close(
        flow.standardise(end.unflatten(0, flow.shape)[None])[0], space.noise(7).values
    )
    torch.testing.assert_close(middle, (start + end) / 2)


def test_embeddings_of_pictures_are_unit_vectors(space):
    pictures = torch.stack([space.decode(last(space, seed=n)) for n in range(3)])
    seen = space.embed(pictures)
    torch.testing.assert_close(seen.norm(dim=1), torch.ones(3))
    assert space.embed_words(space.encode("cat")).shape == seen[0].shape


def test_an_unloaded_model_can_be_loaded_again(space):
    before = last(space).values
    space.unload()
    assert not hasattr(space, "checkpoint")
    space.load(load_checkpoint, lambda name: toy_encoder())
    assert torch.equal(last(space).values, before)
