"""Questions to a map: words, pictures, expressions, points like others, lines of fields and words."""

from __future__ import annotations

import asyncio
from typing import Any

import numpy as np

from app.storage.files import Files
from inference.client import Client
from inference.errors import InvalidInput
from inference.maps.files import MapFolder
from inference.maps.terms import matching, read_query, titles_with

WAYS = ("words", "image", "expression", "like", "query")


async def search(
    client: Client, files: Files, map: MapFolder, *, limit: int, **question: Any
) -> list[dict[str, Any]]:
    """Return the points {n, x, y, score} that answer one question, best first.

    `like` and `unlike` go together; everything else stands alone. Raises `InvalidInput`.
    """
    unlike = question.pop("unlike", None) or []
    given = {name: value for name, value in question.items() if value}
    if unlike:
        given.setdefault("like", [])
    if len(given) != 1:
        raise InvalidInput("ask for one thing at a time", expected="one of " + ", ".join(WAYS))
    way, value = next(iter(given.items()))
    if way == "query":
        return await _query(client, map, str(value), limit)
    asked: dict[str, Any] = {way: value}
    if way == "image":
        asked = {"image": await asyncio.to_thread(files.get, str(value))}
    if way == "like":
        asked["unlike"] = unlike
    if way == "words" and not map.reads_words:
        return _titled(map, str(value), np.ones(map.count, bool), limit)
    name = "map_like" if way == "like" else "map_search"
    answer = await client.call(name, map=str(map.folder), limit=limit, **asked)
    return _placed(map, answer["items"])


async def _query(client: Client, map: MapFolder, query: str, limit: int) -> list[dict[str, Any]]:
    """Answer a line of fields and words; fields alone give the points in their order, score 1."""
    terms, words = read_query(query, list(map.columns))
    within = await asyncio.to_thread(matching, map, terms)
    if not words:
        found = np.flatnonzero(within)[:limit]
        return _placed(map, [{"n": int(n), "score": 1.0} for n in found])
    if not map.reads_words:
        return await asyncio.to_thread(_titled, map, words, within, limit)
    answer = await client.call(
        "map_search",
        map=str(map.folder),
        words=words,
        within=within.astype(np.uint8).tobytes(),
        limit=limit,
    )
    return _placed(map, answer["items"])


def _titled(map: MapFolder, words: str, within: Any, limit: int) -> list[dict[str, Any]]:
    """Return the points whose names hold most of the words: this map knows no other meaning."""
    shares = np.where(within, titles_with(map, words), 0)
    best = np.argsort(-shares, kind="stable")[:limit]
    return _placed(map, [{"n": int(n), "score": float(shares[n])} for n in best if shares[n] > 0])


def _placed(map: MapFolder, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "n": item["n"],
            "x": float(map.xy[item["n"], 0]),
            "y": float(map.xy[item["n"], 1]),
            "score": item["score"],
        }
        for item in items
    ]
