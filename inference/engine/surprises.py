"""The one place where something unexpected becomes an answer."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from typing import TypeVar

from inference.engine.memory import is_shortage, too_large
from inference.errors import RashinError

T = TypeVar("T")


def attempt(work: Callable[[], T], what: str, device: str = "cpu") -> T | RashinError:
    """Return what the work returns, or the error that it ended in; `what` it was about, in words.

    The error keeps nothing alive of the place where it was raised: after a shortage of memory that
    would be the very tensors that there was no room for.
    """
    try:
        return work()
    except RashinError as error:
        error.__traceback__ = error.__cause__ = error.__context__ = None
        return error
    except Exception as error:  # noqa: BLE001 - whatever a model's code raises, others go on
        if is_shortage(error):
            return too_large(error, what, device)
        traceback.print_exception(error, file=sys.stderr)
        return RashinError(
            f"the engine met something unexpected: {type(error).__name__}: {error}",
            hint="the server's log says where; please report it",
        )
