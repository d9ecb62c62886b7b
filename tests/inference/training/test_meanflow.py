"""Average velocities read off a walk are right, and a student learns them."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from inference.networks.flow import TEXT_DIM, VectorFlow, sample
from inference.training.stages.meanflow import Walk, draw_lesson, draw_times, forgiving, walk

SMALL = {"width": 64, "blocks": 3, "condition": 32}


class Growing(VectorFlow):
    """The field v = z, whose walks are known: z_t = z_1 exp(t - 1)."""

    def forward(
        self, latent: Tensor, t: Tensor, r: Tensor, guidance_scale: Tensor, text: Tensor
    ) -> Tensor:
        return latent


def make_walk(n: int, generator: torch.Generator) -> Walk:
    teacher = Growing(dim=2, **SMALL)
    noise = torch.randn(n, 2, generator=generator)
    times = draw_times(n, 8, generator)
    return walk(teacher, noise, times, torch.ones(n), torch.zeros(n, TEXT_DIM))


def test_times_fall_from_one_to_zero() -> None:
    times = draw_times(500, 8, torch.Generator().manual_seed(0))
    assert (times[0] == 1).all()
    assert (times[-1] == 0).all()
    assert (times[:-1] > times[1:]).all()


def test_a_walk_follows_the_known_solution() -> None:
    past = make_walk(64, torch.Generator().manual_seed(0))
    exact = past.z[0] * (past.times - 1).exp()[..., None]
    assert torch.allclose(past.z, exact, atol=5e-3)


def test_lessons_are_average_velocities_and_velocities_where_r_is_t() -> None:
    generator = torch.Generator().manual_seed(1)
    past = make_walk(2000, generator)
    z, t, r, target = draw_lesson(past, generator)
    still = t == r
    assert 0.08 < float(still.float().mean()) < 0.25
    assert torch.allclose(target[still], z[still])
    length = (t - r)[~still, None]
    exact = z[~still] * (1 - (-length).exp()) / length
    assert torch.allclose(target[~still], exact, atol=3e-2)


@pytest.mark.slow
def test_one_step_comes_close_to_fifty_steps_on_eight_gaussians() -> None:
    generator = torch.Generator().manual_seed(2)
    teacher = train_teacher(generator)
    student = VectorFlow(dim=2, **SMALL)
    student.load_state_dict(teacher.state_dict())
    optimiser = torch.optim.AdamW(student.parameters(), 1e-3, weight_decay=0.0)
    n = 256
    text, scale = torch.zeros(n, TEXT_DIM), torch.ones(n)
    steps = 250
    for step in range(steps):
        optimiser.param_groups[0]["lr"] = 1e-3 * (1 - step / steps) + 1e-5
        noise = torch.randn(n, 2, generator=generator)
        with torch.no_grad():
            past = walk(teacher, noise, draw_times(n, 16, generator), scale, text)
        for _ in range(4):
            z, t, r, target = draw_lesson(past, generator)
            loss = forgiving(student(z, t, r, scale, text) - target)
            optimiser.zero_grad()
            torch.autograd.backward([loss])
            optimiser.step()
    count = 4000
    real = eight_gaussians(count, generator)
    noise = torch.randn(count, 2, generator=generator)
    text, scale = torch.zeros(count, TEXT_DIM), torch.ones(count)
    with torch.no_grad():
        fine = noise
        for k in range(50):
            t = torch.full((count,), 1 - k / 50)
            fine = fine - teacher(fine, t, t, scale, text) / 50
        quick = sample(student, noise, text, scale, 1)
        start = torch.ones(count)
        drift = student(noise, start, start, scale, text) - teacher(
            noise, start, start, scale, text
        )
    # The floor keeps the ratio meaningful when the teacher is almost perfect.
    floor = sliced_distance(real, eight_gaussians(count, generator), generator)
    allowed = 1.3 * max(sliced_distance(real, fine, generator), 2 * floor)
    assert sliced_distance(real, quick, generator) <= allowed
    assert float(drift.square().mean()) < 0.05


def eight_gaussians(n: int, generator: torch.Generator) -> Tensor:
    angle = torch.randint(8, (n,), generator=generator) * (math.pi / 4)
    centres = 1.4 * torch.stack([angle.cos(), angle.sin()], 1)
    return centres + 0.15 * torch.randn(n, 2, generator=generator)


def train_teacher(generator: torch.Generator) -> VectorFlow:
    network = VectorFlow(dim=2, **SMALL)
    optimiser = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=0.0)
    n, steps = 512, 800
    text, scale = torch.zeros(n, TEXT_DIM), torch.ones(n)
    for step in range(steps):
        optimiser.param_groups[0]["lr"] = 2e-3 * (1 - step / steps) + 1e-5
        x, noise = eight_gaussians(n, generator), torch.randn(n, 2, generator=generator)
        t = torch.rand(n, generator=generator)
        z = torch.lerp(x, noise, t[:, None])
        loss = (network(z, t, t, scale, text) - (noise - x)).square().mean()
        optimiser.zero_grad()
        torch.autograd.backward([loss])
        optimiser.step()
    return network.requires_grad_(False)


def sliced_distance(x: Tensor, y: Tensor, generator: torch.Generator) -> float:
    """Return the sliced 2-Wasserstein distance of two clouds (n, 2)."""
    angle = torch.rand(64, generator=generator) * math.pi
    lines = torch.stack([angle.cos(), angle.sin()])
    gap = (x @ lines).sort(0).values - (y @ lines).sort(0).values
    return float(gap.square().mean().sqrt())
