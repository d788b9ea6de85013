"""The golden twins are well formed: every key is known, every piece of text stands where it is said to."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kb.dating import parse_date
from kb.model import Document, QuoteKind, Role, Status
from kb.reading import SUFFIXES, read_source
from kb.when import When
from tests.golden.gold import SAMPLE, SETS, Twin, facts_in, load_all_twins, load_twins, sources_in

TWINS = load_all_twins()
KEYS = {
    "document": {"title", "published", "publisher", "iri_of", "nothing", "statement", "event", "time"},
    "statement": {"words", "cue", "speaker", "kind", "date", "evidence"},
    "event": {"trigger", "within", "type", "date", "participants", "place", "status"},
    "participant": {"role", "words"},
    "time": {"words", "within", "edtf"},
}
OPTIONAL = {("document", "statement"), ("document", "event"), ("document", "time"), ("time", "within")}

of_every_article = pytest.mark.parametrize("twin", TWINS, ids=[twin.name for twin in TWINS])
of_every_set = pytest.mark.parametrize(
    ("articles", "sample"), SETS.values(), ids=["sample", "other", "topics"]
)


@cache
def documents(source: Path) -> tuple[Document, ...]:
    return tuple(read_source(source, parse_date=parse_date))


def document_of(twin: Twin) -> Document:
    return documents(twin.source)[twin.index]


def tables(twin: Twin) -> list[tuple[str, dict[str, Any]]]:
    below = [(kind, table) for kind in ("statement", "event", "time") for table in twin.table.get(kind, ())]
    parts = [("participant", part) for event in twin.table.get("event", ()) for part in event["participants"]]
    return [("document", dict(twin.table)), *below, *parts]


def wrong_keys(kind: str, table: dict[str, Any]) -> set[str]:
    missing = {key for key in KEYS[kind] - set(table) if (kind, key) not in OPTIONAL}
    return (set(table) - KEYS[kind]) | missing


def values(twin: Twin, kind: str, key: str) -> list[str]:
    return [table[key] for name, table in tables(twin) if name == kind and key in table]


@of_every_set
def test_every_source_has_a_twin_and_every_twin_a_source(articles: Path, sample: Path) -> None:
    assert {path.stem for path in articles.glob("*.toml")} == {path.stem for path in sources_in(sample)}


@of_every_set
def test_every_article_of_a_source_has_its_table_in_the_twin(articles: Path, sample: Path) -> None:
    count = sum(len(documents(source)) for source in sources_in(sample))
    assert len(load_twins(articles, sample)) == count


@of_every_set
def test_there_are_eight_articles_or_more_in_a_set(articles: Path, sample: Path) -> None:
    assert len(load_twins(articles, sample)) >= 8


def test_the_sample_has_four_forms() -> None:
    suffixes = {path.suffix for path in sources_in(SAMPLE)}
    assert suffixes == {".html", ".txt", ".rss", ".csv"}
    assert suffixes <= SUFFIXES


@of_every_article
def test_every_key_is_known_and_none_is_missing(twin: Twin) -> None:
    assert [(kind, wrong) for kind, table in tables(twin) if (wrong := wrong_keys(kind, table))] == []


@of_every_article
def test_reading_finds_what_the_source_says_of_itself(twin: Twin) -> None:
    document, address = document_of(twin), twin.table["iri_of"]
    assert (document.title, document.publisher) == (twin.table["title"], twin.table["publisher"])
    assert document.published == When.parse(twin.published)
    assert document.url == (address if address.startswith("https:") else None)


@of_every_article
def test_every_piece_of_text_stands_where_the_twin_says(twin: Twin) -> None:
    text = document_of(twin).text
    facts = facts_in(twin, text)  # raises when a piece is missing, or stands in several places
    assert len(facts.moments) == len(twin.table.get("time", ()))


@of_every_article
def test_evidence_is_the_text_to_the_letter_no_break_spaces_included(twin: Twin) -> None:
    text = document_of(twin).text
    pieces = [*values(twin, "statement", "evidence"), *values(twin, "event", "within")]
    assert [piece for piece in pieces if text.count(piece) != 1] == []


@of_every_article
def test_time_expressions_are_told_in_the_order_of_the_text(twin: Twin) -> None:
    spans = [moment.span for moment in facts_in(twin, document_of(twin).text).moments]
    assert spans == sorted(spans)


@of_every_article
def test_every_date_is_edtf(twin: Twin) -> None:
    kinds = (("statement", "date"), ("event", "date"), ("time", "edtf"))
    dates = [date for kind, key in kinds for date in values(twin, kind, key) if date]
    assert [str(When.parse(date)) for date in dates] == dates


@of_every_article
def test_kinds_of_quotation_roles_and_statuses_are_those_of_the_model(twin: Twin) -> None:
    assert set(values(twin, "statement", "kind")) <= set(QuoteKind)
    assert set(values(twin, "event", "status")) <= set(Status)
    assert set(values(twin, "participant", "role")) <= set(Role)


@of_every_article
def test_boilerplate_is_copied_from_the_source(twin: Twin) -> None:
    data = twin.source.read_bytes()
    source = data.decode("cp1252" if b"charset=windows-1252" in data else "utf-8") + document_of(twin).text
    assert [piece for piece in twin.boilerplate if piece not in source] == []


def test_the_sample_is_our_own_and_points_nowhere_real() -> None:
    addresses = [document_of(twin).url or "https://example.org/" for twin in TWINS]
    assert [address for address in addresses if not address.startswith("https://example.org/")] == []
