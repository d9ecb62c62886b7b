"""True analogies: what differs between a and b differs between c and d, and nothing else."""

import gzip
import json

import pytest

from inference.training.analogies import INTRODUCTION, ROOT
from inference.training.quadruples import MOST, QUADRUPLES, pairs, quadruples
from inference.training.words import CAPTIONS


@pytest.fixture(scope="module")
def told() -> dict[str, list[list[str]]]:
    with gzip.open(CAPTIONS) as file:
        return quadruples(pairs(json.load(file)))


def test_the_committed_file_is_what_is_written_today(told: dict[str, list[list[str]]]) -> None:
    with gzip.open(QUADRUPLES) as file:
        kept = json.load(file)
    assert kept["quadruples"] == told
    plain = [four for kind, each in told.items() if "style" not in each[0][0] for four in each]
    assert {name for four in plain for name in four} <= set(kept["vocabulary"])


def test_each_kind_says_what_it_says(told: dict[str, list[list[str]]]) -> None:
    assert len(told) >= 10
    for kind, each in told.items():
        assert 10 <= len(each) <= MOST, kind
        assert all(len(set(four)) == 4 for four in each), kind
    assert all("man" in a and "woman" in b for a, b, _, _ in told["man to woman"] if "artist" in a)
    assert all(d.endswith("fluent 3d style") for *_, d in told["noto to fluent 3d"])
    for a, b, c, d in told["colour to colour"]:
        assert a.split()[1:] == b.split()[1:]
        assert (a.split()[0], b.split()[0]) == (c.split()[0], d.split()[0])


def test_the_page_is_written_by_the_command_as_it_is_today() -> None:
    page = (ROOT / "docs" / "analogies.md").read_text("utf-8")
    assert page.startswith(INTRODUCTION)
    with gzip.open(QUADRUPLES) as file:
        kinds = json.load(file)["quadruples"]
    for kind, each in kinds.items():
        assert f"## {kind[0].upper()}{kind[1:]}: {len(each)} quadruples" in page
