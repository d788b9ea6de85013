"""Whom the mentions of an article mean, all its places taken together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.linking.authority import Authority
from kb.linking.context import Clue, find_clues
from kb.linking.ranking import Candidate, decide_among
from kb.linking.record import WIKIDATA
from kb.linking.spelling import folded
from kb.model import EntityKind, Findings, Mention, Target

LIKELY = 0.5  # from this score on a link that a person has not seen is better than none
UNTOLD = frozenset({EntityKind.THING})
GIVEN = "given"  # the rule of mentions that somebody else found: of these no kind is known


def link_mentions(authority: Authority, findings: Findings) -> tuple[Mention, ...]:
    """The mentions with their targets; the unnamed are never linked."""
    clues = find_clues(authority, findings.text)
    return tuple(
        replace(mention, target=_target(authority, mention, findings.text, clues))
        for mention in findings.mentions
    )


def _target(authority: Authority, mention: Mention, text: str, clues: Sequence[Clue]) -> Target | None:
    if mention.entity.unnamed:
        return None
    kind = "" if mention.rule == GIVEN or mention.entity.kind in UNTOLD else str(mention.entity.kind)
    decisions = (decide_among(authority, name, kind, clues) for name in _names(mention, text))
    meant = next(
        (found[0] for decision in decisions if (found := decision.candidates) and _ends(found[0])), None
    )
    return Target(meant.iri, meant.score) if meant and not meant.doubt else None


def _names(mention: Mention, text: str) -> Iterator[str]:
    """The words themselves where they are a name, then the fullest name of whom they stand for.

    Words that hold that name and more stand for something else: "Lundia Power" is not Lundia.
    """
    words, name = mention.span.of(text), mention.entity.name
    if words[:1].isupper():
        yield words
    if words != name and f" {folded(name)} " not in f" {folded(words)} ":
        yield name


def _ends(best: Candidate) -> bool:
    """Whether the search ends with it, for it is likely meant: also where its identifier is in doubt.

    Who is meant is known then, and another name would only lead to somebody else.
    """
    return best.score >= LIKELY and best.iri.startswith(WIKIDATA)
