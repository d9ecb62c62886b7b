"""The HTTP server, and how it goes away: nobody is left hanging, nothing that was accepted is lost."""

from __future__ import annotations

import gc
import socket
from types import FrameType

import uvicorn
from fastapi import FastAPI

GRACE_S = 5


class Server(uvicorn.Server):
    """Answers on the first signal whoever waits for a picture; a second one ends it at once."""

    def __init__(self, app: FastAPI) -> None:
        self.application = app
        super().__init__(
            uvicorn.Config(
                app, log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE_S
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open everything; what is there then stays, and need not be looked through for garbage."""
        await super().startup(sockets)
        # Looking through all of it takes a tenth of a second in which nobody is answered.
        gc.collect()
        gc.freeze()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to go away: what waits is told that its render is accepted, and goes on later."""
        if self.should_exit:
            self.force_exit = True
        super().handle_exit(sig, frame)
        parts = getattr(self.application.state, "parts", None)
        if parts is not None:
            parts.desk.drain()
            parts.maps.news.close()
