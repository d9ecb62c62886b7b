"""A map taken away holds what the server knows."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load
from starlette.testclient import TestClient

from inference.maps.files import MapFolder

MAP = "/api/v1/maps/emoji-vector"
SHIPPED = MapFolder(Path(__file__).parents[2] / "static" / "maps" / "emoji-vector")


def test_csv_has_a_line_for_every_point(web: TestClient) -> None:
    said = web.get(f"{MAP}/export?format=csv")
    assert said.headers["content-disposition"] == 'attachment; filename="emoji-vector.csv"'
    rows = list(csv.DictReader(io.StringIO(said.text)))
    assert len(rows) == SHIPPED.count
    assert json.loads(rows[17]["recipe"]) == SHIPPED.recipe(17)
    assert rows[17]["title"] == SHIPPED.stock["names_en"][17]


def test_safetensors_and_parquet_have_the_vectors(web: TestClient) -> None:
    tensors = load(web.get(f"{MAP}/export?format=safetensors").content)
    assert np.array_equal(tensors["vectors"], SHIPPED.stored_vectors)
    assert np.array_equal(tensors["xy"], SHIPPED.xy)
    arrow = pytest.importorskip("arro3.io")
    table = arrow.read_parquet(io.BytesIO(web.get(f"{MAP}/export?format=parquet").content))
    assert "vector" in table.schema.names
    assert sum(len(batch.column("n")) for batch in table) == SHIPPED.count


def test_the_offline_page_is_one_file_that_asks_nobody(web: TestClient) -> None:
    page = web.get(f"{MAP}/export?format=html").text
    assert "http:" not in page
    assert "https:" not in page
    assert page.count("</script>") == 1
    assert "data:image/webp;base64," in page
    assert len(page) < 8_000_000


def test_a_group_is_taken_alone_and_unknown_things_are_refused(web: TestClient) -> None:
    body = {"name": "few", "map": "emoji-vector", "points": [5, 9, 2]}
    assert web.post("/api/v1/groups", json=body).status_code == 201
    text = web.get(f"{MAP}/export?format=csv&group=few").text
    assert [row["n"] for row in csv.DictReader(io.StringIO(text))] == ["2", "5", "9"]
    assert web.get(f"{MAP}/export?format=csv&group=none").status_code == 404
    assert web.get(f"{MAP}/export?format=xlsx").status_code == 422
    assert web.get("/api/v1/maps/none/export").status_code == 404
