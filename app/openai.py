"""How answers look to programs that were written for OpenAI's API.

Errors leave in that API's shape, `{"error": {message, type, param, code}}`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.schemas import problems
from inference.errors import InvalidInput, RashinError

# Not under /api/v1, because clients expect it here.
PREFIX = "/v1"


_ERROR = {
    "application/json": {
        "schema": {
            "type": "object",
            "required": ["error"],
            "properties": {
                "error": {
                    "type": "object",
                    "required": ["message", "type", "param", "code"],
                    "properties": {
                        "message": {"type": "string"},
                        "type": {"type": "string"},
                        "param": {"type": ["string", "null"]},
                        "code": {"type": ["string", "null"]},
                    },
                }
            },
        }
    }
}


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI responses for these errors, in the shape that they have here."""
    described = problems(*statuses)
    # The door refuses foreign hosts, and the body limit long bodies, before this route is reached.
    early = {401, 403, 413}
    return {
        status: {**said, "content": _ERROR | (said["content"] if status in early else {})}
        for status, said in described.items()
    }


class OpenAIRoute(APIRoute):
    """A route whose errors look as clients of that API expect them."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, with errors turned into answers."""
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handle(request)
            except RashinError as error:
                return _refusal(error)
            except RequestValidationError as error:
                first = error.errors()[0]
                param = ".".join(str(part) for part in first["loc"] if part != "body")
                return _refusal(InvalidInput(f"{param or 'body'}: {first['msg']}"), param or None)
            except HTTPException as error:
                return _error(error.status_code, str(error.detail), "invalid_request_error")

        return handled


def _refusal(error: RashinError, param: str | None = None) -> Response:
    kind = "invalid_request_error" if error.status < 500 else "server_error"
    # That API answers 400 to what cannot be used.
    status = 400 if error.status == 422 else error.status
    if status == 429:
        kind = "rate_limit_error"
    words = ". ".join(part for part in (error.detail, error.expected, error.hint) if part)
    return _error(status, words, kind, param, error.code, error.retry_after_s)


def _error(
    status: int,
    message: str,
    kind: str,
    param: str | None = None,
    code: str | None = None,
    retry_after_s: int | None = None,
) -> Response:
    headers = {"Cache-Control": "no-store"}
    if retry_after_s is not None or status in {429, 503}:
        headers["Retry-After"] = str(retry_after_s or 1)
    body = {"error": {"message": message, "type": kind, "param": param, "code": code}}
    return Response(json.dumps(body), status, headers=headers, media_type="application/json")
