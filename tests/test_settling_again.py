"""Dates of events told again, and of their beginnings and ends."""

from dataclasses import replace

import pytest

from kb.model import Span
from tests.settling_findings import article, date_of, dated, event, hanging

# -------------------------------------------------------------------------- an event told before

AGAIN = "Rebels attacked the bridge on 3 March 2013. Ten people died in the attack."


def test_an_event_told_again_keeps_its_date() -> None:
    time = dated(AGAIN, "3 March 2013", "2013-03-03")
    events = (
        event(AGAIN, "attacked", time=time),
        replace(event(AGAIN, "the attack"), trigger=last_word(AGAIN)),
    )
    date = date_of(article(AGAIN, times=(time,), events=events), "event-the attack")
    assert (str(date.when), date.rule, date.depends_on) == (
        "2013-03-03",
        "inherited-same-event",
        "event-attacked",
    )


def test_an_event_of_another_kind_does_not_keep_it() -> None:
    time = dated(AGAIN, "3 March 2013", "2013-03-03")
    again = replace(event(AGAIN, "the attack", "riot"), trigger=last_word(AGAIN))
    date = date_of(
        article(AGAIN, times=(time,), events=(event(AGAIN, "attacked", time=time), again)), again.key
    )
    assert date.rule == "bounded-by-publication"


def last_word(text: str) -> Span:
    return Span(text.rindex(" ") + 1, len(text) - 1)


# ------------------------------------------------------------------------------ beginnings and ends


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        pytest.param("The raids began on 3 March 2013.", "raids", "2013-03-03/..", id="began"),
        pytest.param("The siege ended on 3 March 2013.", "siege", "../2013-03-03", id="ended"),
        pytest.param("The raids hit the port on 3 March 2013.", "raids", "2013-03-03", id="neither"),
        pytest.param("Rebels attacked on 3 March 2013.", "attacked", "2013-03-03", id="a verb"),
    ],
)
def test_a_date_is_open_where_only_the_begin_or_the_end_is_told(text: str, trigger: str, edtf: str) -> None:
    time = dated(text, "3 March 2013", "2013-03-03")
    date = date_of(
        article(text, times=(time,), events=(event(text, trigger, time=time),)), f"event-{trigger}"
    )
    assert str(date.when) == edtf


def test_an_expression_counts_from_the_event_that_its_noun_speaks_of_again() -> None:
    text = "Rebels attacked the bridge on 1 May. Two days after the attack, the mayor resigned."
    may, later = (
        dated(text, "on 1 May", "2010-05-01"),
        hanging(text, "Two days", "P2D", "after", "the attack, the"),
    )
    events = (event(text, "attacked", time=may), event(text, "resigned", "resignation", later))
    date = date_of(article(text, times=(may, later), events=events), "event-resigned")
    assert (str(date.when), date.depends_on) == ("2010-05-03", "event-attacked")


def test_hours_after_an_event_is_its_day() -> None:
    text = "Rebels attacked the bridge on Monday, hours after troops shelled the town."
    monday, hours = (
        dated(text, "on Monday", "2013-04-15"),
        hanging(text, "hours", "PTXH", "after", "troops"),
    )
    events = (event(text, "attacked", time=monday), event(text, "shelled", "shelling"))
    assert (
        str(date_of(article(text, times=(monday, hours), events=events), "event-shelled").when)
        == "2013-04-15"
    )
