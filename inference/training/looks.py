"""Sixty-four prompts, and a sheet of what a model makes of them beside what was drawn for them.

Half of the prompts were in training; a quarter is a (name, style) pair that was held out and a
quarter a name that was held out in every style, as far as there are so many. Every fourth prompt is
Japanese.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw
from torch import Tensor

from inference.training.captions import name_en, name_ja, prompt_en, prompt_ja
from inference.training.pictures import PictureSet
from inference.training.prompts import SHEET
from inference.training.sheets import to_bytes
from inference.training.splits import fraction

PROMPTS, QUARTER = 64, 16
TITLES = {"train": "", "pair": " [new style]", "name": " [new name]"}
ACROSS, LABEL, GAP = 4, 14, 12


@dataclass(frozen=True)
class Look:
    """A prompt, what is written under its pictures, and the row of the picture drawn for it."""

    prompt: str
    label: str
    row: int


def looks_of(pictures: PictureSet) -> list[Look]:
    """Return the looks that this data set has pictures for, always the same ones."""
    named = {(name_en(e), e.style): i for i, e in enumerate(pictures.entries)}
    rows = [named[name, style] for name, _, style in SHEET if (name, style) in named]
    for split in ("name", "pair", "train"):
        plain = [i for i in pictures.rows(split).tolist() if not pictures.entries[i].tone]
        order = sorted(plain, key=lambda i: fraction("look", *_key(pictures, i)))
        most = PROMPTS - len(rows) if split == "train" else QUARTER
        rows += [i for i in order if i not in rows][:most]
    looks = []
    for number, row in enumerate(rows):
        entry = pictures.entries[row]
        japanese = number % 4 == 3 and bool(entry.label_ja)
        prompt = (
            prompt_ja(name_ja(entry), entry.style)
            if japanese
            else prompt_en(name_en(entry), entry.style)
        )
        told = f"{'ja: ' if japanese else ''}{name_en(entry)}, {entry.style}"
        looks.append(Look(prompt, told + TITLES[pictures.splits[row]], row))
    return looks


def draw_looks(looks: Sequence[Look], columns: Sequence[Tensor], path: Path) -> None:
    """Save a sheet: for every look its picture from each column (n, 3, h, w), and the label."""
    side = columns[0].shape[-1]
    scale = 64 / side
    width = round(len(columns) * side * scale) + GAP
    height = round(side * scale) + LABEL + 4
    lines = -(-len(looks) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * width, lines * height), (255, 255, 255))
    pen = ImageDraw.Draw(sheet)
    shown = [to_bytes(column).numpy() for column in columns]
    for number, look in enumerate(looks):
        x, y = (number % ACROSS) * width, (number // ACROSS) * height
        row = Image.fromarray(np.concatenate([column[number] for column in shown], axis=1))
        if scale != 1:
            row = row.resize((width - GAP, height - LABEL - 4), Image.Resampling.LANCZOS)
        sheet.paste(row, (x, y))
        pen.text((x, y + height - LABEL - 4), look.label[:44], fill=(60, 60, 60))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


def real(pictures: PictureSet, looks: Sequence[Look]) -> Tensor:
    """Return the pictures that were drawn for the looks, `n 3 h w`."""
    return pictures.batch(torch.tensor([look.row for look in looks]))


def _key(pictures: PictureSet, row: int) -> tuple[str, str]:
    return pictures.entries[row].concept, pictures.entries[row].style
