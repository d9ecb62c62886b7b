"""Directions that come with the model: two lists of prompts each, mean-differenced as text.

A direction is mean(to) - mean(from) of pooled prompt vectors; scale 1 adds it once.
"""

from __future__ import annotations

from typing import TypedDict

STYLES = ("noto", "twemoji", "fluent 3d", "fluent flat")
ROLES = ("astronaut", "cook", "farmer", "teacher", "singer", "scientist", "pilot", "firefighter")


class DirectionCard(TypedDict):
    """One direction as `directions.json` holds it."""

    id: str
    title_en: str
    title_ja: str
    from_prompts: list[str]
    to_prompts: list[str]


def styled(names: list[str]) -> list[str]:
    """Return every name in every style."""
    return [f"{name}, {style} style" for name in names for style in STYLES]


def card(id: str, title_en: str, title_ja: str, start: list[str], end: list[str]) -> DirectionCard:
    """Return a direction from the `start` names to the `end` names, over all styles."""
    return DirectionCard(
        id=id,
        title_en=title_en,
        title_ja=title_ja,
        from_prompts=styled(start),
        to_prompts=styled(end),
    )


def between_styles(id: str, title_en: str, title_ja: str, start: str, end: str) -> DirectionCard:
    """Return a direction from one style to another, over things of every kind."""
    names = [
        "cat face",
        "red apple",
        "house",
        "woman",
        "grinning face",
        "automobile",
        "cook",
        "dog",
    ]
    return DirectionCard(
        id=id,
        title_en=title_en,
        title_ja=title_ja,
        from_prompts=[f"{name}, {start} style" for name in names],
        to_prompts=[f"{name}, {end} style" for name in names],
    )


DIRECTIONS: list[DirectionCard] = [
    card(
        "smile",
        "smile",
        "笑顔",
        ["frowning face", "crying face", "sad but relieved face", "disappointed face"],
        [
            "grinning face",
            "smiling face",
            "beaming face with smiling eyes",
            "slightly smiling face",
        ],
    ),
    card(
        "skin-tone",
        "darker skin tone",
        "濃い肌色",
        [f"{role}, light skin tone" for role in ROLES],
        [f"{role}, dark skin tone" for role in ROLES],
    ),
    card(
        "age",
        "older",
        "年を重ねる",
        ["boy", "girl", "child", "baby"],
        ["old man", "old woman", "older person"],
    ),
    card(
        "gender",
        "woman to man",
        "女性から男性へ",
        [f"woman {role}" for role in ROLES],
        [f"man {role}" for role in ROLES],
    ),
    card(
        "hair-colour",
        "red hair",
        "赤毛",
        ["woman, white hair", "man, white hair", "person, white hair"],
        ["woman, red hair", "man, red hair", "person, red hair"],
    ),
    card("cat-dog", "cat to dog", "猫から犬へ", ["cat face", "cat"], ["dog face", "dog"]),
    card(
        "red-blue",
        "red to blue",
        "赤から青へ",
        ["red heart", "red circle", "red book", "orange heart"],
        ["blue heart", "blue circle", "blue book", "light blue heart"],
    ),
    card(
        "sun-moon",
        "sun to moon",
        "太陽から月へ",
        ["sun", "sun with face"],
        ["full moon", "full moon face", "crescent moon"],
    ),
    card(
        "bird-fish",
        "bird to fish",
        "鳥から魚へ",
        ["bird", "duck", "parrot"],
        ["fish", "tropical fish", "blowfish"],
    ),
    between_styles(
        "noto-fluent-3d", "noto to fluent 3d", "noto から fluent 3d へ", "noto", "fluent 3d"
    ),
    between_styles("noto-twemoji", "noto to twemoji", "noto から twemoji へ", "noto", "twemoji"),
    between_styles("fluent-3d-flat", "3d to flat", "立体から平面へ", "fluent 3d", "fluent flat"),
]
