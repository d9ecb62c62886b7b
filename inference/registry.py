"""Registries by folder: a file that is there is in the catalogue.

The signature is the form. Positional parameters are points, directions or vectors; keyword-only ones
are knobs, and become one pydantic model, and so validation, JSON Schema and sliders.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from inference.errors import Conflict, InvalidInput, UnknownId

C = TypeVar("C", bound=Callable[..., Any])
OUR_LICENCE = "Apache-2.0"


@dataclass(frozen=True)
class Operand:
    """A positional parameter; `kind` is its type in lower case: point, direction, tensor, …"""

    name: str
    kind: str
    variadic: bool


@dataclass(frozen=True)
class Entry:
    """One thing of a registry: the callable and what its signature says."""

    id: str
    call: Callable[..., Any]

    @property
    def summary(self) -> str:
        """Return the first line of the docstring."""
        return (inspect.getdoc(self.call) or "").partition("\n")[0]

    @cached_property
    def _hints(self) -> dict[str, Any]:
        target = self.call.__init__ if inspect.isclass(self.call) else self.call
        # Tensor is imported for type checkers alone, so that a catalogue costs milliseconds.
        names = {"Tensor": type("Tensor", (), {})}
        return get_type_hints(target, localns=names, include_extras=True)

    @cached_property
    def _parameters(self) -> list[inspect.Parameter]:
        return list(inspect.signature(self.call).parameters.values())

    @cached_property
    def operands(self) -> tuple[Operand, ...]:
        """Return the positional parameters in order."""
        return tuple(
            Operand(p.name, _kind(self._hints.get(p.name)), p.kind is p.VAR_POSITIONAL)
            for p in self._parameters
            if p.kind is not p.KEYWORD_ONLY
        )

    @cached_property
    def result(self) -> str:
        """Return what comes of it, in lower case; "vector" where it is what the operand is."""
        return _kind(self._hints.get("return"))

    @cached_property
    def knobs(self) -> type[BaseModel]:
        """Return the pydantic model of the keyword-only parameters; unknown names are refused."""
        fields: dict[str, Any] = {
            p.name: (self._hints[p.name], ... if p.default is p.empty else p.default)
            for p in self._parameters
            if p.kind is p.KEYWORD_ONLY
        }
        settings = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)
        return create_model(f"{self.id}_knobs", __config__=settings, **fields)

    def check(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return every knob's value, defaults included; raise `InvalidInput` naming the first bad one."""
        try:
            return self.knobs(**values).model_dump()
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"])
            known = ", ".join(self.knobs.model_fields) or "none"
            raise InvalidInput(
                f"{self.id}: {name}: {first['msg'].lower()}",
                expected=f"the knobs of {self.id}: {known}",
            ) from error

    def card(self) -> dict[str, Any]:
        """Return what the catalogue says about it, as JSON."""
        return {
            "id": self.id,
            "title": self.id.replace("_", " ").capitalize(),
            "summary": self.summary,
            "operands": [
                {"name": o.name, "kind": o.kind, "variadic": o.variadic} for o in self.operands
            ],
            "knobs": self.knobs.model_json_schema(),
            "licence": getattr(self.call, "licence", OUR_LICENCE),
        }


class Registry:
    """The things of one package, found by importing its modules when first asked."""

    def __init__(self, package: str) -> None:
        self.package = package
        self._entries: dict[str, Entry] = {}
        self._searched = False
        self._lock = threading.RLock()

    def add(self, thing: C) -> C:
        """Register a function or class under its own name; a name that is taken is a `Conflict`."""
        id = thing.__name__
        if id in self._entries:
            raise Conflict(f"{self.package} already holds something called {id!r}")
        self._entries[id] = Entry(id, thing)
        return thing

    def search(self) -> None:
        """Import every module of the package whose name does not begin with an underscore."""
        with self._lock:
            if self._searched:
                return
            for module in pkgutil.iter_modules(importlib.import_module(self.package).__path__):
                if not module.name.startswith("_"):
                    importlib.import_module(f"{self.package}.{module.name}")
            self._searched = True

    def __getitem__(self, id: str) -> Entry:
        """Return an entry, or raise `UnknownId` with the list of what there is."""
        self.search()
        if id not in self._entries:
            kind = self.package.rpartition(".")[2].removesuffix("s")
            raise UnknownId(f"no {kind} called {id!r}", expected=", ".join(self) or "none")
        return self._entries[id]

    def __contains__(self, id: object) -> bool:
        """Say whether the id is known."""
        self.search()
        return id in self._entries

    def __iter__(self) -> Iterator[str]:
        """Walk over the ids in alphabetical order."""
        self.search()
        return iter(sorted(self._entries))

    def cards(self) -> list[dict[str, Any]]:
        """Return the cards of everything, by id."""
        return [self[id].card() for id in self]


def _kind(hint: Any) -> str:
    """Name a hint: a type variable by its bound, a class by itself, anything else by its looks."""
    bound = getattr(hint, "__bound__", None) or hint
    return str(getattr(bound, "__name__", bound)).lower()


spaces = Registry("inference.spaces")
# The same files, for models that a user brings: a class per family, called with (entry, description).
families = Registry("inference.spaces")
operations = Registry("inference.operations")
directions = Registry("inference.directions")
projectors = Registry("inference.projectors")
