"""Whose saying it is that "and" joins to what was said: "X said two had died and blamed Y"."""

import pytest

from tests.extracted import Row, findings_of, rows_of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "The ministry said two sailors had died and blamed the union for the fire.",
            [("The ministry", "two sailors had died"), ("The ministry", "the fire")],
            id="of the dead",
        ),
        pytest.param(
            "Police said the man had been shot and warned residents to stay inside.",
            [("Police", "the man had been shot"), ("Police", "residents to stay inside")],
            id="of what was done to somebody",
        ),
        pytest.param(
            "Berg said there was little hope of a deal and urged Chile to send new plans.",
            [("Berg", "there was little hope of a deal"), ("Berg", "Chile to send new plans")],
            id="there was",
        ),
        pytest.param(
            "She and other teachers demanded that the mayor, Ana Ruiz, step down and called for a review.",
            [
                ("She and other teachers", "that the mayor, Ana Ruiz, step down"),
                ("She and other teachers", "a review"),
            ],
            id="what should be",
        ),
        pytest.param(
            "Berg said the army was shelling the town and condemned the attack.",
            [("Berg", "the army was shelling the town"), ("Berg", "the attack")],
            id="what goes on",
        ),
        pytest.param(
            "Berg said her manager had shouted at her and threatened to sack her.",
            [("Berg", "her manager had shouted at her"), ("her manager", "to sack her")],
            id="what another did",
        ),
    ],
)
def test_joined(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "The army will leave on Friday, Berg said, adding that she was glad.",
        "Berg said there was little hope of a deal on Thursday and urged Chile to send new plans.",
        "Berg said she would go if she won the November election, calling it a mess.",
    ],
)
def test_a_day_within_what_is_said_dates_no_other_saying(text: str) -> None:
    assert [said.time for said in findings_of(text).statements] == [None, None]
