"""Twenty thousand random expressions: no error without a place, no answer that is the server's fault."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import ADDRESS, wait_until_ready
from tests.expression_dice import check_all, expressions

STRINGS, MEASURED = 20_000, 1_500

pytestmark = pytest.mark.bench


def test_twenty_thousand_strings_and_what_can_be_read_is_computed(tmp_path: Path) -> None:
    app = create_app(Settings(data_dir=tmp_path, toy=True))
    sources = expressions(4, STRINGS)
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as web:
        wait_until_ready(web)
        body = {"name": "cats", "map": "emoji-vector", "points": [1, 2, 3]}
        assert web.post("/api/v1/groups", json=body).status_code == 201
        begun = time.monotonic()
        read = check_all(web, sources)
        parsed_s = time.monotonic() - begun
        answers: Counter[int] = Counter()
        for source in sources[:MEASURED]:
            text = source.encode("utf-8", "replace").decode()
            said = web.post("/api/v1/expressions/measure", json={"expressions": [text]})
            answers[said.status_code] += 1
        assert web.get("/api/v1/health").json()["worker"]["state"] == "ready"
    assert set(answers) <= {200, 404, 422}
    print(
        f"\n{STRINGS} strings in {parsed_s:.0f} s, {read} of them read and stable; measured: {answers}"
    )
