"""How much each station counts at a moment of a leg, and the expression that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from inference.errors import InvalidInput

Curve = Literal["arc", "line", "mix", "spline", "hold"]
Weights = Mapping[int, float]
# Expressions keep six decimals; a station that counts less than this is not there.
DECIMALS, NOTHING = 6, 5e-7


def corner_weights(u: float, v: float) -> tuple[float, float, float, float]:
    """Return bilinear weights of the corners (0,0), (1,0), (0,1), (1,1) at (u, v) in [0, 1]²."""
    return (1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v


def spline_weights(t: float, knots: Sequence[float]) -> tuple[float, float, float, float]:
    """Return how much four points in a row count at t in [0, 1] between the second and the third.

    A Catmull-Rom spline by its pyramid of linear blends (Barry and Goldman 1988) over four rising
    knots. Knots at equal distances are the uniform spline; distances to the power 1/2 the
    centripetal one, which never loops or overshoots within a leg (Yuksel et al. 2011).
    """
    k0, k1, k2, k3 = knots
    if not k0 < k1 < k2 < k3:
        raise InvalidInput("the knots of a spline rise", expected="four rising numbers")
    at = k1 + t * (k2 - k1)

    def blend(
        a: Sequence[float], b: Sequence[float], start: float, end: float
    ) -> tuple[float, ...]:
        w = (at - start) / (end - start)
        return tuple((1 - w) * x + w * y for x, y in zip(a, b, strict=True))

    p0, p1, p2, p3 = ((1.0, 0, 0, 0), (0, 1.0, 0, 0), (0, 0, 1.0, 0), (0, 0, 0, 1.0))
    a1, a2, a3 = blend(p0, p1, k0, k1), blend(p1, p2, k1, k2), blend(p2, p3, k2, k3)
    b1, b2 = blend(a1, a2, k0, k2), blend(a2, a3, k1, k3)
    w0, w1, w2, w3 = blend(b1, b2, k1, k2)
    return w0, w1, w2, w3


def leg_weights(
    curve: Curve, t: float, leg: int, count: int, *, loop: bool, spans: Sequence[float] = ()
) -> dict[int, float]:
    """Return how much each of `count` stations counts at t in [0, 1] of a leg; the sum is 1.

    `spans` (one a leg) say how far apart neighbours are; without them all are equally far.
    """
    start, end = leg, (leg + 1) % count
    if t <= 0 or curve == "hold":
        return {start: 1.0}
    if t >= 1:
        return {end: 1.0}
    if curve != "spline":
        return _tidy({start: 1 - t, end: t})
    legs = count if loop else count - 1
    before, after = (leg - 1, leg + 1) if loop else (max(leg - 1, 0), min(leg + 1, legs - 1))
    gaps = [_knot(spans, one % legs) for one in (before, leg, after)]
    knots = [-gaps[0], 0.0, gaps[1], gaps[1] + gaps[2]]
    w0, w1, w2, w3 = spline_weights(t, knots)
    # An open walk goes on beyond its ends as it came: the missing point is a mirrored one.
    if loop or leg > 0:
        weights = [((leg - 1) % count, w0), (start, w1)]
    else:
        weights = [(start, w1 + 2 * w0), (end, -w0)]
    if loop or leg < legs - 1:
        weights += [(end, w2), ((leg + 2) % count, w3)]
    else:
        weights += [(end, w2 + 2 * w3), (start, -w3)]
    total: dict[int, float] = {}
    for station, weight in weights:
        total[station] = total.get(station, 0.0) + weight
    return _tidy(total)


def _knot(spans: Sequence[float], leg: int) -> float:
    span = spans[leg] if leg < len(spans) else 1.0
    # Stations at one place still need rising knots.
    root: float = max(span, 1e-4) ** 0.5
    return root


def _tidy(weights: Weights) -> dict[int, float]:
    return {one: weight for one, weight in weights.items() if abs(weight) > NOTHING}


def expression(points: Mapping[int, str], weights: Weights, curve: Curve) -> str:
    """Return the expression of a point among others by weight (which add up to 1).

    Two points are `interpolate`d along an arc or a line; more of them, and those of a spline, are
    mixed, so that noise stays noise by the Gram rule.
    """
    merged: dict[str, float] = {}
    for station, weight in weights.items():
        merged[points[station]] = merged.get(points[station], 0.0) + weight
    merged = {point: weight for point, weight in merged.items() if abs(weight) > NOTHING}
    if len(merged) == 1:
        return next(iter(merged))
    if len(merged) == 2 and curve in ("arc", "line"):
        (a, _), (b, t) = merged.items()
        return f'interpolate({a}, {b}, along="{curve}", t={number(t)})'
    listed = ", ".join(number(weight) for weight in merged.values())
    return f"mix({', '.join(merged)}; {listed})"


def number(value: float) -> str:
    """Return a number as expressions are written, without an exponent."""
    return f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
