"""A session as a zip that another installation takes in: nodes, recipes, uploads, groups, pictures.

What comes back in is a stranger's word. Recipes are made again rather than their pictures believed
(equal recipes give equal bytes), uploads are decoded and encoded afresh, and nothing that is there
already is changed.
"""

from __future__ import annotations

import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.archives import Archive, opened
from app.errors import DamagedPicture
from app.session_schemas import GROUP_NAME, Members, NewNode, NodeId, Words
from app.session_tree import is_tree
from app.storage.choices import LONGEST, PACKED
from app.storage.files import out_of_disk
from inference.errors import InvalidInput, UnknownId
from inference.pictures import Upload, decode_upload

FORMAT = 1
CARD = "session.json"
_UPLOAD = re.compile(r"uploads/([0-9a-f]{64})\.png")
MOST_RENDERS = 2_000
# The zip's clock has no meaning here; the same session gives the same bytes.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class KeptRender(_Strict):
    """A render that a node made or changed: its recipe, and its marks when it was written."""

    id: str = Field(pattern="^[0-9a-f]{32}$")
    recipe: dict[str, Any]
    starred: bool
    folder: Annotated[Words, Field(max_length=120)] | None
    deleted: bool


class KeptGroup(Members):
    """A group that an address of the session names."""

    name: str = Field(pattern=GROUP_NAME)


class KeptChoice(_Strict):
    """Chosen points that an address of the session names by their hash."""

    id: str = Field(pattern=r"^[0-9a-f]{32}$")
    packed: str = Field(pattern=PACKED, max_length=LONGEST)


class Card(_Strict):
    """The whole session but for its pictures."""

    rashin_session: Literal[1]
    title: Words = Field(max_length=200)
    head: NodeId | None
    nodes: list[NewNode] = Field(min_length=1, max_length=20_000)
    renders: list[KeptRender] = Field(max_length=MOST_RENDERS)
    groups: list[KeptGroup] = Field(max_length=500)
    choices: list[KeptChoice] = Field(default=[], max_length=1_000)


@dataclass(frozen=True)
class Read:
    """What an archive holds, checked: the card, and uploads by the hash that recipes call them by."""

    card: Card
    uploads: Mapping[str, Upload] = field(default_factory=dict)


def write(
    folder: Path,
    look: Callable[[str], bytes],
    card: Mapping[str, Any],
    pictures: Mapping[str, str],
    uploads: Sequence[str],
) -> Path:
    """Write a session to a new file in a folder; pictures by the name they get and their hash.

    `look` finds a picture by hash. One that is not there any more is left out: its recipe makes it again.
    """
    handle, name = tempfile.mkstemp(suffix=".zip", dir=folder)
    members = [(f"pictures/{each}.png", sha) for each, sha in sorted(pictures.items())]
    members += [(f"uploads/{sha}.png", sha) for sha in sorted(uploads)]
    try:
        with open(handle, "wb") as out, zipfile.ZipFile(out, "w") as archive:  # noqa: PTH123
            text = json.dumps(card, ensure_ascii=False, indent=1, sort_keys=True)
            _add(archive, CARD, text.encode(), zipfile.ZIP_DEFLATED)
            for member, sha in members:
                try:
                    _add(archive, member, look(sha), zipfile.ZIP_STORED)
                except (UnknownId, DamagedPicture):
                    continue
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise out_of_disk(f"the archive could not be written: {error.strerror}") from error
    return Path(name)


def _add(archive: zipfile.ZipFile, name: str, data: bytes, how: int) -> None:
    member = zipfile.ZipInfo(name, _LONG_AGO)
    member.compress_type = how
    member.external_attr = 0o644 << 16
    archive.writestr(member, data)


def read(file: BinaryIO | Path) -> Read:
    """Check an archive through and through. Raises `InvalidInput` or `TooLarge`, naming the fault."""
    with opened(file) as archive:
        card = _card(archive)
        uploads = {}
        for name in archive.names:
            if (found := _UPLOAD.fullmatch(name)) is not None:
                uploads[found[1]] = decode_upload(archive.read(name))
    parents = {node.id: node.parent for node in card.nodes}
    if not is_tree([node.id for node in card.nodes], parents):
        raise InvalidInput("the nodes are no tree", expected="every node once, after its parent")
    if card.head is not None and card.head not in parents:
        raise InvalidInput(f"the session stands on {card.head!r}, which is none of its nodes")
    return Read(card, uploads)


def _card(archive: Archive) -> Card:
    try:
        return Card.model_validate_json(archive.read(CARD))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or CARD
        raise InvalidInput(
            f"{CARD}: {place}: {first['msg']}"[:500],
            expected="a session that Rashin wrote",
            hint="export it anew",
        ) from error


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Return JSON in which every old id or hash, wherever it stands in a string, is the new one."""
    changed = {old: new for old, new in names.items() if old != new}
    if not changed:
        return value
    text = json.dumps(value)
    pattern = re.compile("|".join(map(re.escape, sorted(changed, key=len, reverse=True))))
    return json.loads(pattern.sub(lambda found: changed[found[0]], text))
