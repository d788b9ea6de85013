"""Events of whole sentences of news, read by the pipeline: kind, status, date, who takes part."""

import pytest

from kb.model import Document, Event
from kb.pipeline import find
from kb.when import When


def events_of(text: str) -> dict[str, Event]:
    """The events by their trigger words; published on Friday, 17 June 2016."""
    document = Document(iri="urn:test", text=text, published=When.parse("2016-06-17"))
    return {event.trigger.of(text): event for event in find(document).events}


def date_of(event: Event) -> str:
    """The date as EDTF, "" where nothing but publication bounds it."""
    return str(event.date.when) if event.date is not None and event.date.dated else ""


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The central bank cut rates on Thursday.", "cut", "rateChange"),
        ("The Fed lifted its key rate on Wednesday.", "lifted", "rateChange"),
        ("Norway released 20 million euros on Monday.", "released", "bailout"),
        ("Norway released two prisoners on Monday.", "released", "release"),
        ("Marek Ivanov has fought extradition to Norway since May.", "fought", "lawsuit"),
        ("Police fired tear gas at the crowd on Monday.", "fired tear gas", "crackdown"),
        ("Police fired pepper spray at the crowd on Monday.", "fired pepper spray", "crackdown"),
        ("Rio de Janeiro will host the Olympic Games in August.", "host", "tournament"),
        ("The president named a new cabinet on Monday.", "named", "governmentFormation"),
        ("Marek Ivanov walked out of an interview on Monday.", "walked out of", "suspension"),
        ("Nurses walked out on Monday over pay.", "walked out", "labourStrike"),
        ("Stocks rallied in New York on Monday.", "rallied in", "priceMove"),
        ("Students rallied in New York on Monday.", "rallied in", "demonstration"),
        ("Vell fell to rebels on Monday.", "fell to", "capture"),
        ("Shares in Oslo fell to a new low on Monday.", "fell", "priceMove"),
        ("Marek Ivanov tweeted his support for the strikers on Friday.", "tweeted", "praise"),
        ("Marek Ivanov is being tried in Oslo for fraud.", "tried", "trial"),
        ("Marek Ivanov took over the presidency on Monday.", "took over", "appointment"),
        ("Leipzig were crowned champions on Monday.", "crowned", "victory"),
        ("An airliner was brought down by a bomb in May.", "brought down", "shootdown"),
        ("Marek Ivanov became Norway's prime minister on Monday.", "became", "appointment"),
        ("Marek Ivanov may appeal to the Supreme Court.", "appeal", "lawsuit"),
    ],
)
def test_the_kind_is_what_the_words_mean_together(text: str, trigger: str, kind: str) -> None:
    assert events_of(text)[trigger].type == kind


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Marek Ivanov was asked about the company on Monday.", "asked"),
        ("The Senate suspended Marek Ivanov by 55 votes to 22 on Monday.", "votes"),
        ("Marek Ivanov was released on house arrest in May.", "house arrest"),
        ("Talks between Norway and Peru broke down without an agreement on Monday.", "agreement"),
        ("The storm is expected to reach Oslo on Monday.", "storm"),
        ("Norway will vote on the agreement on Sunday.", "agreement"),
        ("The referendum, which Marek Ivanov had called on 2 May, was close.", "called on"),
    ],
)
def test_these_words_tell_no_event_of_their_own(text: str, trigger: str) -> None:
    assert trigger not in events_of(text)


