"""The worker is killed while somebody draws; the page comes back by itself."""

import json
import os
import signal
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from tests.running import Server

pytestmark = pytest.mark.e2e


def worker_of(server: Server) -> int:
    with urllib.request.urlopen(f"{server.address}/api/v1/health") as answer:
        return int(json.load(answer)["worker"]["pid"])


def test_the_page_recovers_when_the_worker_is_killed(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/studio?prompt=house&seed=2")
    picture = page.get_by_test_id("picture")
    expect(picture).not_to_have_attribute("data-sequence", "0", timeout=20_000)
    page.wait_for_timeout(1000)
    killed = worker_of(server)
    os.kill(killed, signal.SIGKILL)
    before = picture.get_attribute("data-sequence")
    prompt = page.locator('textarea[data-testid="prompt"], [data-testid="prompt"] textarea').first
    prompt.fill("red apple")
    expect(picture).not_to_have_attribute("data-sequence", before or "", timeout=30_000)
    assert worker_of(server) != killed
    expect(page.get_by_test_id("status").first).to_contain_text("Ready", timeout=15_000)
