from pathlib import Path

import numpy as np
from PIL import Image

from inference.maps.atlas import hilbert_order, write_atlas


def test_a_hilbert_curve_visits_every_cell_and_only_takes_small_steps() -> None:
    grid = np.stack(np.meshgrid(np.arange(32), np.arange(32)), -1).reshape(-1, 2).astype(float)
    walk = grid[hilbert_order(grid)]
    assert len(np.unique(walk, axis=0)) == 1024
    assert np.linalg.norm(np.diff(walk, axis=0), axis=1).max() == 1


def test_every_thumbnail_lies_where_its_number_says(tmp_path: Path) -> None:
    count = 1100
    pictures = np.zeros((count, 64, 64, 3), np.uint8)
    pictures[:] = (np.arange(count) % 5 * 60)[:, None, None, None]
    levels = write_atlas(pictures, tmp_path)
    assert [(level["thumb"], level["tiles"]) for level in levels] == [(32, 1), (64, 2)]
    for level in levels:
        cells = level["columns"] * level["rows"]
        for n in (0, 1, 63, 700, 1023, 1024, 1099):
            tile, cell = divmod(n, cells)
            row, column = divmod(cell, level["columns"])
            sheet = np.asarray(
                Image.open(tmp_path / str(level["level"]) / f"{tile}.webp").convert("RGB")
            )
            size = level["thumb"]
            middle = sheet[row * size + size // 2, column * size + size // 2]
            assert abs(int(middle[0]) - n % 5 * 60) < 12
            assert max(sheet.shape) <= 2048
