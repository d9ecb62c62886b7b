"""What is true of every operation, also of the ones that are not written yet."""

import json

import pytest
import torch

from inference.core.noise import noise
from inference.core.vectors import Direction, Embedding, Geometry, Latent, Point
from inference.errors import WrongSpace
from inference.registry import Entry, operations

GEOMETRIES: list[Geometry] = ["gaussian", "sphere", "flat"]


@pytest.fixture(params=list(operations))
def operation(request: pytest.FixtureRequest) -> Entry:
    return operations[request.param]


def operands(entry: Entry, geometry: Geometry, space: str = "s") -> list[Point | Direction]:
    found: list[Point | Direction] = []
    for index, operand in enumerate(entry.operands):
        values = noise(index + 1, (256,))
        values = values / values.norm() if geometry == "sphere" else values
        if operand.kind == "direction":
            found.append(Direction(values * 0.5, space, geometry))
        else:
            kind = Embedding if geometry == "sphere" else Latent
            found += [
                kind(values + i * 0.01, space, geometry) for i in range(1 + 2 * operand.variadic)
            ]
    return found


def test_it_says_what_it_does(operation: Entry) -> None:
    card = operation.card()
    assert json.loads(json.dumps(card)) == card
    assert card["summary"].endswith(".")
    assert operation.operands
    assert operation.call.__module__.endswith(f".{operation.id}")
    for name, knob in card["knobs"]["properties"].items():
        assert knob.get("title"), name
        assert "default" in knob, name


def test_its_operands_are_points_and_directions_and_so_is_what_comes_of_it(
    operation: Entry,
) -> None:
    kinds = [operand.kind for operand in operation.operands]
    assert set(kinds) <= {"point", "direction", "vector"}
    assert operation.result in {"point", "direction", "vector"}
    for geometry in GEOMETRIES:
        given = operands(operation, geometry)
        result = operation.call(*given)
        if operation.result == "direction":
            assert isinstance(result, Direction)
        else:
            assert type(result) is type(given[kinds.index(operation.result)])
        assert (result.space, result.geometry) == ("s", geometry)
        assert result.values.shape == (256,)
        assert bool(result.values.isfinite().all())


def test_it_is_a_function_of_its_operands_and_changes_none_of_them(operation: Entry) -> None:
    for geometry in GEOMETRIES:
        given = operands(operation, geometry)
        before = [vector.values.clone() for vector in given]
        assert torch.equal(operation.call(*given).values, operation.call(*given).values)
        assert all(torch.equal(v.values, b) for v, b in zip(given, before, strict=True))


@pytest.mark.parametrize("geometry", ["gaussian", "sphere"])
def test_it_keeps_to_the_shell_on_which_pictures_live(operation: Entry, geometry: Geometry) -> None:
    if operation.result == "direction":
        pytest.skip("directions may be of any length")
    given = operands(operation, geometry)
    usual = torch.stack([v.values.norm() for v in given if isinstance(v, Point)]).mean()
    assert float(operation.call(*given).values.norm() / usual) == pytest.approx(1, abs=0.1)


def test_it_refuses_two_spaces(operation: Entry) -> None:
    given = operands(operation, "gaussian")
    if len(given) < 2:
        pytest.skip("one operand is always of one space")
    with pytest.raises(WrongSpace):
        operation.call(*given[:-1], operands(operation, "gaussian", "other")[-1])
