"""One string means the same wherever it is written, and every line of the guide runs as it stands."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from starlette.testclient import TestClient

GUIDE = Path(__file__).parents[2] / "docs" / "expressions.md"
SOURCES = [
    "king - man + woman",
    'slerp("猫", "犬", 0.25)',
    "「笑顔の猫」 ー 「猫」 ＋ 「犬」",
    'mix("🐱", "𝕏"; 0.7, 0.3)',
    'cat + 0.5 * dir("smile")',
    "remove(dir(old, young), cat)",
    "slerp(noise(1), noise(2), 0.3)",
]


def picture(web: TestClient, recipe: dict[str, Any]) -> tuple[str, bytes]:
    said = web.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=30"})
    assert said.status_code in (200, 201), said.text
    made = said.json()
    assert web.get(made["image"]["url"]).status_code == 200
    return made["id"], web.get(made["image"]["url"]).content


@pytest.mark.parametrize("source", SOURCES)
def test_one_string_gives_one_picture_by_rest_by_its_parts_and_out_of_its_png(
    ready: TestClient, source: str
) -> None:
    said = ready.post("/api/v1/expressions/parts", json={"expression": source})
    assert said.status_code == 200, said.text
    apart = said.json()
    field = "conditioning" if apart["place"] == "prompt" else "noise"
    begun = {"model": "emoji-vector", "steps": 1}
    id, png = picture(ready, begun | {field: source})
    told, _ = picture(ready, begun | {field: apart["expression"]})
    assert told == id
    # The picture says its recipe, and that recipe is the picture again.
    read = ready.post("/api/v1/images", files={"file": ("a.png", png)}).json()
    assert read["recipe"][field] == apart["expression"]
    again, _ = picture(ready, read["recipe"])
    assert again == id


def examples() -> Iterator[str]:
    """Yield every expression of the guide's tables."""
    for line in GUIDE.read_text("utf-8").splitlines():
        if line.startswith("| `") and "{" not in line and "POST" not in line and "GET" not in line:
            yield from re.findall(r"`([^`]+)`", line.split("|")[1])


def test_every_line_of_the_guide_runs_as_it_is_written(ready: TestClient) -> None:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "orange").save(out, "PNG")
    sha = ready.post("/api/v1/images", files={"file": ("a.png", out.getvalue())}).json()["sha256"]
    recipe = {"model": "emoji-vector", "prompt": "a guide", "steps": 1}
    render, _ = picture(ready, recipe)
    for name in ("cats", "sad", "happy"):
        ready.post("/api/v1/groups", json={"name": name, "map": "emoji-vector", "points": [1, 2]})
    # What the guide leaves open: some point, some arrow, somebody's picture.
    stands = {"point": '"cat"', "arrow": "dir(old, young)", "a": '"a"', "b": '"b"', "c": '"c"', "x": '"x"'}  # fmt: skip
    ran = 0
    for written in examples():
        source = written.replace("3fa9c1", render[:12]).replace("9c01d2", sha[:12])
        source = source.replace("64 digits", sha).replace("older", "age").replace("笑顔", "smile")
        if '"' not in source:
            source = re.sub(r"\b(point|arrow|[abcx])\b(?!=)", lambda m: stands[m[1]], source)  # fmt: skip
        if source == "@cats":  # many points, as the guide says, and no point
            source = "mean(@cats)"
        said = ready.post("/api/v1/expressions/parts", json={"expression": source})
        assert said.status_code == 200, (written, source, said.text)
        ran += 1
    assert ran > 25
    for name in ("cats", "sad", "happy"):
        ready.delete(f"/api/v1/groups/{name}")
