"""The one HTML page, drawn for every path that is not the API, and the built files it needs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app import __version__
from app.settings import Settings

# Vite puts a hash of the content into the name: main-BxK29fQ_.js
_HASHED = re.compile(r"-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$")
_FOREVER = "public, max-age=31536000, immutable"


class Built(StaticFiles):
    """Static files; those whose name carries a hash are cached for ever, the others are asked for."""

    def file_response(
        self, full_path: Any, stat_result: Any, scope: Scope, status_code: int = 200
    ) -> Response:
        """Return the file with its cache rule."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        hashed = "/build/" in str(scope["path"]) and _HASHED.search(str(full_path))
        answer.headers["Cache-Control"] = _FOREVER if hashed else "no-cache"
        return answer


class Page:
    """The shell with the addresses of the built files; the manifest is read again when it changes."""

    def __init__(self, static: Path) -> None:
        self.build = static / "build"
        templates = FileSystemLoader(Path(__file__).parent / "templates")
        self.environment = Environment(loader=templates, autoescape=select_autoescape())
        self._drawn: tuple[float, str] | None = None

    def draw(self) -> str:
        """Return the HTML of the page."""
        manifest = self._manifest_path()
        changed_at = manifest.stat().st_mtime if manifest else 0.0
        if self._drawn is None or self._drawn[0] != changed_at:
            entries = json.loads(manifest.read_text()) if manifest else {}
            html = self.environment.get_template("shell.html").render(
                version=__version__, **_files_of(entries)
            )
            self._drawn = (changed_at, html)
        return self._drawn[1]

    def _manifest_path(self) -> Path | None:
        places = (self.build / ".vite" / "manifest.json", self.build / "manifest.json")
        return next((place for place in places if place.is_file()), None)


def _files_of(manifest: dict[str, Any]) -> dict[str, list[str]]:
    """Return the addresses the entry needs: scripts to run, styles, and modules to fetch early."""
    scripts: list[str] = []
    styles: list[str] = []
    modules: list[str] = []
    waiting = [name for name, entry in manifest.items() if entry.get("isEntry")]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        entry = manifest[name]
        address = f"/static/build/{entry['file']}"
        if address.endswith(".css"):
            styles.append(address)
        else:
            (scripts if entry.get("isEntry") else modules).append(address)
        styles += [f"/static/build/{style}" for style in entry.get("css", [])]
        waiting += entry.get("imports", [])
    return {"scripts": scripts, "styles": list(dict.fromkeys(styles)), "modules": modules}


def install(app: FastAPI, settings: Settings) -> None:
    """Serve /static and, for every remaining path outside the API, the page."""
    page = Page(settings.static_dir)
    app.mount("/static", Built(directory=settings.static_dir, check_dir=False), name="static")

    @app.api_route("/{path:path}", methods=["GET", "HEAD"], include_in_schema=False)
    async def shell(request: Request, path: str) -> HTMLResponse:
        if path == "api" or path.startswith(("api/", "v1/", "static/")):
            raise HTTPException(404, f"nothing is at /{path[:200]}")
        return HTMLResponse(page.draw(), headers={"Cache-Control": "no-cache"})
