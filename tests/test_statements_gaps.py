"""What is said where a relative, a "what" or an object stands between who speaks and the words."""

import pytest

from tests.extracted import Row, rows_of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "The plan, which officials say would cost $2m, was rejected.",
            [("officials", "would cost $2m")],
            id="which they say would",
        ),
        pytest.param(
            "The man who police say killed four people has been arrested.",
            [("police", "killed four people")],
            id="who they say did, up to the main verb",
        ),
        pytest.param(
            "The bill that Berg said would fail was signed.",
            [("Berg", "would fail")],
            id="that he said would",
        ),
        pytest.param(
            "He was killed in what officials said was an act of terror.",
            [("officials", "was an act of terror")],
            id="in what they said was",
        ),
        pytest.param(
            "She sued over what Berg described as false ads.",
            [("Berg", "false ads")],
            id="what he described as",
        ),
        pytest.param("What Berg said was a lie.", [], id="what he said was"),
        pytest.param(
            "What Berg said is that the dam will hold.",
            [("Berg", "that the dam will hold")],
            id="what he said is that",
        ),
        pytest.param(
            "All she said was that the dam would hold.",
            [("she", "that the dam would hold")],
            id="all she said was that",
        ),
        pytest.param(
            "Berg, whom Hale accused of lying, left.", [("Hale", "lying")], id="whom she accused of"
        ),
        pytest.param(
            "You will hear the driver's counsel say the road was wet.",
            [("the driver's counsel", "the road was wet")],
            id="hear him say",
        ),
        pytest.param("When I tell stories I want people to laugh.", [], id="tell stories"),
        pytest.param(
            "The road, say critics, is too dear.", [("critics", "The road | is too dear")], id="say critics"
        ),
        pytest.param(
            "Ana Ruiz described the vote as a victory for the town.",
            [("Ana Ruiz", "the vote as a victory for the town")],
            id="described it as",
        ),
        pytest.param(
            "Ana Ruiz’s message to voters: “Stay home.”", [("Ana Ruiz", "Stay home.")], id="message to voters"
        ),
    ],
)
def test_gaps(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows
