"""What strikes, goes off or is won: read whole, with its place and with those to whom it is done."""

import pytest

from kb.model import Document, Event, Role
from kb.pipeline import find
from kb.when import When


def events_of(text: str) -> list[Event]:
    return list(find(Document(iri="urn:test", text=text, published=When.parse("2023-06-14"))).events)


def told(text: str) -> list[tuple[str, str]]:
    return [(event.type, event.trigger.of(text)) for event in events_of(text)]


def those_in(event: Event, role: Role, text: str) -> list[str]:
    return [part.mention.span.of(text) for part in event.participants if part.role is role]


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "place"),
    [
        ("A bomb went off in Baghdad on Monday.", "explosion", "went off", "Baghdad"),
        ("A car bomb went off outside the embassy in Kabul on Monday.", "explosion", "went off", "Kabul"),
        ("Two blasts went off near the market in Peshawar on Monday.", "explosion", "blasts", "Peshawar"),
        ("Shells hit the town of Avdiivka on Sunday.", "attack", "hit", "Avdiivka"),
        ("Rockets hit Kharkiv on Friday.", "attack", "hit", "Kharkiv"),
        ("A tornado hit Joplin, Missouri, on 22 May 2011.", "storm", "tornado", "Joplin"),
        ("An earthquake struck Haiti on 12 January 2010.", "earthquake", "earthquake", "Haiti"),
        ("A strong earthquake hit the city of Kobe in 1995.", "earthquake", "earthquake", "Kobe"),
        ("Hurricane Katrina hit New Orleans in August 2005.", "storm", "hit", "New Orleans"),
    ],
)
def test_what_strikes_a_place_takes_place_there(text: str, kind: str, trigger: str, place: str) -> None:
    (event,) = events_of(text)
    assert event.place is not None
    assert (event.type, event.trigger.of(text), event.place.span.of(text)) == (kind, trigger, place)


@pytest.mark.parametrize(
    "text",
    [
        "The alarm went off in the museum on Monday.",
        "The lights went off in Caracas on Thursday.",
        "Sales hit a record in May 2020.",
        "Rocket Lab hit a milestone in 2019.",
    ],
)
def test_what_cannot_strike_strikes_nothing(text: str) -> None:
    assert told(text) == []


def test_a_magnitude_takes_part_in_nothing() -> None:
    text = "An earthquake of magnitude 7.8 hit southern Turkey on 6 February 2023."
    (event,) = events_of(text)
    assert [part.mention.span.of(text) for part in event.participants] == ["Turkey"]


def test_what_a_storm_did_is_told_with_it() -> None:
    text = "Typhoon Haiyan struck the Philippines in November 2013, killing more than 6,000 people."
    assert told(text) == [("storm", "Typhoon")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Union leaders said the strike would begin on Monday.", "labourStrike"),
        ("The strike lasted from Monday to Thursday. The pilots' union wanted more.", "labourStrike"),
        ("The strike on Monday destroyed a depot. Workers cleared the rubble.", "attack"),
        ("Israel launched a strike on Monday. Workers fled the port.", "attack"),
        ("The strike on Monday killed 12 people. A union of doctors condemned it.", "attack"),
    ],
)
def test_a_strike_among_unions_is_one_of_workers_unless_force_is_told(text: str, kind: str) -> None:
    assert told(text)[0][0] == kind


def test_what_came_of_a_contest_won_happened_and_the_winner_did_it() -> None:
    text = "Chelsea defeated Bayern Munich to win the Champions League in May 2012."
    beat, won = events_of(text)
    assert [str(event.date.when) for event in (beat, won) if event.date] == ["2012-05", "2012-05"]
    assert (beat.status, won.status) == ("happened", "happened")
    assert those_in(won, Role.INITIATOR, text) == ["Chelsea"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Germany hope to beat Argentina to win the World Cup.", "hypothetical"),
        ("If Germany beat Argentina to win the World Cup, they will celebrate.", "hypothetical"),
        ("The rebels attacked the town to win a port.", "hypothetical"),
        ("Germany beat Argentina to win the World Cup in 2014.", "happened"),
    ],
)
def test_what_is_only_hoped_for_is_not_won(text: str, status: str) -> None:
    (won,) = [event for event in events_of(text) if event.trigger.of(text) == "win"]
    assert won.status == status


def test_who_is_beaten_is_no_place() -> None:
    (event,) = events_of("Argentina beat Belgium on Saturday.")
    assert event.place is None


def test_a_label_does_not_end_in_between() -> None:
    (event,) = events_of("About five million people died between 1618 and 1648.")
    assert event.label == "About five million people died"


@pytest.mark.parametrize(
    ("text", "place", "doers"),
    [
        ("In Paris protesters burned cars on Saturday.", "Paris", ["protesters"]),
        ("In Minsk police arrested 700 protesters on Sunday.", "Minsk", ["police"]),
    ],
)
def test_a_place_that_opens_a_sentence_is_no_part_of_who_acts(
    text: str, place: str, doers: list[str]
) -> None:
    (event,) = events_of(text)
    assert event.place is not None
    assert event.place.span.of(text) == place
    assert those_in(event, Role.INITIATOR, text) == doers


@pytest.mark.parametrize(
    ("text", "date", "label"),
    [
        (
            "Profits rose 4% in the nine months ended 30 September 2019.",
            "2019-01/2019-09-30",
            "Profits rose 4%",
        ),
        ("Sales at the chain fell in the year to May 2019.", "2018-06/2019-05", "Sales at the chain fell"),
    ],
)
def test_what_a_company_tells_of_a_period_is_dated_by_the_whole_of_it(
    text: str, date: str, label: str
) -> None:
    (event,) = events_of(text)
    assert event.date is not None
    assert (str(event.date.when), event.label) == (date, label)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Wildfires tore through Paradise, California, in November 2018.", ["wildfire"]),
        ("The court on Tuesday threw out the minister's challenge.", ["verdict"]),
        ("SpaceX launched two astronauts into orbit on 30 May 2020.", ["spaceflight"]),
        ("The minister dismissed as lies reports of a rift.", []),
        ("The minister dismissed his deputy on Monday.", ["dismissal"]),
    ],
)
def test_a_verb_is_told_by_what_it_is_told_of(text: str, kinds: list[str]) -> None:
    assert [event.type for event in events_of(text)] == kinds


def test_a_city_hosts_its_marathon_and_wins_nothing() -> None:
    text = "Eliud Kipchoge won the Berlin marathon on Sunday."
    (event,) = events_of(text)
    assert event.place is not None
    assert event.place.span.of(text) == "Berlin"
    assert those_in(event, Role.INITIATOR, text) == ["Eliud Kipchoge"]
