"""Write a map of up to a million points whose truth is known, in the files that the server reads.

    python -m tests.bench.million.generate FOLDER --count 1000000

Vectors are drawn as continents, countries in them and towns in those (Gaussian each, sixteen
dimensions, sizes with a long tail); the map is their two leading axes stretched apart by continent.
Continent, country, town size and distance from the town's middle are columns; continents and
countries are the labels. Everything follows from the seed.
"""

from __future__ import annotations

import argparse
import json
from colorsys import hls_to_rgb
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.maps.files import (
    CARD,
    DISTORTION,
    LABELS,
    NEIGHBOURS,
    POINTS,
    write_points,
)

CONTINENTS, COUNTRIES, TOWNS, DIM = 12, 10, 8, 16
NOTHING, VALUES = 255, 254
Array = NDArray[Any]


def draw(count: int, seed: int) -> tuple[Array, dict[str, Array]]:
    """Draw vectors (count, 16) as float32, and their truth: continent, country, town, away."""
    rng = np.random.default_rng(seed)
    towns = CONTINENTS * COUNTRIES * TOWNS
    shares = rng.pareto(1.6, towns) + 0.15
    town = rng.choice(towns, count, p=shares / shares.sum())
    continent, country = town // (COUNTRIES * TOWNS), town // TOWNS
    middles = (
        rng.normal(0, 9, (CONTINENTS, DIM))[np.arange(towns) // (COUNTRIES * TOWNS)]
        + rng.normal(0, 2.6, (CONTINENTS * COUNTRIES, DIM))[np.arange(towns) // TOWNS]
        + rng.normal(0, 0.9, (towns, DIM))
    )
    spread = rng.uniform(0.12, 0.5, towns)
    noise = rng.normal(0, 1, (count, DIM)).astype(np.float32) * spread[town, None].astype(
        np.float32
    )
    truth = {"continent": continent, "country": country, "town": town}
    truth["away"] = np.linalg.norm(noise, axis=1) / np.sqrt(DIM)
    return middles[town].astype(np.float32) + noise, truth


def flatten(vectors: Array, continent: Array) -> Array:
    """Return places (count, 2): the two leading axes, every continent set on a ring of its own."""
    sample = vectors[:: max(1, len(vectors) // 50_000)]
    _, _, axes = np.linalg.svd(sample - sample.mean(0), full_matrices=False)
    middles = np.stack([vectors[continent == each].mean(0) for each in range(CONTINENTS)])
    angle = np.arange(CONTINENTS) * 2.399963  # the golden angle keeps a sunflower's seeds apart
    ring = 4.6 * np.sqrt(np.arange(CONTINENTS) + 0.5)[:, None]
    homes = ring * np.stack([np.cos(angle), np.sin(angle)], 1)
    local = (vectors - middles[continent]) @ axes[:2].T
    return (homes[continent] + local).astype(np.float32)


def in_bytes(values: Array) -> tuple[Array, float, float]:
    """Return values as bytes 0..254 over their range, and the range."""
    low, high = float(values.min()), float(np.quantile(values, 0.999))
    cells = np.round((values - low) / (high - low) * VALUES).clip(0, VALUES)
    return cells.astype(np.uint8), round(low, 4), round(high, 4)


def legend(names: list[str], lightness: float) -> list[dict[str, Any]]:
    """Give every name a colour of its own, around the wheel."""
    entries = []
    for at, name in enumerate(names):
        red, green, blue = hls_to_rgb((at * 0.381966) % 1, lightness, 0.55)
        colour = f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"
        entries.append({"title": {"en": name, "ja": name}, "colour": colour})
    return entries


def labels(xy: Array, truth: dict[str, Array], names: dict[str, list[str]]) -> dict[str, Any]:
    """Name the continents from afar, then the countries."""
    layers = []
    for column, low, high in (("continent", 0.0, 1.4), ("country", 1.4, 99.0)):
        found = []
        for at, name in enumerate(names[column]):
            members = xy[truth[column] == at]
            if len(members) == 0:
                continue
            x, y = np.median(members, axis=0)
            found.append(
                {
                    "x": round(float(x), 3), "y": round(float(y), 3),
                    "title": {"en": name, "ja": name},
                    "score": round(float(np.log(len(members))), 3), "count": len(members),
                }
            )  # fmt: skip
        layers.append({"min_zoom": low, "max_zoom": high, "labels": found})
    return {"layers": layers}


def write(folder: Path, count: int, seed: int = 7) -> Path:
    """Write the folder of a map with `count` points; returns it."""
    vectors, truth = draw(count, seed)
    xy = flatten(vectors, truth["continent"])
    names = {
        "continent": [f"Continent {at + 1}" for at in range(CONTINENTS)],
        "country": [
            f"Country {at // COUNTRIES + 1}.{at % COUNTRIES + 1}"
            for at in range(CONTINENTS * COUNTRIES)
        ],
    }
    low, high = xy.min(0), xy.max(0)
    bounds = {
        "x_min": round(float(low[0]) - 0.2, 4), "y_min": round(float(low[1]) - 0.2, 4),
        "x_max": round(float(high[0]) + 0.2, 4), "y_max": round(float(high[1]) + 0.2, 4),
    }  # fmt: skip
    away, away_low, away_high = in_bytes(truth["away"])
    sizes = np.bincount(truth["town"], minlength=CONTINENTS * COUNTRIES * TOWNS)
    crowd, crowd_low, crowd_high = in_bytes(np.log10(sizes[truth["town"]]))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "columns").mkdir(exist_ok=True)
    (folder / POINTS).write_bytes(write_points(xy, truth["continent"], bounds))
    (folder / "columns" / "country.u8").write_bytes(truth["country"].astype(np.uint8).tobytes())
    (folder / "columns" / "away.u8").write_bytes(away.tobytes())
    (folder / "columns" / "town.u8").write_bytes(crowd.tobytes())
    (folder / DISTORTION).write_bytes(bytes(count))
    (folder / LABELS).write_text(json.dumps(labels(xy, truth, names)), "utf-8")
    # Nobody's neighbours are known here; the file is a hole of zeros that takes no room.
    with (folder / "neighbours.u16").open("wb") as file:
        file.truncate(2 * NEIGHBOURS * count)
    number = {"kind": "number", "legend": []}
    info = {
        "id": folder.name,
        "version": 1,
        "title": {"en": f"{count:,} points of known truth", "ja": f"真値のわかる {count:,} 点"},
        "model": "emoji-vector",
        "space": "own",
        "points": "vectors",
        "decodes": False,
        "projector": "axes",
        "knobs": {"seed": seed},
        "count": count,
        "bounds": bounds,
        "quality": {},
        "columns": [
            {"id": "continent", "title": {"en": "Continent", "ja": "大陸"},
             "legend": legend(names["continent"], 0.45)},
            {"id": "country", "title": {"en": "Country", "ja": "国"},
             "legend": legend(names["country"], 0.5)},
            {"id": "away", "title": {"en": "Distance from the middle", "ja": "中心からの距離"},
             "min": away_low, "max": away_high, **number},
            {"id": "town", "title": {"en": "Size of the town (log₁₀)", "ja": "町の大きさ（log₁₀）"},
             "min": crowd_low, "max": crowd_high, **number},
        ],
        "atlas": [],
    }  # fmt: skip
    (folder / CARD).write_text(json.dumps(info, ensure_ascii=False, indent=1), "utf-8")
    return folder


def main() -> None:
    """Write the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    print(write(given.folder, given.count, given.seed))


if __name__ == "__main__":
    main()