@pytest.mark.parametrize(
    ("text", "trigger", "status", "date"),
    [
        ("A verdict is expected next year.", "verdict", "planned", "2017"),
        ("In March a plane was hijacked and nobody was hurt.", "hurt", "denied", "2016-03"),
        ("A jet had to make an emergency landing in Oslo.", "emergency landing", "happened", ""),
        ("Peru demands that a full investigation be conducted.", "investigation", "hypothetical", ""),
        ("The minister condemned what he called a massacre in Oslo on Monday.", "massacre", "claimed", ""),
        (
            "The board rejected it before the two agreed on a price in May.",
            "agreed on",
            "happened",
            "2016-05",
        ),
        ("Norway's vote to leave the union shocked Peru.", "vote", "happened", ""),
    ],
)
def test_the_status_is_as_it_is_told(text: str, trigger: str, status: str, date: str) -> None:
    event = events_of(text)[trigger]
    assert (event.status.value, date_of(event)) == (status, date)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param(
            "The lower house had voted to impeach her on 17 April.",
            {"voted": "2016-04-17", "impeach": ""},
            id="a day gone by is that of the decision",
        ),
        pytest.param(
            "The two sides agreed to meet on Wednesday.",
            {"agreed to": "", "meet": "2016-06-22"},
            id="a day to come is that of what was decided",
        ),
        pytest.param(
            "Peru will vote on it before the president leaves office in January 2017.",
            {"vote": "", "leaves": "2017-01"},
            id="in a clause of time",
        ),
        pytest.param(
            "Norway extended its ban on imports until the end of 2017 on Wednesday.",
            {"ban": "2016-06-15"},
            id="how long, and on which day",
        ),
        pytest.param(
            "The strike by miners followed talks with Norway last Friday.",
            {"talks": "2016-06-10"},
            id="what came after has another day",
        ),
        pytest.param(
            "Troops put down a coup on Saturday in which ten people were killed.",
            {"killed": "2016-06-11"},
            id="in which",
        ),
        pytest.param(
            "They were to appear before a judge on Sunday.",
            {"appear before": "2016-06-19"},
            id="before somebody, not before a time",
        ),
        pytest.param(
            "The cabinet agreed on Monday to buy 20 jets.",
            {"agreed": "2016-06-13"},
            id="a preposition of time is no part of the verb",
        ),
        pytest.param(
            "Marek Ivanov died on Sunday at the age of 69, two days after he released his last album.",
            {"died": "2016-06-12", "released": "2016-06-10"},
            id="counted from a day of its own",
        ),
    ],
)
def test_the_date_is_that_of_the_verb_it_belongs_to(text: str, dates: dict[str, str]) -> None:
    found = events_of(text)
    assert {trigger: date_of(found[trigger]) for trigger in dates} == dates


@pytest.mark.parametrize(
    ("text", "trigger", "parts"),
    [
        (
            "The captain of the ferry that sank off the coast on Monday was arrested.",
            "sank",
            [("target", "the ferry")],
        ),
        ("Rebels shot dead one of its pilots.", "shot dead", ["Rebels", "one of its pilots"]),
        ("Marek Ivanov must stand trial.", "stand trial", ["Marek Ivanov"]),
        (
            "The EU lifted sanctions against Peru on Monday.",
            "lifted",
            ["EU", "sanctions", "Peru"],
        ),
        ("Norway blamed the coup on Marek Ivanov in May.", "coup", []),
        ("The coach, Marek Ivanov, was sacked on Monday.", "sacked", ["Marek Ivanov"]),
    ],
)
def test_those_who_take_part_are_told_by_their_own_words(
    text: str, trigger: str, parts: list[str | tuple[str, str]]
) -> None:
    found = [(part.role.value, part.mention.span.of(text)) for part in events_of(text)[trigger].participants]
    assert [
        one if isinstance(want, tuple) else one[1] for one, want in zip(found, parts, strict=True)
    ] == parts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Veltro Inc bought Marine Corp on Monday. It sponsors the team that won the cup final on Sunday.",
            "takeover",
            id="a body",
        ),
        pytest.param("Juventus bought the striker Marek Ivanov on Monday.", "transfer", id="a striker"),
    ],
)
def test_a_company_bought_changes_no_clubs(text: str, kind: str) -> None:
    assert events_of(text)["bought"].type == kind


def test_a_collapse_of_a_bank_is_no_fallen_building() -> None:
    assert events_of("Lehman Bank collapsed in September 2008.")["collapsed"].type == "bankruptcy"
    assert events_of("A factory in Oslo collapsed in September 2008.")["collapsed"].type == "collapse"


def test_who_is_suspended_is_no_place() -> None:
    assert events_of("The Senate suspended Oslo on Monday.")["suspended"].place is None
