"""The catalogue: what there is, in the words of those who made it. Needs no torch."""

from __future__ import annotations

from typing import Any

from inference.engine.models import Models
from inference.registry import directions, families, operations, projectors, spaces


def catalogue(models: Models) -> dict[str, Any]:
    """Return the cards of models, spaces, operations, directions and projectors."""
    return {
        "models": sorted(models.cards.values(), key=_readiness),
        "spaces": [
            (spaces if family in spaces else families)[family].card()
            | {"model": id, "family": card["family"], "verbs": card["verbs"]}
            | {"spaces": card["spaces"], "title": card["title"], "summary": card["summary"]}
            for id, family in models.families.items()
            for card in [models.cards[id]]
        ],
        "operations": operations.cards(),
        "directions": directions.cards(),
        "projectors": projectors.cards(),
    }


def _readiness(card: dict[str, Any]) -> tuple[bool, bool, str]:
    """Put first what can be used at once and with words: pages begin with the first model."""
    return not card.get("resident", True), not card["uses_words"], card["id"]
