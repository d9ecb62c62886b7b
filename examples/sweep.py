"""Sweep two knobs, wait for the pictures, and save the sheet and the table. Standard library only.

python examples/sweep.py "smiling cat, noto style" sheet.png table.csv
"""

from __future__ import annotations

import json
import os
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

SERVER = os.environ.get("RASHIN_ADDRESS", "http://127.0.0.1:8000")
TOKEN = os.environ.get("RASHIN_TOKEN")


def ask(method: str, path: str, body: Any = None) -> bytes:
    """Call the server; an error is an `HTTPError` whose body says what is wrong and what to do."""
    request = urllib.request.Request(SERVER + path, method=method)
    if TOKEN:
        request.add_header("Authorization", f"Bearer {TOKEN}")
    if body is not None:
        request.add_header("Content-Type", "application/json")
        request.data = json.dumps(body).encode()
    with urllib.request.urlopen(request) as answer:
        return bytes(answer.read())


def main(prompt: str, sheet: str, table: str) -> None:
    """Make every combination of three seeds and three strengths of guidance."""
    wish = {
        "recipe": {"model": "emoji-vector", "prompt": prompt},
        "axes": [
            {"knob": "guidance_scale", "values": [1, 3, 6]},
            {"knob": "seed", "values": [1, 2, 3]},
        ],
    }
    sweep = json.loads(ask("POST", "/api/v1/sweeps", wish))
    while sweep["state"] in ("queued", "running"):
        time.sleep(0.2)
        sweep = json.loads(ask("GET", f"/api/v1/sweeps/{sweep['id']}"))
    Path(sheet).write_bytes(ask("GET", f"/api/v1/sweeps/{sweep['id']}/grid.png"))
    Path(table).write_bytes(ask("GET", f"/api/v1/sweeps/{sweep['id']}/table.csv"))
    sys.stdout.write(f"{sweep['state']}: {sheet}, {table}\n")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(*given, *["smiling cat, noto style", "sheet.png", "table.csv"][len(given) :])
