"""The golden articles: read as a careful reader reads them, and never worse than before.

`python -m tests.golden` shows all scores and every miss.
"""

import pytest

from kb.base import KnowledgeBase
from kb.model import Findings
from tests.golden.floors import falls, load_floors
from tests.golden.gold import Twin, facts_in, load_all_twins, load_twins
from tests.golden.reading import document_of, findings_of, found_in_boilerplate, score_sets
from tests.golden.tally import Scores

TWINS = load_all_twins()
FLOORS = load_floors()

of_every_article = pytest.mark.parametrize("twin", TWINS, ids=[twin.name for twin in TWINS])


@pytest.fixture(scope="session")
def scores() -> Scores:
    return score_sets()


@of_every_article
def test_an_article_has_the_title_and_date_of_its_twin(twin: Twin) -> None:
    document = document_of(twin)
    assert (document.title, str(document.published)[:10]) == (twin.table["title"], twin.published)


@of_every_article
def test_the_words_of_a_twin_stand_in_its_article(twin: Twin) -> None:
    facts = facts_in(twin, document_of(twin).text)
    assert facts.sayings or facts.happenings


@of_every_article
def test_boilerplate_yields_nothing(twin: Twin) -> None:
    assert found_in_boilerplate(twin) == []


@of_every_article
def test_evidence_holds_what_it_is_evidence_for(twin: Twin) -> None:
    found = findings_of(twin)
    assert outside_the_text(found) == []
    occurrences = (*found.statements, *found.events)
    assert [each.key for each in occurrences if not each.span.covers(each.trigger)] == []
    keys = [occurrence.key for occurrence in occurrences]
    assert len(keys) == len(set(keys))


def outside_the_text(found: Findings) -> list[str]:
    """The rules of the findings whose words are empty or begin or end nowhere in the text."""
    everything = (*found.times, *found.mentions, *found.statements, *found.events)
    return [each.rule for each in everything if not 0 <= each.span.start < each.span.end <= len(found.text)]


@of_every_article
def test_what_is_verbatim_lies_within_what_is_said(twin: Twin) -> None:
    for statement in findings_of(twin).statements:
        for verbatim in statement.verbatim:
            assert any(content.covers(verbatim) for content in statement.content)


@pytest.mark.parametrize("measure", FLOORS)
def test_no_score_falls_under_its_floor(measure: str, scores: Scores) -> None:
    complaints = falls(measure, scores[measure], FLOORS)
    assert not complaints, "\n".join([*complaints, *scores[measure].misses])


def test_every_measure_has_a_floor(scores: Scores) -> None:
    assert set(FLOORS) == set(scores)


def test_stored_evidence_is_the_text_at_its_offsets(sample_kb: KnowledgeBase) -> None:
    views = [sample_kb.document(view.iri) for view in sample_kb.documents()]
    assert len(views) == len(load_twins())
    for view in views:
        for entry in view.entries:
            assert entry.quote == view.text[entry.start : entry.end]
