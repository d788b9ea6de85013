"""Whom the mentions of an article mean, all its places taken together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.linking.authority import Authority
from kb.linking.circumstances import Circumstances
from kb.linking.context import Clue, find_clues
from kb.linking.kinds import kind_fit
from kb.linking.ranking import Candidate, Decision, decide_among
from kb.linking.record import WIKIDATA
from kb.linking.spelling import folded
from kb.linking.usage import Usage, usage_of
from kb.model import EntityKind, Findings, Mention, Target
from kb.when import When

LIKELY = 0.5  # from this score on a link that a person has not seen is better than none
UNTOLD = frozenset({EntityKind.THING})
GIVEN = "given"  # the rule of mentions that somebody else found: of these no kind is known


def link_mentions(authority: Authority, findings: Findings) -> tuple[Mention, ...]:
    """The mentions with their targets; the unnamed are never linked."""
    clues = find_clues(authority, findings.text)
    day = findings.document.published
    return tuple(
        replace(mention, target=_target(authority, mention, findings.text, clues, day))
        for mention in findings.mentions
    )


def _target(
    authority: Authority, mention: Mention, text: str, clues: Sequence[Clue], day: When | None
) -> Target | None:
    if mention.entity.unnamed:
        return None
    usage = usage_of(text, mention.span)
    told = Circumstances(f"{mention.entity.description} {mention.entity.part_of or ''}", day)
    decisions = (
        decide_among(authority, name, kind, clues, told) for name, kind in _names(mention, text, usage)
    )
    found = (one for decision in decisions for one in _possible(decision, usage)[:1])
    meant = next((one for one in found if _ends(one)), None)
    return Target(meant.iri, meant.score) if meant and not meant.doubt else None


def _possible(decision: Decision, usage: Usage) -> Sequence[Candidate]:
    """The candidates of a decision, without places where the name stands for something else."""
    found = decision.candidates
    return found if usage.is_place else [one for one in found if not kind_fit("place", one.kind)]


def _names(mention: Mention, text: str, usage: Usage) -> Iterator[tuple[str, str]]:
    """The words themselves where they are a name, then the fullest name of whom they stand for; with kinds.

    Words that hold that name and more stand for something else: "Lundia Power" is not Lundia.
    """
    words, name = mention.span.of(text), mention.entity.name
    untold = mention.rule == GIVEN or mention.entity.kind in UNTOLD
    kind = usage.kind or ("" if untold else str(mention.entity.kind))
    if usage.name or words[:1].isupper():
        yield from ((usage.name or words, told) for told in dict.fromkeys((usage.prefers or kind, kind)))
    if words != name and f" {folded(name)} " not in f" {folded(words)} ":
        yield name, kind


def _ends(best: Candidate) -> bool:
    """Whether the search ends with it, for it is likely meant: also where its identifier is in doubt.

    Who is meant is known then, and another name would only lead to somebody else.
    """
    return best.score >= LIKELY and best.iri.startswith(WIKIDATA)
