"""Whom a name of the knowledge base means, all articles that mention it taken together."""

from collections.abc import Iterable, Iterator, Sequence

from kb.linking.authority import Authority
from kb.linking.circumstances import Circumstances
from kb.linking.context import Clue, find_clues
from kb.linking.metonymy import governed
from kb.linking.ranking import Candidate, Decision, Verdict, decide_among
from kb.linking.roles import foremost
from kb.linking.subjects import LEAST, MOST, Search, Someone
from kb.model import Judgement, LinkRecord

ACTING = "organization"  # as what a seat that speaks or acts is looked up

JUDGED = {
    Verdict.ACCEPTED: Judgement.ACCEPTED,
    Verdict.PROPOSED: Judgement.PROPOSED,
    Verdict.NIL: Judgement.NIL,
}


def link_someone(
    authority: Authority, search: Search, someone: Someone, clues: Sequence[Clue], offices: Sequence[str] = ()
) -> list[LinkRecord]:
    """The link records of someone or somewhere: the candidates, or one that says nobody is known.

    `clues` and `offices` are what the articles that mention it tell of countries, and call it.
    """
    around = [*clues, *(clue for whole in someone.wholes for clue in find_clues(authority, whole))]
    told = Circumstances(foremost(offices), someone.when)
    decision = _decided(authority, someone, around, told)
    found = [
        _record(search, someone, decision, place, candidate)
        for place, candidate in enumerate(_worth_a_look(decision))
    ]
    return found or [search.record(someone.iri, someone.name, Judgement.NIL, confidence=1.0, reasons=_NOBODY)]


_NOBODY = ("Nobody and nothing of that name and kind is in the list.",)


def _decided(authority: Authority, someone: Someone, clues: Sequence[Clue], told: Circumstances) -> Decision:
    """The decision on the fullest of the names that leads to anybody; the unnamed have none."""
    kind = ACTING if someone.acts and governed(someone.name, "") else someone.kind
    names = sorted({someone.name, *someone.names}, key=lambda name: (name != someone.name, -len(name), name))
    decisions = [decide_among(authority, name, kind, clues, told) for name in names]
    return next((decision for decision in decisions if decision.candidates), decisions[0])


def _worth_a_look(decision: Decision) -> Iterator[Candidate]:
    shown = decision.candidates[:MOST]
    yield from (one for one in shown if one.score >= LEAST)


def _record(
    search: Search, someone: Someone, decision: Decision, place: int, candidate: Candidate
) -> LinkRecord:
    found = JUDGED[decision.verdict] if place == 0 else Judgement.PROPOSED
    return search.record(
        someone.iri,
        someone.name,
        found,
        object=candidate.iri,
        object_label=candidate.name,
        object_kind=candidate.kind,
        object_description=candidate.description,
        confidence=candidate.score,
        reasons=candidate.why,
    )


def clues_of(found: Iterable[Sequence[Clue]]) -> list[Clue]:
    """The clues of several articles, each once."""
    return list(dict.fromkeys(clue for clues in found for clue in clues))
