"""Events: which words name one, who takes part in which role, where, and what they are called."""

from dataclasses import replace

import pytest

from kb.extracting.events import find_events
from kb.extracting.happenings import find_happenings
from kb.model import Role
from tests.event_findings import ENGLISH, TYPES, events_of, findings_of, in_role, only, said, time_at

# --------------------------------------------------------------------------------- what names one


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        pytest.param("The rebels attacked Vell.", "attacked", "attack", id="verb"),
        pytest.param("Norland launched an attack on Southia.", "attack", "attack", id="light verb and noun"),
        pytest.param(
            "Norland carried out air raids on Southia.", "air raids", "airstrike", id="phrasal light verb"
        ),
        pytest.param("Talks were held in Port Aldo.", "Talks", "negotiation", id="passive light verb"),
        pytest.param("Norland began a wave of airstrikes.", "began", "airstrike", id="launch of many"),
        pytest.param(
            "Norland's invasion of Southia failed.", "invasion", "invasion", id="noun with an owner"
        ),
        pytest.param("Ann Roe stepped down in Vell.", "stepped down", "resignation", id="verb of two words"),
        pytest.param("Norland signed a cease-fire with Southia.", "cease-fire", "ceasefire", id="hyphen"),
        pytest.param("An earthquake hit Vell.", "earthquake", "earthquake", id="noun that comes about"),
        pytest.param("Norland signed the letter in Vell.", "signed", "signing", id="light verb of its own"),
    ],
)
def test_an_event_is_found_once_with_its_word_and_kind(text: str, trigger: str, kind: str) -> None:
    event = only(text)
    assert (event.trigger.of(text), event.type) == (trigger, kind)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The attack helicopters of Norland are old.", id="a noun that modifies another"),
        pytest.param("The war of words between Norland and Southia goes on.", id="idiom"),
        pytest.param("War is terrible.", id="nothing anchors it"),
        pytest.param("Norland is large.", id="no event word"),
        pytest.param("The warning to Norland was clear.", id="a noun of saying"),
        pytest.param("Norland failed in its aim of bombing Southia.", id="a purpose"),
    ],
)
def test_no_event_is_found(text: str) -> None:
    assert events_of(text) == ()


def test_words_of_time_name_no_event() -> None:
    text = "Norland grew in March 2012."
    assert events_of(text, times=(time_at(text, "March 2012", "2012-03"),)) == ()


def test_the_cue_of_a_statement_is_no_event() -> None:
    text = "Norland rejected a plan by Southia."
    assert events_of(text, statements=(said(text, "rejected", "a plan by Southia", "reject"),)) == ()


def test_headlines_yield_no_events() -> None:
    text = "Norland attacks Southia\n\nIt rained in Vell all day, and the streets were wet."
    assert events_of(text) == ()


# ----------------------------------------------------------------------------------------- who, where


@pytest.mark.parametrize(
    ("text", "initiators", "targets"),
    [
        pytest.param("The rebels attacked Norland.", ["The rebels"], ["Norland"], id="subject and object"),
        pytest.param("Norland was attacked by the rebels.", ["the rebels"], ["Norland"], id="passive"),
        pytest.param(
            "Norland has launched raids against Southia.", ["Norland"], ["Southia"], id="light verb"
        ),
        pytest.param("Norland's attack on Southia was foiled.", ["Norland"], ["Southia"], id="owner and on"),
        pytest.param("A raid by the rebels killed him.", ["the rebels"], [], id="by behind a noun"),
        pytest.param("The resignation of Ann Roe came in May.", ["Ann Roe"], [], id="of the one who does"),
        pytest.param(
            "The assassination of Ann Roe came in May.", [], ["Ann Roe"], id="of the one it is done to"
        ),
        pytest.param("The raid was carried out by the rebels.", ["the rebels"], [], id="passive light verb"),
        pytest.param(
            "Ann Roe, who visited Southia, was tired.", ["Ann Roe"], ["Southia"], id="relative clause"
        ),
    ],
)
def test_participants_have_roles(text: str, initiators: list[str], targets: list[str]) -> None:
    event = events_of(text)[0]
    assert (in_role(event, Role.INITIATOR), in_role(event, Role.TARGET)) == (initiators, targets)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("The rebels attacked a convoy near Vell.", "Vell", id="behind the verb"),
        pytest.param("In Vell, the rebels attacked a convoy.", "Vell", id="at the head of the sentence"),
        pytest.param("Southia attacked a convoy.", None, id="none"),
    ],
)
def test_place(text: str, place: str | None) -> None:
    event = only(text)
    assert (event.place.entity.name if event.place else None) == place


