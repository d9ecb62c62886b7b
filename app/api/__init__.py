"""One file per resource, found by folder: a module that has a `router` is part of the API."""

from __future__ import annotations

import importlib
import pkgutil

from fastapi import APIRouter

PREFIX = "/api/v1"


def routers() -> list[tuple[str, APIRouter]]:
    """Return where each module of this folder stands, and its router, in order of their names.

    A module that names no `PREFIX` of its own stands under ours.
    """
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return [(getattr(module, "PREFIX", PREFIX), module.router) for module in modules]
