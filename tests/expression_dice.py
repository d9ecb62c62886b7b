"""Random expressions: ones that mostly fit, and noise of bytes, pieces and wounds. Seeded."""

from __future__ import annotations

import json
import random

from starlette.testclient import TestClient

PARTS = "/api/v1/expressions/parts"

WORDS = [
    '"cat"',
    '"king"',
    "woman",
    '"猫の顔"',
    '""',
    '"a \\"quoted\\" word"',
    "「笑う猫」",
    "“dog”",
    "é",
    '"' + "x" * 300 + '"',
]
POINTS = [
    *WORDS,
    "noise(7)",
    "noise(0)",
    "noise(9007199254740991)",
    f'img("{"ab" * 32}")',
    "@cats",
    "@0000",
]
ARROWS = [
    'dir("smile")',
    'dir("age")',
    'dir("old", "young")',
    "dir(@cats, @cats)",
    'dir("nothing")',
]
NUMBERS = ["0", "1", "-1", "0.5", "2.5e0", "1e3", ".25", "7"]
CALLS = ["mix", "mean", "slerp", "lerp", "interpolate", "vary", "norm", "remove", "project", "steer",
         "arithmetic", "dir", "img", "noise", "nonsense"]  # fmt: skip
KNOBS = [
    "t=0.5",
    "t=2",
    "seed=3",
    "amount=0.2",
    "scale=1.5",
    'along="arc"',
    "along=line",
    "t=t",
    "weights=1",
]
PIECES = [*'"()+-*;,=@. \\', "−", "·", "×", "\u3000", "𝕏", "\x00", "\ud800", "e\u0301", "1e999", "\n",
          "mix(", "noise(", "dir(", '"a"', "@@", "@a.noise", "@a-b", ".prompt", "½", "🙂", "（", "）", "「", "」", "“", "”", "、", "；", "＝", "ー", "＋", "＊", "＠",
          "７", "．", "「猫」", *CALLS]  # fmt: skip


def likely(dice: random.Random, depth: int = 3) -> str:
    """Return an expression that follows the grammar and now and then the types."""
    roll = dice.random()
    if depth == 0 or roll < 0.3:
        return dice.choice(dice.choice([POINTS, POINTS, ARROWS, NUMBERS]))
    if roll < 0.55:
        sign = dice.choice(["+", "-", " + ", " - ", "−"])
        return f"{likely(dice, depth - 1)}{sign}{likely(dice, depth - 1)}"
    if roll < 0.65:
        return f"{dice.choice(NUMBERS)} * {likely(dice, depth - 1)}"
    if roll < 0.75:
        return f"({likely(dice, depth - 1)})"
    inside = [likely(dice, depth - 1) for _ in range(dice.randint(1, 4))]
    if dice.random() < 0.4:
        inside.append(dice.choice(KNOBS))
    weights = ""
    if dice.random() < 0.3:
        weights = "; " + ", ".join(dice.choice(NUMBERS) for _ in range(dice.randint(1, 4)))
    return f"{dice.choice(CALLS)}({', '.join(inside)}{weights})"


def noisy(dice: random.Random) -> str:
    """Return characters and pieces in any order."""
    if dice.random() < 0.3:
        return "".join(chr(dice.randrange(1, 0x2FF)) for _ in range(dice.randint(0, 60)))
    return "".join(dice.choice(PIECES) for _ in range(dice.randint(0, 30)))


def wounded(dice: random.Random) -> str:
    """Return an expression with some characters lost, doubled or replaced."""
    source = list(likely(dice))
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(source)) if source else 0
        source[at : at + dice.randint(0, 2)] = dice.choice(["", *PIECES])
    return "".join(source)


def expressions(seed: int, count: int) -> list[str]:
    """Return random expressions, the same ones for the same seed."""
    dice = random.Random(seed)
    makers = [likely, likely, wounded, noisy]
    return [dice.choice(makers)(dice) for _ in range(count)]


def check_all(web: TestClient, sources: list[str]) -> int:
    """Ask for the parts of every source; return how many were read, each the same when read again."""
    read = 0
    for source in sources:
        body = json.dumps({"expression": source})
        said = web.post(PARTS, content=body, headers={"Content-Type": "application/json"})
        found = said.json()
        if said.status_code == 200:
            read += 1
            again = web.post(PARTS, json={"expression": found["expression"]}).json()
            assert again["expression"] == found["expression"], source
        else:
            assert said.status_code in (404, 422), (source, found)
            assert 0 <= found["position"] <= len(source), (source, found)
            if fix := found.get("fix"):
                assert 0 <= fix["start"] <= fix["end"] <= len(source), (source, found)
    return read
