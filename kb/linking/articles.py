"""Whom the mentions of an article mean, all its places taken together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.linking.authority import Authority
from kb.linking.context import Clue, find_clues
from kb.linking.ranking import Decision, decide_among
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
    return next((target for decision in decisions if (target := _likely(decision))), None)


def _names(mention: Mention, text: str) -> Iterator[str]:
    """The words themselves where they are a name, then the fullest name of whom they stand for.

    Words that hold that name and more stand for something else: "Lundia Power" is not Lundia.
    """
    words, name = mention.span.of(text), mention.entity.name
    if words[:1].isupper():
        yield words
    if words != name and f" {folded(name)} " not in f" {folded(words)} ":
        yield name


def _likely(decision: Decision) -> Target | None:
    """The best candidate if it is likely meant; what has no sure Wikidata id stays without a target."""
    likely = (one for one in decision.candidates[:1] if one.score >= LIKELY and not one.doubt)
    return next((Target(one.iri, one.score) for one in likely if one.iri.startswith(WIKIDATA)), None)
