"""The one page, and the files that it needs."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("path", ["/", "/studio", "/anything/else", "/studio?recipe=x"])
def test_every_path_outside_the_api_is_the_page(web: TestClient, path: str) -> None:
    said = web.get(path)
    assert said.status_code == 200
    assert said.headers["content-type"].startswith("text/html")
    assert said.headers["cache-control"] == "no-cache"


def test_the_page_needs_nothing_that_its_policy_forbids(web: TestClient) -> None:
    page = web.get("/").text
    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=", page)
    assert not re.search(r"(src|href)=\"(https?:)?//", page)


def test_built_files_are_there_and_cached_for_ever(web: TestClient) -> None:
    page = web.get("/").text
    files = re.findall(r"\"(/static/build/[^\"]+)\"", page)
    assert any(file.endswith(".js") for file in files)
    for file in files:
        said = web.get(file)
        assert said.status_code == 200
        assert "immutable" in said.headers["cache-control"]
        assert said.headers["x-content-type-options"] == "nosniff"
        kind = "css" if file.endswith(".css") else "javascript"
        assert kind in said.headers["content-type"]


def test_a_missing_file_is_not_the_page(web: TestClient) -> None:
    for path in ("/static/none.js", "/api/none", "/api"):
        said = web.get(path)
        assert said.status_code == 404
        assert said.headers["content-type"] == "application/problem+json"
