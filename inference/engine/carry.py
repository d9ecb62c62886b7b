"""One render from its recipe to the bytes of its picture, apart from the order of work."""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from inference.contracts import Sampling
from inference.core.vectors import Latent
from inference.engine.embeddings import Embeddings
from inference.engine.lanes import Job
from inference.engine.leaves import Inversions, Leaves, inverted_in
from inference.engine.models import Models
from inference.expressions.blends import blend_of
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.messages import NotAPicture
from inference.pictures import png, png_with_recipe
from inference.recipe import Recipe, canonical_json, normalise
from inference.sampling import sampling_of


@dataclass(eq=False)
class Render:
    """A render that was begun: what its walk asks for next, or the latent it ended at.

    `weights` names the model and its weights; `worked_s` is its share of the worker's time so far.
    """

    job: Job
    space: Any
    weights: str
    recipe: Recipe
    walk: Generator[Any, Any, Latent]
    begun_s: float
    ask: Any = None
    latent: Latent | None = None
    steps_done: int = 0
    worked_s: float = 0.0
    timings: dict[str, float] = field(default_factory=dict)


def begin(job: Job, models: Models, embeddings: Embeddings, inversions: Inversions) -> Render:
    """Start the journey of a recipe; raises typed errors for what cannot be rendered."""
    begun_s = time.monotonic()
    encoder_calls = embeddings.encoder_calls
    recipe = normalise(job.recipe, models.cards)
    space = models[recipe.model]
    size = recipe.width, recipe.height
    card, weighted = models.cards[recipe.model], bool(recipe.weighted)
    leaves = Leaves(space, card, embeddings, job.images, size=size, weighted=weighted)
    journey = _journey(space, recipe, leaves, inversions)
    render = Render(job, space, f"{recipe.model} {leaves.weights}", recipe, journey, begun_s)
    advance(render, None)
    now = time.monotonic()
    render.timings["queued_ms"] = 1000 * (begun_s - job.arrived_s)
    render.timings["encode_ms"] = 1000 * (now - begun_s)
    render.timings["encoder_calls"] = float(embeddings.encoder_calls - encoder_calls)
    render.begun_s, render.worked_s = now, now - begun_s
    return render


def _journey(
    space: Any, recipe: Recipe, leaves: Leaves, inversions: Inversions
) -> Generator[Any, Any, Latent]:
    """Invert the pictures that the noise is made of, then walk from the noise to a latent."""
    sampling = _sampling(recipe, leaves)
    tree = parse(recipe.noise)
    for picture in inverted_in(tree):
        key = leaves.weights, picture.sha256, picture.method, leaves.size
        found = inversions.get(key)
        if found is None:
            image = leaves.seen(picture.sha256)
            found = yield from space.invert_walk(picture.method, image, sampling)
            inversions.put(key, found)
        leaves.inverted[picture.sha256, picture.method] = found
    noise = evaluate(tree, leaves)
    embedding = None
    if recipe.conditioning:
        embedding = evaluate(parse(recipe.conditioning), leaves)
        terms = [(leaves.direction((term.direction,)), term.scale) for term in recipe.steering]
        embedding = space.lean(embedding, terms)
    walk = space.walk(noise, embedding, sampling)
    if recipe.attention is not None:
        walk = _looking(space, recipe, leaves, sampling, walk)
    latent: Latent = yield from walk
    return latent


def _looking(
    space: Any, recipe: Recipe, leaves: Leaves, sampling: Sampling, own: Generator[Any, Any, Latent]
) -> Generator[Any, Any, Latent]:
    """Walk beside the points that a recipe lies between, and let it look at them."""
    from inference.pipelines.attention import passes_of, together

    words, noises = blend_of(recipe.conditioning), blend_of(recipe.noise)
    blend, attention = words or noises, recipe.attention
    if blend is None or attention is None:
        return own
    terms = [(leaves.direction((term.direction,)), term.scale) for term in recipe.steering]
    stations = []
    for place in range(len(blend.points)):
        said = words.points[place] if words else parse(recipe.conditioning)
        noise = evaluate(noises.points[place] if noises else parse(recipe.noise), leaves)
        embedding = space.lean(evaluate(said, leaves), terms)
        stations.append(space.walk(noise, embedding, sampling))
    return together(
        stations, own, way=attention.way, weights=blend.weights,
        asks=passes_of(attention.warmup, recipe.steps),
    )  # fmt: skip


def _sampling(recipe: Recipe, leaves: Leaves) -> Sampling:
    negative = leaves.against(recipe.negative_prompt)
    image = None if recipe.image is None else leaves.seen(recipe.image)
    return sampling_of(recipe, negative=negative, image=image)


def advance(render: Render, row: Any) -> None:
    """Give a walk the row that it asked for; afterwards it has a new ask, or its latent."""
    try:
        # A generator that has not started yet takes nothing but None.
        render.ask = render.walk.send(row)
    except StopIteration as end:
        render.ask, render.latent = None, end.value
        render.timings["sample_ms"] = 1000 * (time.monotonic() - render.begun_s)


def finish(
    render: Render, picture: Tensor, started_s: float, environment: Mapping[str, Any]
) -> bytes:
    """Return the PNG with its recipe; decoding began at `started_s`. Raises `NotAPicture`."""
    began_s = time.monotonic()
    image = png_with_recipe(pixels_of(picture), annotated(render.recipe, environment))
    now = time.monotonic()
    render.timings["decode_ms"] = 1000 * (now - started_s)
    render.timings["worked_ms"] = 1000 * (render.worked_s + now - began_s)
    return image


def annotated(recipe: Recipe, environment: Mapping[str, Any]) -> str:
    """Return the recipe as a picture carries it: in normal form, and where it was carried out."""
    fields = json.loads(canonical_json(recipe)) | {"environment": dict(environment)}
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def preview(render: Render) -> bytes | None:
    """Return a PNG of what the steps so far point at; None where the model cannot say."""
    # Of asks that look at stations, the picture's own one is drawn.
    latent = render.space.preview(getattr(render.ask, "own", render.ask))
    if latent is None:
        return None
    size = render.recipe.width, render.recipe.height
    return png(pixels_of(render.space.decode_many([latent], *size)[0]))


def pixels_of(picture: Tensor) -> Any:
    """Map a picture (3, h, w) in [-1, 1] to bytes (h, w, 3). Raises `NotAPicture` for NaN."""
    if not bool(torch.isfinite(picture).all()):
        raise NotAPicture(
            "the networks returned numbers that are no picture",
            hint="bring guidance, weights and scales back towards their defaults",
        )
    return (
        ((picture + 1) * 127.5).round().to(torch.uint8).permute(1, 2, 0).contiguous().cpu().numpy()
    )
