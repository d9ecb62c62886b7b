"""The file that a request brings: the part of a form called `file`, or the whole body."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from inference.errors import InvalidInput

BINARY = {"type": "string", "format": "binary"}


def brings_file(*types: str, many: bool = False) -> dict[str, Any]:
    """Return what the OpenAPI says of a request with a file: a form, or a body of one of `types`."""
    file = {"type": "array", "items": BINARY} if many else BINARY
    form = {"type": "object", "required": ["file"], "properties": {"file": file}}
    content: dict[str, Any] = {"multipart/form-data": {"schema": form}}
    content |= {type: {"schema": BINARY} for type in types}
    return {"requestBody": {"required": True, "content": content}}


async def file_of(request: Request, what: str) -> bytes:
    """Return the bytes of the file; `what` it should be is named where there is none.

    The length of the body was limited before it arrives here. Raises `InvalidInput`.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.body()
    try:
        async with request.form(max_files=1, max_fields=4) as form:
            file = form.get("file")
            if isinstance(file, UploadFile):
                return await file.read()
    except MultiPartException as error:
        raise InvalidInput("the form cannot be read", expected="one file") from error
    raise InvalidInput(f"there is no {what} in the form", expected="a part named `file`")
