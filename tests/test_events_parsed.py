"""Events of parsed sentences: who takes part, how far their phrases reach, what a time hangs on."""

import pytest

from kb.extracting.event_phrases import PHRASE
from kb.extracting.happenings import find_happenings, find_happenings_at
from kb.model import EntityKind, Event, Span
from kb.ontology import load_event_types
from tests.event_findings import time_at
from tests.event_trees import ENGLISH, events_in, parsed, parts_of

# each: the sentence with its tree, the trigger, roles and words in order
CASES = {
    "full phrases": (
        "Norland|PROPN|compound|2 jets|NOUN|nsubj|3 bombed|VERB|root|0 targets|NOUN|obj|3 near|ADP|case|6 "
        "Vell|PROPN|nmod|4 .|.|punct|3",
        "bombed",
        [("initiator", "Norland jets"), ("target", "targets near Vell")],
    ),
    "passive and agent": (
        "Two|NUM|nummod|2 bridges|NOUN|nsubj:pass|4 were|AUX|aux:pass|4 destroyed|VERB|root|0 by|ADP|case|7 "
        "the|DET|det|7 rebels|NOUN|obl:agent|4 .|.|punct|4",
        "destroyed",
        [("target", "Two bridges"), ("initiator", "the rebels")],
    ),
    "joined names stand for themselves": (
        "Norland|PROPN|nsubj|4 and|CCONJ|cc|3 Southia|PROPN|conj|1 attacked|VERB|root|0 Vell|PROPN|obj|4 "
        ".|.|punct|4",
        "attacked",
        [("initiator", "Norland"), ("initiator", "Southia"), ("target", "Vell")],
    ),
    "joined common nouns are one phrase": (
        "Norland|PROPN|nsubj|2 killed|VERB|root|0 men|NOUN|obj|2 and|CCONJ|cc|5 boys|NOUN|conj|3 .|.|punct|2",
        "killed",
        [("initiator", "Norland"), ("target", "men and boys")],
    ),
    "a relative pronoun is who it stands for": (
        "Ann|PROPN|nsubj|9 Roe|PROPN|flat|1 ,|PUNCT|punct|5 who|PRON|nsubj|5 visited|VERB|acl:relcl|1 "
        "Vell|PROPN|obj|5 ,|PUNCT|punct|5 was|AUX|cop|9 tired|ADJ|root|0 .|.|punct|9",
        "visited",
        [("initiator", "Ann Roe"), ("target", "Vell")],
    ),
    "the object of one that makes them do it": (
        "Norland|PROPN|nsubj|2 forced|VERB|root|0 Southia|PROPN|obj|2 to|PART|mark|5 surrender|VERB|xcomp|2 "
        ".|.|punct|2",
        "surrender",
        [("initiator", "Southia")],
    ),
    "who has the plan": (
        "Norland|PROPN|nsubj|2 has|VERB|root|0 plans|NOUN|obj|2 to|PART|mark|5 invade|VERB|acl|3 "
        "Southia|PROPN|obj|5 .|.|punct|2",
        "invade",
        [("initiator", "Norland"), ("target", "Southia")],
    ),
    "a treaty is what is signed": (
        "Norland|PROPN|nsubj|2 ratified|VERB|root|0 the|DET|det|4 treaty|NOUN|obj|2 in|ADP|case|6 "
        "Vell|PROPN|obl|2 .|.|punct|2",
        "ratified",
        [("initiator", "Norland"), ("target", "the treaty")],
    ),
    "a price undergoes its fall": (
        "The|DET|det|2 euro|NOUN|nsubj|3 fell|VERB|root|0 in|ADP|case|5 Vell|PROPN|obl|3 .|.|punct|3",
        "fell",
        [("target", "The euro")],
    ),
    "an owner undergoes his arrest": (
        "Bob|PROPN|nmod:poss|4 Poe|PROPN|flat|1 's|PART|case|1 arrest|NOUN|nsubj|5 angered|VERB|root|0 "
        "Norland|PROPN|obj|5 .|.|punct|5",
        "arrest",
        [("target", "Bob Poe")],
    ),
    "what carries a noun tells against whom": (
        "Norland|PROPN|nsubj|3 has|AUX|aux|3 launched|VERB|root|0 raids|NOUN|obj|3 against|ADP|case|6 "
        "Southia|PROPN|obl|3 .|.|punct|3",
        "raids",
        [("target", "Southia"), ("initiator", "Norland")],
    ),
    "a sum and a means take no part": (
        "Norland|PROPN|nsubj|2 bombed|VERB|root|0 Southia|PROPN|obj|2 with|ADP|case|5 rockets|NOUN|obl|2 "
        "for|ADP|case|8 two|NUM|nummod|8 pence|NOUN|obl|2 .|.|punct|2",
        "bombed",
        [("initiator", "Norland"), ("target", "Southia")],
    ),
}


@pytest.mark.parametrize(("written", "trigger", "parts"), CASES.values(), ids=CASES)
def test_the_tree_tells_who_takes_part(written: str, trigger: str, parts: list[tuple[str, str]]) -> None:
    text = parsed(written).text
    found = {event.trigger.of(text): event for event in events_in(written)}
    assert sorted(parts_of(found[trigger], text)) == sorted(parts)


TITLED = (
    "Mayor|NOUN|nsubj|4 Ann|PROPN|flat|1 Roe|PROPN|flat|1 visited|VERB|root|0 Southia|PROPN|obj|4 .|.|punct|4"
)


