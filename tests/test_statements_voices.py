"""Whose words they are where no verb of saying leads to them: dialogues, signatures, titles, odd marks."""

import pytest

from tests.extracted import Row, rows_of

LEAD = "It rained in Lima on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "“Have you seen the levee?” Ana Ruiz asked.\n\n“Not since May,” Ole Berg answered.\n\n"
            "“You should.”\n\n“Why?”\n\n“It leaks,” she said.\n\n“Since when?”",
            [
                ("Ana Ruiz", "Have you seen the levee?"),
                ("Ole Berg", "Not since May,"),
                ("Ana Ruiz", "You should."),
                ("Ole Berg", "Why?"),
                ("Ana Ruiz", "It leaks,"),
                ("Ole Berg", "Since when?"),
            ],
            id="two voices take turns",
        ),
        pytest.param(
            "“The dam is dead,” said Ana Ruiz.\n\n“The dam will live,” said Ole Berg.\n\n"
            "“We checked it twice.”",
            [("Ana Ruiz", "The dam is dead,"), ("Ole Berg", "The dam will live, | We checked it twice.")],
            id="in a report one paragraph more is the same speaker's",
        ),
        pytest.param(
            "“We will rebuild,” Ana Ruiz said.\n\n“We did it before.”\n\n“Nobody will be left alone.”",
            [("Ana Ruiz", "We will rebuild, | We did it before. | Nobody will be left alone.")],
            id="one voice alone goes on",
        ),
    ],
)
def test_who_speaks_in_a_dialogue(text: str, rows: list[Row]) -> None:
    assert rows_of(LEAD + text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "“We won!”\n\n– Ana Ruiz, mayor of Lima\n\nThe crowd went home.",
            [("Ana Ruiz", "We won!")],
            id="signed below",
        ),
        pytest.param(
            "“The plan is dead. It leaks.” — Ana Ruiz, on the future of the dam.",
            [("Ana Ruiz", "The plan is dead. It leaks.")],
            id="several sentences, signed",
        ),
        pytest.param(
            "“Blue Rain” (Harbour Records) was her first record.", [], id="a publisher signs nothing"
        ),
        pytest.param(
            "“That is all I know.” Ole Berg put down his pen and left.",
            [("Ole Berg", "That is all I know.")],
            id="the words, then the gesture",
        ),
        pytest.param("“That is all I know.” The game ended at noon.", [], id="nobody acts behind it"),
        pytest.param(
            "The judge read from a ruling.\n\n“Who acts with care does no wrong in law. He owes nothing.”"
            "\n\nThe court rose.",
            [(None, "Who acts with care does no wrong in law. He owes nothing.")],
            id="a paragraph of somebody's words",
        ),
        pytest.param("“No entry.”\n\nThe signs were everywhere.", [], id="a sign is no speaker"),
        pytest.param('``The dam is dead," said Ana Ruiz.', [("Ana Ruiz", "The dam is dead,")], id="typed"),
        pytest.param(
            '"The dam is dead,\' Ana Ruiz said. "It leaks."',
            [("Ana Ruiz", "The dam is dead, | It leaks.")],
            id="closed by another mark",
        ),
        pytest.param(
            "When Ana Ruiz comes up and says, 'Thank you, it is great.\" I smile.",
            [("Ana Ruiz", "Thank you, it is great.")],
            id="opened by another mark",
        ),
        pytest.param(
            "“My father said it would rise. We left,” Ana Ruiz said. “It rose.”",
            [("Ana Ruiz", "My father said it would rise. We left, | It rose.")],
            id="others quoted within take nothing away",
        ),
    ],
)
def test_quotations_without_a_cue_before_them(text: str, rows: list[Row]) -> None:
    assert [row for row in rows_of(LEAD + text) if row[0] != "My father"] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("Ana Ruiz wrote “The Long Road” in 1990.", [], id="a book"),
        pytest.param("Ana Ruiz read “The Old Man and the Sea,” then slept.", [], id="its comma within"),
        pytest.param("Ana Ruiz wrote “Sorry” on a card.", [("Ana Ruiz", "“Sorry” on a card")], id="a word"),
        pytest.param(
            "She wrote “Never again!” on her page.", [("She", "Never again!")], id="ends as sentences do"
        ),
    ],
)
def test_a_title_is_no_statement(text: str, rows: list[Row]) -> None:
    assert rows_of(LEAD + text) == rows
