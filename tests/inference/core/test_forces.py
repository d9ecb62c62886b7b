import numpy as np
import torch

from inference.core.forces import settle
from inference.core.neighbourhoods import belonging, curve, graph_of, told_apart, united
from inference.core.neighbours import by_cosine
from inference.core.noise import noise


def a_graph(n: int = 300, k: int = 10) -> tuple[torch.Tensor, torch.Tensor]:
    return by_cosine(4 * noise(1, (5, 16))[torch.arange(n) % 5] + noise(2, (n, 16)), k)


def test_any_number_of_threads_gives_the_same_numbers() -> None:
    rows, apart = a_graph()
    graph = graph_of(united(rows, belonging(apart)), 50)
    start = noise(3, (300, 2)).numpy()
    a, b = curve(0.1)
    one, two, four = (
        settle(graph, start, a=a, b=b, epochs=50, seed=7, threads=threads) for threads in (1, 2, 4)
    )
    assert np.array_equal(one, two)
    assert np.array_equal(one, four)
    assert not np.array_equal(one, settle(graph, start, a=a, b=b, epochs=50, seed=8, threads=2))


def test_every_edge_is_drawn_in_exactly_one_meeting() -> None:
    from inference.core.forces import _rounds

    rows, apart = a_graph()
    graph = graph_of(united(rows, belonging(apart)), 50)
    numbers = np.concatenate([m[0] for meetings in _rounds(graph, 1) for m in meetings])
    assert np.array_equal(np.sort(numbers), np.arange(len(graph.ends)))
    for meetings in _rounds(graph, 1):
        movers = [set(m[1]) | set(m[2]) for m in meetings]
        assert sum(map(len, movers)) == len(set().union(*movers))


def test_belonging_falls_with_distance_and_adds_up_to_the_logarithm() -> None:
    _, apart = a_graph()
    weights = belonging(apart)
    assert torch.allclose(weights[:, 0], torch.ones(300))
    assert bool((weights[:, :-1] >= weights[:, 1:]).all())
    # The point itself counts one less than the nearest: exp of more than nothing is 1.
    assert torch.allclose((weights.sum(1) + 0), torch.full((300,), np.log2(11.0)), atol=1.1)
    assert bool(belonging(torch.zeros(3, 4)).isfinite().all())


def test_a_union_is_the_same_from_both_ends() -> None:
    rows, apart = a_graph()
    both = united(rows, belonging(apart))
    assert abs(both - both.T).max() < 1e-6
    assert both.max() <= 1
    labels = torch.arange(300) % 2
    loose = told_apart(both, labels, 0.5)
    assert abs(loose - loose.T).max() < 1e-6
    edges = loose.tocoo()
    same = labels.numpy()[edges.row] == labels.numpy()[edges.col]
    assert edges.data[same].mean() > 10 * edges.data[~same].mean()


def test_the_curve_of_the_paper_is_found() -> None:
    a, b = curve(0.1)
    assert abs(a - 1.577) < 0.01
    assert abs(b - 0.895) < 0.01
