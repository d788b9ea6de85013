"""The explorer in a real browser: whatever it can be asked for, by hand, by key and by going back."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browsing import NEEDS

pytest_plugins = ("tests.browser_fixtures",)
pytestmark = NEEDS

SLIDERS = ("begin", "window", "end")


def choose_first(page: Any, facet: str) -> int:
    """Choose the first value of a facet by key; returns how many entries it promises."""
    page.keyboard.press("f")
    choice = page.locator(f"button.choice[data-choice^='{facet} ']").first
    promised = int(re.sub(r"\D", "", choice.locator(".count").inner_text()))
    choice.press("Enter")
    page.wait_for_url(re.compile(f"[?&]{facet}="))
    return promised


@pytest.mark.parametrize("part", SLIDERS)
def test_each_part_of_the_band_moves_by_keys_and_tells_where_it_is(timeline: Any, part: str) -> None:
    expect = pytest.importorskip("playwright.sync_api").expect
    timeline.keyboard.press("+")
    slider = timeline.locator(f".band .slider.{part}")
    told = slider.get_attribute("aria-valuetext")
    for key in ("ArrowLeft", "PageUp", "Home"):
        slider.press(key)
        expect(slider).not_to_have_attribute("aria-valuetext", told)
        told = slider.get_attribute("aria-valuetext")
    slider.press("End")
    expect(slider).not_to_have_attribute("aria-valuetext", told)
    assert 0 <= int(slider.get_attribute("aria-valuenow")) <= 100


def test_a_filter_chosen_by_key_narrows_list_and_drawing_and_its_chip_takes_it_away(timeline: Any) -> None:
    expect = pytest.importorskip("playwright.sync_api").expect
    listed = timeline.locator("#entries")
    before = listed.text_content()  # the list is far below and not laid out
    promised = choose_first(timeline, "kind")
    expect(listed).to_contain_text(f"{promised} entries")
    chip = timeline.locator("button.filter-chip[data-filter=kind]")
    expect(chip).to_be_visible()
    timeline.keyboard.press("Escape")
    expect(timeline.locator(".facets")).to_be_hidden()
    chip.press("Enter")
    timeline.wait_for_url(lambda address: "kind=" not in address)
    expect(chip).to_have_count(0)
    expect(listed).to_have_text(before)


def test_two_filters_can_be_taken_away_at_once(timeline: Any) -> None:
    choose_first(timeline, "kind")
    timeline.keyboard.press("Escape")
    choose_first(timeline, "certainty")
    timeline.locator("button.filter-clear").press("Enter")
    timeline.wait_for_url(lambda address: "kind=" not in address and "certainty=" not in address)
    assert timeline.locator("button.filter-chip").count() == 0


def test_the_back_button_undoes_a_filter_and_closes_the_evidence(timeline: Any) -> None:
    choose_first(timeline, "kind")
    timeline.keyboard.press("Escape")
    timeline.locator(".plot .mark[tabindex='0']").press("Enter")
    timeline.wait_for_url(re.compile("entry="))
    timeline.go_back()
    timeline.wait_for_selector(".panel", state="hidden")
    timeline.go_back()
    timeline.wait_for_url(lambda address: "kind=" not in address)
    timeline.wait_for_selector("button.filter-chip", state="detached")


@pytest.mark.parametrize("lanes", ["place", "source", "type", "none"])
def test_lanes_go_by_what_is_chosen(timeline: Any, lanes: str) -> None:
    before = timeline.locator(".lane-name title").all_text_contents()
    with timeline.expect_response(re.compile(f"lanes={lanes}")):
        timeline.select_option("select[name=lanes]", lanes)
    named = "[...document.querySelectorAll('.lane-name title')].map(title => title.textContent).join()"
    timeline.wait_for_function(f"before => {named} !== before", arg=",".join(before))
    timeline.wait_for_url(re.compile(f"lanes={lanes}"))


@pytest.mark.parametrize("axis", ["said", "published"])
def test_entries_stand_when_they_were_said_or_published(timeline: Any, axis: str) -> None:
    with timeline.expect_response(re.compile(f"axis={axis}")):
        timeline.select_option("select[name=axis]", axis)
    timeline.wait_for_function(
        "() => document.querySelectorAll('.plot .mark:not(.more) .whisker').length === 0"
    )
    timeline.wait_for_url(re.compile(f"axis={axis}"))
    assert timeline.locator(".plot .mark").count() > 5


def test_what_was_known_on_a_day_leaves_out_what_was_told_later(timeline: Any) -> None:
    expect = pytest.importorskip("playwright.sync_api").expect
    status = timeline.locator(".status[role=status]")
    expect(status).to_contain_text("in view")
    total = re.search(r"of ([\d,]+)", status.inner_text())
    timeline.fill(".manners input[name=known]", "1. Januar 2014")  # in any language of the site
    timeline.keyboard.press("Enter")
    timeline.wait_for_url(re.compile("known=2014-01-01"))
    expect(timeline.locator(".manners input[name=known]")).to_have_value("1 January 2014")
    expect(status).not_to_contain_text(f"of {total[1] if total else ''} ")


def test_typing_in_the_form_asks_at_once_and_the_list_follows(timeline: Any) -> None:
    expect = pytest.importorskip("playwright.sync_api").expect
    before = timeline.locator("#entries").inner_text()
    timeline.keyboard.press("/")
    timeline.keyboard.type("Aleppo")
    timeline.wait_for_url(re.compile("text=Aleppo"))
    expect(timeline.locator("#entries")).not_to_have_text(before)
    expect(timeline.locator("li.entry").first).to_contain_text("Aleppo")


def test_the_view_is_the_stretch_of_time_that_is_asked_for(timeline: Any, site: str) -> None:
    expect = pytest.importorskip("playwright.sync_api").expect
    status = timeline.locator(".status[role=status]")
    timeline.goto(f"{site}/timeline?since=2016-06-17T10:30:00Z&until=2016-06-17T10:31:00Z")
    expect(status).to_contain_text("17 Jun 2016, 10:30:00 – 17 Jun 2016, 10:31:00")
    timeline.fill("input[name=since]", "2016-06-16")
    timeline.fill("input[name=until]", "2016-06-18")
    timeline.keyboard.press("Enter")
    expect(status).to_contain_text("16 Jun 2016, 00:00 – 18 Jun 2016, 23:59")


def test_dates_the_wrong_way_round_are_told_where_they_are_asked_for(timeline: Any) -> None:
    timeline.fill("input[name=since]", "2017")
    timeline.fill("input[name=until]", "2016")
    timeline.keyboard.press("Enter")
    notice = timeline.locator("#explorer .notice[role=alert]")
    notice.wait_for()
    assert "Exchange the two" in notice.inner_text()


def test_the_entry_can_be_copied_as_address_and_as_citation(timeline: Any, site: str) -> None:
    timeline.context.grant_permissions(["clipboard-read", "clipboard-write"])
    timeline.locator(".plot .mark[tabindex='0']").press("Enter")
    timeline.wait_for_url(re.compile("entry="))
    expected = (timeline.url, "@", f"{site}/doc/")
    buttons = timeline.locator(".sharing button")
    copied = set()
    for number in range(buttons.count()):
        buttons.nth(number).press("Enter")
        timeline.wait_for_function("() => document.querySelector('.copied').textContent !== ''")
        copied.add(timeline.evaluate("navigator.clipboard.readText()"))
    assert len(copied) == len(expected)
    assert all(any(part in text for text in copied) for part in expected)


def test_what_is_kept_or_taken_away_is_what_is_shown(timeline: Any) -> None:
    choose_first(timeline, "kind")
    timeline.keyboard.press("Escape")
    timeline.keyboard.press("+")
    timeline.wait_for_selector(".onward a[href*='since=']")
    wanted = parse_qs(urlsplit(timeline.url).query)
    since, until = wanted["view"][0].split("/")
    addresses = [link.get_attribute("href") for link in timeline.locator(".onward a").all()]
    links = [parse_qs(urlsplit(address).query) for address in addresses]
    assert links[0] == {"kind": wanted["kind"], "since": [since], "until": [until], "dated": ["1"]}
    assert links[1] == links[0]
    assert links[2] == {f"left-{name}": value for name, value in links[0].items()}
    timeline.keyboard.press("0")
    timeline.wait_for_selector(".onward a[href^='/export']:not([href*='since='])")
