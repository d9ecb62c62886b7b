"""From a place to a recipe on maps by prompt, noise and axes, with the vectors that the model gives."""

from pathlib import Path
from typing import Any

import pytest
import torch

from inference.maps.layout import map_place, map_recipe, open_layout
from inference.maps.painter import Painter, open_space
from tests.tiny import build_tiny_map, padded_encoder

AXES = {"right": {"from": '"cat"', "to": '"dog"'}, "up": {"from": '"red"', "to": '"blue"'}}
SOURCE = {
    "kind": "template",
    "template": "a {red|blue|green|black} {cat|dog|apple|house|moon|car}",
    "seeds": [3],
}


def painter_of(folder: Path) -> Painter:
    return Painter(open_space("emoji-vector", folder / "models"), padded_encoder)


def vector_of(painter: Painter, recipe: dict[str, Any], view: str) -> Any:
    given = {side: recipe[side] for side in ("conditioning", "noise") if recipe[side]}
    with torch.inference_mode():
        return painter.before([painter.begun(given)], view)[0]


def test_on_a_map_by_prompts_the_noise_is_one_and_the_words_are_a_mix(tmp_path: Path) -> None:
    source = SOURCE | {"seeds": [3, 5, 3]}
    folder = build_tiny_map(tmp_path, source=source, space="prompt", pictures=False)
    layout = open_layout(folder)
    assert layout.files.info["atlas"] == []
    spot = layout.xy[10] * 0.6 + layout.xy[20] * 0.4
    found = map_recipe(folder, *spot.tolist())
    assert found["noise"] == "noise(3)"
    assert map_recipe(folder, *spot.tolist(), seed=9)["noise"] == "noise(9)"
    assert '"a ' in found["conditioning"]
    landed = map_place(folder, vector_of(painter_of(tmp_path), found, "prompt"))
    assert {*landed["neighbours"]} & {*found["neighbours"]}


def test_on_a_map_by_noise_noises_are_mixed_and_stay_noise(tmp_path: Path) -> None:
    source = {"kind": "prompts", "prompts": ["a cat"], "seeds": list(range(40))}
    folder = build_tiny_map(tmp_path, source=source, space="noise", pictures=False)
    layout = open_layout(folder)
    spot = (layout.xy[4] + layout.xy[9]) / 2
    found = map_recipe(folder, *spot.tolist())
    assert found["conditioning"] == '"a cat"'
    assert found["noise"].startswith("mix(noise(")
    assert not found["boundary"]
    values = vector_of(painter_of(tmp_path), found, "noise")
    assert 0.85 < float(values.square().mean()) < 1.15
    landed = map_place(folder, values)
    # The points that were mixed are those that the mix is most like.
    assert set(found["neighbours"][:2]) <= set(landed["neighbours"])


@pytest.mark.parametrize("view", ["prompt", "sentence"])
def test_along_axes_a_mix_is_shifted_until_it_lies_exactly_there(tmp_path: Path, view: str) -> None:
    folder = build_tiny_map(
        tmp_path, source=SOURCE, space=view, projector="axes", axes=AXES, pictures=False
    )
    layout, painter = open_layout(folder), painter_of(tmp_path)
    bounds = layout.files.info["bounds"]
    for share in (0.3, 0.5, 0.6):
        x = bounds["x_min"] + share * (bounds["x_max"] - bounds["x_min"])
        y = bounds["y_min"] + (1 - share) * (bounds["y_max"] - bounds["y_min"])
        found = map_recipe(folder, x, y)
        assert "+ (" in found["conditioning"]
        landed = map_place(folder, vector_of(painter, found, "prompt"))
        wide = bounds["x_max"] - bounds["x_min"]
        assert abs(landed["x"] - found["x"]) < 0.02 * wide
        assert abs(landed["y"] - found["y"]) < 0.02 * wide


def test_an_end_of_an_axis_may_be_a_point_or_the_middle_of_a_value(tmp_path: Path) -> None:
    axes = {
        "right": {"from": 0, "to": 6},
        "up": {
            "from": {"column": "red/blue/green/black", "value": "red"},
            "to": {"column": "red/blue/green/black", "value": "blue"},
        },
    }
    folder = build_tiny_map(tmp_path, source=SOURCE, space="sentence", projector="axes", axes=axes)
    layout = open_layout(folder)
    prompts = layout.files.stock["prompts"]
    red = [n for n, prompt in enumerate(prompts) if " red " in prompt]
    blue = [n for n, prompt in enumerate(prompts) if " blue " in prompt]
    # From the middle of the red ones to that of the blue ones it is one step upwards.
    step = layout.xy[blue].mean(0) - layout.xy[red].mean(0)
    assert float(step[1]) == pytest.approx(1, abs=1e-3)
    assert float(step[0]) == pytest.approx(0, abs=1e-3)
    words = layout.files.info["axes"]["right"]["from"]["conditioning"]
    assert words == '"a red cat"'
