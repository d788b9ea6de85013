"""What a statement says: pieces of its content, attitudes, what they describe."""

import pytest

from kb.extracting.nearby import Nearby
from kb.extracting.propositions import find_propositions, load_wording
from kb.extracting.settling import settle
from kb.model import Attitude
from tests.settling_findings import ENGLISH, article, event, statement

# -------------------------------------------------------------------------------- what is said


@pytest.mark.parametrize(
    ("cue", "act", "said", "attitude"),
    [
        pytest.param("said", "say", "the road was closed", Attitude.ASSERTS, id="plain"),
        pytest.param("denied", "deny", "the road was closed", Attitude.DENIES, id="denying"),
        pytest.param("said", "say", "the road had not been closed", Attitude.DENIES, id="negated"),
        pytest.param("said", "say", "don’t worry about the attack", Attitude.ASSERTS, id="don’t worry"),
        pytest.param("said", "say", "the army left, don’t worry", Attitude.ASSERTS, id="don’t worry, behind"),
        pytest.param("said", "say", "don’t worry, nobody will leave", Attitude.EXPECTS, id="will behind it"),
        pytest.param("said", "say", "do not be afraid of the army", Attitude.ASSERTS, id="do not be afraid"),
        pytest.param("said", "say", "we do not know who fired", Attitude.ASSERTS, id="not known"),
        pytest.param("said", "say", "don’t shoot at the crowd", Attitude.OPPOSES, id="told not to"),
        pytest.param("said", "say", "they don’t shoot at the crowd", Attitude.DENIES, id="not done"),
        pytest.param("urged", "urge", "the army to leave", Attitude.ASKS_FOR, id="urging"),
        pytest.param("said", "say", "the army should leave", Attitude.ASKS_FOR, id="should"),
        pytest.param("said", "say", "the army would leave", Attitude.EXPECTS, id="would"),
        pytest.param("said", "say", "we will leave", Attitude.INTENDS, id="first person and will"),
        pytest.param("said", "say", "the army may leave", Attitude.HOLDS_POSSIBLE, id="may"),
        pytest.param("said", "say", "the army left as soon as possible", Attitude.ASSERTS, id="as possible"),
        pytest.param("said", "say", "the fire was not just an accident", Attitude.ASSERTS, id="not just"),
        pytest.param("said", "say", "she was opposed to the plan", Attitude.OPPOSES, id="opposed"),
        pytest.param("warned against", "warn", "a hasty retreat", Attitude.OPPOSES, id="against"),
        pytest.param("said", "say", "it was a dangerous step", Attitude.APPRAISES, id="evaluation"),
        pytest.param("praised", "praise", "the rescuers", Attitude.APPRAISES, id="praising"),
        pytest.param("vowed", "promise", "to return", Attitude.INTENDS, id="vowing"),
    ],
)
def test_attitude(cue: str, act: str, said: str, attitude: Attitude) -> None:
    text = f"Ann Roe {cue} {said}."
    findings = article(text, statements=(statement(text, cue.split()[0], said, "Roe", act=act),))
    propositions = find_propositions(findings.statements[0], Nearby(findings), load_wording(ENGLISH))
    assert [(p.span.of(text), p.attitude) for p in propositions] == [(said, attitude)]


def test_what_is_said_is_cut_at_and_that() -> None:
    text = "Ann Roe said that she opposed the raid and that it would cause a riot."
    said = statement(text, "said", "that she opposed the raid and that it would cause a riot", "Roe")
    events = (event(text, "raid"), event(text, "riot", "riot"))
    settled = settle(article(text, statements=(said,), events=events), ENGLISH)
    found = [(p.attitude, p.describes) for p in settled.statements[0].about]
    assert found == [(Attitude.OPPOSES, ("event-raid",)), (Attitude.EXPECTS, ("event-riot",))]


def test_a_statement_within_a_statement_is_described_by_it() -> None:
    text = "Ann Roe said that Bob Poe denied the theft."
    outer = statement(text, "said", "Bob Poe denied the theft", "Roe")
    inner = statement(text, "denied", "the theft", "Poe", act="deny")
    settled = settle(article(text, statements=(outer, inner)), ENGLISH)
    assert settled.statements[0].about[0].describes == ("statement-denied",)
    assert settled.statements[1].about[0].describes == ()
