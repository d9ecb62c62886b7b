from inference.engine.turns import Turns


def shares(turns, costs, pieces):
    """Seconds that every kind of work had, when all of them are always wanted."""
    had = dict.fromkeys(costs, 0.0)
    for _ in range(pieces):
        kind = turns.choose(list(costs))
        turns.spent(kind, costs[kind])
        had[kind] += costs[kind]
    return had


def test_kinds_get_equal_time_and_not_equal_turns():
    had = shares(Turns(), {"slow": 1.0, "quick": 0.01}, 1000)
    assert abs(had["slow"] - had["quick"]) <= 1.0


def test_a_newcomer_begins_level_with_the_others():
    turns = Turns()
    shares(turns, {"old": 1.0}, 100)
    had = shares(turns, {"old": 1.0, "new": 1.0}, 10)
    assert had == {"old": 5.0, "new": 5.0}


def test_who_was_away_has_saved_nothing_up():
    turns = Turns()
    shares(turns, {"a": 1.0, "b": 1.0}, 2)
    shares(turns, {"a": 1.0}, 50)
    had = shares(turns, {"a": 1.0, "b": 1.0}, 10)
    assert had == {"a": 5.0, "b": 5.0}
