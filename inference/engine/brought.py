"""Models that a user brings: from an entry of the library to a space, without loading any of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

from inference.errors import InvalidInput
from inference.registry import families


def open_brought(entry: Mapping[str, Any]) -> tuple[Any, str]:
    """Return the space of an entry, and the name of its family.

    Nothing of the model is run and no weights are read. Raises what is wrong with it (`InvalidInput`
    and its kinds).
    """
    try:
        # By name: whoever only draws emoji never pays for these.
        library, describing = map(
            import_module, ("inference.library", "inference.pipelines.describe")
        )
    except ImportError as error:
        raise InvalidInput(
            f"no family here opens models from elsewhere: {error.name} is not installed"
        ) from error
    try:
        wish = library.ModelEntry.model_validate(dict(entry))
    except ValueError as error:
        raise InvalidInput(f"that is no entry of a model: {error}") from error
    description = describing.describe(wish)
    for name, family in _openers():
        if description.pipeline in family.pipelines:
            return family(wish, description), name
    known = sorted({pipeline for _, family in _openers() for pipeline in family.pipelines})
    raise InvalidInput(
        f"no family here opens {description.pipeline}", expected=", ".join(known) or "none"
    )


def _openers() -> Iterator[tuple[str, Any]]:
    for name in families:
        yield name, families[name].call
