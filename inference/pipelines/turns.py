"""Parts of a model that are on the device one at a time; whoever is not at work waits in memory.

The library's own offloading is undone and redone by every call of a pipeline. Here many renders
share one model and their calls are parked in between, so the turns belong to the model.
"""

from __future__ import annotations

from typing import Any

import torch
from accelerate.hooks import ModelHook, add_hook_to_module, remove_hook_from_module
from torch import nn


class Turn(ModelHook):  # type: ignore[misc]
    """Fetches its part to the device before it works, and sends the one that was there away."""

    def __init__(self, device: str, floor: list[nn.Module]) -> None:
        self.execution_device = torch.device(device)
        self._floor = floor

    def pre_forward(self, module: nn.Module, *args: Any, **kwargs: Any) -> tuple[Any, Any]:
        """Make room and come."""
        if self._floor != [module]:
            for other in self._floor:
                other.to("cpu")
            self._floor[:] = [module]
            module.to(self.execution_device)
        return args, kwargs


def take_turns(pipe: Any, device: str) -> None:
    """Have the networks of a pipeline take turns on a device."""
    floor: list[nn.Module] = []
    for part in pipe.components.values():
        if isinstance(part, nn.Module):
            add_hook_to_module(part, Turn(device, floor))


def stay(pipe: Any) -> None:
    """Undo `take_turns`: the parts are as they were, wherever they are now."""
    for part in pipe.components.values():
        if isinstance(part, nn.Module):
            remove_hook_from_module(part)
