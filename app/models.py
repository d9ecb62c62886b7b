"""Models: the embedded ones and the user's own; what they are, whether they are loaded, what they need."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from app.desk import Desk
from app.errors import NotAllowed
from app.library import Entry, Library
from app.settings import Settings
from inference.client import Client
from inference.errors import Conflict, UnknownId

NO_SLUG = re.compile(r"[^a-z0-9]+")
LONGEST_ID = 60


class Models:
    """The shelf of models. One change at a time."""

    def __init__(self, client: Client, desk: Desk, library: Library, settings: Settings) -> None:
        self.client, self.desk, self.library, self.settings = client, desk, library, settings
        self._changing = asyncio.Lock()

    async def weigh(self, wish: dict[str, Any]) -> dict[str, Any]:
        """Say what a model is and whether it would fit, without taking it in.

        Raises `NotAllowed`, and `InvalidInput` with the reason why it would be refused.
        """
        self.allow(wish["kind"], wish)
        entry = {name: value for name, value in wish.items() if value is not None}
        entry["id"] = wish.get("id") or _slug(wish["path"])
        return await self.client.call("model_weigh", entry=entry)

    async def view(self) -> dict[str, Any]:
        """Return every model as the API shows it, and the memory that there is."""
        cards = await self.desk.models()
        memory = self.client.status().get("memory") or {}
        told = {each["id"]: each for each in memory.get("models", [])}
        entries = {entry["id"]: entry for entry in self.library.entries()}
        ids = dict.fromkeys([*cards, *entries])
        return {
            "items": [_item(id, cards.get(id), told.get(id, {}), entries.get(id)) for id in ids],
            "memory": {
                "used_bytes": memory.get("used_bytes"),
                "free_bytes": memory.get("free_bytes"),
            },
            "hub_allowed": self.settings.allow_hub,
        }

    async def find(self, id: str) -> dict[str, Any]:
        """Return one model as the API shows it. Raises `UnknownId`."""
        items: Iterable[dict[str, Any]] = (await self.view())["items"]
        for item in items:
            if item["id"] == id:
                return item
        raise UnknownId(f"no model called {id[:60]!r}", hint="GET /api/v1/models lists them")

    async def add(self, wish: dict[str, Any]) -> dict[str, Any]:
        """Take a model in: it is checked without running any of it, and remembered.

        Raises `NotAllowed`, `InvalidInput` with the reason why it is refused, and `Conflict`.
        """
        self.allow(wish["kind"], wish)
        async with self._changing:
            known = {*await self.desk.models(), *(e["id"] for e in self.library.entries())}
            entry = {name: value for name, value in wish.items() if value is not None}
            entry["id"] = wish.get("id") or _free(_slug(wish["path"]), known)
            if entry["id"] in known:
                raise Conflict(f"there is a model called {entry['id']}", hint="choose another id")
            await self.client.call("model_add", entry=entry)
            await asyncio.to_thread(self.library.put, entry)
        return await self.find(entry["id"])

    async def remove(self, id: str) -> None:
        """Forget a model that was added. Its files stay, unless they were fetched for it.

        Raises `UnknownId` and `Conflict`.
        """
        async with self._changing:
            entry = await self._entry(id)
            await self._forget(id)
            await asyncio.to_thread(self.library.remove, id)
            if entry.get("fetched"):
                await asyncio.to_thread(self._discard, Path(entry["fetched"]))

    def _discard(self, folder: Path) -> None:
        """Remove what was fetched for a model, unless another one uses it."""
        used = {entry.get("fetched") for entry in self.library.entries()}
        if str(folder) not in used and folder.is_relative_to(self.settings.hub_folder):
            shutil.rmtree(folder, ignore_errors=True)

    async def load(self, id: str) -> dict[str, Any]:
        """Read the weights of a model now. Raises `OutOfMemory` with numbers."""
        await self.find(id)
        return await self._told(id, await self.client.call("model_load", id=id))

    async def unload(self, id: str) -> dict[str, Any]:
        """Give the memory of a model back; the next render reads it again."""
        await self.find(id)
        return await self._told(id, await self.client.call("model_unload", id=id))

    async def _told(self, id: str, answer: dict[str, Any]) -> dict[str, Any]:
        # What was just answered is newer than what the worker reported from time to time.
        return await self.find(id) | {"state": answer.get("state", "cold")}

    async def add_lora(self, id: str, wish: dict[str, Any]) -> dict[str, Any]:
        """Let a model of the user know a LoRA file."""
        self.allow("file", wish)
        async with self._changing:
            entry = await self._entry(id)
            loras = list(entry.get("loras") or [])
            known = {lora["id"] for lora in loras}
            lora = {name: value for name, value in wish.items() if value is not None}
            lora["id"] = wish.get("id") or _free(_slug(wish["path"]), known)
            if lora["id"] in known:
                raise Conflict(f"{id} has a LoRA called {lora['id']}", hint="choose another id")
            await self.client.call("lora_add", model=id, entry=lora)
            await asyncio.to_thread(self.library.put, entry | {"loras": [*loras, lora]})
        return await self.find(id)

    async def remove_lora(self, id: str, lora: str) -> dict[str, Any]:
        """Let a model forget a LoRA; recipes that name it are refused from now on."""
        async with self._changing:
            entry = await self._entry(id)
            loras = list(entry.get("loras") or [])
            kept = [each for each in loras if each["id"] != lora]
            if len(kept) == len(loras):
                raise UnknownId(f"{id} has no LoRA called {lora[:60]!r}")
            entry = entry | {"loras": kept}
            await self._forget(id)
            await self.client.call("model_add", entry=entry)
            await asyncio.to_thread(self.library.put, entry)
        return await self.find(id)

    def allow(self, kind: str, wish: dict[str, Any]) -> None:
        """Raise `NotAllowed` for what the operator has not allowed."""
        if kind == "hub" and not self.settings.allow_hub:
            raise NotAllowed(
                "this server fetches nothing from the hub",
                expected="a folder or a file",
                hint="the operator can allow it: RASHIN_ALLOW_HUB=true",
            )
        local = kind != "hub" or wish.get("tiny_decoder")
        if local and not (self.settings.is_loopback or self.settings.allow_model_paths):
            raise NotAllowed(
                "files of this machine cannot be named from elsewhere",
                hint="the operator can allow it: RASHIN_ALLOW_MODEL_PATHS=true",
            )

    async def _entry(self, id: str) -> Entry:
        """Return the entry of a model that was added. Raises `UnknownId` and `Conflict`."""
        entry = self.library.find(id)
        if entry is None:
            await self.find(id)
            raise Conflict(f"{id} is part of Rashin", expected="a model that was added")
        return entry

    async def _forget(self, id: str) -> None:
        try:
            await self.client.call("model_remove", id=id)
        except UnknownId:
            return  # it never opened


def _item(
    id: str, card: dict[str, Any] | None, told: dict[str, Any], entry: Entry | None
) -> dict[str, Any]:
    memory = (card or {}).get("memory") or {}
    state = told.get("state") or ("failed" if card is None else "ready")
    origin = (card or {}).get("origin")
    if origin is None:
        origin = {"kind": "embedded", "name": id} if entry is None else _origin(entry)
    return {
        "id": id,
        "card": card,
        "state": state,
        "error": _reason(told.get("error"), card),
        "bytes_needed": memory.get("bytes_needed") or told.get("bytes"),
        "origin": origin,
        "removable": entry is not None,
        "loras": [
            {"id": lora["id"], "title": lora.get("title")}
            for lora in (entry or {}).get("loras", [])
        ],
    }


def _origin(entry: Entry) -> dict[str, str]:
    return {"kind": str(entry.get("kind")), "name": str(entry.get("path"))}


def _reason(error: Any, card: dict[str, Any] | None) -> str | None:
    if isinstance(error, dict):
        return str(error.get("detail"))
    if error:
        return str(error)
    return None if card is not None else "it could not be opened; remove it and add it again"


def _slug(path: str) -> str:
    """Return a name for a model that comes from there."""
    name = path.replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".safetensors")
    return NO_SLUG.sub("-", name.lower()).strip("-")[:LONGEST_ID].strip("-") or "model"


def _free(slug: str, known: Iterable[str]) -> str:
    taken = set(known)
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in [slug, *numbered] if name not in taken)
