"""The questions behind the pages have answers, and the form offers them beside the competency questions."""

import pytest

from kb.storing import Store
from tests.web_fake import BROWSER, FakeKnowledgeBase, site_over
from web.examples import Example, load_examples, load_page_examples


@pytest.mark.parametrize("example", load_page_examples(), ids=lambda example: example.title)
def test_what_a_page_shows_is_found_by_its_question(store: Store, example: Example) -> None:
    assert example.title.startswith("The ")
    assert any(store.query(example.query).rows())


def test_the_form_offers_all_questions() -> None:
    page = site_over(FakeKnowledgeBase()).get("/sparql", headers=BROWSER).get_data(as_text=True)
    assert page.count("<details") == 2
    for example in (*load_examples(), *load_page_examples()):
        assert f">{example.title}</a>" in page
