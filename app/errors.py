"""One way to say no: every error leaves as `application/problem+json` (RFC 9457)."""

from __future__ import annotations

import json
import logging
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from inference.errors import InvalidInput, RashinError

MEDIA_TYPE = "application/problem+json"
log = logging.getLogger("rashin")

_HTTP = {
    400: ("unreadable_body", "The request body cannot be read"),
    404: ("unknown_path", "There is nothing at that address"),
    405: ("method_not_allowed", "That address does not take this method"),
    413: ("too_large", "That is larger than the limit"),
    415: ("unsupported_media_type", "That content type is not accepted"),
}


class Unauthorized(RashinError):
    """The token is missing or wrong."""

    status, code, title = 401, "unauthorized", "A token is needed"


class Forbidden(RashinError):
    """The request comes from a page or under a name that this server does not serve."""

    status, code, title = 403, "forbidden", "That request is not allowed"


class NotAllowed(RashinError):
    """The operator has not allowed this."""

    status, code, title = 403, "not_allowed", "The operator of this server has not allowed that"


class DamagedPicture(RashinError):
    """A stored picture is not what its name says; nothing damaged is ever served."""

    status, code, title = 410, "damaged_picture", "The stored picture is damaged"


class Rerendering(RashinError):
    """A stored picture was damaged and is being made again from its recipe."""

    status, code, title = 503, "rerendering", "The picture is being made again"


def problem(error: RashinError) -> dict[str, Any]:
    """Return the RFC 9457 members of an error; `type` is a stable name, not an address to fetch."""
    fields = error.to_json()
    return {
        "type": f"urn:rashin:problem:{error.code}",
        "title": error.title,
        "status": error.status,
        **fields,
    }


def response(error: RashinError) -> Response:
    """Draw an error as a response."""
    return _response(error.status, problem(error), error.retry_after_s)


def _response(status: int, members: dict[str, Any], retry_after_s: int | None = None) -> Response:
    headers = {"Cache-Control": "no-store"}
    if retry_after_s is not None:
        headers["Retry-After"] = str(retry_after_s)
    elif status in {429, 503}:
        headers["Retry-After"] = "1"
    if status == 401:
        headers["WWW-Authenticate"] = 'Basic realm="Rashin: any name, the token as password"'
    # ASCII escapes: a lone surrogate that somebody sent must not break the answer about it.
    body = json.dumps(members).encode("ascii")
    return Response(body, status, headers=headers, media_type=MEDIA_TYPE)


def _expected(found: Any) -> str:
    place = ".".join(str(part) for part in found["loc"] if part != "body")
    return f"{place}: {found['msg']}" if place else str(found["msg"])


async def _rashin(_: Request, error: Exception) -> Response:
    assert isinstance(error, RashinError)
    if error.status >= 500:
        log.warning("%s: %s", error.code, error.detail)
    return response(error)


async def _validation(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    first = found[0]
    where = ".".join(str(part) for part in first["loc"])
    return response(
        InvalidInput(
            f"{where} cannot be used: {first['msg']}",
            expected="; ".join(_expected(each) for each in found[:8]),
            hint="the fields and their limits are in /api/v1/openapi.json",
        )
    )


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code, title = _HTTP.get(error.status_code, ("http_error", "The request was refused"))
    members = {
        "type": f"urn:rashin:problem:{code}",
        "title": title,
        "status": error.status_code,
        "detail": str(error.detail),
        "code": code,
    }
    answer = _response(error.status_code, members)
    for name, value in (error.headers or {}).items():
        answer.headers[name] = value
    return answer


async def _unexpected(_: Request, error: Exception) -> Response:
    log.error("unexpected error", exc_info=error)
    return response(
        RashinError("an unexpected error happened; it is in the server's log", hint="report it")
    )


def install(app: FastAPI) -> None:
    """Give the application its one way to say no."""
    app.add_exception_handler(RashinError, _rashin)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)
