"""The valve: while as much waits as may wait, a new render is refused before its body is read.

Saying no must stay cheap when everybody asks at once, or the server drowns in refusals.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from app.errors import response
from inference.errors import RashinError

GUARDED = "/api/v1/renders"


class Valve:
    """Pure ASGI middleware; requests with an Idempotency-Key pass, for they may be answered already."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or refuse it at once."""
        if scope["type"] == "http" and scope["path"] == GUARDED and scope["method"] == "POST":
            desk = scope["app"].state.parts.desk
            if desk.full and "idempotency-key" not in Headers(scope=scope):
                try:
                    desk.refuse_if_full()
                except RashinError as error:
                    await response(error)(scope, receive, send)
                    return
        await self.app(scope, receive, send)
