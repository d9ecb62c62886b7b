"""Errors keep what they know when they cross a process."""

import pytest

from inference.errors import InvalidExpression, RashinError, from_json


def test_an_error_survives_the_wire() -> None:
    sent = InvalidExpression("what?", expected="a point", hint="write noise(7)", position=3)
    got = from_json(sent.to_json())
    assert type(got) is InvalidExpression
    assert got.to_json() == sent.to_json()


def test_an_unknown_code_is_still_an_error() -> None:
    got = from_json({"code": "from_the_future", "detail": "hm"})
    assert type(got) is RashinError
    assert got.detail == "hm"


@pytest.mark.parametrize("kind", RashinError.__subclasses__())
def test_every_error_is_the_readers_business_or_says_so(kind: type[RashinError]) -> None:
    assert 400 <= kind.status < 600
    assert kind.code
    assert kind.title
