"""Namesakes told apart by role, affiliation and the dates of their lives."""

from collections.abc import Iterator

import pytest

from kb.linking import Authority, Verdict
from kb.linking.circumstances import Circumstances
from kb.linking.ranking import decide_among
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
