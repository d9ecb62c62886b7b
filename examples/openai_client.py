"""Make a picture with the `openai` package: only the address differs from any other program.

pip install openai
python examples/openai_client.py "smiling cat, noto style" cat.png
"""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path

from openai import OpenAI

SERVER = os.environ.get("RASHIN_ADDRESS", "http://127.0.0.1:8000")


def main(prompt: str, output: str) -> None:
    """Ask for one picture and save it."""
    # On loopback any key will do; elsewhere it is the server's token.
    with OpenAI(base_url=f"{SERVER}/v1", api_key=os.environ.get("RASHIN_TOKEN", "none")) as client:
        made = client.images.generate(model="emoji-vector", prompt=prompt, n=1)
    encoded = (made.data or [])[0].b64_json or ""
    Path(output).write_bytes(base64.b64decode(encoded))
    sys.stdout.write(f"{output}\n")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(*given, *["smiling cat, noto style", "picture.png"][len(given) :])
