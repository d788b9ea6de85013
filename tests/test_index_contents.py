"""What there is in all, as the index counts it, and where its places are."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kb.knowing import positions
from kb.linking import Authority, Name, Record, Sort
from kb.model import Filter, Named, Position, Settled

if TYPE_CHECKING:
    from kb.base import KnowledgeBase


def test_the_index_counts_what_articles_tell(sample_kb: "KnowledgeBase") -> None:
    sizes, told = sample_kb.sizes(), [sample_kb.document(view.iri).entries for view in sample_kb.documents()]
    assert sizes.documents == len(told)
    assert sizes.events + sizes.statements == sum(map(len, told))
    assert 0 < sizes.entities <= sample_kb.counts().entities


def test_documents_come_newest_first_and_in_parts(sample_kb: "KnowledgeBase") -> None:
    every = sample_kb.newest(1000)
    assert [one.published for one in every] == sorted((one.published for one in every), reverse=True)
    assert sample_kb.newest(5, 3) == every[3:8]


@pytest.mark.parametrize("wanted", [Filter(), Filter(kind="event"), Filter(about="Aleppo")], ids=str)
def test_places_have_the_entries_that_are_there(sample_kb: "KnowledgeBase", wanted: Filter) -> None:
    counted: dict[str, int] = {}
    for entry in sample_kb.timeline(wanted):
        if entry.place:
            counted[entry.place.iri] = counted.get(entry.place.iri, 0) + 1
    assert {placed.place.iri: placed.entries for placed in sample_kb.places(wanted)} == counted
    assert counted


def record(
    name: str, kind: str, iri: str, at: tuple[float, float] | None = None, prior: float = 0.9
) -> Record:
    latitude, longitude = at or (None, None)
    return Record(
        iri=iri, kind=kind, source="ours", names=(Name(name, "en", Sort.LABEL),), prior=prior,
        country="lu" if "saltholm" not in iri else "sa", latitude=latitude, longitude=longitude,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    records = [
        record("Lundia", "country", "urn:lundia"),
        record("Port Ember", "city", "urn:ember", (10.0, 20.0)),
        record("North Quay", "city", "urn:quay", (12.0, 22.0)),
        record("Saltholm", "region", "urn:saltholm-region"),
        record("Saltholm", "city", "urn:saltholm", (14.0, 24.0), 0.2),
    ]
    with Authority.create(tmp_path) as authority:
        authority.add(records)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Port Ember", Position(10.0, 20.0)),
        ("Lundia", Position(11.0, 21.0)),  # amid its cities
        ("Saltholm", Position(14.0, 24.0)),
        ("the border", None),
    ],
)
def test_a_place_is_where_the_authority_has_it(folder: Path, name: str, found: Position | None) -> None:
    assert positions(folder, [Named("urn:it", name)]).get("urn:it") == found


@pytest.mark.parametrize(
    ("settled", "found"),
    [
        (Settled(accepted=("urn:quay",)), Position(12.0, 22.0)),
        (Settled(accepted=("urn:unheld", "urn:quay")), Position(12.0, 22.0)),
        (Settled(accepted=("urn:unheld",)), Position(10.0, 20.0)),
        (Settled(rejected=frozenset({"urn:ember"})), None),
        (Settled(nothing=True), None),
    ],
)
def test_what_a_place_is_linked_to_goes_before_its_name(
    folder: Path, settled: Settled, found: Position | None
) -> None:
    assert positions(folder, [Named("urn:it", "Port Ember")], {"urn:it": settled}).get("urn:it") == found


def test_without_an_authority_nothing_is_located(tmp_path: Path) -> None:
    assert positions(tmp_path, [Named("urn:it", "Port Ember")]) == {}
    assert positions(None, [Named("urn:it", "Port Ember")]) == {}
