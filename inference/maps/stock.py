"""What a map is made of: a list of points, each with its recipe, names, keywords and attributes."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inference.errors import InvalidInput
from inference.maps.slots import MOST_POINTS, expand
from inference.maps.tables import Table, as_column, read_table
from inference.maps.topics import topics

LARGEST_SEED = 10_000
FEWEST_POINTS = 20
KINDS = (
    "captions", "prompts", "template", "history", "sweep", "words", "pictures", "map", "table",
)  # fmt: skip
QUOTED = re.compile(r'"([^"]*)"')


@dataclass(frozen=True)
class Item:
    """One point to be: `recipe` is short or canonical, or empty where nothing can be rendered.

    Keywords are words, per language; `picture` is the hash of an uploaded picture that it is.
    """

    recipe: dict[str, Any]
    prompt: str
    title_en: str
    title_ja: str
    keywords_en: tuple[str, ...] = ()
    keywords_ja: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    picture: str | None = None


def read_source(source: Mapping[str, Any], defaults: Mapping[str, Any]) -> list[Item]:
    """Return the points of a source, as `points_of`. Raises `InvalidInput` where they make no map."""
    return enough(points_of(source, defaults))


def points_of(source: Mapping[str, Any], defaults: Mapping[str, Any]) -> list[Item]:
    """Return the points of a source, however few.

    {"kind": "captions", "folder": …}: the concepts a checkpoint was trained on, tones thinned.
    {"kind": "prompts", "prompts": […], "seeds": […]}: every prompt with every seed.
    {"kind": "template", "template": "a {red|blue} {cat|dog}", "seeds": […]}: every choice of words.
    {"kind": "history" or "sweep", "recipes": […]}: recipes as they are.
    {"kind": "words", "words": […]}: words, each as its own prompt.
    {"kind": "pictures", "pictures": [{"sha256", "name", "folder"}]}: uploaded pictures.
    {"kind": "map", "folder": …, "points": […]}: the recipes of another map (all of them without points).
    {"kind": "table", "path": …, "format": …}: vectors with columns.
    A path is seen from the working directory. `defaults` are the fields of a short recipe besides
    prompt and seed.
    """
    kind = str(source.get("kind"))
    match kind:
        case "captions":
            items = captions(Path(source["folder"]), defaults)
        case "prompts":
            pairs: list[tuple[str, dict[str, str]]] = [(each, {}) for each in source["prompts"]]
            items = _prompts(pairs, source.get("seeds") or [0], defaults)
        case "template":
            pairs = expand(str(source["template"]))
            items = _prompts(pairs, source.get("seeds") or [0], defaults)
        case "history" | "sweep":
            made_at = source.get("made_at") or [""] * len(source["recipes"])
            known = zip(source["recipes"], made_at, strict=True)
            items = [_remembered(recipe, moment) for recipe, moment in known]
        case "map":
            items = _elsewhere(source, defaults)
        case "words":
            items = _prompts([(word, {}) for word in dict.fromkeys(source["words"])], [0], defaults)
        case "pictures":
            items = [_picture(one) for one in source["pictures"]]
        case "table":
            items = _rows(read_table(Path(source["path"]), source["format"]))
        case _:
            raise InvalidInput(f"no source of kind {kind!r}", expected=", ".join(KINDS))
    return items


def _prompts(
    pairs: Sequence[tuple[str, dict[str, str]]], seeds: Sequence[int], defaults: Mapping[str, Any]
) -> list[Item]:
    return [
        Item(
            {**defaults, "prompt": prompt, "seed": seed},
            prompt,
            prompt,
            prompt,
            *_split(prompt),
            choices | ({"seed": str(seed)} if len(seeds) > 1 else {}),
        )
        for prompt, choices in pairs
        for seed in seeds
    ]


def _picture(one: Mapping[str, Any]) -> Item:
    name = Path(str(one["name"]))
    title = name.stem.replace("_", " ").replace("-", " ").strip() or name.name
    folder = name.parent.name
    words = _split(f"{title} {folder}")
    attributes = {"folder": folder} if folder else {}
    return Item({}, title, title, title, *words, attributes, str(one["sha256"]))


def _rows(table: Table) -> list[Item]:
    columns = {name: as_column(values)[1] for name, values in table.columns.items()}
    return [
        Item(
            {},
            title,
            title,
            title,
            *_split(title),
            {name: values[n] for name, values in columns.items()},
        )
        for n, title in enumerate(table.titles)
    ]


def enough(items: list[Item]) -> list[Item]:
    """Return the items, or raise `InvalidInput` when they are too few or too many for a map."""
    if not FEWEST_POINTS <= len(items) <= MOST_POINTS:
        raise InvalidInput(
            f"{len(items)} points do not make a map", expected=f"{FEWEST_POINTS} to {MOST_POINTS}"
        )
    return items


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text that may serve as keywords."""
    return _split(text.replace('"', " ").replace("(", " ").replace(")", " "))[0]


