"""The front door: what is read can be asked for, twice is once, a correction replaces."""

from dataclasses import replace
from pathlib import Path

import pytest

from kb.base import KnowledgeBase, given_date
from kb.errors import BadDate, NotFound, StoreLocked
from kb.model import Document, Filter
from kb.when import When

TEXT = (
    "Dockers in Genoa went on strike on Thursday.\n\n"
    "“We want safe cranes,” union leader Ann Roe said on Friday."
)
ARTICLE = Document(
    iri="https://w3id.org/event-knowledge/kb/doc/00000000000000aa",
    text=TEXT,
    title="Strike in Genoa",
    published=When.of_day(2016, 6, 17),
    published_by="given",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with KnowledgeBase.create(tmp_path / "kb") as base:
        base.read(ARTICLE)
    return tmp_path / "kb"


def quads(folder: Path) -> set[str]:
    with KnowledgeBase.open(folder) as base:
        base.write(folder.with_suffix(".nq"))
    return set(folder.with_suffix(".nq").read_text(encoding="utf-8").splitlines())


def test_what_was_read_stands_in_the_timeline(folder: Path) -> None:
    with KnowledgeBase.open(folder) as base:
        assert [(e.kind, e.edtf) for e in base.timeline()] == [
            ("event", "2016-06-16"),
            ("statement", "2016-06-17"),
        ]


def test_reading_twice_changes_nothing(folder: Path) -> None:
    once = quads(folder)
    with KnowledgeBase.create(folder) as base:
        base.read(ARTICLE)
    assert quads(folder) == once


def test_a_corrected_article_replaces_the_old_one_and_keeps_the_names_of_what_stayed(folder: Path) -> None:
    with KnowledgeBase.create(folder) as base:
        strike = base.timeline(Filter(kind="event"))[0]
        base.read(replace(ARTICLE, text=TEXT.replace("Friday", "Saturday").replace("safe", "safer")))
        assert [d.iri for d in base.documents()] == [ARTICLE.iri]
        assert base.timeline(Filter(kind="event"))[0].iri == strike.iri
        assert "safer" in base.document(ARTICLE.iri).text


def test_a_corrected_day_of_publication_dates_everything_anew(folder: Path) -> None:
    with KnowledgeBase.create(folder) as base:
        base.read(replace(ARTICLE, published=When.of_day(2016, 6, 24)))
        assert [e.edtf for e in base.timeline()] == ["2016-06-23", "2016-06-24"]


def test_evidence_is_the_text_at_its_offsets(folder: Path) -> None:
    with KnowledgeBase.open(folder) as base:
        assert all(e.quote == TEXT[e.start : e.end] for e in base.timeline())


def test_a_language_without_words_is_kept_without_findings(folder: Path) -> None:
    french = replace(ARTICLE, iri=ARTICLE.iri + "b", text="La grève a commencé jeudi.", language="fr")
    with KnowledgeBase.create(folder) as base:
        assert base.read(french).events == ()
        assert base.document(french.iri).text == french.text


def test_removing_forgets_and_removing_again_is_an_error(folder: Path) -> None:
    with KnowledgeBase.create(folder) as base:
        base.remove(ARTICLE.iri)
        assert base.timeline() == []
        assert base.counts().triples == 0
        with pytest.raises(NotFound):
            base.remove(ARTICLE.iri)


def test_one_process_writes_others_may_read(folder: Path) -> None:
    with KnowledgeBase.create(folder):
        with pytest.raises(StoreLocked):
            KnowledgeBase.create(folder)
        with KnowledgeBase.open(folder) as reader:
            assert reader.counts().documents == 1


def test_a_base_keeps_the_base_iri_it_was_made_with(tmp_path: Path) -> None:
    KnowledgeBase.create(tmp_path / "own", "https://example.org/mine/").close()
    with KnowledgeBase.create(tmp_path / "own") as base:
        assert base.base_iri == "https://example.org/mine/"


def test_the_dataset_is_an_rdflib_dataset_with_a_graph_a_document(folder: Path) -> None:
    with KnowledgeBase.open(folder) as base:
        labels = {str(o) for _, p, o, _ in base.dataset.quads() if p.endswith("rdf-schema#label")}
    assert "Ann Roe" in labels


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2016-06-17", "2016-06-17"),
        (" 2016-06 ", "2016-06"),
        ("17 June 2016", "2016-06-17"),
        ("2014-09/..", "2014-09/.."),
    ],
)
def test_a_typed_date_may_be_edtf_or_words(text: str, edtf: str) -> None:
    assert str(given_date(text)) == edtf


@pytest.mark.parametrize("text", ["", "tomorrow", "June", "31 June 2016", "the 17th", "2016-06-17T25:00:00Z"])
def test_a_typed_date_is_never_guessed(text: str) -> None:
    with pytest.raises(BadDate):
        given_date(text)
