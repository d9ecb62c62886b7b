"""The page about parity says what is measured: some of its lines are measured again."""

from pathlib import Path

import pytest
import torch

from tests.bench.parity import PAGE, Cell, difference, opened
from tests.toy_models import FAMILIES, KINDS

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]
AGAIN = [("stable_diffusion", Cell("euler_ancestral", 4.0)), ("sana", Cell("flow_unipc", 1.0))]


def lines() -> dict[tuple[str, str, float], list[str]]:
    found = {}
    for line in PAGE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] in KINDS:
            found[cells[0], cells[1], float(cells[2])] = cells[3:]
    return found


def test_every_kind_of_model_and_every_sampler_of_a_family_has_its_lines() -> None:
    there = {(kind, sampler) for kind, sampler, _ in lines()}
    assert {kind for kind, _ in there} == set(KINDS)
    assert len({sampler for kind, sampler in there if kind in FAMILIES}) >= 20


def test_alone_nothing_differs_at_all() -> None:
    for name, (_, text, _, picture, _) in lines().items():
        assert text == "0", name
        assert picture in ("0", "—"), name


@pytest.mark.parametrize(("kind", "cell"), AGAIN)
def test_measured_again_a_line_is_true(kind: str, cell: Cell, tmp_path: Path) -> None:
    torch.set_num_threads(1)
    found = difference(opened(kind, tmp_path / kind), cell)
    assert found is not None
    largest, alone, joined = found
    shown, *_ = lines()[kind, cell.sampler, cell.guidance]
    assert largest == pytest.approx(float(shown), rel=0.01)
    # Other processors round otherwise, and in both calls alike.
    assert alone <= 1e-6 * largest
    assert joined <= 1e-5 * largest
