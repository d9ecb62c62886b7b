"""Everything that can go wrong, in the reader's words.

RashinError
├── InvalidInput          422  the value is wrong; `expected` says what would be right
│   ├── InvalidExpression 422  … at `position` in an expression
│   └── WrongSpace        422  two vectors that live in different spaces were mixed
├── UnknownId             404  nothing has that id; `expected` lists what there is
├── Conflict              409  it exists, but not like that
├── TooLarge              413  more than the stated limit
├── Overloaded            429  come back after `retry_after_s`
├── WorkerUnavailable     503  no worker answers at the moment; accepted renders wait
├── OutOfMemory           507  it does not fit; numbers in `detail`
├── OutOfDisk             507  nothing could be written; reading goes on
├── MissingWeights        503  a file of a model is not there
└── DamagedWeights        503  a file of a model is not what its card says
"""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple


class Fix(NamedTuple):
    """What to write in place of characters [start, end) of an expression."""

    start: int
    end: int
    text: str


class RashinError(Exception):
    """An error with a status, a stable code and advice.

    `detail` says what happened, `expected` what would have been right, `hint` what to do now, and
    `position` where in an expression (character offset) it happened, `fix` what mends it.
    """

    status: ClassVar[int] = 500
    code: ClassVar[str] = "error"
    title: ClassVar[str] = "Something went wrong"

    def __init__(
        self,
        detail: str,
        *,
        expected: str | None = None,
        hint: str | None = None,
        position: int | None = None,
        retry_after_s: int | None = None,
        fix: Fix | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.expected = expected
        self.hint = hint
        self.position = position
        self.retry_after_s = retry_after_s
        self.fix = fix

    def to_json(self) -> dict[str, Any]:
        """Return what crosses a process or the network: the code and every field that is set."""
        fields = {
            "code": self.code,
            "detail": self.detail,
            "expected": self.expected,
            "hint": self.hint,
            "position": self.position,
            "retry_after_s": self.retry_after_s,
            "fix": None if self.fix is None else self.fix._asdict(),
        }
        return {name: value for name, value in fields.items() if value is not None}


class InvalidInput(RashinError):
    """A value that cannot be used."""

    status, code, title = 422, "invalid_input", "That value cannot be used"


class InvalidExpression(InvalidInput):
    """An expression that does not parse, or whose parts do not fit together."""

    code, title = "invalid_expression", "That expression cannot be read"


class WrongSpace(InvalidInput):
    """Vectors of different spaces do not mix."""

    code, title = "wrong_space", "Those two vectors live in different spaces"


class UnknownId(RashinError):
    """Nothing has that id."""

    status, code, title = 404, "unknown_id", "There is nothing with that id"


class Conflict(RashinError):
    """It exists, but not in the way that was asked for."""

    status, code, title = 409, "conflict", "That does not fit what is already there"


class TooLarge(RashinError):
    """More than the stated limit."""

    status, code, title = 413, "too_large", "That is larger than the limit"


class Overloaded(RashinError):
    """The queue is full; nothing was accepted."""

    status, code, title = 429, "overloaded", "Too much is waiting already"


class WorkerUnavailable(RashinError):
    """No worker answers at the moment."""

    status, code, title = 503, "worker_unavailable", "The model worker is not available right now"


class OutOfMemory(RashinError):
    """The device has too little memory for this."""

    status, code, title = 507, "out_of_memory", "This does not fit into memory"


class OutOfDisk(RashinError):
    """Nothing could be written."""

    status, code, title = 507, "out_of_disk", "The disk is full"


class MissingWeights(RashinError):
    """A file of a model is not there."""

    status, code, title = 503, "missing_weights", "A model file is missing"


class DamagedWeights(RashinError):
    """A file of a model is not what its card says."""

    status, code, title = 503, "damaged_weights", "A model file is damaged"


def _family(cls: type[RashinError]) -> list[type[RashinError]]:
    return [cls, *(kind for child in cls.__subclasses__() for kind in _family(child))]


def from_json(fields: dict[str, Any]) -> RashinError:
    """Rebuild an error that another process sent; an unknown code becomes a plain `RashinError`."""
    kinds = {kind.code: kind for kind in _family(RashinError)}
    rest = {name: value for name, value in fields.items() if name not in {"code", "detail"}}
    if "fix" in rest:
        rest["fix"] = Fix(**rest["fix"])
    return kinds.get(str(fields.get("code")), RashinError)(str(fields.get("detail", "")), **rest)
