"""The shape of a session."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.session_tree import is_tree, trail, way

Tree = dict[str, str | None]


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    count = draw(st.integers(1, 20))
    found: Tree = {}
    for n in range(count):
        found[str(n)] = draw(st.sampled_from([None, *found])) if found else None
    return found


@given(trees(), st.data())
def test_a_way_leads_from_its_start_to_its_end(parents: Tree, data: st.DataObject) -> None:
    start, end = (data.draw(st.sampled_from([None, *parents])) for _ in range(2))
    found = way(parents, start, end)
    here = start
    for node in found.left:
        assert here == node
        here = parents[node]
    assert here == found.meeting
    for node in found.entered:
        assert parents[node] == here
        here = node
    assert here == end


@given(trees(), st.data())
def test_the_way_back_is_the_way_backwards(parents: Tree, data: st.DataObject) -> None:
    start, end = (data.draw(st.sampled_from([None, *parents])) for _ in range(2))
    there, back = way(parents, start, end), way(parents, end, start)
    assert (back.left, back.entered) == (there.entered[::-1], there.left[::-1])
    assert not set(there.left) & set(there.entered)


@given(trees())
def test_a_trail_begins_at_the_first_node_and_ends_here(parents: Tree) -> None:
    for node in parents:
        found = trail(parents, node)
        assert found[-1] == node
        assert parents[found[0]] is None
        assert is_tree(found, {each: parents[each] for each in found})


def test_circles_end_and_are_no_trees() -> None:
    circle: Tree = {"a": "b", "b": "a"}
    assert set(trail(circle, "a")) == {"a", "b"}
    assert not is_tree(["a", "b"], circle)
    assert not is_tree(["a", "a"], {"a": None})
    assert not is_tree(["b", "a"], {"a": None, "b": "a"})
    assert not is_tree(["a"], {"a": "nobody"})
    assert is_tree(["a", "b"], {"a": None, "b": "a"})
