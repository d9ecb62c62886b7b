"""Low-rank adapters: read once with the model, and switched on only while a pass needs them.

Only the denoiser's part of a file is used; words keep the meaning that the model gives them, and a
prompt's embedding can be remembered whichever adapters a render wants.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from diffusers.loaders.peft import PeftAdapterMixin
from torch import Tensor

from inference.errors import InvalidInput

PREFIXES = ("base_model.model.", "transformer.", "unet.")
Scales = tuple[tuple[str, float], ...]


def attach(pipe: Any, denoiser: str, id: str, tensors: Mapping[str, Tensor]) -> None:
    """Give the denoiser of a pipeline an adapter called `id`, switched off.

    `tensors` are in any of the layouts that the library converts. Raises `InvalidInput` for one
    that is not for this model.
    """
    network = getattr(pipe, denoiser)
    try:
        state, alphas = _converted(pipe, denoiser, tensors)
        mine = {name: value for name, value in state.items() if name.startswith(f"{denoiser}.")}
        if not mine:
            raise InvalidInput(
                f"the LoRA {id} has nothing for this model's {denoiser}",
                expected=f"tensors whose names begin with {denoiser}.",
            )
        if not isinstance(network, PeftAdapterMixin):
            # The library teaches adapters to most of its networks, not to PixArt's.
            kind = type(network)
            network.__class__ = type(kind.__name__, (kind, PeftAdapterMixin), {})
        network.load_lora_adapter(mine, prefix=denoiser, adapter_name=id, network_alphas=alphas)
    except (ValueError, KeyError, RuntimeError, TypeError, IndexError) as error:
        raise InvalidInput(
            f"the LoRA {id} does not fit this model: {str(error)[:300]}",
            expected="a LoRA that was trained on this kind of model",
        ) from error
    network.disable_adapters()


def _converted(
    pipe: Any, denoiser: str, tensors: Mapping[str, Tensor]
) -> tuple[dict[str, Tensor], Any]:
    """Return the tensors by the library's names, and the alphas where they are told apart."""
    if hasattr(pipe, "lora_state_dict"):
        found = pipe.lora_state_dict(dict(tensors))
        return found if isinstance(found, tuple) else (found, None)
    # Trainers of PixArt write what peft calls them, or the library's name of other networks.
    state = {}
    for name, value in tensors.items():
        bare = next((name.removeprefix(p) for p in PREFIXES if name.startswith(p)), name)
        state[f"{denoiser}.{bare}"] = value
    return state, None


@contextmanager
def leaning(network: Any, scales: Scales, known: Sequence[str]) -> Iterator[None]:
    """Lend the denoiser with adapters on at their scales; afterwards all are off again.

    Raises `InvalidInput` for an adapter that is not among the `known`.
    """
    missing = [id for id, _ in scales if id not in known]
    if missing:
        raise InvalidInput(
            f"there is no LoRA called {missing[0]}", expected=", ".join(known) or "none"
        )
    if not scales:
        yield
        return
    network.set_adapters([id for id, _ in scales], [scale for _, scale in scales])
    network.enable_adapters()
    try:
        yield
    finally:
        network.disable_adapters()
