import pytest
import torch

from inference.contracts import Decodes, Embeds, Encodes, Inverts, Samples, Sampling, Steers
from inference.core.vectors import Latent
from inference.errors import UnknownId, WrongSpace
from tests.inference.engine.toys import shipped


@pytest.fixture(scope="module")
def space():
    return shipped()["emoji-vector"]


def last(space, prompt="cat", seed=1, steps=2, guidance_scale=3.0):
    settings = {"steps": steps, "guidance_scale": guidance_scale}
    return list(space.sample(space.noise(seed), space.encode(prompt), **settings))[-1]


def test_it_has_the_verbs_that_its_card_says(space):
    for protocol in (Encodes, Samples, Decodes, Steers, Embeds):
        assert isinstance(space, protocol)
    assert not isinstance(space, Inverts)
    assert space.card()["verbs"] == ["encode", "sample", "decode", "steer", "embed"]
    assert len(space.card()["weights"]) == 16


@pytest.mark.parametrize("company", [1, 2, 3, 4, 5, 8, 9])
def test_a_row_has_the_same_bits_in_every_place_and_among_any_neighbours(space, company):
    asks = [
        next(space.walk(space.noise(n), space.encode(f"w{n}"), Sampling(n % 4 + 1, 1.0 + n)))
        for n in range(7)
    ] * 2
    alone = [space.forward([ask])[0] for ask in asks]
    for place in range(company):
        rows = asks[place : place + company]
        for row, expected in zip(space.forward(rows), alone[place:], strict=False):
            assert torch.equal(row, expected)


def test_a_picture_has_the_same_bits_in_every_place(space):
    latents = [last(space, seed=n) for n in range(5)]
    alone = [space.decode(latent) for latent in latents]
    for start in range(4):
        for picture, expected in zip(
            space.decode_many(latents[start:]), alone[start:], strict=True
        ):
            assert torch.equal(picture, expected)


def test_pictures_are_in_range_and_seeds_repeat(space):
    first, again, other = last(space), last(space), last(space, seed=2)
    assert torch.equal(first.values, again.values)
    assert not torch.equal(first.values, other.values)
    picture = space.decode(first)
    assert picture.shape == (3, 64, 64)
    assert picture.abs().max() <= 1


def test_steering_ends_with_its_block_also_when_it_fails(space):
    plain, smile = last(space, "face"), space.direction("smile")
    with space.steered(smile, 1.5):
        assert not torch.equal(last(space, "face").values, plain.values)
    with pytest.raises(ZeroDivisionError), space.steered(smile, 1.5):
        raise ZeroDivisionError
    assert torch.equal(last(space, "face").values, plain.values)
    with space.steered(smile, 0.0):
        torch.testing.assert_close(last(space, "face").values, plain.values, atol=1e-4, rtol=1e-4)


def test_leaning_keeps_the_length_of_a_prompt_and_points_the_way_asked_for(space):
    smile, face = space.direction("smile"), space.encode("face")
    leaned = space.lean(face, [(smile, 1.0)])
    torch.testing.assert_close(leaned.values.norm(), face.values.norm())
    assert (leaned.values - face.values) @ smile.values > 0
    with pytest.raises(WrongSpace):
        space.lean(face, [(space.noise(1) - space.noise(2), 1.0)])


def test_directions_are_those_of_the_card(space):
    for card in space.card()["directions"][:2]:
        assert space.direction(card["id"]).values.isfinite().all()
    with pytest.raises(UnknownId):
        space.direction("nowhere")


def test_no_words_are_no_text(space):
    assert torch.equal(space.encode("").values, space.checkpoint.flow.null_text)
    assert not torch.equal(space.encode("cat").values, space.encode("").values)


def test_vectors_of_pictures_and_words_meet_on_one_sphere(space):
    pictures = torch.stack([space.decode(last(space, seed=n)) for n in range(3)])
    vectors = space.embed(pictures)
    words = space.embed_words(space.encode("cat"))
    assert vectors.shape == (3, 256)
    assert words.shape == (256,)
    for vector in (*vectors, words):
        torch.testing.assert_close(vector.norm(), torch.tensor(1.0))
    assert torch.equal(space.embed(pictures[1:2])[0], vectors[1])


def test_a_preview_is_a_latent_and_the_last_step_is_the_answer(space):
    latents = list(space.sample(space.noise(1), space.encode("cat"), steps=4, guidance_scale=3.0))
    assert len(latents) == 4
    assert all(isinstance(latent, Latent) and latent.dim == 384 for latent in latents)
    assert torch.equal(latents[-1].values, last(space, steps=4).values)


def picture(space, walk):
    ask = next(walk)
    while True:
        try:
            ask = walk.send(space.forward([ask])[0])
        except StopIteration as end:
            return end.value


def test_walking_back_and_forth_again_makes_the_picture_again(space):
    words, sampling = space.encode(""), Sampling(4)
    image = space.decode(last(space, "red apple, noto style", steps=4))
    noise = picture(space, space.invert_walk("flow-24", image, sampling))
    again = space.decode(picture(space, space.walk(noise, words, sampling)))
    other = space.decode(picture(space, space.walk(space.noise(3), words, sampling)))
    assert (again - image).square().mean() < 0.25 * (other - image).square().mean()


def test_a_walk_from_a_picture_stays_near_it_when_the_strength_is_small(space):
    image = space.decode(last(space, "red apple, noto style", steps=4))
    words, noise = space.encode("blue house, noto style"), space.noise(5)
    far, near = (
        space.decode(
            picture(space, space.walk(noise, words, Sampling(4, 3.0, image=image, strength=s)))
        )
        for s in (1.0, 0.2)
    )
    assert (near - image).square().mean() < 0.3 * (far - image).square().mean()


def test_noising_a_picture_begins_at_the_picture_and_ends_at_the_noise(space):
    image = space.decode(last(space, "red apple, noto style", steps=4))
    seen = space.decode(space.noised(image, 0.0, 5))
    assert (seen - image).square().mean() < 0.02
    flow = space.checkpoint.flow
    assert torch.allclose(
        (space.noised(image, 1.0, 5).values - flow.latent_mean) / flow.latent_std,
        space.noise(5).values,
        atol=1e-4,
    )
