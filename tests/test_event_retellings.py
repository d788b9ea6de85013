"""One event that an article tells twice is one entry; what the text sets apart stays two."""

import pytest

from kb.model import Document, Event, Span, Status
from kb.pipeline import find
from kb.when import When


def events_of(text: str, given: tuple[Span, ...] | None = None) -> tuple[Event, ...]:
    published = When.parse("2016-01-12")
    return find(Document(iri="urn:test", text=text, published=published, given_events=given)).events


BOWIE = "David Bowie died on Sunday. Bowie died in New York, his family said."


def test_a_later_telling_is_evidence_of_the_first_and_adds_what_it_knows() -> None:
    (death,) = events_of(BOWIE)
    assert (str(death.date.when) if death.date else "") == "2016-01-10"
    assert [again.trigger.of(BOWIE) for again in death.again] == ["died"]
    assert death.place is not None
    assert (death.place.entity.name, death.status) == ("New York", Status.HAPPENED)


def test_the_date_may_be_told_later() -> None:
    text = "The court jailed Ann Roe. It was in 2014 that she ran. Judges jailed Roe on Monday for two years."
    (jailed,) = [event for event in events_of(text) if event.type in {"arrest", "sentencing"}]
    assert (str(jailed.date.when) if jailed.date else "") == "2016-01-11"


def test_next_month_is_a_time_and_no_next_event() -> None:
    text = "Norway will invade Chile next month. It was cold. Chile will be invaded by Norway next month."
    assert [event.type for event in events_of(text)].count("invasion") == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Ann Roe was arrested on Monday. Roe was arrested on 3 May 2012.", "arrest", id="days"),
        pytest.param("Ann Roe was arrested in Oslo. Roe was arrested in Riga.", "arrest", id="places"),
        pytest.param("Ann Roe was arrested. Later Roe was arrested again.", "arrest", id="again"),
        pytest.param("Ann Roe was arrested. Later Roe was arrested.", "arrest", id="later"),
        pytest.param("Ann Roe was arrested. Ben Poe was arrested.", "arrest", id="others"),
        pytest.param("Ann Roe was arrested. She will be arrested on Friday.", "arrest", id="still to come"),
        pytest.param("A guard was arrested. A guard was arrested.", "arrest", id="nobody with a name"),
        pytest.param("Norway bombed Riga. On Sunday Norway bombed Riga.", "bombing", id="may happen often"),
    ],
)
def test_what_is_set_apart_stays_two(text: str, kind: str) -> None:
    assert [event.type for event in events_of(text)].count(kind) == 2


def test_events_somebody_gave_stay_as_given() -> None:
    places = tuple(Span(at, at + 4) for at in range(len(BOWIE)) if BOWIE.startswith("died", at))
    assert len(events_of(BOWIE, given=places)) == 2


def test_the_plane_is_the_one_that_was_told_of() -> None:
    text = "An Oslo Air jet crashed on Monday. Ben Poe said the plane had crashed. A ferry sank on Monday."
    jet, ferry = [event for event in events_of(text) if event.type == "crash"]
    assert (len(jet.again), len(ferry.again)) == (1, 0)
