"""The review of links in a real browser: its keys, and that it can be read and used on any screen."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.base import KnowledgeBase
from kb.linking import Authority
from kb.ontology import DEFAULT_BASE
from tests.browsing import NEEDS, listen_to
from tests.linking_story import AIR_CAMPAIGN, INTERFAX, PLACE_JORDAN, TODAY, q, story_folder
from tests.linking_world import record
from tests.test_browser_access import AXE, violations_in
from web import create_app
from web.serving import listen

pytest_plugins = ("tests.browser_fixtures",)
pytestmark = NEEDS

OTHER_JORDAN = record(110, "region", "Jordan", prior=0.95, country="xz", latitude=-33.0, longitude=150.5)


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with links that wait, to be copied by who judges them."""
    made = story_folder(tmp_path_factory.mktemp("linked") / "kb")
    with Authority.create(made) as authority:
        authority.add([OTHER_JORDAN])
    with KnowledgeBase.create(made) as base:
        base.link("", TODAY)
    return made


@pytest.fixture
def folder(linked: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(linked, tmp_path / "kb"))


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """The address of a site with a queue."""
    with KnowledgeBase.open(folder) as base:
        server = listen(create_app(base), port=0)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.close()


@pytest.fixture
def queue(page: Any, address: str) -> Any:
    """The queue, with the reviewer's name given."""
    page.goto(f"{address}/links")
    page.fill("#reviewer input[name=reviewer]", "Ann Roe")
    page.focus("article.review")
    return page


def cards(page: Any) -> list[str]:
    """What waits, in the order of the page."""
    return list(page.locator("article.review h2").all_inner_texts())


def held(folder: Path, subject: str) -> dict[str, str]:
    with KnowledgeBase.open(folder) as base:
        return {one.record.object: str(one.judgement) for one in base.links.of(subject)}


def at(page: Any) -> str:
    """The card that has the focus."""
    return str(
        page.evaluate("document.activeElement.closest('article.review')?.querySelector('h2').innerText")
    )


def press(page: Any, key: str) -> None:
    """Press a key that sends a form or follows a link, and wait for the page that answers."""
    with page.expect_navigation():
        page.keyboard.press(key)


def go_to(page: Any, name: str) -> None:
    """Skip to a card."""
    for _ in cards(page):
        if at(page) != name:
            page.keyboard.press("s")
    assert at(page) == name


def test_skipping_goes_through_the_cards_and_back(queue: Any) -> None:
    names = cards(queue)
    assert len(names) > 2
    queue.keyboard.press("s")
    assert at(queue) == names[1]
    queue.keyboard.press("k")
    assert at(queue) == names[0]
    assert cards(queue) == names


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("1", {q(104): "accepted", q(105): "proposed"}),
        ("2", {q(104): "proposed", q(105): "accepted"}),
        ("r", {q(104): "rejected", q(105): "rejected"}),
        ("n", {"": "nil", q(104): "proposed", q(105): "proposed"}),
    ],
)
def test_a_key_judges_the_card_one_is_at(queue: Any, folder: Path, key: str, said: dict[str, str]) -> None:
    names = cards(queue)
    go_to(queue, "Interfax")
    press(queue, key)
    assert held(folder, INTERFAX) == said
    assert cards(queue) == [name for name in names if name != "Interfax"]
    assert queue.input_value("#reviewer input[name=reviewer]") == "Ann Roe"


def test_what_was_skipped_stays_skipped_when_the_page_comes_again(queue: Any) -> None:
    names = cards(queue)
    queue.keyboard.press("s")
    press(queue, "r")
    assert cards(queue) == [names[0], *names[2:]]
    assert at(queue) == names[2]


def test_several_are_judged_by_keys_alone(queue: Any) -> None:
    for number in range(len(cards(queue)), 0, -1):
        assert len(cards(queue)) == number
        press(queue, "1")
    assert "Nothing waits" in queue.inner_text("main")


def test_a_key_opens_the_search(queue: Any) -> None:
    go_to(queue, "Interfax")
    press(queue, "/")
    assert queue.inner_text("h1") == "Link: Interfax"


def test_without_a_name_nothing_is_judged(page: Any, address: str, folder: Path) -> None:
    page.goto(f"{address}/links")
    page.focus("article.review")
    go_to(page, "Interfax")
    page.keyboard.press("1")
    assert page.evaluate("document.activeElement.name") == "reviewer"
    assert held(folder, INTERFAX) == {q(104): "proposed", q(105): "proposed"}


def test_letters_that_are_typed_into_a_field_judge_nothing(queue: Any, folder: Path) -> None:
    queue.focus("#reviewer input[name=reviewer]")
    queue.keyboard.type("nr1")
    assert held(folder, INTERFAX) == {q(104): "proposed", q(105): "proposed"}


def test_all_from_a_score_on_are_accepted_at_once(queue: Any, folder: Path) -> None:
    queue.fill("input[name=above]", "0.46")
    with queue.expect_navigation():
        queue.click("#reviewer button")
    assert held(folder, INTERFAX)[q(104)] == "accepted"
    assert "Interfax" not in cards(queue)


def test_a_place_is_shown_where_it_is_and_nothing_is_asked_of_others(page: Any, address: str) -> None:
    heard = listen_to(page)
    page.goto(f"{address}/links")
    maps = page.locator("article.review", has_text="Jordan").locator(".whereabouts")
    assert [maps.nth(k).get_attribute("aria-label") for k in range(2)] == [
        "At latitude 31.2, longitude 36.4",
        "At latitude -33.0, longitude 150.5",
    ]
    assert heard.complaints == []
    assert all(asked.startswith(address) for asked in heard.asked)


def test_without_javascript_an_event_is_linked_by_search_and_by_an_identifier(
    browser: Any, address: str, folder: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{AIR_CAMPAIGN.removeprefix(DEFAULT_BASE)}")
    page.click("text=Link this to…")
    assert "Campaign of Russia" in page.inner_text(".candidates"), "found by words of the entry's label"
    page.fill("input[name=q]", "war of 1920")
    page.click("form.filter button")
    page.locator("input[name=reviewer]").first.fill("Ann Roe")
    page.click(".candidates button")
    assert held(folder, AIR_CAMPAIGN)[q(107)] == "accepted"
    page.click("text=Link this to…")
    page.fill("input[name=identifier]", "Q900000555")
    page.click("text=Is the same")
    assert held(folder, AIR_CAMPAIGN)[q(555)] == "accepted"
    context.close()


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (npm ci in web/frontend)")
@pytest.mark.parametrize("path", ["/links", f"/links/to?iri={PLACE_JORDAN}"])
def test_anybody_can_read_and_use_it(browser: Any, address: str, path: str) -> None:
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}{path}")
    assert violations_in(page) == []
    context.close()
