"""Stage `evaluate`: measure the exported checkpoint, draw its sample sheets, write its card."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from inference.networks.checkpoint import Checkpoint, load_checkpoint
from inference.networks.flow import VectorFlow, sample
from inference.training.captions import name_en, prompt_en
from inference.training.card import write_card
from inference.training.embeddings import load_text_encoder
from inference.training.filmstrips import draw_filmstrip
from inference.training.metrics import copying, kernel_distance, psnr, spread, ssim
from inference.training.pictures import BalancedSampler, PictureSet
from inference.training.prompts import SHEET_EN, SHEET_JA
from inference.training.resume import load_average
from inference.training.sheets import save_sheet
from inference.training.stages.directions import DIRECTIONS
from inference.training.stages.flow import guided_velocity

CANDIDATES = 200
PER_SPLIT = 400
TEACHER_STEPS = 24
SHEET_SEEDS = 4


class Studio:
    """Makes pictures from words with a checkpoint."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        self.checkpoint = checkpoint
        self.guidance = float(checkpoint.config["guidance"]["default"])
        self._encoder = load_text_encoder()

    def words(self, prompts: list[str]) -> Tensor:
        """Return prompt vectors (n, 384)."""
        mean = self.checkpoint.text_mean
        parts = [
            self._encoder.encode(prompts[i : i + 64], mean=mean).pooled
            for i in range(0, len(prompts), 64)
        ]
        return torch.cat(parts)

    @torch.no_grad()
    def pictures(
        self, text: Tensor, steps: int, seed: int = 0, guidance: float | None = None
    ) -> Tensor:
        """Return pictures (n, 3, 64, 64), noise drawn from one seed."""
        flow = self.checkpoint.flow
        generator = torch.Generator().manual_seed(seed)
        noise = torch.randn(len(text), flow.dim, generator=generator)
        scale = torch.full((len(text),), guidance or self.guidance)
        return self.decode(sample(flow, noise, text, scale, steps))

    @torch.no_grad()
    def decode(self, vectors: Tensor) -> Tensor:
        """Return pictures of standardised latents (n, d)."""
        latent = self.checkpoint.flow.restore(vectors)
        latent = latent.reshape(len(latent), *self.checkpoint.latent_shape)
        parts = [self.checkpoint.autoencoder.decode(part) for part in torch.split(latent, 64)]
        return torch.cat(parts).clamp(-1, 1)

    @torch.no_grad()
    def see(self, x: Tensor) -> Tensor:
        """Return the judge's vectors (n, 256)."""
        return torch.cat([self.checkpoint.judge.see(part) for part in torch.split(x, 128)])


def write(pictures: PictureSet, folder: Path, target: Path) -> None:
    """Measure, draw and describe the checkpoint in `target`."""
    studio = Studio(load_checkpoint(target))
    draw_sheets(studio, target, folder)
    numbers: dict[str, Any] = {
        "autoencoder": reconstruction(studio, pictures),
        "retrieval": name_retrieval(studio, pictures),
        "distance": distribution(studio, pictures, folder),
        "diversity": diversity(studio, pictures),
        "copying": memorisation(studio, pictures),
        "latency_ms": latency(studio),
    }
    (folder / "metrics.json").write_text(json.dumps(numbers, indent=1) + "\n")
    sys.stdout.write(json.dumps(numbers, indent=1) + "\n")
    write_card(numbers, folder, target)


def draw_sheets(studio: Studio, target: Path, folder: Path) -> None:
    """Save the sixteen prompts in both languages and in 1, 2, 4 steps, and all filmstrips."""
    steps = int(studio.checkpoint.config["default_steps"])
    for language, prompts in (("en", SHEET_EN), ("ja", SHEET_JA)):
        text = studio.words(list(prompts))
        rows = [studio.pictures(text, steps, seed) for seed in range(SHEET_SEEDS)]
        save_sheet(target / f"sheet-{language}.png", rows)
        few = [studio.pictures(text, count) for count in (1, 2, 4)]
        save_sheet(folder / "sheets" / f"steps-{language}.png", few)

    def with_one_noise(text: Tensor) -> Tensor:
        return torch.cat([studio.pictures(row[None], steps) for row in text])

    for card in DIRECTIONS:
        path = folder / "filmstrips" / f"{card['id']}.png"
        draw_filmstrip(card, studio.words, with_one_noise, path)


@torch.no_grad()
def reconstruction(studio: Studio, pictures: PictureSet) -> dict[str, float]:
    """Return PSNR and SSIM of held-out pictures through the autoencoder."""
    x = pictures.batch(torch.cat([pictures.rows("name"), pictures.rows("pair")]))
    network = studio.checkpoint.autoencoder
    y = torch.cat([network.decode(network.encode(part)[0]) for part in torch.split(x, 64)]).clamp(
        -1, 1
    )
    return {"psnr_db": psnr(x, y), "ssim": ssim(x, y), "pictures": len(x)}


