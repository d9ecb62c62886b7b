"""Questions to the worker that are no renders; each file of this package brings some.

A question is a function of (models, embeddings, **arguments) that returns a dictionary of plain
values and bytes. `@call` enters it under its own name.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from inference.engine.embeddings import Embeddings
from inference.engine.models import Models
from inference.errors import UnknownId

C = TypeVar("C", bound=Callable[..., dict[str, Any]])


@dataclass(frozen=True)
class Call:
    """A question: what answers it, and which model's weights must be here for that.

    `needs` reads the arguments and returns a model's id, or None. After one that `changes`, the
    catalogue is another one.
    """

    answer: Callable[..., dict[str, Any]]
    needs: Callable[[Mapping[str, Any]], str | None]
    changes: bool


_calls: dict[str, Call] = {}


def call(
    *, needs: Callable[[Mapping[str, Any]], str | None] = lambda _: None, changes: bool = False
) -> Callable[[C], C]:
    """Enter a function as a question under its own name."""

    def enter(function: C) -> C:
        _calls[function.__name__] = Call(function, needs, changes)
        return function

    return enter


def calls() -> dict[str, Call]:
    """Return every question by name."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return _calls


def _named(name: str) -> Call:
    known = _calls if name in _calls else calls()
    if name not in known:
        raise UnknownId(f"the worker knows no call {name!r}", expected=", ".join(sorted(known)))
    return known[name]


def answer(
    name: str, arguments: dict[str, Any], models: Models, embeddings: Embeddings
) -> dict[str, Any]:
    """Answer a question by name. Raises `UnknownId` for one that nobody knows."""
    return _named(name).answer(models, embeddings, **arguments)


def model_of(message: Mapping[str, Any]) -> str | None:
    """Return the model whose weights a question needs; None for a question about none."""
    return _named(message["name"]).needs(message["arguments"])


def changes_catalogue(name: str) -> bool:
    """Say whether the catalogue is another one after this question."""
    return _named(name).changes
