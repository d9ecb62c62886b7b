"""The figures of `inference.maps.verify` as a page of Markdown with a picture beside it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from torch import Tensor

# Where each bar of a histogram begins, in median nearest-neighbour distances; the last is open.
EDGES = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
CURVES = (("cycle_error", "#2563eb", "cycle"), ("placing_error", "#a1a1aa", "left out"))
BAR, TALL, LEFT, BASE = 56, 180, 44, 214


def histogram(errors: Tensor) -> list[float]:
    """Return the share of errors (n,) in each bar of `EDGES`; together they are 1."""
    ends = (*EDGES[1:], float("inf"))
    bars = [(errors >= low) & (errors < high) for low, high in zip(EDGES, ends, strict=True)]
    return [round(float(bar.float().mean()), 4) for bar in bars]


def write_page(figures: Mapping[str, Any], path: Path) -> None:
    """Write the page, and its picture to images/ beside it under the same name."""
    picture = path.parent / "images" / f"{path.stem}.svg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text(drawing(figures), encoding="utf-8")
    path.write_text(page(figures, f"images/{picture.name}"), encoding="utf-8")


def page(figures: Mapping[str, Any], picture: str) -> str:
    """Return the page; every number in it is one of the figures."""
    words = figures.get("leave_one_out_cosine")
    placed, cycle = figures["placing_error"], figures["cycle_error"]
    lines = [
        "# From a place back to a picture",
        "",
        f"How true the map `{figures['map']}` ({figures['points']:,} points) is on the way back. "
        f"{figures['sample']} seeded points, each left out while it is",
        "asked for. Brackets hold 95 % of bootstrap resamples. Written by",
        "",
        f"    python -m inference.maps.verify static/maps/{figures['map']} "
        f"--points {figures['sample']} --write docs/map-inverse.md",
        "",
    ]
    if words:
        lines += [
            "## What words lie at a place",
            "",
            "| Cosine of the guessed words with the true ones | Mean |",
            "|---|---|",
            f"| mixture of the neighbours, which the Atlas uses | {_mean(words['mixture'])} |",
            f"| the nearest neighbour alone | {_mean(words['nearest'])} |",
            f"| the mean of all points | {_mean(words['global_mean'])} |",
            f"| mixture less nearest neighbour, point by point | {_mean(words['gain'])} |",
            "",
        ]
    lines += [
        "## Where a picture lands",
        "",
        "In median distances between nearest neighbours. *Cycle*: a picture is rendered for an empty "
        "place, half-way from a point to its",
        "fourth neighbour, and placed. *Left out*: a known point is taken off the map and placed "
        "again.",
        "",
        "| | Median | First quartile | Third quartile | Nine of ten within |",
        "|---|---|---|---|---|",
        _quantiles("cycle", cycle),
        _quantiles("left out", placed),
        "",
        f"![Shares of landing errors]({picture})",
        "",
        "| Landing error | Cycle | Left out |",
        "|---|---|---|",
    ]
    bars = zip(_names(), cycle["histogram"], placed["histogram"], strict=True)
    lines += [f"| {name} | {one:.1%} | {two:.1%} |" for name, one, two in bars]
    lines += [
        "",
        f"A quarter of the pictures land farther than {cycle['q75']:.2f} usual gaps from the place "
        "that was asked for: two dimensions cannot say",
        "more. The arrow from click to landing shows it each time.",
        "",
    ]
    return "\n".join(lines)


def drawing(figures: Mapping[str, Any]) -> str:
    """Return the histogram of both errors as SVG."""
    width = LEFT + BAR * len(EDGES) + 8
    most = max(max(figures[name]["histogram"]) for name, _, _ in CURVES)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {BASE + 44}" '
        'font-family="sans-serif" font-size="11" fill="#71717a">',
        f'<rect width="{width}" height="{BASE + 44}" fill="#ffffff"/>',
    ]
    for which, (name, colour, title) in enumerate(CURVES):
        for place, share in enumerate(figures[name]["histogram"]):
            tall = share / most * TALL
            x, y = LEFT + place * BAR + 6 + which * 22, BASE - tall
            parts.append(
                f'<rect x="{x}" y="{y:.1f}" width="20" height="{tall:.1f}" fill="{colour}"/>'
            )
            parts.append(
                f'<text x="{x + 10}" y="{y - 3:.1f}" font-size="8" text-anchor="middle">'
                f"{share * 100:.0f}</text>"
            )
        at = width - 130 + which * 62
        parts.append(f'<rect x="{at}" y="8" width="10" height="10" fill="{colour}"/>')
        parts.append(f'<text x="{at + 14}" y="17">{title}</text>')
    for place, name in enumerate(_names()):
        middle = LEFT + place * BAR + BAR // 2
        parts.append(f'<text x="{middle}" y="{BASE + 16}" text-anchor="middle">{name}</text>')
    parts.append(f'<path d="M{LEFT} {BASE}H{width - 8}" stroke="#71717a"/>')
    parts.append(f'<text x="{LEFT - 4}" y="{BASE}" text-anchor="end">%</text>')
    caption = "landing error, in median distances between nearest neighbours"
    parts.append(f'<text x="{width // 2}" y="{BASE + 36}" text-anchor="middle">{caption}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _names() -> list[str]:
    pairs = pairwise(EDGES)
    return [*(f"{low:g} to {high:g}" for low, high in pairs), f"over {EDGES[-1]:g}"]


def _mean(figure: Mapping[str, Any]) -> str:
    low, high = figure["interval"]
    return f"{figure['mean']:.3f} [{low:.3f}, {high:.3f}]"


def _quantiles(name: str, found: Mapping[str, Any]) -> str:
    low, high = found["interval"]
    rest = " | ".join(f"{found[key]:.2f}" for key in ("q25", "q75", "q90"))
    return f"| {name} | {found['median']:.2f} [{low:.2f}, {high:.2f}] | {rest} |"
