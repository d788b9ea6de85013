"""How an event is told: happened, ongoing, planned, claimed, denied, hypothetical."""

import pytest

from kb.model import Status
from tests.event_findings import events_of, only, said, time_at

# --------------------------------------------------------------------------------------------- status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Norland attacked Southia.", Status.HAPPENED, id="past"),
        pytest.param("Norland is attacking Southia.", Status.ONGOING, id="progressive"),
        pytest.param(
            "Norland has been conducting raids on Southia.", Status.ONGOING, id="perfect progressive"
        ),
        pytest.param("Norland will attack Southia.", Status.PLANNED, id="will"),
        pytest.param("Norland plans to attack Southia.", Status.PLANNED, id="plans to"),
        pytest.param("Norland is to hold talks with Southia.", Status.PLANNED, id="is to"),
        pytest.param("The planned invasion of Southia worries many.", Status.PLANNED, id="planned"),
        pytest.param("Norland may attack Southia.", Status.HYPOTHETICAL, id="may"),
        pytest.param("Norland wants to invade Southia.", Status.HYPOTHETICAL, id="wants to"),
        pytest.param("It is bad if Norland attacked Southia.", Status.HYPOTHETICAL, id="if"),
        pytest.param("Norland sent planes to attack Southia.", Status.HYPOTHETICAL, id="purpose"),
        pytest.param("Norland did not attack Southia.", Status.DENIED, id="not"),
        pytest.param("Norland never attacked Southia.", Status.DENIED, id="never"),
        pytest.param("Norland failed to capture Vell from Southia.", Status.DENIED, id="failed to"),
        pytest.param("Norland allegedly bombed Southia.", Status.CLAIMED, id="allegedly"),
        pytest.param("An alleged attack by Norland made news.", Status.CLAIMED, id="alleged"),
    ],
)
def test_status_in_the_articles_own_voice(text: str, status: Status) -> None:
    assert only(text).status is status


@pytest.mark.parametrize(
    ("text", "content", "act", "status"),
    [
        pytest.param(
            "Roe said Norland attacked Vell.", "Norland attacked Vell", "say", Status.CLAIMED, id="said"
        ),
        pytest.param(
            "Roe said Norland would attack Vell.",
            "Norland would attack Vell",
            "say",
            Status.PLANNED,
            id="would",
        ),
        pytest.param(
            "Roe said Norland could attack Vell.",
            "Norland could attack Vell",
            "say",
            Status.HYPOTHETICAL,
            id="could",
        ),
        pytest.param(
            "Roe denied that Norland attacked Vell.",
            "Norland attacked Vell",
            "deny",
            Status.DENIED,
            id="denied",
        ),
        pytest.param(
            "Roe called for strikes on Norland.",
            "strikes on Norland",
            "call for",
            Status.HYPOTHETICAL,
            id="called for",
        ),
        pytest.param(
            "Roe warned against a raid on Norland.",
            "against a raid on Norland",
            "warn",
            Status.HYPOTHETICAL,
            id="against",
        ),
        pytest.param(
            "Roe condemned the raid on Norland.",
            "the raid on Norland",
            "accuse",
            Status.HAPPENED,
            id="condemned the",
        ),
    ],
)
def test_status_of_what_a_speaker_says(text: str, content: str, act: str, status: Status) -> None:
    statement = said(text, text.split()[1], content, act)
    assert only(text, statements=(statement,)).status is status


def test_who_denies_a_part_in_an_attack_does_not_deny_the_attack() -> None:
    text = "Norland denied any role in an attack on Vell."
    statement = said(text, "denied", "any role in an attack on Vell", "deny")
    assert only(text, statements=(statement,)).status is Status.CLAIMED


def test_what_lies_after_publication_is_planned() -> None:
    text = "Norland holds elections in June 2013."
    assert only(text, times=(time_at(text, "June 2013", "2013-06"),)).status is Status.PLANNED


def test_an_open_end_is_ongoing() -> None:
    text = "Norland has held talks with Southia since May 2012."
    assert only(text, times=(time_at(text, "May 2012", "2012-05/.."),)).status is Status.ONGOING


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("The visit to Vell was called off.", Status.DENIED, id="called off"),
        pytest.param("Ann Roe cancelled a visit to Vell.", Status.DENIED, id="cancelled"),
        pytest.param("The visit to Vell was postponed.", Status.PLANNED, id="postponed"),
        pytest.param("The war forced Ann Roe to flee to Vell.", Status.HAPPENED, id="forced to"),
        pytest.param("No soldier attacked Vell.", Status.DENIED, id="no subject"),
        pytest.param("Toppling Ann Roe would be folly.", Status.HYPOTHETICAL, id="an idea"),
    ],
)
def test_status_by_the_verb_that_carries_or_governs(text: str, status: Status) -> None:
    assert {event.status for event in events_of(text) if event.type != "war"} == {status}


def test_what_must_be_done_by_the_articles_own_telling_is_planned() -> None:
    assert only("Southia must be attacked by Norland in Vell.").status is Status.PLANNED
