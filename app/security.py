"""The door: who may speak to this server, and under which name. It stands before everything else.

A page on the web can make a browser send requests to 127.0.0.1 (also after rebinding its own name to
that address). So every request and every WebSocket, whatever its method or path, must name a host
that we serve and, where the browser states an origin, come from ourselves.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.archives import MOST_ARCHIVE_BYTES
from app.errors import Forbidden, Unauthorized, response
from app.film_read import MOST_FILM_BYTES
from app.map_sources import MOST_FILE_BYTES
from app.settings import Settings
from inference.errors import RashinError, TooLarge
from inference.pictures import MOST_BYTES

# What programs call; a page elsewhere may link to all the rest.
OURS = ("/api/", "/v1/")
# Paths that take files, and the most bytes of a body there: a multipart body is a little longer
# than the file in it.
UPLOADS = {
    "/api/v1/journeys/read": MOST_FILM_BYTES + 10_000,
    "/api/v1/images": MOST_BYTES + 10_000,
    "/api/v1/map-sources": MOST_FILE_BYTES + 10_000,
    "/api/v1/sessions/import": MOST_ARCHIVE_BYTES + 10_000,
}
_PORT = re.compile(r"[^:\[\]]:\d+$|\]:\d+$")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def content_security_policy(host: str) -> str:
    """Return the policy for a page served under this (already accepted) host and port."""
    return "; ".join(
        (
            "default-src 'self'",
            "img-src 'self' blob: data:",
            "style-src 'self'",
            "script-src 'self'",
            "worker-src 'self' blob:",
            f"connect-src 'self' ws://{host} wss://{host}",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


class Door:
    """Pure ASGI middleware: host, origin, token; then the security headers on the way out."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        names = [*LOOPBACK, *settings.allowed_hosts]
        if settings.host not in {"0.0.0.0", "::"}:
            names.append(settings.host)
        port = settings.port
        self.hosts = {name if _PORT.search(name) else f"{name}:{port}" for name in names}
        if port in {80, 443}:
            self.hosts |= set(names)
        self.origins = {f"{kind}://{host}" for host in self.hosts for kind in ("http", "https")}
        self.origins |= set(settings.allowed_origins)
        self.token = settings.token.get_secret_value() if settings.token else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "")

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                outgoing = MutableHeaders(scope=message)
                outgoing.update(_HEADERS)
                if host in self.hosts:
                    outgoing["Content-Security-Policy"] = content_security_policy(host)
            await send(message)

        refusal = self._refusal(headers, str(scope["path"]))
        if refusal is None:
            await self.app(scope, receive, sealed)
        elif scope["type"] == "websocket":
            # Closing before accepting is answered as HTTP 403.
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": refusal.code})
        else:
            await response(refusal)(scope, receive, sealed)

    def _refusal(self, headers: Headers, path: str) -> RashinError | None:
        if len(headers.getlist("host")) != 1 or headers["host"] not in self.hosts:
            return Forbidden(
                f"this server is not called {headers.get('host', '')[:120]!r}",
                expected=", ".join(sorted(self.hosts)),
                hint="open it under one of these addresses, or add the name to RASHIN_ALLOWED_HOSTS",
            )
        if any(origin not in self.origins for origin in headers.getlist("origin")):
            return Forbidden(
                f"pages of {headers['origin'][:120]!r} may not use this server",
                expected="requests from the page that this server itself delivers",
            )
        if path.startswith(OURS) and _from_elsewhere(headers, self.origins):
            return Forbidden("another web page started this request", expected="our own page")
        if self.token is not None and not self._knows_token(headers):
            return Unauthorized(
                "this server asks for its token",
                hint="send `Authorization: Bearer TOKEN`; in a browser, use it as the password",
            )
        return None

    def _knows_token(self, headers: Mapping[str, str]) -> bool:
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() == "basic":
            try:
                given = base64.b64decode(given, validate=True).decode().partition(":")[2]
            except (binascii.Error, UnicodeDecodeError):
                return False
        elif kind.lower() != "bearer":
            return False
        return secrets.compare_digest(given.encode(), str(self.token).encode())


def _from_elsewhere(headers: Headers, origins: set[str]) -> bool:
    # A stated and allowed origin outweighs it: a development server is "same-site", not "same-origin".
    site = headers.get("sec-fetch-site")
    return site in {"cross-site", "same-site"} and headers.get("origin") not in origins


class BodyLimit:
    """Pure ASGI middleware: refuse bodies that are longer than any honest one, while they arrive."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count what arrives."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = UPLOADS.get(scope["path"], self.most)
        stated = Headers(scope=scope).get("content-length", "")
        if stated.isdecimal() and int(stated) > most:
            await response(_too_large(most))(scope, receive, send)
            return
        arrived = 0

        async def counted() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > most:
                # Of all errors while a body is read, only this kind reaches the error handler as it is.
                raise HTTPException(413, _too_large(most).detail)
            return message

        await self.app(scope, counted, send)


def _too_large(most: int) -> TooLarge:
    return TooLarge(f"the request is longer than {most:,} bytes", expected=f"at most {most:,}")
