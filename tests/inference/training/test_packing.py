"""A picture set survives its pack, which keeps to the sizes it promises."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from inference.errors import DamagedWeights
from inference.training.packing import CONTENTS, choose_quality, compress, pack, unpack
from inference.training.rendering import draw

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<circle cx="5" cy="5" r="{r}" fill="{fill}"/></svg>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "emoji-32"
    target.mkdir()
    colours = ("#ff0000", "#00aa00", "#0000ff")
    pictures = [draw(SVG.format(r=n % 4 + 1, fill=colours[n % 3]), 32) for n in range(12)]
    np.save(target / "pictures.npy", np.stack(pictures))
    (target / "index.json.gz").write_bytes(b"an index")
    (target / "ATTRIBUTION.md").write_text("thanks")
    return target


def test_pictures_come_back_nearly_as_they_were(folder: Path) -> None:
    before = np.load(folder / "pictures.npy").astype(float)
    target = pack(folder, part=1000)
    assert len(list(target.glob("pictures-*.bin"))) > 1
    assert all(file.stat().st_size <= 1000 for file in target.glob("pictures-*.bin"))
    for file in folder.iterdir():
        file.unlink()
    assert unpack(folder)
    after = np.load(folder / "pictures.npy").astype(float)
    assert np.abs(after - before).mean() < 3
    assert (folder / "index.json.gz").read_bytes() == b"an index"


def test_a_smaller_pack_has_a_lower_quality(folder: Path) -> None:
    pictures = np.load(folder / "pictures.npy")
    whole = sum(len(compress(picture, 95)) for picture in pictures)
    assert choose_quality(pictures, 2 * whole) == 95
    assert choose_quality(pictures, int(0.9 * whole)) < 95


def test_a_torn_pack_is_refused_and_a_missing_one_is_no_pack(folder: Path) -> None:
    target = pack(folder)
    part = target / "pictures-00.bin"
    part.write_bytes(part.read_bytes()[:-1])
    with pytest.raises(DamagedWeights, match="not complete"):
        unpack(folder)
    (target / CONTENTS).unlink()
    assert not unpack(folder)


@pytest.mark.parametrize("pixels", [32, 64, 128])
def test_drawings_have_the_size_asked_for_over_white(pixels: int) -> None:
    picture = draw(SVG.format(r=3, fill="#ff0000"), pixels)
    assert picture.shape == (pixels, pixels, 3)
    assert picture[0, 0].tolist() == [255, 255, 255]
    assert picture[pixels // 2, pixels // 2].tolist() == [255, 0, 0]
