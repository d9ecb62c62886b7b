from pathlib import Path

import pytest
import torch

from inference.errors import InvalidInput
from inference.expressions.grammar import parse, write
from inference.expressions.types import check
from inference.maps.files import MapFolder
from inference.maps.layout import map_place, map_recipe, map_search
from tests.tiny import CARD, WORDLESS, build_tiny_map


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny_map(tmp_path_factory.mktemp("map"))


def test_at_a_point_with_a_tiny_bandwidth_its_own_prompt_comes_back(folder: Path) -> None:
    found = MapFolder(folder)
    for n in range(0, 40, 7):
        x, y = (float(value) for value in found.xy[n])
        made = map_recipe(folder, x, y, bandwidth=1e-6)
        assert made["conditioning"] == f'"{found.stock["prompts"][n]}"'
        assert made["noise"] == f"noise({found.stock['seeds'][n]})"
        assert made["neighbours"] == [n]


def test_a_place_becomes_an_expression_that_the_model_understands(folder: Path) -> None:
    made = map_recipe(folder, 0.5, 0.2, 11)
    checked = check(parse(made["conditioning"]), CARD)
    assert checked.type.kind == "point"
    assert write(checked.node) == made["conditioning"]
    assert made["noise"] == "noise(11)"
    assert made["seed"] == 11
    assert len(made["neighbours"]) == len(made["weights"]) <= 8
    assert min(made["weights"]) >= 0.02
    assert made == map_recipe(folder, 0.5, 0.2, 11)


def test_outside_is_clamped_said_and_not_believed(folder: Path) -> None:
    made = map_recipe(folder, 500.0, 0.0)
    assert made["clamped"]
    assert made["x"] < 11
    assert made["confidence"] < 0.01


def test_what_is_no_place_is_refused(folder: Path) -> None:
    with pytest.raises(InvalidInput):
        map_recipe(folder, float("nan"), 0.0)


def test_a_known_vector_lands_near_its_point_and_finds_itself(folder: Path) -> None:
    found = MapFolder(folder)
    landed = map_place(folder, found.vectors[5])
    assert landed["neighbours"][0] == 5
    assert landed["similarities"][0] == pytest.approx(1, abs=1e-3)
    best = map_search(folder, torch.from_numpy(found.vectors[5]) * 3, 4)["items"]
    assert best[0] == {"n": 5, "score": pytest.approx(1, abs=1e-3)}
    assert [item["score"] for item in best] == sorted((i["score"] for i in best), reverse=True)


def test_vectors_and_limits_that_do_not_fit_are_refused(folder: Path) -> None:
    with pytest.raises(InvalidInput, match="7 numbers"):
        map_place(folder, [0.0] * 7)
    with pytest.raises(InvalidInput, match="limit"):
        map_search(folder, [0.0] * 256, 0)


def test_without_words_a_place_is_a_mix_of_noises(tmp_path: Path) -> None:
    recipes = [{"noise": f"noise({seed})"} for seed in range(30)]
    source = {"kind": "history", "recipes": recipes}
    folder = build_tiny_map(tmp_path, model="emoji-vae", source=source)
    made = map_recipe(folder, 0.3, 0.1)
    assert made["conditioning"] == ""
    checked = check(parse(made["noise"]), WORDLESS)
    assert checked.type.space == "emoji-vae.latent"
    assert write(checked.node) == made["noise"]
