"""The kinds of event in `ontologies/events`: complete, in one tree, each word naming one kind."""

import csv
import re
from collections import Counter

import pytest

from kb.model import EventType
from kb.ontology import FOLDER, load_event_types

PLOVER = frozenset(
    {
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "INVESTIGATE",
        "DEMAND",
        "DISAPPROVE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
        "FIGHT",
    }
)
TYPES = {type_.name: type_ for type_ in load_event_types()}


def ids(type_: EventType) -> str:
    return type_.name


def test_a_kind_is_read_with_its_words_its_class_and_its_place_in_the_tree() -> None:
    airstrike = TYPES["airstrike"]
    assert (airstrike.label, airstrike.plover, airstrike.broader) == ("air strike", "ASSAULT", "attack")
    assert {"airstrike", "air raid"} <= airstrike.nouns


def test_hyphens_in_words_do_not_matter() -> None:
    assert "cease fire" in TYPES["ceasefire"].nouns
    assert not [word for type_ in TYPES.values() for word in type_.verbs | type_.nouns if "-" in word]


def test_words_of_another_language_are_left_out() -> None:
    assert all(not type_.verbs and not type_.nouns for type_ in load_event_types("xx"))


@pytest.mark.parametrize("type_", TYPES.values(), ids=ids)
def test_every_kind_has_a_label_and_a_broader_kind_that_exists(type_: EventType) -> None:
    assert type_.label
    assert type_.broader is None or type_.broader in TYPES


@pytest.mark.parametrize("type_", [t for t in TYPES.values() if t.broader], ids=ids)
def test_every_kind_below_the_top_has_words(type_: EventType) -> None:
    assert type_.verbs | type_.nouns


def test_plover_classes_are_published_ones() -> None:
    assert {type_.plover for type_ in TYPES.values() if type_.plover} <= PLOVER


def test_plover_has_a_kind_for_each_class() -> None:
    assert {type_.plover for type_ in TYPES.values()} >= PLOVER


@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_a_word_names_one_kind_only(part: str) -> None:
    counts = Counter(word for type_ in TYPES.values() for word in getattr(type_, part))
    assert [word for word, count in counts.items() if count > 1] == []


def test_wikidata_classes_are_identifiers_and_used_once() -> None:
    classes = [type_.wikidata for type_ in TYPES.values() if type_.wikidata]
    assert all(re.fullmatch(r"http://www\.wikidata\.org/entity/Q[1-9][0-9]*", iri) for iri in classes)
    assert len(set(classes)) == len(classes)


@pytest.mark.parametrize("path", sorted((FOLDER / "events").glob("*.ttl")), ids=lambda path: path.stem)
def test_every_kind_has_a_definition(path: object) -> None:
    from rdflib import RDF, SKOS, Graph

    graph = Graph().parse(str(path), format="turtle")
    kinds = set(graph.subjects(RDF.type, SKOS.Concept))
    assert [kind for kind in kinds if not graph.value(kind, SKOS.definition)] == []


def test_every_wikidata_class_has_its_two_sources_in_the_table() -> None:
    with (FOLDER / "events" / "wikidata.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    stated = [(type_.name, type_.wikidata.rpartition("/")[2]) for type_ in TYPES.values() if type_.wikidata]
    assert sorted(stated) == sorted((row["kind"], row["wikidata"]) for row in rows)
    assert all(row["label"] for row in rows)
    sources = [(row["source1"].split(" ")[0], row["source2"].split(" ")[0]) for row in rows]
    assert all(first and second and first != second for first, second in sources)
