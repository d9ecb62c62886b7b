"""What an expression may say on a map: the leaves that have a place in the space of its vectors.

On a map of `judge`, words stand for what their pictures would show, and pictures for themselves; on
one of `prompt` or `sentence` only words have a place, on one of `noise` only noise, on one of `latent`
only pictures. Points of the map itself have a place on every map. Needs no torch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from inference.errors import InvalidExpression, WrongSpace
from inference.expressions.names import operands_of
from inference.expressions.nodes import Node, Noise, Picture
from inference.expressions.types import Checked, check
from inference.maps.files import MapFolder

SEES = ("judge", "latent")  # where pictures have a place


def check_on(
    node: Node, map: MapFolder, model: Mapping[str, Any] | None, own: Collection[str] = ()
) -> Checked:
    """Check a tree without names against the space of a map.

    `model` is the card of the map's model; pictures whose hash is in `own` stand for points of this
    map. Raises `InvalidExpression` or `WrongSpace` at the part that has no place here, and
    `UnknownId` for a direction that the model does not have.
    """
    space = str(map.info.get("space", map.id))
    for leaf in _leaves(node):
        strange = isinstance(leaf, Noise) and map.view != "noise"
        unseen = isinstance(leaf, Picture) and leaf.sha256 not in own and map.view not in SEES
        if strange or unseen:
            raise WrongSpace(
                f"{'noise' if strange else 'a picture'} has no place on a map of {space}",
                expected=f"a point of {space}",
                hint="name a group of points of this map, as @name",
                position=leaf.span.start,
            )
    found = check(node, _card(map, model, space))
    if found.type.kind == "number":
        raise InvalidExpression(
            "that is a number", expected="a direction, or a point", position=node.span.start
        )
    return found


def _card(map: MapFolder, model: Mapping[str, Any] | None, space: str) -> dict[str, Any]:
    here = {"id": space, "geometry": "sphere"}
    reads = map.reads_words and model is not None
    return {
        "id": f"the map {map.id}",
        "spaces": {"noise": here} | ({"prompt": here} if reads else {}),
        "verbs": ["invert"],
        "directions": (model or {}).get("directions", []) if reads else [],
    }


def _leaves(node: Node) -> Iterator[Node]:
    inner = operands_of(node)
    if not inner:
        yield node
    for each in inner:
        yield from _leaves(each)
