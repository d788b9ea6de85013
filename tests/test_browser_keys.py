"""Each key of the drawing, pressed by hand; and that none of them is left without such a test."""

import re
from pathlib import Path
from typing import Any

from tests.browsing import NEEDS
from tests.test_browser_moves import focused_label, tab_to_a_mark, view_of

pytest_plugins = ("tests.browser_fixtures",)
pytestmark = NEEDS

BINDINGS = Path(__file__).parent.parent / "web" / "frontend" / "src" / "keyboard.js"
NAMED = {" ": "Space"}


def test_every_key_is_pressed_in_a_test() -> None:
    rows = re.findall(r"\{ keys: \[(.*?)\](, shift: true)?", BINDINGS.read_text("utf-8"))
    keys = [
        f"{'Shift+' if shift else ''}{NAMED.get(key, key)}"
        for listed, shift in rows
        for key in re.findall('"(.*?)"', listed)
    ]
    assert len(keys) >= 19
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_browser*.py"))
    assert [key for key in keys if f'press("{key}")' not in tests] == []


def test_left_and_right_lead_along_a_lane_and_back(timeline: Any) -> None:
    tab_to_a_mark(timeline)
    timeline.keyboard.press("Home")
    first = focused_label(timeline)
    timeline.keyboard.press("ArrowRight")
    second = focused_label(timeline)
    assert second != first
    timeline.keyboard.press("ArrowLeft")
    assert focused_label(timeline) == first


def test_up_leads_back_to_the_lane_above(timeline: Any) -> None:
    tab_to_a_mark(timeline)
    lane = focused_label(timeline).split(", ")[-1]
    timeline.keyboard.press("ArrowDown")
    assert focused_label(timeline).split(", ")[-1] != lane
    timeline.keyboard.press("ArrowUp")
    assert focused_label(timeline).split(", ")[-1] == lane


def test_shift_and_an_arrow_move_in_time(timeline: Any) -> None:
    tab_to_a_mark(timeline)
    timeline.keyboard.press("+")
    near = view_of(timeline)
    timeline.keyboard.press("Shift+ArrowRight")
    timeline.wait_for_timeout(300)
    later = view_of(timeline)
    assert later != near
    timeline.keyboard.press("Shift+ArrowLeft")
    timeline.wait_for_timeout(300)
    assert view_of(timeline) != later


def test_space_opens_the_evidence(timeline: Any) -> None:
    tab_to_a_mark(timeline)
    timeline.keyboard.press("Space")
    timeline.wait_for_selector(".panel .steps")


def test_equals_zooms_in_and_minus_out(timeline: Any) -> None:
    timeline.keyboard.press("=")
    near = view_of(timeline)
    timeline.keyboard.press("-")
    timeline.wait_for_function("near => !decodeURIComponent(location.search).includes(near)", arg=near)


def test_u_leaves_out_what_is_undated_and_draws_it_again(timeline: Any) -> None:
    drawn = timeline.locator(".plot .mark .undated, .plot .mark.undated")
    assert drawn.count() > 0
    timeline.keyboard.press("u")
    timeline.wait_for_function("() => !document.querySelector('.plot .mark.undated')")
    timeline.keyboard.press("u")
    timeline.wait_for_selector(".plot .mark.undated")
