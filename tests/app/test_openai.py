"""A program written for OpenAI's API works with another address and nothing else changed."""

from __future__ import annotations

import base64
import io
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openai
import pytest
from PIL import Image
from starlette.testclient import TestClient

from inference.pictures import read_recipe
from tests.app.conftest import Live

PATH = "/v1/images/generations"


@pytest.fixture(scope="module")
def client(live: Live) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{live.address}/v1", api_key="unused", max_retries=0) as client:
        yield client


def opened(encoded: str | None) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(encoded or "")))


def test_the_real_client_makes_pictures(client: openai.OpenAI) -> None:
    made = client.images.generate(prompt="a red apple", n=2, model="gpt-image-1")
    assert made.data is not None
    assert len(made.data) == 2
    pictures = [opened(each.b64_json) for each in made.data]
    assert [picture.size for picture in pictures] == [(64, 64), (64, 64)]
    assert made.data[0].b64_json != made.data[1].b64_json
    assert made.created > 1_700_000_000


def test_addresses_of_pictures_can_be_fetched(client: openai.OpenAI) -> None:
    made = client.images.generate(
        prompt="a red apple", model="dall-e-3", size="1024x1024", quality="hd", style="vivid", user="me",
    )  # fmt: skip
    assert made.data is not None
    assert made.data[0].b64_json is None
    with urllib.request.urlopen(made.data[0].url or "") as answer:
        picture = answer.read()
    assert picture.startswith(b"\x89PNG")
    assert '"red apple"' not in (read_recipe(picture) or "")
    assert "a red apple" in (read_recipe(picture) or "")


def test_the_same_seed_is_the_same_picture_and_none_is_another_each_time(
    client: openai.OpenAI,
) -> None:
    def made(**more: Any) -> str | None:
        return (client.images.generate(prompt="a whale", **more).data or [])[0].b64_json

    assert made(extra_body={"seed": 7}) == made(extra_body={"seed": 7})
    assert made() != made()


@pytest.mark.parametrize(("kind", "name"), [("png", "PNG"), ("webp", "WEBP"), ("jpeg", "JPEG")])
def test_pictures_come_in_the_format_that_is_asked_for(
    client: openai.OpenAI, kind: Any, name: str
) -> None:
    made = client.images.generate(prompt="a pear", output_format=kind, response_format="b64_json")
    assert opened((made.data or [])[0].b64_json).format == name


def test_models_are_listed_and_can_be_named(client: openai.OpenAI) -> None:
    names = [model.id for model in client.models.list()]
    assert {"emoji-vector", "emoji-vae"} <= set(names)
    made = client.images.generate(prompt="read over", model="emoji-vae", size="64x64")
    assert made.data


@pytest.mark.parametrize(
    ("wish", "error", "code"),
    [
        ({"prompt": "x" * 2_001}, openai.BadRequestError, "invalid_input"),
        ({"prompt": "a", "n": 11}, openai.BadRequestError, "invalid_input"),
        ({"prompt": "a", "size": "huge"}, openai.BadRequestError, "invalid_input"),
        ({"prompt": "a", "model": "nobody"}, openai.NotFoundError, "unknown_id"),
        ({"prompt": "nan"}, openai.APIStatusError, "not_a_picture"),
    ],
)
def test_the_real_client_raises_its_own_errors(
    client: openai.OpenAI, wish: dict[str, Any], error: type[openai.APIStatusError], code: str
) -> None:
    with pytest.raises(error) as caught:
        client.images.generate(**wish)
    assert isinstance(caught.value, openai.APIStatusError)
    assert caught.value.code == code
    assert caught.value.message


def test_the_key_is_the_token(tmp_path: Path) -> None:
    live = Live.start(tmp_path, token="long and random")
    try:
        wrong = openai.OpenAI(base_url=f"{live.address}/v1", api_key="wrong", max_retries=0)
        with wrong, pytest.raises(openai.AuthenticationError):
            wrong.images.generate(prompt="a")
        right = openai.OpenAI(base_url=f"{live.address}/v1", api_key="long and random")
        with right:
            assert right.images.generate(prompt="a").data
    finally:
        live.stop()


def test_what_is_no_json_is_refused_in_that_shape(ready: TestClient) -> None:
    for body in (b"{", b"[]", b'{"prompt": 3}', b"{}"):
        said = ready.post(PATH, content=body, headers={"content-type": "application/json"})
        assert said.status_code == 400
        assert set(said.json()["error"]) == {"message", "type", "param", "code"}
    assert ready.get(PATH).status_code in {404, 405}
    assert ready.get("/v1/nothing").headers["content-type"] == "application/problem+json"


def test_a_full_queue_is_said_as_that_client_expects(tmp_path: Path) -> None:
    live = Live.start(tmp_path, queue_bound=1)
    try:
        client = openai.OpenAI(base_url=f"{live.address}/v1", api_key="x", max_retries=0)
        with client, pytest.raises(openai.RateLimitError) as caught:
            client.images.generate(prompt="slow and many", n=10)
        assert caught.value.response.headers["retry-after"] == "1"
    finally:
        live.stop()
