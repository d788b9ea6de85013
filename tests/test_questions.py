"""The competency questions give the answers that stand beside them, on Oxigraph and on rdflib alike."""

import csv
import io
import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset

from kb.ontology import FOLDER
from kb.storing.store import Store
from tests.sample_findings import EXAMPLE, ancient, denial, example, story

QUESTIONS = sorted((FOLDER / "questions").glob("*.rq"))
VOCABULARY = [FOLDER / "kb.ttl", *sorted((FOLDER / "events").glob("*.ttl"))]

Table = list[list[str]]

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@pytest.fixture(autouse=True)
def quiet_rdflib() -> None:
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # it warns of each year before 1 and after 9999


@cache
def oxigraph() -> ox.Store:
    store = ox.Store()
    store.load(path=str(EXAMPLE), format=ox.RdfFormat.TRIG)
    for path in VOCABULARY:
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    return store


@cache
def rdflib_dataset() -> Dataset:
    dataset = Dataset(default_union=True)
    dataset.parse(EXAMPLE, format="trig")
    for path in VOCABULARY:
        dataset.default_graph.parse(path, format="turtle")
    return dataset


@cache
def own_store() -> Store:
    store = Store.in_memory()
    for findings in (story(), denial(), ancient()):
        store.replace_document(findings)
    return store


def asked_oxigraph(query: str) -> bytes:
    return bytes(
        oxigraph().query(query, use_default_graph_as_union=True).serialize(format=ox.QueryResultsFormat.CSV)  # type: ignore[arg-type]
    )


def asked_rdflib(query: str) -> bytes:
    return rdflib_dataset().query(query).serialize(format="csv") or b""


def asked_store(query: str) -> bytes:
    return own_store().query(query).serialize("text/csv")


def table(content: str) -> Table:
    return list(csv.reader(io.StringIO(content)))


@pytest.mark.parametrize(
    "ask", [asked_oxigraph, asked_rdflib, asked_store], ids=["oxigraph", "rdflib", "store"]
)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_has_its_answer(question: Path, ask: Callable[[str], bytes]) -> None:
    expected = table(question.with_suffix(".csv").read_text(encoding="utf-8"))
    assert table(ask(question.read_text(encoding="utf-8")).decode()) == expected


def test_there_are_questions_and_each_says_what_it_asks() -> None:
    assert len(QUESTIONS) >= 7
    assert all(path.read_text(encoding="utf-8").startswith("# ") for path in QUESTIONS)


def test_every_answer_has_rows_and_a_question() -> None:
    answers = sorted((FOLDER / "questions").glob("*.csv"))
    assert [path.stem for path in answers] == [path.stem for path in QUESTIONS]
    assert all(len(table(path.read_text(encoding="utf-8"))) > 1 for path in answers)


def test_the_example_is_what_is_stored() -> None:
    assert EXAMPLE.read_text(encoding="utf-8") == example(), "run `python -m tests.sample_findings`"
