"""Kinds of event: words with their objects, what the article makes sure, PLOVER classes, inherited dates."""

from dataclasses import replace

import pytest

from kb.extracting import inherit
from kb.extracting.happenings import find_happenings
from kb.extracting.settling import settle
from kb.model import Event, Findings
from kb.writing.plover import plover_classes
from tests.event_findings import ENGLISH, TYPES, events_of, findings_of, said, time_at


def kinds_of(text: str) -> dict[str, str]:
    return {event.trigger.of(text): event.type for event in events_of(text)}


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        pytest.param(
            "Norland handed over some medicine to Southia.",
            "handed over",
            "aid",
            id="two words and an object",
        ),
        pytest.param(
            "Norland suspended the talks in Vell.", "suspended", "suspension", id="an end put to a deed"
        ),
        pytest.param("Ann Roe signed a contract in Vell.", "signed", "signing", id="a paper is signed"),
        pytest.param(
            "Norland declared a state of emergency in Vell.",
            "declared",
            "emergencyRule",
            id="a rule is declared",
        ),
        pytest.param("The shares of Norland fell in Vell.", "fell", "priceMove", id="a price falls"),
        pytest.param(
            "Norland extradited Bob Poe to Southia.", "extradited", "extradition", id="a verb with a silent e"
        ),
        pytest.param(
            "The rebels set fire to the harbour.", "set fire", "arson", id="fire that somebody sets"
        ),
        pytest.param(
            "The dockers of Vell began a strike over pay.",
            "strike",
            "labourStrike",
            id="a strike of people at work",
        ),
    ],
)
def test_a_kind_is_told_by_words_together(text: str, trigger: str, kind: str) -> None:
    assert kinds_of(text).get(trigger) == kind


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The snow fell in Vell.", id="snow has no price"),
        pytest.param("Norland acted in response to Southia.", id="a deed within an idiom"),
        pytest.param("The tickets sold out in Vell.", id="sold out"),
    ],
)
def test_these_words_tell_no_event(text: str) -> None:
    assert events_of(text) == ()


def test_the_object_of_a_suspension_is_no_event_beside_it() -> None:
    assert list(kinds_of("Norland suspended the talks in Vell.")) == ["suspended"]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        pytest.param(
            "An earthquake hit Vell. Ten men were killed in Vell.",
            "killed",
            "death",
            id="killed by the earth",
        ),
        pytest.param(
            "The rebels attacked Vell. Ten men were killed in Vell.", "killed", "killing", id="killed by men"
        ),
        pytest.param(
            "An earthquake hit Vell. It killed ten men in Vell.", "killed", "death", id="an earthquake kills"
        ),
        pytest.param(
            "Ann Roe will play a match in Vell. Norland bought the team.",
            "bought",
            "transfer",
            id="bought in sport",
        ),
        pytest.param("Norland bought the team.", "bought", "takeover", id="bought"),
    ],
)
def test_the_article_makes_a_kind_sure(text: str, trigger: str, kind: str) -> None:
    assert kinds_of(text)[trigger] == kind


# ------------------------------------------------------------------------------- every deed counted


def happenings_of(text: str) -> set[str]:
    found = find_happenings(findings_of(text), ENGLISH, TYPES)
    return {event.trigger.of(text) for event in found}


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        pytest.param("The decline of Southia went on.", {"decline", "went"}, id="a deed of no kind"),
        pytest.param(
            "Norland spoke at the Gardeners Conference.", {"spoke", "Conference"}, id="the name of an event"
        ),
        pytest.param("In addition, Norland grew.", {"grew"}, id="a deed within an idiom"),
        pytest.param("Norland grew according to plan.", {"grew", "plan"}, id="a participle that links"),
    ],
)
def test_deeds_are_counted_where_every_event_is(text: str, deeds: set[str]) -> None:
    assert happenings_of(text) == deeds


# ---------------------------------------------------------------------------------- PLOVER as told


def classes_of(text: str, **found: tuple[object, ...]) -> dict[str, str]:
    begun = findings_of(text, **found)
    settled = settle(replace(begun, events=events_of(text, **found)), ENGLISH)
    classes = plover_classes(settled)
    told = (*settled.statements, *settled.events)
    return {one.trigger.of(text): classes[one.key] for one in told if one.key in classes}


