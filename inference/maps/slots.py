"""Templates with slots: a sentence that stands for many, {one|other} for {one|other} …"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from inference.errors import InvalidInput

MOST_POINTS = 200_000
MOST_TITLE = 24


def expand(template: str) -> list[tuple[str, dict[str, str]]]:
    """Return every sentence that a template with slots {one|other} stands for, and its choices.

    Raises `InvalidInput` with the position of a slot that does not close or is too much.
    """
    parts: list[list[str]] = []
    slots: list[int] = []
    rest, at, count = template, 0, 1
    while rest:
        before, brace, behind = rest.partition("{")
        if "}" in before:
            place = at + before.index("}")
            raise InvalidInput("a slot ends here that did not begin", position=place, expected="{")
        parts.append([before])
        if not brace:
            break
        inside, end, after = behind.partition("}")
        place = at + len(before)
        if not end or "{" in inside:
            raise InvalidInput("this slot does not end", position=place, expected="{one|other}")
        choices = list(dict.fromkeys(choice.strip() for choice in inside.split("|")))
        count *= len(choices)
        if count > MOST_POINTS:
            raise InvalidInput(
                f"the template stands for {count:,} prompts or more",
                position=place,
                expected=f"at most {MOST_POINTS:,}",
            )
        slots.append(len(parts))
        parts.append(choices)
        at, rest = place + len(inside) + 2, after
    names = slot_names([parts[place] for place in slots])
    found: dict[str, dict[str, str]] = {}
    for choice in product(*parts):
        prompt = " ".join("".join(choice).split())
        if prompt:
            chosen = (choice[place] for place in slots)
            found.setdefault(prompt, dict(zip(names, chosen, strict=True)))
    return list(found.items())


def slot_names(slots: Sequence[Sequence[str]]) -> list[str]:
    """Return a name for every slot of a template: its choices, or as many as fit."""
    names: list[str] = []
    for choices in slots:
        said = "/".join(choices)
        name = said if len(said) <= MOST_TITLE else f"{said[: MOST_TITLE - 1]}…"
        names.append(f"{name} {len(names) + 1}" if name in names else name)
    return names
