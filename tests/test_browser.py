"""The site in a real browser: with keys, with a pointer, on a phone, in the dark, without JavaScript."""

import json
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from web import create_app
from web.serving import listen

if TYPE_CHECKING:
    from kb.base import KnowledgeBase

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
BUNDLE = Path(__file__).parent.parent / "web" / "static" / "dist" / "explorer.js"
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

pytestmark = [
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
    with playwright.sync_playwright() as play:
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


def listen_to(page: Any) -> Heard:
    heard = Heard()
    page.on("console", lambda said: heard.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: heard.complaints.append(str(error)))
    page.on("request", lambda request: heard.asked.append(request.url))
    return heard


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
    }
    return f"{site}{shown.get(name, f'/{name}')}"


def view_of(page: Any) -> str:
    """The view in the address, once it stands there."""
    page.wait_for_url(re.compile("view="))
    page.wait_for_timeout(250)  # the address follows when the view has come to rest
    return parse_qs(urlsplit(str(page.url)).query)["view"][0]


def focused_label(page: Any) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''"))


def tab_to_a_mark(page: Any) -> None:
    page.focus(".toolbar button[data-action=help]")
    page.keyboard.press("Tab")


PAGES = ["timeline", "documents", "sparql", "help", "ns", "entry", "document", "actor"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_complains_of_nothing_and_asks_nobody_else(page: Any, site: str, name: str) -> None:
    address = address_of(page, site, name)
    heard = listen_to(page)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert heard.complaints == []
    assert heard.asked
    assert all(asked.startswith((f"{site}/", "data:")) for asked in heard.asked)


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(page: Any, site: str, name: str, viewport: dict[str, int]) -> None:
    page.set_viewport_size(viewport)
    page.goto(address_of(page, site, name))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_every_bounded_entry_is_drawn_or_counted_in_a_badge(timeline: Any, site: str) -> None:
    timeline.keyboard.press("0")
    timeline.wait_for_timeout(100)
    badges = timeline.locator(".plot .mark.more .label").all_text_contents()
    drawn = timeline.locator(".plot .mark:not(.more)").count() + sum(int(text) for text in badges)
    entries = answer_of(timeline, site)["entries"]
    assert drawn == sum(entry["begin"] is not None or entry["end"] is not None for entry in entries)
    assert drawn > 20


def test_marks_say_what_when_and_whose_they_are(timeline: Any, site: str) -> None:
    key = timeline.locator(".plot .mark:not(.more)").first.get_attribute("data-key")
    entry = next(e for e in answer_of(timeline, site)["entries"] if e["iri"] == key)
    label = timeline.locator(f".plot .mark[data-key='{key}']").get_attribute("aria-label")
    assert all(
        part in label for part in (entry["kind"], entry["label"], entry["words"], entry["lane"]["label"])
    )


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
    timeline.keyboard.press("+")
    timeline.wait_for_timeout(100)
    nearer = view_of(timeline)
    assert near != nearer
    timeline.reload()
    timeline.wait_for_selector(".plot")
    timeline.wait_for_timeout(400)
    assert view_of(timeline) == nearer


def test_the_status_counts_what_is_in_view(timeline: Any) -> None:
    status = timeline.locator(".status[role=status]")
    playwright.expect(status).to_contain_text(re.compile(r"\d+ of \d+ entries in view"))
    before = status.inner_text()
    for _ in range(4):
        timeline.keyboard.press("+")
    playwright.expect(status).not_to_have_text(before)


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
    frame = timeline.locator(".band .frame").bounding_box()
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
    assert timeline.evaluate("document.activeElement.name") == "about"
    timeline.keyboard.type("+-0?")
    assert timeline.input_value("input[name=about]") == "+-0?"


def test_undated_entries_can_be_taken_out_of_the_drawing_but_stay_in_the_tray(
    timeline: Any, site: str
) -> None:
    undated = answer_of(timeline, site)["undated"]
    assert undated
    timeline.click("button[data-action=undated]")
    assert timeline.locator(".plot .mark.undated").count() == 0
    timeline.wait_for_url(re.compile("undated=hidden"))
    timeline.click(".tray summary")
    assert timeline.locator(".tray li").count() == undated


def test_more_than_one_answer_holds_is_asked_for_window_by_window(page: Any, site: str) -> None:
    def as_if_there_were_more(route: Any) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=json.dumps({**response.json(), "total": 5000}))

    page.route("**/api/timeline*", as_if_there_were_more)
    page.goto(f"{site}/timeline")
    page.wait_for_selector(".plot .mark")
    with page.expect_request(re.compile("/api/timeline.*since=.*until=")):
        page.keyboard.press("+")
    page.wait_for_load_state("networkidle")
    page.unroute_all(behavior="wait")
    assert page.locator(".plot .mark").count() > 0


def test_an_answer_that_fails_leaves_the_list(page: Any, site: str) -> None:
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
    assert listed.count() == answer_of(page, site)["total"]
    listed.first.click()
    assert page.locator("article#entry h1").is_visible()
    context.close()


def test_on_a_phone_the_evidence_is_a_sheet_below_the_mark(timeline: Any) -> None:
    timeline.set_viewport_size(PHONE)
    timeline.wait_for_timeout(200)
    mark = timeline.locator(".plot .mark:not(.more)").first
    mark.click()
    timeline.wait_for_selector(".panel .steps")
    sheet, chosen = (
        timeline.locator(".panel").bounding_box(),
        timeline.locator(".plot .mark.selected").bounding_box(),
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
