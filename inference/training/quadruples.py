"""Write true analogies between emoji: `python -m inference.training.quadruples`.

Names, genders, skin tones and styles of the training set say which pairs differ in one thing alone;
two pairs of one kind are a quadruple a : b :: c : d.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from inference.maps.words import FOLDER
from inference.training.words import CAPTIONS

QUADRUPLES = FOLDER / "analogies.json.gz"
STYLE = "noto"
MOST = 200  # quadruples of one kind
TONES = ("light", "medium-light", "medium", "medium-dark", "dark")
HOURS = "one two three four five six seven eight nine ten eleven twelve"
COLOURS = "red orange yellow green blue purple brown black white"
OTHER_STYLES = ("twemoji", "fluent 3d", "fluent flat")

Pair = tuple[str, str]


def pairs(entries: list[dict[str, Any]]) -> dict[str, list[Pair]]:
    """Return for each kind of relation the pairs of prompts that differ in that alone."""
    found: dict[str, list[Pair]] = {}
    own = [entry for entry in entries if entry["style"] == STYLE]
    names = {str(entry["name_en"]) for entry in own}
    roles: dict[str, dict[str, str]] = defaultdict(dict)
    tones: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in own:
        name, tone = str(entry["name_en"]), str(entry["tone"])
        if not tone:
            roles[str(entry["base"])].setdefault(str(entry["gender"]), name)
        tones[name.split(",")[0]][tone] = name
    for kind, start, end in (
        ("man to woman", "man", "woman"),
        ("person to woman", "", "woman"),
        ("person to man", "", "man"),
    ):
        found[kind] = [(r[start], r[end]) for r in roles.values() if start in r and end in r]
    for kind, start, end in (
        ("light to dark skin", "light", "dark"),
        ("no tone to medium skin", "", "medium"),
    ):
        found[kind] = [(t[start], t[end]) for t in tones.values() if start in t and end in t]
    found["hour to half past"] = [
        pair
        for hour in HOURS.split()
        if set(pair := (f"{hour} o’clock", f"{hour}-thirty")) <= names
    ]
    found["face to cat"] = sorted(_cats(names))
    found["colour to colour"] = sorted(_colours(names))
    styled = sorted({str(e["name_en"]) for e in entries if e["style"] in OTHER_STYLES} & names)
    dice = random.Random(0)
    for style in OTHER_STYLES:
        chosen = dice.sample([name for name in styled if "," not in name], 60)
        found[f"{STYLE} to {style}"] = [
            (f"{name}, {STYLE} style", f"{name}, {style} style") for name in sorted(chosen)
        ]
    return found


def _cats(names: set[str]) -> Iterator[Pair]:
    for cat in names:
        for face in (cat.replace("cat with", "face with"), cat.replace(" cat", " face")):
            if " cat" in f" {cat}" and face != cat and face in names:
                yield face, cat


def _colours(names: set[str]) -> Iterator[Pair]:
    colours = COLOURS.split()
    for name in names:
        colour, _, thing = name.partition(" ")
        if colour in colours:
            yield from (
                (name, f"{other} {thing}")
                for other in colours
                if other != colour and f"{other} {thing}" in names
            )


def _same_colours(one: Pair, other: Pair) -> bool:
    return [name.split()[0] for name in one] == [name.split()[0] for name in other]


def quadruples(found: dict[str, list[Pair]]) -> dict[str, list[list[str]]]:
    """Return up to 200 quadruples [a, b, c, d] of each kind, the same ones every time."""
    dice = random.Random(0)
    result = {}
    for kind, all_of in found.items():
        # Two pairs of colours are an analogy only where the colours are the same ones.
        every = [
            [a, b, c, d]
            for a, b in all_of
            for c, d in all_of
            if (a, b) != (c, d) and (kind != "colour to colour" or _same_colours((a, b), (c, d)))
        ]
        result[kind] = sorted(dice.sample(every, min(MOST, len(every))))
    return {kind: each for kind, each in result.items() if each}


def write(target: Path = QUADRUPLES) -> None:
    """Write the file."""
    with gzip.open(CAPTIONS) as file:
        entries = json.load(file)
    vocabulary = sorted({str(e["name_en"]) for e in entries if e["style"] == STYLE})
    told = {"vocabulary": vocabulary, "quadruples": quadruples(pairs(entries))}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    target.write_bytes(gzip.compress(text, 9, mtime=0))


if __name__ == "__main__":
    write()
