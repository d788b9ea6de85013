"""The site in a real browser: what it draws, on a phone, in the dark, without JavaScript."""

import json
import re
from typing import Any

import pytest

from tests.browsing import DESKTOP, NEEDS, PAGES, PHONE, address_of, answer_of, carry_nothing, listen_to
from web.pages import PAGE_LENGTH

pytest_plugins = ("tests.browser_fixtures",)
pytestmark = NEEDS


@pytest.mark.parametrize("name", PAGES)
def test_a_page_complains_of_nothing_asks_nobody_else_and_never_scrolls_sideways(
    page: Any, site: str, name: str
) -> None:
    address = address_of(page, site, name)
    heard = listen_to(page)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    for viewport in (DESKTOP, PHONE):
        page.set_viewport_size(viewport)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert heard.complaints == []
    assert heard.asked
    assert all(asked.startswith((f"{site}/", "data:")) for asked in heard.asked)


def test_every_bounded_entry_is_drawn_or_counted_in_a_badge(timeline: Any, site: str) -> None:
    timeline.goto(f"{site}/timeline?lanes=none")  # else an entry stands in the lane of each actor
    timeline.wait_for_selector(".plot .mark")
    timeline.keyboard.press("0")
    timeline.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    timeline.wait_for_selector(".plot[aria-busy=false]", state="attached")
    badges = timeline.locator(".plot .mark.more .label").all_text_contents()
    drawn = timeline.locator(".plot .mark:not(.more)").count() + sum(int(text) for text in badges)
    entries = answer_of(timeline, site)["entries"]
    assert drawn == sum(entry["begin"] is not None or entry["end"] is not None for entry in entries)
    assert drawn > 20


def test_marks_say_what_when_and_whose_they_are(timeline: Any, site: str) -> None:
    mark = timeline.locator(".plot .mark:not(.more)").first
    iri = mark.get_attribute("data-key").split(" ")[0]
    lane = timeline.locator(".lane-name title").first.text_content().split(", ")[0]
    entry = next(e for e in answer_of(timeline, site)["entries"] if e["iri"] == iri)
    label = mark.get_attribute("aria-label")
    assert all(part in label for part in (entry["kind"], entry["label"], entry["words"], lane))


def test_labels_never_lie_over_one_another(timeline: Any) -> None:
    overlapping = timeline.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll(".plot .label")]
            .map((label) => [label.textContent, label.getBoundingClientRect()]);
          const touch = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
            && a.top < b.bottom - 3 && b.top < a.bottom - 3;
          return boxes.flatMap(([text, box], index) =>
            boxes.slice(index + 1).filter(([, other]) => touch(box, other)).map(([other]) => [text, other]));
        }"""
    )
    assert overlapping == []


def test_the_status_counts_what_is_in_view(timeline: Any) -> None:
    expect = pytest.importorskip("playwright.sync_api").expect
    status = timeline.locator(".status[role=status]")
    expect(status).to_contain_text(re.compile(r"\d+ of \d+ entries in view"))
    before = status.inner_text()
    for _ in range(4):
        timeline.keyboard.press("+")
    expect(status).not_to_have_text(before)


def test_undated_entries_can_be_taken_out_of_the_drawing_but_stay_in_the_tray(
    timeline: Any, site: str
) -> None:
    undated = answer_of(timeline, site)["undated"]
    assert undated
    timeline.click("button[data-action=undated]")
    assert timeline.locator(".plot .mark.undated").count() == 0
    timeline.wait_for_url(re.compile("undated=hidden"))
    timeline.click(".tray summary")
    timeline.wait_for_selector(".tray li")
    assert timeline.locator(".tray li").count() == undated


def test_more_than_one_answer_holds_is_asked_for_window_by_window(page: Any, site: str) -> None:
    def as_if_there_were_more(route: Any) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=json.dumps({**response.json(), "total": 5000}))

    carry_nothing(page, site)
    page.route("**/api/timeline*", as_if_there_were_more)
    page.goto(f"{site}/timeline")
    page.wait_for_selector(".plot .mark")
    with page.expect_request(re.compile("/api/timeline.*since=.*until=")):
        page.keyboard.press("+")
    page.wait_for_load_state("networkidle")
    page.unroute_all(behavior="wait")
    assert page.locator(".plot .mark").count() > 0


def test_the_first_drawing_asks_for_nothing_more_than_the_page(page: Any, site: str) -> None:
    heard = listen_to(page)
    page.goto(f"{site}/timeline")
    page.wait_for_selector(".plot .mark")
    page.wait_for_load_state("networkidle")
    assert [asked for asked in heard.asked if "/api/" in asked] == []


def test_an_answer_that_fails_leaves_the_list(page: Any, site: str) -> None:
    carry_nothing(page, site)
    page.route("**/api/timeline*", lambda route: route.abort())
    page.goto(f"{site}/timeline")
    page.wait_for_selector("#explorer .notice")
    assert page.locator("li.entry").first.is_visible()


def test_without_javascript_the_list_is_the_page(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{site}/timeline")
    listed = page.locator("li.entry .entry-label a")
    assert listed.first.is_visible()
    assert listed.count() == min(answer_of(page, site)["total"], PAGE_LENGTH)
    listed.first.click()
    page.locator("article#entry h1").wait_for()
    context.close()


def test_on_paper_the_whole_list_is_laid_out(page: Any, site: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site}/timeline")
    put_off = "(lists) => lists.map((list) => getComputedStyle(list).contentVisibility)"
    lists = page.locator("section.entries, .entry-list")
    assert set(lists.evaluate_all(put_off)) == {"visible"}
    page.emulate_media(media="screen")
    assert set(lists.evaluate_all(put_off)) == {"auto"}


def test_on_a_phone_the_evidence_is_a_sheet_below_the_mark(timeline: Any) -> None:
    timeline.set_viewport_size(PHONE)
    timeline.reload()  # a click while the marks are drawn anew for the narrower page would hit none
    timeline.wait_for_selector(".plot[aria-busy=false] .mark")
    timeline.wait_for_load_state("networkidle")
    timeline.locator(".plot .mark:not(.more)").first.click()
    timeline.wait_for_selector(".panel .steps")
    sheet, chosen = (
        timeline.locator(".panel").bounding_box(),
        timeline.locator(".plot .mark.selected").first.bounding_box(),
    )
    assert sheet["width"] == PHONE["width"]
    assert sheet["y"] + sheet["height"] == PHONE["height"]
    assert chosen["y"] + chosen["height"] <= sheet["y"]


def test_the_dark_scheme_is_dark(browser: Any, site: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site}/timeline")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in re.findall(r"\d+", ground)[:3]) < 64
    context.close()
