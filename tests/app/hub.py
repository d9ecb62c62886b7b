"""A hub on this machine: a real server with the two calls that fetching needs."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

REVISION = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class StandIn:
    """Serves a folder as `somebody/model`; `spoil` may change an answer, `pace_s` slows it down."""

    folder: Path
    pace_s: float = 0.0
    spoil: Callable[[str, bytes], bytes | str] = lambda name, data: data
    asked: list[str] = field(default_factory=list)
    broken_off: int = 0

    def __enter__(self) -> StandIn:
        stand_in = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                stand_in.answer(self)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def listing(self) -> dict[str, Any]:
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {"sha": REVISION, "siblings": [self._listed(path) for path in files]}

    def _listed(self, path: Path) -> dict[str, Any]:
        said: dict[str, Any] = {"rfilename": str(path.relative_to(self.folder))}
        said["size"] = path.stat().st_size
        if path.suffix == ".safetensors":
            said["lfs"] = {"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        return said

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        path = request.path.partition("?")[0]
        self.asked.append(path)
        resolve = f"/somebody/model/resolve/{REVISION}/"
        if path == "/api/models/somebody/model/revision/main":
            data = json.dumps(self.listing()).encode()
        elif path.startswith(resolve) and (self.folder / path.removeprefix(resolve)).is_file():
            data = (self.folder / path.removeprefix(resolve)).read_bytes()
        else:
            request.send_error(404)
            return
        said = self.spoil(path, data)
        if isinstance(said, str):  # an address to go to instead
            request.send_response(302)
            request.send_header("Location", said)
            request.end_headers()
            return
        request.send_response(200)
        request.send_header("Content-Length", str(len(said)))
        request.end_headers()
        self._write(request, said)

    def _write(self, request: BaseHTTPRequestHandler, data: bytes) -> None:
        step = len(data) if not self.pace_s else 4_096
        try:
            for start in range(0, len(data), max(1, step)):
                request.wfile.write(data[start : start + step])
                time.sleep(self.pace_s)
        except OSError:
            self.broken_off += 1

    def asked_for(self, ending: str) -> list[str]:
        return [path for path in self.asked if path.endswith(ending)]
