"""What is said behind the day of saying, and what is said on behind a comma."""

import pytest

from tests.test_statements_wordings import rows_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ana Ruiz said on Monday the dam was dead.", "the dam was dead"),
        ("Ana Ruiz said in Oslo on Monday the dam was dead.", "the dam was dead"),
        ("The bank warned on Tuesday prices could rise.", "prices could rise"),
        ("Ana Ruiz insisted on Monday the dam was safe.", "the dam was safe"),
        ("Ana Ruiz said on Thursday evening she did not know who did it.", "she did not know who did it"),
        ("The army said on Saturday at least 12 men had been killed.", "at least 12 men had been killed"),
        ("A clerk said by telephone on Monday the talks had failed.", "the talks had failed"),
        ("A local official said on Monday, 4 July, the bridge had fallen.", "the bridge had fallen"),
        ("The company said yesterday profits had doubled.", "profits had doubled"),
        ("Ana Ruiz said last week her party would vote.", "her party would vote"),
        ("Ana Ruiz said late Sunday the dam was dead.", "the dam was dead"),
        ("Iran said on Sunday Russia had promised to help.", "Russia had promised to help"),
        ("The army said on 3 May prices would fall.", "prices would fall"),
        ("Ana Ruiz said in 2014 the dam was dead.", "the dam was dead"),
        ("The ministry said in a statement it had sent troops.", "it had sent troops"),
        ("The bank said in a statement profits had doubled.", "profits had doubled"),
        ("The army said during the night its forces had left.", "its forces had left"),
    ],
)
def test_a_clause_behind_the_day_or_place_of_saying_is_what_is_said(text: str, content: str) -> None:
    assert [row[2] for row in rows_of(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz spoke on Monday as the dam burst.",
        "Ana Ruiz said nothing on Monday after the dam burst.",
        "Ana Ruiz said little on Monday when the vote was taken.",
    ],
)
def test_what_happened_on_the_day_of_saying_is_not_said(text: str) -> None:
    assert not rows_of(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ana Ruiz said Monday's vote was a farce.", "Monday's vote was a farce"),
        ("Ana Ruiz said yesterday's vote was a farce.", "yesterday's vote was a farce"),
        ("Ana Ruiz said that on Monday the dam was dead.", "that on Monday the dam was dead"),
        ("The dam is dead, Ana Ruiz said on Monday when the vote was taken.", "The dam is dead"),
        ("The talks, Ana Ruiz said on Monday, were over.", "The talks | were over"),
    ],
)
def test_a_day_that_belongs_to_what_is_said_stays_in_it(text: str, content: str) -> None:
    assert [row[2] for row in rows_of(text)] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(
            "The report says the dam is dead, and its owners will pay.",
            "the dam is dead, and its owners will pay",
            id="what is to come, behind a present",
        ),
        pytest.param(
            "Ana Ruiz said she had seen the letter, and she had burned it.",
            "she had seen the letter, and she had burned it",
            id="tense of reported speech",
        ),
        pytest.param(
            "I said that it was late, he was tired, we would go home.",
            "that it was late, he was tired, we would go home",
            id="clauses spoken side by side",
        ),
        pytest.param(
            "Ana Ruiz said she had seen the letter, and she left the room.",
            "she had seen the letter",
            id="told by the writer",
        ),
        pytest.param(
            "Officials said the fire was out, and firefighters were sent home on Sunday.",
            "the fire was out",
            id="told by the writer of others",
        ),
        pytest.param("When Reed said it was late, he went home.", "it was late", id="the main clause"),
    ],
)
def test_what_is_said_goes_on_as_far_as_its_tense_or_its_splices(text: str, content: str) -> None:
    assert [row[2] for row in rows_of(text)] == [content]
