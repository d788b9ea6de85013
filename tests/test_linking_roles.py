"""Namesakes told apart by role, affiliation and the dates of their lives."""

from collections.abc import Iterator

import pytest

from kb.linking import Authority, Verdict, decide
from kb.linking.circumstances import Circumstances
from kb.linking.ranking import decide_among
from kb.linking.roles import circumstances_in, offices_of
from kb.when import When
from tests.linking_world import record

MINISTER = record(
    1, "person", "Ivan Petrov", description="foreign minister of Orskia", begun="1950", ended="2020"
)
STRIKER = record(2, "person", "Ivan Petrov", description="football striker", begun="1995")


@pytest.fixture(scope="module")
def authority() -> Iterator[Authority]:
    with Authority.in_memory() as known:
        known.add([MINISTER, STRIKER])
        yield known


TOLD = {
    "by the role": ("Orskian Foreign Minister", "2016", MINISTER.iri, Verdict.ACCEPTED),
    "by another role": ("the football striker", "2016", STRIKER.iri, Verdict.ACCEPTED),
    "by life: not born yet": ("", "1990", MINISTER.iri, Verdict.ACCEPTED),
    "by life: dead": ("", "2024", STRIKER.iri, Verdict.PROPOSED),
    "by nothing": ("", "2016", MINISTER.iri, Verdict.PROPOSED),
    "a role that neither has": ("trombonist", "2016", MINISTER.iri, Verdict.PROPOSED),
}


@pytest.mark.parametrize(("role", "day", "meant", "verdict"), TOLD.values(), ids=TOLD.keys())
def test_of_two_of_a_name_is_meant(
    authority: Authority, role: str, day: str, meant: str, verdict: Verdict
) -> None:
    told = Circumstances(role, When.parse(day))
    decision = decide_among(authority, "Ivan Petrov", "person", (), told)
    assert (decision.iri, decision.verdict) == (meant, verdict)


CONTEXTS = {
    "the office alone": ("Orskian Foreign Minister", MINISTER.iri, Verdict.ACCEPTED),
    "the office before the name": (
        "The foreign minister, Ivan Petrov, left.",
        MINISTER.iri,
        Verdict.ACCEPTED,
    ),
    "the office behind it": ("They booed Ivan Petrov, a striker of note.", STRIKER.iri, Verdict.ACCEPTED),
    "a day": ("Ivan Petrov spoke there in 1989.", MINISTER.iri, Verdict.ACCEPTED),
    "a number that is no year": ("Ivan Petrov spoke to 1989 people.", MINISTER.iri, Verdict.PROPOSED),
    "an office of somebody else": (
        "The striker John Doe and Ivan Petrov left.",
        MINISTER.iri,
        Verdict.PROPOSED,
    ),
}


@pytest.mark.parametrize(("context", "meant", "verdict"), CONTEXTS.values(), ids=CONTEXTS.keys())
def test_a_context_tells_role_and_day(
    authority: Authority, context: str, meant: str, verdict: Verdict
) -> None:
    decision = decide(authority, "Ivan Petrov", "person", context)
    assert (decision.iri, decision.verdict) == (meant, verdict)


OFFICES = {
    "a title": ("Russian Foreign Minister Ann Roe said no.", ["Russian Foreign Minister"]),
    "the body it is of": ("the ministry's spokeswoman Ann Roe", ["the ministry's spokeswoman"]),
    "in commas": ("Ann Roe, a lawyer from Leeds, left.", ["a lawyer from Leeds"]),
    "in brackets": ("Ann Roe (chair of the board) left.", ["chair of the board"]),
    "at two places": ("President Ann Roe left. Once a judge Ann Roe was.", ["President", "judge"]),
    "another's, behind": ("Ann Roe and John Doe, a doctor, left.", []),
    "another's, in the sentence before": ("It is led by a minister. Ann Roe left.", []),
    "no word for an office": ("On Friday Ann Roe, who is late, left.", []),
    "part of a longer word": ("President Ann Roebuck left.", []),
}


@pytest.mark.parametrize(("text", "expected"), OFFICES.values(), ids=OFFICES.keys())
def test_the_words_of_office_beside_a_name(text: str, expected: list[str]) -> None:
    assert offices_of(text, ["Ann Roe"]) == expected


def test_a_name_that_is_empty_has_no_office() -> None:
    assert offices_of("President Ann Roe", [""]) == []
    assert circumstances_in("", "") == Circumstances()
