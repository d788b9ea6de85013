"""How entries become rows of the TimeLine task: the dates it knows, and the day of the news."""

import pytest

from kb.model import Entry, Named, Span
from tests.benchmarks.timelines import days_of_news, narrowest, placed


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2016-06-17", "2016-06-17"),
        ("2016-06", "2016-06"),
        ("2016~", "2016"),
        ("2016-06-13/2016-06-19", "2016-06"),
        ("2016-05-30/2016-06-05", "2016"),
        ("2016-34", "2016"),
        ("2016-06/..", "2016-06"),
        ("../2016-06-17", "2016-06-17"),
        ("201X", None),
    ],
)
def test_a_date_becomes_the_narrowest_day_month_or_year_that_holds_it(edtf: str, date: str | None) -> None:
    assert narrowest(edtf) == date


def entry(start: int, edtf: str, dated: bool = True, doc_id: str = "h1") -> Entry:
    return Entry(
        iri=f"https://example.org/doc/aa/event-{start}",
        kind="event",
        label="The ferry sank",
        edtf=edtf,
        earliest=None,
        latest=f"{edtf[-10:]}T23:59:59Z",
        dated=dated,
        document=Named("https://example.org/doc/aa", "Ferry"),
        quote="The ferry sank.",
        start=start,
        end=start + 15,
        published="2016-06-17",
        trigger=Span(start + 10, start + 14),
        doc_id=doc_id,
    )


TOLD = [
    entry(20, "2015-01-01"),
    entry(40, "2016-06-14"),
    entry(60, "2016-06-16"),
    entry(80, "2016-06"),
    entry(100, "2016-06-19"),
    entry(120, "../2016-06-17", dated=False),
]


@pytest.mark.parametrize(
    ("start", "doc_id", "date"),
    [
        pytest.param(0, "h1", "2016-06-14", id="the headline is of the first day told"),
        pytest.param(50, "h1", "2016-06-14", id="behind the first day"),
        pytest.param(130, "h1", "2016-06-16", id="of the last day of that week told before it"),
        pytest.param(50, "other", "2016-06-17", id="an article that tells no day"),
    ],
)
def test_what_has_no_date_is_news_of_the_day_its_article_tells_of(start: int, doc_id: str, date: str) -> None:
    record = {
        "date": None,
        "order": 0,
        "latest": "2016-06-17T23:59:59Z",
        "mentions": [{"doc_id": doc_id, "start": start, "end": start + 4}],
    }
    assert placed(record, days_of_news(TOLD))["date"] == date


def test_what_has_a_date_keeps_it_and_loses_its_rank() -> None:
    record = {"date": "2014-05~", "order": 3, "latest": None, "mentions": [{"doc_id": "h1", "start": 50}]}
    assert placed(record, days_of_news(TOLD)) == record_without_rank(record) | {"date": "2014-05"}


def record_without_rank(record: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in record.items() if key != "order"}
