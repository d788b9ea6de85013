"""The PLOVER class of what was found: that of its kind, seen through how it is told.

PLOVER, the event ontology of the Open Event Data Alliance, codes what an actor does to another: to be
asked to withdraw is a DEMAND and no RETREAT, to be about to bomb is to THREATEN, to refuse to meet is to
REJECT. So the class of a kind holds for what happened; what is asked for, intended or refused has the
class of the asking, the promise or threat, the refusal.
"""

from collections.abc import Iterator, Mapping

from kb.languages import load_language
from kb.model import Attitude, Event, EventType, Findings, Role, Statement, Status
from kb.ontology import load_event_types

COOPERATING = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE"})
HARMING = frozenset({"THREATEN", "SANCTION", "COERCE", "FIGHT", "ASSAULT", "MOBILIZE"})
NO_FIGHT = frozenset({"wounding", "assassination", "abduction"})
"""Kinds of assault that are none of war, whoever does them: beating, murder for politics, kidnapping."""
OFF = "event-noun-called-off"
"""The rule of a noun with a verb that calls it off."""
ACTS = {
    "demand": "DEMAND",
    "call for": "DEMAND",
    "urge": "DEMAND",
    "reject": "REJECT",
    "oppose": "REJECT",
    "deny": "REJECT",
    "threaten": "THREATEN",
    "warn": "THREATEN",
    "accuse": "DISAPPROVE",
    "praise": "SUPPORT",
    "defend": "SUPPORT",
    "agree": "AGREE",
    "promise": "AGREE",
    "offer": "AGREE",
    "apologise": "CONCEDE",
    "propose": "CONSULT",
}
"""The class of the kinds of speech act (`[speech.acts]`); the others only say."""


def plover_classes(findings: Findings) -> dict[str, str]:
    """The class of each statement and event that has one, by key."""
    kinds = {kind.name: kind for kind in load_event_types(findings.document.language.split("-")[0])}
    told, forces = _tellings(findings), _forces(findings.document.language)
    spoken = ((said.key, _of_statement(said, kinds)) for said in findings.statements)
    happened = (
        (e.key, _of_event(e, _own_class(e, kinds, forces), told.get(e.key), kinds)) for e in findings.events
    )
    return {key: code for key, code in (*spoken, *happened) if code}


def _tellings(findings: Findings) -> dict[str, tuple[Statement, Attitude]]:
    """The statement that speaks of each occurrence, the innermost last, and its attitude."""
    return {key: (said, attitude) for said in findings.statements for key, attitude in _described(said)}


def _described(said: Statement) -> Iterator[tuple[str, Attitude]]:
    yield from ((key, piece.attitude) for piece in said.about for key in piece.describes)


def _of_statement(said: Statement, kinds: Mapping[str, EventType]) -> str | None:
    """The class of a verb that names an act of words ("complain"), else that of the kind of act."""
    named = (k.plover for k in kinds.values() if k.broader == "communication" and said.cue in k.verbs)
    return next((code for code in named if code), ACTS.get(said.act))


def _forces(code: str) -> frozenset[str]:
    """The words for those who fight wars for a state (`[grammar.events]`)."""
    return frozenset(load_language(code).grammar["events"]["forces"])


def _own_class(event: Event, kinds: Mapping[str, EventType], forces: frozenset[str]) -> str | None:
    """The class of the kind; what the forces of a state do with their arms is no assault but a fight."""
    own = kinds[event.type].plover if event.type in kinds else None
    fought = own == "ASSAULT" and event.type not in NO_FIGHT and _is_by(event, forces)
    return "FIGHT" if fought else own


def _is_by(event: Event, forces: frozenset[str]) -> bool:
    """Whether one of the words is in what those who do it are called, in the singular or the plural."""
    doers = (part.mention.entity for part in event.participants if part.role is Role.INITIATOR)
    called = {word for doer in doers for word in f"{doer.name} {doer.description}".casefold().split()}
    return bool(forces & (called | {word.removesuffix("s") for word in called}))


def _of_event(
    event: Event,
    own: str | None,
    told: tuple[Statement, Attitude] | None,
    kinds: Mapping[str, EventType],
) -> str | None:
    if told is not None and (through := _through(*told, own, kinds)):
        return through
    return _as_told(event, own)


def _through(
    said: Statement, attitude: Attitude, own: str | None, kinds: Mapping[str, EventType]
) -> str | None:
    """The class that the saying gives to what is said; None where it leaves it as it is."""
    if attitude is Attitude.ASKS_FOR:
        return "DEMAND"
    if attitude is Attitude.OPPOSES or said.act == "deny":
        return "REJECT"
    if said.act == "threaten" or (said.act == "warn" and own in HARMING):
        return "THREATEN"
    spoken = _of_statement(said, kinds)
    return spoken if spoken in {"DISAPPROVE", "SUPPORT", "CONCEDE"} else None


def _as_told(event: Event, own: str | None) -> str | None:
    """What is planned is promised or threatened, harm that may be is a threat; what is called off or refused
    is none of its kind."""
    if event.status is Status.PLANNED:
        return "AGREE" if own in COOPERATING else "THREATEN" if own in HARMING else own
    if event.status is Status.HYPOTHETICAL and own in HARMING:
        return "THREATEN"
    if event.status is not Status.DENIED or own is None:
        return own
    if event.rule == OFF:
        return "SANCTION" if own in COOPERATING else "CONCEDE"
    return "REJECT"
