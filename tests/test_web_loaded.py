"""Pages of a graph that was loaded as it is: it has dates, but no text, no rule and no reasoning."""

from collections.abc import Iterator

import pytest

from kb.base import KnowledgeBase
from tests.benchmarks.news import main as write_news
from tests.web_fake import BROWSER, path
from web import create_app


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeBase]:
    folder = tmp_path_factory.mktemp("loaded")
    write_news(20, folder / "news.nq")
    KnowledgeBase.load(folder / "news.nq", folder / "kb")
    with KnowledgeBase.open(folder / "kb") as base:
        yield base


def test_every_entry_has_a_page_that_says_its_reasoning_is_not_told(base: KnowledgeBase) -> None:
    site = create_app(base).test_client()
    entries = base.timeline()
    assert len(entries) == 20
    for entry in entries:
        answer = site.get(path(entry.iri), headers=BROWSER)
        assert answer.status_code == 200
        assert "names no rule for this date" in answer.text


def test_what_is_not_told_is_none_and_the_evidence_stands_for_the_passage(base: KnowledgeBase) -> None:
    entry = base.timeline()[0]
    found = base.explain(entry.iri)
    assert (found.trigger, found.rule, found.steps, found.confidence) == (None, "", (), None)
    assert found.passage == entry.quote
    assert found.passage_start == found.evidence.start
