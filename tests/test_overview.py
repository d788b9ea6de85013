"""Lanes and facets: what a window holds, counted, and what a timeline shows on its other axes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import BadRequest
from kb.model import Bins, Filter, Overview
from kb.ontology import EKV
from kb.storing.index import seen
from kb.storing.index.sampling import one_in, samples
from kb.when import When
from tests.indexed import PAPERS, PEOPLE, Made, indexed, scan
from tests.test_index_laws import LAW, entries, filters

JUNE = Bins(since=When.parse("2016-06").window[0] or 0, width=86_400, number=30)
TOLD = [
    Made("2016-06-01", 1, who=(0, 1), document=1),
    Made("2016-06-01", 2, who=(0,), document=2, statement=True),
    Made("2016-06-30", 3, who=(1,), document=3, type="meeting", status="planned"),
    Made("2016?", 4, document=3, dated=False),
]


def overview(made: list[Made], by: str = "actor", wanted: Filter | None = None) -> Overview:
    return indexed(made).overview(wanted or Filter(), by, JUNE)


def test_an_entry_stands_in_the_lane_of_each_who_takes_part() -> None:
    lanes = {lane.label: lane for lane in overview(TOLD).lanes}
    assert [(name, lane.count) for name, lane in lanes.items()] == [
        ("Person 0", 2),
        ("Person 1", 2),
        ("nobody named", 1),
    ]
    assert (lanes["Person 0"].events[0], lanes["Person 0"].statements[0]) == (1, 1)
    assert [number for number, n in enumerate(lanes["Person 1"].events) if n] == [0, 29]
    assert sum(lanes["nobody named"].events) == 0  # it is undated


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("source", [("Courier", 3), ("Harbour Post", 1)]),
        ("type", [("strike", 2), ("meeting", 1), ("nobody named", 1)]),
        ("none", [("all", 4)]),
    ],
)
def test_lanes_go_by_what_is_asked_for(by: str, expected: list[tuple[str, int]]) -> None:
    assert [(lane.label, lane.count) for lane in overview(TOLD, by).lanes] == expected


def test_what_exceeds_twelve_lanes_is_in_the_others() -> None:
    crowd = [Made("2016-06-02", n, type=f"kind{n}") for n in range(15)]
    lanes = overview(crowd, "type").lanes
    assert (len(lanes), lanes[-1].label, lanes[-1].count, lanes[-1].events[1]) == (13, "others", 3, 3)


def test_of_a_window_lanes_with_something_dated_in_it_come_before_those_with_what_may_lie_in_any() -> None:
    undated = [Made("../2024-07-01", n, who=(0,), document=n, dated=False) for n in range(1, 4)]
    made = [*undated, Made("2016-06-02", 4, who=(1,), document=4)]
    window = Filter(since=When.parse("2016-06"), until=When.parse("2016-06"))
    assert [lane.label for lane in overview(made).lanes] == ["Person 0", "Person 1"]
    assert [(lane.label, lane.count) for lane in overview(made, wanted=window).lanes] == [
        ("Person 1", 1),
        ("Person 0", 3),
    ]


def test_lanes_by_anything_else_are_refused_with_what_there_is() -> None:
    with pytest.raises(BadRequest, match="actor, place, source, type, none"):
        overview(TOLD, "colour")


def test_facets_count_the_values_that_parameters_take() -> None:
    found = overview(TOLD).facets
    counts = {name: {value.key: value.count for value in values} for name, values in found.items()}
    assert counts["kind"] == {"event": 3, "statement": 1}
    assert counts["status"] == {"happened": 2, "planned": 1}
    assert counts["certainty"] == {"sure": 3, "uncertain": 1}
    assert counts["actor"] == {PEOPLE[0]: 2, PEOPLE[1]: 2}
    assert counts["source"] == {"Courier": 3, "Harbour Post": 1}
    assert counts["disputed"] == {}
    assert counts["type"] == {str(EKV.strike): 2, str(EKV.meeting): 1}


@LAW
@given(entries, filters)
def test_an_overview_counts_each_entry_once(several: list[Made], wanted: Filter) -> None:
    expected = scan(several, wanted)
    found = overview(several, "none", wanted)
    assert (found.total, found.undated) == (len(expected), sum(not made.dated for made in expected))
    assert sum(value.count for value in found.facets.get("kind", ())) == len(expected)


@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        ("happened", [1, 2, 3, 4]),
        ("said", [2, 1, 3, 4]),  # the statement in May; the others when their articles appeared
        ("published", [1, 2, 3, 4]),
    ],
)
@pytest.mark.parametrize("actor", ["", PEOPLE[0]])
def test_an_axis_tells_when_entries_stand(axis: str, expected: list[int], actor: str) -> None:
    told = [
        replace(TOLD[0], who=(0,)),
        replace(TOLD[1], edtf="2016-05-30" if axis == "said" else "2016-06-05"),
    ]
    told += [replace(made, who=(0,)) for made in TOLD[2:]]
    found = indexed(told).window(Filter(axis=axis, actor=actor))
    assert [int(entry.iri.rpartition("-")[2]) for entry in found] == expected


def test_an_axis_cuts_windows_and_orders_what_is_around() -> None:
    index = indexed(TOLD)
    third = When.parse("2016-06-03")
    for more in (Filter(axis="published"), Filter(axis="published", source=PAPERS[0])):
        found = index.window(replace(more, since=third, until=third))
        assert [entry.published for entry in found] == ["2016-06-03"]
        assert index.total(replace(more, since=third, until=third)) == (1, 0)
        (first, *_) = index.around(more, third.window[0] or 0, 1)
        assert first.published <= "2016-06-03"


def test_a_source_is_named_by_its_iri_or_its_name() -> None:
    index = indexed(TOLD)
    for source in (PAPERS[0], "Harbour Post", "harbour post"):
        assert [entry.document.label for entry in index.window(Filter(source=source))] == ["Report 2"]
    assert index.window(Filter(source="nobody")) == []


def test_an_unknown_axis_is_refused_with_what_there_is() -> None:
    with pytest.raises(BadRequest, match="happened, said, published"):
        indexed(TOLD).window(Filter(axis="heard"))


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(status="happened"),
        Filter(axis="said"),
        Filter(source=PAPERS[0]),
        Filter(text="ferry"),
    ],
    ids=["everything", "by a condition", "on another axis", "under a key", "by words"],
)
def test_of_very_many_a_sample_is_counted(monkeypatch: pytest.MonkeyPatch, wanted: Filter) -> None:
    made = [Made("2016-06-02", n, document=n % 10) for n in range(2000)]
    monkeypatch.setattr(seen, "MOST", 200)
    found, expected = overview(made, "none", wanted), len(scan(made, wanted))
    assert found.one_in in (8, 16)
    assert found.facets["kind"][0].count == pytest.approx(expected, rel=0.25)
    assert found.total == pytest.approx(expected, rel=0.0 if wanted == Filter() else 0.25)


@given(st.integers(1, 10**6), st.integers(10, 5000))
def test_a_sample_has_at_most_as_many_as_asked_for(size: int, most: int) -> None:
    part = one_in(size, most)
    assert size <= most * part
    assert part == 1 or size > most * part // 2


def test_samples_are_halves_of_each_other() -> None:
    sizes = [sum(key in samples(id_) for id_ in range(1, 40_001)) for key in (10, 11, 12)]
    assert [round(size / 100) for size in sizes] == [200, 100, 50]


def test_sizes_count_what_articles_tell_one_by_one_and_those_they_name_once() -> None:
    told = [
        *TOLD,
        Made("2016-06-01", 5, who=(0,), document=2, same=1),
        Made("2016-06-01", 6, document=3, same=1),
    ]
    found = indexed(told).sizes()
    assert (found.documents, found.statements, found.events) == (3, 1, 5)
    assert found.entities == 4  # two people, two papers
