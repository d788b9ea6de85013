"""Setting dates right: what counts from a corrected date follows, and it outlives reading again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.errors import NotFound
from kb.model import Document, Filter
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


def test_what_a_person_set_right_can_be_asked_for_alone(base: KnowledgeBase) -> None:
    wanted = Filter(reviewed=True)
    assert (base.timeline(wanted), base.window(wanted, 10).total) == ([], 0)
    corrected(base, "strike", "2016-06-10")
    assert [entry.label for entry in base.timeline(wanted)] == ["Dockers in Genoa went on strike"]
    assert base.window(wanted, 10).total == base.overview(wanted, "actor", base.density(wanted), 9).total == 1
    assert base.timeline(Filter(reviewed=True, kind="statement")) == []


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


SHARED = "On Friday dockers went on strike and rebels attacked Genoa. The next day police arrested 12 men."


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.create(tmp_path / "shared") as made:
        made.read(replace(ARTICLE, text=SHARED))
        yield made


def test_of_entries_that_share_their_words_only_the_one_named_is_set_right(shared: KnowledgeBase) -> None:
    assert list(corrected(shared, "attacked", "2016-06-10")) == ["Rebels attacked Genoa"]
    told = shared.explain(iri_of(shared, "attacked")).steps[-1]
    assert told == (
        "The same words date “Dockers went on strike” too: this entry alone was set right, not the words."
    )


def test_entries_that_share_their_words_keep_corrections_of_their_own(shared: KnowledgeBase) -> None:
    corrected(shared, "attacked", "2016-06-10")
    corrected(shared, "strike", "2016-06-11")
    assert dates(shared) == {
        "Rebels attacked Genoa": "2016-06-10",
        "Dockers went on strike": "2016-06-11",
        "Police arrested 12 men": "2016-06-18",
    }


def test_words_are_set_right_once_all_that_they_date_have_one_date(shared: KnowledgeBase) -> None:
    corrected(shared, "attacked", "2016-06-10")
    assert "Police arrested 12 men" in corrected(shared, "strike", "2016-06-10")
    assert dates(shared)["Police arrested 12 men"] == "2016-06-11"


@pytest.mark.parametrize("edtf", ["2016", "1916-06-10", "2016-06-10/..", "[2016-06-10,2016-06-12]"])
def test_what_has_nothing_to_do_with_a_correction_stays(base: KnowledgeBase, edtf: str) -> None:
    kept = ("Ann Roe: We want safe cranes", "The mayor resigned")
    before = {words: date for words, date in dates(base).items() if words.startswith(kept)}
    corrected(base, "strike", edtf)
    after = {words: date for words, date in dates(base).items() if words.startswith(kept)}
    assert len(before) == len(kept)
    assert before == after


STORY = (
    "The army took Genoa in March 1805. It marched on in May. In 1809 the town rose.\n\n"
    "The rising was put down in June. Genoa fell on 3 July 1809."
)


def test_a_correction_far_from_the_story_does_not_send_it_elsewhere(tmp_path: Path) -> None:
    with KnowledgeBase.create(tmp_path / "story") as base:
        base.read(replace(ARTICLE, text=STORY))
        before = {entry.iri: entry.edtf for entry in base.timeline() if "Genoa fell" in entry.label}
        for entry in base.timeline():
            base.correct(entry.iri, When.parse("1605-03-02"), NOW)
            after = {iri: base.entry(iri).edtf for iri in before if iri != entry.iri}
            assert after == {iri: edtf for iri, edtf in before.items() if iri != entry.iri}
            base.correct(entry.iri, None, NOW)


EDITS = {
    "a sentence right before it": ("Dockers in", "It was hot. Dockers in"),
    "a sentence right behind it": ("on Friday.", "on Friday. Ships wait."),
    "a typing error in another sentence": ("The mayor resigned", "The mayor has resigned"),
}


@pytest.mark.parametrize(("old", "new"), EDITS.values(), ids=list(EDITS))
def test_a_correction_outlives_an_edit_beside_its_sentence(base: KnowledgeBase, old: str, new: str) -> None:
    corrected(base, "strike", "2016-06-10")
    base.read(replace(ARTICLE, text=TEXT.replace(old, new)))
    assert dates(base)["Dockers in Genoa went on strike"] == "2016-06-10"
    assert base.check().problems == ()


def orphaned(base: KnowledgeBase) -> str:
    """The IRI of a correction whose sentence the article no longer has."""
    corrected(base, "strike", "2016-06-10")
    iri = iri_of(base, "strike")
    base.read(replace(ARTICLE, text=TEXT.replace("Dockers in Genoa", "Dockers of Genoa")))
    return iri


def test_a_correction_of_what_the_article_no_longer_tells_is_listed_and_checked(base: KnowledgeBase) -> None:
    iri = orphaned(base)
    assert [(c.iri, c.correction.label, c.orphaned) for c in base.corrections()] == [
        (iri, "Dockers in Genoa went on strike", True)
    ]
    (problem,) = base.check().problems
    assert problem.startswith(f"{iri}: “Dockers in Genoa went on strike” was set right to 2016-06-10")
    assert "kb correct IRI --undo" in problem


def test_a_correction_of_what_the_article_no_longer_tells_can_be_taken_back(base: KnowledgeBase) -> None:
    iri = orphaned(base)
    with pytest.raises(NotFound, match="no statement or event"):
        base.correct(iri, When.parse("2016"), NOW)
    base.correct(iri, None, NOW)
    assert base.corrections() == []
    assert base.check().problems == ()


def test_what_stands_is_listed_as_such(base: KnowledgeBase) -> None:
    corrected(base, "strike", "2016-06-10")
    base.correct(ARTICLE.iri, When.parse("2016-06-30"), NOW)
    assert [(c.iri, c.orphaned) for c in base.corrections()] == [
        (ARTICLE.iri, False),
        (iri_of(base, "strike"), False),
    ]
