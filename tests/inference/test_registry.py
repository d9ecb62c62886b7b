import subprocess
import sys
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from inference.core.vectors import Direction, P
from inference.errors import Conflict, InvalidInput, UnknownId
from inference.registry import Registry, operations


def wobble(
    a: P,
    *others: P,
    amount: Annotated[float, Field(ge=0, le=1, title="How much")] = 0.5,
    along: Literal["arc", "line"] = "arc",
    count: int,
) -> P:
    """Shake a point.

    More words that are not in the summary.
    """
    return a


def lean(a: P, way: Direction) -> P:
    """Lean."""
    return a


@pytest.fixture
def registry() -> Registry:
    found = Registry("inference.core")
    found._searched = True
    return found


def test_the_signature_is_the_form(registry: Registry) -> None:
    registry.add(wobble)
    card = registry["wobble"].card()
    assert card["title"] == "Wobble"
    assert card["summary"] == "Shake a point."
    assert [(o["name"], o["kind"], o["variadic"]) for o in card["operands"]] == [
        ("a", "point", False),
        ("others", "point", True),
    ]
    knobs = card["knobs"]
    assert set(knobs["properties"]) == {"amount", "along", "count"}
    assert knobs["properties"]["amount"] == {
        "default": 0.5,
        "minimum": 0,
        "maximum": 1,
        "title": "How much",
        "type": "number",
    }
    assert knobs["required"] == ["count"]
    assert knobs["additionalProperties"] is False
    assert card["licence"] == "Apache-2.0"


def test_directions_are_told_from_points(registry: Registry) -> None:
    registry.add(lean)
    assert [operand.kind for operand in registry["lean"].operands] == ["point", "direction"]


def test_knobs_are_checked_and_defaults_written_out(registry: Registry) -> None:
    registry.add(wobble)
    assert registry["wobble"].check({"count": 2}) == {"amount": 0.5, "along": "arc", "count": 2}
    for bad in ({}, {"count": 1, "amount": 2}, {"count": 1, "amuont": 1}, {"count": "x"}):
        with pytest.raises(InvalidInput) as caught:
            registry["wobble"].check(bad)
        assert "amount" in str(caught.value.expected)
    with pytest.raises(InvalidInput):
        registry["wobble"].check({"count": 1, "amount": float("nan")})


def test_a_name_is_taken_once(registry: Registry) -> None:
    registry.add(wobble)
    with pytest.raises(Conflict, match="wobble"):
        registry.add(wobble)


def test_an_unknown_name_lists_what_there_is() -> None:
    with pytest.raises(UnknownId, match="no operation called 'slrep'") as caught:
        operations["slrep"]
    assert caught.value.expected == ", ".join(operations)
    assert "interpolate, mean, mix" in caught.value.expected


def test_a_new_file_is_in_the_catalogue_and_an_underscored_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = tmp_path / "house_of_moves"
    house.mkdir()
    (house / "__init__.py").write_text(
        "from inference.registry import Registry\nmoves = Registry(__name__)\n"
    )
    body = "from house_of_moves import moves\n\n@moves.add\ndef {0}(a: int) -> int:\n    'Do it.'\n    return a\n"
    (house / "hop.py").write_text(body.format("hop"))
    (house / "_hidden.py").write_text(body.format("hidden"))
    monkeypatch.syspath_prepend(str(tmp_path))
    import importlib

    moves = importlib.import_module("house_of_moves").moves
    assert list(moves) == ["hop"]
    assert "hop" in moves
    assert "hidden" not in moves
    assert [card["id"] for card in moves.cards()] == ["hop"]


def test_the_catalogue_needs_no_torch() -> None:
    code = (
        "import sys\n"
        "from inference.registry import directions, operations, projectors\n"
        "assert operations.cards() and directions.cards() and projectors.cards()\n"
        "assert not {'torch', 'umap', 'sklearn'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