def _split(prompt: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = tuple(
        word for word in prompt.lower().replace(",", " ").replace("、", " ").split() if word
    )
    return words, words


def _elsewhere(source: Mapping[str, Any], defaults: Mapping[str, Any]) -> list[Item]:
    from inference.maps.same import same_recipes  # which makes items, and so needs this module

    return same_recipes(Path(source["folder"]), source.get("points"), defaults)


def _remembered(recipe: Mapping[str, Any], made: str = "") -> Item:
    prompt = str(recipe.get("prompt") or recipe.get("conditioning") or recipe.get("noise") or "")
    quoted = QUOTED.findall(prompt)
    title = quoted[0] if len(quoted) == 1 and prompt == f'"{quoted[0]}"' else prompt
    words = _split(" ".join(quoted) or prompt)
    return Item(dict(recipe), title, title, title, *words, {"made": made} if made else {})


def captions(folder: Path, defaults: Mapping[str, Any]) -> list[Item]:
    """Return the shipped map's points from captions.json.gz of a checkpoint.

    Every name in every style without a tone; one of the five tones for every toned person, turning
    from person to person; and every second thing that is no person a second time, with another
    seed. So people stay under a third, although they are two thirds of the pictures.
    """
    with gzip.open(folder / "captions.json.gz") as file:
        rows: list[dict[str, Any]] = json.load(file)
    plain = [row for row in rows if not row["tone"]]
    toned: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["tone"]:
            bare = row["name_en"].removesuffix(f", {row['tone']} skin tone")
            toned[bare, row["style"], row["gender"]].append(row)
    # The same tone for a person in all four styles, so that styles can be compared.
    chosen = [
        sorted(group, key=lambda row: row["tone"])[number(name) % len(group)]
        for (name, _, _), group in toned.items()
    ]
    again = [
        row
        for row in plain
        if row["group"] != "people-body" and number(row["name_en"] + row["style"]) % 2
    ]
    first = [_caption(row, defaults, 0) for row in [*plain, *chosen]]
    return first + [_caption(row, defaults, 1) for row in again]


def _caption(row: Mapping[str, Any], defaults: Mapping[str, Any], turn: int) -> Item:
    prompt = f"{row['name_en']}, {row['style']} style"
    english, japanese = topics(row["group"], row["subgroup"])
    seed = number(row["base"] + "again" * turn) % LARGEST_SEED
    return Item(
        {**defaults, "prompt": prompt, "seed": seed},
        prompt,
        row["name_en"],
        row["name_ja"],
        (*_words(row["name_en"], row["keywords_en"], row["tone"]), *english),
        tuple(dict.fromkeys([*row["keywords_ja"], *japanese])),
        {
            "style": row["style"],
            "group": row["group"],
            "subgroup": row["subgroup"],
            "tone": row["tone"],
            "gender": row["gender"],
        },
    )


def _words(name: str, keywords: list[str], tone: str) -> tuple[str, ...]:
    """Return keywords and the words of the name; tones have their own column."""
    bare = name.removesuffix(f", {tone} skin tone") if tone else name
    own = [word.strip("“”():,.!’").lower() for word in bare.split()]
    kept = [word for word in own if len(word) > 2 and word not in STOP_WORDS]
    return tuple(dict.fromkeys([*kept, *(word.lower() for word in keywords)]))


STOP_WORDS = frozenset(
    [
        "the",
        "and",
        "with",
        "for",
        "from",
        "face",
        "without",
        "of",
        "in",
        "on",
        "at",
        "button",
        "sign",
        "symbol",
    ]
)


def number(words: str) -> int:
    """Return a number that a string decides, the same on every machine."""
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:6], "big")
