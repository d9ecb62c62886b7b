"""What pictures are in the space of a map, many at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from inference.engine.calls import call
from inference.engine.calls.maps import seen_on
from inference.engine.embeddings import Embeddings
from inference.engine.models import Models
from inference.maps import layout


def _model(arguments: Mapping[str, Any]) -> str:
    return str(layout.open_layout(str(arguments.get("map"))).files.info["model"])


@call(needs=_model)
def map_vectors(
    models: Models, embeddings: Embeddings, map: str, images: list[bytes]
) -> dict[str, Any]:
    """Return the vectors of pictures (PNG) as a map (a folder) keeps them: (m, dim) float32."""
    lens = layout.open_layout(map).lens
    rows = [seen_on(models, map, image).float().numpy() for image in images]
    found = np.stack(rows)
    found = lens(found) if lens is not None else found
    return {"vectors": np.ascontiguousarray(found, "<f4").tobytes(), "dim": int(found.shape[1])}
