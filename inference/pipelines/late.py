"""Image-to-image where the library has none: its text-to-image call, begun late at a picture.

The library's image-to-image calls take the last `strength` of the steps, and begin with the picture
noised for the first of them (Meng et al., arXiv 2108.01073). Here the scheduler hands a call only
those steps; for Stable Diffusion, which the library has both of, the latents are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor


class Late:
    """A scheduler that leaves out the first steps of every walk; all else is the real one's."""

    init_noise_sigma = 1.0  # latents come noised as they should be

    def __init__(self, real: Any, strength: float) -> None:
        self._real, self._strength = real, strength
        self._skipped = 0

    def __getattr__(self, name: str) -> Any:
        """Answer for the real one."""
        return getattr(self._real, name)

    def set_timesteps(self, num_inference_steps: int, device: Any = None) -> None:
        """Plan all steps and leave out the first of them."""
        self._real.set_timesteps(num_inference_steps, device=device)
        taken = min(int(num_inference_steps * self._strength), num_inference_steps)
        self._skipped = (num_inference_steps - taken) * self._real.order
        self.set_begin_index(0)

    def set_begin_index(self, begin_index: int) -> None:
        """Count steps from the first one that is taken."""
        if hasattr(self._real, "set_begin_index"):
            self._real.set_begin_index(self._skipped + begin_index)

    @property
    def timesteps(self) -> Tensor:
        """Return the steps that are taken."""
        taken: Tensor = self._real.timesteps[self._skipped :]
        return taken


def begun(scheduler: Any, start: Tensor, noise: Tensor, timestep: Tensor) -> Tensor:
    """Return the latents of a picture with as much noise as a scheduler wants at a timestep (1,)."""
    if hasattr(scheduler, "scale_noise"):
        mixed: Tensor = scheduler.scale_noise(start, timestep, noise)
    else:
        mixed = scheduler.add_noise(start, noise, timestep)
    return mixed
