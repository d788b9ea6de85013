"""What the tests in a real browser share: which there is, the pages of the site, what a page complains of.

Such a test module says `pytest_plugins = ("tests.browser_fixtures",)` and `pytestmark = NEEDS`.
"""

import importlib.util
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FRONTEND = Path(__file__).parent.parent / "web" / "frontend"
BUNDLE = FRONTEND.parent / "static" / "dist" / "explorer.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}

PAGES = (
    *("home", "timeline", "documents", "sparql", "help", "ns", "entry", "document", "actor"),
    *("map", "compare", "export", "add", "story", "embed"),
)

NEEDS = [
    pytest.mark.skipif(importlib.util.find_spec("playwright") is None, reason="playwright is not installed"),
    pytest.mark.skipif(
        CHROMIUM is None, reason="Chromium is not installed (on Debian: apt-get install chromium)"
    ),
    pytest.mark.skipif(
        not BUNDLE.is_file(), reason="the front end has not been built (pip install -e . builds it)"
    ),
]


@dataclass
class Heard:
    """What a page complained of, and whom it asked."""

    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


def listen_to(page: Any) -> Heard:
    heard = Heard()
    page.on("console", lambda said: heard.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: heard.complaints.append(str(error)))
    page.on("request", lambda request: heard.asked.append(request.url))
    return heard


def carry_nothing(page: Any, site: str) -> None:
    """Have the timeline carry no answer of its own, so that the drawing must ask for its first."""

    def stripped(route: Any) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace('id="first-window"', 'id="unused"'))

    page.route(f"{site}/timeline", stripped)


def answer_of(page: Any, site: str) -> dict[str, Any]:
    """What the window API says of everything."""
    found: dict[str, Any] = page.request.get(f"{site}/api/timeline").json()
    return found


def address_of(page: Any, site: str, name: str) -> str:
    """The address of a page of the site by what it shows."""
    first = answer_of(page, site)["entries"][0]
    shown = {
        "entry": first["href"],
        "document": first["document"]["href"],
        "actor": first["actors"][0]["href"],
        "home": "/",
        "compare": "/compare?left-about=Aleppo&right-kind=event",
        "export": "/export?about=Aleppo",
        "story": "/story/siege",
        "embed": "/embed/timeline?about=Aleppo",
    }
    return f"{site}{shown.get(name, f'/{name}')}"
