"""Everything a stage needs to go on where it stopped, as safetensors and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn


class Average(nn.Module):
    """An exponential moving average of the weights of a network; what is exported."""

    def __init__(self, network: nn.Module, keep: float) -> None:
        super().__init__()
        self.keep = keep
        self.weights = {name: value.clone() for name, value in network.state_dict().items()}

    @torch.no_grad()
    def update(self, network: nn.Module, step: int) -> None:
        """Move the average towards the network; it follows faster while young."""
        pull = 1 - min(self.keep, (step + 1) / (step + 10))
        for name, value in network.state_dict().items():
            if value.is_floating_point():
                self.weights[name].lerp_(value, pull)


def save_atomically(tensors: dict[str, Tensor], path: Path) -> None:
    """Write a safetensors file that is either the old one or complete, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    save_file({name: value.contiguous().cpu() for name, value in tensors.items()}, partial)
    partial.replace(path)


def save_state(
    folder: Path,
    network: nn.Module,
    average: Average,
    optimiser: torch.optim.Optimizer,
    *,
    step: int,
    spent_s: float,
) -> None:
    """Write network, average, optimiser and counters to `state.safetensors` and `state.json`."""
    tensors = {f"network.{name}": value for name, value in network.state_dict().items()}
    tensors |= {f"average.{name}": value for name, value in average.weights.items()}
    for number, moments in optimiser.state_dict()["state"].items():
        tensors |= {f"optimiser.{number}.{name}": value for name, value in moments.items()}
    save_atomically({k: v.clone() for k, v in tensors.items()}, folder / "state.safetensors")
    (folder / "state.json").write_text(json.dumps({"step": step, "spent_s": spent_s}))


def load_state(
    folder: Path, network: nn.Module, average: Average, optimiser: torch.optim.Optimizer
) -> tuple[int, float]:
    """Restore in place what `save_state` wrote; returns the step and the seconds spent so far."""
    if not (folder / "state.json").exists():
        return 0, 0.0
    tensors = load_file(folder / "state.safetensors")
    part = {prefix: _part(tensors, prefix) for prefix in ("network", "average", "optimiser")}
    network.load_state_dict(part["network"])
    average.weights = {
        name: value.to(average.weights[name].device) for name, value in part["average"].items()
    }
    moments: dict[int, dict[str, Tensor]] = {}
    for name, value in part["optimiser"].items():
        number, _, moment = name.partition(".")
        moments.setdefault(int(number), {})[moment] = value
    optimiser.load_state_dict(optimiser.state_dict() | {"state": moments})
    counters = json.loads((folder / "state.json").read_text())
    return int(counters["step"]), float(counters["spent_s"])


def load_average(folder: Path) -> dict[str, Tensor]:
    """Return the averaged weights of a stage."""
    return _part(load_file(folder / "state.safetensors"), "average")


def _part(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    start = len(prefix) + 1
    return {name[start:]: v for name, v in tensors.items() if name.startswith(prefix + ".")}
