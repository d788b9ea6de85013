"""Which way a sentence points from a bare weekday or month: the verb that governs it decides."""

import pytest

from tests.dating_text import time_of

WEDNESDAY = "2021-03-10"
POINTING = [
    ("The envoy said on Friday that talks would resume.", "Friday", "2021-03-05"),
    ("The envoy will arrive on Friday.", "Friday", "2021-03-12"),
    ("The trial is due to begin on Tuesday.", "Tuesday", "2021-03-16"),
    ("The trial is expected to begin on Tuesday.", "Tuesday", "2021-03-16"),
    ("On Monday, the envoy will fly home.", "Monday", "2021-03-15"),
    ("On Monday, the envoy flew home.", "Monday", "2021-03-08"),
    ("The minister, who will fly home on Monday, denied it.", "Monday", "2021-03-15"),
    ("She resigned on Wednesday.", "Wednesday", "2021-03-10"),
    ("The sale closed in October.", "October", "2020-10"),
    ("The sale will close in October.", "October", "2021-10"),
    ("The council agreed the plan on Friday.", "Friday", "2021-03-05"),
    ("The council agreed a plan to meet on Friday.", "Friday", "2021-03-12"),
    ("The vote is to be held on 2 May.", "2 May", "2021-05-02"),
    ("The vote was held on 2 May.", "2 May", "2020-05-02"),
    ("They won't know until Friday.", "Friday", "../2021-03-12"),
    ("They won’t meet before Friday.", "Friday", "../2021-03-11"),
    ("They'll leave on Monday.", "Monday", "2021-03-15"),
    ("They'd leave on Monday if they were asked.", "Monday", "2021-03-15"),
    ("They'd met on Monday.", "Monday", "2021-03-08"),
    ("He didn't leave on Monday.", "Monday", "2021-03-08"),
    ("He can't appear on Monday.", "Monday", "2021-03-15"),
    ("A ruling could come as early as Monday.", "Monday", "2021-03-15"),
    ("A ruling is possible as soon as Monday.", "Monday", "2021-03-15"),
    ("Guards saw him as recently as Monday.", "Monday", "2021-03-08"),
    ("Smoke was seen as early as Monday.", "Monday", "2021-03-08"),
    ("They're leaving on Monday.", "Monday", "2021-03-15"),
    ("He isn't coming on Monday.", "Monday", "2021-03-15"),
    ("Why is he resigning on Friday?", "Friday", "2021-03-12"),
    ("She was leaving on Monday.", "Monday", "2021-03-08"),
    ("He is accused of taking bribes on Monday.", "Monday", "2021-03-08"),
    ("See you Monday!", "Monday", "2021-03-15"),
    ('"See you Monday," she wrote.', "Monday", "2021-03-15"),
    ("The bank raises rates on Thursday.", "Thursday", "2021-03-11"),
    ("Bank raises rates on Thursday", "Thursday", "2021-03-04"),
    ("The firm reports earnings on Thursday.", "Thursday", "2021-03-11"),
    ("That is what reports on Monday told.", "Monday", "2021-03-08"),
    ("The film is released on Friday.", "Friday", "2021-03-12"),
    ("The film was released on Friday.", "Friday", "2021-03-05"),
    ("The film has been released since Friday.", "Friday", "2021-03-05/.."),
    ("The deadline was Friday.", "Friday", "2021-03-05"),
    ("The deadline is Friday.", "Friday", "2021-03-12"),
    ("There is a hearing on Friday.", "Friday", "2021-03-12"),
    ("There was a hearing on Friday.", "Friday", "2021-03-05"),
    ("He said Monday's talks would fail.", "Monday", "2021-03-15"),
    ("He said Monday's talks had failed.", "Monday", "2021-03-08"),
    ("He told them on Thursday that talks would resume on Monday.", "Thursday", "2021-03-04"),
    ("He told them on Thursday that talks would resume on Monday.", "Monday", "2021-03-15"),
    ("He had warned on Friday that it might close on Monday.", "Friday", "2021-03-05"),
    ("He had warned on Friday that it might close on Monday.", "Monday", "2021-03-15"),
    ("The vote is set to be held on Friday.", "Friday", "2021-03-12"),
    ("The vote was scheduled for Friday.", "Friday", "2021-03-12"),
    ("The team hopes to play on Friday.", "Friday", "2021-03-12"),
    ("The envoy is going to speak on Friday.", "Friday", "2021-03-12"),
    ("Shares fell ahead of Friday's vote.", "Friday", "2021-03-12"),
    ("The case may be heard in July.", "July", "2021-07"),
    ("Will they leave on Monday?", "Monday", "2021-03-15"),
    ("Did they leave on Monday?", "Monday", "2021-03-08"),
    ("Trial to start on Monday", "Monday", "2021-03-15"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), POINTING, ids=[f"{row[0]} {row[1]}" for row in POINTING])
def test_the_verb_that_governs_a_bare_date_turns_it(text: str, words: str, edtf: str) -> None:
    assert str(time_of(text, words, WEDNESDAY).when) == edtf
