"""The real site, a real browser, and a page in it, for the tests that name this module as their plugin."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kb.linking import Authority, Name, Record, Sort
from tests.browsing import CHROMIUM, DESKTOP, FLAGS
from web import create_app
from web.serving import listen

if TYPE_CHECKING:
    from kb.base import KnowledgeBase


CITIES = [
    Record(
        iri=f"urn:{name}",
        kind="city",
        source="ours",
        names=(Name(name, "en", Sort.LABEL),),
        prior=0.9,
        latitude=north,
        longitude=east,
    )
    for name, north, east in (("Aleppo", 36.2, 37.2), ("Damascus", 33.5, 36.3), ("Moscow", 55.8, 37.6))
]
STORY = """# The siege

How it began.

## Fighters close in
[See](/timeline?about=Kobani)

## What was said
[Statements](/timeline?kind=statement&since=2014&until=2015)
"""


@pytest.fixture(scope="module")
def site(sample_kb: "KnowledgeBase", sample_folder: Path) -> Iterator[str]:
    """The address of the real site over the sample, with places located and a story."""
    (sample_folder / "stories").mkdir(exist_ok=True)
    (sample_folder / "stories" / "siege.md").write_text(STORY, encoding="utf-8")
    with Authority.create(sample_folder) as authority:
        authority.add(CITIES)
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
