"""Whose words they are where asides stand between name and verb, and what ends before "citing two aides"."""

import pytest

from tests.extracted import Row, findings_of, rows_of

LEAD = "It rained in Lima on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "“I am no fool,” Ana Ruiz, who won in May, insisted to reporters on a plane.",
            [("Ana Ruiz", "I am no fool,")],
            id="a relative clause behind the name",
        ),
        pytest.param(
            "“It is late,” and the men, who had hoped for more, left.", [], id="the verb of a relative clause"
        ),
        pytest.param(
            "“We are ready,” said the 44-year-old senator from Texas.",
            [("the 44-year-old senator from Texas", "We are ready,")],
            id="an age",
        ),
        pytest.param(
            "Ana Ruiz, quoting her father, said: “Never give up.”",
            [("Ana Ruiz", "Never give up.")],
            id="quoting another",
        ),
        pytest.param(
            "The Harbour Post reported that Ana Ruiz had met the envoy, citing two officials.",
            [("Harbour Post", "that Ana Ruiz had met the envoy")],
            id="citing others",
        ),
        pytest.param(
            "Reporters said the law would fail, asking for calm.",
            [("Reporters", "the law would fail, asking for calm")],
            id="another participle",
        ),
        pytest.param(
            "In Ana Ruiz’s words, the plan is “a joke”.", [("Ana Ruiz", "the plan is “a joke”")], id="words"
        ),
        pytest.param("In a word, the plan is “a joke”.", [], id="in a word"),
        pytest.param(
            "The judge held that the search was illegal.",
            [("The judge", "that the search was illegal")],
            id="a judge holds",
        ),
        pytest.param("The crew held that the dam was old.", [], id="who is no judge holds"),
        pytest.param(
            "Rebels claimed responsibility for the attack in a video.",
            [("Rebels", "responsibility for the attack")],
            id="in a video",
        ),
    ],
)
def test_who_says_what(text: str, rows: list[Row]) -> None:
    assert rows_of(LEAD + text) == rows


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ana Ruiz, who chairs the Bank of Lima, said it was late.", "Bank of Lima"),
        ("Ana Ruiz, head of the Bank of Lima, said it was late.", "Bank of Lima"),
        ("Ana Ruiz, who sued the Bank of Lima, said it was late.", None),
        ("Ana Ruiz, speaking in Chile, said it was late.", None),
    ],
)
def test_one_speaks_for_what_one_leads_not_for_what_one_does_something_to(
    text: str, body: str | None
) -> None:
    stands_for = findings_of(text).statements[0].speaking_for
    assert (stands_for.entity.name if stands_for else None) == body
