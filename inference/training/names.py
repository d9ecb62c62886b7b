"""What a picture shows: labels and keywords in two languages, tone, gender and base concept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from inference.training.packages import Icon, read_json

TONES = ("light", "medium-light", "medium", "medium-dark", "dark")

_TONE_SUFFIX = re.compile(r"-(medium-light|medium-dark|light|medium|dark)(?:-skin-tone)?$")
_TONE_OF_CODE = {f"1f3f{digit}": TONES[i] for i, digit in enumerate("bcdef")}

# Pictures of two people multiply with the tones of both, and are nobody's first prompt.
_TWO_PEOPLE = re.compile(
    r"^(couple|kiss|family|people-holding|women-holding|men-holding|woman-and-man|people-with"
    r"|men-with|women-with|handshake|.*wrestl)"
)
_LETTERS = re.compile(r"^(flag-|regional-|letter-|keycap|on-exclamation|unknown-flag)|-flag$")
_LETTER_SUBGROUPS = frozenset(
    [
        "keycap",
        "alphanum",
        "flag",
        "country-flag",
        "subdivision-flag",
        "transport-sign",
        "av-symbol",
        "math",
        "punctuation",
        "currency",
        "other-symbol",
        "gender",
        "geometric",
        "arrow",
        "warning",
    ]
)

_WOMAN = re.compile(r"\b(woman|women|girl|mrs|princess|queen|bride|mother|lady)\b", re.IGNORECASE)
_MAN = re.compile(r"\b(man|men|boy|mr|prince|santa|father)\b", re.IGNORECASE)
_PEOPLE_WORDS = re.compile(r"^(old-)?(man|woman|person|men|women|people|boy|girl|mrs|mr|mx)(?:-|$)")
_FACING = re.compile(r"-facing-right$")


@dataclass(frozen=True)
class Entry:
    """Everything known about one picture; what the index of the data set holds."""

    style: str
    name: str
    label_en: str
    label_ja: str
    keywords_en: tuple[str, ...]
    keywords_ja: tuple[str, ...]
    group: str
    subgroup: str
    tone: str
    gender: str
    concept: str
    base: str
    hexcode: str


def slug(label: str) -> str:
    """Lower-case, with every run of other characters than letters and digits turned into a dash."""
    plain = label.lower().replace("’", "").replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def plain_code(hexcode: str) -> str:
    """Drop the variation selector, which vendors write or leave out at will."""
    return "-".join(part for part in hexcode.lower().split("-") if part != "fe0f")


def base_of(concept: str) -> str:
    """Return what people variants have in common: `woman-astronaut` and `astronaut` are one."""
    plain = _FACING.sub("", concept)
    rest = _PEOPLE_WORDS.sub("", plain)
    return rest or plain


def gender_of(label: str) -> str:
    """Return `woman`, `man` or nothing, from the words of an English label."""
    if _WOMAN.search(label):
        return "woman"
    return "man" if _MAN.search(label) else ""


class NameBook:
    """Looks an icon up by its code points, else by its name, in emojibase."""

    def __init__(self, folder: Path) -> None:
        english = cast(list[dict[str, Any]], read_json(folder / "en" / "data.json"))
        japanese = cast(list[dict[str, Any]], read_json(folder / "ja" / "data.json"))
        groups = cast(dict[str, Any], read_json(folder / "meta" / "groups.json"))
        self._groups: dict[str, str] = groups["groups"]
        self._subgroups: dict[str, str] = groups["subgroups"]
        self._japanese = {plain_code(entry["hexcode"]): entry for entry in japanese}
        self._by_code: dict[str, dict[str, Any]] = {}
        self._by_slug: dict[str, dict[str, Any]] = {}
        for entry in english:
            for variant in (entry, *entry.get("skins", ())):
                self._by_code[plain_code(variant["hexcode"])] = entry
            self._by_slug[slug(entry["label"])] = entry

    def describe(self, icon: Icon) -> Entry | None:
        """Return what is known about an icon, or nothing when it is left out of training."""
        if _LETTERS.search(icon.name):
            return None
        code = plain_code(icon.hexcode) if icon.hexcode else ""
        tones = [_TONE_OF_CODE[part] for part in code.split("-") if part in _TONE_OF_CODE]
        stripped = _TONE_SUFFIX.sub("", icon.name)
        found = self._by_code.get(code) or self._by_slug.get(stripped)
        if not tones and not code and stripped != icon.name:
            tones = [cast(re.Match[str], _TONE_SUFFIX.search(icon.name)).group(1)]
        concept = slug(found["label"]) if found else stripped
        if len(tones) > 1 or _TWO_PEOPLE.search(concept) or _TWO_PEOPLE.search(icon.name):
            return None
        group = self._groups.get(str(found.get("group")), "") if found else ""
        subgroup = self._subgroups.get(str(found.get("subgroup")), "") if found else ""
        if subgroup in _LETTER_SUBGROUPS or group in ("flags", "component"):
            return None
        label = str(found["label"]).replace(":", ",") if found else stripped.replace("-", " ")
        japanese = self._japanese.get(plain_code(found["hexcode"])) if found else None
        return Entry(
            style=icon.style,
            name=icon.name,
            label_en=label,
            label_ja=str(japanese["label"]) if japanese else "",
            keywords_en=tuple(found.get("tags", ())) if found else (),
            keywords_ja=tuple(japanese.get("tags", ())) if japanese else (),
            group=group,
            subgroup=subgroup,
            tone=tones[0] if tones else "",
            gender=gender_of(label),
            concept=concept,
            base=base_of(concept),
            hexcode=code,
        )