def test_a_title_belongs_to_the_name_behind_it() -> None:
    (event,) = events_in(TITLED)
    part = event.participants[0].mention
    assert (part.span.of(parsed(TITLED).text), part.entity.name) == ("Mayor Ann Roe", "Ann Roe")


def test_a_phrase_that_nobody_names_is_a_thing_of_its_own() -> None:
    (event,) = events_in(
        "Norland|PROPN|nsubj|2 destroyed|VERB|root|0 ten|NUM|nummod|4 tanks|NOUN|obj|2 .|.|punct|2"
    )
    tanks = event.participants[1].mention
    assert (tanks.rule, tanks.entity.kind, tanks.entity.unnamed) == (PHRASE, EntityKind.THING, True)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        pytest.param(CASES["full phrases"][0], "Vell", id="within the object"),
        pytest.param(CASES["a treaty is what is signed"][0], "Vell", id="with the verb"),
        pytest.param(
            "Norland|PROPN|nsubj|2 arrested|VERB|root|0 ten|NUM|nummod|4 men|NOUN|obj|2 near|ADP|case|7 "
            "the|DET|det|7 border|NOUN|obl|2 .|.|punct|2",
            "the border",
            id="a noun for somewhere",
        ),
    ],
)
def test_the_tree_tells_where(written: str, place: str) -> None:
    (event,) = events_in(written)
    assert event.place is not None
    assert event.place.span.of(parsed(written).text) == place


SAID_ON_FRIDAY = (
    "Norland|PROPN|nsubj|2 said|VERB|root|0 on|ADP|case|4 Friday|PROPN|obl|2 that|SCONJ|mark|7 "
    "rebels|NOUN|nsubj|7 attacked|VERB|ccomp|2 Vell|PROPN|obj|7 in|ADP|case|10 May|PROPN|obl|7 .|.|punct|2"
)


def test_a_time_dates_the_verb_it_hangs_on() -> None:
    text = parsed(SAID_ON_FRIDAY).text
    times = (time_at(text, "Friday", "2013-04-19"), time_at(text, "May", "2012-05"))
    (event,) = events_in(SAID_ON_FRIDAY, times=times)
    assert event.time == times[1]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(
            "Families|NOUN|nsubj|5 who|PRON|nsubj|4 had|AUX|aux|4 fled|VERB|acl:relcl|1 wept|VERB|root|0 "
            ".|.|punct|5",
            id="who only are described",
        ),
        pytest.param(
            "Norland|PROPN|nsubj|3 could|AUX|aux|3 forbid|VERB|root|0 it|PRON|obj|3 .|.|punct|3",
            id="what can be",
        ),
    ],
)
def test_what_only_describes_is_no_event(written: str) -> None:
    assert events_in(written) == ()


def confidence_of(written: str, trigger: str) -> float:
    text = parsed(written).text
    return next(event.confidence for event in events_in(written) if event.trigger.of(text) == trigger)


def test_what_is_told_by_the_way_is_less_sure() -> None:
    written = (
        "Norland|PROPN|nsubj|2 attacked|VERB|root|0 Southia|PROPN|obj|2 after|ADP|case|6 an|DET|det|6 "
        "assassination|NOUN|obl|2 in|ADP|case|8 Vell|PROPN|nmod|6 .|.|punct|2"
    )
    assert confidence_of(written, "attacked") > confidence_of(written, "assassination")


def happenings_in(written: str) -> dict[str, Event]:
    findings = parsed(written)
    found = find_happenings(findings, ENGLISH, load_event_types())
    return {event.trigger.of(findings.text): event for event in found}


COPULA = "Southia|PROPN|nsubj|4 is|AUX|cop|4 a|DET|det|4 town|NOUN|root|0 .|.|punct|4"


def test_a_copula_joins_who_with_what() -> None:
    event = happenings_in(COPULA)["is"]
    assert parts_of(event, parsed(COPULA).text) == [("initiator", "Southia"), ("target", "a town")]


def test_a_happening_names_the_words_of_its_own_clause() -> None:
    written = (
        "Southia|PROPN|nsubj|4 is|AUX|cop|4 a|DET|det|4 town|NOUN|root|0 that|PRON|nsubj|6 "
        "sells|VERB|acl:relcl|4 pears|NOUN|obj|6 .|.|punct|4"
    )
    parts = parts_of(happenings_in(written)["sells"], parsed(written).text)
    assert parts == [("initiator", "that"), ("target", "pears")]


SHARED = (
    "To|PART|mark|2 win|VERB|advcl|5 it|PRON|obj|2 Norland|PROPN|nsubj|5 opened|VERB|root|0 "
    "its|PRON|nmod:poss|7 ports|NOUN|obj|5 .|.|punct|5"
)


def test_a_happening_leaves_the_subject_it_shares_to_the_clause_it_hangs_on() -> None:
    text, event = parsed(SHARED).text, happenings_in(SHARED)["win"]
    assert ("initiator", "Norland") not in parts_of(event, text)
    assert ("initiator", "Norland") in parts_of(happenings_in(SHARED)["opened"], text)


def test_a_happening_at_a_place_given_takes_the_subject_it_shares() -> None:
    findings = parsed(SHARED)
    (event,) = find_happenings_at(findings, ENGLISH, load_event_types(), [Span(3, 6)])
    assert ("initiator", "Norland") in parts_of(event, findings.text)
