"""What is open where somebody is still writing."""

import pytest

from inference.expressions.opening import opening


@pytest.mark.parametrize(
    ("source", "start", "written", "quoted"),
    [
        ("", 0, "", False),
        ("ki", 0, "ki", False),
        ('"a" - "kit', 6, "kit", True),
        ("mean(@ca", 5, "@ca", False),
        ("mean(@", 5, "@", False),
        ('"done"', 6, "", False),
    ],
)
def test_the_piece_at_the_cursor(source: str, start: int, written: str, *, quoted: bool) -> None:
    found = opening(source, len(source))
    assert (found.start, found.written, found.quoted, found.reads) == (start, written, quoted, True)


def test_the_innermost_call_and_its_argument() -> None:
    found = opening('mix("a", slerp("b", (', 21)
    assert (found.call, found.argument) == (None, 0)
    found = opening('mix("a", slerp("b", ', 20)
    assert (found.call, found.argument, found.weights) == ("slerp", 1, False)
    assert opening('mix("a", "b"; 0.5, ', 19).weights


def test_what_may_stand_there() -> None:
    assert {"PLUS", "MINUS", "STAR"} <= opening('"a" ', 4).accepts
    assert "STRING" in opening('"a" + ', 6).accepts
    assert "STRING" not in opening('"a" ', 4).accepts


@pytest.mark.parametrize("source", ['"a") ', "mix)", '"a" "b"'])
def test_what_makes_no_sense_offers_nothing(source: str) -> None:
    assert not opening(source, len(source)).reads
