import json

import pytest

from inference.engine.caps import LONGEST_PASS_S, MOST_ROWS, REST_PASSES, TRIALS, Caps

KIND = ("model 0123", ("unet", 64))


def filled(cap, seconds_of, passes=60):
    """Carry out so many full passes on a device that takes `seconds_of(rows)` for one."""
    for _ in range(passes):
        cap.measured(cap.rows, seconds_of(cap.rows))
    return cap.rows


def test_a_device_that_carries_many_rows_at_the_price_of_one_is_given_many():
    assert filled(Caps().of(KIND, 1), lambda rows: 0.01) == MOST_ROWS


def test_a_device_on_which_twice_the_rows_take_twice_the_time_keeps_a_tile():
    assert filled(Caps().of(KIND, 4), lambda rows: 0.01 * rows) == 4


def test_the_cap_stops_where_it_no_longer_pays():
    rows = filled(Caps().of(KIND, 1), lambda rows: 0.01 * max(1, rows / 8))
    assert rows == 8


def test_one_slow_pass_decides_nothing():
    cap = Caps().of(KIND, 1)
    for attempt in range(TRIALS * 20):
        cap.measured(cap.rows, 5.0 if attempt % TRIALS == 0 else 0.01)
    assert cap.rows == MOST_ROWS


def test_what_another_program_spoilt_is_found_out_later():
    cap = Caps().of(KIND, 4)
    # While the first size is tried the machine is free, and while the second is, it is not.
    assert filled(cap, lambda rows: 0.01 if rows == 4 else 0.05, passes=2 * TRIALS) == 4
    assert filled(cap, lambda rows: 0.01, passes=REST_PASSES + 8 * TRIALS) == MOST_ROWS


def test_what_is_brief_is_remembered_while_larger_sizes_are_tried_again(tmp_path):
    here = Caps(tmp_path / "passes.json", "here")
    for caps in (here, Caps(tmp_path / "passes.json", "here")):
        cap = caps.of(KIND, 2)
        filled(cap, lambda rows: 0.01 * max(1, rows / 4), passes=2 * REST_PASSES)
        caps.keep(KIND, 2)
        assert (cap.rows, cap.brief) == (4, 4)


def test_what_did_not_pay_is_tried_ever_more_seldom():
    cap, tried = Caps().of(KIND, 4), 0
    for _ in range(20 * REST_PASSES):
        tried += cap.rows == 8
        cap.measured(cap.rows, 0.01 * cap.rows)
    assert tried <= 6 * TRIALS


def test_nobody_waits_for_a_pass_of_seconds():
    rows = filled(Caps().of(KIND, 1), lambda rows: 0.2 * rows**0.5)
    assert 0.2 * rows**0.5 <= 2 * LONGEST_PASS_S
    assert rows < MOST_ROWS


def test_brief_rows_hardly_take_longer_than_the_fewest():
    cap = Caps().of(KIND, 1)
    filled(cap, lambda rows: 0.01 * (1 + rows / 8))
    assert cap.rows > cap.brief >= 2
    assert 1 + cap.brief / 8 <= 1.5 * (1 + 1 / 8)


def test_what_did_not_fit_is_never_tried_again():
    cap = Caps().of(KIND, 1)
    filled(cap, lambda rows: 0.01, passes=3 * TRIALS)
    cap.too_much(8)
    assert filled(cap, lambda rows: 0.01) == 4


def test_what_was_found_is_kept_for_this_machine_alone(tmp_path):
    path = tmp_path / "deep" / "passes.json"
    here = Caps(path, "here")
    filled(here.of(KIND, 2), lambda rows: 0.01 * max(1, rows / 8))
    here.keep(KIND, 2)
    again = Caps(path, "here").of(KIND, 2)
    assert (again.rows, again.settled) == (8, True)
    assert Caps(path, "elsewhere").of(KIND, 2).rows == 2
    assert Caps(path, "here").of(KIND, 16).rows == 16
    assert Caps(path, "here").of(("model 4567", KIND[1]), 2).rows == 2


@pytest.mark.parametrize("text", ["", "[]", '{"here": 3}', '{"here": {"x": ["a", 1]}}', "\x00"])
def test_a_file_that_somebody_broke_is_as_good_as_none(tmp_path, text):
    path = tmp_path / "passes.json"
    path.write_text(text)
    caps = Caps(path, "here")
    assert caps.of(KIND, 2).rows == 2
    caps.keep(KIND, 2)
    assert "here" in json.loads(path.read_text())
