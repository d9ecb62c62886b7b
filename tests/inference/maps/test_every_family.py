"""Every family can be mapped in every space that its verbs promise: real classes at toy size."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from inference.core.folding import HEAPS
from inference.engine.toy import write_toy_checkpoint
from inference.maps.build import build
from inference.maps.files import MapFolder
from inference.maps.painter import Painter
from inference.maps.renders import render_all
from inference.maps.stock import Item
from inference.maps.views import SEEN, views_of
from inference.pictures import png
from inference.registry import families, spaces
from tests.inference.test_every_space import brought, embedded
from tests.tiny import padded_encoder

# The libraries call each other and NumPy in ways that newer versions want to be rid of.
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
WORDS = ("cat", "dog", "cat", "dog")


@pytest.fixture(scope="module", params=[*spaces, *families])
def painter(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Painter:
    folder = tmp_path_factory.mktemp("models")
    opened = embedded if request.param in spaces else brought
    space = opened(request.param, folder)
    write_toy_checkpoint(folder)
    return Painter(space, padded_encoder, checkpoints=folder, pictures_at=folder / "pictures")


def items_of(painter: Painter) -> list[Item]:
    """Return two prompts with two seeds, in one step."""
    fewest = painter.card["steps"].get("min") or min(painter.card["steps"]["choices"])
    recipes = [
        {"prompt": word if painter.card["uses_words"] else "", "seed": place // 2, "steps": fewest}
        for place, word in enumerate(WORDS)
    ]
    return [Item(recipe, str(recipe["prompt"]), "", "") for recipe in recipes]


def test_every_space_of_it_gives_vectors_that_tell_points_apart(
    painter: Painter, tmp_path: Path
) -> None:
    views = views_of(painter.space)
    assert {"judge", "noise", "latent"} <= set(views)
    assert {"prompt", "sentence"} <= set(views) or not painter.card["uses_words"]
    items = items_of(painter)
    for view in views:
        scratch = tmp_path / view
        scratch.mkdir()
        progress: list[float] = []
        pictures, vectors, shown = render_all(
            items, painter, scratch, progress.append, view=view, painted=view != "sentence"
        )
        assert shown == [0, 1, 2, 3]
        assert np.isfinite(vectors).all()
        assert vectors.shape[0] == 4
        assert vectors.shape[1] <= HEAPS
        assert progress == sorted(progress)
        assert progress[-1] == 1
        if pictures is not None:
            assert pictures.shape[0] == 4
            assert pictures.shape[1] == pictures.shape[2] <= 128
        if view in ("prompt", "sentence"):
            assert np.array_equal(vectors[0], vectors[2])
            assert not np.allclose(vectors[0], vectors[1])
        if view == "noise":
            assert np.array_equal(vectors[0], vectors[1])
            assert not np.allclose(vectors[0], vectors[2])


def test_uploaded_pictures_are_seen_by_it(painter: Painter, tmp_path: Path) -> None:
    folder = painter._pictures_at
    assert folder is not None
    dice = np.random.default_rng(3)
    names = [f"{n}".rjust(64, "0") for n in range(3)]
    for name in names:
        (folder / name[:2]).mkdir(parents=True, exist_ok=True)
        pixels = dice.integers(0, 255, (48, 40, 3), np.uint8)
        (folder / name[:2] / f"{name}.png").write_bytes(png(pixels))
    items = [Item({}, name, name, name, picture=name) for name in names]
    for view in SEEN:
        scratch = tmp_path / view
        scratch.mkdir()
        _, vectors, shown = render_all(items, painter, scratch, lambda _: None, view=view)
        assert shown == [0, 1, 2]
        assert not np.allclose(vectors[0], vectors[1])


def test_a_borrowed_model_is_mapped_whole_by_its_middle(tmp_path: Path) -> None:
    write_toy_checkpoint(tmp_path / "models")
    space = brought("PixArt", tmp_path)
    recipes = [
        {"prompt": f"{word} {n}", "seed": 1, "steps": 1} for word in WORDS[:2] for n in range(11)
    ]
    job: dict[str, Any] = {
        "id": "mine", "model": "mine", "space": "bottleneck", "projector": "pca",
        "checkpoints": str(tmp_path / "models"),
        "source": {"kind": "history", "recipes": recipes},
    }  # fmt: skip
    out = tmp_path / "maps" / "mine"
    out.parent.mkdir()
    build(job, out, lambda *_: None, padded_encoder, lambda *_: space)
    found = MapFolder(out)
    assert (found.count, found.info["space"], found.info["model"]) == (
        22,
        "mine.bottleneck",
        "mine",
    )
    assert found.info["why_not"] == "steps"
    assert found.info["decodes"] is False
    assert found.info["atlas"]
