"""Attention interpolation: a picture between others, whose network looks at theirs while it is made.

The stations are walked again beside the picture, in one batch with it, and wherever the network
attends, the picture's queries meet the stations' keys and values. With Q, K, V of the picture and
K_i, V_i of the stations, of which each counts w_i (arXiv 2403.17924; weights for any number of
stations instead of two):

    inner   Attn(Q, Σ w_i K_i, Σ w_i V_i)
    outer   Σ w_i Attn(Q, K_i, V_i)
    fused   the picture's own K and V stand beside those of the stations

At a station itself (w = 1) all four are the station's own attention.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Hashable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import torch
from torch import Tensor
from torch.nn import functional

from inference.errors import InvalidInput

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Together:
    """What walks to the stations and the picture's own walk, the last one, ask for at once."""

    asks: tuple[Any, ...]
    way: str
    weights: tuple[float, ...]

    @property
    def own(self) -> Any:
        """Return what the picture itself asks for."""
        return self.asks[-1]

    @property
    def rows(self) -> int:
        """Return how many rows of a batch this is."""
        return sum(int(ask.rows) for ask in self.asks)

    @property
    def key(self) -> Hashable:
        """Return what asks must have in common to follow each other in one pass."""
        return "together", len(self.asks), self.own.key


def together(
    stations: Sequence[Generator[Any, Any, Any]],
    own: Generator[Any, Any, T],
    *,
    way: str,
    weights: Sequence[float],
    asks: int,
) -> Generator[Any, Any, T]:
    """Walk to stations and to a picture between them in step; return what its own walk returns.

    After `asks` passes the picture goes on alone.
    """
    walks = [*stations, own]
    try:
        wanted = [next(walk) for walk in walks]
        for _ in range(asks):
            results = yield Together(tuple(wanted), way, tuple(weights))
            answer = own.send(results[-1])  # ends here after its last step
            for place, walk in enumerate(stations):
                wanted[place] = _next(walk, results[place])
            wanted[-1] = answer
        for walk in stations:
            walk.close()
        while True:
            wanted[-1] = own.send((yield wanted[-1]))
    except StopIteration as end:
        found: T = end.value
        return found
    finally:
        for walk in walks:
            walk.close()


def _next(walk: Generator[Any, Any, Any], result: Any) -> Any:
    try:
        return walk.send(result)
    except StopIteration as error:
        raise InvalidInput(
            "a station needs fewer steps than the picture between them",
            hint="use a sampler that takes the same steps for every picture",
        ) from error


def carried(
    network: Any, asks: Sequence[Together], forward: Callable[[Sequence[Any]], Sequence[Any]]
) -> list[list[Any]]:
    """Carry out asks, each in a batch of its own whose shape no company changes."""
    found = []
    for ask in asks:
        with looking(network, ask.way, ask.weights):
            found.append(list(forward(ask.asks)))
    return found


@contextmanager
def looking(network: Any, way: str, weights: Sequence[float]) -> Iterator[None]:
    """Lend a network whose every attention looks from the last rows of a batch to the others.

    The batch is len(weights) + 1 groups of equally many rows. Afterwards every attention is as it
    was, also when something fails. Raises `InvalidInput` for a network without any.
    """
    from diffusers.models.attention_processor import Attention

    modules = [module for module in network.modules() if isinstance(module, Attention)]
    if not modules:
        raise InvalidInput("this network has no attention", expected="a UNet with attention")
    with ExitStack() as undo:
        for module in modules:
            undo.callback(module.set_processor, module.processor)
            look: Any = _Look(way, tuple(weights))
            module.set_processor(look)
        yield


class _Look:
    """Attention as the library computes it, except for the last group of rows."""

    def __init__(self, way: str, weights: tuple[float, ...]) -> None:
        self.fused, self.inner = way.startswith("fused"), way.endswith("inner")
        self.weights = weights

    def __call__(
        self,
        attn: Any,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor | None = None,
        attention_mask: Tensor | None = None,
        temb: Tensor | None = None,
        **_: Any,
    ) -> Tensor:
        """Return what the library's processor would, looking from the last rows to the others."""
        if attention_mask is not None:
            raise InvalidInput("attention with a mask cannot be interpolated")
        residual, shape = hidden_states, hidden_states.shape
        if attn.spatial_norm is not None:
            hidden_states = attn.spatial_norm(hidden_states, temb)
        if len(shape) == 4:
            hidden_states = hidden_states.flatten(2).transpose(1, 2)
        if attn.group_norm is not None:
            hidden_states = attn.group_norm(hidden_states.transpose(1, 2)).transpose(1, 2)
        seen = hidden_states if encoder_hidden_states is None else encoder_hidden_states
        if encoder_hidden_states is not None and attn.norm_cross:
            seen = attn.norm_encoder_hidden_states(seen)
        query, key, value = (
            _heads(attn, made)
            for made in (attn.to_q(hidden_states), attn.to_k(seen), attn.to_v(seen))
        )
        if attn.norm_q is not None:
            query = attn.norm_q(query)
        if attn.norm_k is not None:
            key = attn.norm_k(key)
        found = self._attended(query, key, value)
        found = found.transpose(1, 2).flatten(2).to(query.dtype)
        found = attn.to_out[1](attn.to_out[0](found))
        if len(shape) == 4:
            found = found.transpose(-1, -2).reshape(shape)
        if attn.residual_connection:
            found = found + residual
        result: Tensor = found / attn.rescale_output_factor
        return result

    def _attended(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        groups = len(self.weights) + 1
        own = len(query) // groups
        at = slice(len(query) - own, None)
        plain = functional.scaled_dot_product_attention(query[:-own], key[:-own], value[:-own])
        keys, values = key[:-own].unflatten(0, (-1, own)), value[:-own].unflatten(0, (-1, own))
        if self.inner:
            weights = torch.tensor(self.weights, dtype=key.dtype, device=key.device)
            looked = self._look(
                query[at], torch.einsum("g,g...->...", weights, keys),
                torch.einsum("g,g...->...", weights, values), key[at], value[at],
            )  # fmt: skip
        else:
            looked = sum(
                weight * self._look(query[at], keys[n], values[n], key[at], value[at])
                for n, weight in enumerate(self.weights)
            )  # type: ignore[assignment]
        return torch.cat([plain, looked])

    def _look(
        self, query: Tensor, key: Tensor, value: Tensor, own_k: Tensor, own_v: Tensor
    ) -> Tensor:
        if self.fused:
            key, value = torch.cat([own_k, key], dim=2), torch.cat([own_v, value], dim=2)
        return functional.scaled_dot_product_attention(query, key, value)


def _heads(attn: Any, rows: Tensor) -> Tensor:
    return rows.unflatten(-1, (attn.heads, -1)).transpose(1, 2)


def passes_of(warmup: float, steps: int) -> int:
    """Return how many passes a share of the steps is, at least one."""
    return max(1, math.ceil(warmup * steps))
