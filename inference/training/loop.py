"""The part that all stages share: one optimisation step after the other until the time is up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from inference.training.presets import Terms
from inference.training.progress import Budget, Curve, Running, cosine_rate
from inference.training.resume import Average, load_state, save_state


@dataclass(frozen=True)
class Habits:
    """How a stage learns: rates from `peak` to `last`, what is averaged how long, what is logged."""

    peak: float
    last: float
    warm_up: int
    betas: tuple[float, float] = (0.9, 0.99)
    weight_decay: float = 0.0
    keep: float = 0.999
    log_every: int = 100


class Loop:
    """Optimises a network within a budget; logs, saves now and then, and resumes."""

    def __init__(
        self,
        stage: str,
        network: nn.Module,
        habits: Habits,
        folder: Path,
        preset: Terms,
        minutes: float | None = None,
    ) -> None:
        self.stage, self.network, self.habits = stage, network, habits
        self.parameters = [p for p in network.parameters() if p.requires_grad]
        self.average = Average(network, habits.keep)
        self.optimiser = torch.optim.AdamW(
            self.parameters,
            habits.peak,
            betas=habits.betas,
            weight_decay=habits.weight_decay,
            fused=True,
        )
        self.place, self.preset = folder / stage, preset
        self.step, spent = load_state(self.place, network, self.average, self.optimiser)
        self.budget = Budget(minutes or preset.minutes[stage], spent)
        self.size = preset.batch[stage]
        self._curve, self._smooth = Curve(folder / "curve.jsonl"), Running()
        self._saved_s = self.budget.spent_s

    def generator(self, seed: int) -> torch.Generator:
        """Return a source of randomness that does not repeat itself after an interruption."""
        return torch.Generator().manual_seed(seed + 1000 * self.step)

    def batches(self) -> Iterator[int]:
        """Yield the number of pictures to learn from, until the time is up; then save."""
        while self.budget.fraction < 1:
            yield self.size
        self.save()

    def learn(self, loss: Tensor, **numbers: float) -> None:
        """Take one step down a scalar loss; further numbers are only logged."""
        habits = self.habits
        rate = cosine_rate(
            self.step,
            self.budget.fraction,
            peak=habits.peak,
            floor=habits.last,
            warm_up=habits.warm_up,
        )
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        self.optimiser.zero_grad()
        torch.autograd.backward([loss])
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimiser.step()
        self.average.update(self.network, self.step)
        self.step += 1
        smooth = self._smooth.add(loss.item())
        if self.step % habits.log_every == 0:
            spent = {"seconds": self.budget.spent_s, "samples": self.step * self.size}
            self._curve.add(self.stage, self.step, **spent, loss=smooth, rate=rate, **numbers)
        if self.budget.spent_s - self._saved_s > self.preset.save_every_s:
            self.save()

    def save(self) -> None:
        """Write everything that is needed to go on."""
        self._saved_s = self.budget.spent_s
        save_state(
            self.place,
            self.network,
            self.average,
            self.optimiser,
            step=self.step,
            spent_s=self._saved_s,
        )


@contextmanager
def first_weights(seed: int) -> Iterator[None]:
    """Make the weights of networks built inside depend on `seed` alone."""
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(seed)
        yield
