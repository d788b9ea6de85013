"""Several articles in one knowledge base: one entry for one happening, every version kept, all reversible."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.errors import BadRequest, NotFound
from kb.model import Entry, Filter
from tests.golden.floors import falls, load_floors
from tests.golden.tally import Tally
from tests.merging_story import COURIER, EVENING, HERALD, REPORTS, report

EXTRA = report("ee05", "Evening Post", "2016-05-26", "The head of the WFU resigned on Wednesday.")
PRAISE = "Transport Minister Tena Horvat said on Tuesday that police arrested Ivo Maric in Split on Monday."
NOW = datetime(2026, 11, 28, 12, 30, tzinfo=UTC)


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.create(tmp_path / "kb") as made:
        for document in REPORTS:
            made.read(document)
        made.merge()
        yield made


def row(base: KnowledgeBase, words: str, **wanted: str) -> Entry:
    """The only row of the timeline with these words in its label."""
    (found,) = [entry for entry in base.timeline(Filter(**wanted)) if words in entry.label]  # type: ignore[arg-type]
    return found


def documents(entry: Entry) -> list[str]:
    return sorted(version.doc_id for version in (entry, *entry.versions))


def test_one_happening_is_one_row_with_every_version(base: KnowledgeBase) -> None:
    arrest = row(base, "Maric in Split")
    assert documents(arrest) == ["aa01", "bb02", "cc03"]
    assert arrest.told_by == 3
    assert arrest.edtf == "2016-05-23"
    assert [said.partition(":")[0] for said in arrest.disagreements] == ["Date"]


def test_the_pairs_that_are_one_stay_above_their_floors(base: KnowledgeBase) -> None:
    rows = [sorted((entry, *entry.versions), key=lambda e: e.doc_id) for entry in base.timeline()]
    found = {(one.doc_id, other.doc_id, one.trigger, other.trigger) for r in rows for one, other in pairs(r)}
    gold = {(one.doc_id, other.doc_id, one.trigger, other.trigger) for one, other in gold_pairs(base)}
    tally = Tally(hits=len(found & gold), found=len(found), gold=len(gold))
    assert falls("merging", tally, load_floors(Path(__file__).parent / "merging_floors.toml")) == []


def pairs(entries: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    yield from combinations(entries, 2)


def gold_pairs(base: KnowledgeBase) -> Iterator[tuple[Entry, Entry]]:
    """The pairs that are one in truth, named by words in their labels or quotes."""
    told = {d.doc_id: base.document(d.iri).entries for d in REPORTS}
    for words, names in TRULY_ONE.items():
        same = [next(e for e in told[name] if words in f"{e.label} {e.quote}") for name in names]
        yield from pairs(same)


TRULY_ONE = {
    "in Split": ("aa01", "bb02", "cc03"),
    "people in Zagreb": ("aa01", "bb02"),
    "open every drawer": ("aa01", "bb02"),
}


def test_what_contradicts_it_is_a_row_of_its_own(base: KnowledgeBase) -> None:
    assert row(base, "Rijeka").told_by == 1
    assert row(base, "Zadar").told_by == 1


def test_figures_that_differ_are_told(base: KnowledgeBase) -> None:
    assert "Killed: 11 (Adriatic Courier); 13 (Coast Herald)." in row(base, "bomb").disagreements


def test_one_statement_relayed_by_two_papers_is_one_row(base: KnowledgeBase) -> None:
    said = row(base, "every drawer")
    assert documents(said) == ["aa01", "bb02"]
    assert {said.publisher, said.versions[0].publisher} == {"Adriatic Courier", "Coast Herald"}


def test_whoever_stands_for_a_name_is_found_by_every_name(base: KnowledgeBase) -> None:
    met = row(base, "met")
    assert [actor.label for actor in met.actors] == ["Tena Horvat", "World Ferry Union"]
    for about in ("Tena Horvat", "World Ferry Union", "WFU", *(actor.iri for actor in met.actors)):
        assert row(base, "met", about=about) == met


def test_an_event_is_found_by_every_name_of_whom_its_clause_names(base: KnowledgeBase) -> None:
    base.read(EXTRA)
    base.merge()
    assert "resigned" in row(base, "resigned", about="World Ferry Union").label
    assert not [entry for entry in base.timeline(Filter(about="Ferry")) if "bomb" in entry.label]


@pytest.mark.parametrize(
    ("about", "found"),
    [
        pytest.param("Tena B. Horvat", True, id="middle initial"),
        pytest.param("Minister Tena Horvat", True, id="title"),
        pytest.param("World Ferry Union Ltd", True, id="legal form"),
        pytest.param("Ana Horvat", False, id="another first name"),
        pytest.param("Transport Ferry Union", False, id="another body"),
    ],
)
def test_a_name_may_be_asked_for_in_a_form_that_no_article_has(
    base: KnowledgeBase, about: str, found: bool
) -> None:
    labels = [entry.label for entry in base.timeline(Filter(about=about))]
    assert any("met" in label for label in labels) is found


def test_someone_with_several_names_has_one_page(base: KnowledgeBase) -> None:
    met = row(base, "met")
    whole = base.entity(met.actors[1].iri)
    short = base.entity(whole.versions[0].iri)
    assert (whole.label, short.label) == ("World Ferry Union", "WFU")
    assert [version.label for version in short.versions] == ["World Ferry Union"]
    assert short.entries == whole.entries
    assert whole.one_because == ("“WFU” are the initials of World Ferry Union, and of nobody else known.",)


def test_an_entry_of_any_article_tells_of_the_others_and_why(base: KnowledgeBase) -> None:
    view = base.explain(row(base, "Maric in Split").versions[0].iri)
    assert len(view.entry.versions) == 2
    assert view.entry.disagreements
    assert "Both name Ivo Maric." in view.one_because
    assert base.explain(row(base, "Rijeka").iri).one_because == ()


def test_an_article_still_tells_what_it_told(base: KnowledgeBase) -> None:
    edtf = {entry.label: entry.edtf for entry in base.document(EVENING.iri).entries}
    assert edtf["Police arrested Ivo Maric in Split"] == "2016-05-24"
    own = row(base, "Maric in Split", document=EVENING.iri)
    assert (own.edtf, own.versions) == ("2016-05-24", ())


def test_merging_stores_what_the_shapes_allow_and_changes_no_article(base: KnowledgeBase) -> None:
    assert base.check().problems == ()
    before = {d.iri: base.describe(d.iri) for d in base.documents()}
    base.unmerge()
    assert {d.iri: base.describe(d.iri) for d in base.documents()} == before


def test_merging_again_changes_nothing(base: KnowledgeBase) -> None:
    before = base.timeline()
    base.merge()
    assert base.timeline() == before


def test_merging_can_be_undone(base: KnowledgeBase) -> None:
    base.unmerge()
    assert all(entry.versions == () for entry in base.timeline())
    assert len([entry for entry in base.timeline() if "Maric" in entry.label]) == 5


def test_what_is_parted_stays_apart_until_it_is_taken_back(base: KnowledgeBase) -> None:
    arrest = row(base, "Maric in Split")
    other = next(version for version in arrest.versions if version.doc_id == "cc03")
    base.part(arrest.iri, other.iri, NOW)
    assert other.iri in [entry.iri for entry in base.timeline()]
    base.read(EVENING)
    base.merge()
    assert other.iri in [entry.iri for entry in base.timeline()]
    assert base.check().problems == ()
    base.rejoin(other.iri, arrest.iri)
    assert documents(row(base, "Maric in Split")) == ["aa01", "bb02", "cc03"]


def test_only_what_is_there_can_be_parted_and_only_what_was_parted_rejoined(base: KnowledgeBase) -> None:
    iri = row(base, "bomb").iri
    with pytest.raises(NotFound):
        base.part(iri, f"{iri}0", NOW)
    with pytest.raises(BadRequest):
        base.part(iri, iri, NOW)
    with pytest.raises(NotFound):
        base.rejoin(iri, row(base, "Rijeka").iri)


def test_two_entries_are_joined_by_hand_against_every_rule_until_it_is_taken_back(
    base: KnowledgeBase,
) -> None:
    split, rijeka = row(base, "Maric in Split"), row(base, "Rijeka")
    base.join(split.iri, rijeka.iri, NOW)
    joined = row(base, "Maric in Split")
    assert documents(joined) == ["aa01", "bb02", "cc03", "dd04"]
    assert "A person says so." in base.explain(rijeka.iri).one_because
    assert any(said.startswith("Place: ") for said in joined.disagreements)
    base.read(EVENING)
    base.merge()
    assert documents(row(base, "Maric in Split")) == ["aa01", "bb02", "cc03", "dd04"]
    assert base.check().problems == ()
    base.unjoin(rijeka.iri, split.iri)
    assert row(base, "Rijeka").versions == ()
    assert documents(row(base, "Maric in Split")) == ["aa01", "bb02", "cc03"]


def test_two_names_are_joined_by_hand_and_a_third_may_still_be_one_with_either(base: KnowledgeBase) -> None:
    actors = {actor.label: actor.iri for entry in base.timeline() for actor in entry.actors}
    base.join(actors["Ivo Maric"], actors["Luka Maric"], NOW)
    named = base.entity(actors["Luka Maric"])
    assert {"Ivo Maric", "Luka Maric"} <= {named.label, *(version.label for version in named.versions)}
    assert row(base, "Zadar", about="Ivo Maric").doc_id == "dd04"


def test_only_two_of_a_sort_are_joined_and_none_that_were_parted(base: KnowledgeBase) -> None:
    bomb, said, split, rijeka = (row(base, words).iri for words in ("bomb", "drawer", "in Split", "Rijeka"))
    actor = row(base, "met").actors[0].iri
    for one, other in ((bomb, said), (bomb, actor), (bomb, bomb)):
        with pytest.raises(BadRequest):
            base.join(one, other, NOW)
    with pytest.raises(NotFound):
        base.join(bomb, f"{bomb}0", NOW)
    with pytest.raises(NotFound):
        base.unjoin(split, rijeka)
    base.part(split, rijeka, NOW)
    with pytest.raises(BadRequest, match="kb part"):
        base.join(split, rijeka, NOW)
    base.rejoin(split, rijeka)
    base.join(split, rijeka, NOW)
    with pytest.raises(BadRequest, match="kb join"):
        base.part(split, rijeka, NOW)


def test_whoever_speaks_of_any_version_speaks_of_all(base: KnowledgeBase) -> None:
    base.read(report("ff06", "Coast Herald", "2016-05-25", PRAISE))
    base.merge()
    arrest = row(base, "Maric in Split", kind="event")
    praising = [statement.label for statement in base.explain(arrest.iri).described_by]
    assert len([label for label in praising if label.startswith("Tena Horvat")]) == 1
    assert base.explain(arrest.versions[0].iri).described_by == base.explain(arrest.iri).described_by


def test_a_decision_ends_with_what_it_rests_on(base: KnowledgeBase) -> None:
    base.part(row(base, "bomb").iri, row(base, "Rijeka").iri, NOW)
    base.join(row(base, "in Split").iri, row(base, "Rijeka").iri, NOW)
    base.remove(HERALD.iri)
    assert row(base, "bomb").versions == ()
    base.remove(COURIER.iri)
    assert (
        base.query(f"ASK {{ ?s ?p ?o FILTER(STRSTARTS(STR(?o), '{COURIER.iri}')) }}").serialize(
            "application/sparql-results+json"
        )
        == b'{"head":{},"boolean":false}'
    )
    assert base.check().problems == ()


def test_decisions_are_in_a_graph_of_their_own_and_leave_with_the_data(
    base: KnowledgeBase, tmp_path: Path
) -> None:
    base.write(tmp_path / "all.nq")
    lines = (tmp_path / "all.nq").read_text(encoding="utf-8").splitlines()
    merges = [line for line in lines if "ns#version" in line]
    assert len(merges) == 11
    assert all("/graph/merged>" in line for line in merges)


def test_every_term_of_a_decision_is_in_the_vocabulary(base: KnowledgeBase) -> None:
    base.part(row(base, "bomb").iri, row(base, "Rijeka").iri, NOW)
    base.join(row(base, "in Split").iri, row(base, "Rijeka").iri, NOW)
    unknown = base.query(
        """SELECT DISTINCT ?term {
          GRAPH ?graph { ?node a ?kind ; ?term ?value } VALUES ?kind { ek:Merge ek:Parting ek:Joining }
          FILTER(STRSTARTS(STR(?term), STR(ek:)) && NOT EXISTS { ?term rdfs:label ?label })
        }"""
    )
    assert list(unknown.rows()) == []