@pytest.mark.parametrize(
    ("text", "trigger", "code"),
    [
        pytest.param("Norland invaded Southia.", "invaded", "FIGHT", id="done"),
        pytest.param("Norland will meet Southia.", "meet", "AGREE", id="a promise to cooperate"),
        pytest.param("Norland will invade Southia.", "invade", "THREATEN", id="a threat to harm"),
        pytest.param("Norland refused to meet Southia.", "meet", "REJECT", id="refused"),
        pytest.param("Ann Roe cancelled a visit to Vell.", "visit", "SANCTION", id="a visit called off"),
        pytest.param("Norland troops attacked Vell.", "attacked", "FIGHT", id="an attack by an army"),
        pytest.param("Ann Roe attacked Bob Poe.", "attacked", "ASSAULT", id="an attack by anybody else"),
        pytest.param(
            "Norland soldiers wounded Bob Poe.", "wounded", "ASSAULT", id="no fight, whoever does it"
        ),
        pytest.param("Norland lifted the blockade of Vell.", "lifted", "RETREAT", id="the end of a siege"),
        pytest.param(
            "The rebels tried to assassinate Ann Roe.", "tried to assassinate", "ASSAULT", id="an attempt"
        ),
        pytest.param(
            "The rebels hacked into computers of Southia.", "hacked into", "COERCE", id="a cyberattack"
        ),
        pytest.param(
            "Norland called off the attack on Southia.", "attack", "CONCEDE", id="an attack called off"
        ),
    ],
)
def test_the_class_is_that_of_the_kind_as_it_is_told(text: str, trigger: str, code: str) -> None:
    assert classes_of(text)[trigger] == code


@pytest.mark.parametrize(
    ("act", "code"),
    [("demand", "DEMAND"), ("reject", "REJECT"), ("threaten", "THREATEN"), ("accuse", "DISAPPROVE")],
)
def test_what_is_said_has_the_class_of_the_saying(act: str, code: str) -> None:
    text = "Southia spoke of a withdrawal of Norland from Vell."
    statement = said(text, "spoke", "of a withdrawal of Norland from Vell", act)
    assert classes_of(text, statements=(statement,)) == {"spoke": code, "withdrawal": code}


# -------------------------------------------------------------------------------- dates inherited


def inherited(text: str, **found: tuple[object, ...]) -> dict[str, str]:
    begun = findings_of(text, **found)
    settled = settle(replace(begun, events=events_of(text, **found)), ENGLISH)
    return {e.trigger.of(text): _date(e) for e in inherit(settled).events}


def _date(event: Event) -> str:
    date = event.date
    return f"{date.when} {date.rule}" if date is not None and date.dated else ""


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        pytest.param(
            "Norland has invaded Southia.", "invaded", "2013-04-19 inherited-from-publication", id="perfect"
        ),
        pytest.param(
            "Norland invades Southia.", "invades", "2013-04-19 inherited-from-publication", id="present"
        ),
        pytest.param("Norland invaded Southia.", "invaded", "", id="past"),
        pytest.param("Norland had invaded Southia.", "invaded", "", id="before the past"),
        pytest.param("Norland will invade Southia.", "invade", "", id="planned"),
    ],
)
def test_publication_dates_what_is_told_as_news(text: str, trigger: str, date: str) -> None:
    assert inherited(text)[trigger] == date


def test_the_plain_past_goes_on_where_the_story_stands() -> None:
    text = "The rebels attacked Vell on 6 May 2012. Norland invaded Southia."
    found = inherited(text, times=(time_at(text, "6 May 2012", "2012-05-06"),))
    assert found["invaded"] == "2012-05-06 inherited-from-story"


def test_without_a_publication_day_news_stays_undated() -> None:
    text = "Norland invades Southia."
    begun = findings_of(text)
    begun = replace(begun, document=replace(begun.document, published=None), events=events_of(text))
    settled: Findings = inherit(settle(begun, ENGLISH))
    assert [_date(event) for event in settled.events] == [""]
