"""What could be written next in an expression: names, words, directions, operations, signs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select

from app.desk import Desk
from app.storage import groups
from app.storage.tables import ImageRow, RenderRow
from inference.expressions.grammar import parse, quote
from inference.expressions.nodes import Words
from inference.expressions.opening import Opening, opening
from inference.expressions.types import SPELLINGS
from inference.maps.words import WordList
from inference.registry import operations

MOST = 16
NAMED = 8
WORDS = 10
ID_DIGITS = 10
SIGNS = {"PLUS": "+", "MINUS": "-", "STAR": "*"}
BUILT_IN = {
    "noise(": "the noise of a seed: noise(7)",
    "img(": "an uploaded picture as noise: img(@upload)",
    "dir(": 'a direction: dir("smile"), or from one point to another',
}


async def complete(
    desk: Desk, words: WordList, source: str, cursor: int, card: Mapping[str, Any]
) -> dict[str, Any]:
    """Return {start, end, candidates: [{text, kind, detail}]}: put a text in place of [start, end)."""
    found = opening(source, cursor)
    candidates: list[dict[str, Any]] = []
    if found.reads:
        if found.written.startswith("@") and not found.quoted:
            candidates = await _names(desk, found.written[1:], in_picture=found.call == "img")
        else:
            candidates = list(_offers(found, words, card))
    return {
        "start": found.start,
        "end": _end(source, found, cursor),
        "candidates": candidates[:MOST],
    }


def _end(source: str, found: Opening, cursor: int) -> int:
    """Return the end of the piece: a quotation mark that an editor closed by itself belongs to it."""
    end = max(found.start, min(cursor, len(source)))
    return end + 1 if found.quoted and source[end : end + 1] == '"' else end


def _offers(found: Opening, words: WordList, card: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if found.weights:
        return
    operand = "STRING" in found.accepts
    written = found.written.casefold()
    if found.call == "dir" and operand:
        yield from _directions(card, written, bare=True)
    if operand and not found.quoted:
        if not written:
            yield _offer('""', "words", "a prompt", cursor=1)
        yield from _functions(found, written)
        yield from _directions(card, written, bare=False)
    if operand and found.written and "prompt" in card.get("spaces", {}):
        for word in words.beginning(found.written, WORDS):
            yield _offer(quote(word.text), "word", word.language)
    if not found.quoted and not written:
        for terminal, sign in SIGNS.items():
            if terminal in found.accepts and not operand:
                yield _offer(f" {sign} ", "sign", "")


def _functions(found: Opening, written: str) -> Iterator[dict[str, Any]]:
    if found.call is not None:
        name, implied = SPELLINGS.get(found.call, (found.call, {}))
        if name in operations and found.argument > 0:
            for knob, schema in operations[name].knobs.model_json_schema()["properties"].items():
                if knob.startswith(written) and knob != "weights" and knob not in implied:
                    yield _offer(f"{knob}=", "knob", str(schema.get("title", "")))
    summaries = {f"{id}(": operations[id].summary for id in operations}
    summaries |= {f"{short}(": operations[id].summary for short, (id, _) in SPELLINGS.items()}
    for text, summary in sorted((BUILT_IN | summaries).items()):
        if text.startswith(written):
            yield _offer(text, "function", summary)


def _directions(card: Mapping[str, Any], written: str, *, bare: bool) -> Iterator[dict[str, Any]]:
    for direction in card.get("directions", []):
        id, title = str(direction["id"]), direction.get("title", {})
        called = (id, *map(str, title.values()))
        if any(_begins(name.casefold(), written) for name in called):
            text = quote(id) if bare else f"dir({quote(id)})"
            yield _offer(text, "direction", title.get("en", id), title=title or None)


def _begins(name: str, written: str) -> bool:
    return name.startswith(written) or any(
        part.startswith(written) for part in name.replace("-", " ").split()
    )


async def _names(desk: Desk, written: str, *, in_picture: bool) -> list[dict[str, Any]]:
    renders = select(RenderRow).where(RenderRow.deleted.is_(False))
    renders = renders.where(RenderRow.id.startswith(written, autoescape=True))
    renders = renders.order_by(RenderRow.sequence.desc()).limit(NAMED)
    uploads = select(ImageRow).where(ImageRow.sha256.startswith(written, autoescape=True))
    uploads = uploads.order_by(ImageRow.created_at.desc()).limit(NAMED)
    async with desk.database.read() as session:
        made = (await session.scalars(renders)).all()
        brought = (await session.scalars(uploads)).all() if in_picture else []
    offers = [_offer(f"@{row.sha256[:ID_DIGITS]}", "upload", f"{row.width}×{row.height}",
                     image=f"/api/v1/images/{row.sha256}.png") for row in brought]  # fmt: skip
    if not in_picture:
        for row in await groups.all_of(desk.database):
            if row.name.startswith(written):
                count = len(row.points) + len(row.renders)
                offers.append(_offer(f"@{row.name}", "group", str(count)))
    for render in map(desk.newest, made):
        if render.image_sha256 is None:
            continue
        text = str(render.recipe.get("conditioning") or "")
        tree = parse(text) if text else None
        detail = tree.words if isinstance(tree, Words) else text
        image = f"/api/v1/images/{render.image_sha256}.png"
        offers.append(_offer(f"@{render.id[:ID_DIGITS]}", "render", detail, image=image))
    return offers


def _offer(text: str, kind: str, detail: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "kind": kind, "detail": detail} | more
