"""Statements dated by the scene they are part of: a news conference, a speech, an interview told before."""

import pytest

from kb.model import Document, Resolution
from kb.pipeline import find
from kb.when import When

RAIN = "It rained in Lima on Sunday.\n\n"


def date_of(text: str) -> Resolution:
    """The date of the last statement of a text published on Friday, 5 March 2021."""
    published = When.parse("2021-03-05")
    found = find(Document(iri="urn:test", text=RAIN + text, published=published, published_by="given"))
    date = found.statements[-1].date
    assert date is not None
    return date


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "At a news conference on Tuesday, Ana Ruiz looked tired. The dam had held through the night. "
            "“It is over,” she said.",
            id="a news conference two sentences before",
        ),
        pytest.param("Ana Ruiz spoke at a rally on Tuesday. “It is over,” she told the crowd.", id="a rally"),
        pytest.param(
            "Ana Ruiz appeared before reporters in Lima on Tuesday.\n\nThe dam was built in 1960.\n\n"
            "She said the dam was safe.",
            id="two paragraphs on, past another year",
        ),
        pytest.param(
            "Ana Ruiz spoke to reporters after the vote on Tuesday. She says she will run again.",
            id="said in the present",
        ),
    ],
)
def test_what_is_said_in_a_scene_has_its_day(text: str) -> None:
    date = date_of(text)
    assert (str(date.when), date.rule, date.dated) == ("2021-03-02", "inherited-scene", True)
    assert "speaks in the scene told before" in date.steps[0]
    assert date.confidence < 0.6


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The dam broke on Tuesday. Ana Ruiz said it was over.", id="nobody speaks there"),
        pytest.param(
            "Ana Ruiz gave an interview on Tuesday. Ole Berg said he was not surprised.", id="somebody else"
        ),
        pytest.param(
            "In an interview on Tuesday, Ana Ruiz looked back. She has always said the dam would break.",
            id="said before the scene",
        ),
        pytest.param(
            "Ana Ruiz will hold a news conference on Tuesday. She said the dam was safe.", id="yet to come"
        ),
        pytest.param(
            "After the rally on Tuesday, Ana Ruiz went home. She said the dam was safe.", id="no longer there"
        ),
        pytest.param(
            "Ana Ruiz gave an interview on Sunday. On Thursday Ana Ruiz left Lima. She said it was over.",
            id="another day since",
        ),
    ],
)
def test_what_only_stands_behind_a_day_has_none(text: str) -> None:
    assert not date_of(text).dated


def test_the_own_day_of_a_statement_comes_first() -> None:
    text = "Ana Ruiz held a news conference on Tuesday. On Wednesday she said the dam was safe."
    assert str(date_of(text).when) == "2021-03-03"
