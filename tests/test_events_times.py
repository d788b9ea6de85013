"""Which words of time date an event."""

import pytest

from tests.event_findings import events_of, only, said, time_at

# --------------------------------------------------------------------------------------------- when


def test_the_expression_of_its_own_clause_dates_an_event() -> None:
    text = "The rebels attacked Vell on 6 May 2012, and Norland surrendered on 7 May 2012."
    times = (time_at(text, "6 May 2012"), time_at(text, "7 May 2012", "2012-05-07"))
    attack, surrender = events_of(text, times=times)
    assert (attack.time, surrender.time) == times


def test_the_expression_that_opens_a_sentence_dates_what_is_joined_to_it() -> None:
    text = "On 6 May 2012 the rebels attacked Vell and kidnapped Ann Roe."
    time = time_at(text, "6 May 2012")
    assert [event.time for event in events_of(text, times=(time,))] == [time, time]


def test_the_time_of_saying_dates_no_event() -> None:
    text = "Ann Roe said on 6 May 2012 that the rebels attacked Vell."
    time = time_at(text, "6 May 2012")
    statement = said(text, "said", "that the rebels attacked Vell", time=time)
    assert only(text, times=(time,), statements=(statement,)).time is None


# ----------------------------------------------------------------------------- verbs that carry nouns


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        pytest.param("A truce which took effect on 6 May 2012 is over.", "2012-05-06", id="relative clause"),
        pytest.param(
            "A deal that Norland and Southia struck on 6 May 2012 is over.", "2012-05-06", id="struck"
        ),
        pytest.param("The raid of 6 May 2012 is forgotten.", "2012-05-06", id="of, beside a noun alone"),
        pytest.param(
            "Judges blocked a deal on 6 May 2012.", None, id="what follows an object dates its verb"
        ),
        pytest.param("The visit was postponed on 6 May 2012.", None, id="the day it was called off"),
        pytest.param(
            "On 6 May 2012, when rebels shelled Vell, it rained.", "2012-05-06", id="when, behind it"
        ),
        pytest.param("Ten people died when a dam broke on 6 May 2012.", "2012-05-06", id="when, before it"),
        pytest.param("Rebels raided Vell on 6 May 2012, killing Ann Roe.", "2012-05-06", id="participle"),
    ],
)
def test_the_time_of_a_noun_is_that_of_the_verb_which_carries_it(text: str, edtf: str | None) -> None:
    found = [event.time for event in events_of(text, times=(time_at(text, "6 May 2012"),))]
    assert {str(time.when) for time in found if time} == ({edtf} if edtf else set())


# ------------------------------------------------------------------- what came about then, and lasts


@pytest.mark.parametrize(
    ("text", "words", "edtf", "trigger", "expected"),
    [
        pytest.param(
            "Yesterday, at the meeting of Builders (MB), Ann Roe attacked Vell.",
            "Yesterday",
            "2013-04-18",
            "attacked",
            "2013-04-18",
            id="a bracket splits no clause",
        ),
        pytest.param(
            "Ten men have fled Vell since a coup in July 2012.",
            "July 2012",
            "2012-07",
            "fled",
            "2012-07/..",
            id="since an event",
        ),
        pytest.param(
            "The rebels attacked Vell in May 2012, and Norland surrendered.",
            "May 2012",
            "2012-05",
            "surrendered",
            "2012-05",
            id="plain past goes on",
        ),
    ],
)
def test_the_time_of_what_came_about(text: str, words: str, edtf: str, trigger: str, expected: str) -> None:
    found = {event.trigger.of(text): event for event in events_of(text, times=(time_at(text, words, edtf),))}
    time = found[trigger].time
    assert time is not None
    assert str(time.when) == expected


def test_a_present_tense_behind_and_does_not_share_the_time() -> None:
    text = "The rebels attacked Vell in May 2012, and Norland is visiting Southia."
    events = events_of(text, times=(time_at(text, "May 2012", "2012-05"),))
    assert [event.time is None for event in events] == [False, True]
