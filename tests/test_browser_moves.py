"""The site in a real browser: with keys and with a pointer."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.browsing import NEEDS

pytest_plugins = ("tests.browser_fixtures",)
pytestmark = NEEDS


def view_of(page: Any) -> str:
    """The view in the address, once it stands there."""
    page.wait_for_url(re.compile("view="))
    page.wait_for_timeout(250)  # the address follows when the view has come to rest
    return parse_qs(urlsplit(str(page.url)).query)["view"][0]


def focused_label(page: Any) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''"))


def tab_to_a_mark(page: Any) -> None:
    page.focus(".band .slider.end")
    page.keyboard.press("Tab")


def test_the_drawing_is_one_tab_stop(timeline: Any) -> None:
    tab_to_a_mark(timeline)
    assert timeline.locator(".plot .mark[tabindex='0']").count() == 1
    assert timeline.evaluate("document.activeElement.matches('.mark')")
    timeline.keyboard.press("Tab")
    assert not timeline.evaluate("document.activeElement.matches('.plot *')")


def test_arrows_lead_along_a_lane_and_to_the_next(timeline: Any) -> None:
    tab_to_a_mark(timeline)
    first = focused_label(timeline)
    timeline.keyboard.press("ArrowDown")
    below = focused_label(timeline)
    timeline.keyboard.press("End")
    timeline.keyboard.press("Home")
    assert below.split(", ")[-1] != first.split(", ")[-1]
    assert focused_label(timeline).split(", ")[-1] == below.split(", ")[-1]


def test_enter_opens_the_evidence_and_then_the_page_of_the_entry(timeline: Any, site: str) -> None:
    tab_to_a_mark(timeline)
    href = timeline.evaluate("document.activeElement.getAttribute('href')")
    timeline.keyboard.press("Enter")
    timeline.wait_for_selector(".panel .steps")
    assert timeline.locator(".panel blockquote mark.evidence").count() >= 1
    timeline.keyboard.press("Enter")
    timeline.wait_for_url(f"{site}{href}")
    assert timeline.locator("article#entry h1").is_visible()


def test_escape_closes_the_evidence_and_gives_the_focus_back(timeline: Any) -> None:
    tab_to_a_mark(timeline)
    before = focused_label(timeline)
    timeline.keyboard.press("Enter")
    timeline.keyboard.press("Escape")
    assert not timeline.locator(".panel").is_visible()
    assert focused_label(timeline) == before


def test_a_click_opens_the_evidence_and_the_address_opens_it_again(timeline: Any, page: Any) -> None:
    mark = timeline.locator(".plot .mark:not(.more)").first
    heading = timeline.locator(".panel h2").first
    mark.click()
    timeline.wait_for_url(re.compile("entry="))
    words = heading.inner_text()
    timeline.reload()
    timeline.wait_for_selector(".panel h2")
    assert heading.inner_text() == words


def test_zooming_changes_the_address_and_the_address_restores_the_view(timeline: Any) -> None:
    timeline.keyboard.press("+")
    near = view_of(timeline)
    before = str(timeline.url)
    timeline.keyboard.press("+")
    timeline.wait_for_url(lambda address: address != before)
    nearer = view_of(timeline)
    assert near != nearer
    timeline.reload()
    timeline.wait_for_selector(".plot")
    timeline.wait_for_timeout(400)
    assert view_of(timeline) == nearer


def test_dragging_pans_and_opens_nothing(timeline: Any) -> None:
    timeline.keyboard.press("+")
    before = view_of(timeline)
    mark = timeline.locator(".plot .mark:not(.more)").first.bounding_box()
    x, y = max(mark["x"], 300) + 4, mark["y"] + 8
    timeline.mouse.move(x, y)
    timeline.mouse.down()
    timeline.mouse.move(x - 90, y, steps=4)
    timeline.mouse.up()
    timeline.wait_for_timeout(300)
    assert view_of(timeline) != before
    assert not timeline.locator(".panel").is_visible()


def test_the_wheel_scrolls_the_page_and_with_ctrl_it_zooms(timeline: Any) -> None:
    timeline.hover(".plot", position={"x": 600, "y": 100})
    timeline.mouse.wheel(0, 150)
    timeline.wait_for_timeout(300)
    assert timeline.evaluate("scrollY") > 0
    assert "view=" not in timeline.url
    timeline.keyboard.down("Control")
    timeline.mouse.wheel(0, -150)
    timeline.keyboard.up("Control")
    assert view_of(timeline)


def test_the_window_of_the_band_can_be_dragged(timeline: Any) -> None:
    timeline.keyboard.press("+")
    before = view_of(timeline)
    frame = timeline.locator(".band .window").bounding_box()
    timeline.mouse.move(frame["x"] + frame["width"] / 2, frame["y"] + 20)
    timeline.mouse.down()
    timeline.mouse.move(frame["x"] + frame["width"] / 2 - 12, frame["y"] + 20, steps=3)
    timeline.mouse.up()
    timeline.wait_for_timeout(300)
    assert view_of(timeline) != before


def test_slash_searches_and_question_mark_helps(timeline: Any) -> None:
    timeline.keyboard.press("?")
    assert timeline.locator(".keys kbd").first.is_visible()
    timeline.keyboard.press("Escape")
    assert not timeline.locator(".keys").is_visible()
    timeline.keyboard.press("/")
    assert timeline.evaluate("document.activeElement.name") == "text"
    timeline.keyboard.type("+-0?")
    assert timeline.input_value("input[name=text]") == "+-0?"
