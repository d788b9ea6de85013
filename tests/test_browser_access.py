"""The pages for people who do not see them, or use no pointer: what axe-core finds, and what keys reach."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browsing import DESKTOP, FRONTEND, NEEDS, PAGES, PHONE, address_of

AXE = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"

pytest_plugins = ("tests.browser_fixtures",)
pytestmark = [
    *NEEDS,
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (npm ci in web/frontend)"),
]

SCREENS = {
    "light": {"viewport": DESKTOP, "color_scheme": "light"},
    "dark": {"viewport": DESKTOP, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light"},
}


@pytest.fixture(params=list(SCREENS.values()), ids=list(SCREENS))
def screen(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page that lets axe-core in, past the site's own policy."""
    context = browser.new_context(**request.param, reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


EVERY_RULE = {"resultTypes": ["violations"]}
OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], **EVERY_RULE}  # all that dark ones change


def violations_in(page: Any) -> list[str]:
    """The rules a page breaks seriously, each with the first element that does."""
    page.evaluate(AXE.read_text("utf-8"))
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    found = page.evaluate("options => axe.run(options)", OF_COLOURS if is_dark else EVERY_RULE)["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("name", [*PAGES, "timeline?about=nobody-at-all"])
def test_a_page_breaks_no_rule_of_access(screen: Any, site: str, name: str) -> None:
    screen.goto(address_of(screen, site, name))
    screen.wait_for_load_state("networkidle")
    assert violations_in(screen) == []


def test_the_evidence_and_the_keys_break_no_rule_of_access(screen: Any, site: str) -> None:
    screen.goto(f"{site}/timeline")
    screen.wait_for_selector(".plot .mark")
    screen.keyboard.press("?")
    screen.locator(".tray summary").press("Enter")
    screen.locator(".plot .mark[tabindex='0']").press("Enter")
    screen.wait_for_selector(".panel .steps")
    assert violations_in(screen) == []


def test_the_help_page_names_every_key(timeline: Any, site: str) -> None:
    timeline.keyboard.press("?")
    keys = set(timeline.locator(".keys kbd").all_text_contents())
    timeline.goto(f"{site}/help")
    assert keys == set(timeline.locator("article.help kbd").all_text_contents())


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Any, site: str) -> None:
    page.goto(f"{site}/documents")
    page.keyboard.press("Tab")
    assert page.locator("a.skip:focus").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
