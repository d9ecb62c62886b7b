"""Fetch openly licensed emoji art and its names from npm packages, and read them.

Every package is an archive of data: nothing of it is executed.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast


@dataclass(frozen=True)
class ArtSet:
    """One icon set: how we call its style, and the pinned package that holds it."""

    style: str
    package: str
    version: str
    optional: bool = False


ART_SETS = (
    ArtSet("noto", "@iconify-json/noto", "1.2.9"),
    ArtSet("twemoji", "@iconify-json/twemoji", "1.2.5"),
    ArtSet("fluent 3d", "@iconify-json/fluent-emoji", "1.2.7"),
    ArtSet("fluent flat", "@iconify-json/fluent-emoji-flat", "1.2.6"),
    ArtSet("classic noto", "@iconify-json/noto-v1", "1.2.5", optional=True),
    ArtSet("emojione", "@iconify-json/emojione", "1.2.3", optional=True),
    ArtSet("firefox", "@iconify-json/fxemoji", "1.2.2", optional=True),
    ArtSet("outline", "@iconify-json/streamline-emojis", "1.2.4", optional=True),
)
NAMES_PACKAGE = ("emojibase-data", "17.0.0")

# Share-alike art must never reach the weights, whatever a caller asks for.
REFUSED_LICENCES = ("SA",)


@dataclass(frozen=True)
class Icon:
    """One picture as SVG, before anything is known about what it shows."""

    style: str
    name: str
    hexcode: str | None
    svg: str


@dataclass(frozen=True)
class Licence:
    """What the attribution file says about a package."""

    package: str
    version: str
    title: str
    author: str
    url: str
    style: str


def fetch(package: str, version: str, folder: Path) -> Path:
    """Return the unpacked folder of an npm package, packing it there the first time."""
    target = folder / f"{package.strip('@').replace('/', '-')}-{version}"
    if target.is_dir() and any(target.rglob("*.json")):
        return target
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["npm", "pack", "--silent", f"{package}@{version}"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    archive = folder / f"{target.name}.tgz"
    with tarfile.open(archive) as packed:
        for member in packed.getmembers():
            member.name = member.name.partition("/")[2]
            if member.name.endswith(".json"):
                packed.extract(member, target, filter="data")
    return target


def read_json(path: Path) -> Any:
    """Read a UTF-8 JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def read_licence(art: ArtSet, folder: Path) -> Licence:
    """Read who made a set and under which licence it may be used; refuse share-alike art."""
    info = cast(dict[str, Any], read_json(folder / "info.json"))
    spdx = str(info["license"].get("spdx", info["license"]["title"]))
    if any(part in spdx.split("-") for part in REFUSED_LICENCES):
        raise ValueError(f"{art.package} is {spdx}; share-alike art stays out of the weights")
    author, licence = info["author"], info["license"]
    return Licence(
        package=art.package,
        version=art.version,
        title=str(licence["title"]),
        author=str(author["name"]),
        url=str(author.get("url", "")),
        style=art.style,
    )


def read_icons(art: ArtSet, folder: Path, hexcodes: dict[str, str]) -> list[Icon]:
    """Read the visible icons of a set as SVG documents; `hexcodes` maps icon names to code points.

    A set without a code point table of its own uses that of a sister set with the same names.
    """
    table = cast(dict[str, str], read_json(folder / "chars.json"))
    own = {name: code for code, name in table.items()}
    known = own or hexcodes
    data = cast(dict[str, Any], read_json(folder / "icons.json"))
    width, height = data.get("width", 16), data.get("height", 16)
    icons = []
    for name, icon in sorted(data["icons"].items()):
        if icon.get("hidden"):
            continue
        box = (
            icon.get("left", 0),
            icon.get("top", 0),
            icon.get("width", width),
            icon.get("height", height),
        )
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" '
            'xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'viewBox="{" ".join(map(str, box))}">{icon["body"]}</svg>'
        )
        icons.append(Icon(art.style, name, known.get(name), svg))
    return icons
