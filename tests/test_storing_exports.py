"""RDF out: every format says the same, parts come with their wholes, the same store gives the same file."""

import json
import logging

import pytest
from rdflib import Dataset, Graph, URIRef
from rdflib.compare import isomorphic

from kb.errors import BadRequest, NotFound
from kb.ontology import DEFAULT_BASE, EK
from kb.storing import Store, exports
from kb.storing.answer import GRAPHS
from tests.sample_findings import DENIAL_IRI, STORY_IRI, ancient, denial, story

REFUSAL = f"{STORY_IRI}/statement-refusal"
PARSERS = {".ttl": "turtle", ".trig": "trig", ".jsonld": "json-ld", ".nt": "nt", ".nq": "nquads"}

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@pytest.fixture(autouse=True)
def quiet_rdflib() -> None:
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # it warns of each year before 1 and after 9999


def as_graph(content: bytes, form: str) -> Graph:
    if form in ("turtle", "nt"):
        return Graph().parse(data=content.decode(), format=form)
    dataset, union = Dataset(), Graph()
    dataset.parse(data=content.decode(), format=form)
    for subject, predicate, value, _ in dataset.quads():
        union.add((subject, predicate, value))
    return union


@pytest.mark.parametrize("suffix", exports.SUFFIXES)
def test_every_format_says_the_same(store: Store, suffix: str) -> None:
    whole = as_graph(exports.write(store, ".nt"), "nt")
    assert isomorphic(as_graph(exports.write(store, suffix), PARSERS[suffix]), whole)


@pytest.mark.parametrize("suffix", [".trig", ".jsonld", ".nq"])
def test_named_graphs_are_kept_where_the_format_has_them(store: Store, suffix: str) -> None:
    dataset = Dataset()
    dataset.parse(data=exports.write(store, suffix).decode(), format=PARSERS[suffix])
    names = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
    assert names == {
        f"{DEFAULT_BASE}graph/{name}"
        for name in ("entities", "5f0c2f9be1a7d340", "77d0b16e2c4fa985", "0aa1c3de55b7e910")
    }


@pytest.mark.parametrize("suffix", exports.SUFFIXES)
def test_the_same_store_gives_the_same_file(store: Store, suffix: str) -> None:
    with Store.in_memory() as other:
        for findings in (ancient(), story(), denial()):
            other.replace_document(findings)
        assert exports.write(other, suffix) == exports.write(store, suffix)


def test_the_vocabulary_is_not_exported_with_the_data(store: Store) -> None:
    assert b"skos:definition" not in exports.write(store, ".ttl")
    assert b"core#definition" not in exports.write(store, ".nt")


def test_an_empty_store_gives_empty_files() -> None:
    with Store.in_memory() as empty:
        assert exports.write(empty, ".nt") == b""
        assert json.loads(exports.write(empty, ".jsonld"))["@graph"] == []


# -------------------------------------------------------------------------------------- describing


@pytest.mark.parametrize("media_type", GRAPHS)
def test_an_entry_is_described_in_every_format(store: Store, media_type: str) -> None:
    assert "We see no sense" in exports.describe(store, REFUSAL, media_type).decode()


def test_a_description_has_the_parts_the_names_and_who_refers_to_it(store: Store) -> None:
    graph = as_graph(exports.describe(store, f"{STORY_IRI}/event-asked"), "turtle")
    event = URIRef(f"{STORY_IRI}/event-asked")
    assert (URIRef(f"{event}/when"), EK.edtf, None) in graph
    assert (None, EK.describes, event) in graph
    labels = {str(label) for _, p, label in graph if str(p).endswith("label")}
    assert {"air strikes on the army of Damascus", "army of Damascus"} <= labels


def test_a_document_is_described_with_all_that_was_found_in_it(store: Store) -> None:
    graph = as_graph(exports.describe(store, STORY_IRI), "turtle")
    assert len(set(graph.subjects(EK.statedIn, URIRef(STORY_IRI)))) == 8
    assert not set(graph.subjects(EK.statedIn, URIRef(DENIAL_IRI)))


def test_a_name_is_described_with_the_entries_that_bear_it(store: Store) -> None:
    interfax = f"{DEFAULT_BASE}entity/organization/interfax"
    graph = as_graph(exports.describe(store, interfax), "turtle")
    assert (URIRef(REFUSAL), EK.audience, URIRef(interfax)) in graph


def test_all_forms_of_a_description_say_the_same(store: Store) -> None:
    turtle = as_graph(exports.describe(store, REFUSAL), "turtle")
    assert isomorphic(as_graph(exports.describe(store, REFUSAL, "application/ld+json"), "json-ld"), turtle)


@pytest.mark.parametrize("iri", ["", "no iri", "https://example.org/nothing", DEFAULT_BASE])
def test_what_is_not_stored_is_not_found(store: Store, iri: str) -> None:
    with pytest.raises(NotFound, match="Nothing is stored"):
        exports.describe(store, iri)


def test_an_unknown_kind_of_rdf_is_refused(store: Store) -> None:
    with pytest.raises(BadRequest, match="Choose: text/turtle"):
        exports.describe(store, REFUSAL, "text/html")


# ----------------------------------------------------------------------------------------- JSON-LD


def test_json_ld_nests_parts_in_their_wholes_and_names_things_shortly(store: Store) -> None:
    nodes = json.loads(exports.describe(store, REFUSAL, "application/ld+json"))["@graph"]
    (node,) = (node for node in nodes if node["@id"] == REFUSAL)
    assert node["@type"] == "ek:Statement"
    assert node["speaker"] == f"{DEFAULT_BASE}entity/person/irina-volkova"
    assert node["quoteKind"] == "ekv:direct"
    assert node["when"]["date"] == "2016-06-17"
    assert node["when"]["dated"] is True
    assert node["when"]["resolvedBy"]["explanation"].startswith("Published on Friday")
    assert {part.get("exact") for part in node["verbatim"]["selector"]} == {
        None,
        "We see no sense in such strikes,",
    }


def test_json_ld_needs_nothing_fetched(store: Store) -> None:
    context = json.loads(exports.write(store, ".jsonld"))["@context"]
    assert isinstance(context, dict)
