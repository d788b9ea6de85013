"""Setting dates right: what counts from a corrected date follows, and it outlives reading again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.errors import NotFound
from kb.model import Document
from kb.when import When

TEXT = (
    "Dockers in Genoa went on strike on Friday. The next day police arrested 12 men.\n\n"
    "“We want safe cranes,” union leader Ann Roe said on Monday. "
    "Two days after the arrests, the army attacked the port. The mayor resigned."
)
ARTICLE = Document(
    iri="https://w3id.org/event-knowledge/kb/doc/00000000000000aa",
    text=TEXT,
    title="Strike in Genoa",
    published=When.of_day(2016, 6, 23),
    published_by="given",
)
NOW = datetime(2026, 11, 28, 12, 30, tzinfo=UTC)


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.create(tmp_path / "kb") as made:
        made.read(ARTICLE)
        yield made


def dates(base: KnowledgeBase) -> dict[str, str]:
    return {e.label: e.edtf if e.dated else f"({e.edtf})" for e in base.timeline()}


def iri_of(base: KnowledgeBase, words: str) -> str:
    return next(entry.iri for entry in base.timeline() if words in entry.label)


def corrected(base: KnowledgeBase, words: str, edtf: str) -> dict[str, str]:
    """The dates before, and after this one was set right, of what has changed."""
    changes = base.correct(iri_of(base, words), When.parse(edtf), NOW)
    return {change.after.label: f"{change.before.edtf} -> {change.after.edtf}" for change in changes}


def test_what_counts_from_a_corrected_date_follows(base: KnowledgeBase) -> None:
    assert corrected(base, "strike", "2016-06-10") == {
        "Dockers in Genoa went on strike": "2016-06-17 -> 2016-06-10",
        "Police arrested 12 men": "2016-06-18 -> 2016-06-11",
        "The arrests": "2016-06-18 -> 2016-06-11",
        "The army attacked the port": "2016-06-20 -> 2016-06-13",
    }


def test_what_hangs_on_a_corrected_event_follows(base: KnowledgeBase) -> None:
    assert corrected(base, "arrested", "2016-06-13") == {
        "Police arrested 12 men": "2016-06-18 -> 2016-06-13",
        "The arrests": "2016-06-18 -> 2016-06-13",
        "The army attacked the port": "2016-06-20 -> 2016-06-15",
    }


def test_a_corrected_day_of_publication_dates_everything_anew(base: KnowledgeBase) -> None:
    before = dates(base)
    changes = base.correct(ARTICLE.iri, When.parse("2016-06-30"), NOW)
    assert {change.after.label for change in changes} == set(before)
    assert dates(base)["Dockers in Genoa went on strike"] == "2016-06-24"
    assert dates(base)["The mayor resigned"] == "(../2016-06-30)"


@pytest.mark.parametrize("words", ["strike", "Ann Roe: We want", "mayor resigned"])
def test_taking_a_correction_back_leaves_no_trace(base: KnowledgeBase, words: str) -> None:
    before = {*base._store.quads()}
    base.correct(iri_of(base, words), When.parse("2016-06-10"), NOW)
    assert {*base._store.quads()} != before
    base.correct(iri_of(base, words), None, NOW)
    assert {*base._store.quads()} == before


def test_taking_back_a_day_of_publication_leaves_no_trace(base: KnowledgeBase) -> None:
    before = {*base._store.quads()}
    base.correct(ARTICLE.iri, When.parse("2016-06-30"), NOW)
    base.correct(ARTICLE.iri, When.parse("2016-07"), NOW)
    base.correct(ARTICLE.iri, None, NOW)
    assert {*base._store.quads()} == before


def test_a_correction_outlives_reading_again_and_edits_elsewhere(base: KnowledgeBase) -> None:
    corrected(base, "strike", "2016-06-10")
    base.read(replace(ARTICLE, text="Ships wait.\n\n" + TEXT))
    assert dates(base)["Dockers in Genoa went on strike"] == "2016-06-10"
    assert dates(base)["Police arrested 12 men"] == "2016-06-11"


def test_a_corrected_day_of_publication_outlives_reading_again(base: KnowledgeBase) -> None:
    base.correct(ARTICLE.iri, When.parse("2016-06-30"), NOW)
    base.read(replace(ARTICLE, published=When.parse("2016-07-07")))
    assert dates(base)["Dockers in Genoa went on strike"] == "2016-06-24"
    base.correct(ARTICLE.iri, None, NOW)
    assert dates(base)["Dockers in Genoa went on strike"] == "2016-07-01"


def test_an_article_without_a_date_of_publication_can_be_given_one_and_lose_it_again(tmp_path: Path) -> None:
    with KnowledgeBase.create(tmp_path / "kb2") as base:
        base.read(replace(ARTICLE, published=None, published_by=""))
        before = {*base._store.quads()}
        base.correct(ARTICLE.iri, When.parse("2016-06-23"), NOW)
        assert dates(base)["Dockers in Genoa went on strike"] == "2016-06-17"
        base.correct(ARTICLE.iri, None, NOW)
        assert {*base._store.quads()} == before


def test_the_explanation_tells_what_the_rules_said_and_who_set_it_right(base: KnowledgeBase) -> None:
    corrected(base, "strike", "2016-06-10")
    told = base.explain(iri_of(base, "strike"))
    assert told.rule == "corrected"
    assert told.expression_text == "Friday"
    assert told.steps[-2:] == ("So: 17 June 2016.", "Set right by hand on 2026-11-28: 10 June 2016.")


def test_an_entry_without_a_date_of_its_own_can_be_given_one(base: KnowledgeBase) -> None:
    assert corrected(base, "mayor resigned", "2016-06~") == {
        "The mayor resigned": "../2016-06-23 -> 2016-06~"
    }
    assert dates(base)["The mayor resigned"] == "2016-06~"


def test_corrections_conform_and_are_asked_for_in_sparql(base: KnowledgeBase) -> None:
    corrected(base, "strike", "2016-06-10")
    base.correct(ARTICLE.iri, When.parse("2016-06-30"), NOW)
    assert base.check().problems == ()
    rows = base.query(
        "SELECT ?what ?edtf ?was { ?c ek:corrects ?what ; ek:edtf ?edtf OPTIONAL { ?c ek:insteadOf ?was } }"
    )
    found = {(what, edtf, was) for what, edtf, was in rows.rows()}
    assert found == {
        (iri_of(base, "strike"), "2016-06-10", None),
        (ARTICLE.iri, "2016-06-30", "2016-06-23"),
    }


def test_the_moment_is_kept_in_utc(base: KnowledgeBase) -> None:
    made = datetime(2026, 11, 28, 1, 0, tzinfo=timezone(timedelta(hours=2)))
    base.correct(ARTICLE.iri, When.parse("2016-06-30"), made)
    rows = base.query("SELECT ?made { ?c a ek:Correction ; prov:generatedAtTime ?made }").rows()
    assert [made for (made,) in rows] == ["2026-11-27T23:00:00Z"]


def test_removing_an_article_forgets_what_was_set_right_in_it(base: KnowledgeBase) -> None:
    corrected(base, "strike", "2016-06-10")
    base.remove(ARTICLE.iri)
    assert base.counts().triples == 0


def test_what_is_not_there_cannot_be_set_right(base: KnowledgeBase) -> None:
    with pytest.raises(NotFound, match="no statement or event"):
        base.correct("https://example.org/nothing", When.parse("2016"), NOW)
    with pytest.raises(NotFound, match="nothing to take back"):
        base.correct(ARTICLE.iri, None, NOW)


def test_a_document_can_be_read_again_from_the_store_alone(sample_kb: KnowledgeBase) -> None:
    from kb import pipeline
    from kb.storing.graph import build
    from kb.storing.minting import graph_of
    from kb.storing.rereading import load_document

    store = sample_kb._store
    for view in sample_kb.documents():
        again = build(pipeline.find(load_document(store, view.iri)), store.base_iri)
        stored = {quad.triple for quad in store.quads(graph=graph_of(store.base_iri, view.iri).value)}
        assert again.triples == stored


def test_what_counts_from_a_corrected_stretch_counts_from_its_first_day(base: KnowledgeBase) -> None:
    assert corrected(base, "strike", "2016-06-10/2016-06-12")["Police arrested 12 men"].endswith("2016-06-11")


def test_what_counts_from_words_that_stayed_open_follows_too(tmp_path: Path) -> None:
    with KnowledgeBase.create(tmp_path / "kb3") as base:
        base.read(replace(ARTICLE, published=None, published_by=""))
        corrected(base, "strike", "2016-06-10")
        assert dates(base)["Police arrested 12 men"] == "2016-06-11"
