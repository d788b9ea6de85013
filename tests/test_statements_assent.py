"""Who agrees with what another just said, and feelings that are put in words."""

import pytest

from kb.model import QuoteKind
from tests.extracted import Row, findings_of, rows_of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Ana Ruiz said the dam was unsafe, and her party agreed.",
            [("Ana Ruiz", "the dam was unsafe"), ("her party", "the dam was unsafe")],
            id="a party agrees",
        ),
        pytest.param(
            "Ana Ruiz said the dam was unsafe and Ole Berg agreed with her.",
            [("Ana Ruiz", "the dam was unsafe"), ("Ole Berg", "the dam was unsafe")],
            id="agreed with her",
        ),
        pytest.param(
            "The dam was unsafe, Ana Ruiz said, but Ole Berg disagreed.",
            [("Ana Ruiz", "The dam was unsafe"), ("Ole Berg", "The dam was unsafe")],
            id="disagreed, behind",
        ),
        pytest.param(
            "“The dam is unsafe,” Ana Ruiz said, and the minister concurred.",
            [("Ana Ruiz", "The dam is unsafe,"), ("the minister", "The dam is unsafe,")],
            id="with quoted words",
        ),
        pytest.param(
            "Ana Ruiz said the dam was unsafe, and that her party agreed.",
            [("Ana Ruiz", "the dam was unsafe, and that her party agreed")],
            id="said with it",
        ),
        pytest.param(
            "Ana Ruiz said Norland wanted a truce, and Chile agrees.",
            [("Ana Ruiz", "Norland wanted a truce, and Chile agrees")],
            id="another tense is part of what is said",
        ),
        pytest.param(
            "Ana Ruiz said that if she called and Ole Berg agreed, they would meet.",
            [("Ana Ruiz", "that if she called and Ole Berg agreed, they would meet")],
            id="a condition",
        ),
        pytest.param(
            "Ana Ruiz said most voters agreed.", [("Ana Ruiz", "most voters agreed")], id="no conjunction"
        ),
        pytest.param("Ana Ruiz wanted to leave, and Ole Berg agreed.", [], id="nothing was said"),
    ],
)
def test_who_agrees(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows


def test_who_agrees_is_not_quoted() -> None:
    said = findings_of("“The dam is unsafe,” Ana Ruiz said, and Ole Berg disagreed.").statements
    assert [(s.kind, bool(s.verbatim), s.act) for s in said] == [
        (QuoteKind.DIRECT, True, "say"),
        (QuoteKind.INDIRECT, False, "deny"),
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "The minister expressed concern about the raid.",
            ("The minister", "concern about the raid"),
            id="expressed concern",
        ),
        pytest.param(
            "The general expressed confidence in the troops.",
            ("The general", "confidence in the troops"),
            id="a general",
        ),
        pytest.param(
            "Ministers voiced doubts about the plan, and the army left.",
            ("Ministers", "doubts about the plan"),
            id="voiced doubt, another clause",
        ),
        pytest.param(
            "The embassy conveyed condolences to the families.",
            ("The embassy", "condolences to the families"),
            id="conveyed condolences",
        ),
        pytest.param(
            "The minister raised concerns about the deal.",
            ("The minister", "concerns about the deal"),
            id="raised concerns",
        ),
        pytest.param(
            "The council extended its sympathy to Chile.",
            ("The council", "its sympathy to Chile"),
            id="extended sympathy",
        ),
    ],
)
def test_a_feeling_is_put_in_words(text: str, row: Row) -> None:
    assert rows_of(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The genes express a protein.", id="genes"),
        pytest.param("Ole Berg voiced a character in a film.", id="a voice in a film"),
        pytest.param("The minister raised her hand.", id="a hand"),
        pytest.param("The incident raised concerns about the deal.", id="an incident says nothing"),
        pytest.param("The council extended the deadline.", id="a deadline"),
    ],
)
def test_no_feeling_is_put_in_words(text: str) -> None:
    assert rows_of(text) == []


@pytest.mark.parametrize(
    ("date", "said"),
    [
        pytest.param("in 2014", "40 men were dead", id="a year, then a number"),
        pytest.param("in May", "40 men were dead", id="a month"),
        pytest.param("on 3 May", "40 men were dead", id="a day"),
        pytest.param("on May 3", "40 men were dead", id="a day, month first"),
        pytest.param("on 3 May 2014", "40 men were dead", id="a whole date"),
        pytest.param("in 2014", "two more men were dead", id="a number in words"),
    ],
)
def test_a_number_behind_a_date_is_said(date: str, said: str) -> None:
    assert rows_of(f"The ministry said {date} {said}.") == [("The ministry", said)]
