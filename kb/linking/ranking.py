"""Whom a label means: the records that bear the name, weighed by name, kind, prominence and context.

Each candidate has a weight, the product of how well its name fits (`name_fit`), how well its kind fits
(`kinds.kind_fit`), how prominent it is, and whether the words around speak of its country. Its score is its
share of all weights, that of somebody unknown to the authority included, times how well name and kind fit.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kb.linking.authority import Authority, Held
from kb.linking.circumstances import UNTOLD, Circumstances
from kb.linking.context import Clue, Surroundings, find_clues, surroundings
from kb.linking.kinds import kind_fit
from kb.linking.metonymy import governed, meant_names
from kb.linking.record import Sort
from kb.linking.roles import circumstances_in
from kb.linking.spelling import folded, is_acronym

ACCEPTED = 0.8  # from this score on a link needs no person
SHOWN = 10  # candidates
RIVAL = 0.08  # a second candidate with this share of the first one's score makes it a matter for a person
UNKNOWN = 16.0  # the weight of somebody or somewhere of that name whom the authority does not hold
UNKNOWN_UNTOLD = 160.0  # the same where no kind is asked for: a person, a ship, a song
GREAT = 0.55  # the prior of a city of two million, of a capital of any size
YIELDS = 0.02  # what is left of the weight of a region that is named like such a city in it
PROMINENCE = 4.0  # a prior of 1 against one of 0 weighs ten to the power of this

EXACT = {Sort.LABEL: 1.0, Sort.ALIAS: 0.95, Sort.WEAK: 0.5}
RESPELT = 0.95  # other case or accents
SHOUTED = 0.85  # "IRAN" for Iran: capitals may stand for something else
NAME_POWER = 3  # a name that fits half as well weighs an eighth
LOWERED = 0.9  # "Nato" for NATO
SHORTEST_LOWERED = 4  # letters; "Who" is not the WHO, and "us" not the US


class Verdict(StrEnum):
    """What became of a label."""

    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    NIL = "nil"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or somewhere a label may mean; `score` is from 0 to 1, `why` tells how it came about."""

    iri: str
    name: str
    score: float
    kind: str
    description: str
    why: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a label means, with all that was weighed, best first."""

    label: str
    kind: str
    verdict: Verdict
    candidates: tuple[Candidate, ...]

    @property
    def iri(self) -> str | None:
        """Whom it means, or would if a person agreed; None where nobody is known."""
        return self.candidates[0].iri if self.verdict != Verdict.NIL else None


def decide(authority: Authority, label: str, kind: str = "", context: str = "") -> Decision:
    """Whom a label means: accepted, proposed to a person, or nobody known (nil).

    The words of a context tell the country, the role ("Russian Foreign Minister") and the day.
    """
    clues = find_clues(authority, context)
    return decide_among(authority, label, kind, clues, circumstances_in(context, label))


def decide_among(
    authority: Authority, label: str, kind: str, clues: Sequence[Clue], told: Circumstances = UNTOLD
) -> Decision:
    """The same, where the clues of the words around are known already, and what is told along with it."""
    head, tail = _parted(authority, label)
    inside = find_clues(authority, tail)
    around = surroundings([*inside, *clues], head) * surroundings(inside, head)
    found = _candidates(authority, head, kind, around, told)
    return Decision(label, kind, _verdict(found, governed(label, kind)), tuple(found[:SHOWN]))


def _parted(authority: Authority, label: str) -> tuple[str, str]:
    """ "Paris, Texas" is Paris, with Texas around it, unless that is a name as it stands."""
    head, comma, tail = label.partition(",")
    return (head, tail.strip()) if comma and not authority.named(label) else (label, "")


def _verdict(found: Sequence[Candidate], as_government: bool) -> Verdict:
    if not found:
        return Verdict.NIL
    first, *others = found
    clear = not others or others[0].score < RIVAL * first.score
    sure = first.score >= ACCEPTED and clear and not first.doubt and not as_government
    return Verdict.ACCEPTED if sure else Verdict.PROPOSED


@dataclass(frozen=True, slots=True)
class _Weighed:
    held: Held
    weight: float
    fit: float
    kindred: float
    why: tuple[str, ...]


def _candidates(
    authority: Authority, label: str, kind: str, around: Surroundings, told: Circumstances
) -> list[Candidate]:
    named = (
        _before_regions(_named(authority, name, kind, around, told)) for name in meant_names(label, kind)
    )
    return _scored(next((best for best in named if best), {}), UNKNOWN if kind else UNKNOWN_UNTOLD)


def _named(
    authority: Authority, name: str, kind: str, around: Surroundings, told: Circumstances
) -> dict[str, _Weighed]:
    """Who bears a name, each under the one IRI it is known by, with the best that speaks for it."""
    best: dict[str, _Weighed] = {}
    for held in authority.named(name):
        one = _with_told(_weigh(held, name, kind, around), told)
        known = best.get(iri := authority.identity(held.iri))
        if iri and one.weight and (known is None or one.weight > known.weight):
            best[iri] = one
    return best


def _before_regions(best: dict[str, _Weighed]) -> dict[str, _Weighed]:
    """The same, where a region yields to a great city or capital in it that bears its name.

    "New York" and "Washington" by themselves are the cities, where nothing says that a state is meant.
    """
    great = {one.held.country for one in best.values() if _is_great(one)}
    return {
        iri: replace(one, weight=one.weight * YIELDS) if _yields(one, great) else one
        for iri, one in best.items()
    }


def _is_great(one: _Weighed) -> bool:
    return one.kindred == 1 and one.held.prior >= GREAT and kind_fit("city", one.held.kind) == 1


def _yields(one: _Weighed, great: Collection[str]) -> bool:
    return one.held.kind == "region" and not one.held.doubt and one.held.country in great


def _scored(best: Mapping[str, _Weighed], unknown: float) -> list[Candidate]:
    total = unknown + sum(one.weight for one in best.values())
    found = (_candidate(iri, one, one.fit * one.weight / total) for iri, one in best.items())
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.iri))


def _candidate(iri: str, one: _Weighed, score: float) -> Candidate:
    held = one.held
    return Candidate(iri, held.label, round(score, 4), held.kind, held.description, one.why, held.doubt)


def _weigh(held: Held, label: str, kind: str, around: Surroundings) -> _Weighed:
    named, kindred, near = name_fit(label, held.text, held.sort), kind_fit(kind, held.kind), around.fit(held)
    weight = named**NAME_POWER * kindred * 10 ** (PROMINENCE * held.prior) * near
    return _Weighed(held, weight, named * kindred, kindred, _why(held, kindred, near))


def _with_told(one: _Weighed, told: Circumstances) -> _Weighed:
    for factor, reason in told.weigh(one.held):
        one = replace(one, weight=one.weight * factor, why=(*one.why, reason))
    return one


def _why(held: Held, kindred: float, near: float) -> tuple[str, ...]:
    reasons: Iterable[tuple[bool, str]] = (
        (True, f"It is named “{held.text}”."),
        (kindred < 1, f"It is of another kind: {held.kind or 'unknown'}."),
        (near > 1, "The words around speak of its country."),
        (bool(held.doubt), held.doubt),
    )
    return tuple(reason for applies, reason in reasons if applies)


def name_fit(label: str, name: str, sort: Sort) -> float:
    """How well a label fits a name of the same folded spelling, from 0 (another word) to 1."""
    fit = EXACT[sort] if label == name else EXACT[sort] * RESPELT
    if is_acronym(name) and not is_acronym(label):
        return fit * LOWERED if len(folded(label)) >= SHORTEST_LOWERED and label[0].isupper() else 0.0
    return fit * SHOUTED if is_acronym(label) and not is_acronym(name) else fit
