"""The SPARQL page in a real browser: YASGUI over our own endpoint, asking nobody else."""

import gzip
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browsing import BUNDLE, DESKTOP, FRONTEND, NEEDS, PHONE, listen_to

AXE = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"
LARGEST = 320_000  # bytes of all scripts of the page, packed

pytest_plugins = ("tests.browser_fixtures",)
pytestmark = NEEDS

EDITOR = ".tabPanel.active .yasqe"
RUN = ".tabPanel.active .yasqe_queryButton"
ROWS = ".tabPanel.active .yasr table.dataTable tbody tr"


@pytest.fixture
def editor(page: Any, site: str) -> Any:
    page.goto(f"{site}/sparql")
    page.wait_for_selector(EDITOR)
    return page


def test_the_editor_asks_our_endpoint_and_nobody_else(page: Any, site: str) -> None:
    heard = listen_to(page)
    page.goto(f"{site}/sparql")
    page.wait_for_selector(EDITOR)
    page.click(RUN)
    page.wait_for_selector(ROWS)
    assert page.locator(ROWS).count() > 5
    assert heard.complaints == []
    assert all(address.startswith((f"{site}/", "data:", "blob:")) for address in heard.asked)


def test_the_editor_speaks_the_language_of_the_page(page: Any, site: str) -> None:
    page.goto(f"{site}/sparql?lang=de")
    page.wait_for_selector(EDITOR)
    assert page.get_attribute(RUN, "aria-label") == "Abfrage ausführen"
    page.click(RUN)
    page.wait_for_selector(ROWS)
    page.wait_for_selector(".yasr button[aria-label='Ansicht: Tabelle']")
    page.wait_for_selector(".yasr :text-matches('^[0-9]+ Ergebnisse in [0-9.]+ Sekunden$')")


def test_a_query_in_the_address_is_in_the_editor(page: Any, site: str) -> None:
    page.goto(f"{site}/sparql?query=ASK+%7B+%3Fe+a+ek%3AEvent+%7D")
    page.wait_for_selector(EDITOR)
    assert "ASK { ?e a ek:Event }" in page.inner_text(f"{EDITOR} .CodeMirror-code")


def test_a_question_opens_in_a_tab_of_its_own(editor: Any) -> None:
    editor.locator(".examples a").nth(1).click()
    editor.wait_for_selector(".tabsList .tab:nth-child(2).active")
    assert "SELECT" in editor.inner_text(f"{EDITOR} .CodeMirror-code")


def test_classes_and_prefixes_of_ours_complete(editor: Any) -> None:
    editor.click(f"{EDITOR} .CodeMirror")
    editor.keyboard.press("Control+a")
    editor.keyboard.type("PREFIX ek: <https://w3id.org/event-knowledge/ns#> SELECT * { ?e a ek:Sourc")
    editor.keyboard.press("Control+Space")
    editor.wait_for_selector(":is(.CodeMirror-hints, .CodeMirror-code) :text('SourceDocument')")


def test_rows_with_dates_are_drawn_by_the_explorer_and_names_complete(editor: Any) -> None:
    editor.click(RUN)
    editor.wait_for_selector(ROWS)
    editor.click(".tabPanel.active .select_timeline")
    frame = editor.frame_locator("iframe.plot")
    frame.locator(".mark").first.wait_for()
    assert not frame.locator(".site-header").is_visible()
    editor.click(f"{EDITOR} .CodeMirror")
    editor.keyboard.press("Control+a")
    editor.keyboard.type('SELECT * { ?e ?p "kerr')
    editor.keyboard.press("Control+Space")
    editor.wait_for_selector(".CodeMirror-hints :text('John Kerry')")


def test_the_form_is_there_without_a_script(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/sparql")
    page.click("form.query button")
    assert page.locator("table.results tbody tr").count() > 5
    context.close()


def test_the_scripts_of_the_page_are_small_enough() -> None:
    scripts = [BUNDLE.with_name(name) for name in ("sparql.js", "explorer.js")]
    assert sum(len(gzip.compress(script.read_bytes(), 9)) for script in scripts) <= LARGEST


@pytest.fixture(
    params=[(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")], ids=["light", "dark", "phone"]
)
def screen(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    viewport, scheme = request.param
    context = browser.new_context(
        viewport=viewport, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    yield context.new_page()
    context.close()


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (npm ci in web/frontend)")
def test_the_editor_and_its_answer_break_no_rule_of_access(screen: Any, site: str) -> None:
    screen.goto(f"{site}/sparql")
    screen.wait_for_selector(EDITOR)
    screen.click(RUN)
    screen.wait_for_selector(ROWS)
    screen.evaluate(AXE.read_text("utf-8"))
    found = screen.evaluate("axe.run()")["violations"]
    assert [
        f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in ("serious", "critical")
    ] == []
    assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")
