"""Moments of a column as people read them."""

from __future__ import annotations

from datetime import UTC, datetime

DAY_S = 86_400
FEW_DAYS = 10


def moment_of(seconds: float, span_s: float) -> str:
    """Return seconds since 1970 as a date (UTC), with the time of day where all lie within ten days."""
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.strftime("%Y-%m-%d %H:%M" if span_s < FEW_DAYS * DAY_S else "%Y-%m-%d")
