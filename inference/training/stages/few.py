"""Stage `few` of emoji-diffusion: learn to take the teacher's whole walk in one, two or four steps.

The finished UNet is frozen as the teacher and walks from noise to data with guidance; the student is
a copy that learns the average velocity between any two places of such a walk (MeanFlow, arXiv
2505.13447), as `meanflow` does for emoji-vector. The same noise keeps giving the same picture,
whatever the number of steps, and r = t still gives the velocity, which inversion needs.
"""

from __future__ import annotations

from collections import deque
from pathlib import Path

import torch
from torch import Tensor

from inference.networks.flow import LARGEST_GUIDANCE
from inference.training.caption_words import CaptionWords
from inference.training.diffusion_presets import DiffusionPreset
from inference.training.loop import Habits, Loop
from inference.training.pictures import BalancedSampler, PictureSet
from inference.training.resume import load_average
from inference.training.stages.flow import Flow, guided_velocity
from inference.training.stages.meanflow import Walk, draw_lesson, draw_times, forgiving
from inference.training.stages.unet import build, draw_words, network_precision

HABITS = Habits(peak=2e-4, last=1e-5, warm_up=50, keep=0.997, log_every=32)
INTERVALS = 12
LESSONS_PER_WALK = 24
REMEMBERED_WALKS = 12
UNGUIDED_SHARE = 0.15  # inversion walks backwards without guidance


def train(
    pictures: PictureSet,
    captions: CaptionWords,
    folder: Path,
    preset: DiffusionPreset,
    minutes: float | None = None,
) -> None:
    """Train for the preset's minutes, leaving `few/state.safetensors` in `folder`."""
    device = preset.device
    teacher, student = (build(preset).to(device) for _ in range(2))
    finished = load_average(folder / "unet")
    teacher.load_state_dict(finished)
    student.load_state_dict(finished)
    teacher.eval().requires_grad_(False)
    loop = Loop("few", student, HABITS, folder, preset, minutes)
    generator = loop.generator(24)
    sampler = BalancedSampler(pictures, "train", generator)
    precision = network_precision(student, captions, loop.size)
    recent: deque[Walk] = deque(maxlen=REMEMBERED_WALKS)
    for size in loop.batches():
        scale = draw_guidance(size, generator).to(device)
        text = draw_words(captions, sampler.draw(size), generator).to(device)
        noise = torch.randn(size, teacher.dim, generator=generator).to(device)
        times = draw_times(size, INTERVALS, generator).to(device)
        with torch.no_grad(), precision.cast():
            recent.append(brisk_walk(teacher, noise, times, scale, text))
        for _ in range(LESSONS_PER_WALK):
            # Earlier walks take turns with the new one, so that steps in a row differ.
            past = recent[int(torch.randint(len(recent), (), generator=generator))]
            z, t, r, target = draw_lesson(past, generator)
            with precision.cast():
                guess = student(z, t, r, past.scale, past.text)
            loop.learn(forgiving(guess.float() - target))


def draw_guidance(n: int, generator: torch.Generator) -> Tensor:
    """Return guidance scales (n,) in [1, 8]: often near 3, the default, and now and then none."""
    scale = LARGEST_GUIDANCE ** torch.rand(2, n, generator=generator).mean(0)
    return torch.where(torch.rand(n, generator=generator) < UNGUIDED_SHARE, 1.0, scale)


def brisk_walk(teacher: Flow, noise: Tensor, times: Tensor, scale: Tensor, text: Tensor) -> Walk:
    """Follow the guided velocity from noise (n, d) through `times` (k+1, n), one look per interval.

    Adams-Bashforth: z_{k+1} = z_k - h_k (v_k + (h_k / 2 h_{k-1}) (v_k - v_{k-1})), h_k = t_k - t_{k+1}
    """
    z, places, velocities = noise, [noise], list[Tensor]()
    lengths = times[:-1] - times[1:]
    for k, length in enumerate(lengths):
        velocity = guided_velocity(teacher, z, times[k], scale, text)
        bend = torch.zeros_like(velocity)
        if velocities:
            bend = (length / (2 * lengths[k - 1]))[:, None] * (velocity - velocities[-1])
        z = z - length[:, None] * (velocity + bend)
        places.append(z)
        velocities.append(velocity)
    return Walk(torch.stack(places), times, torch.stack(velocities), scale, text)