def test_joined_participles_share_their_auxiliary() -> None:
    text = "Ann Roe was arrested in Vell and sentenced by Norland."
    arrest, sentencing = events_of(text)
    assert in_role(arrest, Role.TARGET) == in_role(sentencing, Role.TARGET) == ["Ann Roe"]
    assert in_role(sentencing, Role.INITIATOR) == ["Norland"]


# ------------------------------------------------------------------------------- label and evidence


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param(
            "Norland began its wave of night raids in May 2012.",
            "Norland began its wave of night raids",
            id="without the words of time",
        ),
        pytest.param("Ann Roe, the mayor, visited Vell.", "Ann Roe visited Vell", id="apposition left out"),
        pytest.param(
            "In May 2012 at least ten men died in Vell.", "At least ten men died in Vell", id="amount"
        ),
        pytest.param(
            "It rests on a deal that Norland struck.",
            "A deal that Norland struck",
            id="with its relative clause",
        ),
        pytest.param("It stands in a memo signed by Ann Roe.", "A memo signed by Ann Roe", id="participle"),
        pytest.param(
            "The report on Norland signed by Ann Roe was read.",
            "The report on Norland signed by Ann Roe was read",
            id="what a document is on",
        ),
        pytest.param(
            "Norland and its allies have been attacking Vell.",
            "Norland and its allies have been attacking Vell",
            id="joined",
        ),
    ],
)
def test_label(text: str, label: str) -> None:
    times = (time_at(text, "May 2012", "2012-05"),) if "May 2012" in text else ()
    assert only(text, times=times).label == label


def test_a_negated_verb_with_since_tells_of_no_event() -> None:
    text = "No man of Norland had attacked Vell since May 2012."
    assert events_of(text, times=(time_at(text, "May 2012", "2012-05/.."),)) == ()


def test_a_label_is_a_line_cut_at_a_word() -> None:
    text = f"Norland attacked Southia with {'guns from the hills of the land of ' * 5}steel."
    label = only(text).label
    assert len(label) <= 100
    assert label.endswith("…")


def test_evidence_is_the_clause_of_the_event() -> None:
    text = "Much has changed since Norland attacked Southia in May 2012."
    event = only(text, times=(time_at(text, "May 2012", "2012-05"),))
    assert event.span.of(text) == "since Norland attacked Southia in May 2012"


def test_keys_differ_and_stay_when_the_text_is_edited_elsewhere() -> None:
    text = "The rebels attacked Vell early. All was quiet for a long while. Then the rebels attacked Vell."
    before = [event.key for event in events_of(text)]
    after = [event.key for event in events_of("It rained. " * 20 + text)]
    assert len(set(before)) == len(before) == 2
    assert after[-1] == before[-1]


# ------------------------------------------------------------------- what stays out of the timeline


def test_other_verbs_are_happenings_for_the_measuring_interface() -> None:
    text = "Norland attacked Vell. The river began to rise. It is deep. Ann Roe wants to leave."
    findings = findings_of(text)
    findings = replace(findings, events=find_events(findings, ENGLISH, TYPES))
    found = {e.trigger.of(text): e.type for e in find_happenings(findings, ENGLISH, TYPES)}
    assert found == {
        "began": "phase",
        "rise": "happening",
        "is": "state",
        "wants": "attitude",
        "leave": "happening",
    }
