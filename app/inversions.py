"""Inversion: which noise would have made this picture? Several answers, the most faithful first."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from app.active import view_of
from app.desk import Desk
from app.likeness import psnr_db, ssim
from app.pictures import picture_of
from inference.errors import InvalidInput, RashinError, UnknownId
from inference.expressions.grammar import quote
from inference.pictures import framed, pixels

WITHIN_S = 300.0
Card = Mapping[str, Any]


async def candidates(
    desk: Desk, image: str, model: str, prompt: str | None, methods: Sequence[str] | None
) -> list[dict[str, Any]]:
    """Return every way to make the picture again, scored before anybody edits it, best first.

    Raises `UnknownId`, `InvalidInput` for a model that takes no pictures, and, where no way works,
    what the first of them raised.
    """
    models = await desk.models()
    if model not in models:
        raise UnknownId(f"no model called {model[:60]!r}", expected=", ".join(sorted(models)))
    card = models[model]
    original = await asyncio.to_thread(desk.files.get, image)
    ways = _ways(card, methods)
    found = await asyncio.gather(
        *(_candidate(desk, card, original, image, way, prompt) for way in ways),
        return_exceptions=True,
    )
    good: list[dict[str, Any]] = []
    for each in found:
        if isinstance(each, dict):
            good.append(each)
        elif not isinstance(each, RashinError):
            raise each
    if not good and isinstance(found[0], RashinError):
        raise found[0]
    return best_first(good)


def best_first(found: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return candidates in order of how faithful they are: decibels, then similarity."""
    return sorted(
        found, key=lambda each: (each["scores"]["psnr_db"], each["scores"]["ssim"]), reverse=True
    )


def _ways(card: Card, wanted: Sequence[str] | None) -> list[str | None]:
    """Return the inversions to try; [None] where the model simply encodes pictures."""
    known = [way["id"] for way in card.get("inversions") or []]
    for id in wanted or ():
        if id not in known:
            raise UnknownId(
                f"{card['id']} has no inversion called {id[:60]!r}",
                expected=", ".join(known) or "none; leave methods out",
            )
    if not known and "invert" not in card["verbs"]:
        raise InvalidInput(
            f"{card['id']} cannot take pictures", expected="a model with inversions on its card"
        )
    return list(dict.fromkeys(wanted)) if wanted else list(known) or [None]


async def _candidate(
    desk: Desk, card: Card, original: bytes, image: str, way: str | None, prompt: str | None
) -> dict[str, Any]:
    noise = f"img({', '.join(quote(each) for each in (image, way) if each is not None)})"
    limits = card.get("guidance_scale") or {"min": 1.0, "max": 1.0}
    # With guidance, the way back is another one than the way there.
    guidance = min(max(1.0, limits["min"]), limits["max"])
    wanted: dict[str, Any] = {"model": card["id"], "noise": noise, "guidance_scale": guidance}
    for known in card.get("inversions") or []:
        if known["id"] == way:  # a way back is as long as the way there, and over the same steps
            wanted |= {name: known[name] for name in ("sampler", "steps") if name in known}
    if prompt:
        wanted["prompt"] = prompt
    recipe = await desk.canonical(wanted)
    row, picture = await picture_of(desk, recipe, WITHIN_S)
    whole = "sizes" not in card["image"]
    scores = await asyncio.to_thread(_scores, original, picture, whole)
    return {
        "method": way or "encode",
        "noise": recipe.noise,
        "recipe": recipe.model_dump(mode="json"),
        "render": view_of(row),
        "scores": scores,
    }


def _scores(original: bytes, picture: bytes, whole: bool) -> dict[str, float]:
    made = pixels(picture)
    seen = framed(original, made.shape[1], made.shape[0], whole=whole)
    return {"psnr_db": round(psnr_db(seen, made), 2), "ssim": round(ssim(seen, made), 4)}
