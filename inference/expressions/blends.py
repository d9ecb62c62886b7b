"""Between which points an expression lies, and whether a picture there looks at theirs. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from inference.errors import InvalidInput
from inference.expressions.grammar import parse
from inference.expressions.nodes import Call, Node

WAYS = ("fused_outer", "outer", "fused_inner", "inner")
# A model of so few steps has no later ones in which to find its own way.
FEW_STEPS, WARMUP = 4, 0.5


class Attention(BaseModel):
    """How a picture between others looks at them, and for which share of its steps."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    way: Literal["fused_outer", "outer", "fused_inner", "inner"]
    warmup: Annotated[float, Field(gt=0, le=1)]


@dataclass(frozen=True)
class Blend:
    """The points that an expression blends, and how much each counts; the sum is 1."""

    points: tuple[Node, ...]
    weights: tuple[float, ...]


def blend_of(source: str) -> Blend | None:
    """Return the blend that an expression in full (`write`) is; None for one that is none."""
    tree = parse(source) if source else None
    if not isinstance(tree, Call):
        return None
    if tree.name == "interpolate":
        t = float(dict(tree.knobs)["t"])
        return Blend(tree.operands, (1 - t, t))
    if tree.name == "mix" and len(tree.operands) > 1:
        weights = tree.weights or (1.0,) * len(tree.operands)
        total = sum(weights)
        if abs(total) > 1e-6:
            return Blend(tree.operands, tuple(weight / total for weight in weights))
    return None


def attention_of(
    said: Any, card: Mapping[str, Any], conditioning: str, noise: str, steps: int
) -> Attention | None:
    """Return what a recipe says of attention, in full; None where there is nothing between.

    Raises `InvalidInput` for a model without it, and for words and noise that are blends of
    different numbers of points.
    """
    if said is None:
        return None
    if not card.get("attention"):
        raise InvalidInput(f"{card['id']} has no attention to interpolate", expected="no attention")
    given = said.model_dump() if isinstance(said, Attention) else said
    if not isinstance(given, Mapping) or not set(given) <= {"way", "warmup"}:
        raise InvalidInput("attention is said wrongly", expected='{"way": …, "warmup": …}')
    way, warmup = given.get("way", WAYS[0]), given.get("warmup")
    if way not in WAYS:
        raise InvalidInput(f"attention: {str(way)[:40]!r} is no way", expected=" or ".join(WAYS))
    if warmup is None:
        warmup = 1.0 if steps <= FEW_STEPS else WARMUP
    if isinstance(warmup, bool) or not isinstance(warmup, int | float) or not 0 < warmup <= 1:
        raise InvalidInput(
            f"attention: warmup {str(warmup)[:40]} is out of range",
            expected="a share of the steps: more than 0, at most 1",
        )
    words, noises = blend_of(conditioning), blend_of(noise)
    if words is None and noises is None:
        return None
    if words and noises and len(words.points) != len(noises.points):
        raise InvalidInput(
            f"attention between {len(words.points)} meanings and {len(noises.points)} noises",
            expected="blends of equally many points, or one of both alone",
        )
    return Attention(way=way, warmup=round(float(warmup), 4))
