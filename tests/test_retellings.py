"""One utterance told in headline, caption and text is one statement with several pieces of evidence."""

from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.model import Document, Filter, Statement
from kb.pipeline import find
from kb.when import When
from kb.writing.rows import timeline_records

RAIN = "Engineers walked along the wall in the rain.\n\n"
FIRST = "Mayor Ana Ruiz said the cracked dam will be rebuilt by June.\n\n"


def statements_of(text: str) -> tuple[Statement, ...]:
    document = Document(iri="urn:test", text=text, published=When.parse("2021-03-05"), published_by="given")
    return find(document).statements


def evidence_of(text: str) -> list[list[str]]:
    return [
        [span.of(text) for span in (said.span, *(told.span for told in said.again))]
        for said in statements_of(text)
    ]


@pytest.mark.parametrize(
    "again",
    [
        pytest.param("“The cracked dam will be rebuilt by June,” Ana Ruiz said.", id="in her own words"),
        pytest.param("Ruiz said that the cracked dam would be rebuilt by June.", id="by her surname"),
        pytest.param("Ruiz says the cracked dam will be rebuilt. Photo: A. Reed.", id="under a picture"),
    ],
)
def test_what_is_told_twice_is_one_statement_with_both_places(again: str) -> None:
    assert evidence_of(FIRST + RAIN + again) == [[FIRST.strip(), again.removesuffix(" Photo: A. Reed.")]]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("Ana Ruiz said the cracked dam will not be rebuilt by June.", id="denied"),
        pytest.param("Ana Ruiz said the cracked dam had been rebuilt by June.", id="no longer to come"),
        pytest.param("Ana Ruiz repeated that the cracked dam will be rebuilt by June.", id="repeated"),
        pytest.param("Ana Ruiz said again that the cracked dam will be rebuilt by June.", id="said again"),
        pytest.param("Ole Berg said the cracked dam will be rebuilt by June.", id="somebody else"),
        pytest.param("Ana Ruiz said the cracked bridge will be painted by May.", id="something else"),
    ],
)
def test_what_only_resembles_stays_a_statement_of_its_own(other: str) -> None:
    assert len(evidence_of(FIRST + RAIN + other)) == 2


def test_two_days_are_two_sayings() -> None:
    text = (
        "On Monday Ana Ruiz said the cracked dam will be rebuilt by June.\n\n"
        + RAIN
        + "On Wednesday Ana Ruiz said the cracked dam will be rebuilt by June."
    )
    assert [str(said.date.when) for said in statements_of(text) if said.date] == ["2021-03-01", "2021-03-03"]


def test_a_headline_is_evidence_of_what_the_text_tells() -> None:
    headline = "Ruiz says dam will be rebuilt by June"
    assert evidence_of(f"{headline}\n\n{RAIN}{FIRST}") == [[FIRST.strip(), headline]]


@pytest.mark.parametrize(
    "headline", ["Ruiz says bridge will be painted by May", "Berg says dam will be rebuilt by June"]
)
def test_a_headline_that_tells_something_else_is_no_statement(headline: str) -> None:
    text = f"{headline}\n\n{RAIN}{FIRST}Ole Berg laughed."
    assert evidence_of(text) == [[FIRST.strip()]]


def test_the_date_may_stand_where_it_is_told_again() -> None:
    text = FIRST + RAIN + "“The cracked dam will be rebuilt by June,” Ana Ruiz said on Wednesday."
    (said,) = statements_of(text)
    assert said.date is not None
    assert str(said.date.when) == "2021-03-03"
    assert said.date.steps[0].startswith("The article tells it again, and dates it there")


def test_the_knowledge_base_shows_one_row_and_every_place(tmp_path: Path) -> None:
    again = "“The cracked dam will be rebuilt by June,” Ana Ruiz said on Wednesday."
    published = When.parse("2021-03-05")
    article = Document(iri="urn:dam", text=FIRST + RAIN + again, published=published, published_by="given")
    with KnowledgeBase.create(tmp_path / "kb") as kb:
        kb.read(article)
        (entry,) = kb.timeline(Filter(kind="statement"))
        assert kb.explain(entry.iri).told_again == (again,)
        query = "SELECT ?words { ?e ek:toldAgain/oa:hasSelector/oa:exact ?words }"
        assert again in kb.query(query).serialize("text/csv").decode().replace('""', '"')
        assert kb.check().problems == ()


def test_a_timeline_has_the_places_of_every_telling(tmp_path: Path) -> None:
    again = "“The cracked dam will be rebuilt by June,” Ana Ruiz said on Wednesday."
    text = FIRST + RAIN + again
    article = Document(iri="urn:dam", text=text, published=When.parse("2021-03-05"), published_by="given")
    with KnowledgeBase.create(tmp_path / "kb") as kb:
        kb.read(article)
        (record,) = timeline_records(kb.timeline(Filter(kind="statement")))
        places = [(place["start"], place["end"]) for place in record["mentions"]]
        assert places == [
            (text.index("said"), text.index("said") + 4),
            (text.rindex("said"), text.rindex("said") + 4),
        ]
        (entry,) = kb.timeline(Filter(kind="statement"))
        assert kb.entry(entry.iri).again == entry.again
