"""The real site, a real browser, and a page in it, for the tests that name this module as their plugin."""

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browsing import CHROMIUM, DESKTOP, FLAGS
from web import create_app
from web.serving import listen

if TYPE_CHECKING:
    from kb.base import KnowledgeBase


@pytest.fixture(scope="module")
def site(sample_kb: "KnowledgeBase") -> Iterator[str]:
    """The address of the real site over the sample."""
    server = listen(create_app(sample_kb), port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with pytest.importorskip("playwright.sync_api").sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def timeline(page: Any, site: str) -> Any:
    """The timeline with its drawing."""
    page.goto(f"{site}/timeline")
    page.wait_for_selector(".plot .mark")
    return page
