"""The pages for people who do not see them, or use no pointer: what axe-core finds, and what keys reach."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest

from tests.browsing import DESKTOP, FRONTEND, NEEDS, PAGES, PHONE, address_of

AXE = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"

pytest_plugins = ("tests.browser_fixtures",)
pytestmark = [
    *NEEDS,
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (npm ci in web/frontend)"),
]

SCREENS: dict[str, tuple[dict[str, int], Literal["light", "dark"]]] = {
    "light": (DESKTOP, "light"),
    "dark": (DESKTOP, "dark"),
    "phone": (PHONE, "light"),
}
COLOURS = ["color-contrast", "link-in-text-block"]
RULES: dict[
    str, dict[str, object]
] = {  # a dark screen changes colours and nothing else, a small one all but those
    "light": {},
    "dark": {"runOnly": COLOURS},
    "phone": {"rules": {name: {"enabled": False} for name in COLOURS}},
}
LAY_OUT_ALL = """() => {
  const lists = document.querySelectorAll("section.entries, .entry-list");
  for (const list of lists) list.style.contentVisibility = "visible";
}"""
IS_DRAWN = "() => !document.querySelector('.plot[aria-busy=true]')"


@pytest.fixture
def looked_at(browser: Any) -> Iterator[Any]:
    """A page that lets axe-core in, past the site's own policy."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


def violations_in(page: Any) -> list[str]:
    """The rules a page breaks seriously on any screen, each with the first element that does."""
    page.evaluate(AXE.read_text("utf-8"))
    page.evaluate(LAY_OUT_ALL)
    return [broken for name in SCREENS for broken in _violations_on(page, name)]


def _violations_on(page: Any, screen: str) -> Iterator[str]:
    viewport, scheme = SCREENS[screen]
    page.set_viewport_size(viewport)
    page.emulate_media(color_scheme=scheme)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.wait_for_function(IS_DRAWN)
    found = page.evaluate("options => axe.run(options)", {"resultTypes": ["violations"], **RULES[screen]})[
        "violations"
    ]
    serious = (v for v in found if v["impact"] in ("serious", "critical"))
    yield from (f"{screen}: {v['id']}: {v['nodes'][0]['html']}" for v in serious)


@pytest.mark.parametrize("name", [*PAGES, "timeline?about=nobody-at-all"])
def test_a_page_breaks_no_rule_of_access_on_any_screen(looked_at: Any, site: str, name: str) -> None:
    looked_at.goto(address_of(looked_at, site, name))
    looked_at.wait_for_load_state("networkidle")
    assert violations_in(looked_at) == []


def test_the_evidence_and_the_keys_break_no_rule_of_access(looked_at: Any, site: str) -> None:
    looked_at.goto(f"{site}/timeline")
    looked_at.wait_for_selector(".plot .mark")
    looked_at.keyboard.press("?")
    looked_at.locator(".tray summary").press("Enter")
    looked_at.locator(".plot .mark[tabindex='0']").press("Enter")
    looked_at.wait_for_selector(".panel .steps")
    assert violations_in(looked_at) == []


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
