"""Strips that show what a direction does: one prompt per row, growing scale from left to right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from inference.training.sheets import save_sheet
from inference.training.stages.directions import DirectionCard

SCALES = (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5)
PROMPTS: dict[str, tuple[str, ...]] = {
    "smile": (
        "neutral face, noto style",
        "crying face, twemoji style",
        "frowning face, fluent 3d style",
    ),
    "skin-tone": (
        "woman astronaut, medium skin tone, noto style",
        "man cook, medium skin tone, fluent 3d style",
        "waving hand, medium skin tone, twemoji style",
    ),
    "age": ("man, noto style", "woman, fluent 3d style", "person, twemoji style"),
    "gender": ("artist, noto style", "person, fluent 3d style", "judge, twemoji style"),
    "hair-colour": ("woman, noto style", "man, fluent 3d style", "person, twemoji style"),
    "cat-dog": ("cat face, noto style", "cat, fluent 3d style", "grinning cat, twemoji style"),
    "red-blue": (
        "red heart, noto style",
        "red apple, fluent 3d style",
        "orange book, twemoji style",
    ),
    "sun-moon": ("sun, noto style", "sun with face, fluent 3d style", "sun, twemoji style"),
    "bird-fish": ("bird, noto style", "parrot, fluent 3d style", "duck, twemoji style"),
}
STYLE_PROMPTS = (
    "cat face, {} style",
    "woman cook, {} style",
    "house, {} style",
    "red apple, {} style",
)


def prompts_for(card: DirectionCard) -> tuple[str, ...]:
    """Return prompts that a direction should visibly change."""
    if card["id"] in PROMPTS:
        return PROMPTS[card["id"]]
    style = card["from_prompts"][0].partition(", ")[2].removesuffix(" style")
    return tuple(prompt.format(style) for prompt in STYLE_PROMPTS)


def arrow(card: DirectionCard, words: Callable[[list[str]], Tensor]) -> Tensor:
    """Return the direction (384,): mean of the pooled `to` prompts minus that of `from`."""
    return words(card["to_prompts"]).mean(0) - words(card["from_prompts"]).mean(0)


def draw_filmstrip(
    card: DirectionCard,
    words: Callable[[list[str]], Tensor],
    pictures: Callable[[Tensor], Tensor],
    path: Path,
    scales: Sequence[float] = SCALES,
) -> None:
    """Save the strip of a direction; `words` reads prompts, `pictures` draws (n, 384) vectors."""
    way = arrow(card, words)
    rows = []
    for start in words(list(prompts_for(card))):
        texts = torch.stack([start + scale * way for scale in scales])
        rows.append(pictures(functional.normalize(texts, dim=-1)))
    save_sheet(path, rows)