def queries(pictures: PictureSet, split: str) -> list[int]:
    """Return rows of a split without skin tones, spread evenly, at most `PER_SPLIT`."""
    rows = [i for i in pictures.rows(split).tolist() if not pictures.entries[i].tone]
    seen: set[tuple[str, str]] = set()
    unique = []
    for i in rows:
        key = (pictures.entries[i].concept, pictures.entries[i].style)
        if key not in seen:
            seen.add(key)
            unique.append(i)
    return unique[:: max(1, len(unique) // PER_SPLIT)][:PER_SPLIT]


def name_retrieval(studio: Studio, pictures: PictureSet) -> dict[str, dict[str, float]]:
    """Return how often the judge finds the right one of 200 names, real and generated.

    The other names are drawn anew for every picture from all of them.
    """
    names = sorted({e.label_en for e in pictures.entries if not e.tone})
    number = {name: i for i, name in enumerate(names)}
    with torch.no_grad():
        read = studio.checkpoint.judge.read(studio.words(names))
    generator = torch.Generator().manual_seed(5)
    result: dict[str, dict[str, float]] = {}
    for split in ("train", "name", "pair"):
        rows = queries(pictures, split)
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
        for steps in studio.checkpoint.config["steps"]:
            row[f"{steps}_steps"] = score(studio.pictures(text, steps))
        result[split] = row
    return result


def distribution(studio: Studio, pictures: PictureSet, folder: Path) -> dict[str, float]:
    """Return the kernel distance to real pictures, of the judge's vectors, ×1000."""
    sampler = BalancedSampler(pictures, "train", torch.Generator().manual_seed(6))
    rows, other = sampler.draw(800), sampler.draw(800)
    real = studio.see(pictures.batch(rows))
    prompts = [
        prompt_en(name_en(pictures.entries[i]), pictures.entries[i].style) for i in other.tolist()
    ]
    text = studio.words(prompts)
    result = {"real": 1000 * kernel_distance(real, studio.see(pictures.batch(other)))}
    for steps in studio.checkpoint.config["steps"]:
        made = studio.see(studio.pictures(text, steps))
        result[f"{steps}_steps"] = 1000 * kernel_distance(real, made)
    if (folder / "flow" / "state.safetensors").exists():
        made = studio.see(studio.decode(teacher_walk(studio, folder, text)))
        result[f"teacher_{TEACHER_STEPS}_steps"] = 1000 * kernel_distance(real, made)
    return result


@torch.no_grad()
def teacher_walk(studio: Studio, folder: Path, text: Tensor) -> Tensor:
    """Return latents (n, d) of the flow before distillation, guided, in many small steps."""
    teacher = VectorFlow(**studio.checkpoint.config["networks"]["flow"])
    teacher.load_state_dict(load_average(folder / "flow"))
    z = torch.randn(len(text), teacher.dim, generator=torch.Generator().manual_seed(0))
    scale = torch.full((len(text),), studio.guidance)
    for k in range(TEACHER_STEPS):
        t = torch.full((len(text),), 1 - k / TEACHER_STEPS)
        z = z - guided_velocity(teacher, z, t, scale, text) / TEACHER_STEPS
    return z


def diversity(studio: Studio, pictures: PictureSet) -> dict[str, float]:
    """Return the spread over seeds at a fixed prompt, as a share of the data set's spread."""
    rows = queries(pictures, "train")[::20]
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


def memorisation(studio: Studio, pictures: PictureSet) -> dict[str, float]:
    """Return how close pictures of held-out prompts come to training pictures (32 px, RMS)."""
    train = functional.avg_pool2d(pictures.batch(pictures.rows("train")), 2).flatten(1)
    rows = (queries(pictures, "name") + queries(pictures, "pair"))[:200]
    prompts = [prompt_en(name_en(pictures.entries[i]), pictures.entries[i].style) for i in rows]
    made = functional.avg_pool2d(studio.pictures(studio.words(prompts), 4), 2).flatten(1)
    ratio = copying(made, train)
    return {"median": float(ratio.median()), "below_a_tenth": float((ratio < 0.1).float().mean())}


def latency(studio: Studio) -> dict[str, float]:
    """Return milliseconds per picture (flow and decoder, one thread), the median of 30."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    text, result = studio.words(["red apple, noto style"]), {}
    for steps in studio.checkpoint.config["steps"]:
        times = []
        for seed in range(30):
            start = time.perf_counter()
            studio.pictures(text, steps, seed)
            times.append(1000 * (time.perf_counter() - start))
        result[f"{steps}_steps"] = sorted(times)[len(times) // 2]
    torch.set_num_threads(threads)
    return result
