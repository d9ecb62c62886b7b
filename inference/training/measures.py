"""The measurements of a model that draws pictures from words, whatever its networks are."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import Tensor
from torch.nn import functional

from inference.training.captions import name_en, prompt_en
from inference.training.metrics import copying, kernel_distance, psnr, spread, ssim
from inference.training.pictures import BalancedSampler, PictureSet

CANDIDATES = 200
TEACHER_STEPS = 24


@dataclass(frozen=True)
class Sizes:
    """How many pictures are made of each split, and for the distance to real pictures."""

    per_split: int = 400
    distribution: int = 800


class Maker(Protocol):
    """Makes pictures `n 3 h w` in [-1, 1] from words, and sees them with the judge's eyes."""

    @property
    def steps(self) -> Sequence[int]:
        """Return the numbers of steps to measure."""

    def words(self, prompts: list[str]) -> Tensor:
        """Return prompt vectors (n, k), as the generator takes them."""

    def pictures(self, text: Tensor, steps: int, seed: int = 0) -> Tensor:
        """Return pictures for prompt vectors (n, k), noise drawn from one seed."""

    def taught(self, text: Tensor, folder: Path) -> Tensor | None:
        """Return the pictures of the teacher in `TEACHER_STEPS` steps, where it is in a run."""

    def redraw(self, x: Tensor) -> Tensor:
        """Return pictures as the autoencoder remembers them."""

    def see(self, x: Tensor) -> Tensor:
        """Return the judge's vectors (n, d) of pictures."""

    def read(self, prompts: list[str]) -> Tensor:
        """Return the judge's vectors (n, d) of prompts."""


def reconstruction(studio: Maker, pictures: PictureSet) -> dict[str, float]:
    """Return PSNR and SSIM of held-out pictures through the autoencoder."""
    x = pictures.batch(torch.cat([pictures.rows("name"), pictures.rows("pair")]))
    y = torch.cat([studio.redraw(part) for part in torch.split(x, 64)])
    return {"psnr_db": psnr(x, y), "ssim": ssim(x, y), "pictures": len(x)}


def queries(pictures: PictureSet, split: str, most: int) -> list[int]:
    """Return rows of a split without skin tones, spread evenly, at most `most`."""
    rows = [i for i in pictures.rows(split).tolist() if not pictures.entries[i].tone]
    seen: set[tuple[str, str]] = set()
    unique = []
    for i in rows:
        key = (pictures.entries[i].concept, pictures.entries[i].style)
        if key not in seen:
            seen.add(key)
            unique.append(i)
    return unique[:: max(1, len(unique) // most)][:most]


def name_retrieval(studio: Maker, pictures: PictureSet, most: int) -> dict[str, dict[str, float]]:
    """Return how often the judge finds the right one of 200 names, real and generated.

    The other names are drawn anew for every picture from all of them.
    """
    names = sorted({e.label_en for e in pictures.entries if not e.tone})
    number = {name: i for i, name in enumerate(names)}
    read = studio.read(names)
    generator = torch.Generator().manual_seed(5)
    result: dict[str, dict[str, float]] = {}
    for split in ("train", "name", "pair"):
        rows = queries(pictures, split, most)
        if not rows:
            continue
        entries = [pictures.entries[i] for i in rows]
        own = torch.tensor([number[entry.label_en] for entry in entries])
        others = torch.rand(len(rows), len(names), generator=generator)
        others[torch.arange(len(rows)), own] = 2
        offered = others.topk(min(CANDIDATES, len(names)), dim=1).indices

        def score(x: Tensor, offered: Tensor = offered) -> float:
            cosine = torch.einsum("nd,nkd->nk", studio.see(x), read[offered])
            return float((cosine.argmax(1) == 0).float().mean())

        text = studio.words([prompt_en(name_en(entry), entry.style) for entry in entries])
        row = {"pictures": float(len(rows)), "real": score(pictures.batch(torch.tensor(rows)))}
        for steps in studio.steps:
            row[f"{steps}_steps"] = score(studio.pictures(text, steps))
        result[split] = row
    return result


def distribution(studio: Maker, pictures: PictureSet, folder: Path, size: int) -> dict[str, float]:
    """Return the kernel distance to real pictures, of the judge's vectors, ×1000."""
    sampler = BalancedSampler(pictures, "train", torch.Generator().manual_seed(6))
    rows, other = sampler.draw(size), sampler.draw(size)
    real = studio.see(pictures.batch(rows))
    prompts = [
        prompt_en(name_en(pictures.entries[i]), pictures.entries[i].style) for i in other.tolist()
    ]
    text = studio.words(prompts)
    result = {"real": 1000 * kernel_distance(real, studio.see(pictures.batch(other)))}
    for steps in studio.steps:
        made = studio.see(studio.pictures(text, steps))
        result[f"{steps}_steps"] = 1000 * kernel_distance(real, made)
    taught = studio.taught(text, folder)
    if taught is not None:
        result[f"teacher_{TEACHER_STEPS}_steps"] = 1000 * kernel_distance(real, studio.see(taught))
    return result


def diversity(studio: Maker, pictures: PictureSet) -> dict[str, float]:
    """Return the spread over seeds at a fixed prompt, as a share of the data set's spread."""
    rows = queries(pictures, "train", 400)[::20]
    whole = spread(studio.see(pictures.batch(pictures.rows("train")[::29])))
    result = {}
    for kind, made in (("name_and_style", True), ("name_only", False)):
        shares = []
        for i in rows:
            entry = pictures.entries[i]
            prompt = prompt_en(name_en(entry), entry.style) if made else name_en(entry)
            text = studio.words([prompt]).expand(8, -1)
            shares.append(spread(studio.see(studio.pictures(text, 4))) / whole)
        result[kind] = sum(shares) / len(shares)
    return result


def memorisation(studio: Maker, pictures: PictureSet) -> dict[str, float]:
    """Return how close pictures of held-out prompts come to training pictures (32 px, RMS)."""
    train = functional.avg_pool2d(pictures.batch(pictures.rows("train")), 2).flatten(1)
    rows = (queries(pictures, "name", 400) + queries(pictures, "pair", 400))[:200]
    prompts = [prompt_en(name_en(pictures.entries[i]), pictures.entries[i].style) for i in rows]
    made = functional.avg_pool2d(studio.pictures(studio.words(prompts), 4), 2).flatten(1)
    ratio = copying(made, train)
    return {"median": float(ratio.median()), "below_a_tenth": float((ratio < 0.1).float().mean())}


def latency(studio: Maker) -> dict[str, float]:
    """Return milliseconds per picture (flow and decoder, one thread), the median of 30."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    text, result = studio.words(["red apple, noto style"]), {}
    for steps in studio.steps:
        times = []
        for seed in range(30):
            start = time.perf_counter()
            studio.pictures(text, steps, seed)
            times.append(1000 * (time.perf_counter() - start))
        result[f"{steps}_steps"] = sorted(times)[len(times) // 2]
    torch.set_num_threads(threads)
    return result


def measure(
    studio: Maker, pictures: PictureSet, folder: Path, sizes: Sizes | None = None
) -> dict[str, Any]:
    """Return every number of a model card."""
    sizes = sizes or Sizes()
    return {
        "autoencoder": reconstruction(studio, pictures),
        "retrieval": name_retrieval(studio, pictures, sizes.per_split),
        "distance": distribution(studio, pictures, folder, sizes.distribution),
        "diversity": diversity(studio, pictures),
        "copying": memorisation(studio, pictures),
        "latency_ms": latency(studio),
    }
