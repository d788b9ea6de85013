"""The words that tell of saying: sources, feelings, nouns, and verbs that need the right subject."""

import pytest

from tests.extracted import findings_of

Row = tuple[str | None, str, str]


def rows_of(text: str) -> list[Row]:
    """Speaker, act and content of each statement."""
    return [
        (
            s.speaker.entity.name if s.speaker else None,
            s.act,
            " | ".join(span.of(text) for span in s.content),
        )
        for s in findings_of(text).statements
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "According to the coast guard over 300 miners were trapped.",
            ("the coast guard", "say", "over 300 miners were trapped"),
            id="no comma, a number",
        ),
        pytest.param(
            "According to the newspaper, quoting the ministry, the army was ready.",
            ("the newspaper", "say", "the army was ready"),
            id="quoting another",
        ),
        pytest.param(
            "According to the trade index, Norway is the third richest country.",
            ("the trade index", "say", "Norway is the third richest country"),
            id="an index",
        ),
        pytest.param(
            "Some 900 people have died since May, by the count of the police.",
            ("the police", "say", "Some 900 people have died since May"),
            id="by the count of",
        ),
        pytest.param(
            "The treaty, in the minister's view, is dead.",
            ("the minister", "say", "The treaty | is dead"),
            id="in one's view",
        ),
        pytest.param(
            "As the minister said, small steps are the better course.",
            ("the minister", "say", "small steps are the better course"),
            id="as X said",
        ),
        pytest.param(
            "The old road is closed, as the mayor said.",
            ("the mayor", "say", "The old road is closed"),
            id="as X said, behind",
        ),
        pytest.param(
            "The chief executive was confident that the union would agree.",
            ("The chief executive", "believe", "that the union would agree"),
            id="was confident that",
        ),
        pytest.param(
            "The minister made it clear that the talks were over.",
            ("The minister", "say", "that the talks were over"),
            id="made it clear that",
        ),
        pytest.param(
            "The court found that there was no reason to wait.",
            ("The court", "say", "that there was no reason to wait"),
            id="a court finds",
        ),
        pytest.param(
            "The companies expect to sign by May.",
            ("The companies", "believe", "to sign by May"),
            id="expect to",
        ),
        pytest.param(
            "Officials do not expect the bridge to open.",
            ("Officials", "deny", "the bridge to open"),
            id="do not expect",
        ),
        pytest.param(
            "The president conceded defeat and will leave the party.",
            ("The president", "say", "defeat"),
            id="conceded defeat",
        ),
        pytest.param(
            "The mayor defended the plan.", ("The mayor", "defend", "the plan"), id="defended a plan"
        ),
        pytest.param(
            "The minister expressed deep concern about the raids.",
            ("The minister", "say", "deep concern about the raids"),
            id="expressed concern",
        ),
        pytest.param(
            "It was the minister's claim that the bridge was safe.",
            ("the minister", "claim", "that the bridge was safe"),
            id="the owner of a claim",
        ),
        pytest.param(
            "Ana Ruiz repeated the warning that the bridge was unsafe.",
            ("Ana Ruiz", "warn", "that the bridge was unsafe"),
            id="who repeats a warning",
        ),
        pytest.param(
            "Prices will rise, warned a carpenter in Porto, whose shop is old.",
            ("a carpenter in Porto", "warn", "Prices will rise"),
            id="inverted, a relative behind",
        ),
        pytest.param(
            "Some 800 people drowned, the ministry said, about half of them children.",
            ("the ministry", "say", "Some 800 people drowned | about half of them children"),
            id="a part of what is said behind the cue",
        ),
    ],
)
def test_one_statement(text: str, row: Row) -> None:
    assert rows_of(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She found that the door was locked.", id="who is no court finds"),
        pytest.param("The captain defended the town.", id="defended no plan"),
        pytest.param("There are groups which express the symmetry of crystals.", id="expresses no feeling"),
        pytest.param("Few games propose the same tasks.", id="games do not speak"),
        pytest.param("The Scots rejected independence in a vote in May.", id="rejected at the ballot"),
        pytest.param("The proposed road was built by urging crews to hurry.", id="participles of nobody"),
        pytest.param("The minister was not confident that it would work.", id="not confident"),
    ],
)
def test_no_statement(text: str) -> None:
    assert rows_of(text) == []


def test_an_outlet_named_first_carries_what_another_says() -> None:
    text = "According to Reuters, Professor Ana Ruiz, the chair of the panel, said the bridge was safe."
    found = findings_of(text).statements
    assert [(s.speaker.entity.name if s.speaker else None) for s in found] == ["Ana Ruiz"]
    assert [mention.entity.name for mention in found[0].carriers] == ["Reuters"]


def test_who_is_the_first_woman_is_she_herself() -> None:
    text = "Ana Ruiz was born in Lima. In 2004 she was the first woman to win. “I am glad,” she said."
    assert rows_of(text)[-1][0] == "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ivanov’s lawyer, Peter Robinson, said the judges were wrong.", ["Peter Robinson"]),
        ("Radovan Ivanov’s lawyer said the judges were wrong.", ["Radovan Ivanov’s lawyer"]),
        ("Norway’s envoy, Ann Roe, said the talks had failed.", ["Ann Roe"]),
        ("Obama’s White House said the deal was good.", ["White House"]),
        ("According to a US official, heat traces indicated that it was struck.", ["a US official"]),
        ("Ann Roe praised the deal, saying it showed that “peace was near”.", ["Ann Roe", "Ann Roe"]),
        ("A poll showed that most voters back the deal.", ["A poll"]),
        ("In Oslo, satellite images suggested that it was hit by a missile.", ["satellite images"]),
    ],
)
def test_the_speaker_is_no_owner_and_no_trace(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, *_ in rows_of(text)] == speakers
