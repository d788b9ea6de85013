"""The pages beside the explorer in a real browser: the map, the PNG, the story, adding, in any language."""

import gzip
import re
from typing import Any

import pytest

from tests.browsing import BUNDLE, DESKTOP, NEEDS, PHONE, listen_to

pytest_plugins = ("tests.browser_fixtures",)
pytestmark = NEEDS

LARGEST_MAP = 95_000  # bytes of scripts on the map page, as they are sent


def test_the_map_draws_a_disc_for_each_place_that_is_located(page: Any, site: str) -> None:
    page.goto(f"{site}/map")
    page.wait_for_selector("path.land", state="attached")
    assert page.locator("path.spot").count() == page.locator("ol.places li[data-latitude]").count() > 1


def test_a_disc_and_its_line_in_the_list_show_the_entries_there(page: Any, site: str) -> None:
    page.goto(f"{site}/map")
    page.wait_for_selector("path.land", state="attached")
    for choose in (
        lambda: page.locator("path.spot").first.dispatch_event("click"),
        lambda: page.locator("ol.places li[data-latitude] a").nth(1).press("Enter"),
    ):
        choose()
        page.wait_for_selector("ol.places a[aria-current]")
        name = page.locator("ol.places a[aria-current]").inner_text()
        told = "name => document.querySelector('#entries h2')?.innerText.startsWith(name)"
        page.wait_for_function(told, arg=name)
        assert "place=" in page.url
        assert page.locator("#entries li.entry").count() >= 1
    page.locator("#map").focus()
    page.keyboard.press("Tab")  # past the discs, which have no name to be told
    assert "zoom-in" in str(page.locator(":focus").get_attribute("class"))


def test_the_map_page_sends_no_more_script_than_it_may(page: Any, site: str) -> None:
    sent: list[int] = []
    page.on("response", lambda r: sent.append(len(r.body())) if r.request.resource_type == "script" else None)
    with page.expect_response(re.compile("map.js")) as answered:
        page.goto(f"{site}/map")
    assert answered.value.headers["content-encoding"] == "gzip"
    page.wait_for_load_state("networkidle")
    assert len(sent) == 1
    assert len(gzip.compress((BUNDLE.parent / "map.js").read_bytes())) <= LARGEST_MAP


def test_the_picture_can_be_had_as_png(page: Any, site: str) -> None:
    heard = listen_to(page)
    page.goto(f"{site}/export?about=Aleppo")
    with page.expect_download() as download:
        page.locator("button[data-png]").click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    assert heard.complaints == []


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_arrows_lead_through_a_story(page: Any, site: str, viewport: dict[str, int]) -> None:
    page.set_viewport_size(viewport)
    page.goto(f"{site}/story/siege")
    page.wait_for_selector(".story.guided .step.current")
    page.keyboard.press("ArrowRight")
    assert page.locator(".step.current").get_attribute("id") == "step-2"
    assert page.url.endswith("#step-2")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".step.current").get_attribute("id") == "step-1"


def test_each_step_of_a_story_moves_the_window_of_the_explorer(page: Any, site: str) -> None:
    expect = pytest.importorskip("playwright.sync_api").expect
    heard = listen_to(page)
    page.goto(f"{site}/story/siege")
    status = page.locator(".story-explorer .status")
    expect(status).to_contain_text("in view")
    before = status.inner_text()
    with page.expect_response(re.compile("api/timeline.*kind=statement")):
        page.keyboard.press("ArrowRight")
    expect(status).not_to_have_text(before)
    assert page.locator(".plot .mark.event").count() == 0
    assert page.url.endswith("/story/siege#step-2")
    page.keyboard.press("ArrowLeft")
    expect(status).to_have_text(before)
    assert heard.complaints == []


def test_without_a_script_and_on_paper_each_step_has_its_picture(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/story/siege")
    assert [page.locator("svg.picture").nth(step).is_visible() for step in (0, 1)] == [True, True]
    context.close()


def test_a_story_prints_one_step_a_page(page: Any, site: str) -> None:
    page.goto(f"{site}/story/siege")
    page.emulate_media(media="print")
    asked = "steps => steps.map(step => getComputedStyle(step).breakBefore)"
    breaks = page.eval_on_selector_all(".step", asked)
    assert breaks == ["page", "page"]


@pytest.mark.parametrize("code", ["de", "ar"])
@pytest.mark.parametrize("name", ["", "timeline", "map", "compare", "add", "export"])
def test_in_other_languages_nothing_complains_or_scrolls_sideways(
    page: Any, site: str, name: str, code: str
) -> None:
    heard = listen_to(page)
    page.set_viewport_size(PHONE)
    page.goto(f"{site}/{name}?lang={code}")
    page.wait_for_load_state("networkidle")
    assert heard.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator("html").get_attribute("lang") == code


def test_an_empty_form_is_told_what_it_lacks(page: Any, site: str) -> None:
    page.goto(f"{site}/add")
    page.get_by_role("button", name="Read it").click()
    assert "Nothing was handed in" in page.get_by_role("alert").inner_text()
