"""The Atlas with the shipped map, for whoever walks on it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.running import Server


@pytest.fixture
def atlas(server: Server, page: Page) -> Iterator[Page]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(server.address)
    expect(page.get_by_test_id("quality")).to_contain_text("8,8")
    expect(page.get_by_test_id("legend")).to_contain_text("Objects")
    yield page
    assert [each for each in errors if "422" not in each] == []
