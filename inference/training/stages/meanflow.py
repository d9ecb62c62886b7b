"""Stage `meanflow`: learn to take the teacher's whole walk in one, two or four steps.

The finished flow is frozen as the teacher. It walks from noise to data with guidance; the student
is a copy that learns the average velocity between any two places of such a walk, which is what
MeanFlow (arXiv 2505.13447) calls u:

    u(z_t, t, r, guidance_scale, words) = (z_t - z_r) / (t - r)        u(z_t, t, t, ...) = velocity

Averages are read off the walks instead of being bootstrapped through a derivative, because a walk
of an MLP is cheap. The same noise keeps giving the same picture, whatever the number of steps.
"""

from __future__ import annotations

import itertools
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn

from inference.networks.flow import LARGEST_GUIDANCE, VectorFlow
from inference.training.embeddings import CaptionVectors
from inference.training.loop import Habits, Loop
from inference.training.pictures import BalancedSampler, PictureSet
from inference.training.precision import Precision
from inference.training.presets import Preset
from inference.training.resume import load_average
from inference.training.stages.flow import Flow, draw_text, guided_velocity

HABITS = Habits(peak=5e-4, last=1e-5, warm_up=100)
INTERVALS = 8  # of a teacher's walk; each is a Heun step, so two velocities
LESSONS_PER_WALK = 10
REMEMBERED_WALKS = 8
VELOCITY_SHARE = 0.15
# (from, to) in eighths of the walk: the steps that are offered, drawn this often.
NAMED_STEPS = ((0, 8), (0, 4), (4, 8), (0, 2), (2, 4), (4, 6), (6, 8))
NAMED_SHARES = (0.28, 0.14, 0.12, 0.06, 0.06, 0.06, 0.06)


@dataclass(frozen=True)
class Walk:
    """Places `z` (k+1, n, d) at `times` (k+1, n), and the velocities (k, n, d) at all but the last.

    `scale` (n,) and `text` (n, 384) are what the walk was guided by.
    """

    z: Tensor
    times: Tensor
    velocities: Tensor
    scale: Tensor
    text: Tensor


def walk(teacher: Flow, noise: Tensor, times: Tensor, scale: Tensor, text: Tensor) -> Walk:
    """Follow the teacher's guided velocity from noise (n, d) through `times` (k+1, n), by Heun."""
    z, places, velocities = noise, [noise], []
    for t, r in itertools.pairwise(times):
        length = (t - r)[:, None]
        first = guided_velocity(teacher, z, t, scale, text)
        second = guided_velocity(teacher, z - length * first, r, scale, text)
        z = z - length * (first + second) / 2
        places.append(z)
        velocities.append(first)
    return Walk(torch.stack(places), times, torch.stack(velocities), scale, text)


def draw_times(n: int, intervals: int, generator: torch.Generator) -> Tensor:
    """Return falling times (intervals+1, n) from 1 to 0; half of the columns are jittered."""
    grid = torch.linspace(1, 0, intervals + 1)[:, None].expand(-1, n)
    jitter = (torch.rand(intervals + 1, n, generator=generator) - 0.5) * (0.8 / intervals)
    jitter[0], jitter[-1] = 0, 0
    moved = torch.rand(n, generator=generator) < 0.5
    return torch.where(moved, grid + jitter, grid)


def draw_lesson(past: Walk, generator: torch.Generator) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pick two places of every walk: returns z_t (n, d), t (n,), r (n,) and the average velocity.

    Some picks have r = t, and their target is the velocity itself.
    """
    intervals, n = len(past.velocities), past.z.shape[1]
    named = torch.tensor(NAMED_STEPS) * intervals // 8
    shares = torch.tensor((*NAMED_SHARES, 1 - sum(NAMED_SHARES)))
    kind = torch.multinomial(shares, n, replacement=True, generator=generator)
    start = torch.randint(0, intervals, (n,), generator=generator)
    reach = torch.rand(n, generator=generator) * (intervals - start)
    end = start + 1 + reach.long().clamp(max=intervals - 1)
    end = end.clamp(max=intervals)
    is_named = kind < len(NAMED_STEPS)
    picked = named[kind.clamp(max=len(NAMED_STEPS) - 1)]
    start, end = (
        torch.where(is_named, picked[:, 0], start),
        torch.where(is_named, picked[:, 1], end),
    )
    still = torch.rand(n, generator=generator) < VELOCITY_SHARE
    column, device = torch.arange(n), past.z.device
    start, end, still = start.to(device), end.to(device), still.to(device)
    t, r = past.times[start, column], past.times[end, column]
    z_t, z_r = past.z[start, column], past.z[end, column]
    average = (z_t - z_r) / (t - r)[:, None]
    average = torch.where(still[:, None], past.velocities[start, column], average)
    return z_t, t, torch.where(still, t, r), average


def forgiving(error: Tensor) -> Tensor:
    """Return mean squared error (n, d) → scalar, with each sample's weight falling as it grows."""
    squared = error.square().mean(1)
    weight: Tensor = (squared.detach() + 0.01).rsqrt()
    return (weight * squared).mean()


def train(
    pictures: PictureSet,
    captions: CaptionVectors,
    folder: Path,
    preset: Preset,
    minutes: float | None = None,
) -> None:
    """Train for the preset's minutes, leaving `meanflow/state.safetensors` in `folder`."""
    device = preset.device
    teacher, student = (VectorFlow(**preset.flow).to(device) for _ in range(2))
    finished = load_average(folder / "flow")
    teacher.load_state_dict(finished)
    student.load_state_dict(finished)
    teacher.requires_grad_(False)
    student.null_text.requires_grad_(False)
    loop = Loop("meanflow", student, HABITS, folder, preset, minutes)
    generator = loop.generator(4)
    sampler = BalancedSampler(pictures, "train", generator)
    wide = cast(nn.Linear, student.widen[0])
    precision = Precision(wide, torch.zeros(loop.size, wide.in_features, device=device))
    recent: deque[Walk] = deque(maxlen=REMEMBERED_WALKS)
    for size in loop.batches():
        scale = LARGEST_GUIDANCE ** torch.rand(size, generator=generator)
        text = draw_text(teacher, captions, sampler.draw(size), generator)
        noise = torch.randn(size, teacher.dim, generator=generator)
        times = draw_times(size, INTERVALS, generator)
        with torch.no_grad(), precision.cast():
            fresh = walk(teacher, noise.to(device), times.to(device), scale.to(device), text)
        recent.append(fresh)
        for _ in range(LESSONS_PER_WALK):
            # Earlier walks take turns with the new one, so that steps in a row differ.
            past = recent[int(torch.randint(len(recent), (), generator=generator))]
            z, t, r, target = draw_lesson(past, generator)
            with precision.cast():
                guess = student(z, t, r, past.scale, past.text)
            loop.learn(forgiving(guess.float() - target))
